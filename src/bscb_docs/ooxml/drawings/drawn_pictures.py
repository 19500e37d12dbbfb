"""Drawn pictures: what charts and diagrams have in common: their width, their fonts, and how they are kept."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache, wraps
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from bscb_docs.diagnostics.cache import kept, stamp
from bscb_docs.diagnostics.errors import FieldError
from bscb_docs.diagnostics.phrases import a
from bscb_docs.languages.writing_systems import WritingSystem, stretches
from bscb_docs.ooxml.font_folders import font_folders
from bscb_docs.ooxml.theme import Theme

if TYPE_CHECKING:
    from matplotlib.figure import Figure

PAGE_WIDTH = 15.9
"""Centimetres: the width of the house's text."""
PLAIN = Theme("Arial", "Arial", {})
_ALIKE = {"arial": "Liberation Sans", "helvetica": "Liberation Sans", "calibri": "Carlito", "verdana": "DejaVu Sans"}
"""Fonts of the same widths, for machines without the house's."""


def require_theme(what: str, given: object) -> None:
    """FieldError where the theme that `what` is to draw in is something else, such as the board."""
    if not isinstance(given, Theme):
        raise FieldError(f"{what}, theme", f"{a(type(given).__name__)} is no Theme; write theme=theme_of(board)")


def drawn_once(draw: Callable[..., bytes]) -> Callable[..., bytes]:
    """A function that draws a picture of what it is given and of nothing else, kept by that from one run to the next.

    To wake matplotlib takes as long as to set a document of thirty pages.
    """

    @wraps(draw)
    def drawn(*given: object) -> bytes:
        return kept((draw.__module__, repr(given), _made_by()), lambda: draw(*given))

    return drawn


@cache
def _made_by() -> str:
    """What a picture depends on beside what it shows: Python, matplotlib, this machine's fonts, and our own code."""
    found = find_spec("matplotlib")
    program = Path(found.origin).parent if found and found.origin else Path()
    code = [program / "__init__.py", program / "_version.py", *sorted(Path(__file__).parent.glob("*.py"))]
    return f"{sys.version} {stamp([*code, *font_folders()])}"


def fonts_of(wanted: str, words: str = "") -> list[str]:
    """The font of the page, or the one that has its widths, where the machine has one; then the one with every sign.

    For words in other writing systems a font of each follows, where the machine has one.
    """
    from matplotlib.font_manager import get_font_names

    known = set(get_font_names())
    others = (_font_of(system) for system in dict.fromkeys(system for system, _ in stretches(words) if system))
    own = (font for font in (wanted, _ALIKE.get(wanted.lower(), "")) if font in known)
    return [*own, "DejaVu Sans", *filter(None, others)]


@cache
def _font_of(system: WritingSystem) -> str:
    """A font of the machine that has the letters of a writing system, one without serifs if there is one; else "".

    The machine is asked anew: matplotlib keeps a list of its fonts, in which one that was installed since is not.
    """
    from matplotlib.font_manager import findSystemFonts, fontManager
    from matplotlib.ft2font import FT2Font

    for path in sorted(findSystemFonts(), key=lambda path: ("Sans" not in path, "Regular" not in path, path)):
        with suppress(Exception):  # a font that cannot be opened draws nothing
            if ord(system.sample) in (font := FT2Font(path)).get_charmap():
                for weight in {path, path.replace("Regular", "Bold")}:
                    if Path(weight).is_file():
                        fontManager.addfont(weight)
                return str(font.family_name)
    return ""


def png_of(figure: Figure) -> bytes:
    """A figure as PNG, with neither a date nor the version of the program that drew it."""
    data = BytesIO()
    figure.savefig(data, format="png", metadata={"Software": None})
    return data.getvalue()
