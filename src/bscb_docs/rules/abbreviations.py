"""Rules of abbreviations: each written out at its first use, once and in one way, and then used."""

from bscb_docs.records import BoardDetails, Body, Defined, Organisation, Term
from bscb_docs.rules.engine import Findings, Pack, Printed, at_words, finding_of, key_of, rule, spots
from bscb_docs.rules.english.abbreviation_uses import (
    BRACKETED,
    AbbreviationUse,
    expansion_before,
    form_of,
    uses_by_document,
    uses_by_passage,
    words_between,
)


@rule("STY-05")
def abbreviations(pack: Pack) -> Findings:
    """An abbreviation used in a document before it is written out there, or written out in two ways."""
    declared = dict[str, list[Term]]()
    for term in pack.board.of(Term):
        if term.abbreviation:
            declared.setdefault(term.abbreviation, []).append(term)
    yield from _given_twice(declared)
    yield from _other_letters(pack)
    told: set[tuple[str, int, int]] = set()
    written: dict[str, tuple[str, AbbreviationUse]] = {}
    for document in pack.documents:
        for short, uses in uses_by_document(pack)[id(document)].items():
            first = uses[0]
            spot = (short, id(first.passage), first.start)
            terms = declared.get(short, [])
            is_noted = _is_noted(document, terms) and not first.is_in_heading
            if terms and not first.expansion and not is_noted and spot not in told:
                told.add(spot)
                said = f': "{short}" is used in {document.entry.title} before it is written out.'
                mend = f'Write "{terms[0].title} ({short})" here, the first time.'
                yield at_words("STY-05", first.passage, first.start, said, mend, field="first use")
            for use in uses:
                yield from _two_ways(short, use, terms, written)


def _given_twice(declared: dict[str, list[Term]]) -> Findings:
    """An abbreviation on the cards of two terms: a reader could not tell which is meant."""
    for short, (first, *others) in declared.items():
        for term in others:
            message = f'{short} is given to "{term.title}" and, at {first.place.in_words}, to "{first.title}".'
            mend = "Give one of them another abbreviation, or none."
            yield finding_of("STY-05", message, term.place, mend, term.title)


def _is_noted(document: Printed, terms: list[Term]) -> bool:
    """True where a note says what a term stands for, at its first use in the document; titles bear no notes."""
    return document.entry.terms is Defined.FIRST_USE and any(term.text for term in terms)


def _two_ways(
    short: str, use: AbbreviationUse, terms: list[Term], written: dict[str, tuple[str, AbbreviationUse]]
) -> Findings:
    if not use.expansion:
        return
    forms = [form_of(form) for term in terms for form in (term.title, *term.also)]
    words, first = written.setdefault(short, (use.expansion, use))
    is_other = first is not use and form_of(words) != form_of(use.expansion)
    is_wrong = bool(forms) and not any(_fits(form_of(use.expansion), form) for form in forms)
    if is_wrong or (not forms and is_other):
        right = terms[0].title if terms else words
        said = f' writes {short} out as "{use.expansion}", elsewhere it is "{right}".'
        yield at_words("STY-05", use.passage, use.start, said, f"Write: {right} ({short}).")


def _other_letters(pack: Pack) -> Findings:
    """A name with the letters of its card behind it in another order: those of its words are right."""
    for term in pack.board.of(Term):
        right = term.abbreviation or ""
        for spot in spots(pack, key_of(term.title)) if right else ():
            match = BRACKETED.match(spot.passage.text, spot.end + 1)
            if match is None or match[1] == right or sorted(match[1]) != sorted(right):
                continue
            if not expansion_before(term.title, right):
                message = f'The card of "{term.title}" abbreviates it {right}, and texts write {match[1]}.'
                known = ((term.title, "abbreviation"),)
                yield finding_of("STY-05", message, term.place, "Mend the card.", term.title, explains=known)
                break
            said = f': "{match[1]}" stands for {term.title}, and its card has {right}.'
            yield at_words("STY-05", spot.passage, match.start(1), said, f"Write: {term.title} ({right}).")


def _fits(typed: tuple[str, ...], form: tuple[str, ...]) -> bool:
    """True where the one ends as the other does: a sentence runs into an expansion, and a name may go on after it."""
    size = min(len(typed), len(form))
    return typed[-size:] == form[-size:] or typed[-size:] == form[:size]


@rule("STY-09")
def repeated_expansions(pack: Pack) -> Findings:
    """An abbreviation that a document writes out in the same words again, a few pages on."""
    told: set[tuple[int, int]] = set()
    for document in pack.documents:
        for short, uses in uses_by_document(pack)[id(document)].items():
            written: dict[object, AbbreviationUse] = {}
            for use in uses:
                if not use.expansion or use.is_in_heading or use.is_quoted:
                    continue
                wording = (form_of(use.expansion), use.company)
                before, spot = written.get(wording), (id(use.passage), use.start)
                written[wording] = use
                if before and spot not in told and words_between(pack, document, before, use) < _FAR:
                    told.add(spot)
                    passage, title = use.passage, document.entry.title
                    said = f' writes "{short}" out again; {before.passage.where} did so.'
                    mend = f"Write {short} alone, or the name alone."
                    cause = f"{short} written out again in {title}"
                    yield at_words("STY-09", passage, use.start, said, mend, cause=cause)


_FAR = 3000
"""Words, some eight pages: who reads so far on is helped by having it written out again."""


@rule("STY-10")
def unused_abbreviations(pack: Pack) -> Findings:
    """The abbreviation of a card that stands in no text of the pack, and that is no body's short name."""
    used = {short for uses in uses_by_passage(pack).values() for short, _ in uses}
    named: tuple[BoardDetails | Body | Organisation, ...] = pack.board.of(BoardDetails, Body, Organisation)
    used.update(record.short_name for record in named if record.short_name)
    for term in pack.board.of(Term):
        if term.abbreviation and term.abbreviation not in used and pack.documents:
            message = f'The abbreviation "{term.abbreviation}" of "{term.title}" stands in no text.'
            mend = "Take it from its card, or use it."
            cause = "abbreviations that stand in no text"
            yield finding_of("STY-10", message, term.place, mend, term.title, cause=cause, field="abbreviation")
