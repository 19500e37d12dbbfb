"""Templates from outside: whatever one holds, it is refused in plain words, in bounded time and memory."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from bounded import bounded
from hostile_tags import GREEDY, PRYING
from one_section import BODY, Words, board_of, build, paragraph, template, words_in
from word_files import packed

import bscb_docs
from bscb_docs import BscbDocsError, StoppedError, TemplateError
from bscb_docs.ooxml.house_file import load_house_file
from bscb_docs.ooxml.package import read_parts
from bscb_docs.template_check.inspection import inspect_template
from bscb_docs.template_engine.tags import environment


def refusal(body: str, folder: Path) -> str:
    """What the library says of a template with that tag alone in a paragraph."""
    with pytest.raises(TemplateError) as caught:
        build(paragraph(body), folder, Words("<w:p/>"))
    return str(caught.value)


@pytest.mark.slow
def test_a_greedy_template_is_stopped(tmp_path: Path) -> None:
    """Each tag that would never end is refused by a count, all of them within a few seconds."""
    said = bounded(
        __file__,
        "from pathlib import Path\nfrom test_faults_templates import GREEDY, refusal\n"
        "for name, body in GREEDY.items(): print(name, '|', refusal(body, Path(sys.argv[1])))",
        tmp_path,
    )
    lines = dict(line.split(" | ", 1) for line in said.splitlines())
    assert set(lines) == set(GREEDY)
    assert [name for name, words in lines.items() if not words.startswith("section.docx")] == []
    assert [name for name, words in lines.items() if "the machine can hold" in words] == []


@pytest.mark.parametrize("name", PRYING)
def test_a_prying_template_is_refused(name: str, tmp_path: Path) -> None:
    """A tag reads the page and nothing else, and changes nothing."""
    assert refusal(PRYING[name], tmp_path).startswith("section.docx, paragraph 1")
    assert not (Path.cwd() / "pried").exists()


def test_what_a_section_needs_is_allowed(tmp_path: Path) -> None:
    """The limits stand far above what a document of a board needs."""
    tags = "{{ loop.index * 2 + 1 }}{{ row ~ '-' ~ words }}{{ [row, words] | join('&') }} "
    body = f"{{% for row in rows %}}{tags}{{% endfor %}}"
    page = Words("<1", rows=("a",) * 20_000)
    words = words_in(build(paragraph(body), tmp_path, page).data)[0].split()
    assert words[-1] == "40001a-<1a&<1"
    assert len(words) == 20_000


def test_filters_that_a_template_may_use_never_undo_escaping_or_throw_dice() -> None:
    """A new version of Jinja cannot bring a filter in by itself."""
    assert {"safe", "random", "center", "format", "indent", "replace", "tojson", "xmlattr"} & set(
        environment().filters
    ) == set()


ENTITIES = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12)
)
OUTSIDE = '<!DOCTYPE w [<!ENTITY m SYSTEM "file:///etc/passwd">'


def with_entity(part: str, declared: str, name: str) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    """A change that declares entities in a part and uses one of them."""

    def change(parts: dict[str, bytes]) -> dict[str, bytes]:
        text = parts[part].decode()
        head, _, rest = text.partition("?>") if text.startswith("<?xml") else ("", "", text)
        used = rest.replace("</w:body>", f"<w:p><w:r><w:t>&{name};</w:t></w:r></w:p></w:body>")
        used = used if used != rest else rest.replace("><", f">&{name};<", 1)
        return parts | {part: f"{head}{'?>' if head else ''}{declared}]>{used}".encode()}

    return change


def put(part: str, data: bytes) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    """A change that puts a part in."""
    return lambda parts: parts | {part: data}


def lose(part: str) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    """A change that takes a part away."""
    return lambda parts: {name: data for name, data in parts.items() if name != part}


def swap(part: str, old: str, new: str) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    """A change of words in a part, which must be there."""

    def change(parts: dict[str, bytes]) -> dict[str, bytes]:
        assert old.encode() in parts[part]
        return parts | {part: parts[part].replace(old.encode(), new.encode(), 1)}

    return change


RELATIONS = "word/_rels/document.xml.rels"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
HOSTILE = {
    "an entity bomb in the text": with_entity(BODY, ENTITIES, "m"),
    "an entity bomb in the styles": with_entity("word/styles.xml", ENTITIES, "m"),
    "an entity bomb in the relationships": with_entity(RELATIONS, ENTITIES, "m"),
    "an outside entity in the text": with_entity(BODY, OUTSIDE, "m"),
    "an outside entity in the styles": with_entity("word/styles.xml", OUTSIDE, "m"),
    "no text": lose(BODY),
    "an empty text": put(BODY, b""),
    "binary text": put(BODY, bytes(range(256))),
    "a text in another encoding": put(BODY, "<w/>".encode("utf-16")),
    "a text without a body": put(BODY, b"<w:document xmlns:w='http://x'/>"),
    "no styles": lose("word/styles.xml"),
    "broken styles": put("word/styles.xml", b"<w:styles"),
    "broken relationships": put(RELATIONS, b"<Relationships><"),
    "a style level that is no number": swap("word/styles.xml", 'w:outlineLvl w:val="0"', 'w:outlineLvl w:val="x"'),
    "a body of 100,000 nested elements": put(
        BODY,
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        + b"<w:x>" * 100_000
        + b"</w:x>" * 100_000
        + b"</w:body></w:document>",
    ),
}


@pytest.mark.parametrize("what", HOSTILE)
@pytest.mark.parametrize("place", ["section", "house"])
def test_a_hostile_word_file_is_refused_in_words(what: str, place: str, tmp_path: Path) -> None:
    """As a section's template and as a board's own house.docx, it is refused or does no harm: never a traceback."""
    data = packed(HOSTILE[what](template(paragraph("{{ words }}"))))
    try:
        if place == "section":
            built = bscb_docs.build(board_of(data, tmp_path), "one")
        else:
            (tmp_path / "house.docx").write_bytes(data)
            (tmp_path / "board.md").write_text("# Board: Test\n", encoding="utf-8")
            built = bscb_docs.build(bscb_docs.read_board(tmp_path), "role-of-independent-chair")
    except BscbDocsError as fault:
        assert str(fault).endswith((".", "'", '"'))  # noqa: PT017  # either is right, a traceback is not
    else:
        assert b"root:" not in built.data
        assert all("root:" not in words for words in words_in(built.data))


RUNNING = {
    "text of another file": "INCLUDETEXT /etc/passwd",
    "a picture from the network": "INCLUDEPICTURE http://example.org/p.png",
    "a program": "DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe",
    "a link to a program": "LINK Excel.Sheet.8 c:\\\\x.xls",
    "a macro": "MACROBUTTON run",
}


@pytest.mark.parametrize("what", RUNNING)
@pytest.mark.parametrize("split", [False, True])
def test_a_field_that_fetches_or_runs_is_never_written(what: str, tmp_path: Path, *, split: bool) -> None:
    """Whether its words stand in one run or in several, a document with it stops and no file appears."""
    words = RUNNING[what]
    pieces = [words[:3], words[3:]] if split else [words]
    field = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    step = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    body = f'<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr>{step.format("begin")}{field}{step.format("separate")}'
    body += f"<w:r><w:t>x</w:t></w:r>{step.format('end')}</w:p>"
    assert_never_written(board_of(packed(template(body)), tmp_path), tmp_path)


def outside(kind: str, target: str, part: str = RELATIONS) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    """A change that adds a relationship which leads out of the file."""
    entry = f'<Relationship Id="rOut" Type="{KIND}{kind}" Target="{target}" TargetMode="External"/>'

    def change(parts: dict[str, bytes]) -> dict[str, bytes]:
        empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
        old = parts.get(part, empty)
        return parts | {part: old.replace(b"</Relationships>", f"{entry}</Relationships>".encode())}

    return change


PICTURE = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="1" cy="1"/><wp:docPr id="1" name="p" descr="d"/><a:graphic '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData '
    'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" {0}="rOut"/></pic:blipFill>'
    "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)
OBJECT = (
    "<w:p><w:r><w:object><o:OLEObject xmlns:o='urn:schemas-microsoft-com:office:office' "
    "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' r:id='rOut'/></w:object></w:r></w:p>"
)
CHUNK = (
    "<w:altChunk xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' r:id='rOut'/>"
    + paragraph("x")
)
LINKED = {
    "a linked picture": (PICTURE.format("r:link"), outside("image", "http://example.org/p.png")),
    "an embedded picture from outside": (PICTURE.format("r:embed"), outside("image", "http://example.org/p.png")),
    "a linked object": (OBJECT, outside("oleObject", "http://example.org/o.bin")),
    "another document as a chunk": (CHUNK, outside("aFChunk", "http://example.org/c.html")),
}


@pytest.mark.parametrize("what", LINKED)
def test_what_word_would_fetch_is_never_written(what: str, tmp_path: Path) -> None:
    """A template that links to what lies elsewhere gives no document."""
    body, change = LINKED[what]
    assert_never_written(board_of(packed(change(template(body))), tmp_path), tmp_path)


def joined(part: str, kind: str) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    """A change that puts a program in as Word itself would: with its type and a connection from the text."""
    entry = (
        f'<Relationship Id="rIn" Type="http://schemas.microsoft.com/office/2006/relationships/{kind}" Target="{part}"/>'
    )
    listed = f'<Default Extension="bin" ContentType="application/vnd.ms-office.{kind}"/></Types>'

    def change(parts: dict[str, bytes]) -> dict[str, bytes]:
        relations = parts[RELATIONS].replace(b"</Relationships>", f"{entry}</Relationships>".encode())
        types = parts["[Content_Types].xml"].replace(b"</Types>", listed.encode())
        return parts | {RELATIONS: relations, "[Content_Types].xml": types, f"word/{part}": b"\xd0\xcf\x11\xe0"}

    return change


SHELLS = {
    "an attached template": outside("attachedTemplate", "http://example.org/t.dotm", "word/_rels/settings.xml.rels"),
    "macros": joined("vbaProject.bin", "vbaProject"),
    "macros that nothing names": put("word/vbaProject.bin", b"\xd0\xcf\x11\xe0"),
    "an embedded program": joined("embeddings/o.bin", "oleObject"),
    "a linked picture in a header": outside("image", "http://example.org/p.png", "word/_rels/header1.xml.rels"),
}


@pytest.mark.parametrize("what", SHELLS)
def test_a_house_file_that_fetches_or_runs_is_never_used(what: str, tmp_path: Path) -> None:
    """A board's own house.docx with macros or links that Word follows gives no document."""
    (tmp_path / "house.docx").write_bytes(packed(SHELLS[what](template(""))))
    (tmp_path / "board.md").write_text("# Board: Test\n\n# Role: Role of the chair\n\nWords.\n", encoding="utf-8")
    assert_never_written(bscb_docs.read_board(tmp_path), tmp_path, "role-of-independent-chair")


