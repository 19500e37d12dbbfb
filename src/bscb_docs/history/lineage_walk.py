"""Lineage walk: an action, or one of its points, through the years: what came before it, and what it became."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from bscb_docs.diagnostics.location import Place
from bscb_docs.history.text_search import Extract, Mention, Resolve, in_one_line, text_extracts
from bscb_docs.prose import names
from bscb_docs.records import Action, Became, Board, Update, fold

_UNSAID = "Nothing says what it became."
_LATEST = "It is in the current plan."


@frozen
class Strand:
    """An action, or its point of that name."""

    action: Action
    point: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What tells strands apart, however an id was typed."""
        return fold(self.action.id), fold(self.point)


@frozen
class Step:
    """One year of a strand: its words and place, what was reported of the action, and what became of the strand."""

    action: Action
    where: str
    """The action as the pack prints it: "Priority 2, action 3 (P2-18-3) of 2018-19"."""
    text: str
    place: Place
    updates: tuple[Mention, ...]
    fates: tuple[str, ...]
    """Whole sentences, each with the place of the line that says so."""
    point: str = ""


@frozen
class _Fate:
    """What became of a strand: the sentence that says so, and the strand that carries it on, if any."""

    said: str
    strand: Strand | None = None


def follow(board: Board, found: Iterable[Strand], resolve: Resolve) -> tuple[tuple[Step, ...], ...]:
    """The story of each strand found that is not told in an earlier one, its steps in the order of their years."""
    ways = _Ways(board, resolve)
    stories: list[dict[tuple[str, str], Strand]] = []
    for strand in found:
        if not any(strand.key in story for story in stories):
            stories.append(ways.story(strand))
    return tuple(tuple(ways.step(strand) for strand in sorted(s.values(), key=_year)) for s in stories)


def name_action(board: Board, action: Action) -> str:
    """An action as the pack prints it and as the records call it: "Priority 2, action 3 (P2-18-3) of 2018-19"."""
    name = board.called(action)
    return f"{name[:1].upper()}{name[1:]} ({action.id})" + (f" of {action.years}" if action.years else "")


def _year(strand: Strand) -> int:
    return strand.action.years.first if strand.action.years else 0


