"""Rules of objectives, milestones and tasks: they can be asked about, are in time, and have few new deadlines."""

from collections.abc import Iterable, Iterator

from bscb_docs import records
from bscb_docs.figures.number_words import in_words
from bscb_docs.records import action_of, fold, in_force, objectives_of, standing_of, years_of
from bscb_docs.rules.engine import Findings, Pack, finding_of, name_of, rule
from bscb_docs.rules.english.named_measures import measures_named

_TWICE = 2
"""How often a deadline may move before somebody should ask whether it means anything."""


@rule("OBJ-01")
def unfit_objectives(pack: Pack) -> Findings:
    """An objective without an owner, a deadline or a measure, or that belongs to no action: then no paper prints it."""
    for objective in pack.board.of(records.Objective):
        given = {"owner": objective.owners, "due": objective.due, "measure": objective.measures}
        if lacks := pack.lacking(objective, given | {"action": objective.action}):
            words = " and no ".join({"due": "deadline"}.get(name, name) for name in lacks)
            message = f"{pack.called(objective)} has no {words}."
            mend = f"Write a line for each: {', '.join(f'{name}: ...' for name in lacks)}"
            yield finding_of("OBJ-01", message, objective.place, mend, objective.id)


@rule("OBJ-04")
def actions_left_open(pack: Pack) -> Findings:
    """An action open at the day of the pack though its objectives had ended, or better rated than all that is open."""
    if pack.as_at is None:
        return
    seen = pack.board.at(pack.as_at)
    for action in seen.of(records.Action):
        objectives = objectives_of(seen, action)
        is_over = objectives and not any(standing_of(seen, each).is_open for each in objectives)
        if is_over and standing_of(seen, action).is_open and not action.became:
            original = seen.original(action)
            each = (
                "its one objective has"
                if len(objectives) == 1
                else f"all its {in_words(len(objectives))} objectives have"
            )
            message = f"{pack.called(original)} ({action.id}) is open, and {each} ended."
            mend = "Report that it is complete, or give it the objective that is still to come."
            yield finding_of("OBJ-04", message, original.place, mend, action.id, field="status, is open")
        left = [each for each in objectives if standing_of(seen, each).is_open and seen.latest_update(each)]
        of_both = f"status, is rated, {state_of(left)}"
        if left and standing_of(seen, action).delivery is records.Delivery.COMPLETE:
            original = seen.original(action)
            message = f"{pack.called(original)} ({action.id}) is complete, and under it {_names(left)} still open."
            mend = "Report that the action goes on, or what became of what is open; to tell the two apart, accept this."
            yield finding_of("OBJ-04", message, original.place, mend, action.id, field=of_both)
        late = left and not any(standing_of(seen, each).confidence is records.Confidence.ON_COURSE for each in left)
        if late and standing_of(seen, action).confidence is records.Confidence.ON_COURSE:
            original = seen.original(action)
            message = (
                f"{pack.called(original)} ({action.id}) is on course, and under it {_names(left)} open and not so."
            )
            mend = "Mend one of the two statuses; or say in the update why the action is on course, and accept this."
            yield finding_of("OBJ-04", message, original.place, mend, action.id, field=of_both)


def state_of(objectives: Iterable[records.Objective]) -> str:
    """What a finding about an action names as its field where the state of those of its objectives is what it tells."""
    return f"state of {' and '.join(each.id for each in objectives)}"


def _names(objectives: list[records.Objective]) -> str:
    """The ids of objectives with their verb: "O1 is", "O1 and O2 are"."""
    return f"{' and '.join(each.id for each in objectives)} {'is' if len(objectives) == 1 else 'are'}"


@rule("OBJ-02")
def late_milestones(pack: Pack) -> Findings:
    """A milestone certainly due after the objective or action that it leads to, or work after what it answers."""
    for milestone in pack.board.of(records.Milestone):
        above = pack.board.get(milestone.of) if milestone.of else None
        due, end = milestone.deadline, above.deadline if above else None
        if above and due and end and end.surely_before(due):
            message = (
                f'The milestone "{milestone.title}" is due {due}, after {pack.numbers[id(above)]}, which is due {end}.'
            )
            mend = "Mend one of the two dates; or, if it leads to other work, the id of that."
            yield finding_of("OBJ-02", message, milestone.place, mend, above.id, field="due")
    yield from _after_their_actions(pack)
    for each in pack.board.of(records.Recommendation):
        end, works = each.deadline, [pack.board.get(ref) for ref in each.actions]
        for work in works:
            if end and work.deadline and end.surely_before(work.deadline):
                said = (
                    f"is due {end}, before {pack.called(work)} ({work.id}), which answers it and is due {work.deadline}"
                )
                mend = "Mend one of the two dates; or, if other work answers it, the id of that."
                yield finding_of("OBJ-02", f"{pack.called(each)} {said}.", each.place, mend, each.id)


