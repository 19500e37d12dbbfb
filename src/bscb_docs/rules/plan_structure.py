"""Rules of the plan: priorities that are served, texts that keep their points, no action twice or astray."""

import re

from bscb_docs.diagnostics.finding import Severity
from bscb_docs.diagnostics.phrases import capital
from bscb_docs.prose import Link, Paragraph, Text, parse, plain
from bscb_docs.records import (
    Action,
    Board,
    Body,
    Group,
    Narrative,
    Objective,
    Outcome,
    Plan,
    Priority,
    Prose,
    Record,
    Role,
    Task,
    fold,
    priority_of,
)
from bscb_docs.rules.engine import Findings, Pack, finding_of, name_of, rule, texts_of, words_of, words_only
from bscb_docs.rules.misplaced_updates import telling_stems

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

_LIKE = 3
"""Longer words that an objective shares with another action than its own."""

_LEADS_ON = (Group, Plan, Priority, Role)
"""What stands under them is printed after their text, and so are its points."""


@rule("PLN-02")
def unserved_priorities(pack: Pack) -> Findings:
    """A priority without an outcome, or without an action in the latest years of the plan."""
    board, years = pack.board, pack.board.latest_years
    served = {
        fold(action.priority.name)
        for action in board.of(Action)
        if action.priority and years and action.years and action.years.latest >= years.earliest
    }
    aimed = {fold(outcome.priority.name) for outcome in board.of(Outcome) if outcome.priority}
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
            yield from _ending(pack, record, text, each=isinstance(record, Narrative))


def _ending(pack: Pack, record: Record, text: Prose, *, each: bool) -> Findings:
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
    first: dict[tuple[str, ...], Action] = {}
    titled = dict[str, Action]()
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


@rule("PLN-06")
def serving_elsewhere(pack: Pack) -> Findings:
    """An action or objective that serves an outcome of another priority than the one it stands under."""
    board = pack.board
    works: tuple[Action | Objective, ...] = board.of(Action, Objective)
    for work in works:
        own = priority_of(board, work) if work.serves else None
        for ref in work.serves if own else ():
            outcome = board.get(ref)
            other = board.get(outcome.priority) if outcome.priority else None
            if own and other and other is not own:
                called = f"stands under {board.called(own)} and serves {outcome.id}"
                message = f"{pack.called(work)} {called}, an outcome of {board.called(other)}."
                mend = f"Name an outcome of {board.called(own)}, or accept that it serves the other too."
                yield finding_of("PLN-06", message, ref.place, mend, work.id)
    yield from _under_another(pack)
    yield from _in_another_programme(pack)


def _in_another_programme(pack: Pack) -> Findings:
    """A task in the programme of a group, and owned by another one that does not report to it.

    Of a group whose programme holds more work of others than of its own nothing is told: it oversees them.
    """
    board, programmes = pack.board, dict[str, list[tuple[Task, Body, Body | None]]]()
    for task in board.of(Task):
        if task.body:
            body, owners = board.get(task.body), [board.find(Body, ref.name) for ref in task.owned_by]
            others = [each for each in owners if each and each is not body and not _reports_to(board, each, body)]
            other = others[0] if others and len(others) == len(owners) else None
            programmes.setdefault(body.title, []).append((task, body, other))
    for programme in programmes.values():
        astray = [(task, body, other) for task, body, other in programme if other]
        for task, body, other in astray if 2 * len(astray) < len(programme) else ():
            message = f"{pack.called(task)} stands in the programme of the {body.title}, and its owner is the "
            message += f"{other.title}."
            mend = "Mend the group or the owner; if one does it for the other, accept this check."
            yield finding_of("PLN-06", message, task.place, mend, task.id)


def _reports_to(board: Board, body: Body, other: Body) -> bool:
    return body.reports_to is not None and board.get(body.reports_to) is other


def _under_another(pack: Pack) -> Findings:
    """An objective that has words of another action of its priority and year, and none of its own action's alone.

    Where it serves an outcome that its own action does not, fewer words are enough.
    """
    board = pack.board
    beside: dict[object, list[Action]] = {}
    for action in board.of(Action):
        beside.setdefault((action.years, action.priority), []).append(action)
    for objective in board.of(Objective):
        own = board.get(objective.action) if objective.action else None
        served, words = {ref.name for ref in objective.serves}, _stems(objective)
        for other in beside[own.years, own.priority] if own else ():
            if own is None or other is own:
                continue
            mine, theirs = _stems(own), _stems(other)
            is_apart = served.isdisjoint(ref.name for ref in own.serves)
            is_of_other = not served or not served.isdisjoint(ref.name for ref in other.serves)
            shared, kept = len(words & theirs - mine), len(words & mine - theirs)
            if is_apart and is_of_other and shared > kept and (served or (shared >= _LIKE and not kept)):
                message = f"{pack.called(objective)} stands under {own.id}, and has the words of {other.id}."
                mend = f"Write: action: {other.id}. If it is right, accept this check."
                yield finding_of("PLN-06", message, objective.place, mend, objective.id)
                break


def _stems(work: Action | Objective) -> frozenset[str]:
    return telling_stems(words_of(words_only(work.text.text)))
