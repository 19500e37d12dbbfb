"""Inspection: every fault of a template in one run, without data, each with its place as a person finds it in Word."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.errors import TemplateError
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.location import Place
from bscb_docs.ooxml.drawings.colour_vision import alike
from bscb_docs.ooxml.house_file import HouseFile, house_file, read_house_file
from bscb_docs.ooxml.house_page import is_house
from bscb_docs.ooxml.own_styles import with_own_styles
from bscb_docs.ooxml.package import read_parts
from bscb_docs.ooxml.relationships import read_relationships
from bscb_docs.ooxml.styles import styles_of
from bscb_docs.ooxml.theme import ACCENTS
from bscb_docs.ooxml.xml_parser import body_of
from bscb_docs.plugin_api.section import Layout, Section
from bscb_docs.template_check.house_style_faults import (
    format_faults,
    lost_faults,
    picture_faults,
    style_faults,
    table_faults,
)
from bscb_docs.template_check.names_used import name_faults
from bscb_docs.template_check.style_contrast import contrast_faults
from bscb_docs.template_engine.compiler import Filters
from bscb_docs.template_engine.faulty_tags import tag_faults
from bscb_docs.template_engine.forbidden_parts import safety_faults
from bscb_docs.template_engine.page_setup import is_landscape, own_sides, page_faults
from bscb_docs.template_engine.placement import read_paragraphs
from bscb_docs.template_engine.tags import environment
from bscb_docs.template_engine.typed_tags import read_tags


def inspect_template(
    data: bytes,
    name: str,
    page: type | None,
    house: HouseFile,
    styles: tuple[str, ...] = (),
    filters: Filters = (),
    *,
    landscape: bool = False,
) -> tuple[Finding, ...]:
    """Every fault of a section's template, in the order of the page, or of a house file; empty where nothing is wrong.

    Names are checked against the page's class; without one they are not. `styles` are those that the template brings,
    `filters` those that its section does, and `landscape` says that its section is set on pages on their side, though
    the template's own is upright. Nothing is filled, fetched or run.
    """
    try:
        parts = read_parts(data, name)
        joined = with_own_styles(house, data, name, styles) if styles else house
        found = [*_faults(parts, name, page, joined, filters, landscape=landscape)]
        if is_house(parts):
            joined = read_house_file(data, name)
            styles = tuple(style.name for style in joined.styles.values() if style.kind != "numbering")
            found += _alike(joined, name)
        found += contrast_faults(joined, styles, name)
    except TemplateError as wrong:
        return (finding_of("TPL-01", wrong.message, Place(name), wrong.mend),)
    return tuple(dict.fromkeys(found))


def _alike(house: HouseFile, name: str) -> Iterator[Finding]:
    colours = {accent: colour for accent in ACCENTS if (colour := house.theme.said(accent))}
    for (one, other), who in alike(colours).items():
        yield finding_of("TPL-25", f"{one.capitalize()} and {other} look alike to {who}.", Place(name))


def _faults(
    parts: Mapping[str, bytes], name: str, page: type | None, house: HouseFile, filters: Filters, *, landscape: bool
) -> Iterator[Finding]:
    yield from safety_faults(parts, name)
    body = body_of(parts, name)
    paragraphs = read_paragraphs(body, name)
    styles = styles_of(parts).by_name
    width = house.turned_width(own_sides(body)) if landscape or is_landscape(body) else house.text_width
    found = [
        *tag_faults(paragraphs, environment(filters).filters),
        *(() if is_house(parts) else page_faults(body, paragraphs, parts, name, house)),  # its pages are the house's
        *name_faults(read_tags(paragraphs), page, filters),
        *style_faults(paragraphs, styles, house),
        *format_faults(paragraphs),
        *picture_faults(paragraphs),
        *lost_faults(paragraphs, read_relationships(parts)),
        *table_faults(paragraphs, styles, width),
    ]
    order = {paragraph.place: number for number, paragraph in enumerate(reversed(paragraphs))}
    yield from sorted(found, key=lambda finding: -order.get(finding.place, len(order)))


def inspect_section(section: Section[Any], house: HouseFile) -> tuple[Finding, ...]:
    """Every fault of a section's template, held against its page, what it brings, and how its pages lie."""
    data, sideways = section.template.read_bytes(), section.layout is Layout.LANDSCAPE
    name, brings = section.template.name, (section.styles, section.filters)
    return inspect_template(data, name, section.page, house, *brings, landscape=sideways)


def check_template(
    path: str | Path,
    *,
    page: type | None = None,
    styles: Iterable[str] = (),
    filters: Iterable[Callable[..., object]] = (),
    house: str | Path | None = None,
    landscape: bool = False,
) -> tuple[Finding, ...]:
    """What would not work in a section's template or a house.docx, and where a person sees it in Word; needs no data.

    `page` is the class of the section's page, which the template's names are held against, `styles` and `filters` are
    what the section brings, `landscape` says that it is set on pages on their side, and `house` is a board's own
    house.docx. FileNotFoundError where there is no such file.
    """
    file, brings = Path(path), (tuple(styles), tuple(filters))
    return inspect_template(file.read_bytes(), file.name, page, house_file(house), *brings, landscape=landscape)
