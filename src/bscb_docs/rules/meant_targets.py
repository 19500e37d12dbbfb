"""Meant targets: which other work an update may be meant for, and what is said of that."""

from collections.abc import Iterator, Sized

from attrs import frozen

from bscb_docs.diagnostics.follow_ons import OF_UPDATES
from bscb_docs.diagnostics.phrases import capital
from bscb_docs.figures.number_words import in_words
from bscb_docs.records import Action, Objective, Period, Update, fold, standing_of, years_of
from bscb_docs.rules.engine import Pack, words_of


def told_with(name: str) -> Iterator[tuple[str, str]]:
    """What is told of work of that name where an update of it is of another day, or of another piece of work.

    Papers then print its words where they should not, or those of the update before.
    """
    yield from ((name, each) for each in OF_UPDATES)
    yield "", "facts read"


def untold(pack: Pack, update: Update, period: Period) -> list[Action | Objective]:
    """Work of the years of a period, of the kind that the update is of, whose update of it is missing."""
    kind = Objective if pack.board.find(Objective, update.about.name) else Action
    works: tuple[Action | Objective, ...] = pack.board.of(kind)
    told = {fold(each.about.name) for each in pack.board.of(Update) if each.period == period}
    return [work for work in works if years_of(pack.board, work) == period.years and fold(work.id) not in told]


def _meant_for(pack: Pack, update: Update) -> Action | Objective | None:
    """The one piece of open work of its author of which nothing is told in its period, where it may tell of that.

    Of several it is the one with most words of the update, and of what that stands under.
    """
    by = pack.board.get(update.by) if update.by else None
    if by is None or update.period is None or update.as_at is None:
        return None
    seen, heading = pack.board.at(update.as_at), pack.board.get(update.about)
    own = [
        work
        for work in untold(pack, update, update.period)
        if any(pack.board.get(owner) is by for owner in work.owned_by) and standing_of(seen, work).is_open
    ]
    said = {*words_of(update.text.text), *words_of(heading.title or "")}
    shared = {id(work): len(said & {*words_of(f"{work.title} {work.text.text}")}) for work in own}
    most = [work for work in own if shared[id(work)] == max(shared.values())]
    return most[0] if len(most) == 1 else None


@frozen
class Astray:
    """Of an update that may be meant for other work: what is said of that, what to do, and what follows from it."""

    said: str
    mend: str
    explains: tuple[tuple[str, str], ...]


def astray_words(pack: Pack, update: Update) -> Astray | None:
    """What is said where one open piece of work of an update's author has none; None where there is no such one."""
    work = _meant_for(pack, update)
    if work is None or update.by is None:
        return None
    said = f"and {work.id} has none. It is by {update.by.name}, which owns {work.id}."
    mend = f"If it is meant for {work.id}, write that in its heading; if not"
    return Astray(said, mend, (*told_with(update.about.name), *told_with(work.id)))


def is_off_its_period(update: Update) -> bool:
    """True where the day of an update lies outside its period."""
    return bool(update.as_at and update.period and not update.as_at.meets(update.period))


def called_together(update: Update, more: Sized) -> str:
    """What a finding calls an update and more of its file and period."""
    of = f" of {update.period}" if update.period else ""
    return f"{capital(in_words(1 + len(more)))} updates{of} from this one on"
