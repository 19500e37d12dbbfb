"""Lists in a PDF's structure: one list for the points of one, and in each point all that belongs to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from bscb_docs.numbering.level_counter import PARAGRAPH_STYLES
from bscb_docs.pdf.tag_tree import HEADINGS, is_tag, kids_of, new_tag, set_kids, tags_below
from bscb_docs.word_writer.typesetting.style_families import is_of_item

if TYPE_CHECKING:
    import pikepdf


_WAYS = {"bullet": "/Disc", "letter": "/LowerAlpha"}
"""How lists are numbered whose style's name holds a word; all others count."""


class _Open(NamedTuple):
    """A list that may go on, with the style of its items and what holds its last one."""

    style: str
    list: Any
    body: Any


def open_lists(file: pikepdf.Pdf, kids: Sequence[Any]) -> list[Any]:
    """The kids of a tag that is no list, each run of items among them in a list of its own.

    LibreOffice 7.4 leaves items outside any list where a numbered text returns from its third level after a paragraph
    without a number, and where a list goes on overleaf in a cell: these follow their list.
    """
    children: list[Any] = []
    opened: Any = None
    for kid in kids:
        if not is_tag(kid, "/LI"):
            opened = None
            children.append(kid)
            continue
        if opened is None and children and is_tag(children[-1], "/L") and _style(children[-1]) == _style(kid):
            opened = children[-1]
        if opened is None:
            opened = new_tag(file, "/L")
            children.append(opened)
        set_kids(opened, [*kids_of(opened), kid])
    return children


def gather_points(kids: Iterable[Any]) -> list[Any]:
    """The kids of a tag with what belongs to a point of a list moved into it, and the lists joined that it parted.

    LibreOffice 7.4 ends a list at each paragraph without a number. What is set in a style that goes with that of a
    point (`is_of_item`) belongs to it, and the list goes on after it; in a numbered text, whose numbers run on, all
    that stands before the next number does, up to the next heading: who goes by headings would not leave the point.
    """
    gathered = _Gathered()
    for kid in kids:
        gathered.take(kid, ends=is_tag(kid, *HEADINGS))
    gathered.let_go()
    return gathered.kids


def name_points(file: pikepdf.Pdf, tags: Iterable[Any]) -> None:
    """Parts the number or bullet of each point from its words, and says of each list how it is numbered.

    LibreOffice 7.4 makes the label the first content of the words: a screen reader that counts points says it twice.
    """
    import pikepdf

    for tag in list(tags):
        if is_tag(tag, "/LI"):
            _part_label(file, tag)
        elif is_tag(tag, "/L"):
            way = next((way for word, way in _WAYS.items() if word in _style(tag)), "/Decimal")
            tag.A = pikepdf.Dictionary(O=pikepdf.Name.List, ListNumbering=pikepdf.Name(way))


def _part_label(file: pikepdf.Pdf, item: Any) -> None:
    words = next((tag for tag in tags_below(item) if not is_tag(tag, "/LBody")), item)
    first, *rest = kids_of(words) or [None]
    if isinstance(first, int) and rest:
        label = new_tag(file, "/Lbl", words.Pg)
        set_kids(label, [first])
        set_kids(words, rest)
        set_kids(item, [label, *kids_of(item)])


class _Gathered:
    """What was gathered, the lists that may go on, outermost first, and what may yet belong to their last point."""

    def __init__(self) -> None:
        self.kids: list[Any] = []
        self._open: list[_Open] = []
        self._waiting: list[Any] = []
        self._parted = False
        """True where something was moved into a point since its list ended."""

    def take(self, kid: Any, *, ends: bool) -> None:
        """Puts the next kid where it belongs; one may end what a numbered text has open."""
        style = _style(kid)
        runs_on = bool(self._open) and self._open[0].style in PARAGRAPH_STYLES
        same = next((at for at, each in enumerate(self._open) if is_tag(kid, "/L") and each.style == style), None)
        held = next((at for at in reversed(range(len(self._open))) if is_of_item(style, self._open[at].style)), None)
        if same is not None and (runs_on or self._parted):
            self._move(self._waiting, same)
            opened = _opened_by(kid)
            _add(self._open[same].list, kids_of(kid))
            self._open[same:] = [self._open[same]._replace(body=opened[0].body), *opened[1:]]
        elif held is not None:
            self._move([*self._waiting, kid], held)
            self._open[held + 1 :] = _opened_by(kid)
        elif self._parted and is_tag(kid, "/Note") and not self._waiting:
            self._move([kid], len(self._open) - 1)
        elif runs_on and not ends:
            self._waiting.append(kid)
        else:
            self.let_go()
            self.kids.append(kid)
            self._open = _opened_by(kid)

    def let_go(self) -> None:
        """Leaves what waits where it was: no point follows that it would part from the last."""
        self.kids += gather_points(self._waiting) if self._open else self._waiting
        self._open, self._waiting, self._parted = [], [], False

    def _move(self, kids: Sequence[Any], depth: int) -> None:
        _add(self._open[depth].body, gather_points(kids) if len(kids) > 1 else kids)
        self._waiting, self._parted = [], True


def _add(tag: Any, kids: Iterable[Any]) -> None:
    set_kids(tag, [*kids_of(tag), *kids])


def _body(listed: Any) -> Any:
    """What holds the last item of a list."""
    item = kids_of(listed)[-1]
    return next((kid for kid in reversed(kids_of(item)) if is_tag(kid, "/LBody")), item)


def _opened_by(kid: Any) -> list[_Open]:
    """The lists that may go on after a tag: one, and the one that ends its last item, and so on."""
    found = []
    while is_tag(kid, "/L") and kids_of(kid):
        found.append(_Open(_style(kid), kid, _body(kid)))
        kid = (kids_of(found[-1].body) or [None])[-1]
    return found


def _style(kid: Any) -> str:
    """The style of a paragraph, of an item or of the first of a list; "" for all else."""
    if is_tag(kid, "/L", "/LI"):
        kid = next((tag for tag in tags_below(kid) if not is_tag(tag, "/LI", "/LBody", "/L", "/Lbl")), None)
    return str(kid.S)[1:].lower() if is_tag(kid) else ""
