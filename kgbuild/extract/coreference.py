"""In-document coreference: which mentions name one thing, and what its fullest name is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache

from kgbuild.docview import Marked
from kgbuild.extract.name_cores import Core, contains, core_of, may_agree, stem_of, words
from kgbuild.extract.scene import Scene
from kgbuild.folding import fold
from kgbuild.labels import EntityType
from kgbuild.records import Entity, Mention
from kgbuild.resources import data_rows

PERSON = EntityType.PERSON.value
STATES = frozenset({EntityType.STATE.value, EntityType.COUNTRY.value})
GROUPS = frozenset(
    {
        EntityType.MILITARY_FORCE.value, EntityType.ARMED_GROUP.value, EntityType.GOVERNMENT_BODY.value,
        EntityType.POLITICAL_GROUP.value, EntityType.INTERNATIONAL_ORGANIZATION.value,
        EntityType.ORGANIZATION.value, EntityType.MEDIA_ORGANIZATION.value,
    }
)  # fmt: skip
# Names of these types may be shortened to a part («الغوطة» for «الغوطة الشرقية»); towns' and states' are not.
SHORTENED = GROUPS | {EntityType.AREA.value, EntityType.FACILITY.value, EntityType.NATURAL_FEATURE.value}
# Types whose names may have other words for the kind of thing, and none at all.
COMPARED = SHORTENED | {EntityType.POPULATION.value, EntityType.GOVERNORATE.value}
LAND = frozenset({EntityType.AREA.value, EntityType.NATURAL_FEATURE.value, EntityType.GOVERNORATE.value})
# Types whose actors are often named by plain words -> the group of words in coreference.tsv.
PLAIN_WORDS = {EntityType.MILITARY_FORCE.value: "army", EntityType.ARMED_GROUP.value: "factions"}
_BETWEEN = frozenset("“«\"'‹(-–")
_EPITHET = "epithet:"


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the scene with what coreference looks at."""

    index: int
    mark: Marked
    form: str
    core: Core
    plain: bool

    @property
    def key(self) -> str | None:
        """The registry's key of the name, where it has one."""
        key: str | None = self.mark.attrs["key"]
        return key

    @property
    def rank(self) -> tuple[int, int]:
        """Short forms join the full name wherever it stands, so the full names come first."""
        one_word = self.mark.end - self.mark.start == 1 and not self.key
        if self.plain and not self.core.nations and self.mark.label in PLAIN_WORDS:
            return 3, self.index
        if self.mark.label in COMPARED and not self.core.stems and not self.key:
            return 2, self.index
        return int(one_word and (self.mark.label == PERSON or self.mark.label in SHORTENED)), self.index


@dataclass(slots=True)
class Cluster:
    """The names of one thing, as found so far."""

    type: str
    names: list[Name] = field(default_factory=list)

    @property
    def forms(self) -> set[str]:
        """The folded forms of its names."""
        return {name.form for name in self.names}

    @property
    def keys(self) -> set[str]:
        """The registry's keys of its names."""
        return {name.key for name in self.names if name.key}

    def admits(self, name: Name) -> bool:
        """Return whether no nationality of its names speaks against ``name``."""
        return all(may_agree(known.core, name.core) for known in self.names)

    def last_before(self, name: Name) -> int:
        """Return the token of its last name before ``name``, -1 where there is none."""
        return max((known.mark.start for known in self.names if known.mark.start < name.mark.start), default=-1)


def find_entities(scene: Scene) -> list[Entity]:
    """Group the scene's names into entities, in order of first mention, and fill ``scene.entity_of``."""
    names = [_name(scene, index) for index in range(len(scene.names))]
    clusters: list[Cluster] = []
    cluster_of: dict[int, Cluster] = {}
    for name in sorted(names, key=lambda name: name.rank):
        same_type = [cluster for cluster in clusters if cluster.type == name.mark.label]
        cluster = _apposed(scene, name, names, cluster_of) or _find_cluster(same_type, name)
        if cluster is None:
            cluster = Cluster(name.mark.label)
            clusters.append(cluster)
        cluster.names.append(name)
        cluster_of[name.index] = cluster
    clusters.sort(key=lambda cluster: min(name.index for name in cluster.names))
    return [_entity(scene, cluster, f"e{number}") for number, cluster in enumerate(clusters, 1)]


