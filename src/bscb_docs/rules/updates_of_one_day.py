"""Rule of updates of one day: none has the day of another of the same thing."""

from collections.abc import Iterable, Iterator

from bscb_docs.records import PartialDate, Update, fold
from bscb_docs.rules.engine import Findings, Pack, finding_of, rule
from bscb_docs.rules.meant_targets import astray_words, called_together, is_off_its_period, told_with


@rule("UPD-02")
def updates_of_one_day(pack: Pack) -> Findings:
    """An update of the day of another, of the same thing: with another status, or from the same person.

    Where several of one file or period meet those of another, the day above one of them is wrong: that is told once, of
    those whose period the day is not in.
    """
    first: dict[tuple[str, PartialDate], Update] = {}
    pairs: dict[object, list[tuple[Update, Update]]] = {}
    for update in pack.board.of(Update):
        if update.as_at is None:
            continue
        other = first.setdefault((fold(update.about.name), update.as_at), update)
        if other is not update and (_label(other) != _label(update) or _author(other) == _author(update)):
            pair = (other, update) if is_off_its_period(other) and not is_off_its_period(update) else (update, other)
            one, another = ((each.place.file, each.period) for each in pair)
            key = (one, another, update.as_at) if one != another else update.place
            pairs.setdefault(key, []).append(pair)
    for (update, other), *more in pairs.values():
        called = f"{called_together(update, more)} tell" if more else f"{pack.called(update)} tells"
        does = "do those from" if more else "does the one at"
        message = f"{called} of {update.as_at}, as {does} {other.place}{' on' if more else ''}."
        mend = "Nothing says which of them holds: put both into one, or mend a date."
        old: Iterable[tuple[str, str]] = ()
        if more:
            mend = "Mend the line as at that is wrong, beneath the heading above them."
            old = [told for each in _of_one_day(pack, update) for told in told_with(each.about.name)]
        for former, second in ((other, update), (update, other)) if not more else ():
            if astray := astray_words(pack, second):
                update, old = second, astray.explains
                message = (
                    f"{pack.called(second)} tells of {second.as_at}, as does the one at {former.place}, {astray.said}"
                )
                mend = f"{astray.mend}, put both into one, or mend a date."
        yield finding_of("UPD-02", message, update.place, mend, update.about.name, explains=old)


def _label(update: Update) -> str:
    return fold(update.status.status.name) if update.status and update.status.status else ""


def _of_one_day(pack: Pack, update: Update) -> Iterator[Update]:
    """The updates of the file, the period and the day of one."""
    own = (update.place.file, update.period, update.as_at)
    return (each for each in pack.board.of(Update) if (each.place.file, each.period, each.as_at) == own)


def _author(update: Update) -> str:
    return fold(update.by.name) if update.by else ""
