"""Linked resources: the pictures and addresses that a template uses, each to be given the document's own id."""

import posixpath
from collections.abc import Mapping
from hashlib import sha256

from lxml import etree

from bscb_docs.diagnostics.errors import TemplateError
from bscb_docs.ooxml.content_types import PICTURES
from bscb_docs.ooxml.pictures import printable_of
from bscb_docs.ooxml.relationships import Relationship, Resource, read_relationships
from bscb_docs.ooxml.xml_trees import MAIN, RELATIONSHIPS


def link_resources(body: etree._Element, parts: Mapping[str, bytes], name: str) -> dict[str, Resource]:
    """The pictures and addresses in use, each relationship id replaced by a call that gives the document's own."""
    relationships = read_relationships(parts)
    used: dict[str, Resource] = {}
    for element in body.iter():
        if element.tag in _PAGE_SETUP:  # an editor's own headers go with the page setup: pages are the house file's
            continue
        for attribute in (f"{_R}id", f"{_R}embed"):
            if (old := element.get(attribute)) is None:
                continue
            resource = _resource(relationships.get(old), parts, name)
            used[resource.key] = resource
            element.set(attribute, f"{{{{ house.resource('{resource.key}') }}}}")
    return used


def _resource(relationship: Relationship | None, parts: Mapping[str, bytes], name: str) -> Resource:
    """The picture or address, named by its content: Word calls the first picture of every file image1."""
    if relationship and relationship.is_outside:
        key = sha256(relationship.target.encode()).hexdigest()[:16]
        return Resource(key, relationship.type, relationship.target)
    data = parts.get(relationship.target) if relationship else None
    if relationship is None or not data:
        raise TemplateError(f"{name} points to a picture or link that it does not hold. Insert it again in Word.")
    ending = posixpath.splitext(relationship.target)[1].lower().removeprefix(".")
    if relationship.kind != "image" or ending not in PICTURES:
        raise TemplateError(f"{name} holds a {ending} {relationship.kind}. Put it in as a picture, PNG or JPEG.")
    data = printable_of(data, name)
    key = sha256(data).hexdigest()[:16]
    return Resource(key, relationship.type, f"picture-{key}.{ending}", data)


_R = f"{{{RELATIONSHIPS}}}"
_PAGE_SETUP = {f"{{{MAIN}}}headerReference", f"{{{MAIN}}}footerReference"}
