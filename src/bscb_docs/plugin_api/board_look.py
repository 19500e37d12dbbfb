"""Board look: the house file of a board, joined by the styles that the plugins in use bring."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from bscb_docs.ooxml.house_file import HouseFile, load_house_file
from bscb_docs.ooxml.theme import Theme
from bscb_docs.plugin_api.section import Section
from bscb_docs.records import Board, Priority
from bscb_docs.word_writer.tables.table_fit import lines_of_rows
from bscb_docs.word_writer.tables.text_measure import Cell, measure_of


def theme_of(board: Board) -> Theme:
    """The fonts and colours of the board's house file, in which a section draws its pictures."""
    return load_house_file(board.folder).theme


def colour_of(board: Board, priority: Priority) -> str:
    """What the house's style for the number of a priority fills with, in six figures and letters; empty for nothing."""
    style = load_house_file(board.folder).style_of_number("Priority", board.number(priority))
    return style.run.get("shade", "") if style else ""


def lines_of(board: Board, words: str, style: str, width: int) -> float:
    """The lines of 12 point that words take in a style of the board's house file, set that wide, with the space around.

    The width is in twips, of which 567 are a centimetre; a page on its side has about 30 such lines.
    """
    house = load_house_file(board.folder)
    return measure_of(house).lines(words, house.style(style).id, width)


def table_lines_of(board: Board, rows: Sequence[Sequence[tuple[str, str]]], columns: Sequence[int]) -> float:
    """The lines of 12 point that a table takes, whose template draws its columns that wide, in twips.

    A cell is its words, a paragraph in each of their lines, and the style of all of them.
    """
    house = load_house_file(board.folder)

    def cell(words: str, style: str) -> Cell:
        return Cell(measure_of(house), [(line, house.style(style).id, False) for line in words.split("\n")])

    return lines_of_rows([[cell(*each) for each in row] for row in rows], columns, house)


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
