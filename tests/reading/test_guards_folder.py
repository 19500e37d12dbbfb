"""A board's folder from outside: whatever lies in it is refused in words, in bounded time and memory, and never run."""

import io
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from bounded import bounded
from folders import TEMPLATES
from permissions import open_to_others
from word_files import png

import bscb_docs
from bscb_docs import BoardError, BscbDocsError, Prose, StoppedError
from bscb_docs.ooxml.pictures import PictureError, find_picture
from bscb_docs.prose import parse, plain

BOARD = "# Board: Test\n\n# Body: Executive Board\n"
SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
HEADER = b'<row r="1"><c r="A1" t="inlineStr"><is><t>body</t></is></c></row>'
END = b"</sheetData></worksheet>"
TEXT = b'<row><c t="inlineStr"><is><t>%s</t></is></c></row>'
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + b"".join(
    b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(12)
)


def workbook(sheet: bytes) -> bytes:
    """An Excel workbook with that as the XML of its one sheet, which is called Meetings."""
    stream, made = io.BytesIO(), io.BytesIO()
    book = openpyxl.Workbook()
    book.worksheets[0].title = "Meetings"
    book.save(stream)
    with zipfile.ZipFile(stream) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, sheet if name == "xl/worksheets/sheet1.xml" else source.read(name))
    return made.getvalue()


def declaring(size: int) -> Callable[[Path], object]:
    """A workbook that declares its sheet to unpack to that many bytes, whatever it holds."""

    def make(folder: Path) -> None:
        data = bytearray(workbook(SHEET + HEADER + END))
        name = data.rindex(b"xl/worksheets/sheet1.xml")  # of the zip's directory: 46 bytes stand before it
        data[name - 46 + 24 : name - 46 + 28] = size.to_bytes(4, "little")
        (folder / "meetings.xlsx").write_bytes(data)

    return make


def put(name: str, data: bytes | str) -> Callable[[Path], object]:
    """A file of those bytes."""
    return lambda folder: (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)


def sheet(inner: Callable[[], bytes], before: bytes = b"") -> Callable[[Path], object]:
    """A workbook of one sheet with such rows beneath its header, made when it is asked for."""
    return lambda folder: (folder / "meetings.xlsx").write_bytes(workbook(before + SHEET + HEADER + inner() + END))


def hollow(name: str, size: int) -> Callable[[Path], object]:
    """A file of that many bytes that takes no room on the disk."""

    def make(folder: Path) -> None:
        with (folder / name).open("wb") as stream:
            stream.truncate(size)

    return make


def link(name: str, target: str) -> Callable[[Path], object]:
    """A symbolic link."""
    return lambda folder: (folder / name).symlink_to(target)


def deep(folder: Path) -> None:
    """Folders within folders until no path can name the last."""
    opened = os.open(folder, os.O_RDONLY)
    for _ in range(40):
        os.mkdir("d" * 200, dir_fd=opened)
        inner = os.open("d" * 200, os.O_RDONLY, dir_fd=opened)
        os.close(opened)
        opened = inner
    os.close(opened)


