"""A hard board on paper: English and Welsh documents of one set of records, with names and words in six scripts."""

import io
from pathlib import Path

import pikepdf
import pytest
from programs import require, require_fonts, sdk_errors

import bscb_docs
from bscb_docs.pdf.printed_words import compare_words
from bscb_docs.pdf.tag_tree import is_tag, kids_of, tags_below

pytestmark = pytest.mark.slow

PLAN = """# Board: Harrowmere Safeguarding Partnership
notice: A worked example.

# Person: Agnieszka Żółć-Świątek

# Person: محمد اقبال

# Person: 陳大文

# Person: ਗੁਰਪ੍ਰੀਤ ਕੌਰ

# Person: রহিমা বেগম

# Body: Fforwm Siân Llŷr Ŵyn
kind: forum
chair: محمد اقبال, from April 2017
member: 陳大文
member: ਗੁਰਪ੍ਰੀਤ ਕੌਰ
member: রহিমা বেগম

The forum hears families.

# Statuses

## Status: On track
means: in progress, on course

It goes well.

# Document plan: Report in Four Languages
also in: cy
years: 2017-18
section: cover
section: document-control
section: contents
section: narrative
section: our-priorities
section: priorities
section: progress-picture
section: our-groups

# Issue plan 1.0
state: for approval
as at: 31 March 2018

# Plan: Report in Four Languages
years: 2017-18

# Priority P1: Neglect (غفلت)

Neglect harms children in every family: [غفلت ہر بچے کو نقصان پہنچاتی ہے]{lang=ur}.

## Action P1-1
years: 2017-18
owner: Fforwm Siân Llŷr Ŵyn
due: May 2018

Tell families in their own languages what help there is.

# Updates 2017-18

## Update P1-1
status: On track
as at: 31 March 2018

{{ agnieszka-żółć-świątek.name }} and {{ 陳大文.name }} wrote to every school.
"""
REPORT = """# Narrative plan: Report in Four Languages

## What families told us: ماں باپ نے کیا کہا

Families spoke with Agnieszka Żółć-Świątek, محمد اقبال, 陳大文, ਗੁਰਪ੍ਰੀਤ ਕੌਰ and রহিমা বেগম. {#families}

[آپ کے بچے کی حفاظت ہم سب کی ذمہ داری ہے۔ فون: 01234 567890]{lang=ur}

> Quotation: A mother
> [میرے بچے محفوظ ہیں]{lang=ur}

> Callout: 您需要知道的
> [如果您担心孩子，请致电 01234 567890。]{lang=zh}

Caption: The same words in each language

| Language | Words |
|---|---|
| Polski | [bezpieczeństwo dzieci]{lang=pl} |
| اردو | [بچوں کی حفاظت]{lang=ur} |
| 中文 | [儿童安全]{lang=zh} |
| ਪੰਜਾਬੀ | [**ਬੱਚਿਆਂ ਦੀ ਸੁਰੱਖਿਆ**]{lang=pa} |
| বাংলা | [*শিশু সুরক্ষা*]{lang=bn} |

As [paragraph](#families) says, [mae croeso i bawb]{lang=cy}.
"""
WELSH = {
    "Harrowmere Safeguarding Partnership": "Partneriaeth Diogelu Harrowmere",
    "A worked example.": "Enghraifft ddychmygol.",
    "The forum hears families.": "Mae'r fforwm yn gwrando ar deuluoedd.",
    "On track": "Ar y trywydd",
    "It goes well.": "Mae'n mynd yn dda.",
    "Report in Four Languages": "Adroddiad mewn Pedair Iaith",
    "P1: Neglect": "P1: Esgeulustod",
    "Neglect harms children in every family": "Mae esgeulustod yn niweidio plant ym mhob teulu",
    "Tell families in their own languages what help there is.": "Dweud wrth deuluoedd yn eu hiaith eu hunain.",
    "wrote to every school": "a ysgrifennodd at bob ysgol",
    "What families told us": "Beth ddywedodd teuluoedd",
    "Families spoke with": "Siaradodd teuluoedd â",
    "A mother": "Mam",
    "The same words in each language": "Yr un geiriau ym mhob iaith",
    "| Language | Words |": "| Iaith | Geiriau |",
    "As [paragraph](#families) says": "Fel y dywed [paragraff](#families)",
    " and ": " a ",
}


def board_of(folder: Path) -> bscb_docs.Board:
    """The board, and in its folder `cy` the same files with Welsh words."""
    (folder / "cy").mkdir(parents=True)
    for name, text in (("plan.md", PLAN), ("report.md", REPORT)):
        (folder / name).write_text(text, encoding="utf-8")
        for english, welsh in WELSH.items():
            text = text.replace(english, welsh)
        (folder / "cy" / name).write_text(text, encoding="utf-8")
    return bscb_docs.read_board(folder)


def test_a_board_of_four_languages_is_whole_on_paper(tmp_path: Path) -> None:
    """Both documents are valid and accessible, nothing is found but notes, and every word stands in its PDF."""
    require("soffice")
    require_fonts("Arab", "Hans", "Guru", "Beng")
    board = board_of(tmp_path / "board")
    published = bscb_docs.publish_pack(board, bscb_docs.document_names(board), tmp_path / "out", pdf=True)
    for each, language in zip(published, ("en-GB", "cy-GB"), strict=True):
        assert [str(finding) for finding in each.findings if finding.severity.value != "note"] == []
        assert [str(finding) for finding in bscb_docs.check_document(each.saved.path)] == []
        assert sdk_errors(each.saved.path) == []
        assert each.pdf is not None
        pdf = each.pdf.read_bytes()
        assert compare_words(each.saved.path.read_bytes(), pdf).lost == ()
        with pikepdf.open(io.BytesIO(pdf)) as file:
            assert file.Root.Lang == language


def test_an_entry_of_the_contents_is_one_link_in_every_script(tmp_path: Path) -> None:
    """Who hears the link has heard the entry: no title in Urdu and no page number stands beside it."""
    require("soffice")
    board = board_of(tmp_path / "board")
    (published, _) = bscb_docs.publish_pack(board, bscb_docs.document_names(board), tmp_path / "out", pdf=True)
    assert published.pdf is not None
    with pikepdf.open(published.pdf) as file:
        entries = [tag for tag in tags_below(file.Root.StructTreeRoot) if is_tag(tag, "/TOCI")]
        assert [[str(kid.S) for kid in kids_of(kids_of(entry)[0])] for entry in entries] == [["/Link"]] * len(entries)


def test_both_documents_say_the_same_of_the_records(tmp_path: Path) -> None:
    """Names and dates are those of the records; the words, the house's too, are each document's own."""
    board = board_of(tmp_path / "board")
    english, welsh = (bscb_docs.build(board, name).text for name in ("plan", "plan-cy"))
    for text, words in (
        (english, ("Owner: ", "May 2018", "Chair or co-chairs")),
        (welsh, ("Perchennog: ", "Mai 2018", "Cadeirydd neu gyd-gadeiryddion")),
    ):
        assert all(word in text for word in (*words, "محمد اقبال", "陳大文", "ਗੁਰਪ੍ਰੀਤ ਕੌਰ", "রহিমা বেগম"))
