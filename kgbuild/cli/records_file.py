"""Annotation records as they stand in a file, unchecked: what scoring and checking look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kgbuild.errors import ReadError
from kgbuild.read.jsonl import json_lines
from kgbuild.read.options import ReadOptions
from kgbuild.read.sources import Source, open_source
from kgbuild.records import Skipped


def read_records(path: Path) -> Iterator[Mapping[str, Any]]:
    """Yield the JSON objects of a ``.jsonl`` file (also gzipped).

    Raises:
        ReadError: the file cannot be read, or a line is no JSON object.
    """
    try:
        with open_source(Source(str(path), path, ())) as stream:
            for line in json_lines(stream, str(path), ReadOptions().max_line_bytes):
                if isinstance(line, Skipped):
                    raise ReadError(line.reason, where=line.where)
                yield line.value
    except (OSError, EOFError) as error:
        raise ReadError(f"cannot be read: {getattr(error, 'strerror', None) or error}", where=str(path)) from error
