"""Pictures in prose: a PNG or JPEG of the board's folder is set, and of any other its own line tells why not."""

import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import one_section
import pytest
from PIL import ExifTags, Image, PngImagePlugin
from programs import require, require_module
from small_boards import BOARD, NARRATIVE
from word_files import png, unpacked

import bscb_docs
from bscb_docs import BuiltDocument, PictureFile
from bscb_docs.ooxml.house_file import load_house_file
from bscb_docs.ooxml.picture_markup import EMU_PER_TWIP
from bscb_docs.ooxml.pictures import PictureError, fit_picture, printable, upright
from bscb_docs.pdf import make_pdfs
from bscb_docs.word_writer.typesetting.composer import Composer
from bscb_docs.word_writer.typesetting.tables_and_pictures import draw_picture

GIF = b"GIF89a\1\0\1\0\x80\0\0\xff\xff\xff\0\0\0!\xf9\4\0\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0;"


def built(folder: Path, data: bytes | None, source: str = "p.png", shows: str = "A red square") -> BuiltDocument:
    """A document with one picture, whose file holds those bytes, and what is typed of what it shows."""
    board = folder / "board"
    board.mkdir()
    if data is not None:
        (board / source).write_bytes(data)
    (board / "board.md").write_text(BOARD, encoding="utf-8")
    (board / "documents.md").write_text("# Document one: One\nsection: narrative\n", encoding="utf-8")
    text = NARRATIVE.format(name="one") + f"\n![{shows}]({source})\n\nAfter it.\n"
    (board / "report.md").write_text(text, encoding="utf-8")
    return bscb_docs.build(bscb_docs.read_board(board), "one")


@pytest.mark.parametrize(
    ("data", "message", "mend"),
    [
        (GIF, "is no PNG or JPEG file", "Save it as PNG."),
        (b"no picture", "is no PNG or JPEG file", "Save it as PNG."),
        (b"", "is no PNG or JPEG file", "Save it as PNG."),
        (png()[:40], "is damaged or was not copied whole", "Save it again as PNG."),
        (png()[:20], "is damaged or was not copied whole", "Save it again as PNG."),
        (png(0, 0), "is damaged or was not copied whole", "Save it again as PNG."),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "is damaged or was not copied whole", "Save it again as PNG."),
        (png() + bytes(20_000_001), "is larger than 20 MB", "Make it smaller, 2,000 pixels wide at most."),
        (None, "is not in the board's folder", "Put it there, or mend its name."),
    ],
)
def test_a_picture_that_cannot_be_set_is_told_at_its_line(
    data: bytes | None, message: str, mend: str, tmp_path: Path
) -> None:
    """What is wrong with it and what to do, where it was written; the draft is made without it."""
    document = built(tmp_path, data)
    found = [(str(f.place), f.code, f.message, f.mend) for f in document.findings]
    assert found == [("report.md:8:1", "PRO-10", f'The picture "p.png" {message}.', mend)]
    assert "After it." in document.text


def test_a_picture_outside_the_folder_is_told_so(tmp_path: Path) -> None:
    """A path that leads out is not called missing, and what lies there is never read."""
    (tmp_path / "p.png").write_bytes(png())
    document = built(tmp_path, None, "../p.png")
    assert [f.message for f in document.findings] == ['The picture "../p.png" lies outside the board\'s folder.']


def test_a_whole_picture_is_set(tmp_path: Path) -> None:
    """A PNG goes in as it is, whatever its name says."""
    document = built(tmp_path, png(), "p.jpg")
    assert [f.code for f in document.findings if f.stops] == []
    assert [data for name, data in document.assembled.parts.items() if "/media/" in name] == [png()]
    assert len(document.to_docx().inline_shapes) == 1


@pytest.mark.parametrize(("told", "inches"), [(None, 72), ((72, 72), 72), ((300, 150), 300), ((0.4, 0.4), 96)])
def test_a_png_is_as_wide_as_it_says(told: tuple[float, float] | None, inches: int) -> None:
    """By its points to an inch: 72 where it tells of none, 96 where it tells of fewer than one."""
    file = BytesIO()
    Image.new("RGB", (288, 144)).save(file, "PNG", **({"dpi": told} if told else {}))
    assert fit_picture(file.getvalue(), 9000).width == round(288 * 1440 / inches)


