"""Composer: the running counter of one document, which templates and prose call while they are filled."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from attrs import Factory, define, field, frozen
from markupsafe import Markup

from bscb_docs import wordml
from bscb_docs.errors import OutlineError, TemplateError
from bscb_docs.figures import Figure, missing_figure
from bscb_docs.findings import Finding, Severity
from bscb_docs.marks import CONTROLS, STX, drop_marks, find_marks, mark
from bscb_docs.numbering import PARAGRAPH_STYLES, Counter, reference_to
from bscb_docs.places import Place
from bscb_docs.resources import Resource
from bscb_docs.shell import Shell

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


@frozen
class Target:
    """What a cross-reference can lead to: its bookmark, the number it prints, and the switch that keeps it live."""

    bookmark: str
    number: str
    switch: str


@define
class CountedList:
    """A list that counts from 1: where it stands in the house's numbering, its numId, and how far it has come."""

    place: tuple[int, int] | None
    """The abstractNumId and level; None where the house gives its style no number."""
    number: int = 0
    items: int = 0

    @property
    def level(self) -> int:
        """How deep in the house's numbering it stands, from 0."""
        return self.place[1] if self.place else 0


@define(eq=False)
class Composer:
    """Counts ids, headings, numbers and lists of one document while it is filled, and notes what it found wrong."""

    shell: Shell
    figures: Mapping[str, Figure] = field(factory=dict)
    read_file: Callable[[str], bytes] = field(default=lambda name: b"")
    """The bytes of a picture in the board's folder; PictureError where it cannot be taken."""
    fill_section: Callable[[str, Place], str] = field(default=lambda name, place: "")
    """The filled text of another section, set where prose asks for it."""
    outside: Mapping[str, str] = field(factory=dict)
    """What to print for a reference whose target another document of the pack holds, by name in lower case."""
    colours: Mapping[str, str] = field(factory=dict)
    """The colour of each status by its label in lower case."""
    headings: list[Heading] = field(factory=list)
    targets: dict[str, Target] = field(factory=dict)
    lists: list[tuple[int, int, int, int]] = field(factory=list)
    """New lists as numId, abstractNumId, level and the number of their first item."""
    resources: dict[str, Resource] = field(factory=dict)
    findings: list[Finding] = field(factory=list)
    status_styles: dict[str, str] = field(factory=dict)
    """Ids of the character styles of statuses in use, by the status's label."""
    shift: int = 0
    """How many levels down headings are set: 1 in an appendix, or where prose sets another section."""
    width: int = 0
    """The width of the text where it is being set, in twips."""
    _last_id: int = 0
    _counter: Counter = Factory(lambda house: Counter(house.shell.levels), takes_self=True)
    _open_lists: dict[str, CountedList] = field(factory=dict)
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
        self._open_lists.clear()
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
        if style == "appendix heading":
            return self._count(style), 1, style
        if style == "section heading":
            if self.shift:
                raise OutlineError(
                    "A document with numbered sections cannot be bound in or set inside another section."
                )
            return self._count(style), 1, style
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
        self.targets.setdefault(name.lower(), target)

    def anchor(self, names: str, content: str, number: str, switch: str = r"\n") -> str:
        """The content of a paragraph within a bookmark for each of its names (several stand apart by a space).

        The switch says how Word shows its number elsewhere: n means as it stands before the paragraph; w would put
        the numbers of the lists around it before that.
        """
        for name in names.split():
            if name.lower() in self.targets:
                continue
            bookmark = self._bookmark(name)
            self._add_target(name, Target(bookmark, reference_to(number), switch))
            content = wordml.bookmark(self.next_id(), bookmark, content)
        return content

    def _count(self, style: str) -> str:
        """What Word will print before the next paragraph of a numbered style."""
        place = self.shell.place_in_list(style)
        return self._counter.count(*place) if place else ""

    def next_paragraph(self, style: str = "numbered paragraph") -> str:
        """The number that Word will give the next numbered paragraph or subparagraph.

        TemplateError where it would come before any of the level above: each program counts that in its own way.
        """
        place = self.shell.place_in_list(style)
        if place and place[1] and not self._counter.reached(place[0], place[1] - 1):
            name = self.shell.style(style).name
            raise TemplateError(f"a {name} has no number before the first heading or paragraph that it counts below")
        return self._count(style)

    @property
    def has_paragraph(self) -> bool:
        """True where a subparagraph would stand below a numbered paragraph of its own section."""
        place = self.shell.place_in_list("numbered paragraph")
        return place is not None and self._counter.reached(*place) > 0

    def list_number(self, style: str) -> int:
        """The numId of the next paragraph of a counted style, which a template uses by hand."""
        if style.lower() in PARAGRAPH_STYLES:
            self.next_paragraph(style)
            return self.shell.style(style).number or 0
        counted = self.open_list(style)
        self.next_item(counted)
        return counted.number

    def open_list(self, style: str) -> CountedList:
        """The list that paragraphs of a counted style belong to: a new one after every heading."""
        return self._open_lists.setdefault(style.lower(), self.new_list(style))

    def new_list(self, style: str) -> CountedList:
        """A list of its own in the numbering of a list style, counting from 1."""
        return CountedList(self.shell.place_in_list(style))

    def next_item(self, counted: CountedList) -> str:
        """The number that Word will give the list's next item.

        Word counts all lists of one style together. So a list begins with a number of its own, and takes another
        where it goes on after a list of the same style has stood between its items.
        """
        if counted.place is None:
            return ""
        counted.items += 1
        start = None
        if counted.items == 1 or self._counter.reached(*counted.place) != counted.items - 1:
            start = counted.items
            counted.number = max(self.shell.abstract_numbers, default=0) + len(self.lists) + 1
            self.lists.append((counted.number, *counted.place, start))
        return self._counter.count(*counted.place, start)

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
        found = self.figures.get(name.lower())
        if found is not None and found.value is not None:
            return str(found)
        finding = missing_figure(name, self.figures, place)
        if finding not in self.findings:
            self.findings.append(finding)
        return f"[{name}]"

    def refer(self, word: str, target: str, place: Place) -> str:
        """A mark for a cross-reference, which assembly replaces when every number is known."""
        parts = (target, word, str(place.file), str(place.line), str(place.column))
        return mark("ref", "\x1f".join(part.translate(CONTROLS) for part in parts))

    def report(self, code: str, severity: Severity, message: str, place: Place, mend: str) -> None:
        """Notes a finding about the document being filled."""
        finding = Finding(code, severity, message, place, mend)
        if finding not in self.findings:
            self.findings.append(finding)
