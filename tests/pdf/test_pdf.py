"""PDF: accessible, the same bytes again, private, and plain about what is missing."""

import http.server
import re
import shlex
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from programs import program, require, require_module
from sample_docx import ADDRESS, ALTERNATIVE, BOOKMARKS, HEADINGS, READ_IN_ORDER, paragraph, sample_docx, tall_row
from screen_reader import pages_in, reading_order
from word_files import packed, png

from bscb_docs.diagnostics.errors import PdfError
from bscb_docs.pdf import PackError, find_office, make_pdfs, office_version, pages_of_bookmarks
from bscb_docs.pdf.export import _refuse_losses as refuse_losses
from bscb_docs.pdf.libreoffice import convert
from bscb_docs.pdf.printed_words import compare_words

pytestmark = pytest.mark.slow

pikepdf = require_module("pikepdf", "pikepdf")


@pytest.fixture(scope="module")
def office() -> Path:
    """LibreOffice's program."""
    require("soffice")
    found = find_office()
    assert found
    return found


@pytest.fixture(scope="module")
def pdf(office: Path) -> bytes:
    """The sample document as PDF."""
    return make_pdfs({"report": sample_docx()})["report"]


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for passing files, empty at first."""
    folder = tmp_path / "passing"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr("tempfile.tempdir", None)  # else the folder that was found first is kept
    return folder


def text_of(pdf: bytes) -> str:
    """What poppler reads in a PDF."""
    require("pdftotext")
    return subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()


def is_running(process: int) -> bool:
    """True where a process of this number does any work."""
    try:
        return Path(f"/proc/{process}/stat").read_text().split()[2] != "Z"
    except FileNotFoundError:
        return False


def dead_sockets() -> set[Path]:
    """The sockets of LibreOffice in /tmp that nobody answers."""
    dead = set()
    for path in Path("/tmp").glob("OSL_PIPE_*"):  # noqa: S108 - where LibreOffice puts them
        with socket.socket(socket.AF_UNIX) as line:
            try:
                line.connect(str(path))
            except OSError:
                dead.add(path)
    return dead


def test_pdf_ua(pdf: bytes) -> None:
    """A sound document breaks no rule of PDF/UA-1."""
    report = require_module("page", "page-validation").validate_pdf_bytes(pdf, profile="ua1")

    assert [f"{failure.rule_id}: {failure.message}" for failure in report.failures] == []
    assert report.is_compliant
    assert report.rules.total > 100


def test_house_style_is_accessible(office: Path) -> None:
    """The house file, which shows every style of the house, breaks no rule of PDF/UA-1."""
    house = (files("bscb_docs.templates") / "house.docx").read_bytes()
    report = require_module("page", "page-validation").validate_pdf_bytes(
        make_pdfs({"house": house})["house"], profile="ua1"
    )

    assert [f"{failure.rule_id}: {failure.message}" for failure in report.failures] == []


def test_reading_order(pdf: bytes, tmp_path: Path) -> None:
    """The tags, read in their order, say the words of the document in its order."""
    assert reading_order(pdf, tmp_path) == READ_IN_ORDER


def test_a_pdf_that_lost_words_is_refused(pdf: bytes) -> None:
    """LibreOffice can clip a table row without a word: what a document says must stand in its PDF."""
    said = sample_docx(before=paragraph("Neighbours noticed nothing of this unusual matter.", "BodyText"))

    with pytest.raises(PdfError, match=r'lost words while it laid out report: of "Neighbours noticed nothing of this'):
        refuse_losses("report", said, pdf)


def test_a_clipped_row_is_found(office: Path) -> None:
    """Of rows that may not split and are somewhat taller than a page, those that LibreOffice clips are named."""
    pages = {
        str(points): sample_docx(before=tall_row([f"Seen{points}mark{number} it was." for number in range(points)]))
        for points in range(24, 54, 3)
    }
    raw = convert(pages, timeout=120)
    found = {
        points: [
            number
            for number in range(int(points))
            if any(f"Seen{points}mark{number} " in text for text in compare_words(pages[points], raw[points]).lost)
        ]
        for points in pages
    }

    read = {points: text_of(pdf) for points, pdf in raw.items()}
    told = {points: [n for n in range(int(points)) if f"Seen{points}mark{n} " not in read[points]] for points in raw}
    assert found == told
    assert any(told.values()), "this LibreOffice clips no row any more: the guard can go"


def test_a_word_cut_by_a_line_s_end_is_told(office: Path) -> None:
    """A column narrower than its longest word cuts the word in two; a word divided at its own hyphen is whole."""
    narrow = sample_docx(before=tall_row(["Extraordinarily well-considered"], width=900))
    words = compare_words(narrow, convert({"narrow": narrow}, timeout=120)["narrow"])

    assert words.broken == ("Extraordinarily", "considered")
    assert words.lost == ()


def test_a_tab_without_room_loses_no_words(office: Path) -> None:
    """A heading that fills its line of the contents stands against its page number, and neither is lost."""
    page = "<w:r><w:tab/><w:t>000</w:t></w:r>"
    lines = (f"W{'i' * letters} visitor" for letters in range(100, 160))
    full = sample_docx(before="".join(paragraph(line, "TOC1", after=page) for line in lines))

    assert compare_words(full, convert({"full": full}, timeout=120)["full"]).lost == ()


def test_metadata(pdf: bytes) -> None:
    """Title, author and dates are the document's own, and nothing tells the moment or the machine."""
    with pikepdf.open(BytesIO(pdf)) as file:
        assert {str(key): str(value) for key, value in file.docinfo.items()} == {
            "/Title": "Chair's report 2017/18",
            "/Subject": "The chair's year",
            "/Author": "Example Board",
            "/CreationDate": "D:20180405093000+00'00",
            "/ModDate": "D:20180405093000+00'00",
        }
        assert file.Root.Lang == "en-GB"
        assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
        with file.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == "Chair's report 2017/18"
            assert metadata["dc:description"] == "The chair's year"


