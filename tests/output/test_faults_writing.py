"""Writing when things fail: the old file or the new one, whole, and no litter after the next run."""

import io
import os
import platform
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import threading
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest
from folders import EXAMPLES
from one_section import Words, board_of, build, paragraph, template
from permissions import open_to_others
from word_files import packed

import bscb_docs
from bscb_docs import SavingError
from bscb_docs.output.atomic_files import write_whole
from bscb_docs.output.files import is_as_built, save_document

pytestmark = pytest.mark.slow

KILLS = int(os.environ.get("BSCB_DOCS_KILLS", "6"))
"""How often a writer is killed; 100 in the long run."""
WRITERS = 8
LOOP = """
import sys
from pathlib import Path
from bscb_docs.output.files import save_document
path, contents = Path(sys.argv[1]), [Path(name).read_bytes() for name in sys.argv[2:]]
print("ready", flush=True)
while True:
    for data in contents:
        save_document(path, data)
"""


@pytest.fixture
def versions(tmp_path: Path) -> list[Path]:
    """Two documents as built, some hundred kilobytes each so that writing takes a while."""
    dice = random.Random(1)  # noqa: S311  # the same every time
    paths = []
    for name in ("one", "two"):
        words = " ".join(f"{name}{dice.randrange(10**12)}" for _ in range(20_000))
        paths.append(tmp_path / f"{name}.docx")
        paths[-1].write_bytes(build(paragraph("{{ words }}"), tmp_path, Words(words)).data)
    return paths


COMPUTER = re.sub(r"\W+", "-", platform.node())
"""This one, as the name of a draft says it."""


def litter(folder: Path, *kept: str) -> list[str]:
    """What lies in the folder beside the files named."""
    return sorted(path.name for path in folder.iterdir() if path.name not in kept)


def test_a_writer_killed_at_any_moment_leaves_a_whole_file(versions: list[Path], tmp_path: Path) -> None:
    """After each kill the file is one of the two versions, and the next run sweeps what was left beside it."""
    target = tmp_path / "out" / "document.docx"
    dice = random.Random(2)  # noqa: S311  # the same every time
    whole = {path.read_bytes() for path in versions}
    for _ in range(KILLS):
        writer = subprocess.Popen([sys.executable, "-c", LOOP, target, *versions], stdout=subprocess.PIPE)
        assert writer.stdout is not None
        with writer.stdout:
            writer.stdout.readline()
            time.sleep(dice.random() * 0.05)
            writer.send_signal(signal.SIGKILL)
            writer.wait()
        if target.exists():
            assert target.read_bytes() in whole
    save_document(target, versions[0].read_bytes())
    assert litter(target.parent, "document.docx") == []


def test_a_writer_killed_in_the_middle_leaves_the_old_file(versions: list[Path], tmp_path: Path) -> None:
    """The system kills it at the 50,000th byte: the old file is whole, and the next run sweeps the half of the new."""
    target = tmp_path / "out" / "document.docx"
    save_document(target, versions[1].read_bytes())
    code = (
        "import resource, signal, sys\nfrom pathlib import Path\nfrom bscb_docs.output.files import save_document\n"
        "data = Path(sys.argv[2]).read_bytes()\nresource.setrlimit(resource.RLIMIT_CORE, (0, 0))\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_DFL)\nresource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))\n"
        "save_document(Path(sys.argv[1]), data)"
    )
    done = subprocess.run([sys.executable, "-c", code, target, versions[0]], capture_output=True, check=False)
    assert done.returncode == -signal.SIGXFSZ
    assert target.read_bytes() == versions[1].read_bytes()
    assert [(target.parent / name).stat().st_size for name in litter(target.parent, "document.docx")] == [50_000]
    save_document(target, versions[0].read_bytes())
    assert litter(target.parent, "document.docx") == []
    assert target.read_bytes() == versions[0].read_bytes()


def test_what_is_left_is_swept_though_nothing_is_written(tmp_path: Path) -> None:
    """A run that finds the file as it would write it sweeps too; what another run is writing stays until that ends."""
    target = tmp_path / "document.docx"
    save_document(target, b"x")
    running = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    try:
        left = tmp_path / f".document.docx.new.1.{COMPUTER}.{running.pid}.tmp"
        left.write_bytes(b"half")
        save_document(target, b"x")
        assert litter(tmp_path, "document.docx") == [left.name]
    finally:
        running.communicate()
    save_document(target, b"x")
    assert litter(tmp_path, "document.docx") == []


