"""Filters that a section brings: functions of a value that its template uses by their names."""

from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import frozen

from bscb_docs import Board, Document, PluginError, Prose, Section, every
from bscb_docs.plugin_api.failure_messages import Giver
from bscb_docs.plugin_api.guards import section_fault
from bscb_docs.testing import build_section, check_section, small_board, write_template


@frozen
class Page:
    """A name, and a text."""

    name: str = "Jo & Alex Example"
    text: Prose = Prose("Some words.")


def page(board: Board, document: Document) -> Page:
    """The same page for every board."""
    return Page()


def initials(name: str) -> str:
    """The first letters of the words."""
    return "".join(word[0] for word in name.split())


def shout(name: str, sign: str) -> str:
    """The words with a sign behind them."""
    return f"{name}{sign}"


def title(name: str) -> str:
    """A filter that Jinja has."""
    return name


def fail(name: str) -> str:
    """A filter that cannot do it."""
    raise KeyError(name)


def text_of(name: str) -> Prose:
    """What no tag prints as it is."""
    return Prose(name)


def section_of(folder: Path, words: str, *filters: Callable[..., object]) -> Section[Page]:
    """A section with one paragraph and those filters."""
    path = write_template(folder / "s.docx", f"Normal | {words}")
    return Section("s", path, Page, page, prints=every(), filters=filters)


def test_a_template_uses_the_filters_of_its_section(tmp_path: Path) -> None:
    """What they give is escaped like any words, and template check knows them."""
    section = section_of(tmp_path, '{{ name | initials | lower }}, {{ name | shout("<") }}', initials, shout)
    assert check_section(section) == ()
    assert build_section(section, small_board()).text == "Normal | j&ae, Jo & Alex Example<\n"


def test_another_function_of_that_name_makes_another_document(tmp_path: Path) -> None:
    """The words of a filter are not kept with the compiled template."""
    words = '{{ "Jo Example" | initials }}'
    first = build_section(section_of(tmp_path, words, initials), small_board()).text

    def other(name: str) -> str:
        return name[::-1]

    other.__name__ = "initials"
    assert (first, build_section(section_of(tmp_path, words, other), small_board()).text) == (
        "Normal | JE\n",
        "Normal | elpmaxE oJ\n",
    )


@pytest.mark.parametrize(
    ("words", "filters", "said"),
    [
        ("{{ name | initals }}", (initials,), "there is no filter called `initals`. Did you mean `initials`?"),
        ("{{ name | initials }}", (), "there is no filter called `initials`"),
        ("{{ name | text_of }}", (text_of,), "it is prose"),
    ],
)
def test_template_check_knows_what_they_are(
    words: str, filters: tuple[Callable[..., object], ...], said: str, tmp_path: Path
) -> None:
    """A misspelt one, one that no section brings, and one whose result cannot be printed."""
    (found, *_) = check_section(section_of(tmp_path, words, *filters))
    assert said in str(found)


def test_a_filter_that_fails_names_the_plugin(tmp_path: Path) -> None:
    """And the section, the filter and its line."""
    section = section_of(tmp_path, "{{ name | fail }}", fail)
    with pytest.raises(PluginError) as raised:
        build_section(section, small_board(), name="risks")
    assert "Plugin risks: the section s failed in its filter fail: KeyError" in str(raised.value)
    assert f"{Path(__file__).name}:" in str(raised.value)


def test_a_filter_of_a_taken_name_keeps_the_section_from_use(tmp_path: Path) -> None:
    """A template would not do what Jinja's own words say."""
    fault = section_fault(Giver("risks"), section_of(tmp_path, "{{ name | title }}", title))
    assert str(fault) == (
        "Plugin risks: the section s brings a filter called title, which there is. Give it another name."
    )


def test_a_filter_has_a_name(tmp_path: Path) -> None:
    """A template can name no lambda."""
    with pytest.raises(ValueError, match=r"its filter <lambda> has no name\. Write it"):
        section_of(tmp_path, "a", lambda name: name)
