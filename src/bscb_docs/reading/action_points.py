"""Points of actions: what `became: #name` says of one must be said of a point that there is."""

from bscb_docs import prose
from bscb_docs.diagnostics.suggestions import did_you_mean
from bscb_docs.reading.cards import Card
from bscb_docs.reading.gathered_findings import Gathered
from bscb_docs.records import Action


def check_points(action: Action, card: Card, report: Gathered) -> None:
    """A finding for each `became: #name` that no point of its action bears."""
    if not any(became.point for became in action.became):
        return
    known = sorted({name for name, _, _ in prose.names(action.text)})
    for value in card.fields.get("became", ()):
        point = value.text.partition(",")[0].strip().removeprefix("#")
        if value.text.startswith("#") and point not in known:
            message = f"{card.label}, became: no point of this action is named {{#{point}}}."
            mend = did_you_mean(point, known, f"Put {{#{point}}} at the end of the point that is meant.")
            report.add("REF-01", message, value.place, mend, action.id, field="became")
