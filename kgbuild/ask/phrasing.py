"""From a question in plain Arabic or English to one of the shipped ones, by patterns.

No model guesses: ``data/phrasings.tsv`` lists how people ask, with slots for names,
dates and kinds of events. What fits no phrasing is refused, with the nearest questions.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kgbuild.ask.language import Language
from kgbuild.ask.library import list_questions
from kgbuild.ask.question import Question
from kgbuild.ask.spoken_dates import DATE, iso_date
from kgbuild.errors import QueryError
from kgbuild.folding import fold
from kgbuild.resources import data_rows

SLOT = re.compile(r"\{(\w+)\}")
_ARABIC_RUN = re.compile(r"[\u0621-\u064a\u0671-\u06d3]+")
_SIGNS = re.compile(r"[؟?!.,،؛;:]+(?=\s|$)")
NUMBER = "km"
KIND = "kind"
DAY, SINCE, UNTIL = "day", "from", "to"
DATES = frozenset({DAY, SINCE, UNTIL})
# Words that say what a name is, and are no part of it.
HEADS = {"ar": "(?:(?:مدينه|بلده|قريه|ناحيه|منطقه) )?", "en": "(?:the (?:city |town |village )?(?:of )?)?"}
PLACE_TAIL = {"ar": " (?:في|داخل) ", "en": " (?:in|at|inside|near) "}
DAY_TAIL = {
    "ar": " (?:في |خلال )?(?:يوم |بتاريخ |عام |سنه |شهر |(?<=في )|(?<=خلال ))(?P<day>{date})",
    "en": " (?:on |in |during )(?P<day>{date})",
}
PERIOD_TAIL = {
    "ar": " (?:بين|من|منذ) (?:يوم |عام |شهر )?(?P<from>{date})(?: (?:الي|حتي|و) ?(?:يوم |عام |شهر )?(?P<to>{date}))?",
    "en": " (?:between|from|since) (?P<from>{date})(?: (?:and|to|until|till) (?P<to>{date}))?",
}
# Every answer that has sources names them.
ENDING = {"ar": "(?: و?(?:بحسب|وفق) من)?", "en": "(?:,? (?:and )?according to whom)?"}
# A name begins with none of these: they open a place or a time.
OPENERS = "(?!(?:في|من|الي|علي|خلال|in|from|to|on|at|by) )"
NEAREST, STEM = 3, 4


@dataclass(frozen=True, slots=True)
class Reading:
    """A shipped question that a sentence may mean.

    Attributes:
        question: name of the question.
        params: name of a parameter -> what stands for it in the sentence, dates as ISO.
        language: the sentence's.
    """

    question: str
    params: Mapping[str, str]
    language: Language


def readings(text: str) -> tuple[Reading, ...]:
    """Return the shipped questions that ``text`` may mean, the likeliest first, without repetition.

    Raises:
        QueryError: no phrasing fits; the hint names the nearest questions.
    """
    asked = tidy(text)
    fitting = list(_fitting(asked, [word for word in text.split() if tidy(word)]))
    found = {(item.question, tuple(sorted(item.params.items()))): item for item in reversed(fitting)}
    if not found:
        raise QueryError(f"no question fits {text.strip()!r}", hint=_nearest(asked))
    return tuple(reversed(found.values()))


def tidy(text: str) -> str:
    """Return a sentence in one spelling: folded, in small Latin letters and European digits, without its signs."""
    digits = "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in text)
    return " ".join(_SIGNS.sub(" ", fold(digits).casefold()).split())


def _fitting(asked: str, words: Sequence[str]) -> Iterator[Reading]:
    for question, language, phrasing in data_rows("ask", "phrasings.tsv"):
        for pattern in _patterns(question, language, phrasing):
            match = pattern.fullmatch(asked)
            if match and not _names_a_date(match):
                yield Reading(question, _params(question, match, words), Language(language))


def _names_a_date(match: re.Match[str]) -> bool:
    """«كم احتجاجاً في 2019»: what looks like a date is no name."""
    named = (value for name, value in match.groupdict().items() if value and name not in DATES)
    return any(re.search(rf"(?:^|\s){DATE}$", value) for value in named)


def _params(question: str, match: re.Match[str], words: Sequence[str]) -> dict[str, str]:
    params = {name: _as_written(match, name, words) for name, value in match.groupdict().items() if value}
    for name in DATES & params.keys():
        params[name] = iso_date(params[name])
    if KIND in params:
        params[KIND] = _kinds()[params[KIND]]
    if DAY in params and DAY not in _parameters()[question]:
        day = params.pop(DAY)
        params |= {SINCE: day, UNTIL: day}
    return params


def _as_written(match: re.Match[str], name: str, words: Sequence[str]) -> str:
    """Return a name in the asker's own spelling, if it begins with a word; of dates and kinds the folded one."""
    start, asked = match.start(name), match.string
    whole_words = len(words) == asked.count(" ") + 1 and (start == 0 or asked[start - 1] == " ")
    if name in DATES or name == KIND or not whole_words:
        return match[name]
    first = asked.count(" ", 0, start)
    return _SIGNS.sub("", " ".join(words[first : first + match[name].count(" ") + 1]))


