"""What is printed: fields and sections say it themselves, those of plugins as those of the house."""

from collections.abc import Callable, Iterable
from contextlib import nullcontext
from pathlib import Path
from types import ModuleType

import pytest
from attrs import frozen
from work import calls_of

from bscb_docs import (
    Board,
    Document,
    Finding,
    Kind,
    Marking,
    Organisation,
    Outline,
    PictureFile,
    PluginError,
    Prose,
    Record,
    Ref,
    Section,
    Severity,
    add_records,
    check,
    every,
    hookimpl,
    house_template,
    many,
    one,
    read_board,
    unprinted,
)
from bscb_docs.plugin_api.page_words import words_in
from bscb_docs.plugin_api.registry import load_catalogue
from bscb_docs.plugin_api.section import Prints
from bscb_docs.testing import BuiltSection, build_section, findings_of, small_board, write_template


@frozen(kw_only=True)
class Risk(Record):
    """A record of a plugin's kind: three fields that are printed and two that are not."""

    title: str
    owner: str | None = one()
    steps: tuple[str, ...] = many("step")
    file: str | None = one(printed=False)
    marking: Marking = one(default=Marking.NONE)
    text: Prose = unprinted(Prose(""))


@frozen
class Page:
    """What the section prints: the risks."""

    risks: tuple[str, ...]


def make_page(board: Board, document: Document) -> Page:
    """Every risk of the board."""
    return Page(tuple(risk.title for risk in board.of(Risk)))


def plugin_of(*, prints: Prints | None = None) -> ModuleType:
    """A plugin with the kind Risk and a section that prints risks, and says so or not."""
    module = ModuleType("risks")
    template = house_template("principles")

    @hookimpl.kinds
    def kinds() -> list[Kind]:
        return [Kind(Risk)]

    @hookimpl.sections
    def sections() -> list[Section]:
        return [Section("risks", template, Page, make_page, prints=prints)]

    @hookimpl.outlines
    def outlines() -> list[Outline]:
        return [Outline("risk-paper", "Our risks", ("risks",))]

    module.kinds = kinds  # type: ignore[attr-defined]  # as a file of a plugin would
    module.sections = sections  # type: ignore[attr-defined]
    module.outlines = outlines  # type: ignore[attr-defined]
    return module


REGISTER = {
    "alone": "# Document paper: Our paper\nsection: risks\n",
    "bound in, and not in the register": "# Document paper: Our paper\nsection: cover\nappendix: risk-paper\n",
    "set in prose": "# Document paper: Our paper\nsection: narrative\n",
}
PROSE = "# Narrative paper: Our paper\n\n## Risks\n\nThese are our risks.\n\n{{ section risks }}\n"


def found_in(folder: Path, plugin: ModuleType, register: str, *cards: str) -> list[Finding]:
    """What PUB-01 and PUB-02 find in a board whose paper, which is marked `none`, has that plugin's section."""
    (folder / "board.md").write_text("# Board: Sample Board\n\n" + "\n\n".join(cards) + "\n", encoding="utf-8")
    (folder / "documents.md").write_text(register, encoding="utf-8")
    if "narrative" in register:
        (folder / "paper.md").write_text(PROSE, encoding="utf-8")
    board = read_board(folder, plugins=[plugin])
    assert board.findings == ()
    return [finding for finding in check(board) if finding.code.startswith(("PUB", "PLG"))]


MARKED = "# Risk: A child may be known\nmarking: OFFICIAL-SENSITIVE"
SMALL = "# Risk: A review is late\nstep: The case review tells of three children"


@pytest.mark.parametrize("register", REGISTER)
@pytest.mark.parametrize("prints", [every(Risk), None], ids=["declared", "not declared"])
def test_a_marked_record_of_a_plugin_stops_the_document_below_its_marking(
    prints: Prints | None, register: str, tmp_path: Path
) -> None:
    """Wherever the section stands, and whether its author says what it prints or has forgotten to."""
    (found,) = found_in(tmp_path, plugin_of(prints=prints), REGISTER[register], MARKED)
    assert (found.code, found.severity, found.place.file) == ("PUB-01", Severity.STOP, "board.md")
    assert ("does not say which records" in found.message) is (prints is None)


