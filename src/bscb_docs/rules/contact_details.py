"""Rule of contact details: a card's own can be right, and a number or address in the prose is one that a card gives."""

import re
from collections.abc import Iterator

from bscb_docs.diagnostics.phrases import joined
from bscb_docs.records import fold
from bscb_docs.records.names import gathered
from bscb_docs.rules.engine import Findings, Pack, Passage, at_words, finding_of, key_of, rule, spots
from bscb_docs.rules.english.likeness import is_slip

_TELEPHONE = re.compile(r"(?=[+(0])(?<![\w+.])(?:\+44\s?(?:\(0\)\s?)?|\(?0)\d[\d\s()-]{6,}\d(?!\w)")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WEBSITE = re.compile(r"\bwww\.[\w-]+(?:\.[\w-]+)+")
_FIELDS = frozenset({"telephone", "email", "website"})
_SITE = re.compile(r"^(?:https?://)?(?:www\.)?|[/:?#].*$")
"""What stands around the domain of a website."""
_DIALLED = re.compile(r"\+?\(?\d+\)?(?:[\s-]?(?:\(0\)\s?)?\d+)*")
_SHORTEST = 3
"""Figures of a telephone number, as in 999."""
_WHOLE = 11
"""Figures of a number with the code of a British area or mobile network."""
_CODES = ("01", "02", "03", "07")
_TIME = r"(\d{1,2})(?:[.:](\d\d))?\s?([ap])\.?m\b"
_HOURS = re.compile(rf"\b{_TIME}\.?\s?(?:to|until|till|-|–)\s?{_TIME}", re.IGNORECASE)


@rule("XDOC-07")
def other_contact_details(pack: Pack) -> Findings:
    """What cannot be right on a card; in the prose, what is another contact's, or in one sign other than on a card."""
    cards = [each for each in pack.passages if each.part in _FIELDS]
    yield from _impossible(pack, cards)
    yield from _of_another_domain(pack, cards)
    yield from _of_another(pack, cards)
    known = {sign: (typed, fold(passage.name)) for passage in cards for _, typed, sign in _details(passage)}
    known |= {site[0].lower(): (site[0], "") for site in _WEBSITE.finditer(pack.board.details.website or "")}
    for passage in pack.passages_typed("0", "+44", "@", "www.") if known else ():
        if passage.part not in _FIELDS:
            for start, typed, sign in _details(passage):
                near = [] if sign in known else [known[each] for each in known if is_slip(each, sign, 1)]
                if near:
                    first, last = passage.sentence(start)
                    sentence = fold(passage.text[first:last])
                    meant = next((each for each, card in near if card and card in sentence), near[0][0])
                    said = f": {typed} differs in one sign from {meant}, which is on a card."
                    mend = "Mend the one that is wrong."
                    yield at_words("XDOC-07", passage, start, said, mend, field=f"like {meant}")


def _impossible(pack: Pack, cards: list[Passage]) -> Findings:
    """What cannot be right on a card: a number too short or given twice, or hours that end before they begin."""
    given: set[tuple[str, str]] = set()
    for card in cards:
        numbers = _DIALLED.finditer(card.raw) if card.part == "telephone" else ()
        if number := max(numbers, key=lambda each: sum(map(str.isdigit, each[0])), default=None):
            figures = re.sub(r"^44", "0", re.sub(r"\(0\)|\D", "", number[0]))
            if len(figures) < (_WHOLE if figures.startswith(_CODES) else _SHORTEST):
                mend = "Write the whole number; if that is all of it, accept this check."
                message = f"{card.where}: the telephone number {number[0]} has too few figures."
                alike = (("", f"like {number[0]}"),)
                yield finding_of("XDOC-07", message, card.place(), mend, card.name, explains=alike)
            elif (card.name, figures) in given:
                mend = "Mend one of the two, or take it out."
                yield at_words("XDOC-07", card, 0, f" gives the telephone number {number[0]} twice.", mend)
            given.add((card.name, figures))
    owners = {id(card.owner) for card in cards}
    for passage in (each for each in pack.passages if id(each.owner) in owners):
        for match in _HOURS.finditer(passage.raw):
            begins, ends = (int(match[at]) % 12 * 60 + int(match[at + 1] or 0) for at in (1, 4))
            is_midnight = match[4] == "12"  # "8am to 12am"
            if match[3].lower() == match[6].lower() and ends <= begins and not is_midnight:
                said = f': "{match[0]}" ends before it begins.'
                yield at_words("XDOC-07", passage, match.start(), said, "Mend the hours.")


def _of_another_domain(pack: Pack, cards: list[Passage]) -> Findings:
    """An e-mail address at another domain than every website, and every other address, of the board and its cards."""
    sites = [pack.board.details.website or "", *(card.raw for card in cards if card.part == "website")]
    known = {_SITE.sub("", site.lower()) for site in sites if site}
    emails = [(card, card.raw.rpartition("@")[2].lower()) for card in cards if card.part == "email"]
    for card, own in emails:
        others = known | {domain for other, domain in emails if other is not card}
        if others and not any(f".{own}".endswith(f".{each}") or f".{each}".endswith(f".{own}") for each in others):
            said = f" gives {card.raw}; each other address and website is at {joined(sorted(others), 'or')}."
            yield at_words("XDOC-07", card, 0, said, "Mend the address; if it is right, accept this check.")


def _of_another(pack: Pack, cards: list[Passage]) -> Findings:
    """What stands on the card of one contact, behind the name of another that has one of its own."""
    given = [(card.part, card.name, typed, sign) for card in cards for _, typed, sign in _details(card)]
    every = ((name, spot) for name in {card.name: card for card in cards} for spot in spots(pack, key_of(name)))
    for passage, names in gathered((spot.passage, (spot.end, name)) for name, spot in every).items():
        for start, typed, sign in _details(passage) if passage.part not in _FIELDS else ():
            bearers = {name: part for part, name, _, each in given if each == sign}
            meant = max((each for each in names if each[0] <= start), default=(0, ""))[1]
            right = [typed for part, name, typed, _ in given if name == meant and part in bearers.values()]
            if right and bearers.keys().isdisjoint({meant, *(name for end, name in names if end > start)}):
                said = f': {typed} is on the card "{next(iter(bearers))}", and the card "{meant}" has {right[0]}.'
                yield at_words("XDOC-07", passage, start, said, "Mend the one that is wrong.")


def _details(passage: Passage) -> Iterator[tuple[int, str, str]]:
    """Where each number and address begins, as typed, and its signs alone."""
    text = passage.raw
    for match in _TELEPHONE.finditer(text) if passage.has_figures else ():
        yield match.start(), match[0], re.sub(r"^(?:44)?0?", "", re.sub(r"\D", "", match[0]))
    for match in _EMAIL.finditer(text) if "@" in text else ():
        yield match.start(), match[0], match[0].lower()
    for match in _WEBSITE.finditer(text) if "www." in text else ():
        yield match.start(), match[0], match[0].lower()
