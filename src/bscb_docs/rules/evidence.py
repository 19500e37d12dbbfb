"""Rules of evidence: measures that can be read, states that the readings bear out, and words on what got worse."""

from bscb_docs import records
from bscb_docs.diagnostics.phrases import joined
from bscb_docs.figures.ratio import Ratio
from bscb_docs.records import fold, milestones_of, readings_of, standing_of, successors_of, tells_of_children
from bscb_docs.rules.engine import Findings, Pack, Passage, finding_of, kept, kept_each, rule, stem_of
from bscb_docs.rules.english.likeness import stems_of

_ALL = 100
"""Per cent."""
_HALF = 0.5
"""Of the words of its title, how many name a measure."""
_TELLING = (records.Assurance, records.Narrative, records.Objective, records.Recommendation, records.Update)
"""Whose texts can say why a measure is worse, and what is done about it."""


@rule("MEA-01")
def bare_measures(pack: Pack) -> Findings:
    """A measure that should go one way without a baseline or a target, or whose target lies on the wrong side of it."""
    for measure in pack.board.of(records.Measure):
        yield from _wrong_way(pack, measure)
        lacks = pack.lacking(measure, {"baseline": measure.baseline, "target": measure.target})
        if lacks and not measure.is_volume:
            message = f"{pack.called(measure)} has no {' and no '.join(lacks)}."
            mend = f"Write {' and '.join(f'{name}: ...' for name in lacks)}, or: not recorded, and why."
            yield finding_of("MEA-01", message, measure.place, mend, measure.id)


def _wrong_way(pack: Pack, measure: records.Measure) -> Findings:
    """A target, or a later one, that lies on the wrong side of the baseline or ends before what goes before it."""
    begun, end, called = measure.baseline_at, measure.target_by, pack.called(measure)
    first_read = min((period.earliest for period in readings_of(pack.board, measure)), default=None)
    is_of_then = bool(begun and end and first_read and begun.latest >= end.latest < first_read)
    if begun and end and (end.latest < begun.earliest or is_of_then):
        message = f"The target of {called} is for {end}, no later than its baseline, of {begun.short}."
        yield finding_of("MEA-01", message, measure.place, "Mend the year of one of the two.", measure.id)
    yield from _off_baseline(pack, measure, "target", measure.target, str(measure.target))
    for later in measure.later_targets:
        if end and later.by.latest <= end.latest:
            message = f"The later target of {called}, {later.target}, is for {later.by}, no later than that for {end}."
            over = ((measure.id, "later target"),)
            yield finding_of(
                "MEA-01", message, measure.place, "Mend the day of one of the two.", measure.id, explains=over
            )
        yield from _off_baseline(pack, measure, "later target", later.target, f"{later.target} by {later.by}")
        end = later.by


def _off_baseline(
    pack: Pack, measure: records.Measure, name: str, target: records.Amount | None, shown: str
) -> Findings:
    """A target that cannot be compared with the others, is more than all, or lies on the wrong side of the baseline."""
    start, called = measure.baseline, pack.called(measure)
    if target and measure.target and target.unit != measure.target.unit:
        message = f"The {name} of {called} is {shown}, its target {measure.target}, and the two cannot be compared."
        yield finding_of("MEA-01", message, measure.place, "Write both as counts, as shares, or as rates.", measure.id)
    if target and start and target.unit == "%" and target.size > _ALL >= start.size:
        message = f"The {name} of {called} is {shown}: more than all; its baseline is {start}."
        yield finding_of("MEA-01", message, measure.place, "Mend the target.", measure.id)
    if start is None or target is None or start.unit != target.unit or start.size == target.size:
        return
    way, other = records.Better.HIGHER, records.Better.LOWER
    if target.size > start.size:
        way, other = other, way
    if measure.better is way:
        side = "below" if way is records.Better.HIGHER else "above"
        message = f"{way.value.capitalize()} is better for {called}, and its {name}, {shown}, lies "
        message += f"{side} its baseline, {start}{f' ({start.size:.0f}%)' if start.out_of else ''}."
        mend = "Mend the target or the baseline, if a figure of one is wrong or missing; else write: better: "
        mend += f"{other.value}."
        if target is not measure.target:
            mend = f"Mend it: the target before is {measure.target}."
        yield finding_of("MEA-01", message, measure.place, mend, measure.id)


@rule("MEA-05")
def targets_of_past_years(pack: Pack) -> Findings:
    """A target of an outcome that is over before the years of the plan's latest actions begin."""
    years = pack.board.latest_years
    measures = (each for each in pack.board.of(records.Measure) if each.target and tells_of_children(pack.board, each))
    for measure in measures:
        end = measure.of_years(years).target_by if years else None
        if years and end and end.latest < years.earliest:
            message = f"The target of {pack.called(measure)} is for {end}: over before the actions of {years} begin."
            mend = f"Write what it should come to then: later target: (a number), by (a day of {years})."
            yield finding_of("MEA-05", message, measure.place, mend, measure.id, field="later target")


