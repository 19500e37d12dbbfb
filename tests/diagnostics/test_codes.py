"""One registry holds every code, the library finds all of them and no others, and the pages tell them as they are."""

import re

import pytest
from folders import ROOT

from bscb_docs.diagnostics.codes import CODES, Code, by_name, finding_of
from bscb_docs.diagnostics.finding import Finding, Severity
from bscb_docs.diagnostics.location import NOWHERE, Place

REGISTRY = ROOT / "src" / "bscb_docs" / "diagnostics"
SOURCES = [p for p in (ROOT / "src").rglob("*.py") if p.parent != REGISTRY and "skeleton-files" not in p.parts]
CODE = re.compile(r"\b[A-Z]{3,5}-\d\d\b")
ROW = re.compile(r"^\| ([A-Z]+-\d\d) \| (\w+) \| (.+?) \|(?: (.+?) \|)?$", re.MULTILINE)
TABLES = sorted({code.table for code in CODES.values() if code.table})


def test_no_code_is_used_that_the_registry_does_not_hold() -> None:
    """And it holds none that nothing finds."""
    used = {code for path in SOURCES for code in re.findall(r'"([A-Z]{3,5}-\d\d)"', path.read_text(encoding="utf-8"))}
    assert used == set(CODES)


def test_no_module_says_how_far_a_code_reaches() -> None:
    """The severity stands in the registry alone: no module makes a finding of a code in any other way."""
    assert [path.name for path in SOURCES if re.search(r'Finding\(\s*"', path.read_text(encoding="utf-8"))] == []


def test_two_codes_of_one_name_are_refused() -> None:
    """The name is told."""
    with pytest.raises(ValueError, match="FIL-01 is the name of two codes"):
        by_name([CODES["FIL-01"], Code("FIL-01", Severity.NOTE, "A file is something else.")])


def test_a_finding_is_as_grave_as_its_code_or_softer_where_that_is_said() -> None:
    """Its mend is the code's where it has none of its own."""
    place = Place("plan.md", 3)
    mend = CODES["DOCX-03"].mend
    assert Finding("DOCX-03", Severity.STOP, "Broken.", NOWHERE, mend) == finding_of("DOCX-03", "Broken.")
    softer = finding_of("DOC-04", "Called so.", place, "Use one.", "X", softer=Severity.CHECK)
    assert Finding("DOC-04", Severity.CHECK, "Called so.", place, "Use one.", "X") == softer


@pytest.mark.parametrize("page", TABLES)
def test_a_page_lists_its_codes_as_they_are(page: str) -> None:
    """Each stands in the table once, with its severity, what it asks for, and its mend where the page has them."""
    rows = ROW.findall((ROOT / "docs" / page).read_text(encoding="utf-8"))
    codes = (code for code in CODES.values() if code.table == page)
    told = [(c.code, c.severity.value, c.asks, c.mend if page in {"checks.md", "forms.md"} else "") for c in codes]
    assert sorted(told) == sorted(rows)


@pytest.mark.parametrize("code", [c for c in CODES.values() if not c.table], ids=lambda code: code.code)
def test_the_page_of_a_code_gives_its_severity(code: Code) -> None:
    """The word in italics after a code's name is the gravest that its findings have."""
    pages = "\n".join(page.read_text(encoding="utf-8") for page in sorted((ROOT / "docs").rglob("*.md")))
    said = re.search(rf"^#+ {code.code}\n\n\*(\w+)", pages, re.MULTILINE)
    assert said
    assert said[1].lower() == code.severity.value


def test_no_page_tells_of_a_code_that_is_none() -> None:
    """But for those of the example plugin, and the names of standards."""
    told = {
        code
        for page in [*(ROOT / "docs").rglob("*.md"), ROOT / "README.md"]
        for code in CODE.findall(page.read_text(encoding="utf-8"))
    }
    assert {code for code in told - set(CODES) if not code.startswith(("ATT-", "UTF-"))} == set()