@pytest.mark.parametrize("prints", [every(Risk), None], ids=["declared", "not declared"])
def test_a_small_count_in_a_record_of_a_plugin_is_found(prints: Prints | None, tmp_path: Path) -> None:
    """PUB-02 reads what a plugin's section prints as it reads a report."""
    (found,) = found_in(tmp_path, plugin_of(prints=prints), REGISTER["alone"], SMALL)
    assert (found.code, '"three children"' in found.message) == ("PUB-02", True)


@pytest.mark.parametrize("card", [MARKED, SMALL])
def test_what_a_section_does_not_print_is_no_fault_of_its_document(card: str, tmp_path: Path) -> None:
    """A section that prints no risk may stand in any document."""
    assert found_in(tmp_path, plugin_of(prints=every()), REGISTER["alone"], card) == []


@pytest.mark.parametrize(
    ("prints", "said"),
    [
        (lambda board, document: 1 / 0, "failed: ZeroDivisionError"),
        (lambda board, document: ["a risk"], "told of a str among the records it prints. Give records of the board."),
    ],
)
def test_a_section_that_cannot_tell_what_it_prints_is_told(prints: Prints, said: str, tmp_path: Path) -> None:
    """Its plugin is named, and it is treated as one that says nothing."""
    found = found_in(tmp_path, plugin_of(prints=prints), REGISTER["alone"], MARKED)
    told = {finding.code: finding.message for finding in found}
    assert sorted(told) == ["PLG-01", "PUB-01"]
    assert said in told["PLG-01"]


@pytest.mark.parametrize("section", load_catalogue().sections.values(), ids=lambda section: section.name)
def test_every_section_of_the_house_says_what_it_prints(section: Section) -> None:
    """A section added to the house is seen by the rules from the day it is added."""
    assert section.prints is not None


