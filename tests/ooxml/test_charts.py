"""Charts: the same figures give the same picture, and the picture says in words all that it shows."""

import sys
from io import BytesIO

import pytest
from programs import require_module

from bscb_docs import BarPart, FieldError, PictureFile, Theme, draw_bars
from bscb_docs.ooxml.pictures import fit_picture

BARS = {"Council": {"member": 2, "nobody": 1, "deputy": 0}, "Police": {"member": 3}}


def drawn(**colours: str) -> PictureFile:
    """The picture of the bars."""
    picture = draw_bars("who came", BARS, {label: BarPart(colour) for label, colour in colours.items()})
    assert picture
    return picture


def test_the_alternative_text_has_every_figure() -> None:
    """What is counted nowhere is not spoken of."""
    assert drawn().text == "Bar chart of who came: 5 member, 1 nobody."


def test_a_count_below_nothing_is_refused() -> None:
    """A bar that leads backwards, as of more places taken than there are, would be drawn as if it were true."""
    with pytest.raises(
        FieldError, match=r"draw_bars, Course: -5 free is no count\. Give how many there are, 0 or more"
    ):
        draw_bars("places", {"Course": {"taken": 25, "free": -5}})


def test_colours_put_the_labels_in_order() -> None:
    """A label without a colour comes after those that have one; a colour without a label is left out."""
    text = drawn(absent="1D4F91", nobody="404040").text
    assert text == "Bar chart of who came: 1 nobody, 5 member."


def test_the_same_figures_give_the_same_bytes() -> None:
    """Neither the date nor the program's version stands in the file."""
    assert drawn().data == drawn().data
    assert b"matplotlib" not in drawn().data.lower()


def test_other_colours_give_another_picture() -> None:
    """The colours that are given are those that are drawn."""
    assert drawn(member="00703C").data != drawn(member="1D4F91").data


@pytest.mark.parametrize("bars", [{}, {"Council": {}}, {"Council": {"member": 0}}])
def test_nothing_counted_is_no_picture(bars: dict[str, dict[str, int]]) -> None:
    """A template asks for the picture before it sets it."""
    assert draw_bars("who came", bars) is None


def test_without_matplotlib_there_is_no_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    """The document is built all the same: the extra that draws need not be installed."""
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    assert draw_bars("who came", BARS) is None


def test_twelve_bars_are_as_wide_as_one() -> None:
    """A picture of many bars grows in height; its words stay as large as they are."""
    many = draw_bars("who came", {f"Priority {number}": {"member": number} for number in range(1, 13)})
    assert many
    shapes = [fit_picture(each.data, round(each.width * 567), round(each.height * 567)) for each in (drawn(), many)]
    assert shapes[0].width == shapes[1].width


def test_labels_without_a_colour_are_told_apart() -> None:
    """Each is given a colour and a sign that no other has, so that nothing hangs on the colour."""
    plain = draw_bars("who came", BARS, {"member": BarPart(), "nobody": BarPart()})
    one = draw_bars("who came", BARS, {"member": BarPart("1D4F91", "■"), "nobody": BarPart("1D4F91", "■")})
    assert plain
    assert one
    assert plain.data != one.data


def test_a_colour_of_the_look_is_drawn_as_the_theme_has_it() -> None:
    """The board says `accent 1`; the picture is the one that its six figures and letters give."""
    theme = Theme("Arial", "Arial", {"accent1": "1D4F91"})
    themed = draw_bars("who came", BARS, {"member": BarPart("accent 1"), "nobody": BarPart("404040")}, theme=theme)
    assert themed == drawn(member="1D4F91", nobody="404040")


def test_a_title_has_a_tab_in_its_own_colour() -> None:
    """The tab stands before the bar; a colour that the theme lacks draws none."""
    tabbed = draw_bars("who came", BARS, tabs={"Council": "700008"})
    unknown = draw_bars("who came", BARS, tabs={"Council": "accent 1"})
    assert (tabbed == drawn(), unknown == drawn()) == (False, True)


