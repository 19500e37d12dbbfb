"""The entries of docs/sections.md: what each section of the house prints, asked of its code and its template."""

import inspect
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from functools import cache
from itertools import islice
from typing import Any

import attrs
from attrs import evolve
from folders import BOARDS, DOCS, EXAMPLES

from bscb_docs import Board, Body, read_board
from bscb_docs.api.pipeline import make_document
from bscb_docs.authoring.kind_pages import example_lines
from bscb_docs.diagnostics.errors import FieldError
from bscb_docs.documents.document_plan import DocumentPlan, PlannedSection, plan_document
from bscb_docs.documents.publication import publication_of
from bscb_docs.documents.section_pages import make_page
from bscb_docs.ooxml.transcript import template_text
from bscb_docs.plugin_api.section import Page, Section
from bscb_docs.reading.kind_syntax import FieldReading, KindReading, kind_reading
from bscb_docs.reading.value_readers import Refused
from bscb_docs.reading.words_in_place import Value
from bscb_docs.records import Prose, Record, Ref, field_name, names_of

MARK = "zzq"
PICTURES = DOCS / "pictures" / "sections"
NO_REASON = "nobody says why"
_FOLLOWED = {"contents", "list-of-decisions", "list-of-recommendations"}
"""Sections whose page is made of those that follow them."""
_SAME = ("place", "gaps", "sections", "id", "about")
"""Attributes that stay: where a record was typed, and what it is called by others."""

_NAMED = re.compile(r"^(?:heading \d|Section Heading|caption|Title|Cover Title) \| (.+)$", re.MULTILINE)
_PLAIN = re.compile(r"</?\w[\w ]*>|[\[\]]")
_NAMED_AT_MOST = 3
_UNSAID = re.compile(r"\{%|^\[(?:columns|row|header row|end of table)\b|\|\s*$|^\s*$")
"""Lines of a template that say nothing to a reader: what repeats and chooses, the shape of tables, empty cells."""


def entry(section: Section) -> str:
    """One section as Markdown: what it says, where it stands, from which fields, and its template's words."""
    says = (inspect.getdoc(sys.modules[section.page.__module__]) or "").partition("\n\n")[0].replace("\n", " ")
    options = f" Its options are {', '.join(f'`{name}`' for name in section.options)}." if section.options else ""
    lines = [f"## {section.name}", "", f"{says}\n\nIt stands in the {section.part.value} of a document.{options}", ""]
    if documents := sorted({plan.document.title for board in _boards() for plan, _ in _uses(section, board)}):
        lines += [f"In the example boards it stands in: {'; '.join(documents)}.", ""]
    lines += [f"![{picture_words(section)}](pictures/sections/{section.name}.png)", ""]
    if fields := used_by(section):
        lines += _table("fields that it prints or counts", fields)
    words = template_text(section.template.read_bytes(), section.template.name).splitlines()
    return "\n".join([*lines, "```", *(line for line in words if not _UNSAID.search(line)), "```", ""])


def alone(section: Section) -> tuple[Board, DocumentPlan]:
    """An example board, and its document that prints the section, or the paper of its name, with it alone."""
    for board in _boards():
        for plan, planned in _uses(section, board):
            at = plan.sections.index(planned)
            shown = plan.sections[at:] if section.name in _FOLLOWED else (planned,)
            return board, evolve(plan, sections=shown, appendices=())
    board = _boards()[-1]
    return board, plan_document(board, section.name, publication_of(board).catalogue)


def picture_words(section: Section) -> str:
    """The alternative text of its picture: the document, and the headings and captions that stand in the section."""
    board, plan = alone(section)
    text = make_document(publication_of(board), plan).text
    named = [" ".join(_PLAIN.sub("", words).split()) for words in _NAMED.findall(text)][:_NAMED_AT_MOST]
    what = f"with {'; '.join(named)}" if named else "without a heading of its own"
    return f"The section {section.name} in {plan.document.title}, {what}"


def unused(sections: Iterable[Section]) -> str:
    """The fields on which no page of the example boards depends, as a table, with what each is for.

    What a heading gives, or what stands above it, is none of them: it says what the record is and where it belongs.
    """
    used = {(kind, label) for section in sections for kind, labels in used_by(section).items() for label in labels}
    rows = ["| kind | field | what it is for |", "| --- | --- | --- |"]
    for kind in _boards()[0].kinds:
        for each in kind_reading(kind).fields.values():
            attribute = attrs.fields_dict(kind.record).get(each.attribute)  # none gives the words in another language
            metadata = attribute.metadata if attribute else {"above": True}
            if (kind.name, each.label) not in used and not (each.in_heading or metadata.get("above")):
                rows.append(f"| {kind.name} | {each.label} | {metadata.get('use') or NO_REASON} |")
    return "\n".join([*rows, ""])


