"""What is wrong in the texts of records: their Markdown, names given twice in a narrative, missing pictures."""

from collections.abc import Iterable
from pathlib import Path

from bscb_docs import prose
from bscb_docs.diagnostics.location import Place
from bscb_docs.diagnostics.suggestions import nearest
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
    pictures = list(pictures)
    for record in records:
        for name in prose_fields(type(record)):
            text: Prose = getattr(record, name)
            if text:
                report.findings.extend(prose.findings(text, of_work=isinstance(record, _WORK), about=_called(record)))
                pictures.extend(_typed_in(text))
        if isinstance(record, Narrative):
            pictures.extend(_check_narrative(record, report))
    for source, place in pictures:
        _check_picture(source, folder, place, pictures, report)


def _called(record: Record) -> str:
    """What a finding calls a record: its id, what it is about, or its title."""
    return str(getattr(record, "id", None) or getattr(record, "about", None) or getattr(record, "title", None) or "")


def _check_narrative(narrative: Narrative, report: Gathered) -> Pictures:
    """The pictures in a narrative; a finding for every fault of its sections: a name is given once in the whole."""
    pictures: Pictures = []
    first: dict[str, Place] = {}
    for section in narrative.sections:
        report.findings.extend(prose.line_findings(section.title, numbered=True, about=narrative.id))
        report.findings.extend(prose.findings(section.text, numbered=True, about=narrative.id))
        pictures.extend(_typed_in(section.text))
        for name, _, line in prose.names(section.text):
            place = section.text.place.down(line)
            other = first.setdefault(name, place)
            if other.line < section.place.line:  # a name twice in one section is prose's own finding
                message = f"The name {{#{name}}} was given before, at {other}."
                report.add("PRO-14", message, place, "Give one of them another name.", narrative.id)
    return pictures


def _typed_in(text: Prose) -> Pictures:
    """The pictures in a text."""
    blocks = prose.blocks_in(prose.parse(text)) if "![" in text.text else ()
    return [(each.source, text.place.down(each.line)) for each in blocks if isinstance(each, prose.Picture)]


def _check_picture(source: str, folder: Path, place: Place, named: Pictures, report: Gathered) -> None:
    """A finding for a picture that cannot be set: not in the folder, or of another kind."""
    path = folder / source
    try:
        inside, exists = path.resolve().is_relative_to(folder.resolve()), path.is_file()
    except (OSError, ValueError):  # a name too long for a file, or with a sign that no file's name has
        inside, exists = True, None
    if ":" in source or not inside:
        fault, mend = "lies outside the board's folder", "Put it into the folder and write its name there."
    elif path.suffix.lower() not in _PICTURES:
        fault, mend = "is no PNG or JPEG file", "Save it as PNG."
    elif not exists:
        fault = "is not in the board's folder"
        mend = f"{_offered(source, folder, named) if exists is False else ''}Put it there, or mend its name."
    else:
        return
    report.add("PRO-10", f'The picture "{source}" {fault}.', place, mend)


def _offered(source: str, folder: Path, named: Pictures) -> str:
    """The question whether a picture beside the missing one is meant: the one that nothing uses, or of a like name."""
    used = {Path(name).as_posix() for name, _ in named}
    beside = (folder / source).parent
    pictures = sorted(beside.iterdir()) if beside.is_dir() else ()
    names = [path.relative_to(folder).as_posix() for path in pictures if path.suffix.lower() in _PICTURES]
    free = [name for name in names if name not in used]
    meant = free[0] if len(free) == 1 else nearest(source, free)
    return f'Did you mean "{meant}"? ' if meant else ""
