"""Assurance framework: what the board must be sure of, how it knows, how sure it is, and what closes each gap."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from bscb_docs import (
    Action,
    Assurance,
    AssuranceGap,
    AssuranceLevel,
    AssuranceSource,
    Assured,
    Audit,
    Blocks,
    Board,
    Body,
    Document,
    Inspection,
    Measure,
    Objective,
    Outline,
    Owner,
    Paragraph,
    Person,
    Prose,
    Review,
    Runs,
    Section,
    SourceKind,
    Task,
    Text,
    Visit,
    as_at_words,
    because_of,
    begin_with,
    counted,
    done_title,
    every,
    fold,
    hookimpl,
    house_template,
    in_words,
    labelled,
    owner_words,
    points,
    reached_words,
    readings_of,
    say,
    sign_of,
    status_line,
    words_of_work,
)


@frozen
class LevelRow:
    """A level of the board's scale and its definition."""

    level: Blocks
    definition: Prose


@frozen
class AssuranceCard:
    """What the board must be sure of: how sure it is and why, what is missing, how it knows, and who sees to it."""

    title: str
    text: Blocks


@frozen
class FrameworkPage:
    """The framework; the headlines say of how much the board is how sure, and of how much somebody else looked."""

    lead: str
    headlines: tuple[Runs, ...]
    key: tuple[LevelRow, ...]
    cards: tuple[AssuranceCard, ...]


def make_page(board: Board, document: Document) -> FrameworkPage | None:
    """All that the board must be sure of; nothing where it recorded none."""
    assurances = board.of(Assurance)
    if not assurances:
        return None
    return FrameworkPage(
        lead=say(
            "We must be sure of {things}. This is how sure we were{when}:",
            things=counted(len(assurances), "thing"),
            when=as_at_words(document),
        ),
        headlines=tuple(_headlines(board, assurances)),
        key=tuple(LevelRow(status_line(level), level.text) for level in board.of(AssuranceLevel)),
        cards=tuple(_card(board, assurance) for assurance in assurances),
    )


def _headlines(board: Board, assurances: tuple[Assurance, ...]) -> Iterator[Runs]:
    """How many things stand at each level, the surest first, and how many at none, and which."""
    things: dict[str, list[str]] = {}
    for assurance in assurances:
        last = assurance.in_order[-1:]
        level = board.get(last[0].level).title if last else say("Not assessed")
        things.setdefault(level, []).append(assurance.title)
    for title in (*(level.title for level in board.of(AssuranceLevel)), say("Not assessed")):
        if named := things.get(title):
            yield labelled(title, f"{counted(len(named), 'thing')} ({'; '.join(named)})", ends=False)

    checks = {each.title: {is_independent(board, each, source) for source in each.sources} for each in assurances}
    if any(found - {None} for found in checks.values()):
        seen = [title for title, found in checks.items() if True in found]
        words = f"{counted(len(seen), 'thing')} ({'; '.join(seen)})" if seen else in_words(0)
        yield labelled(say("Looked at by somebody independent of the owner"), words, ends=False)
    days = {each.title: [_looked_at(board, source)[1] for source in each.sources] for each in assurances}
    undated = [title for title, found in days.items() if "" in found]
    if undated and any(map(any, days.values())):
        yield labelled(say("No date is recorded for a source of"), "; ".join(undated), ends=False)
    reached = [found for each in assurances for found in _reached(board, each)]
    if missed := dict.fromkeys(title for title, _, met in reached if met is False):
        words = f"{in_words(len(missed))} ({'; '.join(missed)})"
        yield labelled(say("Target not met"), words, ends=False)


def _card(board: Board, assurance: Assurance) -> AssuranceCard:
    sources = [_source(board, assurance, source) for source in assurance.sources]
    gaps = tuple(_gap(board, *each) for each in _closing(board, assurance.shortfalls))
    missing = begin_with(points(gaps, say("No gap is recorded")), label=say("What is missing"))
    ways = {True: say(": met"), False: say(": not met"), None: ""}
    reached = [f"{words}{ways[met]}" for _, words, met in _reached(board, assurance)]
    return AssuranceCard(
        assurance.title,
        (
            *begin_with(assurance.text),
            *(Paragraph(line) for line in (_levels(board, assurance), _charge(board, assurance)) if line),
            *missing,
            *(begin_with(points(reached, ""), label=say("Measured")) if reached else ()),
            *begin_with(points(sources, say("None")), label=say("How we know")),
        ),
    )


def _levels(board: Board, assurance: Assurance) -> Runs:
    """How sure the board is, since when and why, whether that is old, and what was said before."""
    if not assurance.assured:
        return (Text(say("Not assessed")),)
    *earlier, last = assurance.in_order
    old = f"{say('This is more than a year old')}. " if assurance.is_stale_at(board.as_at) else ""
    before = (f"{board.get(each.level).title}{_told(each)}" for each in earlier[-1:])
    told = (run for words in before for run in labelled(say("Before"), words))
    return (*sign_of(board.get(last.level), f"{_told(last)}. {old}"), *told)


def _told(assured: Assured) -> str:
    """When, and why, as a sentence goes on with it."""
    when = say(", as at {day}", day=assured.as_at) if assured.as_at else ""
    return when + because_of(assured.because)


