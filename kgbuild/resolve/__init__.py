"""Annotation to Knowledge: entities get the identity that they have beyond one document.

A known actor or place gets the registry's IRI, anything else a hash of its type
and folded name. Nothing here reads text: :func:`resolve` sees the annotation only.
"""

from kgbuild.resolve.document import resolve
from kgbuild.resolve.known import KnownPlaces

__all__ = ["KnownPlaces", "resolve"]
