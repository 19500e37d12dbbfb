"""Rule of titles: a document bears in the register the title of what it prints."""

from collections.abc import Iterator

from bscb_docs.records import Narrative, Plan, PlanText, Role
from bscb_docs.rules.engine import Findings, Pack, Printed, finding_of, key_of, rule, stem_of
from bscb_docs.rules.prose_rules.likeness import SMALL_WORDS


@rule("XDOC-05")
def other_titles(pack: Pack) -> Findings:
    """A role, narrative or plan whose title has other words than that of the document that prints it."""
    for document in filter(pack.is_english, pack.documents):
        for record in _titled(pack, document):
            own, title = _words(record.title), _words(document.entry.title)
            if own and title and not (own <= title or title <= own):
                message = (
                    f'The register calls a document "{document.entry.title}", and it calls itself "{record.title}".'
                )
                mend = "Give both the same title."
                yield finding_of("XDOC-05", message, document.entry.place, mend, document.entry.id)


def _titled(pack: Pack, document: Printed) -> Iterator[Role | Narrative | Plan]:
    """The records of a document that have a title of their own: its plan where it prints texts of it."""
    yield from (record for record in document.records if isinstance(record, Role | Narrative))
    plan = pack.board.plan
    if plan and any(isinstance(record, PlanText) for record in document.records):
        yield plan


def _words(title: str) -> frozenset[str]:
    """What a title says: its words but for small ones, in any number."""
    return frozenset(stem_of(word) for word in key_of(title) if word not in SMALL_WORDS)
