"""What is wrong with a board's cards: one row a kind of bad record, the text in and the exact finding out."""

import re
from pathlib import Path

import pytest

import bscb_docs
from bscb_docs.diagnostics.codes import CODES
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.location import Place
from bscb_docs.diagnostics.suggestions import NAME_PLUGIN
from bscb_docs.reading.folder import read_board
from bscb_docs.reading.heading_words import Headings
from bscb_docs.records import KINDS, Action, Board, Body, Narrative, Outcome, Person, Rating, Update

BASE = """\
# Organisation: Org

# Status: Complete
means: complete

# Plan: The Plan

## Priority P1: One

### Outcome O1

All is well.

### Action A1

All is done. {#all}

"""
LINE = BASE.count("\n") + 1
"""The line that follows the base."""


def read(folder: Path, text: str, name: str = "a.md") -> Board:
    """The board of one file."""
    (folder / name).write_text(text, encoding="utf-8", newline="")
    return read_board(folder)


ROWS = [
    # code, line after the base, column, text, message, mend
    (
        "REC-01",
        0,
        1,
        "# Prority P2: Two\n\nWords.\n",
        '"Prority P2: Two" is no heading that is known; it and what stands under it are left out.',
        'Did you mean "Priority"?',
    ),
    (
        "REC-01",
        0,
        1,
        "# What we did\n\nWords.\n",
        '"What we did" is no heading that is known; it and what stands under it are left out.',
        "Take the # away if it belongs to a text; else begin it with what it is. "
        f"{NAME_PLUGIN} {Headings.of(KINDS).by_purpose}",
    ),
    (
        "REC-01",
        0,
        1,
        "####### Body: B\n",
        '"Body: B" is no heading that is known; it and what stands under it are left out.',
        "Write at most 6 hashes.",
    ),
    (
        "REC-01",
        0,
        1,
        "#Body: B\n",
        '"#Body: B" is read as a heading, but is not written as one.',
        "Write it at the left margin: # Body: B",
    ),
    (
        "REC-01",
        0,
        1,
        "  # Body: B\n",
        '"# Body: B" is read as a heading, but is not written as one.',
        "Write it at the left margin: # Body: B",
    ),
    (
        "REC-02",
        0,
        1,
        "### Action: Words\n",
        'In the heading "Action: Words", its id is missing, so this Action is left out.',
        "Write it as: ### Action P1-A03",
    ),
    (
        "REC-02",
        0,
        1,
        "## Priority P2\n",
        'In the heading "Priority P2", its title is missing, so this Priority is left out.',
        "Write it as: ## Priority P2: its title",
    ),
    (
        "REC-02",
        0,
        1,
        "## Priority P2 Two\n",
        'In the heading "Priority P2 Two", there is no colon before the title.',
        "Write it as: ## Priority P2: Two",
    ),
    (
        "REC-02",
        0,
        1,
        "## Priority P 2: Two\n",
        'In the heading "Priority P 2: Two", "P 2" is no id, which is one word of letters, figures and hyphens.',
        "Write it as: ## Priority P-2: Two",
    ),
    (
        "REC-02",
        0,
        1,
        "# Body B1: Board\n",
        'In the heading "Body B1: Board", "B1" is not read, since headings that begin with Body have no id.',
        "Write it as: # Body: Board",
    ),
    (
        "REC-02",
        0,
        1,
        "# Body Executive Board\n",
        'In the heading "Body Executive Board", there is no colon before the title.',
        "Write it as: # Body: Executive Board",
    ),
    (
        "REC-02",
        0,
        1,
        "# Audit Neglect\n",
        'In the heading "Audit Neglect", there is no colon before the title.',
        "Write it as: # Audit: Neglect",
    ),
    (
        "REC-02",
        0,
        1,
        "# Audit A1 Neglect\n",
        'In the heading "Audit A1 Neglect", there is no colon before the title.',
        "Write it as: # Audit A1: Neglect",
    ),
    (
        "REC-02",
        0,
        1,
        "# Foreword: Words\n",
        'In the heading "Foreword: Words", "Words" is not read, since headings that begin with Foreword have no title.',
        "Write it as: # Foreword",
    ),
    (
        "REC-02",
        0,
        1,
        "# Body: not recorded\n",
        'In the heading "Body: not recorded", the title cannot be "not recorded".',
        "Write it as: # Body: its title",
    ),
    (
        "REC-02",
        0,
        1,
        "# Issue plan\n",
        'In the heading "Issue plan", what it is about is missing, so this Issue is left out.',
        "Write it as: # Issue accountability-report 1.0",
    ),
    (
        "REC-02",
        0,
        1,
        "# Update A1: Words\n",
        'In the heading "Update A1: Words", "A1: Words" has more words than can be read.',
        "Write it as: # Update A1",
    ),
    (
        "REC-02",
        0,
        1,
        "# Update Priority 1 action 1\n\nWords.\n",
        'In the heading "Update Priority 1 action 1", "Priority 1 action 1" is no id, so this Update is left out.',
        "Write it as: # Update P1-A03",
    ),
    (
        "REC-02",
        0,
        1,
        "### Action A2 owner: Org due: 2018\n\nWords.\n",
        'The heading "Action A2 owner: Org due: 2018" runs on into its fields, which are left out.',
        'End it as "### Action A2"; beneath it write: owner: Org due: 2018',
    ),
    (
        "REC-02",
        0,
        1,
        "### Action A2owner: Org\n\nWords.\n",
        'The heading "Action A2owner: Org" runs on into its fields, which are left out.',
        'End it as "### Action A2"; beneath it write: owner: Org',
    ),
    (
        "REC-01",
        0,
        1,
        "### 2. Action A2\n\nWords.\n",
        '"2. Action A2" is no heading that is known; it and what stands under it are left out.',
        "Headings are numbered when they are printed. Take the number away: ### Action A2",
    ),
    (
        "REC-02",
        0,
        1,
        "### Actions: 2018-19\n",
        'In the heading "Actions: 2018-19", the years stand after a colon.',
        "Write it as: ### Actions 2018-19",
    ),
    (
        "REC-02",
        0,
        1,
        "### Outcomes soon\n",
        'Outcomes: "soon" is no year.',
        "Write 2017-18, or 2017-19 for several years.",
    ),
    (
        "REC-02",
        2,
        1,
        "# Narrative r: R\n\n##\n\nWords.\n",
        "This section has no title.",
        "Write it after the two hashes.",
    ),
    (
        "REC-03",
        1,
        1,
        "### Action A2\nownr: Org\n\nWords.\n",
        'Action A2: "ownr" is no field that stands under Action, so its value is left out.',
        'Did you mean "owner"?',
    ),
    (
        "REC-03",
        1,
        1,
        "### Actions\ntitle: Words\n\n#### Action A2\n\nWords.\n",
        'Actions: "title" cannot be the same for all that this heading groups.',
        "Write it at each record.",
    ),
    (
        "REC-04",
        2,
        1,
        "### Action A2\ndue: 2018\ndue: 2019\n\nWords.\n",
        'Action A2, due: given again; only the first, "2018", is kept.',
        "Take one of the two lines away.",
    ),
    (
        "REC-04",
        1,
        8,
        "### Action A2: Words\ntitle: Others\n\nWords.\n",
        "Action A2, title: stands in the heading and again as a field; the heading holds.",
        "Take the field away.",
    ),
    (
        "REC-04",
        3,
        1,
        "# Body: B\nkind: panel\n\n# Document d: D\nsection: cover\nbody: B\nfor each: panel\n",
        'Document d, body: not read, since "for each" gives each of the documents its body.',
        "Take one of the two away.",
    ),
    (
        "REC-05",
        2,
        1,
        "### Action A2\nowner: Org\nand others\ndue: 2018\n\nWords.\n",
        'Action A2: "and others" stands among the fields but is none, and is left out.',
        "If it is text, put an empty line before it. A field is a name, a colon and a value, in one line.",
    ),
    (
        "REC-05",
        1,
        1,
        "### Action A2\nowner Org\ndue: 2018\n\nWords.\n",
        'Action A2: "owner Org" has no colon after "owner", so its value is left out.',
        "Write: owner: Org",
    ),
    (
        "REC-05",
        1,
        1,
        "### Action A2\nowner\tOrg\ndue: 2018\n\nWords.\n",
        'Action A2: "owner Org" has no colon after "owner", so its value is left out.',
        "Write: owner: Org",
    ),
    (
        "REC-05",
        1,
        1,
        "### Action A2\nsupported by - Org\n\nWords.\n",
        'Action A2: "supported by - Org" has no colon after "supported by", so its value is left out.',
        "Write: supported by: Org",
    ),
    (
        "REC-06",
        1,
        8,
        "# Recorded figure F1\nvalue: twenty\n",
        'Recorded figure F1, value: "twenty" is no number.',
        "Write 34, 34 of 48, 70%, £86,250.50 or 4.7 per 10,000.",
    ),
    (
        "REC-06",
        1,
        10,
        "# Document d: D\nmarking: secret\n",
        'Document d, marking: "secret" is none of the words that can stand here.',
        "Write one of: none, OFFICIAL, OFFICIAL-SENSITIVE.",
    ),
    (
        "REC-06",
        1,
        19,
        "# Body: B\nmeetings planned: 9\n",
        'Body "B", meetings planned: "9" lacks the part that begins with "in".',
        "Write it after a comma, as in: 9, in ...",
    ),
    (
        "REC-06",
        1,
        19,
        "# Body: B\nmeetings planned: quarterly\n",
        'Body "B", meetings planned: "quarterly" is no whole number.',
        "Write it in figures, as in 30.",
    ),
    (
        "REC-06",
        1,
        8,
        "# Body: B\nchair: Jo, from 2017, from 2018\n",
        'Body "B", chair: "from" stands twice in "Jo, from 2017, from 2018".',
        "Put each on a line of its own.",
    ),
    (
        "REC-06",
        1,
        9,
        "### Action A2\nbecame: something else\n\nWords.\n",
        'Action A2, became: "something else" says neither what it became nor that it ended.',
        'Write an action\'s id ("P1-18-2" or "P1-18-2, reworded") or "ended, because ...".',
    ),
    (
        "REC-06",
        1,
        8,
        "# Outcome O2\ntitle: not recorded\npriority: P1\n",
        'Outcome O2, title: an id or title cannot be "not recorded".',
        "Write one, or take the field away.",
    ),
    (
        "REC-07",
        1,
        1,
        "### Action A2\ndue:\n\nWords.\n",
        "Action A2, due: no value stands here.",
        "Write it, or: not recorded, and why. Or take the line away.",
    ),
    (
        "REC-08",
        2,
        1,
        "### Action A2\n\nOwner: Org\n",
        'Action A2: "Owner: Org" stands in the text, and would be printed.',
        "Take the empty line above it away; if it is text, put a backslash before the colon.",
    ),
    (
        "REC-08",
        4,
        1,
        "### Action A2\nowner: Org\n\nWords.\ndue: 2018\n",
        'Action A2: "due: 2018" stands in the text, and would be printed.',
        "Move it above the empty line, to the fields; if it is text, put a backslash before the colon.",
    ),
    (
        "REC-09",
        2,
        1,
        "# Organisation: O\n\nWords.\n",
        'Organisation "O": no text can stand under Organisation, so this is left out.',
        "Put it into a field, or into a record that has a text.",
    ),
    (
        "REC-09",
        2,
        1,
        "# Narrative r: R\n\nWords.\n\n## One\n\nWords.\n",
        "Narrative r: no text can stand under Narrative, so this is left out.",
        "Put it under a section: a heading with two hashes.",
    ),
    (
        "REC-11",
        4,
        1,
        "# Narrative r: R\n## One\n\nWords.\n# Body: B\n",
        "A narrative owns the rest of its file.",
        "Put this record into another file, or before the narrative.",
    ),
    (
        "REC-11",
        4,
        1,
        "# Narrative r: R\n## One\n\nWords.\n# Introduction\n\nWords.\n",
        "A section of a narrative is a heading with two hashes.",
        "Write: ## Introduction",
    ),
    (
        "REC-11",
        4,
        1,
        "# Narrative r: R\n## One\n\nWords.\n### Deeper\n\nMore.\n",
        "A narrative has no headings below its sections.",
        "Make it a section (##), or a paragraph.",
    ),
    (
        "REC-12",
        0,
        1,
        "# Meeting\ndate: 2018\n",
        'Meeting: "body" is missing, which every Meeting needs, so it is left out.',
        "Write its body.",
    ),
    (
        "REC-12",
        1,
        7,
        "# Meeting\nbody: not recorded\ndate: 2018\n",
        "Meeting, body: no Meeting can be without it, so this one is left out.",
        'Write its body in place of "not recorded".',
    ),
    (
        "REC-13",
        1,
        1,
        "### Action A2\nThe board will do it.\n",
        "Action A2: the text follows its heading at once.",
        "Put an empty line between the heading and the text.",
    ),
    (
        "REC-14",
        2,
        1,
        "### Actions 2018-19\n\n#### Outcome O2\n\nWords.\n",
        "Outcome O2 stands under a heading that groups actions.",
        "Give it as many hashes as that heading, or fewer, or put it elsewhere.",
    ),
    (
        "REC-15",
        1,
        7,
        "# Body: B\nkind: subgroup\n",
        'Body "B", kind: "subgroup" is none of the words that can stand here.',
        'Did you mean "sub-group"?',
    ),
    (
        "REC-15",
        1,
        9,
        "# Status: S\ncolour: green\n",
        'Status "S", colour: "green" is no colour.',
        "Write accent 1 to accent 6, or six figures and letters from A to F.",
    ),
    (
        "REC-16",
        2,
        1,
        "# Body: B\n\n**Action A2**\n",
        'Body "B": "Action A2" reads like a heading, and is printed as text.',
        "Put hashes and a space before it: ### Action A2",
    ),
    (
        "REF-01",
        2,
        1,
        "# Document report: Report\n\n# Narrative reports: Report\n\n## One\n\nWords.\n",
        'A narrative is of "reports", and the register has no document of that id.',
        'Did you mean "report"?',
    ),
    (
        "REC-02",
        0,
        1,
        "### Action A2 18 1\n\nWords.\n",
        'In the heading "Action A2 18 1", "A2 18 1" is no id, which is one word of letters, figures and hyphens.',
        "Write it as: ### Action A2-18-1",
    ),
    (
        "REC-06",
        1,
        19,
        "# Body: B\nmeetings planned: 9 in 2018-19\n",
        'Body "B", meetings planned: "9 in 2018-19" has no comma before "in".',
        'Write a comma before "in": 9, in 2018-19',
    ),
    (
        "REC-06",
        1,
        10,
        "# Document d: D\nsection: cover, contents\n",
        'Document d, section: "contents" is no option.',
        "Give each section a line of its own, and an option its value, as in: years 2018-19.",
    ),
    (
        "FIL-07",
        1,
        1,
        "# Body: B\nmeets:",
        'The file ends with the field "meets", which has no value: it seems to be cut off.',
        "Restore it from a copy.",
    ),
    (
        "FIL-07",
        0,
        1,
        "# Body:",
        'The file ends with the heading "Body:": it seems to be cut off.',
        "Restore it from a copy.",
    ),
    (
        "FIL-09",
        1,
        14,
        "# Body: B\nmeets: often <!-- is it? -->\n",
        "Words stand beside a note to oneself.",
        "Put the note, from <!-- to -->, on lines of its own.",
    ),
    (
        "FIL-09",
        1,
        1,
        "# Body: B\n<!-- is it?\nmeets: often\n",
        "A note to oneself begins here and has no end; only this line is left out.",
        "Write --> on a line of its own after the note.",
    ),
    (
        "FIL-09",
        2,
        1,
        "# Body: B\n\n<!– ask the council –>\n",
        'A note to oneself begins with "<!–": one dash in place of two hyphens.',
        "Write <!-- and, at its end, -->.",
    ),
    (
        "PLN-01",
        0,
        1,
        "# Outcome O2\n\nWords.\n",
        "Outcome O2 stands under no priority, so no plan prints it.",
        'Its heading has 1 hash; give it 3, as the others have: "### Outcome O2".',
    ),
    (
        "PLN-01",
        0,
        1,
        "## Action A2\n\nWords.\n\n#### Action A3\n\nMore words.\n",
        "Action A2 stands under no priority, nor does the one beneath it, so no plan prints them.",
        'Its heading has 2 hashes; give it 3, as the others have: "### Action A2". '
        "Only an action of a past year may stand under the Plan.",
    ),
    (
        "REC-17",
        5,
        1,
        "# Updates Q1 2018-19\n\n## Update A1\n\nBegun.\n# Update A1\n\nGone on.\n\n## Update A1\n\nDone.\n",
        'Update A1 has no period and no date, nor has the one beneath it: it stands beside the heading "Updates Q1 '
        '2018-19", and not under it.',
        "Its heading has 1 hash; if it belongs there, write: ## Update A1",
    ),
    (
        "PLN-01",
        7,
        1,
        "### Actions\nowner: Org\n\n#### Action A2\n\nWords.\n\n"
        "## Actions\nowner: Org\n\n#### Action A3\n\nWords.\n\n#### Action A4\n\nMore words.\n",
        'The heading "Actions" stands under no priority, nor do the 2 beneath it, so no plan prints them.',
        'Its heading has 2 hashes; give it 3, as the others have: "### Actions". '
        "Only an action of a past year may stand under the Plan.",
    ),
    (
        "PLN-01",
        0,
        1,
        "### Priority P2: Two\n\n### Outcome O2\n\nWords.\n\n### Action A2\n\nWords.\n\n## Priority P3: Three\n",
        "Priority P2 has 3 hashes where other priorities have 2, so O2 and A2, which follow it, would be printed under "
        "priority P1.",
        "Write: ## Priority P2: Two",
    ),
    (
        "PLN-01",
        0,
        1,
        "### Priority P2: Two\n\n#### Outcome O2\n\nWords.\n",
        "Priority P2 has 3 hashes where other priorities have 2, so it is filed under Priority P1.",
        "Write: ## Priority P2: Two",
    ),
    (
        "PLN-01",
        0,
        1,
        "# Priority P2: Two\n\n### Outcome O2\n\nWords.\n",
        "Priority P2 has 1 hash where other priorities have 2, so it is filed outside their plan.",
        "Write: ## Priority P2: Two",
    ),
    (
        "PLN-04",
        -4,
        1,
        "### Action A2\nyears: 2018-19\n\nWords.\n",
        "Action A1 has no years, so no plan prints it.",
        "Put it under a heading such as Actions 2018-19, or write beneath it: years: 2018-19.",
    ),
    (
        "REF-01",
        2,
        1,
        "# Document accountability-report: Report\n\n# Issue accountability 1.1\n",
        'Version 1.1 is of "accountability", and the register has no document of that id.',
        'Did you mean "accountability-report"?',
    ),
    (
        "FIL-09",
        2,
        1,
        "# Body: B\n\n<!-- ask the\ncouncil\n\n# Body: C\n\n<!-- and again -->\n",
        f"A note to oneself begins here and has no end before the next one begins in line {LINE + 7}; "
        f"lines {LINE + 2} to {LINE + 3} are left out.",
        "Write --> on a line of its own after the note.",
    ),
    (
        "PLN-03",
        0,
        1,
        "### Action a1\n\nWords.\n",
        'The id "a1" was given before, at a.md:14:1; this one is left out.',
        "Give this one an id that was never used.",
    ),
    (
        "PLN-03",
        0,
        1,
        "# Organisation: ORG\n",
        'The title "ORG" was given before, at a.md:1:1; this one is left out.',
        "Keep one if both are the same; else tell them apart in the title, which is printed: ORG (of ...).",
    ),
    (
        "PLN-03",
        2,
        1,
        "# Event: E\n\n# Event: E\n",
        f'The title "E" was given before, at a.md:{LINE}:1; this one is left out.',
        "Keep one if both are the same; else give each of them an id.",
    ),
    (
        "PLN-03",
        2,
        1,
        "# Event: E\n\n# Event E1: E\n",
        f'Event E1: its title "E" also means the record at a.md:{LINE}:1.',
        "Give both of them an id.",
    ),
    (
        "PLN-03",
        0,
        1,
        "# Organisation: O\nshort name: org\n",
        'Organisation "O": its short name "org" also means the record at a.md:1:1.',
        "Give one of them another short name.",
    ),
    (
        "PLN-03",
        2,
        1,
        "# Board: A\n\n# Board: B\n",
        f"The board's own card was given before, at a.md:{LINE}:1; this one is left out.",
        "Keep one of the two.",
    ),
    (
        "DUE-01",
        1,
        6,
        "### Action A2\ndue: August\n\nWords.\n",
        'Action A2, due: "August" has no year and cannot be placed.',
        "Write the year too, as in August 2018.",
    ),
    (
        "DUE-01",
        1,
        6,
        "### Action A2\ndue: TBC\n\nWords.\n",
        'Action A2, due: "TBC" is no date.',
        "Write the date, or: not recorded, because ...",
    ),
    (
        "REF-01",
        1,
        8,
        "### Action A2\nowner: to be confirmed\n\nWords.\n",
        'Action A2, owner: no Organisation, Body or Person is called "to be confirmed".',
        "Write the name, or: owner: not recorded, because ...",
    ),
    (
        "DUE-07",
        3,
        8,
        "# Person: Jo\n\n# Body: B\nchair: Jo, from 19/11/2018\n",
        'Body "B", chair: "19/11/2018" can only be 19 November 2018, and is taken as that.',
        "Write: 19 November 2018.",
    ),
    (
        "DUE-01",
        1,
        8,
        "# Body: B\nchair: Jo, from 30 February 2018\n",
        'Body "B", chair: "30 February 2018" is not in the calendar.',
        "Mend the day or the month.",
    ),
    (
        "DUE-03",
        1,
        6,
        "### Action A2\ndue: On-going\n\nWords.\n",
        'Action A2, due: "On-going" is no date that ever comes.',
        "Write the date by which it can be seen to be done, as in March 2018, or: not recorded, and why.",
    ),
    (
        "STA-02",
        1,
        9,
        "# Update A1\nstatus: not rated\n\nWords.\n",
        "Update A1, status: a row that is not rated needs its reason.",
        "Write: not rated, because ...",
    ),
    (
        "STA-03",
        1,
        9,
        "# Update A1\nstatus: Complet\n\nWords.\n",
        'Update A1, status: "Complet" is no status of the board.',
        'Did you mean "Complete"?',
    ),
    (
        "REF-01",
        1,
        8,
        "### Action A2\nowner: Orgg\n\nWords.\n",
        'Action A2, owner: no Organisation, Body or Person is called "Orgg".',
        'Did you mean "Org"?',
    ),
    (
        "REF-01",
        3,
        8,
        "# Body: B\n\n### Action A2\nowner: Org and B\npriority: P1\n\nWords.\n",
        'Action A2, owner: no Organisation, Body or Person is called "Org and B".',
        "Write each name on a line of its own: owner: Org, then owner: B.",
    ),
    (
        "REF-01",
        5,
        8,
        "# Body: B\n\n# Body: C and D\n\n### Action A2\nowner: Org, C and D\npriority: P1\n\nWords.\n",
        'Action A2, owner: no Organisation, Body or Person is called "Org, C and D".',
        "Write each name on a line of its own: owner: Org, then owner: C and D.",
    ),
    (
        "PRO-04",
        4,
        1,
        "### Action A2\nowner: Org\npriority: P1\n\n1.1 Report to the board.\n",
        'The number "1.1" is typed here and would be printed beside the one that is its own.',
        "Take the number away; it is counted and printed by itself.",
    ),
    (
        "REF-01",
        3,
        8,
        "# Person: Jo\n\n# Body: B\nchair: Jo since 2018\n",
        'Body "B", chair: no Person is called "Jo since 2018".',
        '"Jo" is known. Write a comma behind it, and begin what follows with "from" or "to".',
    ),
    (
        "STA-03",
        1,
        9,
        "# Update A1\nstatus: Green\n\nWords.\n",
        'Update A1, status: "Green" is no status of the board.',
        "Write one of: Complete.",
    ),
    (
        "REF-01",
        0,
        10,
        "# Update A77\n\nWords.\n",
        'Update A77, the heading: no Action, Objective, Task or Recommendation is called "A77".',
        "Mend the name, or add a heading that begins with # Action, # Objective, # Task or # Recommendation. "
        "If the action was taken out of the plan, put it back with: became: ended, because ...",
    ),
    (
        "REF-01",
        2,
        11,
        "# Narrative r: R\n## One\npriority: Pq\n\nWords.\n",
        'Narrative r, priority: no Priority is called "Pq".',
        "Mend the name, or add a heading that begins with # Priority.",
    ),
    (
        "REF-01",
        1,
        9,
        "### Action A2\nbecame: #al, ended\n\nWords. {#all}\n",
        "Action A2, became: no point of this action is named {#al}.",
        'Did you mean "all"?',
    ),
    (
        "TXT-01",
        1,
        12,
        "# Body: B\nmeets: twic\x0be\n",
        'Body "B", meets: a line break pasted from Word stands here, which cannot be printed.',
        "Delete it and type the words around it again; it is often pasted from another program.",
    ),
    (
        "TXT-01",
        1,
        12,
        "# Body: B\nmeets: twic\te\n",
        'Body "B", meets: a tab stands here, which cannot be printed.',
        "Put a space there; put what stands in columns into a table.",
    ),
    (
        "TXT-01",
        2,
        6,
        "# Body: B\n\nWords\x1f, \x02words.\n",
        'Body "B", the text: an unseen character (U+001F) and 1 more stands here, which cannot be printed.',
        "Delete it and type the words around it again; it is often pasted from another program.",
    ),
    (
        "TXT-01",
        0,
        9,
        "# Body: \u200bB\n",
        'Body "B", the heading: an unseen character (U+200B) stands here, which cannot be printed.',
        "Delete it and type the words around it again; it is often pasted from another program.",
    ),
    (
        "PRO-10",
        2,
        1,
        "# Body: B\n\n![A map](../map.png)\n",
        'The picture "../map.png" lies outside the board\'s folder.',
        "Put it into the folder and write its name there.",
    ),
    (
        "PRO-10",
        2,
        1,
        "# Body: B\n\n![A map](map.png)\n",
        'The picture "map.png" is not in the board\'s folder.',
        "Put it there, or mend its name.",
    ),
    (
        "PRO-10",
        2,
        1,
        "# Body: B\n\n![A map](map.gif)\n",
        'The picture "map.gif" is no PNG or JPEG file.',
        "Save it as PNG.",
    ),
    (
        "PRO-10",
        1,
        7,
        "# Board: B\nlogo: logo.png\n",
        'The picture "logo.png" is not in the board\'s folder.',
        "Put it there, or mend its name.",
    ),
    (
        "PRO-14",
        8,
        1,
        "# Narrative r: R\n\n## One\n\nWords. {#a}\n\n## Two\n\nWords. {#a}\n",
        f"The name {{#a}} was given before, at a.md:{LINE + 4}:1.",
        "Give one of them another name.",
    ),
    (
        "PRO-01",
        3,
        1,
        "# Body: B\n\n- a\nb\n",
        '"b" runs on from the point above it.',
        "Put an empty line before it, or indent it by two spaces if it belongs to the point.",
    ),
    (
        "PRO-04",
        4,
        1,
        "# Narrative r: R\n\n## One\n\n3.2 The board met.\n",
        'The number "3.2" is typed here and would be printed twice.',
        "Take the number away; it is counted and printed by itself.",
    ),
    (
        "REC-16",
        2,
        1,
        "### Actions\n\n**#### Action A2**\nowner: Org\n\n# Update A2\n\nDone.\n",
        'Actions: "Action A2" reads like a heading, and is printed as text.',
        "Put hashes and a space before it: ### Action A2",
    ),
    (
        "REC-05",
        1,
        1,
        "### Action A2\n- owner: Org\n\nWords.\n",
        'Action A2: "- owner: Org" has signs around a field, and is left out.',
        "Write: owner: Org",
    ),
    (
        "REC-05",
        1,
        1,
        "### Action A2\n**Owner:** Org\n\nWords.\n",
        'Action A2: "**Owner:** Org" has signs around a field, and is left out.',
        "Write: owner: Org",
    ),
    (
        "REC-05",
        1,
        1,
        "### Action A2\n| owner | Org |\n\nWords.\n",
        'Action A2: "| owner | Org |" has signs around a field, and is left out.',
        "Write: owner: Org",
    ),
    (
        "REC-05",
        1,
        1,
        "### Action A2\nowner: Org; due: May 2018\n\nWords.\n",
        'Action A2, owner: "due: May 2018" stands in the same line, and is left out.',
        "Write each field on a line of its own.",
    ),
    (
        "REC-04",
        1,
        7,
        "### Action A2\ntext: Words.\n\nOther words.\n",
        "Action A2, text: stands below the fields and again as a field; what stands below holds.",
        "Take the field away.",
    ),
    (
        "REC-03",
        1,
        1,
        "### Action A2\nLead: Org\n\nWords.\n",
        'Action A2: "Lead" is no field that stands under Action, so its value is left out.',
        "Write: owner: Org",
    ),
    (
        "REC-02",
        0,
        1,
        "# Update A1, A2\n\nWords.\n",
        'In the heading "Update A1, A2", "A1, A2" is more than one name, and each Update tells of one; '
        "the first is taken.",
        "Write it as: # Update A1",
    ),
    (
        "REC-02",
        0,
        1,
        "### Action: A2\n\nWords.\n",
        'In the heading "Action: A2", the colon before its id is one too many.',
        "Write it as: ### Action A2",
    ),
    (
        "REC-02",
        0,
        1,
        "# Update A1 31 January 2018\n\nWords.\n",
        'In the heading "Update A1 31 January 2018", "A1 31 January 2018" has more words than can be read.',
        "Write it as: # Update A1",
    ),
    (
        "REC-06",
        1,
        10,
        "# Board: B\nwebsite: our website\n",
        'Board "B", website: "our website" is no address that can be followed.',
        "Write it as: www.example.org.",
    ),
    (
        "REC-06",
        1,
        8,
        "# Status: Going\nmeans: on course\n",
        'Status "Going", means: "on course" says nothing of how far it has come.',
        "Write: in progress, on course.",
    ),
    (
        "STA-03",
        1,
        9,
        "# Update A1\nstatus: N/A\n\nWords.\n",
        'Update A1, status: "N/A" is no status of the board.',
        "Write: not rated, because ...",
    ),
    (
        "STA-03",
        1,
        9,
        "# Update A1\nstatus: 75% complete\n\nWords.\n",
        'Update A1, status: "75% complete" is no status of the board.',
        "Write one of: Complete.",
    ),
    (
        "REF-01",
        11,
        10,
        "# Assurance level: Full\n\nx\n\n# Assurance level: Partial\n\nx\n\n"
        "# Assurance S1: Seen\nowner: Org\nsource: audit\nassured: Green, as at May 2018\n",
        'Assurance S1, assured: no Assurance level is called "Green".',
        "Write one of: Full, Partial. Or add a heading that begins with # Assurance level.",
    ),
    (
        "REC-05",
        1,
        1,
        "### Action A2\nDue date - May 2018\n\nWords.\n",
        'Action A2: "Due date - May 2018" begins with "Due date", which is no field, so its value is left out.',
        "Write: due: May 2018",
    ),
    (
        "REC-05",
        1,
        1,
        "### Action A2\nDue date\tMay 2018\n\nWords.\n",
        'Action A2: "Due date May 2018" begins with "Due date", which is no field, so its value is left out.',
        "Write: due: May 2018",
    ),
    (
        "REC-05",
        1,
        1,
        "### Action A2\nDate due – May 2018\n\nWords.\n",
        'Action A2: "Date due – May 2018" begins with "Date due", which is no field, so its value is left out.',
        "Write: due: May 2018",
    ),
    (
        "REC-05",
        1,
        1,
        "### Action A2\nAction owner - Org\n\nWords.\n",
        'Action A2: "Action owner - Org" begins with "Action owner", which is no field, so its value is left out.',
        "Write: owner: Org",
    ),
    (
        "REC-05",
        1,
        1,
        "### Action A2\nLead officer = Org\n\nWords.\n",
        'Action A2: "Lead officer = Org" begins with "Lead officer", which is no field, so its value is left out.',
        "Write: owner: Org",
    ),
    (
        "REC-05",
        1,
        1,
        "### Action A2\nDeadline - May 2018\n\nWords.\n",
        'Action A2: "Deadline - May 2018" begins with "Deadline", which is no field, so its value is left out.',
        "Write: due: May 2018",
    ),
    (
        "REC-05",
        1,
        1,
        "# Update A1\nRAG rating - Complete\n\nWords.\n",
        'Update A1: "RAG rating - Complete" begins with "RAG rating", which is no field, so its value is left out.',
        "Write: status: Complete",
    ),
    (
        "REC-03",
        1,
        1,
        "### Action A2\nDate due: May 2018\n\nWords.\n",
        'Action A2: "Date due" is no field that stands under Action, so its value is left out.',
        "Write: due: May 2018",
    ),
]


