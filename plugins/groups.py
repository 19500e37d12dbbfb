"""The groups: who chairs each, how often it met and who came, and what each is for."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from bscb_docs import (
    Action,
    Blocks,
    Board,
    Body,
    Delivery,
    Document,
    Meeting,
    Membership,
    Objective,
    Organisation,
    Paragraph,
    PartialDate,
    Person,
    Ratio,
    Record,
    Runs,
    Seats,
    Section,
    Table,
    Task,
    Tenure,
    Text,
    YearSpan,
    action_of,
    begin_with,
    brief_of,
    capital,
    counted,
    due_words,
    ended_with,
    fold,
    groups_at_work,
    hookimpl,
    house_template,
    in_force,
    in_words,
    label_of,
    labelled,
    listed,
    papers_with,
    say,
    seats_of,
    standing_of,
    table_of,
    years_of,
)


@frozen
class Met:
    """A group with how many meetings of a year were planned and held, as far as recorded, and the seats at them."""

    body: Body
    planned: int | None
    held: int | None
    seats: Seats | None


@frozen
class GroupsPage:
    """The board's own groups in its order: how often they met, in words and as a table, and what each is for."""

    lead: str
    table: tuple[Table, ...]
    groups: tuple[Blocks, ...]


def make_page(board: Board, document: Document) -> GroupsPage | None:
    """The groups at work at the document's date or ended in its years; nothing where the board recorded none."""
    met = _met(board, document)
    if not met:
        return None
    lead, table = _lead(met, document.told_years), _table(board, met, document)
    beside = {name for name, _ in document.beside}
    papers = () if "courses" in beside else papers_with(board, "courses", document.told_years)
    courses = say("Who took which course stands in: {papers}.", papers="; ".join(papers)) if papers else ""
    groups = tuple(_group(board, each.body, document, is_drawn="our-structure" in beside) for each in met)
    return GroupsPage(" ".join(filter(None, (lead, courses))), tuple(table), groups)


def printed(board: Board, document: Document) -> Iterator[Record]:
    """Each group with its meetings, and the persons and organisations that are named of it."""
    for each in _met(board, document):
        yield each.body
        yield from board.meetings(each.body) if document.told_years else ()
        yield from (_who(board, held) for held in _places(each.body, document))


def _met(board: Board, document: Document) -> list[Met]:
    years = document.told_years
    seats = {each.body.title: each for each in seats_of(board, years)} if years else {}
    found = []
    for body in groups_at_work(board, document):
        planned = next((plan.count for plan in body.meetings_planned if plan.in_ == years), None)
        found.append(Met(body, planned, _held(board, body, years), seats.get(body.title)))
    return found


def _held(board: Board, body: Body, years: YearSpan | None) -> int | None:
    """How many meetings of the years were held; None where none of it is logged. One in two rows is one."""
    logged = Meeting.each_once(board.meetings(body))
    of_years = [each for each in logged if years is not None and each.date is not None and years.holds(each.date)]
    return sum(each.is_held for each in of_years) if logged and years else None


def _lead(met: list[Met], years: YearSpan | None) -> str:
    """How often they met of what was planned, which of them met less often, and where most seats stood empty."""
    if years is None:
        return ""
    said = []
    known = [(each, each.held, each.planned) for each in met if each.held is not None and each.planned is not None]
    if known:
        held, planned = sum(each[1] for each in known), sum(each[2] for each in known)
        groups, meetings = capital(counted(len(known), "group")), counted(held, "meeting")
        told = "{groups} held {meetings} in {years}, of {planned} planned."
        said.append(say(told, groups=groups, meetings=meetings, years=years, planned=in_words(planned)))
        fewer = [f"{each.body.title} ({held} of {planned})" for each, held, planned in known if held < planned]
        said.append(say("Fewer than planned: {groups}.", groups=listed(fewer)) if fewer else "")
    if rated := [(each.body.title, each.seats.filled) for each in met if each.seats]:
        whole = Ratio(sum(each.part for _, each in rated), sum(each.whole for _, each in rated))
        fewest = min(rated, key=lambda each: each[1].part / each[1].whole)
        told = "{seats} seats were filled at the meetings of which it is recorded who came"
        told += "; the fewest in the {group}: {fewest}." if len(rated) > 1 and fewest[1].part < fewest[1].whole else "."
        said.append(say(told, seats=whole, group=fewest[0], fewest=fewest[1]))
    serving = listed([each.body.title for each in met if _is_office(each.body)])
    said.append(say("{office} serves them and is not counted.", office=serving) if known and serving else "")
    return " ".join(filter(None, said))


