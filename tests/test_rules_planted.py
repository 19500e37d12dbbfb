"""The example board with disagreements planted in it gives those findings, at their lines, and nothing else new."""

import shutil
from functools import cache
from pathlib import Path

import pytest
from planted import PLANTED, Planted, plant

import bscb_docs
from bscb_docs import Finding
from bscb_docs.rules import house_rules

EXAMPLES = Path(__file__).parent.parent / "examples"
AWKWARD = Path(__file__).parent / "data" / "awkward.md"
NEEDS_ANOTHER = {"ACP-01", "ACP-02", "ACP-04"}
"""An acceptance of a planted finding says nothing where that finding is not planted too."""


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
    """The code, file and line of each finding that the example board has not."""
    found = [finding for finding in findings_in(folder) if (finding.code, finding.message) not in known_in(folder.name)]
    return sorted((finding.code, finding.place.file, finding.place.line) for finding in found)


def planted_in(folder: Path, planted: tuple[Planted, ...]) -> list[tuple[str, str, int]]:
    """The code, file and line of every finding that must come."""
    return sorted((each.code, each.file, each.line(folder)) for each in planted)


def test_every_planted_disagreement_is_found_and_nothing_else(tmp_path: Path) -> None:
    """All of them in one board: each at its line, none twice, none besides."""
    folder = copy_of("birmingham", tmp_path)
    plant(folder, PLANTED)
    assert new_in(folder) == planted_in(folder, PLANTED)


def test_there_are_at_least_forty_five() -> None:
    """They cover every code that records or prose can break, in every file of the board."""
    assert len(PLANTED) >= 45
    assert {rule.code for rule in house_rules()} <= {each.code for each in PLANTED}
    files = {path.relative_to(EXAMPLES / "birmingham").as_posix() for path in (EXAMPLES / "birmingham").rglob("*.*")}
    assert files == {edit.file for each in PLANTED for edit in each.edits}


@pytest.mark.parametrize(
    "planted",
    [each for each in PLANTED if each.code not in NEEDS_ANOTHER],
    ids=lambda each: f"{each.code}-{each.words[:30]}",
)
def test_a_planted_disagreement_alone_gives_its_one_finding(planted: Planted, tmp_path: Path) -> None:
    """No finding leans on another fault."""
    folder = copy_of("birmingham", tmp_path)
    plant(folder, (planted,))
    assert new_in(folder) == planted_in(folder, (planted,))


def test_true_but_awkward_prose_gives_no_finding(tmp_path: Path) -> None:
    """Money, dates, ages, telephone numbers, Acts, addresses, quotations and other people's numbers are left alone."""
    folder = copy_of("birmingham", tmp_path)
    report = folder / "report-2017-18.md"
    report.write_text(report.read_text(encoding="utf-8") + AWKWARD.read_text(encoding="utf-8"), encoding="utf-8")
    assert new_in(folder) == []
