"""A sound template of a small section, for tests to break in one way each."""

import re

from attrs import frozen
from word_files import packed, unpacked

from bscb_docs import PictureFile, Prose
from bscb_docs.authoring.draft_template import draft_template
from bscb_docs.ooxml.house_file import load_house_file

NAME = "actions.docx"

SOUND = """\
heading 1 | Actions {{ years }}
Normal | {%p if lead %}
Normal | {{p lead | prose }}
Normal | {%p endif %}
caption | Table {{ "Table" | sequence }}: Actions and owners
[table] Board Table
[header row]
[cell] Table Heading | Action
[cell] Table Heading | Owner
[row]
[cell] Table Text | {%tr for action in actions %}
[cell] Table Text |
[row]
[cell] Table Text | {{ action.title }}
[cell] Table Text | {{ action.owners | join(", ") }}
[row]
[cell] Table Text | {%tr endfor %}
[cell] Table Text |
[end of table]
List Bullet | Closing words.
"""


@frozen
class ActionItem:
    """One action of the sample page."""

    title: str
    owners: tuple[str, ...]
    due: str | None = None
    text: Prose = Prose("")


@frozen
class ActionsPage:
    """The sample page."""

    years: str
    actions: tuple[ActionItem, ...]
    lead: Prose | None = None
    logo: PictureFile | None = None


def draft(text: str = SOUND) -> bytes:
    """The template of those lines in the house's styles."""
    return draft_template(text, load_house_file())


def replaced(part: str, old: str, new: str, data: bytes | None = None) -> bytes:
    """The template with text of one part replaced once; the test fails where the text is not there."""
    parts = unpacked(data or draft())
    text = parts[part].decode()
    assert old in text, f"{part} does not hold {old}"
    return packed({**parts, part: text.replace(old, new, 1).encode()})


def with_part(name: str, content: bytes, data: bytes | None = None) -> bytes:
    """The template with another part."""
    return packed({**unpacked(data or draft()), name: content})


def with_relation(kind: str, target: str, data: bytes | None = None) -> bytes:
    """The template with a relationship that leads out of it."""
    relation = (
        f'<Relationship Id="rOut" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
        f'Target="{target}" TargetMode="External"/></Relationships>'
    )
    return replaced("word/_rels/document.xml.rels", "</Relationships>", relation, data)


def without(pattern: str, data: bytes | None = None) -> bytes:
    """The template without the first piece of its text that the pattern matches."""
    parts = unpacked(data or draft())
    text, count = re.subn(pattern, "", parts["word/document.xml"].decode(), count=1, flags=re.DOTALL)
    assert count == 1, f"nothing matches {pattern}"
    return packed({**parts, "word/document.xml": text.encode()})