def _table(heading: str, fields: Mapping[str, list[str]]) -> list[str]:
    rows = [f"| {kind} | {', '.join(labels)} |" for kind, labels in fields.items()]
    return [f"| kind | {heading} |", "| --- | --- |", *rows, ""]


@cache
def used_by(section: Section) -> dict[str, list[str]]:
    """By kind, the fields on which its page depends: those that change it when they alone are changed or taken away.

    A kind is looked at closely only where a change of all its fields at once changes the page.
    """
    found: dict[str, list[str]] = {}
    for at, board in enumerate(_boards()):
        for plan, planned in _uses(section, board) or _uses_alone(section, board):
            page = _page(board, plan, planned)
            for kind in board.kinds:
                names = tuple(each.name for each in attrs.fields(kind.record) if each.name not in _SAME)
                if _page(_with_other(at, kind.record, names), plan, planned) == page:
                    continue
                labels = found.setdefault(kind.name, [])
                for name in names:
                    label = field_name(getattr(attrs.fields(kind.record), name))
                    is_new = label not in labels
                    if is_new and _page(_with_other(at, kind.record, (name,)), plan, planned) != page:
                        labels.append(label)
    order = [kind.name for kind in _boards()[0].kinds]
    return {kind: found[kind] for kind in sorted(found, key=order.index) if found[kind]}


@cache
def _boards() -> tuple[Board, ...]:
    return tuple(read_board(EXAMPLES / name) for name in BOARDS)


def _uses(section: Section, board: Board) -> list[tuple[DocumentPlan, PlannedSection]]:
    """The section's first place in the documents of a board, if it has one."""
    plans = publication_of(board).plans
    places = ((plan, each) for plan in plans for each in plan.sections if each.section.name == section.name)
    return list(islice(places, 1))


def _uses_alone(section: Section, board: Board) -> list[tuple[DocumentPlan, PlannedSection]]:
    """The section in the paper of its name, where no document of an example board has it."""
    own, plan = alone(section)
    return [(plan, planned) for planned in plan.sections if own is board and planned.section.name == section.name][:1]


def _page(board: Board, plan: DocumentPlan, planned: PlannedSection) -> Page | str | None:
    body = plan.document.body
    document = evolve(plan.document, body=board.find(Body, body.title)) if body else plan.document
    try:
        made = make_page(board, document, planned)
        return made.page if made else None
    except Exception as fault:  # without that field the section cannot be made: it needs it
        return type(fault).__name__


@cache
def _with_other(at: int, kind: type[Record], names: tuple[str, ...]) -> Board:
    """The example board whose records of a class have other values in those attributes."""
    board = _boards()[at]
    reading = kind_reading(next(each for each in board.kinds if each.record is kind))
    records = tuple(
        _changed(record, names, reading, board) if type(record) is kind else record for record in board.records
    )
    return evolve(board, records=records)


def _changed(record: Record, names: Iterable[str], reading: KindReading, board: Board) -> Record:
    """The record with the first other value that fits in each attribute: more words, another member, one, or none."""
    for name in names:
        for other in _others(getattr(record, name), name, reading, board):
            try:
                record = evolve(record, **{name: other})
                break
            except (FieldError, TypeError):  # a field that must be given, or that only some words fit
                continue
    return record


def _others(value: Any, name: str, reading: KindReading, board: Board) -> Iterator[Any]:
    attribute = getattr(attrs.fields(reading.kind.record), name)
    if isinstance(value, Prose):
        yield Prose(f"{value.text} {MARK}".strip(), value.place)
    elif isinstance(value, str):
        yield f"{value} {MARK}"
    elif isinstance(value, Enum):
        yield from (member for member in type(value) if member is not value)
    if name in reading.by_attribute and (made := _made(reading.by_attribute[name], reading, board)):
        yield from (other for other in [(made,) if isinstance(value, tuple) else made] if other != value)
    if value:
        yield attribute.default


def _made(each: FieldReading, reading: KindReading, board: Board) -> Any:
    """A value of an empty field, as the page of its kind shows one, its references leading to records of the board."""
    typed = dict(line.split(": ", 1) for line in example_lines(reading.kind) if ": " in line)
    try:
        made = each.read(Value(typed.get(each.label, MARK), "example.md"))
    except Refused:
        return None
    if isinstance(made, Ref):
        return _leading(made, board)
    if not attrs.has(type(made)):
        return made
    refs = {part.name: getattr(made, part.name) for part in attrs.fields(type(made))}
    return evolve(made, **{name: _leading(ref, board) for name, ref in refs.items() if isinstance(ref, Ref)})


def _leading(ref: Ref[Any], board: Board) -> Ref[Any] | None:
    names = (name for kind in ref.to for record in board.of(kind) for name in names_of(record)[:1])
    return next((evolve(ref, name=name) for name in names), None)
