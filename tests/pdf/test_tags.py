"""What a screen reader meets in a PDF: pictures, links, notes, lists and signs."""

import re
import subprocess
from collections import Counter, defaultdict
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from programs import require, require_module
from sample_docx import sample_docx
from screen_reader import reading_order
from small_boards import NARRATIVE, board_of
from word_files import packed, unpacked

import bscb_docs
from bscb_docs import Board
from bscb_docs.pdf import make_pdfs
from bscb_docs.pdf.libreoffice import convert
from bscb_docs.pdf.link_tags import join_pieces
from bscb_docs.pdf.picture_tags import mark_pages
from bscb_docs.pdf.tag_tree import HEADINGS, is_tag, kids_of, links_of, new_tag, set_kids, tags_below

pytestmark = pytest.mark.slow

pikepdf = require_module("pikepdf", "pikepdf")

NEXT_PAGE = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
PICTURES = {
    "birmingham": Counter(),
    "harrowmere": Counter({"/Figure": 8, "/Artifact": 1}),  # the picture of its cover says nothing
}


@pytest.fixture(scope="module", params=list(PICTURES))
def report(request: pytest.FixtureRequest, boards: dict[str, Board]) -> tuple[str, bytes]:
    """An example board's name, and its accountability report as a Word file."""
    require("soffice")
    return request.param, bscb_docs.build(boards[request.param], "accountability-report").data


@pytest.fixture(scope="module")
def pdf(report: tuple[str, bytes]) -> bytes:
    """The report as PDF."""
    return make_pdfs({"report": report[1]})["report"]


@pytest.fixture(scope="module")
def tags(pdf: bytes) -> Iterator[list[Any]]:
    """Every tag of the report in the order of reading."""
    with pikepdf.open(BytesIO(pdf)) as file:
        yield list(tags_below(file.Root.StructTreeRoot))


def kinds(tag: Any) -> list[str]:
    """What the tags are that a tag holds."""
    return [str(kid.S)[1:] for kid in kids_of(tag) if is_tag(kid)]


def described(file: Any) -> list[Any]:
    """The tags of pictures that have words."""
    things = [thing for thing in file.objects if isinstance(thing, pikepdf.Dictionary)]
    return [thing for thing in things if thing.get("/S") == "/Figure" and "/Alt" in thing]


def shown(page: Any) -> dict[tuple[str, int | None], list[str]]:
    """The pictures that a page shows, by the mark of the content around them and its number."""
    pictures = defaultdict(list)
    around: list[tuple[str, int | None]] = []
    for step in pikepdf.parse_content_stream(page):
        match str(step.operator):
            case "BMC":
                around.append((str(step.operands[0]), None))
            case "BDC":
                around.append((str(step.operands[0]), step.operands[1].get("/MCID")))
            case "EMC":
                around.pop()
            case "Do":
                pictures[around[0]].append(str(step.operands[0]))
    return pictures


def assert_joined(pdf: bytes) -> None:
    """The page marks one picture as the content of each tag with words, and leads from there back to the tag."""
    with pikepdf.open(BytesIO(pdf)) as file:
        parents = pikepdf.NumberTree(file.Root.StructTreeRoot.ParentTree)
        for tag in described(file):
            (page,) = [page for page in file.pages if page.obj.objgen == tag.Pg.objgen]
            (number,) = tag.K
            assert len(shown(page)["/Figure", number]) == 1
            assert parents[int(page.obj.StructParents)][number].objgen == tag.objgen
    failures = require_module("page", "page-validation").validate_pdf_bytes(pdf, profile="ua1").failures
    assert [f"{failure.rule_id}: {failure.message}" for failure in failures] == []


def pixels(pdf: bytes, room: Path) -> bytes:
    """Every page as a picture."""
    (room / "seen.pdf").write_bytes(pdf)
    return subprocess.run([require("pdftoppm"), "-r", "40", room / "seen.pdf"], capture_output=True, check=True).stdout


def written(page: Any) -> bytes:
    """The bytes of a page as they stand in its file."""
    return bytes(page.Contents.read_raw_bytes())


def test_every_picture_with_words_is_the_content_of_its_tag(pdf: bytes) -> None:
    """A screen reader that looks for what a tag holds finds the picture, and the validator finds nothing."""
    assert_joined(pdf)


def test_decoration_stays_an_artifact(report: tuple[str, bytes], pdf: bytes) -> None:
    """Pictures with words are marked as figures, and only they."""
    with pikepdf.open(BytesIO(pdf)) as file:
        marks = Counter(mark for page in file.pages for (mark, _), held in shown(page).items() for _ in held)
        assert (marks, len(described(file))) == (PICTURES[report[0]], marks["/Figure"])


