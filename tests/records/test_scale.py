"""The board's scale of labels as papers print it: the worst first, in the board's own words."""

from bscb_docs import Meaning, Status, label_of, worst_first

_WORST_FIRST = {
    "Stuck": "in progress, off course",
    "Slipping": "in progress, at risk",
    "Waiting": "on hold",
    "Unknown": "state not recorded",
    "Not begun": "not started",
    "Begun": "in progress",
    "On track": "in progress, on course",
    "Done": "complete",
    "Closed": "withdrawn",
}


def test_labels_stand_the_worst_first_whatever_their_order_on_the_scale() -> None:
    """What is off course comes first, what is not rated before what has not begun, what is closed last."""
    statuses: list[Status | None] = [
        Status(title=title, means=Meaning.from_text(means)) for title, means in _WORST_FIRST.items()
    ]
    shuffled = [*reversed(statuses), None, *statuses[3:]]
    expected = ["Stuck", "Slipping", "Waiting", "Not rated", *list(_WORST_FIRST)[3:]]
    assert expected == [label_of(status) for status in worst_first(shuffled)]


def test_labels_alike_keep_their_order() -> None:
    """Two labels of one meaning stand as the board listed them."""
    both = [Status(title=title, means=Meaning.from_text("complete")) for title in ("Finished", "Delivered")]
    assert both == list(worst_first(both))
