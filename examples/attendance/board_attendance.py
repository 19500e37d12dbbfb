"""Board attendance: a table and a chart of what board-attendance.csv, in the board's folder, has recorded.

It works as it stands. From top to bottom: a row of the table, the page that is printed, a figure that sentences set, a
rule that finds mistakes, and the hooks that tell bscb-docs of all this. Make each part your own, then run the test.
"""

from collections import Counter
from collections.abc import Iterator
from enum import Enum
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
    Section,
    Severity,
    Table,
    draw_bars,
    every,
    hookimpl,
    table_of,
    theme_of,
)


class Came(Enum):
    """The only words that its column may hold."""

    MEMBER = "member"
    DEPUTY = "deputy"
    NOBODY = "nobody"


@frozen(kw_only=True)
class BoardAttendanceRecord(Record):
    """One row of board-attendance.csv: each field is a column, and its type says what a cell accepts."""

    date: PartialDate  # a day, a month or a year
    organisation: Ref[Organisation]
    came: Came


@frozen
class BoardAttendancePage:
    """What the section prints: each field is a name that the tags of the Word template may use."""

    table: Blocks
    chart: PictureFile | None


def make_page(board: Board, document: Document) -> BoardAttendancePage | None:
    """The table and the chart; None, where nothing is recorded, leaves the section out."""
    if not board.of(BoardAttendanceRecord):
        return None
    return BoardAttendancePage((make_table(board),), make_chart(board))


def make_table(board: Board) -> Table:
    """Its caption, its header and its rows, in the order of their dates."""
    came = {(title(board, r), r.date): r.came.value for r in board.of(BoardAttendanceRecord)}
    dates = sorted({date for _, date in came})
    names = dict.fromkeys(name for name, _ in came)
    rows = [[name, *(came.get((name, date), "not recorded") for date in dates)] for name in names]
    return table_of("Who came to each meeting", ["Organisation", *map(str, dates)], rows)


def make_chart(board: Board) -> PictureFile | None:
    """A bar for each organisation; its alternative text sums up what the table beside it says."""
    bars: dict[str, Counter[str]] = {}
    for r in board.of(BoardAttendanceRecord):
        bars.setdefault(title(board, r), Counter())[r.came.value] += 1
    return draw_bars("who came, by organisation", bars, theme=theme_of(board))


def title(board: Board, record: BoardAttendanceRecord) -> str:
    """The organisation of a row in words, for no cell of a table may be empty."""
    return board.get(record.organisation).title


def count_rows(board: Board) -> Iterator[Figure]:
    """The figure that a sentence may set by its name, so that nobody types the number."""
    records = board.of(BoardAttendanceRecord)
    part = sum(record.came is not Came.NOBODY for record in records)
    if records:
        yield Figure("board-attendance.count", Ratio(part, len(records)), "board-attendance.csv")


RULE = "BOARD-ATTENDANCE-01"


def check_rows(pack: Pack) -> Iterator[Finding]:
    """A finding for each row that cannot be right: what is wrong, where, and how to mend it."""
    held = {meeting.date for meeting in pack.board.of(Meeting)}
    seen = set()
    for record in pack.board.of(BoardAttendanceRecord):
        key = (record.date, title(pack.board, record))
        if key in seen:
            yield Finding(RULE, Severity.STOP, "The row is there already.", record.place, "Delete one of them.")
        if record.date not in held:
            yield Finding(RULE, Severity.STOP, "The log has no such meeting.", record.place, "Mend the date.")
        seen.add(key)


@hookimpl.kinds
def kinds() -> list[Kind]:
    """The kind of record, and the plural that names its table."""
    return [Kind(BoardAttendanceRecord, "Board attendance record", "Board attendance")]


@hookimpl.sections
def sections() -> list[Section[BoardAttendancePage]]:
    """The section: its name, its template, its page, what makes the page, and the records whose words it prints."""
    template = Path(__file__).with_name("board_attendance.docx")
    return [Section("board-attendance", template, BoardAttendancePage, make_page, prints=every(BoardAttendanceRecord))]


@hookimpl.figures
def figures() -> list[FigureSource]:
    """What counts the figures."""
    return [count_rows]


@hookimpl.rules
def rules() -> list[Rule]:
    """The rule: its code, how far it reaches, what it asks, and what checks it."""
    return [Rule(RULE, Severity.STOP, "Each row of board-attendance.csv can be right.", check_rows)]
