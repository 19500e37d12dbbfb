"""Publishing a pack: its drafts, and all of its documents for approval or none, on the disk as in the words."""

from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner
from programs import office_that_ends_at
from small_boards import NARRATIVE, board_of

import bscb_docs
from bscb_docs import Board, SavingError
from bscb_docs.cli import main
from bscb_docs.diagnostics.cache import FOLDER
from bscb_docs.output.atomic_files import write_together

TWO = "# Document one: One\nsection: narrative\n\n# Document two: Two\nsection: narrative\n"


@pytest.fixture
def pack(tmp_path: Path) -> Board:
    """A board with two drafts."""
    return board_of(tmp_path / "board", TWO, "one", "two")


def listed(folder: Path) -> list[str]:
    """Every name in a folder, hidden ones too."""
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("old", [None, b"old"])
@pytest.mark.parametrize("blocked", ["one-draft-0.1.docx", "two-draft-0.1.docx"])
def test_a_target_in_the_way_leaves_every_file_as_it_was(
    old: bytes | None, blocked: str, pack: Board, tmp_path: Path
) -> None:
    """A folder that stands where one file belongs keeps the other from being written too, and leaves no litter."""
    out = tmp_path / "out"
    (out / blocked).mkdir(parents=True)
    other = out / ({"one-draft-0.1.docx", "two-draft-0.1.docx"} - {blocked}).pop()
    if old:
        other.write_bytes(old)
    before = listed(out)
    with pytest.raises(SavingError, match=rf"{blocked} could not be written"):
        bscb_docs.publish_pack(pack, ("one", "two"), out, pages=False)
    assert listed(out) == before
    assert not old or other.read_bytes() == old


def test_a_file_that_cannot_take_its_place_puts_the_others_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What had taken its place already is as it was: the old file is back, and a new one is gone."""
    files = {tmp_path / name: b"new" for name in ("old.docx", "none.docx", "open-in-word.docx", "last.docx")}
    for name in ("old.docx", "open-in-word.docx"):
        (tmp_path / name).write_bytes(b"old")
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        """What Windows does where Word has the file open."""
        if "open-in-word" in self.name and ".new." in self.name:
            raise PermissionError(13, "open in another program")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(SavingError, match=r"open-in-word\.docx could not be written\. If it is open, close it in Word"):
        write_together(files)
    assert listed(tmp_path) == ["old.docx", "open-in-word.docx"]
    assert {path.read_bytes() for path in tmp_path.iterdir()} == {b"old"}


def test_a_pack_is_written_whole_and_a_pdf_beside_each(pack: Board, tmp_path: Path) -> None:
    """Where nothing is in the way, every document and PDF stands there, and nothing else."""
    published = bscb_docs.publish_pack(pack, ("one", "two"), tmp_path / "out", pages=True, pdf=True)
    names = ["one-draft-0.1.docx", "one-draft-0.1.pdf", "two-draft-0.1.docx", "two-draft-0.1.pdf"]
    assert listed(tmp_path / "out") == names
    assert sorted(path.name for p in published for path in (p.saved.path, p.pdf) if path) == names
    again = bscb_docs.publish_pack(pack, ("one", "two"), tmp_path / "out", pages=True)
    assert [document.saved.changed for document in again] == [False, False]


def test_an_obstructed_pdf_keeps_the_documents_back(pack: Board, tmp_path: Path) -> None:
    """A PDF that cannot be written leaves no document without it."""
    (tmp_path / "out" / "two-draft-0.1.pdf").mkdir(parents=True)
    with pytest.raises(SavingError, match=r"two-draft-0\.1\.pdf could not be written"):
        bscb_docs.publish_pack(pack, ("one", "two"), tmp_path / "out", pdf=True)
    assert listed(tmp_path / "out") == ["two-draft-0.1.pdf"]


def test_a_pack_in_which_one_is_stopped_writes_its_drafts_and_none_for_approval(tmp_path: Path) -> None:
    """Those for approval quote each other: one that is stopped keeps all of them back, and no draft; that is said."""
    register = f"{TWO}section: nothing\n\n# Document three: Three\nsection: narrative\n\n# Issue two 1.0\n"
    register += "state: for approval\n\n# Issue three 1.0\nstate: for approval\n"
    board = board_of(tmp_path / "board", register, "one", "two", "three")
    with pytest.raises(bscb_docs.StoppedError) as stopped:
        bscb_docs.publish_pack(board, ("one", "two", "three"), tmp_path / "out", pages=False)
    assert str(stopped.value) == (
        "Two was not written: 1 finding stops it. Mend it, or mark the version as a draft. "
        "Of the others, drafts and working papers alone were written."
    )
    assert "DOC-01" in [finding.code for finding in stopped.value.findings]
    assert stopped.value.written == (tmp_path / "out" / "one-draft-0.1.docx",)
    assert listed(tmp_path / "out") == ["one-draft-0.1.docx"]
    done = CliRunner().invoke(main, ["build", str(tmp_path / "board"), "--out", str(tmp_path / "out"), "--no-pages"])
    assert (done.exit_code, "one-draft-0.1.docx" in done.output) == (1, True), done.output


def test_a_pdf_that_somebody_marked_is_left_alone(pack: Board, tmp_path: Path) -> None:
    """What is as it was built is written over; what carries a person's notes stands, and the new one lies beside it."""
    out = tmp_path / "out"
    (first,) = bscb_docs.publish_pack(pack, ("one",), out, pdf=True)
    (again,) = bscb_docs.publish_pack(pack, ("one",), out, pdf=True)
    assert first.pdf == again.pdf == out / "one-draft-0.1.pdf"
    with pikepdf.open(first.pdf, allow_overwriting_input=True) as pdf:
        pdf.docinfo["/Subject"] = "with my notes"
        pdf.save()
    marked = first.pdf.read_bytes()
    (beside,) = bscb_docs.publish_pack(pack, ("one",), out, pdf=True)
    assert beside.pdf == out / "one-draft-0.1-new.pdf"
    assert first.pdf.read_bytes() == marked
    assert listed(out) == ["one-draft-0.1-new.pdf", "one-draft-0.1.docx", "one-draft-0.1.pdf"]


