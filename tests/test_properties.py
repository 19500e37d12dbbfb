"""Any text comes out of a document as it was recorded, or is refused by name of its field, its file and its line."""

import atexit
import io
import os
import shutil
import tempfile
import unicodedata
import zipfile
from functools import lru_cache
from pathlib import Path

import pytest
import sound_docx
from folders import EXAMPLES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from one_section import BODY, W, Words, board_of, house_parts, paragraph, template
from word_files import packed

import bscb_docs
from bscb_docs import Board, BscbDocsError, Prose, TemplateError, prose
from bscb_docs.document_check.checker import check_bytes
from bscb_docs.prose import escape

pytestmark = pytest.mark.slow

CASES = int(os.environ.get("BSCB_DOCS_CASES", "60"))
"""Cases of each property and of the fuzzer; the long run takes many more."""
many = settings(
    max_examples=CASES, deadline=None, derandomize=CASES <= 60, suppress_health_check=list(HealthCheck), database=None
)
ANY = st.text(st.characters(), max_size=60)  # surrogates, controls and noncharacters too
NASTY = st.lists(
    st.sampled_from(
        [
            "&",
            "<",
            ">",
            '"',
            "'",
            "`",
            "{{ words }}",
            "{% if x %}",
            "{#",
            "{_{",
            "}}",
            "%}",
            "\\",
            "*",
            "_",
            "[",
            "](",
            "#",
            "- ",
            "1. ",
            "| a | b |",
            "|",
            "\t",
            "\n",
            "\n\n",
            "\r",
            "\x00",
            "\x02ref:x\x03",
            "\x0b",
            "\x1f",
            "\x7f",
            "\x85",
            "\ud800",
            "\udfff",
            "\ufffe",
            "\uffff",
            "\ufeff",
            "\u200b",
            "\u202e",
            "שלום",
            "مرحبا",
            "👩‍👩‍👧",
            "e\u0301",
            "\u2028",
            "&amp;",
            "&lt;",
            "</w:t>",
            "<w:br/>",
            "]]>",
            "<!--",
            "-->",
            "<?x?>",
            "None",
            " ",
            "  ",
            "{#name}",
            "![x](y.png)",
            "http://example.org",
            "~~",
            "==",
            "---",
            "> ",
            "+ ",
            "* ",
            "    ",
            "~",
            "^",
            "$",
            "@",
            ":",
            "=cmd|' /C calc'!A0",
        ]
    ),
    max_size=8,
).map("".join)
TEXTS = ANY | NASTY
MEGABYTE = "Police & Crime <5 “é” " * 45_000


