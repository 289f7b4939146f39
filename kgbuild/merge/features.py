"""What speaks for and against two tellings being of one happening: one small question a feature.

Weights and reasons stand in ``data/features.tsv``; a feature's function has its name there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kgbuild.folding import fold
from kgbuild.labels import EventType
from kgbuild.merge.comparison import Actors, Comparison, Places

MANY = 5
"""Figures below this agree by chance: much is told of one, two or three."""
ALIKE, SOMEWHAT_ALIKE = 0.6, 0.35
"""Shares of the shorter sentence's words: told in the same words, or in some of them."""
SAME_STORY, SAME_NAMES = 0.5, 4
"""Share and number of named entities from which two documents are of one story."""


def same_type(pair: Comparison) -> bool:
    """Both are told as the same type of event."""
    return pair.left.type is pair.right.type


def same_day(pair: Comparison) -> bool:
    """Both tell the same day."""
    return pair.days == 0


def next_day(pair: Comparison) -> bool:
    """They tell two days in a row, as night and publication blur."""
    return pair.days == 1


def other_day(pair: Comparison) -> bool:
    """They tell days, months or years that are more than a day apart."""
    both = pair.left.dated and pair.right.dated
    return both and pair.apart > 1


def reported_together(pair: Comparison) -> bool:
    """One of them tells no day, and the reports' days agree with its having happened then."""
    return pair.days is None and pair.apart == 0


def reported_apart(pair: Comparison) -> bool:
    """One of them tells no day, and what is known of the days does not agree."""
    return not (pair.left.dated and pair.right.dated) and pair.apart > 0


def same_place(pair: Comparison) -> bool:
    """Both name the same place, smaller than a governorate."""
    return pair.places is Places.SAME


def namesake_place(pair: Comparison) -> bool:
    """Both name a place of the same name, and one of them could not be linked."""
    return pair.places is Places.NAMESAKE


def place_nearby(pair: Comparison) -> bool:
    """One tells no place, but its sentence names the other's, or one within it."""
    return pair.places is Places.NEARBY


def same_broad_place(pair: Comparison) -> bool:
    """Both name the same governorate or country and nothing nearer."""
    return pair.places is Places.SAME_BROAD


def place_within(pair: Comparison) -> bool:
    """One's place lies in the other's."""
    return pair.places is Places.WITHIN


def place_within_broad(pair: Comparison) -> bool:
    """One's place lies in the governorate or country that the other names."""
    return pair.places is Places.WITHIN_BROAD


def other_place(pair: Comparison) -> bool:
    """They name places of which none lies in another."""
    return pair.places is Places.APART


def agents_shared(pair: Comparison) -> bool:
    """The same actor does it."""
    return pair.agents is Actors.SAME


def agents_related(pair: Comparison) -> bool:
    """One's actor is part of the other's."""
    return pair.agents is Actors.RELATED


def agents_same_state(pair: Comparison) -> bool:
    """Both actors are of one state: its army, its ministry."""
    return pair.agents is Actors.SAME_STATE


def agents_differ(pair: Comparison) -> bool:
    """Different actors do it."""
    return pair.agents is Actors.APART


def targets_shared(pair: Comparison) -> bool:
    """It is done to the same actor."""
    return pair.targets is Actors.SAME


def targets_related(pair: Comparison) -> bool:
    """One's target is part of the other's."""
    return pair.targets is Actors.RELATED


def targets_same_state(pair: Comparison) -> bool:
    """Both targets are of one state."""
    return pair.targets is Actors.SAME_STATE


def targets_crowd(pair: Comparison) -> bool:
    """It is done to the same people in general."""
    return pair.targets is Actors.CROWD


def targets_differ(pair: Comparison) -> bool:
    """It is done to different actors."""
    return pair.targets is Actors.APART


def roles_swapped(pair: Comparison) -> bool:
    """One's doer is the other's target: two acts of a fight, unless it is mutual."""
    return pair.swapped and not _mutual(pair) and pair.agents is not Actors.SAME


def partners_same(pair: Comparison) -> bool:
    """All who meet, talk, agree or fight by one are among those of the other, and these are two or more."""
    return pair.partners is True and _mutual(pair)