@pytest.mark.parametrize(("code", "line", "column", "text", "message", "mend"), ROWS)
def test_a_bad_record_has_its_one_finding(
    tmp_path: Path, code: str, line: int, column: int, text: str, message: str, mend: str
) -> None:
    """Each fault is told once, with its code, its place, what is wrong and what to do."""
    (finding,) = read(tmp_path, BASE + text).findings
    expected = (code, CODES[code].severity, Place("a.md", LINE + line, column), message, mend)
    assert expected == (finding.code, finding.severity, finding.place, finding.message, finding.mend)


def test_the_base_is_sound(tmp_path: Path) -> None:
    """Without the fault there is no finding."""
    assert read(tmp_path, BASE).findings == ()


def test_every_code_of_a_card_has_its_row() -> None:
    """The table of codes and the rows above tell the same, but for files and tables, which have tests of their own."""
    told = {"REC-10", *(code for code, *_ in ROWS)}
    of_cards = {code.code for code in CODES.values() if code.table == "records.md"}
    assert {code for code in of_cards if not code.startswith(("TAB", "FIL", "LAN", "PRO"))} == {
        code for code in told & of_cards if not code.startswith(("PRO", "FIL"))
    }


@pytest.mark.parametrize(
    ("above", "right"),
    [
        ("# Body: B\n\n", "# Action A2"),
        ("# Plan: P\n\n## Priority P1: One\n\nWords.\n\n", "### Action A2"),
        ("# Plan: P\n\n## Priority P1: One\n\n### Actions 2018-19\n\n", "#### Action A2"),
        ("# Plan: P\n\n## Priority P1: One\n\n#### Action A1\n\nWords.\n\n", "#### Action A2"),
        ("# Update A1\n\nWords.\n\n# Plan: P\n\n## Priority P1: One\n\n#### Action A1\n\nOne.\n\n", "#### Action A2"),
    ],
)
def test_a_heading_without_hashes_is_given_those_of_its_place(tmp_path: Path, above: str, right: str) -> None:
    """As many as its nearest neighbour of the kind has; without one, one more than what it belongs to."""
    (found,) = (f for f in read(tmp_path, f"{above}Action A2\n\nMore.\n").findings if f.code == "REC-16")
    assert found.mend == f"Put hashes and a space before it: {right}"


