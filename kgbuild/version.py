"""The package's version, from its metadata."""

from __future__ import annotations

from importlib.metadata import version

VERSION = version("kgbuild")