@cache
def _patterns(question: str, language: str, phrasing: str) -> tuple[re.Pattern[str], ...]:
    """Return a phrasing with the place and the time that may follow it, in either order."""
    spelled = _ARABIC_RUN.sub(lambda run: fold(run[0]), phrasing)
    core = SLOT.sub(lambda slot: _slot(slot[1], language), spelled)
    slots, known = set(SLOT.findall(phrasing)), _parameters()[question]
    where = f"(?:{PLACE_TAIL[language]}{_slot('place', language)})?" if "place" in known - slots else ""
    when = _when(known, language) if DATES & known and not DATES & slots else ""
    orders = dict.fromkeys((core + where + when, core + when + where))
    return tuple(re.compile(order + ENDING[language]) for order in orders)


def _when(known: frozenset[str], language: str) -> str:
    tails = [DAY_TAIL[language], *([PERIOD_TAIL[language]] if SINCE in known else [])]
    return f"(?:{'|'.join(tails).format(date=DATE)})?"


def _slot(name: str, language: str) -> str:
    if name in DATES:
        return f"(?P<{name}>{DATE})"
    if name == NUMBER:
        return rf"(?P<{NUMBER}>\d{{1,4}})"
    if name == KIND:
        words = "|".join(re.escape(word) for word in sorted(_kinds(), key=len, reverse=True))
        return f"(?:ال)?(?P<{KIND}>{words})ا?"
    return rf"{HEADS[language]}(?P<{name}>{OPENERS}\S.*?)"


@cache
def _kinds() -> Mapping[str, str]:
    """Word of a kind of events, folded -> event type."""
    rows = data_rows("ask", "kinds.tsv")
    return {fold(word): kind for kind, *languages in rows for words in languages for word in words.split("|")}


@cache
def _parameters() -> Mapping[str, frozenset[str]]:
    return {item.name: frozenset(one.name for one in item.parameters) for item in list_questions()}


def _nearest(asked: str) -> str:
    """Name the questions that share most words with what was asked, with titles in its language."""
    wanted = _stems([asked])
    shared = {item: len(wanted & _stems(_words_of(item))) for item in list_questions()}
    best = sorted((item for item in shared if shared[item]), key=lambda item: (-shared[item], item.name))[:NEAREST]
    near = f"nearest: {', '.join(_titled(item, asked) for item in best)}; " if best else ""
    return f"{near}kgbuild query --list shows all, kgbuild query NAME --about what each asks"


def _titled(question: Question, asked: str) -> str:
    return f"{question.name} ({question.title_ar if _ARABIC_RUN.search(asked) else question.title})"


def _words_of(question: Question) -> Iterable[str]:
    phrasings = (row[2] for row in data_rows("ask", "phrasings.tsv") if row[0] == question.name)
    return (question.title, question.title_ar, question.question, question.question_ar, *phrasings)


def _stems(texts: Iterable[str]) -> set[str]:
    words = (word.removeprefix("ال") for text in texts for word in re.findall(r"\w+", tidy(text)))
    return {word[:STEM] for word in words if len(word) >= STEM}
