"""Kept paragraphs: paragraphs that must not be parted by the end of a page, where no style can say so.

A heading and a caption keep with what follows by their styles. Six more things are known only by what stands around a
paragraph: what leads in to something, what belongs to a point or signs a text, the first two and the last two points of
a list, what is set apart in one box, the few words between a heading and its first heading below, its list or its
table, and the last lines before a page that begins anew.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby, pairwise

from attrs import frozen

from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.ooxml.house_file import HouseFile
from bscb_docs.ooxml.paragraph_text import KEEP, free_places, heads_in
from bscb_docs.ooxml.paragraph_words import plain_words
from bscb_docs.word_writer.tables.kept_rows import HALF, QUARTER, THIRD, last_rows
from bscb_docs.word_writer.tables.text_measure import measure_of, parted_at_tables

_LISTS = ("List ", "Paragraph ", "Subparagraph ", "table of figures")
_BELONGS = ("List Continue", "Table Continue", "Sign-off Name")
"""Styles of what is never parted from the paragraph before it: more of a point, and who signs."""
_BOX = "Aside "
"""Styles of what stands in one box below its heading."""
_LEVELS = {"appendix heading": 0, "section heading": 1, "caption": 10, **{f"heading {n}": n for n in range(1, 10)}}
_POINT = 3
"""Lines of a point that does not stand alone at the foot or the head of a page, parted from the rest of its list."""


@frozen
class _Block(Compared):
    """A paragraph, or a table, which has no style.

    `at` is where the paragraph can be told to keep with the next, or each in the table's last row that keeps with none.
    """

    at: tuple[int, ...]
    style: str = ""
    xml: str = ""
    ends_page: bool = False
    start: int = 0


def keep_together(text: list[str], house: HouseFile) -> None:
    """Changes a body outside its tables so that what belongs together keeps together; there are as many pieces."""
    keeper = _Keeper(house)
    for first, last in _stretches(text):
        pieces = text[first : last + 1]
        ends = list(accumulate(map(len, pieces)))
        for at in sorted(keeper.places("".join(pieces), is_last=last == len(text) - 1), reverse=True):
            number = bisect_left(ends, at)
            inside = at - ends[number] + len(pieces[number])
            piece = text[first + number]
            text[first + number] = f"{piece[:inside]}{KEEP}{piece[inside:]}"


def _stretches(text: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The first and last position of each stretch of pieces in which no table is cut."""
    opened = (piece.count("<w:tbl>") - piece.count("</w:tbl>") if "w:tbl>" in piece else 0 for piece in text)
    depths = accumulate(opened, initial=0)
    cut = [bool(before or after) for before, after in pairwise(depths)]
    for is_cut, group in groupby(range(len(text)), cut.__getitem__):
        first, *others = group
        if not is_cut:
            yield first, others[-1] if others else first


