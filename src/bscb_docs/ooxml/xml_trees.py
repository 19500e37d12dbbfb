"""A part's bytes -> its tree, after a strict reading that refuses what could swell and what is no XML.

The trees are the standard library's: to walk one costs a sixth of what it costs in lxml, which makes a Python object of
an element each time it is visited. What is changed and written again is read with lxml (`xml_parser`).
"""

from functools import cache, lru_cache
from xml.etree.ElementTree import Element, ParseError, fromstring
from xml.parsers import expat

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_SMALL = 64 * 1024
"""Bytes of a part that is remembered: the styles, settings and theme of a document are those of the one before."""
_LAST = True
_BROKEN = (expat.ExpatError, ParseError, ValueError, LookupError)


@cache
def w(path: str) -> str:
    """The name of an element or attribute in Word's own namespace, or the path of several: `pPr/pStyle`."""
    return "/".join(f"{{{MAIN}}}{name}" for name in path.split("/"))


VAL = w("val")


def value(element: Element | None) -> str:
    """What an element's `w:val` says; empty where there is no such element."""
    return "" if element is None else element.get(VAL) or ""


def down(element: Element | None, *tags: str) -> Element | None:
    """The element that a path of children leads to."""
    for tag in tags:
        element = None if element is None else element.find(tag)
    return element


class UnreadableError(ValueError):
    """XML that is not read, and why; `swells` where it has a document type, whose entities can swell without end."""

    def __init__(self, why: str, *, swells: bool = False) -> None:
        super().__init__(why)
        self.why, self.swells = why, swells


def require_readable(data: bytes) -> None:
    """Nothing, where the part is XML without a document type; UnreadableError before any entity is expanded."""
    forbidden = _what_forbids_again(data) if len(data) <= _SMALL else _what_forbids(data)
    if forbidden is not None:
        raise UnreadableError(forbidden[0], swells=forbidden[1])


def _what_forbids(data: bytes) -> tuple[str, bool] | None:
    """Why the part is not read, with True where it has a document type; None for strict XML."""
    parser = expat.ParserCreate(namespace_separator=" ")  # so that an undeclared prefix is an error
    parser.StartDoctypeDeclHandler = _refuse
    parser.XmlDeclHandler = _require_version
    try:
        parser.Parse(data)
        parser.Parse(b"", _LAST)
    except UnreadableError as fault:
        return fault.why, fault.swells
    except _BROKEN as fault:
        return str(fault), False
    return None


_what_forbids_again = lru_cache(maxsize=64)(_what_forbids)


def _refuse(*_: object) -> None:
    raise UnreadableError("it has a document type", swells=True)


def _require_version(version: str, *_: object) -> None:
    if version != "1.0":  # expat reads on, other programs do not
        raise UnreadableError(f"XML of version {version}")


def read_tree(data: bytes) -> Element:
    """The part as a tree; UnreadableError where it is no strict XML."""
    require_readable(data)
    try:
        return fromstring(data)  # noqa: S314  # what has a document type was refused
    except _BROKEN as fault:
        raise UnreadableError(str(fault)) from fault


def tree(data: bytes) -> Element | None:
    """The part as a tree; None where it is empty or no strict XML."""
    try:
        return read_tree(data) if data else None
    except UnreadableError:
        return None
