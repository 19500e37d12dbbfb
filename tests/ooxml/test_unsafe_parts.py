"""What may run or leads outside is the same in a template and in a finished document: one definition for both."""

import pytest
from sound_docx import sound_parts
from word_files import packed

from bscb_docs.document_check.checker import check_bytes
from bscb_docs.template_engine.forbidden_parts import safety_faults

TYPES = "[Content_Types].xml"
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ANY = "application/octet-stream"

PROGRAMS = {
    "macros": ("word/vbaProject.bin", ANY),
    "macros under another name": ("word/words.xml", MACROS),
    "what macros need": ("word/vbaData.xml", "application/vnd.ms-word.vbaData+xml"),
    "a control": ("word/activeX/activeX1.xml", "application/vnd.ms-office.activeX+xml"),
    "a control under another name": ("word/words.xml", "application/vnd.ms-office.activeX+xml"),
    "an embedded object": ("word/embeddings/oleObject1.bin", "application/vnd.openxmlformats-officedocument.oleObject"),
    "an embedded file of any kind": ("word/embeddings/setup.dat", ANY),
    "a program": ("word/media/setup.exe", ANY),
    "a script": ("word/start.js", ANY),
    "buttons in Word's ribbon": ("customUI/customUI14.xml", "application/xml"),
    "bars of buttons": ("word/attachedToolbars.bin", "application/vnd.ms-word.attachedToolbars"),
    "another file's words": ("word/afchunk.htm", "text/html"),
}
HARMLESS = {
    "a picture named after a page of the pack": ("word/media/document-control.png", "image/png"),
    "the workbook of a chart": ("word/embeddings/Microsoft_Excel_Worksheet.xlsx", SHEET),
}


def parts_with(name: str, kind: str) -> dict[str, bytes]:
    """A sound document's parts and one more, of that type."""
    parts = sound_parts()
    entry = f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'
    return parts | {name: b"x", TYPES: parts[TYPES].replace(b"</Types>", entry.encode())}


def told_of(parts: dict[str, bytes]) -> list[bool]:
    """Whether DOCX-20 is found in a document of these parts, and in a template of them."""
    document = check_bytes(packed(parts), "d.docx")
    return ["DOCX-20" in {each.code for each in found} for found in (document, safety_faults(parts, "t.docx"))]


@pytest.mark.parametrize("what", PROGRAMS)
def test_what_may_run_is_refused_everywhere(what: str) -> None:
    """A document that holds it is stopped, and a template that holds it is not used."""
    assert told_of(parts_with(*PROGRAMS[what])) == [True, True]


@pytest.mark.parametrize("what", HARMLESS)
def test_what_only_sounds_like_a_program_is_let_be(what: str) -> None:
    """Nothing in it can run when Word opens the file."""
    assert told_of(parts_with(*HARMLESS[what])) == [False, False]
