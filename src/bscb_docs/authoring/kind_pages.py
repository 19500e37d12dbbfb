"""Kind pages: how each kind of record is written: its fields, what each accepts, and an example that reading takes."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterable
from enum import Enum
from typing import Any

import attrs

from bscb_docs.reading.choices import known_words
from bscb_docs.reading.kind_syntax import FieldReading, KindReading, kind_reading
from bscb_docs.records import (
    KINDS,
    Amount,
    Asked,
    Became,
    BecameObjective,
    ChangedOwner,
    Commitment,
    Kind,
    Meaning,
    Moved,
    Narrative,
    PartialDate,
    Period,
    Prose,
    Rating,
    Record,
    Ref,
    Release,
    Response,
    SectionChoice,
    YearSpan,
    field_name,
)
from bscb_docs.records.field_types import hints_of
from bscb_docs.records.plan import Revision

_VALUES: dict[type, tuple[str, str]] = {
    str: ("words", "A few words"),
    int: ("a whole number in figures", "30"),
    Prose: ("text of several lines", "A sentence."),
    PartialDate: ("a date, as far as it is known: a day, month, quarter, season or year", "5 April 2018"),
    YearSpan: ("years", "2017-18"),
    Rating: ("one of the board's status labels; or `not rated, because ...`", "Complete"),
    Meaning: ("how far the work has come and, while it is open, with what confidence", "in progress, at risk"),
    Became: ("the id of the later action; with `reworded`; or `ended, because ...`; for one point `#name, ...`", "A2"),
    BecameObjective: (
        "the id of the later objective; with `reworded`; or `ended, because ...`; for one point `#name, ...`",
        "A2",
    ),
    Period: ("years, a year, a half, a quarter or months", "Q3 2018-19"),
    Amount: ("a count, some of all, a per cent, money or a rate", "34 of 48"),
    Moved: ("the later deadline; then `on`, `by` and `because`", "to December 2018, on 5 April 2018, because ..."),
    ChangedOwner: (
        "from whom and to whom; then `on`, `by` and `because`",
        "from Exampleshire Council, to Executive Board, on 5 April 2018, because ...",
    ),
    Commitment: ("what will happen; at its end `by` and a date", "findings to the Executive Board, by May 2018"),
    Response: (
        "`accepted`, `accepted in part` or `not accepted`; then `on` and `because`",
        "accepted, on 5 April 2018",
    ),
    Asked: ("what the meeting is asked to do, begun with a verb", "agree how the work is paid for"),
    Release: ("`public`, or under which paragraph it is exempt", "exempt, paragraph 3"),
    SectionChoice: ("the name of a section, with its options", "priorities, years 2018-19"),
    Revision: ("a label and its date", "First edition, April 2018"),
}
"""What each type of value accepts, and an example of it; a plugin's own type says the two in its `accepts`."""

_EXAMPLES = {
    "colour": "00703C",
    "email": "partnership@example.org",
    "evidence": "#leaders-meetings",
    "logo": "logo.png",
    "website": "www.example.org",
    "plugin": "board-attendance",
    "where": "plan.md",
    "version": "1.0",
    "code": "PLN-05",
    "abbreviation": "MASH",
    "symbol": "✔",
}
"""Examples for fields whose words have a form of their own, by the name of the field."""

_IN_PLACE_OF_ANOTHER = {"for_each"}
"""Fields that stand in place of one that the example gives: `for each` of `body`."""

_TITLES = {"Person": "Alex Example", "Body": "Executive Board", "Organisation": "Exampleshire Council"}


def kind_pages(kinds: Iterable[Kind] = KINDS) -> str:
    """The page of every kind, one after the other, as docs/kinds.md holds them."""
    return "\n".join(kind_page(kind) for kind in kinds)


def kind_page(kind: Kind) -> str:
    """One kind as Markdown: what it is, how it is written, its fields with what each accepts, and an example."""
    reading = kind_reading(kind)
    lines = [f"## {kind.name}", "", _says(kind), "", _written(reading), ""]
    if reading.columns:
        lines += ["| field | how often | what it accepts |", "| --- | --- | --- |"]
        lines += [_row(each, kind) for each in reading.columns.values()]
        lines.append("")
    return "\n".join([*lines, "```", *example_lines(kind), "```", ""])


def example_lines(kind: Kind) -> list[str]:
    """A card of that kind with every field, which reading takes; names in it may lead nowhere."""
    reading = kind_reading(kind)
    lines = [f"# {kind.name}{_heading(reading)}"]
    lines += [
        f"{each.label}: {_example(each, kind)}" for each in reading.fields.values() if not _is_given(each, reading)
    ]
    if issubclass(kind.record, Narrative):
        return [*lines, "", "## The title of a section", "", "A numbered paragraph."]
    return [*lines, "", "A paragraph.", "", "- A point", "- Another point"] if "text" in reading.has else lines


def _says(kind: Kind) -> str:
    return (kind.record.__doc__ or "").strip().partition("\n\n")[0].replace("\n", " ")


