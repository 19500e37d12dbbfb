"""Narrative: the numbered text of a report, its sections, and who signed it."""

from attrs import frozen

from bscb_docs.records.people import Signature
from bscb_docs.records.plan import Priority
from bscb_docs.records.record import Record, many, one, unprinted
from bscb_docs.records.typed_text import Prose, Ref


@frozen(kw_only=True)
class NarrativeSection(Record):
    """One `##` of a narrative: its words, the priority it reports, its paragraphs."""

    title: Prose
    priority: Ref[Priority] | None = one()
    text: Prose = Prose("")


@frozen(kw_only=True)
class Narrative(Record):
    """The numbered text of the document whose id it bears."""

    id: str
    title: str = unprinted()
    signatures: tuple[Signature, ...] = many("signed by")
    judgements: tuple[str, ...] = many("judgement")
    """What the whole of it comes to, in a sentence or two: the year in short begins with it."""
    sections: tuple[NarrativeSection, ...] = ()
