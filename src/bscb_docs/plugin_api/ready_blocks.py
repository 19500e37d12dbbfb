"""Ready blocks: what sections say alike: points, run-in labels, what was not recorded, and who signed."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve, frozen

from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.diagnostics.errors import FieldError
from bscb_docs.figures.number_words import counted, in_words
from bscb_docs.languages.house_words import listed, say
from bscb_docs.plugin_api.document import Document
from bscb_docs.prose import names, parse, plain
from bscb_docs.prose.blocks import Block, Blocks, Item, ItemList, Paragraph, Runs, Table, Text
from bscb_docs.records import Board, Body, ChangedOwner, Gap, Owner, Prose, Ref, Signature, Work, fold, in_force

_OFTEN = {1: "once", 2: "twice"}
_MONTH = 365.25 / 12
"""Days."""


@frozen
class SignOff(Compared):
    """Who signed: the full name, and below it the post, the body and the date, as far as they are recorded."""

    name: str
    lines: tuple[str, ...]


def sign_offs(board: Board, signatures: Iterable[Signature], body: str = "") -> tuple[SignOff, ...]:
    """The sign-off block of each who signed a text for the board, or for the body of that name, in their order."""
    return tuple(_sign_off(board, signature, body or board.details.title) for signature in signatures)


def _sign_off(board: Board, signed: Signature, body: str) -> SignOff:
    lines = (signed.as_, "" if signed.as_ and body in signed.as_ else body, str(signed.on or ""))
    return SignOff(board.get(signed.person).full_name, tuple(line for line in lines if line))


def as_at_words(document: Document) -> str:
    """The document's day as a sentence goes on with it, " as at 5 April 2018"; nothing where it is of no day."""
    return say(" as at {day}", day=document.as_at) if document.as_at else ""


def groups_at_work(board: Board, document: Document) -> list[Body]:
    """The board's own groups that were at work at the document's day."""
    return [body for body in board.of(Body) if body.is_own and in_force(body, document.as_at)]


def paragraphs(*lines: str) -> Blocks:
    """A paragraph for each of the lines."""
    return tuple(Paragraph((Text(line),)) for line in lines)


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


def points(lines: Iterable[str], otherwise: str) -> Blocks:
    """Short lines as points, one of them as a plain paragraph, none as the words given for that."""
    items = paragraphs(*lines)
    return (ItemList(tuple(Item((item,)) for item in items)),) if len(items) > 1 else items or paragraphs(otherwise)


def table_of(caption: str, header: Sequence[str], rows: Iterable[Sequence[str | Runs]]) -> Table:
    """A table whose cells are plain words or runs; FieldError for any other, or a row of another length."""
    made = [_cells(row, f"table_of, row {at}", len(header)) for at, row in enumerate(rows, 1)]
    return Table(_cells(header, "table_of, header", len(header)), tuple(made), (Text(caption),))


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


def charge_of(board: Board, work: Work) -> Runs:
    """Who owns a piece of work, when it is due and what changed of that, in one line, or nothing."""
    owners = [board.get(ref).title for ref in work.owned_by]
    said = {
        say("Owners" if len(owners) > 1 else "Owner"): listed(owners) or words_for(work.gap("owner")),
        say("Due"): str(work.deadline or "") or words_for(work.gap("due")),
    }
    return (*_labelled(said), *_changes(board, work))


def changes_of(board: Board, work: Work) -> Blocks:
    """Who supports it, and what changed of its owners and its deadline, in one paragraph, or nothing."""
    runs = _changes(board, work)
    return (Paragraph(runs),) if runs else ()


def _changes(board: Board, work: Work) -> Runs:
    return _labelled(
        {
            say("Owner changed"): "; ".join(handovers_of(board, work)),
            say("Supported by"): listed([board.get(ref).title for ref in work.supporters]),
            say("First agreed"): first_agreed(work),
        }
    )


def _labelled(said: Mapping[str, str]) -> Runs:
    return tuple(run for label, words in said.items() if words for run in labelled(label, words))


def first_agreed(work: Work) -> str:
    """The deadline that was first agreed, how often and how far it was moved since, and why last; else nothing."""
    if work.last_move is None:
        return ""
    said = say("{day}; moved {often}", day=work.due or say("not recorded"), often=times(len(work.moved)))
    far, because = months_of(work.days_slipped), work.last_move.because
    said += say(", by {months}", months=far) if far else ""
    return said + (say(", because {because}", because=because) if because else "")


def months_of(days: int) -> str:
    """Days as whole months, as in "three months"; "" where they are less than half of one."""
    months = round(days / _MONTH)
    return counted(months, "month") if months > 0 else ""


def times(number: int) -> str:
    """How often, as in "moved twice"."""
    return say(_OFTEN[number]) if number in _OFTEN else say("{number} times", number=in_words(number))


def handovers_of(board: Board, work: Work) -> tuple[str, ...]:
    """Each change of its owner: from whom to whom, since when and why."""
    return tuple(_handover(board, before, change) for before, change in work.handovers)


def _handover(board: Board, before: Ref[Owner] | None, change: ChangedOwner) -> str:
    owner = board.get(change.to).title
    said = say("From {before} to {owner}", before=board.get(before).title, owner=owner) if before else ""
    said = said or say("Also {owner}", owner=owner)
    said += say(" since {day}", day=change.on) if change.on else ""
    return said + (say(", because {because}", because=change.because) if change.because else "")


def labelled(label: str, words: str, *, ends: bool = True) -> Runs:
    """Words after their label in bold: a short sentence, with room for another after it, unless it is not to end."""
    return (Text(f"{label}: ", strong=True), Text(f"{words.rstrip('.')}. " if ends else words))


def point_words(text: Prose, name: str) -> str:
    """The words of the point or paragraph of that name; the name itself where the text has none."""
    found = next((block for known, block, _ in names(text) if fold(known) == fold(name)), None)
    return plain(found.blocks if isinstance(found, Item) else (found,)).rstrip(".;,") if found else name
