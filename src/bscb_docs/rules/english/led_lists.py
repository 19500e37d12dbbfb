"""Lists that a sentence leads to: "our principles of ...; ...; and ..." names what the records list, all of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import frozen

from bscb_docs.records import Principle
from bscb_docs.rules.engine import Pack, Passage
from bscb_docs.rules.english.likeness import stems_of

_LEAD = re.compile(
    r"\b(?:our|the|these)\s+(?:\w+\s+)?(?P<what>principles|priorities)(?:\s+(?:of|are|were|namely)\b|:|\s*\()\s*",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*(?:[,;]\s*(?:and\s+)?|\s+and\s+|\)|:)\s*")
_FOUND = "\x00"
"""Stands where an item of the records was: what is left between separators is no item of theirs."""
_ONE_MORE = re.compile(rf"{_FOUND}(?:[^,;{_FOUND}]*(?:[,;]\s*)?\band\s+[^{_FOUND}]*|\s*[,;]\s*[A-Z][^,;{_FOUND}]*)$")
"""After the last item of the records: another one, that ends the list."""
_SHORT = 5
"""Words: a longer fragment is no item but a sentence that goes on."""


def led_lists(pack: Pack) -> Iterator[tuple[Passage, int, str, str]]:
    """Each list of principles or priorities within a sentence that is not that of the records.

    With its passage and where it begins come what it lists, and what it leaves out or has too many.
    """
    principles = [(principle.title,) for principle in pack.board.of(Principle)]
    priorities = [tuple(filter(None, (each.title, each.short_title))) for each in pack.board.priorities]
    known = {"principles": _Listed.of(principles), "priorities": _Listed.of(priorities)}
    for passage in pack.passages_with(*known):
        for lead in _LEAD.finditer(passage.unquoted):
            what = lead["what"].lower()
            if known[what].items and (wrong := _difference(passage, lead.end(), known[what])):
                yield passage, lead.end(), what, wrong


@frozen(eq=False)
class _Listed:
    """What the records list, each by all its names, those with the longest title first; and where names have a word."""

    items: list[tuple[str, ...]]
    by_stem: dict[str, set[int]]
    """By the rarest stem of each name, the places of its item."""

    @classmethod
    def of(cls, items: Iterable[tuple[str, ...]]) -> _Listed:
        """The list of those items."""
        listed = sorted(items, key=lambda forms: -len(forms[0]))
        names = [(at, stems_of(form)) for at, forms in enumerate(listed) for form in forms]
        often, by_stem = Counter(stem for _, stems in names for stem in stems), dict[str, set[int]]()
        for at, stems in names:
            by_stem.setdefault(min(stems, key=lambda stem: often[stem], default=""), set()).add(at)
        return cls(listed, by_stem)

    def may_stand_in(self, text: str) -> list[int]:
        """The places of the items of which a name may stand in a text."""
        return sorted(set().union(*(self.by_stem.get(stem, ()) for stem in {*stems_of(text), ""})))


def leads_to_list(passage: Passage) -> bool:
    """True where a passage leads to a list of principles or priorities in so many words."""
    return _LEAD.search(passage.unquoted) is not None


def _difference(passage: Passage, start: int, listed: _Listed) -> str:
    """What a list that begins there lacks and has too many, where it is surely a list of those items; else ""."""
    _, last = passage.sentence(start)
    text, found = passage.unquoted[start:last], set[int]()
    for at in listed.may_stand_in(text):
        blanked = next((new for form in listed.items[at] if (new := _without(text, form)) != text), "")
        text = blanked or text
        if blanked:
            found.add(at)
    fragments = _SEPARATOR.split(text)
    places = [at for at, fragment in enumerate(fragments) if _FOUND in fragment]
    if len(places) < 2 or places[0] > 1 or len(places) + 1 < len(listed.items) / 2:
        return ""
    end = places[-1] + (2 if _ONE_MORE.search(text) else 1)
    added = [words for words in fragments[:end] if _FOUND not in words and 0 < len(words.split()) <= _SHORT]
    if len(places) + len(added) < 3:  # two of them in a sentence are no list of all
        return ""
    parts = [f'"{forms[0]}" is missing' for at, forms in enumerate(listed.items) if at not in found]
    return ", ".join([*parts, *(f'"{words.strip(" .")}" is added' for words in added)])


def _without(text: str, title: str) -> str:
    """The text with the first place of a title marked as found."""
    words = r"\s+".join("(?:and|&)" if word in {"and", "&"} else re.escape(word) for word in title.split())
    return re.sub(rf"\b{words}(?:s|'s)?\b", _FOUND, text, count=1, flags=re.IGNORECASE)
