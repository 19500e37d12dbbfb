"""What an author slips into is told with the plugin, the row, the line and what to do: by a build as by a check."""

from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve

import bscb_docs
from bscb_docs import (
    Board,
    FieldError,
    Finding,
    Meeting,
    Narrative,
    NarrativeSection,
    PluginError,
    Prose,
    Symbol,
    add_records,
    check,
    check_documents,
    check_template,
    draw_bars,
    load_catalogue,
    table_of,
)
from bscb_docs.plugin_api.plugin_files import load_plugin_file
from bscb_docs.testing import build_section, findings_of, small_board, write_template

SOURCE = """\
from pathlib import Path
from attrs import frozen
from bscb_docs import Outline, Runs, Section, Symbol, every, hookimpl


@frozen
class Row:
    name: str
    rating: Runs


@frozen
class Page:
    rows: tuple[Row, ...]


def make_page(board, document):
    return Page((Row("First", (Symbol("High", "Strong"),)), Row("Second", (Symbol("High", "Strong"),))))


@hookimpl.sections
def sections():
    template = Path(__file__).with_suffix(".docx")
    return [Section("rated", template, Page, make_page, prints=every())]


@hookimpl.outlines
def outlines():
    return [Outline("ratings", "Ratings", ("rated",))]
"""
ROWS = (
    "heading 1 | Rated\nNormal | {{%p for row in rows %}}\nNormal | {{{{ row.{} }}}}: {{{{ row.{} }}}}\n"
    "Normal | {{%p endfor %}}"
)
STANDS = "It stands in the section rated of the plugin rated"


def told(folder: Path, source: str, name: str = "name", rating: str = "rating | line") -> list[Finding]:
    """What `check` tells of a document that the plugin makes, its template with those two tags in a loop."""
    write_template(folder / "rated.docx", ROWS.format(name, rating))
    path = folder / "rated.py"
    path.write_text(source, encoding="utf-8")
    board = small_board(plugins=[load_plugin_file(path)], records=small_board().records)
    return [each for each in check_documents(board, ["ratings"]) if each.stops]


