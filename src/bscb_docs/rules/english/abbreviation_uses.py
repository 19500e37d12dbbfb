"""Abbreviation uses: where a pack uses abbreviations, and the words whose first letters make them."""

import re
from itertools import accumulate

from attrs import frozen

from bscb_docs.records import Record, Term
from bscb_docs.rules.engine import MARK, Pack, Passage, Printed, kept, key_of, stem_of, words_of
from bscb_docs.rules.english.likeness import SMALL_WORDS

_WORDS = re.compile(r"[\w'’]+|&")
_JOINING = frozenset(["and", "&", "or"])
_REACH = 120
"""Characters: no name that anybody abbreviates is longer."""


def expansion_before(text: str, short: str) -> str:
    """The words at the end of a text whose first letters make the abbreviation, small words apart; "" where none do."""
    words = _WORDS.findall(text[-_REACH:])
    first = _first_word(words, len(words), short.upper())
    return "" if first is None else " ".join(words[first:])


def expansion_after(text: str, short: str) -> str:
    """The words at the beginning of a text whose first letters make the abbreviation; "" where none do."""
    words = _WORDS.findall(text[:_REACH])
    for end in range(len(short), len(words) + 1):
        if _first_word(words[:end], end, short.upper()) == 0:
            return " ".join(words[:end])
    return ""


def _first_word(words: list[str], end: int, letters: str) -> int | None:
    """Where the words before `end` begin that give those letters; a small word may give one or none."""
    if not letters:
        return end
    if end == 0:
        return None
    last = words[end - 1]
    if last[0].upper() == letters[-1]:
        found = _first_word(words, end - 1, letters[:-1])
        if found is not None:
            return found
    return _first_word(words, end - 1, letters) if last.lower() in SMALL_WORDS else None


def form_of(words: str) -> tuple[str, ...]:
    """An expansion in the singular, without possessives and without "and": forms of one expansion are the same."""
    return tuple(stem_of(word) for word in words_of(words) if word not in _JOINING)


BRACKETED = re.compile(r"\(([A-Z][A-Za-z]*[A-Z]\d*)s?\)")
_DEFINES = re.compile(r"\w+\)\s*[:–—]\s")


@frozen(eq=False, repr=False)
class AbbreviationUse:
    """An abbreviation where it stands, and the words right before its brackets where it is in some."""

    passage: Passage
    start: int
    expansion: str = ""

    @property
    def is_in_heading(self) -> bool:
        """True where it stands in the title of a section or record, is in capitals as one, or heads a definition."""
        return (
            self.passage.is_title
            or self.expansion.isupper()
            or _DEFINES.match(self.passage.text, self.start) is not None
        )

    @property
    def company(self) -> tuple[type[Record], object]:
        """The kind and years of its record: rows of two kinds or years stand in one document, and are read apart."""
        return type(self.passage.owner), getattr(self.passage.owner, "years", None)

    @property
    def is_quoted(self) -> bool:
        """True where it stands in the words of somebody else."""
        return self.passage.unquoted[self.start] == MARK


def words_between(pack: Pack, document: Printed, first: AbbreviationUse, last: AbbreviationUse) -> int:
    """How many words a document has from the passage of the one use to that of the other."""
    before = _words_before(pack)[id(document)]
    return before[id(last.passage)] - before[id(first.passage)]


@kept
def _words_before(pack: Pack) -> dict[int, dict[int, int]]:
    """By document and passage, how many words stand before that passage."""
    found: dict[int, dict[int, int]] = {}
    for document in pack.documents:
        passages = list(pack.passages_in(document))
        counts = accumulate((len(passage.words) for passage in passages), initial=0)
        found[id(document)] = {id(passage): count for passage, count in zip(passages, counts, strict=False)}
    return found


@kept
def uses_by_passage(pack: Pack) -> dict[int, list[tuple[str, AbbreviationUse]]]:
    """Every use of a declared abbreviation, and every expansion of any, by the identity of its passage."""
    shorts = sorted({term.abbreviation for term in pack.board.of(Term) if term.abbreviation}, key=len, reverse=True)
    any_of_them = "|".join(map(re.escape, shorts)) or "(?!)"
    begins = "".join(sorted({re.escape(short[0]) for short in shorts})) or "A"
    declared_use = re.compile(rf"(?=[{begins}])(?<![\w-])({any_of_them})(?:s|['’]s)?(?![\w-])")
    using = set(pack.passages_with(*(word for short in shorts for word in key_of(short)[:1])))
    uses: dict[int, list[tuple[str, AbbreviationUse]]] = {}
    for passage in pack.passages:
        text = passage.text
        matches = declared_use.finditer(text) if passage in using else ()
        found = {match.start(): (match[1], AbbreviationUse(passage, match.start())) for match in matches}
        for match in BRACKETED.finditer(text) if "(" in text else ():
            start, short = match.start(1), match[1]
            if expansion := expansion_before(text[: match.start()], short):
                found[start] = (short, AbbreviationUse(passage, start, expansion))
        if found:
            uses[id(passage)] = [found[start] for start in sorted(found)]
    return uses


@kept
def uses_by_document(pack: Pack) -> dict[int, dict[str, list[AbbreviationUse]]]:
    """By document, the uses of each abbreviation in its order."""
    uses = uses_by_passage(pack)
    every: dict[int, dict[str, list[AbbreviationUse]]] = {}
    for document in pack.documents:
        order = {id(passage): at for at, passage in enumerate(pack.passages_in(document)) if id(passage) in uses}
        found = every.setdefault(id(document), {})
        for identity in sorted(order, key=order.__getitem__):
            for short, use in uses[identity]:
                found.setdefault(short, []).append(use)
    return every
