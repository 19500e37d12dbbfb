"""What is wrong in the texts of records: their Markdown, names given twice in a narrative, missing pictures."""

from collections.abc import Iterable
from pathlib import Path

from bscb_docs import prose
from bscb_docs.diagnostics.location import Place
from bscb_docs.reading.cards import Read
from bscb_docs.reading.gathered_findings import Gathered
from bscb_docs.records import Action, Narrative, Objective, Prose, Record, Task
from bscb_docs.records.field_types import prose_fields
from bscb_docs.records.record import picture_fields

_WORK = (Action, Objective, Task)
"""What is printed beside an id or number of its own."""
_PICTURES = {".png", ".jpg", ".jpeg"}


Pictures = list[tuple[str, Place]]
"""Names of pictures, each with the place that it is typed at."""


def named_pictures(records: Read) -> Pictures:
    """The pictures that fields of records name."""
    found: Pictures = []
    for record, card in records:
        for attribute in picture_fields(type(record)):
            if source := getattr(record, attribute.name):
                typed = card.fields.get(attribute.name)
                found.append((source, typed[0].place if typed else record.place))
    return found


def check_texts(records: Iterable[Record], pictures: Pictures, folder: Path, report: Gathered) -> None:
    """A finding for every fault of every text, at its own line, and for each of those pictures that cannot be set."""
    for record in records:
        for name in prose_fields(type(record)):
            text: Prose = getattr(record, name)
            if text:
                report.findings.extend(prose.findings(text, of_work=isinstance(record, _WORK), about=_called(record)))
                _check_pictures(text, folder, report)
        if isinstance(record, Narrative):
            _check_narrative(record, folder, report)
    for source, place in pictures:
        _check_picture(source, folder, place, report)


def _called(record: Record) -> str:
    """What a finding calls a record: its id, what it is about, or its title."""
    names = (getattr(record, name, None) for name in ("id", "about", "title"))
    return str(next((name for name in names if name), ""))


def _check_narrative(narrative: Narrative, folder: Path, report: Gathered) -> None:
    """A finding for every fault of a narrative's sections; a name is given once in the whole of it."""
    first: dict[str, Place] = {}
    for section in narrative.sections:
        report.findings.extend(prose.line_findings(section.title, numbered=True, about=narrative.id))
        report.findings.extend(prose.findings(section.text, numbered=True, about=narrative.id))
        _check_pictures(section.text, folder, report)
        for name, _, line in prose.names(section.text):
            place = section.text.place.down(line)
            other = first.setdefault(name, place)
            if other.line < section.place.line:  # a name twice in one section is prose's own finding
                message = f"The name {{#{name}}} was given before, at {other}."
                report.add("PRO-14", message, place, "Give one of them another name.", narrative.id)


def _check_pictures(text: Prose, folder: Path, report: Gathered) -> None:
    if "![" in text.text:
        for block in prose.blocks_in(prose.parse(text)):
            if isinstance(block, prose.Picture):
                _check_picture(block.source, folder, text.place.down(block.line), report)


def _check_picture(source: str, folder: Path, place: Place, report: Gathered) -> None:
    """A finding for a picture that cannot be set: not in the folder, or of another kind."""
    path = folder / source
    try:
        inside, exists = path.resolve().is_relative_to(folder.resolve()), path.is_file()
    except (OSError, ValueError):  # a name too long for a file, or with a sign that no file's name has
        inside, exists = True, False
    if ":" in source or not inside:
        fault, mend = "lies outside the board's folder", "Put it into the folder and write its name there."
    elif path.suffix.lower() not in _PICTURES:
        fault, mend = "is no PNG or JPEG file", "Save it as PNG."
    elif not exists:
        fault, mend = "is not in the board's folder", "Put it there, or mend its name."
    else:
        return
    report.add("PRO-10", f'The picture "{source}" {fault}.', place, mend)
