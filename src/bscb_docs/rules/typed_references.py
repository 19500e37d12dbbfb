"""Rule of typed references: no number or id astray, and none of a page."""

import re

from bscb_docs.diagnostics.finding import Severity
from bscb_docs.prose import Aside, AsideKind, blocks_in, parse
from bscb_docs.records import Narrative, Recommendation, fold
from bscb_docs.rules.engine import Findings, Pack, Passage, at_words, rule
from bscb_docs.rules.english.numbered_references import ANOTHER, BEARING, ELSEWHERE, numbered_references
from bscb_docs.rules.english.typed_numbers import value_of

_PAGE = re.compile(
    r"\b(?:(?:see|on|at|from|\()\s*(pages? \d+)|(overleaf|on\s+the\s+(?:next|following|facing|previous)\s+page))\b",
    re.IGNORECASE,
)
_DISPLAY = re.compile(r"\b((?:Table|Figure) \d{1,2})\b(?!\s*[.:–-]\d|\s*[:|–-]|\.\s+[A-Z][^.]*$)")
"""A table or figure by its number; not a caption, nor one of a chapter, such as Table 3.2."""
_NAMED = re.compile(
    r"(?:[’']s?|\b(?:their|its|his|her|whose)|"
    r"\b(?!(?:As|At|And|Both|But|From|In|Of|On|Our|See|The|This|To|When|While|With)\b)[A-Z]\S*),?\s+\(?$"
)
"""Before such a number: whose it is, or another work's name."""
_BORNE = re.compile(
    r"\W*(?:(\d+(?:\.\d+)*)\b|(?:(?!see\b|in\b|to\b)\w+\s+)?(?:section|appendix|annex|priority|recommendation)\s+(\d+|[A-Z]\b)"
    r"\s*(?:[:.–-]|$))",
    re.IGNORECASE,
)
"""A number typed at the beginning of a paragraph or title, which bears it as a reader sees it."""
_AN_ID = r"[A-Za-z]{1,4}\d+(?:-[A-Za-z]*\d+)+"
_TYPED_ID = re.compile(rf"(?<![\w-]){_AN_ID}(?![\w-])")
_FIGURES = re.compile(r"\d+")


@rule("APP-06")
def numbers_astray(pack: Pack) -> Findings:
    """A number typed after "Appendix", "Priority", "section" or "paragraph" that nothing bears, or one of a page."""
    yield from _typed_pages(pack)
    yield from _strange_ids(pack)
    typed = {id(passage): tuple(numbered_references(passage)) for passage in pack.passages_with(*BEARING)}
    for document in pack.documents:
        references = [(passage, *each) for passage in pack.passages_in(document) for each in typed.get(id(passage), ())]
        if not references:
            continue
        paragraphs = {passage.where for passage in pack.passages_in(document)}
        borne = {
            match[1] or match[2] for passage in pack.passages_in(document) if (match := _BORNE.match(passage.text))
        }
        borne |= {number.split(".")[0] for number in borne}
        narrative = pack.board.find(Narrative, document.entry.id)
        limits = {"appendix": len(document.entry.appendices), "priority": len(pack.board.priorities)}
        if narrative:
            limits["section"] = len(narrative.sections)
        if made := _recommended(narrative) or len(pack.board.of(Recommendation)):
            limits["recommendation"] = made
        addresses = [number for _, _, word, number, _ in references if word == "paragraph"]
        known = borne | {where.removeprefix("paragraph ") for where in paragraphs}
        answers_another = len(addresses) > _SO_MANY and 4 * sum(map(known.__contains__, addresses)) < len(addresses)
        for passage, start, word, number, end in references:
            if number in borne:
                continue
            if word == "paragraph":
                is_astray = narrative is not None and number not in known and not answers_another
            elif word == "letter":
                is_astray = not document.undeclared
            else:
                is_astray = limits.get(word.lower(), value_of(number)) < value_of(number)
            if is_astray:
                what = passage.unquoted[start:end]
                mend = "Set a reference, such as [paragraph](#name): its number is counted and stays right."
                yield at_words("APP-06", passage, start, f': there is no "{what}" in {document.entry.title}.', mend)


def _strange_ids(pack: Pack) -> Findings:
    """What has the form of the board's ids and is none: "T4-26-9" where the actions go up to T4-26-3."""
    ids = {fold(name) for each in pack.board.records if _TYPED_ID.fullmatch(name := str(getattr(each, "id", "")))}
    forms, first = set(map(_form, ids)), {_form(name.partition("-")[0]) for name in ids}
    telling = [word for word in pack.index.places if _form(word) in first]
    for passage in (each for each in pack.passages_with(*telling) if each.is_exact):
        for match in _TYPED_ID.finditer(passage.unquoted):
            name = fold(match[0])
            if name not in ids and _form(name) in forms:
                said = f": nothing in the records is called {match[0]}."
                mend = "Write the id that is meant, or set a reference to it, such as [action](#P1-A01)."
                yield at_words("APP-06", passage, match.start(), said, mend)


def _form(name: str) -> str:
    return _FIGURES.sub("0", name)


def _recommended(narrative: Narrative | None) -> int:
    """How many recommendations a report counts as its own."""
    blocks = (block for each in (narrative.sections if narrative else ()) for block in blocks_in(parse(each.text)))
    return sum(isinstance(block, Aside) and block.kind is AsideKind.RECOMMENDATION for block in blocks)


_SO_MANY = 5
"""References to paragraphs: a document with more, of which few lead anywhere, answers another one, and means that."""


def _typed_pages(pack: Pack) -> Findings:
    """Pages, tables and figures of the document itself, by a number that the next change of it makes wrong."""
    naming = pack.passages_with("page", "overleaf", "table", "figure")
    for passage in (each for each in naming if pack.documents_of(each.owner)):
        for match in _PAGE.finditer(passage.unquoted):
            if not ELSEWHERE.match(passage.unquoted, match.end()):
                mend = "Set a reference in its place, such as [paragraph](#name)."
                said = f': "{" ".join(match[match.lastindex or 0].split())}" is typed, and pages move.'
                yield at_words("APP-06", passage, match.start(match.lastindex or 0), said, mend)
        for match in _DISPLAY.finditer(passage.unquoted):
            if _is_own(passage, match):
                word = match[1].split()[0]
                said = f': "{match[1]}" is typed, and its number is counted anew each time.'
                mend = f"Set a reference in its place, such as [{word}](#name), or say of what it is: {match[1]} of ..."
                yield at_words("APP-06", passage, match.start(1), said, mend, softer=Severity.NOTE)


def _is_own(passage: Passage, match: re.Match[str]) -> bool:
    """True where a sentence tells of a table or figure, and nothing in it says that another work bears it."""
    if passage.is_title or match[1] == passage.unquoted.strip():
        return False  # it is a caption
    first, last = passage.sentence(match.start())
    is_quoting = passage.text[first:last] != passage.unquoted[first:last] or any(mark in passage.raw for mark in "*_")
    is_named = _NAMED.search(passage.unquoted, first, match.start()) or ANOTHER.search(passage.unquoted, first, last)
    return not (is_quoting or is_named or ELSEWHERE.match(passage.unquoted, match.end()))
