"""Lineage walk: an action, one of its points or an objective through the years: what came before, what it became."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from bscb_docs.diagnostics.location import Place
from bscb_docs.diagnostics.phrases import capital
from bscb_docs.history.text_search import Extract, Mention, Resolve, in_one_line, text_extracts, update_line
from bscb_docs.prose import names
from bscb_docs.records import Action, Became, Board, Objective, Update, fold, objectives_of, standing_of, years_of
from bscb_docs.records.names import grouped

_UNSAID = "Nothing says what it became."
_LATEST = "It is in the current plan."
_ENDED = "Its last update ended it."

Planned = Action | Objective
"""What is planned for years, and may be carried on in later ones."""


@frozen
class Strand:
    """An action or objective, or its point of that name."""

    work: Planned
    point: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What tells strands apart, however an id was typed."""
        return fold(self.work.id), fold(self.point)


@frozen
class Step:
    """One year of a strand: its words and place, what was reported of the work, and what became of the strand."""

    work: Action | Objective
    where: str
    """The work as the pack prints it: "Priority 2, action 3 (P2-18-3) of 2018-19", "Objective O18-3 of 2018-19"."""
    text: str
    place: Place
    updates: tuple[Mention, ...]
    fates: tuple[str, ...]
    """Whole sentences, each with the place of the line that says so."""
    point: str = ""
    objectives: tuple[Mention, ...] = ()
    """The objectives of an action, each with its latest status and its words."""


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
    return tuple(tuple(ways.step(strand) for strand in sorted(s.values(), key=ways.year)) for s in stories)


def name_work(board: Board, work: Planned) -> str:
    """Work as the pack prints it and as the records call it: "Priority 2, action 3 (P2-18-3) of 2018-19"."""
    years = years_of(board, work)
    called = board.called(work) if isinstance(work, Action) else ""
    name = f"{capital(called)} ({work.id})" if called else f"Objective {work.id}"
    return name + (f" of {years}" if years else "")


class _Ways:
    """The board's actions and objectives, what each became and what was reported of it, to be walked both ways."""

    def __init__(self, board: Board, resolve: Resolve) -> None:
        self.board, self.resolve = board, resolve
        self.updates = grouped((update.about.name, update) for update in board.of(Update))
        works: tuple[Planned, ...] = (*board.actions(), *board.of(Objective))
        self.before = grouped(
            (name, work)
            for work in works
            for name in dict.fromkeys(fold(each.successor.name) for each in work.became if each.successor)
        )

    def year(self, strand: Strand) -> int:
        """The first of the years that a strand's work is planned for."""
        years = years_of(self.board, strand.work)
        return years.first if years else 0

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
        work = strand.work
        text = work.title or in_one_line(text_extracts(work.text, self.resolve))
        words = self._point(work, strand.point) or Extract(text, work.place)
        updates = tuple(update_line(update, self.resolve) for update in self.updates.get(work.id, ()))
        fates = tuple(fate.said for fate in self._fates(strand))
        objectives = tuple(map(self._objective, objectives_of(self.board, work))) if isinstance(work, Action) else ()
        name = name_work(self.board, work)
        return Step(work, name, words.text, words.place, updates, fates, strand.point, objectives)

    def _objective(self, objective: Objective) -> Mention:
        status = standing_of(self.board, objective).status
        words = in_one_line(text_extracts(objective.text, self.resolve))
        said = f"{status.title if status else 'No status'}. {words}"
        return Mention(f"Objective {objective.id}", said, objective.place)

    def _after(self, strand: Strand) -> Iterator[Strand]:
        return (fate.strand for fate in self._fates(strand) if fate.strand)

    def _earlier(self, strand: Strand) -> Iterator[Strand]:
        for work in self.before.get(strand.work.id, ()):
            own = [name for name, _, _ in names(work.text)]
            yield from (
                earlier
                for earlier in (Strand(work), *(Strand(work, name) for name in own))
                if any(after.key == strand.key for after in self._after(earlier))
            )

    def _fates(self, strand: Strand) -> list[_Fate]:
        """What the records say became of a strand, or that they say nothing.

        For a point, what is said of it by name goes first, then that the whole work's successor has a point of its
        name; only else is the fate of the whole work told of it, and never followed as the point's own.
        """
        work = strand.work
        if not work.became and years_of(self.board, work) == self.board.latest_years:
            return [_Fate(_LATEST)]
        if isinstance(work, Objective) and not work.became and not standing_of(self.board, work).is_open:
            return [_Fate(_ENDED)]
        whole = [became for became in work.became if not became.point]
        if not strand.point:
            parted = [self._parted(work, became) for became in work.became if became.point]
            return [*(self._fate(work, became) for became in whole), *parted] or [_Fate(_UNSAID)]
        if own := [became for became in work.became if fold(became.point) == fold(strand.point)]:
            return [self._fate(work, became, strand.point) for became in own]
        if kept := [fate for became in whole if (fate := self._kept(work, became, strand.point))]:
            return kept
        if any(became.successor for became in whole):
            on = " ".join(self._fate(work, became).said for became in whole)
            return [_Fate(f"Nothing says what this point became. Of the whole {type(work).__name__.lower()}: {on}")]
        return [_Fate(self._fate(work, became).said) for became in whole] or [_Fate(_UNSAID)]

    def _point(self, work: Planned, name: str) -> Extract | None:
        """The point or paragraph of the work that bears that name."""
        found = text_extracts(work.text, self.resolve)
        return next((p for p in found if fold(name) in map(fold, p.name.split())), None)

    def _parted(self, work: Planned, became: Became) -> _Fate:
        """The fate of one point, told of the whole work."""
        point = self._point(work, became.point)
        said = self._fate(work, became, became.point).said
        return _Fate(f'The point "{point.text if point else became.point}": {said}')

    def _kept(self, work: Planned, became: Became, point: str) -> _Fate | None:
        """The fate of a point that bears the same name in the work's successor."""
        successor = self.board.find(type(work), became.successor.name) if became.successor else None
        words = self._point(successor, point) if successor else None
        if successor is None or words is None:
            return None
        before = self._point(work, point)
        how = "" if before and before.text == words.text else ", reworded,"
        where = name_work(self.board, successor)
        return _Fate(f"Carried on{how} in {where} ({words.place}): {words.text}", Strand(successor, point))

    def _fate(self, work: Planned, became: Became, point: str = "") -> _Fate:
        if became.successor is None:
            why = f"because {became.because}" if became.because else "without a reason on record"
            return _Fate(f"Ended, {why} ({work.place}).")
        successor = self.board.find(type(work), became.successor.name)
        how = "Carried on, reworded, in" if became.reworded else "Carried on in"
        place = became.successor.place if str(became.successor.place) else work.place
        if successor is None:
            what = f"{type(work).__name__.lower()} {became.successor.name}"
            return _Fate(f"{how} {what} ({place}), which is not recorded.")
        onward = Strand(successor, point if point and self._point(successor, point) else "")
        return _Fate(f"{how} {name_work(self.board, successor)} ({place}).", onward)
