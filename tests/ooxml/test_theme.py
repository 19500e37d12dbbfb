"""The theme is the one place of the look: what is changed there is changed everywhere, in Word and on paper."""

import re
import shutil
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest
from programs import require, require_module
from word_files import packed, unpacked

from bscb_docs import build, publish, read_board
from bscb_docs.diagnostics.errors import TemplateError
from bscb_docs.ooxml.house_file import read_house_file
from bscb_docs.ooxml.theme import Theme

HARROWMERE = Path("examples/harrowmere")
HOUSE = (files("bscb_docs.templates") / "house.docx").read_bytes()
THEME = "word/theme/theme1.xml"
OLD = {
    "dk2": "123F5A",
    "lt2": "EAF1F4",
    "accent1": "123F5A",
    "accent2": "00706E",
    "accent3": "7D3FAE",
    "accent4": "9C4200",
}
OLD |= {"accent5": "56704A", "accent6": "700008", "hlink": "0B4F8A"}
NEW = {
    "dk2": "4A1030",
    "lt2": "F7ECE0",
    "accent1": "4A1030",
    "accent2": "7A3300",
    "accent3": "33335C",
    "accent4": "5C4A00",
}
NEW |= {"accent5": "1F4D2B", "accent6": "A00030", "hlink": "2A2A90"}


def rethemed(data: bytes) -> bytes:
    """A Word file whose theme alone has other colours and another font."""
    parts = unpacked(data)
    theme = parts[THEME].decode().replace('typeface="Arial"', 'typeface="DejaVu Sans"')
    for slot, colour in NEW.items():
        theme = re.sub(rf'(<a:{slot}><a:srgbClr val=")[0-9A-F]{{6}}', rf"\g<1>{colour}", theme)
    return packed({**parts, THEME: theme.encode()})


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An example board that brings a house file of its own, whose theme was changed and nothing else."""
    folder = tmp_path_factory.mktemp("rethemed") / "board"
    shutil.copytree(HARROWMERE, folder)
    (folder / "house.docx").write_bytes(rethemed(HOUSE))
    return folder


@pytest.mark.parametrize(
    ("colour", "tint", "shade", "expected"),
    [
        ("4F81BD", "99", "", "95B3D7"),
        ("1F497D", "99", "", "558ED5"),
        ("4F81BD", "", "BF", "376092"),
        ("", "99", "", ""),
    ],
)
def test_tints_and_shades_are_those_of_word(colour: str, tint: str, shade: str, expected: str) -> None:
    """Word keeps the hue and the saturation; its own whole numbers differ from these by one at most."""
    assert Theme("", "", {"accent1": colour}).colour("accent1", tint, shade) == expected


def test_a_house_file_says_beside_each_theme_name_what_it_stands_for() -> None:
    """LibreOffice reads the colour beside the name; one that a changed theme had left behind is written anew."""
    house = read_house_file(rethemed(HOUSE), "house.docx")
    assert house.style("Heading 1").run["colour"] == NEW["accent1"]
    assert house.style("Title").run["font"] == "DejaVu Sans"
    assert house.style("Priority 2").run["shade"] == NEW["accent2"]
    assert NEW["accent1"].encode() in house.parts["word/numbering.xml"]


def test_what_says_no_theme_name_stays_as_it_is() -> None:
    """A colour that somebody chose outside the theme is theirs."""
    parts = unpacked(HOUSE)
    styles = parts["word/styles.xml"].decode().replace(' w:themeColor="accent6"', "").replace(OLD["accent6"], "8A1538")
    house = read_house_file(packed({**unpacked(rethemed(HOUSE)), "word/styles.xml": styles.encode()}), "house.docx")
    assert house.style("Draft Mark").run["colour"] == "8A1538"


def test_no_old_colour_is_left_in_a_document(board: Path) -> None:
    """Headings, numbers, bands, table heads, links, status signs and priorities have the new colours, in every part."""
    built = build(read_board(board), "overview-of-progress")
    parts = unpacked(built.data)
    left = {
        (name, old)
        for name, part in parts.items()
        if name.endswith(".xml")
        for old in OLD.values()
        if old.encode() in part
    }
    assert (left, built.findings) == (set(), ())
    assert b"Arial" not in parts[THEME]
    assert re.search(
        rb'w:name w:val="Status Stuck"/>.*?w:color w:val="A00030" w:themeColor="accent6"', parts["word/styles.xml"]
    )


@pytest.mark.slow
def test_no_old_colour_is_left_on_paper(board: Path, tmp_path: Path) -> None:
    """The pages of the PDF, the picture of progress among them, show the new colours alone."""
    require("soffice")
    pdfium = require_module("pypdfium2", "pypdfium2")
    publish(read_board(board), "overview-of-progress", tmp_path, pdf=True)
    (pdf,) = tmp_path.glob("*.pdf")
    seen: Counter[bytes] = Counter()
    for page in pdfium.PdfDocument(pdf):
        pixels = bytes(page.render(scale=1, rev_byteorder=True).buffer)
        seen.update(pixels[at : at + 3] for at in range(0, len(pixels), len(pixels) // (len(pixels) // 3)))
    assert [old for old in OLD.values() if seen[bytes.fromhex(old)]] == []
    assert all(seen[bytes.fromhex(NEW[slot])] for slot in ("accent1", "accent2", "accent6"))


def test_a_damaged_house_is_no_fault_of_the_section_that_draws_in_its_look(board: Path, tmp_path: Path) -> None:
    """The picture of progress is the first to ask for the look; no plugin is blamed."""
    folder = Path(shutil.copytree(board, tmp_path / "board"))
    (folder / "house.docx").write_bytes(b"no Word file")
    with pytest.raises(TemplateError, match=r"^the board's house\.docx is no Word file"):
        build(read_board(folder), "overview-of-progress")