class _Keeper:
    """Finds what keeps together in one house's styles."""

    def __init__(self, house: HouseFile) -> None:
        self.measure, self.width = measure_of(house), house.text_width
        self.page, self.half, self.third, self.quarter = map(self.measure.page, (1, HALF, THIRD, QUARTER))
        self.few = 2 * self.measure.lines("", house.style("Normal").id, self.width)
        names = {style.id: style.name for style in house.styles.values()}
        self.lists = {each for each, name in names.items() if name.startswith(_LISTS)}
        self.belonging = {each for each, name in names.items() if name in _BELONGS}
        self.boxed = {each for each, name in names.items() if name.startswith(_BOX)}
        self.levels = {each: _LEVELS[name.lower()] for each, name in names.items() if name.lower() in _LEVELS}

    def places(self, xml: str, *, is_last: bool) -> set[int]:
        """Where paragraphs are to be told to keep with the next; `is_last` says that nothing follows."""
        blocks = list(_blocks_in(xml, is_last=is_last))
        kept = {
            number
            for number, (this, following) in enumerate(pairwise(blocks))
            if (this.style and plain_words(this.xml).endswith(":")) or following.style in self.belonging
        }
        kept |= {*self._outer_points(blocks), *self._boxes(blocks)}
        rows = set[int]()
        for number, block in enumerate(blocks):
            if block.style in self.levels:
                kept |= set(self._led_in(blocks, number, kept))
            if block.ends_page:
                lines = self._last_lines(blocks, number)
                kept |= set(lines)
                table, *below = blocks[lines.start : number + 1]
                rows |= {table.start + at for at in last_rows(table.xml, sum(map(self._lines, below)), self.measure)}
        return rows | {at for number in kept for at in blocks[number].at}

    def _lines(self, block: _Block) -> float:
        if "<w:drawing" in block.xml:
            return self.quarter
        if not block.style:
            return self.measure.body(block.xml, self.width)
        return self.measure.lines(plain_words(block.xml), block.style, self.width)

    def _outer_points(self, blocks: Sequence[_Block]) -> Iterator[int]:
        """The first point of each list, and the last but one of short ones, which a page's end would leave alone."""
        points = self.lists | self.belonging
        inside = [False, *(block.style in points for block in blocks), False]
        for number, (this, following) in enumerate(pairwise(blocks)):
            before, own, below, after = inside[number : number + 4]
            if own and below:
                is_first = not before and self._lines(this) <= _POINT
                if is_first or (not after and max(map(self._lines, (this, following))) <= _POINT):
                    yield number

    def _boxes(self, blocks: Sequence[_Block]) -> Iterator[int]:
        """All but the last paragraph of each box that is no higher than half a page; its heading keeps by its style."""
        for is_boxed, group in groupby(range(len(blocks)), lambda number: blocks[number].style in self.boxed):
            box = list(group)
            if is_boxed and sum(self._lines(blocks[number]) for number in box) <= self.half:
                yield from box[:-1]

    def _led_in(self, blocks: Sequence[_Block], heading: int, kept: set[int]) -> range:
        """What stands between a heading and the first heading below it, its table or its list, and keeps with that.

        Two lines always do: a heading left behind is worse than room at a page's foot. More do where all that would
        keep together, with what is kept above the heading, is not much.
        """
        lines, ends = 0.0, dict[int, float]()
        for number in range(heading + 1, len(blocks)):
            style = blocks[number].style
            if self.levels.get(style, 0) > self.levels[blocks[heading].style] or (
                style in self.lists and not ends and lines <= self.few
            ):
                ends[number] = lines
            if not style or style in self.levels or lines > self.half:
                break
            lines += self._lines(blocks[number])
        for end, lines in reversed(ends.items()):
            lead_in = range(heading + 1, end)
            if lines <= self.few or self._chain(blocks, heading, kept.union(lead_in)) <= self.half:
                return lead_in
        return range(0)

    def _chain(self, blocks: Sequence[_Block], inside: int, kept: set[int]) -> float:
        """The lines of all blocks that stand on one page with a block, of a table only its first rows."""

        def keeps(number: int) -> bool:
            return number in kept or blocks[number].style in self.levels

        first = last = inside
        while first and keeps(first - 1):
            first -= 1
        while last + 1 < len(blocks) and keeps(last):
            last += 1
        *above, end = blocks[first : last + 1]
        return sum(map(self._lines, above)) + (self._lines(end) if end.style else self.measure.first_rows(end.xml))

    def _last_lines(self, blocks: Sequence[_Block], last: int) -> range:
        """The paragraphs and low tables that keep with the last of a page, so that it is no page of a few lines.

        They begin with the heading of their section where that makes no more than half a page, else with no point of a
        list but the first of it; of a table that makes more its last rows alone go with them.
        """
        first, lines = last, self._lines(blocks[last])
        while first and lines < self.third:
            before, is_table = self._before(blocks, first), not blocks[first - 1].style
            if before > self.quarter or (is_table and lines + before > self.half):
                first -= is_table
                break
            first, lines = first - 1, lines + before
        fits = list[int]()
        for number in range(first, -1, -1):
            if lines > self.half:
                break
            fits.append(number)
            lines += self._before(blocks, number)
        points = self.lists | self.belonging
        heading = (number for number in fits if self.levels.get(blocks[number].style, 2) <= 1)
        whole = next(heading, next((number for number in fits if blocks[number].style not in points), first))
        return range(whole, last)

    def _before(self, blocks: Sequence[_Block], number: int) -> float:
        """The lines of the block above, which are too many where there is none on the same page."""
        above = blocks[number - 1] if number else None
        return self.page if above is None or above.ends_page else self._lines(above)


def _blocks_in(xml: str, *, is_last: bool) -> Iterator[_Block]:
    """The paragraphs and tables of some WordprocessingML in order; `is_last` says that nothing follows."""
    at, parts = 0, parted_at_tables(xml)
    for number, part in enumerate(parts):
        if number % 2:
            row = max(part.rfind("<w:tr>"), 0)
            is_end = is_last and not heads_in("".join(parts[number + 1 :]))
            places = tuple(at + row + place for place in free_places(part[row:]))
            yield _Block(places, xml=part, ends_page=is_end, start=at)
        heads = [] if number % 2 else heads_in(part)
        for head, end in zip(heads, [*(each.start() for each in heads[1:]), len(part)], strict=False):
            whole, is_end = part[head.end() : end], is_last and at + end == len(xml)
            yield _Block((at + head.end(),), head["style"], whole, "<w:sectPr" in whole or is_end)
        at += len(part)
