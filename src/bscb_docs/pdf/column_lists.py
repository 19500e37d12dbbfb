"""Lists in the columns of a table, each column's apart: a list that goes on overleaf then stays in its cell.

LibreOffice 7.4 tags what is left of a list on the next page as more of the last list of that numbering. Where a row is
parted by a page's end, that is the list of a cell further left, which so takes the points of its neighbour. The file
that LibreOffice is given therefore numbers each column by a copy; Word needs none of this.
"""

import re
from collections.abc import Iterable, Mapping

from bscb_docs.ooxml.styles import Style
from bscb_docs.pdf.list_copies import LISTED, levels_in, list_of, lists_in, renumbered

_PLACE = re.compile(rf"<w:tr[ >]|(?P<cell><w:tc>)|</w:tbl>|{LISTED}")
_OF_ONE = re.compile(r"<w:(?:nsid|pStyle) [^>]*/>")
"""What no copy may have: Word's mark of a list, and the style that numbers by it."""


def part_columns(body: str, numbering: str, styles: Mapping[str, Style]) -> tuple[str, str]:
    """The body and the numbering of a Word file, the lists in all but the first column of tables by copies."""
    lists = lists_in(numbering)
    copies: dict[tuple[int, int], int] = {}
    column = -1

    def placed(place: re.Match[str]) -> str:
        nonlocal column
        if place["style"] is None:
            column = column + 1 if place["cell"] else -1
            return place[0]
        number, level = list_of(place, styles)
        if column < 1 or number not in lists:
            return place[0]
        return renumbered(place, copies.setdefault((number, column), max(lists) + len(copies) + 1), level)

    body = _PLACE.sub(placed, body)
    return body, _with_copies(numbering, ((copy, *lists[number]) for (number, _), copy in copies.items()))


def _with_copies(numbering: str, copies: Iterable[tuple[int, int, str]]) -> str:
    """The numbering with more lists, each by its number, the levels that it copies, and where they start."""
    known = levels_in(numbering)
    free = max(known, default=0) + 1
    levels = lists = ""
    for at, (number, copied, starts) in enumerate(copies, free):
        levels += f'<w:abstractNum w:abstractNumId="{at}">{_OF_ONE.sub("", known.get(copied, ""))}</w:abstractNum>'
        lists += f'<w:num w:numId="{number}"><w:abstractNumId w:val="{at}"/>{starts}</w:num>'
    return numbering.replace("<w:num ", f"{levels}<w:num ", 1).replace("</w:numbering>", f"{lists}</w:numbering>")
