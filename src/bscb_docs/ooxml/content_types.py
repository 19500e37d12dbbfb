"""Content types: what each part of a Word file is, by its ending or by its name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element

from attrs import evolve, frozen
from markupsafe import escape

from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.ooxml.word_markup import DECLARATION
from bscb_docs.ooxml.xml_trees import read_tree

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
PICTURES = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg"}
"""The pictures that a document may hold, by the ending of their file's name."""


@frozen
class ContentTypes(Compared):
    """The types of parts by their ending, and of those that have a type of their own by their name."""

    endings: Mapping[str, str]
    names: Mapping[str, str]

    def type_of(self, name: str) -> str:
        """The type of the part of that name; empty where none is given."""
        return self.names.get(name) or self.endings.get(name.rpartition(".")[2].lower(), "")

    def with_pictures(self, targets: Iterable[str]) -> ContentTypes:
        """These types and those of pictures with such names."""
        endings = {target.rpartition(".")[2].lower() for target in targets}
        found = {ending: PICTURES[ending] for ending in sorted(endings) if ending in PICTURES}
        return evolve(self, endings={**found, **self.endings})

    def with_names(self, names: Mapping[str, str]) -> ContentTypes:
        """These types with others for some parts; an empty one takes a part away."""
        return evolve(self, names={name: kind for name, kind in {**self.names, **names}.items() if kind})

    def write(self) -> bytes:
        """The part that holds them."""
        lines = [
            f'<Default Extension="{escape(end)}" ContentType="{escape(kind)}"/>' for end, kind in self.endings.items()
        ]
        lines += [
            f'<Override PartName="/{escape(name)}" ContentType="{escape(kind)}"/>' for name, kind in self.names.items()
        ]
        return f'{DECLARATION}<Types xmlns="{_TYPES}">{"".join(lines)}</Types>'.encode()


def read_content_types(data: bytes) -> ContentTypes:
    """The content types of a Word file, from the part that holds them."""
    return content_types_in(read_tree(data))


def content_types_in(root: Iterable[Element]) -> ContentTypes:
    """The content types that stand in the elements of that part."""
    endings, names = {}, {}
    for element in root:
        kind = element.get("ContentType", "")
        if element.tag == f"{{{_TYPES}}}Default":
            endings[element.get("Extension", "").lower()] = kind
        elif element.tag == f"{{{_TYPES}}}Override":
            names[element.get("PartName", "").lstrip("/")] = kind
    return ContentTypes(endings, names)
