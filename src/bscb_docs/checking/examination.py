"""A finished Word document -> everything that keeps it from being valid, safe and accessible."""

from __future__ import annotations

import re

from attrs import define, field
from lxml import etree

from bscb_docs.checking.appearance import BODY, EDGE, SMALL
from bscb_docs.checking.connections import Connections, connection_faults, read_relations, read_types, source_of, use_faults
from bscb_docs.checking.faults import Fault, Tally
from bscb_docs.checking.markup import STRICT, Plain, Reading, read_plain, read_strictly, remembered_tree
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


def check_document(data: bytes, name: str = "document.docx") -> tuple[Finding, ...]:
    """Everything that is wrong with a finished Word document, by code; empty where nothing is.

    It never raises and never opens, fetches or runs anything, whatever the bytes are. Rules: docs/checks.md.
    """
    tally = Tally.of(name)
    package, faults = open_package(data)
    for fault in faults:
        tally.add(fault)
    if package is not None:
        _Examination(package, tally).run()
    return tally.findings()


@define
class _Examination:
    package: Package
    tally: Tally
    connections: Connections = field(factory=Connections)
    readings: dict[str, Reading] = field(factory=dict)
    unreadable: set[str] = field(factory=set)

    def run(self) -> None:
        self._read_parts()
        self._connect()
        mains = self.connections.of("", "officeDocument")
        main = mains[0] if mains else ""
        if main not in self.package or main in self.unreadable:
            self.tally.add(Fault("DOCX-01", "The file has no readable text in it: it is no Word document."))
        elif STRICT in self.package.read(main)[:4096]:
            self.tally.add(Fault("DOCX-01", "The file was saved as 'Strict Open XML Document'."))
        else:
            self._text(main)

    def _read_parts(self) -> None:
        for part in self.package.names:
            if _XML.search(part):
                reading = self.readings[part] = read_strictly(self.package.read(part), part)
                fault = reading.fault
                if part in self.package.broken:
                    fault = Fault("DOCX-03", f"The part {part} of the file is damaged.")
                if fault is not None:
                    self.tally.add(fault)
                    self.unreadable.add(part)

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
        for fault in (*faults, *connection_faults(self.connections, names)):
            self.tally.add(fault)

    def _text(self, main: str) -> None:
        styles = read_styles(*(self._first(main, kind) for kind in ("styles", "theme", "fontTable")))
        registers = []
        fields: list[tuple[str, Place]] = []
        stories = [(main, "", BODY)]
        for kind, (label, size) in _LABELS.items():
            stories += [(part, label, size) for part in dict.fromkeys(self.connections.of(main, kind))]
        for part, label, size in stories:
            register = Register()
            registers.append(register)
            fields += self._story(part, label, size, styles, register)
            for fault, within in register.unended():
                self.tally.add(fault, within)
            for fault in use_faults(self.connections.relations.get(part, ()), register.relations):
                self.tally.add(fault, label)
        self._whole(main, styles, registers, fields)

    def _story(self, part: str, label: str, kind: str, styles: Styles, register: Register) -> list[tuple[str, Place]]:
        if part not in self.package or part in self.unreadable:
            return []
        plain = read_plain(self.package.read(part), part, self.readings.get(part, Reading()))
        self.package.release(part)
        if not isinstance(plain, Plain):
            self.tally.add(plain)
            return []
        referred: list[tuple[str, Place]] = []
        for number, each in enumerate((plain, *plain.boxes)):
            if number:
                self.tally.add(Fault("ACC-21", "A text box floats over the page."), f"text box {number}")
            said = label if not number else f"text box {number}"
            story = Story(each, said, kind, styles, shapes_of(each.root, styles), register, self.tally)
            story.read()
            referred += story.fields.referred
        return referred

    def _whole(self, main: str, styles: Styles, registers: list[Register], fields: list[tuple[str, Place]]) -> None:
        names = {name for register in registers for name in register.names}
        anchors = [anchor for register in registers for anchor in register.anchors]
        used: dict[str, Place] = {}
        for register in registers:
            used = {**register.numbers, **used}
        lists = read_lists(self._first(main, "numbering"))
        placed: list[tuple[Fault, Place | str]] = [*astray(anchors + fields, names), *styles.faults, *list_faults(styles, lists, used)]
        settings = self._tree(*self.connections.of(main, "settings")[:1])
        core = self._tree(*self.connections.of("", "core-properties")[:1])
        placed += [(fault, "") for fault in property_faults(core, settings, styles)]
        for fault, within in placed:
            self.tally.add(fault, within)

    def _first(self, main: str, kind: str) -> bytes:
        parts = [part for part in self.connections.of(main, kind) if part in self.package and part not in self.unreadable]
        return self.package.read(parts[0]) if parts else b""

    def _tree(self, part: str = "") -> etree._Element | None:
        if part not in self.package or part in self.unreadable:
            return None
        return remembered_tree(self.package.read(part))
