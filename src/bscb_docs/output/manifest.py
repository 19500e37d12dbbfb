"""Manifest: what a board's documents were built from, kept beside them, so that the unchanged are left as they are."""

import json
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from attrs import asdict

from bscb_docs.diagnostics.errors import SavingError
from bscb_docs.diagnostics.finding import Acceptance, Finding, Severity
from bscb_docs.diagnostics.location import Place
from bscb_docs.output.atomic_files import write_whole

LEDGER = ".bscb-docs-built"
"""Lies beside a board's documents; without it they are built again."""
_NAME = re.compile(r"[\w.-]+")
_HASHED = 20 * 1024 * 1024
"""Bytes up to which a file's content counts; reading refuses larger ones."""


def hash_sources(folder: Path, out: Path, others: Iterable[Path], options: str) -> str:
    """A hash of all that a board's documents are made from: its folder but for `out`, other files, options and code."""
    total = sha256(f"{_hash_code()} {options}".encode())
    for path in (*_files(folder, out), *others):
        try:
            size = path.stat().st_size
            content = sha256(path.read_bytes()).digest() if size <= _HASHED else str(size).encode()
        except OSError as fault:
            content = str(fault.errno).encode()
        total.update(str(path).encode("utf-8", "surrogateescape") + content)
    return total.hexdigest()


@lru_cache(maxsize=1)
def _hash_code() -> str:
    """A hash of all files of the library and of installed plugins, and of the versions of what the library needs."""
    from importlib.metadata import PackageNotFoundError, entry_points, requires, version

    total = sha256()
    plugins = sorted({entry.module.partition(".")[0] for entry in entry_points(group="bscb_docs")})
    for package in ("bscb_docs", "bscb_docs.plugins", "bscb_docs.templates", *plugins):
        for path in _sources(package):
            total.update(path.read_bytes())
    for name in sorted({"bscb-docs", *(_NAME.findall(line)[0] for line in requires("bscb-docs") or ())}):
        with suppress(PackageNotFoundError):  # of the extras, that one is not installed
            total.update(f"{name} {version(name)}".encode())
    return total.hexdigest()


def _sources(package: str) -> Iterator[Path]:
    """The files of a package, or of a module that is one file with all that bears its name; none of what is not there.

    A version says nothing of a package that is installed from its folder and edited there.
    """
    spec = find_spec(package)
    folders = (spec and spec.submodule_search_locations) or ()
    beside = [] if folders or not spec or not spec.origin else sorted(Path(spec.origin).parent.glob(f"{package}.*"))
    for path in (*beside, *(path for folder in folders for path in _files(Path(folder), Path()))):
        if path.is_file() and path.suffix != ".pyc":
            yield path


def _files(folder: Path, out: Path) -> Iterator[Path]:
    for root, inner, names in os.walk(folder):
        inner[:] = sorted(name for name in inner if Path(root, name) != out)
        for name in sorted(names):
            path = Path(root, name)
            if path.is_file() and not name.startswith((".", "~$")):
                yield path


def look_up(out: Path, key: str) -> tuple[tuple[Path, ...], tuple[Finding, ...]] | None:
    """The files and findings of an earlier run that still stand; None where anything changed or the ledger broke."""
    try:
        known = json.loads((out / LEDGER).read_bytes())
        files = {out / name: content for name, content in known["files"].items()}
        if known["key"] != key or any(_hash_file(path) != content for path, content in files.items()):
            return None
        return tuple(files), tuple(_read_finding(entry) for entry in known["findings"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def enter(out: Path, key: str, files: Iterable[Path], findings: Iterable[Finding]) -> None:
    """Notes the files and findings of this run; where that cannot be written, the next run builds them once more."""
    known = {
        "about": "What these documents were built from. Delete it, and they are built again.",
        "key": key,
        "files": {path.name: _hash_file(path) for path in files},
        "findings": [
            asdict(finding, value_serializer=lambda _, __, value: value.value if isinstance(value, Severity) else value)
            for finding in findings
        ],
    }
    with suppress(SavingError):
        write_whole(out / LEDGER, json.dumps(known, indent=1, ensure_ascii=False).encode("utf-8", "replace"))


def _read_finding(entry: dict[str, Any]) -> Finding:
    accepted = Acceptance(**entry["accepted"]) if entry["accepted"] else None
    places = [Place(**place) for place in (entry["place"], *entry["also"])]
    known = {"severity": Severity(entry["severity"]), "place": places[0], "also": tuple(places[1:])}
    explains = tuple((name, field) for name, field in entry["explains"])
    return Finding(**(entry | known | {"accepted": accepted, "explains": explains}))


def _hash_file(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