def partners_differ(pair: Comparison) -> bool:
    """Some meet, talk, agree or fight in both, each time with others."""
    return pair.partners is False and _mutual(pair)


def operation_shared(pair: Comparison) -> bool:
    """Both are part of the same operation."""
    return bool(set(pair.left.operation) & set(pair.right.operation))


def operations_differ(pair: Comparison) -> bool:
    """They are part of different operations."""
    left, right = pair.left.operation, pair.right.operation
    return bool(left and right) and not set(left) & set(right)


def count_same(pair: Comparison) -> bool:
    """Both give the same number, and not a small one."""
    return pair.left.count is not None and pair.left.count == pair.right.count and pair.left.count >= MANY


def count_same_small(pair: Comparison) -> bool:
    """Both give the same small number."""
    return pair.left.count is not None and pair.left.count == pair.right.count and pair.left.count < MANY


def count_near(pair: Comparison) -> bool:
    """The numbers differ by no more than half of the greater, as first and later figures do."""
    numbers = _numbers(pair)
    return numbers is not None and numbers[0] != numbers[1] and _near(*numbers)


def count_far(pair: Comparison) -> bool:
    """The numbers are too far apart to be figures of one happening."""
    numbers = _numbers(pair)
    return numbers is not None and not _near(*numbers)


def same_trigger(pair: Comparison) -> bool:
    """Both say it with the same word."""
    return fold(pair.left.trigger) == fold(pair.right.trigger)


def modality_differs(pair: Comparison) -> bool:
    """One is told as happened, the other as planned or merely possible."""
    return pair.left.modality is not pair.right.modality


def same_speaker(pair: Comparison) -> bool:
    """The same actor asserts or denies both."""
    return bool(set(pair.left.speakers) & set(pair.right.speakers))


def words_alike(pair: Comparison) -> bool:
    """The sentences of two documents have most of their words in common."""
    return pair.words >= ALIKE and not same_document(pair)


def words_somewhat_alike(pair: Comparison) -> bool:
    """The sentences of two documents have many words in common."""
    return SOMEWHAT_ALIKE <= pair.words < ALIKE and not same_document(pair)


def same_story(pair: Comparison) -> bool:
    """Two documents name mostly the same actors and places."""
    return pair.named >= SAME_STORY and pair.named_both >= SAME_NAMES and not same_document(pair)


def same_document(pair: Comparison) -> bool:
    """Both stand in one document, which was read as telling two events."""
    return pair.left.report is pair.right.report


def one_denied(pair: Comparison) -> bool:
    """Somebody denies one of them only."""
    return pair.left.denied is not pair.right.denied


_FEATURES = (
    same_type,
    same_day,
    next_day,
    other_day,
    reported_together,
    reported_apart,
    same_place,
    namesake_place,
    place_nearby,
    same_broad_place,
    place_within,
    place_within_broad,
    other_place,
    agents_shared,
    agents_related,
    agents_same_state,
    agents_differ,
    targets_shared,
    targets_related,
    targets_same_state,
    targets_crowd,
    targets_differ,
    roles_swapped,
    partners_same,
    partners_differ,
    operation_shared,
    operations_differ,
    count_same,
    count_same_small,
    count_near,
    count_far,
    same_trigger,
    modality_differs,
    same_speaker,
    words_alike,
    words_somewhat_alike,
    same_story,
    same_document,
    one_denied,
)
FEATURES: Mapping[str, Callable[[Comparison], bool]] = MappingProxyType({ask.__name__: ask for ask in _FEATURES})
"""Name -> question; the order is that of the reasons."""

_BOTH_DO = frozenset(
    {
        EventType.ARMED_CLASH,
        EventType.MEETING,
        EventType.PHONE_CALL,
        EventType.AGREEMENT,
        EventType.CEASEFIRE,
    }
)


def _mutual(pair: Comparison) -> bool:
    return pair.left.type in _BOTH_DO and pair.right.type in _BOTH_DO


def _numbers(pair: Comparison) -> tuple[int, int] | None:
    left, right = pair.left.count, pair.right.count
    return None if left is None or right is None else (min(left, right), max(left, right))


def _near(fewer: int, more: int) -> bool:
    return more - fewer <= max(2, more / 2)