@rule("MEA-03")
def states_against_readings(pack: Pack) -> Findings:
    """An objective that is off course though its target is met, or complete though it is not or something is left.

    Left is what carries it on, and a milestone that is not done. What was to be done before the day of the target is
    not held against it.
    """
    for objective in pack.board.of(records.Objective):
        at = pack.date_of(objective)
        seen = pack.board.at(at)
        standing = standing_of(seen, objective)
        left = _left_of(seen, objective) if standing.delivery is records.Delivery.COMPLETE else []
        if left and standing.update:
            message = f"{pack.called(objective)} is complete, and {joined(left)}."
            mend = (
                "Mend the status; or say on which day the milestone was done (done on: ...), and take out what became."
            )
            yield finding_of("MEA-03", message, standing.update.place, mend, objective.id)
            continue
        for name in objective.measures:
            measure = pack.board.find(records.Measure, name)
            readings = readings_of(seen, measure) if measure else {}
            day = min(filter(None, (at, objective.deadline)), key=lambda each: each.latest, default=None)
            is_met, reached = (measure.is_met(readings, day), measure.reached(readings)) if measure else (None, None)
            if measure is None or is_met is None or reached is None or pack.is_told(name, "value"):
                continue
            if is_met and standing.confidence is records.Confidence.OFF_COURSE:
                said = f"is off course, and its measure {measure.id} has reached its target"
            elif not is_met and standing.delivery is records.Delivery.COMPLETE:
                said = f"is complete, and its measure {measure.id} has not reached its target"
            else:
                continue
            when, value = reached
            shown = Ratio.of_amount(value) or value
            message = f"{pack.called(objective)} {said} of {measure.target}: {shown} in {when.short}."
            mend = "Mend the state, the reading or the target"
            if not measure.adds_up and when.months < records.Period.of(when.years).months:
                mend += "; where readings add up to a target of the year, give the measure: over the year: adds up"
            yield finding_of("MEA-03", message, objective.place, f"{mend}.", objective.id, field="value")


def _left_of(board: records.Board, objective: records.Objective) -> list[str]:
    """What an objective has that none has which is complete, each a clause."""
    steps = (each.title for each in milestones_of(board, objective) if each.done_on is None)
    after = (each.id for each in successors_of(board, objective))
    return [
        *(f'its milestone "{each}" is not done' for each in steps),
        *(f"it is carried on as {each}" for each in after),
    ]


@rule("MEA-04")
def falls_without_a_word(pack: Pack) -> Findings:
    """A measure that a report shows short of its target, or worse than at the reading before, and no text names.

    A text names it by a figure of its own or by half the words of its title.
    """
    names = [fold(match[1]) for each in _told(pack) for match in each.tokens]
    figured = {name[:at] for name in names for at, sign in enumerate(name) if sign == "."}
    for measure in pack.board.of(records.Measure):
        said = _fall(pack, measure)
        if said and fold(measure.id) not in figured and not _is_named(pack, {*stems_of(measure.title)}):
            message = f"{pack.called(measure)} {said}, and no text says why or what comes next."
            mend = "Say it in the report, or in an update of the work that it measures."
            yield finding_of("MEA-04", message, measure.place, mend, measure.id)


@kept
def _told(pack: Pack) -> frozenset[Passage]:
    return frozenset(each for each in pack.passages if isinstance(each.owner, _TELLING) and each.part != "measure")


@kept_each
def _stems(_: Pack, passage: Passage) -> frozenset[str]:
    return frozenset(map(stem_of, passage.words))


def _is_named(pack: Pack, title: set[str]) -> bool:
    """True where some such passage has half of those words: it has one, then, of the rarer half and one more."""
    told, places = _told(pack), pack.index.stem_places
    rarest_first = sorted(title, key=lambda stem: len(places.get(stem, ())))
    near = (each for stem in rarest_first[: len(title) // 2 + 1] for each in pack.passages_with(stem) if each in told)
    return not title or any(len(title & _stems(pack, each)) >= _HALF * len(title) for each in near)


def _fall(pack: Pack, measure: records.Measure) -> str:
    """How a measure stands short of its target, or worse than before, in the years of a paper that shows it; or ""."""
    at = pack.date_of(measure)
    readings = readings_of(pack.board.at(at), measure)
    reached, fall = measure.reached(readings), measure.worsening(readings)
    shown = {each.entry.period.years if each.entry.period else each.entry.years for each in pack.documents_of(measure)}
    said = []
    if reached and reached[0].years in shown and measure.is_met(readings, at) is False:
        said.append(f"has not reached its target of {measure.target}")
    if fall and fall[1][0].years in shown:
        said.append(f"got worse in {fall[1][0].short}: {fall[1][1]} after {fall[0][1]}")
    return " and ".join(said)
