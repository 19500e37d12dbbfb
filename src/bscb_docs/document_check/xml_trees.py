"""A part's bytes -> its tree, after a strict reading that refuses what could swell and what is no XML.

The trees are the standard library's: to walk one costs a sixth of what it costs in lxml, which makes a Python object of
an element each time it is visited.
"""

from __future__ import annotations

from functools import lru_cache
from xml.etree.ElementTree import Element, ParseError, fromstring
from xml.parsers import expat

from bscb_docs.document_check.faults import Fault

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SMALL = 64 * 1024
_LAST = True
_BROKEN = (expat.ExpatError, ValueError, LookupError)


def w(name: str) -> str:
    """The name of an element or attribute in Word's own namespace."""
    return f"{{{W}}}{name}"


VAL = w("val")


class _Refused(Exception):  # noqa: N818 it is caught where it is raised and names no error of ours
    pass


def unreadable(data: bytes, part: str) -> Fault | None:
    """What forbids a part to be read, found in a strict reading that refuses entities before any is expanded."""
    # The styles, settings and theme of a document are those of the document before: one reading is remembered.
    return _remembered(data, part) if len(data) <= SMALL else _read_strictly(data, part)


def _read_strictly(data: bytes, part: str) -> Fault | None:
    try:
        _parse(data)
    except _Refused:
        return Fault(
            "DOCX-02", f"The part {part} of the file declares entities, which can be made to swell without end."
        )
    except _BROKEN as error:
        return Fault("DOCX-03", f"The part {part} of the file cannot be read ({error}).")
    return None


_remembered = lru_cache(maxsize=64)(_read_strictly)


def _refuse(*_: object) -> None:
    raise _Refused


def _require_version(version: str, *_: object) -> None:
    if version != "1.0":  # expat reads on, other programs do not
        raise ValueError(f"XML of version {version}")


def _parse(data: bytes) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")  # so that an undeclared prefix is an error
    parser.StartDoctypeDeclHandler = _refuse
    parser.XmlDeclHandler = _require_version
    parser.Parse(data)
    parser.Parse(b"", _LAST)


def tree(data: bytes) -> Element | None:
    """The part as a tree; None where it is empty or no XML. It must hold no document type: see `unreadable`."""
    try:
        return fromstring(data)  # noqa: S314 what declares entities was refused before
    except (ParseError, *_BROKEN):
        return None


_remembered_tree = lru_cache(maxsize=64)(tree)


def shared_tree(data: bytes) -> Element | None:
    """The part as a tree that nobody changes: that of a small part is remembered, and everybody shares it."""
    return _remembered_tree(data) if len(data) <= SMALL else tree(data)
