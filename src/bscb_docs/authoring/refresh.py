"""Refresh: next year's actions and objectives as a draft beside the old ones, once it is said what each became."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from attrs import field, frozen

from bscb_docs.authoring.proposals import TABLE, propose
from bscb_docs.authoring.table_cells import with_cells
from bscb_docs.diagnostics.errors import BoardError
from bscb_docs.output.atomic_files import write_together
from bscb_docs.output.text_files import BOM, last_field, lines_as_typed, put_below
from bscb_docs.records import (
    Action,
    Became,
    Board,
    ByName,
    Objective,
    PartialDate,
    Record,
    Ref,
    YearSpan,
)

_HEAD = "<!-- The draft of {years}: what is carried on. Agree each deadline, and move the card to its place. -->"
_TO_AGREE = "not recorded, because it is agreed with the owner at the refresh"


@frozen
class Refreshed:
    """What a refresh wrote: the files, and the ids for which no decision was given."""

    changed: tuple[Path, ...] = ()
    waiting: tuple[str, ...] = field(default=())


def carry_out(board: Board, years: YearSpan, decided: Mapping[str, str], on: PartialDate | None = None) -> Refreshed:
    """Writes what is decided into the old cards and rows, and draft cards of what is carried on, all or none.

    `on` is the day of each decision that names none.

    Nothing else of a file is changed. What was decided before is left as it is, so a second run changes nothing.
    BoardError where words of a decision say neither what a piece of work became nor that it ended.
    """
    proposals, decisions = propose(board, years), ByName(dict(decided))
    chosen = {each.work.id: decisions[each.work.id] for each in proposals if each.work.id in decisions}
    waiting = tuple(each.work.id for each in proposals if each.work.id not in chosen)
    folder = board.folder or Path()
    lines: dict[Path, dict[int, str]] = {}
    cards: list[str] = []
    for each in proposals:
        words = chosen.get(each.work.id)
        if words is None:
            continue
        lines.setdefault(folder / each.work.place.file, {})[each.work.place.line] = _on_a_day(each.work, words, on)
        if new := _carried_on_as(each.work, words):
            cards.append(_card(board, each.work, new, years, chosen))
    files = {path: _with_decisions(path, words) for path, words in lines.items()}
    if cards:
        draft = folder / f"refresh-{years}.md"
        before = draft.read_text(encoding="utf-8") if draft.exists() else _HEAD.format(years=years)
        files[draft] = (f"{before.rstrip()}\n\n{chr(10).join(cards)}".rstrip() + "\n").encode()
    write_together(files)
    return Refreshed(tuple(files), waiting)


def _decided(work: Action | Objective, words: str) -> Became:
    try:
        return Became.from_text(words)
    except ValueError as fault:
        raise BoardError(f"became {work.id}: {fault}.") from None


def _on_a_day(work: Action | Objective, words: str, on: PartialDate | None) -> str:
    """The words of a decision with the day on which it was made, before its reason."""
    if on is None or _decided(work, words).on:
        return words
    what, because, reason = words.partition(", because")
    return f"{what}, on {on}{because}{reason}"


def _carried_on_as(work: Action | Objective, words: str) -> str:
    """The id under which the words of a decision carry a piece of work on; none where it ends."""
    became = _decided(work, words)
    return became.successor.name if became.successor and not became.point else ""


def _with_decisions(path: Path, words: Mapping[int, str]) -> bytes:
    """A file with what was decided of each card or row that begins in that line; its signs and line ends stay."""
    lines = lines_as_typed(path)
    if path.suffix == TABLE:
        text = "".join(lines)
        bare = text.removeprefix(BOM)
        return (text[: len(text) - len(bare)] + with_cells(bare, "became", words)).encode()
    for heading, decided in words.items():
        put_below(lines, last_field(lines, heading - 1), [f"became: {decided}"])
    return "".join(lines).encode()


def _card(board: Board, work: Action | Objective, new: str, years: YearSpan, chosen: Mapping[str, str]) -> str:
    """The draft card of what carries a piece of work on: its words and owners, its deadline still to be agreed."""
    kind = "Action" if isinstance(work, Action) else "Objective"
    fields = [*_above(board, work, years, chosen), *(f"owner: {name}" for name in _names(board, work.owned_by))]
    fields += [f"supported by: {name}" for name in _names(board, work.supporters)]
    fields += [f"due: {_TO_AGREE}", *(f"serves: {ref.name}" for ref in work.serves)]
    if isinstance(work, Objective):
        fields += [f"measure: {name}" for name in work.measures] or [f"measure: {_TO_AGREE}"]
    title = f": {work.title}" if work.title else ""
    return "\n".join([f"# {kind} {new}{title}", *fields, "", str(work.text).strip(), ""])


def _above(board: Board, work: Action | Objective, years: YearSpan, chosen: Mapping[str, str]) -> Iterator[str]:
    if isinstance(work, Action):
        yield f"years: {years}"
        if work.plan and len(board.of(type(board.get(work.plan)))) > 1:
            yield f"plan: {work.plan.name}"
        if work.priority:
            yield f"priority: {work.priority.name}"
        return
    action = board.get(work.action) if work.action else None
    carried = [b.successor.name for b in action.became if b.successor] if action else []
    decided = _carried_on_as(action, chosen[action.id]) if action and action.id in chosen else ""
    named = [*carried, *([decided] if decided else [])]
    gone = f"not recorded, because the action {action.id} ended" if action else "not recorded"
    yield f"action: {named[0] if named else gone}"


def _names(board: Board, refs: Iterable[Ref[Record]]) -> list[str]:
    return [str(getattr(board.get(ref), "title", ref.name)) for ref in refs]