SLIPS: dict[str, tuple[tuple[str, str], tuple[str, str], str, str, str]] = {
    "a style that nobody has": (
        ('"First", (Symbol("High", "Strong")', '"First", (Symbol("High", "Stong")'),
        ("name", "rating | line"),
        "TPL-09",
        f"`{{{{ row.rating | line }}}}`: house.docx has no style called Stong. The page that Python made asks for it. "
        f"{STANDS}, where `row` is First.",
        "Did you mean Strong?",
    ),
    "nothing where words are wanted": (
        ("rating: Runs", "rating: str"),
        ("name", "rating"),
        "TPL-16",
        f"`{{{{ row.rating }}}}`: it is empty: the page that Python made gives nothing there. {STANDS}, where `row` is "
        "First.",
        "Give words, or ask for it first, as in {% if ... %}.",
    ),
    "nothing where runs are wanted": (
        ("", ""),
        ("name", "rating | line"),
        "TPL-16",
        f"`{{{{ row.rating | line }}}}`: it is empty: the page that Python made gives nothing there. {STANDS}, where "
        "`row` is First.",
        "Give words, or ask for it first, as in {% if ... %}.",
    ),
    "a field that the row has not": (
        ("", ""),
        ("nme", "rating | line"),
        "TPL-02",
        f"`{{{{ row.nme }}}}`: Row has no `nme`. {STANDS}, where `row` is First.",
        "Did you mean `name`?",
    ),
    "a filter that there is not": (
        ("", ""),
        ("name", "rating | lines"),
        "TPL-08",
        f"`{{{{ row.rating | lines }}}}`: there is no filter called `lines`. {STANDS}.",
        "Did you mean `line`?",
    ),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_build_tells_it_as_template_check_does(slip: str, tmp_path: Path) -> None:
    """One finding: the code, the place in Word, the plugin, the section, the row, and the nearest name."""
    change, tags, code, message, mend = SLIPS[slip]
    source = SOURCE.replace(*change) if change[0] else SOURCE
    if slip.startswith("nothing where"):
        source = source.replace('(Symbol("High", "Strong"),)', "None")
    (found,) = told(tmp_path, source, *tags)
    assert (found.code, str(found.place)) == (code, "rated.docx, paragraph 3")
    assert (found.message, found.mend) == (f"ratings cannot be built: {message}", mend)


def test_an_unknown_name_of_a_row_without_types_is_told_by_its_class(tmp_path: Path) -> None:
    """Where template check cannot know, filling says the class's name and the nearest of its fields."""
    source = SOURCE.replace("rows: tuple[Row, ...]", "rows: tuple")
    (found,) = told(tmp_path, source, "nme")
    assert found.message.startswith("ratings cannot be built: `{{ row.nme }}`: Row has no `nme`. Did you mean `name`?")


def test_a_paragraph_style_that_the_house_lacks_is_told_with_its_place_and_remedy(tmp_path: Path) -> None:
    """The template's own style is one to be named in `styles=`: a build and template check say so alike."""
    import docx

    write_template(tmp_path / "rated.docx", ROWS.format("name", "name"))
    template = docx.Document(str(tmp_path / "rated.docx"))
    template.paragraphs[2].style = template.styles.add_style("Zebra Points", 1)
    template.save(str(tmp_path / "own.docx"))
    source = SOURCE.replace('with_suffix(".docx")', 'with_name("own.docx")')
    found = told(tmp_path, source)
    (checked,) = [each for each in check_template(tmp_path / "own.docx") if each.code == "TPL-09"]
    assert [(each.code, each.place, each.mend) for each in found] == [("TPL-09", checked.place, checked.mend)]
    assert (str(checked.place), "`styles=`" in checked.mend) == ("own.docx, paragraph 3", True)


WRONG: dict[str, tuple[Callable[[], object], str]] = {
    "a short row": (
        lambda: table_of("Who", ["Name", "Came"], [["A", "yes"], ["B"]]),
        "table_of, row 2: it has 1 cells where the header has 2. Give one for each column.",
    ),
    "a cell of nothing": (
        lambda: table_of("Who", ["Name"], [[None]]),  # type: ignore[list-item]  # the slip
        'table_of, row 1, cell 1: None is neither words nor runs. Give words for what is missing, as in "Not rec',
    ),
    "a number in a cell": (
        lambda: table_of("Who", ["Name"], [[3]]),  # type: ignore[list-item]  # the slip
        "table_of, row 1, cell 1: 3 is neither words nor runs. Give str(...) of it.",
    ),
    "a board where a theme belongs": (
        lambda: draw_bars("who came", {"Police": {"member": 1}}, theme=small_board()),  # type: ignore[arg-type]  # the slip
        "draw_bars, theme: a Board is no Theme. Write theme=theme_of(board).",
    ),
    "a symbol of nothing": (
        lambda: Symbol(None, "Strong"),  # type: ignore[arg-type]  # the slip
        "Symbol, text: nothing is given. Give a text.",
    ),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_value_is_checked_where_it_is_made(what: str) -> None:
    """So the plugin's own line is told, and not one of the library's."""
    make, said = WRONG[what]
    with pytest.raises(FieldError) as raised:
        make()
    assert str(raised.value).startswith(said)


def test_a_helper_beside_a_plugin_is_told_as_one(tmp_path: Path) -> None:
    """A module in the same folder is no package that pip could install."""
    (tmp_path / "helper.py").write_text("", encoding="utf-8")
    (tmp_path / "rated.py").write_text(f"import helper\n{SOURCE}", encoding="utf-8")
    with pytest.raises(
        PluginError, match=r"it needs helper, which lies beside it\. Call the plugin's file __init__\.py, write"
    ):
        load_plugin_file(tmp_path / "rated.py")


def test_a_folder_given_as_a_plugin_is_told_as_one(tmp_path: Path) -> None:
    """It is there, so nobody is sent to look at the path."""
    (fault,) = load_catalogue([tmp_path]).faults
    assert str(fault).startswith(f"{tmp_path.name} is a folder without __init__.py. ")


def test_a_package_is_a_plugin_as_one_file_is(tmp_path: Path) -> None:
    """Given by its folder it has its neighbours, is called by the folder, and is another when one of them changes."""
    package = tmp_path / "visits"
    package.mkdir()
    (package / "__init__.py").write_text(
        "from bscb_docs import hookimpl\nfrom .rows import count\n\n"
        "@hookimpl.figures\ndef figures():\n    return [count]\n"
    )
    told = []
    for answer in ("one", "two"):
        (package / "rows.py").write_text(f"def count(board):\n    raise ValueError('{answer}')\n")
        board = Board((), plugins=(load_plugin_file(package),))
        told += [str(finding) for finding in check(board) if finding.code == "PLG-01"]
    assert load_plugin_file(package) is load_plugin_file(package / "__init__.py")
    said = "rows.py:2: [PLG-01] Plugin visits: count of its figures failed: ValueError: {}. Mend that line, "
    assert [each.partition("or take")[0] for each in told] == [said.format("one"), said.format("two")]


TITLED = """\
from attrs import frozen
from bscb_docs import Figure, Kind, Record, hookimpl


@frozen(kw_only=True)
class Course(Record):
    title: str
    places: int


@hookimpl.kinds
def kinds():
    return [Kind(Course, "Course")]


def count(board):
    yield Figure("places", sum(course.places for course in board.of(Course)), "courses", phrases=("places on courses",))


@hookimpl.figures
def figures():
    return [count]
"""


def with_courses(folder: Path, *titles: str) -> Board:
    """The small board with a course of ten places for each title."""
    (folder / "taught.py").write_text(TITLED, encoding="utf-8")
    module = load_plugin_file(folder / "taught.py")
    rows = [{"title": title, "places": "10"} for title in titles]
    return add_records(small_board(plugins=[module], kinds=load_catalogue([module]).kinds), module.Course, rows)


def test_a_title_that_recurs_is_told_with_what_to_do_about_events(tmp_path: Path) -> None:
    """Two of one course are told apart by another field, for a title names one thing."""
    (found,) = findings_of(with_courses(tmp_path, "Signs of neglect", "Signs of neglect"), "PLN-03")
    assert "call the field otherwise where a row is an event, as in `course: str`." in found.mend


@pytest.mark.parametrize("words", ["We offered 33 places on courses.", "There were 33 places on courses."])
def test_a_number_that_a_figure_of_a_plugin_counts_is_compared(words: str, tmp_path: Path) -> None:
    """FIG-05 knows what was offered as it knows what there was."""
    board = with_courses(tmp_path, "Signs of neglect")
    part = NarrativeSection(title=Prose("One"), text=Prose(words))
    told = evolve(board, records=(*board.records, Narrative(id="talk", title="Talk", sections=(part,))))
    (found,) = findings_of(told, "FIG-05")
    assert 'you wrote "33 places on courses"' in found.message


def test_rows_of_a_script_are_counted_from_one() -> None:
    """Their places name no line, since there is no file."""
    board: Board = small_board()
    rows = [{"body": "Executive Board", "date": day} for day in ("1 May 2025", "2 May 2025")]
    added = add_records(board, Meeting, rows)
    assert [str(each.place) for each in added.of(Meeting)][-2:] == ["a script, row 1", "a script, row 2"]


def test_two_names_in_a_cell_are_told_as_a_cell_and_a_script_part_them() -> None:
    """Lines that name the field again are for cards."""
    row = {"body": "Executive Board", "date": "1 May 2025", "attended": "Exampleshire Council; Exampleshire Police"}
    (found,) = (each for each in add_records(small_board(), Meeting, [row]).findings if each.code == "REF-01")
    assert found.mend == (
        "In one line stand 2 names. Write each on a line of its own within the cell (in Excel, Alt and Enter), "
        "or in a script give a list: "
        "['Exampleshire Council', 'Exampleshire Police']."
    )


def test_nothing_follows_from_a_plugin_that_cannot_be_loaded(tmp_path: Path) -> None:
    """Its kind, its table and its section are not told to be unknown, in check nor in build; a slip of spelling is."""
    files = {
        "risks.py": "import nothing_of_that_name\n",
        "board.md": "# Hazard: Flood\n\n# Bodi: Executive Board\n",
        "documents.md": "# Document report: Report\nsection: hazards\nsection: covr\n",
        "hazards.csv": "title\nFire\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    board = bscb_docs.read_board(tmp_path, plugins=[tmp_path / "risks.py"])
    told = ["PLG-01", "REC-01", "DOC-01"]
    assert sorted(finding.code for finding in bscb_docs.check(board)) == sorted(told)
    (fault,) = (each for each in check_documents(board) if each.code == "PLG-01")
    assert fault.mend == "Until then documents go without their sections: hazards."
    assert {finding.code for finding in bscb_docs.publish(board, "report", tmp_path / "out").findings} >= set(told)


def test_nothing_follows_from_a_kind_that_cannot_be_used(tmp_path: Path) -> None:
    """That its section has nothing to print follows from the kind's fault."""
    kind = "\n\n@frozen(kw_only=True)\nclass Lecture(Record):\n    length: float\n\n\n"
    kind += "@hookimpl.kinds\ndef kinds():\n    return [Kind(Lecture)]\n"
    source = LONE.format(more=", Kind, Record, every", prints=", prints=every(Lecture)").replace(
        'TalksPage("One")', "None"
    )
    before, hook, after = source.partition("\n\n@hookimpl.sections")
    (tmp_path / "talks.py").write_text(before + kind + hook + after, encoding="utf-8")
    write_template(tmp_path / "talks.docx", "heading 1 | {{ title }}\n")
    (tmp_path / "lectures.csv").write_text("length\n3\n", encoding="utf-8")
    (tmp_path / "register.md").write_text("# Document report: Report\nsection: talks\n", encoding="utf-8")
    board = bscb_docs.read_board(tmp_path, plugins=[tmp_path / "talks.py"])
    assert [finding.code for finding in check_documents(board)] == ["PLG-01"]


def test_a_section_alone_tells_what_could_not_be_read_of_its_board() -> None:
    """A test that asks for no findings fails where a row of its own was left out."""
    board = add_records(small_board(), Meeting, [{"body": "Executive Board", "date": "32 May 2025"}])
    assert "DUE-01" in {each.code for each in build_section("attendance", board).findings}


def test_a_page_may_hold_one_table_for_prose(tmp_path: Path) -> None:
    """Not in brackets, as one run may stand for several."""
    slip = LONE.format(more=", every", prints=", prints=every()").replace("tuple[str, ...]", "object")
    slip = slip.replace('TalksPage("One")', 'TalksPage(__import__("bscb_docs").table_of("All", ["A"], [["One"]]))')
    (tmp_path / "talks.py").write_text(slip, encoding="utf-8")
    write_template(tmp_path / "talks.docx", "heading 1 | Talks\nNormal | {{p titles | prose }}\n")
    section = load_catalogue([tmp_path / "talks.py"]).sections["talks"]
    assert build_section(section, small_board()).cells == ("A", "One")


def test_a_bare_marker_names_the_hook_to_write(tmp_path: Path) -> None:
    """Python would only say that something is not callable."""
    (tmp_path / "slip.py").write_text("from bscb_docs import hookimpl\n\n@hookimpl\ndef section():\n    return []\n")
    (fault,) = load_catalogue([tmp_path / "slip.py"]).faults
    assert "section is marked with @hookimpl alone, which names no hook. Write the hook behind it" in fault.message
    assert "@hookimpl.sections" in fault.message


LONE = """
from pathlib import Path

from attrs import frozen

from bscb_docs import Section, hookimpl{more}


@frozen
class TalksPage:
    titles: tuple[str, ...]


def make_page(board, document):
    return TalksPage("One")


@hookimpl.sections
def sections():
    return [Section("talks", Path(__file__).with_suffix(".docx"), TalksPage, make_page{prints})]
"""


def test_words_where_a_page_holds_several_are_told(tmp_path: Path) -> None:
    """Each of their letters would be printed as one."""
    (tmp_path / "talks.py").write_text(LONE.format(more="", prints=""), encoding="utf-8")
    write_template(tmp_path / "talks.docx", "heading 1 | Talks\n")
    section = load_catalogue([tmp_path / "talks.py"]).sections["talks"]
    with pytest.raises(PluginError, match=r"gave words for TalksPage\.titles, which holds several"):
        build_section(section, small_board())


def test_the_name_of_a_file_where_a_page_holds_a_picture_is_told(tmp_path: Path) -> None:
    """What makes a picture is named."""
    slip = LONE.format(more=", PictureFile", prints="").replace("tuple[str, ...]", "PictureFile | None")
    (tmp_path / "talks.py").write_text(slip.replace('TalksPage("One")', 'TalksPage("one.png")'), encoding="utf-8")
    write_template(tmp_path / "talks.docx", "heading 1 | Talks\nPicture | {{p titles | picture }}\n")
    section = load_catalogue([tmp_path / "talks.py"]).sections["talks"]
    said = r'"one\.png" is no PictureFile\. Give what draw_bars draws, or PictureFile\(read_picture\('
    with pytest.raises(PluginError, match=said) as told:
        build_section(section, small_board())
    assert told.value.place.line == 14


LOOPS: dict[str, tuple[str, str]] = {
    "for row on rows": ("it does not say what it goes through.", "Write `for row in rows`."),
    "for row rows": ("it does not say what it goes through.", "Write `for row in rows`."),
    "for row, n on rows": (
        "it cannot be read: expected token 'in', got 'on'.",
        "Look at its brackets, quotes, dots and ",
    ),
}


@pytest.mark.parametrize("typed", LOOPS)
def test_a_loop_that_cannot_be_read_is_told_once(typed: str, tmp_path: Path) -> None:
    """Its names are not told to be unknown in what it repeats; those after its end are."""
    tag, (said, mend) = f"{{%p {typed} %}}", LOOPS[typed]
    lines = (tag, "{{ row.name }}", "{{ loop.index }}", "{%p endfor %}", "{{ row.name }}")
    write_template(tmp_path / "rated.docx", "\n".join(f"Normal | {line}" for line in lines))
    (tmp_path / "rated.py").write_text(SOURCE, encoding="utf-8")
    module = load_plugin_file(tmp_path / "rated.py")
    found = check_template(tmp_path / "rated.docx", page=module.Page)
    assert [(each.code, str(each.place)) for each in found] == [
        ("TPL-03", "rated.docx, paragraph 1"),
        ("TPL-02", "rated.docx, paragraph 5"),
    ]
    assert (found[0].message, found[0].mend.startswith(mend)) == (f"`{tag}`: {said}", True)


def test_every_of_a_name_in_quotation_marks_is_told(tmp_path: Path) -> None:
    """It would print no record at all."""
    slip = LONE.format(more=", every", prints=', prints=every("Visit")')
    (tmp_path / "talks.py").write_text(slip, encoding="utf-8")
    (fault,) = load_catalogue([tmp_path / "talks.py"]).faults
    assert "'Visit' is no class of records. Write it without quotation marks, as in every(Visit)." in fault.message


def test_a_section_that_could_not_be_offered_is_told_by_its_fault_alone(tmp_path: Path) -> None:
    """Its template is missing: the document that names it is not said to name what there is not."""
    (tmp_path / "talks.py").write_text(LONE.format(more="", prints=""), encoding="utf-8")
    (tmp_path / "register.md").write_text("# Document report: Report\nsection: talks\n", encoding="utf-8")
    board = bscb_docs.read_board(tmp_path, plugins=[tmp_path / "talks.py"])
    assert [finding.code for finding in bscb_docs.check(board)] == ["PLG-01"]
