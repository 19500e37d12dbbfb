"""Board attendance: who came to which meeting for each organisation, read from attendance.csv."""

from collections.abc import Iterator
from enum import Enum
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from attrs import frozen

from bscb_docs import (
    Blocks,
    Board,
    Document,
    Figure,
    FigureSource,
    Finding,
    Kind,
    Meeting,
    Organisation,
    Pack,
    PartialDate,
    PictureFile,
    Ratio,
    Record,
    Ref,
    Rule,
    Runs,
    Section,
    Severity,
    Table,
    Text,
    hookimpl,
)


class Came(Enum):
    """Who came for an organisation: the words that a row may use."""

    MEMBER = "member"
    DEPUTY = "deputy"
    NOBODY = "nobody"


@frozen(kw_only=True)
class Attendance(Record):
    """One row of attendance.csv: each field is a column."""

    organisation: Ref[Organisation]
    date: PartialDate
    came: Came


@hookimpl
def bscb_docs_kinds() -> list[Kind]:
    """The kind of record, and the plural that names its table: attendance.csv."""
    return [Kind(Attendance, "Attendance record", "Attendance")]


@frozen
class AttendancePage:
    """What the section prints: the template may use these names."""

    table: Blocks
    chart: PictureFile | None


def make_page(board: Board, document: Document) -> AttendancePage | None:
    """A row for each organisation, a column for each meeting; None, where nothing is recorded, leaves it out."""
    records = board.of(Attendance)
    if not records:
        return None
    came = {(board.get(record.organisation).title, record.date): record.came for record in records}
    names = list(dict.fromkeys(name for name, _ in came))
    dates = sorted({record.date for record in records})
    rows = []
    for name in names:
        said = [came[name, date].value.capitalize() if (name, date) in came else "Not recorded" for date in dates]
        rows.append(cells([name, *said]))
    header = cells(["Organisation", *(str(date) for date in dates)])
    table = Table(header, tuple(rows), caption=(Text("Who came to each meeting"),))
    return AttendancePage((table,), draw(names, came) if find_spec("matplotlib") else None)


def cells(words: list[str]) -> tuple[Runs, ...]:
    """Plain words as the cells of one row."""
    return tuple((Text(word),) for word in words)


def draw(names: list[str], came: dict[tuple[str, PartialDate], Came]) -> PictureFile:
    """A bar for each organisation; the alternative text says all that the bars show."""
    from matplotlib import figure

    counts = [sum(who is not Came.NOBODY for (name, _), who in came.items() if name == wanted) for wanted in names]
    drawing = figure.Figure(figsize=(6.3, 0.6 + 0.4 * len(names)), dpi=200, layout="constrained")
    axes = drawing.add_subplot()
    axes.bar_label(axes.barh(names, counts, color="#1D4F91"), padding=4)
    axes.invert_yaxis()
    axes.xaxis.set_visible(False)
    axes.spines[:].set_visible(False)
    data = BytesIO()
    drawing.savefig(data, format="png", metadata={"Software": None})
    said = ", ".join(f"{name} {count}" for name, count in zip(names, counts, strict=True))
    return PictureFile(data.getvalue(), f"Bar chart of the meetings that each organisation came to: {said}.")


@hookimpl
def bscb_docs_sections() -> list[Section]:
    """The section `board-attendance`: its template stands beside this file."""
    template = Path(__file__).with_name("board_attendance.docx")
    return [Section("board-attendance", template, AttendancePage, make_page)]


def count_places(board: Board) -> Iterator[Figure]:
    """How many of all the places at the meetings were taken."""
    records = board.of(Attendance)
    if records:
        taken = sum(record.came is not Came.NOBODY for record in records)
        yield Figure("places-taken", Ratio(taken, len(records)), "attendance.csv", phrases=("places at meetings",))


@hookimpl
def bscb_docs_figures() -> list[FigureSource]:
    """The figure `places-taken`, which prose may set."""
    return [count_places]


def check_dates(pack: Pack) -> Iterator[Finding]:
    """A finding for each row whose date is no meeting of the log."""
    dates = {meeting.date for meeting in pack.board.of(Meeting)}
    for record in pack.board.of(Attendance):
        if record.date not in dates:
            message = f"Attendance is recorded for {record.date}, and no meeting of that date is in the log."
            yield Finding("ATT-01", Severity.STOP, message, record.place, "Mend the date, or add the meeting.")


@hookimpl
def bscb_docs_rules() -> list[Rule]:
    """The rule ATT-01."""
    return [Rule("ATT-01", Severity.STOP, "Attendance is recorded for meetings that were held.", check_dates)]