def test_no_date(office: Path) -> None:
    """A document that does not say when it was changed gets a PDF without dates."""
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Minutes</dc:title></cp:coreProperties>'
    )
    with pikepdf.open(BytesIO(make_pdfs({"minutes": sample_docx(core=core)})["minutes"])) as file:
        assert [str(key) for key in file.docinfo] == ["/Title"]


def test_every_cell_has_the_header_of_its_row(pdf: bytes) -> None:
    """A person who goes down a column hears of what each cell tells; the first row is the headers of columns."""
    with pikepdf.open(BytesIO(pdf)) as file:
        rows = [thing for thing in file.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/TR"]
        firsts = [row.K[0] for row in rows]
        scopes = [[str(said.Scope) for said in first.A.as_list() if "/Scope" in said] for first in firsts]
    assert [str(first.S) for first in firsts] == ["/TH"] * len(rows)
    assert scopes == [["/Column"], *[["/Row"]] * (len(rows) - 1)]


def test_a_table_begins_with_its_caption(pdf: bytes) -> None:
    """A person who goes from table to table hears which one it is."""
    with pikepdf.open(BytesIO(pdf)) as file:
        things = [thing for thing in file.objects if isinstance(thing, pikepdf.Dictionary)]
        (table,) = [thing for thing in things if thing.get("/S") == "/Table"]
        assert [str(kid.S) for kid in table.K] == ["/Caption", "/TR", "/TR", "/TR"]
        assert table.K[0].P.objgen == table.objgen
        assert [thing for thing in things if thing.get("/S") == "/caption"] == []


def test_what_a_reader_uses(pdf: bytes) -> None:
    """Outline, links, tab order, alternative text and fonts are all there."""
    with pikepdf.open(BytesIO(pdf)) as file:
        with file.open_outline() as outline:
            titles = tuple(item.title for item in outline.root)
            assert titles == ("Annual report", "Contents", *HEADINGS)  # both are headings to a screen reader
        links = [link for page in file.pages for link in page.get("/Annots", [])]
        assert sum("/Dest" in link for link in links) == len(HEADINGS)
        assert [str(link.A.URI) for link in links if "/A" in link] == [ADDRESS]
        assert {str(page.Tabs) for page in file.pages} == {"/S"}
        things = [thing for thing in file.objects if isinstance(thing, pikepdf.Dictionary)]
        assert [str(thing.Alt) for thing in things if thing.get("/S") == "/Figure"] == [ALTERNATIVE]
        fonts = [thing for thing in things if thing.get("/Type") == "/FontDescriptor"]
        assert fonts
        assert all("/FontFile2" in font or "/FontFile3" in font or "/FontFile" in font for font in fonts)


def test_same_bytes(office: Path, pdf: bytes) -> None:
    """The same document gives the same bytes a second later, and among others."""
    time.sleep(1.1)  # a PDF tells its time in seconds
    again = make_pdfs({"report": sample_docx(), "other": sample_docx(before=paragraph("More.", "Normal"))})

    assert again["report"] == pdf
    assert again["other"] != pdf


def test_names_stay(office: Path) -> None:
    """Names that no file could bear, or that differ in capitals only, come back as they were given."""
    names = {"plan/2017-18": "One.", "Plan": "Two.", "plan": "Three.", "-env:x": "Four."}
    made = make_pdfs({name: sample_docx(before=paragraph(words, "Normal")) for name, words in names.items()})

    assert list(made) == list(names)
    assert len(set(made.values())) == len(names)


def test_nothing_asked() -> None:
    """No documents give no PDFs, and need no LibreOffice."""
    assert make_pdfs({}) == {}


def test_pages(pdf: bytes) -> None:
    """Each bookmark stands on the page where its heading is printed."""
    assert pages_in(pdf) == 4
    assert pages_of_bookmarks(pdf, BOOKMARKS) == dict(zip(BOOKMARKS, (2, 3, 3, 4), strict=True))
    assert pages_of_bookmarks(pdf, ()) == {}


def test_pages_of_other_bookmarks(office: Path) -> None:
    """A bookmark that holds no words, stands in a table, or has an odd name is found too."""
    names = ("empty", "_Ref.two-words", "café", "_Toc_cell")
    marks = [
        f'<w:bookmarkStart w:id="{n}" w:name="{name}"/><w:bookmarkEnd w:id="{n}"/>' for n, name in enumerate(names, 50)
    ]
    cell = paragraph("Cell", "TableText", before=marks[-1])
    before = paragraph("Words", "Normal", before="".join(marks[:-1])) + (
        '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="4513"/></w:tblGrid><w:tr><w:tc><w:tcPr>'
        f'<w:tcW w:w="4513" w:type="dxa"/></w:tcPr>{cell}</w:tc></w:tr></w:tbl>'
    )
    made = make_pdfs({"report": sample_docx(before=before)})["report"]

    assert pages_of_bookmarks(made, names) == dict.fromkeys(names, 3)


def test_blank_page_counts(office: Path) -> None:
    """A page left blank so that a part starts on a right-hand page counts, as it does in "Page 5 of 5"."""
    before = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr></w:p>'
    with ZipFile(BytesIO(sample_docx(before=before))) as parts:
        content = {name: parts.read(name) for name in parts.namelist()}
    start, mark, end = content["word/document.xml"].rpartition(b"<w:pgSz ")
    content["word/document.xml"] = start + b'<w:type w:val="oddPage"/>' + mark + end
    made = make_pdfs({"report": packed(content)})["report"]

    assert pages_in(made) == 5
    assert pages_of_bookmarks(made, BOOKMARKS[-1:]) == {BOOKMARKS[-1]: 5}


def test_missing_bookmark(pdf: bytes) -> None:
    """A bookmark that the PDF does not have is named."""
    with pytest.raises(PdfError, match=r"_Toc999999"):
        pages_of_bookmarks(pdf, (BOOKMARKS[0], "_Toc999999"))


def test_no_pdf() -> None:
    """Bytes that are no PDF are refused."""
    with pytest.raises(PdfError, match="no PDF"):
        pages_of_bookmarks(b"minutes of a meeting", ())


def test_version(office: Path) -> None:
    """The version is a name and a number."""
    assert re.fullmatch(r"LibreOffice\w* \d+\.\d+[\d.]*", office_version())


def test_office_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program that the variable names comes before any other."""
    named = program(tmp_path / "soffice", "echo LibreOffice 1.2.3.4 build")
    monkeypatch.setenv("BSCB_DOCS_SOFFICE", str(named))

    assert find_office() == named
    assert office_version() == "LibreOffice 1.2.3.4"


def test_no_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without LibreOffice one sentence says what to install."""
    if sys.platform != "linux":
        pytest.skip("elsewhere LibreOffice is found off PATH too")
    monkeypatch.delenv("BSCB_DOCS_SOFFICE", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))

    assert find_office() is None
    assert office_version() == ""
    with pytest.raises(PdfError) as caught:
        make_pdfs({"report": sample_docx()})
    assert str(caught.value) == (
        "A PDF needs LibreOffice, which was not found: install it from https://www.libreoffice.org (on Debian and "
        "Ubuntu the package libreoffice-writer), or set BSCB_DOCS_SOFFICE to its program soffice."
    )


