"""Declared: the names that cards declare, and where in the prose they stand."""

from bscb_docs.records import Body, CitedDocument, Organisation, Person, Priority, Term, fold, names_of
from bscb_docs.rules.engine.context import Pack, kept
from bscb_docs.rules.engine.name_search import key_of, spots
from bscb_docs.rules.engine.passage import Passage
from bscb_docs.rules.engine.word_index import Taken, stem_of


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
    taken: dict[Passage, list[tuple[int, int]]] = {}
    for key in declared_keys(pack):
        for spot in spots(pack, key):
            taken.setdefault(spot.passage, []).append((spot.first, spot.last))
    return taken


@kept
def allowed_signs(pack: Pack) -> frozenset[str]:
    """Every form that a term's card allows, folded: commas and hyphens count."""
    return frozenset(fold(form) for term in pack.board.of(Term) for form in (term.title, *term.also))
