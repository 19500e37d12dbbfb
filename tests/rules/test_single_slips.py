"""A single slip in the records of Harrowmere is told by its cause, first and alone."""

import csv
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from folders import EXAMPLES

import bscb_docs
from bscb_docs import Finding, PartialDate

PLAN, NEXT_YEAR, TOLD = "plan-2025-27.md", "objectives-2026-27.md", "progress/2025-26.md"
RECOMMENDED = "year-2025-26/recommendations.md"
MEASURES = "year-2025-26/measures.md"
TASKS = "year-2025-26/tasks.csv"
READINGS, QUARTER = "year-2025-26/readings.csv", "year-2025-26/updates-q4.md"
PAID, REPORT = "contributions.csv", "scrutineer-report-2025-26.md"
Slip = Callable[[Path], object]


def findings_in(folder: Path) -> list[Finding]:
    """Everything that the command finds in a board, its documents too."""
    return list(bscb_docs.check_documents(bscb_docs.read_board(folder)))


@cache
def known() -> frozenset[tuple[str, str]]:
    """The code and words of every finding that the example has."""
    return frozenset((finding.code, finding.message) for finding in findings_in(EXAMPLES / "harrowmere"))


def put(file: str, old: str, new: str) -> Slip:
    """The slip of writing those words for others."""

    def slip(folder: Path) -> None:
        words = (folder / file).read_text(encoding="utf-8")
        assert words.count(old) == 1, (file, old)
        (folder / file).write_text(words.replace(old, new), encoding="utf-8")

    return slip


def both(first: Slip, second: Slip) -> Slip:
    """One slip and another."""
    return lambda folder: (first(folder), second(folder))


def column_moved(file: str, column: str, move: Callable[[list[str]], list[str]]) -> Slip:
    """The slip of moving the cells of one column, and no other."""

    def slip(folder: Path) -> None:
        rows = list(csv.DictReader((folder / file).read_text(encoding="utf-8").splitlines()))
        for row, cell in zip(rows, move([row[column] for row in rows]), strict=True):
            row[column] = cell
        with (folder / file).open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, rows[0])
            writer.writeheader()
            writer.writerows(rows)

    return slip


def under_last_year(name: str) -> Slip:
    """An action of the year to come typed beneath the heading of the year before."""

    def slip(folder: Path) -> None:
        words = (folder / PLAN).read_text(encoding="utf-8")
        start = words.index(f"##### Action {name}")
        end = words.index("\n#", start) + 1
        action, words = words[start:end], words[:start] + words[end:]
        before = words.index("#### Actions 2026-27", words.index(f"### Priority {name[:2]}"))
        (folder / PLAN).write_text(words[:before] + action + words[before:], encoding="utf-8")

    return slip


def under_priority_5(outcome: str) -> Slip:
    """An action of Priority 4 moved beneath Priority 5, where it serves that outcome."""

    def slip(folder: Path) -> None:
        words = (folder / PLAN).read_text(encoding="utf-8")
        start, end = words.index("##### Action T4-26-3"), words.index("### Priority T5")
        action, rest = words[start:end].replace("serves: T4-O2", f"serves: {outcome}"), words[:start] + words[end:]
        (folder / PLAN).write_text(rest.replace("# References", f"{action}# References", 1), encoding="utf-8")

    return slip


def left_planned(folder: Path) -> None:
    """The log of meetings with one that was held, and who came, still called planned."""
    book = openpyxl.load_workbook(folder / "meetings.xlsx")
    (row,) = [each for each in book.worksheets[0] if str(each[1].value).startswith("2025-11-20")]
    row[2].value = "planned"
    book.save(folder / "meetings.xlsx")


def with_another_day(folder: Path, **other: int) -> None:
    """The log of meetings with another day, month or year for that of 20 November 2025."""
    book = openpyxl.load_workbook(folder / "meetings.xlsx")
    (cell,) = [each for row in book.worksheets[0] for each in row if str(each.value).startswith("2025-11-20")]
    cell.value = cell.value.replace(**other)
    book.save(folder / "meetings.xlsx")


