"""Arabic names in Latin letters, for readers who know no Arabic script."""

from kgbuild.latin.romanise import romanise

__all__ = ["romanise"]
