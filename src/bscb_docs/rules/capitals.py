"""Rules of capitals: no word is shouted, and no abbreviation stands that nobody wrote out."""

import re
from collections.abc import Iterable
from itertools import islice

from bscb_docs.records import Body, Organisation, Term, present_names
from bscb_docs.rules.engine import MARK, Findings, Pack, Passage, Printed, at_words, kept, rule
from bscb_docs.rules.english.abbreviation_uses import expansion_after, expansion_before

_SHOUTED = frozenset(
    re.findall(
        r"\w+",
        "ALL ALWAYS ANY BEFORE AFTER BOTH CANNOT EACH EVERY EVERYONE FIRST IMMEDIATELY MUST NEVER NEW NO NOT NOW "
        "ONLY SHOULD VERY WILL WITHOUT",
    )
)
_CAPITALS = re.compile(
    r"([A-Z](?<![\w'’&@./#-].)[A-Z]{1,5}\d?)(?=s?\b)(?![\w@]*[a-rt-z]|\d|[-.@&]\w|/\d|\s\d[A-Z]{2}\b|\s\d\d|:)"
)
_TWO_CAPITALS = re.compile(r"[A-Z][A-Z]")
_IN_CAPITALS, _IN_SMALL_LETTERS = re.compile(r"[A-Z](?<!\w.)[A-Z]+\b"), re.compile(r"\b[A-Za-z]?[a-z]+\b")
_BESIDE = re.compile(r"[A-Z]{2,}[\s,]+$"), re.compile(r"s?[\s,]+[A-Z]{2,}\b")
_AFTER = re.compile(r"^s?[\s(]*(?:or\s+)?(?:the\s+)?")
"""Between an abbreviation and the words for its letters."""
_NAMED = re.compile(
    r"\s+(?:Group|Ltd|Limited|plc|Research|Europe|Bank|Insurance|Associates|Consulting)\b|,?\s+(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d\)"
)
"""After the name of a company, and after an author in brackets."""
_ROMAN = re.compile(r"[IVXL]+")
_KNOWN = frozenset(
    re.findall(
        r"\w+",
        "AD AGM AI AIDS ADHD AM AOB BA BAE BBC BC BMA BSC BST BT BUPA CBE CCTV CD CEO COVID CV DBE DIY DL DNA DVD "
        "DVLA EU FAQ FRS GB GCSE GDP GDPR GMT GP HGV HH HIV HM HMP HMRC HR HRH HSBC IBM ID IQ ISBN ISSN IT ITV JP KC "
        "KPMG LED LGBT LGBTQ LLB LLP LTD MA MBA MBE MEP MOD MOT MP MPH MPHIL MSC NATO NHS NSPCC OBE OFSTED OK PA "
        "PAYE PC PDF PE PHD PLC PM PPE PR PWC QC QPM RAF RNIB RSPCA SMS SOS SWOT TB TV UK UN UNESCO UNICEF UPN URL "
        "US USA USB USSR UV VAT VIP WHO YMCA",
    )
)
"""Short forms that every reader knows; a board adds its own as the titles of Term cards."""


_LABELS = frozenset(
    re.findall(
        r"\w+",
        "AND ANNEX ARE AS AT BASE BOX BUT BY CLASS DATE DRAFT EAST FOR FROM HOW IF IN IS ITEM LEVEL NAME NORTH NOTE "
        "OF ON OR OUR PAGE PART SIGNED SOUTH TABLE TEAMS THE THIS TO TOTAL TYPE WEST WHAT WHEN WHERE WHY WITH YEAR "
        "YES YOUR JANUARY MARCH APRIL MAY JUNE JULY AUGUST",
    )
)
"""Words that headings, tables and forms set in capitals."""
_STILL_TO_COME = frozenset({"TBA", "TBC", "TBD", "TODO"})
"""What TXT-02 tells."""


@rule("STY-06")
def shouted_words(pack: Pack) -> Findings:
    """A common word in capitals among words in small letters."""
    for passage, words in _alone(pack).items():
        for match in words:
            if match[1] in _SHOUTED and not _stands_in_row(passage.unquoted, match):
                said = f': "{match[1]}" stands in capitals for emphasis.'
                mend = f"Write: {match[1].lower()}. Who hears the page read out does not hear capitals."
                cause = "words in capitals for emphasis"
                yield at_words("STY-06", passage, match.start(), said, mend, cause=cause)


@rule("STY-07")
def unwritten_abbreviations(pack: Pack) -> Findings:
    """An abbreviation that no card declares and that the document in which it stands never writes out."""
    known = _KNOWN | _SHOUTED | _LABELS | _STILL_TO_COME | frozenset(_declared(pack))
    told: set[tuple[int, str]] = set()
    for document in pack.documents:
        uses = _uses(pack, document, known)
        for short, places in uses.items():
            if any(_is_written_out(passage, match) for passage, match in places):
                continue
            for passage, match in places:
                if (id(passage), short) in told:
                    continue
                told.add((id(passage), short))
                title = document.entry.title
                said = f': "{short}" is written out nowhere in {title}.'
                mend = f"Write it out the first time, as in: its full name ({short}). Or give it a Term heading."
                yield at_words("STY-07", passage, match.start(), said, mend, cause=f"{short} in {title}")


def _declared(pack: Pack) -> Iterable[str]:
    for term in pack.board.of(Term):
        yield from filter(None, (term.abbreviation, *(form.upper() for form in (term.title, *term.also, *term.never))))
    for record in pack.board.records:
        if isinstance(record, Body | Organisation):
            yield from map(str.upper, present_names(record))


def _uses(pack: Pack, document: Printed, known: frozenset[str]) -> dict[str, list[tuple[Passage, re.Match[str]]]]:
    """Where each short form stands in a document that is not known to all."""
    found: dict[str, list[tuple[Passage, re.Match[str]]]] = {}
    for passage in pack.passages_in(document):
        for match in _alone(pack).get(passage, ()):
            if not (match[1] in known or _ROMAN.fullmatch(match[1]) or _stands_in_row(passage.unquoted, match)):
                found.setdefault(match[1], []).append((passage, match))
    return found


@kept
def _alone(pack: Pack) -> dict[Passage, list[re.Match[str]]]:
    """By passage, each word of capitals, but for those of a passage that is in capitals all through."""
    typed = [passage for passage in pack.passages if _TWO_CAPITALS.search(passage.text)]
    found = {passage: [*_CAPITALS.finditer(passage.unquoted)] for passage in typed}
    return {passage: words for passage, words in found.items() if words and not _is_shouted(passage.unquoted)}


def _is_shouted(text: str) -> bool:
    capitals = len(_IN_CAPITALS.findall(text))
    return len([*islice(_IN_SMALL_LETTERS.finditer(text), capitals)]) < capitals


def _stands_in_row(text: str, match: re.Match[str]) -> bool:
    """True where the word before or after is in capitals too."""
    before, after = _BESIDE
    return bool(before.search(text[: match.start()]) or after.match(text, match.end()))


def _is_written_out(passage: Passage, match: re.Match[str]) -> bool:
    """True where it stands in brackets, or with the words for its letters right before or after it, or is a name."""
    if (
        passage.text[match.start() - 1 : match.start()] == "("
        and passage.text[match.end() : match.end() + 2].strip("s")[:1] == ")"
    ):
        return True
    text, short = passage.text.replace(MARK, " "), re.sub(r"\d", "", match[1])
    return bool(
        _NAMED.match(text, match.end())
        or expansion_before(text[: match.start()], short)
        or expansion_after(_AFTER.sub("", text[match.end() :], count=1), short)
    )
