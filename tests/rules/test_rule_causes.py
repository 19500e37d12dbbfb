"""Rules that one code has for several causes: each cause that the pages' examples leave out, with its own words."""

from pathlib import Path

import pytest

import bscb_docs

REPORT = """# Document report: Report
years: 2017-18
as at: 5 April 2018
section: narrative

# Narrative report: Report of the Chair
{fields}
## One

{words}
"""


def report(words: str, fields: str = "") -> str:
    """A board's report of those words, as at 5 April 2018."""
    return REPORT.format(fields=fields, words=words)


APPROVED = (
    "# Body: Board Executive\n\n# Meeting\nbody: Board Executive\ndate: 15 April 2018\nstate: cancelled\n\n"
    "# Meeting\nbody: Board Executive\ndate: 20 May 2018\nstate: held\n\n"
    "# Document report: Report\nas at: 5 April 2018\nsection: cover\n\n"
    "# Issue report 1.0\nstate: approved\napproved by: Board Executive, {}\n"
)
ACTIONS = (
    "# Plan: The Plan\nyears: 2017-18\n\n## Priority P1: One\n\n### Actions 2017-18\n\n"
    "#### Action A1\n\nAsk the schools.\n\n#### Action A2\n\nRead the files.\n\n"
)
UPDATES = """# Updates {heading}
as at: {day}

## Update A1
status: {status}

Twelve were asked in {heading}.

## Update A2
status: {status}

Ten were read in {heading}.

"""
LEVELS = (
    "# Assurance level: Sure\n\nAll was seen.\n\n# Assurance level: Not sure\n\nLittle was.\n\n"
    "# Assurance S1: Children are heard\n"
)

