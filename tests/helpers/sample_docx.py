"""A small sound Word document in the house style, written by hand so that a test knows every word of it."""

import re
from importlib.resources import files
from io import BytesIO
from zipfile import ZipFile

from sound_docx import FIELD_END, ROOT, R, cell, field, field_start, row
from word_files import packed, png

HEADINGS = ("Foreword", "Leadership & partnership", "Voice of the child", "Learning")
PLACEHOLDER = "00"
ADDRESS = "https://www.example.org/guidance"
ALTERNATIVE = "Meetings held rose from six to nine"
BOOKMARKS = tuple(f"_Toc{number:06d}" for number in range(1, len(HEADINGS) + 1))
READ_IN_ORDER = [
    "Annual report",
    "Contents",
    *(f"{heading}{PLACEHOLDER}" for heading in HEADINGS),
    *(line for heading in HEADINGS for line in (heading, f"What {heading} means for children.")),
    "•",
    "a first point",
    "•",
    "a second point",
    "Table 1: meetings held",
    "Body",
    "Meetings",
    "Executive Board",
    "9",
    "Learning Sub-group",
    "6",
    "Read the guidance on working together before the meeting.",
]

_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:subject>The chair's year</dc:subject><dc:title>Chair's report 2017/18</dc:title>"
    "<dc:creator>Example Board</dc:creator><dc:language>en-GB</dc:language>"
    '<dcterms:modified xsi:type="dcterms:W3CDTF">2018-04-05T09:30:00Z</dcterms:modified></cp:coreProperties>'
)


def sample_docx(*, picture: str = "", before: str = "", core: str = _CORE) -> bytes:
    """The document; `picture` links it to a picture outside, `before` is Word XML set before its last heading."""
    house = ZipFile(BytesIO((files("bscb_docs.templates") / "house.docx").read_bytes()))
    parts = {name: house.read(name) for name in house.namelist()}
    section = re.search(r"<w:sectPr\b.*?</w:sectPr>", parts["word/document.xml"].decode(), re.DOTALL)
    assert section
    body = f"<w:body>{_body(linked=bool(picture), before=before)}{section[0]}</w:body>"
    parts["word/document.xml"] = f"<w:document {ROOT}>{body}</w:document>".encode()
    parts["docProps/core.xml"] = core.encode()
    for name in [name for name in parts if re.match(r"word/(header|footer)\d", name)]:
        parts[name] = _filled(parts[name].decode()).encode()
    target = f'Target="{picture}" TargetMode="External"' if picture else 'Target="media/chart.png"'
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        f'<Relationship Id="rLink" Type="{R}/hyperlink" Target="{ADDRESS}" TargetMode="External"/>'
        f'<Relationship Id="rPicture" Type="{R}/image" {target}/></Relationships>'.encode(),
    )
    if not picture:
        parts["word/media/chart.png"] = png(40, 20)
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
            b"<Override", b'<Default Extension="png" ContentType="image/png"/><Override', 1
        )
    return packed(parts)


def paragraph(words: str, style: str, *, before: str = "", after: str = "") -> str:
    """A paragraph of Word XML; `before` and `after` stand inside it."""
    run = f'<w:r><w:t xml:space="preserve">{words.replace("&", "&amp;")}</w:t></w:r>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{before}{run}{after}</w:p>'


def _filled(part: str) -> str:
    """A header or footer of the house file with words for its tags."""
    paragraphs = re.split(r"(?=<w:p>)", part)
    whole = "".join(text for text in paragraphs if "{%p" not in text or "</w:hdr>" in text or "</w:ftr>" in text)
    return re.sub(r"{{.*?}}", "OFFICIAL", re.sub(r"{%p.*?%}", "OFFICIAL", whole))


def _body(*, linked: bool, before: str) -> str:
    blocks = [paragraph("Annual report", "Title"), paragraph("Contents", "TOCHeading"), *_contents()]
    for number, (heading, bookmark) in enumerate(zip(HEADINGS, BOOKMARKS, strict=True), start=1):
        if number == len(HEADINGS):
            blocks.append(before)
        start = f'<w:bookmarkStart w:id="{number}" w:name="{bookmark}"/>'
        line = paragraph(heading, "Heading1", before=start, after=f'<w:bookmarkEnd w:id="{number}"/>')
        # The third heading shares a page with the second; every other one starts its own.
        blocks.append(line if number == 3 else line.replace("</w:pPr>", "<w:pageBreakBefore/></w:pPr>"))
        blocks.append(paragraph(f"What {heading} means for children.", "Normal"))
    blocks += [paragraph("a first point", "ListBullet"), paragraph("a second point", "ListBullet")]
    blocks += [paragraph("Table 1: meetings held", "Caption"), _table(), _picture(linked=linked), _with_link()]
    return "".join(blocks)


def _contents() -> list[str]:
    """The contents as Word writes them: one field whose entries are links with the page in a field of their own."""
    lines = []
    for heading, bookmark in zip(HEADINGS, BOOKMARKS, strict=True):
        page = field(rf"PAGEREF {bookmark} \h", PLACEHOLDER)
        entry = (
            f'<w:hyperlink w:anchor="{bookmark}" w:history="1"><w:r><w:t>{heading.replace("&", "&amp;")}</w:t></w:r>'
            f"<w:r><w:tab/></w:r>{page}</w:hyperlink>"
        )
        first = field_start(r'TOC \o "1-3" \h \z \u') if bookmark == BOOKMARKS[0] else ""
        last = FIELD_END if bookmark == BOOKMARKS[-1] else ""
        lines.append(f'<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>{first}{entry}{last}</w:p>')
    return lines


def _table() -> str:
    rows = (("Body", "Meetings"), ("Executive Board", "9"), ("Learning Sub-group", "6"))
    text = ""
    for number, said in enumerate(rows):
        style = "TableText" if number else "TableHeading"
        text += row(*(cell(words, style, 4513) for words in said), header=not number)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="BoardTable"/><w:tblW w:w="9026" w:type="dxa"/><w:tblLook w:val="0420" '
        'w:firstRow="1"/></w:tblPr><w:tblGrid><w:gridCol w:w="4513"/><w:gridCol w:w="4513"/></w:tblGrid>'
        f"{text}</w:tbl>"
    )


def tall_row(paragraphs: list[str], width: int = 4500) -> str:
    """A table of one column, in twentieths of a point, under a header row, its one row not to be split."""
    cells = (paragraph("What was seen", "BodyText"), "".join(paragraph(words, "BodyText") for words in paragraphs))
    header, seen = (f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{held}</w:tc>' for held in cells)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid>'
        f"{row(header, header=True)}{row(seen)}</w:tbl>"
    )


def _picture(*, linked: bool) -> str:
    extent = 'cx="1800000" cy="900000"'
    return (
        '<w:p><w:pPr><w:pStyle w:val="Picture"/></w:pPr><w:r><w:drawing>'
        '<wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {extent}/><wp:docPr id="7" name="Chart" descr="{ALTERNATIVE}"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        '<pic:cNvPr id="7" name="Chart"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:{"link" if linked else "embed"}="rPicture"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def _with_link() -> str:
    link = (
        '<w:hyperlink r:id="rLink"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>'
        "<w:t>guidance on working together</w:t></w:r></w:hyperlink>"
        '<w:r><w:t xml:space="preserve"> before the meeting.</w:t></w:r>'
    )
    return paragraph("Read the ", "Normal", after=link)
