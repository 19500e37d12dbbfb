"""A board's house file gains what the library's own has gained since, and keeps all that is its own."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from folders import EXAMPLES
from programs import sdk_errors
from template_samples import replaced
from word_files import packed, unpacked

from bscb_docs import build, document_names, publish_pack, read_board
from bscb_docs.authoring.complete_house import complete_file
from bscb_docs.authoring.new_board import looks
from bscb_docs.cli import main
from bscb_docs.diagnostics.errors import TemplateError
from bscb_docs.ooxml.house_file import load_house_file, read_house_file

HOUSE = next(look.data for look in looks())
LOST = ("Aside Bullet", "Priority 2", "Callout Heading", "footnote text", "Board Table")


def older(data: bytes) -> bytes:
    """The house file as it was before it had those styles, a list for points set apart, and places for notes."""
    parts = {name: part for name, part in unpacked(data).items() if "notes" not in name}
    styles = parts["word/styles.xml"].decode()
    for name in LOST:
        styles = re.sub(rf'<w:style (?:(?!<w:style ).)*?<w:name w:val="{name}"/>.*?</w:style>', "", styles)
    relations = "word/_rels/document.xml.rels"
    kept = [line for line in parts[relations].decode().split("<") if "notes" not in line]
    return packed({**parts, "word/styles.xml": styles.encode(), relations: "<".join(kept).encode()})


@pytest.fixture
def board(tmp_path: Path) -> Path:
    """An example board with an older house file, in which it changed the colour of a style."""
    folder = Path(shutil.copytree(EXAMPLES / "harrowmere", tmp_path / "board"))
    changed = replaced("word/styles.xml", ' w:themeColor="accent6"', "", older(HOUSE))
    (folder / "house.docx").write_bytes(changed)
    return folder


def test_what_is_lacking_is_joined_and_named(board: Path) -> None:
    """Every style counts and looks as the library's does; a second run changes nothing."""
    file = board / "house.docx"
    assert complete_file(file) == (
        *(f"the style {name}" for name in ordered()),
        "the place for footnotes",
        "the place for endnotes",
    )
    own, whole = read_house_file(file.read_bytes(), "house.docx"), load_house_file()
    assert sorted(own.styles) == sorted(whole.styles)
    assert own.levels[own.place_in_list("Aside Bullet")].text == whole.levels[whole.place_in_list("Aside Bullet")].text
    assert own.styles["priority 2"].run == whole.styles["priority 2"].run
    done = file.read_bytes()
    assert (complete_file(file), file.read_bytes()) == ((), done)


def ordered() -> list[str]:
    """The lost styles in the order of the library's file."""
    names = re.findall(r'<w:name w:val="([^"]*)"/>', unpacked(HOUSE)["word/styles.xml"].decode())
    return [name for name in names if name in LOST]


def test_what_a_board_changed_stays(board: Path) -> None:
    """A style that is there is never taken from the library."""
    styles = unpacked((board / "house.docx").read_bytes())["word/styles.xml"]
    assert complete_file(board / "house.docx")
    assert unpacked((board / "house.docx").read_bytes())["word/styles.xml"].startswith(styles[:2000])
    assert b'w:themeColor="accent6"' not in unpacked((board / "house.docx").read_bytes())["word/styles.xml"]


def test_every_document_is_built_in_a_completed_house(board: Path, tmp_path: Path) -> None:
    """Before, the first that needs a lost style says so; after, there is no finding."""
    with pytest.raises(TemplateError, match=r"the board's house\.docx (has no style|does not have)"):
        build(read_board(board), "accountability-report")
    done = CliRunner().invoke(main, ["template", "complete", str(board / "house.docx")])
    assert "house.docx: the style" in done.output
    pack = read_board(board)
    published = publish_pack(pack, document_names(pack), tmp_path / "out", pages=False)
    assert [finding for each in published for finding in each.built.findings] == []


@pytest.mark.slow
def test_a_completed_house_is_valid_for_word(board: Path) -> None:
    """By the word of Microsoft's own validator."""
    complete_file(board / "house.docx")
    assert sdk_errors(board / "house.docx") == sdk_errors(Path("templates/house.docx")) == []


def test_an_id_that_another_style_bears_is_not_taken(board: Path) -> None:
    """Ids are an editor's own: a board's style may bear the one of a style that it lacks."""
    file = board / "house.docx"
    own = '<w:style w:type="character" w:customStyle="1" w:styleId="Priority2"><w:name w:val="Our Own"/></w:style>'
    file.write_bytes(replaced("word/styles.xml", "</w:styles>", f"{own}</w:styles>", file.read_bytes()))
    assert complete_file(file)
    house = read_house_file(file.read_bytes(), "house.docx")
    assert (house.styles["our own"].id, house.styles["priority 2"].id) == ("Priority2", "HousePriority2")
