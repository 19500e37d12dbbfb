"""Word changes: which passages of a Word file have other words than those of another, and what looks different."""

import re
from collections.abc import Mapping, Sequence

from attrs import frozen

from bscb_docs.history.alignment import aligned, became
from bscb_docs.ooxml.part_names import DOCUMENT, MEDIA, NUMBERING, STYLES

_CONTENTS = re.compile(r"toc \d \|")
_LAID = re.compile(r"\[(?:row|header row|columns|table|end of table)\b.*")
_HEAD = re.compile(r"(?:\[cell\] )?[^|]*\| ?")
_MARKS = re.compile(r"</?[A-Z][\w -]*>")
_LOOKS = (
    (DOCUMENT, "how its text is set"),
    ("word/header", "the headers"),
    ("word/footer", "the footers"),
    (STYLES, "the styles"),
    ("word/theme/", "the colours and fonts"),
    (NUMBERING, "the numbering"),
    (MEDIA, "the pictures"),
    ("docProps/", "what the file says of itself"),
)


_AROUND = 3
"""Words that stay around those that differ."""
_NAMED = 5
"""Passages that a message quotes."""


@frozen
class WordChange:
    """A passage that differs: nothing stood there before where it is new, and nothing stands there where it is gone."""

    old: str
    new: str

    def __str__(self) -> str:
        """`"by March" is now "by May"`, each cut to what differs and a few words around it."""
        is_reworded = self.old and self.new and self.old != self.new
        old, new = _narrowed(self.old.split(), self.new.split()) if is_reworded else (self.old, self.new)
        return became(_short(old), _short(new))


def _short(words: str) -> str:
    return words if len(words) <= 120 else f"{words[:117]}..."


def _narrowed(old: Sequence[str], new: Sequence[str]) -> tuple[str, str]:
    """Both texts from a few words before the first difference to a few words after the last."""
    first = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    last, most = 0, min(len(old), len(new)) - first
    while last < most and old[-1 - last] == new[-1 - last]:
        last += 1
    start, tail = max(0, first - _AROUND), max(0, last - _AROUND)
    return " ".join(old[start : len(old) - tail]), " ".join(new[start : len(new) - tail])


def _passages(transcript: str) -> list[str]:
    """The words of a Word file, one string a paragraph, but for its contents, which repeat the headings."""
    lines = (line for line in transcript.splitlines() if not _CONTENTS.match(line))
    words = (_MARKS.sub("", _HEAD.sub("", line, count=1)).strip() for line in lines if not _LAID.fullmatch(line))
    return [each for each in words if each]


def word_changes(before: str, now: str) -> tuple[WordChange, ...]:
    """What became of the passages of a transcript, in the order of the new ones; one that moved is one change too."""
    old, new = _passages(before), _passages(now)
    return tuple(
        WordChange("" if was is None else old[was], "" if is_now is None else new[is_now])
        for was, is_now in aligned(old, new)
    )


def look_changes(before: Mapping[str, bytes], now: Mapping[str, bytes]) -> tuple[str, ...]:
    """What of a Word file looks different, in words, given its parts by name; nothing where no part differs.

    Of files whose text was set with other page numbers it is how their text is set.
    """
    parts = {part for part in before.keys() | now.keys() if before.get(part) != now.get(part)}
    found = tuple(words for start, words in _LOOKS if any(part.startswith(start) for part in parts - {DOCUMENT}))
    looks = tuple(words for words in found if words != _LOOKS[-1][1]) or found[-1:]
    return looks or ((_LOOKS[0][1],) if parts else ())


def tell_changes(changes: Sequence[WordChange], looks: Sequence[str]) -> tuple[str, str]:
    """What became of a file that was issued, given what changed of its words and looks; and what to do about it."""
    if changes:
        number = "one passage differs" if len(changes) == 1 else f"{len(changes)} passages differ"
        return f"{number} now: {_listed([str(each) for each in changes])}", ""
    if looks:
        return f"its words are the same, but not {_listed(looks, ' nor ')}", ""
    restore = "Restore the register from a copy; the file itself is as it was."
    return "the register of issues has another sum for it", restore


def _listed(words: Sequence[str], last: str = "; ") -> str:
    named = last.join(words[:_NAMED])
    return named if len(words) <= _NAMED else f"{named}; and {len(words) - _NAMED} more"
