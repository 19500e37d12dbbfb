"""Content controls: the fields of a form that a person fills in in Word, as runs within a paragraph.

Words are typed into controls for rich text. From those for plain text LibreOffice, when it saves, loses line breaks,
and writes words of two scripts twice.
"""

from collections.abc import Iterable

from bscb_docs.ooxml.word_markup import run, words


def text_control(number: int, tag: str, name: str, prompt: str) -> str:
    """A field for words of several lines; it shows its prompt until somebody types."""
    return _control(number, tag, name, prompt, "<w:richText/>")


def choice_control(number: int, tag: str, name: str, prompt: str, choices: Iterable[str]) -> str:
    """A drop-down of those words."""
    items = "".join(f'<w:listItem w:displayText="{words(each)}" w:value="{words(each)}"/>' for each in choices)
    return _control(number, tag, name, prompt, f"<w:dropDownList>{items}</w:dropDownList>")


def _control(number: int, tag: str, name: str, prompt: str, kind: str) -> str:
    """No lock and no link to a part of its own: neither survives every program that may open the form."""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{words(name)}"/><w:tag w:val="{words(tag)}"/><w:id w:val="{number}"/>'
        f"<w:showingPlcHdr/>{kind}</w:sdtPr><w:sdtContent>{run(prompt)}</w:sdtContent></w:sdt>"
    )
