"""Update line: an update in one line, as a trace tells it."""

from __future__ import annotations

from bscb_docs.history.text_search import Mention, Resolve, in_one_line, text_extracts
from bscb_docs.records import Update


def update_line(update: Update, resolve: Resolve) -> Mention:
    """An update in one line: its status, its words, and what it promised next."""
    rating = update.status
    gap = update.gap("status")
    status = "No status"
    if rating and rating.status:
        status = rating.status.name
    elif rating or gap:
        reason = rating.because if rating else gap.reason if gap else ""
        status = f"Not rated, because {reason}" if reason else "Not rated"
    words = in_one_line(text_extracts(update.text, resolve))
    promised = "".join(f" Next: {line}." for line in update.next)
    when = str(update.as_at or update.years or "")
    return Mention(f"Reported{f', {when}' if when else ''}", f"{status}. {words}{promised}".strip(), update.place)
