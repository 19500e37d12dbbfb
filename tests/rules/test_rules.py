"""The house's rules: each page of docs/rules is a table of tests, a wrong and a right board for every code."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import frozen
from folders import DOCS

import bscb_docs
from bscb_docs import Finding, Severity
from bscb_docs.diagnostics.codes import CODES
from bscb_docs.rules.rule_list import house_rules

PAGES = DOCS / "rules"
WHEN_BUILT = {"APP-05", "DOC-09", "DOC-10", "DOC-13", "FIG-06", "LAN-01"}
"""Found when a document is built, not when the records are checked."""
ON_OTHER_PAGES = {"PLG-01", "PDF-01", "PDF-02", "PDF-03", "PDF-04", "PDF-05"}
"""What no file of a board brings about: a plugin's fault, and a missing program."""
READ = {"DUE-01", "DUE-07", "PLN-01", "PLN-04", "STA-03", "TXT-01"}
"""Codes of reading that the pages tell of with their families."""


@frozen
class Example:
    """One example of a page: the files of a board, and the code that it fires or must not."""

    code: str
    fires: bool
    files: dict[str, str]


def examples() -> Iterator[Example]:
    """Every example of every page."""
    for page in sorted(PAGES.glob("*.md")):
        for section in re.split(r"^## (?=[A-Z]+-\d\d$)", page.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            code = section.split()[0]
            fires, _, does_not = section.partition("\nDoes not:\n")
            for part, is_bad in ((fires, True), (does_not, False)):
                files = dict(re.findall(r"^```(\S+\.\w+)\n(.*?)^```$", part, re.DOTALL | re.MULTILINE))
                yield Example(code, is_bad, files)


EXAMPLES = list(examples())


def findings_of(example: Example, folder: Path) -> list[Finding]:
    """What is found in the board of an example, and in its documents where only those tell."""
    for name, text in example.files.items():
        # The page is a readable text, so it shows a replacement character where a form feed stands.
        (folder / name).write_text(text.replace("\ufffd", "\f"), encoding="utf-8")
    board = bscb_docs.read_board(folder)
    found = list(bscb_docs.check(board))
    if example.code in WHEN_BUILT:
        for entry in board.documents:
            found += bscb_docs.build(board, entry.id).findings
    return found


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.code}-{'fires' if e.fires else 'does-not'}")
def test_an_example_fires_its_code_or_does_not(example: Example, tmp_path: Path) -> None:
    """What a page shows as wrong is found, and what it shows as right is not."""
    found = findings_of(example, tmp_path)
    assert (example.code in [finding.code for finding in found]) is example.fires, "\n".join(map(str, found))


@pytest.mark.parametrize("example", [e for e in EXAMPLES if not e.fires], ids=lambda e: e.code)
def test_a_right_example_breaks_no_other_rule_that_stops(example: Example, tmp_path: Path) -> None:
    """A page teaches nothing that would keep a document from being written."""
    assert [str(finding) for finding in findings_of(example, tmp_path) if finding.stops] == []


@pytest.mark.parametrize("example", [e for e in EXAMPLES if e.fires], ids=lambda e: e.code)
def test_a_finding_says_where_and_what_to_do(example: Example, tmp_path: Path) -> None:
    """Each finding has a file and a line, and words that end as sentences."""
    for finding in findings_of(example, tmp_path):
        if finding.code == example.code:
            assert finding.place.file
            assert finding.place.line or finding.place.within
            assert finding.message.endswith((".", "?"))
            assert finding.mend.endswith((".", "?", "...", ")")), finding.mend


def test_every_code_has_its_two_examples() -> None:
    """The pages hold every rule of the house and no code that nobody gives."""
    told = {code.code for code in CODES.values() if not code.table} - ON_OTHER_PAGES | READ
    assert {rule.code for rule in house_rules()} <= told
    assert {example.code for example in EXAMPLES if example.fires and example.files} == told
    assert {example.code for example in EXAMPLES if not example.fires and example.files} == told


@pytest.mark.slow
def test_no_finding_is_graver_than_its_rule(tmp_path: Path) -> None:
    """What is read from free prose is a check at most, whatever its code."""
    gravity = [Severity.NOTE, Severity.CHECK, Severity.STOP]
    for number, example in enumerate(EXAMPLES):
        folder = tmp_path / str(number)
        folder.mkdir()
        for finding in findings_of(example, folder):
            assert gravity.index(finding.severity) <= gravity.index(CODES[finding.code].severity)
