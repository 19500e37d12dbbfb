"""Own styles: those that a template brings, joined by name to the house's file, so that a document has both."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import sha256

from attrs import evolve
from lxml import etree

from bscb_docs.diagnostics.errors import TemplateError
from bscb_docs.diagnostics.suggestions import did_you_mean
from bscb_docs.ooxml.house_file import HouseFile
from bscb_docs.ooxml.package import read_parts, sound
from bscb_docs.ooxml.part_names import STYLES
from bscb_docs.ooxml.styles import read_styles, styles_of
from bscb_docs.ooxml.theme_names import follow_theme
from bscb_docs.ooxml.xml_parser import STRICT, written
from bscb_docs.ooxml.xml_trees import w


@lru_cache(maxsize=32)
def with_own_styles(house: HouseFile, data: bytes, file: str, names: tuple[str, ...]) -> HouseFile:
    """The house's file with the styles of those names that a template brings; one that the house has stays the house's.

    TemplateError where the template has no such style, or one that is based on none of these or bears numbers.
    """
    wanted = [name for name in names if name.lower() not in house.styles]
    if not wanted:
        return house
    with sound(file):
        root = etree.fromstring(house.parts[STYLES], STRICT)
        root.extend(_adopted(house, read_parts(data, file)[STYLES], file, wanted))
        follow_theme(root, house.theme)
        joined = written(root)
    key = sha256(house.key.encode() + joined).hexdigest()
    parts = {**house.parts, STYLES: joined}
    return evolve(house, key=key, parts=parts, styles=styles_of(parts).by_name)


def _adopted(house: HouseFile, styles: bytes, file: str, wanted: Sequence[str]) -> Iterator[etree._Element]:
    """The wanted styles, each under an id of its own and based on styles that a document has."""
    own = read_styles(styles)
    ids = {each.id: house.styles[name].id for name, each in own.by_name.items() if name in house.styles}
    ids |= {own.by_name[name.lower()].id: _id_of(name) for name in wanted if name.lower() in own.by_name}
    elements = {each.get(w("styleId")): each for each in etree.fromstring(styles, STRICT).iter(w("style"))}
    for name in wanted:
        if name.lower() not in own.by_name:
            near = did_you_mean(name, [each.name for each in own.by_id.values()])
            raise TemplateError(f"{file} has no style called {name}. {near}".rstrip())
        element = elements[own.by_name[name.lower()].id]
        if element.find(w("pPr/numPr")) is not None:
            raise TemplateError(f"{file}: the style {name} bears numbers or bullets. Use a list style of the house.")
        for link in element.iter(w("basedOn"), w("next"), w("link")):
            if (value := link.get(w("val"), "")) in ids:
                link.set(w("val"), ids[value])
            elif link.tag == w("basedOn"):
                based = own.by_id[value].name if value in own.by_id else value
                raise TemplateError(f"{file}: the style {name} is based on {based}. Base it on a style of the house.")
            else:
                element.remove(link)
        element.set(w("styleId"), _id_of(name))
        yield element


def _id_of(name: str) -> str:
    return "Own" + "".join(letter for letter in name if letter.isalnum())