def test_office_named_wrongly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable that names no program is not passed over in silence."""
    monkeypatch.setenv("BSCB_DOCS_SOFFICE", str(tmp_path / "gone"))

    assert find_office() is None
    with pytest.raises(PdfError, match=r"BSCB_DOCS_SOFFICE says .*gone, but no program is there"):
        make_pdfs({"report": sample_docx()})


def test_office_that_does_not_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that cannot be started is named."""
    (tmp_path / "soffice").write_text("no program")
    monkeypatch.setenv("BSCB_DOCS_SOFFICE", str(tmp_path / "soffice"))

    with pytest.raises(PdfError, match=r"soffice.* could not be started"):
        make_pdfs({"report": sample_docx()})


def test_no_pikepdf() -> None:
    """Without pikepdf one sentence says what to install; and it is imported only when a PDF is made."""
    script = (
        "import sys; sys.modules['pikepdf'] = None\n"
        "from bscb_docs.pdf import make_pdfs\n"
        "try: make_pdfs({'report': b''})\n"
        "except Exception as fault: print(fault)\n"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout

    assert told.strip() == 'A PDF needs the Python package pikepdf: install it with `pip install "bscb-docs[pdf]"`.'


def _with_half_the_text(docx: bytes) -> bytes:
    with ZipFile(BytesIO(docx)) as parts:
        content = {name: parts.read(name) for name in parts.namelist()}
    content["word/document.xml"] = content["word/document.xml"][: len(content["word/document.xml"]) // 2]
    return packed(content)


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"Minutes of a meeting", id="plain text"),
        pytest.param(sample_docx()[:4000], id="half a file"),
        pytest.param(packed({"notes.txt": b"x"}), id="another zip"),
        pytest.param(packed({"word/document.xml": b"Minutes"}), id="a zip like Word's"),
        pytest.param(_with_half_the_text(sample_docx()), id="half its text"),
    ],
)
def test_broken_document(office: Path, pdf: bytes, broken: bytes) -> None:
    """A broken document is named, and those around it are made."""
    with pytest.raises(PackError, match=r"could not make a PDF of minutes\.docx: open the file in Word") as caught:
        make_pdfs({"first": sample_docx(), "minutes.docx": broken, "last": sample_docx()})

    assert caught.value.made == {"first": pdf, "last": pdf}