CAUSES = {
    "a commitment by a month without its year": (
        "DUE-03",
        "# Plan: The Plan\n\n## Priority P1: One\n\n### Action A1\nyears: 2017-18\n\nDo it.\n\n"
        "# Update A1\nas at: 5 October 2017\nnext: two more courses by Feb\n\nHalf are done.\n",
        'board.md:10 The update of Priority 1, action 1: the date of "two more courses by Feb" has no year, '
        "so it is not taken up.",
    ),
    "a commitment without end, in words that no deadline may have either": (
        "DUE-03",
        "# Plan: The Plan\n\n## Priority P1: One\n\n### Action A1\nyears: 2017-18\n\nDo it.\n\n"
        "# Update A1\nas at: 5 October 2017\nnext: courses for all, on-going\n\nHalf are done.\n",
        'board.md:10 The update of Priority 1, action 1: "courses for all, on-going" gives no date: "on-going" never '
        "comes.",
    ),
    "a deadline without end, in words that no commitment may have either": (
        "DUE-03",
        "# Plan: The Plan\n\n## Priority P1: One\n\n### Action A1\nyears: 2017-18\ndue: in due course\n\nDo it.\n",
        'board.md:7 Action A1, due: "in due course" is no date that ever comes.',
    ),
    "an error of Excel in a text, as it is told in a cell": (
        "TXT-02",
        report("We saw #SPILL! children."),
        'board.md:10 Paragraph 1.1: "#SPILL!" is still to be filled in.',
    ),
    "a promise said to be kept that nobody made": (
        "UPD-05",
        "# Plan: The Plan\n\n## Priority P1: One\n\n### Action A1\nyears: 2017-18\n\nDo it.\n\n"
        "# Update A1\nas at: 5 October 2017\nkept: the training dates\n\nHalf are done.\n",
        'board.md:10 The update of Priority 1, action 1 says that "the training dates" was kept, and no earlier update '
        "of it promised that.",
    ),
    "a promise that another one is said to be": (
        "UPD-05",
        "# Plan: The Plan\n\n## Priority P1: One\n\n### Action A1\nyears: 2017-18\n\nDo it.\n\n"
        "# Update A1\nas at: 5 October 2017\nnext: the bulletin is out by December 2017\n\nHalf are done.\n\n"
        "# Update A1\nas at: 5 January 2018\nkept: the training dates\n\nAll are done.\n\n"
        "# Document report: Report\nyears: 2017-18\nas at: 5 April 2018\nsection: narrative\n",
        'board.md:10 The update of Priority 1, action 1 promised "the bulletin is out by December 2017", and nothing '
        'says that it was kept. That "the training dates" was kept, as board.md, line 16, says, nobody promised.',
    ),
    "an appendix listed by its title, and never referred to": (
        "APP-04",
        "# Document plan: The Plan\n\n# Document report: Report\nappendix: The Plan\n\n"
        "# Narrative report: Report\n\n## One\n\nWords.\n",
        "board.md:1 Report binds in The Plan and never refers to it.",
    ),
    "an owner who is typed as a supporter too": (
        "GOV-07",
        "# Organisation: Council\n\n# Organisation: Trust\n\n# Plan: The Plan\nyears: 2017-18\n\n"
        "## Priority P1: One\n\n### Action A1\nyears: 2017-18\nowner: Trust\nchanged owner: from Trust, to Council\n"
        "supported by: Council\n\nDo it.\n",
        'board.md:14 Priority 1, action 1 is supported by its own owner, "Council".',
    ),
    "a reading that is none, beside a target that is nearer": (
        "FIG-05",
        "# Measure M1: Children seen within three days of coming home\nbaseline: 20%\ntarget: 50%\n\n"
        "# Reading M1\nperiod: Q4 2017-18\nvalue: 44%\n\n"
        + report("Of children, 48% were seen within three days of coming home."),
        'board.md:18 Paragraph 1.1: the measure M1 has no such reading, the nearest is 44%; you wrote "48%".',
    ),
    "a per cent of a named quarter, nearer to the reading of another": (
        "FIG-05",
        "# Measure M1: Children seen within three days of coming home\n\n"
        "# Reading M1\nperiod: Q3 2017-18\nvalue: 22 of 31\n\n# Reading M1\nperiod: Q4 2017-18\nvalue: 25 of 34\n\n"
        + report("In the third quarter 81% of children were seen within three days of coming home."),
        'board.md:20 Paragraph 1.1: the measure M1 has 22 of 31 (71%) in Q3 2017-18; you wrote "81%".',
    ),
    "a per cent of a named quarter of which nothing was read": (
        "FIG-05",
        "# Measure M1: Children seen within three days of coming home\n\n"
        "# Reading M1\nperiod: Q4 2017-18\nvalue: 25 of 34\n\n"
        + report("In Q3, 81% of children were seen within three days of coming home."),
        'board.md:16 Paragraph 1.1: the measure M1 has no such reading; you wrote "81%".',
    ),
    "meetings miscounted in a year of which a quarter is told too": (
        "GOV-01",
        "# Body: Executive Board\n\n"
        + "".join(
            f"# Meeting\nbody: Executive Board\ndate: {day}\nstate: held\n\n" for day in ("5 May 2017", "6 July 2017")
        )
        + "# Document quarter: Progress\nperiod: Q1 2017-18\nas at: 30 June 2017\nsection: progress-report\n\n"
        + report("The Executive Board met five times."),
        "board.md:27 Paragraph 1.1: the records say two (Executive Board meetings held in 2017-18); "
        'you wrote "met five times".',
    ),
    "a letter typed before a function": (
        "ROL-01",
        "# Function KF1: a) Coordinating\n\nWhat it is.\n",
        'board.md:3 Function a) (KF1) has the letter "a)" typed into it.',
    ),
    "a function without evidence": (
        "ROL-01",
        "# Function KF1: Coordinating\n\nWhat it is.\n\n" + report("Words."),
        "board.md:1 Function a) (KF1) has no evidence in the report.",
    ),
    "a signer in a place that was left": (
        "GOV-03",
        "# Person: Jo Example\npost: Chief Nurse, to 2016\n\n"
        + report("Words.", "signed by: Jo Example, as Chief Nurse, on 5 April 2018\n"),
        'board.md:9 Report of the Chair is signed by Jo Example as "Chief Nurse", a place not held at 5 April 2018.',
    ),
    "an owner who had left": (
        "GOV-03",
        "# Person: Jo Example\npost: Chief Nurse, to 2016\n\n# Plan: The Plan\nyears: 2017-18\n\n"
        "# Document plan: The Plan\nas at: 5 March 2018\nsection: priorities, years 2017-18\n\n"
        "# Priority P1: One\n\n## Action A1\nyears: 2017-18\nowner: Jo Example\n\nDo it.\n",
        "board.md:13 Priority 1, action 1 is owned by Jo Example, who had left every post by 5 March 2018.",
    ),
    "an owner who had not come": (
        "GOV-03",
        "# Person: Jo Example\npost: Chief Nurse, from November 2017\n\n# Person: Al Sample\npost: Nurse\n\n"
        "# Plan: The Plan\nyears: 2017-18\n\n"
        "# Document plan: The Plan\nas at: 30 June 2017\nsection: priorities, years 2017-18\n\n"
        "# Document again: The Plan\nas at: 31 December 2017\nsection: priorities, years 2017-18\n\n"
        "# Priority P1: One\n\n## Action A1\nyears: 2017-18\nowner: Jo Example\n\nDo it.\n\n"
        "## Action A2\nyears: 2017-18\nowner: Al Sample\nchanged owner: to Jo Example, on 3 November 2017\n\nAsk.\n",
        "board.md:20 Priority 1, action 1 is printed at 30 June 2017 as owned by Jo Example, who held no post before "
        "November 2017.",
    ),
    "an action with the title of another": (
        "PLN-05",
        "# Priority P1: One\n\n## Action A1: Courses\nyears: 2017-18\n\nBuy them.\n\n"
        "## Action A2: courses\nyears: 2017-18\n\nHold them.\n\n## Action A3: Courses\nyears: 2016-17\n\nAsk.\n",
        'board.md:8 Priority 1, action 2 has the same title as Priority 1, action 1, "courses".',
    ),
    "a recommendation whose owner nobody recorded": (
        "DOC-11",
        "# Recommendation R1\nowner: not recorded, because the letter is lost\n\nAsk the family first.\n\n"
        "# Document report: Report\nsection: recommendations\n\n# Issue report 1.0\nstate: for approval\n",
        "board.md:1 The owner of R1 is not recorded, and the recommendation is printed in Report.",
    ),
    "a chair who had left every post": (
        "GOV-03",
        "# Person: Jo Example\npost: Chief Nurse, to 2016\n\n# Body: Learning Group\nchair: Jo Example, from 2014\n\n"
        + report("Words."),
        "board.md:4 Jo Example is shown in the chair of the Learning Group, and had left every post by 5 April 2018.",
    ),
    "a member who had left every post": (
        "GOV-03",
        "# Person: Jo Example\npost: Chief Nurse, to 2016\n\n# Body: Learning Group\nmember: Jo Example, from 2014\n\n"
        + report("Words."),
        "board.md:4 Jo Example is shown as a member of the Learning Group, and had left every post by 5 April 2018.",
    ),
    "assurance that rose without a word": (
        "ASR-01",
        LEVELS + "assured: Not sure, as at May 2017\nassured: Sure, as at June 2017\n\n" + report("Words."),
        "board.md:9 Assurance S1 (Children are heard) rose to Sure, and nothing says why.",
    ),
    "assurance that is whole beside an open gap": (
        "ASR-01",
        LEVELS + "assured: Sure, as at June 2017, because we asked\ngap: Few answered\n\n" + report("Words."),
        "board.md:9 Assurance S1 (Children are heard) is at Sure, and a gap of it is open.",
    ),
    "two chairs of one body": (
        "GOV-02",
        "# Person: Jo Example\n\n# Person: Al Other\n\n# Body: Learning Group\nchair: Jo Example, from 2014\n"
        "chair: Al Other, from January 2018\n\n" + report("Words."),
        "board.md:5 Jo Example and Al Other are both chair of the Learning Group at 5 April 2018.",
    ),
    "two plans of the meetings of one year": (
        "GOV-01",
        "# Body: Learning Group\nmeetings planned: 4, in 2017-18\nmeetings planned: 6, in 2017-18\n\n"
        + report("Words."),
        "board.md:1 The card of the Learning Group plans four meetings for 2017-18, and six.",
    ),
    "three bodies that report in a circle": (
        "GOV-09",
        "".join(f"# Body: {each}\nreports to: {over}\n\n" for each, over in ("AB", "BC", "CA", "DA")),
        "board.md:1 A reports to B reports to C reports to A: nobody stands above.",
    ),
    "one abbreviation of two terms": (
        "STY-05",
        "# Term: Multi-Agency Safeguarding Hub\nabbreviation: MASH\n\n# Term: Mash Up\nabbreviation: MASH\n\n"
        + report("The Multi-Agency Safeguarding Hub (MASH) is open. Each MASH is."),
        'board.md:4 MASH is given to "Mash Up" and, at board.md, line 1, to "Multi-Agency Safeguarding Hub".',
    ),
    "a chair who is still to come": (
        "GOV-02",
        "# Person: Jo Example\n\n# Body: Learning Group\nchair: Jo Example, from 2042\n\n" + report("Words."),
        "board.md:3 Nobody is chair of the Learning Group at 5 April 2018; it would be printed without a chair.",
    ),
    "a co-chair whose end is known, where no document has a day": (
        "GOV-02",
        "# Person: Jo Example\n\n# Person: Al Other\n\n# Body: Learning Group\nco-chair: Jo Example, to March 2018\n"
        "co-chair: Al Other\n\n",
        "board.md:5 The Learning Group is co-chaired, and Al Other alone is co-chair.",
    ),
    "an action of which nothing says an owner, where others have one": (
        "DOC-11",
        "# Organisation: Council\n\n# Plan: The Plan\n\n## Priority P1: One\n\n### Actions 2017-18\n\n"
        + "".join(f"#### Action A{at}\nowner: Council\n\nDo thing {at}.\n\n" for at in (1, 2))
        + "#### Action A3\n\nDo more.\n\n# Document plan: The Plan\nsection: priorities, years 2017-18\n\n"
        "# Issue plan 1.0\nstate: for approval\n",
        "board.md:19 Action A3 has no owner, and most that are printed with it have one.",
    ),
    "a report whose years were not rolled forward": (
        "XDOC-03",
        report("Words.").replace("as at: 5 April 2018", "as at: 31 March 2019"),
        "board.md:1 Report is of 2017-18, and is dated 31 March 2019, when another year was nearly over.",
    ),
    "a review published after the latest document": (
        "GOV-05",
        "# Review R1: A Child\npublished: 9 May 2018\n\nWords.\n\n" + report("Words."),
        "board.md:1 Review R1 was published, its card says, at 9 May 2018; no document is later than 5 April 2018.",
    ),
    "a visit after the report that prints it": (
        "XDOC-03",
        "# Visit: The Front Door\ndate: 9 May 2018\n\nWe saw much.\n\n"
        + report("Words.")
        .replace("section: narrative", "section: narrative\nsection: what-we-did")
        .replace("17-18", "17-19"),
        'board.md:1 Report is dated 5 April 2018, before Visit "The Front Door", of 9 May 2018.',
    ),
    "a visit under years that it is not of": (
        "DUE-04",
        "# Visits 2017-18\n\n## Visit: The Front Door\ndate: 9 May 2016\n\nWe saw much.\n\n" + report("Words."),
        'board.md:3 Visit "The Front Door" stands under 2017-18, and is dated 9 May 2016.',
    ),
    "an update of a day after the latest document": (
        "GOV-05",
        ACTIONS + "# Update A1\nas at: 9 May 2018\nstatus: not rated, because lost\n\nWords.\n\n" + report("Words."),
        "board.md:16 The update of Priority 1, action 1 was made, its card says, at 9 May 2018; "
        "no document is later than 5 April 2018.",
    ),
    "a meeting planned for a day that has passed": (
        "GOV-05",
        "# Body: Group\n\n# Meeting\nbody: Group\ndate: 5 March 2018\nstate: planned\n\n" + report("Words."),
        "board.md:3 A meeting of the Group is planned for 5 March 2018, before 5 April 2018.",
    ),
    "more meetings held than were planned": (
        "GOV-01",
        "# Body: Group\nmeetings planned: 1, in 2017-18\n\n"
        + "".join(f"# Meeting\nbody: Group\ndate: 5 {month} 2017\nstate: held\n\n" for month in ("May", "July"))
        + report("Words."),
        "board.md:1 The log has two meetings of the Group held in 2017-18; planned for it, says its card: one.",
    ),
    "an action without an owner in a draft, where others have one": (
        "DOC-11",
        "# Organisation: Council\n\n# Plan: The Plan\n\n## Priority P1: One\n\n### Actions 2017-18\n\n"
        + "".join(f"#### Action A{at}\nowner: Council\n\nDo thing {at}.\n\n" for at in (1, 2))
        + "#### Action A3\n\nDo more.\n\n# Document plan: The Plan\nsection: priorities, years 2017-18\n",
        "board.md:19 Action A3 has no owner, and most that are printed with it have one.",
    ),
    "an action that became one of its own year": (
        "LIN-04",
        ACTIONS.replace("#### Action A1\n", "#### Action A1\nbecame: A2\n"),
        "board.md:8 Priority 1, action 1 (A1) says that it became A2, which is of 2017-18, no later year.",
    ),
    "an action that became another than its objective": (
        "LIN-04",
        ACTIONS.replace("#### Action A1\n", "#### Action A1\nbecame: B1\n")
        + "##### Objective O1\naction: A1\nbecame: O2\n\nWrite to ten schools.\n\n"
        "### Actions 2018-19\n\n#### Action B1\n\nAsk the parents.\n\n#### Action B2\n\nAsk the teachers.\n\n"
        "##### Objective O2\naction: B2\n\nWrite to all schools.\n",
        "board.md:8 Priority 1, action 1 of 2017-18 (A1) says that it became B1; its objective O1 became O2, which "
        "is of B2.",
    ),
    "a task in the programme of another group than its owner": (
        "PLN-06",
        "# Body: One\n\n# Body: Two\n\n"
        + "".join(
            f"# Task T{at}\nbody: One\nowner: {owner}\n\nAsk school {at}.\n\n"
            for at, owner in enumerate(("One", "One", "Two"), 1)
        ),
        "board.md:17 Task T3 stands in the programme of the One, and its owner is the Two.",
    ),
    "an action that became one of another priority": (
        "LIN-04",
        ACTIONS.replace("#### Action A1\n", "#### Action A1\nbecame: B1\n")
        + "## Priority P2: Two\n\n### Actions 2018-19\n\n#### Action B1\n\nAsk the schools.\n",
        "board.md:8 Priority 1, action 1 of 2017-18 (A1) says that it became B1, "
        "which stands under another priority, Two.",
    ),
    "a heading of updates of objectives with the year before": (
        "UPD-09",
        ACTIONS + "##### Objective O1\naction: A2\n\nRead ten.\n\n"
        "# Updates Q1 2016-17\nas at: 30 June 2016\n\n## Update O1\n\nFour.\n",
        "board.md:24 The update of O1 is of what is planned for 2017-18, which began after Q1 2016-17 "
        "(April to June 2016).",
    ),
    "an action due long after its years": (
        "DUE-04",
        ACTIONS.replace("#### Action A1\n", "#### Action A1\ndue: January 2019\n"),
        "board.md:8 Priority 1, action 1 is planned for 2017-18, and due January 2019, long after they end.",
    ),
    "a task of the year before what it serves": (
        "DUE-04",
        "# Body: Group\n\n" + ACTIONS + "# Task T1\nbody: Group\nyears: 2016-17\nserves: A1\n\nAsk three.\n",
        "board.md:18 Task T1 is of 2016-17, and serves what is planned for 2017-18.",
    ),
    "a recommendation answered after the latest document": (
        "GOV-05",
        "# Recommendation R1\nresponse: accepted, on 5 May 2018\n\nAsk the family first.\n\n" + report("Words."),
        "board.md:1 Recommendation R1 was answered, its card says, at 5 May 2018; "
        "no document is later than 5 April 2018.",
    ),
    "assurance of a day after the latest document": (
        "GOV-05",
        "# Assurance level: Sure\n\nIt is good.\n\n# Assurance S1: Help\nassured: Sure, as at May 2018, because it is"
        "\n\n" + report("Words."),
        "board.md:5 Assurance S1 was looked at, its card says, at May 2018; no document is later than 5 April 2018.",
    ),
    "a signature as chair of one who is none": (
        "GOV-03",
        "# Board: Ours\nchair: Jo Example, from 2014\n\n# Person: Jo Example\n\n# Person: Al Other\n\n"
        + report("Words.", "signed by: Al Other, as Independent Chair, on 5 April 2018\n"),
        "board.md:13 Report of the Chair is signed by Al Other as "
        '"Independent Chair", a place not held at 5 April 2018.',
    ),
    "a signature of the year before": (
        "XDOC-03",
        "# Person: Jo Example\n\n" + report("Words.", "signed by: Jo Example, as Chair, on 5 April 2017\n"),
        "board.md:8 The signature of Report of the Chair is of 5 April 2017, long before its day, 5 April 2018.",
    ),
    "a foreword of the year before": (
        "XDOC-03",
        "# Person: Jo Example\n\n# Plan: The Plan\nyears: 2017-18\n\n## Foreword\n"
        "signed by: Jo Example, as Chair, on April 2016\n\nWords.\n\n"
        "# Document plan: The Plan\nas at: 5 April 2017\nsection: foreword\n",
        "board.md:6 The signature of the foreword is of April 2016, long before the plan's years, 2017-18.",
    ),
    "a reading far beyond its target": (
        "MEA-02",
        "# Measure M1: Families asked\nbaseline: 0\ntarget: 50\n\n# Reading M1\nperiod: Q3 2017-18\nvalue: 300\n",
        "board.md:5 The reading of M1 for Q3 2017-18 (October to December 2017) is 300; its target is 50.",
    ),
    "a version approved before its own day": (
        "DOC-05",
        APPROVED.format("4 April 2018"),
        "board.md:17 Version 1.0 of report is of 5 April 2018, and cannot be approved on 4 April 2018.",
    ),
    "an earlier version approved before its own day": (
        "DOC-05",
        APPROVED.format("4 April 2018") + "as at: 5 April 2018\n\n# Issue report 1.1\nas at: 5 May 2018\n",
        "board.md:17 Version 1.0 of report is of 5 April 2018, and cannot be approved on 4 April 2018.",
    ),
    "a version approved before its body was at work": (
        "DOC-05",
        APPROVED.format("by letter, 9 April 2018").replace("Executive\n", "Executive\nfrom: May 2018\n", 1),
        "board.md:18 The Board Executive was not at work on 9 April 2018.",
    ),
    "a task due before its years": (
        "DUE-04",
        "# Task W1\nyears: 2017-18\ndue: July 2016\n\nWrite to the schools.\n\n" + report("Words."),
        "board.md:1 Task W1 is planned for 2017-18, and due July 2016, before they begin.",
    ),
    "a bulletin long before the review on which it draws": (
        "DUE-04",
        "# Review R1: One\npublished: 5 July 2017\n\nIt looked.\n\n"
        "# Bulletin B1: Two\npublished: August 2016\ndraws on: R1\n\nIt says.\n",
        "board.md:6 Bulletin B1 is of August 2016, and Review R1, on which it draws, of 5 July 2017.",
    ),
    "an audit carried out long before it was planned": (
        "DUE-04",
        "# Audit: Files\nplanned: Q3 2017-18\ncarried out: Q4 2016-17\n\nIt read files.\n",
        'board.md:1 Audit "Files" was planned for Q3 2017-18 (October to December 2017), '
        "and carried out in Q4 2016-17 (January to March 2017).",
    ),
    "a step done before its years, and long before its deadline": (
        "DUE-04",
        "# Plan: The Plan\nyears: 2017-18\n\n## Priority P1: One\n\n### Action A1\nyears: 2017-18\n\nDo it.\n\n"
        "#### Milestone: Begun\ndue: November 2017\ndone on: 3 February 2017\n",
        'board.md:11 Milestone "Begun" was done on 3 February 2017, long before 2017-18, for which it is planned.',
    ),
    "a version approved at a meeting that was cancelled": (
        "DOC-05",
        APPROVED.format("15 April 2018"),
        "board.md:17 The log has no meeting of the Board Executive on 15 April 2018; that one was cancelled.",
    ),
    "a version approved in another year": (
        "DOC-05",
        APPROVED.format("20 May 2019"),
        "board.md:17 The log has no meeting of the Board Executive on 20 May 2019; "
        "the last before it was that of 20 May 2018.",
    ),
    "a target on the wrong side of its baseline": (
        "MEA-01",
        "# Measure M1: Days of waiting\nbaseline: 19\ntarget: 10\n",
        "board.md:1 Higher is better for Measure M1, and its target, 10, lies below its baseline, 19.",
    ),
    "a target above a baseline that should fall": (
        "MEA-01",
        "# Measure M1: Families asked\nbaseline: 10\ntarget: 19\nbetter: lower\n",
        "board.md:1 Lower is better for Measure M1, and its target, 19, lies above its baseline, 10.",
    ),
    "a target without its per cent sign, told at the measure and not at its readings": (
        "MEA-02",
        "# Measure M1: Files that used the tool\nbaseline: 1 of 64\ntarget: 85\n\n"
        "# Reading M1\nperiod: Q1 2017-18\nvalue: 9 of 64\n\n# Reading M1\nperiod: Q2 2017-18\nvalue: 18 of 64\n",
        "board.md:1 The target of M1 is 85, its readings are such as 9 of 64, and the two cannot be compared.",
    ),
    "a telephone number that is nearest to that of the contact of its sentence": (
        "XDOC-07",
        "# Contact: Worried about a child?\ntelephone: 01632 960101\n\n"
        "# Contact: Support Team\ntelephone: 01632 960150\n\n" + report("Ring the Support Team on 01632 960151."),
        "board.md:16 Paragraph 1.1: 01632 960151 differs in one sign from 01632 960150, which is on a card.",
    ),
    "a reading out of another number than the others": (
        "MEA-02",
        "# Measure M1: Schools that asked\nbaseline: 1 of 64\ntarget: 50%\n\n"
        + "".join(
            f"# Reading M1\nperiod: Q{quarter} 2017-18\nvalue: {value}\n\n"
            for quarter, value in ((1, "9 of 64"), (2, "18 of 64"), (3, "20 of 64"), (4, "22 of 46"))
        ),
        "board.md:17 The reading of M1 for Q4 2017-18 (January to March 2018) is 22 of 46; each other is out of 64.",
    ),
    **{
        name: (
            "DUE-09",
            ACTIONS.replace("Action A1\n", f"Action A1\ndue: March 2018\n{moves}"),
            f"board.md:8 Priority 1, action 1 was moved to {said}",
        )
        for name, moves, said in (
            (
                "a move to the deadline that stands under due",
                "moved: to June 2018, on 5 April 2018, because we wait\nmoved: to March 2018, on 6 February 2018\n",
                "March 2018, which was its deadline before.",
            ),
            (
                "moves that stand in another order than their days",
                "moved: to June 2018, on 5 April 2018, because we wait\nmoved: to May 2018, on 6 February 2018\n",
                "May 2018, on 6 February 2018, after it was moved to June 2018, on 5 April 2018.",
            ),
        )
    },
    "an option of a section with braces": (
        "FIG-09",
        "# Document report: Report\nas at: 5 April 2018\nsection: headline-figures, heading {{ visits }} visits\n",
        'board.md:3 The option heading of the section headline-figures would print "{{ visits }} visits".',
    ),
    "a next step before its own update": (
        "UPD-05",
        "# Status: Begun\nmeans: in progress\n\nIt is.\n\n" + ACTIONS + "# Update A1\nas at: 5 March 2018\n"
        "status: Begun\nnext: findings to the board, by April 2017\n\nWe asked.\n",
        "board.md:21 The update of Priority 1, action 1 is as at 5 March 2018, "
        'and "findings to the board, by April 2017" is dated before it.',
    ),
    "the title of another quarter": (
        "XDOC-05",
        "# Document quarter: Progress, Fourth Quarter\nperiod: Q3 2017-18\nsection: what-we-did\n",
        'board.md:1 "Progress, Fourth Quarter" is the title of a document whose period is '
        "Q3 2017-18 (October to December 2017).",
    ),
    "a signature in a post that the card does not give": (
        "GOV-03",
        "# Person: Jo Example\npost: Chief Constable, from 2016\n\n"
        + report("Words.").replace("of the Chair\n\n", "of the Chair\nsigned by: Jo Example, as Chief Executive\n\n"),
        'board.md:9 Report of the Chair is signed by Jo Example as "Chief Executive"; the card says "Chief Constable".',
    ),
    "a reading out of its whole with two figures turned": (
        "MEA-02",
        "# Measure M1: Staff trained\nbaseline: 0 of 640\ntarget: 60%\n\n"
        + "".join(
            f"# Reading M1\nperiod: Q{n} 2017-18\nvalue: {value}\n\n"
            for n, value in ((2, "0 of 640"), (3, "9 of 640"), (4, "118 of 604"))
        ),
        "board.md:13 The reading of M1 for Q4 2017-18 (January to March 2018) is 118 of 604; each other is out of 640.",
    ),
    "a signature in the post of another": (
        "GOV-03",
        "# Person: Jo Example\npost: Lead Scrutineer\n\n# Person: Al Other\npost: Chief Nurse\n\n"
        + report("Words.", "signed by: Al Other, as Lead Scrutineer, on 5 April 2018\n"),
        'board.md:12 Report of the Chair is signed by Al Other as "Lead Scrutineer", the post of Jo Example.',
    ),
    "somebody at an organisation of others": (
        "GOV-03",
        "# Organisation: Council\n\n# Organisation: Sample Police\n\n# Person: Jo Example\npost: Lead, at Council\n\n"
        + report("Jo Example, Business Manager of Sample Police, kept the record."),
        "board.md:17 Paragraph 1.1 puts Jo Example at Sample Police; the card says Council.",
    ),
    "a title of other years": (
        "XDOC-05",
        report("Words.").replace("Report of the Chair", "Report of the Chair 2016-17"),
        'board.md:6 "Report of the Chair 2016-17" is printed in a document of 2017-18.',
    ),
    "finished work that is all still to come": (
        "STA-05",
        "# Status: Done\nmeans: complete\n\nIt is done.\n\n"
        + ACTIONS
        + "# Update A1\nas at: 5 March 2018\nstatus: Done\n\nWe will ask all schools in May.\n",
        'board.md:25 The update of Priority 1, action 1 is rated "Done", and its words say "will".',
    ),
    "a sum with a noun behind it": (
        "FIG-03",
        report("We trained 60 teachers, 40 nurses and 20 officers, 130 people in all."),
        "board.md:10 Paragraph 1.1: 60 + 40 + 20 makes 120, and the whole is given as 130.",
    ),
    "a former chair in the present": (
        "GOV-03",
        "# Person: Jo Example\n\n# Body: Learning Group\nchair: Jo Example, to 2016\n\n"
        + report("Jo Example is the chair of the Learning Group."),
        "board.md:15 Paragraph 1.1 shows Jo Example in the chair of the Learning Group, not held at 5 April 2018.",
    ),
    "the column of a table that is no total": (
        "FIG-03",
        report("Table: Visits\n\n| Place | Visits |\n| --- | --- |\n| North | 3 |\n| South | 4 |\n| Total | 8 |"),
        'board.md:12 The column "Visits" of this table comes to 7, and its last row says 8.',
    ),
    "the column of a table of per cents that is no total": (
        "FIG-03",
        report("Caption: Answers\n\n| Answer | Share |\n| --- | --- |\n| Yes | 60% |\n| No | 30% |\n| Total | 100% |"),
        'board.md:12 The column "Share" of this table comes to 90%, and its last row says 100%.',
    ),
    "actions counted together with priorities": (
        "FIG-05",
        "# Plan: The Plan\nyears: 2017-18\n\n## Priority P1: One\n\n### Action A1\nyears: 2017-18\n\nDo it.\n\n"
        + report("We chose one priority and nine actions."),
        'board.md:20 Paragraph 1.1: the records say one (actions of 2017-18); you wrote "nine actions".',
    ),
    "a sum in a text of no one year, told with the year whose sum is nearest": (
        "FIG-05",
        "# Organisation: Council\n\n# Contributions 2016-17\n\n## Contribution\npartner: Council\namount: £10,000\n\n"
        "# Contributions 2017-18\n\n## Contribution\npartner: Council\namount: £20,000\n\n"
        "# Plan: The Plan\nyears: 2016-18\n\n## Introduction\n\nContributions came to £19,000, as planned.\n",
        'board.md:20 The introduction: the records say £20,000 (contributions of 2017-18); you wrote "£19,000".',
    ),
    "a section under a title that is nearly a priority's": (
        "XDOC-01",
        "# Plan: The Plan\nyears: 2017-18\n\n## Priority P1: Help at the right time\n\n"
        + report("Words.").replace("## One", "## Help at the proper time"),
        'board.md:13 The title of section 1 calls a priority "Help at the proper time"; '
        'its title is "Help at the right time".',
    ),
    "a recorded figure above its whole": (
        "FIG-04",
        "# Recorded figure visits\nvalue: 8\nout of: 7\nsource: the log\n",
        "board.md:1 The recorded figure visits is 8 out of 7: more than all.",
    ),
    "a document that prints a plan under another title, before its revision": (
        "XDOC-03",
        "# Plan: The Plan\nyears: 2017-18\nrevision: Refreshed, on 5 May 2018\n\n"
        "# Document plan: Our Plan\nas at: 5 April 2018\nplan: The Plan\nsection: our-priorities\n",
        'board.md:1 Our Plan is dated 5 April 2018, before its revision "Refreshed" of 5 May 2018.',
    ),
    "a document before its plan's revision": (
        "XDOC-03",
        "# Plan: The Plan\nyears: 2017-18\nrevision: Refreshed, on 5 May 2018\n\n"
        "# Document plan: The Plan\nas at: 5 April 2018\nsection: cover\n",
        'board.md:1 The Plan is dated 5 April 2018, before its revision "Refreshed" of 5 May 2018.',
    ),
    "a document before its figure": (
        "XDOC-03",
        "# Recorded figure visits\nvalue: 8\nas at: May 2018\nsource: the log\n\n"
        + report("We made {{ visits }} visits."),
        "board.md:15 Report is dated 5 April 2018, before the figure visits of paragraph 1.1, as at May 2018.",
    ),
    "an objective of no action": (
        "OBJ-01",
        "# Organisation: Council\n\n"
        "# Objective O1\nowner: Council\ndue: March 2018\nmeasure: It is read\n\nWrite it.\n",
        "board.md:3 Objective O1 has no action.",
    ),
    "a step done long before its year": (
        "DUE-04",
        "# Plan: The Plan\nyears: 2017-18\n\n## Priority P1: One\n\n### Action A1\nyears: 2017-18\n\nDo it.\n\n"
        "#### Milestone: Begun\ndone on: 5 May 2016\n",
        'board.md:11 Milestone "Begun" was done on 5 May 2016, long before 2017-18, for which it is planned.',
    ),
    "a step done years ahead": (
        "DUE-04",
        "# Plan: The Plan\nyears: 2017-18\n\n## Priority P1: One\n\n### Action A1\nyears: 2017-18\n\nDo it.\n\n"
        "#### Milestone: Begun\ndone on: 5 May 2021\n",
        'board.md:11 Milestone "Begun", done on: 5 May 2021 lies far from the plan\'s years, 2017-18.',
    ),
    "a section that stands twice": (
        "DOC-01",
        report("Words.").replace("section: narrative", "section: narrative\nsection: narrative"),
        "board.md:5 The section narrative stands twice in Report.",
    ),
    "a report before its years": (
        "XDOC-03",
        "# Plan: The Plan\nyears: 2017-18\n\n# Status: Done\nmeans: complete\n\nIt is finished.\n\n"
        "# Document overview: Overview\nas at: June 2016\nsection: progress-overview, years 2017-18\n\n"
        "# Priority P1: One\n\n## Action A1\nyears: 2017-18\n\nDo it.\n\n"
        "# Update A1\nyears: 2017-18\nas at: March 2018\nstatus: Done\n\nIt is done.\n",
        "board.md:9 Overview is dated June 2016, before 2017-18, of whose progress it tells, began.",
    ),
    "an action that serves an outcome of another priority": (
        "PLN-06",
        "# Priority P1: One\n\n## Outcome P1-O1\n\nSeen.\n\n## Action A1\nyears: 2017-18\nserves: P2-O1\n\nDo it.\n\n"
        "# Priority P2: Two\n\n## Outcome P2-O1\n\nHeard.\n",
        "board.md:9 Priority 1, action 1 stands under Priority 1 and serves P2-O1, an outcome of Priority 2.",
    ),
    "an objective that does": (
        "PLN-06",
        "# Priority P1: One\n\n## Outcome P1-O1\n\nSeen.\n\n## Action A1\nyears: 2017-18\n\nDo it.\n\n"
        "### Objective O1\nserves: P2-O1\n\nWrite it.\n\n"
        "# Priority P2: Two\n\n## Outcome P2-O1\n\nHeard.\n",
        "board.md:13 Objective O1 stands under Priority 1 and serves P2-O1, an outcome of Priority 2.",
    ),
    "a report rolled to the next quarter, with the day of the last": (
        "XDOC-03",
        "# Plan: The Plan\nyears: 2025-26\n\n# Document quarter: Progress Report\nperiod: Q4 2025-26\n"
        "as at: 31 December 2025\nsection: progress-report\n\n"
        "# Priority P1: One\n\n## Action A1\nyears: 2025-26\n\nDo it.\n",
        "board.md:4 The period of Progress Report is Q4 2025-26 (January to March 2026), but as at is 31 December "
        "2025, before it begins, so its updates are not counted.",
    ),
    "a version without a number": (
        "DOC-07",
        "# Issue report draft\n\n" + report("Words."),
        'board.md:1 The version "draft" of report is no number.',
    ),
    "a version with a letter before its number": (
        "DOC-07",
        "# Issue report v0.2\n\n" + report("Words."),
        'board.md:1 The version "v0.2" of report is no number.',
    ),
    "a task past its day, in a programme of last spring": (
        "DUE-05",
        "# Body: Group\n\n# Task T1\nbody: Group\nyears: 2017-18\ndue: June 2017\n\nAsk three schools.\n\n"
        "# Document programme: Programme\nbody: Group\nyears: 2017-18\nas at: May 2017\nsection: work-programme\n\n"
        + report("Words."),
        "board.md:3 Task T1 was due June 2017, before 5 April 2018, and nothing was reported of it.",
    ),
    "a version of an earlier day than the one before": (
        "DOC-07",
        "# Issue report 0.1\nas at: 28 February 2018\n\n# Issue report 0.2\nas at: 13 March 2017\n\n"
        + report("Words."),
        "board.md:4 Version 0.2 of report is as at 13 March 2017, and version 0.1 before it as at 28 February 2018.",
    ),
    "a version of the day of the approved one before it": (
        "DOC-07",
        "# Issue report 1.0\nas at: 28 February 2018\nstate: approved\napproved by: Group, 28 February 2018\n\n"
        "# Issue report 1.1\nas at: 28 February 2018\n\n" + report("Words."),
        "board.md:6 Version 1.1 of report is as at 28 February 2018, the day of 1.0, which is approved.",
    ),
    "a version of the day of the approved one before it, and a deadline moved since": (
        "DOC-07",
        "# Issue plan 1.0\nas at: 1 April 2017\nstate: approved\napproved by: Group, 1 April 2017\n\n"
        "# Issue plan 1.1\nas at: 1 April 2017\n\n# Plan: The Plan\nyears: 2017-18\n\n"
        "# Document plan: The Plan\nas at: 1 April 2017\nsection: implementation-plan\n\n"
        "# Priority P1: One\n\n## Action A1\nyears: 2017-18\n\nDo it.\n\n"
        "### Objective O1\nowner: not recorded\ndue: June 2017\n"
        "moved: to July 2017, on 8 April 2017, because of leave\n\nWrite it.\n",
        "board.md:6 Version 1.1 of plan is as at 1 April 2017, the day of 1.0, which is approved; O1 was moved after "
        "that day, which it does not print.",
    ),
    "a revision of another year than its label": (
        "DOC-04",
        "# Plan: The Plan\nyears: 2017-18\nrevision: Refreshed March 2017, on 5 March 2018\n",
        'board.md:1 The Plan: the revision "Refreshed March 2017" is of 5 March 2018.',
    ),
    "a revision of an earlier day than the one before": (
        "DOC-04",
        "# Plan: The Plan\nyears: 2017-18\nrevision: Agreed, on 27 March 2017\nrevision: Refreshed, on 5 March 2016\n",
        'board.md:1 The Plan: the revision "Refreshed", of 5 March 2016, is listed after "Agreed", of 27 March 2017.',
    ),
    "one revision of two labels": (
        "DOC-04",
        "# Plan: The Plan\nyears: 2017-18\nrevision: Refreshed, on 5 March 2018\nrevision: Revised, on 5 March 2018\n",
        'board.md:1 The Plan: the revision of 5 March 2018 is called "Refreshed" and "Revised".',
    ),
    "two revisions of one label": (
        "DOC-04",
        "# Plan: The Plan\nyears: 2017-18\nrevision: Revised, on 5 March 2017\nrevision: Revised, on 5 March 2018\n",
        'board.md:1 The Plan: two revisions are called "Revised" and "Revised".',
    ),
    "an owner who changed on no day": (
        "DUE-09",
        "# Organisation: Council\n\n# Organisation: Trust\n\n# Plan: The Plan\nyears: 2017-18\n\n"
        "## Priority P1: One\n\n"
        "### Action A1\nyears: 2017-18\nowner: Council\nchanged owner: to Trust, because of the new team\n\nDo it.\n",
        "board.md:10 Priority 1, action 1 passed to Trust, and on which day is not said, "
        "so that papers of earlier days would tell the new owner.",
    ),
    "actions of a calendar year": (
        "PLN-07",
        "# Plan: The Plan\nyears: 2017-18\n\n## Priority P1: One\n\n### Outcome O1\n\nSeen.\n\n### Actions 2017\n\n"
        "#### Action A1\n\nDo it.\n\n### Actions 2017-18\n\n#### Action A2\n\nDo more.\n",
        "board.md:12 Action A1 is of the calendar year 2017, so documents of 2017-18 leave it out.",
    ),
    "an action of two years among those of one": (
        "PLN-07",
        "# Plan: The Plan\nyears: 2017-19\n\n## Priority P1: One\n\n### Outcome O1\n\nSeen.\n\n### Actions 2017-19\n\n"
        "#### Action A1\n\nDo it.\n\n### Actions 2017-18\n\n#### Action A2\n\nDo more.\n\n"
        "# Document plan: The Plan\nsection: priorities, years 2017-18\n",
        "board.md:12 Action A1 is of 2017-19, so documents of 2017-18 leave it out.",
    ),
    "a meeting years from the others": (
        "GOV-06",
        "# Body: Group\n"
        + "".join(f"\n# Meeting\nbody: Group\ndate: {day}\n" for day in ("May 2017", "July 2017", "5 March 2007")),
        "board.md:11 No other meeting of the Group lies within a year of 5 March 2007.",
    ),
    "a figure older than the period": (
        "UPD-01",
        "# Recorded figure visits\nvalue: 8\nas at: May 2016\nsource: the log\n\n"
        + report("We made {{ visits }} visits."),
        "board.md:1 The figure visits is as at May 2016, before 2017-18 began, of which paragraph 1.1 tells (board.md, "
        "line 15).",
    ),
    "a deadline moved to a day that had passed": (
        "DUE-09",
        "# Plan: The Plan\nyears: 2017-18\n\n## Priority P1: One\n\n### Action A1\nyears: 2017-18\n"
        "due: June 2017\nmoved: to March 2018, on 5 April 2018\n\nDo it.\n",
        "board.md:6 Priority 1, action 1 was moved to March 2018, on 5 April 2018: that day had passed by then.",
    ),
    "an action due before its years": (
        "DUE-04",
        "# Plan: The Plan\nyears: 2017-18\n\n## Priority P1: One\n\n### Action A1\nyears: 2017-18\n"
        "due: March 2017\n\nDo it.\n",
        "board.md:6 Priority 1, action 1 is planned for 2017-18, and due March 2017, before they begin.",
    ),
    "an action of a body that had ended": (
        "OBJ-03",
        "# Body: Task Group\nto: May 2017\n\n# Plan: The Plan\nyears: 2017-18\n\n## Priority P1: One\n\n"
        "### Action A1\nyears: 2017-18\nowner: Task Group\ndue: March 2018\n\nDo it.\n",
        "board.md:9 Priority 1, action 1 is of the Task Group, which ended in May 2017.",
    ),
    "a recommendation answered before it was made": (
        "RCM-01",
        "# Recommendation R1\nmade on: 5 April 2018\nresponse: accepted, on 5 March 2018\n\nAsk the family first.\n",
        "board.md:1 Recommendation R1 was answered on 5 March 2018, before it was made on 5 April 2018.",
    ),
    "a heading with the day of another": (
        "UPD-02",
        ACTIONS
        + UPDATES.format(heading="Q3 2017-18", day="31 March 2018", status="Slipping")
        + UPDATES.format(heading="Q4 2017-18", day="31 March 2018", status="Done"),
        "board.md:19 Two updates of Q3 2017-18 (October to December 2017) from this one on tell of "
        "31 March 2018, as do those from board.md:32:1 on.",
    ),
    "a heading with the year before": (
        "UPD-09",
        ACTIONS + UPDATES.format(heading="2016-17", day="31 March 2018", status="Done"),
        "board.md:19 Two updates of 2016-17 from this one on are of what is planned for 2017-18, "
        "which began after 2016-17.",
    ),
    "a signature under a forbidden role": (
        "TERM-01",
        "# Person: Jo Example\n\n# Term: Independent Scrutineer\nnot: Independent Chair\n\n"
        + report("Words.", "signed by: Jo Example, as Independent Chair, on 5 April 2018\n"),
        'board.md:11 Report of the Chair is signed as "Independent Chair"; the name is "Independent Scrutineer".',
    ),
    "a text that says only none": (
        "TXT-02",
        "# Body: Learning Group\n\nNone.\n",
        'board.md:3 Body "Learning Group": the text says only "None.".',
    ),
    "a section without text": (
        "TXT-02",
        report("Words.\n\n## Two"),
        'board.md:12 The section "Two" of Report of the Chair has no text.',
    ),
    "a record without text": (
        "TXT-02",
        "# Plan: The Plan\nyears: 2017-18\n\n# Purpose\n",
        "board.md:4 The purpose has no text.",
    ),
    "a date in figures": (
        "STY-03",
        report("It ended on 5/4/2018."),
        'board.md:10 Paragraph 1.1: "5/4/2018" is no date as the house writes it.',
    ),
}


