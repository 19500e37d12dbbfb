"""One cause is one finding: what only follows from a fault of the records is told by the fault."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from folders import EXAMPLES
from issued_boards import edit

import bscb_docs
from bscb_docs import Finding
from bscb_docs.cli import main
from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.errors import OptionError
from bscb_docs.diagnostics.follow_ons import without_follow_ons
from bscb_docs.documents.pack_findings import untold
from bscb_docs.documents.publication import publication_of
from bscb_docs.plugin_api.guards import fault_finding

PLAN = """# Plan: The Plan
years: 2017-18

## Priority P1: Early help

### Outcome P1-O1

Families are helped early.

### Actions 2017-18

#### Action P1-A1
due: December 2017

Visit schools.

#### Action P1-A2
due: December 2017

Write it down.

# Document overview: Overview
as at: 5 April 2018
section: progress-overview, years 2017-18
"""
STATUSES = "title,means,text\nDone,complete,It is finished.\n"
UPDATES = """# Updates 2017-18
as at: March 2018

## Update P1-A1
status: Done

Schools were visited.

## Update {second}
status: Done

It is written.
"""


def found_in(folder: Path, **files: str) -> list[Finding]:
    """What is found in a board of those files; two underscores in a name stand for the dot."""
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text, encoding="utf-8")
    return list(bscb_docs.check(bscb_docs.read_board(folder)))


def test_an_update_under_a_misspelt_id_is_told_once(tmp_path: Path) -> None:
    """The action that is meant is not said to lack its row, nor to be late without a word."""
    found = found_in(tmp_path, plan__md=PLAN, statuses__csv=STATUSES, updates__md=UPDATES.format(second="P1-A2x"))
    assert [(finding.code, finding.about) for finding in found] == [("REF-01", "P1-A2")]


@pytest.mark.parametrize(
    ("statuses", "told"),
    [(("Dnoe", ""), {"STA-03", "STA-02"}), (("", "Dnoe"), {"STA-03", "STA-02"}), (("Dnoe", "Dnoe"), {"STA-03"})],
    ids=["the first", "the second", "both"],
)
def test_a_status_that_is_none_hides_the_want_of_one_in_its_own_update_alone(
    statuses: tuple[str, str], told: set[str], tmp_path: Path
) -> None:
    """Another update of the same work that has no status is told, before it or after."""
    updates = UPDATES.format(second="P1-A2")
    for period, status in zip(("Q3 2017-18", "Q4 2017-18"), statuses, strict=True):
        updates += f"\n## Update P1-A1\nperiod: {period}\n" + (f"status: {status}\n" if status else "") + "\nHalf.\n"
    found = found_in(tmp_path, plan__md=PLAN, statuses__csv=STATUSES, updates__md=updates)
    assert {each.code for each in found if each.code.startswith("STA")} == told


def test_an_update_of_a_deleted_action_is_not_taken_for_one_of_its_neighbour(tmp_path: Path) -> None:
    """A near id that has its update of that period is not offered; of another period it still is."""
    rows = "about,period,as at,status\n{},{},30 June 2017,Done\nP1-A2x,Q1 2017-18,30 June 2017,Done\n"
    mends = [
        next(f.mend for f in found_in(tmp_path, plan__md=PLAN, updates__csv=rows.format(*row)) if f.code == "REF-01")
        for row in (("P1-A2", "Q1 2017-18"), ("P1-A2", "Q2 2017-18"))
    ]
    assert "put it back with: became: ended, because ..." in mends[0]
    assert mends[1] == 'Did you mean "P1-A2"?'


@pytest.mark.parametrize("typed", ["## Updatte P1-A2", "## Updat P1-A2: Written down"])
def test_an_update_under_a_misspelt_heading_is_told_once(typed: str, tmp_path: Path) -> None:
    """Its action is not said to lack its row, nor to be late without a word; another without an update still is."""
    more = PLAN.replace("# Document", "#### Action P1-B7\ndue: May 2018\n\nTrain all staff.\n\n# Document")
    updates = UPDATES.format(second="P1-A2").replace("## Update P1-A2", typed)
    found = found_in(tmp_path, plan__md=more, statuses__csv=STATUSES, updates__md=updates)
    assert [(finding.code, finding.about) for finding in found] == [("STA-02", "P1-B7"), ("REC-01", "")]


def test_an_objective_under_a_misspelt_heading_is_told_once(tmp_path: Path) -> None:
    """Its update told of its action too, which is not said to lack one."""
    report = "\n# Document report: Report\nperiod: Q3 2017-18\nas at: 31 December 2017\nsection: progress-report\n"
    objective = "# Objective O-17-1\naction: P1-A2\ndue: May 2018\n\nAsk each school.\n"
    plan = PLAN.replace("due: December 2017", "due: May 2018").partition("# Document")[0] + report
    heads = "# Updates Q3 2017-18\nas at: December 2017\n\n"
    updates = f"{heads}## Update P1-A1\nstatus: Done\n\nIt is.\n\n## Update O-17-1\nstatus: Done\n\nIt is.\n"
    files = {"plan__md": plan, "statuses__csv": STATUSES, "updates__md": updates}
    found = {finding.code for finding in found_in(tmp_path, **files, objective__md=objective)}
    misspelt = {finding.code for finding in found_in(tmp_path, **files, objective__md=objective.replace("ect", "ekt"))}
    assert misspelt - found == {"REC-01"}


def test_an_action_that_nothing_reports_is_told_beside_it(tmp_path: Path) -> None:
    """Another action without an update stays told: the misspelt one is not about it."""
    more = PLAN.replace("# Document", "#### Action P1-B7\ndue: May 2018\n\nTrain all staff.\n\n# Document")
    found = found_in(tmp_path, plan__md=more, statuses__csv=STATUSES, updates__md=UPDATES.format(second="P1-A2x"))
    assert [(finding.code, finding.about) for finding in found] == [("STA-02", "P1-B7"), ("REF-01", "P1-A2")]


def test_an_action_without_an_update_is_told_once(tmp_path: Path) -> None:
    """Two documents have a row for it, one of them a report of a quarter: its update is missing once."""
    report = "\n# Document report: Report\nperiod: Q3 2017-18\nas at: 31 December 2017\nsection: progress-report\n"
    more = PLAN.replace("due: December 2017", "due: May 2018") + report
    quarter = "# Update P1-A1\nperiod: Q3 2017-18\nas at: 31 December 2017\nstatus: Done\n\nHalf were visited.\n"
    found = found_in(tmp_path, plan__md=more, statuses__csv=STATUSES, updates__md=quarter)
    assert [(finding.code, finding.about) for finding in found] == [("STA-02", "P1-A2")]


def test_what_a_file_that_is_not_read_may_report_is_not_missed(tmp_path: Path) -> None:
    """The updates saved as a Word file by name alone: no row lacks its update, none is late without a word."""
    updates = UPDATES.format(second="P1-A2")
    found = found_in(tmp_path, plan__md=PLAN, statuses__csv=STATUSES, updates__docx=updates)
    assert [finding.code for finding in found] == ["FIL-12"]


def test_an_action_that_is_called_an_outcome_is_told_once(tmp_path: Path) -> None:
    """It has an action's fields and stands among actions: neither they nor its update are told too."""
    plan = PLAN.replace("#### Action P1-A2", "#### Outcome P1-A2")
    (found,) = found_in(tmp_path, plan__md=plan, statuses__csv=STATUSES, updates__md=UPDATES.format(second="P1-A2"))
    assert found.message == "Outcome P1-A2 stands under a heading that groups actions, and has fields of one."
    assert found.mend == "Write: #### Action P1-A2"


