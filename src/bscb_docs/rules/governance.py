"""Rules of governance: meetings as logged, places held by those who hold them, every sub-group heard of."""

import re
from collections.abc import Iterator
from datetime import date

from bscb_docs import records
from bscb_docs.diagnostics.phrases import capital, joined
from bscb_docs.figures.figure import Figure
from bscb_docs.figures.number_words import in_words
from bscb_docs.records import at_work, fold, in_force, names_of, present_names, slug
from bscb_docs.rules.engine import Findings, Pack, at_words, finding_of, key_of, rule, spots
from bscb_docs.rules.english.claims.claimed_counts import false_claims, likeliest
from bscb_docs.rules.english.contradictions import Told, findings_of, miscounted
from bscb_docs.rules.english.facts.figure_scope import of_own_time
from bscb_docs.rules.english.scope import NARROWED
from bscb_docs.rules.english.typed_numbers import A_NUMBER, value_of
from bscb_docs.rules.told_meetings import LOGGED

_ONCE = {"once": 1, "twice": 2}
_OFTEN = ("times", "occasions")
_TIMES = re.compile(
    rf"\b(?:met|meets|(?:come|came)\s+together|gathered|convened|assembled)\b[^.;:,]{{0,30}}?"
    rf"\b(?P<number>{'|'.join(_ONCE)}|{A_NUMBER}(?=\s+(?:{'|'.join(_OFTEN)})\b))",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    rf"\s+(?:out\s+)?of\s+(?:the|its|an?)?\s*(?:(?:{A_NUMBER})\b|￼+)[^.;:,]{{0,25}}\bplanned\b", re.IGNORECASE
)
"""Of how many that were planned: that is all of them, and no part."""
_OTHER_TIME = re.compile(
    r"\b(?:last|previous|next|coming|each|every|a|per)\s+(?:year|month|quarter|term)\b", re.IGNORECASE
)
_HOSTED = re.compile(
    r"\bour\s+hosts?\b|\bas\s+hosts?\b|\bhosts\b(?=.*\b(?:meeting|met)\b)|\b(?:meetings?|met)\b.*\bhosted\b|"
    r"\bhosted\b.*\bmeetings?\b",
    re.IGNORECASE,
)
_OWN_KINDS = frozenset({"sub-group", "panel", "task-and-finish"})


@rule("GOV-01")
def miscounted_meetings(pack: Pack) -> Findings:
    """A number of meetings in the prose that the log contradicts, or a host that no meeting had."""
    yield from findings_of("GOV-01", false_claims(pack, lambda figure: ".meetings-" in figure.name))
    held = [(figure.name, figure) for figure in pack.counted if figure.name.endswith(".meetings-held")]
    for body in pack.board.of(records.Body):
        stem = slug(body.title)
        own = re.compile(rf"{re.escape(stem)}(-\d{{4}}-\d\d)?\.meetings-held")
        figures = [figure for name, figure in held if own.fullmatch(name)]
        yield from findings_of("GOV-01", _times_met(pack, body, figures))
    yield from _other_than_planned(pack)
    yield from _strange_hosts(pack)


def _other_than_planned(pack: Pack) -> Findings:
    """More meetings held than were planned for a year, fewer in its log when the year is over, or two plans for one."""
    for body in pack.board.of(records.Body):
        days = [meeting.date for meeting in pack.board.meetings(body)]
        planned_for = dict[records.YearSpan, int]()
        for plan in body.meetings_planned:
            if (before := planned_for.setdefault(plan.in_, plan.count)) != plan.count:
                both = f"{in_words(before)} meetings for {plan.in_}, and {in_words(plan.count)}"
                message = f"The card of the {body.title} plans {both}."
                yield finding_of("GOV-01", message, body.place, "Keep the number that was agreed.", body.title)
            held = pack.figures.get(f"{slug(body.title)}-{plan.in_}.meetings-held")
            number = max(held.numbers, default=0) if held else 0
            logged = sum(not day or plan.in_.meets(day) for day in days)
            if number > plan.count:
                held_of = f"{in_words(number)} meetings of the {body.title}"
                message = (
                    f"The log has {held_of} held in {plan.in_}; planned for it, says its card: {in_words(plan.count)}."
                )
                mend = "Mend the log or the card; if more were held than planned, accept this check."
                yield finding_of("GOV-01", message, body.place, mend, body.title)
            elif 0 < logged < plan.count and pack.as_at and plan.in_.latest <= pack.as_at.latest:
                planned = f"{capital(in_words(plan.count))} meetings of the {body.title} were planned for {plan.in_}"
                message = f"{planned}, and the log has {in_words(logged)}: is one missing?"
                mend = "Put it into the log, held or cancelled; or mend how many were planned."
                yield finding_of("GOV-01", message, body.place, mend, body.title, field=LOGGED)


def _times_met(pack: Pack, body: records.Body, figures: list[Figure]) -> Iterator[Told]:
    counts = {number for figure in figures for number in figure.numbers}
    if not counts:
        return
    telling = set(pack.passages_with(*_ONCE, *_OFTEN))
    for name in present_names(body):
        for spot in spots(pack, key_of(name)):
            passage = spot.passage
            if passage not in telling:
                continue
            first, last = passage.sentence(spot.start)
            match = _TIMES.search(passage.unquoted, spot.end, min(last, spot.end + 60))
            if not match or _OTHER_TIME.search(passage.unquoted, first, last):
                continue
            after = passage.unquoted[match.end() : last]
            times = "".join(re.findall(rf"^\s+({'|'.join(_OFTEN)})\b", after))
            tail = after.removeprefix(f" {times}") if times else after
            is_part = NARROWED.match(tail) and not _PLANNED.match(tail)
            if is_part or " with " in match[0]:
                continue
            between = passage.unquoted[spot.end : match.start()]
            words = match["number"].lower()
            number = _ONCE.get(words) or value_of(words)
            if number not in counts and not re.search(r"[.;:]|\b(?:of|with)\b", between):
                of_it = of_own_time(pack, passage, figures) or figures
                typed = f"{match[0]} {times}".strip()
                yield miscounted(passage, match.start("number"), typed, likeliest(of_it, "held"))


