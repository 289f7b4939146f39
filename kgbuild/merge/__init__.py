"""Knowledge of many documents to happenings: which events tell the same, and why.

Each event of a document is a *telling*; tellings of one happening are merged into one node in a graph of its own.
The way is that of nomenklatura (https://github.com/opensanctions/nomenklatura): block, score by features with reasons,
judge, cluster; a person's judgement wins over the rules'. The room sees :class:`~kgbuild.records.Knowledge` only.
"""

from kgbuild.merge.grouping import groups_in_texts
from kgbuild.merge.judgements import By, Judgement, Kind, Side, by_person, from_json, in_order, judgement, to_json
from kgbuild.merge.merging import Conflict, Merged, merge
from kgbuild.merge.quads import merged_quads
from kgbuild.merge.scoring import Verdict, entity_features, features

__all__ = [
    "By",
    "Conflict",
    "Judgement",
    "Kind",
    "Merged",
    "Side",
    "Verdict",
    "by_person",
    "entity_features",
    "features",
    "from_json",
    "groups_in_texts",
    "in_order",
    "judgement",
    "merge",
    "merged_quads",
    "to_json",
]