def test_what_is_told_of_one_card_takes_nothing_from_another_of_its_name(tmp_path: Path) -> None:
    """A contact that bears the same name keeps the finding of its own field that is none."""
    plan = PLAN.replace("#### Action P1-A2", "#### Outcome P1-A2") + "\n# Contact: P1-A2\ncolour: red\n"
    found = found_in(tmp_path, plan__md=plan, statuses__csv=STATUSES, updates__md=UPDATES.format(second="P1-A2"))
    strange = [finding.message for finding in found if finding.code == "REC-03"]
    assert [message.partition(":")[0].partition(" stands")[0] for message in strange] == [
        "Outcome P1-A2",
        'Contact "P1-A2"',
    ]


def test_a_name_of_another_kind_of_record_is_told_as_that(tmp_path: Path) -> None:
    """Where an outcome is to be named and an action is, the finding says that it is one."""
    plan = PLAN.replace("#### Action P1-A2\n", "#### Action P1-A2\nserves: P1-A1\n")
    found = found_in(tmp_path, plan__md=plan, statuses__csv=STATUSES, updates__md=UPDATES.format(second="P1-A2"))
    assert [finding.message for finding in found] == [
        'Action P1-A2, serves: no Outcome is called "P1-A1", which is an Action.'
    ]


def test_a_version_listed_twice_is_told_once(tmp_path: Path) -> None:
    """The register is asked for it by one rule."""
    found = found_in(tmp_path, plan__md="# Document report: Report\n\n# Issue report 1.0\n\n# Issue report 1.0\n")
    assert [finding.code for finding in found if finding.place.line == 5] == ["ISS-04"]


def test_a_table_of_prose_without_a_caption_is_told_where_it_is_typed(tmp_path: Path) -> None:
    """Its Word file is not said to lack it too, nor the words of its empty cell."""
    table = "| Place | Visits |\n|---|---|\n| North | 3 |\n| South | |\n"
    found_in(tmp_path, report__md=f"# Narrative report: Report\n\n## One\n\nWords.\n\n{table}")
    board = bscb_docs.read_board(tmp_path)
    assert [finding.code for finding in bscb_docs.check(board)] == ["PRO-12", "PRO-23"]
    assert not {"ACC-13", "ACC-15"} & {
        finding.code for finding in bscb_docs.build(board, "accountability-report").findings
    }


def test_a_table_of_one_documents_prose_silences_no_other_document(tmp_path: Path) -> None:
    """A plugin's table without a caption is told in a document that does not print the prose."""
    prose = "# Narrative report: Report\n\n## One\n\n| Place | Visits |\n|---|---|\n| North | 3 |\n"
    register = "# Document report: Report\nsection: narrative\n\n# Document other: Other\nsection: cover\n"
    found_in(tmp_path, report__md=prose, documents__md=register)
    publication = publication_of(bscb_docs.read_board(tmp_path))
    found = (finding_of("ACC-13", "A table has no caption."),)
    told = {name: untold(publication, publication.plan(name), found) for name in ("report", "other")}
    assert told == {"report": (), "other": found}


def test_a_table_that_lacks_a_column_is_told_once(tmp_path: Path) -> None:
    """Three rows without the column of the body are one finding with three places."""
    (finding,) = found_in(tmp_path, meetings__csv="date,state\nMay 2017,held\nJune 2017,held\nJuly 2017,held\n")
    assert finding.code == "REC-12"
    assert [place.line for place in finding.places] == [2, 3, 4]


def test_labels_of_a_table_that_could_not_be_read_are_not_told(tmp_path: Path) -> None:
    """The first row of the statuses names no field: no update is said to bear an unknown one."""
    statuses, updates = "label,colour of it\nDone,green\n", UPDATES.format(second="P1-A2")
    found = found_in(tmp_path, plan__md=PLAN, statuses__csv=statuses, updates__md=updates)
    assert {finding.code for finding in found if finding.stops} == {"TAB-02"}


def test_an_email_address_without_its_sign_is_told(tmp_path: Path) -> None:
    """A contact says how its address is written."""
    (finding,) = found_in(tmp_path, contact__md="# Contact: Write to us\nemail: partnership.example.org\n")
    assert finding.code == "REC-06"
    assert 'the e-mail address "partnership.example.org" has no @ in it' in finding.message


QUARTER = """# Body: Executive Board

# Plan: The Plan
years: 2017-18

## Priority P1: Early help

### Outcome P1-O1

Families are helped early.

### Actions 2017-18

#### Action P1-A1
agreed at: Executive Board, on {agreed}

Visit schools.

# Document report: Report
period: Q1 2017-18
as at: 30 June 2017
section: progress-report
"""


