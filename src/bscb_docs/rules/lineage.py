"""Rules of lineage: nothing planned in one year is lost in the next without a word."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from bscb_docs.diagnostics.finding import Finding, Severity
from bscb_docs.diagnostics.location import Place
from bscb_docs.diagnostics.phrases import capital
from bscb_docs.prose import Item, ItemList, Paragraph, blocks_in, parse
from bscb_docs.records import Action, Objective, Term, fold, standing_of, successors_of, years_of
from bscb_docs.rules.engine import Findings, Pack, finding_of, key_of, rule, stem_of, words_of_point, words_only
from bscb_docs.rules.english.likeness import is_alike, stems_of

_SAME = 80
"""Of 100: two points that share less of their letters are not the same words."""
_NEAR = 0.6
"""Of the words of the shorter of two points: with less of them in the other, one is no wording of the other."""

_BULLETS = re.compile(r"(?:\{#[\w-]+\})?\s*[•▪●◦‣·∙]\s*")
"""A bullet that was pasted, and the name of the point before it."""
_KINDS = "framework|board|strategy|programme|plan|partnership|panels?|forum|group|conference|hub|tool|policy"
_NAMED = re.compile(rf"(?<![\w'])(?:[A-Z][\w'-]*(?:,? (?:and|&)|,| of| for| in)? )+(?i:{_KINDS})\b")


@rule("LIN-01")
def vanished_actions(pack: Pack) -> Findings:
    """An action of an earlier year of which nothing says what it became."""
    latest = pack.board.latest_years
    for action in pack.board.of(Action):
        if action.years is None or latest is None or action.years.latest >= latest.earliest:
            continue
        if any(not became.point for became in action.became) or action.gap("became"):
            continue
        points = {name for name, _, _ in _named_points(action)}
        has_others = any(isinstance(each, Item) and not each.name for each in blocks_in(parse(action.text)))
        if points and points <= {fold(became.point) for became in action.became} and not has_others:
            continue
        message = f"Nothing says what became of {pack.numbers[id(action)]} ({action.id})."
        mend = "Write `became:` and the id of the action that carries it on, or: became: ended, because ..."
        yield finding_of("LIN-01", message, action.place, mend, action.id, field="became")
    yield from _vanished_objectives(pack)


def _vanished_objectives(pack: Pack) -> Findings:
    """An open objective of an earlier year of which nothing says what it became; an end is told by its update."""
    latest = pack.board.latest_years
    for objective in pack.board.of(Objective):
        years = years_of(pack.board, objective)
        is_past = years is not None and latest is not None and years.surely_before(latest)
        is_told = objective.became or objective.gap("became")
        if is_past and not is_told and standing_of(pack.board, objective).is_open:
            message = f"Nothing says what became of {pack.numbers[id(objective)]}, which was open."
            mend = "Write `became:` and the id of the objective that carries it on, or: became: ended, because ..."
            yield finding_of("LIN-01", message, objective.place, mend, objective.id, field="became, is open")


def _named_points(action: Action) -> Iterator[tuple[str, Item | Paragraph, int]]:
    for block in blocks_in(parse(action.text)):
        if isinstance(block, Item | Paragraph) and block.name:
            yield fold(block.name), block, block.line


@rule("LIN-02")
def lost_points(pack: Pack) -> Findings:
    """A point, or the words after the points, of an action that is carried on, and that no successor has."""
    for action in pack.board.of(Action):
        successors = successors_of(pack.board, action)
        if not successors:
            continue
        kept = {name for successor in successors for name, _, _ in _named_points(successor)}
        kept |= {fold(became.point) for became in action.became if became.point}
        words = [said for successor in successors for part, _, _ in _parts(successor) for said in _said(part)]
        known = dict.fromkeys(map(_in_any_order, words))
        for part, line, what in _parts(action):
            typed = words_of_point(part)
            form = _in_any_order(typed)
            is_same = form in known or any(is_alike(form, other, _SAME) for other in known)
            if is_same or (part.name and fold(part.name) in kept):
                continue
            ids = " and ".join(successor.id for successor in successors)
            message = f'{pack.called(action)} ({action.id}) had {what} "{typed}". '
            carry, say = ("carries", "says") if len(successors) == 1 else ("carry", "say")
            near = next((other for other in words if _is_near(typed, other)), "")
            said = f'"{near}"' if near else "nothing of that"
            message += f"{ids}, which {carry} it on, {say} {said}."
            place = action.text.place.down(line)
            softer = Severity.NOTE if near else None
            yield finding_of("LIN-02", message, place, _say_its_end(action, part, place), action.id, softer=softer)


def _said(part: Item | Paragraph) -> Iterable[str]:
    """The words of a point; of a paragraph with pasted bullets, which are told of, those of each of its points."""
    return filter(None, _BULLETS.split(words_of_point(part)))


def _say_its_end(action: Action, part: Item | Paragraph, place: Place) -> str:
    """What to type so that a lost point has its end: its name, where it has none, and the line that says so."""
    taken = {name for name, _, _ in _named_points(action)}
    name, steps = part.name, []
    if not name:
        name = next(name for name in _names_for(part) if fold(name) not in taken)
        steps.append(f"type {{#{name}}} after its last word ({place.in_words})")
    steps.append(
        f"type below the heading of {action.id} ({action.place.in_words}): became: #{name}, ended, because ..."
    )
    return f"First {steps[0]}. Then {steps[1]}" if len(steps) > 1 else capital(steps[0])


def _names_for(part: Item | Paragraph) -> Iterator[str]:
    """Names for a point, its longest word first."""
    longest = max(re.findall(r"[a-z]+", words_of_point(part).lower()), key=len, default="point")
    yield longest
    yield from (f"{longest}-{number}" for number in count(2))


def _parts(action: Action) -> Iterator[tuple[Item | Paragraph, int, str]]:
    """The points of an action, and the paragraphs after its first."""
    for at, block in enumerate(parse(action.text)):
        if isinstance(block, ItemList):
            for item in block.items:
                yield item, item.line, "the point"
        elif isinstance(block, Paragraph) and at:
            yield block, block.line, "the words"


def _in_any_order(words: str) -> str:
    """The words as they compare: in the order of the alphabet."""
    return " ".join(sorted(words.casefold().split()))


def _is_near(words: str, other: str) -> bool:
    """True where most words of the shorter, the small ones apart, are words of the other too: it was reworded."""
    one, two = set(stems_of(words)), set(stems_of(other))
    return bool(one and two) and len(one & two) >= _NEAR * min(len(one), len(two))


@rule("LIN-03")
def changed_names(pack: Pack) -> Findings:
    """A name in an action whose successor has one other name of the same kind, unless a card says they are one."""
    groups = [{key_of(form) for form in (term.title, *term.also)} for term in pack.board.of(Term)]
    for action in pack.board.of(Action):
        successors = successors_of(pack.board, action)
        here = _names_in(_text(action)) if successors else []
        there = _names_in(" ".join(map(_text, successors))) if here else []
        for name in here:
            same_kind = [other for other in there if _kind(other) == _kind(name)]
            if len(same_kind) != 1 or _alike(name, same_kind[0]) or any(_alike(name, other) for other in there):
                continue
            both = {key_of(name), key_of(same_kind[0])}
            if not any(both <= group for group in groups) and not any(_alike(same_kind[0], other) for other in here):
                yield _changed(pack, action, successors, name, same_kind[0])


def _changed(pack: Pack, action: Action, successors: Sequence[Action], old: str, new: str) -> Finding:
    ids = " and ".join(successor.id for successor in successors)
    message = f'{pack.called(action)} ({action.id}) speaks of "{old}", and {ids} of "{new}".'
    mend = "If it was renamed, say so under its Term heading; if it is another thing, say what became of the first."
    return finding_of("LIN-03", message, action.place, mend, action.id)


def _text(action: Action) -> str:
    return " ".join(words_only(action.text.text).split())


def _names_in(text: str) -> list[str]:
    """The names in a text that end in what such things are called, each with capitals of its own."""
    found = (text[match.start() : match.end()] for match in _NAMED.finditer(text.replace("’", "'")))
    names = (re.sub(r"^(?:The|A|An|Our|This|Its)\s+", "", name) for name in found)
    return [name for name in dict.fromkeys(names) if len(re.findall(r"\b[A-Z]", name)) > 1]


def _kind(name: str) -> str:
    return stem_of(key_of(name)[-1])


def _alike(name: str, other: str) -> bool:
    return [*map(stem_of, key_of(name))] == [*map(stem_of, key_of(other))]
