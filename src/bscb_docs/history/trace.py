"""Trace: the trace of some words through a board's records, and the same in a manager's words."""

import re
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from bscb_docs.diagnostics.phrases import shortened
from bscb_docs.diagnostics.suggestions import nearest
from bscb_docs.figures.figure import Figure
from bscb_docs.history.lineage_walk import Planned, Step, Strand, follow
from bscb_docs.history.text_search import (
    Extract,
    Mention,
    Resolve,
    extracts_of,
    significant,
    stands_in,
    stem,
    tokens_of,
    vocabulary,
)
from bscb_docs.records import Action, Board, ByName, Meeting, Narrative, Objective, Record, Term, Update, fold
from bscb_docs.records.kind import word_for
from bscb_docs.records.record_index import refs_of

_LONGEST = 300
"""So many characters of a text are shown."""


@frozen
class Trace:
    """What happened to some words: each story of work, or a point, through the years, then where else they stand."""

    words: str
    stories: tuple[tuple[Step, ...], ...] = ()
    mentions: tuple[Mention, ...] = ()
    nearest: str = ""
    """What was looked for instead, where the words that were asked for stand nowhere."""

    def __str__(self) -> str:
        """The trace as the command prints it, every part with its file and line."""
        return "\n".join(_tell(self))


def trace(board: Board, words: str, figures: Mapping[str, Figure] | None = None) -> Trace:
    """Where the words, or what bears that id and what names it, stand, what was reported there, and what it became.

    All significant words must stand in one title, point or paragraph, with any ending and in any order. `figures`, by
    name, give the words that `{{ name }}` prints.
    """
    known = ByName(figures or {})

    def resolve(name: str) -> str:
        return str(known[name]) if name in known else f"[{name}]"

    if named := [each for each in board.records if words and fold(getattr(each, "id", None) or "") == fold(words)]:
        return _of_named(board, words, named, resolve)
    sought = [significant(form) for form in _forms(board, words)]
    found = _Search(board, sought, resolve)
    near: tuple[str, ...] = ()
    if found.is_empty and sought[0]:
        stems = list(dict.fromkeys(vocabulary(board)))
        near = tuple(nearest(word, stems) or word for word in sought[0])
        found = _Search(board, [near], resolve) if near != sought[0] else found
    said = "" if found.is_empty else " ".join(near)
    return Trace(words, follow(board, found.strands, resolve), tuple(found.mentions), said)


def _of_named(board: Board, words: str, named: list[Record], resolve: Resolve) -> Trace:
    """The trace of records of one id: the work among them, or that names them, and what else does."""
    strands = [Strand(record) for record in named if isinstance(record, Planned)]
    if strands:
        return Trace(words, follow(board, strands, resolve))
    naming = [each for each in board.records if any(board.led_to(ref) in named for _, ref in refs_of(each))]
    strands = [Strand(record) for record in naming if isinstance(record, Planned)]
    others = [each for each in (*named, *naming) if not isinstance(each, Planned | Update)]
    said = [(each, next(extracts_of(each, resolve), None)) for each in others]
    mentions = tuple(Mention(_name(board, each), first.text, each.place) for each, first in said if first)
    return Trace(words, follow(board, strands, resolve), mentions)


def _planned(board: Board, name: str) -> Planned | None:
    """The action or objective of that id."""
    return board.find(Action, name) or board.find(Objective, name)


def _forms(board: Board, words: str) -> Iterator[str]:
    """The words, and where they are a declared term, its other forms."""
    yield words
    for term in board.of(Term):
        forms = [form for form in (term.title, term.abbreviation, *term.also) if form]
        if fold(words) in map(fold, forms):
            yield from (form for form in forms if fold(form) != fold(words))