def test_an_action_is_not_asked_for_before_it_was_agreed(tmp_path: Path) -> None:
    """A report of June lacks no update of what the board agreed in October; of what it agreed in May it does."""
    asked = [found_in(tmp_path, plan__md=QUARTER.format(agreed=day)) for day in ("5 October 2017", "5 May 2017")]
    assert [[finding.code for finding in found] for found in asked] == [[], ["UPD-04"]]


def test_a_report_dated_before_its_period_lacks_no_update_too(tmp_path: Path) -> None:
    """The period rolled forward without its day is the one finding; with its day, the update that is missing is."""
    rolled = QUARTER.format(agreed="5 May 2017").replace("Q1 2017-18", "Q2 2017-18")
    asked = [
        found_in(tmp_path, plan__md=rolled.replace("as at: 30 June", f"as at: {day}"))
        for day in ("30 June", "30 September")
    ]
    assert [[finding.code for finding in found] for found in asked] == [["XDOC-03"], ["UPD-04"]]


def test_a_row_whose_label_cannot_be_read_does_not_lack_a_text_too(tmp_path: Path) -> None:
    """A regular report gives labels without words: the label that is none is the one fault."""
    row = "about,period,as at,status\nP1-A1,Q1 2017-18,30 June 2017,tbc in meeting\n"
    found = found_in(tmp_path, plan__md=QUARTER.format(agreed="5 May 2017"), statuses__csv=STATUSES, updates__csv=row)
    assert [finding.code for finding in found] == ["STA-03"]


NAMED = """# Organisation: Sample City Council
short name: SCC

# Person: Jo Example
short name: JE

# Body: Learning Group
short name: LG
chair: JE, from April 2017

# Document report: Report
years: 2017-18
as at: 5 April 2018
section: narrative

# Narrative report: Report

## One

Jo Example is the chair of the Learning Group. Sample City Council hosted its meeting, and {times}.
"""
MEETINGS = "body,date,state,host\nLG,3 May 2017,held,SCC\nLearning Group,7 June 2017,held,SCC\n"


def test_a_short_name_in_one_place_is_the_full_one_in_another(tmp_path: Path) -> None:
    """The chair, the host and the meetings are told nowhere as strange; a number that is wrong is."""
    found = [
        found_in(tmp_path, board__md=NAMED.format(times=f"the Learning Group met {times}"), meetings__csv=MEETINGS)
        for times in ("twice", "three times")
    ]
    assert [[finding.code for finding in each] for each in found] == [[], ["GOV-01"]]


def test_a_meeting_in_two_rows_counts_once(tmp_path: Path) -> None:
    """That it stands there twice is told; the right number in the prose is not told beside it."""
    rows = f"{MEETINGS}LG,7 June 2017,held,SCC\n"
    found = found_in(tmp_path, board__md=NAMED.format(times="the Learning Group met twice"), meetings__csv=rows)
    assert [finding.code for finding in found] == ["GOV-06"]


def test_what_is_named_by_its_title_is_what_bears_the_id(tmp_path: Path) -> None:
    """An update of an action's title, and an outcome under a priority's title, are found by their ids."""
    plan = PLAN.replace("#### Action P1-A1\n", "#### Action P1-A1: Visits\n")
    found = found_in(
        tmp_path,
        plan__md=plan.replace("### Outcome P1-O1\n", "### Outcome P1-O1\npriority: Early help\n"),
        statuses__csv=STATUSES,
        updates__md=UPDATES.format(second="P1-A2").replace("## Update P1-A1\n", "## Update Visits\n"),
    )
    assert [finding.code for finding in found] == []


OWNED = """# Organisation: Council

# Organisation: Police

""" + PLAN.replace("#### Action P1-A1\n", "#### Action P1-A1\nowner: Council\n").replace(
    "#### Action P1-A2\n", "#### Action P1-A2\nowner: Police\n"
)
COURSE = STATUSES + 'On course,"in progress, on course",It will be done in time.\n'
SWAPPED = """# Updates 2017-18
as at: March 2018

## Update P1-A1
status: On course
by: Police

Each line says so.

## Update P1-A2
status: Done
by: Council

Each was seen.
"""
ACCEPTED = """
# Accepted P1-A1 UPD-09
by: Jo
on: 5 April 2018

They wrote for each other.
"""


def test_updates_by_each_others_owners_are_told_as_swapped(tmp_path: Path) -> None:
    """Within one priority too; that the late one is on course follows, so the one finding stops as that would."""
    found = found_in(tmp_path, plan__md=OWNED, statuses__csv=COURSE, updates__md=SWAPPED)
    assert [(finding.code, finding.stops, finding.place.line) for finding in found] == [("UPD-09", True, 8)]


def test_what_was_accepted_explains_nothing(tmp_path: Path) -> None:
    """Where a person says that nothing was swapped, the late action is told to be on course."""
    found = found_in(tmp_path, plan__md=OWNED + ACCEPTED, statuses__csv=COURSE, updates__md=SWAPPED)
    assert [(finding.code, bool(finding.accepted)) for finding in found] == [("DUE-06", False), ("UPD-09", True)]


def test_a_status_without_a_value_is_one_stop(tmp_path: Path) -> None:
    """It is told at its line, and is as grave as a row without a status."""
    updates = UPDATES.format(second="P1-A2").replace("status: Done", "status:", 1)
    found = found_in(tmp_path, plan__md=PLAN, statuses__csv=STATUSES, updates__md=updates)
    assert [(finding.code, finding.stops, finding.place.line) for finding in found] == [("REC-07", True, 5)]


OBJECTIVE = """
# Objective O1
action: P1-A2
owner: Jo Example
due: May 2019
measure: All is written

Write it.

# Person: Jo Example
"""


