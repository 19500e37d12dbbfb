"""Sandbox: a template prints what can be printed, reaches no composer, keeps to its tags, and names are told."""

from pathlib import Path

import pytest
from folders import DOCS, SOURCE
from hostile_tags import GREEDY, PRYING
from one_section import Words, build, paragraph, words_in

from bscb_docs import TemplateError
from bscb_docs.template_engine.compiler import compile_text
from bscb_docs.template_engine.grammar import CALLED
from bscb_docs.template_engine.tags import FILTERS, environment

UNPRINTED = {
    "a list as text": "{{ rows | string | length }}",
    "a list in small letters": "{{ rows | lower }}",
    "a list escaped": "{{ rows | e }}",
    "lists joined": "{{ [rows] | join }}",
    "lists set side by side": "{{ rows ~ '' }}",
    "a list as a name": "{{ 'x' | named(rows) }}",
    "nothing in capitals": "{{ none | upper }}",
    "nothing beside words": "{{ words ~ none }}",
    "prose beside words": "{{ words ~ text }}",
}


@pytest.mark.parametrize("what", UNPRINTED)
def test_what_does_not_print_becomes_no_words(what: str, tmp_path: Path) -> None:
    """Neither a filter nor a joining makes "None" or Python's own form of a value."""
    with pytest.raises(TemplateError, match=r"it is (a tuple|empty|prose)|`it` may be empty"):
        build(paragraph(UNPRINTED[what]), tmp_path)


OPEN = {
    "a file of the board": "{{ house.read_file('board.md') | length }}",
    "a file by subscript": "{{ house['read_file']('board.md') | length }}",
    "a file by a filter": "{{ (house | attr('read_file'))('board.md') | length }}",
    "the house's styles": "{{ house.house | attr('name') }}",
    "attributes by map": "{{ [house] | map(attribute='figures') | first }}",
    "figures": "{{ house.figures | length }}",
    "a heading that is not escaped": "{{ house.set_heading('heading 1', words) }}",
    "a heading of another's call": "{{ house.heading('heading 1', words.strip) }}",
    "a heading of another's named call": "{{ house.heading('heading 1', caller=words.strip) }}",
    "a list where words belong": "{{ house.resource([words]) }}",
}


@pytest.mark.parametrize("what", OPEN)
def test_the_composer_is_closed(what: str, tmp_path: Path) -> None:
    """A template reaches nothing of `house`: what stands in one was written by preparing."""
    with pytest.raises(TemplateError, match=r"^section.docx, paragraph 1: .*Words has no `house`"):
        build(paragraph(OPEN[what]), tmp_path, Words("<w:b/>"))


def test_what_a_template_calls_is_open() -> None:
    """Every method that the sandbox lets through is one that preparing writes."""
    files = (SOURCE / "template_engine").glob("*.py")
    text = "".join(path.read_text(encoding="utf-8") for path in files)
    assert [name for name in CALLED if f"house.{name}(" not in text] == []


BEYOND = {
    "escaping switched off": "{% autoescape words == '' %}{{ words }}{% endautoescape %}",
    "a macro": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "a call of another's": "{% call words() %}x{% endcall %}",
    "another file": "{% include '/etc/passwd' %}",
    "a block": "{% set s %}{{ words }}{% endset %}{{ s }}",
}


@pytest.mark.parametrize("what", BEYOND)
def test_the_tags_are_for_if_and_set(what: str, tmp_path: Path) -> None:
    """Whatever else Jinja knows is refused before anything is filled in, at its place."""
    with pytest.raises(TemplateError, match=r"^section.docx, paragraph 1: "):
        build(paragraph(BEYOND[what]), tmp_path, Words("<w:b/>"))


def test_the_house_file_prints_names_and_asks_for_them() -> None:
    """A header may come from outside: what could take time or reach for anything is refused."""
    assert compile_text("<w:p>{% if not a or b %}{{ b }}{% endif %}</w:p>")({"a": "", "b": "x"}) == "<w:p>x</w:p>"
    for body in (*OPEN.values(), *BEYOND.values(), *GREEDY.values(), *PRYING.values(), "{{ a | upper }}", "{{ a.b }}"):
        with pytest.raises(TemplateError, match=r"^A header or footer of the house's Word file"):
            compile_text(f"<w:t>{body}</w:t>")


def test_methods_of_words_lists_and_mappings_work(tmp_path: Path) -> None:
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
    assert " has no `nope`. " in f"{caught.value} "
    assert "Unknown" not in str(caught.value)


def test_the_guide_lists_every_filter_of_jinja() -> None:
    """The guide's sentence names the filters that there are, and no other."""
    guide = (DOCS / "guide" / "templates.md").read_text(encoding="utf-8")
    (sentence,) = (part for part in guide.split("\n\n") if part.startswith("Of Jinja's own filters"))
    named = set(sentence.split("`")[1::2])
    assert named == {name for name in environment().filters if not name.startswith(" ")} - FILTERS.keys()
