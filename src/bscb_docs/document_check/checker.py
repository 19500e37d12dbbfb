"""A finished Word document -> everything that keeps it from being valid, safe and accessible.

What keeps it from being read at all is found here (DOCX-01 to DOCX-03), and text boxes that float (ACC-21).
"""

from collections.abc import Iterable
from pathlib import Path

from bscb_docs.diagnostics.finding import Finding
from bscb_docs.document_check.block_shapes import NOTE_REFERENCES, set_apart
from bscb_docs.document_check.document_properties import property_faults
from bscb_docs.document_check.fault_tally import Fault, FaultTally
from bscb_docs.document_check.names_given import PartNames, Place, astray, note_faults
from bscb_docs.document_check.part_links import Connections, connect, use_faults
from bscb_docs.document_check.repeated_blocks import Part, read_repeated
from bscb_docs.document_check.story_walk import Story
from bscb_docs.document_check.stylesheet import list_faults, style_faults
from bscb_docs.document_check.text_look import BODY, EDGE, SMALL
from bscb_docs.ooxml.content_types import ContentTypes
from bscb_docs.ooxml.part_names import CONTENT_TYPES
from bscb_docs.ooxml.styles import Styles, read_styles
from bscb_docs.ooxml.xml_trees import UnreadableError, read_tree, require_readable, tree
from bscb_docs.ooxml.zip_archive import Archive, open_archive

_LABELS = {
    "header": ("page header", EDGE),
    "footer": ("page footer", EDGE),
    "footnotes": ("footnotes", SMALL),
    "endnotes": ("endnotes", SMALL),
    "comments": ("comments", SMALL),
}
_STRICT = b"http://purl.oclc.org/ooxml/"
_MOST_TO_WALK = 32 * 1024 * 1024
"""A tree takes fifteen times its text."""


def check_bytes(data: bytes, name: str = "document.docx", *, built: bool = False) -> tuple[Finding, ...]:
    """Everything that is wrong with a finished Word document, by code; empty where nothing is.

    `built` says that this library is making it: compiling refused every template with half a tag left over, so that
    braces in it are a board's own words, of which the rules have told.
    It raises nothing and opens, fetches or runs nothing, whatever the bytes are. Rules: docs/checks.md.
    """
    tally = FaultTally(name)
    archive, refusals = open_archive(data)
    for refusal in refusals:
        tally.add(Fault("DOCX-02" if refusal.dangerous else "DOCX-01", refusal.what))
    if archive is not None and CONTENT_TYPES in archive and "_rels/.rels" in archive:
        _Checker(archive, tally).run()
    elif archive is not None:
        tally.add(Fault("DOCX-01", "The file is a zip file, but no Word document."))
    return tuple(finding for finding in tally.findings() if not (built and finding.code == "DOCX-18"))


def check_document(path: str | Path) -> tuple[Finding, ...]:
    """What keeps any Word file from being valid, safe and accessible, and where; FileNotFoundError without one."""
    return check_bytes(Path(path).read_bytes(), Path(path).name)


def _unwalkable(data: bytes, part: str) -> Fault | None:
    if len(data) > _MOST_TO_WALK:
        return Fault("DOCX-03", f"The part {part} of the file is too large to be checked.")
    return _unreadable(data, part)


def _unreadable(data: bytes, part: str) -> Fault | None:
    try:
        require_readable(data)
    except UnreadableError as fault:
        if fault.swells:
            said = f"The part {part} of the file has a document type, whose entities can be made to swell without end."
            return Fault("DOCX-02", said)
        return Fault("DOCX-03", f"The part {part} of the file cannot be read ({fault}).")
    return None


