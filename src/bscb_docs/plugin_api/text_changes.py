"""Text changes: which sentences and points of a text another has in other words, lacks, or has beside them."""

import re
from collections.abc import Iterator
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
    """Which sentences of a text changed, a line each; that all did, where the two have none in common."""
    before, after = _meanings(old), _meanings(new)
    if before == after or not set(before) & set(after):
        yield say("The same words" if before == after else "Reworded")
        return
    had, have = _sentences(old), _sentences(new)
    said = {"replace": "{gone} became {come}", "delete": "{gone} was left out", "insert": "{come} was added"}
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what in said:
            gone, come = (f'"{" ".join(sentences)}"' for sentences in (had[a:b], have[c:d]))
            yield say(said[what], gone=gone, come=come)
