"""Rules of terms: one form for each name, wherever it stands, and none that it no longer bears."""

import re
from collections.abc import Iterator

from bscb_docs.diagnostics.finding import Finding
from bscb_docs.records import Body, CitedDocument, Foreword, Narrative, Organisation, PartialDate, Record, Term, fold
from bscb_docs.rules.engine import (
    Findings,
    Pack,
    Spot,
    Taken,
    allowed_signs,
    at_words,
    declared_stems,
    finding_of,
    key_of,
    name_of,
    rule,
    spots,
    spots_in_any_form,
    stem_of,
    taken_words,
)
from bscb_docs.rules.english.likeness import SMALL_WORDS
from bscb_docs.rules.english.misspelt_names import changed_names, misspelt_names

_ENDING = re.compile(r"(?<=\w)(?:'s|s'|s|')$")
_SHORT = 4
"""Words: of a name with more, one left out at an end leaves enough to know it by."""


@rule("TERM-01")
def forbidden_forms(pack: Pack) -> Findings:
    """A form that a term's card forbids, and a name of a card with one word misspelt or left out."""
    taken = taken_words(pack)
    told: set[int] = set()
    for term in pack.board.of(Term):
        for form in term.never:
            for spot in _forbidden(pack, form, taken):
                if not told.isdisjoint(range(spot.first, spot.last + 1)):
                    continue
                told.update(range(spot.first, spot.last + 1))
                yield _not_so(spot, term.title)
    yield from _signed_so(pack)
    yield from _changed(pack, taken)
    for slip in misspelt_names(pack):
        if told.isdisjoint(range(slip.spot.first, slip.spot.last + 1)):
            told.update(range(slip.spot.first, slip.spot.last + 1))
            yield _not_so(slip.spot, slip.name)


def _changed(pack: Pack, taken: Taken) -> Findings:
    for spot, name in changed_names(pack):
        if not spot.lies_in(taken):
            said = f' has "{spot.text}", which no card has; the name is "{name}".'
            mend = f"Write: {name}. If another is meant, write a card for it."
            yield at_words("TERM-01", spot.passage, spot.start, said, mend)


def _signed_so(pack: Pack) -> Findings:
    """A role beneath a signature that a term's card forbids."""
    right = {key_of(form): term.title for term in pack.board.of(Term) for form in term.never}
    signed: tuple[Foreword | Narrative, ...] = pack.board.of(Foreword, Narrative)
    for record, role in ((each, signature.as_) for each in signed for signature in each.signatures):
        if role and (name := right.get(key_of(role))):
            message = f'{pack.called(record)} is signed as "{role}"; the name is "{name}".'
            yield finding_of("TERM-01", message, record.place, f"Write: {name}.", name_of(record))


def _not_so(spot: Spot, name: str) -> Finding:
    said, cause = f' has "{spot.text}"; the name is "{name}".', f"{spot.text} for {name}"
    return at_words("TERM-01", spot.passage, spot.start, said, f"Write: {name}.", cause=cause)


def _forbidden(pack: Pack, form: str, taken: Taken) -> Iterator[Spot]:
    """Every place of a forbidden form in any number, possessive or capitals; of a long one with an end left out."""
    allowed = allowed_signs(pack)
    key = key_of(form)
    for part in (key, key[1:], key[:-1]) if len(key) > _SHORT else (key,):
        for spot in spots_in_any_form(pack, part):
            if (
                (part == key or _is_known_by(pack, spot))
                and allowed.isdisjoint(_plain(spot.text))
                and not spot.lies_in(taken, of_more=True)
            ):
                yield spot


def _is_known_by(pack: Pack, spot: Spot) -> bool:
    """True where a part of a forbidden name has its capitals, begins with no small word, and is in no other name."""
    stems = tuple(map(stem_of, spot.keys))
    is_name = spot.capitals > len(stems) // 2 and spot.keys[0] not in SMALL_WORDS
    return is_name and stems not in declared_stems(pack)


def _plain(words: str) -> tuple[str, str]:
    """Words folded, and the same without the plural or possessive of the last."""
    signs = fold(words)
    return signs, _ENDING.sub("", signs)


_OF_OLD = re.compile(
    r"\b(?:former(?:ly)?|previous(?:ly)?|earlier|old|then|until|before|called|known|renamed|replac\w+|became|had)\b"
)
"""What in a sentence says that the name is an old one."""


@rule("TERM-03")
def names_of_before(pack: Pack) -> Findings:
    """A name that something bore before, in words of a time when it bears another, and not told as the former."""
    taken = taken_words(pack)
    named = (pack.board.of(Body), pack.board.of(Organisation), pack.board.of(CitedDocument), pack.board.of(Term))
    for record, former in ((each, name) for kind in named for each in kind for name in each.formerly):
        for spot in spots(pack, key_of(former.name)):
            passage = spot.passage
            first, last = passage.sentence(spot.start)
            sentence = fold(passage.text[first:last])
            is_old = _OF_OLD.search(sentence) or fold(record.title) in sentence or passage.owner is record
            if not is_old and not spot.lies_in(taken, of_more=True) and _is_later(pack, passage.owner, former.to):
                said = f' has "{spot.text}", a former name of {record.title}.'
                mend = f"Write: {record.title}. Or say in the sentence that it was formerly called so."
                yield at_words("TERM-03", passage, spot.start, said, mend, cause=f"former name {former.name}")


def _is_later(pack: Pack, owner: Record, to: PartialDate | None) -> bool:
    """True where all that the words of a record tell of is later than that day; no day: the name is past."""
    if to is None:
        return True
    told = [getattr(owner, "years", None), *(document.entry.years for document in pack.documents_of(owner))]
    begins = [years.earliest for years in told if years] or [day.earliest for day in [pack.date_of(owner)] if day]
    return bool(begins) and min(begins) > to.latest
