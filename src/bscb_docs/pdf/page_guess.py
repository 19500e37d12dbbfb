"""Page guess: LibreOffice kept from guessing where pages end before it has laid them out.

A document of more than 100 paragraphs LibreOffice cuts into pages of about 20 paragraphs as it loads it, and then pulls
paragraphs back where a page has room. A paragraph that keeps with the next is not looked at again by then: headings
stay behind at the foot of a page, and owners are parted from their action. As it guesses how long a document is, it
takes 25 paragraphs off for each table. So tables without words, clipped to the height of a point, are put into the
header that its first page alone has; in the file that LibreOffice is given, never in the one that goes out.
"""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

_GUESSED_FROM, _OFF_FOR_A_TABLE = 100, 25
_MOST = 200
"""Tables beyond which the guess is let be: so long a document takes LibreOffice far longer without it."""
_FIRST_HEADER = re.compile(r'<w:headerReference w:type="first" r:id="([^"]*)"/>')
_CELL = (
    '<w:tbl><w:tblPr><w:tblW w:w="99" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="99"/></w:tblGrid><w:tr>{row}'
    '<w:tc><w:tcPr><w:tcW w:w="99" w:type="dxa"/></w:tcPr>{inner}<w:p/></w:tc></w:tr></w:tbl>'
)
_CLIPPED = '<w:trPr><w:trHeight w:val="20" w:hRule="exact"/></w:trPr>'


def without_guess(docx: bytes) -> bytes:
    """The Word file as LibreOffice is to be given it; the same where it would guess nothing, or has no such header."""
    with ZipFile(BytesIO(docx)) as archive:
        body = archive.read("word/document.xml").decode()
        tables = _tables_needed(body)
        header = _first_header(archive, body) if 0 < tables <= _MOST else ""
        return _with_tables(archive, header, tables) if header else docx


def _tables_needed(body: str) -> int:
    """How many more tables it takes until LibreOffice thinks the document short; each cell and table counts as well."""
    tables = body.count("<w:tbl>")
    nodes = body.count("<w:p>") + body.count("<w:p ") + 2 * (body.count("<w:tc>") + tables)
    return -(-(nodes - _GUESSED_FROM) // _OFF_FOR_A_TABLE) + 1 - tables


def _first_header(archive: ZipFile, body: str) -> str:
    """The name of the part that is the header of the document's first page alone; "" where it has none."""
    named, leads = _FIRST_HEADER.search(body), "word/_rels/document.xml.rels"
    if named is None or "<w:titlePg" not in body or leads not in archive.namelist():
        return ""
    lead = re.search(rf'<Relationship [^>]*Id="{re.escape(named[1])}"[^>]*>', archive.read(leads).decode())
    target = re.search(r'Target="([^"]*)"', lead[0]) if lead else None
    return f"word/{target[1]}" if target and f"word/{target[1]}" in archive.namelist() else ""


def _with_tables(archive: ZipFile, header: str, tables: int) -> bytes:
    xml = archive.read(header).decode()
    at = max(xml.rfind("<w:p>"), xml.rfind("<w:p "))
    block = _CELL.format(row=_CLIPPED, inner=(_CELL.format(row="", inner="") + "<w:p/>") * tables)
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as out:
        for name in archive.namelist():
            out.writestr(name, (xml[:at] + block + xml[at:]).encode() if name == header else archive.read(name))
    return made.getvalue()