def assert_never_written(board: bscb_docs.Board, folder: Path, document: str = "one") -> None:
    """A document is refused, and no file appears; or it is written without a trace of what leads out or runs."""
    try:
        published = bscb_docs.publish(board, document, folder / "out", pages=False)
    except (StoppedError, TemplateError):
        assert list((folder / "out").glob("*")) == []
        return
    with zipfile.ZipFile(published.saved.path) as archive:
        for name in archive.namelist():
            data = archive.read(name)
            assert not any(bad in data for bad in (b"example.org", b"\xd0\xcf\x11\xe0", b"/etc/passwd", b"cmd.exe"))


def bomb(size: int, count: int = 1) -> bytes:
    """A Word file whose parts unpack to `size` bytes each."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(count):
            with archive.open(f"word/part{number}.xml", "w", force_zip64=True) as part:
                for _ in range(size // 2**20):
                    part.write(bytes(2**20))
            if not size:
                archive.writestr(f"word/other{number}.xml", b"")
    return stream.getvalue()


def lying_bomb() -> bytes:
    """A Word file that declares a part smaller than it unpacks to."""
    data = bytearray(bomb(400 * 2**20))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (1000).to_bytes(4, "little")
    return bytes(data)


def stray(name: str) -> bytes:
    """A Word file with a part of that name."""
    return packed(template(paragraph("x")) | {name: b"x"})


LEADS_OUT = "was not opened. A part of the file has a name that leads out"
PACKAGES: dict[str, tuple[Callable[[], bytes], str]] = {
    "a bomb": (lambda: bomb(400 * 2**20), "was not opened. The file would swell to 400 MB"),
    "a bomb that lies": (lying_bomb, "is no Word file"),
    "ten thousand parts": (lambda: bomb(0, 10_000), "was not opened. The file holds "),
    "a part above the file": (lambda: stray("../../etc/cron.d/x"), LEADS_OUT),
    "a part at the root": (lambda: stray("/etc/cron.d/x"), LEADS_OUT),
    "a part above by backslashes": (lambda: stray("..\\..\\x"), LEADS_OUT),
    "no zip": (lambda: b"PK\x03\x04 and then nothing", "is no Word file"),
    "nothing": (lambda: b"", "is no Word file"),
    "a zip that does not say what its parts are": (
        lambda: packed({name: data for name, data in template("").items() if name != "[Content_Types].xml"}),
        "is a zip file, but no Word file",
    ),
    "a cut zip": (lambda: stray("x")[:-300], "is no Word file"),
}


def tell_packages(folder: Path) -> None:
    """Prints what is said of each such file as the template of a section."""
    for what, (make, _) in PACKAGES.items():
        try:
            board = board_of(make(), folder)
            said = " ".join(str(f) for f in (*bscb_docs.check(board), *bscb_docs.build(board, "one").findings))
        except bscb_docs.BscbDocsError as fault:
            said = str(fault)
        print(json.dumps([what, said]), flush=True)  # noqa: T201  # read back


@pytest.mark.slow
def test_a_package_that_is_no_word_file_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    """A bomb costs neither time nor memory, and no part's name leads anywhere."""
    code = "from pathlib import Path\nfrom test_faults_templates import tell_packages\ntell_packages(Path(sys.argv[1]))"
    said = dict(map(json.loads, bounded(__file__, code, tmp_path).splitlines()))
    assert set(said) == set(PACKAGES)
    assert {what: told for what, told in said.items() if f"section.docx {PACKAGES[what][1]}" not in told} == {}


