"""Board JSON: a board as the text of a file, one field a line, in an order that does not change, and back."""

import json
from collections.abc import Iterable
from types import ModuleType
from typing import Any

from attrs import frozen

from bscb_docs.diagnostics.errors import BoardError
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.suggestions import did_you_mean
from bscb_docs.interchange.json_values import as_values, from_values
from bscb_docs.interchange.unfit_values import clean, unfit
from bscb_docs.plugin_api.registry import load_catalogue
from bscb_docs.records import Board, Group, Kind, PartialDate, Record, Translation
from bscb_docs.records.board import unknown_kind
from bscb_docs.records.values.period import Period

VERSION = 1
"""Of the form of the file; it rises when a file of before could be read wrongly."""

_MADE_BY = "bscb-docs"


@frozen
class TranslatedRecord:
    """A record's words in another language: the record of that number among its kind's, from 1."""

    language: str
    kind: str
    number: int
    words: Any


@frozen
class BoardFile:
    """What the file holds besides its version: records by kind, and at what time the board is seen."""

    records: dict[str, tuple[Any, ...]]
    translations: tuple[TranslatedRecord, ...] = ()
    as_at: PartialDate | None = None
    period: Period | None = None
    files: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def classes_by_name(kinds: Iterable[Kind]) -> dict[str, type[Record]]:
    """The classes of records by the names they have in the file: those of their kinds, and `Group`."""
    return {kind.name: kind.record for kind in (*kinds, Kind(Group))}


def to_json(board: Board, *, records_only: bool = False) -> str:
    """The board as the text of a JSON file, a field a line: its records by kind, where each stood, and the findings.

    With `records_only`, nothing but what is recorded: two boards with equal records give equal texts. BoardError for a
    record whose kind the board does not know.
    """
    names = {record: name for name, record in classes_by_name(board.kinds).items()}
    groups: dict[str, tuple[Record, ...]] = {}
    numbers: dict[int, tuple[str, int]] = {}
    for made in sorted({type(record) for record in board.records}, key=lambda made: names.get(made, "")):
        if made not in names:
            raise unknown_kind(board, made)
        groups[names[made]] = tuple(record for record in board.records if type(record) is made)
        numbers |= {id(record): (names[made], at) for at, record in enumerate(groups[names[made]], 1)}
    told = tuple(
        TranslatedRecord(each.language, *numbers[id(each.of)], each.words)
        for each in board.translations
        if id(each.of) in numbers
    )
    found = BoardFile(groups, told, board.as_at, board.period, *(() if records_only else (board.files, board.findings)))
    values = {_MADE_BY: VERSION} | as_values(found, places=not records_only)
    values |= {} if records_only else {name: values.get(name, []) for name in ("files", "findings")}
    return f"{_laid_out(values, 0)}\n"


def _laid_out(value: Any, depth: int) -> str:
    """JSON with a line for each field of a record, and for each of several values; small values stay on one line."""
    space, deeper = "  " * depth, "  " * (depth + 1)
    flat = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or not value or (depth > 3 and not _is_long(value)):
        return flat
    if isinstance(value, dict):
        lines = [f"{deeper}{json.dumps(name)}: {_laid_out(each, depth + 1)}" for name, each in value.items()]
    else:
        lines = [f"{deeper}{_laid_out(each, depth + 1)}" for each in value]
    first, last = "{}" if isinstance(value, dict) else "[]"
    return f"{first}\n" + ",\n".join(lines) + f"\n{space}{last}"


def _is_long(value: Any) -> bool:
    """True of several values in a list, and of what holds such a list."""
    if isinstance(value, list):
        return len(value) > 1 or any(map(_is_long, value))
    return isinstance(value, dict) and any(map(_is_long, value.values()))


def from_json(text: str, *, plugins: Iterable[ModuleType] = ()) -> Board:
    """The board that `to_json` wrote, its records in the order of the text; it has no folder, so no pictures.

    What no card may hold is told among its findings, and signs that Word cannot hold are taken out. BoardError, which
    names kind, record and field, for what is no such text; records of plugins need those plugins.
    """
    modules = tuple(plugins)
    return read_json(text, load_catalogue(modules).kinds, modules)


def read_json(text: str, kinds: Iterable[Kind], plugins: tuple[ModuleType, ...] = ()) -> Board:
    """The board that `to_json` wrote; BoardError that names the kind, the record and the field of what is wrong."""
    found, known = _structured(_parsed(text), BoardFile, "This file"), tuple(kinds)
    classes = classes_by_name(known)
    by_number: dict[tuple[str, int], Record] = {}
    doubts: list[Finding] = []
    for name, group in found.records.items():
        made = _class_of(name, classes)
        for number, values in enumerate(group, 1):
            by_number[name, number] = record = _structured(clean(values), made, f"{name} {number}")
            doubts += unfit(record, values, f"{name} {getattr(record, 'id', '') or number}")
    told = []
    for at, each in enumerate(found.translations, 1):
        if (each.kind, each.number) not in by_number:
            raise BoardError(f"translations {at}: there is no {each.kind} {each.number}.")
        words = _structured(each.words, classes[each.kind], f"translations {at}")
        told.append(Translation(by_number[each.kind, each.number], each.language, words))
    read = {(each.code, each.field, each.place) for each in found.findings}
    new = (each for each in doubts if (each.code, each.field, each.place) not in read)
    seen = {name: getattr(found, name) for name in ("as_at", "period", "files")} | {"findings": (*found.findings, *new)}
    return Board(tuple(by_number.values()), kinds=known, plugins=plugins, translations=tuple(told), **seen)


def _parsed(text: str) -> dict[str, Any]:
    """What the file holds; BoardError where it is no JSON, or none that this version can read."""
    try:
        found = json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as fault:
        raise BoardError(f"Line {fault.lineno} is no JSON: {fault.msg}. Write the file anew with to_json.") from None
    except RecursionError:
        raise BoardError("This JSON is nested deeper than any board. Write the file anew with to_json.") from None
    except ValueError as fault:
        raise BoardError(f"{fault} Take one away.") from None
    if not isinstance(found, dict) or _MADE_BY not in found or not isinstance(found.get("records"), dict):
        raise BoardError(f'This JSON holds no board: it has no "{_MADE_BY}" or no "records". Write it with to_json.')
    if (version := found.pop(_MADE_BY)) != VERSION:
        wrong = f"The file is of version {version}, and this library reads {VERSION}"
        raise BoardError(f"{wrong}. Read it with the release that wrote it.")
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The fields of an object; ValueError where a name stands twice, of which JSON would keep the last."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f'"{next(name for name in names if names.count(name) > 1)}" stands twice in one place.')
    return found


def _class_of(name: str, classes: dict[str, type[Record]]) -> type[Record]:
    if name in classes:
        return classes[name]
    mend = did_you_mean(name, classes, "Pass the plugin that brings it to from_json.")
    raise BoardError(f'There is no kind of record called "{name}". {mend}')


def _structured(values: Any, made: type[Any], where: str) -> Any:
    """The object of that class; BoardError that begins with where in the file its values stand."""
    name = values.get("id") or values.get("title") if isinstance(values, dict) else None
    try:
        if not isinstance(values, dict):
            raise ValueError("it is no object with fields.")
        return from_values(values, made)
    except ValueError as fault:
        raise BoardError(f"{where}{f' ({name})' if isinstance(name, str) else ''}: {fault}") from None
