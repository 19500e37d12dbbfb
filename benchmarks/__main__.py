"""The benchmark: `python -m benchmarks [--all]` prints the table of README.md; `--all` adds what takes minutes."""

import gc
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from statistics import median

from benchmarks.measuring import PYTHON, ROOT, repeat_process, require_texts, run_process
from benchmarks.peers import found_peers, peer_command
from benchmarks.ways import WAYS
from benchmarks.work import SMALL, make_page, template_of

ROUNDS, WHOLE_RUNS = 25, 5
OURS = ("checked", "unchecked")
BOARDS = 200


def again_and_again(room: Path) -> None:
    """Documents of the small report a second in one process, the three ways taking turns."""
    page, template = make_page(SMALL), room / "small.docx"
    template.write_bytes(template_of(SMALL))
    ways = {name: way(template, page) for name, way in WAYS.items()}
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for name, build in ways.items():
        require_texts(build(), page.texts(), name)
    for _ in range(ROUNDS):
        for name, build in ways.items():
            gc.collect()  # or each way would pay for what the one before it left behind
            start = time.process_time()
            build()
            taken[name].append(time.process_time() - start)
    seconds = {name: median(times) for name, times in taken.items()}
    print("Small report again and again, documents a second of the processor:")
    for name in ways:
        ratio = seconds["docxtpl"] / seconds[name]
        print(f"  {name:10} {1 / seconds[name]:6.0f}   {ratio:5.1f} times docxtpl")


def whole_processes(room: Path, *, everything: bool) -> None:
    """A whole process for each piece of work and each way."""
    print("Whole process, from its start to the file: clock (processor) memory")
    out, page, peers = room / "out.docx", room / "page.json", found_peers()
    for size in (SMALL, "10000", "100000"):
        template = room / f"{size}.docx"
        template.write_bytes(template_of(size))
        python = (PYTHON, "-m", "benchmarks.whole")
        commands = {way: (*python, way, size, str(template), str(out)) for way in WAYS}
        if peers:
            run_process((*python, "page", size, str(template), str(page)), room / "cache")
        commands |= {peer: peer_command(peer, size, page, out) for peer in peers}
        for way, command in commands.items():
            if way not in OURS and size == "100000" and not everything:
                continue
            cost = repeat_process(command, room / "cache", WHOLE_RUNS if way in OURS or size == SMALL else 1)
            run_process((*python, "verify", size, str(template), str(out)), room / "cache")
            print(f"  {size:>7} {'report' if size == SMALL else 'rows':6} {way:13} {cost}")


def commands(room: Path) -> None:
    """The command itself."""
    print("The command, a whole process: clock (processor) memory")
    program = (PYTHON, "-c", "from bscb_docs.cli import main; main(prog_name='bscb-docs')")
    board = ("build", str(ROOT / "examples" / "birmingham"), "--no-pages", "--out", str(room / "out"))
    for words, arguments in (("--help", ("--help",)), ("build birmingham", board)):
        print(f"  {words:17} {repeat_process((*program, *arguments), room / 'cache', WHOLE_RUNS)}")


def records(room: Path) -> None:
    """Reading and checking one example as it is, ten times and a hundred times as large."""
    import bscb_docs

    print("Records read and checked: size, seconds to read, to check")
    source = ROOT / "examples" / "birmingham"
    bscb_docs.check(bscb_docs.read_board(source))  # the first time imports what every later one needs
    for times in (1, 10, 100):
        folder = room / f"times{times}"
        enlarge(source, folder, times)
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        start = time.process_time()
        board = bscb_docs.read_board(folder)
        read = time.process_time()
        bscb_docs.check(board)
        done = time.process_time()
        print(f"  {times:3} x {size / 1e6:5.2f} MB {read - start:7.3f} s {done - read:7.3f} s")


def enlarge(source: Path, folder: Path, times: int) -> None:
    """A board with so many times the actions, updates, reviews and meetings, each copy under ids of its own."""
    shutil.copytree(source, folder)
    for path in (folder / "plan.md", folder / "reviews.md", *(folder / "updates").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        parts = [text, *(_renamed(text, number) for number in range(1, times))]
        path.write_text("\n\n".join(parts), encoding="utf-8")
    meetings = folder / "meetings.csv"
    head, *rows = meetings.read_text(encoding="utf-8").splitlines()
    meetings.write_text("\n".join((head, *(rows * times))) + "\n", encoding="utf-8")


def _renamed(text: str, number: int) -> str:
    """The cards of a file again, under other ids and titles."""
    import re

    text = re.sub(r"\bP(\d)-", rf"P\g<1>-{number}-", text)
    text = re.sub(r"(?m)^(#+ (?:Priority|Review|Bulletin|Audit|Inspection|Principle) [^:\n]*)", rf"\g<1>{number}", text)
    return re.sub(r"\{#([\w-]+)\}", rf"{{#\1-{number}}}", text)


def batch(room: Path, boards: int) -> None:
    """Boards of four documents each, on one process and on two; then once more, unchanged."""
    from bscb_docs.api.batch import build_many

    folders = [room / "boards" / f"board-{number:03}" for number in range(boards)]
    for folder in folders:
        shutil.copytree(ROOT / "examples" / "birmingham", folder)
    print(f"Batch of {boards} boards x 4 documents")
    for jobs in (1, 2):
        for words in ("built", "unchanged"):
            start, worked = time.perf_counter(), sum(os.times()[:4])
            results = build_many(folders, out=room / f"batch{jobs}", jobs=jobs)
            taken, worked = time.perf_counter() - start, sum(os.times()[:4]) - worked
            require_whole(results)
            count = sum(len(result.files) for result in results)
            speed = f"{count / taken:7.1f} documents a second ({worked:.2f} s of the processor)"
            print(f"  {jobs} process{'es' if jobs > 1 else '  '} {words:9} {speed}")


def require_whole(results: Iterable[object]) -> None:
    """Ends the run where a board failed."""
    failed = [result for result in results if getattr(result, "error", "")]
    if failed:
        raise SystemExit(f"{len(failed)} boards failed: {failed[0]}")


def main() -> None:
    """Prints every table."""
    everything = "--all" in sys.argv
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        again_and_again(room)
        whole_processes(room, everything=everything)
        commands(room)
        records(room)
        batch(room, BOARDS if everything else 20)


if __name__ == "__main__":
    main()
