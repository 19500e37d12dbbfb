"""Kind pages: how each kind of record is written: its fields, what each accepts, and an example that reading takes."""

import typing
from collections.abc import Iterable
from typing import Any

import attrs

from bscb_docs.authoring.accepted_words import accepted
from bscb_docs.diagnostics.phrases import joined
from bscb_docs.reading.fitting_values import known_words
from bscb_docs.reading.kind_syntax import FieldReading, KindReading, kind_reading
from bscb_docs.records import KINDS, Kind, Language, Narrative
from bscb_docs.records.field_types import hints_of, parts_of

_EXAMPLES = {
    "colour": "accent 5",
    "email": "partnership@example.org",
    "evidence": "#leaders-meetings",
    "logo": "logo.png",
    "website": "www.example.org",
    "plugin": "board-attendance",
    "where": "plan.md",
    "version": "1.0",
    "code": "PLN-05",
    "abbreviation": "MASH",
    "symbol": "✓",
}
"""Examples for fields whose words have a form of their own, by the name of the field."""

_OF_SEVERAL = {"also_in", "for_each"}
"""Fields that make other documents of a card than the one that the example shows."""


def kind_pages(kinds: Iterable[Kind] = KINDS) -> str:
    """The page of every kind, one after the other, as docs/kinds.md holds them."""
    return "\n".join(kind_page(kind) for kind in kinds)


def kind_page(kind: Kind) -> str:
    """One kind as Markdown: what it is, how it is written, its fields with what each accepts, and an example."""
    reading = kind_reading(kind)
    says = (kind.record.__doc__ or "").strip().partition("\n\n")[0].replace("\n", " ")
    lines = [f"## {kind.name}", "", says, "", _written(reading), ""]
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
    is_own = reading.kind.has(each.attribute)
    return not is_own or each.attribute in {"id", "title", "text", *_OF_SEVERAL} or each in reading.above


def _row(each: FieldReading, kind: Kind) -> str:
    needed = each.attribute in kind.required
    often = "any number of times" if each.many else "once" if needed else "once or not at all"
    said, _ = accepted(_hint(each, kind))
    if words := known_words(kind.record, each.attribute):
        said = f"one of: {', '.join(words)}"
    if each.in_heading:
        said += f"; in a card, the heading {'gives' if needed else 'may give'} it"
    if each.attribute == "about" and (others := [f"`{name}`" for name in each.named if name != each.label]):
        said += f"; in a table, its column may be called {joined(others, 'or')} too"
    if each in kind_reading(kind).above:
        said += "; in a card, the heading above gives it"
    if each.attribute == "text":
        said = "in a card, what follows after an empty line; without one, `text: not recorded, because ...` says why"
    own = attrs.fields_dict(kind.record).get(each.attribute)
    use = own.metadata.get("use", "") if own else "of the texts, where it is not the document's"
    return f"| {each.label} | {often} | {said}{f' ({use})' if use else ''} |"


def _example(each: FieldReading, kind: Kind) -> str:
    if words := known_words(kind.record, each.attribute):
        return words[0]
    hint = _hint(each, kind)
    return _EXAMPLES.get(each.label, accepted(hint)[1]) if hint is str else accepted(hint)[1]


def _hint(each: FieldReading, kind: Kind) -> Any:
    hint = hints_of(kind.record).get(each.attribute, Language)  # a language may be said of the texts of any kind
    hint = typing.get_args(hint)[0] if typing.get_origin(hint) is tuple else hint
    return str if set(parts_of(hint)) == {str, type(None)} else hint
