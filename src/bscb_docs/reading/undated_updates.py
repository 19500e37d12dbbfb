"""Records that stand beside the heading that would give them their period, since they have too few hashes."""

from bscb_docs.reading.cards import Card, Read
from bscb_docs.reading.gathered_findings import Gathered
from bscb_docs.records import Record

_DATING = ("period", "as_at")


def check_dating(records: Read, report: Gathered) -> None:
    """A finding (REC-17) for each record without the period or date of the group before it, and all beneath it."""
    told: dict[Card, tuple[Card, int]] = {}
    group: Card | None = None
    for record, card in records:
        own = next((above for above in card.above if above.is_group and above.reading is card.reading), None)
        if own or group is None or group.reading is not card.reading or group.place.file != card.place.file:
            group = own
        elif card.level and _is_undated(record) and any(map(group.gives, _DATING)):
            first = next((above for above in card.above if above in told), card)
            told[first] = (group, told.get(first, (group, -1))[1] + 1)
    for card, (group, more) in told.items():
        _tell(card, group, more, report)


def _is_undated(record: Record) -> bool:
    """True where its kind has a period or a date, and it says nothing of either."""
    has = [name for name in _DATING if hasattr(record, name)]
    return bool(has) and all(getattr(record, name) is None and record.gap(name) is None for name in has)


def _tell(card: Card, group: Card, more: int, report: Gathered) -> None:
    """Keep the finding for that card and for as many more that stand beneath it."""
    also = ", nor has the one beneath it" if more == 1 else f", nor have the {more} beneath it"
    message = (
        f'{card.label} has no period and no date{also * bool(more)}: it stands beside the heading "{group.words}", '
        "and not under it."
    )
    right = f"{'#' * (group.level + 1)} {card.words}"
    mend = f"Its heading has {card.level} hash{'es' * (card.level > 1)}; if it belongs there, write: {right}"
    report.add("REC-17", message, card.place, mend, card.name)
