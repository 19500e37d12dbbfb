"""A document's theme -> the fonts and colours behind its theme names, and how far two colours stand apart."""

from collections.abc import Callable, Mapping
from colorsys import hls_to_rgb, rgb_to_hls
from types import MappingProxyType
from typing import NamedTuple
from xml.etree.ElementTree import Element

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SLOTS = {
    "text1": "dk1", "dark1": "dk1", "text2": "dk2", "dark2": "dk2", "background1": "lt1", "light1": "lt1",
    "background2": "lt2", "light2": "lt2", "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
ACCENTS = tuple(f"accent {number}" for number in range(1, 7))
"""The theme's colours that documents may be marked with, as Word calls them."""
_WRITTEN = {f"{_A}srgbClr": "val", f"{_A}sysClr": "lastClr"}
"""The elements that give a colour, each with the attribute that holds it."""
HIGHLIGHTS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "darkBlue": "000080", "darkCyan": "008080",
    "darkGray": "808080",
    "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "green": "00FF00",
    "lightGray": "C0C0C0", "magenta": "FF00FF", "red": "FF0000", "white": "FFFFFF", "yellow": "FFFF00",
}  # fmt: skip


class Theme(NamedTuple):
    """The major and minor font of a theme, and its colours by slot (dk1, lt1, accent1 ...), six figures and letters."""

    major: str
    minor: str
    colours: Mapping[str, str]
    scripts: Mapping[str, str] = MappingProxyType({})
    """The font that it names for text in each writing system, by its code."""

    def font(self, name: str) -> str:
        """The font behind a theme name such as minorHAnsi; empty where the theme does not say."""
        return self.major if name.startswith("major") else self.minor

    def said(self, colour: str) -> str:
        """The six figures and letters behind a colour as a person says it: these, or `accent 1`; empty if unknown."""
        return colour.upper() if is_hex(colour, 6) else self.colour(colour.replace(" ", ""), "", "")

    def colour(self, name: str, tint: str, shade: str) -> str:
        """The colour behind a theme name, lightened by a tint or darkened by a shade (00 to FF); empty if unknown."""
        colour = self.colours.get(_SLOTS.get(name, name), "")
        if colour and is_hex(tint, 2):
            part = int(tint, 16) / 255
            return _lit(colour, lambda light: light * part + 1 - part)
        if colour and is_hex(shade, 2):
            part = int(shade, 16) / 255
            return _lit(colour, lambda light: light * part)
        return colour


def _lit(colour: str, change: Callable[[float], float]) -> str:
    """The colour in another light, its hue and saturation kept, as Word makes tints and shades."""
    hue, light, saturation = rgb_to_hls(*(value / 255 for value in bytes.fromhex(colour)))
    return "".join(f"{round(value * 255):02X}" for value in hls_to_rgb(hue, change(light), saturation))


def is_hex(text: str, digits: int) -> bool:
    """True for exactly that many hexadecimal digits."""
    return len(text) == digits and all(letter in "0123456789abcdefABCDEF" for letter in text)


def read_theme(root: Element | None) -> Theme:
    """The theme, empty where the document has none."""
    if root is None:
        return Theme("", "", {})
    colours = {}
    for scheme in root.iter(f"{_A}clrScheme"):
        for slot in scheme:
            for value in slot:
                colour = value.get(_WRITTEN.get(value.tag, "")) or ""
                if is_hex(colour, 6):
                    colours[slot.tag.removeprefix(_A)] = colour.upper()
    major = root.find(f".//{_A}majorFont/{_A}latin")
    minor = root.find(f".//{_A}minorFont/{_A}latin")
    named = {font.get("script", ""): font.get("typeface", "") for font in root.iterfind(f".//{_A}minorFont/{_A}font")}
    return Theme(_face(major), _face(minor), colours, named)


def _face(latin: Element | None) -> str:
    return "" if latin is None else latin.get("typeface") or ""


ENOUGH_CONTRAST = 4.5
"""The least contrast of text with what is behind it, by WCAG 2.2, 1.4.3."""


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = linear_light(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear_light(colour: str) -> tuple[float, float, float]:
    """How much red, green and blue light a colour sends out, from 0 to 1 each."""
    red, green, blue = (_linear(value / 255) for value in bytes.fromhex(colour))
    return red, green, blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)
