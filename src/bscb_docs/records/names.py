"""Names: when two typed names are the same one, a mapping that goes by that, and the signs an id is made of."""

import re
from collections import UserDict
from collections.abc import Callable, ItemsView, Iterable, ValuesView
from functools import lru_cache
from typing import Any, TypeVar
from unicodedata import normalize

K = TypeVar("K")
V = TypeVar("V")
F = TypeVar("F", bound=Callable[..., object])

_HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d"
"""Every hyphen, dash and minus that Word or a keyboard puts where `-` is meant; U+2011 is the non-breaking hyphen."""

_ALIKE = str.maketrans(
    {
        **dict.fromkeys(_HYPHENS, "-"),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033", '"'),
    }
)

_MARKS = "\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e"
"""What stands on or beside a letter and belongs to it: accents, the points of Hebrew and Arabic, Indian vowel signs."""

NAME = rf"\w[\w{_MARKS}./{_HYPHENS}-]*"
"""What an id, and a name that prose gives or asks for, looks like, as a regular expression: one word."""


_NAMED = re.compile(NAME)
_BETWEEN_WORDS = re.compile(rf"(?:[^\w{_MARKS}]|_)+")


def is_name(words: str) -> bool:
    """True where words are an id, or a name that prose may give."""
    return _NAMED.fullmatch(words) is not None


def _answers_kept(function: F) -> F:
    """The function, its latest answers kept; typing's word on `lru_cache` forgets what the function takes."""
    return lru_cache(maxsize=1 << 16)(function)  # type: ignore[return-value]  # it takes what the function takes


@_answers_kept
def fold(name: str) -> str:
    """The one form of a name that all forms of it share: two names are the same where their folds are equal.

    Capitals, runs of white space (non-breaking ones too), the curl of quotes, the kind of hyphen or dash and the way
    an accent is encoded make no difference. It is for comparing only: what is printed is the name as typed.
    """
    if not name.isascii():
        name = normalize("NFC", name).translate(_ALIKE)
    return " ".join(name.split()).casefold()


_IRREGULAR = {"children": "child", "women": "woman", "men": "man", "statuses": "status", "buses": "bus"}


def singular(word: str) -> str:
    """A word in small letters as one of its kind: "plan" of "plans", "process" of "processes" and of "process"."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "xes", "zzes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and len(word) > 2 and not word.endswith(("ss", "us")) else word


def names_in(words: str, names: Iterable[str]) -> list[str]:
    """Those of the names that words have, in the order of the words: as whole words, and none within a longer one."""
    known = {fold(name): name for name in names if name}
    longest_first = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    return [known[found] for found in re.findall(rf"(?<!\w)(?:{longest_first})(?!\w)", fold(words))] if known else []


@_answers_kept
def slug(title: str) -> str:
    """A title as a name in a token: "Executive Board" is `executive-board`; letters of every script stay."""
    return _BETWEEN_WORDS.sub("-", fold(title).replace("'", "")).strip("-")


class ByName(UserDict[str, V]):
    """A dict whose keys are names: it finds a value by any form of its name, and its keys are folded."""

    def __getitem__(self, name: str) -> V:
        """The value of that name; KeyError where there is none."""
        return self.data[fold(name)]

    def __setitem__(self, name: str, value: V) -> None:
        """Keeps the value under that name, in place of any kept before."""
        self.data[fold(name)] = value

    def __delitem__(self, name: str) -> None:
        """Takes that name away; KeyError where there is none."""
        del self.data[fold(name)]

    def __contains__(self, name: object) -> bool:
        """True where a value is kept under any form of that name."""
        return isinstance(name, str) and fold(name) in self.data

    def get(self, name: str, default: Any = None) -> Any:
        """The value of that name, or the default: asked for each line of a record file, most of which are no names."""
        return self.data.get(fold(name), default)

    def values(self) -> ValuesView[V]:
        """The values, with no look at their names."""
        return self.data.values()

    def items(self) -> ItemsView[str, V]:
        """The folded names and their values."""
        return self.data.items()


def gathered(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    """The values under the key that each is given with, those of one key in their order."""
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def grouped(named: Iterable[tuple[str, V]]) -> ByName[list[V]]:
    """The values under the name that each is given with, those of one name in their order."""
    found: ByName[list[V]] = ByName()
    for name, value in named:
        found.setdefault(name, []).append(value)
    return found
