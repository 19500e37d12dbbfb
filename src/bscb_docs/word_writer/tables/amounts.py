"""Amounts: columns of numbers, which stand at the right with their heads."""

import re
from collections.abc import Mapping, Sequence

from bscb_docs.ooxml.house_file import HouseFile
from bscb_docs.ooxml.paragraph_text import restyled
from bscb_docs.word_writer.tables.text_measure import Cell

_AMOUNT = re.compile(r"[£$€]?-?\d[\d,.]*%?( of \d[\d,]*)?( \([^)]*%\))?( in (?:Q\d )?\d{4}-\d\d)?")
"""A number as a cell holds it alone or with when it was read: "12", "£86,250.50", "34 of 48 (71%) in Q3 2025-26"."""
_NO_AMOUNT = re.compile(r"\D{1,16}")
"""What stands where there is no number: "Not read", "None"."""
_STYLES = {"Table Text": "Table Amount", "Table Heading": "Table Amount Heading"}
"""The styles in which a column of numbers and its head stand at the right, in place of which."""


def amount_styles(house: HouseFile) -> dict[str, str]:
    """By the id of each style of words in a cell the one of numbers; none where the house lacks them."""
    has_both = {name.lower() for name in _STYLES.values()} <= set(house.styles)
    return {house.style(old).id: house.style(new).id for old, new in _STYLES.items()} if has_both else {}


def align_amounts(rows: Sequence[str], cells: Sequence[Sequence[Cell]], styles: Mapping[str, str]) -> Sequence[str]:
    """The rows of a table, of those cells, with its columns of numbers in the styles of numbers."""
    columns = _number_columns(cells) if styles else []
    if not columns:
        return rows
    split = [row.split("</w:tc>") for row in rows]
    for row in split:
        for number in columns:
            for old, new in styles.items():
                row[number] = restyled(row[number], old, new)
    return ["</w:tc>".join(row) for row in split]


def _number_columns(cells: Sequence[Sequence[Cell]]) -> list[int]:
    """Which columns hold numbers under their head, and beside these a few words for none: the same, or in few rows."""
    rows, found = cells[1:], []
    for number in range(min(map(len, cells)) if rows else 0):
        column = [words for row in rows for words, *_ in row[number].paragraphs]
        others = [words for words in column if not _AMOUNT.fullmatch(words)]
        is_short = len(column) == len(rows) > len(others) and all(map(_NO_AMOUNT.fullmatch, others))
        if is_short and (len(set(others)) == 1 < len(others) or len(others) * 2 < len(rows)):
            found.append(number)
    return found
