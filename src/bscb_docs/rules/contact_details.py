"""Rule of contact details: a telephone number, e-mail address or website in the prose is the one that a card gives."""

import re
from collections.abc import Iterator

from bscb_docs.records import fold
from bscb_docs.rules.engine import Findings, Pack, Passage, at_words, key_of, rule, spots
from bscb_docs.rules.prose_rules.likeness import is_slip

_TELEPHONE = re.compile(r"(?=[+(0])(?<![\w+.])(?:\+44\s?(?:\(0\)\s?)?|\(?0)\d[\d\s()-]{6,}\d(?!\w)")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WEBSITE = re.compile(r"\bwww\.[\w-]+(?:\.[\w-]+)+")
_FIELDS = frozenset({"telephone", "email", "website"})


@rule("XDOC-07")
def other_contact_details(pack: Pack) -> Findings:
    """A number or address in the prose that is another contact's, or on no card and in one sign other than on one."""
    cards = [each for each in pack.passages if each.part in _FIELDS]
    yield from _of_another(pack, cards)
    known = {sign: (typed, fold(passage.name)) for passage in cards for _, typed, sign in _details(passage)}
    known |= {site[0].lower(): (site[0], "") for site in _WEBSITE.finditer(pack.board.details.website or "")}
    for passage in pack.passages if known else ():
        if passage.part not in _FIELDS:
            for start, typed, sign in _details(passage):
                near = [] if sign in known else [known[each] for each in known if is_slip(each, sign, 1)]
                if near:
                    first, last = passage.sentence(start)
                    sentence = fold(passage.text[first:last])
                    meant = next((each for each, card in near if card and card in sentence), near[0][0])
                    said = f": {typed} differs in one sign from {meant}, which is on a card."
                    yield at_words("XDOC-07", passage, start, said, "Mend the one that is wrong.")


def _of_another(pack: Pack, cards: list[Passage]) -> Findings:
    """What stands on the card of one contact, behind the name of another that has one of its own."""
    given = [(card.part, card.name, typed, sign) for card in cards for _, typed, sign in _details(card)]
    named: dict[Passage, list[tuple[int, str]]] = {}
    for name in dict.fromkeys(card.name for card in cards):
        for spot in spots(pack, key_of(name)):
            named.setdefault(spot.passage, []).append((spot.end, name))
    for passage, names in named.items():
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
