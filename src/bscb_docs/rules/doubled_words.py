"""Rule of doubled words: no word or sign is typed twice in a row, and no paragraph twice in its section."""

import re

from bscb_docs.records import Narrative
from bscb_docs.rules.engine import Findings, Pack, at_words, rule

_SMALL = "the|a|an|of|to|and|or|with|by|at|from|be|been|we|our|their|its|this|which|not|as|it|for|they|who|when"
_TWICE = re.compile(rf"(?<![\w'’-])({_SMALL})\s+\1(?![\w'’-])", re.IGNORECASE)
"""Small words that no sentence has twice in a row; "had had", "that that" and "what it was was" it may."""
_SIGNS = re.compile(
    r"[.,;: ](?:(?<=[\w)\]}”’\"].)(?:(?<=\.)\.(?!\.)|(?<=,) ?,|(?<=;);|(?<=:):|(?<=[,;:])\.(?![.\d]))|"
    r"(?<=[A-Za-z)\]}”] )(?:[,;]|\.(?!\s?\.)|:(?!\S))(?=\s|$))"
)
"""A sign of which one was meant, or a space before one; rows of dots, and "etc.,", are meant."""
_SENTENCE = 19
"""Words: shorter paragraphs may well be alike."""


@rule("STY-11")
def doubled_words(pack: Pack) -> Findings:
    """A small word or a sign twice in a row, as "the the"; a paragraph that stands in its section twice."""
    in_words = set(pack.index.passages_doubling())
    for passage in pack.passages:
        for match in _SIGNS.finditer(passage.raw):
            said, right = f': "{match[0]}" has a sign or space too many.', match[0].strip()[-1:]
            yield at_words("STY-11", passage, match.start(), said, f'Write: "{right}".')
        for match in _TWICE.finditer(passage.unquoted) if passage in in_words else ():
            typed = " ".join(match[0].split())
            yield at_words("STY-11", passage, match.start(), f': "{typed}" has a word twice.', f"Write: {match[1]}.")
    for narrative in pack.board.of(Narrative):
        first: dict[tuple[str, ...], str] = {}  # summed up elsewhere, words may well stand again
        for passage in (each for each in pack.passages_of(narrative) if len(each.words) >= _SENTENCE):
            where = first.setdefault((passage.where.partition(".")[0], *passage.words), passage.where)
            if where != passage.where:
                yield at_words("STY-11", passage, 0, f" has the words of {where}.", "Take one of the two away.")
