"""A template as lines, lines as a template, and templates kept in step with the house's styles."""

from pathlib import Path

import pytest
from folders import ROOT
from template_samples import NAME, SOUND, ActionsPage, draft, replaced
from word_files import packed, unpacked

from bscb_docs import TemplateError
from bscb_docs.authoring.draft_template import draft_template
from bscb_docs.authoring.sync_template import sync_template
from bscb_docs.ooxml.house_file import load_house_file, read_house_file
from bscb_docs.ooxml.transcript import template_text
from bscb_docs.template_check.inspection import inspect_template

TEMPLATES = sorted((ROOT / "templates").glob("[!h]*.docx"))
HOUSE = ROOT / "templates" / "house.docx"


def test_a_template_is_printed_as_style_and_words() -> None:
    """One line a paragraph; a table, its rows and cells are marked."""
    assert template_text(draft()) == SOUND.replace("[header row]", "[columns] 4513, 4513\n[header row]")


def test_words_in_a_character_style_bear_its_name() -> None:
    """A change of emphasis is seen in review, and runs that Word split are one again."""
    line = "Normal | <Strong>Owner: </Strong>{{ owner }} <Emphasis>soon</Emphasis>\n"
    split = replaced(
        "word/document.xml", "{{ owner }}", '{{ ow</w:t></w:r><w:r><w:t xml:space="preserve">ner }}', draft(line)
    )
    assert template_text(split) == line


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_what_is_printed_of_a_house_template_makes_the_same_template(path: Path) -> None:
    """Nothing that a template says is lost in its lines."""
    text = template_text(path.read_bytes())
    assert template_text(draft_template(text, load_house_file())) == text


@pytest.mark.parametrize("words", ["a < b & c > d", 'it\'s "quoted"', "{{ 'a' }} < {{ \"b\" }}", "<b>no style</b>"])
def test_any_words_come_out_as_they_went_in(words: str) -> None:
    """No sign is taken for markup."""
    assert template_text(draft(f"Normal | {words}")) == f"Normal | {words}\n"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            "Risk High | words",
            "Line 1, `Risk High | words`: house.docx has no style called Risk High. Choose a style of the house",
        ),
        ("Norml | words", "Line 1, `Norml | words`: house.docx has no style called Norml. Did you mean Normal?"),
        (
            "\nHeading One | A",
            "Line 2, `Heading One | A`: house.docx has no style called Heading One. Did you mean headin",
        ),
        ("just words", "Line 1, `just words`: it names no style. Begin it with one, as in `Normal | just words`."),
        (
            "[cell] Table Text | words",
            "Line 1, `[cell] Table Text | words`: it stands outside a table. Begin the table",
        ),
        ("[table] Board Table", "A table is not ended. End it with a line `[end of table]`."),
        (
            "[table] Board Table\n[row]\n[cell] Normal |\n[cell] Normal |\n[row]\n[cell] Normal | c\n[end of table]",
            "Line 7, `[end of table]`: row 2 of this table has 1 of 2 cells. Give each row a line `[cell]` for each",
        ),
        (
            "[table] Board Table\n[cell] Table Text | a\n[end of table]",
            "Line 2, `[cell] Table Text | a`: it stands in no row. Begin the row with a line `[row]`.",
        ),
        (
            "[table] Board Table\n[columns] wide, narrow\n[end of table]",
            "Line 2, `[columns] wide, narrow`: it names no widths. Write a number for each column",
        ),
        (
            "[table] Board Table\n[columns] 10\n[row]\n[cell] Normal |\n[cell] Normal |\n[end of table]",
            "Line 6, `[end of table]`: this table has 2 columns and 1 widths. Give each column a width",
        ),
    ],
)
def test_lines_that_make_no_template(lines: str, said: str) -> None:
    """The error says which line, and what to write."""
    with pytest.raises(TemplateError) as raised:
        draft(lines)
    assert str(raised.value).startswith(said)


@pytest.mark.parametrize("data", [b"no Word file", b""])
def test_what_is_no_word_file_cannot_be_printed(data: bytes) -> None:
    """The error says which file."""
    with pytest.raises(TemplateError, match=r"^notes\.docx is no Word file"):
        template_text(data, "notes.docx")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_house_templates_are_in_step_with_the_house(path: Path) -> None:
    """Where this fails: bscb-docs template sync templates/*.docx."""
    data = path.read_bytes()
    assert sync_template(data, load_house_file()) is data


def test_syncing_brings_the_styles_of_a_changed_house() -> None:
    """A rebranded house.docx reaches every template, and a second run changes nothing."""
    house = read_house_file(replaced("word/theme/theme1.xml", "Arial", "Verdana", HOUSE.read_bytes()), "house.docx")
    synced = sync_template(draft(), house)
    assert b"Verdana" in unpacked(synced)["word/styles.xml"]
    assert sync_template(synced, house) is synced
    assert template_text(synced) == template_text(draft())


def test_syncing_matches_styles_by_their_names() -> None:
    """Another editor gives other ids; the template keeps its styles and the house's ids are used."""
    other = replaced("word/styles.xml", 'w:styleId="ListBullet"', 'w:styleId="Aufzhlung"')
    other = replaced("word/document.xml", '<w:pStyle w:val="ListBullet"/>', '<w:pStyle w:val="Aufzhlung"/>', other)
    synced = sync_template(other, load_house_file())
    assert '<w:pStyle w:val="ListBullet"/>' in unpacked(synced)["word/document.xml"].decode()
    assert inspect_template(synced, NAME, ActionsPage, load_house_file()) == ()


def test_syncing_keeps_a_style_that_the_house_does_not_have() -> None:
    """Template check can still name it, and Word still shows it."""
    own = '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="My Style"/></w:style></w:styles>'
    strange = replaced("word/styles.xml", "</w:styles>", own)
    strange = replaced("word/document.xml", '<w:pStyle w:val="ListBullet"/>', '<w:pStyle w:val="Mine"/>', strange)
    synced = sync_template(strange, load_house_file())
    found = inspect_template(synced, NAME, ActionsPage, load_house_file())
    assert [finding.message for finding in found] == ["house.docx has no style called My Style."]
    assert sync_template(synced, load_house_file()) is synced


def test_syncing_keeps_a_style_that_only_the_section_uses() -> None:
    """The page of a section names it, and no paragraph of the template does."""
    own = (
        '<w:style w:type="character" w:customStyle="1" w:styleId="Mine"><w:name w:val="My Style"/></w:style>'
        '<w:style w:type="character" w:styleId="Words"><w:name w:val="Style of Word"/></w:style></w:styles>'
    )
    styles = unpacked(sync_template(replaced("word/styles.xml", "</w:styles>", own), load_house_file()))[
        "word/styles.xml"
    ]
    assert b'"My Style"' in styles
    assert b'"Style of Word"' not in styles


def test_syncing_gives_a_bare_template_the_parts_it_lacks() -> None:
    """A file made elsewhere may have neither numbering nor theme."""
    parts = unpacked(draft())
    kept = ("[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml")
    bare = {name: parts[name] for name in kept}
    synced = sync_template(packed(bare), load_house_file())
    assert unpacked(synced).keys() >= {"word/numbering.xml", "word/theme/theme1.xml", "word/_rels/document.xml.rels"}
    assert sync_template(synced, load_house_file()) is synced
