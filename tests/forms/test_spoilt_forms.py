"""Forty ways to spoil a form, each told as what it is; no traceback, and no word that somebody typed is lost."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from asked_boards import ask_group, write_board
from attrs import Factory, frozen
from filled_forms import edited, in_controls, without_controls
from word_files import packed, png, unpacked

import bscb_docs
from bscb_docs import Board, Remark, replies_of
from bscb_docs.forms.answer_marks import check_letter, short_code

ANSWERS = {
    (1, "state"): "Stuck",
    (1, "happened"): "Three courses were followed up.",
    (2, "state"): "On track",
    (2, "happened"): "The draft is with the printer.",
}
"""What stands in a form before it is spoilt."""

Change = Callable[[bytes], bytes]


@frozen
class Spoilt:
    """A kind of damage: what is typed beside the answers, what happens to the file, and what is told."""

    code: str
    words: str
    typed: dict[tuple[int, str], str] = Factory(dict)
    change: Change = lambda data: data


def in_body(old: str, new: str, count: int = 1) -> Change:
    """The body with other words; the old ones must be there."""

    def change(data: bytes) -> bytes:
        assert old in unpacked(data)["word/document.xml"].decode()
        return edited(data, lambda xml: xml.replace(old, new, count))

    return change


def both(first: Change, second: Change) -> Change:
    """One after the other."""
    return lambda data: second(first(data))


def part(name: str, content: bytes | None) -> Change:
    """With another content of a part, or without it."""

    def change(data: bytes) -> bytes:
        parts = {key: value for key, value in unpacked(data).items() if key != name}
        return packed(parts if content is None else {**parts, name: content})

    return change


def code_of(number: int) -> str:
    """What the marks call a work of the form, counted from 1."""
    return short_code((("p1-25-1", "o1", "o2", "o3", "t1")[number - 1],), 6)


def block(number: int) -> re.Pattern[str]:
    """The table of the answers about one piece of work."""
    return re.compile(rf"<w:tbl>(?:(?!</w:tbl>).)*?ask_F\d+_\w{{4}}_{code_of(number)}_state.*?</w:tbl>", re.DOTALL)


def twice(words: str = "Three courses were followed up.") -> Change:
    """The first block copied to the end of the form, with other words in its second answer."""

    def copy(xml: str) -> str:
        found = block(1).search(xml)
        assert found
        other = found[0].replace("Three courses were followed up.", words)
        if not words:
            other = re.sub(r"(<w:t[^>]*>)(?:Stuck)(</w:t>)", r"\1\2", other)
        return xml.replace("<w:sectPr", f"<w:p/>{other}<w:p/><w:sectPr", 1)

    return lambda data: edited(data, copy)


PARAGRAPH = '<w:p><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p>'
HAPPENED = '<w:t xml:space="preserve">Three courses were followed up.</w:t></w:r>'
END = "<w:sectPr"
TRACKED = 'w:id="9001" w:author="A" w:date="2025-12-20T10:00:00Z"'
BOX = (
    '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
    + PARAGRAPH.format("Ring me about this.")
    + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
)
PICTURE = (
    '<w:r><w:drawing><wp:inline><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri=""><a:blip/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
)
NESTED = f"<w:tbl><w:tr><w:tc>{PARAGRAPH.format('Leaflets: 400')}</w:tc></w:tr></w:tbl><w:p/>"


def noted(kind: str, reference: str) -> Change:
    """A comment or footnote on the second answer."""
    root = f'<w:{kind}s xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    words = PARAGRAPH.format("Jo knows more about this.")
    content = f'{root}<w:{kind} w:id="7">{words}</w:{kind}></w:{kind}s>'.encode()
    relation = (
        '<Relationship Id="rIdNote" Target="notes.xml" '
        f'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}s"/></Relationships>'
    )

    def change(data: bytes) -> bytes:
        parts = unpacked(in_body(HAPPENED, f'{HAPPENED}<w:r><w:{reference} w:id="7"/></w:r>')(data))
        relations = parts["word/_rels/document.xml.rels"].decode().replace("</Relationships>", relation)
        return packed({**parts, "word/_rels/document.xml.rels": relations.encode(), "word/notes.xml": content})

    return change


def swap_marks(pattern: str, old: int, new: int) -> Change:
    """The bookmarks, or the tags, of one work's answers changed to another's."""
    found = re.compile(rf"({re.escape(pattern)}ask_F\d+_\w{{4}}_){code_of(old)}(_)")
    return lambda data: edited(data, lambda xml: found.sub(rf"\g<1>{code_of(new)}\2", xml))


SPOILT = {
    "an empty file": Spoilt("FRM-01", "is no Word file", change=lambda _: b""),
    "a text file": Spoilt("FRM-01", "is no Word file", change=lambda _: b"We did it all."),
    "a file cut short": Spoilt("FRM-01", "is no Word file", change=lambda data: data[:4000]),
    "an old .doc file": Spoilt("FRM-01", "is no Word file", change=lambda _: b"\xd0\xcf\x11\xe0" + bytes(600)),
    "a PDF": Spoilt("FRM-01", "is no Word file", change=lambda _: b"%PDF-1.7\n"),
    "an OpenDocument file": Spoilt(
        "FRM-01",
        "is an OpenDocument file",
        change=lambda _: packed({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}),
    ),
    "a picture": Spoilt("FRM-01", "is no Word file", change=lambda _: png()),
    "a file without its body": Spoilt("FRM-01", "damaged", change=part("word/document.xml", None)),
    "a body cut short": Spoilt("FRM-01", "damaged", change=part("word/document.xml", b"<w:document")),
    "entities": Spoilt(
        "FRM-01", "a document type", change=part("word/document.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>")
    ),
    "another document": Spoilt(
        "FRM-02",
        "no update form",
        change=lambda data: edited(
            data, lambda xml: xml[: xml.index("<w:body>") + 8] + PARAGRAPH.format("Minutes") + "</w:body></w:document>"
        ),
    ),
    "every mark and code gone": Spoilt(
        "FRM-02",
        "no update form",
        change=both(without_controls, lambda data: edited(data, lambda xml: re.sub(r"F\d+-\w{4}", "", xml))),
    ),
    "another board's form": Spoilt(
        "FRM-03",
        "did not send",
        change=lambda data: edited(data, lambda xml: re.sub(r"F(\d+)([-_])\w{4}", r"F\1\2QQQQ", xml)),
    ),
    "nothing typed": Spoilt("FRM-15", "Nothing is filled in", dict.fromkeys(ANSWERS, "")),
    "a tracked insertion": Spoilt(
        "FRM-11",
        "tracked changes",
        change=in_body(HAPPENED, f"{HAPPENED}<w:ins {TRACKED}><w:r><w:t> And more.</w:t></w:r></w:ins>"),
    ),
    "a tracked deletion": Spoilt(
        "FRM-11",
        "tracked changes",
        change=in_body(HAPPENED, f"{HAPPENED}<w:del {TRACKED}><w:r><w:delText>gone</w:delText></w:r></w:del>"),
    ),
    "a comment": Spoilt(
        "FRM-10", 'comment is kept as a remark: "Jo knows more', change=noted("comment", "commentReference")
    ),
    "a footnote": Spoilt("FRM-09", '"Jo knows more', change=noted("footnote", "footnoteReference")),
    "a picture in an answer": Spoilt("FRM-12", "1 picture", change=in_body(HAPPENED, HAPPENED + PICTURE)),
    "words after the form": Spoilt(
        "FRM-09", '"Sorry this is late."', change=in_body(END, PARAGRAPH.format("Sorry this is late.") + END)
    ),
    "words before the form": Spoilt(
        "FRM-09", '"Dear Kit,"', change=in_body("<w:body>", "<w:body>" + PARAGRAPH.format("Dear Kit,"))
    ),
    "words added to the form's own": Spoilt(
        "FRM-09", "see below", change=in_body("Tell practitioners what", "see below! Tell practitioners what")
    ),
    "a text box": Spoilt("FRM-09", '"Ring me about this."', change=in_body(END, BOX + END)),
    "words in the left column": Spoilt(
        "FRM-09",
        '"It went well."',
        change=in_body("What was done in the period", "It went well.</w:t><w:br/><w:t>What was done in the period"),
    ),
    "a table in an answer": Spoilt(
        "FRM-09",
        '"Leaflets: 400"',
        change=lambda data: edited(
            data,
            lambda xml: re.sub(
                rf"(<w:tc>(?:(?!<w:tc>).)*?{re.escape(HAPPENED)}.*?</w:p>)",
                lambda m: m[1] + NESTED,
                xml,
                count=1,
                flags=re.DOTALL,
            ),
        ),
    ),
    "a table of one's own": Spoilt("FRM-09", "Leaflets", change=in_body(END, NESTED + END)),
    "a block twice, answered differently": Spoilt("FRM-08", "answered twice", change=twice("Nothing was done.")),
    "a block twice, answered alike": Spoilt("FRM-17", "taken once", change=twice()),
    "a block twice, once left empty": Spoilt("FRM-17", "taken once", change=twice("")),
    "a reference of no work": Spoilt(
        "FRM-05", '"P9-25-1 W" is no work', change=both(without_controls, in_body(">P1-25-1 W<", ">P9-25-1 W<"))
    ),
    "a reference with another letter": Spoilt(
        "FRM-05",
        "should be",
        change=both(without_controls, lambda data: edited(data, lambda xml: re.sub(r">O1 \w<", ">O1 A<", xml))),
    ),
    "a reference typed over, its marks in place": Spoilt(
        "FRM-07",
        "two say that it is about O1",
        {(2, "state"): ""},
        lambda data: edited(data, lambda xml: re.sub(r">O1 \w<", lambda _: ">O2 {}<".format(check_letter("O2")), xml)),
    ),
    "a label typed over, its marks in place": Spoilt(
        "FRM-07", "two say that it is about O1", change=lambda data: edited(data, lambda xml: relabelled(xml))
    ),
    "bookmark and field of two works, no print": Spoilt(
        "FRM-06",
        "disagree",
        {(2, "state"): ""},
        both(lambda data: edited(data, lambda xml: relabelled(xml, "")), swap_marks('<w:tag w:val="', 2, 3)),
    ),
    "print and bookmark of two works, no field": Spoilt(
        "FRM-06",
        "disagree",
        {(2, "state"): ""},
        both(swap_marks('w:name="', 2, 4), lambda data: edited(data, lambda xml: re.sub(r"<w:tag [^>]*>", "", xml))),
    ),
    "a state misspelt": Spoilt("FRM-14", 'Did you mean "Slipping"?', {(1, "state"): "Sliping"}),
    "a state of another scale": Spoilt("FRM-14", '"Green" is none', {(1, "state"): "Green"}),
    "not rated, without a reason": Spoilt("FRM-14", "needs its reason", {(1, "state"): "not rated"}),
    "a day that is none": Spoilt(
        "FRM-14", "31 February 2026", {(1, "deadline"): "31 February 2026", (1, "reason"): "late"}
    ),
    "a month without a year": Spoilt(
        "FRM-14", "as in August 2026.", {(1, "deadline"): "August", (1, "reason"): "late"}
    ),
    "a day that never comes": Spoilt("FRM-14", "asap", {(1, "deadline"): "asap", (1, "reason"): "late"}),
    "a new deadline without a reason": Spoilt("FRM-16", "without a reason", {(1, "deadline"): "May 2026"}),
    "a reason without a new deadline": Spoilt("FRM-14", "no day", {(1, "reason"): "nobody had time"}),
    "a reading that is no number": Spoilt("FRM-14", '"about half" is no number', {(4, "reading_0"): "about half"}),
    "more than all": Spoilt("FRM-14", "is more than all", {(4, "reading_0"): "12 of 3"}),
}


def relabelled(xml: str, label: str = "What shows it") -> str:
    """The label beside the second work's second answer changed to that of another question, or gone."""
    found = block(2).search(xml)
    assert found
    return xml.replace(found[0], found[0].replace(">What happened<", f">{label}<", 1))


