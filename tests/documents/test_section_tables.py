"""What is found in a table of a document is told with its section, its plugin, and what the template has there."""

from pathlib import Path
from types import ModuleType

import pytest
from attrs import frozen
from work import calls_of

from bscb_docs import Finding, Section, build, every, hookimpl, read_board
from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.location import Place
from bscb_docs.documents.section_tables import with_sections
from bscb_docs.ooxml.house_file import load_house_file
from bscb_docs.ooxml.marks import mark
from bscb_docs.testing import write_template


@frozen
class Page:
    """What a section prints in the cells of its table."""

    first: str
    second: str


TABLE = """\
caption | Table {{ "Table" | sequence }}: Remarks
[table] Board Table
[columns] 4513, 4513
[header row]
[cell] Table Heading | One
[cell] Table Heading | Two
[row]
[cell] Table Text | {{ first }}
[cell] Table Text | {{ second }}
[end of table]
"""
ALONE = "section: remarks\n"
IN_PROSE = "section: narrative\n"
PAPER = """
# Narrative paper: Our paper

## Remarks

Here they are.

Table: Names

| Name | Post |
| --- | --- |
| One | Chair |

{{ section remarks }}
"""
EMPTY = "A table cell is empty. It stands in the section remarks of the plugin told"


def found(folder: Path, register: str, template: str = TABLE, second: str = "") -> list[Finding]:
    """What the check of the Word file finds in a paper with that section: a table whose last cell has those words."""
    write_template(folder / "remarks.docx", f"heading 1 | Remarks\n{template}")
    module = ModuleType("told")
    section = Section("remarks", folder / "remarks.docx", Page, lambda *_: Page("One", second), prints=every())
    module.sections = hookimpl.sections(lambda: [section])  # type: ignore[attr-defined]
    (folder / "board.md").write_text("# Board: Sample Board\n", encoding="utf-8")
    (folder / "register.md").write_text(f"# Document paper: Our paper\n{register}", encoding="utf-8")
    if register == IN_PROSE:
        (folder / "paper.md").write_text(PAPER, encoding="utf-8")
    built = build(read_board(folder, plugins=[module]), "paper")
    return [each for each in built.findings if each.code.startswith("ACC")]


@pytest.mark.parametrize(("register", "table"), [(ALONE, 1), (IN_PROSE, 2)], ids=["alone", "in prose"])
def test_an_empty_cell_is_told_with_the_tag_that_gave_nothing(register: str, table: int, tmp_path: Path) -> None:
    """The author finds it in the template; a table of the prose around it is not taken for the section's."""
    (told,) = found(tmp_path, register)
    assert (
        told.message == f"{EMPTY}, whose template has `{{{{ second }}}}` there (remarks.docx, table 1, row 2, cell 2)."
    )
    assert told.place.within.endswith(f"table {table}, row 2, cell 2")


def test_a_cell_of_several_tags_names_none(tmp_path: Path) -> None:
    """It could be any of them."""
    (told,) = found(tmp_path, ALONE, TABLE.replace("{{ second }}", "{{ second }}{{ second }}"))
    assert told.message == f"{EMPTY}."


def test_a_table_that_is_too_wide_is_told_with_its_section(tmp_path: Path) -> None:
    """Its mend holds for a page on its side too."""
    words = " ".join(["unforeseeablenesses" * 3] * 2)
    (told,) = found(tmp_path, ALONE, TABLE.replace("4513, 4513", "9000, 9000"), words)
    assert "It stands in the section remarks of the plugin told." in told.message
    assert told.mend == "Make its columns narrower, or turn an upright page on its side (Layout, Orientation)."


def test_the_pieces_of_a_long_table_are_passed_over() -> None:
    """The marks of sections and the beginnings of tables are looked for where there is one."""
    found, house = finding_of("ACC-13", "A table has no caption.", Place(within="table 1")), load_house_file()

    def looked(pieces: int) -> int:
        body = [mark("begin", "own"), "<w:tbl>", *["<w:tr></w:tr>"] * pieces, "</w:tbl>", mark("end")]
        return calls_of(lambda: list(with_sections([found], body, {}, house)))

    assert looked(1000) == looked(1)
