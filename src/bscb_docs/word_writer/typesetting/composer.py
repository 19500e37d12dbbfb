"""Composer: the running counter of one document, which templates and prose call while they are filled."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from attrs import Factory, define, field, frozen
from markupsafe import Markup

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.errors import OutlineError
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.location import Place
from bscb_docs.figures.figure import Figure, missing_figure
from bscb_docs.ooxml import wordml
from bscb_docs.ooxml.house_file import Shell
from bscb_docs.ooxml.marks import CONTROLS, STX, drop_marks, find_marks, mark
from bscb_docs.ooxml.numbering import reference_to
from bscb_docs.ooxml.resources import Resource
from bscb_docs.records import ByName
from bscb_docs.word_writer.typesetting.list_numbers import Lists

DEEPEST_HEADING = 5
_SEQUENCE_FIELD = re.compile(r'<w:r><w:fldChar w:fldCharType="begin"/>.*?w:fldCharType="end"/></w:r>', re.DOTALL)


@frozen
class Heading:
    """A heading as the contents list it: its level from 1, its number if it has one, its words and its bookmark."""

    level: int
    number: str
    text: str
    bookmark: str
    style: str
    waiting: str = ""
    """Its content, where that holds references whose numbers are not known yet."""


class Target(NamedTuple):
    """What a cross-reference can lead to: its bookmark, the number it prints, and the switch that keeps it live."""

    bookmark: str
    number: str
    switch: str


@define(eq=False)
class Composer:
    """Counts ids, headings and sequences of one document while it is filled, and notes what it found wrong."""

    shell: Shell
    figures: ByName[Figure] = field(factory=ByName)
    read_file: Callable[[str], bytes] = field(default=lambda name: b"")
    """The bytes of a picture in the board's folder; PictureError where it cannot be taken."""
    fill_section: Callable[[str, Place], str] = field(default=lambda name, place: "")
    """The filled text of another section, set where prose asks for it."""
    outside: ByName[str] = field(factory=ByName)
    """What to print for a reference whose target another document of the pack holds, by name."""
    colours: ByName[str] = field(factory=ByName)
    """The colour of each status by its label."""
    headings: list[Heading] = field(factory=list)
    targets: ByName[Target] = field(factory=ByName)
    lists: Lists = Factory(lambda composer: Lists(composer.shell), takes_self=True)
    resources: dict[str, Resource] = field(factory=dict)
    findings: list[Finding] = field(factory=list)
    status_styles: dict[str, str] = field(factory=dict)
    """Ids of the character styles of statuses in use, by the status's label."""
    shift: int = 0
    """How many levels down headings are set: 1 in an appendix, or where prose sets another section."""
    width: int = 0
    """The width of the text where it is being set, in twips."""
    _last_id: int = 0
    _sequences: dict[str, int] = field(factory=dict)

    def next_id(self) -> int:
        """A number that no other drawing, bookmark or control of the document has."""
        self._last_id += 1
        return self._last_id

    def resource(self, key: str) -> str:
        """The document's relationship id of a picture or address of a template."""
        return f"rRes{key}"

    def add_resource(self, resource: Resource) -> str:
        """The relationship id of a picture or address, added to the document once."""
        self.resources.setdefault(resource.key, resource)
        return self.resource(resource.key)

    def heading(self, style: str, caller: Callable[[], str]) -> Markup:
        """The paragraph of a heading, noted for the contents and open to references by the names marked in it."""
        return self.set_heading(style, caller())

    def set_heading(self, style: str, marked: str) -> Markup:
        """A heading whose content may hold `name` marks; every counted list begins anew after it."""
        self.lists.end()
        content = drop_marks(marked, "name")
        if style == "toc heading":
            return Markup(wordml.paragraph(self.shell.style(style).id, content))  # noqa: S704  # filled text is escaped
        number, level, style = self._place_heading(style)
        anchor = f"_Toc{len(self.headings) + 1:06d}"
        waiting = content if STX in content else ""
        words = wordml.plain_words(drop_marks(content))
        self.headings.append(Heading(level, number, words, anchor, style, waiting))
        for name in find_marks(marked, "name"):
            content = self._name_heading(name, content, number, style)
        content = wordml.bookmark(self.next_id(), anchor, content)
        return Markup(wordml.paragraph(self.shell.style(style).id, content))  # noqa: S704  # filled text is escaped

    def _place_heading(self, style: str) -> tuple[str, int, str]:
        """The number, level and style of the next heading."""
        if style == "section heading" and self.shift:
            raise OutlineError("A document with numbered sections cannot be bound in or set inside another section.")
        if style in {"appendix heading", "section heading"}:
            return self.lists.printed(self.lists.count(style)), 1, style
        level = min(int(style.removeprefix("heading ")) + self.shift, DEEPEST_HEADING)
        return "", level, f"heading {level}"

    def _name_heading(self, name: str, content: str, number: str, style: str) -> str:
        """The heading's content with a bookmark around its number's field, or around all of it."""
        bookmark = self._bookmark(name)
        counted = _SEQUENCE_FIELD.search(content)
        if counted:
            self._add_target(name, Target(bookmark, wordml.plain_words(counted[0]), ""))
            inner = wordml.bookmark(self.next_id(), bookmark, counted[0])
            return content[: counted.start()] + inner + content[counted.end() :]
        switch = r"\n" if number else ""
        shown = reference_to(number) or wordml.plain_words(drop_marks(content))
        self._add_target(name, Target(bookmark, shown, switch))
        return wordml.bookmark(self.next_id(), bookmark, content)

    def _bookmark(self, name: str) -> str:
        """A bookmark's name as Word allows it: letters, digits and underscores, 40 at most."""
        return f"to_{self.next_id()}_{re.sub(r'[^A-Za-z0-9]+', '_', name)}"[:40]

    def _add_target(self, name: str, target: Target) -> None:
        self.targets.setdefault(name, target)

    def anchor(self, names: str, content: str, number: str, switch: str = r"\n") -> str:
        """The content of a paragraph within a bookmark for each of its names (several stand apart by a space).

        The switch says how Word shows its number elsewhere: n means as it stands before the paragraph; w would put
        the numbers of the lists around it before that.
        """
        for name in names.split():
            if name in self.targets:
                continue
            bookmark = self._bookmark(name)
            self._add_target(name, Target(bookmark, reference_to(number), switch))
            content = wordml.bookmark(self.next_id(), bookmark, content)
        return content

    def list_number(self, style: str) -> int:
        """The numId of the next paragraph of a counted style, which a template uses by hand."""
        return self.lists.count_by_hand(style)

    def sequence(self, name: str, number: int | None = None) -> str:
        """A field that counts, such as Table 1, Table 2; it is told its number where that does not follow on."""
        following = self._sequences.get(name, 0) + 1
        shown = following if number is None else number
        self._sequences[name] = shown
        reset = "" if shown == following else f" \\r {shown}"
        return wordml.field(f"SEQ {name} \\* ARABIC{reset}", str(shown))

    def last_of(self, name: str) -> int:
        """The number that the sequence of that name has reached."""
        return self._sequences.get(name, 0)

    def symbol_style(self, name: str) -> str:
        """The id of a character style: one of the house, or one that a status brings with its colour."""
        if name.lower() in self.shell.styles:
            return self.shell.style(name).id
        self.status_styles.setdefault(name, f"Status{len(self.status_styles) + 1}")
        return self.status_styles[name]

    def figure(self, name: str, place: Place) -> str:
        """The value of a figure as the house prints it; a name without one is a finding and stands in brackets."""
        found = self.figures.get(name)
        if found is not None and found.value is not None:
            return str(found)
        self._note(missing_figure(name, self.figures, place))
        return f"[{name}]"

    def refer(self, word: str, target: str, place: Place) -> str:
        """A mark for a cross-reference, which assembly replaces when every number is known."""
        parts = (target, word, str(place.file), str(place.line), str(place.column))
        return mark("ref", "\x1f".join(part.translate(CONTROLS) for part in parts))

    def report(self, code: str, message: str, place: Place, mend: str) -> None:
        """Notes a finding about the document being filled."""
        self._note(finding_of(code, message, place, mend))

    def _note(self, finding: Finding) -> None:
        if finding not in self.findings:
            self.findings.append(finding)
