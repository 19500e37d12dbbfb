"""Told results: the work to which a sentence says that an audit or a bulletin led."""

import re
from collections.abc import Iterator

from bscb_docs.diagnostics.phrases import joined
from bscb_docs.records import Audit, Bulletin, Objective, Recommendation, Review, Target
from bscb_docs.rules.engine import Pack, Spot, key_of, spots
from bscb_docs.rules.english.claims.told_dates import named_work
from bscb_docs.rules.english.contradictions import Told

_LED_TO = re.compile(
    r"\b(?:led\s+to|resulted\s+in|gave\s+rise\s+to|became|(?:is|are|was|were)\s+(?:taken\s+up|answered)\s+(?:by|in))"
    r"\s+(?:(?:the|an?|our)\s+)?(?:(?:action|objective|task)\s+)?\S*$"
)
"""Before the end of what names the work."""


def false_results(pack: Pack) -> Iterator[Told]:
    """Each such piece of work that the card of what led to it does not have."""
    telling = set(pack.passages_with("led", "resulted", "gave", "became", "taken", "answered"))
    named = (each for each in named_work(pack).items() if each[0][0] in telling)
    led = [(*place, work) for place, works in named if _LED_TO.search(place[0].raw, 0, place[1]) for work in works]
    found = _found(pack) if led else {}
    for passage, end, work in led:
        first, _ = passage.sentence(end - 1)
        before = [spot for spot in found if spot.passage is passage and first <= spot.start < end]
        spot = max(before, key=lambda each: each.start, default=None)
        known = found[spot] if spot else []
        if spot and known and not _is_of(pack, work, known):
            right = joined(list(dict.fromkeys(each.id for each in known)))
            said = f' has "{spot.text}" lead to {work.id}; the records say {right}.'
            yield Told(passage, end, said, f"Name {right}, or mend the card that says so.")


def _found(pack: Pack) -> dict[Spot, list[Target]]:
    """Where texts name what found something, and the work that the records say was made of it."""
    board = pack.board
    sources: tuple[Audit | Bulletin | Review, ...] = board.of(Audit, Bulletin, Review)
    made: dict[int, list[Target]] = {}
    for found in board.of(Audit):
        made.setdefault(id(found), []).extend(board.get(ref) for ref in found.actions)
    for asked in board.of(Recommendation):
        made.setdefault(id(board.get(asked.of)) if asked.of else 0, []).extend(board.get(ref) for ref in asked.actions)
    for bulletin in board.of(Bulletin):
        made[id(bulletin)] = [work for ref in bulletin.draws_on for work in made.get(id(board.get(ref)), ())]
    named = [(name, made.get(id(each), [])) for each in sources for name in (each.title, each.id) if name]
    told: dict[Spot, list[Target]] = {}
    for spot, works in ((spot, works) for name, works in named if works for spot in spots(pack, key_of(name))):
        told.setdefault(spot, []).extend(works)
    return told


def _is_of(pack: Pack, work: Target, known: list[Target]) -> bool:
    """True of one of those, of an action above one, and of an objective beneath one."""
    above = [pack.board.get(each.action) for each in known if isinstance(each, Objective) and each.action]
    own = pack.board.get(work.action) if isinstance(work, Objective) and work.action else work
    return work in known or own in known or work in above
