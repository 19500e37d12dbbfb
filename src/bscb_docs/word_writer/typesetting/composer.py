"""Composer: counts, names and refers for one document, which templates and prose call while they are filled."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial

from attrs import Factory, define, field
from markupsafe import Markup

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.location import Place
from bscb_docs.figures.figure import Figure
from bscb_docs.languages.house_words import say
from bscb_docs.numbering.entries import NumberedParagraph
from bscb_docs.numbering.reference_targets import Asked, References
from bscb_docs.numbering.tally import Tally
from bscb_docs.ooxml import word_markup
from bscb_docs.ooxml.house_file import HouseFile
from bscb_docs.ooxml.marks import drop_marks, mark
from bscb_docs.ooxml.paragraph_words import words_told
from bscb_docs.ooxml.relationships import Resource
from bscb_docs.prose.blocks import NO_BREAK, Note
from bscb_docs.records import ByName
from bscb_docs.word_writer.typesetting.definitions import Definitions
from bscb_docs.word_writer.typesetting.name_bookmarks import Bookmarks


@define(eq=False)
class Composer:
    """Writes what the tally of one document counted, gives ids that no other thing has, and notes what is wrong."""

    house: HouseFile
    find_figures: Callable[[], ByName[Figure]] = ByName
    """The figures that prose may set: asked for where it sets one, since few texts do."""
    read_file: Callable[[str], bytes] = field(default=lambda name: b"")
    """The bytes of a picture in the board's folder; PictureError where it cannot be taken."""
    fill_section: Callable[[str, Place], str] = field(default=lambda name, place: "")
    """The filled text of another section, set where prose asks for it."""
    find_called: Callable[[], ByName[str]] = ByName
    """What the pack calls a thing wherever it stands, by name: asked for where a reference is answered."""
    colours: ByName[str] = field(factory=ByName)
    """The colour of each status by its label, "" for one without."""
    note_kind: str = "footnote"
    """Where notes stand: "footnote" at the foot of the page, "endnote" at the end of the document."""
    terms: Mapping[str, Note] = field(factory=dict)
    """The note that explains a term where it is first used, by each of its forms."""
    tally: Tally = Factory(lambda composer: Tally(composer.house, References(composer.find_called)), takes_self=True)
    """What the document counts, names and refers to, in reading order."""
    bookmarks: Bookmarks = Factory(lambda composer: Bookmarks(composer.tally.references), takes_self=True)
    definitions: Definitions = Factory(lambda composer: Definitions(composer.terms), takes_self=True)
    """The terms that were not used yet."""
    resources: dict[str, Resource] = field(factory=dict)
    notes: dict[int, str] = field(factory=dict)
    """The notes by their number."""
    note_resources: dict[str, Resource] = field(factory=dict)
    """What notes lead to: they stand in a part of their own."""
    findings: list[Finding] = field(factory=list)
    status_styles: dict[str, str] = field(factory=dict)
    """Ids of the character styles of statuses in use, by the status's label."""
    width: int = 0
    """The width of the text where it is being set, in twips."""
    listed_width: int = 0
    """The width of the text where contents and other lists of pages stand; 0 where there are none."""

    @property
    def figures(self) -> ByName[Figure]:
        """The figures that the prose being set may set."""
        return self.find_figures()

    def next_id(self) -> int:
        """A number that no other drawing, bookmark or control of the document has."""
        return self.bookmarks.next_id()

    def resource(self, key: str) -> str:
        """The document's relationship id of a picture or address of a template."""
        return f"rRes{key}"

    def add_resource(self, resource: Resource) -> str:
        """The relationship id of a picture or address, added to the document once."""
        self.resources.setdefault(resource.key, resource)
        return self.resource(resource.key)

    @contextmanager
    def in_note(self) -> Iterator[None]:
        """Sets what is set within as a note: what it leads to is a resource of the notes."""
        body, self.resources = self.resources, self.note_resources
        try:
            yield
        finally:
            self.resources = body

    def heading(self, style: str, caller: Callable[[], str]) -> Markup:
        """The paragraph of a heading, noted for the contents and open to references by the names marked in it."""
        at = self.tally.here
        return self.set_heading(style, caller(), at)

    def set_heading(self, style: str, marked: str, at: int | None = None) -> Markup:
        """A heading whose content may hold `name` marks; `at` is where in reading order it began."""
        unnamed = drop_marks(marked, "name")
        if style == "toc heading":
            self.tally.lists.end()
            return Markup(word_markup.paragraph(self.house.style(style).id, unnamed))  # noqa: S704  # filled text is escaped
        heading = self.tally.place_heading(style)
        self.tally.note(heading, partial(words_told, unnamed), at)
        content = self.bookmarks.around(heading.bookmark, self.bookmarks.around_named(marked, heading.number))
        return Markup(word_markup.paragraph(self.house.style(heading.style).id, content))  # noqa: S704  # filled text is escaped

    def counted(self, style: str, properties: str, caller: Callable[[], str]) -> Markup:
        """A paragraph of a counted style as a template sets it by hand, noted with the number it will bear."""
        number, printed = self.tally.lists.count_by_hand(style)
        at = self.tally.here
        content = caller()
        self.note_paragraph(printed, style, content, at)
        found = self.house.style(style)
        place = word_markup.list_place(number, found.level)
        return Markup(word_markup.paragraph(found.id, content, f"{place}{properties}"))  # noqa: S704  # filled text is escaped

    def caption(self, style: str, properties: str, caller: Callable[[], str]) -> Markup:
        """The caption of a table or picture set by hand, noted with what it counts and the names that lead to it."""
        at, before = self.tally.here, self.tally.counted
        content = self.bookmarks.around_named(caller(), "")
        if self.tally.counted != before:
            content = self.note_caption(content, at)
        return Markup(word_markup.paragraph(self.house.style(style).id, content, properties))  # noqa: S704  # filled text is escaped

    def note_paragraph(self, number: str, style: str, content: str, at: int) -> None:
        """Notes a paragraph with its printed number, whose content was set since `at`."""
        self.tally.note(NumberedParagraph(number, "", style), partial(words_told, content), at)

    def note_caption(self, content: str, at: int) -> str:
        """The content of a caption, set since `at`, of what was counted last: noted, and within a bookmark."""
        caption = self.tally.place_caption()
        self.tally.note(caption, partial(words_told, content), at)
        return self.bookmarks.around(caption.bookmark, content)

    def sequence(self, name: str, number: int | None = None, style: str = "") -> str:
        """A field that counts, such as Table 1, Table 2; it is told its number where that does not follow on."""
        shown, follows = self.tally.count_in(name, number)
        reset = "" if follows else f" \\r {shown}"
        return word_markup.field(f"SEQ {name} \\* ARABIC{reset}", str(shown), style)

    def badge(self, name: str, number: int) -> str:
        """A word and its counted number before a name, as in `Priority 2:`, in the colour of that number."""
        style = self.symbol_style(f"{name} {number}")
        before, after = word_markup.run(f"{NO_BREAK}{say(name)} ", style), word_markup.run(f":{NO_BREAK}", style)
        return f"{before}{self.sequence(name, number, style)}{after}"

    def symbol_style(self, name: str) -> str:
        """The id of a character style: one of the house, or that of a status; TemplateError where there is neither."""
        family, _, number = name.rpartition(" ")
        found = self.house.styles.get(name.lower())
        if found is None and number.isdecimal():
            found = self.house.style_of_number(family, int(number))
        if found is not None:
            return found.id
        if name not in self.colours:
            raise self.house.lacks(name)
        self.status_styles.setdefault(name, f"Status{len(self.status_styles) + 1}")
        return self.status_styles[name]

    def refer(self, asked: Asked) -> str:
        """A mark for a cross-reference, which assembly replaces when every number is known."""
        return mark("ref", str(self.tally.ask(asked)))

    def report(self, code: str, message: str, place: Place, mend: str) -> None:
        """Notes a finding about the document being filled."""
        self.note_finding(finding_of(code, message, place, mend))

    def note_finding(self, finding: Finding) -> None:
        """Notes a finding, once."""
        if finding not in self.findings:
            self.findings.append(finding)
