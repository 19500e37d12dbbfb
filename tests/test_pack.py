"""The main job: the documents of both example boards, their words, numbers and references."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from folders import BOARDS, DOCUMENTS, EXAMPLES, TESTS

import bscb_docs
from bscb_docs import Board
from bscb_docs.api.board_lists import document_names

GOLDEN = TESTS / "golden"


@pytest.mark.parametrize("board", BOARDS)
def test_every_document_of_an_example_is_tested(board: str, boards: dict[str, Board]) -> None:
    """A document that the register gains gains a golden file."""
    names = document_names(boards[board])
    assert sorted(names) == sorted(document for name, document in DOCUMENTS if name == board)


@pytest.mark.parametrize(("board", "document"), DOCUMENTS)
def test_a_document_says_what_its_golden_file_says(
    board: str, document: str, boards: dict[str, Board], request: pytest.FixtureRequest
) -> None:
    """A change of any printed word is seen by a reviewer, one paragraph a line."""
    text = bscb_docs.build(boards[board], document).text
    golden = GOLDEN / f"{board}-{document}.txt"
    if request.config.getoption("--renew-golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize(("board", "document"), DOCUMENTS)
def test_nothing_stops_an_example_document(board: str, document: str, boards: dict[str, Board]) -> None:
    """Neither example has a finding that stops, in its records or in a built document."""
    found = (*bscb_docs.check(boards[board]), *bscb_docs.build(boards[board], document).findings)
    assert [str(finding) for finding in found if finding.stops] == []


@pytest.mark.parametrize("board", BOARDS)
def test_every_finding_of_an_example_is_meant(board: str, boards: dict[str, Board]) -> None:
    """What is found in an example is true, and listed here or accepted in its register."""
    found = {(finding.code, finding.about) for finding in bscb_docs.check(boards[board]) if not finding.accepted}
    assert found == MEANT[board]


MEANT: dict[str, set[tuple[str, str]]] = {
    "birmingham": {
        ("UPD-01", "A17-01"),  # the source reports the third quarter, and nothing later
        ("LIN-02", "A17-09"),  # the source dropped the closing words, and nobody said why
        ("PUB-02", "accountability-report"),  # the source counts reviews below five in public
    },
    "harrowmere": {("ISS-09", "business-improvement-plan")},  # an example ships no folder of what was issued
}


def test_the_report_numbers_its_paragraphs_as_the_source_does(boards: dict[str, Board], tmp_path: Path) -> None:
    """Sections 1 to 6 have 2, 5, 12 and seven at the third level, 13, 6 and 6 paragraphs, by Word's own numbering."""
    text = bscb_docs.build(boards["birmingham"], "accountability-report").text
    counts: list[list[int]] = []
    for line in text.splitlines():
        style = line.split(" | ")[0]
        if style == "Section Heading":
            counts.append([0, 0])
        elif style == "Numbered Paragraph":
            counts[-1][0] += 1
        elif style == "Numbered Subparagraph":
            counts[-1][1] += 1
    assert counts == [[2, 0], [5, 0], [12, 7], [13, 0], [6, 0], [6, 0]]


def test_numbers_are_words_own_and_nobody_typed_them(boards: dict[str, Board]) -> None:
    """No paragraph of the report begins with a typed number, letter or bullet."""
    text = bscb_docs.build(boards["birmingham"], "accountability-report").text
    body = [line for line in text.splitlines() if not line.startswith("toc ")]
    assert [line for line in body if re.match(r"[\w -]+ \| (\d+\.\d|\d+\. |[a-h]\) |[•–-] )", line)] == []


def test_every_page_says_that_it_is_a_worked_example(boards: dict[str, Board]) -> None:
    """The notice stands in every header or footer that a page can show."""
    for board in boards.values():
        for document in document_names(board):
            built = bscb_docs.build(board, document)
            footers = [data.decode() for name, data in built.assembled.parts.items() if "/footer" in name]
            assert footers
            assert all("orked example" in footer for footer in footers)


def test_the_command_writes_four_files(tmp_path: Path) -> None:
    """`bscb-docs build examples/birmingham --out out` writes one Word file a document, and says where."""
    command = [sys.executable, "-m", "bscb_docs", "build", str(EXAMPLES / "birmingham"), "--no-pages"]
    done = subprocess.run([*command, "--out", str(tmp_path)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "accountability-report-2017-18.docx",
        "business-improvement-plan-2017-19.docx",
        "overview-of-progress-2017-18.docx",
        "role-of-independent-chair-2017-18.docx",
    ]