@pytest.fixture
def board(tmp_path: Path) -> Board:
    """A board whose Learning Group owns five pieces of work."""
    return write_board(tmp_path / "board")


@pytest.mark.parametrize("name", SPOILT)
def test_a_spoilt_form_is_told(name: str, board: Board, tmp_path: Path) -> None:
    """One finding of its own code says what it is; what was typed is a record or a remark, and all reads back."""
    spoilt = SPOILT[name]
    known, form = ask_group(board, tmp_path / "out")
    answers = {**ANSWERS, **spoilt.typed}
    path = tmp_path / "back.docx"
    path.write_bytes(spoilt.change(in_controls(form.data, answers)))
    taken = bscb_docs.take_forms(known, [path])
    assert [finding.code for finding in taken.findings] == [spoilt.code], [str(f) for f in taken.findings]
    assert spoilt.words in str(taken.findings[0])
    taken.save()
    assert bscb_docs.read_board(str(board.folder)).findings == ()
    written = " ".join(taken.files.values())
    if spoilt.code not in {"FRM-01", "FRM-02", "FRM-03", "FRM-15"}:
        assert [words for words in answers.values() if words not in written] == []


@pytest.mark.parametrize("state", ["Sliping", "Green", "not rated"])
def test_a_state_that_cannot_be_read_answers_nothing(state: str, board: Board, tmp_path: Path) -> None:
    """No update is written, so the last state stands, the work is unanswered, and check tells the remarks once."""
    known, form = ask_group(board, tmp_path / "out")
    path = tmp_path / "back.docx"
    path.write_bytes(in_controls(form.data, {(1, "state"): state, (1, "happened"): "Two courses were held."}))
    bscb_docs.take_forms(known, [path]).save()
    read = bscb_docs.read_board(str(board.folder))
    assert [update for update in read.updates() if update.period == form.form.period] == []
    assert [str(r.text.text) for r in read.of(Remark)] == [state, "Two courses were held."]
    assert replies_of(read, form.form.period)[0].answered == ()
    assert [f.code for f in bscb_docs.check(read) if f.code == "UPD-08"] == ["UPD-08"]


def test_forty_kinds_of_damage() -> None:
    """As many as are promised."""
    assert len(SPOILT) >= 40
