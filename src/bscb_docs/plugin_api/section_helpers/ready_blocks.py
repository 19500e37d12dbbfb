"""Ready blocks: what sections say alike: paragraphs, points, tables, run-in labels, and what was not recorded."""

from collections.abc import Iterable, Sequence
from datetime import date

from attrs import evolve

from bscb_docs.diagnostics.errors import FieldError
from bscb_docs.languages.house_words import say
from bscb_docs.plugin_api.document import Document
from bscb_docs.prose import names, parse, plain
from bscb_docs.prose.blocks import Block, Blocks, Item, ItemList, Paragraph, Runs, Table, Text
from bscb_docs.records import Board, Body, Gap, PartialDate, Prose, RegisterEntry, YearSpan, at_work, fold

_ALL = 100


def as_at_words(document: Document) -> str:
    """The document's day as a sentence goes on with it, " as at 5 April 2018"; nothing where it is of no day."""
    return say(" as at {day}", day=document.as_at) if document.as_at else ""


def groups_at_work(board: Board, document: Document) -> list[Body]:
    """The board's own groups that were at work at the document's day, or had ended by then in its years."""
    return [body for body in board.of(Body) if body.is_own and at_work(body, document.as_at, document.years)]


def papers_with(board: Board, section: str, years: YearSpan | None = None) -> tuple[str, ...]:
    """The titles of the register's documents that list a section of that name, for those years where it names any."""
    given = [(entry, choice) for entry in board.of(RegisterEntry) for choice in entry.sections]
    found = [(entry, dict(choice.options).get("years")) for entry, choice in given if fold(choice.name) == section]
    own = (entry.title for entry, of in found if not entry.one_of and (None in {of, years} or of == str(years)))
    return tuple(dict.fromkeys(own))


def paragraphs(*lines: str) -> Blocks:
    """A paragraph for each of the lines."""
    return tuple(Paragraph((Text(line),)) for line in lines)


def runs_of(blocks: Blocks) -> Runs:
    """The words of paragraphs, one after the other; nothing of a list or table."""
    return tuple(run for block in blocks if isinstance(block, Paragraph) for run in block.runs)


def begin_with(text: Prose | Blocks, label: str = "", name: str = "") -> Blocks:
    """The blocks of a text, its first paragraph begun with a run-in label and open to references by a name.

    Where something of a name has neither words nor label, that they were not recorded: a blank paragraph says nothing.
    """
    blocks: tuple[Block, ...] = parse(text) if isinstance(text, Prose) else text
    blocks = blocks if blocks or label or not name else paragraphs(say("Not recorded"))
    if not (label or name):
        return blocks
    first, rest = (blocks[0], blocks[1:]) if blocks and isinstance(blocks[0], Paragraph) else (Paragraph(()), blocks)
    runs = (Text(f"{label}: ", strong=True), *first.runs) if label else first.runs
    return (evolve(first, runs=runs, name=f"{first.name} {name}".strip()), *rest)


def points(lines: Iterable[str | Runs], otherwise: str) -> Blocks:
    """Short lines as points, one of them as a plain paragraph, none as the words given for that."""
    items = tuple(Paragraph((Text(line),) if isinstance(line, str) else line) for line in lines)
    return (ItemList(tuple(Item((item,)) for item in items)),) if len(items) > 1 else items or paragraphs(otherwise)


def table_of(caption: str, header: Sequence[str], rows: Iterable[Sequence[str | Runs]]) -> Table:
    """A table whose cells are plain words or runs; FieldError for any other, or a row of another length."""
    made = [_cells(row, f"table_of, row {at}", len(header)) for at, row in enumerate(rows, 1)]
    return Table(_cells(header, "table_of, header", len(header)), tuple(made), (Text(caption),))


def by_month(
    caption: str, head: Sequence[str], rows: Iterable[tuple[PartialDate | None, Sequence[str | Runs]]]
) -> tuple[Table, ...]:
    """A table of what is due, each row after its date, in their order: a day as it is, else the month in which it ends.

    What has no deadline stands last; there is no table where nothing is due.
    """
    known = sorted(rows, key=lambda row: row[0].latest if row[0] else date.max)
    dated = [(_due_by(day), *cells) for day, cells in known]
    return (table_of(caption, [say("Due by"), *head], dated),) if dated else ()


def _due_by(day: PartialDate | None) -> str:
    if day is None:
        return say("No deadline")
    return str(day) if day.earliest == day.latest else day.last_month


def shares_caption(caption: str, shares: Iterable[str]) -> str:
    """The caption of a table with shares of a whole; it says so where they, rounded, do not add up to 100%."""
    total = sum(int(share.rstrip("%")) for share in shares if share[0].isdigit())
    return caption if total in {0, _ALL} else say("{caption}; shares are rounded", caption=caption)


def _cells(cells: Sequence[str | Runs], where: str, number: int) -> tuple[Runs, ...]:
    """The cells of a row as runs."""
    if len(cells) != number:
        raise FieldError(where, f"it has {len(cells)} cells where the header has {number}; give one for each column")
    for at, cell in enumerate(cells, 1):
        if not isinstance(cell, str | tuple):
            mend = 'words for what is missing, as in "Not recorded"' if cell is None else "str(...) of it"
            raise FieldError(f"{where}, cell {at}", f"{cell!r} is neither words nor runs; give {mend}")
    return tuple((Text(cell),) if isinstance(cell, str) else cell for cell in cells)


def words_for(gap: Gap | None) -> str:
    """What is printed where the board says that something was not recorded: never why, which is the manager's."""
    return say("Not recorded") if gap else ""


def labelled(label: str, words: str, *, ends: bool = True) -> Runs:
    """Words after their label in bold: a short sentence, with room for another after it, unless it is not to end."""
    return (Text(f"{label}: ", strong=True), Text(f"{words.rstrip('.')}. " if ends else words))


def begun(runs: Runs, between: str, text: Prose | None) -> Blocks:
    """Words that the first paragraph of a text goes on, with what parts the two; the rest of the text below."""
    blocks = parse(text) if text else ()
    if not blocks or not isinstance(blocks[0], Paragraph):
        return (Paragraph(runs), *blocks)
    return (Paragraph((*runs, Text(between), *blocks[0].runs)), *blocks[1:])


def ended_with(text: Prose | Blocks, runs: Runs) -> Blocks:
    """The blocks of a text, its last paragraph ended with more sentences; these below it where it ends otherwise."""
    blocks: tuple[Block, ...] = parse(text) if isinstance(text, Prose) else text
    if runs and blocks and isinstance(last := blocks[-1], Paragraph):
        return (*blocks[:-1], evolve(last, runs=(*last.runs, Text(" "), *runs)))
    return (*blocks, *((Paragraph(runs),) if runs else ()))


def point_words(text: Prose, name: str) -> str:
    """The words of the point or paragraph of that name; the name itself where the text has none."""
    found = next((block for known, block, _ in names(text) if fold(known) == fold(name)), None)
    return plain(found.blocks if isinstance(found, Item) else (found,)).rstrip(".;,") if found else name