def test_a_table_pasted_from_word_is_one_finding_and_shown_as_a_table(tmp_path: Path) -> None:
    """A space in place of each tab would print one line; the first rows stand as they are to be written."""
    rows = "Agency\tTrained\nPolice\t12\nHealth | care\t9\nSchools\n"
    (found,) = read(tmp_path, f"{BASE}# Body: B\n\nAsked of each:\n{rows}").findings
    assert (found.code, found.place) == ("TXT-01", Place("a.md", LINE + 3, 1))
    assert f"lines {LINE + 3} to {LINE + 5} have tabs" in found.message
    assert (
        '"Caption: ...", "| Agency | Trained |", "| --- | --- |", "| Police | 12 |", "| Health \\| care | 9 |".'
        in found.mend
    )


def test_bullets_pasted_from_word_are_one_finding(tmp_path: Path) -> None:
    """The tab behind each goes with it, and the list that the Word file has of them is not told besides."""
    points = "\u2022\tprimary schools\n\u2022\tcolleges\n"
    text = f"# Narrative report: Report\n\n## One\n\nAsk:\n\n{points}\n# Document report: Report\nsection: narrative\n"
    (tmp_path / "board.md").write_text(text, encoding="utf-8")
    board = bscb_docs.read_board(tmp_path)
    codes = [each.code for each in (*bscb_docs.check(board), *bscb_docs.build(board, "report").findings)]
    assert [code for code in dict.fromkeys(codes) if code in {"PRO-06", "TXT-01", "ACC-11"}] == ["PRO-06"]