def test_a_png_is_measured_without_python_docx(tmp_path: Path) -> None:
    """A logo or a chart wakes a hundred modules less: a short paper would wait for them as long as for itself."""
    (tmp_path / "p.png").write_bytes(png())
    script = (
        "import sys; from pathlib import Path; from bscb_docs.ooxml.pictures import fit_picture, printable\n"
        "print(fit_picture(printable(Path(sys.argv[1]).read_bytes()), 9000).file_name, *sys.modules)"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "p.png")]
    name, *modules = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert name.endswith(".png")
    assert {"docx", "lxml"}.isdisjoint(module.partition(".")[0] for module in modules)


def photograph(orientation: int) -> bytes:
    """A JPEG of 40 by 20 points as a camera writes it that was held so."""
    taken, note, file = Image.new("RGB", (40, 20)), Image.Exif(), BytesIO()
    note[ExifTags.Base.Orientation] = orientation
    taken.save(file, "JPEG", exif=note, dpi=(300, 300))
    return file.getvalue()


@pytest.mark.parametrize(("orientation", "size"), [(1, (40, 20)), (3, (40, 20)), (6, (20, 40)), (8, (20, 40))])
def test_a_photograph_stands_upright(orientation: int, size: tuple[int, int], tmp_path: Path) -> None:
    """Its points are turned as the camera noted: Word and LibreOffice would print it on its side."""
    document = built(tmp_path, photograph(orientation))
    (data,) = [data for name, data in document.assembled.parts.items() if "/media/" in name]
    with Image.open(BytesIO(data)) as image:
        assert (image.size, image.info["dpi"]) == (size, (300, 300))
        assert image.getexif().get(ExifTags.Base.Orientation, 1) == 1
    assert b" rot=" not in unpacked(document.data)["word/document.xml"]


def test_a_damaged_photograph_is_told(tmp_path: Path) -> None:
    """Bytes that cannot be turned are no picture that can be set."""
    whole = photograph(6)
    document = built(tmp_path, whole[: len(whole) // 2] + b"\xff\xd9")
    assert [f.message for f in document.findings] == ['The picture "p.png" is damaged or was not copied whole.']


def set_or_told(data: bytes) -> str:
    """The ending of the picture that those bytes are, or that they are told of."""
    try:
        return fit_picture(printable(upright(data)), 9000).file_name[-4:]
    except PictureError:
        return "told"


def test_no_bytes_of_a_picture_break_the_build() -> None:
    """A PNG cut or changed anywhere is set or told of, and never ends the run."""
    whole, seen = png(), set()
    for place in range(len(whole)):
        for data in (whole[:place], whole[:place] + b"\xff" + whole[place + 1 :], whole[:place] + whole[place + 4 :]):
            seen.add(set_or_told(data))
    assert seen == {".png", "told"}


def noted_photograph(**more: Any) -> bytes:
    """A JPEG as a telephone writes it: with its place, words of other programs, and more after its end."""
    note, file = Image.Exif(), BytesIO()
    note.update({ExifTags.Base.Make: "Maker", ExifTags.Base.XResolution: 300.0, ExifTags.Base.YResolution: 300.0})
    note[ExifTags.Base.ResolutionUnit] = 2  # to an inch
    note.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: (52.0, 28.0, 59.0), 3: "W", 4: (1.0, 53.0, 37.0)})
    Image.effect_noise((40, 20), 60).save(file, "JPEG", exif=note, xmp=b"<x>Maker</x>", comment=b"Maker", **more)
    whole = file.getvalue()
    size_note = whole.index(b"JFIF") - 4  # no telephone writes one: points to an inch stand in the camera's note
    length = 2 + int.from_bytes(whole[size_note + 2 : size_note + 4])
    caption = b"\xff\xed\0\x1cPhotoshop 3.0\x008BIM Maker.."
    return whole[:size_note] + caption + whole[size_note + length :] + b"Maker"


