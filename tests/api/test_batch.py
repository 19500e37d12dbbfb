"""Many boards at once: in order, each whole, none lost when one fails or a worker is killed, none built twice."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
import zipfile
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from importlib import metadata
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from folders import EXAMPLES
from programs import require_module

from bscb_docs.api import batch
from bscb_docs.api.batch import build_many, find_boards
from bscb_docs.api.board_job import BoardResult, Job, hash_job
from bscb_docs.authoring import write_board, write_section
from bscb_docs.diagnostics.errors import BoardError
from bscb_docs.output.files import is_as_built
from bscb_docs.output.manifest import LEDGER, _hash_code, hash_sources
from bscb_docs.testing import write_template

pytestmark = pytest.mark.slow

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


def test_a_folder_is_no_list_of_boards(folder: Path) -> None:
    """Each letter of its name would be taken for a board, and "/" for the whole disk."""
    with pytest.raises(BoardError, match=r"is one folder, and no list of boards\. Write find_boards\("):
        build_many(str(folder))
    with pytest.raises(BoardError, match=r"Write find_boards\("):
        build_many(folder)
    assert not (folder.parent / "out").exists()


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


def test_no_process_is_started_for_boards_that_are_unchanged(folder: Path, tmp_path: Path) -> None:
    """To start one takes longer than to see of a hundred boards that they are as they were."""
    boards = find_boards(folder)[:2]
    build_many(boards, out=tmp_path / "out", jobs=1)
    before = os.times()
    results = build_many(boards, out=tmp_path / "out", jobs=2)
    assert all(result.unchanged for result in results)
    assert os.times().children_user == before.children_user


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
    """Python gives up the whole pool then: what it left undone says so, and another run builds it."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as executor:
        pids = {executor.submit(os.getpid).result() for _ in range(4)}
        results = _build_while_killing(executor, folder, tmp_path / "out", pids)
    lost = [result for result in results if not result.files]
    assert lost
    assert all(each.error.endswith(": the process that built it was ended from outside.") for each in lost)
    assert_whole(build_many(find_boards(folder), out=tmp_path / "out", jobs=1))


class Refusing(Executor):
    """An executor that takes no job."""

    def submit(self, *_: object, **__: object) -> Future[Any]:  # type: ignore[override]  # whatever it is given
        """Says why."""
        raise ConnectionError("no such computer")


def test_what_an_executor_did_not_build_says_why(folder: Path, tmp_path: Path) -> None:
    """Who gave one wants nothing built here instead."""
    (result,) = build_many([folder / "b0"], out=tmp_path / "out", executor=Refusing())
    assert result.error == "b0: the executor did not build it (ConnectionError: no such computer)."
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_progress_raises_comes_to_the_caller(jobs: int, folder: Path, tmp_path: Path) -> None:
    """Also of boards that are as they were, whichever process would have built them."""
    boards = find_boards(folder)[:1]
    build_many(boards, documents=[], out=tmp_path / "out", jobs=1)

    def tell(result: BoardResult) -> None:
        raise RuntimeError(f"told of {result.board.name}, {result.unchanged}")

    with pytest.raises(RuntimeError, match="told of b0, True"):
        build_many(boards, documents=[], out=tmp_path / "out", jobs=jobs, progress=tell)


@pytest.mark.parametrize("jobs", [0, -1])
def test_fewer_processes_than_one_are_refused(jobs: int, tmp_path: Path) -> None:
    """With how many may be given, before anything is built."""
    with pytest.raises(BoardError, match=f"{jobs} processes build nothing. Give jobs=1 or more"):
        build_many([tmp_path / "b"], out=tmp_path / "out", jobs=jobs)


def test_no_documents_are_none(folder: Path, tmp_path: Path) -> None:
    """An empty list is not the lack of one."""
    (result,) = build_many([folder / "b0"], [], out=tmp_path / "out", jobs=1)
    assert (result.error, result.files) == ("", ())