def test_a_pasted_table_written_as_it_is_shown_is_sound(tmp_path: Path) -> None:
    """Whoever copies the lines of the finding has a table, and no other finding."""
    (found,) = read(tmp_path, f"{BASE}# Body: B\n\nAsked:\n\nAgency\tTrained\nPolice\t12\nCare\t9\n").findings
    lines = "\n".join(re.findall(r'"(.+?)"', found.mend))
    assert read(tmp_path, f"{BASE}# Body: B\n\nAsked:\n\n{lines}\n").findings == ()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Half of\ttown.\n", ["a tab stands"]),
        ("Half of\ttown.\n\nHalf of\tit.\n", ["a tab stands", "a tab stands"]),
        ("1.\tOne.\n2.\tTwo.\n", ["a tab stands", "a tab stands"]),
        ("•\tOne.\n•\tTwo.\n", []),
        ("Agency\tAsked\nPolice\t1\u200b2\n", ["a table pasted", "(U+200B)"]),
    ],
)
def test_tabs_that_make_no_table_are_told_one_by_one(tmp_path: Path, words: str, found: list[str]) -> None:
    """One line is no table, nor are points; a bullet takes its tab; another sign in a pasted table is told too."""
    told = [f for f in read(tmp_path, f"{BASE}# Body: B\n\n{words}").findings if f.code == "TXT-01"]
    assert [part in f.message for f, part in zip(told, found, strict=True)] == [True] * len(found)


