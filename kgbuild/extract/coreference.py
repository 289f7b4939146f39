"""In-document coreference: which mentions name one thing, and what its fullest name is."""

from __future__ import annotations

from dataclasses import dataclass, field

from kgbuild.docview import Marked
from kgbuild.extract.scene import Scene
from kgbuild.folding import fold
from kgbuild.labels import EntityType
from kgbuild.records import Entity, Mention

PERSON = EntityType.PERSON.value
HEAD_RULES = frozenset({"definite-head"})


@dataclass(slots=True)
class Cluster:
    """The names of one thing, as found so far."""

    type: str
    names: list[int] = field(default_factory=list)
    forms: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)


def find_entities(scene: Scene) -> list[Entity]:
    """Group the scene's names into entities, in order of first mention, and fill ``scene.entity_of``."""
    clusters: list[Cluster] = []
    for index in _full_names_first(scene):
        mark = scene.names[index]
        cluster = _find_cluster(scene, clusters, mark)
        if cluster is None:
            if mark.attrs["rule"] in HEAD_RULES:
                continue
            cluster = Cluster(mark.label)
            clusters.append(cluster)
        _join(scene, cluster, index)
    clusters.sort(key=lambda cluster: min(cluster.names))
    return [_entity(scene, cluster, f"e{number}") for number, cluster in enumerate(clusters, 1)]


def _full_names_first(scene: Scene) -> list[int]:
    """Short forms join the full name wherever it stands, so the full names come first."""
    def is_short(mark: Marked) -> bool:
        one_word_person = mark.label == PERSON and mark.end - mark.start == 1 and not mark.attrs["key"]
        return one_word_person or mark.attrs["rule"] in HEAD_RULES

    return sorted(range(len(scene.names)), key=lambda index: (is_short(scene.names[index]), index))


def form_of(scene: Scene, mark: Marked) -> str:
    """Return a name's folded form without quotes, as the tokenizer's norms have it."""
    return fold(" ".join(scene.view.norms[mark.start : mark.end]))


def _find_cluster(scene: Scene, clusters: list[Cluster], mark: Marked) -> Cluster | None:
    form, key = form_of(scene, mark), mark.attrs["key"]
    same_type = [cluster for cluster in clusters if cluster.type == mark.label]
    for cluster in same_type:
        if form in cluster.forms or (key and key in cluster.keys):
            return cluster
    if mark.label == PERSON:
        return _person_cluster(same_type, form)
    if mark.attrs["rule"] in HEAD_RULES:
        return _headed_cluster(scene, same_type, mark)
    return None


def _person_cluster(clusters: list[Cluster], form: str) -> Cluster | None:
    """A part of a person's full name names that person; so does a longer name with the same ends."""
    parts = form.split()
    for cluster in reversed(clusters):
        for known in cluster.forms:
            full = known.split()
            if _is_part(parts, full) or _is_part(full, parts):
                return cluster
    return None


def _is_part(short: list[str], full: list[str]) -> bool:
    if len(short) == 1:
        return len(full) > 1 and short[0] in full[1:]
    return 1 < len(short) < len(full) and short[-1] == full[-1] and all(part in full for part in short)


def _headed_cluster(scene: Scene, clusters: list[Cluster], mark: Marked) -> Cluster | None:
    """«التنظيم» after «تنظيم الدولة»: the last one named before whose name begins with the head."""
    head = form_of(scene, mark).removeprefix("ال")
    named = [cluster for cluster in clusters if any(form.removeprefix("ال").startswith(head) for form in cluster.forms)]
    earlier = [cluster for cluster in named if any(scene.names[n].start < mark.start for n in cluster.names)]

    def last_mention(cluster: Cluster) -> int:
        return max(scene.names[n].start for n in cluster.names if scene.names[n].start < mark.start)

    return max(earlier, key=last_mention, default=None)


def _join(scene: Scene, cluster: Cluster, index: int) -> None:
    mark = scene.names[index]
    cluster.names.append(index)
    cluster.forms.add(form_of(scene, mark))
    if mark.attrs["key"]:
        cluster.keys.add(mark.attrs["key"])


def _entity(scene: Scene, cluster: Cluster, entity_id: str) -> Entity:
    cluster.names.sort()
    mentions = []
    for index in cluster.names:
        scene.entity_of[index] = entity_id
        mark = scene.names[index]
        mentions.append(Mention(*scene.view.span_text(mark.start, mark.end)))
    # The longest form is the fullest; the earliest of equals, without the fused «لل».
    fullest = max(mentions, key=lambda m: (not m.text.startswith("لل"), len(m.text.split()), -m.start))
    return Entity(entity_id, EntityType(cluster.type), clean_name(fullest.text), tuple(mentions))


def clean_name(text: str) -> str:
    """Return a surface without quotation marks and with single blanks, as an entity's name is written."""
    return " ".join(text.translate({ord(sign): None for sign in "“”«»\"‹›"}).split())