BULK: dict[str, tuple[Callable[[], dict[str, bytes]], str]] = {
    "a bomb of paragraphs": (lambda: template("<w:p/>" * 10_000_000), "holds more text"),
    "a bomb of elements": (lambda: template("<w:p/>" * 500_000), "holds more text"),
    "a bomb of attributes": (lambda: template(f"<w:p{' ' * 5_000_000}/>"), "holds more text"),
    "a bomb of styles": (lambda: template("") | {"word/styles.xml": bomb_of("style", 8_000_000)}, "holds more text"),
    "a bomb in a part that nobody names": (
        lambda: template("") | {"word/other.xml": bomb_of("x", 8_000_000)},
        "holds more text",
    ),
    "thousands of tags": (lambda: template(paragraph("{{ words }}" * 20_000)), "holds 20,000 tags"),
    "thousands of halves": (lambda: template(paragraph("{{" * 100_000)), "half of a tag 100,000 times"),
    "thousands of split halves": (
        lambda: template("<w:p>" + "<w:r><w:t>{</w:t></w:r><w:r><w:t>%</w:t></w:r>" * 5000 + "</w:p>"),
        "half of a tag 5,000 times",
    ),
    "thousands of halves as references": (
        lambda: template(paragraph("HERE").replace("HERE", "&#123;&#x7B;" * 50_000)),
        "half of a tag 50,000 times",
    ),
    "halves that another paragraph ends": (
        lambda: template(paragraph("{{" * 50_000) + paragraph("}}")),
        "half of a tag 50,000 times",
    ),
    "halves in a header": (
        lambda: template("") | {"word/header1.xml": header("{{" * 50_000)},
        "half of a tag 50,000 times",
    ),
    "a tag without end": (lambda: template(paragraph("{{ 1" + " + 1" * 50_000 + " }}")), "longer than any needs"),
    "a tag of white space": (lambda: template(paragraph("{% colspan" + " " * 9000 + "% %}")), "longer than any needs"),
}
"""Files that a Word file's own limits let pass, and that would take hours or gigabytes."""