def test_a_heading_with_other_white_space_is_read(tmp_path: Path) -> None:
    """Word puts non-breaking spaces where a space is meant."""
    board = read(tmp_path, BASE + "###\u00a0Action\u00a0A2\n\nx\n\n# Recorded \u00a0figure F1\nvalue: 3\n")
    assert (board.findings, [action.id for action in board.of(Action)]) == ((), ["A1", "A2"])


def test_words_above_the_first_heading_are_told_once(tmp_path: Path) -> None:
    """They belong to no record, however many lines there are."""
    (finding,) = read(tmp_path, "Words\n\nmore\n\n# Body: B\n").findings
    assert ("REC-10", Place("a.md", 1, 1)) == (finding.code, finding.place)


def codes(findings: tuple[Finding, ...]) -> list[str]:
    """The codes of findings, in order."""
    return [finding.code for finding in findings]


def test_a_wrong_value_costs_the_field_and_not_the_record(tmp_path: Path) -> None:
    """The row stays, with everything else that it says."""
    board = read(tmp_path, BASE + "### Action A2\ndue: August\nowner: Org\nowner: Nobody\nserves: O1\n\nWords.\n")
    action = board.find(Action, "A2")
    assert action
    assert (action.due, [owner.name for owner in action.owners], [outcome.name for outcome in action.serves]) == (
        None,
        ["Org"],
        ["O1"],
    )
    assert codes(board.findings) == ["DUE-01", "REF-01"]


