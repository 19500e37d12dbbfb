"""The validation report: what was found, by file and severity, written whatever stops."""

from pathlib import Path

import pytest
from attrs import evolve
from bscb_docs.plugins.validation_report import (
    AcceptedRow,
    FileFindings,
    FindingRow,
    ReportPage,
    lead_for,
    make_page,
    told,
)

import bscb_docs
from bscb_docs import Acceptance, Board, Finding, Place, Severity, StoppedError, gather
from bscb_docs.api.board_lists import document_names
from bscb_docs.api.pipeline import try_each
from bscb_docs.documents.pack_findings import found_in
from bscb_docs.documents.publication import publication_of

STOP = Finding("PLN-03", Severity.STOP, "P1 is given twice.", Place("plan.md", 9, 1), "Give one another id.", "P1")
CHECK = Finding("FIG-02", Severity.CHECK, "20 of 30 is no 60%.", Place("report.md", 12, 4), "Write 67%.")
NOTE = Finding("TERM-02", Severity.NOTE, "Two names are alike.", Place("plan.md", 2, 1), "Declare them.")
CELL = Finding(
    "DUE-01", Severity.STOP, "31/12/18 is no date.", Place("log.xlsx", within="sheet Log, row 7"), "Mend it."
)
WHOLE = Finding("REV-01", Severity.CHECK, "A review has no bulletin.")
ACCEPTED = evolve(CHECK, message="Late.", accepted=Acceptance("Jo Example", "5 April 2018", "The grant came late."))

WHY = "A stop keeps a document for approval from being written."

REGISTER = """# Board: Sample Board

# Document paper: Paper
section: cover

# Issue paper 1.0
state: for approval
"""


def read(folder: Path, text: str = REGISTER) -> Board:
    """A board of these cards."""
    (folder / "board.md").write_text(text, encoding="utf-8")
    return bscb_docs.read_board(folder)


def page_of(board: Board) -> ReportPage:
    """The report's page for a board, given what was found in its records and documents."""
    publication = publication_of(board)
    found = gather(found_in(publication.findings, try_each(publication, publication.plans)))
    return make_page(board, publication.plan("validation-report").given(found).document)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ((), "Nothing was found."),
        ((NOTE,), "Found: one note."),
        ((STOP, CELL, CHECK), f"Found: two stops and one check. {WHY}"),
        ((CHECK, NOTE, WHOLE, ACCEPTED), "Found: two checks and one note. One was accepted."),
        ((ACCEPTED,), "Nothing was found that is not accepted. One was accepted."),
    ],
)
def test_the_lead_counts_what_was_found(found: tuple[Finding, ...], expected: str) -> None:
    """Whole sentences, accepted checks apart."""
    assert lead_for(found) == expected


def test_findings_stand_by_file_with_the_gravest_first(tmp_path: Path) -> None:
    """What concerns no file stands first, then the files in the order of their names."""
    page = page_of(read(tmp_path).with_findings([NOTE, STOP, CHECK, CELL, WHOLE]))
    assert page.files == (
        FileFindings(
            "The board as a whole",
            (
                FindingRow(
                    "Check", "The whole of it", "A review has no bulletin.", "What is wrong says what to do.", "REV-01"
                ),
            ),
        ),
        FileFindings(
            "log.xlsx", (FindingRow("Stop", "Sheet Log, row 7", "31/12/18 is no date.", "Mend it.", "DUE-01"),)
        ),
        FileFindings(
            "plan.md",
            (
                FindingRow("Stop", "Line 9, P1", "P1 is given twice.", "Give one another id.", "PLN-03"),
                FindingRow("Note", "Line 2", "Two names are alike.", "Declare them.", "TERM-02"),
            ),
        ),
        FileFindings("report.md", (FindingRow("Check", "Line 12", "20 of 30 is no 60%.", "Write 67%.", "FIG-02"),)),
    )


def test_an_accepted_check_is_listed_with_who_when_and_why(tmp_path: Path) -> None:
    """It leaves the findings and stays on record."""
    page = page_of(read(tmp_path).with_findings([ACCEPTED]))
    row = AcceptedRow("Late. (FIG-02)", "report.md:12:4", "Jo Example", "5 April 2018", "The grant came late.")
    assert ((), (row,)) == (page.files, page.accepted)


