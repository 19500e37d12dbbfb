"""Every command works with sockets refused, leaves nothing behind, and ends in words rather than in a traceback."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from conftest import EXAMPLES

NO_SOCKETS = """
import socket, sys
def refuse(*a, **k): raise SystemExit("a socket was opened")
socket.socket = socket.create_connection = socket.getaddrinfo = refuse
EVENTS = ("socket.connect", "socket.bind", "socket.getaddrinfo")
sys.addaudithook(lambda event, args: refuse() if event in EVENTS else None)
from bscb_docs.cli import main
main(prog_name="bscb-docs")
"""

BOARD = str(EXAMPLES / "birmingham")
COMMANDS = [
    ("--help",),
    ("--version",),
    ("build", BOARD, "--no-pages", "--out", "out"),
    ("check", BOARD),
    ("check", BOARD, "--format", "json"),
    ("documents", BOARD),
    ("figures", BOARD),
    ("sections",),
    ("kinds",),
    ("trace", BOARD, "Executive Board"),
    ("new", "board", "fresh"),
    ("template", "check", "house.docx"),
    ("template", "text", "house.docx"),
    ("check-document", "house.docx"),
    ("build-many", "boards", "--out", "many", "--jobs", "1"),
]


def run(arguments: tuple[str, ...], folder: Path, program: str = NO_SOCKETS) -> subprocess.CompletedProcess[str]:
    """A command run in the folder, its temporary files in a place of its own there."""
    (folder / "tmp").mkdir(exist_ok=True)
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        text=True,
        cwd=folder,
        env=os.environ | {"TMPDIR": str(folder / "tmp")},
        check=False,
    )


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A folder with what the commands are pointed at."""
    house = Path(__import__("bscb_docs.templates", fromlist=["x"]).__file__ or "").parent / "house.docx"
    shutil.copy(house, tmp_path / "house.docx")
    shutil.copytree(EXAMPLES / "birmingham", tmp_path / "boards" / "one")
    return tmp_path


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_command_needs_no_network_and_leaves_nothing_behind(arguments: tuple[str, ...], room: Path) -> None:
    """With sockets refused it ends as it should, without a traceback, and its temporary folder is empty."""
    done = run(arguments, room)
    assert done.returncode in (0, 1), done.stderr
    assert "Traceback" not in done.stderr
    assert "itself failed" not in done.stderr
    assert "socket" not in done.stderr
    assert list((room / "tmp").iterdir()) == []


def test_every_command_is_tried(room: Path) -> None:
    """A command that is added is added here too."""
    shown = run(("--help",), room).stdout
    listed = {line.split()[0] for line in shown.partition("Commands:")[2].splitlines() if line.strip()}
    assert {word for word in listed if shown.count(f"\n  {word} ")} <= {arguments[0] for arguments in COMMANDS}


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_pages_are_made_in_private_and_removed(room: Path) -> None:
    """While LibreOffice works, nobody else can look into its folder; afterwards it is gone."""
    seen: list[int] = []
    done = threading.Event()

    def look() -> None:
        while not done.is_set():
            seen.extend(stat.S_IMODE(path.stat().st_mode) for path in (room / "tmp").glob("*") if path.is_dir())
            time.sleep(0.01)

    (room / "tmp").mkdir()
    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        ran = run(("build", BOARD, "role-of-independent-chair", "--out", "out"), room, NO_SOCKETS)
    finally:
        done.set()
        watcher.join()
    assert "Traceback" not in ran.stderr
    assert set(seen) == {0o700}
    assert list((room / "tmp").iterdir()) == []


@pytest.mark.parametrize("name", ["../outside", "/tmp/outside", "a/b", "..", "con", "x" * 300, "a\x1fb"])  # noqa: S108
def test_a_path_in_a_documents_name_leads_nowhere(name: str, room: Path) -> None:
    """A name from the register becomes a file in the folder asked for, or is refused; nothing lies elsewhere."""
    board = room / "boards" / "one"
    register = board / "documents.md"
    text = register.read_text(encoding="utf-8").replace("Document role-of-independent-chair", f"Document {name}")
    register.write_text(text + f"\n# Document {name}: A name\noutline: role-of-independent-chair\n", encoding="utf-8")
    before = set(room.rglob("*")) | set(room.parent.glob("*"))
    done = run(("build", str(board), "--no-pages", "--out", "out"), room)
    assert "Traceback" not in done.stderr
    assert "itself failed" not in done.stderr
    new = (set(room.rglob("*")) | set(room.parent.glob("*"))) - before - {room / "tmp"}
    assert [path for path in new if path != room / "out" and path.parent != room / "out"] == []
