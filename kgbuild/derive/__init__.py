"""Derived knowledge: what follows from the events and claims of many documents, in named graphs of its own."""

from __future__ import annotations

from kgbuild.derive.everything import derive

__all__ = ["derive"]