def test_an_objective_of_an_action_that_could_not_be_read_is_not_said_to_have_none(tmp_path: Path) -> None:
    """Its heading is misspelt: that is told, and no more."""
    files = {"statuses__csv": STATUSES, "updates__md": UPDATES.format(second="P1-A2"), "year__md": OBJECTIVE}
    found = found_in(tmp_path, plan__md=PLAN.replace("#### Action P1-A2", "#### Acton P1-A2"), **files)
    assert [finding.code for finding in found] == ["REC-01"]


def test_nothing_follows_from_a_file_that_windows_named_txt(tmp_path: Path) -> None:
    """Neither the objectives of its actions are told, nor what was accepted of them."""
    accepted = ACCEPTED.replace("UPD-09", "DUE-05")
    files = {"statuses__csv": STATUSES, "updates__md": UPDATES.format(second="P1-A2"), "year__md": OBJECTIVE + accepted}
    found = found_in(tmp_path, plan__md__txt=PLAN, **files)
    assert [finding.code for finding in found] == ["FIL-10"]


def test_an_id_given_twice_is_one_finding(tmp_path: Path) -> None:
    """The update and the objective that mean the second of the two lead nowhere, and are not told besides."""
    files = {"statuses__csv": STATUSES, "updates__md": UPDATES.format(second="P1-A2"), "year__md": OBJECTIVE}
    found = found_in(tmp_path, plan__md=PLAN.replace("#### Action P1-A2", "#### Action P1-A1"), **files)
    assert [finding.code for finding in found] == ["PLN-03"]


@pytest.mark.parametrize("heading", ["### Outcom P1-O1", "### Actons 2017-18"])
def test_a_priority_does_not_lack_what_stands_under_a_misspelt_heading(tmp_path: Path, heading: str) -> None:
    """The heading is the one finding, and no priority is said to have no outcome or action."""
    words = heading.replace("Outcom ", "Outcome ").replace("Actons", "Actions")
    second = "\n## Priority P2: Neglect\n\n### Outcome P2-O1\n\nIt ends.\n\n"
    second += "### Actions 2017-18\n\n#### Action P2-A1\n\nAsk.\n"
    plan = PLAN.replace(words, heading).replace("\n# Document", f"{second}\n# Document")
    files = {"statuses__csv": STATUSES, "updates__md": UPDATES.format(second="P1-A2")}
    found = [finding.code for finding in found_in(tmp_path, plan__md=plan, **files)]
    assert "REC-01" in found
    assert "PLN-02" not in found


def test_a_table_whose_column_of_names_is_not_known_is_told_once(tmp_path: Path) -> None:
    """Nobody can say which name a record would have borne, so no reference to one is told."""
    board = "# Body: Executive Board\nhost: Example Council\n"
    rows = "name of body,short name\nExample Council,Council\n"
    found = found_in(tmp_path, board__md=board, organisations__csv=rows)
    assert [finding.code for finding in found] == ["TAB-03"]


def test_one_more_table_than_the_prose_lacks_captions_of_is_told(tmp_path: Path) -> None:
    """A plugin's table in the document that prints the prose is no longer silenced by it."""
    prose = "# Narrative report: Report\n\n## One\n\n| Place | Visits |\n|---|---|\n| North | 3 |\n"
    found_in(tmp_path, report__md=prose, documents__md="# Document report: Report\nsection: narrative\n")
    publication = publication_of(bscb_docs.read_board(tmp_path))
    one = finding_of("ACC-13", "A table has no caption.")
    told = [untold(publication, publication.plan("report"), found) for found in ([one], [one, one])]
    assert [len(each) for each in told] == [0, 2]


def test_a_sum_that_cannot_be_read_is_not_missed_by_its_total(tmp_path: Path) -> None:
    """The total of the year has nothing to print: that is told at the cell."""
    prose = "# Narrative report: Report\n\n## One\n\nPartners paid {{ contributions-2017-18.total }}.\n"
    rows = 'partner,years,amount\nCouncil,2017-18,"£121,00O"\n'
    register = "# Organisation: Council\n\n# Document report: Report\nyears: 2017-18\nsection: narrative\n"
    found_in(tmp_path, report__md=prose, documents__md=register, contributions__csv=rows)
    board = bscb_docs.read_board(tmp_path)
    assert {finding.code for finding in bscb_docs.check(board) if finding.stops} == {"REC-06"}
    assert {finding.code for finding in bscb_docs.build(board, "report").findings if finding.stops} == {"REC-06"}


def test_a_report_dated_before_much_of_what_it_tells_is_told_once(tmp_path: Path) -> None:
    """Its own date is the cause where more than a few dates are later; the finding stands at its line."""
    dated = "".join(f"We met in {month} 2017.\n\n" for month in ("May", "June", "July", "September"))
    prose = f"# Narrative report: Report\n\n## One\n\n{dated}"
    register = "# Document report: Report\nas at: 5 April 2017\nsection: narrative\n"
    found = found_in(tmp_path, report__md=prose, documents__md=register)
    (finding,) = [each for each in found if each.code == "XDOC-03"]
    assert (finding.place.file, finding.message) == (
        "documents.md",
        "Report is dated 5 April 2017, before four things of which it tells.",
    )


def test_a_year_slip_in_a_move_is_told_before_what_it_makes_late(tmp_path: Path) -> None:
    """The milestone of the objective is not said to be due after it."""
    moved = "due: December 2017\nmoved: to May 2017, on 5 January 2018, because we wait"
    year = OBJECTIVE.replace("due: May 2019", moved)
    milestone = "\n# Milestone: A course is held\nof: O1\ndue: November 2017\ndone on: 3 November 2017\n"
    found = found_in(tmp_path, plan__md=PLAN, year__md=year + milestone)
    assert {each.code for each in found} & {"DUE-09", "OBJ-02"} == {"DUE-09"}


def test_a_visit_of_another_year_is_told_once(tmp_path: Path) -> None:
    """The paper that prints it is not said to be dated before it."""
    visit = "# Visit: The night desk\nyears: 2017-18\ndate: 26 November 2018\n\nWe listened.\n"
    register = "\n# Document groups: Groups\nyears: 2017-18\nas at: 31 March 2018\nsection: what-we-did\n"
    found = found_in(tmp_path, learning__md=visit + register)
    assert {each.code for each in found} & {"DUE-04", "XDOC-03"} == {"DUE-04"}


