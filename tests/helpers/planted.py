"""Disagreements planted in a copy of the example board of Birmingham: what is changed, and what must be found."""

from pathlib import Path

from attrs import field, frozen

BOARD, CHAIR, CONTACT, REGISTER = "board.md", "chair.md", "contact.md", "documents.md"
MEETINGS, PLAN, REPORT, REVIEWS, TERMS = "meetings.csv", "plan.md", "report-2017-18.md", "reviews.md", "terms.md"
UPDATES = "updates/2017-18.md"


@frozen
class Edit:
    """Words of a file and the words that take their place."""

    file: str
    old: str
    new: str


@frozen
class Planted:
    """One disagreement: the code that tells it, and the file and words of the line where it is told."""

    code: str
    file: str
    words: str
    edits: tuple[Edit, ...] = field()

    def line(self, folder: Path) -> int:
        """The line in that file where the words stand."""
        text = (folder / self.file).read_text(encoding="utf-8")
        assert text.count(self.words) == 1, (self.words, text.count(self.words))
        return text[: text.index(self.words)].count("\n") + 1


def plant(folder: Path, planted: tuple[Planted, ...]) -> None:
    """Make the edits in a copy of the board; each must find its words."""
    for edit in (edit for each in planted for edit in each.edits):
        path = folder / edit.file
        text = path.read_text(encoding="utf-8")
        assert text.count(edit.old) == 1, (edit.file, edit.old, text.count(edit.old))
        path.write_text(text.replace(edit.old, edit.new), encoding="utf-8")


def _one(code: str, file: str, old: str, new: str, words: str = "") -> Planted:
    return Planted(code, file, words or new, (Edit(file, old, new),))


def _accepted(heading: str, fields: str, reason: str) -> Edit:
    card = f"{heading}\n{fields}\n\n{reason}\n\n# Issues\nstate: for approval"
    return Edit(REGISTER, "# Issues\nstate: for approval", card)