@pytest.mark.parametrize("more", [{}, {"progressive": True}, {"icc_profile": b"profile"}])
def test_a_photograph_tells_nobody_where_it_was_taken(more: dict[str, Any], tmp_path: Path) -> None:
    """Its place, camera and captions are in no part of the document; its points are as they were."""
    taken = noted_photograph(**more)
    document = built(tmp_path, taken)
    (data,) = [data for name, data in document.assembled.parts.items() if "/media/" in name]
    with Image.open(BytesIO(taken)) as before, Image.open(BytesIO(data)) as after:
        assert before.getexif().get_ifd(ExifTags.IFD.GPSInfo)
        assert after.getexif().get_ifd(ExifTags.IFD.GPSInfo) == {}
        assert after.tobytes() == before.tobytes()
        assert after.info.get("icc_profile") == before.info.get("icc_profile")
        assert after.info["dpi"] == (300, 300)
    assert b"Maker" in taken
    assert b"Maker" not in data


def test_a_drawing_tells_nobody_who_drew_it(tmp_path: Path) -> None:
    """The texts of a PNG, its time and what stands after its end are left out; its points are as they were."""
    texts, note, file = PngImagePlugin.PngInfo(), Image.Exif(), BytesIO()
    texts.add_text("Author", "Maker")
    texts.add_itxt("XML:com.adobe.xmp", "<x>Maker</x>")
    note[ExifTags.Base.Make] = "Maker"
    Image.new("P", (40, 20), 3).save(file, "PNG", pnginfo=texts, exif=note, dpi=(300, 300), transparency=3)
    document = built(tmp_path, file.getvalue() + b"Maker")
    (data,) = [data for name, data in document.assembled.parts.items() if "/media/" in name]
    with Image.open(file) as before, Image.open(BytesIO(data)) as after:
        assert after.convert("RGBA").tobytes() == before.convert("RGBA").tobytes()
        assert round(after.info["dpi"][0]) == 300
    assert b"Maker" not in data


def test_no_bytes_of_a_photograph_break_the_build() -> None:
    """A JPEG cut or changed anywhere is set or told of, and never ends the run."""
    whole, seen = noted_photograph(), set()
    for place in range(0, len(whole), 3):
        for data in (whole[:place], whole[:place] + b"\xff" + whole[place + 1 :], whole[:place] + whole[place + 4 :]):
            seen.add(set_or_told(data))
    assert seen == {".jpg", "told"}


def test_a_damaged_logo_leaves_the_cover_without_it(tmp_path: Path) -> None:
    """What a page brings and cannot be set is a finding too, and the cover's words stand."""
    (tmp_path / "logo.png").write_bytes(GIF)
    (tmp_path / "board.md").write_text("# Board: Board of a Test\nlogo: logo.png\n", encoding="utf-8")
    (tmp_path / "documents.md").write_text("# Document one: One\nsection: cover\n", encoding="utf-8")
    document = bscb_docs.build(bscb_docs.read_board(tmp_path), "one")
    message = 'The picture "Logo of Board of a Test" is no PNG or JPEG file.'
    assert [(f.code, f.message) for f in document.findings] == [("PRO-10", message)]
    assert "Title | One" in document.text


def test_a_picture_that_says_nothing_is_marked_as_decoration(tmp_path: Path) -> None:
    """Word tells screen readers to pass over it; the check of documents asks for no text then."""
    document = built(tmp_path, png(), shows="Decorative")
    assert (document.findings, "Picture | [picture: decoration]" in document.text) == ((), True)
    assert b'decorative" val="1"/>' in unpacked(document.data)["word/document.xml"]


@pytest.mark.slow
def test_decoration_is_no_part_of_the_text_in_the_pdf(tmp_path: Path) -> None:
    """The checker of PDF/UA-1 would ask for the text of each tagged figure; the picture is printed all the same."""
    require("soffice")
    document = built(tmp_path, png(), shows="decorative")
    (pdf,) = make_pdfs({"one": document.data}).values()
    report = require_module("page", "page-validation").validate_pdf_bytes(pdf, profile="ua1")
    assert [f"{failure.rule_id}: {failure.message}" for failure in report.failures] == []
    assert b"/Subtype /Image" in pdf


def test_a_picture_is_no_wider_than_the_text(tmp_path: Path) -> None:
    """A page may ask for more than the column is wide."""
    page = one_section.Words(rows=(PictureFile(png(4000, 10), "A line", 40.0),))  # type: ignore[arg-type]  # any page may
    found = one_section.build(one_section.paragraph("{{p rows | picture }}"), tmp_path, page)
    extent = re.search(rb'<wp:extent cx="(\d+)"', unpacked(found.data)["word/document.xml"])
    assert extent
    assert int(extent[1]) == load_house_file().text_width * EMU_PER_TWIP


