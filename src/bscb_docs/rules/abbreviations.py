"""Rules of abbreviations: each written out at its first use, and in one way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.records import Term
from bscb_docs.rules.engine.context import Pack
from bscb_docs.rules.engine.passage import Passage, capital
from bscb_docs.rules.engine.printed_documents import Printed
from bscb_docs.rules.engine.rule import house_rule
from bscb_docs.rules.prose_rules.expansions import expansion_before, form_of

_BRACKETED = re.compile(r"\(([A-Z][A-Za-z]*[A-Z])s?\)")


@frozen(eq=False, repr=False)
class _Use:
    """An abbreviation where it stands, and the words right before its brackets where it is in some."""

    passage: Passage
    start: int
    expansion: str = ""


def abbreviations(pack: Pack) -> Iterator[Finding]:
    """An abbreviation used in a document before it is written out there, or written out in two ways."""
    declared = {term.abbreviation: term for term in pack.board.of(Term) if term.abbreviation}
    told: set[tuple[str, int, int]] = set()
    written: dict[str, tuple[str, _Use]] = {}
    all_uses = _uses(pack, declared)
    for document in pack.documents:
        for short, uses in _uses_in(pack, document, all_uses).items():
            first = uses[0]
            spot = (short, id(first.passage), first.start)
            if short in declared and not first.expansion and spot not in told:
                told.add(spot)
                where, title = capital(first.passage.where), document.entry.title
                message = f'{where}: "{short}" is used in {title} before it is written out.'
                mend = f'Write "{declared[short].title} ({short})" here, the first time.'
                place = first.passage.place(first.start)
                yield finding_of("STY-05", message, place, mend, first.passage.name)
            for use in uses:
                yield from _two_ways(short, use, declared, written)


def _two_ways(
    short: str, use: _Use, declared: dict[str, Term], written: dict[str, tuple[str, _Use]]
) -> Iterator[Finding]:
    if not use.expansion:
        return
    term = declared.get(short)
    forms = [form_of(form) for form in (term.title, *term.also)] if term else []
    words, first = written.setdefault(short, (use.expansion, use))
    is_other = first is not use and form_of(words) != form_of(use.expansion)
    is_wrong = bool(forms) and not any(_fits(form_of(use.expansion), form) for form in forms)
    if is_wrong or (not forms and is_other):
        right = term.title if term else words
        message = f'{capital(use.passage.where)} writes {short} out as "{use.expansion}", elsewhere it is "{right}".'
        place = use.passage.place(use.start)
        yield finding_of("STY-05", message, place, f"Write: {right} ({short}).", use.passage.name)


def _fits(typed: tuple[str, ...], form: tuple[str, ...]) -> bool:
    """True where the one ends as the other does: a sentence runs into an expansion, and a name may go on after it."""
    size = min(len(typed), len(form))
    return typed[-size:] == form[-size:] or typed[-size:] == form[:size]


def _uses(pack: Pack, declared: Iterable[str]) -> dict[int, list[tuple[str, _Use]]]:
    """Every use of a declared abbreviation, and every expansion of any, by the identity of its passage."""
    shorts = sorted(filter(None, declared), key=len, reverse=True)
    any_of_them = "|".join(map(re.escape, shorts)) or "(?!)"
    declared_use = re.compile(rf"(?<![\w-])({any_of_them})(?:s|['’]s)?(?![\w-])")
    uses: dict[int, list[tuple[str, _Use]]] = {}
    for passage in pack.passages:
        text = passage.text
        found = {match.start(): (match[1], _Use(passage, match.start())) for match in declared_use.finditer(text)}
        for match in _BRACKETED.finditer(text):
            start, short = match.start(1), match[1]
            if expansion := expansion_before(text[: match.start()], short):
                found[start] = (short, _Use(passage, start, expansion))
        if found:
            uses[id(passage)] = [found[start] for start in sorted(found)]
    return uses


def _uses_in(pack: Pack, document: Printed, uses: dict[int, list[tuple[str, _Use]]]) -> dict[str, list[_Use]]:
    """The uses of each abbreviation in a document, in its order."""
    order = {id(passage): at for at, passage in enumerate(pack.passages_in(document)) if id(passage) in uses}
    found: dict[str, list[_Use]] = {}
    for identity in sorted(order, key=order.__getitem__):
        for short, use in uses[identity]:
            found.setdefault(short, []).append(use)
    return found


RULES = (house_rule("STY-05", abbreviations),)
