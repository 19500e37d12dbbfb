"""Changes since an issue: what changed since a version was issued, in records, prose and figures."""

import json
from collections.abc import Iterable, Iterator

from attrs import asdict, evolve, fields, frozen

from bscb_docs.diagnostics.errors import BoardError
from bscb_docs.documents.publication import publication_of
from bscb_docs.documents.register_entries import refuse_several
from bscb_docs.figures.figure import in_order
from bscb_docs.history.issue_lines import IssueLine
from bscb_docs.history.issued_versions import IssuedVersion, issued_versions
from bscb_docs.history.record_changes import Change, record_changes
from bscb_docs.history.record_pairs import called
from bscb_docs.prose import tokens
from bscb_docs.records import (
    Board,
    Issue,
    Measure,
    Narrative,
    Objective,
    Outcome,
    Prose,
    Reading,
    Record,
    RecordedFigure,
    RegisterEntry,
    fold,
)


@frozen
class Changes:
    """Everything that differs from an issued version: in the records, and in the figures that follow from them."""

    since: IssueLine | None
    """The version; None for a document that was never issued, of which every record that it prints is new."""
    document: str
    """Of which document: the one that was asked for, else that of the last issue."""
    records: tuple[Change, ...]
    figures: tuple[Change, ...] = ()

    def __str__(self) -> str:
        """A line for each change under a heading that says since when."""
        line = self.since
        when = f"Since version {line.version} of {line.document}, issued on {line.on}" if line else self._unissued
        said = [f"{when}:"]
        said += [f"- {change}" for change in self.records] or ["- nothing was changed in the records."]
        if self.figures:
            said += ["What follows in the figures:", *(f"- {change}" for change in self.figures)]
        return "\n".join(said)

    @property
    def _unissued(self) -> str:
        return f"{self.document} was never issued, so that all that it prints is new"

    @property
    def opening(self) -> str:
        """A sentence that says what is compared with."""
        line = self.since
        if line is None:
            return f"{self._unissued}."
        return f"Version {line.version} was issued on {line.on} by {line.by}. Its check code is {line.code}."

    def to_json(self) -> str:
        """The same for another program."""
        sides = {"records": self.records, "figures": self.figures}
        changes = {name: [asdict(each) for each in side] for name, side in sides.items()}
        since = asdict(self.since) if self.since else None
        return json.dumps({"since": since, **changes}, indent=2, ensure_ascii=False)

    def proposals(self) -> tuple[str, ...]:
        """Lines `changed:` for the card of the next version, one for each record that differs."""
        words: dict[str, list[Change]] = {}
        for change in self.records:
            words.setdefault(change.about, []).append(change)
        return tuple(f"changed: {_proposed(about, found)}" for about, found in words.items())


def _proposed(about: str, found: Iterable[Change]) -> str:
    parts = list(dict.fromkeys(change.part for change in found))
    if parts == [""]:
        return str(next(iter(found)))
    return f"{about}: {', '.join(filter(None, parts))} changed."


def changes_since(board: Board, document: str | None = None, version: str | None = None) -> Changes:
    """What changed since a version of a document was issued, the latest if None; of no document, since the last issue.

    Of a document only what it prints, then or now; all of that where it was never issued. BoardError where no such
    version was issued; OutlineError where there is no such document, or one for each body.
    """
    if document:
        refuse_several(board, document)
    if document and not version and board.find(RegisterEntry, document) and not issued_versions(board).latest(document):
        nothing, printed = evolve(board, records=()), _printed(board, document)
        new = record_changes(nothing, board)
        return Changes(None, document, tuple(c for c in new if printed is None or c.about in printed.records))
    issued = _issued(board, document, version)
    then = issued.board(board)
    changes, figures = record_changes(then, board), _figures(then, board, document)
    if document:
        sides = [_printed(each, document) for each in (then, board)]
        changes = tuple(c for c in changes if any(side is None or c.about in side.records for side in sides))
        figures = tuple(c for c in figures if any(side is None or c.about in side.figures for side in sides))
    return Changes(issued.line, issued.line.document, changes, figures)


def _issued(board: Board, document: str | None, version: str | None) -> IssuedVersion:
    issued = issued_versions(board)
    found = issued.find(document, version) if document and version else issued.latest(document or "")
    if found is None:
        if not issued.versions:
            if document:
                publication_of(board).plan(document)
            mend = "Name a document of the register, and all that it prints is told."
            raise BoardError(f"Nothing was issued yet, so that there is nothing to compare with. {mend}")
        standing = ", ".join(f"{each.line.document} {each.line.version}" for each in issued.versions)
        what = " ".join(filter(None, (document, version)))
        raise BoardError(f"{what} was not issued. Issued were: {standing}.")
    return found


@frozen
class _Printed:
    """What changes call the records that a document prints, and the figures that stand in it."""

    records: frozenset[str]
    figures: frozenset[str]


def _printed(board: Board, document: str) -> _Printed | None:
    """What a document prints, with what is bound in; None where a section does not say which records it prints."""
    entry = board.find(RegisterEntry, document)
    bound = {fold(name) for name in (document, *(entry.appendices if entry else ()))}
    papers = [each for each in publication_of(board).printed if fold(each.entry.id) in bound]
    if not papers or any(each.undeclared for each in papers):
        return None
    own = [each for each in board.of(Issue) if fold(each.about) in bound]
    printed = [record for each in papers for record in each.records]
    records = [*printed, *_measured(board, printed), *own, board.details, *filter(None, [entry])]
    known = {figure.name for figure in in_order(publication_of(board).figures)}
    return _Printed(
        frozenset(called(record, board.kinds) for record in records),
        frozenset(f"Figure {name}" for record in records for name in _figures_in(record) if name in known),
    )


def _measured(board: Board, printed: Iterable[Record]) -> Iterator[Record]:
    """The measures that outcomes and objectives name, and what was read of them: they are printed with these."""
    names = {fold(name) for each in printed if isinstance(each, Outcome | Objective) for name in each.measures}
    yield from (measure for measure in board.of(Measure) if fold(measure.id) in names)
    yield from (reading for reading in board.of(Reading) if fold(reading.about.name) in names)


def _figures_in(record: Record) -> Iterator[str]:
    """The names of the figures that the texts of a record set, in whatever form, and of the one that it records."""
    if isinstance(record, RecordedFigure):
        yield record.id
    parts = record.sections if isinstance(record, Narrative) else (record,)
    for part in parts:
        for value in (getattr(part, each.name) for each in fields(type(part))):
            for token in tokens(value) if isinstance(value, Prose) else ():
                yield from (token.name, token.name.rpartition(".")[0])


def _figures(then: Board, board: Board, document: str | None) -> tuple[Change, ...]:
    """The figures whose values differ, as the document shows them, else as the board does."""
    old, new = (_values(each, document) for each in (then, board))
    return tuple(
        Change(f"Figure {name}", "value", old.get(name, ""), new.get(name, ""))
        for name in (*new, *(name for name in old if name not in new))
        if old.get(name) != new.get(name)
    )


def _values(board: Board, document: str | None) -> dict[str, str]:
    publication = publication_of(board)
    found = publication.figures_for(publication.plan(document).document) if document else publication.figures
    return {figure.name: str(figure) for figure in in_order(found)}
