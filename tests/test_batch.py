"""Many boards at once: in order, each whole, none lost when one fails or a worker is killed, none built twice."""

from __future__ import annotations

import os
import shutil
import signal
import threading
import time
import zipfile
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from conftest import EXAMPLES
from programs import require_module

from bscb_docs.batch import BoardResult, build_many, find_boards
from bscb_docs.errors import BoardError
from bscb_docs.ledger import LEDGER
from bscb_docs.saving import is_as_built

DOCUMENTS = 4


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of four boards, `b0` to `b3`, each a copy of the example."""
    for number in range(4):
        shutil.copytree(EXAMPLES / "birmingham", tmp_path / "boards" / f"b{number}")
    return tmp_path / "boards"


def spoil(board: Path) -> None:
    """Take away what every board needs, so that it cannot be built."""
    for path in board.rglob("*.md"):
        path.unlink()
    for path in board.rglob("*.csv"):
        path.unlink()


def assert_whole(results: tuple[BoardResult, ...]) -> None:
    """Every board has all its documents, each as the library wrote it, and nothing lies beside them."""
    for result in results:
        assert (result.error, len(result.files)) == ("", DOCUMENTS)
        assert all(is_as_built(path.read_bytes()) and zipfile.is_zipfile(path) for path in result.files)
        assert sorted(path.name for path in result.files[0].parent.iterdir()) == sorted(
            [LEDGER, *(path.name for path in result.files)]
        )


def test_results_come_in_the_order_of_the_boards(folder: Path, tmp_path: Path) -> None:
    """Whatever order they are finished in."""
    with ThreadPoolExecutor(2) as executor:
        results = build_many(reversed(find_boards(folder)), out=tmp_path / "out", executor=executor)
    assert [result.board.name for result in results] == ["b3", "b2", "b1", "b0"]
    assert_whole(results)


def test_processes_of_this_machine_build_every_board(folder: Path, tmp_path: Path) -> None:
    """Without an executor, processes are started; progress is told of each board."""
    told: list[str] = []
    results = build_many(
        find_boards(folder), out=tmp_path / "out", jobs=2, progress=lambda r: told.append(r.board.name)
    )
    assert_whole(results)
    assert sorted(told) == ["b0", "b1", "b2", "b3"]


def test_one_board_that_fails_stops_no_other(folder: Path, tmp_path: Path) -> None:
    """Its result says why in plain words, and the others have their files."""
    spoil(folder / "b1")
    results = build_many(sorted(folder.iterdir()), out=tmp_path / "out", jobs=1)
    assert [bool(result.error) for result in results] == [False, True, False, False]
    assert results[1].error.startswith("b1: The folder")
    assert_whole((results[0], *results[2:]))


def test_what_is_unchanged_is_left_alone(folder: Path, tmp_path: Path) -> None:
    """A second run builds only the board whose records changed, and tells the findings of all."""
    boards = find_boards(folder)[:2]
    first = build_many(boards, out=tmp_path / "out", jobs=1)
    before = first[0].files[0].stat().st_mtime_ns
    changed = folder / "b1" / "chair.md"
    changed.write_text(changed.read_text(encoding="utf-8") + "\n<!-- a note -->\n", encoding="utf-8")
    second = build_many(boards, out=tmp_path / "out", jobs=1)
    assert [result.unchanged for result in second] == [True, False]
    assert [result.findings for result in second] == [result.findings for result in first]
    assert second[0].files[0].stat().st_mtime_ns == before


@pytest.mark.parametrize("broken", [b"", b"{", b"[]", b"null", b'{"key": 1}', b"\xff\xfe", b"[" * 100_000])
def test_a_broken_ledger_only_costs_a_build(folder: Path, tmp_path: Path, broken: bytes) -> None:
    """The file that says what was built may be lost or damaged."""
    board = find_boards(folder)[:1]
    (result,) = build_many(board, out=tmp_path / "out", jobs=1)
    (result.files[0].parent / LEDGER).write_bytes(broken)
    (again,) = build_many(board, out=tmp_path / "out", jobs=1)
    assert not again.unchanged
    assert_whole((again,))


@pytest.mark.parametrize("change", ["lose", "edit"])
def test_a_document_that_was_lost_or_edited_is_built_again(folder: Path, tmp_path: Path, change: str) -> None:
    """The ledger counts only while the files are what it says."""
    board = find_boards(folder)[:1]
    (result,) = build_many(board, out=tmp_path / "out", jobs=1)
    if change == "lose":
        result.files[0].unlink()
    else:
        result.files[0].write_bytes(b"edited by hand")
    (again,) = build_many(board, out=tmp_path / "out", jobs=1)
    assert not again.unchanged
    assert all(is_as_built(path.read_bytes()) for path in again.files)
    if change == "edit":
        assert result.files[0].read_bytes() == b"edited by hand"


def test_two_boards_of_one_name_are_refused(folder: Path, tmp_path: Path) -> None:
    """Their documents would overwrite each other."""
    shutil.copytree(folder / "b0", tmp_path / "other" / "B0")
    with pytest.raises(BoardError, match='Two boards lie in folders called "B0"'):
        build_many([folder / "b0", tmp_path / "other" / "B0"], out=tmp_path / "out")


def _kill_one(pids: set[int], out: Path) -> None:
    """Kill a worker as soon as the first document lies in `out`."""
    for _ in range(2000):
        if any(out.rglob("*.docx")):
            os.kill(pids.pop(), signal.SIGKILL)
            return
        time.sleep(0.005)


def _build_while_killing(executor: Executor, folder: Path, out: Path, pids: set[int]) -> tuple[BoardResult, ...]:
    killer = threading.Thread(target=_kill_one, args=(pids, out))
    killer.start()
    results = build_many(find_boards(folder), out=out, executor=executor, jobs=2)
    killer.join()
    return results


def test_a_process_killed_in_mid_batch_loses_no_document(folder: Path, tmp_path: Path) -> None:
    """Python gives up the whole pool then; what it left undone is built again elsewhere."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as executor:
        pids = {executor.submit(os.getpid).result() for _ in range(4)}
        assert_whole(_build_while_killing(executor, folder, tmp_path / "out", pids))


def test_a_job_that_ends_its_process_takes_no_other_with_it(folder: Path, tmp_path: Path) -> None:
    """A plugin that kills its process costs its board, in words, and no other board."""
    plugin = tmp_path / "deadly.py"
    plugin.write_text(
        "import os, signal\nfrom pathlib import Path\nfrom bscb_docs import hookimpl\n"
        "@hookimpl\ndef bscb_docs_figures():\n    return [figures]\n"
        "def figures(board):\n    if board.folder.name == 'b2':\n        os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return []\n"
    )
    results = build_many(find_boards(folder), out=tmp_path / "out", jobs=2, plugins=[plugin])
    assert results[2].error == "b2: the process that built it was ended from outside."
    assert_whole((*results[:2], results[3]))


@pytest.mark.filterwarnings("ignore")  # distributed warns of ports, forks and its own deprecations as it sees fit
def test_a_dask_cluster_builds_a_batch_though_a_worker_is_killed(folder: Path, tmp_path: Path) -> None:
    """Two worker processes; one is killed in mid-batch; all documents come out, none broken."""
    distributed = require_module("distributed", "distributed")
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        pids = set(client.run(os.getpid).values())
        results = _build_while_killing(client.get_executor(), folder, tmp_path / "out", set(pids))
        assert set(client.run(os.getpid).values()) != pids
    assert_whole(results)
