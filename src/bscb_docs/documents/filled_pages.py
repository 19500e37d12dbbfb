"""Filled pages: those of a document's sections, each through its template, as the text of one Word document."""

from typing import Any

from attrs import evolve, fields, frozen

from bscb_docs import records
from bscb_docs.diagnostics.errors import BscbDocsError, MisplacedError, TemplateError
from bscb_docs.diagnostics.location import Place
from bscb_docs.documents.composer_inputs import composer_of
from bscb_docs.documents.document_plan import PlannedSection, unknown_section
from bscb_docs.documents.publication import Publication
from bscb_docs.documents.section_pages import DocumentPages, SectionPage, make_page
from bscb_docs.documents.section_tables import bounded
from bscb_docs.documents.template_faults import PlacedError, require_contrast, uncompiled, unfilled
from bscb_docs.languages.house_words import say
from bscb_docs.ooxml import word_markup
from bscb_docs.ooxml.marks import mark
from bscb_docs.plugin_api.document import BoundIn, Document
from bscb_docs.plugin_api.section import Layout, Part, Section
from bscb_docs.records import RegisterEntry
from bscb_docs.template_engine.compiler import CompiledSection, compile_section
from bscb_docs.template_engine.sandbox import FAULTS
from bscb_docs.word_writer.assembly.page_layout import Turn
from bscb_docs.word_writer.assembly.section_setup import LANDSCAPE, PORTRAIT, Lie
from bscb_docs.word_writer.typesetting.composer import Composer

_UPRIGHT = Lie(PORTRAIT)


@frozen(eq=False)
class Filled:
    """The body of a document as text with marks, and the composer that counted it."""

    composer: Composer
    body: list[str]
    """In pieces, as the templates gave them: a long table is never one string."""


def fill_pages(publication: Publication, pages: DocumentPages) -> Filled:
    """The pages of a document and of those bound in, filled in their order.

    TemplateError, with the section and the place in Word, where one cannot be; PluginError where a section that prose
    asks for gives no page.
    """
    composer = composer_of(publication, pages.document)
    composer.findings.extend(pages.findings)
    return Filled(composer, _Filler(publication, pages, composer).fill())


