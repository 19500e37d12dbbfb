"""Faults of strangers: each is told with the plugin's name and what to do, and the others still work."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from types import ModuleType

import attrs
import pytest
from template_samples import with_part, with_relation

import bscb_docs
from bscb_docs import Finding, Place, PluginError, TemplateError, build, check_documents, read_board
from bscb_docs.api.board_lists import list_figures
from bscb_docs.authoring import write_board
from bscb_docs.plugin_api.failure_messages import why
from bscb_docs.plugin_api.plugin_files import load_plugin_file, plugin_name
from bscb_docs.plugin_api.registry import load_catalogue
from bscb_docs.testing import build_section, check_section, findings_of, small_board, write_template

BEGINS = """\
from pathlib import Path
from attrs import frozen
from bscb_docs import Board, Document, Figure, Finding, Kind, Outline, Record, Rule, Section, Severity, hookimpl

TEMPLATE = Path(__file__).with_name("visits.docx")


@frozen
class VisitsPage:
    words: str


def make_page(board: Board, document: Document) -> VisitsPage:
    return VisitsPage(board.details.title)


"""
SECTION = """\
@hookimpl.sections
def sections():
    return [Section("visits", TEMPLATE, VisitsPage, make_page)]
"""
ASK = "Mend that line, or take the plugin away."
RULE = "@hookimpl.rules\ndef rules():\n    return [Rule('V-01', Severity.STOP, 'Asks.', {})]\n"
SOUND = BEGINS + SECTION


def plugin(folder: Path, source: str = SOUND, name: str = "visits") -> ModuleType:
    """A plugin in a file of its own, with its template beside it."""
    write_template(folder / "visits.docx", "heading 1 | Visits\nNormal | {{ words }}")
    path = folder / f"{name}.py"
    path.write_text(source, encoding="utf-8")
    return load_plugin_file(path)


def told(*modules: ModuleType) -> list[str]:
    """What `check` tells of the plugins of a board, each with the line of the plugin where one is known."""
    found = findings_of(small_board(plugins=modules), "PLG-01")
    return [f"{finding.place}: {finding.message}".removeprefix(": ") for finding in found]


def test_a_sound_plugin_is_used_without_a_word(tmp_path: Path) -> None:
    """The plugin that the others here are broken from."""
    board = small_board(plugins=[plugin(tmp_path)])
    assert build_section("visits", board).text.splitlines() == [
        "heading 1 | Visits",
        "Normal | Exampleshire Safeguarding Children Partnership",
    ]
    assert findings_of(board, "PLG-01") == ()


def test_a_house_section_with_another_template(tmp_path: Path) -> None:
    """A changed copy of the section, as the guide shows it: the house's page, set in the stranger's words."""
    loop = "Normal | {%p for each in contacts %}\nNormal | {{ each.title }}\nNormal | {%p endfor %}"
    template = write_template(tmp_path / "card.docx", f"heading 1 | Whom to ask\n{loop}")
    contact = load_catalogue().sections["contact"]
    card = attrs.evolve(contact, name="contact-card", template=template)
    assert check_section(card) == ()
    assert build_section(card, small_board()).text.splitlines() == ["heading 1 | Whom to ask", "Normal | Write to us"]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (
            "import nothing_like_it\n",
            "it needs nothing_like_it, which is not installed. Install it with pip, or leave the plugin out.",
        ),
        ("def broken(:\n", f"SyntaxError: invalid syntax. {ASK}"),
        ('X = "one\n', f"SyntaxError: unterminated string literal. {ASK}"),
        ("from bscb_docs import hookimpl, parze\n", 'bscb_docs has no parze. Did you mean "parse"?'),
        ("from bscb_docs import qqqq\n", "bscb_docs has no qqqq. Look at how it is spelt."),
        (
            "raise SystemExit\n",
            "it asked the whole program to end. Raise a ValueError that says what is wrong in place of that.",
        ),
        ("1 / 0\n", f"ZeroDivisionError: division by zero. {ASK}"),
        (
            "from bscb_docs import hookimpl\nhookimpl.section\n",
            "there is no hook called section. Did you mean @hookimpl.sections?",
        ),
    ],
)
def test_a_plugin_that_raises_on_import(source: str, said: str, tmp_path: Path) -> None:
    """The error names the file, its line, what went wrong, and who can mend it."""
    with pytest.raises(PluginError) as raised:
        plugin(tmp_path, source)
    line = source.count("\n")
    assert str(raised.value) == f"visits.py:{line}: Plugin visits.py could not be loaded: {said}"


def command(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What `bscb-docs` says when it is run in a folder."""
    run = [sys.executable, "-m", "bscb_docs", *arguments]
    return subprocess.run(run, cwd=folder, capture_output=True, text=True, check=False)


def test_a_file_that_cannot_be_loaded_is_a_finding_among_the_others(tmp_path: Path) -> None:
    """`check` tells of it in JSON too, `build` writes what it can, and the commands for authors say it; a list ends."""
    write_board(tmp_path / "board")
    register = tmp_path / "board" / "documents.md"
    register.write_text(register.read_text(encoding="utf-8").replace("section: cover", "section: covr"), "utf-8")
    (tmp_path / "visits.py").write_text("from pathlib import Path\n1 / 0\n", encoding="utf-8")
    given = ("--plugin", "visits.py")
    found = json.loads(command(tmp_path, "check", "board", "--format", "json", *given).stdout)
    assert {(each["code"], each["file"], each["line"]) for each in found} >= {("PLG-01", "visits.py", 2)}
    assert "DOC-01" in {each["code"] for each in found}
    line = (
        f"stop: visits.py:2: [PLG-01] Plugin visits.py could not be loaded: ZeroDivisionError: division by zero. {ASK}"
    )
    built = command(tmp_path, "build", "board", "plan", "--no-pages", *given)
    assert (built.returncode, line in built.stdout, "plan-2025-27" in built.stdout) == (1, True, True)
    for words in (("sections",), ("kinds",), ("kinds", "visit"), ("plugins",)):
        listed = command(tmp_path, *words, *given)
        assert (listed.returncode, listed.stdout.splitlines()[-1]) == (1, line)
    write_template(tmp_path / "visits.docx", "heading 1 | Visits\nNormal | {{ words")
    checked = json.loads(command(tmp_path, "template", "check", "visits.docx", "--format", "json", *given).stdout)
    assert {each["code"] for each in checked} == {"PLG-01", "TPL-03"}
    ended = command(tmp_path, "list", "board", "actions", *given)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.startswith("visits.py:2: Plugin visits.py could not be loaded")


