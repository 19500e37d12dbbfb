"""A small Word document without a fault, as readable parts, for tests that break one thing in it."""
# ruff: noqa: E501  markup is read element by element

from word_files import packed, png

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
ROOT = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)


def paragraph(style: str, words: str) -> str:
    """A paragraph of one run in that style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def cell(words: str, style: str = "TableText", width: int = 4500) -> str:
    """A table cell of one paragraph."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph(style, words)}</w:tc>'


def row(*cells: str, header: bool = False) -> str:
    """A table row that does not split."""
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if header else ''}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str, columns: int = 2) -> str:
    """A table in the style Board Table."""
    grid = '<w:gridCol w:w="4500"/>' * columns
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="BoardTable"/><w:tblW w:w="0" w:type="auto"/>'
        '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def field_start(instruction: str) -> str:
    """What stands before the words that a complex field shows."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def field(instruction: str, shown: str) -> str:
    """A complex field with the words it shows."""
    return f"{field_start(instruction)}<w:r><w:t>{shown}</w:t></w:r>{FIELD_END}"


PICTURE = (
    '<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
    '<wp:extent cx="360000" cy="360000"/><wp:docPr id="1" name="Picture 1" descr="The badge of the board"/>'
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
    '<pic:nvPicPr><pic:cNvPr id="1" name="badge.png"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip r:embed="rId10"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
)
LINK = (
    '<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr><w:r><w:t xml:space="preserve">Read </w:t></w:r><w:hyperlink r:id="rId11">'
    '<w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t>the board’s yearly report</w:t></w:r></w:hyperlink>'
    '<w:r><w:t xml:space="preserve"> and see </w:t></w:r>'
    '<w:hyperlink w:anchor="purpose"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t>Our purpose</w:t></w:r></w:hyperlink>'
    f"<w:r><w:t>, page </w:t></w:r>{field('PAGEREF purpose', '1')}</w:p>"
)
CONTROL = (
    '<w:sdt><w:sdtPr><w:alias w:val="Date"/><w:id w:val="77"/></w:sdtPr><w:sdtContent>'
    f"{paragraph('Normal', 'The date stands here.')}</w:sdtContent></w:sdt>"
)
TABLE = table(
    row(cell("Action", "TableHeading"), cell("State", "TableHeading"), header=True),
    row(cell("Train every school"), cell("Complete")),
    row(cell("Publish the review"), cell("In progress")),
)
BODY = (
    paragraph("Title", "The plan")
    + '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:bookmarkStart w:id="1" w:name="purpose"/>'
    '<w:r><w:t>Our purpose</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>'
    + paragraph("Normal", "The board keeps children safe.")
    + paragraph("ListBullet", "It listens to them.")
    + paragraph("ListBullet", "It acts on what they say.")
    + LINK
    + paragraph("Heading2", "Progress")
    + paragraph("Caption", "Table 1: what was done")
    + TABLE
    + paragraph("Normal", "The picture is the badge.")
    + PICTURE
    + CONTROL
)
SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/><w:footerReference w:type="default" r:id="rId6"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" '
    'w:footer="720" w:gutter="0"/></w:sectPr>'
)


def _style(kind: str, number: str, name: str, rest: str = "", *, default: bool = False) -> str:
    mark = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}"{mark} w:styleId="{number}"><w:name w:val="{name}"/>{rest}</w:style>'


_ON_NORMAL = '<w:basedOn w:val="Normal"/>'
STYLES = (
    f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>'
    '<w:sz w:val="24"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
    + _style("paragraph", "Normal", "Normal", default=True)
    + _style("character", "DefaultParagraphFont", "Default Paragraph Font", default=True)
    + _style("table", "TableNormal", "Normal Table", default=True)
    + _style("paragraph", "Title", "Title", f'{_ON_NORMAL}<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="56"/></w:rPr>')
    + "".join(
        _style(
            "paragraph", f"Heading{level}", f"heading {level}",
            f'{_ON_NORMAL}<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b/><w:color w:val="123F5A"/></w:rPr>',
        )
        for level in (1, 2, 3)
    )
    + _style("paragraph", "ListBullet", "List Bullet", f'{_ON_NORMAL}<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    + _style("paragraph", "Caption", "caption", f"{_ON_NORMAL}<w:rPr><w:b/></w:rPr>")
    + _style("paragraph", "TableText", "Table Text", _ON_NORMAL)
    + _style("paragraph", "TableHeading", "Table Heading", f'{_ON_NORMAL}<w:rPr><w:b/><w:color w:val="FFFFFF"/></w:rPr>')
    + _style("paragraph", "Header", "header", f'{_ON_NORMAL}<w:rPr><w:sz w:val="20"/></w:rPr>')
    + _style("paragraph", "Footer", "footer", f'{_ON_NORMAL}<w:rPr><w:sz w:val="20"/></w:rPr>')
    + _style("character", "Hyperlink", "Hyperlink", '<w:rPr><w:color w:val="0B4F9E"/><w:u w:val="single"/></w:rPr>')
    + _style("character", "Strong", "Strong", "<w:rPr><w:b/></w:rPr>")
    + _style(
        "table", "BoardTable", "Board Table",
        '<w:basedOn w:val="TableNormal"/><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" '
        'w:fill="123F5A"/></w:tcPr></w:tblStylePr>',
    )
    + "</w:styles>"
)  # fmt: skip
NUMBERING = (
    f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
    '<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
    '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
SETTINGS = f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/></w:settings>'
HEADER = f'<w:hdr xmlns:w="{W}">{paragraph("Header", "The plan")}</w:hdr>'
FOOTER = f'<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">Page </w:t></w:r>{field("PAGE", "1")}</w:p></w:ftr>'
CORE = (
    f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>The plan</dc:title></cp:coreProperties>"
)
RELATIONS = {
    "rId1": ("styles", "styles.xml"),
    "rId2": ("numbering", "numbering.xml"),
    "rId3": ("settings", "settings.xml"),
    "rId5": ("header", "header1.xml"),
    "rId6": ("footer", "footer1.xml"),
    "rId10": ("image", "media/badge.png"),
    "rId11": ("hyperlink", "https://www.example.org/report"),
}


def relations(entries: dict[str, tuple[str, str]]) -> str:
    """A part of relations by number: their kind, and where they lead."""
    outside = ' TargetMode="External"'
    written = "".join(
        f'<Relationship Id="{number}" Type="{R}/{kind}" Target="{target}"{outside * (":" in target)}/>'
        for number, (kind, target) in entries.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{written}</Relationships>'


def _types() -> str:
    kinds = {
        "document": "document.main",
        **{name: name for name in ("styles", "numbering", "settings")},
        "header1": "header",
        "footer1": "footer",
    }
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}{kind}+xml"/>' for name, kind in kinds.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f'{overrides}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def document(body: str = BODY, section: str = SECTION) -> str:
    """The main part with that body."""
    return f"{_HEAD}<w:document {ROOT}><w:body>{body}{section}</w:body></w:document>"


def sound_parts() -> dict[str, bytes]:
    """The parts of a document without a fault, by name."""
    package = relations({"rId1": ("officeDocument", "word/document.xml")}).replace(
        "</Relationships>",
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
    )
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": package,
        "word/document.xml": document(),
        "word/_rels/document.xml.rels": relations(RELATIONS),
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERING,
        "word/settings.xml": SETTINGS,
        "word/header1.xml": HEADER,
        "word/footer1.xml": FOOTER,
        "docProps/core.xml": CORE,
    }
    return {name: text.encode() for name, text in parts.items()} | {"word/media/badge.png": png()}


def with_body(body: str) -> bytes:
    """A sound file but for that body, which need not use the picture and the link."""
    return packed(sound_parts() | {"word/document.xml": document(body).encode()})
