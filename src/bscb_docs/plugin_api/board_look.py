"""Board look: the house file of a board, joined by the styles that the plugins in use bring."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from bscb_docs.ooxml.house_file import HouseFile, load_house_file
from bscb_docs.ooxml.theme import Theme
from bscb_docs.ooxml.word_markup import words as escaped
from bscb_docs.plugin_api.section import Section
from bscb_docs.prose import Blocks, Paragraph, Run, Symbol, Text, blocks_in
from bscb_docs.records import Board, Priority
from bscb_docs.word_writer.tables.fitted_columns import lines_of_rows
from bscb_docs.word_writer.tables.text_measure import LINE, Cell, Words, measure_of


def theme_of(board: Board) -> Theme:
    """The fonts and colours of the board's house file, in which a section draws its pictures."""
    return load_house_file(board.folder).theme


def colour_of(board: Board, priority: Priority) -> str:
    """What the house's style for the number of a priority fills with, in six figures and letters; empty for nothing."""
    style = load_house_file(board.folder).style_of_number("Priority", board.number(priority))
    return style.run.get("shade", "") if style else ""


def lines_of(board: Board, words: str | Blocks, style: str, width: int) -> float:
    """The lines of 12 point that words take in a house's style, set so many twips wide, with the space around them."""
    house = load_house_file(board.folder)
    return sum(measure_of(house).paragraph(each)(width) for each in _paragraphs(house, words, style))


def table_lines_of(
    board: Board, rows: Sequence[Sequence[tuple[str | Blocks, str]]], columns: Sequence[int]
) -> list[float]:
    """The lines of 12 point that each row of a table takes, whose template draws its columns that wide, in twips.

    A cell is its words or blocks, and the style of all of its paragraphs.
    """
    house = load_house_file(board.folder)
    cells = [[Cell(measure_of(house), _paragraphs(house, *each)) for each in row] for row in rows]
    return lines_of_rows(cells, columns, house)


def lines_of_page(board: Board, width: int, *, sideways: bool = False) -> float:
    """The lines of 12 point that a document's first page holds in the board's house file, upright or on its side.

    A header or footer that is higher than its margin takes what it needs of the page, as a notice may that stands in
    two lines of that width, in twips.
    """
    from bscb_docs.word_writer.assembly.section_setup import LANDSCAPE, PORTRAIT, Lie, page_setup  # checking lays none

    house = load_house_file(board.folder)
    setup = page_setup(house, Lie(LANDSCAPE if sideways else PORTRAIT), None)
    told = {name: abs(int(twips)) for name, twips in re.findall(r' w:(h|top|bottom|header|footer)="(-?\d+)"', setup)}
    taken = (
        max(told[edge], told[kind] + round(LINE * measure_of(house).body(_first(house, kind, board), width)))
        for edge, kind in (("top", "header"), ("bottom", "footer"))
    )
    return (told["h"] - sum(taken)) / LINE


def _first(house: HouseFile, kind: str, board: Board) -> str:
    """The paragraphs of the header or footer of the first page, with the board's notice in it."""
    which = "first" if "<w:titlePg" in house.section else "default"
    found = re.search(rf'<w:{kind}Reference w:type="{which}" r:id="([^"]*)"', house.section)
    xml = house.parts[house.relationships[found[1]].target].decode() if found else ""
    notice = board.details.notice or ""
    kept = (each for each in xml.split("</w:p>")[:-1] if "{%p" not in each and (notice or "{{ notice }}" not in each))
    return "".join(f"{each.replace('{{ notice }}', escaped(notice))}</w:p>" for each in kept)


def _paragraphs(house: HouseFile, words: str | Blocks, style: str) -> list[Words]:
    """The paragraphs of words or blocks, with what is bold in them as the house's styles have it."""
    if isinstance(words, str):
        words = (Paragraph((Text(words),)),)
    lines = [block.runs for block in blocks_in(words) if isinstance(block, Paragraph)]
    weights = [tuple((_printed(run), _is_bold(house, run, style)) for run in line) for line in lines]
    return [("".join(text for text, _ in line), house.style(style).id, line) for line in weights]


def _printed(run: Run) -> str:
    """The words of a run, its quotation marks and apostrophes as wide as those of print."""
    return (
        getattr(run, "text", "")
        .replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")
        .replace('"', "\N{LEFT DOUBLE QUOTATION MARK}")
    )


def _is_bold(house: HouseFile, run: Run, style: str) -> bool:
    """Whether a run is set bold; a sign is taken to be, where the style is made for its document."""
    strong = "Strong" if isinstance(run, Text) and run.strong else ""
    if not (name := run.style if isinstance(run, Symbol) else strong):
        return measure_of(house).is_bold(house.style(style).id)
    family, _, number = name.rpartition(" ")
    own = house.styles.get(name.lower()) or (house.style_of_number(family, int(number)) if number.isdecimal() else None)
    return own is None or measure_of(house).is_bold(house.style(style).id, own.id)


def look_of(folder: Path | None, sections: Iterable[Section[Any]]) -> HouseFile:
    """The board's house file, else the library's, and in it every style that one of the sections brings.

    TemplateError where the board's file is damaged, or a section's template lacks a style that it should bring.
    """
    house = load_house_file(folder)
    for section in sections:
        if section.styles:
            from bscb_docs.ooxml.own_styles import with_own_styles  # few sections bring any

            house = with_own_styles(house, section.template.read_bytes(), section.template.name, section.styles)
    return house