def test_the_page_looks_as_it_did(report: tuple[str, bytes], tmp_path: Path) -> None:
    """Marks are not seen: pages have the same pixels before and after; others keep their bytes."""
    (given,) = convert({"report": report[1]}, 120).values()
    mended = BytesIO()
    with pikepdf.open(BytesIO(given)) as file:
        before = [written(page) for page in file.pages]
        tags = list(tags_below(file.Root.StructTreeRoot))
        marked = re.compile("/(Status |Aside |(Callout|Decision|Recommendation) Heading$)")
        pages = {
            tag.Pg.objgen for tag in tags if (is_tag(tag, "/Figure") and "/Alt" in tag) or marked.match(str(tag.S))
        }
        mark_pages(file, tags)
        changed = {page.obj.objgen for page, old in zip(file.pages, before, strict=True) if old != written(page)}
        file.save(mended)
    assert changed == pages
    assert pixels(mended.getvalue(), tmp_path) == pixels(given, tmp_path)


def test_a_picture_alone_on_its_page_is_the_content_of_its_tag() -> None:
    """LibreOffice keeps no list of contents for a page without words."""
    require("soffice")
    words = unpacked(sample_docx())["word/document.xml"].decode()
    picture = re.search(r'<w:p><w:pPr><w:pStyle w:val="Picture"/>.*?</w:p>', words)
    assert picture
    made = make_pdfs({"one": sample_docx(before=f"{NEXT_PAGE}{picture[0]}{NEXT_PAGE}")})["one"]
    assert_joined(made)
    with pikepdf.open(BytesIO(made)) as file:
        assert len(described(file)) == 2


def test_a_cropped_picture_is_the_content_of_its_tag() -> None:
    """The tag has the box of what is seen of it; LibreOffice draws the whole within that."""
    require("soffice")
    parts = unpacked(sample_docx())
    body = parts["word/document.xml"].decode()
    cropped = body.replace("<a:stretch>", '<a:srcRect l="25000" r="25000"/><a:stretch>')
    assert cropped != body
    made = make_pdfs({"one": packed(parts | {"word/document.xml": cropped.encode()})})["one"]
    assert_joined(made)
    with pikepdf.open(BytesIO(made)) as file:
        assert len(described(file)) == 1


DECORATION = (
    '><a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec='
    '"http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst></wp:docPr>'
)


def test_a_turned_picture_keeps_its_words_and_one_without_any_is_passed_over() -> None:
    """LibreOffice takes them for shapes, whose alternative text it drops, and tags decoration too."""
    require("soffice")
    parts = unpacked(sample_docx())
    body = parts["word/document.xml"].decode()
    (picture,) = re.findall(r'<w:p><w:pPr><w:pStyle w:val="Picture"/>.*?</w:p>', body)
    turned = picture.replace("<a:xfrm>", '<a:xfrm rot="5400000">').replace('id="7"', 'id="8"')
    decoration = re.sub(' descr="[^"]*"/>', DECORATION, turned.replace('id="8"', 'id="9"'))
    words = [re.sub("Meetings", each, picture) for each, picture in (("Visits", turned), ("", decoration))]
    body = body.replace(picture, picture + "".join(words))
    made = make_pdfs({"one": packed(parts | {"word/document.xml": body.encode()})})["one"]
    assert_joined(made)
    with pikepdf.open(BytesIO(made)) as file:
        told = [str(tag.Alt) for tag in tags_below(file.Root.StructTreeRoot) if is_tag(tag, "/Figure")]
    assert told == ["Meetings held rose from six to nine", "Visits held rose from six to nine"]


def test_two_pictures_in_the_box_of_one_tag_stay_as_they_were() -> None:
    """Which of them has the words cannot be known."""
    require("soffice")
    with pikepdf.open(BytesIO(convert({"one": sample_docx()}, 120)["one"])) as file:
        (tag,) = described(file)
        page = next(page for page in file.pages if page.obj.objgen == tag.Pg.objgen)
        page.contents_add(page.Contents.read_bytes())  # each picture is painted a second time over itself
        mark_pages(file, [tag])
        assert "/K" not in tag
        assert [mark for mark, _ in shown(page)] == ["/Artifact"]


