"""kgbuild: Arabic news into an event knowledge graph — who did what, to whom, where, when, and who says so.

The names below are the public ones; each is imported when it is first used, so that
``import kgbuild`` is cheap::

    from pathlib import Path
    from kgbuild import ReadOptions, Settings, Summary, build_from_articles, read_articles

    articles = read_articles(["examples"], options=ReadOptions())
    build_from_articles(articles, Path("out"), Settings(), Summary())
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kgbuild.ask.library import find_question, list_questions
    from kgbuild.ask.run import run_query
    from kgbuild.errors import KgbuildError
    from kgbuild.flow import build_from_articles, build_graph, extract_annotations, remove_documents
    from kgbuild.read import ReadOptions, read_annotations, read_articles
    from kgbuild.records import Annotation, Article, Claim, Entity, Event, Mention, Relation, Skipped
    from kgbuild.settings import Settings
    from kgbuild.store import load_store
    from kgbuild.summary import Summary
    from kgbuild.version import VERSION as __version__  # noqa: N811 - the name that Python expects

_HOME = {
    "Annotation": "records",
    "Article": "records",
    "Claim": "records",
    "Entity": "records",
    "Event": "records",
    "KgbuildError": "errors",
    "Mention": "records",
    "ReadOptions": "read",
    "Relation": "records",
    "Settings": "settings",
    "Skipped": "records",
    "Summary": "summary",
    "build_from_articles": "flow",
    "build_graph": "flow",
    "extract_annotations": "flow",
    "find_question": "ask.library",
    "list_questions": "ask.library",
    "load_store": "store",
    "read_annotations": "read",
    "read_articles": "read",
    "remove_documents": "flow",
    "run_query": "ask.run",
}

__all__ = [
    "Annotation",
    "Article",
    "Claim",
    "Entity",
    "Event",
    "KgbuildError",
    "Mention",
    "ReadOptions",
    "Relation",
    "Settings",
    "Skipped",
    "Summary",
    "__version__",
    "build_from_articles",
    "build_graph",
    "extract_annotations",
    "find_question",
    "list_questions",
    "load_store",
    "read_annotations",
    "read_articles",
    "remove_documents",
    "run_query",
]


def __getattr__(name: str) -> Any:
    """Import a public name from its module (PEP 562)."""
    if name == "__version__":
        return import_module("kgbuild.version").VERSION
    if name not in _HOME:
        raise AttributeError(f"module 'kgbuild' has no attribute {name!r}")
    return getattr(import_module(f"kgbuild.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    """List the public names, imported or not."""
    return sorted(__all__)