def _strange_hosts(pack: Pack) -> Findings:
    logged = [fold(f"{m.host or ''} {m.setting or ''}") for m in pack.board.of(records.Meeting)]
    logged += [fold(event.host or "") for event in pack.board.of(records.Event)]
    telling = {each for each in pack.passages_with("host", "hosted") if isinstance(each.owner, records.Narrative)}
    for organisation in pack.board.of(records.Organisation) if telling and any(logged) else ():
        found = [spot for spot in spots(pack, key_of(organisation.title)) if spot.passage in telling]
        if not found or any(_names(host, organisation) for host in logged):
            continue
        for spot in found:
            passage = spot.passage
            first, last = passage.sentence(spot.start)
            if _HOSTED.search(passage.unquoted[first:last]):
                said = f" names {organisation.title} as a host; no meeting in the log had that host."
                mend = "Put the host into the log of meetings, or mend the sentence."
                yield at_words("GOV-01", passage, spot.start, said, mend)


def _names(host: str, organisation: records.Organisation) -> bool:
    """True where the words on a host hold a name of the organisation."""
    return any(re.search(rf"\b{re.escape(fold(name))}\b", host) for name in names_of(organisation))


@rule("GOV-09")
def reporting_in_circles(pack: Pack) -> Findings:
    """Bodies of which each reports to the next, and the last to the first: told at the first of them."""
    told = set[int]()
    for body in pack.board.of(records.Body):
        chain, above = [body], body.reports_to
        while above is not None and (over := pack.board.get(above)) not in chain:
            chain.append(over)
            above = over.reports_to
        if above is not None and pack.board.get(above) is body and id(body) not in told:
            told.update(map(id, chain))
            names = " reports to ".join(each.title for each in (*chain, body))
            mend = "Take the line away from the one that reports to nobody."
            yield finding_of("GOV-09", f"{names}: nobody stands above.", body.place, mend, body.title)


@rule("GOV-02")
def chairs_in_post(pack: Pack) -> Findings:
    """The board, or a body of its own at work at the date of the pack, without a chair, with two, or one co-chair."""
    at = pack.as_at
    own = (body for body in pack.board.of(records.Body) if body.is_own and in_force(body, at))
    chaired: tuple[records.BoardDetails | records.Body, ...] = (pack.board.details, *own)
    for body in chaired:
        if body.chairs and at and not body.gap("chair") and not body.co_chairs:
            yield from _chair(body, at)
        if not body.co_chairs or body.gap("co-chair"):
            continue
        current = [tenure for tenure in body.co_chairs if in_force(tenure, at)]
        if len(current) < 2:  # to share a chair takes two
            names = " and ".join(tenure.person.name for tenure in current) or "nobody"
            when = f" at {at}" if at else ""
            message = f"The {body.title} is co-chaired, and {names} alone is co-chair{when}."
            mend = "Add the other co-chair, or: co-chair: not recorded, because ..."
            yield finding_of("GOV-02", message, body.place, mend, body.title)


def _chair(body: records.Body | records.BoardDetails, at: records.PartialDate) -> Findings:
    current = [tenure for tenure in body.chairs if in_force(tenure, at)]
    lasting = dict.fromkeys(tenure.person.name for tenure in current if tenure.to is None)
    if not current:
        message = f"Nobody is chair of the {body.title} at {at}; it would be printed without a chair."
        mend = "Add who is, mend the dates of its chairs, or: chair: not recorded, because ..."
        yield finding_of("GOV-02", message, body.place, mend, body.title)
    elif len(lasting) > 1:
        message = f"{joined(list(lasting))} are both chair of the {body.title} at {at}."
        earlier, *_, last = sorted(current, key=lambda each: each.from_.earliest if each.from_ else date.min)
        begun = f", from {earlier.from_}" if earlier.from_ else ""
        example = f"chair: {earlier.person.name}{begun}, to {last.from_ or at}"
        mend = f"Say when the earlier one ended, as in: {example}. Who share the chair are: co-chair."
        yield finding_of("GOV-02", message, body.place, mend, body.title)


@rule("GOV-04")
def unmentioned_groups(pack: Pack) -> Findings:
    """A sub-group, panel or task-and-finish group at work in the year that the report does not mention."""
    for narrative in pack.board.of(records.Narrative):
        document = next((d for d in pack.documents if fold(d.entry.id) == fold(narrative.id)), None)
        if document is None:
            continue
        raw = " ".join(passage.raw for passage in pack.passages_of(narrative))
        text = fold(re.sub(r"\*|\([^)]*\)", " ", raw))
        for body in pack.board.of(records.Body):
            is_own = body.kind in _OWN_KINDS and at_work(body, document.as_at, document.entry.years)
            names = [fold(name) for name in names_of(body)]
            if is_own and not any(name in text for name in names) and f"{{{{ {slug(body.title)}." not in raw:
                message = f"{narrative.title} never mentions the {body.title}."
                mend = "Say in a sentence what it did, or accept that the report leaves it out."
                yield finding_of("GOV-04", message, body.place, mend, body.title)
