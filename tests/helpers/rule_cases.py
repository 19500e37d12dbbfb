"""The case tables of tests/rules/cases: texts that must fire a code, and near misses that must not, a page a family.

A table is a readable page. Its first fenced blocks are the files of a board that every case has; under `## CODE fires`
and `## CODE does not` each point is a case. A point is a paragraph of the report, two where " // " stands between, or,
where it names files in fenced blocks, those files instead of or beside the board's own, or, where it says
`old` => `new`, the board's own files with those words changed (a backslash and n are a new line).
"""

import re
from collections.abc import Iterator

from attrs import frozen
from folders import TESTS

PAGES = TESTS / "rules" / "cases"
_FENCE = re.compile(r"^ *```(\S+\.\w+)\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
_EDIT = re.compile(r"`([^`]+)` => `([^`]*)`")
_SECTION = re.compile(r"^## ([A-Z]+-\d\d) (fires|does not)$", re.MULTILINE)
REPORT = "# Narrative report: Report of the Chair\n\n## Progress\n\n{}\n"


@frozen
class Case:
    """One case of a table: its page, its code, whether that must be found, and the files of its board."""

    page: str
    number: int
    code: str
    fires: bool
    files: dict[str, str]
    words: str

    def __str__(self) -> str:
        """The name of its test."""
        words = re.sub(r"\W+", " ", self.words)[:40].strip()
        return f"{self.page}-{self.code}-{'fires' if self.fires else 'not'}-{self.number}-{words}"


def cases() -> Iterator[Case]:
    """Every case of every table."""
    for path in sorted(PAGES.glob("*.md")):
        page = path.read_text(encoding="utf-8")
        marks = list(_SECTION.finditer(page))
        board = dict(_FENCE.findall(page[: marks[0].start()]))
        for mark, end in zip(marks, [*(m.start() for m in marks[1:]), len(page)], strict=True):
            points = re.split(r"^- ", page[mark.end() : end], flags=re.MULTILINE)[1:]
            for number, point in enumerate(points, 1):
                words = " ".join(point.split())
                yield Case(path.stem, number, mark[1], mark[2] == "fires", _files(board, point), words)


def _files(board: dict[str, str], point: str) -> dict[str, str]:
    """The board's files with those that a point brings: in its blocks, by its edits, or a report of its words."""
    own = {name: re.sub(r"^  ", "", text, flags=re.MULTILINE) for name, text in _FENCE.findall(point)}
    edits = _EDIT.findall(" ".join(point.split())) if not own else []
    if own or not (edits or point.strip() == "(as it is)"):
        words = [" ".join(paragraph.split()) for paragraph in point.split(" // ")]
        return board | (own or {"report.md": REPORT.format("\n\n".join(words))})
    files = dict(board)
    for old, new in ((old.replace("\\n", "\n"), new.replace("\\n", "\n")) for old, new in edits):
        assert sum(text.count(old) for text in files.values()) == 1, (point, old)
        files = {name: text.replace(old, new) for name, text in files.items()}
    return files