def test_titles_with_tabs_leave_their_colours_to_labels() -> None:
    """Six priorities take all that a theme has; labels without a colour are still told apart by theirs."""
    theme = Theme("Arial", "Arial", {f"accent{number}": f"{number}0507{number}" for number in range(1, 7)})
    bars = {f"Priority {number}": {"Late": 1, "Done": 1} for number in range(1, 7)}
    tabs = {f"Priority {number}": f"accent {number}" for number in range(1, 7)}
    tabbed, wanted = {"Late": BarPart(sign="■"), "Done": BarPart(sign="▲")}, ("accent 1", "accent 2")
    named = {label: BarPart(colour, part.sign) for (label, part), colour in zip(tabbed.items(), wanted, strict=True)}
    plain, told = (draw_bars("work", bars, labels, tabs=tabs, theme=theme) for labels in (tabbed, named))
    assert plain == told


def test_a_status_is_not_filled_as_a_priority_is() -> None:
    """A label's part is a tint within a line of its colour, the tab of a title is filled: they never look alike."""
    image = require_module("matplotlib.image", "matplotlib")
    one = draw_bars("who came", {"Council": {"member": 1}}, {"member": BarPart("700008")}, tabs={"Council": "1D4F91"})
    assert one
    pixels = (image.imread(BytesIO(one.data), format="png")[..., :3] * 255).round().astype(int)
    of_tab, of_part, of_tint = (
        int((abs(pixels - colour) < 3).all(axis=-1).sum())
        for colour in ((0x1D, 0x4F, 0x91), (0x70, 0x00, 0x08), (0xE2, 0xCC, 0xCE))
    )
    assert of_tint > 5 * of_part > 5 * of_tab > 0


def test_what_is_not_rated_is_left_white() -> None:
    """No grey of a rated label is near it: the picture has one tint less than of a label that is rated."""
    image = require_module("matplotlib.image", "matplotlib")
    whites = []
    for is_rated in (True, False):
        picture = draw_bars("work", {"All": {"Not rated": 1}}, {"Not rated": BarPart(is_rated=is_rated)})
        assert picture
        whites.append((image.imread(BytesIO(picture.data), format="png")[..., :3] == 1).all(axis=-1).mean())
    assert whites[1] > whites[0] + 0.2


def test_a_part_too_narrow_for_its_sign_has_it_behind_the_bar() -> None:
    """Who tells no colours apart still knows which part the number is of: black stands right of the last part."""
    image = require_module("matplotlib.image", "matplotlib")
    black = []
    for few in (1, 20):
        picture = draw_bars("who came", {"Council": {"member": 40, "nobody": few}})
        assert picture
        pixels = image.imread(BytesIO(picture.data), format="png")[..., :3]
        bars = pixels[: len(pixels) // 2, int(pixels.shape[1] * 0.9) :]
        black.append(int((bars < 0.01).all(axis=-1).sum()))
    assert black[0] > 50 > black[1]


def test_what_is_not_rated_has_no_sign() -> None:
    """As it has none in tables; the first sign there is stands for what is rated."""
    labels = [{"Label": BarPart(sign=sign, is_rated=rated)} for rated in (True, False) for sign in ("", "■")]
    rated, signed, plain, marked = (draw_bars("work", {"All": {"Label": 1}}, each) for each in labels)
    assert rated == signed
    assert plain != marked


def test_a_key_reads_line_by_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its labels stand in the order of the bars' parts, although matplotlib fills columns: the fifth begins a line."""
    figures = require_module("matplotlib.figure", "matplotlib")
    keys: list[list[str]] = []
    monkeypatch.setattr(
        figures.Figure, "legend", lambda _, handles, **_more: keys.append([h.get_label() for h in handles])
    )
    labels = ["Stuck", "Slipping", "On track", "Delivered", "Closed"]
    draw_bars("work", {"All": dict.fromkeys(labels, 1)}, {label: BarPart(sign="■") for label in labels})
    assert keys == [["■ Stuck", "■ Closed", "■ Slipping", "■ On track", "■ Delivered"]]
