"""Counts by state: how many of all a sentence says to stand so: "three of our six actions are complete"."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from bscb_docs.figures.figure import Figure
from bscb_docs.figures.ratio import Ratio
from bscb_docs.records import Update
from bscb_docs.rules.engine import Pack, Passage, kept
from bscb_docs.rules.english.contradictions import Told, misstated
from bscb_docs.rules.english.dates import MONTH, YEARS
from bscb_docs.rules.english.facts.figure_scope import is_beside, is_of_the_day, meant, of_named_years, priority_of
from bscb_docs.rules.english.scope import ELSEWHEN, SOMEBODYS
from bscb_docs.rules.english.typed_numbers import A_NUMBER, value_of

_OURS = r"(?:(?:all|the|our|its|these)\s+)*"
_ARE = r"\s+(?:are|were|is|was|has\s+been|have\s+been|had\s+been)\s+(?:now\s+|already\s+|still\s+)?"
_SAID = {
    "complete": ("complete", "completed", "finished", "done", "delivered"),
    "overdue": ("overdue", "late"),
    "on course": ("on course", "on track"),
    "contributed": ("contributed", "paid"),
    "moved": ("moved", "put off", "postponed"),
}
"""What people say for a state, where it is more than its own words."""
_OF_A_KIND = re.compile(r"\S*[^s\s]\s.*[^s]s")
"""Things of a kind, such as "case reviews", which have no state; "actions complete" have one."""
_DID = frozenset({"contributed", "paid"})
"""Words for states that are verbs: nothing needs to be called so."""
_IN_PLAN = (
    r"(?:\s+(?:of|in|for)\s+(?:(?:the|our|this)\s+(?:(?:year['’]s\s+)?plan|year)|"
    rf"{YEARS})\b)?"
)
_THESE = (
    rf"(?:\s+(?:(?:of|in|under)\s+this\s+(?P<priority>priority)|(?:of|in|for)\s+(?:(?:the|our|this)\s+(?:plan|year)|{YEARS})|"
    r"that\s+(?:we|the\s+(?:board|partnership|partners))\s+(?:set|planned|agreed)(?:\s+(?:ourselves|itself|themselves))?|"
    r"that\s+(?:are|were)\s+(?:planned|set|agreed)))?"
)
"""What may stand after what is counted and make it all of the plan's, or of the section's priority."""
_IF = re.compile(
    r"\b(?:will|shall|would|should|must|may|once|when|until|unless|if|whether|ensure|expect\w*|hope\w*|aims?|"
    r"before|that\s+all|nearly|almost|not)\b",
    re.IGNORECASE,
)
"""In a sentence that does not say that something is so."""


def false_shares(pack: Pack) -> Iterator[Told]:
    """Each number of things in a state that no figure of theirs gives.

    With the number of all beside it, it is compared where all are all that the records have. Alone it may be of a part:
    it is told where it is more than there are, and where its sentence says nothing before it but the report's day. A
    word that two figures count by is right by either. Other years and other boards are left alone.
    """
    for passage, match, figures in shares_told(pack):
        yield from _false(pack, passage, match, figures)


@kept
def shares_told(pack: Pack) -> list[tuple[Passage, re.Match[str], list[Figure]]]:
    """Each number of things in a state, alone or of all, with the figures that count them."""
    return [*_told(pack, _numbered, lambda passage: bool(passage.numbers), by_state=True)]


def false_sweeps(pack: Pack) -> Iterator[Told]:
    """Each "all" or "none" of things in a state that no figure of the report's years, and of its section's, bears out.

    What an update says of all may be its own steps, and is left alone.
    """
    sweeping = set(pack.passages_with("all", "every", "each", "none", "no", "one"))
    sweeping = {passage for passage in sweeping if not isinstance(passage.owner, Update)}
    for passage, match, figures in _told(pack, _sweeping, sweeping.__contains__, by_state=False):
        first, last = passage.sentence(match.start())
        around = passage.unquoted[first : match.start()] + passage.unquoted[match.end() : last]
        if not (_IF.search(around) or ELSEWHEN.search(around)):
            own = meant(pack, passage, (first, last), figures)
            is_all = not match[0].casefold().startswith("no")
            if own and not any(_is_borne_out(pack, figure, is_all=is_all) for figure in own):
                yield misstated(passage, match.start(), " ".join(match[0].split()), own[0])


def _told(
    pack: Pack,
    pattern: Callable[[str, tuple[str, ...]], re.Pattern[str]],
    may_tell: Callable[[Passage], bool],
    *,
    by_state: bool,
) -> Iterator[tuple[Passage, re.Match[str], list[Figure]]]:
    """What the pattern of things and of words for their state matches in the texts, with the figures that count them.

    Each once. `by_state` looks for each state on its own: what a sentence says of several may overlap.
    """
    named: dict[tuple[str, str], dict[str, list[Figure]]] = {}
    for figure in pack.counted:
        phrases = figure.phrases if isinstance(figure.value, Ratio | int) else ()
        for phrase in (each.casefold() for each in phrases if not _OF_A_KIND.fullmatch(each)):
            noun, _, state = phrase.partition(" ")
            for words in _SAID.get(state, (state,)) if state else ():
                named.setdefault((noun, state if by_state else ""), {}).setdefault(words, []).append(figure)
    told: dict[tuple[Passage, tuple[int, int]], tuple[re.Match[str], list[Figure]]] = {}
    for (noun, _), by_words in named.items():
        for passage in filter(may_tell, _likely(pack, noun, tuple(by_words))):
            for match in pattern(noun, tuple(by_words)).finditer(passage.unquoted):
                words = " ".join(match[str(match.lastgroup)].casefold().split())
                told.setdefault((passage, match.span()), (match, []))[1].extend(by_words[words])
    for (passage, _), (match, figures) in told.items():
        yield passage, match, figures


def _likely(pack: Pack, noun: str, said: tuple[str, ...]) -> list[Passage]:
    """The texts in which such things and one of those words for their state stand."""
    telling = set(pack.passages_with(*(words.split()[-1] for words in said)))
    return [each for each in pack.passages_with(noun) if each in telling and each.is_exact]


def _is_borne_out(pack: Pack, figure: Figure, *, is_all: bool) -> bool:
    """True where it counts all, or none, of what there is; a number alone may be all; what is done is on course too."""
    if not isinstance(figure.value, Ratio):
        return is_all or figure.value == 0
    done = pack.figures.get(f"{figure.name.removesuffix('.on-course')}.complete") if is_all else None
    finished = done.value.part if done and isinstance(done.value, Ratio) else 0
    return figure.value.part + finished == (figure.value.whole if is_all else 0)


@lru_cache(maxsize=256)
def _sweeping(noun: str, said: tuple[str, ...]) -> re.Pattern[str]:
    """What matches all, or none, of such things that are said to be so; its last group has the words that say it."""
    verbs, others = [each for each in said if each in _DID], [each for each in said if each not in _DID]
    parts = [_swept(noun, others, "are", rf"{_ARE}(?:all\s+|been\s+)*", "")]  # their number is told by `false_shares`
    parts.append(_swept(noun, verbs, "did", r"\s+(?:(?:have|has|had)\s+)?", rf"(?:{A_NUMBER}\s+)?"))
    return re.compile("|".join(filter(None, parts)), re.IGNORECASE)


def _swept(noun: str, words: list[str], group: str, link: str, count: str) -> str:
    """The pattern for words of one form, what links them to their things, and what may stand before these."""
    said = _any_of(words)
    things = rf"(?:of\s+)?{_OURS}{count}(?:{noun}|{noun.removesuffix('s')})\b{_IN_PLAN}"
    whole = rf"\b(?:(?:all|every|each)\s+(?:one\s+)?|(?:none|no|not\s+one)\s+){things}{link}(?P<{group}>{said})\b"
    have = rf"\b(?:have|has)\s+(?P<{group}_have>{said})\s+(?:all|every|each)\s+(?:one\s+)?{things}"
    all_are = rf"{noun}\b{_IN_PLAN}\s+(?:are|were|have)\s+(?:now\s+)?all\s+(?:been\s+)?(?P<{group}_all>{said})\b"
    return rf"{whole}|{have}|\b(?:the|our)\s+{all_are}" if words else ""


def _any_of(said: Iterable[str]) -> str:
    return "|".join(r"\s+".join(map(re.escape, each.split())) for each in said)


@lru_cache(maxsize=256)
def _numbered(noun: str, said: tuple[str, ...]) -> re.Pattern[str]:
    """What matches a number of such things that are said to be so, with the number of all or without."""
    some, every, words = rf"(?P<part>{A_NUMBER})", rf"(?P<whole>{A_NUMBER})", _any_of(said)
    first = rf"{some}\s+(?:of\s+{_OURS}(?:{every}\s+)?)?{noun}{_THESE}{_ARE}(?P<said>{words})\b"
    others = rf"(?:\s+{A_NUMBER}{_ARE}[\w -]+?(?:,|,?\s+and\b))*"
    of_all = rf"[\w '’-]{{0,40}},?{others}\s+"
    them = r"(?:(?!\s+and\b)[\w '’-]){0,60}[.,;]\s+(?:and\s+)?"
    last = rf"(?P<of>of\s+{_OURS})?{every}\s+{noun}\b(?(of){of_all}|{them}){some}(?(of)|\s+of\s+(?:them|these))"
    last = last.replace("<part>", "<a>").replace("<whole>", "<b>") + rf"{_ARE}(?P<c>{words})\b"
    return re.compile(rf"\b(?=[\dtfsenoz])(?:{first}|{last})", re.IGNORECASE)


def _false(pack: Pack, passage: Passage, match: re.Match[str], figures: list[Figure]) -> Iterator[Told]:
    text = passage.unquoted
    if SOMEBODYS.search(text, 0, match.start()):
        return
    start, end = passage.sentence(match.start())
    part = value_of(match["part"] or match["a"])
    whole = match["whole"] or match["b"]
    is_of_priority = match["priority"] is not None
    is_lone = not whole and not is_of_priority
    lead = text[start : match.start()]
    is_exact = is_lone and is_of_the_day(pack, passage, lead)
    start = match.start() if is_exact else start
    is_of_another_day = is_lone and not is_exact and MONTH.search(lead)
    if is_of_another_day or ELSEWHEN.search(text, start, end) or (is_of_priority and not priority_of(pack, passage)):
        return
    if is_exact and not any(each.beside and is_beside(pack, each, passage) for each in pack.counted):
        own = meant(pack, passage, (start, end), figures)
        is_false = part not in map(_part, own)
    elif is_of_priority:
        own = meant(pack, passage, (start, end), figures)
        is_false = not any(_part(each) == part and _fits(each, whole) for each in own)
    elif is_lone:
        own = of_named_years(figures, text[start:end], pack)
        is_false = part > max(map(_part, own), default=part)
    else:
        own = [each for each in of_named_years(figures, text[start:end], pack) if _fits(each, whole)]
        is_false = part not in map(_part, own)
    if own and is_false:
        likely = [each for each in meant(pack, passage, (start, end), own) if _part(each)] or own
        figure = pack.figures.get(f"{likely[0].name}.part") if is_lone else None
        yield misstated(passage, match.start(), " ".join(match[0].split()), figure or likely[0])


def _part(figure: Figure) -> int:
    """How many a figure says to be so."""
    return figure.numbers[0]


def _fits(figure: Figure, whole: str | None) -> bool:
    """True where a figure is of that many in all."""
    return not whole or figure.numbers[1:] == (value_of(whole),)