class _Filler:
    """Fills one document section by section, turning pages where a section asks for its own."""

    def __init__(self, publication: Publication, pages: DocumentPages, composer: Composer) -> None:
        self.publication = publication
        self.pages = pages
        self.composer = composer
        self.document = pages.document
        self.before: Section[Any] | None = None
        self.in_body = False
        self.appendix = 0
        composer.fill_section = self.fill_nested
        self.open: list[str] = []
        self._lay(_UPRIGHT)

    def fill(self) -> list[str]:
        text: list[str] = []
        for each in self.pages.sections:
            text += self._placed(each, "")
        for appendix in self.pages.appendices:
            text += self._appendix(appendix)
        return text

    def _appendix(self, pages: DocumentPages) -> list[str]:
        """Another document's body under its own heading, its headings one level down."""
        self.appendix += 1
        bound = pages.document.appendix
        words = mark("name", pages.document.name) + str(
            word_markup.words(bound.printed_title if bound else pages.document.title)
        )
        heading = self.composer.set_heading("appendix heading", f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>')
        begun = f"{heading}{self._day_of(bound)}"
        self._enter(pages.document, 1)
        text: list[str] = []
        for each in pages.sections:
            text += self._placed(each, "" if text else begun)
        self._enter(self.pages.document, 0)
        return text or [self._lay(_UPRIGHT), begun]

    def _day_of(self, bound: BoundIn | None) -> str:
        """The paragraph that says of which day an appendix is, where the paper around it is of another."""
        if bound is None or bound.as_at is None:
            return ""
        said = say("As at {day}. What was known later stands in the paper before it.", day=bound.as_at)
        return word_markup.paragraph(self.composer.house.style("Normal").id, word_markup.run(said))

    def _enter(self, document: Document, shift: int) -> None:
        """Set what follows as part of that document: with its figures, its headings so many levels down."""
        self.document, self.composer.tally.shift = document, shift
        self.composer.find_figures = lambda: self.publication.figures_for(document)

    def _placed(self, each: SectionPage, heading: str) -> list[str]:
        """The section's text: on a page of its own where it, the one before or a heading given to it asks for that."""
        section, outer = self._as_drawn(each.planned.section), self.lie
        first = section.part is Part.BODY and not self.in_body
        turn = ""
        if heading or first or _begins_page(self.before, section):
            may_follow = not heading and first and not _has_own_page(self.before, section)
            turn = self._lay(self._lie_of(section), may_follow=may_follow)
        filled = self._fill_section(each)
        if not filled:
            self._lay(outer)
            return []
        self.before, self.in_body = section, self.in_body or section.part is Part.BODY
        return [turn, heading, *bounded(section, filled)]

    def _lay(self, lie: Lie, *, may_follow: bool = False) -> str:
        """The mark that turns pages that way; what is set from now on is as wide as they are."""
        self.lie = lie
        house = self.composer.house
        self.composer.width = house.turned_width(lie.sides) if lie.layout == LANDSCAPE else house.text_width
        return mark("turn", str(Turn(evolve(lie, appendix=self.appendix), may_follow)))

    def fill_nested(self, name: str, place: Place) -> str:
        """A section set where prose asks for it, its headings below the ones around it."""
        section = self.publication.catalogue.sections.get(name)
        if section is None or name in self.open:
            finding = unknown_section(name, place, self.publication.catalogue)
            if section is not None:
                finding = evolve(finding, message=f"The section {name} asks for itself.", mend="Take one of them away.")
            self.composer.findings.append(finding)
            return ""
        planned = PlannedSection(section, (), place)
        page = make_page(self.publication.board, self.document, planned)
        if page is None:
            return ""
        self.composer.tally.shift += 1
        outer, own = self.lie, self._lie_of(self._as_drawn(section))
        sideways = own.layout == LANDSCAPE != outer.layout
        turn = self._lay(own) if sideways else ""
        filled = bounded(section, self._fill_section(page))
        back = self._lay(outer) if sideways else ""
        self.composer.tally.shift -= 1
        return "".join((turn, *filled, back)) if filled else ""

    def _fill_section(self, each: SectionPage) -> list[str]:
        section = each.planned.section
        compiled = self._compiled(section)
        require_contrast(section, self.composer.house)
        for resource in compiled.resources.values():
            self.composer.add_resource(resource)
        self.open.append(section.name)
        mark = self.composer.tally.mark()
        names = {"house": self.composer, **{it.name: getattr(each.page, it.name) for it in fields(section.page)}}
        try:
            return compiled.fill(names)
        except MisplacedError as fault:  # what it had noted must not be listed or referred to: it is not printed
            self.composer.tally.forget(mark)
            self._leave_out(each.planned, fault)
            return []
        except PlacedError:
            raise
        except (BscbDocsError, *FAULTS) as fault:
            raise unfilled(fault, compiled, section, self.composer.house, names) from fault
        finally:
            self.open.pop()

    def _leave_out(self, planned: PlannedSection, fault: MisplacedError) -> None:
        """Notes that a section cannot stand where it is asked for: in prose, or in the document it is bound in with."""
        entry = self.publication.board.find(RegisterEntry, self.pages.document.name)
        is_own = len(self.open) > 1 or self.document is self.pages.document
        place = planned.place if is_own or entry is None else entry.place
        said = str(fault)
        message = f"The section {planned.section.name} is left out: {said[0].lower()}{said[1:]}"
        mend = "Take the appendix line, or the section, away; a document can stand alone."
        if not is_own:
            mend += f" To name it in a text, write {{{{ {self.document.name}.title }}}}"
            is_cover = self.publication.board.find(records.CoverReport, self.pages.document.name) is not None
            mend += f", and as a paper beside a cover report, paper: {self.document.name}" if is_cover else ""
            mend += "."
        self.composer.report("APP-01", message, place, mend)

    def _lie_of(self, section: Section[Any]) -> Lie:
        """How its pages lie: what flows before the body goes by the body's first section."""
        if section.part is Part.FRONT and section.layout is Layout.FLOWING:
            body = (each.planned.section for each in self.pages.sections if each.planned.section.part is Part.BODY)
            section = self._as_drawn(next(body, section))
        return Lie(LANDSCAPE, sides=self._compiled(section).sides) if section.layout is Layout.LANDSCAPE else _UPRIGHT

    def _as_drawn(self, section: Section[Any]) -> Section[Any]:
        """The section, on pages that lie as its template's does."""
        return evolve(section, layout=Layout.LANDSCAPE) if self._compiled(section).landscape else section

    def _compiled(self, section: Section[Any]) -> CompiledSection:
        try:
            return compile_section(section.template, self.composer.house, section.filters)
        except TemplateError as fault:
            raise uncompiled(fault, section, self.composer.house) from fault


def _begins_page(before: Section[Any] | None, section: Section[Any]) -> bool:
    """True for the first section, and for one that shares no page with the one before it.

    What flows before or after the body goes on as the pages lie: a few lines do not turn the paper.
    """
    if before is None or _has_own_page(before, section):
        return True
    flows = section.layout is Layout.FLOWING
    return not flows if section.part is not Part.BODY else not flows or before.layout is not Layout.FLOWING


def _has_own_page(*sections: Section[Any] | None) -> bool:
    return any(section is not None and section.layout is Layout.OWN_PAGE for section in sections)