@lru_cache(maxsize=1)
def folder() -> Path:
    """A folder that every case uses again, gone when the tests end."""
    made = Path(tempfile.mkdtemp(prefix="bscb-docs-properties-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


@lru_cache(maxsize=4)
def compiled(body: str) -> bytes:
    """A template of that one paragraph."""
    return packed(template(paragraph(body)))


def shown(data: bytes) -> list[str]:
    """What Word shows of each paragraph: its words, tabs and line breaks."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read(BODY), etree.XMLParser(huge_tree=True))
    signs = {f"{W}tab": "\t", f"{W}br": "\n"}
    return [
        "".join(
            e.text or "" if e.tag == f"{W}t" else signs[str(e.tag)]
            for e in p.iter(f"{W}t", *signs)
            if e.getparent().tag == f"{W}r"
        )
        for p in root.iter(f"{W}p")
    ]


def is_writable(text: str) -> bool:
    """True where XML can hold every character as it is."""
    return all(c in "\t\n" or (c >= " " and unicodedata.category(c) != "Cs" and c not in "\ufffe\uffff") for c in text)


def comes_out_or_is_refused(text: str) -> None:
    """A page's field with that text, printed by a plain tag, is in the document, or a TemplateError says why."""
    try:
        built = bscb_docs.build(board_of(compiled("{{ words }}"), folder(), Words(text)), "one")
    except TemplateError:
        assert not is_writable(text.replace("\r", ""))
        return
    assert typed(shown(built.data)[0]) == typed(text.replace("\r\n", "\n").replace("\r", "\n"))


@many
@given(TEXTS)
def test_any_text_of_a_page_comes_out_unchanged_or_is_refused(text: str) -> None:
    """Nothing is dropped, doubled, decoded or run on its way through a template."""
    comes_out_or_is_refused(text)


@pytest.mark.parametrize("text", [MEGABYTE, "x" * 10_000_000, "{{ 1/0 }}" * 1000, "\x02turn:landscape\x03", "a\ud800b"])
def test_long_and_crafted_texts_of_a_page(text: str) -> None:
    """A megabyte is not cut, a tag in the data does not run, and no mark of ours can be forged."""
    comes_out_or_is_refused(text)


@many
@given(TEXTS)
def test_any_text_of_a_field_comes_out_unchanged_or_is_refused_with_its_place(text: str) -> None:
    """What is typed after a field's name is printed word for word, or a finding names the file and the line."""
    line = text.replace("\r", " ").replace("\n", " ").strip()
    (board, fault) = read(f"# Board: Test\narea: {line}\n")
    area = board.details.area if board else None
    if area is not None:
        assert typed(shown_area(board)) == typed(area)
    if area != line:
        assert fault or not line


def read(text: str) -> tuple[Board | None, bool]:
    """The board of one file of that text, and whether a finding names its second line or the file as a whole."""
    path = folder() / "records" / "board.md"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        board = bscb_docs.read_board(path.parent)
    except BscbDocsError:
        return None, True
    told = [finding for finding in board.findings if finding.place.file == "board.md"]
    return board, any(finding.place.line in (0, 2) or "area" in finding.message for finding in told)


def typed(text: str) -> str:
    """The text with straight quotation marks, as people type them: paper prints typographic ones."""
    return text.translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'})


def shown_area(board: Board | None) -> str:
    """The area as a document prints it."""
    assert board is not None
    words = board.details.area or ""
    return shown(bscb_docs.build(board_of(compiled("{{ words }}"), folder(), Words(words)), "one").data)[0]


@many
@given(TEXTS)
def test_any_prose_comes_out_unchanged_after_escape(text: str) -> None:
    """Words that are escaped are set as they are, whatever Markdown would make of them."""
    clean = "".join(c for c in " ".join(text.split()) if is_writable(c))
    clean = " ".join(clean.split())
    built = bscb_docs.build(
        board_of(compiled("{{p text | prose }}"), folder(), Words(text=Prose(escape(clean)))), "one"
    )
    assert typed("".join(shown(built.data))) == typed(clean)


@many
@given(TEXTS)
def test_any_prose_is_set_or_has_a_finding(text: str) -> None:
    """Prose as typed never ends in a traceback."""
    value = Prose(text, bscb_docs.Place("plan.md", 3))
    prose.findings(value)
    try:
        bscb_docs.build(board_of(compiled("{{p text | prose }}"), folder(), Words(text=value)), "one")
    except TemplateError:
        assert not is_writable(text.replace("\r", "")) or "\x02" in text


@many
@given(
    st.lists(
        st.sampled_from(["<a>", "</a>", "<b/>", '<c v="', '"/>', "x", "&amp;", "&", "<", ">", "\x01", "'"]), max_size=9
    )
)
def test_the_check_judges_markup_as_a_parser_does(pieces: list[str]) -> None:
    """Cutting out repeated blocks gives the answer that reading all of it gives."""
    block = f"<w:p><w:r><w:t>{''.join(pieces)}</w:t></w:r></w:p>"
    body = sound_docx.document(block * 2 + sound_docx.BODY.replace("It listens", "".join(pieces[::-1])))
    try:
        etree.fromstring(body.encode(), etree.XMLParser(huge_tree=True))
        sound = True
    except etree.XMLSyntaxError:
        sound = False
    found = check_bytes(sound_docx.packed(sound_docx.sound_parts() | {"word/document.xml": body.encode()}))
    assert ("DOCX-03" not in {finding.code for finding in found}) == sound


def mutate(data: bytes, cuts: list[tuple[int, int, bytes]]) -> bytes:
    """The bytes with stretches taken out, doubled or replaced."""
    for start, length, new in cuts:
        at = start % (len(data) + 1)
        data = data[:at] + new + data[at + length :]
    return data


CUTS = st.lists(
    st.tuples(
        st.integers(0, 1 << 20),
        st.integers(0, 40),
        st.binary(max_size=4)
        | st.sampled_from(
            [b"\n# ", b"\n## Action ", b"{#", b"}", b": ", b"|", b"- ", b"\x00", b"\xff", b"{{", b"{%", b"<!--"]
        ),
    ),
    min_size=1,
    max_size=6,
)
SOURCES = sorted(path for path in EXAMPLES.rglob("*") if path.suffix in {".md", ".csv", ".xlsx"})


@many
@given(st.sampled_from(SOURCES), CUTS)
def test_no_change_of_a_record_file_ends_in_a_traceback(source: Path, cuts: list[tuple[int, int, bytes]]) -> None:
    """Whatever is typed over, cut or pasted into a record file, it is read and built, or refused in words."""
    place = folder() / "mutated"
    place.mkdir(exist_ok=True)
    path = place / source.name
    path.write_bytes(mutate(source.read_bytes(), cuts))
    try:
        board = bscb_docs.read_board(place)
        bscb_docs.check(board)
        for name in ("business-improvement-plan", "overview-of-progress", "role-of-independent-chair"):
            bscb_docs.build(board, name)
    except BscbDocsError as fault:
        assert str(fault).strip()  # noqa: PT017  # either is right, a traceback is not
    finally:
        path.unlink()


PARTS = [
    "word/document.xml",
    "word/styles.xml",
    "word/numbering.xml",
    "word/_rels/document.xml.rels",
    "word/header1.xml",
]
PARTS += ["[Content_Types].xml", "word/settings.xml"]


@many
@given(part=st.sampled_from(PARTS), cuts=CUTS, inside=st.booleans(), as_house=st.booleans())
def test_no_change_of_a_word_file_ends_in_a_traceback(
    part: str, cuts: list[tuple[int, int, bytes]], *, inside: bool, as_house: bool
) -> None:
    """A template or house file with bytes changed, in a part or in the package, is used or refused in words."""
    parts = template(paragraph("{% for row in rows %}{{ row }}{% endfor %}")) if not as_house else house_parts()
    data = packed(parts | {part: mutate(parts[part], cuts)}) if inside else mutate(packed(parts), cuts)
    try:
        if as_house:
            place = folder() / "rehoused"
            place.mkdir(exist_ok=True)
            (place / "house.docx").write_bytes(data)
            (place / "board.md").write_text("# Board: T\n\n# Role: Chair\n\nWords.\n", encoding="utf-8")
            built = bscb_docs.build(bscb_docs.read_board(place), "role-of-independent-chair")
        else:
            built = bscb_docs.build(board_of(data, folder()), "one")
    except BscbDocsError as fault:
        assert str(fault).strip()  # noqa: PT017  # either is right, a traceback is not
    else:
        assert built.data
