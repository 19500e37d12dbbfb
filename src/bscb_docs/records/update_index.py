"""Update index: what was reported of each piece of a board's work, in the order of the days that it tells of."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

from bscb_docs import records
from bscb_docs.records.names import ByName, grouped
from bscb_docs.records.values.period import Period
from bscb_docs.records.values.year_span import YearSpan
from bscb_docs.records.work_numbers import WorkNumbers

if TYPE_CHECKING:
    from bscb_docs.records.progress import Target, Update
    from bscb_docs.records.status import Status


@frozen
class UpdateIndex(WorkNumbers):
    """The updates of a board by what they are of, and the status that each gives."""

    def updates(self, about: Target | None = None, period: YearSpan | Period | None = None) -> tuple[Update, ...]:
        """The updates, or those of one thing, that tell of a period; in the order of the days they tell of."""
        found = self._updates_in_order if about is None else self._updates_of.get(about.id, ())
        if period is None:
            return tuple(found)
        return tuple(update for update in found if update.tells_of(period))

    @cached_property
    def _updates_in_order(self) -> tuple[Update, ...]:
        return tuple(sorted(self.of(records.Update), key=lambda update: update.order))

    @cached_property
    def _updates_of(self) -> ByName[list[Update]]:
        return grouped((update.about.name, update) for update in self._updates_in_order)

    def latest_update(self, about: Target, period: YearSpan | Period | None = None) -> Update | None:
        """The update that tells of the latest day in a period; where that period has none, the latest there is."""
        return next(reversed(self.updates(about, period)), None) or next(reversed(self.updates(about)), None)

    def status_of(self, update: Update | None) -> Status | None:
        """The label of the board's scale that an update gives; None where it is not rated."""
        if update is None or update.status is None or update.status.status is None:
            return None
        return self.get(update.status.status)
