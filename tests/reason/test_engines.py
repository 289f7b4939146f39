"""The fast engine finds what pySHACL finds, value by value, in every planted breach and in whole graphs."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from rdflib import Graph

from kgbuild.errors import ReasonError
from kgbuild.reason import validate, validate_file
from kgbuild.reason.engines import by_rust
from tests.reason.test_validate import BREACHES, CONFORMING

needs_shacl = pytest.mark.skipif(find_spec("shacl") is None, reason="needs the package shacl")
# Messages, quotes and line breaks that Turtle and N-Triples write differently.
AWKWARD = 'oa:exact "الفصائل\\n\\"المسلحة\\"", "x\\\\y\\tz"@ar'


def loaded(text: str) -> Graph:
    return Graph().parse(data=text, format="turtle")


@needs_shacl
@pytest.mark.parametrize(("old", "new", "focus", "shape"), BREACHES)
def test_both_engines_find_the_same(old: str, new: str, focus: str, shape: str) -> None:
    graph = loaded(CONFORMING.replace(old, new))
    for language in ("en", "ar"):
        found = validate(graph, language=language, fast=True)
        assert found == validate(graph, language=language)
        assert found.breaches


@needs_shacl
def test_a_graph_without_breaches_conforms_to_both() -> None:
    assert validate(loaded(CONFORMING), fast=True) == validate(loaded(CONFORMING))


@needs_shacl
def test_awkward_texts_and_many_breaches_at_once_are_the_same() -> None:
    text = CONFORMING.replace('oa:exact "الفصائل المسلحة"', AWKWARD).replace("kgb:modality kgb:actual ;", "")
    text += "\n[] a kgb:Seizure ; kgb:count -1, 2.5, true ; kgb:date 'x'@en ."
    found = validate(loaded(text), fast=True)
    assert found == validate(loaded(text))
    assert len(found.breaches) > 10


@needs_shacl
def test_both_engines_find_the_same_in_a_file_of_many_graphs(gold_graph: Path, tmp_path: Path) -> None:
    """The gold records' graph, with every ninth statement taken away."""
    lines = (gold_graph / "graph.nq").read_text(encoding="utf-8").splitlines(keepends=True)[:6000]
    path = tmp_path / "torn.nq"
    path.write_text("".join(line for number, line in enumerate(lines) if number % 9), encoding="utf-8")
    fast, reference = (validate_file(path, fast=fast) for fast in (True, False))
    assert fast == reference
    assert [breach.graph for breach in fast.breaches] == [breach.graph for breach in reference.breaches]
    assert len(fast.breaches) > 100


def test_without_the_package_the_error_says_what_helps(monkeypatch: pytest.MonkeyPatch) -> None:
    from kgbuild.reason import engines

    engines._compiled.cache_clear()  # noqa: SLF001 - it may have been found before
    monkeypatch.setitem(sys.modules, "shacl", None)
    with pytest.raises(ReasonError, match=r"pip install 'kgbuild\[fast\]'"):
        list(by_rust(loaded(CONFORMING), "en"))
