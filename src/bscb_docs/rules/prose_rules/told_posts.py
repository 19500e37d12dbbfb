"""Told posts: the post that a text or a signature gives to somebody whose card has another much like it."""

import re
from collections.abc import Iterator

from bscb_docs.records import Body, Organisation, Person, Post, fold
from bscb_docs.rules.engine import Pack, Passage, key_of, spots
from bscb_docs.rules.prose_rules.likeness import SMALL_WORDS, is_slip

_POST = re.compile(
    r"(?:\s+[A-Z]{2,5})*,\s+(?:(?:the|our|its)\s+)?(?P<post>[A-Z][\w’'-]*(?:\s+(?:(?:of|for|and|in|&)\s+)*[A-Z][\w’'-]*)*)"
)
"""After a name, and the letters behind it: what the person is."""
_PAIR = 2
_LESSER = frozenset({"deputy", "assistant", "vice", "associate"})


def misquoted_posts(pack: Pack) -> Iterator[tuple[Passage, int, Person, str, Post]]:
    """Where each such post begins, whose it is, the post as typed, and the one of the card."""
    others = [fold(each.title) for each in pack.board.of(Organisation, Body)]
    for person in (each for each in pack.board.of(Person) if each.posts):
        for spot in spots(pack, key_of(person.title)):
            match = _POST.match(spot.passage.unquoted, spot.end)
            typed = match["post"] if match else ""
            cut = min((at for name in others if (at := fold(typed).find(name)) >= 0), default=len(typed))
            right = misquoted(typed[:cut], person)
            if match and right:
                yield spot.passage, match.start("post"), person, typed[:cut].strip(), right


def misquoted(typed: str, person: Person) -> Post | None:
    """The post that words mean which are none of the person's, and begin or end like it; a slip in one is TERM-01's."""
    words = _words(typed)
    meant: Post | None = None
    for post in person.posts if words and "chair" not in words else ():
        own = _words(post.name)
        more = set(words) - set(own)
        if not more or (set(own) <= set(words) and _LESSER.isdisjoint(more)) or _is_misspelt(words, own):
            return None
        if words[0] == own[0] or words[-1] == own[-1]:
            meant = meant or post
    return meant


def _is_misspelt(words: list[str], own: list[str]) -> bool:
    """True where one word of three or more has a slip: such a name is told as every other."""
    apart = [(typed, word) for typed, word in zip(words, own, strict=False) if typed != word]
    return len(words) == len(own) > _PAIR and len(apart) == 1 and is_slip(apart[0][1], apart[0][0], 2)


def _words(typed: str) -> list[str]:
    return [word for word in key_of(typed) if word not in SMALL_WORDS]
