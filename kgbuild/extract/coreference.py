"""In-document coreference: which mentions name one thing, and what its fullest name is."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from kgbuild.docview import Marked
from kgbuild.extract.scene import Scene
from kgbuild.folding import fold
from kgbuild.labels import EntityType
from kgbuild.records import Entity, Mention
from kgbuild.resources import data_rows

PERSON = EntityType.PERSON.value
GROUPS = frozenset(
    {
        EntityType.MILITARY_FORCE.value, EntityType.ARMED_GROUP.value, EntityType.GOVERNMENT_BODY.value,
        EntityType.POLITICAL_GROUP.value, EntityType.INTERNATIONAL_ORGANIZATION.value,
        EntityType.ORGANIZATION.value, EntityType.MEDIA_ORGANIZATION.value,
    }
)  # fmt: skip
# Names of these types may be shortened to a part («الغوطة» for «الغوطة الشرقية»); towns' and states' are not.
SHORTENED = GROUPS | {EntityType.AREA.value, EntityType.FACILITY.value, EntityType.NATURAL_FEATURE.value}
# Types whose actors are often named by plain words -> the group of words in coreference.tsv.
PLAIN_WORDS = {EntityType.MILITARY_FORCE.value: "army", EntityType.ARMED_GROUP.value: "factions"}
_ARTICLE = "ال"
MIN_STEM = 3


@dataclass(slots=True)
class Cluster:
    """The names of one thing, as found so far."""

    type: str
    names: list[int] = field(default_factory=list)
    forms: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)
    nationality: str | None = None


@cache
def _words(group: str) -> frozenset[str]:
    rows = data_rows("extract", "coreference.tsv")
    return frozenset(fold(word) for name, members in rows if name == group for word in members.split())


def find_entities(scene: Scene) -> list[Entity]:
    """Group the scene's names into entities, in order of first mention, and fill ``scene.entity_of``."""
    clusters: list[Cluster] = []
    for index in sorted(range(len(scene.names)), key=lambda index: (_is_short(scene, index), index)):
        cluster = _find_cluster(scene, clusters, index)
        if cluster is None:
            cluster = Cluster(scene.names[index].label)
            clusters.append(cluster)
        _join(scene, cluster, index)
    clusters.sort(key=lambda cluster: min(cluster.names))
    return [_entity(scene, cluster, f"e{number}") for number, cluster in enumerate(clusters, 1)]


def _is_short(scene: Scene, index: int) -> bool:
    """Short forms join the full name wherever it stands, so the full names come first."""
    mark = scene.names[index]
    one_word = mark.end - mark.start == 1 and not mark.attrs["key"]
    return one_word and (mark.label == PERSON or mark.label in SHORTENED)


def form_of(scene: Scene, mark: Marked) -> str:
    """Return a name's folded form without quotes, as the tokenizer's norms have it; a plain plural by its stem."""
    form = fold(" ".join(scene.view.norms[mark.start : mark.end]))
    return stem_of(form) if mark.label == EntityType.POPULATION.value else form


def stem_of(noun: str) -> str:
    """Return a folded noun for people without article and the endings of number and case («المدنيين» -> «مدني»)."""
    bare = noun.removeprefix(_ARTICLE)
    for ending in ("ين", "ون", "ان", "ات", "ا"):
        if bare.endswith(ending) and len(bare) - len(ending) >= MIN_STEM:
            return bare[: -len(ending)]
    return bare


def _find_cluster(scene: Scene, clusters: list[Cluster], index: int) -> Cluster | None:
    mark = scene.names[index]
    form, key = form_of(scene, mark), mark.attrs["key"]
    same_type = [cluster for cluster in clusters if cluster.type == mark.label]
    for cluster in same_type:
        if form in cluster.forms or (key and key in cluster.keys):
            return cluster
    if mark.label == PERSON:
        return _person_cluster(same_type, form)
    if mark.label in PLAIN_WORDS and _is_plain(scene, mark):
        return _plain_cluster(scene, same_type, mark)
    if mark.label in SHORTENED and not key:
        return _part_cluster(scene, same_type, index, form)
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
        return len(full) > 1 and short[0] in full
    return 1 < len(short) < len(full) and short[-1] == full[-1] and all(part in full for part in short)


def _is_plain(scene: Scene, mark: Marked) -> bool:
    """«الجيش السوري», «القوات الحكومية», «فصائل سورية مسلحة»: plain words and a nationality, nothing else."""
    nationalities = {nisba.start for nisba in scene.within(scene.nisbas, mark.start, mark.end)}
    plain = _words(PLAIN_WORDS[mark.label])
    return all(t in nationalities or scene.view.norms[t] in plain for t in range(mark.start, mark.end))


def _nationality(scene: Scene, mark: Marked) -> str | None:
    found = scene.within(scene.nisbas, mark.start, mark.end)
    return str(found[0].attrs["states"][0]) if found else None


def _plain_cluster(scene: Scene, clusters: list[Cluster], mark: Marked) -> Cluster | None:
    """The forces or factions of the same state; without a nationality, those that were named last."""
    nationality = _nationality(scene, mark)
    plain = [c for c in clusters if any(_is_plain(scene, scene.names[name]) for name in c.names)]
    if nationality is None:
        return max(plain, key=lambda cluster: _last_before(scene, cluster, mark), default=None)
    for cluster in plain:
        if cluster.nationality in (nationality, None):
            return cluster
    return None


def _part_cluster(scene: Scene, clusters: list[Cluster], index: int, form: str) -> Cluster | None:
    """«التحالف» after «التحالف العربي»; a plain noun for fighters takes up the group that was named most."""
    mark = scene.names[index]
    parts = [part.removeprefix(_ARTICLE) for part in form.split()]
    holders = [c for c in clusters if any(_contains(known, parts) for known in c.forms)]
    if holders:
        return max(holders, key=lambda cluster: _last_before(scene, cluster, mark))
    if form in _words("fighters") and mark.label == EntityType.ARMED_GROUP.value:
        return max(clusters, key=lambda cluster: len(cluster.names), default=None)
    return None


def _contains(known: str, parts: list[str]) -> bool:
    full = [part.removeprefix(_ARTICLE) for part in known.split()]
    return len(parts) < len(full) and any(full[i : i + len(parts)] == parts for i in range(len(full)))


def _last_before(scene: Scene, cluster: Cluster, mark: Marked) -> int:
    return max((scene.names[n].start for n in cluster.names if scene.names[n].start < mark.start), default=-1)


def _join(scene: Scene, cluster: Cluster, index: int) -> None:
    mark = scene.names[index]
    cluster.names.append(index)
    cluster.forms.add(form_of(scene, mark))
    cluster.nationality = cluster.nationality or _nationality(scene, mark)
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
    confidences = [scene.names[index].attrs.get("confidence") for index in cluster.names]
    known = [value for value in confidences if value is not None]
    return Entity(
        entity_id, EntityType(cluster.type), clean_name(fullest.text), tuple(mentions), max(known) if known else None
    )


def clean_name(text: str) -> str:
    """Return a surface without quotation marks, the underscores of hashtags and runs of blanks, as a name is written."""
    return " ".join(text.translate({ord("_"): " "} | {ord(sign): None for sign in "“”«»\"‹›"}).split())
