"""The register: what it asks for is built, or a finding at its own line says why not."""

from pathlib import Path

import pytest
from small_boards import board_of

import bscb_docs
from bscb_docs import Board, OutlineError, StoppedError


def found_in(board: Board, code: str) -> list[tuple[str, str, str]]:
    """The place, words and mend of each finding of that code."""
    return [(str(f.place), f.message, f.mend) for f in bscb_docs.check(board) if f.code == code]


def test_a_misspelt_outline_is_a_finding_at_its_entry(tmp_path: Path) -> None:
    """A document that would silently not be built is told at its own line, once, also where it is bound in."""
    register = "# Document one: One\nsection: narrative\nappendix: two\n\n"
    register += "# Document two: Two\noutline: accountability-reprot\n"
    board = board_of(tmp_path, register, "one")
    words = "Two is not built: there is no outline called accountability-reprot."
    assert found_in(board, "DOC-03") == [("documents.md:5:1", words, 'Did you mean "accountability-report"?')]
    assert found_in(board, "APP-01") == []
    with pytest.raises(OutlineError, match="Two is not built"):
        bscb_docs.build(board, "two")


def test_an_entry_without_sections_or_outline_is_a_finding(tmp_path: Path) -> None:
    """An entry that says nothing of its sections does not vanish: the outlines there are are named."""
    board = board_of(tmp_path, "# Document one: One\nsection: narrative\n\n# Document xyz: Two\n", "one")
    ((place, message, mend),) = found_in(board, "DOC-03")
    assert place == "documents.md:4:1"
    assert message == "Two is not built: it has no sections, and there is no outline called xyz."
    assert "business-improvement-plan" in mend


def test_a_document_for_each_body_may_list_its_own_sections(tmp_path: Path) -> None:
    """It follows no outline then: its id need not be that of one."""
    register = "# Body: Quality Group\nkind: sub-group\n\n# Body: Learning Group\nkind: sub-group\n\n"
    register += "# Document paper: Paper\nfor each: sub-group\nsection: narrative\n"
    board = board_of(tmp_path, register, "paper")
    assert found_in(board, "DOC-03") == []
    assert bscb_docs.build(board, "paper-quality-group").document.title == "Paper: Quality Group"


def test_a_document_that_an_appendix_binds_in_is_told(tmp_path: Path) -> None:
    """A document cannot hold itself, however far down: the line that closes the circle is named."""
    register = "# Document one: One\nsection: narrative\nappendix: two\n\n"
    register += "# Document two: Two\nsection: narrative\nappendix: one\n"
    found = found_in(board_of(tmp_path, register, "one", "two"), "APP-01")
    words = "Two binds in one, which binds it in: a document cannot hold itself."
    assert ("documents.md:5:1", words, "Take the appendix line away.") in found


def test_an_appendix_listed_again_is_bound_in_once(tmp_path: Path) -> None:
    """The list of appendices prints each once, and no bookmark is given twice."""
    register = (
        "# Document one: One\nsection: narrative\nsection: list-of-appendices\nappendix: two\nappendix: Two\n"
        "appendix: two\n\n# Document two: Two\nsection: purpose\n"
    )
    plan = "# Plan: The Plan\nyears: 2017-18\n\n## Purpose\n\nTo keep children safe.\n"
    board = board_of(tmp_path, register, "one", plan=plan)
    said = {message for _, message, _ in found_in(board, "APP-01")}
    assert said == {"One binds in Two twice; it is bound in once.", "One binds in two twice; it is bound in once."}
    built = bscb_docs.build(board, "one")
    assert built.text.count("Appendix Heading | ") == 1
    assert [str(f) for f in built.findings if f.code.startswith("DOCX")] == []


def test_two_documents_never_go_to_one_file(tmp_path: Path) -> None:
    """Ids that make one file name are told in the register, and neither document is written over the other."""
    register = "# Document a/b: One\nsection: narrative\n\n# Document a-b: Two\nsection: narrative\n"
    board = board_of(tmp_path, register, "a/b", "a-b")
    words = "Two and One would both be written to a-b-draft-0.1.docx."
    assert found_in(board, "DOC-08") == [("documents.md:4:1", words, "Give one of them another id.")]
    with pytest.raises(StoppedError, match="would both be written to"):
        bscb_docs.publish_pack(board, ("a/b", "a-b"), tmp_path / "out", pages=False)
    assert not (tmp_path / "out").exists()


def test_letters_of_every_language_stay_in_a_file_name(tmp_path: Path) -> None:
    """Ids that differ in an accent are two files, and a slash in a version leads nowhere else."""
    register = (
        "# Document räp: One\nsection: narrative\n\n# Document rëp: Two\nsection: narrative\n\n# Issue rëp 1/2\n"
        "state: draft\n"
    )
    board = board_of(tmp_path, register, "räp", "rëp")
    names = [bscb_docs.build(board, name).file_name for name in ("räp", "rëp")]
    assert names == ["räp-draft-0.1.docx", "rëp-draft-1-2.docx"]


NUMBERED = (
    "# Document plan-text: The Plan\nsection: purpose\nappendix: one\n\n"
    "# Document one: One\noutline: accountability-report\nsection: narrative\n"
)
PLAN = "# Plan: The Plan\nyears: 2017-18\n\n## Purpose\n\nTo keep children safe.\n"


