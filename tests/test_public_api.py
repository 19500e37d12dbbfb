"""The public names: documented with their signatures, examples that run, public types, and nothing changed unsaid."""

import re
import subprocess
import sys
import typing
from pathlib import Path
from typing import Any

import attrs
import pytest
from api_entries import entry, signature_of

import bscb_docs
from bscb_docs import testing

HERE = Path(__file__).parent.parent
PAGE = HERE / "docs" / "api.md"
ENTRIES = re.compile(r"<!-- names: (.*?) -->\n(.*?)<!-- end -->", re.DOTALL)
CHANGED = (
    "A public name or its signature has changed. Say so in CHANGELOG.md under Unreleased, in a line that names it; "
    "then write docs/api.md anew with: pytest tests/test_public_api.py --renew-golden"
)


def test_every_public_name_is_documented_with_its_signature(request: pytest.FixtureRequest) -> None:
    """The page names each once, and says of it what the code says: it is the list of what may not change unsaid."""
    page = PAGE.read_text(encoding="utf-8")

    def renewed(match: re.Match[str]) -> str:
        entries = "\n".join(entry(name) for name in match[1].split())
        return f"<!-- names: {match[1]} -->\n\n{entries}\n<!-- end -->"

    now = ENTRIES.sub(renewed, page)
    if request.config.getoption("--renew-golden"):
        PAGE.write_text(now, encoding="utf-8")
    named = [name for match in ENTRIES.finditer(page) for name in match[1].split()]
    assert sorted(bscb_docs.__all__) == sorted(named)
    assert now == PAGE.read_text(encoding="utf-8"), CHANGED


@pytest.mark.parametrize("number", range(PAGE.read_text(encoding="utf-8").count("```python")))
def test_an_example_of_the_page_runs(number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each stands by itself, in a folder that holds the examples."""
    (tmp_path / "examples").symlink_to(HERE / "examples")
    monkeypatch.chdir(tmp_path)
    code = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)[number]
    exec(compile(code, str(PAGE), "exec"), {"__name__": "example"})  # noqa: S102  # it is what a reader would run


def classes_in(hint: Any) -> set[type]:
    """Every class that a type speaks of."""
    parts = [part for arg in typing.get_args(hint) for part in (arg if isinstance(arg, list) else [arg])]
    own = {hint} if isinstance(hint, type) and not typing.get_origin(hint) else set()
    return own.union(*(classes_in(part) for part in parts))


_INNER = {"Assembled"}
"""What a built document keeps for the library itself."""


def test_the_types_of_public_fields_are_public() -> None:
    """What a record or result holds can be named in a script's own annotations."""
    public = {name: getattr(bscb_docs, name) for name in bscb_docs.__all__}
    found = {
        kind.__name__
        for value in public.values()
        if isinstance(value, type) and attrs.has(value)
        for each, hint in typing.get_type_hints(value).items()
        if not each.startswith("_")
        for kind in classes_in(hint)
        if kind.__module__.startswith("bscb_docs.")
    }
    assert found - set(public) == _INNER


def test_a_name_is_fetched_when_it_is_asked_for() -> None:
    """Importing the library costs nothing; a name that is none says so; the version is the installed one."""
    home = "bscb_docs.diagnostics.lazy_names"
    looked = f"assert all({home!r}.startswith(name) for name in sys.modules if name.startswith('bscb_docs.'))"
    code = f"import sys, bscb_docs; {looked}; print(bscb_docs.__version__)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.strip() == bscb_docs.__version__
    with pytest.raises(AttributeError, match="no attribute 'Bord'"):
        bscb_docs.Bord  # noqa: B018  # to ask for it is the test
    assert set(bscb_docs.__all__) < set(dir(bscb_docs))


def test_testing_offers_exactly_what_it_names() -> None:
    """A plugin's tests need nothing else, and nothing of the library's own slips in."""
    from bscb_docs import testing

    own = {name for name, value in vars(testing).items() if getattr(value, "__module__", "") == testing.__name__}
    assert {name for name in own if not name.startswith("_")} == set(testing.__all__)


@pytest.mark.parametrize("name", [name for name in testing.__all__ if name != "BuiltSection"])
def test_what_a_plugins_tests_need_is_documented_with_its_signature(name: str) -> None:
    """As the public names are, in words of the page's own."""
    signature = signature_of(getattr(testing, name))
    assert f"#### `{name}{signature}`" in PAGE.read_text(encoding="utf-8")