COVER = """# Board: Harrowmere
logo: logo.png
logo text: Harrowmere

# Organisation: Harrowmere Council
logo: one.png

# Organisation: Harrowmere Constabulary
logo: two.png

# Organisation: Harrowmere Youth Justice Service

# Document one: One
cover picture: valley.png
section: cover
"""


def cover_of(folder: Path, board: str, *pictures: str) -> BuiltDocument:
    """The document of a board of that text, in whose folder those pictures are."""
    (folder / "board.md").write_text(board, encoding="utf-8")
    for width, name in enumerate(pictures, 4):
        (folder / name).write_bytes(png(width))
    return bscb_docs.build(bscb_docs.read_board(folder), "one")


def test_the_cover_has_its_picture_and_the_logos_of_partners_in_a_row(tmp_path: Path) -> None:
    """A picture without a text is decoration; a logo that reads as the board's name stands in its place."""
    document = cover_of(tmp_path, COVER, "logo.png", "one.png", "two.png", "valley.png")
    lines = document.text.splitlines()
    assert document.findings == ()
    assert lines[:2] == ["Picture | [picture: Harrowmere]", "Title | One"]
    assert "Cover Picture | [picture: decoration]" in lines
    logos = "[picture: Logo of Harrowmere Council] [picture: Logo of Harrowmere Constabulary]"
    assert f"Cover Logos | {logos}" in [line.replace("\N{EM SPACE}", " ") for line in lines]


def test_a_cover_without_pictures_has_no_gap_for_them(tmp_path: Path) -> None:
    """Not one paragraph stands where they would."""
    document = cover_of(tmp_path, "# Board: Harrowmere\n\n# Document one: One\nsection: cover\n")
    assert document.text.splitlines()[:3] == [
        "Cover Board | Harrowmere",
        "Title | One",
        "Draft Mark | DRAFT version 0.1",
    ]


def test_a_picture_that_a_card_names_is_asked_for_at_its_line(tmp_path: Path) -> None:
    """The logo of a partner and the picture of a cover are looked for as the board's own logo is."""
    (tmp_path / "board.md").write_text(COVER, encoding="utf-8")
    found = [(finding.code, finding.place.line) for finding in bscb_docs.read_board(tmp_path).findings]
    assert found == [("PRO-10", 2), ("PRO-10", 6), ("PRO-10", 9), ("PRO-10", 14)]


def height_of(markup: str) -> float:
    """The twips that the picture in some WordprocessingML is high."""
    extent = re.search(r'<wp:extent cx="\d+" cy="(\d+)"', markup)
    assert extent
    return int(extent[1]) / EMU_PER_TWIP


@pytest.mark.parametrize(("words", "height"), [(2, 10_000), (150, 7_000)], ids=["a short caption", "a long one"])
def test_a_tall_picture_leaves_room_for_its_caption(words: int, height: int, tmp_path: Path) -> None:
    """It is made smaller, so that it stands on one page with its caption, and a heading above it."""
    (tmp_path / "p.png").write_bytes(png(400, 2_000))
    (tmp_path / "board.md").write_text(BOARD, encoding="utf-8")
    (tmp_path / "documents.md").write_text("# Document one: One\nsection: narrative\n", encoding="utf-8")
    text = NARRATIVE.format(name="one") + f"\nCaption: {' '.join(['agencies'] * words)}\n\n![A tower](p.png)\n"
    (tmp_path / "report.md").write_text(text, encoding="utf-8")
    written = bscb_docs.build(bscb_docs.read_board(tmp_path), "one")
    assert height - 600 < height_of(unpacked(written.data)["word/document.xml"].decode()) <= height


def test_a_picture_is_no_higher_than_its_page() -> None:
    """A page on its side is low: LibreOffice would cut off what does not fit, and Word push it to a page of its own."""
    composer = Composer(load_house_file())
    composer.width = composer.house.landscape_width
    drawn = draw_picture(composer, png(400, 2_000), "A tower", composer.width, 12_000)
    assert height_of(drawn) < composer.house.landscape_height - 1_200