def test_the_pieces_of_a_link_are_one(tags: list[Any]) -> None:
    """An entry of the contents is one link, as is a reference: neighbours never lead to the same place."""
    for tag in tags:
        for one, other in pairwise([kid for kid in kids_of(tag) if is_tag(kid)]):
            if is_tag(one, "/Link") and is_tag(other, "/Link"):
                assert links_of(one)[0].Contents != links_of(other)[0].Contents
    entries = [tag for tag in tags if is_tag(tag, "/TOCI")]
    assert entries
    assert [kinds(kids_of(entry)[0]) for entry in entries] == [["Link"]] * len(entries)


def test_a_link_over_several_lines_is_one(tags: list[Any]) -> None:
    """Whoever goes from link to link by the tab key meets it once; its corners say on which lines it can be clicked."""
    leads = [links_of(tag) for tag in tags if is_tag(tag, "/Link")]
    pages = [[link.P.objgen for link in links if "/P" in link] for links in leads]
    assert [each for each in pages if len(set(each)) < len(each)] == []
    assert any(len(link.get("/QuadPoints", ())) == 16 for links in leads for link in links)


def test_a_link_whose_lines_begin_below_each_other_is_one() -> None:
    """As in the contents, where LibreOffice leaves the space at the end of the first line outside of both pieces."""
    with pikepdf.new() as file:
        pieces: list[Any] = [new_tag(file, "/Link"), 9, new_tag(file, "/Link")]
        for piece, box in ((pieces[0], [106, 606, 523, 620]), (pieces[2], [106, 592, 289, 606])):
            place = file.make_indirect(pikepdf.Dictionary(Rect=pikepdf.Array(box), Contents="Priority 2, action 1"))
            set_kids(piece, [8, pikepdf.Dictionary(Type=pikepdf.Name.OBJR, Obj=place)])
        (link,) = join_pieces(pieces)
        assert len(links_of(link)) == 2


def test_a_list_of_references_says_each_title_once(pdf: bytes) -> None:
    """The link of a priority or an appendix that is listed holds all of the words that it is called by."""
    pdfium = require_module("pypdfium2", "pypdfium2")
    document = pdfium.PdfDocument(pdf)
    listed = 0
    with pikepdf.open(BytesIO(pdf)) as file:
        points = [tag for tag in tags_below(file.Root.StructTreeRoot) if is_tag(tag, "/List Bullet")]
        at_point = {lead.objgen for tag in points for link in filter(is_tag, kids_of(tag)) for lead in links_of(link)}
        for number, page in enumerate(file.pages):
            words = document[number].get_textpage()
            for link in page.get("/Annots", ()):
                called = str(link.Contents)
                if link.objgen in at_point and re.match(r"(Priority|Appendix) \d+: ", called):
                    held = words.get_text_bounded(*[float(edge) for edge in link.Rect])
                    assert called in " ".join(held.split())
                    listed += 1
    document.close()
    assert listed


def test_no_link_lies_over_blank(pdf: bytes) -> None:
    """Each box of a link, and each line of one over several, has words in it."""
    pdfium = require_module("pypdfium2", "pypdfium2")
    document = pdfium.PdfDocument(pdf)
    with pikepdf.open(BytesIO(pdf)) as file:
        for number, page in enumerate(file.pages):
            words = document[number].get_textpage()
            for link in page.get("/Annots", ()):
                edges = [float(edge) for edge in link.get("/QuadPoints", link.Rect)]
                for box in [edges[at : at + 8] for at in range(0, len(edges), 8)]:
                    sides, heights = box[::2], box[1::2]
                    assert words.get_text_bounded(min(sides), min(heights), max(sides), max(heights)).strip()
    document.close()


def test_a_link_says_where_it_leads(pdf: bytes, tags: list[Any]) -> None:
    """A reference is a link of all its words, a note's number says that it is one, and no link is without a tag."""
    leads = [link for tag in tags if is_tag(tag, "/Link") for link in links_of(tag)]
    said = [str(link.Contents) for link in leads]
    assert [words for words in said if words != " ".join(words.split()) or "\N{NON-BREAKING HYPHEN}" in words] == []
    called = [str(link.Contents) for link in leads if str(link.get("/A", {}).get("/URI", "")).startswith("tel:")]
    assert called
    assert [words for words in said if words.replace(".", "").isdecimal() and words not in called] == []
    assert any(words.startswith("paragraph ") for words in said)
    bare = r"(table|figure|appendix|priority) \d+"
    assert [words for words in said if re.fullmatch(bare, words, re.IGNORECASE)] == []
    titles = [words.partition(": ")[2] for words in said if words.startswith("table ")]
    assert [title for title in titles if len(title) > 40 and re.search("[,;:] ", title)] == []
    with pikepdf.open(BytesIO(pdf)) as file:
        assert sum(len(page.get("/Annots", [])) for page in file.pages) == len(said)


