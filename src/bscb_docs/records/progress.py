"""Updates, recorded figures, and the chair's role that the report accounts for."""

from __future__ import annotations

from attrs import frozen

from bscb_docs.records.partial_date import PartialDate
from bscb_docs.records.people import Owner
from bscb_docs.records.plan import Action
from bscb_docs.records.record import Prose, Record, Ref, above, many, one, unprinted
from bscb_docs.records.status import Rating
from bscb_docs.records.year_span import YearSpan


@frozen(kw_only=True)
class Update(Record):
    """What was reported of an action in a period; never changed, only followed by a later one."""

    about: Ref[Action]
    years: YearSpan | None = one()
    status: Rating | None = one()
    as_at: PartialDate | None = one()
    by: Ref[Owner] | None = one()
    mark: str | None = one(printed=False)
    """The mark as the source printed it, where that is all that is known."""
    next: tuple[str, ...] = many("next")
    """Commitments: what is to happen next."""
    text: Prose = Prose("")


@frozen(kw_only=True)
class RecordedFigure(Record):
    """A number the board was told rather than one its records give."""

    id: str
    title: str | None = one()
    value: int | None = one()
    out_of: int | None = one()
    unit: str | None = one()
    """What is counted, as in "improvement objectives"."""
    as_at: PartialDate | None = one()
    source: str | None = one(printed=False)
    text: Prose = unprinted(Prose(""))


@frozen(kw_only=True)
class Role(Record):
    """The independent chair's role."""

    title: str
    strapline: str | None = one()
    text: Prose = Prose("")


@frozen(kw_only=True)
class Function(Record):
    """One key function of the role, lettered in the order given."""

    id: str
    title: str | None = one()
    role: Ref[Role] | None = above()
    evidence: tuple[str, ...] = many("evidence", printed=False)
    """Names of the report's paragraphs that show it: `evidence: #peer-review`."""
    text: Prose = Prose("")
