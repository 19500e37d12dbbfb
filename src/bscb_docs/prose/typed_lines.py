"""The typed lines of one paragraph: what is suspicious in them, and where each of its words was typed."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator

from bscb_docs.prose.prose_fault import Fault

Locate = Callable[[int], tuple[int, int]]
"""From a position in the words to their line (from 0) and column (from 1) in the prose."""

POINT = r"[ \t]*(?:[-+*]|\d{1,9}[.)])"
"""The sign that begins a point."""
UNPRINTED = r"\{#[^}]*\}|\{-\}"
"""What names a paragraph or a point, and what takes the number from a heading."""
MARKER = re.compile(rf"{POINT}(?:[ \t]+|$)")
"""What stands before the words of a point."""
_SIGNS = re.compile(rf"^{POINT}[ \t]+|{UNPRINTED}")

_STARTS_LIST = re.compile(r"[ \t]*(?:[-+*]|\d{1,3}[.)])[ \t]+\S")
_LETTERED = re.compile(r"[ \t]*(?:\(?[a-z]\)|\(?[ivx]{1,4}[.)])[ \t]+\S")
PASTED = r"[ \t]*([•▪●◦‣·∙\uf0b7\uf0a7]|[–—](?=\s))"
"""A bullet as Word pastes it."""
_BULLET = re.compile(PASTED)
_ROUND = re.compile(r"[ \t]*(o)\s")
"""What Word's round bullet of the second level becomes; within a paragraph it is a word of some languages."""
_LEADS = (
    (re.compile(r"[ \t]*(>)"), 'Take ">" away, or say first what is set apart, as in > Quotation: and who said it.'),
    (re.compile(r"[ \t]*(```|~~~)"), "Take the signs away; no code is set apart."),
    (re.compile(r"[ \t]*(-{2,}|={2,}|_{3,}|\*{3,})[ \t]*$"), "Take the line away; a heading is a line with #."),
    (
        re.compile(r"[ \t]*(-)(?=[^\W\d_])"),
        'Begin each point with "- " (a hyphen and a space); if none is meant, put a backslash before it.',
    ),
    (
        re.compile(r"[ \t]*(#+)"),
        'Begin a heading with "# " and what it is, as in # Action; if none is meant, put a backslash before it.',
    ),
)
_NUMBERED = re.compile(r"[ \t]*(\(?\d+(?:\.\d+)+[.)]?|\(?\d{1,3}[.)]|\(?[a-z]\))\s+(?=[A-Z‘“\"'(])")


def bare_words(typed: str) -> str:
    """The words of a point or paragraph, without the sign before them and the names that are given in them."""
    return _SIGNS.sub("", typed).strip()


def paragraph_faults(lines: list[str], first: int, last: int, *, in_list: bool) -> Iterator[Fault]:
    """The faults of the paragraph in `lines[first:last]`, whose first line may begin with the marker of a point."""
    marked = MARKER.match(lines[first]) if in_list else None
    is_pasted = False
    for at in range(first, last):
        line = lines[at]
        start = marked.end() if marked and at == first else 0
        is_plain = line[start : start + 1].isalpha() and line[start] != "o"
        for fault in () if is_plain else _lead_faults(line, start, at, first):
            if fault.code != "PRO-06" or not is_pasted:
                yield fault  # one bullet tells of all that were pasted with it
            is_pasted |= fault.code == "PRO-06"
        if at == first:
            continue
        if _STARTS_LIST.match(line):
            mend = "Put an empty line before the list and begin all its points at one margin."
            message = f'"{line.strip()[:40]}" looks like a point but runs on from the line above.'
            yield Fault("PRO-02", message, f"{mend} If it is none, put a backslash before its sign.", at)
        elif _LETTERED.match(line):
            mend = 'Begin each point with "- ", or with "1. " to have it numbered; put an empty line before the first.'
            yield Fault(
                "PRO-02", f'"{line.strip()[:40]}" looks like a point but runs on from the line above.', mend, at
            )
        elif marked and _indent(line) < _indent(lines[first]) + 2:
            mend = "Put an empty line before it, or indent it by two spaces if it belongs to the point."
            yield Fault("PRO-01", f'"{line.strip()[:40]}" runs on from the point above it.', mend, at)


def points_of(first: int) -> str:
    """What a paragraph that begins at that line lacks where its points are no list: their names."""
    return f"points of line {first + 1}"


def _lead_faults(line: str, start: int, at: int, first: int) -> Iterator[Fault]:
    if match := _BULLET.match(line, start) or (_ROUND.match(line, start) if at == first else None):
        mend = 'Begin each point with "- " (a hyphen and a space).'
        message = f'"{match[1]}" is a pasted bullet and is printed as a character.'
        yield Fault("PRO-06", message, mend, at, match.start(1) + 1, explains=points_of(first))
    for pattern, mend in _LEADS:
        if match := pattern.match(line, start):
            yield Fault("PRO-05", f'"{match[1]}" is printed as it stands.', mend, at, match.start(1) + 1)
            return
    if line.startswith("|", start):
        mend = "Put a line such as | --- | --- | beneath the header row, with as many cells."
        yield Fault(
            "PRO-24", "This looks like a table but has no line of dashes beneath its header row.", mend, at, start + 1
        )


def number_typed(text: str, line: int, how: str = "twice") -> Fault | None:
    """The fault of a paragraph or title that begins with a number, where numbers are printed by themselves."""
    match = _NUMBERED.match(text)
    if not match:
        return None
    mend = "Take the number away; it is counted and printed by itself."
    message = f'The number "{match[1]}" is typed here and would be printed {how}.'
    return Fault("PRO-04", message, mend, line, match.start(1) + 1, cause="printed numbers")


def places(lines: list[str], content: str, line: int) -> Locate:
    """From a position in the words of a paragraph that begins at `line` to the line and column it was typed at."""
    starts: list[int] = []

    def where(pos: int) -> tuple[int, int]:
        if not starts:
            starts.extend([0, *(match.end() for match in re.finditer("\n", content))])
        down = bisect_right(starts, pos) - 1
        end = starts[down + 1] - 1 if down + 1 < len(starts) else len(content)
        words = content[starts[down] : end].rstrip()
        return line + down, len(lines[line + down].rstrip()) - len(words) + pos - starts[down] + 1

    return where


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
