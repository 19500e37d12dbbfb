"""Work numbers: a board's priorities, outcomes and actions in their printed order, and their printed numbers."""

from collections import Counter
from functools import cached_property

from attrs import frozen

from bscb_docs.languages.house_words import say
from bscb_docs.records.board_view import plans_of
from bscb_docs.records.names import ByName, fold, grouped
from bscb_docs.records.plan import Action, Outcome, Plan, Priority
from bscb_docs.records.record_index import RecordIndex
from bscb_docs.records.values.year_span import YearSpan


@frozen
class WorkNumbers(RecordIndex):
    """What stands under what in a board's plan, in its printed order, and what each is called there."""

    @cached_property
    def plan(self) -> Plan | None:
        """The board's own plan: the first that is of no other body; None where none is recorded."""
        plans = self.of(Plan)
        return next((plan for plan in plans if plan.body is None), next(iter(plans), None))

    @property
    def priorities(self) -> tuple[Priority, ...]:
        """The priorities in their printed order."""
        return self.of(Priority)

    def number(self, priority: Priority) -> int:
        """The printed number of a priority, from 1 within its plan."""
        return self._priority_numbers[fold(priority.id)]

    @cached_property
    def _priority_numbers(self) -> dict[str, int]:
        plans = plans_of(self, self.plan, Priority) if self.plan else {}
        counts: Counter[str] = Counter()
        numbers = {}
        for priority in self.priorities:
            counts[plans.get(id(priority), "")] += 1
            numbers[fold(priority.id)] = counts[plans.get(id(priority), "")]
        return numbers

    def outcomes(self, priority: Priority | None = None) -> tuple[Outcome, ...]:
        """The outcomes, or those of one priority, in their printed order."""
        return self.of(Outcome) if priority is None else tuple(self._outcomes_under.get(priority.id, ()))

    def actions(self, priority: Priority | None = None, years: YearSpan | None = None) -> tuple[Action, ...]:
        """The actions of those years under that priority, in their printed order; None means any."""
        found = self.of(Action) if priority is None else self._actions_under.get(priority.id, ())
        return tuple(action for action in found if years in (None, action.years))

    @cached_property
    def _outcomes_under(self) -> ByName[list[Outcome]]:
        return grouped((each.priority.name, each) for each in self.of(Outcome) if each.priority)

    @cached_property
    def _actions_under(self) -> ByName[list[Action]]:
        return grouped((each.priority.name, each) for each in self.of(Action) if each.priority)

    def action_number(self, action: Action) -> int:
        """The printed number of an action, from 1 within its priority and years."""
        return self._action_numbers[action.id]

    def called(self, record: Priority | Outcome | Action, within: YearSpan | None = None) -> str:
        """What the pack calls a part of a plan: "Priority 2", "Priority 2, outcome 1", "Priority 2, action 3".

        An action of other years than lie within those given has its years: "Priority 2, action 3 of 2026-27".
        """
        if isinstance(record, Priority):
            return say("Priority {number}", number=self.number(record))
        priority = self.find(Priority, record.priority.name) if record.priority else None
        if isinstance(record, Outcome):
            own = self.outcomes(priority) if priority else self.of(Outcome)
            return self._under(priority, say("outcome {number}", number=own.index(record) + 1))
        words = self._under(priority, say("action {number}", number=self.action_number(record)))
        is_other = within is not None and record.years is not None and not within.holds(record.years)
        return say("{work} of {years}", work=words, years=record.years) if is_other else words

    def _under(self, priority: Priority | None, words: str) -> str:
        return f"{self.called(priority)}, {words}" if priority else words

    @cached_property
    def _action_numbers(self) -> ByName[int]:
        counts: Counter[tuple[YearSpan | None, str]] = Counter()
        numbers = ByName[int]()
        for action in self.of(Action):
            group = action.years, fold(action.priority.name) if action.priority else ""
            counts[group] += 1
            numbers[action.id] = counts[group]
        return numbers
