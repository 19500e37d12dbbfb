"""Refresh: next year's actions and objectives as a draft beside the old ones, once it is said what each became."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from attrs import field, frozen

from bscb_docs.authoring.refresh_proposals import TABLE, propose
from bscb_docs.authoring.table_cells import with_cells
from bscb_docs.diagnostics.errors import BoardError
from bscb_docs.output.atomic_files import write_together
from bscb_docs.output.text_files import BOM, last_field, lines_as_typed, put_below, with_text_below
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
    fold,
    milestones_of,
    years_of,
)
from bscb_docs.records.names import grouped

_HEAD = (
    "<!-- The draft of {years}: what is carried on. Agree each deadline, and move the card to its place. Give each "
    "part of what was divided a title and words of its own; steps that were open stand beneath the first. -->"
)
_TO_AGREE = "not recorded, because it is agreed with the owner at the refresh"


@frozen
class Refreshed:
    """What a refresh wrote: the files, and the ids for which no decision was given."""

    changed: tuple[Path, ...] = ()
    waiting: tuple[str, ...] = field(default=())


def carry_out(
    board: Board, years: YearSpan, decided: Mapping[str, Sequence[str]], on: PartialDate | None = None
) -> Refreshed:
    """Writes what is decided into the old cards and rows, and draft cards of what is carried on, all or none.

    Work that was divided has several words, each of which makes a card; work that was merged has the same id in its
    words, which makes one. `on` is the day of each decision that names none.

    Nothing else of a file is changed. What was decided before is left as it is, so a second run changes nothing.
    BoardError where words of a decision say neither what a piece of work became nor that it ended, or where an id is
    that of other work.
    """
    proposals, decisions = propose(board, years), ByName(dict(decided))
    for name in decided:
        if not (board.find(Action, name) or board.find(Objective, name)):
            raise BoardError(f"became {name}: no action or objective has this id. Mend the line, or take it away.")
    said = [(each.work, [*filter(each.is_decided_by, decisions.get(each.work.id, ()))]) for each in proposals]
    chosen = [(work, words) for work, words in said if words]
    waiting = tuple(work.id for work, words in said if not words)
    folder = board.folder or Path()
    lines: dict[Path, dict[int, list[str]]] = {}
    for work, words in chosen:
        dated = [_on_a_day(work, each, on) for each in words]
        lines.setdefault(folder / work.place.file, {})[work.place.line] = dated
    files = {path: _with_decisions(path, words) for path, words in lines.items()}
    successors = {work.id: _carried_on_as(work, words) for work, words in chosen}
    carried = grouped((new, (new, work)) for work, _ in chosen for new in successors[work.id])
    drafts = [(each[0][0], [work for _, work in each]) for each in carried.values()]
    cards = [_card(board, works, new, years, successors) for new, works in drafts if _is_new(board, works, new, years)]
    if cards:
        draft = folder / f"refresh-{years}.md"
        files[draft] = with_text_below(draft, "\n".join(cards), _HEAD.format(years=years))
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


def _carried_on_as(work: Action | Objective, words: Sequence[str]) -> list[str]:
    """The ids under which the words of a decision carry a piece of work on; none where it ends."""
    decided = [_decided(work, each) for each in words]
    return [each.successor.name for each in decided if each.successor and not each.point]


def _is_new(board: Board, works: Sequence[Action | Objective], new: str, years: YearSpan) -> bool:
    """True where nothing has that id; what has it may be work of those years, of the same kind."""
    found = board.find(Action, new) or board.find(Objective, new)
    other = next((each for each in (*works, found) if each and not isinstance(each, type(works[0]))), None)
    if other:
        raise BoardError(f"became {works[0].id}: {new} is the id of another kind of work too. Write one of its own.")
    if found and years_of(board, found) != years:
        raise BoardError(f"became {works[0].id}: {new} is no work of {years}. Write an id that was never used.")
    return found is None


def _with_decisions(path: Path, decided: Mapping[int, Sequence[str]]) -> bytes:
    """A file with what was decided of each card or row that begins in that line; its signs and line ends stay."""
    lines = lines_as_typed(path)
    if path.suffix == TABLE:
        text = "".join(lines)
        bare = text.removeprefix(BOM)
        cells = {line: "\n".join(words) for line, words in decided.items()}
        return (text[: len(text) - len(bare)] + with_cells(bare, "became", cells)).encode()
    for heading, words in decided.items():
        put_below(lines, last_field(lines, heading - 1), [f"became: {each}" for each in words])
    return "".join(lines).encode()


def _card(
    board: Board,
    works: Sequence[Action | Objective],
    new: str,
    years: YearSpan,
    successors: Mapping[str, Sequence[str]],
) -> str:
    """The draft card of what carries work on: its words, owners and outcomes, its deadline still to be agreed."""
    first = works[0]
    owners = _titles(board, [ref for work in works for ref in work.owned_by])
    helpers = _titles(board, [ref for work in works for ref in work.supporters])
    fields = [*_above(board, first, years, successors), *_each("owner", owners)]
    fields += _each("supported by", (name for name in helpers if name not in owners))
    fields += [f"due: {_TO_AGREE}", *_each("serves", (ref.name for work in works for ref in work.serves))]
    if isinstance(first, Objective):
        measures = [name for work in works if isinstance(work, Objective) for name in work.measures]
        fields += _each("measure", measures) or [f"measure: {_TO_AGREE}"]
    kind = "Action" if isinstance(first, Action) else "Objective"
    titles = "; ".join(filter(None, dict.fromkeys(_title(work, new, successors[work.id]) for work in works)))
    texts = "\n\n".join(dict.fromkeys(str(work.text).strip() for work in works))
    steps = [step for work in works if fold(successors[work.id][0]) == fold(new) for step in _open_steps(board, work)]
    return "\n".join([f"# {kind} {new}{': ' if titles else ''}{titles}", *fields, "", texts, "", *steps])


def _title(work: Action | Objective, new: str, parts: Sequence[str]) -> str:
    """The title of a piece of work, or of one of the parts into which it was divided."""
    if not work.title or len(parts) == 1:
        return work.title or ""
    return f"{work.title}, part {1 + [*map(fold, parts)].index(fold(new))}"


def _open_steps(board: Board, work: Action | Objective) -> Iterator[str]:
    """The lines of a card for each milestone that is not done, its deadline still to be agreed."""
    for step in milestones_of(board, work):
        if step.done_on is None:
            yield from (f"## Milestone: {step.title}", *_each("owner", _titles(board, step.owned_by)))
            yield from (f"due: {_TO_AGREE}", "")


def _above(
    board: Board, work: Action | Objective, years: YearSpan, successors: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    if isinstance(work, Action):
        yield f"years: {years}"
        if work.plan and len(board.of(type(board.get(work.plan)))) > 1:
            yield f"plan: {work.plan.name}"
        if work.priority:
            yield f"priority: {work.priority.name}"
        return
    action = board.get(work.action) if work.action else None
    carried = [b.successor.name for b in action.became if b.successor] if action else []
    named = [*carried, *(successors.get(action.id, ()) if action else ())]
    gone = f"not recorded, because the action {action.id} ended" if action else "not recorded"
    yield f"action: {named[0] if named else gone}"


def _each(name: str, values: Iterable[str]) -> list[str]:
    """A line for each value, none twice."""
    return [f"{name}: {value}" for value in dict.fromkeys(values)]


def _titles(board: Board, refs: Iterable[Ref[Record]]) -> list[str]:
    return list(dict.fromkeys(str(getattr(board.get(ref), "title", ref.name)) for ref in refs))
