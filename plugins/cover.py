"""The cover: whose document it is, what it is called, and which version of it this is."""

from attrs import frozen

from bscb_docs import Board, Document, Layout, Part, PictureFile, Section, fold, hookimpl, house_template, read_picture


@frozen
class CoverPage:
    """What the cover prints; empty words are left out."""

    board: str
    title: str
    years: str
    revision: str
    version: str
    date: str
    marking: str
    website: str
    logo: PictureFile | None
    notice: str


def make_page(board: Board, document: Document) -> CoverPage:
    """The cover of the document as the register has it."""
    details, plan = board.details, board.plan
    is_plan = plan is not None and fold(plan.title) == fold(document.title)
    state = document.issue.state.value if document.issue else "draft"
    data = read_picture(board.folder, details.logo) if details.logo else None
    return CoverPage(
        board=details.title,
        title=document.title,
        years=str(document.years or ""),
        revision=plan.revisions[-1].label if plan and is_plan and plan.revisions else "",
        version=f"Version {document.version} ({state})",
        date=str(document.as_at or ""),
        marking=document.printed_marking,
        website=details.website or "",
        logo=PictureFile(data, details.logo_text or f"Logo of {details.title}", 6.5, 3.0) if data else None,
        notice=details.notice or "",
    )


@hookimpl
def bscb_docs_sections() -> list[Section]:
    """The section `cover`."""
    return [Section("cover", house_template("cover"), CoverPage, make_page, Part.FRONT, Layout.OWN_PAGE)]