def tabbed(file: str, encoding: str = "cp1252") -> Slip:
    """A table that Excel saved as "Text (Tab delimited)", or as "Unicode Text"."""

    def slip(folder: Path) -> None:
        rows = csv.reader((folder / file).read_text(encoding="utf-8").splitlines())
        words = "\n".join("\t".join(row) for row in rows)
        (folder / file).with_suffix(".txt").write_text(words, encoding=encoding)
        (folder / file).unlink()

    return slip


def moved(file: str, line: str, below: str) -> Slip:
    """A line of a card typed at the end of its text, with what stands between the two."""

    def slip(folder: Path) -> None:
        words = (folder / file).read_text(encoding="utf-8")
        before, _, rest = words.partition(line)
        text, gap, more = rest.partition(below)
        assert gap, (file, below)
        (folder / file).write_text(f"{before}{text}{below}{line}{more}", encoding="utf-8")

    return slip


def without_meeting(folder: Path) -> None:
    """The row of a meeting of which nothing else tells."""
    book = openpyxl.load_workbook(folder / "meetings.xlsx")
    sheet = book.worksheets[0]
    (row,) = [row for row in sheet.iter_rows(min_row=2) if str(row[1].value).startswith("2025-06-26")]
    sheet.delete_rows(row[0].row)
    book.save(folder / "meetings.xlsx")


