"""Board JSON: a board as the text of a file, one field a line, in an order that does not change, and back."""

import json
from collections.abc import Iterable
from types import ModuleType
from typing import Any

from bscb_docs.diagnostics.errors import BoardError
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.suggestions import did_you_mean
from bscb_docs.interchange.json_values import as_values, from_values
from bscb_docs.plugin_api.registry import load_catalogue
from bscb_docs.records import Board, Group, Kind, PartialDate, Record, Translation
from bscb_docs.records.board import unknown_kind
from bscb_docs.records.values.period import Period

VERSION = 1
"""Of the form of the file; it rises when a file of before could be read wrongly."""

_MADE_BY = "bscb-docs"
_SEEN_AT: dict[str, type[Any]] = {"as_at": PartialDate, "period": Period}
"""At what time a board is seen, by attribute."""


def classes_by_name(kinds: Iterable[Kind]) -> dict[str, type[Record]]:
    """The classes of records by the names they have in the file: those of their kinds, and `Group`."""
    return {kind.name: kind.record for kind in (*kinds, Kind(Group))}


def to_json(board: Board, *, records_only: bool = False) -> str:
    """The board as the text of a JSON file, a field a line: its records by kind, where each stood, and the findings.

    With `records_only`, nothing but what is recorded: two boards with equal records give equal texts. BoardError for a
    record whose kind the board does not know.
    """
    names = {record: name for name, record in classes_by_name(board.kinds).items()}
    groups: dict[str, list[Any]] = {}
    numbers: dict[int, tuple[str, int]] = {}
    for record in board.records:
        if type(record) not in names:
            raise unknown_kind(board, type(record))
        groups.setdefault(names[type(record)], []).append(as_values(record, places=not records_only))
        numbers[id(record)] = names[type(record)], len(groups[names[type(record)]])
    found: dict[str, Any] = {_MADE_BY: VERSION, "records": {name: groups[name] for name in sorted(groups)}}
    if board.translations:
        found["translations"] = [
            {
                "language": each.language,
                "kind": numbers[id(each.of)][0],
                "number": numbers[id(each.of)][1],
                "words": as_values(each.words, places=not records_only),
            }
            for each in board.translations
            if id(each.of) in numbers
        ]
    seen = ((name, getattr(board, name)) for name in _SEEN_AT)
    found |= {name: as_values(value, places=True) for name, value in seen if value}
    if not records_only:
        found |= {"files": list(board.files), "findings": [as_values(each, places=True) for each in board.findings]}
    return f"{_laid_out(found, 0)}\n"


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

    BoardError, which names kind, record and field, for what is no such text; records of plugins need those plugins.
    """
    modules = tuple(plugins)
    return read_json(text, load_catalogue(modules).kinds, modules)


def read_json(text: str, kinds: Iterable[Kind], plugins: tuple[ModuleType, ...] = ()) -> Board:
    """The board that `to_json` wrote; BoardError that names the kind, the record and the field of what is wrong."""
    found, known = _parsed(text), tuple(kinds)
    classes = classes_by_name(known)
    board: dict[str, Any] = {"kinds": known, "plugins": plugins, "files": tuple(_listed(found, "files", str))}
    by_number: dict[tuple[str, int], Record] = {}
    for name, group in _mapping(found["records"], "records").items():
        made = _class_of(name, classes)
        for number, values in enumerate(group, 1):
            by_number[name, number] = _structured(values, made, f"{name} {number}")
    told = enumerate(_listed(found, "translations", dict), 1)
    board["translations"] = tuple(_translation(values, at, by_number, classes) for at, values in told)
    told = enumerate(_listed(found, "findings", dict), 1)
    board["findings"] = tuple(_structured(values, Finding, f"findings {number}") for number, values in told)
    board |= {name: _structured(found[name], made, name) for name, made in _SEEN_AT.items() if name in found}
    return Board(tuple(by_number.values()), **board)


def _translation(
    known: dict[str, Any], at: int, by_number: dict[tuple[str, int], Record], classes: dict[str, type[Record]]
) -> Translation:
    """A record in another language, with the one that it translates: the kind's of that number, from 1."""
    number = known.get("number")
    place = str(known.get("kind")), number if isinstance(number, int) else 0
    if place not in by_number or not isinstance(known.get("language"), str):
        raise BoardError(f"translations {at}: it names no language, or no record by kind and number.")
    words = _structured(known.get("words"), _class_of(place[0], classes), f"translations {at}")
    return Translation(by_number[place], known["language"], words)


def _parsed(text: str) -> dict[str, Any]:
    """The file's own fields; BoardError where it is no JSON, or none that this version can read."""
    try:
        found = json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as fault:
        raise BoardError(f"Line {fault.lineno} is no JSON: {fault.msg}. Write the file anew with to_json.") from None
    except RecursionError:
        raise BoardError("This JSON is nested deeper than any board. Write the file anew with to_json.") from None
    except ValueError as fault:
        raise BoardError(f"{fault} Take one away.") from None
    if not isinstance(found, dict) or _MADE_BY not in found or "records" not in found:
        raise BoardError(f'This JSON holds no board: it has no "{_MADE_BY}" or no "records". Write it with to_json.')
    if found[_MADE_BY] != VERSION:
        wrong = f"The file is of version {found[_MADE_BY]}, and this library reads {VERSION}"
        raise BoardError(f"{wrong}. Read it with the release that wrote it.")
    known = (_MADE_BY, "records", "translations", "files", "findings", *_SEEN_AT)
    if unknown := [name for name in found if name not in known]:
        raise BoardError(f'A board has no "{unknown[0]}". {did_you_mean(unknown[0], known)}'.strip())
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The fields of an object; ValueError where a name stands twice, of which JSON would keep the last."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f'"{next(name for name in names if names.count(name) > 1)}" stands twice in one place.')
    return found


def _mapping(value: Any, name: str) -> dict[str, list[Any]]:
    """The values of the records of each kind, by its name."""
    if not isinstance(value, dict) or not all(isinstance(each, list) for each in value.values()):
        raise BoardError(f'"{name}" is not a list of records for each kind. Write it with to_json.')
    return value


def _listed(found: dict[str, Any], name: str, of: type) -> list[Any]:
    """The values of a list that the file may have, each of that type."""
    value = found.get(name, [])
    if not isinstance(value, list) or not all(isinstance(each, of) for each in value):
        raise BoardError(f'"{name}" is no list of what it should hold. Write it with to_json.')
    return value


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
