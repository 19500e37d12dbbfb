"""Fact contexts: the sentence or row of a table in which a typed fact stands, in the words that are printed."""

import re

from bscb_docs.rules.engine import MARK, TOKEN, Pack, Passage
from bscb_docs.rules.prose_rules.facts.typed_facts import TypedFact

_SHOWN = 40
"""Characters that are shown before and after a fact."""
_SET = re.compile(rf"{MARK}+")
_UNSEEN = re.compile(r"\]\([^)]*\)|^\s*\|?[\s:|-]*-{3,}.*$", re.MULTILINE)
"""Where a link leads, and the line beneath the head of a table."""


def context_of(pack: Pack, fact: TypedFact) -> str:
    """As much of its sentence, or of its row, as a person needs to find it; figures are set."""
    passage = fact.passage
    first, last = passage.line(fact.start)
    before, typed, after = (
        _printed(pack, passage, *part) for part in ((first, fact.start), (fact.start, fact.end), (fact.end, last))
    )
    before = f"...{before[-_SHOWN:].partition(' ')[2]}" if len(before) > _SHOWN else before
    after = f"{after[:_SHOWN].rpartition(' ')[0]}..." if len(after) > _SHOWN else after
    return " ".join(f"{before}{typed}{after}".split()).strip("-> |")


def _printed(pack: Pack, passage: Passage, first: int, last: int) -> str:
    """The words between two positions, in one line, with what the program sets among them."""

    def set_there(run: re.Match[str]) -> str:
        typed = _UNSEEN.sub("", passage.raw[first + run.start() : first + run.end()])
        return TOKEN.sub(lambda token: str(pack.figures.get(token[1], token[0])), typed.replace("|", " | "))

    return re.sub(r"\s+(?=[.,;:)])|(?<=\()\s+|(\s)\s+", r"\1", _SET.sub(set_there, passage.text[first:last]))