def test_one_as_at_of_the_year_before_is_one_finding(tmp_path: Path) -> None:
    """It stands above all updates of the year, and is told with all its places and the day that may be meant.

    What is then the latest update, a step that nothing says was kept, and what was accepted follow from it.
    """
    at_risk = 'title,means,text\nLate,"in progress, at risk",It is late.\n'
    earlier = UPDATES.format(second="P1-A2").replace("March 2018", "30 June 2017").replace("Done", "Late")
    earlier = earlier.replace("status: Late", "status: Late\nnext: visit all, by August 2017", 1)
    later = UPDATES.format(second="P1-A2").replace("March 2018", "31 March 2017").replace("Done", "Late")
    later = later.replace("was visited", "is visited")
    found = found_in(tmp_path, plan__md=PLAN, statuses__csv=at_risk, q1__md=earlier, q4__md=later)
    (finding,) = [each for each in found if each.code in {"UPD-01", "UPD-05", "LIN-01"}]
    assert (len(finding.places), finding.message, finding.mend) == (
        2,
        "The update of Priority 1, action 1 is as at 31 March 2017, before 2017-18, of which it tells, began.",
        "Mend the line as at (31 March 2018 may be meant), or the years of the heading above it.",
    )


def test_sections_of_a_card_of_another_year_are_not_said_to_be_empty(tmp_path: Path) -> None:
    """The years of the card are the cause, and are told at its line."""
    register = "# Document overview: Overview\nyears: 2016-17\nas at: 5 April 2018\n"
    register += "section: our-priorities\nsection: progress-overview\n"
    plan = PLAN.partition("# Document")[0] + register
    found_in(tmp_path, plan__md=plan, statuses__csv=STATUSES, updates__md=UPDATES.format(second="P1-A2"))
    told = CliRunner().invoke(main, ["check", str(tmp_path)]).output
    assert ("[XDOC-03]" in told, "[DOC-13]" in told) == (True, False)


def test_braces_in_an_option_are_told_once_and_with_the_name_that_is_meant(tmp_path: Path) -> None:
    """The section cannot take them: that they would be printed follows, and the mend does not repeat the slip."""
    figure = "# Recorded figure tool-used: Files that used the tool\nvalue: 8\nas at: May 2017\nsource: the log\n\n"
    register = "# Document overview: Overview\nsection: headline-figures, figures {{ tool-usde }}\n"
    found = found_in(tmp_path, board__md=figure + register)
    (finding,) = [each for each in found if each.code in {"DOC-02", "FIG-09"}]
    assert finding.mend == "Write tool-used."


@pytest.mark.parametrize(("other", "codes"), [("over-the-years", ["DOC-02"]), ("visits", ["DOC-02", "FIG-09"])])
def test_an_option_that_cannot_be_taken_tells_of_its_own_braces_alone(
    tmp_path: Path, other: str, codes: list[str]
) -> None:
    """An option of the same name of another section keeps its own finding."""
    register = "# Document report: Report\nsection: over-the-years, heading {{ years }}\n"
    (told,) = [each for each in found_in(tmp_path, board__md=register) if each.code == "FIG-09"]
    fault = fault_finding(OptionError("heading", "no; write it").at(other, told.place, "report"))
    assert [each.code for each in without_follow_ons((fault, told))] == codes


def test_what_a_file_that_is_not_read_holds_is_missed_nowhere(tmp_path: Path) -> None:
    """A reference to its action, an option with its measure, a document of its sections alone: one finding."""
    lost = f"{PLAN.partition('# Document')[0]}# Measure M1: Visits\ngood: more\n"
    report = "# Narrative report: Report\n\n## One\n\nWe did what [action](#P1-A2) asks.\n"
    register = "# Document report: Report\nsection: narrative\nsection: measures, charts M1\n\n"
    register += "# Document plan: Plan\nsection: priorities\n"
    for name, words in (("plan.txt", lost), ("report.md", report), ("register.md", register)):
        (tmp_path / name).write_text(words, encoding="utf-8")
    found = bscb_docs.check_documents(bscb_docs.read_board(tmp_path))
    assert [each.code for each in found if each.stops] == ["FIL-12"]


@pytest.mark.parametrize(
    ("first", "mend"),
    [
        ("Wexbrook Constabulary", "If so, write beneath it: formerly: Wexbrook Police, to MONTH YEAR."),
        ("The Fire Service", "If it was taken out, put it back: 3 lines name it."),
    ],
)
def test_a_name_that_several_lines_give_has_lost_its_record(tmp_path: Path, first: str, mend: str) -> None:
    """It was renamed at one place, where another that nothing names is like it; or it was taken out."""
    plan = PLAN.replace("due:", "owner: Wexbrook Police\ndue:").replace("# Plan", f"# Organisation: {first}\n\n# Plan")
    plan += "\n# Person: Kim Sample\npost: Sergeant, at Wexbrook Police\n"
    (finding,) = [each for each in found_in(tmp_path, plan__md=plan) if each.code == "REF-01"]
    assert finding.mend.startswith(mend)


def test_a_page_break_in_a_text_is_told_once(tmp_path: Path) -> None:
    """The mark that stands for it in the document is told where it was typed."""
    report = "# Narrative report: Report\n\n## One\n\nWe \f met.\n"
    register = "# Document report: Report\nsection: narrative\n"
    for name, words in (("report.md", report), ("register.md", register)):
        (tmp_path / name).write_text(words, encoding="utf-8")
    found = bscb_docs.check_documents(bscb_docs.read_board(tmp_path))
    assert [each.code for each in found if each.stops] == ["TXT-01"]


def test_a_state_that_went_back_is_told_alone(tmp_path: Path) -> None:
    """That the work is late again, or open under an action that is over, follows from it."""
    plan = PLAN.replace("due: December 2017", "due: June 2017")
    statuses = STATUSES + 'On course,"in progress, on course",It goes on.\n'
    first = UPDATES.format(second="P1-A2").replace("March 2018", "September 2017")
    second = UPDATES.format(second="P1-A2").replace("Done\n\nIt is", "On course\n\nIt is")
    found = found_in(tmp_path, plan__md=plan, statuses__csv=statuses, a__md=first, b__md=second)
    assert [(each.code, each.about, each.stops) for each in found if each.code != "UPD-03"] == [
        ("STA-06", "P1-A2", True)
    ]