def test_links_of_the_same_words_lead_to_the_same_place(tags: list[Any]) -> None:
    """A list of links tells the outcomes of one priority from those of another."""
    listed = {below.objgen for tag in tags if is_tag(tag, "/TOCI") for below in tags_below(tag)}
    leads: dict[tuple[str, bool], set[str]] = defaultdict(set)
    links = [(link, tag.objgen in listed) for tag in tags if is_tag(tag, "/Link") for link in links_of(tag)]
    for link, is_listed in links:
        words = re.sub(r", page \d+$", "", str(link.Contents)), is_listed
        leads[words].add(next(link[key].unparse().decode() for key in ("/Dest", "/A") if key in link))
    assert {words: places for words, places in leads.items() if len(places) > 1} == {}


def test_a_number_is_parted_from_its_words(tags: list[Any]) -> None:
    """What a tab parts on the page would be one word to a screen reader, "4.Neglect" or "Appendix 1Business Plan"."""
    said = [str(kid.ActualText) for tag in tags if is_tag(tag, "/H1") for kid in kids_of(tag) if is_tag(kid)]
    assert [words[:3] for words in said if words[0].isdecimal()][:3] == ["1. ", "2. ", "3. "]
    assert any(re.match(r"Appendix 1 \w", words) for words in said)


def test_a_badge_s_room_is_not_read(tags: list[Any]) -> None:
    """The heading of a priority is said with single spaces, and has nothing before its first word."""
    said = [str(tag.ActualText) for tag in tags if "/ActualText" in tag]
    assert any(words.startswith("Priority 1: ") for words in said)
    assert [words for words in said if words != " ".join(words.split())] == []


def test_an_entry_of_the_contents_is_called_as_it_is_read(tags: list[Any]) -> None:
    """A number stands apart from its words, and what the page calls a link its tag does too."""
    links = [next(link for link in tags_below(tag) if is_tag(link, "/Link")) for tag in tags if is_tag(tag, "/TOCI")]
    entries = [str(links_of(link)[0].Contents) for link in links]
    assert any(re.fullmatch(r"1\. \w[^\t]*", words) for words in entries)
    assert [words for link, words in zip(links, entries, strict=True) if words != str(link.get("/Alt", words))] == []


def test_the_contents_are_nested_as_the_headings_are(tags: list[Any]) -> None:
    """Whoever goes through them hears under which heading an "Introduction" stands."""
    styles: dict[bool, set[str]] = {True: set(), False: set()}
    for contents in (tag for tag in tags if is_tag(tag, "/TOC")):
        styles[is_tag(contents.P, "/TOCI")] |= {str(kids_of(entry)[0].S) for entry in kids_of(contents)}
    assert "/Contents 2" in styles[True]
    assert (styles[True] - {"/Contents 2", "/Contents 3"}, styles[False] & styles[True]) == (set(), set())


def test_a_footnote_is_read_after_the_paragraph_that_refers_to_it(tags: list[Any]) -> None:
    """Whoever hears its number hears its words next, and a link that leads back."""
    for number, note in enumerate([tag for tag in tags if is_tag(tag, "/Note")], 1):
        siblings = kids_of(note.P)
        before = siblings[[kid.objgen for kid in siblings].index(note.objgen) - 1]
        assert f"Note {number}" in [str(tag.get("/Alt")) for tag in tags_below(before)]
        back = next(tag for tag in tags_below(note) if is_tag(tag, "/Link"))
        assert str(back.Alt) == str(links_of(back)[0].Contents) == f"Note {number}: back to the text"
        assert isinstance(kids_of(back)[0], int)


def test_what_belongs_to_a_point_does_not_end_its_list(tags: list[Any]) -> None:
    """Two lists of numbered paragraphs have a heading between them: a paragraph without a number parts none."""
    for tag in tags:
        row = [_style(kid) for kid in kids_of(tag) if is_tag(kid)]
        for style in ("L /Numbered Paragraph", "L /Numbered Subparagraph"):
            for one, other in pairwise([at for at, each in enumerate(row) if each == style]):
                assert any(each.startswith("/H") for each in row[one:other])


