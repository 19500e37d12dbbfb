"""A board whose plugin is not in use: what it brought is told once, at the card that names it, with what to do."""

from pathlib import Path

import pytest

import bscb_docs
from bscb_docs.diagnostics.suggestions import NAME_PLUGIN

PLUGIN = """\
from attrs import frozen
from bscb_docs import Kind, Record, hookimpl


@frozen(kw_only=True)
class Risk(Record):
    title: str


@hookimpl.kinds
def kinds():
    return [Kind(Risk, "Risk")]
"""
REPORT = """\
# Narrative report: Report

## One

We made {{ board-visits.made }} visits.
"""


def installed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The plugin `board-visits`, as pip would have installed it."""
    package = folder / "visits-1.0.dist-info"
    package.mkdir(parents=True)
    (package / "METADATA").write_text("Metadata-Version: 2.1\nName: visits\nVersion: 1.0\n", encoding="utf-8")
    (package / "entry_points.txt").write_text("[bscb_docs]\nboard-visits = visits_of_boards\n", encoding="utf-8")
    monkeypatch.syspath_prepend(folder)


def board(folder: Path, card: str) -> Path:
    """A board with two tables, a section and a figure that nobody in use brings."""
    folder.mkdir()
    text = f"# Document report: Report\n{card}section: narrative\nsection: board-visits\n"
    (folder / "documents.md").write_text(text, encoding="utf-8")
    (folder / "board-visits.csv").write_text("title,place\nOne,Here\n", encoding="utf-8")
    (folder / "programme.csv").write_text("title\nTwo\nThree\n", encoding="utf-8")
    (folder / "report.md").write_text(REPORT, encoding="utf-8")
    return folder


def test_a_misspelt_plugin_is_told_alone_where_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The nearest that is installed is named; its tables, section and figure are not told besides."""
    installed(tmp_path / "site", monkeypatch)
    read = bscb_docs.read_board(board(tmp_path / "board", "plugin: board-vists\n"))
    told = [each for each in bscb_docs.check_documents(read) if each.stops]
    assert [(each.code, str(each.place)) for each in told] == [("PLG-01", "documents.md:2:9")]
    assert told[0].message == (
        "No plugin called board-vists is installed. Did you mean board-visits? If not, install its package, give its "
        "file with --plugin, or take its name away; `bscb-docs plugins` lists what is installed."
    )


def test_fields_and_outlines_of_a_missing_plugin_are_not_told_besides(tmp_path: Path) -> None:
    """On cards and in tables of a kind of the house, that the plugin gives a field more; a slip of spelling is told."""
    files = {
        "documents.md": "# Document times: Times\noutline: timeline\nplugin: timeline\n",
        "reviews.md": "# Review R1: One\nbegun: May 2018\npublishd: May 2018\n",
        "audits.csv": "title,begun\nTwo,May 2018\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    stops = [each for each in bscb_docs.check_documents(bscb_docs.read_board(tmp_path)) if each.stops]
    assert [(each.code, str(each.place)) for each in stops] == [
        ("PLG-01", "documents.md:3:9"),
        ("REC-03", "reviews.md:3:1"),
    ]


def test_cards_of_one_unknown_kind_are_one_finding(tmp_path: Path) -> None:
    """The list of all kinds is long, and says how a plugin is named."""
    (tmp_path / "risks.md").write_text("# Hazard: Flood\n\n# Hazard: Fire\n\n# Hazard: Frost\n", encoding="utf-8")
    (found,) = (each for each in bscb_docs.check(bscb_docs.read_board(tmp_path)) if each.code == "REC-01")
    assert len(found.places) == 3
    assert NAME_PLUGIN in found.mend


def test_what_no_plugin_in_use_brings_says_how_to_name_one(tmp_path: Path) -> None:
    """A figure as a section and a table; the table may also be of a kind that the plugins in use bring."""
    (tmp_path / "risks.py").write_text(PLUGIN, encoding="utf-8")
    read = bscb_docs.read_board(board(tmp_path / "board", ""), plugins=[tmp_path / "risks.py"])
    found = bscb_docs.check_documents(read)
    (mend,) = [each.mend for each in found if each.place.file == "programme.csv"]
    assert "as in: meetings, or of the plugins in use: risks." in mend
    assert {each.code for each in found if NAME_PLUGIN in each.mend} == {"DOC-01", "TAB-01"}
    for table in (tmp_path / "board").glob("*.csv"):
        table.unlink()
    found = bscb_docs.check_documents(bscb_docs.read_board(tmp_path / "board"))
    assert {each.code for each in found if NAME_PLUGIN in each.mend} == {"DOC-01", "FIG-06"}
