"""Page fill: the pages of a finished PDF on which almost nothing stands."""

from collections.abc import Iterator
from contextlib import closing
from typing import Any

_EDGE = 68
"""Points at the top and the foot of a page that belong to its header and footer."""
_LEAST = 0.15
"""The part of a page's height that its words and pictures take at least, from the first of them to the last."""


def near_empty_pages(pdf: bytes) -> tuple[int, ...]:
    """The numbers, from 1, of pages with a few lines alone; the first page is left out, for it may be a cover."""
    import pypdfium2  # type: ignore[import-untyped]  # it ships no types

    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return tuple(number + 1 for number in range(1, len(document)) if _filled(document[number]) < _LEAST)


def _filled(page: Any) -> float:
    """The part of the page's height between its edges that something stands on, from the highest to the lowest."""
    height = page.get_height()
    spans = [(low, high) for low, high in _spans(page) if low > _EDGE and high < height - _EDGE]
    return (max(high for _, high in spans) - min(low for low, _ in spans)) / (height - 2 * _EDGE) if spans else 0.0


def _spans(page: Any) -> Iterator[tuple[float, float]]:
    """The lowest and highest point of each line of words and each picture."""
    from pypdfium2 import raw

    words = page.get_textpage()
    for number in range(words.count_rects()):
        _, low, _, high = words.get_rect(number)
        yield low, high
    for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
        _, low, _, high = picture.get_bounds()
        yield low, high