def test_a_point_s_label_is_no_word_of_it(tags: list[Any]) -> None:
    """A screen reader that says a list's points says their numbers once, for each list says how it counts."""
    points = [tag for tag in tags if is_tag(tag, "/LI")]
    assert points
    assert [kinds(point) for point in points] == [["Lbl", "LBody"]] * len(points)
    ways = {str(kids_of(kids_of(tag.K[0])[-1])[0].S): str(tag.A.ListNumbering) for tag in tags if is_tag(tag, "/L")}
    assert ways["/Paragraph Bullet"] == "/Disc"
    assert ways["/Numbered Paragraph"] == "/Decimal"


def test_no_heading_stands_in_a_list(tags: list[Any]) -> None:
    """What follows a recommendation in a numbered text is no part of the point before: a list of its own goes on."""
    lists = [tag for tag in tags if is_tag(tag, "/L")]
    assert [str(below.S) for listed in lists for below in tags_below(listed) if is_tag(below, *HEADINGS)] == []


DECISION = """
First.

> Decision wanted: By the board, who pays

Second.

## Two

Third.
"""


def test_a_heading_ends_the_list_before_it(tmp_path: Path) -> None:
    """That of a decision wanted, too: the numbered text goes on after it, in a list that begins with its number."""
    require("soffice")
    board = board_of(
        tmp_path / "board", "# Document one: One\nsection: narrative\n", report=NARRATIVE.format(name="one") + DECISION
    )
    pdf = make_pdfs({"one": bscb_docs.build(board, "one").data})["one"]
    with pikepdf.open(BytesIO(pdf)) as file:
        lists = [tag for tag in tags_below(file.Root.StructTreeRoot) if _style(tag) == "L /Numbered Paragraph"]
        assert [len(kids_of(each)) for each in lists] == [2, 1, 1]


def test_what_is_set_apart_ends_where_its_words_do(tags: list[Any]) -> None:
    """Its heading and its words are a section of their own, outside of which the text goes on."""
    apart = [tag for tag in tags if str(tag.S).startswith("/Aside ")]
    sections = [tag for tag in tags if is_tag(tag, "/Sect") and is_tag(kids_of(tag)[0], *HEADINGS)]
    held = [below.objgen for section in sections for below in tags_below(section)]
    assert {tag.objgen for tag in apart} <= set(held)
    assert [
        str(tag.S) for tag in tags if tag.objgen in held and str(tag.S).startswith(("/Sign-off", "/Paragraph"))
    ] == []


def test_a_picture_s_caption_is_tagged_as_one(tags: list[Any]) -> None:
    """It stands beside the picture, whose words would else be read in its place."""
    groups = [kinds(tag) for tag in tags if is_tag(tag, "/Div") and "Caption" in kinds(tag)]
    assert [tag for tag in tags if is_tag(tag, "/caption")] == []
    assert groups == [["Caption", "Picture"]] * len(groups)


def test_a_bookmark_begins_with_a_word(pdf: bytes) -> None:
    """The room that a priority's badge keeps for its colour is none of its title."""
    with pikepdf.open(BytesIO(pdf)) as file, file.open_outline() as outline:
        titles, waiting = [], list(outline.root)
        while waiting:
            item = waiting.pop()
            titles.append(item.title)
            waiting += item.children
    assert any(title.startswith("Priority 1: ") for title in titles)
    assert [title for title in titles if "\u00a0" in title or "  " in title] == []


def _style(tag: Any) -> str:
    """The style of a paragraph, or that of the first point of a list after an L."""
    return f"L {kids_of(kids_of(kids_of(tag)[0])[-1])[0].S}" if is_tag(tag, "/L") else str(tag.S)


def test_the_sign_of_a_status_is_not_read(pdf: bytes, tags: list[Any], tmp_path: Path) -> None:
    """Its words follow it: a screen reader says "Slipping", and no "black up-pointing triangle"."""
    assert [str(tag.S) for tag in tags if str(tag.S).startswith("/Status ")] == []
    assert [words for words in reading_order(pdf, tmp_path) if set(words) & set("●▲■◆○")] == []


def test_a_border_is_decoration(pdf: bytes) -> None:
    """Nothing is drawn outside of all marked content: a reader that goes by tags passes over tints and borders."""
    drawn = {"f", "F", "f*", "S", "s", "B", "B*", "b", "b*"}
    with pikepdf.open(BytesIO(pdf)) as file:
        for page in file.pages:
            depth = 0
            for step in pikepdf.parse_content_stream(page):
                operator = str(step.operator)
                depth += (operator in {"BMC", "BDC"}) - (operator == "EMC")
                assert depth or operator not in drawn