def test_a_sound_board_gets_a_report_that_says_so(tmp_path: Path) -> None:
    """No table stands where nothing was found."""
    built = bscb_docs.build(read(tmp_path), "validation-report")
    assert "Normal | Nothing was found." in built.text
    assert "Table 1" not in built.text
    assert [str(finding) for finding in built.findings] == []


def test_the_report_is_a_sound_document_of_tables_with_captions(tmp_path: Path) -> None:
    """Its own findings are none; it is no draft, has no version, and numbers its tables through."""
    built = bscb_docs.build(read(tmp_path).with_findings([STOP, CHECK, ACCEPTED]), "validation-report")
    assert [str(finding) for finding in built.findings] == []
    captions = [line.partition(" | ")[2] for line in built.text.splitlines() if line.lower().startswith("caption")]
    assert captions == [
        "Table 1: What was found in plan.md, the gravest first",
        "Table 2: What was found in report.md, the gravest first",
        "Table 3: Checks that were accepted, by whom, when and why",
    ]
    assert (built.file_name, built.document.version) == ("validation-report.docx", "")


def test_the_report_is_written_whatever_stops(tmp_path: Path) -> None:
    """The approved paper is not written, for the same finding that the report tells of."""
    board = read(tmp_path).with_findings([STOP])
    with pytest.raises(StoppedError):
        bscb_docs.publish(board, "paper", tmp_path / "out", pages=False)
    published = bscb_docs.publish(board, "validation-report", tmp_path / "out", pages=False)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["validation-report.docx"]
    assert "P1 is given twice." in published.built.text


def test_an_issue_for_approval_does_not_stop_the_report(tmp_path: Path) -> None:
    """The register may give the report a version; findings still do not keep it back."""
    issue = "# Issue validation-report 2.0\nstate: approved\napproved by: Board\n"
    text = f"{REGISTER}\n# Document validation-report: Checks\n\n{issue}"
    published = bscb_docs.publish(
        read(tmp_path, text).with_findings([STOP]), "validation-report", tmp_path / "out", pages=False
    )
    assert (published.saved.path.name, published.built.document.version) == ("validation-report.docx", "2.0")


def test_what_only_building_shows_is_in_the_report(tmp_path: Path) -> None:
    """A token without a figure is found while the paper is filled, one that cannot be built is a row itself."""
    text = (
        REGISTER.replace("section: cover", "section: narrative")
        + "\n# Narrative paper: Paper\n\n## One\n\n{{ nobody }} met.\n"
    )
    text += "\n# Document lost: Lost Paper\noutline: nowhere\n"
    rows = [row for file in page_of(read(tmp_path, text)).files for row in file.rows]
    assert ("FIG-06", "There is no figure or name called nobody.") in [(row.code, row.message) for row in rows]
    assert [row.message for row in rows if row.code == "DOC-03"] == [
        "Lost Paper is not built: there is no outline called nowhere."
    ]


def test_papers_that_set_the_report_in_themselves_come_to_an_end(tmp_path: Path) -> None:
    """Each would build the other: a report within a report builds nothing."""
    text = "# Board: Sample Board\n\n" + "".join(
        f"# Document {name}: Paper {name}\nsection: validation-report\n\n" for name in ("a", "b")
    )
    assert "Nothing was found." in bscb_docs.build(read(tmp_path, text), "a").text


def test_the_report_is_built_only_where_it_is_named() -> None:
    """A folder without a register builds every outline but this one."""
    board = Board()
    assert "validation-report" not in document_names(board)
    assert "validation-report" in publication_of(board).catalogue.outlines


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Put {#name} at its end.", "Put #name in curly brackets at its end."),
        ("{{ P1.title }} is typed.", "P1.title in double curly brackets is typed."),
        ("It ends in }} or {{, {% x %} or {# y #}.", "It ends in } } or { {, { % x % } or { # y # }."),
        ("A zero-width space (\u200b) stands here.", "A zero-width space ((character U+200B)) stands here."),
        ("Café – “plain” words.", "Café – “plain” words."),
    ],
)
def test_a_finding_that_quotes_a_tag_does_not_stop_the_report(words: str, expected: str, tmp_path: Path) -> None:
    """What would be a leftover tag or a character of no meaning is told in words, and the document stays sound."""
    assert told(words) == expected
    board = read(tmp_path).with_findings([evolve(CHECK, message=words, mend=words), evolve(ACCEPTED, message=words)])
    published = bscb_docs.publish(board, "validation-report", tmp_path / "out", pages=False)
    assert [str(finding) for finding in published.built.findings] == []