def header(text: str) -> bytes:
    """A header with a paragraph of that text."""
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<w:hdr xmlns:w="{main}">{paragraph(text)}</w:hdr>'.encode()


def bomb_of(element: str, count: int) -> bytes:
    """A part of so many empty elements."""
    start = b'<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    return start + f"<w:{element}/>".encode() * count + b"</w:r>"


def tell_bulk(folder: Path) -> None:
    """Prints what is said of each such file as a template to be checked, as a section, and as a board's house file."""
    for what, (make, _) in BULK.items():
        data = packed(make())
        (checked,) = inspect_template(data, "section.docx", None, load_house_file())
        board = board_of(data, folder)
        section = [f.message for f in bscb_docs.check(board) if f.code == "PLG-01"]
        (folder / "board").mkdir(exist_ok=True)
        (folder / "board" / "house.docx").write_bytes(data)
        (folder / "board" / "board.md").write_text("# Board: Test\n", encoding="utf-8")
        try:
            house = str(bscb_docs.build(bscb_docs.read_board(folder / "board"), "role-of-independent-chair").findings)
        except TemplateError as fault:
            house = str(fault)
        print(json.dumps([what, checked.message, *section, house]), flush=True)  # noqa: T201  # read back


@pytest.mark.slow
def test_a_file_of_too_much_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    """All of them within half a minute, whichever door they come in by, and each says which file."""
    code = "from pathlib import Path\nfrom test_faults_templates import tell_bulk\ntell_bulk(Path(sys.argv[1]))"
    said = {what: told for what, *told in map(json.loads, bounded(__file__, code, tmp_path).splitlines())}
    assert set(said) == set(BULK)
    wrong = {what: told for what, told in said.items() if len(told) != 3 or any(BULK[what][1] not in t for t in told)}
    assert wrong == {}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("part", [BODY, "word/styles.xml", "word/theme/theme1.xml", "word/Extra.XML", RELATIONS])
@pytest.mark.parametrize("declared", [ENTITIES, OUTSIDE])
def test_declared_entities_are_refused_before_anything_is_parsed(part: str, declared: str, encoding: str) -> None:
    """In whatever encoding and part they stand, they are seen before they are expanded, and the part is named."""
    xml = f"{declared}]><w>&m;</w>".encode(encoding)
    data = packed(put(part, xml)(template(paragraph("x"))))
    with pytest.raises(TemplateError, match=f"The part {part} of the file has a document type"):
        read_parts(data, "the file")


@pytest.mark.parametrize("encoding", ["utf-7", "utf-32", "euc-jp"])
def test_a_part_whose_encoding_hides_entities_is_refused(encoding: str) -> None:
    """What the guard cannot read no other parser is given to read."""
    xml = f'<?xml version="1.0" encoding="{encoding}"?>{ENTITIES}]><w>&m;</w>'.encode(encoding)
    data = packed(put("word/styles.xml", xml)(template(paragraph("x"))))
    with pytest.raises(TemplateError, match="the file is damaged"):
        read_parts(data, "the file")
