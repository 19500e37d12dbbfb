"""Style contrast: whether the text of a style stands out enough from the colour that the style sets behind it."""

from collections.abc import Iterator, Sequence

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.location import Place
from bscb_docs.ooxml.house_file import HouseFile
from bscb_docs.ooxml.styles import Styles, styles_of
from bscb_docs.ooxml.theme import ENOUGH_CONTRAST, contrast


def contrast_faults(house: HouseFile, names: Sequence[str], file: str) -> Iterator[Finding]:
    """A finding for each of those styles that is too faint, told at the file that brings it."""
    for style, colour, behind, found in faint_styles(house, names):
        what = f"The style {style}: #{colour} on #{behind} stands out by only {found:.1f} to 1."
        yield finding_of("TPL-24", what, Place(file))


def faint_styles(house: HouseFile, names: Sequence[str]) -> Iterator[tuple[str, str, str, float]]:
    """Styles whose text stands out too little from what they set behind it: name, colour, colour behind, contrast."""
    styles = styles_of(house.parts)
    for name in names:
        colour, behind = _colours(styles, name)
        if colour and (found := contrast(colour, behind)) < ENOUGH_CONTRAST:
            yield name, colour, behind, found


def _colours(styles: Styles, name: str) -> tuple[str, str]:
    """The colour of a style's text, empty where Word chooses it, and the colour that the style sets behind it."""
    style = styles.by_name[name.lower()]
    if style.kind == "table":
        look, shade = styles.table_part(style.id, ())
        return look.get("colour", ""), shade or "FFFFFF"
    run, paragraph = styles.followed(style.id)
    return run.get("colour", ""), run.get("shade", "") or paragraph.get("shade", "") or "FFFFFF"