HOSTILE: dict[str, tuple[Callable[[Path], object], str, str]] = {
    # what, how it is made, the code of its finding, the file that it names; "" where it is read without a finding
    "3,000 headings, each a hash deeper": (
        put("a.md", "".join(f"{'#' * n} Action A{n}\n\n" for n in range(1, 3000))),
        "REC-01",
        "a.md",
    ),
    "3,000 headings of one another's level": (put("a.md", "# Body: B\n" * 3000), "PLN-03", "a.md"),
    "3,000 points in one another": (put("a.md", "# Principle: P\n\n" + "- " * 3000 + "x\n"), "PRO-13", "a.md"),
    "3,000 numbers in one another": (put("a.md", "# Principle: P\n\n" + "1. " * 3000 + "x\n"), "PRO-13", "a.md"),
    "300 margins": (
        put("a.md", "# Principle: P\n\n" + "\n".join("  " * n + "- x" for n in range(300)) + "\n"),
        "PRO-13",
        "a.md",
    ),
    "5,000 brackets": (put("a.md", "# Principle: P\n\n" + "[" * 5_000 + "\n"), "", ""),
    "5,000 braces": (put("a.md", "# Principle: P\n\n" + "{{" * 5_000 + "\n"), "PRO-08", "a.md"),
    "a text file of 100 MB": (hollow("a.md", 100 * 2**20), "FIL-03", "a.md"),
    "a text file of 100 GB": (hollow("a.md", 100 * 2**30), "FIL-03", "a.md"),
    "a table of 100 MB": (hollow("meetings.csv", 100 * 2**20), "FIL-03", "meetings.csv"),
    "a workbook of 100 MB": (hollow("meetings.xlsx", 100 * 2**20), "FIL-03", "meetings.xlsx"),
    "a link to a file outside": (link("a.md", "/etc/passwd"), "FIL-04", "a.md"),
    "a link to a folder outside": (link("a", "/etc"), "FIL-04", "a"),
    "a link to the root by many steps": (link("a", "../" * 60), "FIL-04", "a"),
    "a link to nowhere": (link("a.md", "none.md"), "FIL-04", "a.md"),
    "a link to itself": (link("a.md", "a.md"), "FIL-04", "a.md"),
    "a link to the folder above it": (link("a", "."), "", ""),
    "folders too deep to name": (deep, "BoardError", ""),
    "a name that is no text": (put(os.fsdecode(b"\xff\xfe.md"), "# Body: B\n"), "", ""),
    "binary junk": (put("a.md", bytes(range(256)) * 100), "FIL-02", "a.md"),
    "junk without a NUL": (put("a.md", bytes(range(128, 256)) * 100), "FIL-01", "a.md"),
    "UTF-16 with its mark": (put("a.md", "# Body: B\n".encode("utf-16")), "FIL-01", "a.md"),
    "UTF-16 the other way": (put("a.md", b"\xfe\xff" + "# Body: B\n".encode("utf-16-be")), "FIL-01", "a.md"),
    "UTF-16 without its mark": (put("a.md", "# Body: B\n".encode("utf-16-le")), "FIL-02", "a.md"),
    "UTF-32": (put("a.md", "# Body: B\n".encode("utf-32")), "FIL-01", "a.md"),
    "a byte order mark": (put("a.md", b"\xef\xbb\xbf# Body: B\n"), "", ""),
    "line ends of Windows": (put("a.md", "# Body: B\r\n\r\n# Principle: P\r\n\r\nWords.\r\n"), "", ""),
    "line ends of old Macs": (put("a.md", "# Body: B\r\r# Principle: P\r\rWords.\r"), "", ""),
    "NULs": (put("a.md", "# Body: B\n\0\0\0"), "FIL-02", "a.md"),
    "a table with NULs": (put("meetings.csv", "body\nExecutive Board\0\n"), "FIL-02", "meetings.csv"),
    "a table's cell of 5 MB": (put("meetings.csv", "body,items\nExecutive Board," + "x" * 5_000_000 + "\n"), "", ""),
    "a quotation mark without its fellow": (put("meetings.csv", 'body\n"' + "x\n" * 100_000), "TAB-06", "meetings.csv"),
    "a web page of 200,000 stray signs": (put("a.htm", b"<html>" + b"<" * 200_000), "FIL-08", "a.htm"),
    "a workbook that unpacks to 300 MB": (sheet(lambda: bytes(300 * 2**20)), "FIL-03", "meetings.xlsx"),
    "a workbook that declares 3 GB": (declaring(3 * 10**9), "FIL-03", "meetings.xlsx"),
    "a workbook that declares less than it holds": (declaring(10), "FIL-02", "meetings.xlsx"),
    "a workbook's row a billion down": (
        sheet(lambda: b'<row r="99999999999"><c><v>1</v></c></row>'),
        "FIL-03",
        "meetings.xlsx",
    ),
    "a workbook's cells far to the right": (
        sheet(lambda: b'<row><c r="ZZZ1"/></row>' * 100_000),
        "FIL-03",
        "meetings.xlsx",
    ),
    "a workbook's row of ten million cells": (
        sheet(lambda: b"<row>" + b"<c/>" * 10_000_000 + b"</row>"),
        "FIL-03",
        "meetings.xlsx",
    ),
    "a workbook with entities in entities": (sheet(lambda: TEXT % b"&m;", ENTITIES + b"]>"), "FIL-02", "meetings.xlsx"),
    "a workbook with an outside entity": (
        sheet(lambda: TEXT % b"&m;", b'<!DOCTYPE x [<!ENTITY m SYSTEM "file:///etc/passwd">]>'),
        "FIL-02",
        "meetings.xlsx",
    ),
}


def board_with(make: Callable[[Path], object], folder: Path) -> Path:
    """A board's folder with one sound file, and what lies beside it."""
    board = folder / "board"
    board.mkdir(parents=True)
    (board / "board.md").write_text(BOARD, encoding="utf-8")
    make(board)
    return board


