"""Rules of appendices: listed as they print, labelled by count alone, each referred to."""

import re
from collections.abc import Iterator

from bscb_docs.prose import references
from bscb_docs.records import Narrative, RegisterEntry, fold
from bscb_docs.rules.engine import Findings, Pack, Printed, finding_of, kept, rule

_LABEL = re.compile(r"\s*(?:appendix|annex)\s+(?:\d+|[A-Z]|one|two|three)\b\W*", re.IGNORECASE)


def _bound(pack: Pack) -> Iterator[tuple[Printed, int, RegisterEntry]]:
    """Each document that binds others in, with the number and the entry of each of those."""
    for document in pack.documents:
        for number, name in enumerate(document.entry.appendices, 1):
            entry = pack.board.find(RegisterEntry, name)
            if entry is not None and entry is not document.entry:
                yield document, number, entry


@rule("APP-02")
def other_titles(pack: Pack) -> Findings:
    """An appendix whose own first page bears other words than the list of appendices."""
    for found in {id(entry): entry for _, _, entry in _bound(pack)}.values():
        if found.bound_in_as and " ".join(found.bound_in_as.split()) != " ".join(found.title.split()):
            message = f'The list of appendices says "{found.title}", and the appendix itself "{found.bound_in_as}".'
            mend = "Give it one title: take the line `bound in as` away, or make the title the same."
            yield finding_of("APP-02", message, found.place, mend, found.id)


@rule("APP-03")
def typed_labels(pack: Pack) -> Findings:
    """A title with an appendix's label typed into it, which its first page would bear twice or wrongly."""
    for entry in pack.board.documents:
        for words in (entry.title, entry.bound_in_as):
            if words and (match := _LABEL.match(words)):
                message = f'The title "{words}" has the label "{match[0].strip(" :.-–")}" typed into it.'
                mend = "Take the label away: it is counted and printed on the first page by itself."
                yield finding_of("APP-03", message, entry.place, mend, entry.id)
                break


@rule("APP-04")
def forgotten_appendices(pack: Pack) -> Findings:
    """An appendix that the text of its document never refers to."""
    for document, number, entry in _bound(pack):
        narrative = pack.board.find(Narrative, document.entry.id)
        named, text = _texts(pack)[id(narrative)] if narrative else ({fold(entry.id)}, "")
        if fold(entry.id) not in named and not re.search(rf"\bAppendix {number}\b", text):
            message = f"{document.entry.title} binds in {entry.title} and never refers to it."
            mend = f"Refer to it where it helps, as in: [Appendix](#{entry.id})."
            yield finding_of("APP-04", message, entry.place, mend, entry.id)


@kept
def _texts(pack: Pack) -> dict[int, tuple[set[str], str]]:
    """By the identity of each report, what its text refers to, and its words."""
    found: dict[int, tuple[set[str], str]] = {}
    for narrative in pack.board.of(Narrative):
        named = {fold(each.target) for section in narrative.sections for each in references(section.text)}
        found[id(narrative)] = named, " ".join(passage.text for passage in pack.passages_of(narrative))
    return found
