"""Rules of the plan: priorities are served, texts keep their points, no action stands twice, years are printed."""

import re
from collections.abc import Iterator
from contextlib import suppress

from bscb_docs import records
from bscb_docs.diagnostics.finding import Severity
from bscb_docs.diagnostics.location import Place
from bscb_docs.diagnostics.phrases import capital, joined
from bscb_docs.prose import Link, Paragraph, Text, parse, plain
from bscb_docs.records import fold, years_of
from bscb_docs.rules.engine import Findings, Pack, Printed, finding_of, name_of, rule, texts_of, words_of

_SAYS = re.compile(
    r"\b(?:sa(?:id|ys?)|told|tells?|wr(?:ote|ites|itten)|explain(?:ed|s)|describ(?:ed?|es)|ask(?:ed|s)?(?! for)|"
    r"quot(?:ed?|es)|answer(?:ed|s)?|stat(?:ed|es)|comment(?:ed|s)?|add(?:ed|s)|repl(?:ied|y)|report(?:ed|s)|words|put\s+it|proclaim\w*|"
    r"recall(?:ed|s)|not(?:ed|es)|observ(?:ed|es)|shared)\b",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(
    r"^Among\b|\b(?:to|for|on|at|by|with|are|were|includes?|including|means|if|when|either|both|must|should|will|may|namely|such\s+as|"
    r"following|these)\s*:$|\b(?:following|these|two|three|four|five|six|seven|eight|nine|ten|several)\s+(?:\S+\s+){0,3}\S+:$",
    re.IGNORECASE,
)
"""What announces points; before other colons a paragraph is what somebody said, a rule or a definition."""
_POINT = re.compile(r"[\"“‘'a-z]|\(?(?:[a-z]|[ivx]+|\d{1,2})[.)]\s|•|https?:|www\.")
"""How a point begins that is typed by hand, a quotation, or a sentence that goes on."""

_LEADS_ON = (records.Group, records.Plan, records.Priority, records.Role)
"""What stands under them is printed after their text, and so are its points."""


@rule("PLN-02")
def unserved_priorities(pack: Pack) -> Findings:
    """A priority without an outcome, or without an action in the latest years of the plan."""
    board, years = pack.board, pack.board.latest_years
    served = {
        fold(action.priority.name)
        for action in board.of(records.Action)
        if action.priority and years and action.years and action.years.latest >= years.earliest
    }
    aimed = {fold(outcome.priority.name) for outcome in board.of(records.Outcome) if outcome.priority}
    for priority in board.priorities:
        gaps = [("outcome", "outcome")] if aimed and fold(priority.id) not in aimed else []
        if years and fold(priority.id) not in served:
            gaps.append(("action", f"action for {years}"))
        if lacks := [words for kind, words in gaps if not pack.is_told(priority.id, kind)]:
            message = f'{pack.numbers[id(priority)]} ("{priority.title}") has no {" and no ".join(lacks)}.'
            mend = "Write one under the priority's heading, or accept that there is none."
            yield finding_of("PLN-02", message, priority.place, mend, priority.id)


@rule("PLN-03")
def texts_without_points(pack: Pack) -> Findings:
    """A text, or a numbered paragraph, that ends in a colon and has no points after it."""
    for record in pack.board.records:
        for text in () if isinstance(record, _LEADS_ON) else texts_of(record):
            yield from _ending(pack, record, text, each=isinstance(record, records.Narrative))


def _ending(pack: Pack, record: records.Record, text: records.Prose, *, each: bool) -> Findings:
    blocks = parse(text) if ":" in text.text else ()
    for at, block in enumerate(blocks):
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        ends = following is None or (each and isinstance(following, Paragraph) and following.numbered)
        if ends and isinstance(block, Paragraph) and plain(block.runs).rstrip().endswith(":"):
            words = plain(block.runs).split()
            if isinstance(following, Paragraph) and _carries_on(words, following):
                continue
            found = "what follows is no list" if following else "no points follow"
            place = text.place.down(block.line)
            where = next((each.where for each in pack.passages_of(record) if each.start.line == place.line), "")
            message = f'{where or name_of(record)}: "... {" ".join(words[-4:])}" ends in a colon, and {found}.'
            mend = 'Write its points below it, each line begun with "- ", or end it with a full stop.'
            softer = Severity.NOTE if following else None  # what follows may be what is meant
            yield finding_of("PLN-03", capital(message), place, mend, name_of(record), softer=softer)


def _carries_on(words: list[str], following: Paragraph) -> bool:
    """True where the paragraph after a colon may be what it announces: words, a point typed by hand, or a link."""
    if (
        not _ANNOUNCES.search(" ".join(words))
        or _SAYS.search(" ".join(words[-6:]))
        or _POINT.match(plain(following.runs))
    ):
        return True
    first = next(iter(following.runs), None)
    return isinstance(first, Link) or (isinstance(first, Text) and first.emphasis)


@rule("PLN-05")
def actions_twice(pack: Pack) -> Findings:
    """An action of the latest years with the words, or else the title, of another one."""
    first: dict[tuple[str, ...], records.Action] = {}
    titled = dict[str, records.Action]()
    for action in pack.board.actions(years=pack.board.latest_years):
        key, title = words_of(plain(parse(action.text))), fold(action.title or "")
        other = first.setdefault(key, action) if key else action
        namesake = titled.setdefault(title, action) if title else action
        if other is not action:
            message = f"{pack.numbers[id(action)]} has the same words as {pack.numbers[id(other)]}."
            mend = f"Keep one of {other.id} and {action.id}, or say what sets them apart."
            yield finding_of("PLN-05", capital(message), action.text.place, mend, action.id)
        elif namesake is not action:
            message = (
                f'{pack.numbers[id(action)]} has the same title as {pack.numbers[id(namesake)]}, "{action.title}".'
            )
            mend = "Give each a title of its own: lists and the plan on a page call it by that."
            yield finding_of("PLN-05", capital(message), action.place, mend, action.id, field="title")


@rule("PLN-07")
def years_without_actions(pack: Pack) -> Findings:
    """A section of years for which nothing is planned, or actions of a calendar year or of several."""
    board = pack.board
    planned = {action.years for action in board.of(records.Action) if action.years}
    chosen = [(document.entry.id, *each) for document in pack.documents for each in _chosen(document) if planned]
    asked = {years for _, _, years in chosen}
    odd = {span for span in planned if _first_year(span) in (planned | asked) - {span}}
    for action in board.of(records.Action):
        if action.years in odd and not pack.documents_of(action):
            right, is_one = _first_year(action.years), action.years.first == action.years.last
            message = (
                f"Action {action.id} is of {'the calendar year ' * is_one}{action.years}, so documents of {right} "
            )
            message += "leave it out."
            cause = f"actions of {action.years}"
            yield finding_of("PLN-07", message, action.place, f"Write {right} in its place.", action.id, cause=cause)
    known = {*planned, *map(_first_year, odd), *(years_of(board, each) for each in board.of(records.Objective))}
    those = joined([str(span) for span in sorted(planned)])
    for name, place, years in chosen:
        if years not in known:
            message = f"A section is to print what is planned for {years}; the actions are of {those}."
            mend = "Mend the years here, or those of the heading above the actions."
            yield finding_of("PLN-07", message, place, mend, name, cause=f"no action of {years}")


def _chosen(document: Printed) -> Iterator[tuple[Place, records.YearSpan]]:
    """The years that the register chooses for sections of a document, and where."""
    for choice in document.entry.sections:
        with suppress(ValueError):
            yield choice.place, records.YearSpan.from_text(dict(choice.options).get("years", ""))


def _first_year(years: records.YearSpan) -> records.YearSpan:
    """The financial year that begins in the April of a calendar year, or is the first of several."""
    return records.YearSpan(years.first, years.first + 1)
