"""The words of the house in other languages: sentences, counts, dates and names in a row."""

import string

import pytest
from house_labels import house_labels

from bscb_docs import Label, PartialDate, Period, Ratio, counted, in_words, listed, say
from bscb_docs.figures.number_words import spelt_out
from bscb_docs.languages.house_words import Wording, shipped_labels, speaking
from bscb_docs.records.cover_reports import Release

WELSH = Wording("cy", shipped_labels("cy"))


def test_every_word_of_the_house_is_there_in_welsh() -> None:
    """What code and templates print has a row; a new one is written into labels-cy.csv."""
    assert sorted(house_labels() - set(WELSH.labels)) == []


def test_a_label_holds_the_values_of_its_english() -> None:
    """A value that one of the two forgets would be lost, or stop the document."""

    def fields(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    assert [each for each in WELSH.labels.items() if fields(each[0]) != fields(each[1])] == []


def test_what_stands_around_words_is_kept() -> None:
    """A comma, a colon or a space is none of the words that are looked up."""
    with speaking(Wording("cy", {"as at {day}": "ar {day}"})):
        assert say(", as at {day}: ", day="5 Mai") == ", ar 5 Mai: "


def test_a_word_that_lacks_is_english_and_noted() -> None:
    """It is said as it stands, and once in what is missing."""
    with speaking(Wording("pl")) as wording:
        assert (say("Owner"), say("Owner"), say("Priority {number}", number=2)) == ("Owner", "Owner", "Priority 2")
    assert list(wording.missing) == ["Owner", "Priority {number}"]


def test_a_label_with_other_values_than_its_english_is_told_as_lacking() -> None:
    """The English is printed whole, and no document fails for a slip in a table."""
    with speaking(Wording("pl", {"Priority {number}": "Priorytet {numer}"})) as wording:
        assert say("Priority {number}", number=2) == "Priority 2"
    assert list(wording.missing) == ["Priority {number}"]


@pytest.mark.parametrize("value", ["{day.__class__}", "{day[0]}", "{day!r:>9}", "{day:>9}", "{dya}", "{day", "{}"])
def test_a_label_asks_for_nothing_but_the_values_of_its_english(value: str) -> None:
    """It is refused where it is typed, and does not reach into what a value is."""
    with pytest.raises(ValueError, match=r"is no value of the label\. Write in braces only what the label has there"):
        Label(label="as at {day}", words=f"on {value}")
    with speaking(Wording("en-GB", {"as at {day}": f"on {value}"})):
        assert say("as at {day}", day="5 May") in {f"on {value}", "as at 5 May"}


def test_english_words_can_be_others_too() -> None:
    """A board that says Lead for Owner writes a row for its own language; nothing is missing in English."""
    with speaking(Wording("en-GB", {"Owner": "Lead"})) as wording:
        assert (say("Owner"), say("Due")) == ("Lead", "Due")
    assert list(wording.missing) == []


@pytest.mark.parametrize(
    ("english", "welsh"),
    [
        ("5 April 2018", "5 Ebrill 2018"),
        ("end of March 2018", "diwedd Mawrth 2018"),
        ("autumn 2018", "tymor yr hydref 2018"),
        ("October to December 2018", "Hydref – Rhagfyr 2018"),
        ("first half of 2018-19", "hanner cyntaf 2018-19"),
        ("from May 2011", "gan ddechrau Mai 2011"),
        ("5 May 2018 and 6 June 2018", "5 Mai 2018 a 6 Mehefin 2018"),
        ("2017-18", "2017-18"),
    ],
)
def test_a_date_is_said_in_the_language(english: str, welsh: str) -> None:
    """Each form of a date has its words; outside of what is printed in Welsh it is English."""
    day = PartialDate.from_text(english)
    with speaking(WELSH):
        assert str(day) == welsh
    assert str(day) == english


def test_a_quarter_is_said_with_its_months() -> None:
    """Its sign and its months are both words of the language."""
    with speaking(WELSH):
        assert str(Period.from_text("Q3 2018-19")) == "Ch3 2018-19 (Hydref – Rhagfyr 2018)"


def test_counts_are_in_figures_where_their_word_depends_on_the_noun() -> None:
    """Welsh has two words for three; as words, numbers are said where they stand alone, and from 100 on in figures."""
    with speaking(WELSH):
        assert (in_words(3), counted(3, "action"), counted(1, "action")) == (
            "3",
            "3 o gamau gweithredu",
            "un cam gweithredu",
        )
        assert (spelt_out(3), spelt_out(23), spelt_out(150)) == ("tri", "dau ddeg tri", "150")
        assert str(Ratio(1, 400)) == "1 o 400 (llai nag 1%)"
    assert (in_words(3), spelt_out(150)) == ("three", "one hundred and fifty")


def test_names_in_a_row_are_joined_as_the_language_joins_them() -> None:
    """Welsh has another "and" before a vowel."""
    with speaking(WELSH):
        assert (listed(["Ann", "Bob"]), listed(["Bob", "Ann"])) == ("Ann a Bob", "Bob ac Ann")
    assert listed(["Bob", "Ann", "Cai"]) == "Bob, Ann and Cai"


@pytest.mark.parametrize("paragraph", range(1, 8))
def test_why_a_report_is_exempt_is_said_in_the_language(paragraph: int) -> None:
    """The sentence and what each paragraph of the Act keeps from the public."""
    with speaking(Wording("cy", shipped_labels("cy"))) as wording:
        assert str(Release(paragraph)).startswith("Nid yw'r adroddiad hwn i'w gyhoeddi.")
    assert list(wording.missing) == []
