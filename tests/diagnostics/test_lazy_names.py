"""A package's names, each fetched from its module when it is first asked for."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from folders import ROOT

from bscb_docs import records
from bscb_docs.records.plan import Action


def test_a_name_is_that_of_its_home() -> None:
    """Asked for again it is there at once; one that is none says so."""
    assert (records.Action, vars(records)["Action"]) == (Action, Action)
    assert "Action" in dir(records)
    with pytest.raises(AttributeError, match=r"module 'bscb_docs.records' has no attribute 'Actoin'"):
        records.Actoin  # type: ignore[attr-defined]  # noqa: B018  # to ask for it is the test


@pytest.mark.parametrize("door", ["bscb_docs.records", "bscb_docs.rules.engine"])
def test_no_name_of_a_door_is_that_of_a_module_behind_it(door: str) -> None:
    """Python sets a module's name in its package when it is imported: the door's own would be hidden."""
    script = (
        f"import {door} as door, pathlib\n"
        "print(set(door.__all__) & {path.stem for path in pathlib.Path(door.__file__).parent.iterdir()})"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_names_are_found_where_the_library_lies_in_a_zip(tmp_path: Path) -> None:
    """No file of its own need be there: Python reads the package, and so are its names."""
    place = shutil.make_archive(str(tmp_path / "library"), "zip", ROOT / "src")
    script = f"import sys; sys.path.insert(0, {place!r}); import bscb_docs; print(bscb_docs.__file__, bscb_docs.Board)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.stderr, done.stdout.startswith(place)) == ("", True)
