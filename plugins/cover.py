"""The cover: whose document it is, what it is called, and which version of it this is."""

from attrs import evolve, frozen

from bscb_docs import (
    Board,
    BoardDetails,
    Document,
    Layout,
    Organisation,
    Part,
    PictureFile,
    Plan,
    Record,
    RegisterEntry,
    Section,
    hookimpl,
    house_template,
    lines_of,
    names_in,
    read_picture,
    say,
)

_HIGHEST, _LOWEST = 6.6, 3.0
"""Centimetres that a cover picture is high at most, and at least."""
_LOGO, _PARTNERS, _QUARTER = 3.0, 1.5, 3.5
"""Centimetres that the logo of the board and those of its partners are high at most; and the width of each of four."""
_PAGE, _LINE, _ACROSS = 24.2, 0.557, 9_026
"""Centimetres of an upright page and of a line of 12 point; and twips between the edges of the text."""
_SHORT = 8
"""Letters of a word that is alone on a line of a title."""


@frozen
class CoverPage:
    """What the cover prints; empty words are left out. The body is whose plan it is, where not the board's own.

    The board's name is left to a logo whose text says nothing else, and its years to a title that has them.

    The strapline is what the register says the document is about, in its `subject`.
    """

    board: str
    title: str
    body: str
    years: str
    strapline: str
    draft: str
    revision: str
    version: str
    date: str
    marking: str
    website: str
    logo: PictureFile | None
    picture: PictureFile | None
    partners: tuple[PictureFile, ...]


def make_page(board: Board, document: Document) -> CoverPage:
    """The cover of the document as the register has it."""
    details, plan, years = board.details, _plan_of(board, document), str(document.period or document.years or "")
    entry = board.find(RegisterEntry, document.name)
    page = CoverPage(
        board="" if details.logo and details.logo_text == details.title else details.title,
        title=_with_company(document.title),
        body=board.get(document.plan.body).title if document.plan and document.plan.body else "",
        years="" if names_in(document.title, [years]) else years,
        strapline=document.subject,
        draft=document.draft_mark,
        revision=plan.revisions[-1].label if plan and plan.revisions else "",
        version=document.edition or document.version_line,
        date=str(document.as_at or ""),
        marking=document.printed_marking,
        website=details.website or "",
        logo=_picture(board, details.logo, details.logo_text or _logo_of(details), 6.5, _LOGO),
        picture=None,
        partners=tuple(
            filter(None, (_picture(board, o.logo, _logo_of(o), _QUARTER, _PARTNERS) for o in board.of(Organisation)))
        ),
    )
    height = min(_HIGHEST, _height_left(board, page))
    picture = _picture(board, entry.cover_picture, entry.cover_picture_text or "", 16.0, height) if entry else None
    return evolve(page, picture=picture)


def _height_left(board: Board, page: CoverPage) -> float:
    """The centimetres that all else leaves to the picture, so that a long title pushes nothing to a second page."""
    details = (page.revision, page.version, page.date, page.marking, page.website)
    words = [(page.board, "Cover Board"), (page.title, "Title"), (page.body, "Subtitle"), (page.years, "Subtitle")]
    words += [(page.strapline, "Strapline"), (page.draft, "Draft Mark")]
    words += [(each, "Cover Detail") for each in details]
    lines = sum(lines_of(board, each, style, _ACROSS) for each, style in words if each)
    logos = bool(page.logo) * _LOGO + bool(page.partners) * _PARTNERS
    return max(_PAGE - lines * _LINE - logos, _LOWEST)


def _with_company(title: str) -> str:
    """A title whose last word, if it is short, does not stand alone on its second line."""
    words = title.split(" ")
    return (
        f"{' '.join(words[:-1])}\N{NO-BREAK SPACE}{words[-1]}" if len(words) > 2 and len(words[-1]) <= _SHORT else title
    )


def _picture(board: Board, file: str | None, text: str, width: float, height: float) -> PictureFile | None:
    """A picture of the board's folder, no larger than that in centimetres; None where there is none."""
    data = read_picture(board.folder, file) if file else None
    return PictureFile(data, text, width, height) if data else None


def _logo_of(record: BoardDetails | Organisation) -> str:
    return say("Logo of {title}", title=record.title)


def _plan_of(board: Board, document: Document) -> Plan | None:
    """The plan, where the document is the plan itself: a plan is named by its title."""
    return board.find(Plan, document.title)


def printed(board: Board, document: Document) -> list[Record]:
    """The board, and the plan on its own cover."""
    return [record for record in (board.only(BoardDetails), _plan_of(board, document)) if record]


@hookimpl.sections
def sections() -> list[Section[CoverPage]]:
    """The section `cover`."""
    template = house_template("cover")
    return [Section("cover", template, CoverPage, make_page, Part.FRONT, Layout.OWN_PAGE, prints=printed)]
