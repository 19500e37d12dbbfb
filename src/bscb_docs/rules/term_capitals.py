"""Rule of terms' capitals and hyphens: those of the card, in any number."""

from bscb_docs.records import Term, fold
from bscb_docs.records.names import gathered
from bscb_docs.rules.engine import (
    Findings,
    Pack,
    Spot,
    allowed_signs,
    at_words,
    key_of,
    rule,
    spots_in_any_form,
    stem_of,
    taken_words,
)
from bscb_docs.rules.english.likeness import THINGS


@rule("STY-01")
def capitals_and_hyphens(pack: Pack) -> Findings:
    """A declared term, in any number, with other capitals or hyphens than its card gives it."""
    taken = taken_words(pack)
    forbidden = {key_of(form) for term in pack.board.of(Term) for form in term.never}
    forms = (form for term in pack.board.of(Term) for form in (term.title, *term.also))
    for key, right in gathered((key_of(form), form) for form in forms).items():
        if any(form.islower() for form in right):  # the card allows it as ordinary words
            continue
        is_title = any(key_of(term.title) == key for term in pack.board.of(Term))
        for spot in spots_in_any_form(pack, key):
            if (text := spot.text) in right:
                continue
            typed = _with_ending_of(text, right[0])
            is_apart = "," in typed and not any("," in form for form in right)  # "an annual review, meeting by meeting"
            is_right = not typed or is_apart or any(_letters(typed) == _letters(form) for form in right)
            if is_right or text.isupper() or spot.lies_in(taken, of_more=True) or _is_of_another_word(spot):
                continue
            is_prose = (typed[:1].lower() + typed[1:]).islower() and not (is_title and _is_thing(right[0]))
            if not is_prose and not (key in forbidden and fold(typed) not in allowed_signs(pack)):
                said = f' has "{text}"; the term is "{right[0]}".'
                yield at_words("STY-01", spot.passage, spot.start, said, f"Write: {right[0]}.", cause=typed)


def _is_thing(title: str) -> bool:
    """True where the words in small letters would still be the name: one word, or the name of what a board has."""
    return " " not in title or stem_of(key_of(title)[-1]) in THINGS


def _with_ending_of(typed: str, form: str) -> str:
    """What was typed without the plural or possessive of its last word; "" where more than that sets it apart."""
    *first, last = key_of(typed)
    *rest, end = key_of(form)
    if first != rest or stem_of(last) != stem_of(end):
        return ""
    return typed[: len(typed) - max(0, len(last) - len(end))] if last.startswith(end) else typed


def _is_of_another_word(spot: Spot) -> bool:
    """True where a hyphen ties the words to the one before: a non-executive board is no executive board."""
    return spot.passage.text[spot.start - 1 : spot.start] in {"-", "‑"}


def _letters(words: str) -> str:
    return words.replace("’", "'").replace("‑", "-").replace(",", "")
