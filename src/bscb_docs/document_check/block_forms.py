"""The forms of blocks: what all of one markup have in common, worked out once and remembered for later documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from bscb_docs.document_check.block_shapes import Shape, read_shape
from bscb_docs.document_check.block_text import alike
from bscb_docs.document_check.names_used_in import Names, names_in
from bscb_docs.document_check.xml_trees import fragments

_MOST_SHAPES, _MOST_FORMS = 1024, 4096


class Form(NamedTuple):
    """What blocks of one markup have in common: their shape, and what they name."""

    shape: Shape
    names: Names | None


class Forms:
    """The forms known for parts of one root; a block whose markup is known is sound but for its texts."""

    def __init__(self, root: bytes) -> None:
        self._root = root
        self._forms: dict[bytes, Form] = {}
        self._shapes: dict[bytes, Shape] = {}
        """By the markup that blocks have once ids and names are made alike."""

    def known(self, markups: Iterable[bytes]) -> dict[bytes, Form]:
        """The forms of those markups that were kept before."""
        return {markup: self._forms[markup] for markup in markups if markup in self._forms}

    def read(self, markups: Iterable[bytes]) -> tuple[dict[bytes, Form], list[bytes]]:
        """The form of each new markup, and the values (ids, names) that a shape leaves out and nobody has read yet."""
        alikes = {markup: alike(markup) for markup in markups}
        shapes = self._read_shapes(dict.fromkeys(common for common, _ in alikes.values()))
        forms = {markup: Form(shapes[common], names_in(markup)) for markup, (common, _) in alikes.items()}
        return forms, [value for _, values in alikes.values() for value in values]

    def _read_shapes(self, markups: Iterable[bytes]) -> dict[bytes, Shape]:
        shapes = {markup: self._shapes[markup] for markup in markups if markup in self._shapes}
        new = [markup for markup in markups if markup not in shapes]
        elements = fragments(new, self._root) if new else ()
        read = {markup: read_shape(element) for markup, element in zip(new, elements, strict=True)}
        if len(self._shapes) + len(read) > _MOST_SHAPES:
            self._shapes.clear()
        self._shapes.update((markup, shape) for markup, shape in read.items() if shape.element is not None)
        return shapes | read

    def keep(self, forms: Mapping[bytes, Form]) -> None:
        """Remember these forms, whose values were read as well, for documents to come."""
        if len(self._forms) + len(forms) > _MOST_FORMS:
            self._forms.clear()
        self._forms.update(forms)


@lru_cache(maxsize=16)
def forms_of(root: bytes) -> Forms:
    """The forms known for parts of that root; a batch of documents shares them."""
    return Forms(root)