def with_contact(folder: Path, line: str) -> Board:
    """A board with one contact, which has that line."""
    lines = ("# Board: Sample Board", "", "# Contact: The board's office", line)
    (folder / "board.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return read_board(folder)


@pytest.mark.parametrize("line", ["hours: TBC, to be confirmed", "telephone: TBC", "address: [insert address]"])
def test_what_is_to_be_filled_in_is_found_in_a_field_of_a_plugin(line: str, tmp_path: Path) -> None:
    """Words are printed, and so checked, unless their field says otherwise: nobody can forget to declare it."""
    assert {finding.code for finding in check(with_contact(tmp_path, line))} == {"TXT-02"}


@pytest.mark.parametrize(("field", "found"), [("title", 1), ("owner", 1), ("step", 1), ("file", 0), ("text", 0)])
def test_a_field_says_whether_it_is_printed(field: str, found: int) -> None:
    """`printed=False` and `unprinted` keep words from the rules; titles and all other fields are read by them."""
    board = add_records(small_board(plugins=[plugin_of()]), Risk, [{"title": "A risk", field: "TBC"}])
    assert board.findings == ()
    assert len(findings_of(board, "TXT-02")) == found


@frozen
class Lines:
    """What a section prints: lines of words."""

    lines: Iterable[str]


def lined(make: Callable[[Board], Iterable[str]], prints: Prints, folder: Path, board: Board) -> BuiltSection:
    """A section alone that prints the lines made of a board, and says that it prints those records."""
    loop = ("{%p for line in lines %}", "{{ line }}", "{%p endfor %}")
    write_template(folder / "lines.docx", "\n".join(f"Normal | {tag}" for tag in loop))
    section = Section("lines", folder / "lines.docx", Lines, lambda seen, told: Lines(make(seen)), prints=prints)
    return build_section(section, board, name="lined")


def with_risks(*rows: dict[str, object]) -> Board:
    """The small board with those risks."""
    plugin = plugin_of(prints=every())
    return add_records(small_board(plugins=[plugin], kinds=load_catalogue([plugin]).kinds), Risk, rows)


SECRET: dict[str, object] = {"title": "A child may be known", "owner": "Police", "marking": "OFFICIAL-SENSITIVE"}
PLAIN: dict[str, object] = {"title": "A review is late", "owner": "Police"}
TAKES: dict[str, Callable[[Board], Iterable[str]]] = {
    "its title": lambda board: tuple(risk.title for risk in board.of(Risk)),
    "words within others": lambda board: (f"Risks: {'; '.join(risk.title.upper() for risk in board.of(Risk))}.",),
    "a record asked for by name": lambda board: (board.get(Ref[Risk](str(SECRET["title"]), to=(Risk,))).title,),
}


@pytest.mark.parametrize("takes", TAKES)
def test_a_section_that_prints_what_it_does_not_promise_is_not_built(takes: str, tmp_path: Path) -> None:
    """A marked record would be published unseen: the plugin, its line, the record and the mend are told."""
    with pytest.raises(PluginError) as told:
        lined(TAKES[takes], every(Organisation), tmp_path, with_risks(PLAIN, SECRET))
    assert told.value.place.file == "test_printed.py"
    assert told.value.message == (
        "Plugin lined: the section lines prints words of Risk A child may be known (a script, row 2), which its "
        "`prints` does not give. Give there all that it prints, as in prints=every(Risk), or leave its words out."
    )


def test_what_can_bear_a_marking_is_told_before_any_does(tmp_path: Path) -> None:
    """So the test of a plugin finds it, whose records bear none."""
    with pytest.raises(PluginError, match="prints words of Risk A review is late"):
        lined(TAKES["its title"], every(), tmp_path, with_risks(PLAIN))


HONEST: dict[str, tuple[Callable[[Board], Iterable[str]], Prints]] = {
    "all is promised": (TAKES["its title"], every(Risk)),
    "a count": (lambda board: (f"{len(board.of(Risk))} risks",), every()),
    "words that stand there without the record": (lambda board: ("A child may be known", "Police"), every()),
    "words of a record that is promised": (
        lambda board: tuple(risk.owner or "" for risk in board.of(Risk) if risk.marking is Marking.NONE),
        lambda board, document: [risk for risk in board.of(Risk) if risk.marking is Marking.NONE],
    ),
    "what gives each line once": (lambda board: iter([*TAKES["its title"](board)]), every(Risk)),
}


@pytest.mark.parametrize("what", HONEST)
def test_a_section_that_keeps_its_promise_is_built(what: str, tmp_path: Path) -> None:
    """Nothing is told where no words of the record come from it."""
    make, prints = HONEST[what]
    built = lined(make, prints, tmp_path, with_risks(SECRET, PLAIN))
    assert (bool(built.text), built.findings) == (True, ())


@frozen(kw_only=True)
class MarkedOrganisation(Organisation):
    """One of the library's kinds with a marking."""

    marking: Marking = one(default=Marking.NONE)


@pytest.mark.parametrize("marking", Marking)
def test_a_marking_on_a_kind_of_the_library_is_held_to_the_document(marking: Marking, tmp_path: Path) -> None:
    """Sections name organisations without a promise: one of them stops it where it is marked above the paper."""
    module = ModuleType("marked")
    module.kinds = hookimpl.kinds(lambda: [Kind(MarkedOrganisation, "Organisation")])  # type: ignore[attr-defined]
    board = small_board(plugins=[module], kinds=load_catalogue([module]).kinds)
    board = add_records(board, MarkedOrganisation, [{"title": "Safe House", "marking": marking.value}])
    is_above = pytest.raises(PluginError, match="prints words of MarkedOrganisation Safe House")
    with nullcontext() if marking is Marking.NONE else is_above:
        lined(lambda seen: tuple(each.title for each in seen.of(Organisation)), every(), tmp_path, board)


def test_no_words_are_looked_for_in_the_bytes_of_a_picture() -> None:
    """Its alternative text is printed; a chart is as large as all texts of a year together."""
    small, large = (PictureFile(b"x" * size, "Column chart of visits") for size in (10, 100_000))
    assert list(words_in(large)) == ["Column chart of visits"]
    assert calls_of(lambda: list(words_in(large))) == calls_of(lambda: list(words_in(small)))
