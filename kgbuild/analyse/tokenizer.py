"""A spaCy tokenizer for Arabic news whose tokens are exact stretches of the text.

Proclitics (و ف ب ل ك س) are tokens of their own; the article stays with its word,
and «لل…» (ل and ال fused) stays one token whose norm is the word with its article.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from spacy.attrs import NORM  # type: ignore[import-not-found]  # compiled, without a stub
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from kgbuild.analyse.proclitics import expand_fused, split_proclitics
from kgbuild.analyse.remembered import WORDS_REMEMBERED
from kgbuild.analyse.word_counts import ARABIC_WORD
from kgbuild.folding import fold

_ARABIC = ARABIC_WORD.pattern
_LETTER = "[\u0621-\u064a]"
_OTHER_LETTER = rf"(?: (?!{_ARABIC}) [^\W\d_] )"
_OTHER_SIGN = rf"(?: (?!{_ARABIC}) [^\W_] )"
# In order: the first alternative that matches at a place wins. Nothing that may fail follows a run without a bound,
# or only what the run cannot hold, so that no text takes more than linear time. Possessive runs would say so, but
# Python 3.11.2, which Debian 12 has, reads those of groups wrongly.
_CHUNK = re.compile(
    rf"""
    (?P<space> \s+ )
  | (?P<abbreviation> (?<!\w) {_LETTER} (?: \.{_LETTER} )+ (?!\w) )                # أ.ف.ب
  | (?P<word> {_ARABIC} )
  | (?: https?:// | www\. ) [^\s«»"“”()<>]* [^\s«»"“”()<>.,،؛؟!?:;…]             # web address
  | [A-Za-z0-9][A-Za-z0-9._+-]{{0,63}} @ [A-Za-z0-9-]+ (?: \.[A-Za-z0-9-]+ )+     # e-mail address
  | \d* {_OTHER_LETTER} {_OTHER_SIGN}* (?: [-'’] {_OTHER_SIGN}+ )*                # S-400, 5G, BBC
  | \d+ (?: [.,:٫٬]\d+ )*                                                        # number, time of day
  | .                                                                             # any sign by itself
    """,
    re.VERBOSE | re.DOTALL,
)


@lru_cache(maxsize=WORDS_REMEMBERED)
def norm(text: str) -> str:
    """Return the folded form of a token's text, its article restored where ل swallowed it."""
    return fold(expand_fused(text)) or text


def is_fused(text: str) -> bool:
    """Return whether a token is ل and ال written as one («للجيش»)."""
    return expand_fused(text) != text


class ArabicTokenizer:
    """Turns a text into a ``Doc`` whose ``text`` is that text, character by character.

    Args:
        vocab: vocabulary of the pipeline; its lexemes get the folded form as ``norm_``.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        # The getter serves lexemes yet to come; the few that the pipeline already has are set here.
        vocab.lex_attr_getters[NORM] = norm  # type: ignore[attr-defined]  # missing in spaCy's stubs
        for lexeme in vocab:
            lexeme.norm_ = norm(lexeme.text)

    def __call__(self, text: str) -> Doc:
        """Tokenize ``text``."""
        words: list[str] = []
        spaces: list[bool] = []
        for piece in _pieces(text):
            if piece == " " and words and not spaces[-1] and not words[-1].isspace():
                spaces[-1] = True
            else:
                words.append(piece)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)

    def pipe(self, texts: Iterable[str], batch_size: int = 1000) -> Iterator[Doc]:
        """Tokenize a stream of texts; ``batch_size`` is accepted as spaCy's pipeline passes it."""
        return map(self, texts)

    def to_bytes(self, **kwargs: Any) -> bytes:
        """Return nothing: the tokenizer has no state beyond the package's data."""
        return b""

    def from_bytes(self, data: bytes, **kwargs: Any) -> ArabicTokenizer:
        """Return the tokenizer as it is."""
        return self

    def to_disk(self, path: str | Path, **kwargs: Any) -> None:
        """Write nothing."""

    def from_disk(self, path: str | Path, **kwargs: Any) -> ArabicTokenizer:
        """Return the tokenizer as it is."""
        return self


def _pieces(text: str) -> Iterator[str]:
    """Yield the tokens of ``text`` and, between them, the white space: one blank, then the rest of its run."""
    for match in _CHUNK.finditer(text):
        chunk = match.group()
        if match.lastgroup == "word":
            yield from split_proclitics(chunk)
        elif match.lastgroup == "space" and len(chunk) > 1 and chunk[0] == " " and match.start() > 0:
            yield " "
            yield chunk[1:]
        else:
            yield chunk


@registry.tokenizers("kgbuild.ArabicTokenizer.v1")  # type: ignore[untyped-decorator]  # catalogue has no types
def create_arabic_tokenizer() -> Callable[[Language], ArabicTokenizer]:
    """Return the factory that a pipeline's config names ``kgbuild.ArabicTokenizer.v1``."""

    def create(nlp: Language) -> ArabicTokenizer:
        return ArabicTokenizer(nlp.vocab)

    return create


def token_norms(phrase: str) -> tuple[str, ...]:
    """Return the folded tokens of a phrase, cut as the tokenizer cuts a text."""
    return tuple(norm(piece) for piece in _pieces(phrase) if not piece.isspace())