def test_what_another_computer_is_writing_stays(tmp_path: Path) -> None:
    """In a shared folder the number of its process says nothing here."""
    target = tmp_path / "document.docx"
    left = tmp_path / f".document.docx.new.1.another-computer.{2**22 + 1}.tmp"
    left.write_bytes(b"half")
    save_document(target, b"x")
    assert litter(tmp_path, "document.docx") == [left.name]


def test_a_document_that_is_being_published_is_never_half_there(tmp_path: Path) -> None:
    """The whole command is killed while it writes; what stands there opens, and a second run mends the rest."""
    command = [
        sys.executable,
        "-m",
        "bscb_docs",
        "build",
        f"{EXAMPLES}/birmingham",
        "--no-pages",
        "--out",
        f"{tmp_path}",
    ]
    subprocess.run(command, capture_output=True, check=False)
    names = sorted(path.name for path in tmp_path.iterdir())
    for path in tmp_path.iterdir():
        path.unlink()
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while running.poll() is None and not any(tmp_path.iterdir()):
        time.sleep(0.001)
    running.kill()
    running.wait()
    assert all(is_as_built(path.read_bytes()) for path in tmp_path.glob("*.docx"))
    subprocess.run(command, capture_output=True, check=False)
    assert sorted(path.name for path in tmp_path.iterdir()) == names


@pytest.mark.parametrize("old", [False, True])
def test_a_full_disk_leaves_what_was_there(versions: list[Path], tmp_path: Path, *, old: bool) -> None:
    """The system refuses in the middle of writing: plain words, the old file whole, nothing beside it."""
    target = tmp_path / "out" / "document.docx"
    target.parent.mkdir()
    if old:
        shutil.copy(versions[1], target)
    code = (
        "import resource, signal, sys\nfrom pathlib import Path\nfrom bscb_docs.output.files import save_document\n"
        "data = Path(sys.argv[2]).read_bytes()\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\nresource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))\n"
        "save_document(Path(sys.argv[1]), data)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, target, versions[0]], capture_output=True, text=True, check=False
    )
    assert "SavingError: document.docx could not be written" in done.stderr
    assert litter(target.parent, "document.docx") == []
    assert target.exists() is old
    if old:
        assert target.read_bytes() == versions[1].read_bytes()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a small disk")
def test_a_small_disk_that_fills_up(versions: list[Path], tmp_path: Path) -> None:
    """A disk of 256 KB in memory takes no second document: the words say that the disk is full."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("this machine mounts no small disk")
    try:
        with pytest.raises(SavingError, match="the disk is full"):
            write_whole(disk / "document.docx", os.urandom(400_000))
        assert litter(disk) == []
    finally:
        subprocess.run(["umount", disk], check=True)


def test_a_target_that_may_not_be_written(versions: list[Path], tmp_path: Path) -> None:
    """A file stands where the folder should be, or a folder where the file should be: plain words, nothing changed."""
    (tmp_path / "out").write_text("a file")
    with pytest.raises(SavingError, match="another kind stands in its way"):
        save_document(tmp_path / "out" / "document.docx", versions[0].read_bytes())
    (tmp_path / "folder" / "document.docx" / "inner").mkdir(parents=True)
    with pytest.raises(SavingError, match=r"document\.docx could not be written"):
        save_document(tmp_path / "folder" / "document.docx", versions[0].read_bytes())
    assert litter(tmp_path / "folder", "document.docx") == []


def test_a_read_only_folder(versions: list[Path], tmp_path: Path) -> None:
    """A folder that nobody may write to: the words ask for the right to write there."""
    folder = tmp_path / "out"
    folder.mkdir()
    code = (
        "import os, sys\nfrom pathlib import Path\nfrom bscb_docs.output.files import save_document\n"
        "data = Path(sys.argv[2]).read_bytes()\n"
        "if os.geteuid() == 0: os.setuid(65534)\n"
        "save_document(Path(sys.argv[1]) / 'document.docx', data)"
    )
    open_to_others(tmp_path)
    open_to_others(versions[0].parent)
    folder.chmod(0o555)
    versions[0].chmod(0o644)
    done = subprocess.run(
        [sys.executable, "-c", code, folder, versions[0]], capture_output=True, text=True, check=False
    )
    folder.chmod(0o755)
    assert "SavingError: document.docx could not be written. If it is open, close it in Word" in done.stderr
    assert litter(folder) == []


LOCKED = """
import os, sys
from pathlib import Path
from bscb_docs.output.atomic_files import write_together
from bscb_docs.output.files import save_document
folder = Path(sys.argv[1])
data = Path(sys.argv[2]).read_bytes()
save_document(folder / "warm.docx", data)
(folder / "warm.docx").unlink()
os.setuid(65534)
write_together({folder / name: data for name in sys.argv[3:]})
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give a file to another")
@pytest.mark.parametrize("names", [("theirs.docx",), ("mine.docx", "theirs.docx"), ("new.docx", "theirs.docx")])
def test_a_file_that_is_locked_stays_with_all_of_its_pack(
    versions: list[Path], tmp_path: Path, names: tuple[str, ...]
) -> None:
    """The new one may be written but not take its place: each file is as it was, and the words say what to do."""
    folder = tmp_path / "out"
    folder.mkdir()
    open_to_others(tmp_path)
    versions[0].chmod(0o644)
    open_to_others(versions[0].parent)
    for name, owner in (("mine.docx", 65534), ("theirs.docx", 0)):
        shutil.copy(versions[1], folder / name)
        os.chown(folder / name, owner, owner)
    folder.chmod(0o1777)  # whoever owns a file there is alone in replacing it, as with one that is open in Word
    done = subprocess.run(
        [sys.executable, "-c", LOCKED, folder, versions[0], *names], capture_output=True, text=True, check=False
    )
    assert "SavingError: theirs.docx could not be written. If it is open, close it in Word" in done.stderr
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == dict.fromkeys(
        ("mine.docx", "theirs.docx"), versions[1].read_bytes()
    )


