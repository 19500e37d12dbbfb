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
    kept,
    key_of,
    rule,
    spots,
    squeeze,
    variants,
)
from bscb_docs.rules.english.likeness import SMALL_WORDS, is_form

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
    numbers = _by_number(pack)
    forms = {
        number: {key_of(title) for each in bearers for title in (each.title, each.short_title) if title} | never
        for number, bearers in numbers.items()
    }
    for passage in pack.passages_with("priority"):
        for match in _PRIORITY.finditer(passage.text):
            number, typed = int(match["number"]), key_of(match["title"])
            is_told = any(match.start("title") <= start < match.end() for start in told.get(passage, ()))
            is_right = any(typed[:size] in forms[number] for size in range(len(typed) + 1)) if number in forms else True
            if typed and not is_told and not is_right:
                yield _renamed(passage, match.start("title"), squeeze(match["title"]), numbers[number][0])


def _misnumbered(pack: Pack) -> Findings:
    """The title of a priority beside the number of, or the reference to, one that does not bear it."""
    naming = set(pack.passages_with("priority"))
    bearers: dict[tuple[str, ...], list[tuple[Priority, str]]] = {}
    for priority in pack.board.priorities:
        for name in filter(None, (priority.title, priority.short_title)):
            bearers.setdefault(key_of(name), []).append((priority, name))
    told: dict[tuple[Passage, int], Finding] = {}
    for key, named in bearers.items():
        right, (priority, name) = {pack.board.called(each) for each, _ in named}, named[0]
        for spot in (each for each in spots(pack, key) if len(key) > 1 and each.passage in naming):
            passage = spot.passage
            match = _UNDER.match(passage.raw, spot.end)
            if match is None and spot.capitals >= capitals_in(name):
                match = _NAMING.search(passage.raw, 0, spot.start)
            other = _bearer(pack, match) if match else None
            if match and other and (typed := pack.board.called(other)) not in right:
                said = f' has "{spot.text}" beside {typed}; that is {pack.board.called(priority)}.'
                mend = f"Write: [Priority](#{priority.id}). Or, where the sentence is right, mend the card that has "
                mend += f'"{name}": {priority.place.in_words}.'
                found = at_words("XDOC-01", passage, match.start(), said, mend)
                told.setdefault((passage, match.end()), found)
    yield from told.values()


def _bearer(pack: Pack, match: re.Match[str]) -> Priority | None:
    if match["id"]:
        return pack.board.find(Priority, match["id"])
    return next(iter(_by_number(pack).get(int(match["number"]), ())), None)


@kept
def _by_number(pack: Pack) -> dict[int, list[Priority]]:
    """The priorities of each number: a plan of a sub-group counts its own from one."""
    found: dict[int, list[Priority]] = {}
    for priority in pack.board.priorities:
        found.setdefault(pack.board.number(priority), []).append(priority)
    return found


def _renamed(passage: Passage, start: int, typed: str, priority: Priority) -> Finding:
    mend = f"Set {{{{ {priority.id}.title }}}} in its place."
    return at_words("XDOC-01", passage, start, f' calls a priority "{typed}"; its title is "{priority.title}".', mend)
