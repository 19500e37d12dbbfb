"""Template check: every kind of broken template is told with its place in Word and what to do."""

import re
from importlib.resources import files

import pytest
from folders import DOCS
from template_samples import NAME, SOUND, ActionsPage, draft, replaced, with_part, with_relation, without
from word_files import packed, unpacked

from bscb_docs.diagnostics.codes import CODES
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.ooxml.house_file import load_house_file
from bscb_docs.plugin_api.registry import load_catalogue
from bscb_docs.template_check.inspection import inspect_section, inspect_template

DOCUMENT = "word/document.xml"
ROW = "table 1, row 3, cell 2"
PICTURE = (
    '<w:drawing xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:{kind}><wp:docPr id="1" name="Chart" descr="{text}"/></wp:{kind}></w:drawing>'
)
OLD_PICTURE = (
    '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="position:absolute"/>'
    "</w:pict></w:r></w:p>"
)
CLOSING = '<w:t xml:space="preserve">Closing words.</w:t>'
LOST = '<a:blip xmlns:a="a" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="x"/>'


def found_in(data: bytes) -> tuple[Finding, ...]:
    """What template check finds in a template of the sample page."""
    return inspect_template(data, NAME, ActionsPage, load_house_file())


def changed(old: str, new: str) -> bytes:
    """The sound template with one line drafted otherwise."""
    assert old in SOUND
    return draft(SOUND.replace(old, new, 1))


def set_in(old: str, new: str) -> bytes:
    """The sound template with one piece of its XML set otherwise."""
    return replaced(DOCUMENT, old, new)


WIDE = ('<w:gridCol w:w="4513"/><w:gridCol w:w="4513"/>', '<w:gridCol w:w="4513"/><w:gridCol w:w="4514"/>')

AS_OF_ANY_DOCUMENT = {
    *("DOCX-05", "DOCX-19", "DOCX-20", "DOCX-24", "DOCX-25"),
    *("ACC-12", "ACC-13", "ACC-15", "ACC-16", "ACC-18", "ACC-21", "ACC-25"),
}

