"""Rule of markings: nothing printed in a document of a lower marking."""

from bscb_docs.records import Marking, RegisterEntry
from bscb_docs.rules.engine import Findings, Pack, Printed, finding_of, rule

_LEVELS = list(Marking)


@rule("PUB-01")
def marked_above(pack: Pack) -> Findings:
    """A document bound into one of a lower marking; a record of a plugin's kind printed below its own."""
    for document in pack.documents:
        own = _LEVELS.index(document.entry.marking)
        for name in document.entry.appendices:
            entry = pack.board.find(RegisterEntry, name)
            if entry and _LEVELS.index(entry.marking) > own:
                message = (
                    f"{entry.title} is marked {entry.marking.value} and is bound into {document.entry.title}, "
                    f"which is marked {document.entry.marking.value}."
                )
                mend = "Raise the marking of the document, or leave the appendix out."
                yield finding_of("PUB-01", message, document.entry.place, mend, entry.id)
        yield from _records_above(pack, document, own)


def _records_above(pack: Pack, document: Printed, own: int) -> Findings:
    """Each record that a document prints, or may print, below the record's own marking."""
    title, silent = document.entry.title, document.undeclared
    for record in pack.board.records if silent else document.records:
        marking = getattr(record, "marking", None)
        if not isinstance(marking, Marking) or isinstance(record, RegisterEntry) or _LEVELS.index(marking) <= own:
            continue
        message = f"{pack.called(record)} is marked {marking.value}, above {title}"
        mend = "Raise the marking of the document, or leave the record out."
        if id(record) not in document.holds:
            message += f", whose section {silent[0]} does not say which records it prints"
            mend = "Raise the marking of the document, or ask the plugin's author to say what the section prints."
        yield finding_of("PUB-01", f"{message}.", record.place, mend, document.entry.id)