SLIPS: dict[str, tuple[Slip, str, str, str]] = {
    "an action beneath the year before": (
        under_last_year("T5-26-3"),
        "DUE-04",
        PLAN,
        "T5-26-3 stands under 2025-26 and is due 13 November 2026; T5-26-1, T5-26-2 and T5-26-4 stand under 2026-27. "
        "Move it",
    ),
    "an action with objectives beneath the year before, which others became": (
        under_last_year("T3-26-1"),
        "DUE-04",
        PLAN,
        "T3-26-1 stands under 2025-26 and is due December 2026; T3-26-2 and T3-26-3 stand under 2026-27. Move it",
    ),
    "an update beneath the id of the year after": (
        put(TOLD, "## Update T2-25-2", "## Update T2-26-2"),
        "UPD-09",
        TOLD,
        "put the update under T2-25-2, of which nothing is told.",
    ),
    "the updates of a quarter beneath the heading of the one before": (
        put(QUARTER, "# Updates Q4 2025-26", "# Updates Q3 2025-26"),
        "UPD-01",
        QUARTER,
        "is as at 31 March 2026, long after Q3 2025-26 (October to December 2025), of which it tells, ended. Mend the "
        "line as at, or the period of the heading above it (Q4 2025-26 may be meant).",
    ),
    "updates of the year before by their day": (
        put(QUARTER, "# Updates Q4 2025-26\nas at: 31 March 2026", "# Updates Q4 2025-26\nas at: 31 March 2025"),
        "UPD-01",
        QUARTER,
        "is as at 31 March 2025, before 2025-26, of which it tells, began. Mend the line as at (31 March 2026 may be",
    ),
    "the name of a deadline misspelt, which a report sets": (
        put(
            PLAN,
            "Harrowmere Youth Justice Service\ndue: March 2027",
            "Harrowmere Youth Justice Service\ndues: March 2027",
        ),
        "REC-03",
        PLAN,
        'Action T3-26-2: "dues" is no field that stands under Action, so its value is left out. Did you mean "due"?',
    ),
    "a contribution left out": (
        put(PAID, 'Harrowmere Constabulary,2025-26,"£32,000",\n', ""),
        "BUDGET-01",
        PAID,
        "Harrowmere Constabulary has a sum in 2024-25 and none in 2025-26. Add what it is in 2025-26",
    ),
    "an update beneath the id of other work": (
        put(QUARTER, "## Update O25-21", "## Update O25-12"),
        "UPD-02",
        QUARTER,
        "The update of O25-12 tells of 31 March 2026, as does the one at year-2025-26/updates-q4.md:39:1, and O25-21 "
        "has none. It is by Learning and Review Group, which owns O25-21. If it is meant for O25-21, write that in its",
    ),
    "an update beneath the id of the objective that goes on next year": (
        put(QUARTER, "## Update O25-03", "## Update O26-01"),
        "UPD-09",
        QUARTER,
        "The update of O26-01 tells of Q4 2025-26 (January to March 2026), before 2026-27, for which that is planned, "
        "and O25-03 has none. It is by Harrowmere Council, which owns O25-03. If it is meant for O25-03, write",
    ),
    "an objective of the new year with the deadline of the one it was copied from": (
        put(NEXT_YEAR, "due: May 2026\n", "due: May 2025\n"),
        "DUE-04",
        NEXT_YEAR,
        "is planned for 2026-27, and due May 2025, before they begin.",
    ),
    "a sum that lost a nought": (
        put(PAID, "£121,000", "£12,100"),
        "BUDGET-02",
        PAID,
        "The sum of Harrowmere Council is £12,100 in 2025-26, and was £118,400 in 2024-25. Are noughts missing",
    ),
    "a sum with a point for its comma": (put(PAID, "£32,000", "£32.000"), "REC-06", PAID, "Write £32,000 or £32.00."),
    "an action under another priority": (
        under_priority_5("T4-O2"),
        "PLN-06",
        PLAN,
        "T4-26-3 stands under Priority 5; its id and its outcome are of Priority 4. Move it beneath Priority 4",
    ),
    "an action under another priority, of which it serves an outcome": (
        under_priority_5("T5-O1"),
        "PLN-06",
        PLAN,
        "T4-26-3 stands under Priority 5; its id is of Priority 4. Move it beneath Priority 4, or give it an id of",
    ),
    "a day mistyped in the log of meetings": (
        lambda folder: with_another_day(folder, day=2),
        "GOV-06",
        "meetings.xlsx",
        "Four places name a meeting of the Partnership Executive on 20 November 2025; the log has 2 November 2025, "
        "which nothing names. Mend the day in the log",
    ),
    "a meeting in the year before in the log": (
        lambda folder: with_another_day(folder, year=2024),
        "GOV-06",
        "meetings.xlsx",
        "places name a meeting of the Partnership Executive on 20 November 2025; the log has 20 November 2024, which "
        "nothing names. Mend the day in the log",
    ),
    "a meeting that is past and left as planned": (
        left_planned,
        "GOV-05",
        "meetings.xlsx",
        "A meeting of the Partnership Executive is planned for 20 November 2025, before 31 March 2026.",
    ),
    "an action due in the year before": (
        put(PLAN, "due: 30 September 2026\n", "due: 30 September 2025\n"),
        "DUE-04",
        PLAN,
        "is planned for 2026-27, and due 30 September 2025, before they begin.",
    ),
    "a deadline to be confirmed": (
        put(PLAN, "due: 30 September 2026\n", "due: end of September 2026 (tbc)\n"),
        "DUE-01",
        PLAN,
        'Take "(tbc)" away',
    ),
    "a meeting left out of the log": (
        without_meeting,
        "GOV-01",
        "groups.md",
        "Six meetings of the Partnership Executive were planned for 2025-26, and the log has five: is one missing?",
    ),
    "a cost that came late": (
        put("costs.csv", 'Independent scrutiny,2025-26,"£18,500"', 'Independent scrutiny,2025-26,"£19,500"'),
        "BUDGET-03",
        "cover-reports.md",
        "£6,200 is said to be left of 2025-26; the records give £5,200, so that the missing £1,300 is £2,300.",
    ),
    "a later target that lost a figure": (
        put(MEASURES, "later target: 90%, by March 2027", "later target: 9%, by March 2027"),
        "MEA-01",
        MEASURES,
        "Higher is better for Measure M25-4, and its later target, 9% by March 2027, lies below its baseline, 80 of "
        "138 (58%). Mend it: the target before is 90%.",
    ),
    "a later target in another unit": (
        put(MEASURES, "later target: 90%, by March 2027", "later target: 90, by March 2027"),
        "MEA-01",
        MEASURES,
        "The later target of Measure M25-4 is 90 by March 2027, its target 90%, and the two cannot be compared.",
    ),
    "a later target of the year of the target": (
        put(MEASURES, "later target: 90%, by March 2027", "later target: 90%, by March 2026"),
        "MEA-01",
        MEASURES,
        "The later target of Measure M25-4, 90%, is for March 2026, no later than that for March 2026.",
    ),
    "an objective moved past its action": (
        put(
            NEXT_YEAR,
            "due: 30 September 2026\nmeasure: Each",
            "due: 30 September 2026\nmoved: to December 2026, on 19 March 2026, by Partnership Executive, because the "
            "constabulary decides in autumn\nmeasure: Each",
        ),
        "OBJ-02",
        NEXT_YEAR,
        "Objective O26-01 is due December 2026, after Priority 1, action 1 (T1-26-1), which is due 30 September 2026. "
        "If the action goes on as long, write the line moved: beneath T1-26-1 too; else mend a date.",
    ),
    "a vice-chair in the place of the chair": (
        put(
            REPORT,
            "{{ jo-placeholder.name }} has done so since October 2025, with {{ alex-instance.name }} as vice-chair",
            "Alex Instance has chaired since October 2025",
        ),
        "GOV-08",
        REPORT,
        "gives October 2025 to the chair of Alex Instance; the card has them as vice-chair alone, and Jo Placeholder "
        "as the chair of then. Name Jo Placeholder, or mend the card.",
    ),
    "a share as Excel saves it": (
        put(READINGS, "M25-4,2024-25,66%", "M25-4,2024-25,0.66"),
        "MEA-02",
        READINGS,
        "The reading of M25-4 for 2024-25 is 0.66; its target or baseline is 90%, and the two cannot be compared. Do "
        "you mean 66%?",
    ),
    "two shares as Excel saves them": (
        both(
            put(READINGS, "M25-4,2023-24,62%", "M25-4,2023-24,0.62"),
            put(READINGS, "M25-4,2024-25,66%", "M25-4,2024-25,0.66"),
        ),
        "MEA-02",
        READINGS,
        "Do you mean 62%? Excel saves shares so. The same at 1 other place.",
    ),
    "a second chair": (
        put(
            "groups.md",
            "chair: Morgan Template, from April 2024",
            "chair: Morgan Template, from April 2024\nchair: Robin Sample, from January 2026",
        ),
        "GOV-02",
        "groups.md",
        "Say when the earlier one ended, as in: chair: Morgan Template, from April 2024, to January 2026. Who share",
    ),
    "a heading of bold in the words of an action": (
        put(PLAN, "The agreement says who calls", "**First night**\n\nThe agreement says who calls"),
        "PRO-18",
        PLAN,
        '"First night" is only set in bold, and would be printed so. These words have no headings: begin the paragraph',
    ),
    "a share with a slash": (put(READINGS, "22 of 31", "22/31"), "REC-06", READINGS, "is no number. Write 22 of 31."),
    "an answer in another word": (
        put(
            RECOMMENDED,
            "response: accepted, on 12 June 2025\naction: O25-16",
            "response: agreed, on 12 June 2025\naction: O25-16",
        ),
        "REC-06",
        RECOMMENDED,
        "is no answer. Write: accepted, on 12 June 2025, if that is meant, or accepted in part, or not accepted,",
    ),
    "a day of the quarter before beside that of the version": (
        put("register.md", "period: Q4 2025-26\nas at: 31 March 2026", "period: Q4 2025-26\nas at: 31 December 2025"),
        "XDOC-03",
        "register.md",
        "is as at 31 December 2025 here, before Q4 2025-26 (January to March 2026), of which it tells, begins; the "
        "card of its version says 31 March 2026.",
    ),
    "a number of meetings typed beside that of those planned": (
        put(REPORT, "{{ partnership-executive.meetings-held }} times of", "six times of"),
        "GOV-01",
        REPORT,
        "met six times",
    ),
    "a deadline beneath the text": (
        moved(PLAN, "due: 13 November 2026\n", "planned with young people. It costs £2,400 of the shared budget.\n"),
        "REC-08",
        PLAN,
        '"due: 13 November 2026" stands in the text, and would be printed. Move it above the empty line',
    ),
    "a deadline beneath the text and an empty line": (
        moved(PLAN, "due: 13 November 2026\n", "planned with young people. It costs £2,400 of the shared budget.\n\n"),
        "REC-08",
        PLAN,
        '"due: 13 November 2026" stands in the text, and would be printed. Move it above the empty line',
    ),
    "a column of a table sorted alone": (
        column_moved(TASKS, "owner", sorted),
        "PLN-06",
        TASKS,
        "The owners of 10 of 15 tasks sit in another group than that of their row, such as W25-01 (Ash Prototype), and "
        "there are enough of each group for its own rows. Was the column owner sorted alone",
    ),
    "a column of a table turned upside down": (
        column_moved(TASKS, "owner", lambda owners: owners[::-1]),
        "PLN-06",
        TASKS,
        "The owners of 14 of 15 tasks sit in another group",
    ),
    "the days of a table sorted alone as words": (
        column_moved(TASKS, "due", sorted),
        "TAB-10",
        TASKS,
        "a column that was sorted on its own leaves no row its own day",
    ),
    "the days of a table sorted alone as days": (
        column_moved(TASKS, "due", lambda days: sorted(days, key=lambda day: PartialDate.from_text(day).earliest)),
        "PLN-06",
        TASKS,
        "The days of 15 tasks go up from row to row, through the programmes of 4 groups, so that Task W25-03 and Task "
        "W25-04 would be late. Was the column due sorted alone?",
    ),
    "a next step of the year before the meeting": (
        put("cover-reports.md", "Constabulary, by June 2026", "Constabulary, by June 2025"),
        "CVR-02",
        "cover-reports.md",
        'cover-reports.md:19:12: [CVR-02] "say how it will see nine in ten children in time, and what it contributes '
        'to the shared budget of 2026-27" is to follow the meeting of 23 April 2026, '
        "and is due June 2025, before it. Mend one of the two dates.",
    ),
    "a word of a next step": (
        put("cover-reports.md", "say how it will see", "say to each organization how it will see"),
        "STY-02",
        "cover-reports.md",
        "cover-reports.md:19:12: [STY-02]",
    ),
    "a remark with the letters of who made it": (
        put(QUARTER, "Two neighbouring areas joined", "[JS: is this right?] Two neighbouring areas joined"),
        "TXT-02",
        QUARTER,
        "[JS: is this right?]",
    ),
    "a name in a recommendation": (
        put("cover-reports.md", "endorse the audit", "endorse, as Morgan Templat asks, the audit"),
        "TERM-01",
        "cover-reports.md",
        "cover-reports.md:14:17: [TERM-01]",
    ),
    "the id of an action that there is not": (
        put(REPORT, "[action](#T1-26-1)", "[action](#T1-26-9)"),
        "APP-05",
        REPORT,
        "There is nothing called #T1-26-9 to refer to. Did you mean #T1-26-1, #T1-26-2 or #T1-26-3?",
    ),
    "an organisation by first letters": (
        put("people.md", "Chief Nurse, at NHS Harrowmere Integrated Care Board", "Chief Nurse, at NHS Harrowmere ICB"),
        "REF-01",
        "people.md",
        'Did you mean "NHS Harrowmere Integrated Care Board"?',
    ),
    "readings in a file of another name": (
        lambda folder: (folder / READINGS).rename(folder / READINGS.replace(".csv", " final.csv")),
        "TAB-01",
        READINGS.replace(".csv", " final.csv"),
        "only the years or months of what it holds may follow, as in: readings-Q1-2025-26.",
    ),
    "a body renamed in its heading alone": (
        put("groups.md", "## Body: Quality and Impact Group", "## Body: Quality and Performance Group"),
        "REF-01",
        "groups.md",
        '26 lines name "Quality and Impact Group", which no heading gives; "Quality and Performance Group" stands '
        "here, and nothing names it: was it renamed? If so, write beneath it: formerly: Quality and Impact Group, to ",
    ),
    "an organisation renamed in its row alone": (
        put("organisations.csv", "\nHarrowmere Constabulary,", "\nHarrowmere Police,"),
        "REF-01",
        "organisations.csv",
        "was it renamed? If so, give it the field formerly: Harrowmere Constabulary, to MONTH YEAR. If it was "
        "mistyped, write: Harrowmere Constabulary.",
    ),
    "a person renamed in the heading alone": (
        put("people.md", "Person: Morgan Template", "Person: Morgan Model"),
        "REF-01",
        "people.md",
        "was it renamed? If it was mistyped, write: Morgan Template. If they are two, give each a record of its own.",
    ),
    "costs saved with tabs": (
        tabbed("costs.csv"),
        "FIL-12",
        "costs.txt",
        'this one should hold costs. Save it as "CSV UTF-8 (Comma delimited)".',
    ),
    "readings saved with tabs": (
        tabbed(READINGS, "utf-16"),
        "FIL-12",
        READINGS.replace(".csv", ".txt"),
        'this one should hold readings. Save it as "CSV UTF-8 (Comma delimited)".',
    ),
    "the words of tasks sorted without their ids": (
        column_moved(TASKS, "text", sorted),
        "TAB-10",
        TASKS,
        'The cells of column "text" stand in alphabetical order',
    ),
    "a cell put into the values of readings": (
        column_moved(READINGS, "value", lambda cells: [*cells[:14], "38", *cells[14:-1]]),
        "MEA-02",
        READINGS,
        "fit the measure of the row above their own, such as 134, which stands beside M25-6 and may be of M25-5. Was a "
        "cell put into",
    ),
    "a cell taken out of the values of readings": (
        column_moved(READINGS, "value", lambda cells: [*cells[:14], *cells[15:], "120"]),
        "MEA-02",
        READINGS,
        "fit the measure of the row beneath their own, such as 51 of 57, which stands beside M25-5 and may be of "
        "M25-6. Was a cell taken out of",
    ),
    "the updates of a quarter with another ending": (
        lambda folder: (folder / QUARTER).rename(folder / f"{QUARTER}.txt"),
        "FIL-10",
        "",
        f'Rename it to "{QUARTER}"',
    ),
}
"""By what slipped: how, and the code, the file and some words of the one finding."""


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_by_its_cause_alone(slip: str, tmp_path: Path) -> None:
    """Nothing that follows from it stands beside it, and no stop is lost with what is held back."""
    make, code, file, words = SLIPS[slip]
    folder = Path(shutil.copytree(EXAMPLES / "harrowmere", tmp_path / "harrowmere"))
    make(folder)
    found = [each for each in findings_in(folder) if (each.code, each.message) not in known()]
    assert [(each.code, each.place.file) for each in found] == [(code, file)], "\n".join(map(str, found))
    assert words in str(found[0])


