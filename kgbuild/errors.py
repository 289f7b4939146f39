"""Errors that say what went wrong, where, and what would work."""

from __future__ import annotations


class KgbuildError(Exception):
    """Base of every error that kgbuild raises on purpose.

    Args:
        what: what went wrong, in one clause.
        where: the file, line, document id or IRI that it concerns, if any.
        hint: what would work instead, if that is known.
    """

    def __init__(self, what: str, *, where: str | None = None, hint: str | None = None) -> None:
        self.what = what
        self.where = where
        self.hint = hint
        super().__init__(str(self))

    def __str__(self) -> str:
        text = f"{self.where}: {self.what}" if self.where else self.what
        return f"{text} ({self.hint})" if self.hint else text


class ReadError(KgbuildError):
    """An input that cannot be read as an article or annotation."""


class AnnotationError(KgbuildError):
    """A record that breaks the annotation format."""


class ExtractError(KgbuildError):
    """An article that the annotator could not process."""


class StoreError(KgbuildError):
    """A file or endpoint that cannot be written or read as RDF."""


class GazetteerError(KgbuildError):
    """A user's gazetteer, or a file for it, that cannot be read or written."""


class QueryError(KgbuildError):
    """A query that does not exist, lacks a parameter, or does not parse."""


class ReasonError(KgbuildError):
    """An ontology or shapes graph that cannot be loaded or run."""
