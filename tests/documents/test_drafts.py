"""Drafts: written whenever a sound Word file can be formed; and what stops says rightly why."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from one_section import Words, board_of, build, house_parts, paragraph, template
from small_boards import BOARD, NARRATIVE
from word_files import packed

import bscb_docs
from bscb_docs import Prose, StoppedError, TemplateError
from bscb_docs.document_check.checker import check_bytes

BRACES = r"Hi \{\{ name \}\}, \{% if x %\} and \{# note #\}."
PRINTED = "Hi {{ name }}, {% if x %} and {# note #}."


@pytest.mark.parametrize("title", ["One", "The {title} }} of {% all"])
def test_a_boards_own_braces_are_words(title: str, tmp_path: Path) -> None:
    """Braces that a backslash makes words are printed everywhere, and no build minds; a check of the file tells."""
    (tmp_path / "board.md").write_text("# Board: Board of a Test\n", encoding="utf-8")
    register = f"# Document one: {title}\nsection: cover\nsection: contents\nsection: narrative\n"
    (tmp_path / "documents.md").write_text(register, encoding="utf-8")
    text = NARRATIVE.format(name="one").replace("Hello.", BRACES).replace("## One", r"## One \{\{ two \}\}")
    (tmp_path / "report.md").write_text(text, encoding="utf-8")
    board = bscb_docs.read_board(tmp_path)
    assert [str(f) for f in board.findings] == []
    published = bscb_docs.publish(board, "one", tmp_path / "out", pages=False)
    assert PRINTED in published.built.text
    assert "Section Heading | One {{ two }}" in published.built.text
    assert [str(f) for f in published.built.findings if f.stops] == []
    command = [sys.executable, "-m", "bscb_docs", "check-document", str(published.saved.path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ("DOCX-18" in done.stdout, done.returncode) == (True, 1)


@pytest.mark.parametrize("left", ["Half }} of a tag", "Half %} of a tag", "Half #} of a tag", "{{ words }} and }}"])
def test_half_a_tag_in_a_template_is_told_in_word(left: str, tmp_path: Path) -> None:
    """What a template leaves over is found where it stands, whatever the board's words are."""
    with pytest.raises(TemplateError, match=r"section\.docx, paragraph 2: `.*` ends a tag that nothing began\."):
        build(paragraph("Title", "Heading1") + paragraph(left), tmp_path)


def test_half_a_tag_in_a_header_is_told(tmp_path: Path) -> None:
    """The headers and footers of a board's own Word file are searched too."""
    parts = house_parts()
    name = next(name for name in parts if re.fullmatch(r"word/header\d+\.xml", name))
    text = parts[name].decode()
    parts[name] = text.replace("</w:hdr>", paragraph("Half }} of a tag", "Header") + "</w:hdr>").encode()
    board = board_of(packed(template(paragraph("{{ words }}"))), tmp_path)
    (tmp_path / "house.docx").write_bytes(packed(parts))
    from attrs import evolve

    with pytest.raises(TemplateError, match="A header or footer of the house's Word file holds }}, half of a tag"):
        bscb_docs.build(evolve(board, folder=tmp_path), "one")


def test_a_file_edited_by_hand_is_searched_for_tags(tmp_path: Path) -> None:
    """Once a person has changed a built document, braces in it may be a tag again."""
    data = build(paragraph("{{ words }}"), tmp_path, Words("{{ chair.name }}")).data
    assert [f.code for f in check_bytes(data, built=True) if f.code == "DOCX-18"] == []
    assert [f.code for f in check_bytes(data) if f.code == "DOCX-18"] == ["DOCX-18"]


def test_a_draft_that_is_no_sound_file_says_so(tmp_path: Path) -> None:
    """The words name what is wrong with the file, and do not advise to mark a draft as a draft."""
    broken = "<w:p><w:r><w:t>{{ words }}</w:t></w:r><w:pPr/></w:p>"
    board = board_of(packed(template(broken)), tmp_path)
    with pytest.raises(StoppedError) as stopped:
        bscb_docs.publish(board, "one", tmp_path / "out", pages=False)
    assert str(stopped.value).startswith("One section was not written, not even as a draft: Word could not open it. ")
    assert "mark the version" not in str(stopped.value)
    assert not (tmp_path / "out").exists()


def test_only_what_stops_a_document_is_counted(tmp_path: Path) -> None:
    """A finding that planning and building both give is one, and checks and notes are none."""
    (tmp_path / "board.md").write_text(BOARD, encoding="utf-8")
    register = "# Document one: One\nsection: narrative\nsection: nothing\n\n# Issue one 1.0\nstate: for approval\n"
    (tmp_path / "documents.md").write_text(register, encoding="utf-8")
    (tmp_path / "report.md").write_text(NARRATIVE.format(name="one").replace("Hello", "Helo TBC"), encoding="utf-8")
    board = bscb_docs.read_board(tmp_path)
    words = r"One was not written: 1 finding stops it\. Mend it, or mark the version as a draft\.$"
    with pytest.raises(StoppedError, match=words):
        bscb_docs.publish(board, "one", tmp_path / "out", pages=False)


def test_prose_holds_braces(tmp_path: Path) -> None:
    """In a table of a page too, a board's braces come out as they were typed."""
    built = build(paragraph("{{p text | prose }}"), tmp_path, Words(text=Prose(BRACES)))
    assert PRINTED in built.text
    assert [str(f) for f in built.findings if f.stops] == []
