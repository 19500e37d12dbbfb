"""Filling: a paper's sections, each given its page, as the text of one document."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import TracebackType

from attrs import evolve, fields, frozen
from markupsafe import escape

from bscb_docs.catalogue import Catalogue
from bscb_docs.compiling import CompiledSection, compile_section
from bscb_docs.composing import Composer
from bscb_docs.errors import BscbDocsError, TemplateError
from bscb_docs.figures import Figure
from bscb_docs.marks import mark
from bscb_docs.outline import Layout, Part, Section
from bscb_docs.papers import ChosenSection, Paper, unknown_section
from bscb_docs.places import Place
from bscb_docs.records import Board, Status
from bscb_docs.sandbox import FAULTS, explain
from bscb_docs.shell import Shell

LARGEST_PICTURE = 20_000_000


@frozen(eq=False)
class Filled:
    """The body of a document as text with marks, and the composer that counted it."""

    house: Composer
    body: list[str]
    """In pieces, as the templates gave them: a long table is never one string."""


def fill_paper(board: Board, paper: Paper, catalogue: Catalogue, shell: Shell, figures: Mapping[str, Figure]) -> Filled:
    """The paper's sections and appendices filled in order.

    TemplateError or PluginError, with the section and the place in Word, where one cannot be.
    """
    house = Composer(
        shell,
        figures={name.lower(): figure for name, figure in figures.items()},
        outside=_outside(board),
        colours={s.title.lower(): s.colour for s in board.of(Status) if s.colour},
        read_file=lambda name: read_picture(board.folder, name),
    )
    return Filled(house, _Filler(board, paper, catalogue, house).fill())


class _Filler:
    """Fills one paper section by section, turning pages where a section asks for its own."""

    def __init__(self, board: Board, paper: Paper, catalogue: Catalogue, house: Composer) -> None:
        self.board = board
        self.paper = paper
        self.catalogue = catalogue
        self.house = house
        self.document = paper.document
        self.before: Section | None = None
        house.fill_section = self.fill_nested
        house.width = house.shell.text_width
        self.open: list[str] = []

    def fill(self) -> list[str]:
        back = [chosen for chosen in self.paper.sections if chosen.section.part is Part.BACK]
        front = [chosen for chosen in self.paper.sections if chosen.section.part is not Part.BACK]
        text: list[str] = []
        for chosen in (*front, *back):
            text += self._placed(chosen, "")
        for appendix in self.paper.appendices:
            text += self._appendix(appendix)
        return text

    def _appendix(self, paper: Paper) -> list[str]:
        """Another paper's body under its own heading, its headings one level down."""
        bound = paper.document.appendix
        words = mark("name", paper.document.name) + str(escape(bound.printed_title if bound else paper.document.title))
        heading = self.house.set_heading("appendix heading", f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>')
        self.document, self.house.shift = paper.document, 1
        text: list[str] = []
        for chosen in paper.sections:
            if chosen.section.part is Part.BODY:
                text += self._placed(chosen, "" if text else str(heading))
        self.document, self.house.shift = self.paper.document, 0
        return text or [str(heading)]

    def _placed(self, chosen: ChosenSection, heading: str) -> list[str]:
        """The section's text, on a page of its own where it or the one before asks for that."""
        section = chosen.section
        turn = ""
        before, layouts = self.before, {section.layout, self.before.layout if self.before else section.layout}
        if (
            before and (layouts != {Layout.FLOWING} or (before.part is Part.FRONT and section.part is not Part.FRONT))
        ) or before is None:
            turn = self._turn(section)
        filled = self._fill_section(chosen)
        if not filled and not heading:
            return []
        self.before = section
        return [turn, heading, *filled]

    def _turn(self, section: Section) -> str:
        landscape = section.layout is Layout.LANDSCAPE
        self.house.width = self.house.shell.landscape_width if landscape else self.house.shell.text_width
        return mark("turn", "landscape" if landscape else "portrait")

    def fill_nested(self, name: str, place: Place) -> str:
        """A section set where prose asks for it, its headings below the ones around it."""
        section = self.catalogue.sections.get(name)
        if section is None or name in self.open:
            finding = unknown_section(name, place, self.catalogue)
            if section is not None:
                finding = evolve(finding, message=f"The section {name} asks for itself.", mend="Take one of them away.")
            self.house.findings.append(finding)
            return ""
        self.house.shift += 1
        landscape = section.layout is Layout.LANDSCAPE
        turn = self._turn(section) if landscape else ""
        filled = self._fill_section(ChosenSection(section, (), place))
        back = ""
        if landscape:
            self.house.width, back = self.house.shell.text_width, mark("turn", "portrait")
        self.house.shift -= 1
        return "".join((turn, *filled, back))

    def _fill_section(self, chosen: ChosenSection) -> list[str]:
        section = chosen.section
        compiled = self._compiled(section)
        page = section.context(self.board, evolve(self.document, options=dict(chosen.options)))
        if page is None:
            return []
        for resource in compiled.resources.values():
            self.house.add_resource(resource)
        self.open.append(section.name)
        try:
            names = {field.name: getattr(page, field.name) for field in fields(section.page)}
            return compiled.fill({"house": self.house, **names})
        except PlacedError:
            raise
        except (BscbDocsError, *FAULTS) as fault:
            raise _placed_fault(fault, compiled) from fault
        finally:
            self.open.pop()

    def _compiled(self, section: Section) -> CompiledSection:
        try:
            return compile_section(section.template, self.house.shell)
        except TemplateError as fault:
            raise PlacedError(str(fault)) from fault


class PlacedError(TemplateError):
    """A fault in filling that knows its place already, so that no section around it gives it another."""


def _placed_fault(fault: Exception, compiled: CompiledSection) -> BscbDocsError:
    """The fault with its place in the template as a person sees it in Word."""
    if isinstance(fault, BscbDocsError) and not isinstance(fault, TemplateError):
        return fault
    return PlacedError(f"{compiled.place_of(_template_line(fault.__traceback__))}: {explain(fault)}")


def _template_line(traceback: TracebackType | None) -> int:
    """The line of the template's source that a fault came from; Jinja rewrites tracebacks to tell it."""
    line = 0
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == "<template>":
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line


def _outside(board: Board) -> dict[str, str]:
    """What a reference prints where its target stands in another document of the pack."""
    words: dict[str, str] = {entry.id.lower(): entry.title for entry in board.documents}
    for priority in board.priorities:
        words[priority.id.lower()] = f"Priority {board.number(priority)}"
    for action in board.actions():
        words[action.id.lower()] = f"action {board.action_number(action)}"
    return words


def read_picture(folder: Path | None, name: str) -> bytes | None:
    """The bytes of a picture in the board's folder; None where there is none, or it lies outside."""
    if folder is None:
        return None
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()) or not path.is_file() or path.stat().st_size > LARGEST_PICTURE:
        return None
    return path.read_bytes()
