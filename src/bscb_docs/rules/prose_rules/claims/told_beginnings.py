"""Told beginnings: when a sentence says that a body of the board began or ended."""

import re
from collections.abc import Iterator

from bscb_docs.records import Body, names_of
from bscb_docs.rules.engine import Pack, key_of, spots
from bscb_docs.rules.prose_rules.claims.told_dates import may_be, misdated
from bscb_docs.rules.prose_rules.contradictions import Told
from bscb_docs.rules.prose_rules.dates import A_DATE

_BODY = r"[*_\s]*(?:and\s+(?:the|its|our)\s+[A-Z][\w-]*(?:\s+[A-Z][\w-]*)*\s+)?"
_BY_WHOM = r"[^.;:,]{0,30}?\s+"
_SET_UP = re.compile(
    rf"{_BODY}\b(?:(?:began|started)(?:\s+(?:its\s+)?(?:work|life))?\s+|"
    rf"(?:was|were)\s+(?:set\s+up|formed|established|created|launched|restructured)\b{_BY_WHOM})"
    rf"(?:in|on|from)\s+(?P<date>{A_DATE})\b"
)
_CLOSED = re.compile(
    rf"{_BODY}\b(?:(?:closed|ended|ceased)(?:\s+(?:its\s+)?(?:work|to\s+meet))?\s+|"
    rf"(?:was|were)\s+(?:closed|wound\s+up|dissolved|disbanded)\b{_BY_WHOM})"
    rf"(?:in|on|at\s+the\s+end\s+of)\s+(?P<date>{A_DATE})\b"
)
_IT = re.compile(r"(?:It|The\s+(?:group|panel|forum|team|board))(?=\s)")
"""In the text of a body, itself."""
_NEAR = 31
"""Days: what is recorded to end in March may be said to have closed in April."""


def false_beginnings(pack: Pack) -> Iterator[Told]:
    """Each date on which a body is said to have begun or ended, where its card has another."""
    for body in (each for each in pack.board.of(Body) if each.from_ or each.to):
        named = [(spot.passage, spot.end) for name in names_of(body) for spot in spots(pack, key_of(name))]
        named += [(own, it.end()) for own in pack.passages_of(body) for it in _IT.finditer(own.unquoted)]
        for passage, end in (each for each in named if each[0] in pack.index.dated and each[0].is_exact):
            for pattern, recorded, did, near in ((_SET_UP, body.from_, "began", 0), (_CLOSED, body.to, "ended", _NEAR)):
                match = pattern.match(passage.unquoted, end)
                if match and recorded and not may_be(match["date"], [recorded], near):
                    its = f"its card says that it {did} in {recorded}"
                    yield misdated(passage, match.start("date"), match["date"], f"the {body.title}", its)
