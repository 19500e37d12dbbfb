"""What stands on this computer: found, or missing with what that costs."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from bscb_docs import list_equipment
from bscb_docs.cli import main


def test_what_is_missing_says_what_it_costs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without LibreOffice there are no page numbers; the line says so, and how to get it."""
    monkeypatch.setenv("BSCB_DOCS_SOFFICE", "/nowhere/soffice")
    monkeypatch.setenv("BSCB_DOCS_CACHE", "")
    said = CliRunner().invoke(main, ["doctor"]).output
    assert "LibreOffice\tmissing" in said
    assert "Without LibreOffice: The contents have no page numbers" in said
    assert "Set BSCB_DOCS_CACHE to a folder" in said
    assert "Nothing is missing" not in said


@pytest.mark.parametrize(
    ("link", "said"), [('{"dir_info": {"editable": true}}', ""), ('{"dir_info": {}}', "in the package")]
)
def test_an_install_that_mypy_cannot_follow_is_told(
    link: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is known by what pip records of it."""
    record = tmp_path / "bscb_docs-0.1.dist-info"
    record.mkdir()
    (record / "METADATA").write_text("Metadata-Version: 2.1\nName: bscb-docs\nVersion: 0.1\n", encoding="utf-8")
    (record / "direct_url.json").write_text(link, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert {each.name: each.found for each in list_equipment()}["Types for mypy"] == said


def test_everything_names_its_cost_and_its_mend() -> None:
    """But for the library itself, which is there."""
    library, *others = list_equipment()
    assert library.found
    assert [each.name for each in others if not (each.costs.endswith(".") and each.mend.endswith("."))] == []


def test_a_package_of_an_extra_is_found_by_its_version() -> None:
    """The tests' own environment has the extras."""
    found = {each.name: each.found for each in list_equipment()}
    assert found["Packages for PDFs"].startswith("fontTools ")
    assert "pypdfium2 " in found["Packages for PDFs"]
