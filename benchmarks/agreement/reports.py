"""Reports: a folder of published texts, each made the narrative of a small board's report."""

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

NEUTRAL = Path(__file__).with_name("neutral_board.md")
NARRATIVE = "text-to-be-judged.md"
_HEADING = re.compile(r"#{1,6}\s+(.*\S)")
_DATED = re.compile(r"((?:19|20)\d\d)(?:-(0[1-9]|1[0-2]))?$")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")
_MONTHS += ("November", "December")


@frozen
class Report:
    """A published text: its file, the public body whose folder it lies in, and its words as typed."""

    path: Path
    body: str
    text: str

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @property
    def as_at(self) -> str:
        """The month or year in which the name of its file ends ("letter-2024-05.md"), in the house's form; else ""."""
        match = _DATED.search(self.path.stem)
        return " ".join(filter(None, (match[2] and _MONTHS[int(match[2]) - 1], match[1]))) if match else ""


def reports_in(folder: Path, cap: int = 0) -> list[Report]:
    """Every text of a folder, in the order of their paths; of a body with more than `cap` words no more than those."""
    taken: Counter[str] = Counter()
    found = []
    for path in sorted(path for path in folder.rglob("*") if path.suffix in {".md", ".txt"}):
        inner = path.relative_to(folder)
        body = inner.parts[0] if len(inner.parts) > 1 else inner.stem
        text = path.read_text(encoding="utf-8")
        report = Report(path, body, _first_words(text, cap - taken[body]) if cap else text)
        taken[body] += report.words
        if report.words:
            found.append(report)
    return found


def _first_words(text: str, most: int) -> str:
    """The whole lines of a text with no more than so many words."""
    lines = []
    for line in text.split("\n"):
        most -= len(line.split())
        if most < 0:
            break
        lines.append(line)
    return "\n".join(lines)


def write_board(report: Report, board: Path | None, folder: Path) -> None:
    """The board in a folder of its own, the text as its report: around the neutral board, or in place of a board's."""
    narrative = "report"
    if board is None:
        folder.mkdir()
        year = int(report.as_at[-4:] or 2018)
        text = NEUTRAL.read_text(encoding="utf-8").replace("YEARS", f"{year}-{(year + 1) % 100:02}")
        text = text.replace("YEAR", str(year)).replace("as at: AS-AT", f"as at: {report.as_at}" if report.as_at else "")
        (folder / "board.md").write_text(re.sub(r"\n\n(?=marking)", "\n", text), encoding="utf-8")
    else:
        shutil.copytree(board, folder)
        own = next(path for path in sorted(folder.rglob("*.md")) if "# Narrative " in path.read_text(encoding="utf-8"))
        match = re.search(r"^# Narrative ([\w-]+)", own.read_text(encoding="utf-8"), re.MULTILINE)
        narrative = match[1] if match else narrative
        own.unlink()
    typed = f"# Narrative {narrative}: A report to be read\n\n" + "\n".join(_sections(report.text)) + "\n"
    (folder / NARRATIVE).write_text(typed, encoding="utf-8")


def _sections(text: str) -> Iterator[str]:
    """The lines of a text; headings of any level are sections, those without words of their own one with the next."""
    titles = ["Text"]
    for line in text.split("\n"):
        heading = _HEADING.fullmatch(line.strip())
        if heading:
            titles.append(heading[1])
        elif titles and line.strip():
            yield (
                f"\n## {': '.join(each.removesuffix(':') for each in titles[-2:])}\n"
                if titles != ["Text"]
                else "\n## Text\n"
            )
            titles = []
            yield _plain(line)
        else:
            yield _plain(line)


def _plain(line: str) -> str:
    """A line in which nothing is taken for a sign of the board's files."""
    return line.replace("{", "(").replace("}", ")").replace("<!--", "").replace("-->", "").replace("](#", "](")