def test_the_words_of_a_language_are_part_of_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents in Welsh are built anew where the library's Welsh words changed."""
    read, sums = Path.read_bytes, []
    for more in (b"", b"Owner,Perchennog\n"):
        _hash_code.cache_clear()
        monkeypatch.setattr(
            Path, "read_bytes", lambda path, more=more: read(path) + (more if path.suffix == ".csv" else b"")
        )
        sums.append(hash_sources(tmp_path, tmp_path, (), ""))
    _hash_code.cache_clear()
    assert sums[0] != sums[1]


def test_a_job_that_ends_its_process_takes_no_other_with_it(folder: Path, tmp_path: Path) -> None:
    """A plugin that kills its process costs its board, in words, and no other board."""
    plugin = tmp_path / "deadly.py"
    plugin.write_text(
        "import os, signal\nfrom pathlib import Path\nfrom bscb_docs import hookimpl\n"
        "@hookimpl.figures\ndef figures():\n    return [deadly]\n"
        "def deadly(board):\n    if board.folder.name == 'b2':\n        os.kill(os.getpid(), signal.SIGKILL)\n"
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


def test_a_changed_template_of_a_plugin_is_a_change(folder: Path, tmp_path: Path) -> None:
    """The .docx beside the plugin counts as its .py does, and a plugin that went is missed."""
    plugin, template, *_ = write_section("school-visits", tmp_path / "plugin")

    def build() -> BoardResult:
        return build_many([folder / "b0"], out=tmp_path / "out", jobs=1, plugins=[plugin])[0]

    assert [build().unchanged, build().unchanged] == [False, True]
    write_template(template, "heading 1 | Visits to schools")
    assert [build().unchanged, build().unchanged] == [False, True]
    plugin.unlink()
    missed = "There is no plugin file school_visits.py. Check the path given to --plugin."
    assert [each.message for each in build().findings if each.code == "PLG-01"] == [missed]


@pytest.mark.parametrize(
    "file", ["visits/__init__.py", "visits/rows.py", "visits/visits.docx", "visits.py", "visits.docx"]
)
def test_a_plugin_that_is_edited_where_it_is_installed_from_is_a_change(
    file: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The version of a package that pip installed with `--editable` stays the same while its files change."""
    own, about = tmp_path / "own", tmp_path / "own" / "visits-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: visits\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[bscb_docs]\nvisits = visits\n")
    start = own / ("visits/__init__.py" if "/" in file else "visits.py")
    start.parent.mkdir(exist_ok=True)
    start.touch()
    sums = []
    monkeypatch.syspath_prepend(own)
    for content in ("", "# edited"):
        (own / file).write_text(content)
        _hash_code.cache_clear()
        sums.append(hash_sources(tmp_path / "board", tmp_path, (), ""))
    _hash_code.cache_clear()
    assert sums[0] != sums[1]


@pytest.mark.parametrize("package", ["lxml", "pypdfium2", "fonttools", "bscb-docs"])
def test_the_version_of_every_package_that_sets_a_document_counts(
    package: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Those of the extras too: another version of one may lay out, or read, pages otherwise."""

    def summed() -> str:
        _hash_code.cache_clear()
        return hash_sources(tmp_path, tmp_path, (), "")

    before, true = summed(), metadata.version
    monkeypatch.setattr(metadata, "version", lambda name: "0" if name == package else true(name))
    after = summed()
    _hash_code.cache_clear()
    assert after != before


def test_another_office_is_a_change_only_where_pages_are_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its version counts with pages, and is not asked without."""
    hashes = {}
    for version in ("7.4", "24.2"):
        office = tmp_path / version / "soffice"
        office.parent.mkdir()
        office.write_text(f"#!/bin/sh\necho LibreOffice {version}\necho >> {tmp_path}/asked\n", encoding="utf-8")
        office.chmod(0o755)
        monkeypatch.setenv("BSCB_DOCS_SOFFICE", str(office))
        for pages in (False, True, True):
            hashes[version, pages] = hash_job(Job(tmp_path / "b", (), tmp_path / "out", pages, ()))
    assert hashes["7.4", False] == hashes["24.2", False]
    assert hashes["7.4", True] != hashes["24.2", True]
    assert (tmp_path / "asked").read_text(encoding="utf-8") == "\n\n"


def test_no_more_processes_are_asked_for_than_windows_allows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hundreds of boards and jobs make a pool of 61."""
    asked: list[int] = []

    def pool(count: int) -> Executor:
        asked.append(count)
        return ThreadPoolExecutor(2)

    monkeypatch.setattr(batch, "_processes", pool)
    build_many([tmp_path / f"b{number}" for number in range(70)], out=tmp_path / "out", jobs=200)
    assert asked == [61]


def test_boards_are_found_by_every_file_that_reading_reads(tmp_path: Path) -> None:
    """Tables alone, records in sub-folders and capital endings are boards; hidden and lock files are none."""
    for name in (
        *("capital/BOARD.MD", "lists/plan.csv", "sheets/Plan.XLSX", "deep/2024/q1/plan.md"),
        *(".git/readme.md", "none/notes.txt", "locked/~$plan.xlsx", "inside/.hidden/plan.md"),
    ):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text("words", encoding="utf-8")
    assert [path.name for path in find_boards(tmp_path)] == ["capital", "deep", "lists", "sheets"]


def test_a_folder_without_boards_is_told(tmp_path: Path) -> None:
    """The error names what a board holds."""
    (tmp_path / "none").mkdir()
    with pytest.raises(BoardError, match=r"holds no boards: no folder in it has a \.md, \.csv or \.xlsx file\."):
        find_boards(tmp_path)


def test_the_command_prints_what_was_found(tmp_path: Path) -> None:
    """As `build` does, under the board's name; a draft's stop ends it with 1, and again when nothing changed."""
    for name in ("draft", "final", "sound"):
        write_board(tmp_path / "boards" / name)
    for name, state in (("draft", "draft"), ("final", "for approval")):
        register = tmp_path / "boards" / name / "documents.md"
        text = register.read_text(encoding="utf-8").replace("section: foreword", "section: forword")
        register.write_text(text.replace("\nstate: draft", f"\nstate: {state}"), encoding="utf-8")
    found = 'stop: documents.md:18:10: [DOC-01] There is no section called forword. Did you mean "foreword"? '
    found += "If a plugin offers it, name that: --plugin FILE, or plugin: on the document's card."
    for unchanged in ("", " (unchanged)"):
        command = [sys.executable, "-m", "bscb_docs", "build-many", "boards", "--jobs", "1"]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        lines = done.stdout.splitlines()
        assert (lines[:2], lines[3:4]) == (["draft:", found], ["final:"])
        assert lines[2].startswith("draft: out")
        assert lines[2].endswith(f"-draft-0.1.docx{unchanged}")
        assert found in lines[4:-2]
        assert lines[-2].startswith("sound: out")
        assert lines[-1] == "2 of 3 boards built."
        assert done.stderr.startswith("final: Safeguarding Plan was not written: ")
        assert done.returncode == 1


def test_the_command_ends_with_1_where_only_a_draft_has_a_stop(tmp_path: Path) -> None:
    """As `build` does, though every board was built."""
    write_board(tmp_path / "boards" / "draft")
    register = tmp_path / "boards" / "draft" / "documents.md"
    text = register.read_text(encoding="utf-8").replace("section: foreword", "section: forword")
    command = [sys.executable, "-m", "bscb_docs", "build-many", "boards", "--jobs", "1"]
    ended = [subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode]
    register.write_text(text, encoding="utf-8")
    ended += [subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode for _ in range(2)]
    assert ended == [0, 1, 1]
