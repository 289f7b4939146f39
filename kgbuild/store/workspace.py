"""A folder that builds add to: what it holds, what is new, and all of it written at once or not at all."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from pyoxigraph import Quad

from kgbuild.errors import StoreError
from kgbuild.iris import BASE, graph_iri
from kgbuild.records import Annotation, Article
from kgbuild.store.annotations import annotation_to_json
from kgbuild.store.condition import Condition, present_condition, read_condition
from kgbuild.store.description import write_description
from kgbuild.store.disk import ANEW, disk_errors
from kgbuild.store.draft import begin_draft, complete, drop_draft, publish
from kgbuild.store.earlier import Earlier
from kgbuild.store.journal import Journal
from kgbuild.store.ledger import Entry, read_ledger, write_ledger
from kgbuild.store.locking import locked
from kgbuild.store.names import ANNOTATIONS, DATASET, JOURNAL, LEDGER, REPORT, SETTINGS, STATE
from kgbuild.store.replacing import write_text
from kgbuild.store.writer import GraphWriter


class Workspace:
    """A folder with a graph, opened by one program at a time; a second one says that it waits.

    Args:
        folder: where it is; made if need be.
        made_with: the settings that shape every graph, by name, ``base`` among them; where they differ from those that
            the folder was written with, all graphs have to be made again. ``None``: those it was written with.
        anew: whether to begin without what the folder holds.

    Attributes:
        settings: those that shape every graph.
        entries: the documents that it holds, by id, those of this build included.
        stale: whether all graphs have to be made again from :meth:`lines`: other settings, or files that are not as
            they were left, as when a person has corrected the annotations.
        journal: what was extracted and is not in the graph yet, also by a program that died.
    """

    def __init__(
        self, folder: Path, made_with: Mapping[str, str | None] | None = None, *, anew: bool = False
    ) -> None:
        self.settings: dict[str, str | None] = {}
        self.entries: dict[str, Entry] = {}
        self.stale = False
        self._folder = folder
        self._made_with = made_with
        self._anew = anew

    def __enter__(self) -> Self:
        """Open it.

        Raises:
            StoreError: it cannot be made or read.
        """
        with ExitStack() as stack:
            self._open(stack)
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it; what was not committed is not in the graph, but what was extracted stays in the journal."""
        self._stack.close()

    def has(self, article_id: str, fingerprint: str) -> bool:
        """Return whether the document is in the graph, made from just this."""
        entry = self.entries.get(article_id)
        return entry is not None and entry.fingerprint == fingerprint

    def twin(self, article: Article) -> str | None:
        """Return the id of an earlier article of this build that has the same address, if there is one."""
        first = self._addresses.setdefault(article.url, article.id) if article.url else article.id
        return first if first != article.id else None

    def put(self, annotation: Annotation, quads: Iterable[Quad], entry: Entry, *, noted: bool = False) -> None:
        """Add a document, in the place of one with its id or address.

        Args:
            annotation: what is to stand in ``annotations.jsonl``.
            quads: its graph.
            entry: what is known of it (:func:`~kgbuild.store.ledger.entry_of`).
            noted: whether the journal has it.

        Raises:
            StoreError: the disk is full or cannot be written.
        """
        if not noted:
            line = json.dumps(annotation_to_json(annotation), ensure_ascii=False)
            self.journal.add(entry.fingerprint, line)
        holder = self._holders.get(entry.url or "", entry.id)
        # One that this build has put itself has another address now.
        if holder != entry.id and holder in self.entries and holder not in self._put:
            self.remove(holder)
        self._writer.add(quads)
        self._put[entry.id] = self.entries[entry.id] = entry

    def remove(self, article_id: str) -> None:
        """Take a document out.

        Raises:
            KeyError: there is none with this id.
        """
        del self.entries[article_id]
        self._gone.add(graph_iri(article_id, self._base))

    def find(self, name: str) -> str | None:
        """Return the id of the document with this id or address; ``None`` if there is none."""
        return name if name in self.entries else self._holders.get(name)

    def lines(self) -> Iterator[tuple[Entry | None, str]]:
        """Yield the annotation of each document that was there before this build and was not put again.

        With its entry; ``None`` for one that a person has written into ``annotations.jsonl``.

        Raises:
            StoreError: the file is gone or cannot be read.
        """
        file = self._folder / ANNOTATIONS
        if self._held and not file.is_file():
            raise StoreError("is gone, and without it the graph cannot be made again", where=str(file), hint=ANEW)
        with disk_errors(file), file.open(encoding="utf-8") as lines:
            for line in lines:
                name = _id_of(line, file)
                if name not in self._put and (name in self.entries or name not in self._held):
                    yield self._held.get(name), line

    def commit(self, report: Callable[[Collection[Entry]], Mapping[str, Any]]) -> bool:
        """Write all that was put and removed, and return whether the graph had to be written.

        Args:
            report: what ``report.json`` is to hold, given the documents of the graph.

        Raises:
            StoreError: the disk is full or cannot be written; all is as it was.
        """
        changed = bool(self._put or self._gone or self.stale)
        if changed:
            self._write(report)
            publish(self._folder)
        else:
            _write_report(self._folder / REPORT, report(self.entries.values()))
        self.journal.clear()
        return changed

    def _open(self, stack: ExitStack) -> None:
        state = self._folder / STATE
        is_new = not self._folder.exists()
        with disk_errors(self._folder):
            state.mkdir(parents=True, exist_ok=True)
            stack.callback(_tidy, self._folder, is_new=is_new)
            stack.enter_context(locked(self._folder))
        complete(self._folder)
        self._draft = begin_draft(self._folder)
        stack.callback(drop_draft, self._folder)
        self.journal = stack.enter_context(Journal(state / JOURNAL))
        self._held = {} if self._anew else read_ledger(state / LEDGER)
        left = Condition() if self._anew else read_condition(self._folder)
        self.settings = dict(left.made_with if self._made_with is None else self._made_with)
        self._base = self.settings.get("base") or BASE
        found = present_condition(self._folder, self.settings, inner=state)
        self.stale = bool(self._held) and left != found
        before = self._folder if self._held and not self.stale else None
        self._writer = GraphWriter(self._draft, before=before, base=self._base)
        self.entries = dict(self._held)
        self._put: dict[str, Entry] = {}
        self._gone: set[str] = set()
        self._addresses: dict[str, str] = {}
        self._holders = {entry.url: entry.id for entry in self._held.values() if entry.url}

    def _write(self, report: Callable[[Collection[Entry]], Mapping[str, Any]]) -> None:
        earlier = {} if self.stale else self._held
        held = {graph_iri(name, self._base): entry.stretch for name, entry in earlier.items()}
        stretches = self._writer.finish(held, self._gone)
        put = {name: entry.placed(stretches.get(graph_iri(name, self._base))) for name, entry in self._put.items()}
        # What is made again is all that there is.
        self.entries = put if self.stale else self.entries | put
        self._write_annotations()
        write_ledger(self._draft / LEDGER, self.entries.values())
        condition = present_condition(self._draft, self.settings, inner=self._draft)
        condition.write(self._draft / SETTINGS)
        write_description(self._writer.census, condition.sizes, self._draft / DATASET)
        _write_report(self._draft / REPORT, report(self.entries.values()))

    def _write_annotations(self) -> None:
        file = self._draft / ANNOTATIONS
        with disk_errors(file), ExitStack() as stack:
            stream = stack.enter_context(file.open("wb"))
            kept: Earlier[bytes] = Earlier(())
            if self._held and not self.stale:
                # The file and the ledger are both sorted by id.
                lines = stack.enter_context((self._folder / ANNOTATIONS).open("rb"))
                kept = Earlier(zip(self._held, lines, strict=True))
            for name in sorted(self._put):
                stream.writelines(line for other, line in kept.before(name) if other in self.entries)
                kept.take(name)
                stream.write(self.journal.line(self._put[name].fingerprint))
            stream.writelines(line for other, line in kept.before() if other in self.entries)


def _tidy(folder: Path, *, is_new: bool) -> None:
    """Leave nothing of a workspace in which nothing was built."""
    state = folder / STATE
    journal = state / JOURNAL
    if (state / LEDGER).exists() or (journal.exists() and journal.stat().st_size):
        return
    shutil.rmtree(state, ignore_errors=True)
    if is_new:
        with suppress(OSError):
            folder.rmdir()


def _id_of(line: str, file: Path) -> str:
    try:
        return str(json.loads(line)["id"])
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(f"a line is no annotation: {line[:60]!r}", where=str(file), hint=ANEW) from error


def _write_report(file: Path, report: Mapping[str, Any]) -> None:
    text = json.dumps(report, ensure_ascii=False, indent=2) + "\n"
    with disk_errors(file):
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            write_text(file, text)