def test_a_day_left_above_the_updates_of_the_next_quarter_is_told_alone(tmp_path: Path) -> None:
    """That each of them is older than its period only follows from it."""
    statuses = STATUSES + 'On course,"in progress, on course",It goes on.\n'
    both = UPDATES.format(second="P1-A2").replace("Done", "On course").replace("March 2018", "31 December 2017")
    first, second = (both.replace("# Updates 2017-18", f"# Updates {each} 2017-18") for each in ("Q3", "Q4"))
    second = second.replace("On course", "Done", 1).replace("were visited", "were seen")
    found = found_in(tmp_path, plan__md=PLAN, statuses__csv=statuses, a__md=first, b__md=second)
    assert [each.code for each in found if each.code.startswith("UPD-0") and each.code != "UPD-03"] == ["UPD-02"]


WORDLESS = "To come"


def _rated(folder: Path, *states: str, due: str = "June 2017", more: str = "", objective: str = "") -> set[str]:
    """The codes and names of what is found where P1-A2, or an objective of it, is in one state after another."""
    statuses = STATUSES + 'On course,"in progress, on course",It goes on.\nTo come,not started,It is planned.\n'
    files = {"plan.md": PLAN.replace("due: December 2017", f"due: {due}") + objective + more, "statuses.csv": statuses}
    for at, state in enumerate(states):
        update = UPDATES.format(second="O1" if objective else "P1-A2").replace("March 2018", f"{3 + at} March 2018")
        files[f"{at}.md"] = update.replace(
            "Done\n\nIt is written.", state if state == WORDLESS else f"{state}\n\nIt is written."
        )
    found = found_in(folder, **{name.replace(".", "__"): words for name, words in files.items()})
    return {f"{each.code} {each.about}" for each in found if each.code not in {"UPD-03", "STA-02", "TXT-02"}}


@pytest.mark.parametrize(
    ("states", "found"),
    [
        (("Done", "On course"), {"STA-06 P1-A2"}),
        (("On course", WORDLESS), {"STA-06 P1-A2", "DUE-05 P1-A2"}),
        (("Done", "To come ", "On course"), {"STA-06 P1-A2", "DUE-06 P1-A2"}),
    ],
)
def test_a_state_that_went_back_explains_what_it_alone_opened(
    states: tuple[str, ...], found: set[str], tmp_path: Path
) -> None:
    """Work that was open before is late all the same; of work that was rated since, the later state is told."""
    assert _rated(tmp_path, *states) == found


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("", {"STA-06 O1"}),
        ("\n# Update P1-A2\nas at: 3 March 2018\nstatus: On course\n\nIt goes on.\n", {"STA-06 O1", "DUE-06 P1-A2"}),
        (
            "\n# Update O2\nas at: 3 March 2018\nstatus: On course\n\nIt goes on.\n"
            + OBJECTIVE.partition("# Person")[0].replace("O1", "O2").replace("Write it", "Print it"),
            {"STA-06 O1", "OBJ-02 O2", "OBJ-04 P1-A2"},
        ),
    ],
)
def test_an_objective_that_went_back_explains_its_own_state_alone(more: str, found: set[str], tmp_path: Path) -> None:
    """Its action that is late by its own update is told, and one that another open objective stands under."""
    if "# Update P1-A2" not in more:
        more += "\n# Update P1-A2\nas at: 3 March 2018\nstatus: Done\n\nAll of it is over.\n"
    codes = _rated(tmp_path, "Done", "On course", objective=OBJECTIVE, more=more)
    assert codes - {"OBJ-01 O2"} == found


def test_a_strange_move_does_not_hide_that_nothing_was_reported(tmp_path: Path) -> None:
    """That the work is late follows from the day of the move, that its row is empty does not."""
    late = "due: June 2017\nmoved: to July 2017, on 5 January 2018, because we wait"
    moved = PLAN.replace("due: December 2017", late)
    found = found_in(tmp_path, plan__md=moved, statuses__csv=STATUSES, updates__md=UPDATES.partition("## Update {")[0])
    assert {(each.code, each.about) for each in found} == {
        ("DUE-09", "P1-A1"),
        ("DUE-09", "P1-A2"),
        ("STA-02", "P1-A2"),
    }


def test_an_early_update_does_not_hide_what_its_action_lacks_itself(tmp_path: Path) -> None:
    """An owner that nobody wrote is not of its updates."""
    plan = OWNED.replace("owner: Police\n", "").replace(
        "# Document", "#### Action P1-A3\nowner: Council\ndue: December 2017\n\nPrint it.\n\n# Document"
    )
    early = UPDATES.format(second="P1-A2").replace("Done\n\nIt is", "Done\nas at: 31 March 2017\n\nIt is")
    found = found_in(tmp_path, plan__md=plan, statuses__csv=STATUSES, updates__md=early)
    assert {each.code for each in found if each.about == "P1-A2"} == {"UPD-01", "DOC-11"}


STATEMENTS = """# Board: Exampleshire Board

# Organisation: Council

# Organisation: Police

# Person: Kim Field
post: Superintendent, at Police

# Person: Jo Sample
post: Director, at Council, to May 2017

# Document report: Report
as at: 5 April 2018
section: statements

# Statement: What we did
partner: Council
signed by: Kim Field, as Chief Executive
signed by: Jo Sample, as Director

Much.

# Statement: More of it
partner: Police
signed by: Kim Field, as Chief Executive

More.
"""