BROKEN = {
    "a table wider than the text": (
        set_in(*WIDE),
        (
            "ACC-25",
            "table 1",
            "Its columns are together 9027 twentieths of a point wide, and the text 9026.",
            "Make its columns narrower, or set the section on pages on their side: layout=Layout.LANDSCAPE.",
        ),
    ),
    "a name that a record lacks": (
        changed("action.owners", "action.ownr"),
        ("TPL-02", ROW, '`{{ action.ownr | join(", ") }}`: ActionItem has no `ownr`.', "Did you mean `owners`?"),
    ),
    "a name that the page lacks": (
        changed("{{ years }}", "{{ year }}"),
        ("TPL-02", "paragraph 1", "`{{ year }}`: ActionsPage has no `year`.", "Did you mean `years`?"),
    ),
    "a name after its loop has ended": (
        changed("Closing words.", "{{ action.title }}"),
        ("TPL-02", "paragraph 6", "`{{ action.title }}`: ActionsPage has no `action`.", "Did you mean `actions`?"),
    ),
    "a tag that is never closed": (
        changed("Normal | {%p endif %}\n", ""),
        ("TPL-03", "paragraph 2", "`{%p if lead %}` is never closed.", "Put `{%p endif %}` where it ends."),
    ),
    "a tag that closes nothing": (
        changed("List Bullet | Closing words.", "Normal | {%p endfor %}"),
        ("TPL-03", "paragraph 6", "`{%p endfor %}` closes nothing.", "Take it away, or open it before."),
    ),
    "crossed tags": (
        changed(
            "List Bullet | Closing words.",
            "Normal | {%p if years %}\nNormal | {%p for a in actions %}\nNormal | {%p endif %}\nNormal | {%p endfor %}",
        ),
        (
            "TPL-03",
            "paragraph 8",
            "`{%p endif %}` crosses `{%p for a in actions %}` of paragraph 7, which is still open.",
            "Close `{%p for a in actions %}` first.",
        ),
    ),
    "a loop that ends in another part of the page": (
        changed("{%tr endfor %}", "{%p endfor %}"),
        (
            "TPL-03",
            "table 1, row 4, cell 1",
            "`{%tr for action in actions %}` of table 1, row 2, cell 1 and `{%p endfor %}` stand in different parts of "
            "the page.",
            "Put both in one paragraph, or both alone in paragraphs of the text or of one cell, or in rows of one "
            "table.",
        ),
    ),
    "a tag that lacks its end": (
        changed("{{ years }}", "{{ years }"),
        (
            "TPL-03",
            "paragraph 1",
            "`{{ years }` begins a tag and never ends it.",
            "End it with `}}` in the same paragraph.",
        ),
    ),
    "a tag with one brace at each end": (
        changed("{{ years }}", "{ years }"),
        (
            "TPL-03",
            "paragraph 1",
            "`{ years }` has one brace at each end, so it is printed as it stands.",
            "Write `{{ years }}`.",
        ),
    ),
    "a tag that cannot be read": (
        changed("{{ years }}", "{{ years years }}"),
        (
            "TPL-03",
            "paragraph 1",
            "`{{ years years }}`: it cannot be read: expected token 'end of print statement', got 'years'.",
            "Look at its brackets, quotes, dots and words.",
        ),
    ),
    "three braces": (
        changed("{{ years }}", "{{{ years }}}"),
        ("TPL-03", "paragraph 1", "`{{{ years }}`: it has three braces at each end.", "Write two."),
    ),
    "an end in two words": (
        changed("{%p endif %}", "{%p end if %}"),
        ("TPL-03", "paragraph 4", "`{%p end if %}`: there is no tag called `end`.", "Did you mean `endif`?"),
    ),
    "a misspelt beginning": (
        changed("{%tr for ", "{%tr foreach "),
        (
            "TPL-03",
            "table 1, row 2, cell 1",
            "`{%tr foreach action in actions %}`: there is no tag called `foreach`.",
            "The tags are: for, endfor, if, elif, else, endif and set.",
        ),
    ),
    "a tag of another language": (
        changed("{{ years }}", "{% include years %}"),
        (
            "TPL-03",
            "paragraph 1",
            "`{% include years %}`: there is no tag called `include`.",
            "The tags are: for, endfor, if, elif, else, endif and set.",
        ),
    ),
    "a row tag outside a table": (
        changed("List Bullet | Closing words.", "Normal | {%tr if years %}\nNormal | {%tr endif %}"),
        ("TPL-04", "paragraph 6", "`{%tr if years %}` stands outside a table.", CODES["TPL-04"].mend),
    ),
    "two block tags in one paragraph": (
        changed("{%p if lead %}\nNormal | {{p lead | prose }}", "{%p if lead %}{{p lead | prose }}"),
        (
            "TPL-05",
            "paragraph 2",
            "`{%p if lead %}` and `{{p lead | prose }}` stand in one paragraph.",
            CODES["TPL-05"].mend,
        ),
    ),
    "words beside a block tag": (
        changed("{{p lead | prose }}", "Our lead: {{p lead | prose }}"),
        (
            "TPL-06",
            "paragraph 3",
            "`Our lead:` stands beside `{{p lead | prose }}` in one paragraph and would vanish.",
            CODES["TPL-06"].mend,
        ),
    ),
    "words in the row of a row tag": (
        changed(
            "{%tr for action in actions %}\n[cell] Table Text |",
            "{%tr for action in actions %}\n[cell] Table Text | Owner",
        ),
        (
            "TPL-06",
            "table 1, row 2, cell 1",
            "`Owner` stands beside `{%tr for action in actions %}` in one row and would vanish.",
            CODES["TPL-06"].mend,
        ),
    ),
    "curly quotation marks": (
        changed('{{ "Table" | sequence }}', "{{ “Table” | sequence }}"),
        ("TPL-07", "paragraph 5", "`{{ “Table” | sequence }}` has curly quotation marks.", CODES["TPL-07"].mend),
    ),
    "an unknown filter": (
        changed("lead | prose", "lead | pros"),
        ("TPL-08", "paragraph 3", "`{{p lead | pros }}`: there is no filter called `pros`.", "Did you mean `prose`?"),
    ),
    "a style that is not of the house": (
        set_in('<w:pStyle w:val="ListBullet"/>', '<w:pStyle w:val="ListBulet"/>'),
        ("TPL-09", "paragraph 6", "house.docx has no style called ListBulet.", "Did you mean List Bullet?"),
    ),
    "formatting by hand": (
        set_in(
            '<w:r><w:t xml:space="preserve">Closing', '<w:r><w:rPr><w:b/><w:color w:val="FF0000"/></w:rPr><w:t>Closing'
        ),
        (
            "DOCX-24",
            "paragraph 6",
            "Formatting is set by hand at `Closing words.`: bold, colour.",
            CODES["DOCX-24"].mend,
        ),
    ),
    "numbering of its own": (
        set_in(
            '<w:pStyle w:val="ListBullet"/>',
            '<w:pStyle w:val="ListBullet"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>',
        ),
        ("TPL-11", "paragraph 6", "`Closing words.` has a number or bullet of its own.", CODES["TPL-11"].mend),
    ),
    "a picture without alternative text": (
        set_in(CLOSING, PICTURE.format(kind="inline", text="")),
        ("ACC-18", "paragraph 6", "A picture has no alternative text.", CODES["ACC-18"].mend),
    ),
    "a table without a header row": (
        set_in("<w:tblHeader/>", ""),
        ("ACC-12", "table 1", "A table has no marked header row that repeats.", CODES["ACC-12"].mend),
    ),
    "a link to a file outside": (
        with_relation("attachedTemplate", "file:///C:/house.dotm"),
        ("DOCX-19", "", "The template links to file:///C:/house.dotm outside itself.", CODES["DOCX-19"].mend),
    ),
    "macros": (
        with_part("word/vbaProject.bin", b"Sub AutoOpen"),
        ("DOCX-20", "", "The template holds macros, controls or embedded programs.", CODES["DOCX-20"].mend),
    ),
    "a value that may be empty": (
        changed("Closing words.", "{% for a in actions %}{{ a.due }}{% endfor %}"),
        (
            "TPL-16",
            "paragraph 6",
            "`{{ a.due }}`: `a.due` may be empty.",
            "Ask for it first, as in {% if a.due %} ... {% endif %}.",
        ),
    ),
    "a value in a cell that may be empty": (
        changed('{{ action.owners | join(", ") }}', "{{ action.due }}"),
        (
            "TPL-16",
            ROW,
            "`{{ action.due }}`: `action.due` may be empty.",
            'No cell is left empty: write {{ action.due or "none" }}, or in other words what the gap means.',
        ),
    ),
    "a field of a record that may be missing": (
        changed("Closing words.", "{{ logo.text }}"),
        (
            "TPL-16",
            "paragraph 6",
            "`{{ logo.text }}`: `logo` may be empty.",
            "Ask for it first, as in {% if logo %} ... {% endif %}.",
        ),
    ),
    "a list printed as words": (
        changed('{{ action.owners | join(", ") }}', "{{ action.owners }}"),
        (
            "TPL-16",
            ROW,
            "`{{ action.owners }}`: it is a list.",
            "Loop over it, or write {{p ... | prose }} alone in its paragraph; for runs: {{ ... | line }}.",
        ),
    ),
    "prose printed as words": (
        changed("{{ action.title }}", "{{ action.text }}"),
        (
            "TPL-16",
            "table 1, row 3, cell 1",
            "`{{ action.text }}`: it is prose.",
            "Write {{p ... | prose }} alone in its paragraph, or {{ ... | line }} within one.",
        ),
    ),
    "paragraphs within a paragraph": (
        changed("{{p lead | prose }}", "{{ lead | prose }}"),
        (
            "TPL-17",
            "paragraph 3",
            "`{{ lead | prose }}`: `prose` makes whole paragraphs.",
            "Begin the tag with {{p, alone in its paragraph.",
        ),
    ),
    "a row that may split": (
        without(r"<w:cantSplit/>(?=</w:trPr>(?:(?!</w:tr>).)*action\.title)"),
        ("ACC-16", "table 1, row 3", "A table row may be split over two pages.", CODES["ACC-16"].mend),
    ),
    "an empty cell": (
        changed("{{ action.title }}", ""),
        ("ACC-15", "table 1, row 3, cell 1", "A table cell is empty.", CODES["ACC-15"].mend),
    ),
    "a table without a caption": (
        changed('caption | Table {{ "Table" | sequence }}', "Normal | Table"),
        (
            "ACC-13",
            "table 1",
            "No caption stands before the table.",
            "Put a paragraph in the style Caption before it: its words are the table's title for screen readers too.",
        ),
    ),
    "a picture that floats": (
        set_in(CLOSING, PICTURE.format(kind="anchor", text="A chart")),
        ("ACC-21", "paragraph 6", "A picture or text box floats over the page.", CODES["ACC-21"].mend),
    ),
    "a picture of an older form": (
        set_in(CLOSING, OLD_PICTURE),
        ("ACC-21", "paragraph 6", "A picture or text box floats over the page.", CODES["ACC-21"].mend),
    ),
    "a template without a body": (
        replaced("word/document.xml", "w:body", "w:nobody", replaced("word/document.xml", "/w:body", "/w:nobody")),
        ("TPL-01", "", "actions.docx holds no text.", CODES["TPL-01"].mend),
    ),
    "a test that there is not": (
        changed("if lead", "if lead and years is nome"),
        (
            "TPL-03",
            "paragraph 2",
            "`{%p if lead and years is nome %}`: there is no test called `nome`.",
            "Did you mean `none`?",
        ),
    ),
    "a picture that is none": (
        changed("lead | prose", "years | picture"),
        (
            "TPL-16",
            "paragraph 3",
            "`{{p years | picture }}`: `picture` sets a PictureFile, and it is none.",
            "Give the page a PictureFile.",
        ),
    ),
    "an else in nothing": (
        changed("Closing words.", "{%p else %}"),
        ("TPL-03", "paragraph 6", "`{%p else %}` stands in no `if` and no `for`.", "Take it away."),
    ),
    "a tracked change": (
        set_in(
            '<w:r><w:t xml:space="preserve">Closing',
            '<w:ins w:id="1" w:author="A"/><w:r><w:t xml:space="preserve">Closing',
        ),
        ("DOCX-25", "paragraph 6", "A tracked change or a comment is left.", CODES["DOCX-25"].mend),
    ),
    "a comment": (
        set_in(CLOSING, '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="0"/></w:r>'),
        ("DOCX-25", "paragraph 6", "A tracked change or a comment is left.", CODES["DOCX-25"].mend),
    ),
    "a file that is no Word file": (
        b"a text",
        ("TPL-01", "", "actions.docx is no Word file, or is damaged.", "Open it in Word and save it as .docx."),
    ),
    "a picture that it does not hold": (
        set_in(CLOSING, PICTURE.format(kind="inline", text="A chart").replace("<wp:docPr", f"{LOST}<wp:docPr")),
        ("DOCX-05", "paragraph 6", "A picture or link is not in the file.", CODES["DOCX-05"].mend),
    ),
    "a section break": (
        set_in('<w:pStyle w:val="ListBullet"/>', '<w:pStyle w:val="ListBullet"/><w:sectPr/>'),
        ("TPL-23", "paragraph 6", "A section break stands in the text.", CODES["TPL-23"].mend),
    ),
    "columns": (
        set_in("<w:cols ", '<w:cols w:num="2" '),
        ("TPL-23", "", "The text stands in 2 columns.", CODES["TPL-23"].mend),
    ),
    "a header of its own": (
        with_part("word/header3.xml", b'<w:hdr xmlns:w="urn:w"><w:t>Mine</w:t></w:hdr>'),
        ("TPL-23", "", "The template has a header of its own.", CODES["TPL-23"].mend),
    ),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_template_is_told_with_its_place_and_what_to_do(kind: str) -> None:
    """Each kind of fault gives its code, the place a person finds in Word, what is wrong, and the mend."""
    data, expected = BROKEN[kind]
    told = [(f.code, f.place.within, f.message, f.mend) for f in found_in(data)]
    assert expected in told


@pytest.mark.parametrize("kind", sorted(BROKEN.keys() - {"a row tag outside a table"}))
def test_one_fault_is_told_once(kind: str) -> None:
    """A fault brings no follow-on faults with it."""
    data, expected = BROKEN[kind]
    assert expected == next((f.code, f.place.within, f.message, f.mend) for f in found_in(data))
    assert [f.message for f in found_in(data)] == [expected[2]]


def test_every_code_has_a_broken_template() -> None:
    """No code of template check is without its test; those of styles and colours have tests of their own."""
    own = {code for code in CODES if code.startswith("TPL")} - {"TPL-24", "TPL-25"}
    assert own | AS_OF_ANY_DOCUMENT == {code for _, (code, *_) in BROKEN.values()}


def test_the_guide_names_what_is_asked_of_a_template_as_of_any_document() -> None:
    """One thing that is asked has one code, whichever check finds it wanting."""
    assert set(re.findall(r"\b(?:ACC|DOCX)-\d\d", (DOCS / "guide" / "templates.md").read_text("utf-8"))) == (
        AS_OF_ANY_DOCUMENT
    )


def test_a_finding_reads_as_one_sentence_with_its_place() -> None:
    """The line that a person reads begins with the file and the place within it."""
    data, _ = BROKEN["a name that a record lacks"]
    assert str(found_in(data)[0]) == (
        'actions.docx, table 1, row 3, cell 2: [TPL-02] `{{ action.ownr | join(", ") }}`: ActionItem has no `ownr`. '
        "Did you mean `owners`?"
    )


def test_all_faults_are_told_in_one_run_in_the_order_of_the_page() -> None:
    """Five faults of five kinds in one template are five findings."""
    lines = SOUND.replace("{{ years }}", "{{ year }}").replace("action.owners", "action.ownr")
    lines = lines.replace("{{p lead | prose }}", "Words {{p lead | pros }}").replace("Closing words.", "{% endfor %}")
    assert [(f.code, f.place.within) for f in found_in(draft(lines))] == [
        ("TPL-02", "paragraph 1"),
        ("TPL-06", "paragraph 3"),
        ("TPL-08", "paragraph 3"),
        ("TPL-02", ROW),
        ("TPL-03", "paragraph 6"),
    ]


def test_a_sound_template_has_no_findings() -> None:
    """Nothing is found where nothing is wrong."""
    assert found_in(draft()) == ()


def test_names_are_not_checked_without_a_page() -> None:
    """A template whose plugin nobody named is checked for all but its names."""
    data, _ = BROKEN["a name that a record lacks"]
    assert inspect_template(data, NAME, None, load_house_file()) == ()


@pytest.mark.parametrize(
    "words",
    [
        "{% if lead %}{{ lead | line }}{% endif %}",
        "{% if not lead %}none{% else %}{{ lead | line }}{% endif %}",
        "{% if lead is not none %}{{ lead | line }}{% endif %}",
        "{% if years and lead %}{{ lead | line }}{% endif %}",
        "{% for a in actions if a.due %}{{ a.due }}{% endfor %}",
        "{% for a in actions %}{{ a.due or 'no date' }}, {{ loop.index }} of {{ loop.length }}{% endfor %}",
        "{% for a in actions %}{{ a.due if a.due else 'no date' }}{% endfor %}",
        "{% for a in actions %}{{ a.due | default('no date', true) }}{% endfor %}",
        "{% for a in actions %}{% if a.due == 'May' %}{{ a.due }}{% elif a.due %}{{ a.due }}{% endif %}{% endfor %}",
        "{% set count = actions | length %}{{ count }} actions, {{ actions[0].title }}, {{ years.upper() }}",
        "{# a note to oneself about {{ year }} #}words",
        "{{ actions | map(attribute='title') | join('; ') }}",
    ],
)
def test_sound_tags_have_no_findings(words: str) -> None:
    """What the language of templates allows is not called a fault."""
    assert [str(f) for f in found_in(changed("Closing words.", words))] == []


def _house_sections() -> list[str]:
    return sorted(load_catalogue().sections)


@pytest.mark.parametrize("name", _house_sections())
def test_no_template_of_the_house_has_a_finding(name: str) -> None:
    """Each section of the house is tested the day it is added."""
    section = load_catalogue().sections[name]
    assert [str(f) for f in inspect_section(section, load_house_file())] == []


def test_the_guide_says_how_wide_a_table_may_be() -> None:
    """The two widths that the pages for authors give are those of the house's own Word file."""
    house = load_house_file()
    upright, sideways = f"{house.text_width:,}", f"{house.landscape_width:,}"
    for page in (DOCS / "guide" / "templates.md", DOCS / "api.md"):
        text = page.read_text(encoding="utf-8")
        assert (
            f"{upright} upright and {sideways}" in text
            or f"{upright} twentieths of a point upright, {sideways}" in text
        )


def test_a_table_may_be_as_wide_as_the_pages_of_its_section() -> None:
    """What is too wide upright fits where the section, or the template's own page, lies on its side."""
    data = set_in(*WIDE)
    assert [f.code for f in inspect_template(data, NAME, ActionsPage, load_house_file())] == ["ACC-25"]
    assert inspect_template(data, NAME, ActionsPage, load_house_file(), landscape=True) == ()


@pytest.mark.parametrize(
    ("colour", "told"),
    [
        ("9A4408", ["Accent 4 and accent 5 look alike to everybody."]),
        ("7A5A20", ["Accent 4 and accent 5 look alike to people who see no red."]),
        ("C9A227", []),
    ],
    ids=["alike", "alike without red", "faint"],
)
def test_a_house_file_is_told_which_of_its_colours_are_alike_or_faint(colour: str, told: list[str]) -> None:
    """By the colour that somebody gave accent 5; the words of a priority's number stand on it."""
    parts = unpacked((files("bscb_docs.templates") / "house.docx").read_bytes())
    parts["word/theme/theme1.xml"] = parts["word/theme/theme1.xml"].replace(b"56704A", colour.encode())
    found = inspect_template(packed(parts), "house.docx", None, load_house_file())
    assert [each.message for each in found if each.code == "TPL-25"] == told
    faint = [each.message for each in found if each.code == "TPL-24"]
    assert any(each.startswith("The style Priority 5: ") for each in faint) is (colour == "C9A227")


def test_the_pages_of_a_house_file_are_its_own() -> None:
    """Nobody is told that a house has a footer, or that its guide, which is not printed, has a cross-reference.

    It is known by what it holds, whatever its name: its headers set names and its text does not.
    """
    parts = unpacked((files("bscb_docs.templates") / "house.docx").read_bytes())
    parts["word/footer1.xml"] = parts["word/footer1.xml"].replace(b">Page ", b">Leaf ")
    reference = b'<w:p><w:fldSimple w:instr=" REF a "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:body>", b"<w:body>" + reference, 1)
    assert inspect_template(packed(parts), "our-look.docx", None, load_house_file()) == ()
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"How to use", b"{{ how }} to use", 1)
    told = inspect_template(packed(parts), "house.docx", None, load_house_file())
    assert [each.code for each in told].count("TPL-23") >= 2
