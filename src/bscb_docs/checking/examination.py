"""A finished Word document -> everything that keeps it from being valid, safe and accessible."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import define, field
from lxml import etree

from bscb_docs.checking.appearance import BODY, EDGE, SMALL
from bscb_docs.checking.connections import (
    Connections,
    connection_faults,
    read_relations,
    read_types,
    source_of,
    use_faults,
)
from bscb_docs.checking.faults import Fault, Tally
from bscb_docs.checking.markup import STRICT, Plain, read_plain, remembered_tree, unreadable
from bscb_docs.checking.numbering import list_faults, read_lists
from bscb_docs.checking.package import Package, open_package
from bscb_docs.checking.properties import property_faults
from bscb_docs.checking.register import Place, Register, astray
from bscb_docs.checking.shapes import shapes_of
from bscb_docs.checking.stories import Story
from bscb_docs.checking.styles import Styles, read_styles
from bscb_docs.findings import Finding

_LABELS = {
    "header": ("page header", EDGE),
    "footer": ("page footer", EDGE),
    "footnotes": ("footnotes", SMALL),
    "endnotes": ("endnotes", SMALL),
    "comments": ("comments", SMALL),
}
_XML = re.compile(r"\.(xml|rels)$", re.IGNORECASE)
_CONNECTING = re.compile(r"(\.rels|^\[Content_Types\]\.xml)$")


def check_document(data: bytes, name: str = "document.docx", *, built: bool = False) -> tuple[Finding, ...]:
    """Everything that is wrong with a finished Word document, by code; empty where nothing is.

    `built` says that this library made it and nobody changed it since: compiling refused every template with half a tag
    left over, so that braces in it are a board's own words.
    It raises nothing and opens, fetches or runs nothing, whatever the bytes are. Rules: docs/checks.md.
    """
    tally = Tally.of(name)
    package, faults = open_package(data)
    for fault in faults:
        tally.add(fault)
    if package is not None:
        _Examination(package, tally).run()
    return tuple(finding for finding in tally.findings() if not (built and finding.code == "DOCX-18"))


@define
class _Examination:
    package: Package
    tally: Tally
    connections: Connections = field(factory=Connections)
    unreadable: set[str] = field(factory=set)
    registers: list[Register] = field(factory=list)

    def run(self) -> None:
        parts = [part for part in self.package.names if _XML.search(part)]
        self._read(part for part in parts if _CONNECTING.search(part))
        self._connect()
        main = next(iter(self.connections.of("", "officeDocument")), "")
        stories = self._stories(main)
        self._read(part for part in parts if part not in stories and not _CONNECTING.search(part))
        if main not in self.package:
            self.tally.add(Fault("DOCX-01", "The file has no text in it: it is no Word document."))
        elif STRICT in self.package.read(main)[:4096]:
            self.tally.add(Fault("DOCX-01", "The file was saved as 'Strict Open XML Document'."))
        elif not self.unreadable.intersection(self.connections.of(main, "styles")):  # else everything would look wrong
            styles = read_styles(*(self._first(main, kind) for kind in ("styles", "theme", "fontTable")))
            for part, (label, kind) in stories.items():
                self._read_story(part, label, kind, styles)
            self._compare(main, styles)

    def _add(self, faults: Iterable[tuple[Fault, Place | str]]) -> None:
        for fault, within in faults:
            self.tally.add(fault, within)

    def _miss(self, part: str, fault: Fault) -> None:
        self.tally.add(fault)
        self.unreadable.add(part)

    def _read(self, parts: Iterable[str]) -> None:
        for part in parts:
            fault = unreadable(self.package.read(part), part)
            if fault is not None:
                self._miss(part, fault)

    def _connect(self) -> None:
        names = set(self.package.names)
        types, faults = read_types(self._tree("[Content_Types].xml"), names)
        relations = {}
        for part in sorted(names):
            if part.endswith(".rels"):
                source = source_of(part)
                relations[source], wrong = read_relations(self._tree(part), source)
                faults += wrong
        self.connections = Connections(types, relations)
        self._add((fault, "") for fault in (*faults, *connection_faults(self.connections, names)))

    def _stories(self, main: str) -> dict[str, tuple[str, str]]:
        stories = {main: ("", BODY)}
        for kind, said in _LABELS.items():
            stories |= {
                part: said for part in self.connections.of(main, kind) if part in self.package and part not in stories
            }
        return stories

    def _read_story(self, part: str, label: str, kind: str, styles: Styles) -> None:
        register = Register()
        self.registers.append(register)
        plain = read_plain(self.package.read(part), part)
        self.package.release(part)
        if not isinstance(plain, Plain):
            self._miss(part, plain)
            return
        for number, each in enumerate((plain, *plain.boxes)):
            said = f"text box {number}" if number else label
            if number:
                self.tally.add(Fault("ACC-21", "A text box floats over the page."), said)
            Story(each, said, kind, styles, shapes_of(each.root, styles), register, self.tally).read()
        self._add(register.unended())
        faults = use_faults(self.connections.relations.get(part, ()), register.relations | plain.relations)
        self._add((fault, label) for fault in faults)

    def _compare(self, main: str, styles: Styles) -> None:
        names = {name for register in self.registers for name in register.names}
        referred = [anchor for register in self.registers for anchor in register.anchors]
        used: dict[str, Place] = {}
        for register in self.registers:
            used = register.numbers | used
        self._add(astray(referred, names))
        self._add(styles.faults)
        self._add(list_faults(styles, read_lists(self._first(main, "numbering")), used))
        core = self._tree(*self.connections.of("", "core-properties")[:1])
        settings = self._tree(*self.connections.of(main, "settings")[:1])
        self._add((fault, "") for fault in property_faults(core, settings, styles))

    def _first(self, main: str, kind: str) -> bytes:
        parts = [
            part for part in self.connections.of(main, kind) if part in self.package and part not in self.unreadable
        ]
        return self.package.read(parts[0]) if parts else b""

    def _tree(self, part: str = "") -> etree._Element | None:
        if part not in self.package or part in self.unreadable:
            return None
        return remembered_tree(self.package.read(part))
