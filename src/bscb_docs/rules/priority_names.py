"""Rule of priority names: a priority bears one title across the pack."""

import re

from bscb_docs.diagnostics.finding import Finding
from bscb_docs.records import NAME, Priority, Term
from bscb_docs.rules.engine import (
    Findings,
    Pack,
    Passage,
    at_words,
    capitals_in,
    key_of,
    rule,
    spots,
    squeeze,
    variants,
)
from bscb_docs.rules.prose_rules.likeness import SMALL_WORDS, is_form

_PRIORITY = re.compile(r"\bPriority (?P<number>\d+)(?::| -| –| \()\s*(?P<title>[A-Z][^.;:(){}￼]*)")
_A_REFERENCE = rf"(?:\[[Pp]riority\]\(#(?P<id>{NAME})\)|Priority\s+(?P<number>\d+)\b)"
_UNDER = re.compile(
    rf"[*_”\"’')]*,?\s*(?:(?:under|in|is)\s+|\()?{_A_REFERENCE}(?!\s*(?:,|and|or|to|–|-)\s*(?:\[|Priority|\d))"
)
"""After the title of a priority: the number that it is given."""
_NAMING = re.compile(rf"{_A_REFERENCE}(?:,|:|\s[-–]|\s\()?\s*[*_“\"‘']*$")
"""Before it."""
_NEAR = 30
"""Characters before a name in which the word "priority" says that it is one."""


@rule("XDOC-01")
def priorities_renamed(pack: Pack) -> Findings:
    """A priority called other than its title: with a word changed, or by other words after its number."""
    never = {key_of(form) for term in pack.board.of(Term) for form in term.never}
    meant = never | {key_of(each.title) for each in pack.board.priorities}
    told: dict[Passage, list[int]] = {}
    for key, priority in {key_of(priority.title): priority for priority in pack.board.priorities}.items():
        for spot, wanted, written in variants(pack, key):
            is_own = spot.passage.owner is priority or spot.keys in meant
            is_called_so = "priorit" in spot.passage.text[max(0, spot.start - _NEAR) : spot.start].lower()
            is_called_so |= spot.passage.is_title and len(spot.keys) == len(spot.passage.words)
            if (
                is_own or not (spot.capitals > 1 or is_called_so) or not spot.text[:1].isupper()
            ):  # a name bears capitals
                continue
            is_short_of_words = not written and wanted not in SMALL_WORDS
            if not is_called_so and (is_short_of_words or not is_form(wanted, written, len(key), is_head=False)):
                continue
            told.setdefault(spot.passage, []).append(spot.start)
            yield _renamed(spot.passage, spot.start, spot.text, priority)
    yield from _misnumbered(pack)
    for passage in pack.passages_with("priority"):
        for match in _PRIORITY.finditer(passage.text):
            numbered = [each for each in pack.board.priorities if pack.board.number(each) == int(match["number"])]
            right = {key_of(title) for each in numbered for title in (each.title, each.short_title) if title}
            typed = key_of(match["title"])
            is_told = any(match.start("title") <= start < match.end() for start in told.get(passage, ()))
            is_right = any(typed[: len(form)] == form for form in right | never)
            if numbered and typed and not is_told and not is_right:
                yield _renamed(passage, match.start("title"), squeeze(match["title"]), numbered[0])


def _misnumbered(pack: Pack) -> Findings:
    """The title of a priority beside the number of, or the reference to, another one."""
    naming = set(pack.passages_with("priority"))
    told: dict[tuple[Passage, int], Finding] = {}
    named = [(each, name) for each in pack.board.priorities for name in (each.title, each.short_title) if name]
    keys = {key for _, name in named if len(key := key_of(name)) > 1}  # priorities of several years have one title
    places = {key: [spot for spot in spots(pack, key) if spot.passage in naming] for key in keys}
    for priority, name in named:
        for spot in places.get(key_of(name), ()):
            passage = spot.passage
            match = _UNDER.match(passage.raw, spot.end)
            if match is None and spot.capitals >= capitals_in(name):
                match = _NAMING.search(passage.raw, 0, spot.start)
            other = _bearer(pack, match) if match else None
            typed, right = pack.board.called(other) if other else "", pack.board.called(priority)
            if match and typed not in ("", right):  # a plan of a sub-group counts its own from one
                said = f' has "{spot.text}" beside {typed}; that is {right}.'
                mend = f"Write: [Priority](#{priority.id}). Or, where the sentence is right, mend the card that has "
                mend += f'"{name}": {priority.place.in_words}.'
                found = at_words("XDOC-01", passage, match.start(), said, mend)
                told.setdefault((passage, match.end()), found)
    yield from told.values()


def _bearer(pack: Pack, match: re.Match[str]) -> Priority | None:
    if match["id"]:
        return pack.board.find(Priority, match["id"])
    return next((each for each in pack.board.priorities if pack.board.number(each) == int(match["number"])), None)


def _renamed(passage: Passage, start: int, typed: str, priority: Priority) -> Finding:
    mend = f"Set {{{{ {priority.id}.title }}}} in its place."
    return at_words("XDOC-01", passage, start, f' calls a priority "{typed}"; its title is "{priority.title}".', mend)
