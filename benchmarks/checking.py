"""How long reading and checking a board takes, and how that grows with its text: `python -m benchmarks.checking`."""

import re
import shutil
import time
from collections.abc import Callable
from operator import attrgetter, itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import bscb_docs
from bscb_docs import Board, Pack, house_rules
from bscb_docs.documents.publication import publication_of
from bscb_docs.rules.engine.coded_rule import check_pack

T = TypeVar("T")

BIRMINGHAM = Path(__file__).parent.parent / "examples" / "birmingham"
FIRST = {
    "plan.md": "### Priority",
    "updates/2017-18.md": "# Updates",
    "reviews.md": "# Reviews",
    "report-2017-18.md": "## Introduction",
}
"""Where, in each file, the part begins that is given many times."""
IDS = re.compile(r"\b(A17-\d+|P\d-(?:18-\d|O\d)|P\d(?=[:.)])|[RB]17-\d|KF\d)\b")


def enlarge(folder: Path, times: int) -> None:
    """Give a copy of the board that many times its plan, updates, reviews and report, each copy with ids of its own."""
    for name in FIRST:
        path = folder / name
        text = re.sub(r"<!--.*?-->\n*", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        start = text.index(FIRST[name])
        end = text.index("# References") if name == "plan.md" else len(text)
        part = re.sub(r"\{#[\w-]+\}|^## (?:Event|Audit|Inspection|Visit).*\n", "", text[start:end], flags=re.MULTILINE)
        copies = [IDS.sub(rf"\g<1>x{number}", part) for number in range(1, times)]
        path.write_text(text[:end] + "\n" + "\n".join(copies) + text[end:], encoding="utf-8")


def size(board: Board) -> int:
    """How many signs of prose a board holds."""
    return sum(len(passage.text) for passage in Pack(board).passages)


def clocked(does: Callable[..., T], *given: object) -> tuple[float, T]:
    """The processor time of what is done with what is given, and what it gives."""
    start = time.process_time()
    made = does(*given)
    return time.process_time() - start, made


def seconds(board: Board) -> float:
    """The processor time of the house's rules, the better of two; the texts have been looked at before."""
    publication = publication_of(board)
    packs = (Pack(board, publication.figures, publication.printed) for _ in range(2))
    return min(clocked(check_pack, pack, house_rules())[0] for pack in packs)


def main() -> None:
    """Prints how long it takes for Birmingham, and for 10 and 100 times its plan, updates, reviews and report.

    What is wrong in the Markdown of texts is looked for by checking, as a user meets it.
    """
    print(f"{'times':>6} {'characters':>12} {'read':>9} {'checked':>9} {'per million':>12}")
    for times in (1, 10, 100):
        with TemporaryDirectory() as room:
            folder = Path(shutil.copytree(BIRMINGHAM, Path(room) / "board"))
            enlarge(folder, times)
            read, board = min((clocked(bscb_docs.read_board, folder) for _ in range(2)), key=itemgetter(0))
            taken, signs = clocked(attrgetter("findings"), board)[0] + seconds(board), size(board)
            print(f"{times:>6} {signs:>12,} {read:>9.2f} {taken:>9.2f} {(read + taken) / signs * 1e6:>12.2f}")


if __name__ == "__main__":
    main()