class _Search:
    """The strands in which any of the sought groups of words stands, and the other places where it does."""

    def __init__(self, board: Board, sought: Iterable[tuple[str, ...]], resolve: Resolve) -> None:
        self.board = board
        self.sought = [stems for stems in sought if stems]
        self.strands: list[Strand] = []
        self.mentions: list[Mention] = []
        self.reported: list[Strand] = []
        for record in board.records:
            if isinstance(record, Planned):
                self.strands += self._of_work(record, resolve)
            elif isinstance(record, Term):
                continue  # what a thing is called is no place where it is spoken of
            elif extracts := [p for p in extracts_of(record, resolve) if self._stands_in(p)]:
                self._note(record, extracts)
        told = {strand.key[0] for strand in self.strands}
        self.strands += [strand for strand in self.reported if strand.key[0] not in told]

    @property
    def is_empty(self) -> bool:
        """True where the words stand nowhere."""
        return not self.strands and not self.mentions

    def _stands_in(self, extract: Extract) -> bool:
        return any(stands_in(stems, extract) for stems in self.sought)

    def _of_work(self, work: Planned, resolve: Resolve) -> list[Strand]:
        """The points in which the words stand, or to which they and the work's lead come down; else the work."""
        extracts = list(extracts_of(work, resolve))
        standing = [extract for extract in extracts if self._stands_in(extract)]
        if standing:
            return list(dict.fromkeys(Strand(work, extract.name.partition(" ")[0]) for extract in standing))
        stems = {stem(word) for extract in extracts for word in tokens_of(f"{extract.text} {extract.name}")}
        if not any(set(group) <= stems for group in self.sought):
            return []
        wanted = {word for group in self.sought for word in group}
        points = [p.name for p in extracts if p.name and wanted & {stem(word) for word in tokens_of(p.text)}]
        return [Strand(work, name.partition(" ")[0]) for name in points] or [Strand(work)]

    def _note(self, record: Record, extracts: list[Extract]) -> None:
        if isinstance(record, Update) and (work := _planned(self.board, record.about.name)):
            self.reported.append(Strand(work))
            return
        where = _name(self.board, record)
        self.mentions += [Mention(where, self._around(extract.text), extract.place) for extract in extracts]

    def _around(self, text: str) -> str:
        """The sentences of a long text in which the words stand."""
        if len(text) <= _LONGEST:
            return text
        wanted = {word for group in self.sought for word in group}
        sentences = re.split(r"(?<=[.!?])\s+", text)
        stems = {sentence: {stem(word) for word in tokens_of(sentence)} for sentence in sentences}
        whole = [said for said in sentences if any(set(group) <= stems[said] for group in self.sought)]
        return " ... ".join(whole or [said for said in sentences if wanted & stems[said]])


def _name(board: Board, record: Record) -> str:
    """A record as its heading names it: "Outcome P1-O3", "Body: Executive Board", "Meeting of the Executive Board"."""
    kind = word_for(type(record), board.kinds)
    if isinstance(record, Meeting):
        return f"Meeting of the {record.body.name}" + (f", {record.date}" if record.date else "")
    if isinstance(record, Narrative):
        return record.title
    id_, title = getattr(record, "id", None), getattr(record, "title", None)
    about = getattr(record, "about", None)
    return f"{kind} {id_ or about}" if id_ or about else f"{kind}: {title}" if title else kind


def _tell(trace: Trace) -> Iterator[str]:
    yield f'What happened to "{trace.words}"?'
    if trace.nearest:
        yield f"These words stand nowhere. What is nearest to them was looked for: {trace.nearest}."
    if not trace.stories and not trace.mentions:
        yield "Nothing in the records speaks of it."
    for story in trace.stories:
        yield ""
        told: set[Mention] = set()
        for step in story:
            yield f"{step.where}{', point' if step.point else ''} ({step.place}): {shortened(step.text, _LONGEST)}"
            for update in step.updates:
                if update in told:
                    continue
                told.add(update)
                yield f"    {update.where} ({update.place}): {shortened(update.text, _LONGEST)}"
            if not step.updates:
                yield "    Nothing was reported of it."
            yield from (f"    {m.where} ({m.place}): {shortened(m.text, _LONGEST)}" for m in step.objectives)
            yield from (f"    {fate}" for fate in step.fates)
    if trace.mentions:
        yield ""
        yield "It stands here too:" if trace.stories else "No action or objective speaks of it. It stands here:"
        yield from (f"    {m.where} ({m.place}): {shortened(m.text, _LONGEST)}" for m in trace.mentions)
