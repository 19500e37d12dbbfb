"""Each sign that a text can hold, alone: through every place that prints it, or refused with field, file and line."""

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from one_section import BODY, W, Words, board_of, build, paragraph, template, words_in
from word_files import packed, png

import bscb_docs
from bscb_docs import Prose, StoppedError, TemplateError
from bscb_docs.languages.quotation_marks import printed_signs
from bscb_docs.prose import escape
from bscb_docs.records import Principle

KEPT = {
    "an ampersand": "Police & Crime",
    "an entity as words": "&amp; and &lt;",
    "less than": "under <18s",
    "markup": "<b>bold</b> tail",
    "a closing tag": "</w:t></w:r></w:p> tail",
    "greater than": "over >18s",
    "the end of a CDATA section": "a ]]> b",
    "a quotation mark": 'the "voice" of a child',
    "an apostrophe": "the board's own",
    "a backtick": "a ` b",
    "a tag": "{{ 7 * 7 }} left",
    "a block tag": "{% for x in y %} left",
    "a note": "{# gone #} left",
    "docxtpl's own braces": "{_{ a }_} {_% b %_}",
    "half a tag": "a {{ b",
    "Hebrew among Latin": "a \u05e9\u05dc\u05d5\u05dd b",
    "a mark that turns the direction": "a \u202eb\u202c c",
    "a family": "\U0001f469\u200d\U0001f469\u200d\U0001f467",
    "an accent that stands alone": "e\u0301 is not \u00e9",
    "a ligature": "\ufb01nd",
    "a no-break space": "5\u00a0April",
    "C1 and delete": "a\x85b\x7fc",
}
"""Texts that come out as they are, wherever they are printed."""
REFUSED = {
    "NUL": "\x00",
    "a bell": "\x07",
    "the sign that begins our marks": "\x02",
    "a line break of Word": "\x0b",
    "a page break of Word": "\x0c",
    "the last control": "\x1f",
    "half a character": "\ud800",
    "the other half": "\udfff",
    "U+FFFE": "\ufffe",
    "U+FFFF": "\uffff",
}
"""Signs that no Word file can hold."""
UNSEEN = {"a zero-width space": "\u200b", "a line separator": "\u2028", "a byte order mark within": "\ufeff"}
"""Signs that Word can hold and nobody can see; a plugin may print them, a record may not."""


def read(folder: Path, text: str, register: str = "") -> bscb_docs.Board:
    """The board of one record file of that text, and a register."""
    board = folder / "board"
    board.mkdir(exist_ok=True)
    (board / "board.md").write_bytes(text.encode("utf-8", "surrogatepass"))
    if register:
        (board / "documents.md").write_text(register, encoding="utf-8")
    return bscb_docs.read_board(board)


def words_of(element: etree._Element) -> str:
    """The words that stand in an element."""
    return "".join(t.text or "" for t in element.iter(f"{W}t"))


@pytest.mark.parametrize("what", KEPT)
def test_a_sign_comes_out_of_a_plain_tag(what: str, tmp_path: Path) -> None:
    """A page's words are in the document as they are, but for printed quotation marks, and nothing else is."""
    printed = words_in(build(paragraph("{{ words }}"), tmp_path, Words(KEPT[what])).data)[0]
    assert printed == printed_signs(KEPT[what])


@pytest.mark.parametrize("what", KEPT)
def test_a_sign_comes_out_of_escaped_prose(what: str, tmp_path: Path) -> None:
    """Escaped, it is set as it is, whatever Markdown would make of it."""
    page = Words(text=Prose(escape(KEPT[what].replace("\x85", ""))))
    expected = printed_signs(KEPT[what].replace("\x85", ""))
    assert words_in(build(paragraph("{{p text | prose }}"), tmp_path, page).data)[0] == expected


