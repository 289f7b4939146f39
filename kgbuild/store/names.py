"""What the files of a workspace are called. A workspace is a folder that ``kgbuild build`` writes, and builds on."""

from __future__ import annotations

ANNOTATIONS, DATASET, REPORT = "annotations.jsonl", "dataset.ttl", "report.json"
N_QUADS, TRIG, TURTLE = "graph.nq", "graph.trig", "graph.ttl"
# What `kgbuild merge`, `derive` and `reason` make of the graph beside them: they go when the graph changes.
MERGED, DERIVED, INFERRED = "merged.nq", "derived.nq", "inferred.nq"

# A folder within, for what only kgbuild reads: which documents there are, and what makes adding one fast.
STATE = ".kgbuild"
LEDGER, SHARED, CENSUS, SETTINGS = "documents.jsonl", "shared.tsv", "census.json", "settings.json"
JOURNAL, LOCK = "journal.jsonl", "lock"
