"""The RDF formats that kgbuild reads, by the ending of the file's name."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import RdfFormat

from kgbuild.errors import StoreError
from kgbuild.labels import Label


class FileFormat(Label):
    """An RDF file's format; the value is the ending of its name. An unknown ending's error lists them."""

    TURTLE = "ttl"
    TRIG = "trig"
    N_QUADS = "nq"
    N_TRIPLES = "nt"
    RDF_XML = "rdf"
    JSON_LD = "jsonld"

    @classmethod
    def of(cls, path: Path) -> FileFormat:
        """Return the format of ``path``.

        Raises:
            ValueError: the ending is none of the formats'; the message lists them.
        """
        return cls(path.suffix.removeprefix(".").lower())

    @classmethod
    def holds_graphs(cls, path: Path) -> bool:
        """Whether the format of ``path`` keeps named graphs apart.

        Raises:
            StoreError: the ending is none of the formats'.
        """
        try:
            return cls.of(path).syntax.supports_datasets
        except ValueError as error:
            raise StoreError(str(error), where=str(path)) from error

    @property
    def syntax(self) -> RdfFormat:
        """What pyoxigraph calls the format."""
        return _SYNTAX[self]


_SYNTAX = {
    FileFormat.TURTLE: RdfFormat.TURTLE,
    FileFormat.TRIG: RdfFormat.TRIG,
    FileFormat.N_QUADS: RdfFormat.N_QUADS,
    FileFormat.N_TRIPLES: RdfFormat.N_TRIPLES,
    FileFormat.RDF_XML: RdfFormat.RDF_XML,
    FileFormat.JSON_LD: RdfFormat.JSON_LD,
}