def test_a_meeting_that_a_text_names_is_not_called_mistyped(tmp_path: Path) -> None:
    """Where a text gives the day of the log, the places that give another are told, each by itself."""
    folder = Path(shutil.copytree(EXAMPLES / "harrowmere", tmp_path / "harrowmere"))
    with_another_day(folder, day=2)
    put(TOLD, "how the budget is to be shared", "what it heard on 2 November 2025: how the budget is shared")(folder)
    found = [each for each in findings_in(folder) if (each.code, each.message) not in known()]
    assert {"GOV-06", "DUE-09"} <= {each.code for each in found}
    assert not any("which nothing names" in each.message for each in found)


def test_one_text_with_another_day_than_the_log_does_not_call_the_log_mistyped(tmp_path: Path) -> None:
    """One place against one row: the text is as likely to be wrong, and is what is told."""
    folder = Path(shutil.copytree(EXAMPLES / "harrowmere", tmp_path / "harrowmere"))
    put(TOLD, "how the budget is to be shared", "what the Quality and Impact Group met on 4 February 2026 for")(folder)
    found = [each for each in findings_in(folder) if each.code == "GOV-06"]
    assert [each.place.file for each in found] == [TOLD], "\n".join(map(str, found))


def test_work_that_is_called_by_its_id_is_given_it_once(tmp_path: Path) -> None:
    """An objective has no number beside its id, so none stands behind it in brackets."""
    folder = Path(shutil.copytree(EXAMPLES / "harrowmere", tmp_path / "harrowmere"))
    put("year-2025-26/objectives.md", "became: O26-01, on 19 March 2026", "became: O25-05, on 19 March 2026")(folder)
    (found,) = [each for each in findings_in(folder) if each.code == "LIN-04"]
    assert found.message.startswith("Objective O25-03 says that it became O25-05")
