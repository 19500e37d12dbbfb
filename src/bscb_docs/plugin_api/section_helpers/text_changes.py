"""Text changes: which sentences and points of a text another has in other words, lacks, or has beside them."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from bscb_docs.languages.house_words import say
from bscb_docs.prose.typed_lines import POINT, bare_words
from bscb_docs.records import Prose, fold

_SENTENCE_END = re.compile(rf"\n\s*(?:\n|(?={POINT} ))|(?<=[.?!])\s+")


def _sentences(text: Prose) -> list[str]:
    """Its sentences and points, without the marks of a list and the names of points."""
    parts = (" ".join(bare_words(part).split()) for part in _SENTENCE_END.split(text.text))
    return [part for part in parts if part]


def _meanings(text: Prose) -> list[str]:
    """The same without what changes no meaning: capitals, signs and spaces."""
    return [" ".join(re.findall(r"\w+", fold(sentence))) for sentence in _sentences(text)]


def is_reworded(old: Prose, new: Prose) -> bool:
    """True where a text says something else than another, or says it in other words."""
    return _meanings(old) != _meanings(new)


def text_changes(old: Prose, new: Prose) -> Iterator[str]:
    """What changed of a text, a line each: single words of a sentence, else sentences; none where all is other."""
    before, after = _meanings(old), _meanings(new)
    had, have = _sentences(old), _sentences(new)
    lines, keeps = list[str](), False
    for what, a, b, c, d in _opcodes(before, after):
        words = list(_words_of(had[a], have[c])) if (what, b - a, d - c) == ("replace", 1, 1) else []
        keeps = keeps or what == "equal" or bool(words)
        lines += words or _told(what, " ".join(had[a:b]), " ".join(have[c:d]))
    yield from lines if keeps else ()


def _words_of(gone: str, come: str) -> Iterator[str]:
    """Which words a sentence has lost or gained, after which; none where some have come in place of others."""
    had, have = gone.split(), come.split()
    changes = [each for each in _opcodes(map(_bare, had), map(_bare, have)) if each[0] != "equal"]
    if {what for what, *_ in changes} not in ({"insert"}, {"delete"}):
        return
    for what, a, b, c, d in changes:
        after = say(" after {word}", word=f'"{_bare(had[a - 1])}"') if a else ""
        for line in _told(what, _bare(" ".join(had[a:b])), _bare(" ".join(have[c:d]))):
            yield line + after


def _opcodes(before: Iterable[str], after: Iterable[str]) -> list[tuple[str, int, int, int, int]]:
    had, have = ([fold(words) for words in each] for each in (before, after))
    return list(SequenceMatcher(None, had, have, autojunk=False).get_opcodes())


def _bare(words: str) -> str:
    return re.sub(r"^\W+|\W+$", "", words)


def _told(what: str, gone: str, come: str) -> list[str]:
    said = {"replace": "{gone} became {come}", "delete": "{gone} was left out", "insert": "{come} was added"}
    return [say(said[what], gone=f'"{gone}"', come=f'"{come}"')] if what in said else []
