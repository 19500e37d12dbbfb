"""The looks that a board may take: each has all that the default has, is read by everybody, and builds every paper."""

import io
import shutil
from pathlib import Path
from typing import Any

import docx
import pytest
from click.testing import CliRunner
from programs import require, require_module
from screen_reader import pages_in

from bscb_docs import document_names, publish, publish_pack, read_board
from bscb_docs.authoring import Look, looks, write_look
from bscb_docs.cli import main
from bscb_docs.diagnostics.errors import SavingError
from bscb_docs.ooxml.house_file import load_house_file, read_house_file
from bscb_docs.ooxml.theme import ACCENTS, contrast
from bscb_docs.template_check.inspection import inspect_template
from bscb_docs.template_check.style_contrast import faint_styles

LOOKS = {look.name: look for look in looks()}
LISTS = ("Aside", "List", "Paragraph", "Subparagraph", "Table")
EXAMPLES = (Path("examples/birmingham"), Path("examples/harrowmere"))

every_look = pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)


def in_look(example: Path, look: Look, folder: Path) -> Path:
    """An example board that brings this look."""
    board = Path(shutil.copytree(example, folder / example.name))
    write_look(look, board)
    return board


def test_the_list_says_of_each_what_it_is() -> None:
    """It is made of the files that there are, the default first; no two say the same."""
    assert list(LOOKS) == ["house", *sorted(set(LOOKS) - {"house"})]
    assert len({look.about for look in LOOKS.values()}) == len(LOOKS) > 3
    listed = CliRunner().invoke(main, ["looks"]).output
    assert all(f"{look.name}\t{look.about}" in listed for look in LOOKS.values())


@every_look
def test_a_look_has_what_the_default_has(look: Look) -> None:
    """Only what is seen differs. Where this fails: bscb-docs template complete templates/looks/*.docx."""
    house, own = load_house_file(), read_house_file(look.data, look.name)
    assert sorted(own.styles) == sorted(house.styles)
    assert (own.levels, own.abstract_numbers) == (house.levels, house.abstract_numbers)
    assert (own.text_width, own.landscape_width, sorted(own.parts)) == (
        house.text_width,
        house.landscape_width,
        sorted(house.parts),
    )


def read_styles(look: Look, path: str) -> list[Any]:
    """What stands in the styles of a look under that path."""
    found: list[Any] = docx.Document(io.BytesIO(look.data)).styles.element.xpath(path)
    return found


@every_look
def test_a_point_below_a_point_stands_further_in(look: Look) -> None:
    """In every list of the look the words of a second level begin to the right of those of the first."""
    styles = {style.name: style for style in docx.Document(io.BytesIO(look.data)).styles}
    below = {name: name.removesuffix(" 2") for name in styles if name.endswith(" 2") and name.startswith(LISTS)}
    assert len(below) > len(LISTS)
    for second, first in below.items():
        left, right = (styles[name].paragraph_format.left_indent for name in (first, second))
        assert (second, left < right) == (second, True)


@every_look
def test_every_style_stands_out_from_what_is_behind_it(look: Look) -> None:
    """4.5 to 1 by WCAG 2.2, and 7 to 1 in the look that says so; tints behind callouts and rows are counted too."""
    house = read_house_file(look.data, look.name)
    names = [style.name for style in house.styles.values() if style.kind != "numbering"]
    assert list(faint_styles(house, names)) == []
    tint, least = house.theme.said("background 2"), 7 if look.name == "high-contrast" else 4.5
    assert [name for name in ACCENTS if contrast(house.theme.said(name), tint) < least] == []


@every_look
def test_no_white_line_shows_between_the_cells_of_a_head(look: Look) -> None:
    """On a screen two shades beside each other leave a seam: a line of their own colour lies over it."""
    (head,) = read_styles(look, 'w:style[w:name/@w:val="Board Table"]/w:tblStylePr[@w:type="firstRow"]/w:tcPr')
    assert head.xpath("w:tcBorders/w:insideV/@w:color") == head.xpath("w:shd/@w:fill") != []


@every_look
def test_template_check_finds_nothing_in_a_look(look: Look) -> None:
    """Its colours are told apart without red, green or blue: statuses and priorities do not hang on signs alone."""
    assert inspect_template(look.data, "house.docx", None, load_house_file()) == ()


@every_look
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_every_document_is_sound_in_every_look(look: Look, example: Path, tmp_path: Path) -> None:
    """What a look changes brings no finding; those of the records are accepted or asked for in the example."""
    board = read_board(in_look(example, look, tmp_path))
    published = publish_pack(board, document_names(board), tmp_path / "out", pages=False)
    assert [finding for each in published for finding in each.built.findings] == []


@pytest.mark.slow
@every_look
def test_a_report_in_every_look_is_accessible_as_pdf(look: Look, tmp_path: Path) -> None:
    """PDF/UA-1, by a checker that is not ours."""
    require("soffice")
    pdf = publish(read_board(in_look(EXAMPLES[1], look, tmp_path)), "accountability-report", tmp_path, pdf=True).pdf
    assert pdf
    report = require_module("page", "page-validation").validate_pdf_bytes(pdf.read_bytes(), profile="ua1")
    assert [f"{failure.rule_id}: {failure.message}" for failure in report.failures] == []


@pytest.mark.slow
@every_look
def test_the_plan_on_a_page_is_one_page_in_every_look(look: Look, tmp_path: Path) -> None:
    """What does not fit beside larger letters stands in fewer words."""
    require("soffice")
    published = publish(read_board(in_look(EXAMPLES[1], look, tmp_path)), "plan-on-a-page", tmp_path, pdf=True)
    assert published.pdf
    assert pages_in(published.pdf.read_bytes()) == 1


def test_new_house_writes_the_look_into_the_board(tmp_path: Path) -> None:
    """It is the very file, and never over one that is there; a name that there is not is answered."""
    done = CliRunner().invoke(main, ["new", "house", str(tmp_path), "--look", "warm"])
    assert (done.exit_code, (tmp_path / "house.docx").read_bytes()) == (0, LOOKS["warm"].data)
    unknown = CliRunner().invoke(main, ["new", "house", str(tmp_path), "--look", "loud"])
    assert "there is no look called loud; `bscb-docs looks` lists them" in unknown.output
    with pytest.raises(SavingError, match="is there already"):
        write_look(LOOKS["sober"], tmp_path)
