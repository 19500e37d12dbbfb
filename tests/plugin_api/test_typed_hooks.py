"""A type checker reads a new plugin as mypy --strict does, and tells of what its author got wrong."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from folders import SOURCE

from bscb_docs.authoring import write_section

CHANGES = {
    "sound": ("", ""),
    "misspelt": ("@hookimpl.kinds", "@hookimpl.kind"),
    "returns": ("return [count_rows]", 'return ["count_rows"]'),
    "annotated": ("def rules() -> list[Rule]:", "def rules() -> list[str]:"),
    "field": ("Ref[Organisation] | None = one()", 'Ref[Organisation] | None = one(default="")'),
    "page": ("template, VisitsPage, make_page", "template, VisitsPage, make_table"),
}
"""Plugins by name, and what is changed in each."""

TOLD = {
    "annotated": ["type-var", "list-item"],
    "field": ["assignment"],
    "misspelt": ["attr-defined", "untyped-decorator"],
    "page": ["arg-type"],
    "returns": ["list-item"],
}
"""What the checker has to say of each; of a sound one, nothing."""


@pytest.mark.slow
def test_mypy_tells_of_a_wrong_page_a_wrong_return_and_a_misspelt_hook(tmp_path: Path) -> None:
    """And of nothing else: what `new section` writes is clean."""
    source = write_section("visits", tmp_path)[0]
    text = source.read_text(encoding="utf-8")
    source.unlink()
    (tmp_path / "test_visits.py").unlink()
    for name, (old, new) in CHANGES.items():
        assert old in text
        (tmp_path / f"{name}.py").write_text(text.replace(old, new) if old else text, encoding="utf-8")
    files = [f"{name}.py" for name in CHANGES]
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--hide-error-context", *files]
    environment = {**os.environ, "MYPYPATH": str(SOURCE.parent)}  # an editable checkout is hidden from mypy
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    told: dict[str, list[str]] = {}
    for name, code in re.findall(r"^(\w+)\.py:\d+: error: .*\[([\w-]+)\]$", done.stdout, re.MULTILINE):
        told.setdefault(name, []).append(code)
    assert {name: sorted(set(codes)) for name, codes in told.items()} == {n: sorted(c) for n, c in TOLD.items()}, (
        done.stdout + done.stderr
    )
