"""The entries of docs/sections.md: what each section of the house prints, asked of its code and its template."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import islice

import attrs
from attrs import evolve
from folders import BOARDS, DOCS, EXAMPLES

from bscb_docs import Board, read_board
from bscb_docs.api.pipeline import build_plan
from bscb_docs.diagnostics.errors import FieldError
from bscb_docs.documents.document_plan import DocumentPlan, PlannedSection, plan_document
from bscb_docs.documents.publication import publication_of
from bscb_docs.documents.section_pages import make_page
from bscb_docs.ooxml.transcript import template_text
from bscb_docs.plugin_api.section import Page, Section
from bscb_docs.reading.kind_syntax import kind_reading
from bscb_docs.records import Prose, Record, field_name

MARK = "zzq"
PICTURES = DOCS / "pictures" / "sections"
_FOLLOWED = {"contents"}
"""Sections whose page is made of those that follow them."""
_SAME = ("place", "gaps", "sections", "id", "about")
"""Attributes that stay: where a record was typed, and what it is called by others."""

_NAMED = re.compile(r"^(?:heading \d|Section Heading|caption|Title|Cover Title) \| (.+)$", re.MULTILINE)
_PLAIN = re.compile(r"</?\w[\w ]*>|\u00a0(?=\D)|[\[\]]")
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
    text = build_plan(publication_of(board), plan).text
    named = [_PLAIN.sub("", words) for words in _NAMED.findall(text)][:_NAMED_AT_MOST]
    what = f"with {'; '.join(named)}" if named else "without a heading of its own"
    return f"The section {section.name} in {plan.document.title}, {what}"


def unused(sections: Iterable[Section]) -> str:
    """By kind, the fields on which no page of the example boards depends, as a table."""
    used: dict[str, set[str]] = {}
    for section in sections:
        for kind, labels in used_by(section).items():
            used.setdefault(kind, set()).update(labels)
    left = {
        kind.name: [
            each.label for each in kind_reading(kind).fields.values() if each.label not in used.get(kind.name, ())
        ]
        for kind in _boards()[0].kinds
    }
    return "\n".join(_table("fields", {kind: labels for kind, labels in left.items() if labels}))


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
        for plan, planned in _uses(section, board):
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


def _page(board: Board, plan: DocumentPlan, planned: PlannedSection) -> Page | str | None:
    try:
        return make_page(board, plan.document, planned)
    except Exception as fault:  # without that field the section cannot be made: it needs it
        return type(fault).__name__


@cache
def _with_other(at: int, kind: type[Record], names: tuple[str, ...]) -> Board:
    """The example board whose records of a class have other values in those attributes, where they have any."""
    board = _boards()[at]
    records = tuple(_changed(record, names) if type(record) is kind else record for record in board.records)
    return evolve(board, records=records)


def _changed(record: Record, names: Iterable[str]) -> Record:
    """The record with the first other value that fits in each attribute: more words, or nothing."""
    for name in names:
        value, empty = getattr(record, name), getattr(attrs.fields(type(record)), name).default
        others = [Prose(f"{value.text} {MARK}", value.place)] if isinstance(value, Prose) and value else []
        others = [f"{value} {MARK}", empty] if isinstance(value, str) else others or [empty]
        for other in others if value else ():
            try:
                record = evolve(record, **{name: other})
                break
            except (FieldError, TypeError):  # a field that must be given, or that only some words fit
                continue
    return record
