"""Rule of work astray: what is planned stands under the priority, action and group that it is of."""

from collections import Counter, defaultdict

from bscb_docs.records import Action, Objective, Priority, action_of, fold, priority_of
from bscb_docs.rules.engine import Findings, Pack, finding_of, rule
from bscb_docs.rules.programme_owners import owners_elsewhere


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
    board, under = pack.board, dict[str, list[Action]]()
    for action in board.of(Action):
        if action.priority:
            under.setdefault(fold(action.priority.name), []).append(action)
    begun = {name: Counter(map(_beginning, actions)) for name, actions in under.items()}
    of = defaultdict[str, list[str]](list)
    for name, counted in begun.items():
        of[_shared(counted)].append(name)
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