@pytest.mark.parametrize(
    "words",
    [
        "- no point",
        "+ no point",
        "* no point",
        "# no heading",
        "> no quotation",
        "1. no list",
        "12) no list",
        "(1) no list",
        "2018. A year",
        "=== no heading",
        "--- no rule",
        "~~~ no code",
        "owner: no field",
        "Caption: no caption",
        "*no* **stress** and _none_",
        "`no code`",
        "[no link](https://example.org)",
        "![no picture](p.png)",
        "{{ no-figure }}",
        "{{ section no-section }}",
        "no name {#name}",
        "{-} numbered",
        "<!-- no note -->",
        "| no | table |",
        "a \\ b \\* c",
        "&amp; &#38; &nope;",
        "https://example.org",
        "\u2022 no bullet",
    ],
)
def test_escaped_words_are_only_words(words: str, tmp_path: Path) -> None:
    """As prose, and as the text of a card in a record file, they are one paragraph of those words."""
    page = Words(text=Prose(escape(words)))
    shown = words_in(build(paragraph("{{p text | prose }}"), tmp_path, page).data)
    assert [line for line in shown if line] == [words]
    board = read(tmp_path, f"# Board: Test\n\n# Principle: One\n\n{escape(words)}\n")
    assert [finding.message for finding in board.findings if finding.code != "PRO-06"] == []
    (principle,) = board.of(Principle)
    assert bscb_docs.prose.plain(bscb_docs.prose.parse(principle.text)) == words


