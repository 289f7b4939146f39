"""Rounds the weights in a CRFsuite model, so that it compresses well: 2.2 MB become 1.5.

A file of type FOMC begins with a header that says where the features are; each is a type, a source,
a target and a weight of eight bytes. What most of these bytes say changes no decision.
Source of the format: ``lib/crf/src/crf1d_model.c`` of CRFsuite 0.12 (https://github.com/chokkan/crfsuite).
"""

from __future__ import annotations

import struct

import numpy as np

# Weights become multiples of 1 / STEPS.
STEPS = 256
_HEADER = struct.Struct("<4sI4sIIIIIIIII")
_CHUNK = struct.Struct("<4sII")
_FEATURE = np.dtype([("type", "<u4"), ("source", "<u4"), ("target", "<u4"), ("weight", "<f8")])


def rounded(model: bytes) -> bytes:
    """Return the CRFsuite ``model`` with rounded weights.

    Raises:
        ValueError: it is no such model.
    """
    if len(model) < _HEADER.size:
        raise ValueError("no CRFsuite model: too short")
    magic, _, kind, _, _, _, _, features, *_ = _HEADER.unpack_from(model)
    if (magic, kind) != (b"lCRF", b"FOMC"):
        raise ValueError(f"no CRFsuite model of type FOMC: begins with {magic!r}, {kind!r}")
    chunk, _, count = _CHUNK.unpack_from(model, features)
    if chunk != b"FEAT":
        raise ValueError(f"no features in the CRFsuite model: {chunk!r}")
    start = features + _CHUNK.size
    table = np.frombuffer(model, _FEATURE, count, start).copy()
    table["weight"] = np.round(table["weight"] * STEPS) / STEPS
    return model[:start] + table.tobytes() + model[start + count * _FEATURE.itemsize :]