def test_a_plugin_file_that_is_not_there(tmp_path: Path) -> None:
    """A misspelt path is told as such."""
    with pytest.raises(PluginError, match=r"There is no plugin file visits\.py\. Check the path given to --plugin\."):
        load_plugin_file(tmp_path / "visits.py")


ONE_FAULT = {
    "a hook without its marker": (
        SOUND.replace("@hookimpl.sections\n", ""),
        "visits.py:17: Plugin visits: sections is no hook yet. Write @hookimpl.sections on the line above it.",
    ),
    "a hook that asks for something": (
        SOUND.replace("sections()", "sections(board)"),
        "visits.py:17: Plugin visits: sections is called with nothing. Empty the brackets after its name.",
    ),
    "no hook at all": (
        BEGINS,
        "visits.py: Plugin visits has no hook, so it offers nothing. The hooks are @hookimpl.sections, "
        "@hookimpl.outlines, "
        "@hookimpl.kinds, @hookimpl.figures, @hookimpl.rules.",
    ),
    "a hook that raises": (
        SOUND.replace("return [Section", "return 1 / 0 or [Section"),
        f"visits.py:19: Plugin visits: the hook sections failed: ZeroDivisionError: division by zero. {ASK}",
    ),
    "a hook that ends the program": (
        SOUND.replace("return [Section", "raise SystemExit(3)\n    return [Section"),
        "visits.py:19: Plugin visits: the hook sections failed: it asked the whole program to end. Raise a "
        "ValueError that says what is wrong in place of that.",
    ),
    "a hook that returns nothing": (
        SOUND.replace("return [Section", "[Section"),
        "visits.py:17: Plugin visits: the hook sections returned a NoneType where a list of sections belongs. "
        "Return such a list, even of one.",
    ),
    "a hook that returns no list": (
        SOUND.replace("return [Section", "return (Section").replace("make_page)]", "make_page))"),
        "visits.py:17: Plugin visits: the hook sections returned a Section where a list of sections belongs. "
        "Return such a list, even of one.",
    ),
    "a hook that returns the wrong type": (
        SOUND.replace('return [Section("visits", TEMPLATE, VisitsPage, make_page)]', 'return ["visits"]'),
        "visits.py:17: Plugin visits: the hook sections returned a str as item 1 of its list of sections. Give "
        "sections alone.",
    ),
    "a hook that returns words": (
        SOUND.replace('return [Section("visits", TEMPLATE, VisitsPage, make_page)]', 'return "visits"'),
        "visits.py:17: Plugin visits: the hook sections returned a str where a list of sections belongs. Return "
        "such a list, even of one.",
    ),
    "a template given as text": (
        SOUND.replace("TEMPLATE, ", '"visits.docx", '),
        'visits.py:19: Plugin visits: the hook sections failed: Section visits, template: "visits.docx" is neither a '
        'Path nor a Traversable. Give one of these, as in Path(__file__).with_name("visits.docx").',
    ),
    "a layout given as text": (
        SOUND.replace("make_page)", 'make_page, layout="landscape")'),
        'visits.py:19: Plugin visits: the hook sections failed: Section visits, layout: "landscape" is no Layout. '
        "Write Layout.LANDSCAPE.",
    ),
    "a field that no words give": (
        f"{BEGINS}@frozen(kw_only=True)\nclass Trip(Record):\n    miles: float\n\n\n"
        "@hookimpl.kinds\ndef kinds():\n    return [Kind(Trip)]\n",
        "visits.py:17: Plugin visits: the kind Trip: its field miles: no words of a board can give a float. Use "
        "str, int, PartialDate, a class with from_text, an Enum, a Ref, Prose, a tuple of these, or an attrs class of "
        "them.",
    ),
    "a kind that is a plain class": (
        f"{BEGINS}class Trip:\n    miles: int\n\n\n@hookimpl.kinds\ndef kinds():\n    return [Kind(Trip)]\n",
        "visits.py:23: Plugin visits: the hook kinds failed: Kind Trip: Trip (visits.py:17) is no class of "
        "records. Write `class Trip(Record):`.",
    ),
    "a kind that is no attrs class": (
        f"{BEGINS}class Trip(Record):\n    miles: int\n\n\n@hookimpl.kinds\ndef kinds():\n    return [Kind(Trip)]\n",
        "visits.py:23: Plugin visits: the hook kinds failed: Kind Trip: Trip (visits.py:17) is no attrs class. Write "
        "`@frozen(kw_only=True)` above the class.",
    ),
    "a page and its function that have changed places": (
        SOUND.replace("VisitsPage, make_page)", "make_page, VisitsPage)"),
        "visits.py:19: Plugin visits: the hook sections failed: Section visits, page: make_page is no class. Look "
        "whether a class and a function have changed places.",
    ),
    "a template by a path from anywhere": (
        SOUND.replace("TEMPLATE, ", 'Path("visits.docx"), '),
        "visits.py:17: Plugin visits: the section visits: its template visits.docx is not there. Write "
        'Path(__file__).with_name("visits.docx").',
    ),
    "a field that is None and may not be": (
        f"{BEGINS}from bscb_docs import PartialDate\n\n\n@frozen(kw_only=True)\nclass Trip(Record):\n"
        "    day: PartialDate = None\n\n\n@hookimpl.kinds\ndef kinds():\n    return [Kind(Trip)]\n",
        "visits.py:20: Plugin visits: the kind Trip: its field day is None by default, which its type does not take. "
        "Write `= one()` and `| None` there.",
    ),
    "a name that the house has": (
        SOUND.replace('Section("visits"', 'Section("cover"'),
        "visits.py:17: Plugins cover and visits both offer a section called cover; the one of cover is used. "
        "Rename the other.",
    ),
    "a page that is no attrs class": (
        SOUND.replace("@frozen\n", ""),
        "visits.py:18: Plugin visits: the hook sections failed: Section visits: its page VisitsPage (visits.py:8) is "
        "no attrs class. Write `@frozen` above the class.",
    ),
    "a template that is not there": (
        SOUND.replace("visits.docx", "gone.docx"),
        "visits.py:17: Plugin visits: the section visits: its template gone.docx is not there. Put it beside the "
        "plugin, and into "
        "its package.",
    ),
    "records that are no function": (
        SOUND.replace("make_page)", "make_page, prints=(Record,))"),
        "visits.py:19: Plugin visits: the hook sections failed: Section visits, prints: (Record,) is no function. "
        "Give a function.",
    ),
    "a template under a name misspelt": (
        SOUND.replace("visits.docx", "vistis.docx"),
        "visits.py:17: Plugin visits: the section visits: its template vistis.docx is not there. Did you mean "
        '"visits.docx"?',
    ),
    "a kind that the house has": (
        f"{BEGINS}@hookimpl.kinds\ndef kinds():\n    return [Kind(Record, 'Action')]\n",
        "visits.py:17: Plugin visits: headings that begin with Action are a kind of record already, so the kind "
        "Action is not used. "
        "Choose another name, or derive its class from Action to add fields to that.",
    ),
    "a kind whose plural the house has": (
        f"{BEGINS}@hookimpl.kinds\ndef kinds():\n    return [Kind(Record, 'School visit', 'Visits')]\n",
        "visits.py:17: Plugin visits: headings that begin with Visits are a kind of record already, so the kind "
        "School visit is not "
        "used. Choose another plural, or derive its class from Visit to add fields to that.",
    ),
    "a field of the house that gives other values": (
        f"{BEGINS}from bscb_docs import Meeting, one\n\n\n@frozen(kw_only=True)\nclass Held(Meeting):\n"
        "    host: int | None = one()\n\n\n@hookimpl.kinds\ndef kinds():\n    return [Kind(Held, 'Meeting')]\n",
        "visits.py:25: Plugin visits: the kind Meeting changes the type of the field host, which Meeting has. "
        "Give the new "
        "field another name.",
    ),
    "a field without a type": (
        f"{BEGINS}from attrs import field\n\n\n@frozen(kw_only=True)\nclass Trip(Record):\n    to = field()\n\n\n"
        "@hookimpl.kinds\ndef kinds():\n    return [Kind(Trip)]\n",
        "visits.py:20: Plugin visits: the kind Trip: its field to has no type. Write one, as in `to: str`.",
    ),
    "a field that may be None and must be given": (
        f"{BEGINS}@frozen(kw_only=True)\nclass Trip(Record):\n    to: str | None\n\n\n"
        "@hookimpl.kinds\ndef kinds():\n    return [Kind(Trip)]\n",
        "visits.py:17: Plugin visits: the kind Trip: its field to may be None and has no default. Write `= one()` "
        "behind it, or take `| None` away.",
    ),
    "a default that can be changed": (
        f"{BEGINS}@frozen(kw_only=True)\nclass Trip(Record):\n    names: tuple[str, ...] = []\n\n\n"
        "@hookimpl.kinds\ndef kinds():\n    return [Kind(Trip)]\n",
        "visits.py:17: Plugin visits: the kind Trip: its field names has [] as its default, where it keeps "
        "a tuple. Write ().",
    ),
    "a default of another type": (
        f"{BEGINS}@frozen(kw_only=True)\nclass Trip(Record):\n    miles: str = 3\n\n\n"
        "@hookimpl.kinds\ndef kinds():\n    return [Kind(Trip)]\n",
        "visits.py:17: Plugin visits: the kind Trip: its field miles has a default that it does not take: "
        '3 is no text. Write "3".',
    ),
    "a field that every record has": (
        f"{BEGINS}@frozen(kw_only=True)\nclass Trip(Record):\n    place: str\n\n\n"
        "@hookimpl.kinds\ndef kinds():\n    return [Kind(Trip)]\n",
        "visits.py:22: Plugin visits: the kind Trip changes the type of the field place, which Record has. Give the "
        "new field another name.",
    ),
    "a rule that returns nothing": (
        BEGINS + RULE.format("lambda pack: None"),
        "visits.py:19: Plugin visits: the rule V-01 gave nothing, not even an empty list. Yield findings: write "
        "`yield Finding(...)`.",
    ),
    "a rule whose finding has no real place": (
        BEGINS + RULE.format("lambda pack: [Finding('V-01', Severity.STOP, 'Bad.', 'visits.csv')]"),
        "visits.py:19: Plugin visits: the rule V-01 failed: Finding V-01, place: 'visits.csv' is no Place. Write that "
        "of a record, as in record.place.",
    ),
    "a rule whose finding has its severity as text": (
        BEGINS + RULE.format("lambda pack: [Finding('V-01', 'stop', 'Bad.')]"),
        "visits.py:19: Plugin visits: the rule V-01 failed: Finding V-01, severity: 'stop' is no Severity. Write "
        "Severity.STOP, Severity.CHECK or Severity.NOTE.",
    ),
    "a rule that is given no pack": (
        f"{BEGINS}def look():\n    return []\n\n\n{RULE.format('look')}",
        "visits.py:17: Plugin visits: the rule V-01 failed: look is called with pack. Begin it so: def look(pack).",
    ),
    "a section that prints a class": (
        SOUND.replace("make_page)", "make_page, prints=Record)"),
        "visits.py:19: Plugin visits: the hook sections failed: Section visits: its prints is the class Record. Write "
        "prints=every(Record) for all records of it.",
    ),
    "figures that are given no board": (
        f"{BEGINS}def count():\n    return []\n\n\n@hookimpl.figures\ndef figures():\n    return [count]\n",
        "visits.py:17: Plugin visits: count of its figures failed: count is called with board. Begin it so: "
        "def count(board).",
    ),
    "a figure that the house has": (
        f"{BEGINS}def count(board):\n    return [Figure('executive-board.meetings-held', 9, 'here')]\n\n\n"
        "@hookimpl.figures\ndef figures():\n    return [count]\n",
        "visits.py:21: Plugins house_figures and visits both offer a figure called executive-board.meetings-held; the "
        "one of house_figures is used. Rename the other.",
    ),
    "a rule that raises": (
        BEGINS + RULE.format("lambda pack: 1 / 0"),
        f"visits.py:19: Plugin visits: the rule V-01 failed: ZeroDivisionError: division by zero. {ASK}",
    ),
    "a rule that gives no findings": (
        BEGINS + RULE.format("lambda pack: ['no']"),
        "visits.py:19: Plugin visits: the rule V-01 gave a str where a Finding belongs. Yield findings.",
    ),
    "a rule that finds by another's code": (
        BEGINS + RULE.format("lambda pack: [Finding('REF-01', Severity.STOP, 'Bad.')]"),
        "visits.py:19: Plugin visits: the rule V-01 gave a finding with the code REF-01. A rule's findings bear its "
        "own code.",
    ),
    "a rule that changes a record": (
        f"{BEGINS}def change(pack):\n    pack.board.details.title = 'Mine'\n\n\n{RULE.format('change')}",
        "visits.py:18: Plugin visits: the rule V-01 failed: it tried to change a record. "
        "Records never change; make a changed copy with attrs.evolve.",
    ),
    "a rule by the code of another of the library": (
        BEGINS + RULE.format("lambda pack: []").replace("V-01", "DOC-08"),
        "visits.py:17: Plugin visits: DOC-08 is a code of the library. Give the rule a code of its own.",
    ),
    "two rules by one code": (
        BEGINS + RULE.format("lambda pack: []), Rule('V-01', Severity.NOTE, 'Asks more.', lambda pack: []"),
        "visits.py:17: Plugin visits offers a rule called V-01 twice; the first is used. Rename the other.",
    ),
    "figures that cannot be computed": (
        f"{BEGINS}def count(board):\n    return 1 / 0\n\n\n@hookimpl.figures\ndef figures():\n    return [count]\n",
        f"visits.py:18: Plugin visits: count of its figures failed: ZeroDivisionError: division by zero. {ASK}",
    ),
    "figures that are none": (
        f"{BEGINS}def count(board):\n    return [8]\n\n\n@hookimpl.figures\ndef figures():\n    return [count]\n",
        "visits.py:17: Plugin visits: count of its figures gave an int where a Figure belongs. Yield figures.",
    ),
}