PLANTED = (
    _one(
        "PLN-01",
        PLAN,
        "# References\n\n",
        "# Outcome P9-O1\n\nEvery child is heard.\n\n# References\n\n",
        "# Outcome P9-O1",
    ),
    _one(
        "PLN-02",
        PLAN,
        "## Actions 2017-18\n\n<!--",
        "### Priority P4: Safe at Home\n\n## Actions 2017-18\n\n<!--",
        "### Priority P4",
    ),
    _one(
        "PLN-03",
        PLAN,
        "make sure that they are effective.",
        "make sure that they are:",
        "This plan says what BSCB means to do",
    ),
    _one(
        "PLN-05",
        PLAN,
        "Review the support that Lead Professionals are given and improve it, so that they can coordinate "
        "early intervention.",
        "Assess how partners across the city engage in Our Family plans, and Early Help Assessments.",
    ),
    _one("PLN-06", PLAN, "##### Action P1-18-5\n", "##### Action P1-18-5\nserves: P2-O1\n", "serves: P2-O1"),
    _one(
        "PLN-07",
        REGISTER,
        "section: priorities, years 2018-19",
        "section: priorities, years 2018-19\nsection: what-changed, years 2019-20",
        "section: what-changed, years 2019-20",
    ),
    _one("DUE-01", REVIEWS, "date: June 2018", "date: 31 June 2018"),
    _one("DUE-01", MEETINGS, "Executive Board,November 2017,held", "Executive Board,November,held"),
    _one("DUE-02", REPORT, "In February 2018 I had", "On Sunday 5 February 2018 I had"),
    _one(
        "DUE-03",
        UPDATES,
        "next: Evaluate Right Help, Right Time in September 2018",
        "next: Evaluate Right Help, Right Time, as soon as possible",
        "## Update A17-08",
    ),
    Planted(
        "DUE-05",
        PLAN,
        "### Action A17-12",
        (
            Edit(PLAN, "became: P3-18-3, reworded", "became: P3-18-3, reworded\ndue: February 2018"),
            Edit(UPDATES, "mark: smiling face\nnext: Present the findings", "next: Present the findings"),
            Edit(UPDATES, "## Update A17-12\nstatus: State not recorded", "## Update A17-12\nstatus: In progress"),
        ),
    ),
    Planted(
        "DUE-06",
        PLAN,
        "### Action A17-09",
        (
            Edit(PLAN, "became: P2-18-1, reworded", "became: P2-18-1, reworded\ndue: Q3 2017-18"),
            Edit(
                UPDATES,
                "# Updates 2017-18\nas at",
                "## Status: On course\nmeans: in progress, on course\n\nWork has begun and is expected in time.\n\n"
                "# Updates 2017-18\nas at",
            ),
            Edit(UPDATES, "## Update A17-09\nstatus: State not recorded", "## Update A17-09\nstatus: On course"),
        ),
    ),
    Planted(
        "STA-01",
        UPDATES,
        "## Status: Paused",
        (
            Edit(UPDATES, "## Status: In progress\n", "## Status: Paused\nmeans: on hold\n\n## Status: In progress\n"),
            Edit(UPDATES, "## Update A17-07\nstatus: State not recorded", "## Update A17-07\nstatus: Paused"),
        ),
    ),
    _one("UPD-09", UPDATES, "The Annual Report for 2016-17 makes", "A17-05: the Annual Report for 2016-17 makes"),
    _one("STA-02", UPDATES, "## Update A17-02\nstatus: State not recorded\n", "## Update A17-02\n", "## Update A17-02"),
    _one(
        "STA-03",
        UPDATES,
        "## Update A17-03\nstatus: State not recorded",
        "## Update A17-03\nstatus: State not recordet",
        "status: State not recordet",
    ),
    Planted(
        "STA-05",
        UPDATES,
        "A governance review is being undertaken",
        (
            Edit(UPDATES, "## Update A17-05\nstatus: State not recorded", "## Update A17-05\nstatus: Complete"),
            Edit(UPDATES, "A governance review was carried out", "A governance review is being undertaken"),
        ),
    ),
    _one(
        "UPD-01",
        UPDATES,
        "## Update A17-06\nstatus: State not recorded",
        "## Update A17-06\nstatus: State not recorded\nas at: October 2017",
        "## Update A17-06",
    ),
    Planted(
        "GOV-05",
        UPDATES,
        "# Update A17-02\nperiod: 2017-18\nas at: November 2018",
        (
            Edit(
                UPDATES,
                "# Updates 2017-18\nas at",
                "# Update A17-02\nperiod: 2017-18\nas at: November 2018\nstatus: not rated, because nobody knows\n\n"
                "Nobody knows more.\n\n# Updates 2017-18\nas at",
            ),
        ),
    ),
    Planted(
        "UPD-07",
        UPDATES,
        "# Request A17-02",
        (
            Edit(
                UPDATES,
                "# Updates 2017-18\nas at",
                "# Request A17-02\nnew owner: somebody else\n\n# Updates 2017-18\nas at",
            ),
        ),
    ),
    Planted(
        "UPD-08",
        UPDATES,
        "# Remark: A17-02, How it stands",
        (
            Edit(
                UPDATES,
                "# Updates 2017-18\nas at",
                "# Remark: A17-02, How it stands\n\nSlippin\n\n# Updates 2017-18\nas at",
            ),
        ),
    ),
    Planted(
        "UPD-02",
        UPDATES,
        "## Update A17-01\n",
        (
            Edit(
                UPDATES,
                "# Updates 2017-18\nas at",
                "# Update A17-01\nperiod: 2017-18\nas at: Q3 2017-18\nstatus: not rated, because nobody knows\n\n"
                "Nobody knows.\n\n# Updates 2017-18\nas at",
            ),
        ),
    ),
    Planted(
        "UPD-03",
        UPDATES,
        "The Early Help Strategy is under review.\n\n## Update A17-12",
        (
            Edit(
                UPDATES,
                "# Updates 2017-18\nas at",
                "# Updates Q1 2017-18\n\n## Update A17-11\nstatus: State not recorded\n\n"
                "The Early Help Strategy is\nunder review.\n\n# Updates 2017-18\nas at",
            ),
        ),
    ),
    _one("FIG-01", REPORT, "those who came rated it highly.", "those who came rated it highly, 82% of them."),
    _one(
        "FIG-02",
        UPDATES,
        "Each case has had its Learning Lessons Bulletin.",
        "Of the 12 cases, 9 (70%) have had their Learning Lessons Bulletin.",
    ),
    _one(
        "FIG-03",
        PLAN,
        "then turned the plan towards",
        "saw 30 objectives: 20 complete, 8 under way and 4 not begun. We then turned the plan towards",
        "saw 30 objectives",
    ),
    _one(
        "FIG-08",
        REPORT,
        "had a good attendance and got things done.",
        "had a good attendance, which rose from 40 to 38, and got things done.",
        "rose from 40",
    ),
    _one("FIG-09", REVIEWS, "theme: asthma", "theme: asthma in {{ board.area }}", "## Review R17-4"),
    _one(
        "FIG-04",
        UPDATES,
        "{{ objectives-q3 }} improvement objectives were",
        "67% (21) of the improvement objectives were",
        "67% (21)",
    ),
    _one("FIG-05", REPORT, "to the {{ priorities.count }} priorities that this", "to the six priorities that this"),
    _one("FIG-05", REPORT, "We published {{ reviews.published }} reviews", "We published 7 reviews"),
    _one(
        "FIG-05",
        PLAN,
        "the same {{ priorities.count }} priorities:",
        "the same five strategic priorities:",
        "the same five",
    ),
    _one(
        "APP-01",
        REGISTER,
        "appendix: overview-of-progress",
        "appendix: overview-of-progress\nappendix: no-such-paper",
        "## Document accountability-report",
    ),
    _one(
        "APP-02",
        REGISTER,
        "short title: Overview of Progress",
        "bound in as: What Became of the First Year\nshort title: Overview of Progress",
        "## Document overview-of-progress",
    ),
    _one(
        "APP-03",
        REGISTER,
        "role-of-independent-chair: Role of",
        "role-of-independent-chair: Appendix 2: Role of",
        "## Document role-of-independent-chair",
    ),
    Planted(
        "APP-04",
        REGISTER,
        "## Document overview-of-progress",
        (Edit(REPORT, "is shown in [Appendix](#overview-of-progress).", "is shown at the end."),),
    ),
    _one("APP-06", REPORT, "I have tried to set an", "As Table 9 shows, I have tried to set an"),
    _one("APP-06", REPORT, "described in [paragraph](#sub-groups) and", "described in paragraph 3.41 and"),
    Planted(
        "APP-07",
        REPORT,
        "Practice was also the reason for taking the Executive Board",
        (Edit(PLAN, "best protection that can be given.", "best protection that can be given. {#hosted-meetings}"),),
    ),
    _one("XDOC-01", PLAN, "{{ P2.title }}; and", "Continuous Improvement of Child Protection Practices; and"),
    _one("XDOC-01", PLAN, "Within [Priority](#P1), one", "Within Priority 1: Leading Together, one"),
    _one("XDOC-02", REPORT, "- Learning culture", "- Learning organisation", "- Partnership working"),
    Planted(
        "XDOC-02",
        REPORT,
        "I have tried to set an example",
        (Edit(CHAIR, "respect, openness, challenge", "respect, candour, challenge"),),
    ),
    _one(
        "XDOC-03",
        REPORT,
        "Independent Chair, on 5 April 2018",
        "Independent Chair, on 9 May 2018",
        "# Narrative accountability-report",
    ),
    _one("XDOC-03", REPORT, "which was launched in January 2018", "which was launched in June 2018"),
    _one(
        "GOV-01",
        REPORT,
        "We planned {{ executive-board.meetings-planned }} meetings of the new Executive Board and held "
        "{{ executive-board.meetings-held }}.",
        "We held seven meetings of the new Executive Board.",
    ),
    _one(
        "GOV-01",
        REPORT,
        "St Paul's Community Development Trust, our host in September 2017",
        "Spurgeons, our host in September 2017",
    ),
    _one(
        "GOV-02",
        BOARD,
        "co-chair: Charlie Imagined\nco-chair: Robin Specimen",
        "co-chair: Charlie Imagined",
        "## Body: Serious Case Review Sub-Group",
    ),
    _one(
        "GOV-09",
        BOARD,
        "## Body: Executive Board\n",
        "## Body: Executive Board\nreports to: Child Death Overview Panel\n",
        "## Body: Executive Board",
    ),
    Planted(
        "GOV-03",
        REPORT,
        "{{ pat-mockup.post }}",
        (
            Edit(
                BOARD,
                "Programme Manager, at Business Support Unit",
                "Programme Manager, at Business Support Unit, to 2017",
            ),
        ),
    ),
    _one(
        "GOV-04",
        BOARD,
        "## Body: Practitioner Forum",
        "## Body: Exploitation Sub-Group\nkind: sub-group\n\nJoins up the work.\n\n## Body: Practitioner Forum",
        "## Body: Exploitation Sub-Group",
    ),
    _one("ROL-01", CHAIR, "evidence: #outstanding\n", "evidence: #outstandings\n", "## Function KF2"),
    _one("REV-01", REVIEWS, "draws on: R17-2", "draws on: R17-1\n", "## Review R17-2"),
    _one("DOC-01", REGISTER, "section: abbreviations", "section: abreviations"),
    _one("DOC-02", REGISTER, "section: priorities, years 2018-19", "section: priorities, year 2018-19"),
    _one(
        "DOC-04",
        PLAN,
        "It is one of a pair: read it",
        "It stands in a pair (Revised March 2018): read it",
        "Revised March 2018",
    ),
    _one(
        "FIG-05",
        REPORT,
        "We repeat its message often on social media",
        "Seven Serious Case Reviews were published. We repeat it on social media",
        "Seven Serious Case Reviews were",
    ),
    _one(
        "GOV-01",
        REPORT,
        "The Executive Board hears from the Sub-Group regularly.",
        "The Executive Board came together on ten occasions.",
    ),
    _one(
        "DUE-04",
        REVIEWS,
        "published: November 2017\ndraws on: R17-4",
        "published: November 2071\ndraws on: R17-4",
        "## Bulletin B17-4",
    ),
    _one(
        "DOC-05",
        REGISTER,
        "## Issue overview-of-progress 1.0\n",
        "## Issue overview-of-progress 1.0\nstate: approved\n",
        "## Issue overview-of-progress 1.0",
    ),
    _one(
        "DOC-06",
        REGISTER,
        "## Issue accountability-report 1.0\n",
        "## Issue accountability-report 1.0\nstate: approved\napproved by: Executive Board, by letter, 5 April 2018\n",
        "## Issue accountability-report 1.0",
    ),
    _one(
        "DOC-07",
        REGISTER,
        "## Issue role-of-independent-chair 1.0",
        "## Issue role-of-independent-chair 1.1\n\n## Issue role-of-independent-chair 1.0",
        "## Issue role-of-independent-chair 1.0",
    ),
    _one(
        "DOC-12",
        BOARD,
        "notice: Worked example made from facts published in 2018, with",
        "notice: Change the notice in board.md: an example with",
        "# Board",
    ),
    _one(
        "DOC-11",
        PLAN,
        "##### Action P1-18-6\n",
        "##### Action P1-18-6\ndue: not recorded, because the minutes are lost\n",
        "##### Action P1-18-6",
    ),
    _one(
        "REF-01",
        REGISTER,
        "## Issue overview-of-progress",
        "## Issue overview 0.9\n\n## Issue overview-of-progress",
        "## Issue overview 0.9",
    ),
    _one("TERM-01", REPORT, "the Health and Wellbeing Board and", "the Health & Wellbeing Board and"),
    _one(
        "TERM-01",
        PLAN,
        "Strategic Leaders Forum and the other main strategic forums",
        "Strategic Leader Forum and the other main strategic forums",
    ),
    Planted(
        "TERM-03",
        REPORT,
        "In the short run that was bound to slow",
        (
            Edit(
                BOARD,
                "## Body: Practitioner Forum\n",
                "## Body: Practitioner Forum\nformerly: Exchange Forum, to March 2015\n",
            ),
            Edit(
                REPORT,
                "In the short run that was bound to slow",
                "The Exchange Forum met. In the short run that was bound to slow",
            ),
        ),
    ),
    Planted(
        "TERM-02",
        REVIEWS,
        "Stakeholders' event",
        (
            Edit(
                REPORT,
                "start of the Early Years Health and Wellbeing Service",
                "start of the Early Years Health and Welfare Service",
            ),
        ),
    ),
    _one("STY-01", REPORT, "Every Sub-Group of the Board", "Every sub-group of the Board"),
    _one("STY-11", REPORT, "I have been to the Strategic Health Forum", "I have been to to the Strategic Health Forum"),
    Planted(
        "XDOC-07",
        REPORT,
        "Ring 0121 496 0007.",
        (
            Edit(CONTACT, "website: www.lscb", "telephone: 0121 496 0001\nwebsite: www.lscb"),
            Edit(
                REPORT, "Now and again I have met those who", "Ring 0121 496 0007. Now and again I have met those who"
            ),
        ),
    ),
    _one("LIN-04", PLAN, "##### Action P1-18-1\n", "##### Action P1-18-1\nbecame: P1-18-1\n", "##### Action P1-18-1\n"),
    _one("STY-02", REPORT, "giving the endeavour", "giving the endeavor"),
    _one("STY-03", REPORT, "one full year, 2017-18, under", "one full year, 2017/18, under"),
    _one("STY-03", UPDATES, "was launched in October 2017", "was launched on October 12, 2017"),
    _one("STY-04", PLAN, "to learn and to develop\n", "to learn and to develop.\n", "to learn and to develop."),
    _one("STY-05", REPORT, "The Child Death Overview Panel (CDOP) still", "CDOP still"),
    _one(
        "GOV-05",
        MEETINGS,
        "Executive Board,September 2017,held,St Paul's",
        "Practitioner Forum,November 2018,held,,,,\nExecutive Board,September 2017,held,St Paul's",
        "Practitioner Forum,November 2018",
    ),
    _one(
        "GOV-06",
        MEETINGS,
        "items,note\n",
        "items,note\nPractitioner Forum,5 April 2016,held,,,,\nPractitioner Forum,5 April 2016,held,,,,again\n",
        "5 April 2016,held,,,,again",
    ),
    _one(
        "STY-09",
        REPORT,
        "that is why BSCB gives",
        "that is why the Birmingham Safeguarding Children Board (BSCB) gives",
    ),
    _one("STY-10", TERMS, "## Term: Executive Board\n", "## Term: Executive Board\nabbreviation: ExB\n"),
    _one(
        "GOV-07",
        BOARD,
        "## Person: Casey Placeholder\n",
        "## Person: C. Placeholder\npost: interim Chief Executive, at Birmingham City Council\n\n"
        "## Person: Casey Placeholder\n",
        "## Person: Casey Placeholder",
    ),
    _one(
        "GOV-08",
        REPORT,
        "On such visits I meet the staff",
        "Asthma can kill was published in December 2017. On such visits I meet the staff",
        "Asthma can kill was published in December 2017.",
    ),
    _one("STY-08", PLAN, "They feel safe, they are heard", "Lately they feel safe, they are heard"),
    Planted(
        "XDOC-05",
        REGISTER,
        "## Document role-of-independent-chair",
        (Edit(CHAIR, "# Role: Role of the Independent Chair", "# Role: Job Description"),),
    ),
    Planted(
        "XDOC-06",
        PLAN,
        "all our 421 trained volunteers",
        (
            Edit(REPORT, "It is the second such report that I have made.", "I thank all our 412 trained volunteers."),
            Edit(
                PLAN,
                "It is a pleasure to present",
                "I thank all our 421 trained volunteers. It is a pleasure to present",
            ),
        ),
    ),
    _one("STY-06", REPORT, "Were all partners,", "Were ALL partners,"),
    _one("STY-07", REPORT, "I hope that a short account of", "I hope that a short account, the JTAI's included, of"),
    _one(
        "XDOC-04",
        PLAN,
        "refreshed for its second year. In it",
        "refreshed in spring. We will look again in May 2017. In it",
    ),
    _one("TXT-01", CONTACT, "call 999 and ask", "call 999\x0b and ask", "If a child is in danger now"),
    _one("TXT-02", REVIEWS, "To come.", "TBC."),
    _one("TXT-02", PLAN, "Children flourish in Birmingham", "Children flourish in [insert name]", "[insert name]"),
    _one(
        "LIN-01",
        PLAN,
        "### Action A17-13: Early Help Assessment\nbecame: P3-18-4, reworded\n",
        "### Action A17-13: Early Help Assessment\n",
        "### Action A17-13",
    ),
    _one(
        "LIN-02",
        PLAN,
        "became: #digital-world, ended, because the plan for 2018-19 did not carry it on, and no reason was recorded\n",
        "",
        "{#digital-world}",
    ),
    Planted(
        "LIN-03",
        PLAN,
        "### Action A17-06",
        (Edit(TERMS, "also: Learning and Improvement Framework\nnot: Learning & Improvement Framework\n", ""),),
    ),
    _one(
        "PUB-01",
        REGISTER,
        "marking: none\nsection: cover\nsection: chair-role",
        "marking: OFFICIAL\nsection: cover\nsection: chair-role",
        "## Document accountability-report",
    ),
    _one(
        "PUB-02",
        UPDATES,
        "carried out from 2013 to 2017.",
        "carried out from 2013 to 2017. Three children\nwere siblings.",
        "carried out from 2013 to 2017.",
    ),
    Planted(
        "ACP-01",
        REGISTER,
        "# Accepted A17-03 STA-03",
        (_accepted("# Accepted A17-03 STA-03", "by: Alex Example\non: 5 April 2018", "It means the same."),),
    ),
    Planted(
        "ACP-02",
        REGISTER,
        "# Accepted R17-2 REV-01",
        (_accepted("# Accepted R17-2 REV-01", "by: Alex Example", "Late."),),
    ),
    Planted(
        "ACP-03",
        REGISTER,
        "# Accepted A17-11 LIN-01",
        (_accepted("# Accepted A17-11 LIN-01", "by: Alex Example\non: 5 April 2018", "It has gone."),),
    ),
    Planted(
        "ACP-04",
        REGISTER,
        "# Accepted accountability-report STY-05",
        (
            _accepted(
                "# Accepted accountability-report STY-05",
                "by: Alex Example\non: 5 April 2017\nuntil: December 2017",
                "Everyone knows it.",
            ),
        ),
    ),
)
