"""A sound document passes every check; a document broken in one way is caught by exactly the check that claims it."""
# ruff: noqa: E501  one row of the table of broken documents is one line

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from folders import SOURCE
from programs import sdk_errors
from sound_docx import (
    BODY,
    RELATIONS,
    cell,
    document,
    field,
    paragraph,
    relations,
    row,
    sound_parts,
    table,
    with_body,
)  # fmt: skip
from word_files import packed

from bscb_docs.diagnostics.codes import CODES
from bscb_docs.document_check import repeated_blocks
from bscb_docs.document_check.checker import check_bytes
from bscb_docs.document_check.repeated_blocks import read_repeated

Parts = dict[str, bytes]
Break = Callable[[Parts], Parts]
MAIN, STYLES, NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"
TYPES, RELS, HEADER = "[Content_Types].xml", "word/_rels/document.xml.rels", "word/header1.xml"


def change(old: str, new: str, part: str = MAIN, times: int = 1) -> Break:
    """Replace words in one part, which must be there."""

    def broken(parts: Parts) -> Parts:
        assert old.encode() in parts[part]
        return parts | {part: parts[part].replace(old.encode(), new.encode(), times)}

    return broken


def add(body: str) -> Break:
    """Put a block at the end of the body."""
    return change("<w:sectPr>", body + "<w:sectPr>")


def run(marks: str, words: str = "Some words") -> str:
    """A Normal paragraph whose one run carries formatting."""
    return f'<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr><w:r><w:rPr>{marks}</w:rPr><w:t>{words}</w:t></w:r></w:p>'


def styled(marks: str, properties: str = "") -> Break:
    """Put a paragraph at the end of the body in a new style of these marks."""
    style = (
        '<w:style w:type="paragraph" w:styleId="Odd"><w:name w:val="Odd"/><w:basedOn w:val="Normal"/>'
        f"<w:pPr>{properties}</w:pPr><w:rPr>{marks}</w:rPr></w:style></w:styles>"
    )

    def broken(parts: Parts) -> Parts:
        return add(paragraph("Odd", "Some words"))(change("</w:styles>", style, STYLES)(parts))

    return broken


def relate(number: str, kind: str, target: str) -> Break:
    """Add one relation to the main part."""
    return lambda parts: parts | {RELS: relations(RELATIONS | {number: (kind, target)}).encode()}


def both(*breaks: Break) -> Break:
    """One break after the other."""

    def broken(parts: Parts) -> Parts:
        for each in breaks:
            parts = each(parts)
        return parts

    return broken


def noted(referred: int, given: int) -> Break:
    """Add a footnote of one number, and a reference to that of another."""
    kept = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    note = f'<w:footnote w:id="{given}">{paragraph("Normal", "A source.")}</w:footnote>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    return both(
        add(f'<w:p><w:r><w:t>It acts</w:t></w:r><w:r><w:footnoteReference w:id="{referred}"/></w:r></w:p>'),
        relate("rId12", "footnotes", "footnotes.xml"),
        change("</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>', TYPES),
        lambda parts: parts | {"word/footnotes.xml": f'<w:footnotes xmlns:w="{kept}">{note}</w:footnotes>'.encode()},
    )


