"""The corpus runner: published texts become reports, and what is found in them can be judged."""

from pathlib import Path

import pytest

from benchmarks.agreement.__main__ import main
from benchmarks.agreement.judgements import read_judgements
from benchmarks.agreement.reports import reports_in

TEXT = (
    "Some words before any heading.\n\n# Findings\n\n## Help\n\nThe partners organize help. They organize it {early}.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two texts of two bodies."""
    for name in ("one-body/letter-2024-05.md", "other-body/report.txt"):
        path = tmp_path / name
        path.parent.mkdir()
        path.write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_findings_are_counted_by_code(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each American spelling of both texts is counted, and nothing of the neutral board is."""
    main([str(folder), "--judged", str(folder / "none.tsv")])
    out = capsys.readouterr().out
    assert out.splitlines()[0] == "34 words"
    assert [line.split()[:4] for line in out.splitlines() if "note " in line] == [["STY-02", "note", "2", "4"]]


def test_a_judgement_is_known_again(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a sample shows can be added to the sheet with a verdict, and the table counts it."""
    sheet, new = folder / "judged.tsv", folder / "new.tsv"
    main([str(folder), "--sample", "1", "--judged", str(sheet)])
    key = capsys.readouterr().out.split("\t")[:3]
    rows = (("file", "place", "code", "verdict", "why"), (*key, "false", "for the test"))
    new.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    main([str(folder), "--add", str(new), "--judged", str(sheet)])
    assert [each.why for each in read_judgements(sheet).values()] == ["for the test"]
    main([str(folder), "--judged", str(sheet)])
    (row,) = [line.split() for line in capsys.readouterr().out.splitlines() if line.startswith("STY-02")]
    assert row[5:7] == ["2", "2"]  # both bodies have the very text


def test_a_cap_takes_whole_lines_and_a_name_gives_the_date(folder: Path) -> None:
    """No more words of a body than the cap, and the month at the end of a file's name is its date."""
    first, second = reports_in(folder, cap=6)
    assert first.text.strip() == "Some words before any heading."
    assert (first.body, first.as_at) == ("one-body", "May 2024")
    assert (second.body, second.as_at) == ("other-body", "")
