"""One cause is one finding: it has all its places, whoever reports it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import bscb_docs
from bscb_docs import Finding, Place, Severity, gather
from bscb_docs.cli import main

REPORT = """# Board: Example Board

# Narrative report: Report of the Chair

## Progress

Partners organize help in 2017/18, and they organize it early.

They will organize more in 2018/19, and help themselves to organise.
"""


@pytest.fixture
def board(tmp_path: Path) -> Path:
    """A board whose report has one word and one form of year at several places."""
    (tmp_path / "report.md").write_text(REPORT, encoding="utf-8")
    return tmp_path


def found_in(board: Path) -> dict[str, Finding]:
    """The findings of a board by code, of which it has one each."""
    found = bscb_docs.check(bscb_docs.read_board(board))
    assert len({finding.code for finding in found}) == len(found)
    return {finding.code: finding for finding in found}


def test_one_word_at_three_places_is_one_finding(board: Path) -> None:
    """It stands at the first, has the others too, and says how many they are."""
    finding = found_in(board)["STY-02"]
    assert [(place.line, place.column) for place in finding.places] == [(7, 10), (7, 45), (9, 11)]
    assert str(finding).endswith("Write: organise. The same at 2 other places.")


def test_two_years_of_one_form_are_one_finding(board: Path) -> None:
    """The form is what is wrong, whichever year is written in it."""
    assert [place.line for place in found_in(board)["STY-03"].places] == [7, 9]


def test_an_accepted_place_is_told_apart(board: Path) -> None:
    """What a person accepted at one line is no longer one finding with what stands at another."""
    (board / "register.md").write_text(
        "# Accepted report STY-03\nwhere: report.md:7\nby: Jo\non: 5 April 2018\n\nA title.\n", encoding="utf-8"
    )
    found = [f for f in bscb_docs.check(bscb_docs.read_board(board)) if f.code == "STY-03"]
    assert [(f.place.line, bool(f.accepted), f.also) for f in found] == [(7, True, ()), (9, False, ())]


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ({}, {}, 1),
        ({"message": "Other words."}, {}, 2),
        ({"message": "Other words.", "cause": "the same"}, {"cause": "the same"}, 1),
        ({"code": "A-02"}, {}, 2),
        ({"severity": Severity.NOTE}, {}, 2),
    ],
    ids=["the same words", "other words", "other words of one cause", "another code", "another severity"],
)
def test_what_is_one_cause(one: dict[str, object], other: dict[str, object], count: int) -> None:
    """Code, severity and cause, or the words where no cause is named."""
    common = {"code": "A-01", "severity": Severity.CHECK, "message": "What is wrong."}
    found = [
        Finding(**common | {"place": Place("a.md", 1)} | one),
        Finding(**common | {"place": Place("b.md", 2)} | other),
    ]
    gathered = gather(found)
    assert len(gathered) == count
    assert [place for finding in gathered for place in finding.places] == [Place("a.md", 1), Place("b.md", 2)]
    assert gather(gathered) == gathered


@pytest.mark.parametrize("order", [1, -1])
def test_what_stops_one_document_and_is_a_check_of_another_is_told_once(order: int) -> None:
    """A fault that a document cannot be built for had been told twice by a build: as what stops, and as a check."""
    check, stop = (
        Finding("A-01", grave, "What is wrong.", Place("a.md", 1)) for grave in (Severity.CHECK, Severity.STOP)
    )
    assert gather([check, stop][::order]) == (stop,)


def test_the_command_names_every_place_where_it_is_asked_to(board: Path) -> None:
    """Plain, it says how many others there are; with --all, a line each; as JSON, all of them."""
    plain = CliRunner().invoke(main, ["check", str(board)]).output
    assert "The same at 2 other places." in plain
    assert "also report.md:9:11" not in plain
    assert "also report.md:9:11" in CliRunner().invoke(main, ["check", str(board), "--all"]).output
    as_json = json.loads(CliRunner().invoke(main, ["check", str(board), "--format", "json"]).output)
    assert [len(each["places"]) for each in as_json if each["code"] == "STY-02"] == [3]


def test_numbers_typed_through_a_whole_report_are_one_finding(tmp_path: Path) -> None:
    """A report pasted with its printed numbers has one thing to mend, at every paragraph."""
    paragraphs = "\n\n".join(f"2.{number}. We met." for number in range(1, 31))
    (tmp_path / "report.md").write_text(
        f"# Narrative report: Report\n\n## Progress\n\n{paragraphs}\n", encoding="utf-8"
    )
    (finding,) = [each for each in bscb_docs.check(bscb_docs.read_board(tmp_path)) if each.code == "PRO-04"]
    assert len(finding.places) == 30