@pytest.mark.parametrize("kind", ONE_FAULT)
def test_a_fault_of_a_plugin_is_told_once(kind: str, tmp_path: Path) -> None:
    """The finding names the plugin and what to do, and nothing else is said of plugins."""
    source, message = ONE_FAULT[kind]
    assert told(plugin(tmp_path, source)) == [message]


@pytest.mark.parametrize("kind", ONE_FAULT)
def test_the_others_still_work(kind: str, tmp_path: Path) -> None:
    """A broken plugin costs neither the house's sections nor those of another stranger, nor any document."""
    (tmp_path / "other").mkdir()
    other = plugin(tmp_path / "other", SOUND.replace('"visits",', '"other-visits",'), "other")
    board = small_board(plugins=[plugin(tmp_path, ONE_FAULT[kind][0]), other])
    assert build_section("other-visits", board).text.startswith("heading 1 | Visits")
    assert all(build(board, document.id).data for document in board.documents)


def test_records_of_a_kind_that_was_refused_are_told_as_such(tmp_path: Path) -> None:
    """Its plugin is there, so its author is not told to pass it, but where it is said why the kind is not used."""
    refused = plugin(tmp_path, TRIPS.replace('"Trip")', '"Trip", "Visits")'), "refused")
    with pytest.raises(bscb_docs.BoardError) as raised:
        bscb_docs.add_records(small_board(plugins=[refused]), refused.Trip, [{"id": "T1", "held": "yes"}])
    assert str(raised.value) == (
        "The board has no kind of record for Trip: its plugin is in use, but the kind was refused, or its hook `kinds` "
        "does not return it. See what check tells of the plugin (PLG-01)."
    )