def tell_all(folder: Path) -> None:
    """Reads, checks and builds a board of each hostile kind, and prints what was found, a line of JSON each."""
    for number, (what, (make, _, _)) in enumerate(HOSTILE.items()):
        try:
            board = bscb_docs.read_board(board_with(make, folder / str(number)))
        except BoardError as fault:
            print(json.dumps([what, [["BoardError", "", str(fault), "-"]], False, []]))  # noqa: T201  # read back
            continue
        found = [[f.code, f.place.file, f.message, f.mend] for f in bscb_docs.check(board)]
        text = bscb_docs.build(board, "role-of-independent-chair").text
        held = [
            [type(record).__name__, getattr(record, "title", ""), plain(parse(getattr(record, "text", Prose(""))))]
            for record in board.records
        ]
        print(json.dumps([what, found, "root:" in text + repr(board.records), held]), flush=True)  # noqa: T201  # read back


Told = tuple[list[list[str]], bool, list[list[str]]]
"""Findings as code, file, message and mend; whether something outside was read; records as kind, title and text."""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Told]:
    """What was found and read of each hostile folder, in one process with bounded time and memory."""
    code = "from pathlib import Path\nfrom test_guards_folder import tell_all\ntell_all(Path(sys.argv[1]))"
    lines = bounded(__file__, code, tmp_path_factory.mktemp("hostile")).splitlines()
    return {what: (found, leaked, held) for what, found, leaked, held in map(json.loads, lines)}


@pytest.mark.slow
@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_folder_is_refused_in_words(what: str, told: dict[str, Told]) -> None:
    """The finding that names the file says what to do; what is no fault has no finding; nothing outside is read."""
    _, code, file = HOSTILE[what]
    found, leaked, _ = told[what]
    hits = [f for f in found if f[0] == code and f[1].startswith(file)]
    faults = [f for f in found if f[0][:3] in {"FIL", "REC", "PRO", "TAB", "TXT"}]
    assert (bool(hits), leaked) == (bool(code), False) if code else (faults, leaked) == ([], False)
    assert all(mend for *_, mend in hits) or code == "FIL-05"


@pytest.mark.slow
def test_a_workbook_that_is_refused_hides_no_other_file(told: dict[str, Told]) -> None:
    """It is refused alone; what else the folder holds is read, and the finding is one."""
    found, _, held = told["a workbook's row a billion down"]
    assert [f[1] for f in found if f[0] == "FIL-03"] == ["meetings.xlsx"]
    assert [title for kind, title, _ in held if kind == "Body"] == ["Executive Board"]


@pytest.mark.slow
@pytest.mark.parametrize("what", ["3,000 points in one another", "3,000 numbers in one another", "300 margins"])
def test_what_lies_too_deep_keeps_its_words(what: str, told: dict[str, Told]) -> None:
    """No form is set for it, and not a word of it is lost."""
    (text,) = [text for kind, _, text in told[what][2] if kind == "Principle"]
    assert text.endswith("x")
    assert text.count("x") == (300 if what == "300 margins" else 1)


@pytest.mark.slow
@pytest.mark.parametrize("what", ["line ends of Windows", "line ends of old Macs"])
def test_lines_end_as_any_machine_ends_them(what: str, told: dict[str, Told]) -> None:
    """The records are those of the same file with other line ends."""
    held = [(kind, title, text) for kind, title, text in told[what][2] if title in {"B", "P"}]
    assert held == [("Body", "B", ""), ("Principle", "P", "Words.")]


@pytest.mark.slow
def test_a_byte_order_mark_is_no_word(told: dict[str, Told]) -> None:
    """The first heading of the file is one."""
    assert ["Body", "B", ""] in told["a byte order mark"][2]


NAMES = ["../outside", "/tmp/outside", "a/b", "a/../../b", "..", ".hidden", "con", "x" * 300, "a\\b", "a b", "é"]  # noqa: S108


@pytest.mark.parametrize("name", NAMES)
def test_a_path_in_a_documents_name_leads_nowhere(name: str, tmp_path: Path) -> None:
    """The document lies in the folder asked for, under a name without a path, or is refused; nothing lies elsewhere."""
    register = put("documents.md", f"# Document {name}: One\nsection: cover\n")
    board = bscb_docs.read_board(board_with(register, tmp_path / "boards"))
    before = set(tmp_path.rglob("*"))
    for entry in board.documents:
        try:
            published = bscb_docs.publish(board, entry.id, tmp_path / "out" / "deep", pages=False)
        except BscbDocsError as fault:
            assert str(fault).endswith(".")  # noqa: PT017  # either is right, a file elsewhere is not
        else:
            assert published.saved.path.parent == tmp_path / "out" / "deep"
    new = set(tmp_path.rglob("*")) - before - {tmp_path / "out", tmp_path / "out" / "deep"}
    assert {path.parent for path in new} <= {tmp_path / "out" / "deep"}
    assert len(new) == len(board.documents) or name == "x" * 300