def _after_their_actions(pack: Pack) -> Findings:
    """An open objective certainly due after its action, as where it alone was moved; not where one is carried on."""
    seen = pack.board.at(pack.as_at) if pack.as_at else pack.board
    for each in pack.board.of(records.Objective):
        action = action_of(pack.board, each)
        action = None if action and (action.became or each.became) else action
        due, end = each.deadline, action.deadline if action else None
        if action and due and end and end.surely_before(due) and standing_of(seen, each).is_open:
            called = f"{pack.numbers[id(action)]} ({action.id})"
            message = f"{pack.called(each)} is due {due}, after {called}, which is due {end}."
            mend = "Mend one of the two dates"
            if each.moved:
                mend = f"If the action goes on as long, write the line moved: beneath {action.id} too; else mend a date"
            yield finding_of(
                "OBJ-02", message, each.place, f"{mend}.", each.id, field=f"due, is open, due of {action.id}"
            )


@rule("OBJ-03")
def work_of_none(pack: Pack) -> Findings:
    """Open work of a body, a task of its programme or what it owns, that had ended before the work is due."""
    seen = pack.board.at(pack.as_at) if pack.as_at else pack.board
    for work in pack.board.of(*records.TARGETS):
        own = (work.body,) if isinstance(work, records.Task) and work.body else ()
        at = work.deadline or (pack.date_of(work) if own else None)
        bodies = (pack.board.find(records.Body, ref.name) for ref in (*own, *work.owned_by))
        ended = [body for body in bodies if body and body.to and at and not in_force(body, at)]
        is_carried_on = isinstance(work, records.Action | records.Objective) and bool(work.became)
        if ended and standing_of(seen, work).is_open and not is_carried_on:
            message = f"{pack.called(work)} is of the {ended[0].title}, which ended in {ended[0].to}."
            mend = "Give it to a body that is at work, or say in an update what became of it."
            yield finding_of("OBJ-03", message, work.place, mend, name_of(work))


@rule("DUE-08")
def restless_deadlines(pack: Pack) -> Findings:
    """A deadline that has moved more than twice."""
    for work in works_of(pack):
        if len(work.moved) > _TWICE:
            message = f"{pack.called(work)} has had {len(work.moved) + 1} deadlines; the first was {work.due}."
            mend = "Ask whether it will be done at all, and say so; or accept this check."
            yield finding_of("DUE-08", message, work.place, mend, name_of(work))


def works_of(pack: Pack) -> tuple[records.Work, ...]:
    """Every piece of work, in the order of its kind."""
    return pack.board.of(*records.TARGETS, records.Milestone)


@rule("FIG-07")
def total_objectives(pack: Pack) -> Findings:
    """A recorded figure of objectives, or of what a measure counts, that the records give otherwise."""
    for figure in pack.board.of(records.RecordedFigure):
        is_meant = "objectives" in f"{figure.unit or ''} {figure.title or ''}".lower()
        if not is_meant or figure.value is None or figure.out_of is None or figure.as_at is None:
            continue
        seen = pack.board.at(figure.as_at)
        own = [each for action in seen.actions() for each in objectives_of(seen, action)]
        own = [o for o in own if (span := years_of(seen, o)) and span.earliest <= figure.as_at.latest <= span.latest]
        done = sum(not standing_of(seen, objective).is_open for objective in own)
        if own and (figure.value.whole, figure.out_of) != (done, len(own)):
            told = f"{figure.value} of {figure.out_of}"
            message = f"The recorded figure {figure.id} is {told}; the records have {done} of {len(own)}."
            mend = "Mend the figure, or the objectives and their updates; or set the counted figure in the text."
            yield finding_of("FIG-07", message, figure.place, mend, figure.id)
    for figure, reading in _readings_alike(pack):
        told = f"The recorded figure {figure.id} is {figure.value} of {figure.out_of}"
        message = f"{told}; the reading of {reading.about} for {reading.period.short} is {reading.value}."
        mend = f"Mend the one that is wrong; {{{{ {reading.about}.value }}}} sets what was read last."
        yield finding_of("FIG-07", message, figure.place, mend, figure.id, field="value")


def _readings_alike(pack: Pack) -> Iterator[tuple[records.RecordedFigure, records.Reading]]:
    """Each recorded figure, and a reading of what its title names that gives another part of the same whole then."""
    readings = [each for each in pack.board.of(records.Reading) if not each.compared_with]
    for figure in pack.board.of(records.RecordedFigure) if readings else ():
        if figure.value is None or figure.out_of is None or figure.as_at is None:
            continue
        day = figure.as_at.latest
        named = {fold(known.measure.id) for known in measures_named(pack, figure.title or "")}
        for reading in (each for each in readings if each.value and each.value.out_of == figure.out_of):
            is_then = fold(reading.about.name) in named and reading.period.earliest <= day <= reading.period.latest
            if is_then and reading.value and reading.value.number != figure.value.number:
                yield figure, reading
