"""Decisions wanted: what the texts of reports ask to be decided, what they recommend, and decisions promised."""

import re
from collections.abc import Iterator

from attrs import frozen

from bscb_docs.diagnostics.location import Place
from bscb_docs.languages.house_words import say
from bscb_docs.prose import blocks_in, parse, plain, runs_in
from bscb_docs.prose.blocks import Aside, AsideKind, Blocks, Paragraph, Reference, Runs
from bscb_docs.records import Narrative, Promise, fold


@frozen
class Wanted:
    """A decision or a recommendation of a report: what it asks for, and what it says of that."""

    kind: AsideKind
    heading: Runs
    blocks: Blocks
    narrative: Narrative
    place: Place

    @property
    def words(self) -> str:
        """All its words."""
        return plain((Paragraph(self.heading), *self.blocks))

    @property
    def about(self) -> tuple[str, ...]:
        """The names that it refers to."""
        return tuple(run.target for run in runs_in(self.blocks) if isinstance(run, Reference))


def wanted_of(narrative: Narrative, *kinds: AsideKind) -> Iterator[Wanted]:
    """Those of some kinds that a narrative asks for, in their order."""
    for text in (section.text for section in narrative.sections):
        for block in blocks_in(parse(text)) if ">" in text.text else ():
            if isinstance(block, Aside) and block.kind in kinds:
                yield Wanted(block.kind, block.heading.runs, block.blocks, narrative, text.place.down(block.line))


def is_decision(promise: Promise) -> bool:
    """True of what is promised in words of deciding, in the language of what is printed or in English."""
    begun = ("decid", "decision", *say("decide, deciding, decision").split(", "))
    return any(word.startswith(begun) for word in re.findall(r"\w+", fold(promise.commitment.what)))
