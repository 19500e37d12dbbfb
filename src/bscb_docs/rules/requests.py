"""Rules of requests: what an owner asks of the board, or a form brings, is not left lying; a report asks once."""

from bscb_docs.prose import Aside, plain
from bscb_docs.prose.blocks import COUNTED_ASIDES
from bscb_docs.records import Narrative, Remark, Request, is_open
from bscb_docs.rules.engine import Findings, Pack, blocks_of, finding_of, rule
from bscb_docs.rules.english.likeness import stems_of

_ALIKE, _FEW = 0.75, 4
"""Of the words of the shorter of two requests, how many make them one; and words that are too few to tell."""


@rule("UPD-07")
def open_requests(pack: Pack) -> Findings:
    """A request that no change of its work grants, and that is not refused."""
    for request in pack.board.of(Request):
        if is_open(pack.board, request):
            who = pack.board.get(request.by).title if request.by else "Its owner"
            what = f"to move its deadline to {request.new_deadline}" if request.new_deadline else "to pass it on"
            message = f"{who} asks {what}, and nobody has granted or refused it: {request.about}."
            line = "moved: to ..., on ..., by ..." if request.new_deadline else "changed owner: to ..., on ..., by ..."
            mend = f"Write {line} beneath the work to grant it, or refused: ..., on ... here."
            yield finding_of("UPD-07", message, request.place, mend, request.about.name)


@rule("UPD-08")
def open_remarks(pack: Pack) -> Findings:
    """A remark: words of a form that still wait for somebody to deal with them."""
    for remark in pack.board.of(Remark):
        of_form = f" of form {remark.form.name}" if remark.form else ""
        message = f"Words{of_form} wait to be dealt with: {remark.title}."
        mend = "Enter what they say as the record that it is, then take the remark away."
        asked = f"{remark.form.name} {remark.title.partition(',')[0]}" if remark.form else ""
        yield finding_of("UPD-08", message, remark.place, mend, remark.title, cause=asked)


@rule("RCM-03")
def asked_twice(pack: Pack) -> Findings:
    """A recommendation, or a decision that is wanted, with the words of another one of the same report."""
    for narrative in pack.board.of(Narrative):
        first: dict[frozenset[str], str] = {}
        for text, block in blocks_of(narrative, ">"):
            if isinstance(block, Aside) and block.kind in COUNTED_ASIDES:
                words, kind, place = frozenset(stems_of(plain((block.heading,)))), block.kind.value.lower(), text.place
                place = place.down(block.line)
                if before := next((said for other, said in first.items() if _is_alike(words, other)), None):
                    message = f"This {kind} asks for what the {before} asks for."
                    mend = "Ask for it once, and set a reference to it where it is told of again."
                    yield finding_of("RCM-03", message, place, mend, narrative.id)
                first.setdefault(words, f"{kind} at {place}")


def _is_alike(words: frozenset[str], other: frozenset[str]) -> bool:
    """True where most words of the shorter of two requests are in the other."""
    least = min(len(words), len(other))
    return least >= _FEW and len(words & other) >= _ALIKE * least