@pytest.mark.parametrize("what", [what for what in KEPT if what != "half a tag"])
def test_a_sign_in_a_name_comes_out_wherever_it_is_printed(what: str, tmp_path: Path) -> None:
    """In text, headings, headers, properties, titles of tables and alternative texts, and every part is sound XML."""
    words = KEPT[what].replace("\x85", "").replace(":", "")
    board = tmp_path / "board"
    board.mkdir()
    (board / "p.png").write_bytes(png())
    text = f"# Board: {words}\nlogo: p.png\n\n# Principle: {words}\n\nWords.\n"
    register = f"# Document one: {words}\nsection: cover\nsection: contents\nsection: principles\n"
    built = bscb_docs.build(read(tmp_path, text, register), "one")
    with zipfile.ZipFile(io.BytesIO(built.data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    trees = {name: etree.fromstring(data) for name, data in parts.items() if name.endswith((".xml", ".rels"))}
    printed = {words_of(p) for p in trees[BODY].iter(f"{W}p")}
    shown = printed_signs(words)
    assert shown in printed
    described = {e.get("descr") for e in trees[BODY].iter() if e.get("descr") is not None}
    assert described == {f"Logo of {shown}"}
    core = {etree.QName(e).localname: e.text for e in trees["docProps/core.xml"]}
    assert (core["creator"], core["title"]) == (words, f"{words} - {words} - DRAFT version 0.1")
    headers = [words_of(trees[name]) for name in parts if name.startswith("word/header")]
    assert any(shown in header for header in headers)


@pytest.mark.parametrize("what", KEPT)
def test_a_sign_in_a_tables_title_comes_out(what: str, tmp_path: Path) -> None:
    """What a screen reader announces stands in an attribute, where other signs end it."""
    words = KEPT[what].replace("\x85", "")
    text = Prose(f"Caption: {escape(words)}\n\n| {escape(words)} |\n|---|\n| {escape(words)} |\n")
    with zipfile.ZipFile(io.BytesIO(build(paragraph("{{p text | prose }}"), tmp_path, Words(text=text)).data)) as file:
        body = etree.fromstring(file.read(BODY))
    assert [e.get(f"{W}val") for e in body.iter(f"{W}tblCaption")] == [f"Table 1: {printed_signs(words)}"]
    assert sum(printed_signs(words) in words_of(p) for p in body.iter(f"{W}p")) == 3


@pytest.mark.parametrize("what", REFUSED)
def test_a_sign_that_word_cannot_hold_is_refused_of_a_page(what: str, tmp_path: Path) -> None:
    """No document is made of which a part would be lost: the words before it are said."""
    with pytest.raises(TemplateError, match=r"Mend me|no letter or sign"):
        build(paragraph("{{ words }}"), tmp_path, Words(f"Mend me{REFUSED[what]} and the rest"))


@pytest.mark.parametrize("what", [what for what in REFUSED | UNSEEN if what != "NUL"])
def test_a_sign_that_cannot_be_printed_is_refused_of_a_record(what: str, tmp_path: Path) -> None:
    """The finding names the field, the file, the line and the column, and what is for approval is not written."""
    sign = (REFUSED | UNSEEN)[what]
    register = "# Document one: One\nsection: cover\n\n# Issue one 1.0\nstate: for approval\n"
    board = read(tmp_path, f"# Board: Test\narea: Half of {sign}town\n", register)
    found = [f for f in board.findings if f.code == "TXT-01"]
    assert [(str(f.place), f.stops, bool(f.mend)) for f in found] == [("board.md:2:15", True, True)]
    assert "area: " in found[0].message
    with pytest.raises(StoppedError):
        bscb_docs.publish(board, "one", tmp_path / "out", pages=False)
    assert not (tmp_path / "out").exists()


def test_a_file_with_a_nul_in_it_is_no_text(tmp_path: Path) -> None:
    """A NUL is in no file that an editor wrote as text, so the file as a whole is refused."""
    board = tmp_path / "board"
    board.mkdir()
    (board / "sound.md").write_text("# Board: Test\n", encoding="utf-8")
    (board / "a.md").write_bytes(b"# Principle: One\n\nWo\0rds.\n")
    found = bscb_docs.read_board(board).findings
    assert [(f.code, str(f.place), f.stops) for f in found] == [("FIL-02", "a.md", True)]


def test_a_tab_in_a_record_is_refused_with_its_place(tmp_path: Path) -> None:
    """It would print as one of Word's own stops; the finding says to put a space there."""
    (found,) = [f for f in read(tmp_path, "# Board: Test\narea: Half of\ttown\n").findings if f.code == "TXT-01"]
    assert (str(found.place), "a tab" in found.message, "area" in found.message) == ("board.md:2:14", True, True)


@pytest.mark.parametrize("text", ["a\tb", "a\nb", "a\n\n\nb", "a\t\tb\n"])
def test_tabs_and_line_ends_of_a_page_stay(text: str, tmp_path: Path) -> None:
    """They are neither breaks, nor paragraphs, nor gone."""
    with zipfile.ZipFile(io.BytesIO(build(paragraph("{{ words }}"), tmp_path, Words(text)).data)) as archive:
        body = etree.fromstring(archive.read(BODY))
    assert [t.text for t in body.iter(f"{W}t")] == [text]
    assert len(list(body.iter(f"{W}p"))) == 1


def test_a_megabyte_in_a_records_field_is_whole(tmp_path: Path) -> None:
    """Neither reading nor a document cuts it."""
    words = "Police & Crime <5 \u201cé\u201d " * 45_000 + "end"
    board = read(tmp_path, f"# Board: Test\narea: {words}\n")
    assert board.findings == ()
    assert board.details.area == words
    built = bscb_docs.build(board_of(packed(template(paragraph("{{ words }}"))), tmp_path, Words(words)), "one")
    assert words_in(built.data)[0] == words


@pytest.mark.slow
def test_a_megabyte_of_escaped_prose_is_whole(tmp_path: Path) -> None:
    """One paragraph of ten thousand signs that each need a backslash comes out as it went in."""
    words = ("In March 2018 the board met [twice] {{x}} *a* `b` & 5% of 20 " * 16_000).strip()
    page = Words(text=Prose(escape(words)))
    shown = words_in(build(paragraph("{{p text | prose }}"), tmp_path, page).data)
    assert [line for line in shown if line] == [words]
