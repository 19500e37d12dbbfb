"""Rule of near names: two names in the prose that differ in one small thing, neither of them on any card."""

import re

from attrs import frozen

from bscb_docs.diagnostics.finding import Finding
from bscb_docs.records import Term
from bscb_docs.rules.engine import Findings, Pack, Passage, at_words, declared_keys, key_of, rule
from bscb_docs.rules.english.likeness import is_form

_NAME = re.compile(r"[A-Z](?<![\w'].)[\w'-]*(?: (?:(?:and|of|for|&) )?[A-Z][\w'-]*)+")
_LEAD = re.compile(r"(?:The|A|An|Our|This|These|Its|In|At|For|On|With|From|By|All|Each|Every|Both|When|Of|As|Through) ")
_OF = frozenset({"of", "for", "in", "to", "at", "on"})
"""After the head of a name."""
_Key = tuple[str, ...]


@frozen(eq=False, repr=False)
class _Name:
    """A name as it stands first in the prose."""

    words: str
    passage: Passage
    start: int


@rule("TERM-02")
def near_names(pack: Pack) -> Findings:
    """Two names of three or more words that differ in the form or spelling of one."""
    first = _names(pack)
    near: dict[tuple[int, _Key], list[_Key]] = {}
    for key, name in first.items():
        for at, word in enumerate(key):
            others = near.setdefault((at, (*key[:at], *key[at + 1 :])), [])
            for other in others:
                if is_form(word, other[at], len(key), is_head=at == len(key) - 1 or key[at + 1] in _OF):
                    yield _told(name, first[other])
            others.append(key)


def _names(pack: Pack) -> dict[_Key, _Name]:
    """Every name of three or more words that no card has, by its words without possessives, where it stands first."""
    declared = declared_keys(pack) | {key_of(form) for term in pack.board.of(Term) for form in term.never}
    parts = {key[a:b] for key in declared for a in range(len(key)) for b in range(a + 3, len(key) + 1)}
    first: dict[_Key, _Name] = {}
    seen: set[str] = set()
    for passage in pack.passages:
        for match in _NAME.finditer(passage.text.replace("’", "'")):
            if match[0] in seen:
                continue
            seen.add(match[0])
            lead = _LEAD.match(match[0])
            start = match.start() + (lead.end() if lead else 0)
            words = " ".join(passage.text[start : match.end()].split())
            key = _without_possessive(key_of(words))
            if len(key) < 3 or key in parts or _holds(key, declared) or not _is_of_words(words):
                continue
            first.setdefault(key, _Name(words, passage, start))
    return first


def _without_possessive(key: _Key) -> _Key:
    """The words with the possessive taken from the last; within a name it belongs to the name."""
    return (*key[:-1], key[-1].removesuffix("'s").rstrip("'")) if key else key


def _is_of_words(name: str) -> bool:
    """True where at least two words have small letters: capitals alone are abbreviations, or a heading."""
    return sum(word.lower() != word and word.upper() != word for word in name.split()) > 1


def _holds(key: _Key, declared: frozenset[_Key]) -> bool:
    size = len(key)
    return any(key[a:b] in declared for a in range(size) for b in range(a + 3, size + 1))


def _told(name: _Name, other: _Name) -> Finding:
    said = f' has "{name.words}", and {other.passage.where} "{other.words}".'
    mend = "If they are one, use one form and write a Term heading for it; if they are two, one for each."
    return at_words("TERM-02", name.passage, name.start, said, mend)
