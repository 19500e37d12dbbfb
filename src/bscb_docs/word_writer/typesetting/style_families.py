"""Families: the styles of the house that go with the style of a template's sample paragraph."""

from typing import NamedTuple


class Family(NamedTuple):
    """The styles that go with a sample: its later paragraphs, and its points and numbered items by depth."""

    rest: str
    bullets: tuple[str, ...] = ("List Bullet", "List Bullet 2", "List Bullet 3")
    numbers: tuple[str, ...] = ("List Number", "List Number 2", "List Number 3")
    item_text: str = "List Continue"
    """What follows an item's first paragraph."""
    deeper: str = ""
    """The style that numbers what stands below it."""


_IN_LIST = Family("List Continue", ("List Bullet 2", "List Bullet 3"), ("List Number 2", "List Number 3"))
_IN_SUBPARAGRAPH = Family(
    "Subparagraph Text", ("Subparagraph Bullet", "Subparagraph Bullet 2"), ("Subparagraph Letter",), "Subparagraph Text"
)
_FAMILIES = {
    "numbered paragraph": Family(
        "Paragraph Text",
        ("Paragraph Bullet", "Paragraph Bullet 2"),
        ("Paragraph Number", "Subparagraph Letter"),
        "Paragraph Text",
        "Numbered Subparagraph",
    ),
    "numbered subparagraph": _IN_SUBPARAGRAPH,
    "subparagraph text": _IN_SUBPARAGRAPH,
    "list number": _IN_LIST,
    "list bullet": _IN_LIST,
    "lettered item": _IN_LIST,
    "aside text": Family("Aside Text", ("Aside Bullet", "Aside Bullet 2"), ("Aside Number",), "Aside Text"),
    "table number": Family("Table Continue", ("Table Bullet 2",), ("Table Number 2",), "Table Continue"),
    "table text": Family(
        "Table Text", ("Table Bullet", "Table Bullet 2"), ("Table Number", "Table Number 2"), "Table Text"
    ),
}


def family_of(sample: str) -> Family:
    """The styles that go with a sample's style; an unknown one is its own for every paragraph."""
    return _FAMILIES.get(sample.lower(), Family(sample))


def is_of_item(style: str, item: str) -> bool:
    """True where a paragraph of a style belongs to the item before it, whose own paragraph is in the other."""
    family = _FAMILIES.get(item.lower())
    told = (family.rest, family.item_text, family.deeper, *family.bullets, *family.numbers) if family else ()
    return style.lower() in {each.lower() for each in told if each}
