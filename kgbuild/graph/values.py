"""RDF terms for plain values: literals by type and precision, IRIs by the rules of the model."""

from __future__ import annotations

import math
import re
from datetime import date

from pyoxigraph import Literal, NamedNode

from kgbuild.graph.vocabulary import (
    GEO_WKT_LITERAL,
    XSD_ANY_URI,
    XSD_DATE,
    XSD_DECIMAL,
    XSD_DOUBLE,
    XSD_INTEGER,
    XSD_OFFSET,
    XSD_YEAR,
    XSD_YEAR_MONTH,
)
from kgbuild.records import Coordinates

# Length of the ISO form -> the XSD type of that precision, and what completes it to a day.
_PRECISIONS = {10: (XSD_DATE, ""), 7: (XSD_YEAR_MONTH, "-01"), 4: (XSD_YEAR, "-01-01")}

# What RFC 3987 does not allow in an IRI, but which addresses of news pages contain; and a
# final full stop, which rdflib cannot parse in a prefixed name.
_NOT_IN_IRI = re.compile(r"""[\x00-\x20<>"{}|\\^`\x7f]|%(?![0-9A-Fa-f]{2})|\.\Z""")


def iri(value: str) -> NamedNode:
    """Return the IRI ``value``.

    Raises:
        ValueError: it is no absolute IRI, or ends in a full stop (see ``_NOT_IN_IRI``).
    """
    if value.endswith("."):
        raise ValueError(f"an IRI must not end in a full stop: {value!r}")
    return NamedNode(value)


def address(url: str) -> NamedNode | Literal:
    """Return the IRI of a web address, or an ``xsd:anyURI`` literal where it is none (``www.example.org/1``)."""
    escaped = _NOT_IN_IRI.sub(lambda found: f"%{ord(found[0]):02X}", url.strip())
    try:
        return NamedNode(escaped)
    except ValueError:
        return Literal(require_unicode(url), datatype=XSD_ANY_URI)


def require_unicode(value: str) -> str:
    """Return ``value``.

    Raises:
        UnicodeEncodeError: it holds a lone surrogate, which no RDF file can hold.
    """
    value.encode("utf-8")
    return value


def text(value: str, language: str | None = None) -> Literal:
    """Return a string, with its BCP 47 language tag where there is one."""
    return Literal(require_unicode(value), language=language)


def integer(value: int) -> Literal:
    """Return an ``xsd:integer``."""
    return Literal(str(value), datatype=XSD_INTEGER)


def offset(value: int) -> Literal:
    """Return an offset in code points, as the Web Annotation vocabulary types it."""
    if value < 0:
        raise ValueError(f"an offset must not be negative: {value}")
    return Literal(str(value), datatype=XSD_OFFSET)


def _shortest(value: float, places: int) -> str:
    """Write ``value`` without exponent and needless zeros, but with one digit after the point."""
    if not math.isfinite(value):
        raise ValueError(f"not a finite number: {value}")
    whole, _, fraction = f"{value:.{places}f}".partition(".")
    digits = fraction.rstrip("0") or "0"
    return "0.0" if float(f"{whole}.{digits}") == 0 else f"{whole}.{digits}"


def decimal(value: float) -> Literal:
    """Return an ``xsd:decimal`` of at most four decimals."""
    return Literal(_shortest(value, 4), datatype=XSD_DECIMAL)


def point(position: Coordinates) -> Literal:
    """Return a GeoSPARQL WKT point: longitude before latitude (CRS84), six decimals, about 10 cm."""
    longitude = _shortest(position.longitude, 6).removesuffix(".0")
    latitude = _shortest(position.latitude, 6).removesuffix(".0")
    return Literal(f"POINT({longitude} {latitude})", datatype=GEO_WKT_LITERAL)


def metres(kilometres: int) -> Literal:
    """Return a length in metres, as the ``xsd:double`` that GeoSPARQL's measures are."""
    return Literal(f"{kilometres * 1000}.0", datatype=XSD_DOUBLE)


def calendar(value: str) -> Literal:
    """Return an ISO day, month or year as ``xsd:date``, ``xsd:gYearMonth`` or ``xsd:gYear``.

    Raises:
        ValueError: it is none of the three, or no such day exists.
    """
    datatype, rest = _PRECISIONS.get(len(value), (None, ""))
    if datatype is None or not _is_day(value + rest):
        raise ValueError(f"not an ISO day, month (YYYY-MM) or year: {value!r}")
    return Literal(value, datatype=datatype)


def _is_day(value: str) -> bool:
    try:
        # Python also reads 20241130 and 2024-W48-6, which XSD does not.
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
