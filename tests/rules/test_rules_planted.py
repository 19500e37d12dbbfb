"""The example board with disagreements planted in it gives those findings, at their lines, and nothing else new."""

import shutil
from functools import cache
from pathlib import Path

import pytest
from folders import EXAMPLES, TESTS
from planted import PLAN, Edit, Planted, plant
from planted import PLANTED as PLANTED_BEFORE
from planted_harrowmere import PLANTED_HARROWMERE
from planted_year import PLANTED_YEAR

import bscb_docs
from bscb_docs import Finding
from bscb_docs.rules.rule_list import house_rules

PLANTED = (*PLANTED_BEFORE, *PLANTED_YEAR)
AWKWARD = TESTS / "data" / "awkward.md"
NEEDS_ANOTHER = {"ACP-01", "ACP-02", "ACP-04"}
"""An acceptance of a planted finding says nothing where that finding is not planted too."""

OF_EVERY_APPROVAL = {"ISS-09", "DOC-14"}
"""Told of each version that a fault calls approved, no example having issues; of each whose typed facts it changes."""
OF_A_WHOLE_DOCUMENT = {"LAN-02", "DOC-14"}
"""Told of all that a document prints, so at no one line."""


def copy_of(board: str, to: Path) -> Path:
    """A copy of an example board that a test may change."""
    return Path(shutil.copytree(EXAMPLES / board, to / board))


def findings_in(folder: Path) -> list[Finding]:
    """Everything that is found in a board's folder."""
    return list(bscb_docs.check(bscb_docs.read_board(folder)))


@cache
def known_in(board: str) -> frozenset[tuple[str, str]]:
    """The code and words of every finding that an example board has."""
    return frozenset((finding.code, finding.message) for finding in findings_in(EXAMPLES / board))


def new_in(folder: Path) -> list[tuple[str, str, int]]:
    """The code, file and line of each place of the findings that the example board has not."""
    found = [finding for finding in findings_in(folder) if (finding.code, finding.message) not in known_in(folder.name)]
    told = (finding for finding in found if finding.code not in OF_EVERY_APPROVAL)
    return sorted((finding.code, place.file, place.line) for finding in told for place in finding.places)


def planted_in(folder: Path, planted: tuple[Planted, ...]) -> list[tuple[str, str, int]]:
    """The code, file and line of every finding that must come."""
    return sorted((each.code, each.file, each.line(folder)) for each in planted)


def test_every_planted_disagreement_is_found_and_nothing_else(tmp_path: Path) -> None:
    """All of them in one board: each at its line, none twice, none besides."""
    folder = copy_of("birmingham", tmp_path)
    plant(folder, PLANTED)
    assert new_in(folder) == planted_in(folder, PLANTED)


def test_every_fault_planted_in_a_kept_year_is_found_and_nothing_else(tmp_path: Path) -> None:
    """Thirty and more in the records that Harrowmere keeps of its year, together: each at its line, none besides."""
    assert len(PLANTED_HARROWMERE) >= 30
    folder = copy_of("harrowmere", tmp_path)
    plant(folder, PLANTED_HARROWMERE)
    assert new_in(folder) == planted_in(folder, PLANTED_HARROWMERE)


def test_there_are_at_least_forty_five() -> None:
    """They cover every code that records or prose can break, in every file of the board."""
    assert len(PLANTED) >= 45
    assert {rule.code for rule in house_rules()} - OF_A_WHOLE_DOCUMENT <= {
        each.code for each in (*PLANTED, *PLANTED_HARROWMERE)
    }
    files = {path.relative_to(EXAMPLES / "birmingham").as_posix() for path in (EXAMPLES / "birmingham").rglob("*.*")}
    assert files == {edit.file for each in PLANTED for edit in each.edits}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("board", "planted"),
    [
        *(("birmingham", each) for each in PLANTED if each.code not in NEEDS_ANOTHER),
        *(("harrowmere", each) for each in PLANTED_HARROWMERE),
    ],
    ids=lambda each: f"{each.code}-{each.words[:30]}" if isinstance(each, Planted) else each,
)
def test_a_planted_disagreement_alone_gives_its_one_finding(board: str, planted: Planted, tmp_path: Path) -> None:
    """No finding leans on another fault."""
    folder = copy_of(board, tmp_path)
    plant(folder, (planted,))
    assert new_in(folder) == planted_in(folder, (planted,))


def test_true_but_awkward_prose_gives_no_finding(tmp_path: Path) -> None:
    """Money, dates, ages, telephone numbers, Acts, addresses, quotations and other people's numbers are left alone."""
    folder = copy_of("birmingham", tmp_path)
    report = folder / "report-2017-18.md"
    report.write_text(report.read_text(encoding="utf-8") + AWKWARD.read_text(encoding="utf-8"), encoding="utf-8")
    assert new_in(folder) == []


def test_a_year_of_true_but_awkward_records_gives_no_finding(tmp_path: Path) -> None:
    """Moved deadlines, two owners, work not due yet, labels without words, what was never recorded."""
    folder = copy_of("birmingham", tmp_path)
    shutil.copy(AWKWARD.with_name("awkward_year.md"), folder)
    assert new_in(folder) == []


@pytest.mark.parametrize(("hashes", "code"), [("#", "PLN-01"), ("###", "PLN-01"), ("####", "PLN-04")])
def test_a_heading_with_too_few_hashes_is_one_stop(hashes: str, code: str, tmp_path: Path) -> None:
    """The seven actions that slip out from under their priority with it are told once, with the heading to type."""
    folder = copy_of("birmingham", tmp_path)
    plant(folder, (Planted(code, PLAN, "", (Edit(PLAN, "##### Action P1-18-1", f"{hashes} Action P1-18-1"),)),))
    found = [f for f in findings_in(folder) if (f.code, f.message) not in known_in("birmingham")]
    assert [code] == [finding.code for finding in found if finding.stops]
    assert 'give it 5, as the others have: "##### Action P1-18-1"' in found[0].mend


MESSAGES = {
    ("LIN-02", "digital"): "became: #digital-world, ended, because ...",
    (
        "GOV-01",
        "seven meetings",
    ): 'the records say eight (Executive Board meetings held in 2017-18); you wrote "seven meetings".',
    ("XDOC-03", "Version 1.0"): "is dated 5 April 2018, before the signature of 9 May 2018.",
    (
        "FIG-05",
        "Seven Serious",
    ): 'the records say four (reviews published in 2017-18); you wrote "Seven Serious Case Reviews".',
    ("GOV-01", "together"): 'you wrote "came together on ten occasions".',
}


def test_a_finding_says_both_facts_and_what_to_type(tmp_path: Path) -> None:
    """What the records say stands beside what was written, and a lost point comes with the line that ends it."""
    folder = copy_of("birmingham", tmp_path)
    plant(folder, PLANTED)
    found = [(finding.code, f"{finding.message} {finding.mend}") for finding in findings_in(folder)]
    for (code, words), said in MESSAGES.items():
        assert any(code == of and words in told and said in told for of, told in found), (code, words)
