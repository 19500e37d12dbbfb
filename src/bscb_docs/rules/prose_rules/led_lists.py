"""Lists that a sentence leads to: "our principles of ...; ...; and ..." names what the records list, all of it."""

import re
from collections.abc import Iterator

from bscb_docs.records import Principle
from bscb_docs.rules.engine import Pack, Passage

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
    known: dict[str, list[tuple[str, ...]]] = {
        "principles": [(principle.title,) for principle in pack.board.of(Principle)],
        "priorities": [tuple(filter(None, (each.title, each.short_title))) for each in pack.board.priorities],
    }
    for passage in pack.passages_with(*known):
        for lead in _LEAD.finditer(passage.unquoted):
            what = lead["what"].lower()
            if known[what] and (wrong := _difference(passage, lead.end(), known[what])):
                yield passage, lead.end(), what, wrong


def leads_to_list(passage: Passage) -> bool:
    """True where a passage leads to a list of principles or priorities in so many words."""
    return _LEAD.search(passage.unquoted) is not None


def _difference(passage: Passage, start: int, items: list[tuple[str, ...]]) -> str:
    """What a list that begins there lacks and has too many, where it is surely a list of those items; else ""."""
    _, last = passage.sentence(start)
    text, missing = passage.unquoted[start:last], []
    for forms in sorted(items, key=lambda forms: -len(forms[0])):
        blanked = next((new for form in forms if (new := _without(text, form)) != text), "")
        text = blanked or text
        if not blanked:
            missing.append(forms[0])
    fragments = _SEPARATOR.split(text)
    places = [at for at, fragment in enumerate(fragments) if _FOUND in fragment]
    if len(places) < 2 or places[0] > 1 or len(places) + 1 < len(items) / 2:
        return ""
    end = places[-1] + (2 if _ONE_MORE.search(text) else 1)
    added = [words for words in fragments[:end] if _FOUND not in words and 0 < len(words.split()) <= _SHORT]
    if len(places) + len(added) < 3:  # two of them in a sentence are no list of all
        return ""
    parts = [f'"{title}" is missing' for title in missing]
    return ", ".join([*parts, *(f'"{words.strip(" .")}" is added' for words in added)])


def _without(text: str, title: str) -> str:
    """The text with the first place of a title marked as found."""
    words = r"\s+".join("(?:and|&)" if word in {"and", "&"} else re.escape(word) for word in title.split())
    return re.sub(rf"\b{words}(?:s|'s)?\b", _FOUND, text, count=1, flags=re.IGNORECASE)