def test_a_row_with_an_unknown_status_says_so(tmp_path: Path) -> None:
    """The update stays in the overview, not rated for a reason, so that no rule reports it again."""
    board = read(tmp_path, BASE + "# Update A1\nstatus: Compleet\n\nDone.\n\n# Update A1\nstatus: not rated\n\nDone.\n")
    first, second = board.of(Update)
    assert Rating(None, '"Compleet" is no status of the board') == first.status
    assert Rating(None, "no reason is recorded") == second.status


def test_no_reference_is_left_that_leads_nowhere(tmp_path: Path) -> None:
    """A record that cannot be without its reference is left out, and so are then the references to it."""
    text = (
        "# Body: B\nreports to: C\nchair: Jo, from 2017\npost: x\n# Update A9\n\nDone.\n\n"
        "# Person: Al\npost: Nurse, at Nobody\n"
    )
    board = read(tmp_path, text)
    assert (board.of(Update), board.of(Body)[0].reports_to) == ((), None)
    assert board.of(Body)[0].chairs == ()
    assert codes(board.findings) == ["REF-01", "REF-01", "REC-03", "REF-01", "REF-01"]
    (post,) = board.of(Person)[0].posts
    assert (post.name, post.at) == ("Nurse", None)


@pytest.mark.parametrize(
    "broken",
    ["# Prority P2: Two\n", "# Priority P2\n", "## Priority P2: Two <!-- x -->\n", "# Prority P2: Two\n\n## Group\n"],
)
def test_a_fault_is_not_reported_again_by_what_depends_on_it(tmp_path: Path, broken: str) -> None:
    """An action under a faulty priority, and names that lead to it, have no finding of their own."""
    text = f"{broken}\n### Action A2\n\nWords.\n\n# Outcome O2\npriority: P2\n\nWords.\n"
    found = codes(read(tmp_path, BASE + text).findings)
    assert {"REC-01", "REC-02", "FIL-09"} >= set(found)
    assert found


