"""Rule of work astray: what is planned stands under its priority and action, and in the group of its owner."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.phrases import joined
from bscb_docs.records import Action, Board, Body, Objective, Person, Priority, Task, action_of, fold, priority_of
from bscb_docs.records.names import gathered
from bscb_docs.rules.deadlines import overdue
from bscb_docs.rules.engine import Findings, Pack, finding_of, name_of, rule

_SEVERAL = 3
"""Rows with the owner of another group, or of one group, from which a column is taken for moved."""
_SURE = 8
"""Days that go up by chance once in 40,000 tables (8 factorial)."""


def owners_elsewhere(pack: Pack) -> Findings:
    """A table whose owners stand in other rows than their own; a task owned by another group than its programme's."""
    typed = (each for each in pack.board.of(Task) if not each.place.file.endswith(".md"))
    placed = ((each.place.file, (each, pack.board.get(each.body))) for each in typed if each.body)
    for file, rows in gathered(placed).items():
        yield from _moved_column(pack, file, rows)
        yield from _sorted_days(pack, file, rows)
    yield from _in_another_programme(pack)


def _moved_column(pack: Pack, file: str, rows: list[tuple[Task, Body]]) -> Iterator[Finding]:
    """The finding for a table in which most owners sit in the group of another row, and no group has too many."""
    board, groups = pack.board, list({body.title: body for _, body in rows}.values())
    homes = [(task, body, [each for each in groups if _is_of(board, task, each)]) for task, body in rows]
    astray = [(task, body) for task, body, own in homes if own and body not in own]
    known, programmes = sum(bool(own) for *_, own in homes), Counter(body.title for _, body in rows)
    owned = Counter(own[0].title for *_, own in homes if len(own) == 1)
    is_several = len(astray) >= _SEVERAL and len({body.title for _, body in astray}) > 1
    if is_several and 2 * len(astray) > known and owned <= programmes:
        first = astray[0][0]
        message = f"The owners of {len(astray)} of {len(rows)} tasks sit in another group than that of their row, such "
        message += f"as {name_of(first)} ({first.owners[0].name}), and there are enough of each group for its own rows."
        mend = f"Was the column owner sorted alone? Take {file} from a copy kept before; if it is right, accept this."
        names = {name_of(task) for task, _ in rows} | {
            board.get(ref).title for task, _ in rows for ref in task.owned_by
        }
        takes = [(name, "owner") for name in sorted(names)]
        yield finding_of("PLN-06", message, first.place, mend, file, explains=takes)


def _sorted_days(pack: Pack, file: str, rows: list[tuple[Task, Body]]) -> Iterator[Finding]:
    """The finding for a table whose days go up through the programmes of several groups, as if they were one.

    Work that its day contradicts must say so too: one who numbers tasks by their days knows what they are.
    """
    ids, due = [task.id for task, _ in rows], [task.due for task, _ in rows if task.due]
    days, in_excel = [each.earliest for each in due], [(str(each)[0] == "Q", each.earliest) for each in due]
    blocks = [(body, len([*block])) for body, block in groupby(body.title for _, body in rows)]
    late = [standing.work for standing in overdue(pack) if standing.work.id in ids]
    is_of_several = len(blocks) == len({body for body, _ in blocks}) > 1 and min(size for _, size in blocks) >= _SEVERAL
    if (
        late
        and is_of_several
        and len(set(days)) >= _SURE
        and ids == sorted(ids)
        and (days == sorted(days) or in_excel == sorted(in_excel))
    ):
        message = f"The days of {len(rows)} tasks go up from row to row, through the programmes of {len(blocks)} "
        message += f"groups, so that {joined([pack.called(each) for each in late])} would be late."
        mend = f"Was the column due sorted alone? Take {file} from a copy kept before; if it is right, accept this."
        yield finding_of("PLN-06", message, rows[0][0].place, mend, file, explains=[(each, "due") for each in ids])


def _is_of(board: Board, task: Task, body: Body) -> bool:
    """True where an owner of a task is that group, reports to it, or sits in it."""
    seats = [*(each.person for each in (*body.chairs, *body.co_chairs)), *(each.member for each in body.members)]
    sitting = [board.get(ref) for ref in seats]
    for owner in (board.get(ref) for ref in task.owners):
        posts = owner.posts if isinstance(owner, Person) else ()
        is_group = isinstance(owner, Body) and (owner is body or _reports_to(board, owner, body))
        if is_group or owner in sitting or any(post.at and board.get(post.at) is body for post in posts):
            return True
    return False


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
            yield finding_of("PLN-06", message, task.place, mend, task.id, field="owner")


def _reports_to(board: Board, body: Body, other: Body) -> bool:
    return body.reports_to is not None and board.get(body.reports_to) is other


@rule("PLN-06")
def serving_elsewhere(pack: Pack) -> Findings:
    """An action or objective that serves an outcome of another priority than the one it stands under."""
    board, strange = pack.board, _of_another_by_id(pack)
    works: tuple[Action | Objective, ...] = board.of(Action, Objective)
    for work in works:
        action, own = action_of(board, work), priority_of(board, work) if work.serves else None
        for ref in work.serves if own and action and action.id not in strange else ():
            outcome = board.get(ref)
            other = board.get(outcome.priority) if outcome.priority else None
            if own and other and other is not own:
                called = f"stands under {board.called(own)} and serves {outcome.id}"
                message = f"{pack.called(work)} {called}, an outcome of {board.called(other)}."
                mend = f"Name an outcome of {board.called(own)}, or accept that it serves the other too."
                yield finding_of("PLN-06", message, ref.place, mend, work.id)
    for action, own, meant in strange.values():
        outcomes = [board.get(ref) for ref in action.serves]
        is_served = any(each.priority and board.get(each.priority) is meant for each in outcomes)
        parts, are, its = (
            ("its id and its outcome", "are", "an id and an outcome") if is_served else ("its id", "is", "an id")
        )
        message = f"{action.id} stands under {board.called(own)}; {parts} {are} of {board.called(meant)}."
        mend = f"Move it beneath {board.called(meant)}, or give it {its} of {board.called(own)}."
        yield finding_of("PLN-06", message, action.place, mend, action.id)
    yield from owners_elsewhere(pack)


def _of_another_by_id(pack: Pack) -> dict[str, tuple[Action, Priority, Priority]]:
    """Each action whose id begins, before its first hyphen, as those of another priority do: with its own and that.

    Told is only where the ids of each of the two begin alike but for this one, and there are two of each at least.
    """
    board = pack.board
    under = gathered((fold(each.priority.name), each) for each in board.of(Action) if each.priority)
    begun = {name: Counter(map(_beginning, actions)) for name, actions in under.items()}
    of = gathered((_shared(counted), name) for name, counted in begun.items())
    strange = dict[str, tuple[Action, Priority, Priority]]()
    for name, action in ((name, each) for name, actions in under.items() for each in actions):
        own = _beginning(action)
        meant, shared = of.get(own, []), _shared(begun[name] - Counter([own]))
        other = under[meant[0]][0].priority if own and len(meant) == 1 and shared not in ("", own) else None
        if action.priority and other:
            strange[action.id] = (action, board.get(action.priority), board.get(other))
    return strange


def _shared(begun: Counter[str]) -> str:
    """What several ids all begin with; "" where they do not, or there are not two."""
    return next(iter(begun)) if len(begun) == 1 and begun.total() > 1 else ""


def _beginning(action: Action) -> str:
    return fold(action.id.partition("-")[0])