def _written(reading: KindReading) -> str:
    kind = reading.kind
    below = " Text may follow after an empty line." if "text" in reading.has else ""
    if issubclass(kind.record, Narrative):
        return f"Written as `# {kind.name}{_heading(reading)}`; it owns the rest of its file."
    table = f"{kind.plural.lower().replace(' ', '-')}.csv"
    return (
        f"Written as `# {kind.name}{_heading(reading)}`, several of them under `# {kind.plural}`; or as the rows of a "
        f"table `{table}`.{below}"
    )


def _heading(reading: KindReading) -> str:
    """What stands after the kind in a heading."""
    if "about" in reading.has:
        about = "A1" if reading.has.isdisjoint({"version", "code"}) else "accountability-report"
        return " " + " ".join([about, *(["1.0"] * ("version" in reading.has)), *(["PLN-05"] * ("code" in reading.has))])
    before = " A1" if "id" in reading.has else ""
    return f"{before}: Its title" if "title" in reading.has else before


def _is_given(each: FieldReading, reading: KindReading) -> bool:
    """True where the heading of the example gives the field, what stands above it, its text, or another field."""
    return each.attribute in {"id", "title", "text", *_IN_PLACE_OF_ANOTHER} or each in reading.above


def _row(each: FieldReading, kind: Kind) -> str:
    needed = each.attribute in kind.required
    often = "any number of times" if each.many else "once" if needed else "once or not at all"
    said, _ = _accepted(_hint(each, kind))
    if words := known_words(kind.record, each.attribute):
        said = f"one of: {', '.join(words)}"
    if each.in_heading:
        said += f"; in a card, the heading {'gives' if needed else 'may give'} it"
    if each.attribute == "about" and (others := [f"`{name}`" for name in each.named if name != each.label]):
        said += f"; in a table, its column may be called {_either(others)} too"
    if each in kind_reading(kind).above:
        said += "; in a card, the heading above gives it"
    if each.attribute == "text":
        said = "in a card, what follows after an empty line; without one, `text: not recorded, because ...` says why"
    return f"| {each.label} | {often} | {said} |"


def _example(each: FieldReading, kind: Kind) -> str:
    if words := known_words(kind.record, each.attribute):
        return words[0]
    hint = _hint(each, kind)
    return _EXAMPLES.get(each.label, _accepted(hint)[1]) if hint is str else _accepted(hint)[1]


def _hint(each: FieldReading, kind: Kind) -> Any:
    hint = hints_of(kind.record)[each.attribute]
    hint = typing.get_args(hint)[0] if typing.get_origin(hint) is tuple else hint
    return str if set(_union(hint)) == {str, type(None)} else hint


def _accepted(hint: Any) -> tuple[str, str]:
    """What a type accepts, in words, and an example of it."""
    parts = [part for part in _union(hint) if part is not type(None)]
    if len(parts) > 1:
        return " or ".join(_accepted(part)[0] for part in parts), _accepted(parts[0])[1]
    own = parts[0]
    if known := _VALUES.get(own) or getattr(own, "accepts", None):
        said, example = known
        return (said if own in {str, int} else f"{said}, as in `{example}`"), example
    if typing.get_origin(own) is Ref:
        return _named(typing.get_args(own)[0])
    if isinstance(own, type) and issubclass(own, Enum):
        words = [str(member.value) for member in own]
        return f"one of: {', '.join(words)}", words[0]
    if isinstance(own, type) and attrs.has(own):
        return _in_parts(own)
    return "words", "A few words"


def _union(hint: Any) -> tuple[Any, ...]:
    is_union = isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union
    return typing.get_args(hint) if is_union else (hint,)


def _named(target: Any) -> tuple[str, str]:
    """What a reference accepts: ids where the kind has them, else titles."""
    classes = [part for part in _union(target) if isinstance(part, type)]
    words = [_called(part) for part in classes]
    said = _either(words)
    by_id = all("id" in {a.name for a in attrs.fields(part)} for part in classes)
    example = "A1" if by_id else _title_of(classes[0])
    return f"the {'id' if by_id else 'name'} of {'an' if said[:1] in 'AEIOU' else 'a'} {said}", example


def _either(words: list[str]) -> str:
    return " or ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)


def _title_of(record: type[Record]) -> str:
    return _TITLES.get(_called(record), "Its title")


def _called(record: type) -> str:
    return next((kind.name for kind in KINDS if kind.record is record), record.__name__)


def _in_parts(own: type) -> tuple[str, str]:
    """A value of several parts: the first as it is, each other after a comma and its own word."""
    hints = hints_of(own)
    head, *others = attrs.fields(own)
    said, example = _accepted(hints[head.name])
    examples = [(field_name(other), _accepted(hints[other.name])[1]) for other in others]
    examples = [(word, "March 2019" if word == "to" else value) for word, value in examples]
    whole = ", ".join([example, *(f"{word} {value}" for word, value in examples)])
    words = " and ".join(f"`{word}`" for word, _ in examples)
    return f"{said.partition(', as in')[0]}, then parts that begin with {words}, as in `{whole}`", whole