class _Checker:
    """One document while it is looked into."""

    def __init__(self, package: Archive, tally: FaultTally) -> None:
        self.package = package
        self.tally = tally
        self.connections = Connections(ContentTypes({}, {}), {})
        self.unreadable: set[str] = set()
        self.names_by_part: list[PartNames] = []

    def run(self) -> None:
        parts = [part for part in self.package.names if part.lower().endswith((".xml", ".rels"))]
        connecting = [part for part in parts if part.endswith(".rels") or part == CONTENT_TYPES]
        self._read(connecting)
        if self.unreadable:  # else everything would look wrong, here and wherever a part is not judged by another
            return
        self._connect(connecting)
        main = next(iter(self.connections.of("", "officeDocument")), "")
        stories = self._stories(main)
        self._read(part for part in parts if part not in stories and part not in connecting)
        if main not in self.package:
            self.tally.add(Fault("DOCX-01", "The file has no text in it: it is no Word document."))
        elif _STRICT in self.package.read(main)[:4096]:
            self.tally.add(Fault("DOCX-01", "The file was saved as 'Strict Open XML Document'."))
        elif not self._is_spoilt(main, "styles"):
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
            fault = _unreadable(self.package.read(part), part)
            if fault is not None:
                self._miss(part, fault)

    def _connect(self, parts: Iterable[str]) -> None:
        read = frozenset((part, self.package.read(part)) for part in parts)
        self.connections, faults = connect(frozenset(self.package.names), read)
        self._add((fault, "") for fault in faults)

    def _stories(self, main: str) -> dict[str, tuple[str, str]]:
        stories = {main: ("", BODY)}
        for kind, said in _LABELS.items():
            stories |= {
                part: said for part in self.connections.of(main, kind) if part in self.package and part not in stories
            }
        return stories

    def _read_story(self, part: str, label: str, kind: str, styles: Styles) -> None:
        part_names = PartNames()
        self.names_by_part.append(part_names)
        data = self.package.read(part)
        self.package.release(part)
        read = read_repeated(data)
        if read is not None:
            stories = [read]
        elif (fault := _unwalkable(data, part)) is not None:
            self._miss(part, fault)
            return
        else:
            root = read_tree(data)
            boxes, relations = set_apart(root)
            part_names.relations.update(relations)
            stories = [Part(each, (), []) for each in (root, *boxes)]
        for number, each in enumerate(stories):
            said = f"text box {number}" if number else label
            if number:
                self.tally.add(Fault("ACC-21", "A text box floats over the page."), said)
            Story(each, said, kind, styles, part_names, self.tally).read()
        self._add(part_names.unended())
        faults = use_faults(self.connections.relations.get(part, ()), part_names.relations)
        self._add((fault, label) for fault in faults)

    def _compare(self, main: str, styles: Styles) -> None:
        names = {name for part_names in self.names_by_part for name in part_names.names}
        referred = [anchor for part_names in self.names_by_part for anchor in part_names.anchors]
        used: dict[str, Place] = {}
        for part_names in self.names_by_part:
            used = part_names.numbers | used
        self._add(astray(referred, names))
        noted = {note: place for part_names in self.names_by_part for note, place in part_names.notes.items()}
        for kind in NOTE_REFERENCES.values():
            if not self._is_spoilt(main, kind):
                self._add(note_faults(noted, kind, tree(self._first(main, kind))))
        self._add(style_faults(self._first(main, "styles")))
        if not self._is_spoilt(main, "numbering"):
            self._add(list_faults(styles, self._first(main, "numbering"), used))
        if not self._is_spoilt("", "core-properties"):
            core, settings = (tree(self._first(*named)) for named in (("", "core-properties"), (main, "settings")))
            self._add((fault, "") for fault in property_faults(core, settings, styles))

    def _is_spoilt(self, source: str, kind: str) -> bool:
        return not self.unreadable.isdisjoint(self.connections.of(source, kind))

    def _first(self, main: str, kind: str) -> bytes:
        parts = [
            part for part in self.connections.of(main, kind) if part in self.package and part not in self.unreadable
        ]
        return self.package.read(parts[0]) if parts else b""
