"""Names: those that cards declare, and where a name stands in the prose, exactly or with one word changed."""

from collections.abc import Callable, Iterator
from functools import lru_cache

from bscb_docs.records import Body, CitedDocument, Organisation, Person, Priority, Term, fold, names_of
from bscb_docs.records.names import gathered
from bscb_docs.rules.engine.context import Pack, kept
from bscb_docs.rules.engine.passage import words_of
from bscb_docs.rules.engine.word_index import Spot, Taken, WordIndex, stem_of


@lru_cache(maxsize=1 << 16)
def key_of(name: str) -> tuple[str, ...]:
    """A name as its words in lower case, without hyphens."""
    return words_of(name)


def spots(pack: Pack, key: tuple[str, ...]) -> tuple[Spot, ...]:
    """Every place where the words of a name stand one after another; the last may end in a possessive."""
    known = pack.index.spots
    if key not in known:
        known[key] = tuple(_spots(pack.index, key)) if key else ()
    return known[key]


def _spots(index: WordIndex, key: tuple[str, ...]) -> Iterator[Spot]:
    row, places = index.words, index.places
    *before, end = key
    found = [places[word] for word in before if word in places]
    ends = [form for form in (end, f"{end}'s", f"{end}'") if form in places] if len(found) == len(before) else []
    if not ends:
        return
    counts = [*map(len, found), sum([len(places[form]) for form in ends])]
    rarest, size = counts.index(min(counts)), len(before)
    for at in (at for form in (ends if rarest == size else before[rarest : rarest + 1]) for at in places[form]):
        first, last = at - rarest, at - rarest + size
        if row[first:last] == before and row[last] in ends and (spot := index.spot(first, size + 1)):
            yield spot


def spots_in_any_form(pack: Pack, key: tuple[str, ...]) -> Iterator[Spot]:
    """Every place where the words of a name stand one after another, each in any number, with or without possessive."""
    row, stems = pack.index.words, [stem_of(word) for word in key]
    found = [pack.index.stem_places.get(stem, []) for stem in stems] or [[]]
    rarest = found.index(min(found, key=len))
    for at in found[rarest]:
        first = at - rarest
        if [*map(stem_of, row[first : first + len(key)])] == stems and (spot := pack.index.spot(first, len(key))):
            yield spot


def variants(
    pack: Pack, key: tuple[str, ...], may_be: Callable[[str, str], bool] = lambda *_: True, least: int = 3
) -> Iterator[tuple[Spot, str, str]]:
    """Every place where a name of at least so many words stands with one left out, or changed as it may be.

    With the place come the word of the name and the word that stands there, "" where it was left out.
    A variant with one fault still holds one of any two words of the name, and on one side of it all the others: only
    the places of the two rarest words are looked at, so that the work grows with the text, not with the number of names
    times the text.
    """
    if len(key) < least:  # of two words with one changed little is left to know the name by
        return
    row, places, seen = pack.index.words, pack.index.places, set[tuple[int, int]]()
    known: dict[tuple[str, str], bool] = {}
    present = [at for at, word in enumerate(key) if word in places]
    for anchor in sorted(present, key=lambda at: len(places[key[at]]))[:2]:
        before, after, rest = [*key[:anchor]], [*key[anchor + 1 :]], len(key) - anchor
        for at in places[key[anchor]]:
            if before and after and row[at - 1] != before[-1] and row[at + 1] != after[0]:
                continue
            first, end = at - anchor, at + rest
            is_begun, is_ended = row[first:at] == before, row[at + 1 : end] == after
            if is_begun == is_ended:  # the name itself, or another
                continue
            around, other = (row[at + 1 : end], after) if is_begun else (row[first:at][::-1], before[::-1])
            if len(other) > 1 and around[:1] != other[:1] and other[-1] not in around[-2:]:  # two words are others
                continue
            for change in _changes(around, other):
                if change not in known:
                    known[change] = may_be(*change)
                wanted, typed = change
                start, size = first + (not typed and not is_begun), len(key) - (not typed)
                if known[change] and (start, size) not in seen and (spot := pack.index.spot(start, size)):
                    seen.add((start, size))
                    yield spot, wanted, typed


def _changes(typed: list[str], wanted: list[str]) -> Iterator[tuple[str, str]]:
    """The word wanted and the word typed, where as many words, or one fewer, differ from those wanted in exactly one.

    None is left out as the last: what lacks the first or last word may be another name.
    """
    same, size = 0, min(len(typed), len(wanted))
    while same < size and typed[same] == wanted[same]:
        same += 1
    if same < size and typed[same] and typed[same + 1 :] == wanted[same + 1 :]:
        yield wanted[same], typed[same]
    if same + 1 < len(wanted) and typed[same:-1] == wanted[same + 1 :]:
        yield wanted[same], ""


@kept
def declared_keys(pack: Pack) -> frozenset[tuple[str, ...]]:
    """The words of every name that a card declares, as it may be printed."""
    names: set[tuple[str, ...]] = set()
    for term in pack.board.of(Term):
        names.update(map(key_of, (term.title, *term.also)))
    for record in pack.board.records:
        if isinstance(record, Body | Organisation | CitedDocument | Person | Priority):
            names.update(key_of(name) for name in names_of(record) if name != getattr(record, "id", None))
        if isinstance(record, Person):
            names.update(key_of(post.name) for post in record.posts)
    return frozenset(names)


@kept
def declared_stems(pack: Pack) -> frozenset[tuple[str, ...]]:
    """The stems of every declared name, and of any two or more words that stand together in one."""
    keys = [tuple(map(stem_of, key)) for key in declared_keys(pack)]
    return frozenset(key[a:b] for key in keys for a in range(len(key)) for b in range(a + 1, len(key) + 1))


@kept
def taken_words(pack: Pack) -> Taken:
    """By passage, the first and last words of every declared name, which may hold the words of a forbidden one."""
    every = (spot for key in declared_keys(pack) for spot in spots(pack, key))
    return gathered((spot.passage, (spot.first, spot.last)) for spot in every)


@kept
def allowed_signs(pack: Pack) -> frozenset[str]:
    """Every form that a term's card allows, folded: commas and hyphens count."""
    return frozenset(fold(form) for term in pack.board.of(Term) for form in (term.title, *term.also))