def test_a_group_is_told_once_for_all_it_groups(tmp_path: Path) -> None:
    """A wrong owner of a whole group is one finding."""
    text = "### Actions\nowner: Nobody\ndue: August\n\n#### Action A2\n\nx\n\n#### Action A3\n\nx\n"
    assert codes(read(tmp_path, BASE + text).findings) == ["REF-01", "DUE-01"]


def test_every_fault_of_every_file_is_told_in_one_run(tmp_path: Path) -> None:
    """Findings stand in the order of files and lines."""
    read(tmp_path, "# Body: B\nkind: x\nhost: y\n\n- a\nb\n", "b.md")
    board = read(tmp_path, "# Bodi: B\n\n# Outcome O1\n\nx\n")
    assert [(finding.place.file, finding.place.line) for finding in board.findings] == [
        ("a.md", 1),
        ("a.md", 3),
        ("b.md", 2),
        ("b.md", 3),
        ("b.md", 6),
    ]


def test_a_narrative_keeps_its_words_under_a_wrong_heading(tmp_path: Path) -> None:
    """A deeper heading becomes a paragraph, one hash too few a section."""
    board = read(tmp_path, "# Narrative r: R\n\n## One\n\na\n\n### Deep\n\nb\n\n# Introduction\n\nc\n")
    (narrative,) = board.of(Narrative)
    assert [(str(section.title), str(section.text)) for section in narrative.sections] == [
        ("One", "a\n\nDeep\n\nb"),
        ("Introduction", "c"),
    ]


