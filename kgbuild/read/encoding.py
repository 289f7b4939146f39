"""Bytes to text: UTF-8 as it should be, old Arabic encodings converted and said so."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from kgbuild.errors import ReadError
from kgbuild.read.script import arabic_share

# Encodings that Arabic news was published in before UTF-8, by Python's codec names.
_ARABIC_CODECS = ("cp1256", "iso8859-6", "utf-16", "utf-16-le", "utf-16-be")
_SIGNATURES = {b"%PDF": "a PDF", b"PK\x03\x04": "a ZIP, DOCX or EPUB file", b"\x1f\x8b": "a gzip file"}
# Enough to tell a damaged UTF-8 file from one in another encoding.
_SAMPLE = 1_000_000
# Russian or German under an Arabic encoding gives about half Arabic letters, Arabic nearly all.
_CONVINCING = 0.8
_ASCII = re.compile("[\x00-\x7f]+")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding that it was converted from (``None``: it was UTF-8)."""

    text: str
    encoding: str | None = None


def decode(data: bytes, where: str, declared: str | None = None) -> Decoded:
    """Return ``data`` as text.

    UTF-8 is read strictly. Anything else has to turn into mostly Arabic letters under an
    encoding used for Arabic: the one that the file declares, else the one that
    charset-normalizer finds.

    Args:
        data: the whole file.
        where: the file, for the error.
        declared: encoding named by the file itself.

    Raises:
        ReadError: the file is empty, binary, or damaged UTF-8.
    """
    if not data.strip():
        raise ReadError("empty file", where=where)
    for signature, kind in _SIGNATURES.items():
        if data.startswith(signature):
            raise ReadError(f"binary file: {kind}", where=where, hint="extract its text first")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _convert(data, where, declared, f"broken UTF-8 at byte {error.start}")
    return _convert(data, where, declared, "binary file: NUL bytes") if "\0" in text else Decoded(text)


def _convert(data: bytes, where: str, declared: str | None, problem: str) -> Decoded:
    encoding = None if _is_damaged_utf8(data) else _encoding(data, declared)
    if encoding:
        text = data.decode(encoding).removeprefix("\ufeff")
        if _is_arabic(text):
            return Decoded(text, encoding)
    raise ReadError(problem, where=where, hint="save it as UTF-8")


def _is_arabic(text: str) -> bool:
    """The old encodings share ASCII, so only the other letters tell; control characters mean a binary file."""
    return not _CONTROL.search(text) and arabic_share(_ASCII.sub(" ", text)) >= _CONVINCING


def _is_damaged_utf8(data: bytes) -> bool:
    """Read as Windows-1256, damaged Arabic UTF-8 would pass for letters («ط§ظ„ط­ط±ط¨»): keep it out."""
    text = data[:_SAMPLE].decode("utf-8", errors="replace")
    return sum("\u0620" <= char <= "\u064a" for char in text) > text.count("\ufffd")


def _encoding(data: bytes, declared: str | None) -> str | None:
    for name in filter(None, (declared, _detected(data))):
        codec = _codec_name(name)
        if codec in _ARABIC_CODECS and _decodes(data, codec):
            return codec
    return None


def _detected(data: bytes) -> str | None:
    best = from_bytes(data, cp_isolation=list(_ARABIC_CODECS)).best()
    return best.encoding if best else None


def _codec_name(name: str) -> str | None:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def _decodes(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return True