NO_TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="a"/></Types>'
HEAD = row(cell("A", "TableHeading"), cell("B", "TableHeading"), header=True)
CAPTION = paragraph("Caption", "Table 2: more")
OLD_PICTURE = (
    '<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml">'
    '<v:shape{marks}><v:imagedata r:id="rId10"/></v:shape></w:pict></w:r></w:p>'
)
BROKEN: list[tuple[str, str, Break]] = [
    ("DOCX-01", "no main part", lambda parts: {TYPES: NO_TYPES, "_rels/.rels": b"<Relationships/>"}),
    ("DOCX-01", "strict format", change("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")),
    ("DOCX-02", "path traversal", lambda parts: parts | {"../evil.xml": b"<a/>"}),
    ("DOCX-02", "entity bomb", change("?>\n", '?>\n<!DOCTYPE b [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>')),
    ("DOCX-02", "entity bomb in the styles", change("<w:styles", '<!DOCTYPE b [<!ENTITY a "ha">]><w:styles', STYLES)),
    ("DOCX-03", "an end tag lost", change("</w:body>", "")),
    ("DOCX-03", "an end tag lost in a repeated row", change("It acts", "It &acts")),
    ("DOCX-03", "an end tag lost after a table", change("</w:tbl>", "")),
    ("DOCX-03", "an element left open in a paragraph", add("<w:p><w:r></w:p>")),
    ("DOCX-03", "a bare sign in a bookmark's name", change('w:name="purpose"', 'w:name="purpose & more"')),
    ("DOCX-03", "a paragraph after the end", change("</w:document>", f'</w:document>{paragraph("Normal", "Words")}')),
    ("DOCX-03", "a character that no file can hold", change("It acts", "It &#1; acts")),
    ("DOCX-03", "half a character", change("It acts", "It &#55296; acts")),
    ("DOCX-03", "words before the root", change("<w:document", "x<w:document")),
    ("DOCX-03", "an unknown prefix", change("<w:body>", "<w:body><q:a/>")),
    ("DOCX-03", "an unknown prefix of an attribute", change("<w:body>", '<w:body><w:p q:b="c"/>')),
    ("DOCX-03", "a prefix that another element declared", change("<w:body>", '<w:body><w:p xmlns:q="u"/><w:p><q:b/></w:p>')),
    ("DOCX-03", "another version of XML", change('version="1.0"', 'version="2.0"')),
    ("DOCX-04", "a part without a type", both(lambda parts: parts | {"word/media/badge.tif": parts["word/media/badge.png"]}, relate("rId10", "image", "media/badge.tif"), lambda parts: {name: data for name, data in parts.items() if name != "word/media/badge.png"})),
    ("DOCX-04", "a type without its part", change("</Types>", '<Override PartName="/word/gone.xml" ContentType="application/xml"/></Types>', TYPES)),
    ("DOCX-04", "a wrong type", change("wordprocessingml.styles+xml", "wordprocessingml.settings+xml", TYPES)),
    ("DOCX-05", "a picture lost", lambda parts: {name: data for name, data in parts.items() if name != "word/media/badge.png"}),
    ("DOCX-05", "a dangling r:id", both(change('<w:footerReference w:type="default" r:id="rId6"/>', '<w:footerReference w:type="default" r:id="rId6"/><w:footerReference w:type="first" r:id="rId9"/>'))),
    ("DOCX-05", "connections of a part that is gone", lambda parts: parts | {"word/_rels/gone.xml.rels": relations({}).encode()}),
    ("DOCX-06", "an orphan part", lambda parts: parts | {"word/media/old.png": parts["word/media/badge.png"]}),
    ("DOCX-06", "a picture used nowhere", both(relate("rId12", "image", "media/old.png"), lambda parts: parts | {"word/media/old.png": parts["word/media/badge.png"]})),
    ("DOCX-07", "two pictures of one id", lambda parts: add(parts[MAIN].decode().partition("<w:drawing>")[2].partition("</w:drawing>")[0].join(('<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr><w:r><w:drawing>', "</w:drawing></w:r></w:p>")))(parts)),
    ("DOCX-08", "two bookmarks of one name", add('<w:p><w:bookmarkStart w:id="2" w:name="Purpose"/><w:r><w:t>Words</w:t></w:r><w:bookmarkEnd w:id="2"/></w:p>')),
    ("DOCX-08", "two bookmarks of one number", add('<w:p><w:bookmarkStart w:id="1" w:name="other"/><w:r><w:t>Words</w:t></w:r></w:p>')),
    ("DOCX-09", "two controls of one id", add(f'<w:sdt><w:sdtPr><w:id w:val="77"/></w:sdtPr><w:sdtContent>{paragraph("Normal", "Words")}</w:sdtContent></w:sdt>')),
    ("DOCX-10", "run marks out of order", add(run('<w:lang w:val="en-GB"/><w:rStyle w:val="Strong"/>'))),
    ("DOCX-10", "paragraph marks out of order", add('<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:pStyle w:val="ListBullet"/></w:pPr><w:r><w:t>Words</w:t></w:r></w:p>')),
    ("DOCX-10", "section marks out of order", change('<w:pgSz w:w="11906" w:h="16838"/>', '<w:cols w:space="708"/><w:pgSz w:w="11906" w:h="16838"/>')),
    ("DOCX-10", "table marks out of order", change('<w:tblW w:w="0" w:type="auto"/>', '<w:tblLayout w:type="fixed"/><w:tblW w:w="0" w:type="auto"/>')),
    ("DOCX-10", "cell marks out of order", change('<w:tcW w:w="4500" w:type="dxa"/>', '<w:vAlign w:val="top"/><w:tcW w:w="4500" w:type="dxa"/>')),
    ("DOCX-10", "settings out of order", change("<w:zoom", '<w:rsids/><w:zoom', "word/settings.xml")),
    ("DOCX-10", "a table without columns", change('<w:tblGrid><w:gridCol w:w="4500"/><w:gridCol w:w="4500"/></w:tblGrid>', "")),
    ("DOCX-10", "a grid of a number too large", change("</w:sectPr>", '<w:docGrid w:charSpace="4294965247"/></w:sectPr>')),
    ("DOCX-10", "style marks out of order", change('<w:basedOn w:val="Normal"/><w:rPr>', '<w:qFormat/><w:basedOn w:val="Normal"/><w:rPr>', STYLES)),
    ("DOCX-10", "a section break in a table", change(paragraph("TableText", "Complete"), paragraph("TableText", "Complete").replace("</w:pPr>", '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr>'))),
    ("DOCX-11", "an undefined paragraph style", add(paragraph("Gone", "Words"))),
    ("DOCX-11", "an undefined character style", add(run('<w:rStyle w:val="Gone"/>'))),
    ("DOCX-11", "an undefined table style", add(CAPTION + table(row(cell("A"), cell("B"), header=True)).replace("BoardTable", "Gone"))),
    ("DOCX-12", "an undefined list", add('<w:p><w:pPr><w:pStyle w:val="ListBullet"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="9"/></w:numPr></w:pPr><w:r><w:t>Words</w:t></w:r></w:p>')),
    ("DOCX-13", "a level that lost its style", change('<w:pStyle w:val="ListBullet"/>', "", NUMBERING)),
    ("DOCX-14", "a cell without a paragraph", change(cell("Complete"), '<w:tc><w:tcPr><w:tcW w:w="4500" w:type="dxa"/></w:tcPr></w:tc>')),
    ("DOCX-14", "a table without rows", add(CAPTION + table())),
    ("DOCX-14", "a row without cells", add(CAPTION + table(HEAD, row()))),
    ("DOCX-15", "a field that never ends", change('<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>', "</w:p>")),
    ("DOCX-15", "a field that never began", change('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "")),
    ("DOCX-15", "a field that says nothing", add(f'<w:p>{field("", "Words")}</w:p>')),
    ("DOCX-15", "a field divided twice", change('<w:r><w:fldChar w:fldCharType="separate"/></w:r>', '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' * 2)),
    ("DOCX-16", "a bookmark that never ends", change('<w:bookmarkEnd w:id="1"/>', "")),
    ("DOCX-16", "a bookmark that never began", add('<w:p><w:r><w:t>Words</w:t></w:r><w:bookmarkEnd w:id="9"/></w:p>')),
    ("DOCX-17", "a number of a note that is lost", add('<w:p><w:r><w:t>It acts</w:t><w:footnoteReference w:id="1"/></w:r></w:p>')),
    ("DOCX-17", "a link to nowhere", change('w:anchor="purpose"', 'w:anchor="gone"')),
    ("DOCX-17", "a cross-reference to nowhere", change("PAGEREF purpose", "PAGEREF gone")),
    ("DOCX-18", "a leftover tag", add(paragraph("Normal", "By {{ chair.name }}"))),
    ("DOCX-18", "a leftover tag in the header", change("The plan", "{% if draft %}", HEADER)),
    ("DOCX-19", "a linked picture", both(relate("rId12", "image", "https://example.org/a.png"), change('<a:blip r:embed="rId10"/>', '<a:blip r:embed="rId10" r:link="rId12"/>'))),
    ("DOCX-19", "an attached template", lambda parts: parts | {"word/_rels/settings.xml.rels": relations({"rId1": ("attachedTemplate", "https://example.org/a.dotm")}).encode()}),
    ("DOCX-19", "a link to a file", relate("rId11", "hyperlink", "file:///C:/plan.docx")),
    ("DOCX-19", "a field that links to a file", add('<w:p>' + field('HYPERLINK &quot;file:///C:/plan.docx&quot;', 'Words') + '</w:p>')),
    ("DOCX-20", "a macro", both(lambda parts: parts | {"word/vbaProject.bin": b"x"}, change("</Types>", '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>', TYPES), relate("rId12", "vbaProject", "vbaProject.bin"))),
    ("DOCX-21", "fields updated on opening", change("</w:settings>", '<w:updateFields w:val="true"/></w:settings>', "word/settings.xml")),
    ("DOCX-22", "a placeholder character", add(paragraph("Normal", "Page \ue000 of it"))),
    ("DOCX-23", "a field that fetches", add(f'<w:p>{field("INCLUDETEXT C:/other.docx", "Words")}</w:p>')),
    ("DOCX-24", "spacing by hand", add('<w:p><w:pPr><w:pStyle w:val="Normal"/><w:spacing w:after="0"/></w:pPr><w:r><w:t>Words</w:t></w:r></w:p>')),
    ("DOCX-25", "a tracked change", add('<w:p><w:ins w:id="9" w:author="Jo" w:date="2018-04-05T00:00:00Z"><w:r><w:t>Words</w:t></w:r></w:ins></w:p>')),
    ("DOCX-25", "changes still tracked", change("</w:settings>", "<w:trackRevisions/></w:settings>", "word/settings.xml")),
    ("DOCX-26", "hidden text", styled("<w:vanish/>")),
    ("ACC-01", "no title", change("<dc:title>The plan</dc:title>", "", "docProps/core.xml")),
    ("ACC-02", "another language", change('w:val="en-GB"', 'w:val="en-US"', STYLES)),
    ("ACC-03", "a skipped heading", change('<w:pStyle w:val="Heading2"/>', '<w:pStyle w:val="Heading3"/>')),
    ("ACC-05", "small text", styled('<w:sz w:val="22"/>')),
    ("ACC-05", "small text in the header", change('<w:sz w:val="20"/>', '<w:sz w:val="18"/>', STYLES)),
    ("ACC-06", "a serif font", styled('<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/>')),
    ("ACC-07", "justified text", styled("", '<w:jc w:val="both"/>')),
    ("ACC-07", "centred text", styled("", '<w:jc w:val="center"/>')),
    ("ACC-08", "italics", styled("<w:i/>")),
    ("ACC-09", "capitals by a style", styled("<w:caps/>")),
    ("ACC-09", "typed capitals", add(paragraph("Normal", "EVERY CHILD MUST BE SEEN AND HEARD"))),
    ("ACC-09", "typed capitals with other signs between", add(paragraph("Normal", "POLICE, HEALTH’S SOCIAL-CARE"))),
    ("ACC-09", "typed capitals joined by signs alone", add(paragraph("Normal", "POLICE&amp;HEALTH &amp; SCHOOLS&amp;CARE"))),
    ("ACC-10", "underlined text", styled('<w:u w:val="single"/>')),
    ("ACC-11", "a typed bullet", add(paragraph("Normal", "• It listens"))),
    ("ACC-11", "a typed number", add(paragraph("Normal", "1. It listens"))),
    ("ACC-11", "a typed letter", add(paragraph("Normal", "a) It listens"))),
    ("ACC-11", "typed bullets in a cell", change(cell("Complete"), cell("• Complete"))),
    ("ACC-11", "shapes before several paragraphs of a cell", change(paragraph("TableText", "Complete"), paragraph("TableText", "■ Complete") + paragraph("TableText", "■ Told"))),
    ("ACC-12", "no header row", change("<w:tblHeader/>", "")),
    ("ACC-13", "no caption", change(paragraph("Caption", "Table 1: what was done"), paragraph("Normal", "What was done"))),
    ("ACC-14", "cells merged down", change('<w:tcW w:w="4500" w:type="dxa"/></w:tcPr>' + paragraph("TableText", "Train every school"), '<w:tcW w:w="4500" w:type="dxa"/><w:vMerge w:val="restart"/></w:tcPr>' + paragraph("TableText", "Train every school"))),
    ("ACC-14", "cells merged across", add(CAPTION + table(HEAD, row(cell("Words").replace("</w:tcPr>", '<w:gridSpan w:val="2"/></w:tcPr>'))))),
    ("ACC-15", "an empty cell", change("In progress", "")),
    ("ACC-15", "a blank cell", change("In progress", " ")),
    ("ACC-16", "a row that splits", change("<w:cantSplit/></w:trPr>", "</w:trPr>")),
    ("ACC-17", "a symbol alone", change("In progress", "☺")),
    ("ACC-18", "no alternative text", change("The badge of the board", "")),
    ("ACC-18", "an older picture without alternative text", add(OLD_PICTURE.format(marks=""))),
    ("ACC-19", "click here", change("the board’s yearly report", "Click here")),
    ("ACC-19", "a bare address", change("the board’s yearly report", "https://www.example.org/reports/2018/yearly-report")),
    ("ACC-19", "a link without words", change("the board’s yearly report", " ")),
    ("ACC-20", "pale text", styled('<w:color w:val="AAAAAA"/>')),
    ("ACC-20", "white text on a pale header row", change('w:fill="123F5A"', 'w:fill="CCDDEE"', STYLES)),
    ("ACC-20", "white text in a second row like the first", add(CAPTION + table(HEAD, HEAD))),
    ("ACC-21", "a floating table", change('<w:tblW w:w="0"', '<w:tblpPr w:tblpX="1" w:tblpY="1"/><w:tblW w:w="0"')),
    ("ACC-21", "a frame", styled("", '<w:framePr w:w="2000" w:wrap="around"/>')),
    ("ACC-21", "a floating picture", both(change("<wp:inline", "<wp:anchor"), change("</wp:inline>", "</wp:anchor>"))),
    ("ACC-21", "a floating older picture", add(OLD_PICTURE.format(marks=' alt="A badge" style="position:absolute"'))),
    ("ACC-22", "a blank paragraph", add('<w:p/>' + paragraph("Normal", "Words"))),
    ("ACC-22", "a paragraph of one hard space", add(paragraph("Normal", "\u00a0"))),
    ("ACC-22", "line breaks in a row", add('<w:p><w:r><w:t>Name</w:t><w:br/><w:br/><w:t>Date</w:t></w:r></w:p>')),
    ("ACC-23", "tabs in a row", add('<w:p><w:r><w:t>Name</w:t><w:tab/><w:tab/><w:t>Date</w:t></w:r></w:p>')),
    ("ACC-24", "a table in a table", change(paragraph("TableText", "Complete"), table(row(cell("In", "TableText"), cell("Out"), header=True)) + paragraph("TableText", "Complete"))),
    ("ACC-25", "a table wider than its page", change('<w:gridCol w:w="4500"/><w:gridCol w:w="4500"/>', '<w:gridCol w:w="4500"/><w:gridCol w:w="4770"/>')),
    ("ACC-25", "a table wider than the pages before a section break", both(change('<w:gridCol w:w="4500"/><w:gridCol w:w="4500"/>', '<w:gridCol w:w="4500"/><w:gridCol w:w="4770"/>'), add('<w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr></w:pPr><w:r><w:t>Words</w:t></w:r></w:p>'))),
]  # fmt: skip


def test_a_sound_document_has_no_findings() -> None:
    """The document that every test breaks is faultless by our checks."""
    assert check_bytes(packed(sound_parts())) == ()


def test_a_note_and_its_number_need_each_other() -> None:
    """A note that has its number is sound; one without is hidden text, and its number leads nowhere."""
    assert check_bytes(packed(noted(1, 1)(sound_parts()))) == ()
    found = [(each.code, each.message) for each in check_bytes(packed(noted(1, 2)(sound_parts())))]
    assert found == [
        ("DOCX-06", "The footnotes hold 1 that nothing in the text refers to."),
        ("DOCX-17", "The number of a note in the footnotes leads to no note."),
    ]


@pytest.mark.parametrize(("code", "kind", "broken"), BROKEN, ids=[f"{code} {kind}" for code, kind, _ in BROKEN])
def test_a_broken_document_is_caught_by_its_check_alone(code: str, kind: str, broken: Break) -> None:
    """One thing broken gives findings of one code, with its severity, a place and a mend."""
    findings = check_bytes(packed(broken(sound_parts())), "plan.docx")

    assert {finding.code for finding in findings} == {code}
    assert {finding.severity for finding in findings} == {CODES[code].severity}
    assert all(finding.place.file == "plan.docx" and finding.mend for finding in findings)


@pytest.mark.parametrize("part", [name for name in sound_parts() if name.endswith((".xml", ".rels"))])
def test_a_part_that_cannot_be_read_is_one_finding(part: str) -> None:
    """Nothing is told of what the rest lacks without it: that Word cannot open the file is the cause of all."""
    parts = sound_parts()
    found = check_bytes(packed(parts | {part: parts[part] + b"<"}))
    assert [(each.code, part in each.message) for each in found] == [("DOCX-03", True)]


def test_blocks_cut_out_as_text_are_judged_as_those_in_the_tree() -> None:
    """A comment, which has the part read as a tree, changes nothing in the findings of any broken document."""
    for _, kind, broken in BROKEN:
        parts = broken(sound_parts())
        whole = {name: data.replace(b"<w:body>", b"<w:body><!-- whole -->") for name, data in parts.items()}

        found, said = ([(f.code, f.place) for f in check_bytes(packed(each))] for each in (whole, parts))
        assert found == said, kind


def test_a_picture_leaves_the_other_blocks_to_be_read_once() -> None:
    """A paragraph with a prefix of its own, as pictures have, is read where it stands, and all else as without it."""
    for _, kind, broken in BROKEN:
        parts = broken(sound_parts())
        text = parts.get(MAIN, b"").replace(b"<w:p>", b'<w:p xmlns:own="urn:own">', 1)

        found, said = (
            [(f.code, f.place) for f in check_bytes(packed(each))]
            for each in (parts, parts | {MAIN: text} if text else parts)
        )
        assert found == said, kind
    text = sound_parts()[MAIN].replace(b"<w:p>", b'<w:p xmlns:own="urn:own">', 1)
    read = read_repeated(text)
    assert read is not None
    assert len(read.blocks) > 10


def test_what_is_remembered_of_one_document_hides_nothing_in_the_next() -> None:
    """Each broken document, checked again after all the others, has the findings that it had before."""
    files = [packed(broken(sound_parts())) for _, _, broken in BROKEN]
    first = [check_bytes(file) for file in files]

    assert [check_bytes(file) for file in files] == first
    assert check_bytes(packed(sound_parts())) == ()


def test_a_part_of_what_is_known_is_read_where_no_more_can_be_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """A long process, as a batch is, forgets all shapes when it knows many: not those of the part that it reads."""
    part = sound_parts()[MAIN]
    assert (first := read_repeated(part)) is not None
    monkeypatch.setattr(repeated_blocks, "_MOST_SHAPES", 1)

    longer = read_repeated(part.replace(b"<w:sectPr>", run("<w:smallCaps/>").encode() + b"<w:sectPr>", 1))
    assert longer is not None
    assert len(longer.blocks) == len(first.blocks) + 1


def test_words_that_read_like_markup_are_words() -> None:
    """What a paragraph says of relations and bookmarks refers to none."""
    words = 'Type r:id="rId99" and w:name="gone" xmlns:w="here"'

    assert check_bytes(with_body(BODY + paragraph("Normal", words))) == ()


@pytest.mark.parametrize("address", ["tel:+441210000000", "mailto:board@example.org", "HTTPS://example.org"])
def test_a_link_may_lead_to_what_prose_may_lead_to(address: str) -> None:
    """An address that a board's own words may hold stops no document."""
    assert check_bytes(packed(relate("rId11", "hyperlink", address)(sound_parts()))) == ()


def test_bold_by_hand_is_both_formatting_and_a_heading_in_all_but_name() -> None:
    """A line set in bold by hand breaks two rules, each with its own code."""
    findings = check_bytes(with_body(BODY + run("<w:b/>", "Our progress")))

    assert [finding.code for finding in findings] == ["DOCX-24", "ACC-04"]


def test_each_run_of_a_paragraph_is_looked_at() -> None:
    """Italics are found behind words of the same style that have none."""
    runs = "<w:r><w:t>Some</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>words</w:t></w:r>"
    findings = check_bytes(with_body(f'{BODY}<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr>{runs}</w:p>'))

    assert [finding.code for finding in findings] == ["DOCX-24", "ACC-08"]


def test_every_rule_has_a_document_that_breaks_it() -> None:
    """No rule stands in the table that nothing proves."""
    assert {code for code, _, _ in BROKEN} | {"ACC-04"} == {code for code in CODES if code.startswith(("ACC", "DOCX"))}


def test_a_place_is_said_as_a_person_finds_it() -> None:
    """A place names the heading above, then the table cell or the paragraph and its first words."""
    body = BODY.replace("In progress", "").replace("keeps children safe", "is {{ lost }}")
    findings = check_bytes(with_body(body), "plan.docx")

    assert [str(finding.place) for finding in findings] == [
        "plan.docx, under 'Our purpose', paragraph 3: 'The board is {{ lost }}.'",
        "plan.docx, under 'Progress', table 1, row 3, cell 2",
    ]


@pytest.mark.parametrize("written", ["the board&#39;s &amp; &#34;ours&#34;", "the board&#x27;s &amp; &quot;ours&quot;"])
def test_entities_are_read_as_the_signs_they_stand_for(written: str) -> None:
    """The first words of a place are those that a reader sees."""
    findings = check_bytes(with_body(BODY + paragraph("Gone", written)))

    assert findings[0].place.within.endswith(": 'the board's & \"ours\"'")


def test_many_faults_of_one_kind_are_counted() -> None:
    """Five places are named, and the fifth finding says how many more there are."""
    findings = check_bytes(with_body(BODY + paragraph("Gone", "Words") * 42))

    assert len(findings) == 5
    assert findings[-1].message == "The style 'Gone' does not exist. (And 37 more.)"


def test_formatting_by_hand_is_one_finding_a_kind() -> None:
    """A hand-made document is told of each kind of formatting once, with its count."""
    findings = check_bytes(with_body(BODY + run("<w:strike/>") * 9))

    assert [finding.message for finding in findings] == ["Formatting set by hand: strike-through. (And 8 more.)"]


def test_a_status_sign_beside_its_words_is_no_bullet() -> None:
    """A shape and words, the only ones in a table cell, show a status and start no list; what follows may say why."""
    assert check_bytes(with_body(BODY.replace("In progress", "● In progress"))) == ()
    more = paragraph("TableText", "■ Stuck") + paragraph("TableText", "Overdue by 90 days")
    assert check_bytes(with_body(BODY.replace(paragraph("TableText", "In progress"), more))) == ()


def test_a_text_box_is_read_and_said_to_float() -> None:
    """Words in a text box are checked as a story of their own."""
    box = (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:10pt"><v:textbox><w:txbxContent>'
        f"{paragraph('Normal', 'By {{ chair }}')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    findings = check_bytes(with_body(BODY + box))

    assert [(finding.code, finding.place.within) for finding in findings] == [
        ("DOCX-18", "text box 1, paragraph 1: 'By {{ chair }}'"),
        ("ACC-21", "text box 1"),
    ]


def test_a_paragraph_that_holds_a_text_box_is_sound() -> None:
    """Prefixes that the part declares at its beginning serve in and around the box, and a copy is passed over."""
    box = (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:docPr id="5" name="Box" descr="A note"/>'
        f"<wps:txbx><w:txbxContent>{paragraph('Normal', 'By {{ chair }}')}</w:txbxContent></wps:txbx></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><w:txbxContent>{paragraph('Normal', 'By {{ chair }}')}</w:txbxContent></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    declared = (
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    )
    text = document(BODY + box).replace("<w:document", f"<w:document{declared}", 1)
    findings = check_bytes(packed(sound_parts() | {MAIN: text.encode()}))

    assert [(finding.code, finding.place.within) for finding in findings] == [
        ("DOCX-18", "text box 1, paragraph 1: 'By {{ chair }}'"),
        ("ACC-21", "text box 1"),
    ]


@pytest.mark.parametrize(
    "rewritten",
    [
        lambda text: text.replace("w:", "ns0:").replace("xmlns:w=", "xmlns:ns0="),
        lambda text: text.replace("<w:body>", "<w:body><!-- a note > with <w:p> in it -->"),
        lambda text: text.replace("• typed", "<![CDATA[• typed]]>"),
        lambda text: text.replace("It listens", "It &#76;istens"),
        lambda text: text.replace('w:val="Normal"', "w:val='Normal'"),
        lambda text: text.replace("The badge", "The > badge"),
        lambda text: text.replace("></w:p>", ">\n  </w:p>"),
    ],
    ids=["prefixes", "comment", "cdata", "character reference", "single quotes", "sign in a value", "indented"],
)
def test_the_way_xml_is_written_makes_no_difference(rewritten: Callable[[str], str]) -> None:
    """Other prefixes, quotes, comments and references give the same findings as plain markup."""
    body = BODY + paragraph("Normal", "• typed")
    text = rewritten(document(body))
    parts = sound_parts()
    assert text != document(body)

    assert [finding.code for finding in check_bytes(packed(parts | {MAIN: text.encode()}))] == ["ACC-11"]


@pytest.mark.parametrize(
    "broken", [b"", b"words", b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600]
)
def test_what_is_no_word_document_is_said_to_be_none(broken: bytes) -> None:
    """Other files give one finding and no traceback."""
    assert [finding.code for finding in check_bytes(broken)] == ["DOCX-01"]


def test_a_file_with_a_password_is_said_to_have_one() -> None:
    """A part that is marked as locked is not said to be damaged, nor to be no Word document."""
    sound = packed(sound_parts())
    listed = sound.index(b"PK\x01\x02") + 8
    (finding,) = check_bytes(sound[:listed] + bytes([sound[listed] | 1]) + sound[listed + 1 :])
    assert finding.message == "The file is protected by a password."


@pytest.mark.slow
def test_a_zip_bomb_is_refused_unopened() -> None:
    """A file that would swell past the bound is named and not inflated."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sound_parts().items():
            archive.writestr(name, data)
        with archive.open("word/media/bomb.bin", "w", force_zip64=True) as bomb:
            for _ in range(300):
                bomb.write(bytes(1024 * 1024))
    findings = check_bytes(file.getvalue())

    assert [finding.code for finding in findings] == ["DOCX-02"]
    assert "MB" in findings[0].message


def test_a_damaged_file_never_raises() -> None:
    """Whatever single byte is changed, or wherever the file breaks off, findings come back."""
    sound = packed(sound_parts())
    for place in range(0, len(sound), 37):
        damaged = sound[:place] + bytes([sound[place] ^ 0x55]) + sound[place + 1 :]
        check_bytes(damaged)
        check_bytes(sound[:place])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"docProps/core.xml", b"docProps/cure.xml"),
        (zlib.crc32(sound_parts()["docProps/core.xml"]).to_bytes(4, "little"), b"sums"),
    ],
    ids=["name", "sum"],
)
def test_a_part_that_is_not_what_the_file_lists_is_not_read(old: bytes, new: bytes) -> None:
    """A part whose name beside its bytes, or whose sum, is another cannot be read."""
    times = 1 if len(old) > 4 else 2  # a sum stands beside the bytes and in the list
    findings = check_bytes(packed(sound_parts()).replace(old, new, times))

    assert [finding.code for finding in findings] == ["DOCX-03"]


@pytest.mark.parametrize("times", [100, 300, 20_000])
@pytest.mark.parametrize("outer", ["p", "tr", "sdtPr"])
def test_deep_markup_never_raises(outer: str, times: int) -> None:
    """However deep elements stand in each other, findings come back."""
    nest = "<w:sdt><w:sdtContent>" * times + "<w:tc><w:p/></w:tc>" + "</w:sdtContent></w:sdt>" * times
    check_bytes(with_body(f"{BODY}<w:{outer}>{nest}</w:{outer}>"))


def test_damaged_markup_never_raises() -> None:
    """Whatever stretch of a part is lost, findings come back."""
    for part in (MAIN, STYLES, NUMBERING, RELS, TYPES):
        data = sound_parts()[part]
        for place in range(0, len(data), 29):
            check_bytes(packed(sound_parts() | {part: data[:place] + data[place + 13 :]}))


@pytest.mark.parametrize(
    "tag", ["w:val", "w:id", "w:name", "r:id", "Target", "Id", "ContentType", "w:styleId", "w:type"]
)
def test_a_lost_attribute_never_raises(tag: str) -> None:
    """A document whose marks say nothing is still read to its end."""
    parts = {
        name: data.replace(f' {tag}="'.encode(), b' w:odd="')
        for name, data in sound_parts().items()
        if name.endswith(("xml", "rels"))
    }
    check_bytes(packed(sound_parts() | parts))


@pytest.mark.slow
def test_the_validator_of_the_sdk_agrees_that_the_document_is_sound(tmp_path: Path) -> None:
    """Microsoft's own validator finds nothing in the document that our checks call sound."""
    path = tmp_path / "sound.docx"
    path.write_bytes(packed(sound_parts()))

    assert sdk_errors(path) == []


@pytest.mark.slow
def test_the_validator_of_the_sdk_is_really_asked(tmp_path: Path) -> None:
    """A file with an element that Word does not know is reported, although the raw program ends well."""
    path = tmp_path / "broken.docx"
    path.write_bytes(with_body(BODY.replace("<w:pPr>", "<w:pPr><w:nonsense/>", 1)))

    assert any("nonsense" in error for error in sdk_errors(path))
    assert "DOCX-10" in {finding.code for finding in check_bytes(path.read_bytes())}


def codes_told(words: str) -> set[str]:
    """The codes that a docstring names, those between two of them too."""
    found = set(re.findall(r"(?:ACC|DOCX)-\d\d", words))
    for kind, first, last in re.findall(r"(ACC|DOCX)-(\d\d) to (?:ACC|DOCX)-(\d\d)", words):
        found |= {f"{kind}-{number:02}" for number in range(int(first), int(last))}
    return found


@pytest.mark.parametrize("path", sorted((SOURCE / "document_check").glob("*.py")), ids=lambda path: path.stem)
def test_a_module_says_of_which_codes_it_finds_faults(path: Path) -> None:
    """Who looks for a code searches the folder for it and comes to the place that finds it."""
    _, docstring, code = path.read_text(encoding="utf-8").split('"""', 2)
    found = set(re.findall(r'(?<!== )"((?:ACC|DOCX)-\d\d)"', code))
    found |= {"DOCX-10"} if "misplaced" in code else set()
    assert codes_told(docstring) == found