@pytest.mark.parametrize("name", ["../p.png", "/etc/passwd", "out.png", "folder/p.png", "C:p.png", "a\0b", "x" * 5000])
def test_a_picture_from_outside_is_never_read(name: str, tmp_path: Path) -> None:
    """Neither by a path nor by a link."""
    board = tmp_path / "board"
    board.mkdir()
    (tmp_path / "p.png").write_bytes(png())
    (board / "out.png").symlink_to(tmp_path / "p.png")
    (board / "folder").symlink_to(tmp_path)
    with pytest.raises(PictureError, match="board's folder"):
        find_picture(board, name)


RUNS = {
    "expressions in prose": put(
        "a.md", "# Principle: P\n\n{{ 7 * 191 }} {{ __import__('os').system('touch ran') }} {% set a = 1 %}\n"
    ),
    "formulas in a table": put("meetings.csv", "body,items\nExecutive Board,=7*191\n"),
    "Python in the folder": lambda folder: [
        (folder / f"{name}.py").write_text("open('ran', 'w')\nprint(7 * 191)\n")
        for name in ("conftest", "sitecustomize", "plugin", "board", "docx", "openpyxl", "lxml")
    ],
    "a plugin named by its file": lambda folder: [
        (folder / "plugin.py").write_text("open('ran', 'w')\nprint(7 * 191)\n"),
        (folder / "documents.md").write_text(
            "# Document one: One\nplugin: plugin\nplugin: plugin.py\nplugin: ./plugin.py\nsection: cover\n"
        ),
    ],
}


@pytest.mark.slow
@pytest.mark.parametrize("what", RUNS)
def test_records_run_no_code(what: str, tmp_path: Path) -> None:
    """Nothing in a board's folder is evaluated, imported or run, also with the folder as the place one stands in."""
    board = board_with(RUNS[what], tmp_path)
    code = (
        "import os\nos.chdir(sys.argv[1])\nsys.path[:] = [p for p in sys.path if p]\nimport bscb_docs\n"
        "board = bscb_docs.read_board('.')\nprint(*bscb_docs.check(board))\n"
        "print(bscb_docs.build(board, 'business-improvement-plan').text, board.records)\nprint(os.path.exists('ran'))"
    )
    said = bounded(__file__, code, board)
    assert said.splitlines()[-1] == "False"
    assert "1337" not in said


def test_what_a_link_leads_to_stops_a_document_for_approval(tmp_path: Path) -> None:
    """A house.docx that lies elsewhere can change unseen: the finding stops what is for approval."""
    outside = tmp_path / "house.docx"
    outside.write_bytes((TEMPLATES / "house.docx").read_bytes())
    board = board_with(link("house.docx", str(outside)), tmp_path)
    (board / "documents.md").write_text(
        "# Document one: One\nsection: cover\n\n# Issue one 1.0\nstate: for approval\n", encoding="utf-8"
    )
    with pytest.raises(StoppedError) as stopped:
        bscb_docs.publish(bscb_docs.read_board(board), "one", tmp_path / "out", pages=False)
    assert [str(f.place) for f in stopped.value.findings if f.code == "FIL-04"] == ["house.docx"]


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    """The finding says whom to ask, and the rest of the folder is read."""
    board = board_with(put("a.md", "# Body: B\n"), tmp_path)
    (board / "a.md").chmod(0o000 if os.geteuid() else 0o600)
    open_to_others(board)
    code = (
        "import os, bscb_docs\nbscb_docs.check(bscb_docs.read_board(sys.argv[1]))  # what is imported when needed\n"
        "if os.geteuid() == 0: os.setuid(65534)\n"
        "for f in bscb_docs.read_board(sys.argv[1]).findings: print(f.code, f.place, f.mend)"
    )
    said = bounded(__file__, code, board)
    assert said.startswith("FIL-05 a.md Close it in other programs, and ask whoever keeps the folder")
    assert len(said.splitlines()) == 1


def test_a_folder_of_nothing_but_links_out_holds_no_records(tmp_path: Path) -> None:
    """It is told as empty, and nothing elsewhere is read."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "a.md").write_text("# Board: Elsewhere\n", encoding="utf-8")
    (tmp_path / "board").mkdir()
    (tmp_path / "board" / "a.md").symlink_to(tmp_path / "elsewhere" / "a.md")
    with pytest.raises(BoardError, match="holds no records"):
        bscb_docs.read_board(tmp_path / "board")
