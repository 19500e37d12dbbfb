"""The list of abbreviations: those that the document uses, wherever in it they stand."""

from pathlib import Path

import pytest
from small_boards import board_of

import bscb_docs

TERMS = """# Term: Multi-Agency Safeguarding Hub
abbreviation: MASH

# Term: Care Quality Commission
abbreviation: CQC

# Term: Local Government Association
abbreviation: LGA
"""
REGISTER = """# Document report: Report
section: narrative
section: abbreviations
section: contact{more}

# Document annex: Annex
outline: accountability-report
section: narrative
"""


@pytest.mark.parametrize(
    ("words", "more", "listed"),
    [
        ("The MASH answers.", "", ["MASH"]),
        ("Both MASHs answer the CQC.", "", ["CQC", "MASH"]),
        ("The {{ care-quality-commission.abbreviation }} came.", "", ["CQC"]),
        ("Smashing. The mash answers.", "", []),
        ("It is told below.", "\nappendix: annex", ["LGA"]),
    ],
)
def test_a_document_lists_the_abbreviations_that_it_uses(
    words: str, more: str, listed: list[str], tmp_path: Path
) -> None:
    """As a word of its own, in the plural, by its recorded name, or in a document that is bound in."""
    narratives = (
        f"# Narrative report: Report\n\n## One\n\n{words}\n\n# Narrative annex: Annex\n\n## One\n\nThe LGA saw it.\n"
    )
    board = board_of(tmp_path / "board", REGISTER.format(more=more), words=narratives, terms=TERMS)
    text = bscb_docs.build(board, "report").text
    lines = [line.removeprefix("[cell] Table Text | ") for line in text.splitlines()]
    assert [short for short in ("CQC", "LGA", "MASH") if short in lines] == listed