def test_a_document_that_cannot_be_printed_costs_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """LibreOffice ends at one document: its Word file and the other's both are written, and a stop names its PDF."""
    monkeypatch.setenv("BSCB_DOCS_SOFFICE", str(office_that_ends_at(tmp_path, "Words of two")))
    monkeypatch.setenv(FOLDER, str(tmp_path / "store"))
    second = NARRATIVE.format(name="two").replace("Hello", "Words of two")
    board = board_of(tmp_path / "other", TWO, "one", two=second)

    published = bscb_docs.publish_pack(board, ("one", "two"), tmp_path / "out", pdf=True)

    assert listed(tmp_path / "out") == ["one-draft-0.1.docx", "one-draft-0.1.pdf", "two-draft-0.1.docx"]
    told = [[each.code for each in one.findings if each.stops] for one in published]
    assert told == [[], ["PDF-04"]]


def test_the_pdf_of_an_earlier_build_is_named_where_none_can_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It lies beside a newer Word file, and is left where it is: somebody may have it open."""
    first = board_of(tmp_path / "first", TWO, "one", two=NARRATIVE.format(name="two"))
    bscb_docs.publish_pack(first, ("two",), tmp_path / "out", pdf=True)
    monkeypatch.setenv("BSCB_DOCS_SOFFICE", str(office_that_ends_at(tmp_path, "Words of two")))
    monkeypatch.setenv(FOLDER, str(tmp_path / "store"))
    second = board_of(
        tmp_path / "second", TWO, "one", two=NARRATIVE.format(name="two").replace("Hello", "Words of two")
    )

    (again,) = bscb_docs.publish_pack(second, ("two",), tmp_path / "out", pdf=True)

    told = {each.code: each.message for each in again.findings if each.code.startswith("PDF")}
    assert list(told) == ["PDF-04", "PDF-05"]
    assert told["PDF-05"] == "two-draft-0.1.pdf is of an earlier build than two-draft-0.1.docx: send it to nobody."
    assert listed(tmp_path / "out") == ["two-draft-0.1.docx", "two-draft-0.1.pdf"]


def test_the_pdf_of_an_earlier_build_is_named_where_none_is_asked_for(tmp_path: Path) -> None:
    """A Word file that is written anew beside it says so; one that is as it was says nothing."""
    words = NARRATIVE.format(name="two")
    bscb_docs.publish_pack(board_of(tmp_path / "first", TWO, "one", two=words), ("two",), tmp_path / "out", pdf=True)
    second = board_of(tmp_path / "second", TWO, "one", two=words.replace("Hello", "Words of two"))

    told = [bscb_docs.publish_pack(second, ("two",), tmp_path / "out") for _ in range(2)]

    codes = [[each.code for each in one.findings if each.code.startswith("PDF")] for (one,) in told]
    assert codes == [["PDF-05"], []]