class _Ways:
    """The board's actions, what each became and what was reported of it, to be walked in both directions."""

    def __init__(self, board: Board, resolve: Resolve) -> None:
        self.board, self.resolve = board, resolve
        self.updates: dict[str, list[Update]] = {}
        for update in board.of(Update):
            self.updates.setdefault(fold(update.about.name), []).append(update)
        self.before: dict[str, list[Action]] = {}
        for action in board.actions():
            for successor in dict.fromkeys(fold(b.successor.name) for b in action.became if b.successor):
                self.before.setdefault(successor, []).append(action)

    def story(self, start: Strand) -> dict[tuple[str, str], Strand]:
        """The strand with all that it became, and all that became it, by key.

        Two walks from the start, one onward and one back: whatever either meets is in the story once, so strands that
        were split and joined again, or that lead back to themselves, end the walk like any other.
        """
        story = {start.key: start}
        for onward in (self._after, self._earlier):
            waiting = [start]
            while waiting:
                for strand in onward(waiting.pop()):
                    if strand.key not in story:
                        story[strand.key] = strand
                        waiting.append(strand)
        return story

    def step(self, strand: Strand) -> Step:
        """One year of the strand's story."""
        action = strand.action
        text = action.title or in_one_line(text_extracts(action.text, self.resolve))
        words = self._point(action, strand.point) or Extract(text, action.place)
        updates = tuple(self._reported(update) for update in self.updates.get(fold(action.id), ()))
        fates = tuple(fate.said for fate in self._fates(strand))
        return Step(action, name_action(self.board, action), words.text, words.place, updates, fates, strand.point)

    def _after(self, strand: Strand) -> Iterator[Strand]:
        return (fate.strand for fate in self._fates(strand) if fate.strand)

    def _earlier(self, strand: Strand) -> Iterator[Strand]:
        for action in self.before.get(fold(strand.action.id), ()):
            own = [name for name, _, _ in names(action.text)]
            yield from (
                earlier
                for earlier in (Strand(action), *(Strand(action, name) for name in own))
                if any(after.key == strand.key for after in self._after(earlier))
            )

    def _fates(self, strand: Strand) -> list[_Fate]:
        """What the records say became of a strand, or that they say nothing.

        For a point, what is said of it by name goes first, then that the whole action's successor has a point of its
        name; only else is the fate of the whole action told of it, and never followed as the point's own.
        """
        action = strand.action
        if not action.became and action.years == self.board.latest_years:
            return [_Fate(_LATEST)]
        whole = [became for became in action.became if not became.point]
        if not strand.point:
            parted = [self._parted(action, became) for became in action.became if became.point]
            return [*(self._fate(action, became) for became in whole), *parted] or [_Fate(_UNSAID)]
        own = [became for became in action.became if fold(became.point) == fold(strand.point)]
        if own:
            return [self._fate(action, became, strand.point) for became in own]
        kept = [fate for became in whole if (fate := self._kept(action, became, strand.point))]
        if kept:
            return kept
        if any(became.successor for became in whole):
            on = " ".join(self._fate(action, became).said for became in whole)
            return [_Fate(f"Nothing says what this point became. Of the whole action: {on}")]
        return [_Fate(self._fate(action, became).said) for became in whole] or [_Fate(_UNSAID)]

    def _point(self, action: Action, name: str) -> Extract | None:
        """The point or paragraph of an action that bears that name."""
        if not any(fold(known) == fold(name) for known, _, _ in names(action.text)):
            return None
        found = text_extracts(action.text, self.resolve)
        return next((p for p in found if fold(name) in map(fold, p.name.split())), None)

    def _parted(self, action: Action, became: Became) -> _Fate:
        """The fate of one point, told of the whole action."""
        point = self._point(action, became.point)
        said = self._fate(action, became, became.point).said
        return _Fate(f'The point "{point.text if point else became.point}": {said}')

    def _kept(self, action: Action, became: Became, point: str) -> _Fate | None:
        """The fate of a point that bears the same name in the action's successor."""
        successor = self.board.find(Action, became.successor.name) if became.successor else None
        words = self._point(successor, point) if successor else None
        if successor is None or words is None:
            return None
        before = self._point(action, point)
        how = "" if before and before.text == words.text else ", reworded,"
        where = name_action(self.board, successor)
        return _Fate(f"Carried on{how} in {where} ({words.place}): {words.text}", Strand(successor, point))

    def _fate(self, action: Action, became: Became, point: str = "") -> _Fate:
        if became.successor is None:
            return _Fate(
                f"Ended, {f'because {became.because}' if became.because else 'without a reason on record'}"
                f" ({action.place})."
            )
        successor = self.board.find(Action, became.successor.name)
        how = "Carried on, reworded, in" if became.reworded else "Carried on in"
        place = became.successor.place if str(became.successor.place) else action.place
        if successor is None:
            return _Fate(f"{how} action {became.successor.name} ({place}), which is not recorded.")
        onward = Strand(successor, point if point and self._point(successor, point) else "")
        return _Fate(f"{how} {name_action(self.board, successor)} ({place}).", onward)

    def _reported(self, update: Update) -> Mention:
        """An update in one line: its status, its words, and what it promised next."""
        rating = update.status
        gap = update.gap("status")
        status = "No status"
        if rating and rating.status:
            status = rating.status.name
        elif rating or gap:
            reason = rating.because if rating else gap.reason if gap else ""
            status = f"Not rated, because {reason}" if reason else "Not rated"
        words = in_one_line(text_extracts(update.text, self.resolve))
        promised = "".join(f" Next: {line}." for line in update.next)
        when = str(update.as_at or update.years or "")
        return Mention(f"Reported{f', {when}' if when else ''}", f"{status}. {words}{promised}".strip(), update.place)
