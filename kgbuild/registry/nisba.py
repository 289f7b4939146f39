"""Inflection of adjectives of nationality (nisba)."""

from __future__ import annotations

from functools import cache

from kgbuild.registry.facts import NisbaForm

# (ending after the stem's ya, feminine, number): sound inflection is without exception
# for adjectives in -ي; nominative first, then the oblique form.
_ENDINGS = (
    ("", False, "singular"),
    ("ا", False, "singular"),
    ("ة", True, "singular"),
    ("ان", False, "dual"),
    ("ين", False, "dual"),
    ("تان", True, "dual"),
    ("تين", True, "dual"),
    ("ون", False, "plural"),
    ("ين", False, "plural"),
    ("ات", True, "plural"),
)
# The accusative alef marks an indefinite adjective only.
_INDEFINITE_ONLY = "ا"


@cache
def nisba_forms(stem: str) -> tuple[NisbaForm, ...]:
    """Return every inflected form of ``stem`` with and without the article.

    Args:
        stem: adjective in the masculine singular without the article, such as
            «سوري»; in one of several words («كوري شمالي») each word in -ي agrees, and
            an invariable first word («جنوب أفريقي») takes the article alone.
    """
    words = stem.split()
    forms = []
    for ending, feminine, number in _ENDINGS:
        inflected = [word + ending if word.endswith("ي") else word for word in words]
        forms.append(NisbaForm(" ".join(inflected), feminine, number, definite=False))
        if ending != _INDEFINITE_ONLY:
            forms.append(NisbaForm(_with_article(inflected, words), feminine, number, definite=True))
    return tuple(forms)


def _with_article(inflected: list[str], words: list[str]) -> str:
    if words[0].endswith("ي"):
        return " ".join("ال" + word for word in inflected)
    return " ".join(["ال" + inflected[0], *inflected[1:]])
