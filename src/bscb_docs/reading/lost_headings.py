"""Lost headings: lines of a text that would be headings of records with hashes before them."""

from bscb_docs.reading.cards import Card
from bscb_docs.reading.gathered_findings import Gathered
from bscb_docs.reading.heading_words import Headings
from bscb_docs.reading.kind_syntax import KindReading
from bscb_docs.reading.source_lines import Lines

_LONGEST_HEADING = 80
"""Characters of a line beyond which it is no heading that lost its hashes."""


def report_lost_headings(
    card: Card, cards: list[Card], kinds: Headings, lines: Lines, text: range, report: Gathered
) -> int:
    """A finding for each line of a text, in all `cards` of the file, that is a heading but for its hashes."""
    end = text.stop
    for at in text:
        words = lines.lines[at].strip(" *_#")
        if len(words) > _LONGEST_HEADING or not words[:1].isupper() or not any(map(str.isdigit, words)):
            continue
        reading, is_group, rest = kinds.find(words) or (None, False, "")
        if reading and not is_group and reading.begins_with_id(rest):
            message = f'{card.label}: "{words}" reads like a heading, and is printed as text.'
            mend = f"Put hashes and a space before it: {'#' * _depth(reading, at, card, cards)} {words}"
            report.add("REC-16", message, lines.place(at), mend, card.name)
            end = min(at, end)
            card.lost += ((reading.kind.record, rest.partition(":")[0].strip()),)
    return end


def _depth(reading: KindReading, at: int, card: Card, cards: list[Card]) -> int:
    """How many hashes a heading of that kind needs at a line: as its nearest neighbour of the kind, else its place.

    Its place is one below the nearest heading of such records, or of what they belong to; 1 where there is none.
    """
    alike = [each for each in cards if each.reading is reading and not each.is_group]
    if alike:
        return min(alike, key=lambda each: abs(each.place.line - at)).level
    holders = {reading.kind.record, *(record for each in reading.above for record in each.classes)}
    above = (each for each in (card, *card.above) if each.reading)
    return next((each.level for each in above if each.reading and each.reading.kind.record in holders), 0) + 1
