"""Board look: the house file of a board, joined by the styles that the plugins in use bring."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bscb_docs.ooxml.house_file import HouseFile, load_house_file
from bscb_docs.ooxml.own_styles import with_own_styles
from bscb_docs.plugin_api.section import Section


def look_of(folder: Path | None, sections: Iterable[Section[Any]]) -> HouseFile:
    """The board's house file, else the library's, and in it every style that one of the sections brings.

    TemplateError where the board's file is damaged, or a section's template lacks a style that it should bring.
    """
    house = load_house_file(folder)
    for section in sections:
        if section.styles:
            house = with_own_styles(house, section.template.read_bytes(), section.template.name, section.styles)
    return house
