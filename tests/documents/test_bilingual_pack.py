"""A bilingual pack: two documents of one set of records, one of them of the records' translations."""

import re
from pathlib import Path

import pytest
from one_section import BODY
from word_files import unpacked

import bscb_docs
from bscb_docs import Action, Board, Finding
from bscb_docs.ooxml.paragraph_words import plain_words

PLAN = """# Board: Exampleshire Partnership

# Body: Executive Board
kind: executive

It leads the work.

# Document plan: Business Plan
also in: cy
section: cover
section: narrative
section: priorities
section: our-groups

# Issue plan 1.0
state: for approval
as at: 5 April 2018

# Plan: Business Plan
years: 2017-18

# Priority P1: Neglect

Neglect harms children.

## Action P1-1
owner: Executive Board
due: May 2018

Train staff: [paragraph](#why).
"""
REPORT = """# Narrative plan: Business Plan

## What we did

The {{ executive-board.title }} met. {#why}
"""
WELSH_PLAN = """# Board: Partneriaeth Enghraifft

# Body: Bwrdd Gweithredol

Mae'n arwain y gwaith.

# Document plan: Cynllun Busnes

# Plan: Cynllun Busnes

# Priority P1: Esgeulustod

Mae esgeulustod yn niweidio plant.

## Action P1-1
owner: Executive Board

Hyfforddi staff: [paragraff](#pam).
"""
WELSH_REPORT = """# Narrative plan: Cynllun Busnes

## Beth wnaethom ni

Cyfarfu {{ executive-board.title }}. {#pam}
"""


def board_of(folder: Path, plan: str = WELSH_PLAN, report: str = WELSH_REPORT) -> Board:
    """The board with those translations in its folder `cy`."""
    (folder / "cy").mkdir()
    files = {"plan.md": PLAN, "report.md": REPORT, "cy/plan.md": plan, "cy/report.md": report}
    for name, text in files.items():
        if text:
            (folder / name).write_text(text, encoding="utf-8")
    return bscb_docs.read_board(folder)


def told(board: Board, code: str) -> list[Finding]:
    """The findings of that code, before a document is built."""
    return [each for each in bscb_docs.check(board) if each.code == code]


def test_one_line_makes_a_document_in_each_language(tmp_path: Path) -> None:
    """Each prints its own words of the same records, numbers and dates; nothing stops, nothing is untranslated."""
    board = board_of(tmp_path)
    english, welsh = (bscb_docs.build(board, name) for name in bscb_docs.document_names(board))
    assert (english.document.title, welsh.document.title) == ("Business Plan", "Cynllun Busnes")
    assert "The Executive Board met." in english.text
    assert "Cyfarfu Bwrdd Gweithredol." in welsh.text
    assert "Hyfforddi staff: " in welsh.text
    assert "paragraff" in welsh.text
    assert "Bwrdd Gweithredol. <Strong>I’w gwblhau erbyn: </Strong>Mai 2018." in welsh.text
    assert "Mae’n arwain y gwaith." in welsh.text
    assert [each for each in (*board.findings, *english.findings, *welsh.findings) if each.stops] == []
    assert told(board, "LAN-02") == []


def test_what_is_not_translated_is_told_of_a_document_for_approval(tmp_path: Path) -> None:
    """Each record with the file that its words belong into; the English ones are printed until then."""
    board = board_of(tmp_path, WELSH_PLAN.replace("Mae esgeulustod yn niweidio plant.\n", ""))
    (found,) = told(board, "LAN-02")
    assert "of Priority 1 this is not translated: text" in found.message
    assert "cy/plan.md" in found.mend
    assert "Neglect harms children." in bscb_docs.build(board, "plan-cy").text


def test_what_is_not_translated_says_that_it_is_in_the_language_of_the_board(tmp_path: Path) -> None:
    """A screen reader reads it in that language's voice; what is translated is in the document's and says nothing."""
    board = board_of(tmp_path, WELSH_PLAN.replace("Mae esgeulustod yn niweidio plant.\n", ""))
    runs = re.findall(r"<w:r>(?:(?!</w:r>).)*</w:r>", unpacked(bscb_docs.build(board, "plan-cy").data)[BODY].decode())
    said = [plain_words(run) for run in runs if '<w:lang w:val="en-GB"/>' in run]
    assert said == ["Neglect harms children."]


@pytest.mark.parametrize("state", ["draft", "for approval"])
def test_a_draft_may_wait_for_its_translation(tmp_path: Path, state: str) -> None:
    """Only a document for approval asks for the words, of every record that it prints."""
    (tmp_path / "plan.md").write_text(PLAN.replace("for approval", state), encoding="utf-8")
    (tmp_path / "report.md").write_text(REPORT, encoding="utf-8")
    found = told(bscb_docs.read_board(tmp_path), "LAN-02")
    assert bool(found) is (state == "for approval")


def test_a_translation_of_nothing_is_told(tmp_path: Path) -> None:
    """An id that the board has not, and a file with one card less of a kind without ids."""
    board = board_of(tmp_path, WELSH_PLAN.replace("P1-1", "P1-9").replace("# Body: Bwrdd Gweithredol\n", ""))
    messages = [each.message for each in board.findings if each.code == "LAN-03"]
    assert len(messages) == 1
    assert "P1-9" in messages[0]


def test_a_file_with_more_cards_than_its_original_is_not_taken(tmp_path: Path) -> None:
    """Which card translates which could only be guessed."""
    board = board_of(tmp_path, WELSH_PLAN + "\n# Body: Un Arall\n")
    (found,) = [each for each in board.findings if each.code == "LAN-03"]
    assert "2 of a kind stand here (Body), and 1 in plan.md" in found.message


def test_what_a_board_records_is_what_it_recorded(tmp_path: Path) -> None:
    """Translations add no records, and the board in Welsh knows which record each of its own was."""
    board = board_of(tmp_path)
    seen = board.at(None, language="cy")
    (action,) = seen.of(Action)
    assert len(board.of(Action)) == 1
    assert seen.original(action) is board.of(Action)[0]
    assert action.text.text.startswith("Hyfforddi")
    assert action.due == board.of(Action)[0].due


def test_translations_go_with_the_records_into_a_file_and_back(tmp_path: Path) -> None:
    """So a version that was issued can be built again from what was kept of it."""
    board = board_of(tmp_path)
    again = bscb_docs.from_json(bscb_docs.to_json(board))
    assert bscb_docs.build(again, "plan-cy").text == bscb_docs.build(board, "plan-cy").text
