"""Batch: many boards built at once, on the cores of one machine or on others; what has not changed is left as it is."""

import os
from collections.abc import Callable, Iterable
from concurrent.futures import BrokenExecutor, Executor, Future, as_completed
from contextlib import suppress
from pathlib import Path

from bscb_docs.api.board_job import BoardResult, Job, run_job, unchanged
from bscb_docs.diagnostics.errors import BoardError

_MOST_PROCESSES = 61
"""Windows waits for no more at once, and Python refuses a larger pool there."""


def find_boards(folder: str | Path) -> tuple[Path, ...]:
    """The folders within a folder that hold records, by name; BoardError where there is none."""
    from bscb_docs.reading.record_files import holds_records

    root = Path(folder)
    if not root.is_dir():
        raise BoardError(f'There is no folder "{root}". Check how its name is spelt and where it lies.')
    folders = [path for path in sorted(root.iterdir()) if path.is_dir() and not path.name.startswith(".")]
    found = tuple(path for path in folders if holds_records(path))
    if not found:
        raise BoardError(f'The folder "{root}" holds no boards: no folder in it has a .md, .csv or .xlsx file.')
    return found


def build_many(
    boards: Iterable[str | Path],
    documents: Iterable[str] | None = None,
    out: str | Path = "out",
    executor: Executor | None = None,
    *,
    jobs: int | None = None,
    pages: bool = False,
    plugins: Iterable[str | Path] = (),
    progress: Callable[[BoardResult], None] | None = None,
) -> tuple[BoardResult, ...]:
    """Builds the documents of many boards, each board into a folder of its own name in `out`; results in order.

    `documents` names those to build; None means all of each board's. `executor` is any of Python's, a Dask cluster's
    `Client.get_executor()` too, and then nothing is built but by it; without one, `jobs` processes of this machine
    work, as many as it has cores if None. A board that fails stops no other: its result says why, also where it is the
    executor that failed. `progress` is called with each result as it comes. Contents
    have no page numbers unless `pages` asks for them, for then each board starts LibreOffice. A script that calls this
    needs `if __name__ == "__main__":` around the call. BoardError where `boards` is one folder, where two boards'
    folders have one name, and where `jobs` is less than 1; what `progress` raises comes to the caller.
    """
    if jobs is not None and jobs < 1:
        raise BoardError(f"{jobs} processes build nothing. Give jobs=1 or more, or none for one on each core.")
    work = _plan(boards, None if documents is None else tuple(documents), Path(out).resolve(), plugins, pages=pages)
    found: dict[Path, BoardResult] = {}

    def note(result: BoardResult) -> None:
        found[result.board] = result
        if progress:
            progress(result)

    processes = jobs or os.cpu_count() or 1
    lost: dict[Path, Exception] = {}
    if executor is not None:
        lost = _run(executor, work, note)
    elif processes == 1:
        for job in work:
            note(run_job(job))
    else:
        _note_unchanged(work, note)
        for share in (work, *([job] for job in work)):  # once more alone: one that ends its process took others with it
            if left := [job for job in share if job.board not in found]:
                with _processes(min(processes, len(left), _MOST_PROCESSES)) as pool:
                    lost |= _run(pool, left, note)
    for job in (job for job in work if job.board not in found):
        note(BoardResult(job.board, error=f"{job.board.name}: {_why(lost[job.board])}"))
    return tuple(found[job.board] for job in work)


def _note_unchanged(work: Iterable[Job], note: Callable[[BoardResult], None]) -> None:
    """Notes the boards that are as they were: to see that takes a hundredth of what starting a process does."""
    for job in work:
        known = None
        with suppress(Exception):  # what goes wrong is told when the board is built
            known = unchanged(job)
        if known:
            note(known)


def _plan(
    boards: Iterable[str | Path],
    documents: tuple[str, ...] | None,
    out: Path,
    plugins: Iterable[str | Path],
    *,
    pages: bool,
) -> list[Job]:
    if isinstance(boards, str | Path):
        raise BoardError(f'"{boards}" is one folder, and no list of boards. Write find_boards("{boards}").')
    modules = tuple(Path(plugin).resolve() for plugin in plugins)
    jobs: dict[str, Job] = {}
    for path in (Path(board).resolve() for board in boards):
        if path.name.casefold() in jobs:
            raise BoardError(f'Two boards lie in folders called "{path.name}". Rename one: its documents go by it.')
        jobs[path.name.casefold()] = Job(path, documents, out / path.name, pages, modules)
    return list(jobs.values())


def _processes(count: int) -> Executor:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    return ProcessPoolExecutor(count, mp_context=get_context("spawn"))  # a fork of a process with threads can hang


def _run(executor: Executor, work: Iterable[Job], note: Callable[[BoardResult], None]) -> dict[Path, Exception]:
    """Gives the work to the executor and notes each result; by board, why the executor lost what it left undone."""
    waiting: dict[Future[BoardResult], Path] = {}
    lost: dict[Path, Exception] = {}
    for job in work:
        try:
            waiting[executor.submit(run_job, job)] = job.board
        except Exception as fault:  # it is broken or shut down, or cannot send the job
            lost[job.board] = fault
    for future in as_completed(waiting):
        try:
            result = future.result()
        except Exception as fault:
            lost[waiting[future]] = fault
        else:
            note(result)
    return lost


def _why(fault: Exception) -> str:
    if isinstance(fault, BrokenExecutor):
        return "the process that built it was ended from outside."
    return f"the executor did not build it ({type(fault).__name__}: {fault})."