def _closing(
    board: Board, gaps: Iterable[AssuranceGap]
) -> Iterable[tuple[Action | Objective | Task | None, list[str]]]:
    """The work that closes gaps, once where it closes several, or none, with what is missing."""
    closed: dict[str, tuple[Action | Objective | Task | None, list[str]]] = {}
    for gap in gaps:
        work = board.get(gap.closed_by) if gap.closed_by else None
        closed.setdefault(work.id if work else "", (work, []))[1].append(f"{gap.words}.")
    return closed.values()


def _gap(board: Board, work: Action | Objective | Task | None, words: list[str]) -> Runs:
    """What is missing, and what closes it, whose that is and by when."""
    if work is None:
        return (Text(" ".join((*words, say("Nothing closes it yet.")))),)
    named = [run for each in words_of_work(board, work) if isinstance(each, Paragraph) for run in each.runs]
    owners = labelled(say("Owners" if len(work.owned_by) > 1 else "Owner"), owner_words(board, work))
    due = labelled(say("Due"), str(work.deadline or say("No deadline")))
    return (
        Text(f"{' '.join(words)} "),
        Text(f"{say('What closes it')}: ", strong=True),
        *named,
        Text(". "),
        *owners,
        *due,
    )


def _reached(board: Board, assurance: Assurance) -> Iterator[tuple[str, str, bool | None]]:
    """The measures with targets of what closes its gaps, or of the outcomes that this serves: what each is called.

    And after that what was read of it against its target, and whether that is met.
    """
    works = [board.get(gap.closed_by) for gap in assurance.shortfalls if gap.closed_by]
    named = list[str]()
    for work in works:
        named += work.measures if isinstance(work, Objective) else ()
        named += [name for ref in work.serves for name in board.get(ref).measures] if isinstance(work, Action) else ()
    for name in dict.fromkeys(named):
        measure = board.find(Measure, name)
        read = readings_of(board, measure) if measure else {}
        reached = measure.reached(read) if measure else None
        if measure and measure.target and reached:
            yield measure.title, reached_words(measure, reached), measure.is_met(read, board.as_at)


def _source(board: Board, assurance: Assurance, source: AssuranceSource) -> str:
    """Where it comes from, of which day, by whom, and whether that is somebody other than the owner."""
    named, (of, when) = say(source.kind.value.capitalize()), _looked_at(board, source)
    said = ", ".join(filter(None, (f"{named}: {of}" if of else named, when)))
    by = say(", by {who}", who=_who(board, board.get(source.by))) if source.by else ""
    ways = {True: say(" (independent of the owner)"), False: say(" (not independent of the owner)"), None: ""}
    return said + by + ways[is_independent(board, assurance, source)]


def _looked_at(board: Board, source: AssuranceSource) -> tuple[str, str]:
    """What was looked at and when, where that is a record; else what is said of it, and nothing."""
    name = source.of
    if measure := board.find(Measure, name):
        last = next(reversed(readings_of(board, measure)), None)
        return measure.title, last.short if last else ""
    if audit := board.find(Audit, name):
        return audit.title, audit.carried_out.short if audit.carried_out else ""
    if review := board.find(Review, name):
        return done_title(review), str(review.published or "")
    done = board.find(Inspection, name) or board.find(Visit, name)
    return (done.title, str(done.date or "")) if done else (name, "")


def _who(board: Board, who: Owner) -> str:
    """A person with the post held at the board's day, a body or an organisation by its name."""
    post = who.post_at(board.as_at) if isinstance(who, Person) else None
    return f"{who.title}, {post.name}" if post else who.title


def is_independent(board: Board, assurance: Assurance, source: AssuranceSource) -> bool | None:
    """Whether somebody other than its owner looked; None of data, and where it is not recorded who looked or owns it.

    Nobody who has a place in the owner or a post at it is another, nor is an owner who has one in whoever looked.
    """
    if source.kind is SourceKind.SELF_ASSESSMENT:
        return False
    if source.kind is SourceKind.DATA or source.by is None or assurance.owner is None:
        return None
    by, owner = board.get(source.by), board.get(assurance.owner)
    return not (_belongs(board, by, owner) or _belongs(board, owner, by))


def _belongs(board: Board, part: Owner, whole: Owner) -> bool:
    """True of the whole itself, of who has a place in it, and of who has a post at it."""
    parts = [whole.title]
    if isinstance(whole, Body):
        parts += [board.get(each.person).title for each in (*whole.chairs, *whole.co_chairs)]
        parts += [board.get(each.member).title for each in whole.members]
    posts = [board.get(post.at).title for post in part.posts if post.at] if isinstance(part, Person) else []
    return fold(part.title) in map(fold, parts) or fold(whole.title) in map(fold, posts)


def _charge(board: Board, assurance: Assurance) -> Runs:
    """Who sees to it, and to whom."""
    owner = labelled(say("Owner"), board.get(assurance.owner).title) if assurance.owner else ()
    above = labelled(say("Reports to"), board.get(assurance.reports_to).title) if assurance.reports_to else ()
    return (*owner, *above)


@hookimpl.sections
def sections() -> list[Section[FrameworkPage]]:
    """The section `assurance-framework`."""
    template, printed = house_template("assurance_framework"), every(AssuranceLevel, Assurance)
    return [Section("assurance-framework", template, FrameworkPage, make_page, prints=printed)]


@hookimpl.outlines
def outlines() -> list[Outline]:
    """The assurance framework and the audit programme in one document."""
    sections = ("cover", "assurance-framework", "audit-programme", "document-control")
    return [Outline("assurance-framework", "Assurance Framework and Audit Programme", sections)]
