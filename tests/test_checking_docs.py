"""The page about the checks says exactly what the checks are."""

from __future__ import annotations

import re
from pathlib import Path

from bscb_docs.document_check import CHECKS

PAGE = Path(__file__).parent.parent / "docs" / "checks.md"


def test_the_page_lists_every_check_as_it_is() -> None:
    """Each rule stands in the table with its code, severity, sentence and mend, and none stands there twice."""
    written = re.findall(
        r"^\| ([A-Z]+-\d+) \| (\w+) \| (.+?) \| (.+?) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE
    )

    assert written == [(check.code, check.severity.value, check.says, check.mend) for check in CHECKS.values()]