def test_two_strangers_with_one_name(tmp_path: Path) -> None:
    """Neither wins in silence."""
    (tmp_path / "other").mkdir()
    modules = [plugin(tmp_path), plugin(tmp_path / "other", name="another")]
    assert told(*modules) == [
        "visits.py:17: Plugins another and visits both offer a section called visits; the one of another is used. "
        "Rename the other."
    ]


def test_two_plugins_of_one_name(tmp_path: Path) -> None:
    """A file that is called after a plugin of the house does not take its place."""
    module = plugin(tmp_path, name="cover")
    assert told(module) == ["Two plugins are called cover. Use only one of them, or rename one."]
    assert load_catalogue([module]).sections["cover"].template.name == "cover.docx"


def install(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The plugin `school-visits` of the module `visits_module` in the folder, as pip would have installed it."""
    package = folder / "visits-1.0.dist-info"
    package.mkdir()
    (package / "METADATA").write_text("Metadata-Version: 2.1\nName: visits\nVersion: 1.0\n", encoding="utf-8")
    (package / "entry_points.txt").write_text("[bscb_docs]\nschool-visits = visits_module\n", encoding="utf-8")
    monkeypatch.syspath_prepend(folder)


def test_a_slip_in_an_installed_plugin_is_its_authors_to_mend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python cannot read its file, which nobody here wrote."""
    (tmp_path / "visits_module.py").write_text("def broken(:\n", encoding="utf-8")
    install(tmp_path, monkeypatch)
    monkeypatch.delitem(sys.modules, "visits_module", raising=False)
    (fault,) = load_catalogue(named=["school-visits"]).faults
    assert fault.message.endswith("SyntaxError: invalid syntax. Ask its author to mend it, or take the plugin away.")


@pytest.mark.parametrize("typed", ["School Visits", "school‑visits", "SCHOOL_VISITS", "school-visits"])
def test_an_installed_plugin_is_named_as_any_record_is(
    typed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Capitals, spaces, hyphens and underscores of its name make no difference, as with every other name."""
    plugin(tmp_path, name="visits_module")
    install(tmp_path, monkeypatch)
    catalogue = load_catalogue(named=[typed, "Progress report"])
    assert catalogue.faults == ()
    assert "visits" in catalogue.sections


UNSAFE = {
    "macros": (
        with_part("word/vbaProject.bin", b"Sub AutoOpen"),
        "The template holds macros, controls or embedded programs. Save it in Word as a Word document without macros "
        "(.docx).",
    ),
    "an embedded program": (
        with_part("word/embeddings/oleObject1.bin", b"MZ"),
        "The template holds macros, controls or embedded programs. Save it in Word as a Word document without macros "
        "(.docx).",
    ),
    "a picture from outside": (
        with_relation("image", "http://example.org/pixel.png"),
        "The template links to http://example.org/pixel.png outside itself. Remove the link to the outside file, or "
        "put the picture itself into the document.",
    ),
    "a template of its own": (
        with_relation("attachedTemplate", "file:///C:/evil.dotm"),
        "The template links to file:///C:/evil.dotm outside itself. Remove the link to the outside file, or put the "
        "picture itself into the document.",
    ),
}


@pytest.mark.parametrize("kind", UNSAFE)
def test_a_template_that_cannot_be_trusted_is_not_used(kind: str, tmp_path: Path) -> None:
    """The section is not offered; a document that names it says so, and is built without it."""
    data, message = UNSAFE[kind]
    module = plugin(tmp_path)
    (tmp_path / "visits.docx").write_bytes(data)
    assert told(module) == [f"visits.py:17: Plugin visits: the section visits: visits.docx: {message}"]
    assert "visits" not in load_catalogue([module]).sections


def test_a_link_to_a_web_page_is_trusted(tmp_path: Path) -> None:
    """A reader follows such a link only by pressing it."""
    module = plugin(tmp_path)
    (tmp_path / "visits.docx").write_bytes(with_relation("hyperlink", "https://example.org/"))
    assert told(module) == []


CONTEXT = {
    "raises": ("    return [][1]\n", "failed: IndexError: list index out of range. Mend that line"),
    "changes a record": (
        "    board.details.title = 'Mine'\n",
        "failed: it tried to change a record. Records never change; make a changed copy",
    ),
    "changes the board": (
        "    board.records += ()\n",
        "failed: it tried to change a record. Records never change; make a changed copy",
    ),
    "gives another class": (
        "    return 'words'\n",
        "gave a str where its page is a VisitsPage. Return a VisitsPage, or",
    ),
}


@pytest.mark.parametrize("kind", CONTEXT)
def test_a_context_that_fails_names_its_plugin(kind: str, tmp_path: Path) -> None:
    """The document with that section is not built, the error says whose fault it is, and other documents are built."""
    body, message = CONTEXT[kind]
    source = SOUND.replace("    return VisitsPage(board.details.title)\n", body)
    board = small_board(plugins=[plugin(tmp_path, source)])
    with pytest.raises(PluginError) as raised:
        build_section("visits", board)
    assert raised.value.message.startswith(f"Plugin visits: the section visits {message}")
    assert raised.value.place == Place("visits.py", 13 if kind == "gives another class" else 14)
    assert build(board, "plan").data


def test_what_fails_while_it_prints_and_while_its_page_is_made_is_told_once(tmp_path: Path) -> None:
    """Both ask one function: its line is one fault, told of the documents that cannot be built."""
    source = SOUND.replace("VisitsPage(board.details.title)", "VisitsPage(chosen(board, document)[0].title)")
    source = source.replace("make_page)", "make_page, prints=chosen)")
    source = source.replace("def make_page", "def chosen(board, document):\n    return [][1]\n\n\ndef make_page")
    (fault,) = told_of_paper(plugin(tmp_path, source), "section: visits")
    said = "paper cannot be built: Plugin visits: the section visits failed: IndexError: list index out of range. "
    assert (fault.code, str(fault.place), fault.message) == ("PLG-01", "visits.py:14", said + ASK)


def test_an_option_that_its_section_does_not_declare_is_told_to_its_author_alone(tmp_path: Path) -> None:
    """The register has the name that the plugin asks for: nobody is to misspell it there. Another slip is told."""
    asked = 'VisitsPage(document.option("lowest", str, ""))'
    source = SOUND.replace("VisitsPage(board.details.title)", asked).replace(
        "make_page)", 'make_page, options=("lowst",))'
    )
    found = told_of_paper(plugin(tmp_path, source), "section: visits, lowest 8\nsection: cover, yeers 2025-26")
    assert sorted((each.code, str(each.place)) for each in found) == [
        ("DOC-02", "documents.md:3:10"),
        ("PLG-01", "visits.py:14"),
    ]


def test_a_test_of_a_plugin_is_shown_its_own_line_and_what_is_wrong(tmp_path: Path) -> None:
    """None of the library's code stands between the two."""
    module = plugin(tmp_path)
    write_template(tmp_path / "visits.docx", "Normal | {{ wrds }}")
    with pytest.raises(TemplateError) as raised:
        build_section("visits", small_board(plugins=[module]))
    assert [each.name for each in raised.traceback][1:] == ["build_section"]
    assert raised.value.__suppress_context__


def told_of_paper(module: ModuleType, sections: str) -> list[Finding]:
    """What building a document with those sections finds that stops."""
    folder = Path(str(module.__file__)).parent / "board"
    folder.mkdir()
    (folder / "documents.md").write_text(f"# Document paper: A paper\n{sections}\n", encoding="utf-8")
    return [each for each in check_documents(read_board(folder, plugins=[module])) if each.stops]


def test_a_fault_beneath_pythons_own_code_is_placed_in_the_plugin(tmp_path: Path) -> None:
    """What functools calls for a plugin fails at the plugin's line, and not at one of functools."""
    source = SOUND.replace("def make_page(", "@singledispatch\ndef make_page(").replace(
        "    return VisitsPage(board.details.title)\n", "    return [][1]\n"
    )
    board = small_board(plugins=[plugin(tmp_path, f"from functools import singledispatch\n{source}")])
    with pytest.raises(PluginError) as raised:
        build_section("visits", board)
    assert raised.value.place == Place("visits.py", 16)


def test_a_fault_in_an_installed_module_of_any_name_is_its_authors_to_mend(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hyphen in a name says nothing: what an import loaded is in nobody's hand here."""
    (tmp_path / "school-visits.py").write_text("def fail():\n    return [][1]\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    module = import_module("school-visits")
    with pytest.raises(IndexError) as raised:
        module.fail()
    assert why(raised.value).endswith("Ask its author to mend it, or take the plugin away.")


def test_the_command_tells_of_a_document_that_cannot_be_built(tmp_path: Path) -> None:
    """`check` goes on with the other documents, prints the fault as a finding, and ends with exit code 1."""
    plugin(tmp_path, SOUND.replace("return VisitsPage(board.details.title)", "return 'words'"))
    write_board(tmp_path / "board")
    register = tmp_path / "board" / "documents.md"
    text = register.read_text(encoding="utf-8").replace("section: foreword", "section: visits\nsection: foreword")
    register.write_text(text, encoding="utf-8")
    done = command(tmp_path, "check", "board", "--plugin", "visits.py")
    said = "Plugin visits: the section visits gave a str where its page is a VisitsPage. Return a VisitsPage, or None."
    assert (done.returncode, done.stderr) == (1, "")
    assert f"[PLG-01] plan and yearly-report cannot be built: {said}" in done.stdout
    assert done.stdout.count("PLG-01") == 1


def test_a_board_without_its_plugin_is_told_to_name_it(tmp_path: Path) -> None:
    """A section and a table that nobody in use offers may be a plugin's, even where the house has one like it."""
    write_board(tmp_path)
    register = tmp_path / "documents.md"
    text = register.read_text(encoding="utf-8").replace(
        "section: foreword", "section: risk-register\nsection: new-priorities", 1
    )
    register.write_text(text, encoding="utf-8")
    (tmp_path / "risks.csv").write_text("id,title\nR1,One\n", encoding="utf-8")
    (tmp_path / "visitz.csv").write_text("id,title\nV1,Two\n", encoding="utf-8")
    mends = [finding.mend for finding in findings_of(read_board(tmp_path), "DOC-01", "TAB-01")]
    assert [mend.partition("?")[0] for mend in mends if "Did you mean" in mend] == [
        'Did you mean "our-priorities"',
        'Did you mean "visits"',
    ]
    assert len(mends) == 4
    assert all(
        "If a plugin offers it, name that: --plugin FILE, or plugin: on the document's card." in mend for mend in mends
    )


def test_a_build_that_an_option_ends_says_what_to_write(tmp_path: Path) -> None:
    """The register's line, what is wrong and the remedy, as check tells them, and all else that check finds."""
    write_board(tmp_path / "board")
    register = tmp_path / "board" / "documents.md"
    text = register.read_text(encoding="utf-8").replace(
        "section: priorities, years 2025-26", "section: priorities, years soon\nsection: covr"
    )
    register.write_text(text, encoding="utf-8")
    said = [command(tmp_path, name, "board", *more) for name, more in (("build", ["--no-pages"]), ("check", []))]
    found = [[line for line in done.stdout.splitlines() if line.startswith("stop")] for done in said]
    assert found[0] == found[1]
    assert [line.partition("[")[2][:6] for line in found[0]] == ["DOC-02", "DOC-01"]
    assert said[0].stderr == "plan and yearly-report cannot be built. All others were written.\n"


def test_an_outline_that_names_no_section_is_told_at_its_document(tmp_path: Path) -> None:
    """The register does not name the section itself, so the finding says which outline does."""
    hook = '@hookimpl.outlines\ndef outlines():\n    return [Outline("paper", "A paper", ("cover", "visites"))]\n'
    module = plugin(tmp_path, f"{SOUND}\n\n{hook}")
    write_board(tmp_path / "board")
    with (tmp_path / "board" / "documents.md").open("a", encoding="utf-8") as register:
        register.write("\n# Document extra: Extra\noutline: paper\n")
    (found,) = findings_of(read_board(tmp_path / "board", plugins=[module]), "DOC-01")
    assert (found.message, found.place.file) == (
        "There is no section called visites, which the outline paper names.",
        "documents.md",
    )
    assert found.mend.startswith('Did you mean "visits"?')


def test_a_class_that_fails_at_a_value_is_told_at_the_value(tmp_path: Path) -> None:
    """The line of the plugin and what its author should raise are named; the board is read to its end."""
    score = "class Score:\n    @classmethod\n    def from_text(cls, text):\n        return {}[text]\n\n\n"
    source = TRIPS.replace("@frozen", f"{score}@frozen").replace("held: Held", "held: Held\n    score: Score")
    module = plugin(tmp_path, source)
    rows = [{"id": "T1", "score": "7", "held": "yes"}]
    board = bscb_docs.add_records(small_board(plugins=[module]), module.Trip, rows)
    (found,) = [each for each in board.findings if each.code == "PLG-01"]
    assert "visits.py:16: Score.from_text failed: KeyError: '7'." in found.message
    assert found.mend.startswith("Raise a ValueError")


def test_a_fault_in_filling_has_the_place_that_template_check_gives(tmp_path: Path) -> None:
    """What only the data brings to light is placed in Word too, though the tag stands in the template twice."""
    source = SOUND.replace("words: str", "words: str\n    more: str | None = None")
    module = plugin(tmp_path, source)
    write_template(
        tmp_path / "visits.docx",
        "Normal | {% if more %}{{ more }}{% endif %}\n[table] Board Table\n[header row]\n"
        "[cell] Table Heading | A\n[cell] Table Heading | B\n[row]\n[cell] Table Text | {{ words }}\n"
        "[cell] Table Text | {{ words }} {{ more }}\n[end of table]",
    )
    with pytest.raises(TemplateError) as raised:
        build_section("visits", small_board(plugins=[module]))
    assert str(raised.value).startswith(
        "visits.docx, table 1, row 2, cell 2: `{{ more }}`: `more` may be empty. It stands in the section "
    )


def test_a_fault_in_a_section_set_within_prose_is_placed_in_its_own_template(tmp_path: Path) -> None:
    """The template around it, whose tag set the prose, is not blamed."""
    source = SOUND.replace("board.details.title", "None")
    board = small_board(plugins=[plugin(tmp_path, source)])
    rows = {"id": "with-visits", "title": "With visits"}
    board = bscb_docs.add_records(board, bscb_docs.RegisterEntry, [{**rows, "section": "narrative"}])
    narrative = bscb_docs.Narrative(
        id="with-visits",
        title="With visits",
        sections=(
            bscb_docs.NarrativeSection(title=bscb_docs.Prose("One"), text=bscb_docs.Prose("{{ section visits }}")),
        ),
    )
    board = small_board(plugins=board.plugins, records=(*board.records, narrative))
    with pytest.raises(TemplateError) as raised:
        build(board, "with-visits")
    assert str(raised.value).startswith("visits.docx, paragraph 2: `{{ words }}`: it is empty")


def test_a_broken_tag_has_its_place_when_the_document_is_built(tmp_path: Path) -> None:
    """The words are those of template check."""
    module = plugin(tmp_path)
    write_template(tmp_path / "visits.docx", "Normal | {%p if words %}\nNormal | {{ words }}")
    with pytest.raises(TemplateError) as raised:
        build_section("visits", small_board(plugins=[module]))
    assert str(raised.value) == (
        "visits.docx, paragraph 1: `{%p if words %}` is never closed. It stands in the section visits of the plugin "
        "visits. Put `{%p endif %}` where it ends."
    )


TRIPS = """\
from __future__ import annotations

from enum import Enum
from attrs import frozen
from bscb_docs import Figure, Kind, Record, hookimpl


class Held(Enum):
    YES = "yes"
    NO = "no"


@frozen(kw_only=True)
class Trip(Record):
    id: str
    held: Held


@hookimpl.kinds
def kinds():
    return [Kind(Trip, "Trip")]


def count(board):
    yield Figure("trips-held", len([v for v in board.of(Trip) if v.held is Held.YES]), "trips.csv")


@hookimpl.figures
def figures():
    return [count]
"""


def held(folder: Path, module: ModuleType) -> str:
    """The figure `trips-held` of a board with two trips, one of them held."""
    if not folder.exists():
        write_board(folder)
        (folder / "trips.csv").write_text("id,held\nv1,yes\nv2,no\n", encoding="utf-8")
    figures = list_figures(read_board(folder, plugins=[module]))
    return next(str(figure) for figure in figures if figure.name == "trips-held")


def trips(folder: Path, source: str = TRIPS, name: str = "trips") -> ModuleType:
    """The plugin of trips in a file, loaded."""
    path = folder / f"{name}.py"
    path.write_text(source, encoding="utf-8")
    return load_plugin_file(path)


def test_a_plugin_loaded_again_counts_the_same(tmp_path: Path) -> None:
    """Its record class finds its own words, whichever load it comes from; a changed file is another module."""
    first = trips(tmp_path)
    changed = trips(tmp_path, TRIPS.replace("is Held.YES", "is Held.NO or v.held is Held.YES"))
    again = trips(tmp_path)
    assert [held(tmp_path / "board", module) for module in (first, changed, again)] == ["one", "two", "one"]
    assert first is again


def test_a_change_that_keeps_size_and_time_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What Python keeps of a file's last state is not asked."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    modules = []
    for test in ("is Held.YES", "is not None"):
        (tmp_path / "trips.py").write_text(TRIPS.replace("is Held.YES", test), encoding="utf-8")
        os.utime(tmp_path / "trips.py", (1, 1))
        modules.append(load_plugin_file(tmp_path / "trips.py"))
    assert [held(tmp_path / "board", module) for module in modules] == ["one", "two"]


def test_a_plugin_whose_template_changed_is_loaded_anew(tmp_path: Path) -> None:
    """So what was wrong with the template is not told when it is mended."""
    (tmp_path / "visits.py").write_text(SOUND, encoding="utf-8")
    (tmp_path / "visits.docx").write_bytes(UNSAFE["macros"][0])
    assert len(told(load_plugin_file(tmp_path / "visits.py"))) == 1
    assert told(plugin(tmp_path)) == []


def test_a_plugin_may_be_called_like_any_module(tmp_path: Path) -> None:
    """Neither takes the other's place, and people are told the file's name."""
    import statistics

    module = trips(tmp_path, name="statistics")
    assert held(tmp_path / "board", module) == "one"
    assert sys.modules["statistics"] is statistics
    assert plugin_name(module) == "statistics"
    assert "statistics" in load_catalogue([module]).plugins


def test_threads_that_load_one_file_get_one_module(tmp_path: Path) -> None:
    """None gets a module that another is still running."""
    path = tmp_path / "trips.py"
    path.write_text(TRIPS + "\nimport time\n\ntime.sleep(0.1)\n", encoding="utf-8")
    with ThreadPoolExecutor(8) as executor:
        modules = list(executor.map(load_plugin_file, [path] * 8))
    assert len({id(module) for module in modules}) == 1
    assert held(tmp_path / "board", modules[0]) == "one"


def test_a_plugin_that_is_given_need_not_be_installed(tmp_path: Path) -> None:
    """A board names it as a package is named, and whoever runs the command gives its file: they are one."""
    module = plugin(tmp_path, name="school_visits")
    assert load_catalogue([module], ["school-visits"]).faults == ()
    (fault,) = load_catalogue([module], ["home-visits"]).faults
    assert str(fault).startswith("No plugin called home-visits is installed. Install its package, give its file")


def test_a_package_that_is_given_by_its_file_is_called_after_its_folder(tmp_path: Path) -> None:
    """A board that names it by its name is content, as once it is installed."""
    (tmp_path / "school_visits").mkdir()
    module = plugin(tmp_path / "school_visits", name="__init__")
    assert plugin_name(module) == "school_visits"
    assert load_catalogue([module], ["school-visits"]).faults == ()


def test_plugins_are_listed_with_where_they_come_from(tmp_path: Path) -> None:
    """Those of the house with the library's version, and a file with its path."""
    plugin(tmp_path)
    done = command(tmp_path, "plugins", "--plugin", "visits.py")
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    assert lines[0] == ["Plugin", "Where it comes from", "Version"]
    assert ["cover", "bscb-docs", bscb_docs.__version__] in lines
    assert lines[-1] == ["visits", str(tmp_path / "visits.py"), ""]


def test_traceback_shows_where_a_failure_came_from(tmp_path: Path) -> None:
    """It may stand anywhere in the command, and nothing of Python is shown without it."""
    plugin(tmp_path, ONE_FAULT["a hook that raises"][0])
    write_board(tmp_path / "board")
    shown = [
        command(tmp_path, "check", "board", "--plugin", "visits.py", *more).stderr for more in ([], ["--traceback"])
    ]
    assert shown[0] == ""
    assert 'visits.py", line 19, in sections' in shown[1]


DERIVED = (
    f"{BEGINS}from bscb_docs import Meeting, one\n\n\n@frozen(kw_only=True)\nclass HeldMeeting(Meeting):\n"
    "    room: str | None = one()\n\n\n@hookimpl.kinds\ndef kinds():\n    return [Kind(HeldMeeting, 'Meeting')]\n"
)


def test_a_kind_of_the_library_gets_more_fields_from_one_plugin_alone(tmp_path: Path) -> None:
    """Its records are still found as the library's; a second plugin that would take its place is told."""
    first = plugin(tmp_path, DERIVED, "rooms")
    board = bscb_docs.add_records(
        small_board(plugins=[first]), bscb_docs.Meeting, [{"body": "Executive", "date": "5 May 2025", "room": "Hall"}]
    )
    assert {type(meeting).__name__ for meeting in board.of(bscb_docs.Meeting)} == {"HeldMeeting"}
    (tmp_path / "other").mkdir()
    assert told(first, plugin(tmp_path / "other", DERIVED, "halls")) == [
        "rooms.py:25: Plugins halls and rooms both offer a kind called Meeting; the one of halls is used. "
        "Rename the other."
    ]


def test_a_fault_in_a_plugin_of_the_house_is_to_be_reported() -> None:
    """Nobody is asked to find its author, or to take it away."""
    with pytest.raises(AttributeError) as raised:
        import_module("bscb_docs.plugins.over_the_years").make_page(None, None)
    assert why(raised.value).endswith("This is a fault of bscb-docs itself. Please report it.")