def test_what_a_finding_is_about_can_be_accepted(tmp_path: Path) -> None:
    """A finding bears the id of its record."""
    (finding,) = read(tmp_path, BASE + "### Action A2\ndue: ongoing\n\nWords.\n").findings
    assert finding.about == "A2"


def test_outcomes_may_share_a_label(tmp_path: Path) -> None:
    """Where every record has an id, two may have one title."""
    board = read(tmp_path, BASE + "### Outcome O2: Voice\n\nWords.\n\n### Outcome O3: Voice\n\nWords.\n")
    assert (board.findings, len(board.of(Outcome))) == ((), 3)


@pytest.mark.parametrize(
    ("typed", "mend"),
    [
        ("O1-3", "Write one of: O1-1, O1-2. Or add"),
        ("O2-2", 'Did you mean "O1-2"?'),
        ("O7-7", "Write one of: O1-1, O1-2. Or add"),
        ("O1-33", "Write one of: O1-1, O1-2. Or add"),
    ],
)
def test_ids_of_which_one_figure_is_another_are_offered(typed: str, mend: str, tmp_path: Path) -> None:
    """One alone is asked for; where there is none, all of a few."""
    outcomes = "".join(f"## Outcome O1-{at}\n\nIt is so.\n\n" for at in (1, 2))
    text = f"# Priority P1: One\n\n{outcomes}## Action A1\nserves: {typed}\n\nDo it.\n"
    (found,) = read(tmp_path, text).findings
    assert found.mend.startswith(mend)


def test_an_update_is_offered_the_id_one_figure_away_that_nothing_is_told_of(tmp_path: Path) -> None:
    """Of the others something is told at that time already."""
    actions = "".join(f"## Action P1-26-{at}\n\nDo {at}.\n\n" for at in (1, 2, 3))
    updates = "".join(f"# Update P1-26-{at}\nas at: May 2026\n\nIt goes on.\n\n" for at in (1, 3, 4))
    (found,) = read(tmp_path, f"# Priority P1: One\n\n{actions}{updates}").findings
    assert found.mend == 'Did you mean "P1-26-2"?'


@pytest.mark.parametrize("line", ["Due: 2018", "owner: the reader", "due\\: 2018", "- due: 2018", "what is due: 2018"])
def test_a_line_of_a_text_that_is_no_field_stays(line: str, tmp_path: Path) -> None:
    """Prose has a capital, a sign before it, or the name of a field that the card has."""
    (tmp_path / "plan.md").write_text(f"# Action A2\nowner: Org\n\nWords.\n{line}\n", encoding="utf-8")
    assert "REC-08" not in [finding.code for finding in bscb_docs.read_board(tmp_path).findings]