def _is_office(body: Body) -> bool:
    """True of those who serve the groups."""
    return fold(body.kind or "") == "secretariat"


def _table(board: Board, met: list[Met], document: Document) -> Iterator[Table]:
    """All but an office, with who chairs each; of what nothing is recorded of any there is no column."""
    meeting = [each for each in met if not _is_office(each.body)]
    unsaid = say("Not recorded")
    columns = {
        say("Group"): [each.body.title + _end_of(each.body, document) for each in meeting],
        say("Chair or co-chairs"): [
            _names(board, (*each.body.chairs, *each.body.co_chairs), each.body, document) or unsaid for each in meeting
        ],
        say("Meetings held"): [_meetings(each) or unsaid for each in meeting],
        say("Seats filled"): [str(each.seats.filled) if each.seats else unsaid for each in meeting],
    }
    used = {head: cells for head, cells in columns.items() if set(cells) != {unsaid}}
    caption = say("Groups, who chairs them, and how many of the meetings that were planned they held")
    if meeting:
        yield table_of(caption, list(used), zip(*used.values(), strict=True))


def _meetings(met: Met) -> str:
    if met.held is None or met.planned is None:
        return "" if met.held is None else str(met.held)
    return say("{held} of {planned}", held=met.held, planned=met.planned)


def _group(board: Board, body: Body, document: Document, *, is_drawn: bool) -> Blocks:
    """What a group is for after its name, then its members, its host and how often it means to meet."""
    above = board.get(body.reports_to).title if body.reports_to and not is_drawn else ""
    told = {
        "Members": _names(board, body.members, body, document),
        "Reports to": above,
        "Host": board.get(body.host).title if body.host else "",
        "Meets": body.meets or "",
    }
    runs: Runs = tuple(run for label, words in told.items() if words for run in labelled(say(label), words))
    done, still = _works(board, body, document.told_years)
    if done:
        runs = (*runs, *labelled(say("Carried out in {years}", years=document.told_years), "; ".join(done)))
    if still:
        runs = (*runs, *labelled(say("Not carried out"), "; ".join(still)))
    if not body.text:
        return (Paragraph((Text(f"{body.title}. ", strong=True), *runs)),) if runs else ()
    return ended_with(begin_with(body.text, label=body.title), runs)


def _works(board: Board, body: Body, years: YearSpan | None) -> tuple[list[str], list[str]]:
    """Its actions, objectives and tasks of the years that are complete, and those that are not, with how they stand.

    No objective stands beside an action that is told of alike, and no task that is done.
    """
    works: tuple[Action | Objective | Task, ...] = board.of(Action, Objective, Task)
    told, found = dict[str, bool](), (list[str](), list[str]())
    for work in works if years else ():
        holders = (work.body,) if isinstance(work, Task) else work.owned_by
        above, standing = action_of(board, work), standing_of(board, work)
        is_own = any(fold(board.get(ref).title) == fold(body.title) for ref in holders if ref)
        if not is_own or years_of(board, work) != years or (standing.update is None and not standing.is_overdue):
            continue
        told[work.id] = is_done = standing.delivery is Delivery.COMPLETE
        is_open_task = isinstance(work, Task) and not is_done
        if above is None or above is work or is_open_task or told.get(above.id) is not is_done:
            due = say("due {day}", day=due_words(board, work)) if standing.is_open and work.deadline else ""
            state = ", ".join(filter(None, (label_of(standing.status), due)))
            found[not is_done].append(f"{brief_of(work).rstrip('.')}{'' if is_done else f' ({state})'}")
    return found


def _end_of(body: Body, document: Document) -> str:
    return "" if in_force(body, document.as_at) else say(" (ended {day})", day=body.to)


def _places(body: Body, document: Document) -> list[Tenure | Membership]:
    """Who held a place in it at the document's day, or on that on which the group ended before it."""
    day: PartialDate | None = document.as_at if in_force(body, document.as_at) else body.to
    every: tuple[Tenure | Membership, ...] = (*body.chairs, *body.co_chairs, *body.members)
    return [each for each in every if in_force(each, day)]


def _names(board: Board, places: Iterable[Tenure | Membership], body: Body, document: Document) -> str:
    held = _places(body, document)
    who = (_who(board, each) for each in places if each in held)
    return listed([each.full_name if isinstance(each, Person) else each.title for each in who])


def _who(board: Board, held: Tenure | Membership) -> Person | Organisation:
    return board.get(held.member) if isinstance(held, Membership) else board.get(held.person)


@hookimpl.sections
def sections() -> list[Section[GroupsPage]]:
    """The section `our-groups`."""
    return [Section("our-groups", house_template("groups"), GroupsPage, make_page, prints=printed)]