def test_a_statement_of_another_hides_no_other_signature(tmp_path: Path) -> None:
    """Who signed it wrongly is told once; a second who signed it, and what else the first signed, for themselves."""
    found = found_in(tmp_path, board__md=STATEMENTS)
    told = {(each.code, each.message) for each in found if each.code in {"GOV-03", "STATEMENT-01"}}
    assert told == {
        ("STATEMENT-01", 'The statement "What we did" of Council is signed by Kim Field, of Police.'),
        ("GOV-03", 'Statement "What we did" is signed by Jo Sample as "Director", a place not held at 5 April 2018.'),
        (
            "GOV-03",
            'Statement "More of it" is signed by Kim Field as "Chief Executive"; the card says "Superintendent".',
        ),
    }


EMPTY = """# Document report: Report
section: narrative
section: what-we-did
section: measures

# Narrative report: Report

## One

We met.
"""


@pytest.mark.parametrize(
    ("file", "words", "told"),
    [
        ("visits.csv", b"nothing of it\n1\n", set()),
        ("visits.xlsx", b"no workbook", set()),
        ("visits.ods", b"no workbook", set()),
        ("visits.txt", b"# Visit: The night desk\ndate: May 2017\n\nWe listened.\n", set()),
        ("measures.md", b"# Measure M1: Visits\ngood: more, less\nabc\n", {"what-we-did", "measures"}),
        ("board.md.txt", b"# Visit: The night desk\n", set()),
    ],
)
def test_a_file_that_is_not_read_explains_the_sections_that_have_nothing_to_print(
    file: str, words: bytes, told: set[str], tmp_path: Path
) -> None:
    """They are told once it can be read, if they have nothing to print then."""
    (tmp_path / "register.md").write_text(EMPTY, encoding="utf-8")
    (tmp_path / file).write_bytes(words)
    found = bscb_docs.check_documents(bscb_docs.read_board(tmp_path))
    assert any(each.stops for each in found)
    assert {each.message.split()[3] for each in found if each.code == "DOC-13"} == told


MEASURED = """# Objective O1
action: P1-A2
owner: Jo Example
due: March 2018
measure: M1

Ask each school.

# Person: Jo Example

# Measure M1: Schools with a named contact
unit: schools
target: 100%
target by: March 2018
better: higher

# Update O1
as at: 31 March 2018
status: Done

Each school has one.

# Readings

## Reading M1
period: Q3 2017-18
value: 51 of 57

## Reading M1
period: Q4 2017-18
value: {value}
"""


@pytest.mark.parametrize(("value", "codes"), [("75 of 57", {"REC-06"}), ("55 of 57", {"MEA-03"})])
def test_a_reading_that_cannot_be_read_is_missed_by_no_objective(value: str, codes: set[str], tmp_path: Path) -> None:
    """Whether the target was met nobody can say; where it could be read, the objective is told."""
    found = found_in(tmp_path, plan__md=PLAN, statuses__csv=STATUSES, year__md=MEASURED.format(value=value))
    assert {each.code for each in found} & {"REC-06", "MEA-02", "MEA-03"} == codes


def test_a_reading_of_another_unit_is_told_once(tmp_path: Path) -> None:
    """That it is a hundredth of the others follows."""
    values = ("59%", "66%", "74%", "70%", "0.71")
    rows = "".join(f"M1,{2017 + at}-{18 + at},{value}\n" for at, value in enumerate(values))
    measure = "# Measure M1: Children seen\nunit: children\ntarget: 90%\n"
    found = found_in(tmp_path, measures__md=measure, readings__csv=f"measure,period,value\n{rows}")
    assert [each.place.line for each in found if each.code == "MEA-02"] == [6]


TRAINED = """# Training course: The first day
years: 2017-18
places: 250
taken: {taken}

# Document report: Report
years: 2017-18
section: narrative

# Narrative report: Report

## One

We trained {{{{ training.taken }}}} people, {{{{ training.give }}}} of them twice.
"""


def test_a_course_too_full_explains_the_sum_that_there_is_not(tmp_path: Path) -> None:
    """A name that no figure bears is told all the same."""
    (tmp_path / "board.md").write_text(TRAINED.format(taken=328), encoding="utf-8")
    found = bscb_docs.check_documents(bscb_docs.read_board(tmp_path))
    told = {(each.code, each.stops) for each in found if each.code in {"COURSES-01", "FIG-06"}}
    assert told == {("COURSES-01", True), ("FIG-06", True)}
    assert [each.message for each in found if each.code == "FIG-06"] == [
        "There is no figure or name called training.give."
    ]


def test_what_is_still_to_come_is_no_abbreviation(tmp_path: Path) -> None:
    """TBC is told as what is still to be filled in, and not asked to be written out; another one is."""
    prose = "# Narrative report: Report\n\n## One\n\nWe meet on [TBC] and heard of the QZX.\n"
    found = found_in(tmp_path, report__md=prose, documents__md="# Document report: Report\nsection: narrative\n")
    assert [(each.code, "TBC" in each.message) for each in found if each.code in {"TXT-02", "STY-07"}] == [
        ("TXT-02", True),
        ("STY-07", False),
    ]


def test_a_paragraph_broken_in_two_is_told_once(tmp_path: Path) -> None:
    """Its bracket closes in the next; one that is opened nowhere is told there."""
    prose = "We heard from 476 children (a rate of\n\nsixty in all) and from parents) in May.\n"
    register = "# Document report: Report\nsection: narrative\n"
    found = found_in(tmp_path, report__md=f"# Narrative report: Report\n\n## One\n\n{prose}", documents__md=register)
    told = [each.message.partition(": ")[2] for each in found if each.code == "TXT-02"]
    assert told == [
        '"... from 476 children (a rate of" is no end of a sentence.',
        "a bracket closes here that was never opened.",
    ]


def test_swapped_updates_explain_the_abbreviation_that_one_of_them_writes_out(tmp_path: Path) -> None:
    """It comes too late by the swap; one that nobody wrote out is told."""
    terms = "title,abbreviation\nNeglect Tool,NTX\nMulti-Agency Hub,MAH\n"
    swapped = SWAPPED.replace("Each line says so.", "Each NTX says so.").replace(
        "Each was seen.", "Each Neglect Tool (NTX) was seen."
    )
    found = found_in(tmp_path, plan__md=OWNED, statuses__csv=COURSE, updates__md=swapped, terms__csv=terms)
    assert {each.code for each in found} & {"UPD-09", "STY-05"} == {"UPD-09"}