def _name(scene: Scene, index: int) -> Name:
    mark = scene.names[index]
    core = core_of(scene, mark)
    return Name(index, mark, form_of(scene, mark), core, _is_plain(scene, mark))


def form_of(scene: Scene, mark: Marked) -> str:
    """Return a name's folded form without quotes, as the tokenizer's norms have it; a plain plural by its stem."""
    form = fold(" ".join(scene.view.norms[mark.start : mark.end]))
    if mark.label == PERSON:
        # «أبو طيور» and «أبوطيور», «عبد الله» and «عبدالله» are one name.
        return _bare_person(form)
    return stem_of(form) if mark.label == EntityType.POPULATION.value else form


def _bare_person(form: str) -> str:
    parts = form.split()
    while len(parts) > 1 and parts[0] in words("honorifics"):
        del parts[0]
    joined = " ".join(parts)
    return _joined_particles().sub(r"\1", joined)


@cache
def _joined_particles() -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(sorted(words('joined')))}) ")


def _is_plain(scene: Scene, mark: Marked) -> bool:
    """«الجيش السوري», «القوات الحكومية», «فصائل سورية مسلحة»: plain words and a nationality, nothing else."""
    if mark.label not in PLAIN_WORDS:
        return False
    nationalities = {nisba.start for nisba in scene.within(scene.nisbas, mark.start, mark.end)}
    plain = words(PLAIN_WORDS[mark.label])
    return all(t in nationalities or scene.view.norms[t] in plain for t in range(mark.start, mark.end))


def _apposed(scene: Scene, name: Name, names: list[Name], cluster_of: dict[int, Cluster]) -> Cluster | None:
    """A name in brackets or quotes right after another of its type is that thing's other name."""
    for other in (name.index - 1, name.index + 1):
        if not 0 <= other < len(names) or other not in cluster_of or names[other].mark.label != name.mark.label:
            continue
        first, second = sorted((name.mark, names[other].mark), key=lambda mark: mark.start)
        between = scene.view.norms[first.end : second.start]
        if between and len(between) < 3 and _BETWEEN.issuperset(between):
            return cluster_of[other]
    return None


def _find_cluster(clusters: list[Cluster], name: Name) -> Cluster | None:
    for cluster in clusters:
        if name.form in cluster.forms or (name.key and name.key in cluster.keys):
            return cluster
    kind = name.mark.label
    if kind == PERSON:
        return _person_cluster(clusters, name)
    if kind in STATES:
        return _epithet_cluster(clusters, name)
    if name.plain:
        return _plain_cluster(clusters, name)
    if kind in COMPARED:
        return _core_cluster(clusters, name)
    return None


def _person_cluster(clusters: list[Cluster], name: Name) -> Cluster | None:
    """A part of a person's full name names that person, of relatives the one named last; so does a longer name."""
    return _latest((cluster for cluster in clusters if _may_be(cluster, name.form.split())), name)


def _may_be(cluster: Cluster, parts: list[str]) -> bool:
    names = [form.split() for form in cluster.forms]
    return any(_is_part(parts, full) or _is_part(full, parts) for full in names)


def _is_part(short: list[str], full: list[str]) -> bool:
    if len(short) == 1:
        return len(full) > 1 and short[0] in full
    return 1 < len(short) < len(full) and short[-1] == full[-1] and all(part in full for part in short)


def _epithet_cluster(clusters: list[Cluster], name: Name) -> Cluster | None:
    """«المملكة» is the kingdom that the text names."""
    slugs = _epithets().get(name.form, frozenset())
    meant = [cluster for cluster in clusters if slugs & cluster.keys]
    return _latest(meant, name)


