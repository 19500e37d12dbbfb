"""Issue lines: the register of issues, a line of JSON for each version, which holds the sum of the line before.

Whoever changes, takes out or moves a line breaks the chain at the next one. The last line is held by nothing but the
check code, which is printed in the paper and read into the minutes.
"""

import json
from collections.abc import Iterable
from hashlib import sha256

from attrs import asdict, evolve, fields, frozen

from bscb_docs.diagnostics.location import leads_out
from bscb_docs.records import fold


@frozen
class IssueLine:
    """One version that was issued: by whom, when, and the sums that say what it was."""

    document: str
    version: str
    state: str
    by: str
    on: str
    """The day as a person writes it."""
    code: str
    """The check code that its document control prints."""
    folder: str
    """Where its files lie, below the folder of issues."""
    word: str
    """The sum of the parts of its Word file as built, without page numbers: they depend on LibreOffice."""
    bag: str
    """The sum that all of its files decide."""
    before: str = ""
    """The sum of the line before; nothing in the first."""

    def __str__(self) -> str:
        """The line as it stands in the register."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @property
    def labels(self) -> dict[str, str]:
        """What its bag says of it too, by the labels of a bag."""
        name = f"{self.document} {self.version}"
        said = {"External-Identifier": name, "Issued-By": self.by, "Issued-On": self.on, "Check-Code": self.code}
        return {label: " ".join(value.split()) for label, value in said.items()}

    @property
    def sum(self) -> str:
        """What the next line holds."""
        return sha256(str(self).encode()).hexdigest()

    def is_of(self, document: str, version: str) -> bool:
        """True where it is that version of that document."""
        return (fold(self.document), fold(self.version)) == (fold(document), fold(version))


_NAMES = tuple(each.name for each in fields(IssueLine))


def chained(lines: Iterable[IssueLine], new: Iterable[IssueLine]) -> list[IssueLine]:
    """All of the lines, each new one with the sum of the one before it."""
    chain = list(lines)
    for each in new:
        chain.append(evolve(each, before=chain[-1].sum if chain else ""))
    return chain


def as_text(lines: Iterable[IssueLine]) -> bytes:
    """The register of issues as a file."""
    return "".join(f"{line}\n" for line in lines).encode()


def read_lines(text: str) -> tuple[list[IssueLine], list[tuple[int, str]]]:
    """The lines of a register of issues; the number of each that is not as it was, and why."""
    lines: list[IssueLine] = []
    faults: list[tuple[int, str]] = []
    before = ""
    for number, words in enumerate(text.splitlines(), 1):
        line = _parsed(words)
        if line is None:
            faults.append((number, "cannot be read"))
        elif leads_out(line.folder):
            faults.append((number, f'names a folder outside of the issues, "{line.folder}"'))
        else:
            if line.before != before:
                faults.append((number, "does not follow from the line before it"))
            lines.append(line)
        before = sha256(words.encode()).hexdigest()
    return lines, faults


def _parsed(words: str) -> IssueLine | None:
    try:
        found = json.loads(words)
    except ValueError:
        return None
    is_line = isinstance(found, dict) and tuple(found) == _NAMES and all(isinstance(v, str) for v in found.values())
    return IssueLine(**found) if is_line and str(IssueLine(**found)) == words else None
