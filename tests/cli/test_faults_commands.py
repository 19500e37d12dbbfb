"""Every command works with sockets refused, leaves nothing behind, and ends in words rather than in a traceback."""

import errno
import os
import shutil
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from folders import EXAMPLES
from programs import require

from bscb_docs.cli import main
from bscb_docs.diagnostics.cache import FOLDER

pytestmark = pytest.mark.slow

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
    ("facts", BOARD),
    ("figures", BOARD),
    ("list", BOARD, "actions", "--overdue"),
    ("sections",),
    ("plugins",),
    ("kinds",),
    ("trace", BOARD, "Executive Board"),
    ("new", "board", "fresh"),
    ("new", "section", "attendance"),
    ("new", "house", "boards/one", "--look", "warm"),
    ("looks",),
    ("doctor",),
    ("template", "check", "house.docx"),
    ("template", "text", "house.docx"),
    ("template", "sync", "house.docx"),
    ("template", "complete", "house.docx"),
    ("check-document", "house.docx"),
    ("build-many", "boards", "--out", "many", "--jobs", "1"),
    ("issue", "boards/one", "role-of-independent-chair", "--by", "Executive Board", "--on", "5 April 2018", "--no-pdf"),
    ("verify", BOARD),
    ("diff", BOARD),
    ("compare", "house.docx", "--board", BOARD),
    ("ask", BOARD, "--period", "Q3 2017-18", "--out", "forms"),
    ("take", "house.docx", "--board", "boards/one"),
    ("chase", BOARD, "--period", "Q3 2017-18"),
    ("refresh", "boards/one", "--years", "2018-19"),
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


def every_command(group: click.Group, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The words of each command, those within others too."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from every_command(command, (*before, name))
        else:
            yield (*before, name)


def test_every_command_is_tried() -> None:
    """A command that is added is added here too."""
    tried = {arguments[:length] for arguments in COMMANDS for length in (1, 2)}
    assert set(every_command(main)) - tried == set()


ALONE = """
import ctypes, os, socket, sys
if ctypes.CDLL(None, use_errno=True).unshare(0x40000000):  # CLONE_NEWNET: this process and all that it starts
    raise SystemExit("no network can be taken away here")
try: socket.create_connection(("127.0.0.1", 9), 1)
except OSError as fault: sys.stderr.write(f"{fault.errno}\\n")
from bscb_docs.cli import main
main(prog_name="bscb-docs")
"""


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root may take the network away")
@pytest.mark.parametrize(
    ("arguments", "made_by"),
    [
        (("build", BOARD, "role-of-independent-chair", "--pdf", "--out", "out"), [".docx", ".pdf"]),
        (("build-many", "boards", "--out", "many", "--jobs", "2"), [".docx"] * 4),
    ],
    ids=["LibreOffice", "processes"],
)
def test_what_a_command_starts_needs_no_network(arguments: tuple[str, ...], made_by: list[str], room: Path) -> None:
    """LibreOffice and the processes of a batch too work on a machine that has no network at all, not even to itself."""
    if "--pdf" in arguments:
        require("soffice")
    done = run(arguments, room, ALONE)
    if "no network can be taken away" in done.stderr:
        pytest.skip("this machine gives no process a network of its own")
    assert done.stderr.splitlines()[0] == str(errno.ENETUNREACH), done.stderr
    assert done.returncode == 0, done.stderr
    assert list((room / "tmp").iterdir()) == []
    made = sorted(path.suffix for folder in ("out", "many") for path in (room / folder).rglob("*.*"))
    assert [ending for ending in made if ending] == made_by


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_pages_are_made_in_private_and_removed(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While LibreOffice works, nobody else can look into its folder; afterwards it is gone."""
    monkeypatch.setenv(FOLDER, "")  # else it need not work: what it laid out for another test is kept
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