@cache
def _epithets() -> dict[str, frozenset[str]]:
    rows = [row for row in data_rows("extract", "coreference.tsv") if row[0].startswith(_EPITHET)]
    return {
        fold(phrase.replace("_", " ")): frozenset(group.removeprefix(_EPITHET).split(","))
        for group, phrases in rows
        for phrase in phrases.split()
    }


def _latest(clusters: Iterable[Cluster], name: Name) -> Cluster | None:
    return max(clusters, key=lambda cluster: cluster.last_before(name), default=None)


def _plain_cluster(clusters: list[Cluster], name: Name) -> Cluster | None:
    """The forces or factions of the same state; without a nationality, those that were named last.

    Those that are called by the same word come first: «الفصائل» are «فصائل سورية مسلحة» rather than «المعارضة».
    """
    admitted = [c for c in clusters if c.admits(name)]
    plain = [c for c in admitted if any(known.plain for known in c.names)]
    if name.core.nations:
        plain = [c for c in plain if any(known.core.nations for known in c.names)]
    head = name.core.stems[:1]
    alike = [c for c in admitted if head and any(known.core.stems[:1] == head for known in c.names)]
    found = _latest(alike or plain, name)
    return found if found or name.core.nations else _core_cluster(clusters, name)


def _core_cluster(clusters: list[Cluster], name: Name) -> Cluster | None:
    """A name with the same core, or whose core holds this one or is held by it; a bare kind: what was named of it."""
    admitted = [c for c in clusters if c.admits(name) and not (name.key and c.keys and name.mark.label in GROUPS)]
    if not name.core.stems:
        return _kind_cluster(admitted, name)
    fits_of_type = (_same_core, _begins_alone) if name.mark.label in LAND else (_same_core, _begins, _holds)
    for fits in fits_of_type:
        holders = [c for c in admitted if any(fits(known.core, name.core) for known in c.names)]
        if holders:
            return _latest(holders, name)
    return None


Fit = Callable[[Core, Core], bool]


def _same_core(known: Core, core: Core) -> bool:
    return known.stems == core.stems


def _begins(known: Core, core: Core) -> bool:
    return known.stems[: len(core.stems)] == core.stems


def _begins_alone(known: Core, core: Core) -> bool:
    """Places that share a beginning may be different: «ريف حماة» and «ريف حماة الشمالي» are, «الغوطة» is one."""
    return len(core.stems) == 1 and known.stems[:1] == core.stems


def _holds(known: Core, core: Core) -> bool:
    return contains(known, core) or contains(core, known)


def _kind_cluster(clusters: list[Cluster], name: Name) -> Cluster | None:
    """«الميليشيات» is the militia that the text names; «المتمردين» the group that it names most."""
    kinds = name.core.kinds
    alike = [c for c in clusters if any(kinds & known.core.kinds for known in c.names)]
    if alike:
        return _latest(alike, name)
    if name.mark.label == EntityType.ARMED_GROUP.value:
        return max(clusters, key=lambda cluster: len(cluster.names), default=None)
    return None


def _entity(scene: Scene, cluster: Cluster, entity_id: str) -> Entity:
    cluster.names.sort(key=lambda name: name.index)
    mentions = []
    for name in cluster.names:
        scene.entity_of[name.index] = entity_id
        mentions.append(Mention(*scene.view.span_text(name.mark.start, name.mark.end)))
    # The longest form is the fullest; the earliest of equals, without the fused «لل».
    fullest = max(mentions, key=lambda m: (not m.text.startswith("لل"), len(m.text.split()), -m.start))
    confidences = [name.mark.attrs.get("confidence") for name in cluster.names]
    known = [value for value in confidences if value is not None]
    return Entity(
        entity_id, EntityType(cluster.type), clean_name(fullest.text), tuple(mentions), max(known) if known else None
    )


def clean_name(text: str) -> str:
    """Return a surface without quotation marks, hashtags' underscores and runs of blanks, as a name is written."""
    return " ".join(text.translate({ord("_"): " "} | {ord(sign): None for sign in '“”«»"‹›'}).split())
