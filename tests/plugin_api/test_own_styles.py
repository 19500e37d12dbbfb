"""Styles that a section's template brings are joined to the house's by name, and nothing of the house gives way."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from attrs import evolve, frozen
from template_samples import replaced
from word_files import unpacked

from bscb_docs import (
    Board,
    Document,
    PluginError,
    Runs,
    Section,
    Symbol,
    TemplateError,
    every,
    hookimpl,
    house_template,
    load_catalogue,
)
from bscb_docs.plugin_api.failure_messages import Giver
from bscb_docs.plugin_api.guards import section_fault
from bscb_docs.testing import build_section, check_section, small_board, write_template

HIGH = (
    '<w:style w:type="character" w:customStyle="1" w:styleId="RiskHigh"><w:name w:val="Risk High"/>'
    '<w:basedOn w:val="Strong"/><w:rPr><w:color w:val="FFFFFF"/>'
    '<w:shd w:val="clear" w:color="auto" w:fill="8A1538"/></w:rPr></w:style>'
)


@frozen
class Page:
    """A status in words, in a style of its own."""

    status: Runs = (Symbol("High", "Risk High"),)


def page(board: Board, document: Document) -> Page:
    """The same page for every board."""
    return Page()


def with_style(data: bytes, style: str) -> bytes:
    """A Word file with that style after its own."""
    return replaced("word/styles.xml", "</w:styles>", f"{style}</w:styles>", data)


def section_of(folder: Path, style: str) -> Section[Page]:
    """A section whose template has that style, and which brings the style Risk High."""
    path = write_template(folder / "risks.docx", "heading 1 | Risks\nNormal | {{ status | line }}")
    path.write_bytes(with_style(path.read_bytes(), style))
    return Section("risks", path, Page, page, prints=every(), styles=("Risk High",))


def styles_of(data: bytes) -> str:
    """The styles of a Word file, as text."""
    return unpacked(data)["word/styles.xml"].decode()


def test_a_style_that_a_template_brings_is_in_the_document(tmp_path: Path) -> None:
    """The words are set in it, and neither check nor the check of the document has anything to say."""
    section = section_of(tmp_path, HIGH)
    built = build_section(section, small_board())
    assert (check_section(section), built.findings) == ((), ())
    assert "<Risk High>High</Risk High>" in built.text
    assert 'w:fill="8A1538"' in styles_of(built.data)


def test_the_houses_style_of_that_name_is_kept(tmp_path: Path) -> None:
    """So a board changes the look in its own house file, as it changes every other."""
    house = with_style(house_template("house").read_bytes(), HIGH.replace("8A1538", "1D4F91"))
    (tmp_path / "house.docx").write_bytes(house)
    built = build_section(section_of(tmp_path, HIGH), evolve(small_board(), folder=tmp_path))
    assert 'w:fill="1D4F91"' in styles_of(built.data)
    assert 'w:fill="8A1538"' not in styles_of(built.data)


def test_a_template_is_checked_against_the_boards_own_house(tmp_path: Path) -> None:
    """What the board's house brings is no fault, and a template is drafted in its styles."""
    (tmp_path / "house.docx").write_bytes(with_style(house_template("house").read_bytes(), HIGH))
    board = evolve(small_board(), folder=tmp_path)
    path = write_template(tmp_path / "own.docx", "heading 1 | <Risk High>Own</Risk High>", board)
    section = Section("own", path, Page, page, prints=every())
    assert [finding.code for finding in check_section(section)] == ["TPL-09"]
    assert check_section(section, board) == ()


def test_a_style_too_faint_is_found_before_and_after(tmp_path: Path) -> None:
    """Template check names the style, and a build the section too: it is not built."""
    section = section_of(tmp_path, HIGH.replace("8A1538", "FFC72C"))
    said = "The style Risk High: #FFFFFF on #FFC72C stands out by only 1.6 to 1."
    assert [finding.message for finding in check_section(section)] == [said]
    with pytest.raises(TemplateError, match=f"{said} It stands in the section risks of the plugin under test"):
        build_section(section, small_board())


UNFIT: dict[str, tuple[Callable[[str], str], str]] = {
    "is not there": (
        lambda style: style.replace("Risk High", "Risk Hihg"),
        'risks.docx has no style called Risk High. Did you mean "Risk Hihg"?',
    ),
    "is based on none of the house": (
        lambda style: (
            style.replace('<w:basedOn w:val="Strong"/>', '<w:basedOn w:val="Mine"/>')
            + '<w:style w:type="character" w:styleId="Mine"><w:name w:val="Mine"/></w:style>'
        ),
        "risks.docx: the style Risk High is based on Mine. Base it on a style of the house.",
    ),
    "counts": (
        lambda style: style.replace("<w:rPr>", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:rPr>'),
        "risks.docx: the style Risk High bears numbers or bullets. Use a list style of the house.",
    ),
}


@pytest.mark.parametrize("what", UNFIT)
def test_a_style_that_cannot_be_joined_keeps_the_section_from_use(what: str, tmp_path: Path) -> None:
    """The fault names the plugin, the section, the template and the style."""
    change, message = UNFIT[what]
    fault = section_fault(Giver("risk_register"), section_of(tmp_path, change(HIGH)))
    assert isinstance(fault, PluginError)
    assert str(fault) == f"Plugin risk_register: the section risks: {message}"


def plugin_of(name: str, section: Section[Page]) -> ModuleType:
    """A plugin of that name that offers the section."""
    module = ModuleType(name)

    @hookimpl.sections
    def sections() -> list[Section[Page]]:
        return [section]

    vars(module)["sections"] = sections
    return module


def test_two_plugins_that_bring_one_style_are_told(tmp_path: Path) -> None:
    """A document would have the look of the first; neither wins in silence."""
    modules = [plugin_of(name, evolve(section_of(tmp_path, HIGH), name=name)) for name in ("risks-a", "risks-b")]
    (told,) = load_catalogue(modules).faults
    assert told.message == (
        "Plugins risks-a and risks-b both offer a style called Risk High; the one of risks-a is used. Rename the other."
    )


HEADED = """\
heading 1 | Risks
caption | Table {{ "Table" | sequence }}: Ratings
[table] Board Table
[columns] 9026
[header row]
[cell] Table Heading | {{ status | line }}
[row]
[cell] Table Text | One
[end of table]
"""


def test_words_too_faint_where_they_stand_are_told_with_their_style_and_section(tmp_path: Path) -> None:
    """On a white page the style is clear; on the dark header row of a table it is not."""
    style = HIGH.replace('<w:color w:val="FFFFFF"/>', '<w:color w:val="8A1538"/>').replace(
        'w:fill="8A1538"', 'w:fill="auto"'
    )
    section = section_of(tmp_path, style)
    path = write_template(tmp_path / "risks.docx", HEADED)
    path.write_bytes(with_style(path.read_bytes(), style))
    (found,) = [each for each in build_section(section, small_board()).findings if each.code == "ACC-20"]
    assert found.message.startswith("Text of colour #8A1538 on #")
    assert " in the style Risk High stands out by only " in found.message
    assert found.message.endswith(
        " It stands in the section risks of the plugin under test, whose template has `{{ status | line }}` there "
        "(risks.docx, table 1, row 1, cell 1)."
    )
