"""House words: what the library, its plugins and its templates print of themselves, in the language of the print.

What is printed is printed in one language at a time, and everything that prints asks for its words in the same way, so
the language stands around the printing (`speaking`) and is handed to nobody: `say("Owner")` is "Owner" where nothing
else is said, and "Perchennog" while a Welsh document is made.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, cached_property, lru_cache
from importlib.resources import files

from attrs import field, frozen

from bscb_docs.languages.language_tags import HOUSE_LANGUAGE, language_of

_VOWELS = frozenset("aeiouyâêîôûŵŷàèìòùẁỳáéíóúẃýäëïöüẅÿ")
"""What Welsh counts as vowels, but for a plain w: at the head of a name it is a consonant."""
_VALUE = re.compile(r"\{(\w+)\}")
_WORDS = re.compile(r"(?:first|second) half of|end of|Q(?=[1-4]\b)|[A-Za-z]+")


_TYPED = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November"),
    *("December", "spring", "summer", "winter", "Q", "early", "mid", "end of", "of"),
)
"""English words of dates and amounts, each of which is one word in other languages."""


@frozen(eq=False)
class Wording:
    """The house's words in one language; what it lacks is printed in English and noted."""

    language: str = HOUSE_LANGUAGE
    labels: Mapping[str, str] = field(factory=dict)
    """What is printed in place of each English text of the house."""
    missing: dict[str, None] = field(factory=dict, repr=False)
    """The English texts that were printed because there is no other, in the order of print."""

    @cached_property
    def is_english(self) -> bool:
        """True where the house's own words are in the language already."""
        return language_of(self.language) == language_of(HOUSE_LANGUAGE)

    def find(self, english: str) -> str | None:
        """What is printed in place of an English text; None where nothing else is said."""
        return self.labels.get(english)

    def say(self, english: str) -> str:
        """What is printed for an English text: the same where there is no other, which is noted."""
        found = self.labels.get(english)
        if found is None and not self.is_english:
            self.missing[english] = None
        return english if found is None else found


_ENGLISH = Wording()
_SPOKEN: ContextVar[Wording] = ContextVar("spoken", default=_ENGLISH)


def spoken() -> Wording:
    """The wording of what is being printed."""
    return _SPOKEN.get()


@contextmanager
def speaking(wording: Wording) -> Iterator[Wording]:
    """What is printed within is printed in that wording; what it lacks is noted in the copy that is given."""
    spoken = Wording(wording.language, wording.labels)
    before = _SPOKEN.set(spoken)
    try:
        yield spoken
    finally:
        _SPOKEN.reset(before)


def say(english: str, /, **values: object) -> str:
    """Words of the house in the language of what is printed: `say("Priority {number}", number=2)`.

    The whole sentence is asked for with its values in braces, so that another language may put them in another order.
    """
    before, words, after = parted(english)
    told = f"{before}{spoken().say(words)}{after}"
    try:
        return _filled(told, values) if values else told
    except KeyError:  # a label of a board has other values in braces than its English
        spoken().missing[words] = None
        return _filled(english, values)


def _filled(words: str, values: Mapping[str, object]) -> str:
    """Words with each value for its name in braces; as a format string they could reach into what the values are."""
    return _VALUE.sub(lambda name: str(values[name[1]]), words)


@lru_cache(maxsize=1 << 12)
def parted(english: str) -> tuple[str, str, str]:
    """The words, and the spaces, commas and colons on either side of them, which are the same in every language."""
    found = re.fullmatch(r"([\s,;:]*)(.*?)([\s,;:]*)", english, re.DOTALL)
    return (found[1], found[2], found[3]) if found else ("", english, "")


def say_apart(english: str, use: str) -> str:
    """An English word that is several words in other languages, by its use: "to" between dates is listed by that."""
    wording = spoken()
    return english if wording.is_english else wording.find(f"{english} ({use})") or wording.say(english)


def listed(words: list[str] | tuple[str, ...]) -> str:
    """Names in a sentence: "A", "A and B", "A, B and C"; nothing for none."""
    if len(words) < 2:
        return "".join(words)
    last = words[-1]
    use = "before a vowel" if last[:1].lower() in _VOWELS else "between words"
    return f"{', '.join(words[:-1])} {say_apart('and', use)} {last}"


@cache
def shipped_labels(language: str) -> Mapping[str, str]:
    """The labels that the library brings for a language; none for most."""
    file = files("bscb_docs.languages") / f"labels-{language_of(language)}.csv"
    if not file.is_file():
        return {}
    import csv  # only where a document is in such a language

    rows = csv.DictReader(file.read_text(encoding="utf-8").splitlines())
    return {row["label"]: row["words"] for row in rows}


def date_words(english: str) -> str:
    """A date, a month, a quarter or a span of months in the language of what is printed."""
    if spoken().is_english:
        return english
    return _WORDS.sub(lambda word: say_apart(word[0], "in a date"), english)


def recorded_words(typed: str) -> str:
    """A date or an amount that somebody typed in the language of print, in the English that records have."""
    if spoken().is_english:
        return typed
    english = {say_apart(word, "in a date").casefold(): word for word in _TYPED}
    return re.sub(r"[^\W\d_]+", lambda word: english.get(word[0].casefold(), word[0]), typed)
