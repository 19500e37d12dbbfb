"""Sandbox: what grows a value is refused or counted, the document's own composer is closed, and names are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from one_section import Words, build, paragraph, words_in

from bscb_docs import TemplateError
from bscb_docs.ooxml.strict_xml import Proof
from bscb_docs.template_engine.tags import environment

NESTED = "{% set s = ['aaaaaaaaaa'] %}" + "{% set s = [s, s, s, s, s, s, s, s, s, s] %}" * 5
ENDLESS = NESTED + "{% set s = [s, s, s, s, s, s, s, s, s, s] %}" * 3

GROWING = {
    "bytes made wide": ("{{ 'a'.encode().ljust(10**4) | length }}", "'encode' of 'str'"),
    "a number as bytes": ("{{ (1).to_bytes(10**4, 'big') | length }}", "'to_bytes' of 'int'"),
    "letters for letters": ("{{ 'aaa'.translate({97: 'aaaaaaaaaa'}) }}", "'translate' of 'str'"),
    "a method by subscript": ("{{ 'a'['ljust'](10**4) }}", "'ljust' of 'str'"),
    "a method by a filter": ("{{ ('a' | attr('ljust'))(10**4) }}", "'ljust' of 'str'"),
    "a method of markup": ("{{ ('a' | e).join(['b', 'c']) }}", "'join' of 'Markup'"),
    "a method of a float": ("{{ (1.5).hex() }}", "'hex' of 'float'"),
    "a method of a list": ("{{ [1].copy() | length }}", "'copy' of 'list'"),
    "lists as text": (NESTED + "{{ s | string | length }}", "it is a list"),
    "lists as small letters": (NESTED + "{{ s | lower | length }}", "it is a list"),
    "lists as escaped text": (NESTED + "{{ s | e | length }}", "it is a list"),
    "lists joined": (NESTED + "{{ [s] | join | length }}", "it is a list"),
    "lists set side by side": (NESTED + "{{ (s ~ '') | length }}", "it is a list"),
    "lists as a name": (NESTED + "{{ 'x' | named(s) }}", "it is a list"),
    "lists within lists": (ENDLESS, "lists without end"),
    "lists within macros": (
        "{% macro m(n) %}{% if n %}{{ m(n - 1, varargs, varargs) }}{% endif %}{% endmacro %}{{ m(30, 1, 1) }}",
        "lists without end",
    ),
    "lists as a sum": ("{{ [[1], [2]] | sum(start=[]) | length }}", "`sum` adds numbers"),
    "digits without end": ("{{ 1 | round(5000, 'ceil') }}", "a number that no document needs"),
    "a count turned back": ("{{ [-1000000] | map(' turn') | list | length }}", "it counts backwards"),
}


@pytest.mark.parametrize("what", GROWING)
def test_what_grows_a_value_is_refused(what: str, tmp_path: Path) -> None:
    """Whatever the kind of value, it gets no larger than what it is given, or it is counted."""
    body, said = GROWING[what]
    with pytest.raises(TemplateError, match=said):
        build(paragraph(body), tmp_path)


OPEN = {
    "a file of the board": "{{ house.read_file('board.md') | length }}",
    "a file by subscript": "{{ house['read_file']('board.md') | length }}",
    "a file by a filter": "{{ (house | attr('read_file'))('board.md') | length }}",
    "the house's styles": "{{ house.shell | attr('name') }}",
    "attributes by map": "{{ [house] | map(attribute='figures') | first }}",
    "figures": "{{ house.figures | length }}",
    "a heading that is not escaped": "{{ house.set_heading('heading 1', words) }}",
    "a heading of another's call": "{{ house.heading('heading 1', words.strip) }}",
    "a heading of another's named call": "{{ house.heading('heading 1', caller=words.strip) }}",
    "a list where words belong": "{{ house.resource([words]) }}",
}


@pytest.mark.parametrize("what", OPEN)
def test_the_composer_is_closed(what: str, tmp_path: Path) -> None:
    """A template calls what compiled templates call, with words, and reaches nothing else of `house`."""
    with pytest.raises(TemplateError, match=r"is unsafe|takes words"):
        build(paragraph(OPEN[what]), tmp_path, Words("<w:b/>"))


def test_what_a_template_calls_is_open() -> None:
    """Every method that the sandbox lets through is one that preparing writes or Jinja's own call block needs."""
    text = (Path(__file__).parents[1] / "src" / "bscb_docs" / "template_engine" / "source.py").read_text(
        encoding="utf-8"
    )
    assert [name for name in ("heading", "list_number", "next_id", "resource") if f"house.{name}(" not in text] == []


