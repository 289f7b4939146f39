"""Find questions: those shipped in ``queries/``, and the user's own files."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from kgbuild.ask.question import Question, parse_question
from kgbuild.errors import QueryError
from kgbuild.resources import queries_folder


def list_questions(folder: Path | None = None) -> tuple[Question, ...]:
    """Return the questions of ``folder`` (the shipped ones by default), sorted by name.

    Raises:
        QueryError: a header that cannot be read, or no question at all.
    """
    place = folder or queries_folder()
    questions = tuple(read_question(path) for path in sorted(place.glob("*.rq"), key=lambda path: path.stem))
    if not questions:
        raise QueryError("there is no .rq file", where=str(place))
    return questions


def find_question(name: str, folder: Path | None = None) -> Question:
    """Return the question called ``name``, or the one in the file of that path if it ends in ``.rq``.

    Raises:
        QueryError: no such question (with the closest names) or file.
    """
    if name.endswith(".rq") and Path(name).is_file():
        return read_question(Path(name))
    place = folder or queries_folder()
    names = sorted(path.stem for path in place.glob("*.rq"))
    if name.removesuffix(".rq") not in names:
        close = get_close_matches(name.removesuffix(".rq"), names, n=3, cutoff=0.4)
        hint = f"close to it: {', '.join(close)}" if close else f"there are: {', '.join(names)}"
        raise QueryError(f"no question is called {name!r}", hint=hint)
    return read_question(place / f"{name.removesuffix('.rq')}.rq")


def read_question(path: Path) -> Question:
    """Return the question of a file, with or without a header.

    Raises:
        QueryError: the file cannot be read, is not UTF-8, or has a bad header.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError("the file is not UTF-8", where=str(path), hint="save it as UTF-8") from error
    except OSError as error:
        raise QueryError(f"cannot be read: {error.strerror}", where=str(path)) from error
    return parse_question(path.stem, text)