def test_a_day_left_above_updates_explains_what_was_accepted_of_them(tmp_path: Path) -> None:
    """The late action was accepted, and is not late on the day of the quarter before; another acceptance is told."""
    at_risk = 'title,means,text\nLate,"in progress, at risk",It is late.\n'
    both = UPDATES.format(second="P1-A2").replace("Done", "Late").replace("March 2018", "30 November 2017")
    first, second = (both.replace("# Updates 2017-18", f"# Updates {each} 2017-18") for each in ("Q3", "Q4"))
    second = second.replace("were visited", "were seen").replace("It is written", "It is typed")
    accepted = ACCEPTED.replace("UPD-09", "DUE-05") + ACCEPTED.replace("P1-A1 UPD-09", "P1-A9 PLN-02")
    found = found_in(tmp_path, plan__md=PLAN + accepted, statuses__csv=at_risk, a__md=first, b__md=second)
    assert [each.about for each in found if each.code == "ACP-03"] == ["P1-A9"]


COURSES = """# Training course: Neglect
years: 2017-18
places: 20

# Training course: Exploitation
years: {years}
places: 20

# Training course: Writing
years: 2017-18
places: 20

# Document report: Report
years: 2017-18
as at: 5 April 2018
section: courses
"""
EVENTS = """# Event: Conference 2017
date: {first}

# Event: Evenings
date: June 2017

# Event: A Day
date: {last}

# Document report: Report
years: 2017-18
as at: 5 April 2018
section: what-we-did
"""


@pytest.mark.parametrize(("years", "told"), [("2017-18", []), ("2016-17", ["DUE-04 note"])])
def test_the_one_course_that_falls_out_of_its_year_is_told(years: str, told: list[str], tmp_path: Path) -> None:
    """A course kept under last year's years is printed by no document, and takes its places out of every sum."""
    found = found_in(tmp_path, plan__md=PLAN, learning__md=COURSES.format(years=years))
    assert [f"{each.code} {each.severity.value}" for each in found if each.code == "DUE-04"] == told


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("May 2017", "July 2017", []),
        ("May 2016", "July 2017", ["DUE-04 check"]),
        ("May 2017", "July 2016", ["DUE-04 note"]),
        ("May 2017", "April 2016", ["DUE-04 note"]),
    ],
)
def test_a_year_slip_of_an_event_is_told_once(first: str, last: str, told: list[str], tmp_path: Path) -> None:
    """By the year in its title; else, as a note, since no document prints it as it does the others."""
    found = found_in(tmp_path, plan__md=PLAN, learning__md=EVENTS.format(first=first, last=last))
    assert [f"{each.code} {each.severity.value}" for each in found if each.code == "DUE-04"] == told


LEFT = """# Organisation: Example Council
short name: EC

# Person: Jo Example
post: Director, at EC, to June 2017

# Person: Kim Sample
post: Nurse, at Example Hospitals

# Organisation: Example Hospitals

# Body: Learning Group
member: Jo Example
member: Kim Sample

# Meeting
body: Learning Group
date: 5 March 2018
state: held
attended: Example Council
attended: Example Hospitals

# Document report: Report
years: 2017-18
as at: 5 April 2018
section: attendance

"""


def test_a_member_who_left_explains_the_seat_that_there_is_not(tmp_path: Path) -> None:
    """It is told once, whichever name the post gives to where the member was; another's seat is told all the same."""
    found = found_in(tmp_path, board__md=LEFT)
    assert [each.code for each in found if each.code in {"GOV-03", "ATTENDANCE-01"}] == ["GOV-03"]
    found = found_in(tmp_path, board__md=LEFT.replace(", to June 2017", "").replace("member: Kim Sample\n", ""))
    assert [each.about for each in found if each.code == "ATTENDANCE-01"] == ["Example Hospitals"]


def test_a_number_with_figures_missing_explains_the_whole_one_in_the_prose(tmp_path: Path) -> None:
    """The card alone is told; a whole one that differs is told in the prose."""
    report = "# Narrative report: Report\n\n## One\n\nCall 01632 960150.\n"
    for last, places in (("", [1]), ("1", [8]), ("0", [])):
        found = found_in(tmp_path, board__md=f"# Contact: Write to us\ntelephone: 01632 96015{last}\n\n{report}")
        assert [each.place.line for each in found if each.code == "XDOC-07"] == places


def test_pasted_bullets_are_one_finding_that_tells_the_names_at_their_ends(tmp_path: Path) -> None:
    """It stops, since the names would be printed; and no point is called lost by the action that carries them on."""
    first, second = "- in schools {#schools}", "- in hospitals"
    plan = PLAN.replace("Visit schools.", f"Visit:\n\n{first}\n{second}").replace(
        "due: December 2017\n\nVisit", "due: December 2017\nbecame: P1-B1\n\nVisit"
    )
    pasted = f"Visit:\n\n{first}\n{second}".replace("- ", "•\t")
    later = f"### Actions 2018-19\n\n#### Action P1-B1\nowner: not recorded: nobody\ndue: March 2019\n\n{pasted}\n"
    told = found_in(tmp_path, plan__md=plan.replace("# Document", f"{later}\n# Document"))
    told = [each for each in told if each.code in {"PRO-06", "PRO-07", "LIN-02", "TXT-01"}]
    assert [(each.code, each.stops, each.also) for each in told] == [("PRO-06", True, ())]


def test_a_date_that_no_calendar_has_is_one_finding_where_prose_sets_it(tmp_path: Path) -> None:
    """The record gives one; nobody is told that it gives none."""
    board = Path(shutil.copytree(EXAMPLES / "harrowmere", tmp_path / "harrowmere"))
    before = {str(each) for each in bscb_docs.check_documents(bscb_docs.read_board(board))}
    edit(board / "plan-2025-27.md", "due: 30 September 2026", "due: 31 September 2026")
    told = [each for each in bscb_docs.check_documents(bscb_docs.read_board(board)) if str(each) not in before]
    assert [(each.code, each.about) for each in told] == [("DUE-01", "T1-26-1")]