def test_no_escape_can_be_switched_off(tmp_path: Path) -> None:
    """A condition that only the page knows does not let its words through as markup."""
    body = "{% autoescape words == '' %}{{ words }}{% endautoescape %}"
    assert words_in(build(paragraph(body), tmp_path, Words("<w:b/>")).data)[0] == "<w:b/>"


def test_a_number_counts_by_its_digits(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A thousand digits are a thousand characters."""
    monkeypatch.setattr("bscb_docs.template_engine.sandbox.MOST_TEXT", 1_500)
    with pytest.raises(TemplateError, match="prints more than 1,500"):
        build(paragraph(f"{{% set n = '{'9' * 1_000}' | int %}}{{{{ n }}}}{{{{ n }}}}"), tmp_path)


def test_methods_that_grow_nothing_work(tmp_path: Path) -> None:
    """What a section's author takes for granted of words, lists and mappings stays."""
    tags = "{{ words.upper().strip() }} {{ words.split(' ')[0].lower() }} {{ {'a': 1}.get('a') }} {{ rows.index('b') }}"
    more = "{% for k, v in {'a': rows}.items() %} {{ k }}{{ v | join('+') }}{% endfor %} {{ [2, 3] | sum }}"
    made = words_in(build(paragraph(tags + more), tmp_path, Words("One two")).data)[0]
    assert made == "ONE TWO one 1 1 aa+b 5"


@pytest.mark.parametrize("tag", ["{{ nope }}", "{{ 'a' ~ nope }}", "{{ nope | upper }}", "{{ words.nope }}"])
def test_an_unknown_name_is_told(tag: str, tmp_path: Path) -> None:
    """The sentence names what is unknown and no class of Jinja's."""
    with pytest.raises(TemplateError) as caught:
        build(paragraph(tag), tmp_path)
    assert "nope'" in str(caught.value)
    assert "there is no such name here; look at how it is spelt" in str(caught.value)
    assert "StrictUndefined" not in str(caught.value)


ROOT = "<r xmlns:w='u'>"
LOOSE = {
    "a sign that no file can hold": [ROOT, "&#1;", "</r>"],
    "half a character": [ROOT, "&#55296;", "</r>"],
    "words after the root": [ROOT, "</r>", "x"],
    "words before the root": ["x", ROOT, "</r>"],
    "a second root": ["<r/>", "<r/>"],
    "an unknown prefix": [ROOT, "<q:a/>", "</r>"],
    "an unknown prefix of an attribute": [ROOT, "<a q:b='c'/>", "</r>"],
    "a prefix that another element declared": [
        ROOT,
        *("<a xmlns:q='u'>", "<q:b/>", "</a>", "<a>", "<q:b/>", "</a>", "</r>"),
    ],
    "a prefix for nothing": [ROOT, *('<a xmlns:q="', "u", '"/>', "x", '<a xmlns:q="', '"/>', "</r>")],
}
SOUND = {
    "escaped words": [ROOT, *("<w:a>", "&#34;&#39;&amp;&lt;&gt;&quot;", "</w:a>") * 3, "</r>"],
    "a reference that is none of escaping's": [ROOT, *("<w:a>", "&#233;", "</w:a>") * 3, "</r>"],
    "prefixes of turns": [ROOT, *("<q:a xmlns:q='u'>", "x", "<q:b/>", "</q:a>") * 3, "</r>", "\n"],
}


def proved(pieces: list[str], step: int) -> bool:
    """True where the proof takes the pieces, so many at a time."""
    proof = Proof("the text")
    try:
        for start in range(0, len(pieces), step):
            proof.read(pieces[start : start + step], last=start + step >= len(pieces))
    except TemplateError:
        return False
    return True


@pytest.mark.parametrize("step", [1, 2, 99])
@pytest.mark.parametrize("what", [*LOOSE, *SOUND])
def test_strictness_refuses_what_a_parser_refuses(what: str, step: int) -> None:
    """Signs, words outside the root and prefixes are judged as lxml judges them, however the pieces come."""
    pieces = LOOSE.get(what) or SOUND[what]
    try:
        etree.fromstring("".join(pieces).encode())
        sound = True
    except etree.XMLSyntaxError:
        sound = False
    assert (proved(pieces, step), sound) == (what in SOUND, what in SOUND)


def test_the_guide_lists_every_filter_of_jinja() -> None:
    """The guide's sentence names the filters that there are, and no other."""
    guide = (Path(__file__).parents[1] / "docs" / "guide" / "templates.md").read_text(encoding="utf-8")
    (sentence,) = (part for part in guide.split("\n\n") if part.startswith("Of Jinja's own filters"))
    named = set(sentence.split("`")[1::2])
    ours = {"contents", "line", "link", "named", "picture", "prose", "sequence"}
    assert named == {name for name in environment().filters if not name.startswith(" ")} - ours
