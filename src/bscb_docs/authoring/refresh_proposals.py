"""Proposals: what is to be decided of last year's work before a refresh, and the page on which a person decides."""

import re
from collections.abc import Callable, Iterable
from datetime import timedelta
from functools import partial
from itertools import count
from pathlib import Path

from attrs import frozen

from bscb_docs.diagnostics.errors import BoardError
from bscb_docs.output.atomic_files import write_whole
from bscb_docs.output.text_files import BOM, lines_as_typed
from bscb_docs.records import Action, Board, ByName, Delivery, Objective, YearSpan, objectives_of, standing_of, years_of
from bscb_docs.records.names import grouped

_DECISION = re.compile(r"became (?P<id>\S+):\s*(?P<words>.*)")
_ENDED = "ended"
TABLE = ".csv"


@frozen
class Proposal:
    """An action or objective of the old years of which nothing says yet what it became, and what is proposed."""

    work: Action | Objective
    state: str
    """How its last update says that it stands."""
    became: str
    """The words of a `became:` line; for what was given up they still lack the reason."""

    def is_decided_by(self, words: str) -> bool:
        """True for words that are whole: an end needs its reason, but of finished work, whose status is one."""
        return words == self.became == _ENDED or not re.fullmatch(r"(?:ended,?\s*(?:because)?)?", words)


def propose(board: Board, years: YearSpan) -> tuple[Proposal, ...]:
    """What is to be decided before those years: open work carried on under a new id, finished work to be ended.

    BoardError where the board has no earlier years, those do not follow them, an action of theirs has no last update,
    or work of theirs stands in a workbook; it says which.
    """
    old = max((a.years for a in board.of(Action) if a.years and a.years < years), default=None)
    if old is None:
        raise BoardError(f"No action is planned for years before {years}, so there is nothing to refresh.")
    _hold_to_follow(years, old)
    actions = list(board.actions(years=old))
    silent = [action.id for action in actions if board.latest_update(action) is None and not action.became]
    if silent:
        raise BoardError(
            f"{', '.join(silent)} of {old} {'has' if len(silent) == 1 else 'have'} no last update. Enter what was "
            "reported, or a status that says why there is none; then refresh again."
        )
    objectives = [each for each in board.of(Objective) if years_of(board, each) == old]
    works: tuple[Action | Objective, ...] = (*actions, *objectives)
    every: tuple[Action | Objective, ...] = board.of(Action, Objective)
    new_id = partial(_new_id, old=old, new=years, used=ByName({each.id: None for each in every}))
    found = tuple(_proposal(board, work, new_id) for work in works if not work.became)
    if shut := sorted({each.work.place.file for each in found if not each.work.place.file.endswith((".md", TABLE))}):
        mend = 'Save its sheets in Excel as "CSV UTF-8 (Comma delimited)", and take the workbook out of the folder.'
        raise BoardError(f"{', '.join(shut)}: what each row became cannot be written into a workbook. {mend}")
    return found


def _hold_to_follow(years: YearSpan, old: YearSpan) -> None:
    """BoardError for years that do not begin in the year in which those of the last actions end."""
    begin, length = old.latest + timedelta(days=1), old.last - old.first
    if years.first == begin.year:
        return
    slip = "begin before {} have ended" if years.first < begin.year else "leave out what comes after {}"
    raise BoardError(
        f"The years {years} {slip.format(old)}, the years of the last actions. "
        f"Write: --years {YearSpan(begin.year, begin.year + length)}."
    )


def _new_id(work: Action | Objective, old: YearSpan, new: YearSpan, used: ByName[None]) -> str:
    """An id that was never used: the work's with the new year in it, numbered on from the last there is."""
    before, after = f"{old.first % 100:02d}", f"{new.first % 100:02d}"
    head, digits = re.fullmatch(r"(.*?)(\d*)", work.id).groups()  # type: ignore[union-attr]  # it always matches
    at = head.rfind(before)
    stem = f"{head[:at]}{after}{head[at + len(before) :]}" if at >= 0 and digits else f"{work.id}-{after}-"
    width = len(digits) if at >= 0 else 1
    found = next(each for number in count(1) if (each := f"{stem}{number:0{width}d}") not in used)
    used[found] = None
    return found


def _proposal(board: Board, work: Action | Objective, new_id: Callable[..., str]) -> Proposal:
    standing = standing_of(board, work)
    state = standing.status.title if standing.status else "not rated"
    ended = _ENDED if standing.delivery is Delivery.COMPLETE else "ended, because "
    below = objectives_of(board, work) if isinstance(work, Action) else ()
    is_open = standing.is_open or any(standing_of(board, each).is_open for each in below)
    return Proposal(work, state, new_id(work) if is_open else ended)


def write_decisions(page: Path, proposals: Iterable[Proposal], years: YearSpan) -> None:
    """Writes the page on which a person decides, a line for each, that the next refresh reads; or SavingError."""
    lines = [
        f"Refresh for {years}: what becomes of each action and objective. Mend the lines that begin with became,",
        "complete every reason, and run the same command again. A line without a reason waits. Where work is divided,",
        "write a line for each of its parts, all with its old id; where it is merged, give the same new id to each.",
        "",
    ]
    for each in proposals:
        words = " ".join(str(each.work.text).split())
        lines += [f"{each.work.id} ({each.state}): {words[:160]}", f"became {each.work.id}: {each.became}", ""]
    write_whole(page, "\n".join(lines).encode())


def read_decisions(page: Path) -> dict[str, tuple[str, ...]]:
    """The words decided for each id; BoardError for a page that cannot be opened or is not saved as UTF-8."""
    lines = (line.removeprefix(BOM).rstrip() for line in lines_as_typed(page))
    said = grouped((match["id"], match) for match in map(_DECISION.fullmatch, lines) if match)
    return {matches[0]["id"]: tuple(each["words"] for each in matches) for matches in said.values()}
