"""Told posts: the post, chair, style or honour that words give to somebody whose card has another."""

import re
from collections.abc import Iterator

from bscb_docs.records import Body, Organisation, Person, Post, fold, names_of
from bscb_docs.rules.engine import Pack, Passage, Spot, kept, key_of, spots
from bscb_docs.rules.english.likeness import SMALL_WORDS, is_slip

_POST = re.compile(
    r"(?:\s+[A-Z]{2,5})*,\s+(?:(?:the|our|its)\s+)?(?P<post>[A-Z][\w’'-]*(?:\s+(?:(?:of|for|and|in|&)\s+)*[A-Z][\w’'-]*)*)"
)
"""After a name, and the letters behind it: what the person is."""
_POST_BEFORE = re.compile(r"(?P<post>(?:[A-Z][\w’'-]*\s+(?:(?:of|for|and|in|&)\s+)*)+)$")
_PAIR = 2
_LESSER = frozenset({"deputy", "assistant", "vice", "associate"})


_CHAIRED = re.compile(
    r",?\s+(?:which\s+)?(?:is\s+|was\s+)?(?:now\s+)?(?:co-)?chaired\s+by\s+(?:the\s+)?(?:[A-Z][\w.]*\s+){0,3}"
)
"""Between a body and a person."""
_OUR_CHAIR = re.compile(
    r"\b(?:[Oo]ur|[Tt]he\s+(?:board|partnership)['’]s)\s+(?P<place>(?:(?:[Ii]ndependent|[Vv]ice|[Cc]o)(?:\s+|-))?[Cc]hair),?\s+(?:[A-Z][\w.]*\s+){0,3}$"
)
"""Before a person: a place of the board itself."""
_STYLE = re.compile(r"\b(?P<typed>Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame)\.?\s+$")
_RANK = (
    r"(?P<typed>(?:(?:Acting|Assistant|Chief|Deputy|Detective|Temporary)\s+)*"
    r"(?:Commander|Commissioner|Constable|Inspector|Sergeant|Superintendent))\b"
)
_RANKED = re.compile(rf"\b{_RANK}\s+$")
_LETTERS = re.compile(r",?\s+(?P<typed>[OCM]BE|KBE|DBE|QPM|KC|QC)\b")
"""Behind a name; other letters may be an abbreviation."""
Told = Iterator[tuple[Passage, int, Person, str]]
"""Where words begin that say of a person what no card does, whose they are, and what is said, after where it stands."""


def strange_posts(pack: Pack) -> Told:
    """Everything that is said of a person's post, rank, style, honour or chair and that no card bears out."""
    for told in (_misquoted_posts, _misquoted_ranks, _misquoted_styles, _strange_chairs, _strange_chairs_of_board):
        yield from told(pack)


@kept
def _persons_named(pack: Pack) -> list[tuple[Spot, Person]]:
    """Each place where texts name a person of a card."""
    return [(spot, person) for person in pack.board.of(Person) for spot in spots(pack, key_of(person.title))]


def _misquoted_posts(pack: Pack) -> Told:
    """Each post of a person that is much like that of the card, and another."""
    others = [fold(each.title) for each in pack.board.of(Organisation, Body)]
    for spot, person in (each for each in _persons_named(pack) if each[1].posts):
        text = spot.passage.unquoted
        before, after = _POST_BEFORE.search(text, 0, spot.start), _POST.match(text, spot.end)
        before = None if before and re.search(_RANK, before["post"]) else before
        for match in filter(None, (before, after)):
            typed = match["post"]
            cut = min((at for name in others if (at := fold(typed).find(name)) >= 0), default=len(typed))
            if right := misquoted(typed[:cut], person):
                said = f' calls {person.title} "{typed[:cut].strip()}"; the card says "{right.name}".'
                yield spot.passage, match.start("post"), person, said


def _misquoted_ranks(pack: Pack) -> Told:
    """Each rank before a name that is neither the style of the card nor a post of it, where it has a rank in either."""
    for spot, person in _persons_named(pack):
        if match := _RANKED.search(spot.passage.unquoted, 0, spot.start):
            own = [person.before_the_name or "", *(post.name for post in person.posts)]
            ranks = [rank["typed"] for each in own if (rank := re.search(_RANK, each))]
            if ranks and _rank_of(match["typed"]) not in map(_rank_of, ranks):
                said = f' has "{match["typed"]}" with {person.title}; the card says "{ranks[0]}".'
                yield spot.passage, match.start("typed"), person, said


def _rank_of(words: str) -> list[str]:
    """The words of a rank without those that change no rank."""
    return [each for each in words.split() if each not in {"Acting", "Detective", "Temporary"}]


def _misquoted_styles(pack: Pack) -> Told:
    """Each style before a name, or honour behind it, that is not the one of the card."""
    for spot, person in _persons_named(pack):
        style = _STYLE.search(spot.passage.unquoted, 0, spot.start) if person.before_the_name else None
        letters = _LETTERS.match(spot.passage.unquoted, spot.end) if person.after_the_name else None
        for match, own in ((style, person.before_the_name), (letters, person.after_the_name)):
            if match and own and match["typed"] not in own:
                said = f' has "{match["typed"]}" with {person.title}; the card says "{own}".'
                yield spot.passage, match.start("typed"), person, said


def _strange_chairs(pack: Pack) -> Told:
    """Each person by whom a body is said to be chaired, and who has no place in its chair on the card."""
    telling = set(pack.passages_with("chaired"))
    chaired = [body for body in pack.board.of(Body) if telling and (body.chairs or body.co_chairs)]
    named = [(spot, body) for body in chaired for name in names_of(body) for spot in spots(pack, key_of(name))]
    for spot, person in (each for each in _persons_named(pack) if each[0].passage in telling):
        text = spot.passage.unquoted
        for other, body in (each for each in named if each[0].passage is spot.passage):
            places = (*body.chairs, *body.co_chairs)
            is_said = _CHAIRED.fullmatch(text, other.end, spot.start)
            if is_said and not any(pack.board.get(place.person) is person for place in places):
                said = f" has the {body.title} chaired by {person.title}; the card says {places[-1].person.name}."
                yield spot.passage, spot.start, person, said


def _strange_chairs_of_board(pack: Pack) -> Told:
    """Each person whom a sentence calls the board's chair, or vice-chair, and whom its card never has so."""
    details = pack.board.details
    telling = set(pack.passages_with("chair")) if details.chairs or details.co_chairs else ()
    for spot, person in (each for each in _persons_named(pack) if each[0].passage in telling):
        if match := _OUR_CHAIR.search(spot.passage.unquoted, 0, spot.start):
            is_vice = match["place"].lower().startswith("vice")
            held = details.vice_chairs if is_vice else (*details.chairs, *details.co_chairs)
            if held and not any(pack.board.get(place.person) is person for place in held):
                said = f' calls {person.title} "{match["place"]}"; the card says {held[-1].person.name}.'
                yield spot.passage, match.start("place"), person, said


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
