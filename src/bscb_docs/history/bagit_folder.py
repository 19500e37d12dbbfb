"""Bag: a folder of files that names the sum of each of them, as RFC 8493 (BagIt 1.0) asks, and what is wrong with one.

The bytes depend on nothing but the files and what is said of them. (The kept library `bagit` fills a folder where it
lies, file by file and stamped with the day of the clock; the tests hold these bags against it.)
"""

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from bscb_docs.diagnostics.location import leads_out
from bscb_docs.output.files import is_left_behind

_DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
INFO = "bag-info.txt"
MANIFEST = "manifest-sha256.txt"
TAGS = "tagmanifest-sha256.txt"
_LINE = re.compile(r"([0-9a-f]{64}) +(.+)")


def bag_of(payload: Mapping[str, bytes], info: Mapping[str, str]) -> dict[str, bytes]:
    """The files of a bag by their paths in it: the payload below `data/`, and the tag files that speak of it."""
    data = {f"data/{name}": content for name, content in sorted(payload.items())}
    octets = sum(map(len, data.values()))
    said = {**info, "Payload-Oxum": f"{octets}.{len(data)}"}
    lines = "".join(f"{label}: {' '.join(value.split())}\n" for label, value in said.items())
    tags = {INFO: lines.encode(), "bagit.txt": _DECLARATION, MANIFEST: _sums(data)}
    return {**data, **tags, TAGS: _sums(tags)}


def _sums(files: Mapping[str, bytes]) -> bytes:
    return "".join(f"{sha256(content).hexdigest()}  {name}\n" for name, content in files.items()).encode()


def sum_of(bag: Mapping[str, bytes]) -> str:
    """The one sum that all of a bag's files decide."""
    return sha256(bag[TAGS]).hexdigest()


def faults_of(folder: Path, expected: str) -> Iterator[tuple[str, str]]:
    """Each file of a bag that is not as it was, by its path in the bag, and what became of it.

    `expected` is the sum that `sum_of` gave when the bag was written. Hidden files, which a drive leaves behind, are
    passed over.
    """
    tags = _read(folder / TAGS)
    if tags is None or sha256(tags).hexdigest() != expected:
        yield TAGS, "is missing" if tags is None else "was changed"
    named = {TAGS}
    for manifest in (TAGS, MANIFEST):
        for sum_, name in _named_in(folder / manifest):
            if leads_out(name):
                yield manifest, f'names a file outside of its folder, "{name}"'
                continue
            named.add(name)
            found = _read(folder / name)
            if found is None:
                yield name, "is missing"
            elif sha256(found).hexdigest() != sum_:
                yield name, "was changed"
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not is_left_behind(path) and name not in named:
            yield name, "was put there later"


def info_of(folder: Path) -> dict[str, str]:
    """What a bag says of itself, by its labels."""
    lines = (_read(folder / INFO) or b"").decode("utf-8", "replace").splitlines()
    return {label: value.strip() for label, _, value in (line.partition(":") for line in lines)}


def _named_in(manifest: Path) -> Iterator[tuple[str, str]]:
    for line in (_read(manifest) or b"").decode("utf-8", "replace").splitlines():
        if match := _LINE.fullmatch(line):
            yield match[1], match[2]


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