def test_eight_writers_at_once_leave_one_whole_file(versions: list[Path], tmp_path: Path) -> None:
    """Whoever comes last, the file is whole, and nothing lies beside it once all have ended."""
    target = tmp_path / "out" / "document.docx"
    writers = [
        subprocess.Popen([sys.executable, "-c", LOOP, target, *versions], stdout=subprocess.PIPE)
        for _ in range(WRITERS)
    ]
    try:
        for writer in writers:
            assert writer.stdout is not None
            with writer.stdout:
                writer.stdout.readline()
        seen = set()
        for _ in range(200):
            with target.open("rb") as stream:
                seen.add(stream.read())
        assert seen <= {path.read_bytes() for path in versions}
        assert [writer.poll() for writer in writers] == [None] * WRITERS
    finally:
        for writer in writers:
            writer.kill()
            writer.wait()
    save_document(target, versions[0].read_bytes())
    assert litter(target.parent, "document.docx") == []


def test_a_link_stays_a_link(versions: list[Path], tmp_path: Path) -> None:
    """What a symbolic link points to is replaced; the link stands."""
    real = tmp_path / "shared" / "document.docx"
    real.parent.mkdir()
    shutil.copy(versions[1], real)
    link = tmp_path / "link.docx"
    link.symlink_to(real)
    save_document(link, versions[0].read_bytes())
    assert link.is_symlink()
    assert real.read_bytes() == versions[0].read_bytes()


def test_a_link_in_a_circle_is_refused(tmp_path: Path) -> None:
    """A link that leads to itself is told of in plain words."""
    link = tmp_path / "document.docx"
    link.symlink_to(link)
    with pytest.raises(SavingError, match=r"document\.docx could not be written"):
        save_document(link, b"x")


