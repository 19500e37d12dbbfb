"""Finding: what a business manager is told, where it stands, and what to do about it."""

from collections.abc import Iterable
from enum import Enum

from attrs import evolve, frozen

from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.diagnostics.errors import FieldError
from bscb_docs.diagnostics.location import NOWHERE, Place

_LONGEST = 160
"""Characters that a finding is shown with."""
_WORDS = "words between quotation marks"


class Severity(Enum):
    """How far a finding reaches: a stop keeps an approved document from being written."""

    STOP = "stop"
    CHECK = "check"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """How many are graver."""
        return [*Severity].index(self)


@frozen
class Acceptance(Compared):
    """Who accepted a check, when, and why, as the board's register says."""

    by: str
    on: str
    reason: str


@frozen
class Finding(Compared):
    """One thing that is wrong: a stable code, what is wrong, the place, and the mend, in the board's words."""

    code: str
    severity: Severity
    message: str
    place: Place = NOWHERE
    mend: str = ""
    about: str = ""
    """The id, title or document that the finding is about."""
    accepted: Acceptance | None = None
    field: str = ""
    """The field of the record that it is about, as the board's files call it; "" where it is about all of it.

    Several, with a comma and a space between two, where what is wrong in any of them may be its cause.
    """
    cause: str = ""
    """What the findings of one cause have in common, in a few words; where nothing is said, their message."""
    explains: tuple[tuple[str, str], ...] = ()
    """What follows from it and is not told beside it: names of records, "" for every one, with a field, "" for all."""
    also: tuple[Place, ...] = ()
    """The other places where the same thing is wrong."""
    acceptable: bool = True
    """False where only what it asks for answers it, and no acceptance."""

    def __attrs_post_init__(self) -> None:
        """FieldError for a value that cannot be told: what is wrong would come to light far from the line at fault."""
        for name, kind, mend in _TAKES:
            value = getattr(self, name)
            if not isinstance(value, kind):
                fault = f"{value!r} is no {kind.__name__}; write {mend}"
                raise FieldError(f"Finding {self.code}, {name}", fault)

    @property
    def stops(self) -> bool:
        """True where a document for approval must not be written."""
        return self.severity is Severity.STOP

    @property
    def accepting(self) -> str:
        """The heading of the card that accepts it, `# Accepted P2 PLN-02`; "" where none can, and it is of no place."""
        named = self.about or self.place.file
        may_be = self.acceptable and self.severity is Severity.CHECK
        return f"# Accepted {named} {self.code}" if named and may_be else ""

    @property
    def places(self) -> tuple[Place, ...]:
        """Every place where it is wrong, in the order of the files."""
        return (self.place, *self.also)

    def __repr__(self) -> str:
        """`<Finding stop: plan.md:12:1: [PLN-03] what is wrong. What to do.>`, cut short."""
        words = str(self)
        return f"<Finding {self.severity.value}: {words if len(words) <= _LONGEST else f'{words[:_LONGEST]}...'}>"

    def _repr_html_(self) -> str:
        """For Jupyter: a row that says where, how grave, what is wrong and what to do."""
        from bscb_docs.diagnostics.html_tables import html_table  # only where a notebook shows something

        row = (str(self.place), self.severity.value, self.code, self.message, self.mend)
        return html_table("", ("Where", "Severity", "Code", "What is wrong", "What to do"), [row])

    def __str__(self) -> str:
        """`plan.md:12:1: [PLN-03] what is wrong. What to do.` on one line, and at how many other places it is so."""
        place = f"{self.place}: " if str(self.place) else ""
        number = len(self.also)
        also = f"The same at {number} other place{'s' if number > 1 else ''}." if number else ""
        return f"{place}[{self.code}] {' '.join(filter(None, (self.message, self.mend, also)))}"


_TAKES: tuple[tuple[str, type, str], ...] = (
    ("code", str, "the code of its rule"),
    ("severity", Severity, "Severity.STOP, Severity.CHECK or Severity.NOTE"),
    ("message", str, _WORDS),
    ("place", Place, "that of a record, as in record.place"),
    ("mend", str, _WORDS),
)
"""What a rule of a plugin says of a finding, the class of each value, and how it is written."""


def gather(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """One finding for each cause, with all its places, in their order; last what only reading answers.

    Findings are of one cause where code, severity, cause and acceptance are the same; those that name no cause, where
    their words are. What stops one document and is a check of another is as grave as it gets.
    """
    gravest: dict[Finding, Finding] = {}
    for finding in findings:
        alike = evolve(finding, severity=Severity.STOP)
        gravest[alike] = min(gravest.get(alike, finding), finding, key=lambda each: each.severity.rank)
    groups: dict[object, list[Finding]] = {}
    for finding in sorted(
        gravest.values(), key=lambda each: (not each.acceptable, each.place, each.code, each.message)
    ):
        cause = finding.cause or (finding.message, finding.mend)
        groups.setdefault((finding.code, finding.severity, cause, finding.accepted), []).append(finding)
    return tuple(_as_one(group) for group in groups.values())


def _as_one(group: list[Finding]) -> Finding:
    first = group[0]
    places = sorted({place for finding in group for place in finding.places})
    return evolve(first, also=tuple(place for place in places if place != first.place))