def test_office_ends_early(office: Path, pdf: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document at which LibreOffice crashes is named, and does not take the others along."""
    crash = 'for file in "$@"; do grep -q CRASH "$file" 2>/dev/null && exit 139; done'
    script = program(tmp_path / "soffice", f'{crash}\nexec {shlex.quote(str(office))} "$@"')
    monkeypatch.setenv("BSCB_DOCS_SOFFICE", str(script))
    with ZipFile(BytesIO(sample_docx())) as parts:
        crashing = packed({name: parts.read(name) for name in parts.namelist()} | {"CRASH": b""})

    with pytest.raises(PackError, match="could not make a PDF of bad:") as caught:
        make_pdfs({"first": sample_docx(), "bad": crashing, "last": sample_docx()})
    assert caught.value.made == {"first": pdf, "last": pdf}


def test_not_accessible(pdf: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A LibreOffice too old to mark a PDF as PDF/UA is told apart from one that works."""
    with pikepdf.open(BytesIO(pdf)) as file:
        del file.Root.Metadata
        file.save(tmp_path / "plain.pdf")
    old = program(tmp_path / "soffice", f'for last in "$@"; do :; done; cp {tmp_path}/plain.pdf "${{last%.docx}}.pdf"')
    monkeypatch.setenv("BSCB_DOCS_SOFFICE", str(old))

    with pytest.raises(PdfError, match=r"report is not accessible \(PDF/UA-1\): install LibreOffice 7\.4"):
        make_pdfs({"report": sample_docx()})


def test_side_by_side(office: Path, pdf: bytes) -> None:
    """Four calls at once all succeed."""
    with ThreadPoolExecutor(4) as people:
        made = list(people.map(lambda _: make_pdfs({"report": sample_docx()}), range(4)))

    assert made == [{"report": pdf}] * 4


def test_time_is_up(tmp_path: Path, room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A LibreOffice that hangs is ended with all that it started, and the error says so."""
    if sys.platform != "linux":
        pytest.skip("processes are looked up in /proc")
    script = program(tmp_path / "soffice", f"sleep 60 & echo $! > {tmp_path}/child; wait")
    monkeypatch.setenv("BSCB_DOCS_SOFFICE", str(script))

    with pytest.raises(PdfError, match=r"not ready after 0\.5 seconds and was ended: allow it more time"):
        make_pdfs({"report": sample_docx()}, timeout=0.5)
    assert not is_running(int((tmp_path / "child").read_text()))
    assert list(room.iterdir()) == []


@pytest.mark.parametrize("docx", [sample_docx(), b"broken", _with_half_the_text(sample_docx())])
def test_no_litter(office: Path, room: Path, docx: bytes) -> None:
    """Whether it went well or badly, no file is left behind."""
    if sys.platform == "win32":
        pytest.skip("Windows holds files for a moment after a program has ended")
    try:
        make_pdfs({"report": docx})
    except PackError:
        assert docx != sample_docx()

    assert list(room.iterdir()) == []


def test_no_litter_when_time_is_up(office: Path, tmp_path: Path, room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A LibreOffice that is ended in the middle of its work leaves no file and no socket."""
    waiting = program(tmp_path / "soffice", f'exec {shlex.quote(str(office))} "$1" --headless')
    monkeypatch.setenv("BSCB_DOCS_SOFFICE", str(waiting))
    before = dead_sockets()

    with pytest.raises(PdfError, match="not ready after 2 seconds"):
        make_pdfs({"report": sample_docx()}, timeout=2)
    assert list(room.iterdir()) == []
    assert dead_sockets() - before == set()


@pytest.fixture
def visits() -> Iterator[tuple[str, list[str]]]:
    """The address of a picture on the network, and what was asked for it."""
    asked: list[str] = []

    class Door(http.server.BaseHTTPRequestHandler):
        """Notes each request and has nothing to give."""

        def handle_one_request(self) -> None:
            """One more line in the list."""
            asked.append(self.rfile.readline().decode())
            self.close_connection = True

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Door) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/chart.png", asked
        server.shutdown()


def test_outside_picture(office: Path, visits: tuple[str, list[str]]) -> None:
    """A picture that is only linked is not fetched from the network."""
    address, asked = visits
    make_pdfs({"report": sample_docx(picture=address)})

    assert asked == []


def test_picture_on_this_machine(office: Path, tmp_path: Path) -> None:
    """A picture that is only linked does not bring a file of this machine into a published PDF."""
    (tmp_path / "private.png").write_bytes(png(40, 20))
    made = make_pdfs({"report": sample_docx(picture=(tmp_path / "private.png").as_uri())})["report"]

    with pikepdf.open(BytesIO(made)) as file:
        streams = [thing for thing in file.objects if isinstance(thing, pikepdf.Stream)]
        assert [picture for picture in streams if picture.get("/Subtype") == "/Image"] == []


def test_language_of_the_desk(office: Path, pdf: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another time zone and locale change no byte."""
    for name, value in (("TZ", "Asia/Tokyo"), ("LC_ALL", "C"), ("LANG", "C")):
        monkeypatch.setenv(name, value)

    assert make_pdfs({"report": sample_docx()}) == {"report": pdf}
