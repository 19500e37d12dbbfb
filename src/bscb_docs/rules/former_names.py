"""Rule of former names: nothing is called by a name that it no longer bears."""

import re

from bscb_docs.records import Body, CitedDocument, Organisation, PartialDate, Record, Term, fold
from bscb_docs.rules.engine import Findings, Pack, at_words, key_of, rule, spots, taken_words

_OF_OLD = re.compile(
    r"\b(?:former(?:ly)?|previous(?:ly)?|earlier|old|then|until|before|called|known|renamed|replac\w+|became|had)\b"
)
"""What in a sentence says that the name is an old one."""


@rule("TERM-03")
def names_of_before(pack: Pack) -> Findings:
    """A name that something bore before, in words of a time when it bears another, and not told as the former."""
    taken = taken_words(pack)
    named = (pack.board.of(Body), pack.board.of(Organisation), pack.board.of(CitedDocument), pack.board.of(Term))
    for record, former in ((each, name) for kind in named for each in kind for name in each.formerly):
        for spot in spots(pack, key_of(former.name)):
            passage = spot.passage
            first, last = passage.sentence(spot.start)
            sentence = fold(passage.text[first:last])
            is_old = _OF_OLD.search(sentence) or fold(record.title) in sentence or passage.owner is record
            if not is_old and not spot.lies_in(taken, of_more=True) and _is_later(pack, passage.owner, former.to):
                said = f' has "{spot.text}", a former name of {record.title}.'
                mend = f"Write: {record.title}. Or say in the sentence that it was formerly called so."
                yield at_words("TERM-03", passage, spot.start, said, mend, cause=f"former name {former.name}")


def _is_later(pack: Pack, owner: Record, to: PartialDate | None) -> bool:
    """True where all that the words of a record tell of is later than that day; no day: the name is past."""
    if to is None:
        return True
    told = [getattr(owner, "years", None), *(document.entry.years for document in pack.documents_of(owner))]
    begins = [years.earliest for years in told if years] or [day.earliest for day in [pack.date_of(owner)] if day]
    return bool(begins) and min(begins) > to.latest