@pytest.mark.parametrize("cause", CAUSES)
def test_a_cause_has_its_own_words(cause: str, tmp_path: Path) -> None:
    """The finding says which of its code's causes it is, and where."""
    code, text, told = CAUSES[cause]
    (tmp_path / "board.md").write_text(text, encoding="utf-8")
    found = [f for f in bscb_docs.check(bscb_docs.read_board(tmp_path)) if f.code == code]
    assert [f"{f.place.file}:{f.place.line} {f.message}" for f in found] == [told]


def test_an_action_left_out_for_its_id_is_not_missed_beneath_its_priority(tmp_path: Path) -> None:
    """One id given twice is one cause, and one finding."""
    served = "## Priority P{0}: Number {0}\n\n### Outcome {0}\n\nSeen.\n\n### Actions 2017-18\n\n"
    priorities = [served.format(at) + f"#### Action A1\n\nDo thing {at}.\n\n" for at in (1, 2)]
    (tmp_path / "board.md").write_text("# Plan: The Plan\nyears: 2017-18\n\n" + "".join(priorities), encoding="utf-8")
    found = bscb_docs.check(bscb_docs.read_board(tmp_path))
    assert [f.code for f in found if f.code.startswith("PLN")] == ["PLN-03"]


@pytest.mark.parametrize(
    ("typed", "mend"),
    [
        ("5th April 2018", "Write: 5 April 2018."),
        ("5th of April", "Write: 5 April."),
        ("April 5, 2018", "Write: 5 April 2018."),
        ("5 Apr 2018", "Write: 5 April 2018."),
        ("5.4.2018", "Write: the month as a word, as in 5 April 2018."),
        ("2018-04-05", "Write: 5 April 2018."),
        ("2017/18", "Write: 2017-18."),
        ("2017-2018", "Write: 2017-18."),
    ],
)
def test_each_form_of_a_date_is_told_in_the_houses(typed: str, mend: str, tmp_path: Path) -> None:
    """What to write is said, not only that it is wrong."""
    (tmp_path / "board.md").write_text(report(f"It was said in {typed} to all."), encoding="utf-8")
    found = [f for f in bscb_docs.check(bscb_docs.read_board(tmp_path)) if f.code == "STY-03"]
    assert [f.mend for f in found] == [mend]


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("two more courses by Feb", "two more courses, by Feb 2018"),
        ("two more courses, by November.", "two more courses, by November 2017"),
        ("two more courses by Feb 2018", ""),
        ("report to Exec in June", "report to Exec, in June 2018"),
        ("findings in the report to Exec on 5 June", "findings in the report to Exec, on 5 June 2018"),
        ("report to Exec in June 2018", ""),
        ("findings in the report by May 2018", ""),
        ("meet in the hall, on Mondays", ""),
        ("visit the schools by car", ""),
        ("plan what comes by May and later", ""),
    ],
)
def test_a_commitment_by_a_month_is_given_with_the_year_in_which_it_comes(
    words: str, right: str, tmp_path: Path
) -> None:
    """The month comes next after the day of the update; words that end otherwise are left alone."""
    text = CAUSES["a commitment by a month without its year"][1].replace("two more courses by Feb", words)
    (tmp_path / "board.md").write_text(text, encoding="utf-8")
    found = [f.mend for f in bscb_docs.check(bscb_docs.read_board(tmp_path)) if f.code == "DUE-03"]
    assert found == ([f"Write: next: {right}"] if right else [])


