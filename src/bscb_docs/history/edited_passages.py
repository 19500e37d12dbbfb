"""Edited passages: what somebody changed in a Word file after it was built, and where each passage was typed."""

import re
from collections.abc import Iterator

from attrs import frozen

from bscb_docs.diagnostics.location import NOWHERE, Place
from bscb_docs.history.alignment import aligned, became
from bscb_docs.history.board_words import BoardWords
from bscb_docs.history.typed_words import Typed, retyped
from bscb_docs.ooxml.passages import Passage, ReturnedFile
from bscb_docs.records import Record

_PAGE = re.compile(r"\t\d+$")


@frozen
class EditedPassage:
    """One thing that was changed by hand: what was printed, what stands there now, and where it was typed."""

    old: str
    new: str
    within: str
    """Where it stands in Word: "paragraph 12"."""
    about: str = ""
    """The record that it came from; of words that are new, the record before them."""
    place: Place = NOWHERE
    """The file and line of that record's words."""
    comment: str = ""
    """What was remarked on it, where it is a comment."""
    tracked: bool = False
    """True where nobody has accepted it in Word yet."""
    line: tuple[str, str] | None = None
    """The words as typed and as they would be typed, where the change can be written into the record."""

    def __str__(self) -> str:
        """The change, in Word and in the records, and whether it can be written."""
        whose = f"{self.about} at {self.place}" if self.about else "no record"
        kind = " (tracked)" if self.tracked else ""
        remark = f'a comment on "{self.old[:60]}": "{self.comment}"'
        how = "; can be written" if self.line else ""
        return f"{self.within}{kind}: {remark if self.comment else became(self.old, self.new)}. From {whose}{how}."


def edited_passages(typed: BoardWords, base: ReturnedFile, edited: ReturnedFile) -> Iterator[EditedPassage]:
    """Each passage of the edited file that the file as built has not, or has elsewhere, in its order; then comments."""
    old, new = _printed(base), _printed(edited)
    sources = _sources(typed, old)
    deleted = {" ".join(each.deleted.split()) for each in edited.passages if not each.text}
    told: set[tuple[str, str]] = set()
    for was, now in aligned([words for words, _ in old], [words for words, _ in new]):
        before, after = "" if was is None else old[was][0], "" if now is None else new[now][0]
        if (before, after) in told and before and after:  # a heading stands in the contents too
            continue
        told.add((before, after))
        passage = old[was or 0][1] if now is None else new[now][1]
        found, is_whole = sources[was] if was is not None else _before(sources, old, new, now or 0)
        line = retyped(found, before, after) if found and is_whole and was is not None else None
        about, place = (found.about, found.place) if found else ("", NOWHERE)
        tracked = bool(passage.tracked) if after else before in deleted
        yield EditedPassage(before, after, passage.within, about, place, "", tracked, line)
    yield from _comments(typed, edited)


def _printed(file: ReturnedFile) -> list[tuple[str, Passage]]:
    """The passages that have words, without the page numbers of contents."""
    return [(words, each) for each in file.passages if (words := " ".join(_PAGE.sub("", each.text).split()))]


def _sources(typed: BoardWords, printed: list[tuple[str, Passage]]) -> list[tuple[Typed | None, bool]]:
    """Where each passage was typed; one that was typed nowhere comes from the record before it."""
    found: list[tuple[Typed | None, bool]] = []
    last: Typed | None = None
    for words, _ in printed:
        record: Record | None = last.record if last else None
        each, is_whole = typed.find(words, record)
        last = each or last
        found.append((last, is_whole))
    return found


def _before(
    sources: list[tuple[Typed | None, bool]], old: list[tuple[str, Passage]], new: list[tuple[str, Passage]], at: int
) -> tuple[Typed | None, bool]:
    """Where the words were typed that stand before a passage which is new."""
    places = {words: n for n, (words, _) in enumerate(old)}
    known = (places[words] for words, _ in reversed(new[:at]) if words in places)
    n = next(known, None)
    return (sources[n][0], False) if n is not None else (None, False)


def _comments(typed: BoardWords, edited: ReturnedFile) -> Iterator[EditedPassage]:
    for words, passage in _printed(edited):
        for number in passage.comments:
            found, _ = typed.find(words, None)
            about, place = (found.about, found.place) if found else ("", NOWHERE)
            yield EditedPassage(words, words, passage.within, about, place, edited.comments.get(number, ""))
