"""Actions and outcomes that no priority and no year prints: each slip told once, with how its heading should be."""

from __future__ import annotations

from collections import Counter

from attrs import field, frozen

from bscb_docs.reading.cards import Card, Read
from bscb_docs.reading.gathered_findings import Gathered
from bscb_docs.records import Action, Outcome, Priority, Record, YearSpan


def check_belonging(records: Read, report: Gathered) -> None:
    """A finding for each action or outcome that is printed nowhere.

    PLN-01: it stands under no priority; actions of a past year may stand under the Plan. PLN-04: an action has no years
    where others have them. What stands beneath one that is told is counted with it; where none that a heading groups
    stands under a priority, that heading is told. A heading above with a fault of its own is told instead.
    """
    placing = _Placing.of(records)
    told: dict[tuple[str, Card], list[str]] = {}
    for record, card in records:
        if isinstance(record, Action | Outcome) and (code := placing.fault(record, card)):
            slipped = placing.slipped(card)
            first = next((above for above in slipped.above if (code, above) in told), slipped)
            told.setdefault((code, first), []).append(card.name)
    for (code, card), names in told.items():
        placing.tell(code, card, names, report)


@frozen
class _Placing:
    """How a board's actions and outcomes are placed, so that one which is not is seen."""

    latest: YearSpan | None
    has_priorities: bool
    levels: dict[tuple[type[Record], bool], Counter[int]] = field(factory=dict)
    """By class, and whether in the plural, how many stand as they should under headings of so many hashes."""
    sound_groups: set[Card] = field(factory=set)
    """The headings in the plural under which some stand that have their priority."""

    @classmethod
    def of(cls, records: Read) -> _Placing:
        """The placing of those records."""
        latest = max({r.years for r, _ in records if isinstance(r, Action) and r.years}, default=None)
        placing = cls(latest, any(isinstance(record, Priority) for record, _ in records))
        for record, card in records:
            if not isinstance(record, Action | Outcome) or record.priority is None or not card.level:
                continue
            heads = [card, *([card.parent] if card.parent and card.parent.is_group else [])]
            placing.sound_groups.update(heads[1:])
            if isinstance(record, Outcome) or record.years == latest:
                for head in heads:
                    placing.levels.setdefault((type(record), head.is_group), Counter())[head.level] += 1
        return placing

    def fault(self, record: Action | Outcome, card: Card) -> str:
        """The code of what keeps it from being printed; "" where nothing does, or a heading above is at fault."""
        code = self.wanting(record, card)
        return code if code and all(above.is_sound for above in card.above) else ""

    def wanting(self, record: Action | Outcome, card: Card) -> str:
        """The code of what it lacks itself; "" where it lacks nothing."""
        years = record.years if isinstance(record, Action) else None
        if record.priority:
            has_years = isinstance(record, Outcome) or years is not None or record.gap("years") is not None
            has_years = has_years or any(above.is_group and above.gives("years") for above in card.above)  # unreadable
            return "" if has_years or self.latest is None else "PLN-04"
        is_past = isinstance(record, Action) and (
            bool(record.became) or (years is not None and self.latest is not None and years < self.latest)
        )
        return "PLN-01" if record.plan is None or (self.has_priorities and not is_past) else ""

    def slipped(self, card: Card) -> Card:
        """The heading at fault: the one that groups the card where none beneath it has a priority, else its own."""
        group = card.parent
        is_at_fault = group and group.is_group and group.reading is card.reading and group not in self.sound_groups
        return group if group and card.level and is_at_fault else card

    def tell(self, code: str, card: Card, names: list[str], report: Gathered) -> None:
        """Keep the finding for that card and for those of these names that stand beneath it."""
        more = len(names) - (not card.is_group)
        kind = card.reading.kind.record if card.reading else Record
        wrong = "stands under no priority" if code == "PLN-01" else "has no years"
        verb = ("does", "do") if code == "PLN-01" else ("has", "have")
        also = f", nor {verb[0]} the one beneath it" if more == 1 else f", nor {verb[1]} the {more} beneath it"
        label = f'The heading "{card.words}"' if card.is_group else card.label
        message = f"{label} {wrong}{also if more else ''}, so no plan prints {'them' if more else 'it'}."
        takes = [("", kind.__name__.lower())]  # a priority seems to lack what stands elsewhere
        report.retract(lambda place: place == card.place, "REC-14")
        cause = "" if card.level else f"rows of {card.place.file}"  # a table lacks a column once
        report.add(code, message, card.place, self.mend(code, card, kind), names[0], cause=cause, takes=takes)

    def mend(self, code: str, card: Card, kind: type[Record]) -> str:
        """How its heading, or its row, should be written."""
        right = max(
            self.levels.get((kind, card.is_group), Counter()).items(), key=lambda found: found[1], default=(0, 0)
        )[0]
        if not card.level:
            return f"Fill in its column {'priority' if code == 'PLN-01' else 'years'}."
        if right and right != card.level:
            was = f"{card.level} hash{'es' if card.level > 1 else ''}"
            mend = f'Its heading has {was}; give it {right}, as the others have: "{"#" * right} {card.words}".'
        elif code == "PLN-04":
            return f"Put it under a heading such as Actions {self.latest}, or write beneath it: years: {self.latest}."
        else:
            mend = "Put it under its priority's heading, with one hash more."
        past = " Only an action of a past year may stand under the Plan."
        return mend + past * (code == "PLN-01" and kind is Action)