MOVED_TWICE = """
# Priority P1: Early help

## Action A1
years: 2017-18
due: June 2017
moved: to August 2017, on 1 June 2017, because of leave
moved: to March 2018, on 1 August 2017, because of leave

Ask the schools.

## Action A2
years: 2017-18
due: June 2017
moved: to March 2018, on 1 June 2017, because of leave

Ask the parents.
"""


@pytest.mark.parametrize(("number", "is_told"), [("Two", False), ("Three", False), ("Four", True)])
def test_deadlines_are_counted_by_the_work_or_by_the_move(number: str, is_told: bool, tmp_path: Path) -> None:
    """Of two deadlines one was put off twice: "two, one of them twice" is right, and so is three times in all."""
    words = f"{number} deadlines were put off in the year, one of them twice."
    (tmp_path / "board.md").write_text(report(words) + MOVED_TWICE, encoding="utf-8")
    found = [f for f in bscb_docs.check(bscb_docs.read_board(tmp_path)) if f.code == "FIG-05"]
    assert bool(found) is is_told


def test_a_per_cent_that_is_a_baseline_is_offered_its_figure(tmp_path: Path) -> None:
    """The one whose numbers make it; where none does, the hint names none."""
    measure = "\n# Measure M1: Files with the tool\nbaseline: 12 of 40\nbaseline at: 2016-17\ntarget: 70%\n"
    mends = []
    for share in (30, 31):
        (tmp_path / "board.md").write_text(report(f"A year ago it was {share}%.") + measure, encoding="utf-8")
        mends += [f.mend for f in bscb_docs.check(bscb_docs.read_board(tmp_path)) if f.code == "FIG-01"]
    assert ["{{ M1.baseline }}" in str(mend) for mend in mends] == [True, False]