def edited(data: bytes) -> bytes:
    """The file as a person saves it after changing a word."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        return packed({name: source.read(name).replace(b"Some words", b"Other words") for name in source.namelist()})


def test_a_file_edited_by_hand_is_left_alone(tmp_path: Path) -> None:
    """The new one is written beside it, again and again into the same place while nobody edits that one too."""
    first = build(paragraph("{{ words }}"), tmp_path)
    second = build(paragraph("{{ words }}, and more"), tmp_path)
    target = tmp_path / "out" / "document.docx"
    first.save(target)
    by_hand = edited(target.read_bytes())
    target.write_bytes(by_hand)
    for _ in range(2):
        saved = second.save(target)
        assert (saved.path.name, saved.beside) == ("document-new.docx", target)
        assert target.read_bytes() == by_hand
        assert saved.path.read_bytes() == second.data
    assert litter(target.parent, "document.docx", "document-new.docx") == []


def test_a_file_that_is_no_word_file_counts_as_edited(tmp_path: Path) -> None:
    """Whatever a person put there is not overwritten."""
    built = build(paragraph("{{ words }}"), tmp_path)
    target = tmp_path / "document.docx"
    for content in (b"", b"not a Word file", b"PK\x03\x04" + bytes(100)):
        target.write_bytes(content)
        assert built.save(target).path.name == "document-new.docx"
        assert target.read_bytes() == content


def test_a_file_of_which_bytes_were_lost_counts_as_edited(tmp_path: Path) -> None:
    """What marks it as built cannot be unpacked: a copy that was broken off, or a bad drive."""
    data = bytearray(build(paragraph("{{ words }}"), tmp_path).data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        begins = archive.getinfo("docProps/core.xml").header_offset
    data[begins + 47 : begins + 60] = b"\xff" * 13
    assert not is_as_built(bytes(data))


def test_a_part_hidden_behind_another_of_its_name_counts_as_edited(tmp_path: Path) -> None:
    """A zip may name one part twice; what Word shows of it is not what was built."""
    built = build(paragraph("{{ words }}"), tmp_path)
    target = tmp_path / "document.docx"
    built.save(target)
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(target, "a") as archive:
        archive.writestr("word/document.xml", b"<w/>")
    assert not is_as_built(target.read_bytes())


def test_a_file_that_vanishes_meanwhile_is_written_anew(versions: list[Path], tmp_path: Path) -> None:
    """Another program may take the file away between two looks at it."""
    target = tmp_path / "out" / "document.docx"
    code = "import sys\nfrom pathlib import Path\np = Path(sys.argv[1])\nprint(1, flush=True)\n"
    code += "while True: p.unlink(missing_ok=True)"
    thief = subprocess.Popen([sys.executable, "-c", code, target], stdout=subprocess.PIPE)
    try:
        assert thief.stdout is not None
        with thief.stdout:
            thief.stdout.readline()
            for path in versions * 30:
                save_document(target, path.read_bytes())
    finally:
        thief.kill()
        thief.wait()
    save_document(target, versions[0].read_bytes())
    assert litter(target.parent, "document.docx") == []


def test_a_new_file_has_the_rights_that_new_files_have(tmp_path: Path) -> None:
    """What else is written into a shared folder can be read there, and so can a document."""
    target = tmp_path / "document.docx"
    before = os.umask(0o027)
    try:
        write_whole(target, b"x")
    finally:
        os.umask(before)
    assert oct(target.stat().st_mode & 0o777) == "0o640"


def test_nothing_is_written_through_a_planted_link(tmp_path: Path) -> None:
    """Somebody else who may write to the folder cannot turn the draft of a document into another file."""
    victim, target = tmp_path / "victim", tmp_path / "document.docx"
    victim.write_bytes(b"mine")
    (tmp_path / f".document.docx.new.{threading.get_ident()}.{COMPUTER}.{os.getpid()}.tmp").symlink_to(victim)
    write_whole(target, b"x")
    assert (victim.read_bytes(), target.read_bytes(), target.is_symlink()) == (b"mine", b"x", False)


def test_threads_of_one_process_write_one_file_whole(tmp_path: Path) -> None:
    """Two threads that write the same document do not share a draft."""
    target, contents = tmp_path / "document.docx", [bytes([number]) * 300_000 for number in range(4)]
    with ThreadPoolExecutor(4) as executor:
        list(executor.map(partial(write_whole, target), contents * 20))
    assert target.read_bytes() in contents
    assert litter(tmp_path, "document.docx") == []


def test_a_board_is_never_written_to(tmp_path: Path) -> None:
    """Building leaves the board's folder as it was, to the byte and the second."""
    folder = tmp_path / "board"
    shutil.copytree(EXAMPLES / "birmingham", folder)

    def state() -> dict[Path, tuple[int, bytes]]:
        return {p: (p.stat().st_mtime_ns, p.read_bytes() if p.is_file() else b"") for p in folder.rglob("*")}

    before = state()
    board = bscb_docs.read_board(folder)
    bscb_docs.check(board)
    bscb_docs.build(board, "role-of-independent-chair").save(tmp_path / "out" / "role.docx")
    assert state() == before


def test_limits_of_open_files_are_told(tmp_path: Path) -> None:
    """Too many open files is a sentence too."""
    board = board_of(packed(template(paragraph("{{ words }}"))), tmp_path)
    built = bscb_docs.build(board, "one")
    data = built.data
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, hard))
    try:
        with pytest.raises(SavingError, match=r"document\.docx could not be written: Too many open files"):
            save_document(tmp_path / "document.docx", data)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@pytest.mark.parametrize("lock", ["~$document.docx", "~$cument.docx"])
def test_a_document_that_is_open_in_word_is_not_replaced(lock: str, tmp_path: Path) -> None:
    """Word's lock file lies beside it: the message says so, and what stands there stands."""
    target = tmp_path / "document.docx"
    save_document(target, b"old")
    (tmp_path / lock).write_bytes(b"Jo")
    with pytest.raises(SavingError, match=r"somebody has it open in Word\. Close it there"):
        save_document(target, b"new")
    assert target.read_bytes() == b"old"


def test_a_path_that_is_too_long_is_told(tmp_path: Path) -> None:
    """In words, and nothing is left of it."""
    with pytest.raises(SavingError, match="its path is too long"):
        save_document(tmp_path / f"{'x' * 250}.docx", b"new")
    assert litter(tmp_path) == []
