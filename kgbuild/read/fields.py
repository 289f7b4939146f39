"""Typed access to the fields of a JSON object, with errors that name document and field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from kgbuild.errors import AnnotationError
from kgbuild.labels import Label

Member = TypeVar("Member", bound=Label)


@dataclass(frozen=True, slots=True)
class Fields:
    """A JSON object.

    Attributes:
        value: its members.
        where: document and element, for errors.
    """

    value: Mapping[str, Any]
    where: str

    def error(self, what: str) -> AnnotationError:
        """Return an error about this object."""
        return AnnotationError(what, where=self.where)

    def named(self, name: str) -> Fields:
        """Return the same object under a more telling name."""
        return Fields(self.value, f"{self.where}: {name}")

    def text(self, key: str) -> str:
        """Return a string that has to be there and not be empty."""
        found = self.optional_text(key)
        if not found:
            raise self.error(f"no '{key}'")
        return found

    def optional_text(self, key: str) -> str | None:
        """Return a string, or ``None`` where it is absent or null."""
        found = self.value.get(key)
        if found is None or (isinstance(found, str) and _is_encodable(found)):
            return found
        raise self.error(f"'{key}' is {found!r}, not a string")

    def optional_integer(self, key: str) -> int | None:
        """Return a whole number that is not negative, or ``None`` where it is absent or null."""
        found = self.value.get(key)
        if found is None or (isinstance(found, int) and not isinstance(found, bool) and found >= 0):
            return found
        raise self.error(f"'{key}' is {found!r}, not a whole number")

    def integer(self, key: str) -> int:
        """Return a whole number that has to be there."""
        found = self.optional_integer(key)
        if found is None:
            raise self.error(f"no '{key}'")
        return found

    def optional_share(self, key: str) -> float | None:
        """Return a number from 0 to 1, or ``None`` where it is absent or null."""
        found = self.value.get(key)
        if found is None or (isinstance(found, int | float) and not isinstance(found, bool) and 0 <= found <= 1):
            return found
        raise self.error(f"'{key}' is {found!r}, not a number from 0 to 1")

    def member(self, key: str, labels: type[Member]) -> Member:
        """Return a member of a closed set, by its value."""
        found = self.value.get(key)
        try:
            return labels(found)
        except ValueError as error:
            raise self.error(str(error)) from error

    def items(self, key: str, *, required: bool = True) -> list[Any]:
        """Return a list; where it is not ``required``, an absent or null one is empty."""
        found = self.value.get(key)
        if found is None and not required:
            return []
        if not isinstance(found, list):
            raise self.error(f"'{key}' is not a list")
        return found

    def optional_object(self, key: str) -> Mapping[str, Any]:
        """Return an object's members; none where it is absent or null."""
        found = self.value.get(key)
        if found is None:
            return {}
        if not isinstance(found, dict):
            raise self.error(f"'{key}' is {found!r}, not an object")
        return found

    def objects(self, key: str, *, required: bool = True) -> list[Fields]:
        """Return a list of objects."""
        found = self.items(key, required=required)
        for item in found:
            if not isinstance(item, dict):
                raise self.error(f"'{key}' holds {item!r}, not an object")
        return [Fields(item, self.where) for item in found]


def _is_encodable(text: str) -> bool:
    """Half of a surrogate pair passes JSON, but no output file can hold it."""
    return not any("\ud800" <= char <= "\udfff" for char in text)
