"""Judgements: which findings a person has read and judged true or false; a table without any of the texts' words."""

import csv
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from attrs import frozen

from bscb_docs import Place

SHEET = Path(__file__).with_name("judged.tsv")
_HEAD = ("file", "place", "code", "verdict", "why")
Key = tuple[str, str, str]
"""The hash of a file, of a place in it, and the code of what was found there."""


@frozen
class Judgement:
    """One finding, judged by reading it: true, or false, and why in our own words."""

    key: Key
    is_true: bool
    why: str


def key_of(text: str, line: str, place: Place, code: str) -> Key:
    """What a place of a finding is known by as long as its text, its line and its code stay what they are."""
    return short_hash(text), short_hash(f"{place.column} {line}"), code


def short_hash(words: str) -> str:
    """Twelve signs that stand for a text."""
    return sha256(words.encode()).hexdigest()[:12]


def read_judgements(sheet: Path = SHEET) -> dict[Key, Judgement]:
    """The judgements of a sheet by what they are on; none where there is no sheet."""
    if not sheet.exists():
        return {}
    with sheet.open(encoding="utf-8", newline="") as rows:
        found = [
            Judgement((row["file"], row["place"], row["code"]), row["verdict"] == "true", row["why"])
            for row in csv.DictReader(rows, delimiter="\t")
        ]
    return {judgement.key: judgement for judgement in found}


def write_judgements(judgements: Iterable[Judgement], sheet: Path = SHEET) -> None:
    """The judgements as a sheet, in the order of codes and hashes, so that two versions can be compared."""
    with sheet.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, delimiter="\t", lineterminator="\n")
        rows.writerow(_HEAD)
        for each in sorted(judgements, key=lambda judgement: (judgement.key[2], judgement.key)):
            rows.writerow((*each.key, "true" if each.is_true else "false", each.why))
