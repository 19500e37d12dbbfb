"""Action outcomes: what planned actions became, counted and in the words of a row."""

from collections import Counter
from collections.abc import Iterable, Iterator

from bscb_docs import (
    Action,
    Blocks,
    Board,
    Paragraph,
    Reference,
    Runs,
    Text,
    begin_with,
    capital,
    counted,
    labelled,
    listed,
    paragraphs,
    point_words,
    say,
    successors_of,
)

_UNSAID = "What became of them not recorded"
_CURRENT = "In the current plan"


def shared_reason(actions: Iterable[Action]) -> str:
    """The reason that all actions which ended have in common, said once above the rows; "" where they have none."""
    reasons = [became.because for action in actions for became in action.became if became.ended and not became.point]
    return reasons[0] if len(reasons) > 1 and len(set(reasons)) == 1 else ""


def outcomes_of(board: Board, actions: tuple[Action, ...], why: str) -> list[Runs]:
    """How many actions a later year carries on, how many ended and why they all did; of how many nothing is said.

    Nothing where all are of the current plan: they have become nothing yet.
    """
    fates = Counter(_fates(board, actions))
    ended, unsaid = say("Ended"), say(_UNSAID)
    if set(fates) == {say(_CURRENT)}:
        return []
    ordered = sorted(fates, key=lambda fate: (fate in {ended, unsaid}, fate))
    reasons = {ended: say(", each because {because}", because=why) if why else ""}
    return [labelled(fate, f"{counted(fates[fate], 'action')}{reasons.get(fate, '')}", ends=False) for fate in ordered]


def _fates(board: Board, actions: Iterable[Action]) -> Iterator[str]:
    """What became of each, in the kinds that the paper of what changed counts."""
    found = [(action, successors_of(board, action)) for action in actions]
    shared = Counter(after.id for _, later in found for after in later)
    for action, later in found:
        if not action.became:
            yield say(_CURRENT) if _is_current(board, action) else say(_UNSAID)
        elif not later:
            yield say("Ended")
        elif any(shared[after.id] > 1 for after in later):
            yield say("Merged in {years}", years=later[0].years)
        else:
            yield say("Split in {years}" if len(later) > 1 else "Carried on in {years}", years=later[0].years)


def _is_current(board: Board, action: Action) -> bool:
    """True for an action of the board's latest years, or of which it was decided later than its day what it became."""
    return (action.years is not None and action.years == board.latest_years) or bool(board.original(action).became)


def became_words(board: Board, action: Action, why: str) -> Blocks:
    """What the action became after its label, a paragraph each, or nothing yet; points are named by their words.

    One that went where the action went is named there, and leads there no second time. The reason that all which ended
    have in common is told above.
    """
    lines: list[Paragraph] = []
    is_split = len({became.successor for became in action.became} - {None}) > 1
    whole = {became.successor for became in action.became if not became.point}
    for became in action.became:
        if became.point and became.successor in whole - {None}:
            continue
        point = point_words(action.text, became.point) if became.point else ""
        subject: Runs = (Text(f"{capital(point)}: ", strong=True),) if point else ()
        if became.successor is None:
            is_told = not became.because or (became.because == why and not point)
            reason = "" if is_told else f": {became.because}"
            lines.append(Paragraph((*subject, Text(say("Ended{reason}.", reason=reason)))))
        else:
            how = say(" (split)") if is_split else say(" (reworded)") if became.reworded else ""
            where = Reference(say("action"), became.successor.name)
            of = [each.point for each in action.became if each.point and each.successor == became.successor]
            among = listed([point_words(action.text, name) for name in of]) if not point else ""
            more = say(", with {points}", points=among) if among else ""
            lines.append(Paragraph((*subject, Text(say("Now ")), where, Text(f"{how}{more}"))))
    if not lines and _is_current(board, action):
        return ()
    return begin_with(tuple(lines) or paragraphs(say("Not recorded")), label=say("What became of it"))
