"""The case tables of tests/rules/cases: what must fire does, and a near miss does not."""

from collections import Counter
from pathlib import Path

import pytest
from rule_cases import Case, cases

import bscb_docs

CASES = list(cases())


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_case_fires_its_code_or_does_not(case: Case, tmp_path: Path) -> None:
    """The code of its table is found in the board of a case that fires, and in no near miss."""
    for name, text in case.files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = bscb_docs.check(bscb_docs.read_board(tmp_path))
    assert (case.code in [finding.code for finding in found]) is case.fires, "\n".join(map(str, found))


def test_each_family_has_at_least_twelve_of_both() -> None:
    """Twelve that fire and twelve near misses, so that a rule is tuned to neither."""
    counts = Counter((case.page, case.fires) for case in CASES)
    assert {page: count for page, count in counts.items() if count < 12} == {}