def test_numbered_sections_bound_in_are_a_finding_among_the_others(tmp_path: Path) -> None:
    """A document that cannot be bound in is told at the one that asks for it, with all else; a draft is written."""
    board = board_of(tmp_path, NUMBERED, "one", plan=PLAN, body="# Boddy: Nothing\n")
    built = bscb_docs.build(board, "plan-text")
    found = [(str(f.place), f.code, f.message) for f in built.findings]
    words = "The section narrative is left out: a document with numbered sections cannot be bound in or set inside"
    assert [(place, code) for place, code, message in found if message.startswith(words)] == [
        ("documents.md:1:1", "APP-01")
    ]
    assert [f.mend for f in built.findings if f.message.startswith(words)] == [
        "Take the appendix line, or the section, away; a document can stand alone. "
        "To name it in a text, write {{ one.title }}."
    ]
    assert [code for _, code, _ in found if code.startswith("DOCX")] == []
    assert "To keep children safe." in built.text
    bscb_docs.publish_pack(board, ("plan-text", "one"), tmp_path / "out", pages=False)
    assert len(list((tmp_path / "out").glob("*.docx"))) == 2


def test_a_numbered_section_set_by_prose_is_told_where_it_is_asked_for(tmp_path: Path) -> None:
    """The finding stands at the line of the prose, and what surrounds it is printed."""
    text = PLAN.replace("safe.", "safe.\n\n{{ section narrative }}\n\nFor good.")
    board = board_of(tmp_path, NUMBERED.replace("appendix: one\n", ""), "plan-text", plan=text)
    built = bscb_docs.build(board, "plan-text")
    assert [(str(f.place), f.code) for f in built.findings] == [("plan.md:8:1", "APP-01")]
    assert "For good." in built.text


def test_a_document_without_words_is_a_finding(tmp_path: Path) -> None:
    """A blank page is never sent for approval unseen, and its draft is written all the same."""
    issue = "\n# Issue one 1.0\nstate: {}\n"
    for state, published in (("draft", 1), ("for approval", 0)):
        register = f"# Document one: One\nsection: purpose\n{issue.format(state)}"
        board = board_of(tmp_path / state, register)
        built = bscb_docs.build(board, "one")
        assert [(str(f.place), f.code, f.stops) for f in built.findings] == [("documents.md:1:1", "DOC-09", True)]
        if published:
            assert bscb_docs.publish(board, "one", tmp_path / "out", pages=False).saved.path.is_file()
        else:
            with pytest.raises(StoppedError, match=r"One was not written: 1 finding stops it\. Mend it, or mark"):
                bscb_docs.publish(board, "one", tmp_path / "none", pages=False)


def test_a_page_may_not_take_the_name_of_the_house(tmp_path: Path) -> None:
    """A field called `house` would take the place of what counts and numbers the document: its plugin is told."""
    from types import ModuleType

    from attrs import frozen
    from one_section import paragraph, template
    from word_files import packed

    from bscb_docs import Section, hookimpl

    @frozen
    class Page:
        house: str = "words"

    path = tmp_path / "own.docx"
    path.write_bytes(packed(template(paragraph("{{ house }}"))))
    plugin = ModuleType("own_plugin")

    @hookimpl.sections
    def sections() -> list[Section]:
        return [Section("own", path, Page, lambda board, document: Page())]

    vars(plugin)["sections"] = sections
    board = Board(records=(), plugins=(plugin,))
    assert [f.message for f in bscb_docs.check(board)] == [
        "Plugin own_plugin: the section own has a page with a field called house, which templates keep for the "
        "library. Give the field another name."
    ]


ACTION = """# Plan: Plan
years: 2017-18

# Priority P1: One

## Actions 2017-18

### Action A1
owner: Board
due: May 2017

We will look at TBC files.
"""


def test_an_option_that_cannot_be_read_is_the_fault_of_the_register(tmp_path: Path) -> None:
    """It is told once, at its line, and no plugin is blamed."""
    (tmp_path / "plan.md").write_text(ACTION, encoding="utf-8")
    register = "# Document one: One\nsection: narrative\n\n# Document two: Two\nsection: priorities, years FY17\n"
    board = board_of(tmp_path, register, "one")
    said = 'The section priorities cannot take its option years: "FY17" is no year.'
    mend = "Write 2017-18, or 2017-19 for several years."
    assert found_in(board, "DOC-02") == [("documents.md:5:10", said, mend)]
    assert [str(f) for f in bscb_docs.check_documents(board) if f.code == "PLG-01"] == []


def test_the_findings_of_one_document_leave_out_what_others_alone_print(tmp_path: Path) -> None:
    """A check in a plan's action is told of the plan and of what binds it in, and of no other paper; a stop of all."""
    (tmp_path / "plan.md").write_text(ACTION, encoding="utf-8")
    register = (
        "# Document one: One\nsection: narrative\n\n# Document two: Two\nsection: priorities\n\n"
        "# Document three: Three\nsection: cover\nappendix: two\n\n# Organisation: O\nowner: x\n"
    )
    board = board_of(tmp_path, register, "one")
    told = {name: [f.code for f in bscb_docs.check_documents(board, [name])] for name in ("one", "two", "three")}
    assert {name: "TXT-02" in codes for name, codes in told.items()} == {"one": False, "two": True, "three": True}
    assert all("REC-03" in codes for codes in told.values())


def test_a_board_without_a_register_gets_no_paper_that_must_be_named(tmp_path: Path) -> None:
    """A cover report or a plan on a page would be blank unasked, and stop a board that never wanted one."""
    (tmp_path / "board.md").write_text("# Board: Test\n", encoding="utf-8")
    board = bscb_docs.read_board(tmp_path)

    assert {"cover-report", "plan-on-a-page", "work-programme"} & set(bscb_docs.document_names(board)) == set()
    assert [finding.code for finding in bscb_docs.check_documents(board)] == []
