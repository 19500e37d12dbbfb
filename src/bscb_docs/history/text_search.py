"""Text search: every text of a board as extracts, and those of them in which all significant words stand together."""

import re
from collections.abc import Callable, Iterable, Iterator

from attrs import frozen

from bscb_docs.diagnostics.location import Place
from bscb_docs.prose import Item, Paragraph, Picture, Reference, Runs, Table, Token, blocks_in, parse, parse_line
from bscb_docs.records import Board, NarrativeSection, Prose, Record, Update
from bscb_docs.records.names import singular
from bscb_docs.records.record import own_fields

_INSIGNIFICANT = frozenset(
    (
        *("a", "an", "and", "any", "are", "as", "at", "be", "became", "become", "been", "but", "by", "did", "do"),
        *("does", "for", "from", "go", "goes", "going", "gone", "had", "happened", "has", "have", "how", "in", "into"),
        *("is", "it", "its", "no", "not", "of", "on", "or", "our", "say", "says", "so", "that", "the", "their", "them"),
        *("they", "this", "to", "was", "we", "were", "what", "when", "where", "which", "who", "why", "will", "with"),
    )
)
_ENDINGS = ("isation", "ation", "ing", "ed", "e")
_SHORTEST_STEM = 4

_TELLING = 3
"""The first letters of a word are those of its stem."""

_SPREAD = 10
"""So many other words may stand between the words that are sought, in a paragraph of a report."""

Resolve = Callable[[str], str]
"""What a `{{ name }}` prints."""


@frozen
class Mention:
    """Words where they stand: whose they are in the board's own terms, the words, and the place."""

    where: str
    text: str
    place: Place


@frozen
class Extract:
    """A title, a value, or one paragraph, point or row of a text; `name` is the {#name} that it bears."""

    text: str
    place: Place
    name: str = ""


def significant(words: str) -> tuple[str, ...]:
    """The stems of the words that say what is meant, each once; of all words where none of them does."""
    found = tokens_of(words)
    return tuple(dict.fromkeys(stem(w) for w in found if w not in _INSIGNIFICANT) or dict.fromkeys(map(stem, found)))


def tokens_of(text: str) -> list[str]:
    """The words of a text in small letters, without punctuation."""
    return re.findall(r"[^\W_]+", re.sub(r"['’]s\b|['’]", "", text.casefold()))


def stem(word: str) -> str:
    """A word without the ending that changes with its use: "missing" and "misses" are one."""
    one = singular(word)
    endings = (each for each in _ENDINGS if one.endswith(each) and len(one) - len(each) >= _SHORTEST_STEM)
    return one.removesuffix(next(endings, ""))


def stands_in(sought: tuple[str, ...], extract: Extract) -> bool:
    """True where every stem that is sought stands in the extract or its name, near enough to each other to belong.

    `sought` holds stems (see `stem`). In a long paragraph words that stand far apart speak of different things, so all
    must stand within a stretch of their own number and `_SPREAD` more; a name given to the extract counts by itself.
    """
    if extract.name and set(sought) <= {stem(word) for word in tokens_of(extract.name)}:
        return True
    text = extract.text.casefold()
    if not all(word[:_TELLING] in text for word in sought):  # saves taking most of a board apart
        return False
    stems = [stem(word) for word in tokens_of(extract.text)]
    if not set(sought) <= set(stems):
        return False
    last: dict[str, int] = {}
    for at, found in enumerate(stems):
        if found in sought:
            last[found] = at
            if len(last) == len(sought) and at - min(last.values()) < len(sought) + _SPREAD:
                return True
    return False


def extracts_of(record: Record, resolve: Resolve) -> Iterator[Extract]:
    """Everything that a record says in words: its titles and values, its text extract by extract, its sections."""
    for attribute in own_fields(type(record)):
        if attribute.name == "id":
            continue
        value = getattr(record, attribute.name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, str):
                yield Extract(part, record.place)
            elif isinstance(part, Prose):
                if isinstance(record, NarrativeSection) and attribute.name == "title":
                    yield Extract(printed(parse_line(part), resolve), part.place)
                else:
                    yield from text_extracts(part, resolve)
            elif isinstance(part, NarrativeSection):
                yield from extracts_of(part, resolve)


def text_extracts(prose: Prose, resolve: Resolve) -> Iterator[Extract]:
    """A text extract by extract, each with its line; a name given at the end of a point is that of its first words."""
    named = ""
    for block in blocks_in(parse(prose)):
        if isinstance(block, Item):
            named = block.name
        elif isinstance(block, Paragraph):
            place = prose.place.down(block.line) if block.line else prose.place
            yield Extract(printed(block.runs, resolve), place, f"{block.name} {named}".strip())
            named = ""
        elif isinstance(block, Table):
            yield Extract(printed(block.caption, resolve), prose.place.down(block.line), block.name)
            for row in (block.header, *block.rows):
                yield Extract(" | ".join(printed(cell, resolve) for cell in row), prose.place.down(block.line))
        elif isinstance(block, Picture):
            yield Extract(f"{printed(block.caption, resolve)} {block.text}", prose.place.down(block.line), block.name)


def printed(runs: Runs, resolve: Resolve) -> str:
    """The words of a line as they print, but that a reference keeps its word alone."""
    return "".join(
        resolve(run.name) if isinstance(run, Token) else run.word if isinstance(run, Reference) else run.text
        for run in runs
    )


def in_one_line(extracts: Iterable[Extract]) -> str:
    """Extracts one after the other, set apart as points are in a sentence."""
    line = ""
    for extract in extracts:
        gap = " " if line[-1:] in ".:;!?" else "; " if extract.text[:1].islower() else ". "
        line += f"{gap}{extract.text}" if line else extract.text
    return line


def vocabulary(board: Board) -> Iterator[str]:
    """The stem of every word that the board's records say."""
    for record in board.records:
        for extract in extracts_of(record, lambda name: ""):
            yield from (stem(word) for word in tokens_of(extract.text))


def update_line(update: Update, resolve: Resolve) -> Mention:
    """An update in one line: its status, its words, and what it promised next."""
    rating = update.status
    gap = update.gap("status")
    status = "No status"
    if rating and rating.status:
        status = rating.status.name
    elif rating or gap:
        reason = rating.because if rating else gap.reason if gap else ""
        status = f"Not rated, because {reason}" if reason else "Not rated"
    words = in_one_line(text_extracts(update.text, resolve))
    promised = "".join(f" Next: {line}." for line in update.next)
    when = str(update.as_at or update.years or "")
    return Mention(f"Reported{f', {when}' if when else ''}", f"{status}. {words}{promised}".strip(), update.place)
