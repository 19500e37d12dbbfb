"""Planted faults of a year in the records that Harrowmere keeps of it: one a cause, each at its line."""

from planted import Edit, Planted

ASSURANCE, MEASURES, OBJECTIVES = (f"year-2025-26/{name}.md" for name in ("assurance", "measures", "objectives"))
MILESTONES, READINGS, TASKS = (f"year-2025-26/{name}.csv" for name in ("milestones", "readings", "tasks"))
RECOMMENDATIONS = "year-2025-26/recommendations.md"
Q2, Q3, Q4 = (f"year-2025-26/updates-q{number}.md" for number in (2, 3, 4))
NEXT_YEAR, PLAN, LEARNING = "objectives-2026-27.md", "plan-2025-27.md", "learning.md"
FIGURES, GROUPS, REPORTS = "figures.md", "groups.md", "cover-reports.md"
ABOUT, COSTS, PAID, REGISTER = "about-us.md", "costs.csv", "contributions.csv", "register.md"
SCRUTINY, STATEMENTS = "scrutineer-report-2025-26.md", "statements.md"


def _put(code: str, file: str, told: str, old: str, new: str) -> Planted:
    """The fault of writing those words for others, told at the line of `told` in the same file."""
    return Planted(code, file, told, (Edit(file, old, new),))


def _add(code: str, file: str, card: str, before: str, told: str = "") -> Planted:
    """The fault of a card put before those words, told at its heading or at the line of `told`."""
    return _put(code, file, told or f"{card.partition(chr(10))[0]}\n", before, f"{card}\n\n{before}")


PLANTED_HARROWMERE = (
    # what stands under another than its own
    _put("PLN-06", TASKS, "W25-10,Learning", "W25-10,Education Safeguarding Forum", "W25-10,Learning and Review Group"),
    _put("LIN-04", PLAN, "##### Action T4-25-1", "became: T4-26-1", "became: T4-26-2"),
    # versions, sums and contacts
    _put("DOC-04", PLAN, "# Plan: ", "Refreshed March 2026, on", "Refreshed March 2025, on"),
    _put("DOC-07", REGISTER, "# Issue accountability-report 0.2", "as at: 13 March 2026", "as at: 13 March 2025"),
    _put(
        "BUDGET-01", COSTS, "Independent scrutineer", "Independent scrutiny,2025-26", "Independent scrutineer,2025-26"
    ),
    _put("BUDGET-01", PAID, "Harrowmere Council,2025-26", 'Harrowmere Council,2026-27,"£124,500",\n', ""),
    _put("XDOC-07", ABOUT, "## Contact: Worried", "01632 960102, evenings", "01632 960101, evenings"),
    _put("XDOC-07", ABOUT, "## Contact: Partnership Support Team", "9am to 5pm", "9am to 5am"),
    # objectives, milestones and tasks
    _put(
        "OBJ-01",
        OBJECTIVES,
        "## Objective O25-23:",
        "serves: T5-O1\nmeasure: Every neighbouring partnership has answered\n",
        "serves: T5-O1\n",
    ),
    _put("OBJ-01", NEXT_YEAR, "## Objective O26-04:", "due: September 2026\nserves: T4-O1\n", "serves: T4-O1\n"),
    _put(
        "OBJ-01",
        OBJECTIVES,
        "## Objective O25-04:",
        "owner: Partnership Support Team\ndue: December 2025\nmeasure: The budget",
        "due: December 2025\nmeasure: The budget",
    ),
    _put(
        "OBJ-02",
        MILESTONES,
        "The draft strategy is with",
        "every agency,O25-05,July 2025",
        "every agency,O25-05,Q3 2025-26",
    ),
    Planted(
        "OBJ-02",
        MILESTONES,
        "Half the files are read",
        (
            Edit(
                OBJECTIVES,
                "due: Q3 2025-26\nserves: T2-O1\n",
                "due: Q3 2025-26\nmoved: to August 2025, on 12 June 2025, because we can sooner\nserves: T2-O1\n",
            ),
        ),
    ),
    _add(
        "OBJ-03",
        TASKS,
        "W25-16,Online Harm Task Group,Jamie Illustration,,March 2026,,2025-26,,Write to every parent.",
        "W25-12,",
    ),
    # deadlines
    _put(
        "DUE-03",
        Q4,
        "## Update O25-17\n",
        "by: Ash Prototype\n",
        "by: Ash Prototype\nnext: The forum asks settings again, in due course\n",
    ),
    _put("DUE-04", LEARNING, "## Visit: Morning in", "date: 3 June 2025", "date: 3 June 2024"),
    _put("DUE-04", NEXT_YEAR, "## Objective O26-02:", "due: May 2026\n", "due: May 2062\n"),
    _put(
        "DUE-05",
        OBJECTIVES,
        "## Objective O25-06:",
        "moved: to May 2026, on 20 November 2025, by Partnership Executive, "
        "because no trainer was free before February 2026\n",
        "",
    ),
    _put(
        "DUE-05",
        TASKS,
        "W25-04,",
        "W25-04,Learning and Review Group,Lee Facsimile,,March 2026",
        "W25-04,Learning and Review Group,Lee Facsimile,,November 2025",
    ),
    Planted(
        "DUE-05",
        TASKS,
        "W25-12,",
        (
            Edit(TASKS, ",June 2026,", ",November 2025,"),
            Edit(Q4, "## Update W25-12\nstatus: On track\n", "## Update W25-12\nstatus: Slipping\n"),
        ),
    ),
    _put("DUE-06", TASKS, "W25-03,", 'on 3 November 2025",January 2026', 'on 3 November 2025",November 2025'),
    _put(
        "DUE-06",
        RECOMMENDATIONS,
        "## Recommendation G25-5:",
        "due: March 2027\nmade on: November 2025\nresponse: accepted, on 4 December 2025\naction: T1-26-2\n",
        "due: February 2026\nmade on: November 2025\nresponse: accepted, on 4 December 2025\n",
    ),
    _put(
        "DUE-08",
        OBJECTIVES,
        "## Objective O25-03:",
        "measure: Each partner's contribution is on record\n",
        "moved: to May 2026, on 12 March 2026\nmeasure: Each partner's contribution is on record\n",
    ),
    _put(
        "DUE-09",
        OBJECTIVES,
        "## Objective O25-20:",
        "on 18 September 2025, by Partnership Executive, because the first course was put off",
        "because the first course was put off",
    ),
    # measures
    _put("MEA-01", MEASURES, "## Measure M25-9:", "target: 10\ntarget by: March 2026\n", ""),
    _put("MEA-01", MEASURES, "## Measure M25-1:", "baseline: 0 of 640\nbaseline at: 2024-25\n", ""),
    _put("MEA-02", READINGS, "M25-5,Q2 2025-26,97%", "M25-5,Q2 2025-26,97,", "M25-5,Q2 2025-26,97%,"),
    Planted("MEA-03", OBJECTIVES, "## Objective O25-07:", (Edit(READINGS, "85 of 94", "75 of 94"),)),
    Planted("MEA-03", OBJECTIVES, "## Objective O25-21:", (Edit(READINGS, "4 of 22", "14 of 22"),)),
    Planted(
        "MEA-04",
        MEASURES,
        "## Measure M25-11:",
        (
            Edit(
                MEASURES,
                "<!-- How much there was to do",
                "## Measure M25-11: Evening walks round the station\nbaseline: 40\nbaseline at: 2024-25\ntarget: 60\n"
                "over the year: stands alone\nowner: Harrowmere Council\n\n<!-- How much there was to do",
            ),
            Edit(READINGS, "N25-1,2022-23,", "M25-11,Q4 2025-26,30,,31 March 2026,Harrowmere Council\nN25-1,2022-23,"),
        ),
    ),
    _put("MEA-05", MEASURES, "## Measure M25-4:", "later target: 90%, by March 2027, on 19 March 2026\n", ""),
    # recommendations, assurance and audits
    _put(
        "RCM-01",
        RECOMMENDATIONS,
        "## Recommendation G25-6:",
        "response: accepted, on 4 December 2025\n\nTell referrers",
        "\nTell referrers",
    ),
    _put(
        "RCM-02",
        RECOMMENDATIONS,
        "## Recommendation G25-3:",
        ", because a child's first day cannot always wait for the file",
        "",
    ),
    _put(
        "RCM-02", RECOMMENDATIONS, "## Recommendation G25-4:", ", because the national register does this from 2026", ""
    ),
    _put(
        "RCM-03",
        SCRUTINY,
        "> Recommendation: That the Executive decides in April",
        "> Recommendation: That the Education Safeguarding Forum gives early years settings a seat by September 2026",
        "> Recommendation: That the Executive decides in April which partner gives time for the follow-up of training",
    ),
    _put("REF-01", RECOMMENDATIONS, "action: O25-99", "action: O25-09", "action: O25-99"),
    _put(
        "ASR-01",
        ASSURANCE,
        "## Assurance S5:",
        "Fairly sure, as at November 2025, because the scr",
        "Fairly sure, as at November 2024, because the scr",
    ),
    _put(
        "ASR-01",
        ASSURANCE,
        "## Assurance S4:",
        "assured: Not sure, as at December 2025, because hardly anybody was asked\n",
        "",
    ),
    _put(
        "ASR-02",
        LEARNING,
        "## Audit A25-2:",
        "carried out: Q4 2025-26\nfindings to: Education",
        "findings to: Education",
    ),
    # states and updates
    _put("STA-02", Q3, "## Update O25-12\n", "## Update O25-12\nstatus: On track\n", "## Update O25-12\n"),
    _put("STA-03", Q2, "status: Slippng", "## Update O25-20\nstatus: Slipping", "## Update O25-20\nstatus: Slippng"),
    _put(
        "STA-05",
        Q3,
        "The page has yet to be signed",
        "The page, which says how the budget is shared, was signed on 20 November 2025",
        "The page has yet to be signed",
    ),
    _put(
        "STA-06",
        Q3,
        "## Update O25-22\n",
        "status: On track\nby: Partnership Support Team\n\nWinter courses are nearly full.\n",
        "status: Not started\nby: Partnership Support Team\n",
    ),
    Planted(
        "STA-06",
        Q4,
        "## Update W25-10\n",
        (
            Edit(Q3, "## Update W25-10\nstatus: On track", "## Update W25-10\nstatus: Delivered"),
            Edit(Q4, "status: Delivered\n\nAll eight answered.", "status: On track"),
        ),
    ),
    _add(
        "UPD-02",
        Q2,
        "## Update O25-23\nstatus: Slipping\n\nOne has not answered.",
        "## Update O25-23\nstatus: Delivered",
        "## Update O25-23\nstatus: Delivered",
    ),
    _put(
        "UPD-03",
        Q4,
        "No partner has offered the time to send",
        " the time to send it out and read the answers.",
        " the time to send it out.",
    ),
    Planted(
        "UPD-04",
        OBJECTIVES,
        "## Objective O25-10:",
        (
            Edit(
                Q4,
                "## Update O25-10\nstatus: Slipping\nby: Harrowmere Constabulary\n"
                "next: The third of the posts that see children who come home is filled by 29 May 2026\n\n"
                "Two neighbouring areas joined in February 2026, and two have yet to join. Fewer children were seen "
                "within 72 hours of coming home than in the autumn, because three posts were empty; two of them are "
                "filled.\n\n",
                "",
            ),
        ),
    ),
    Planted(
        "UPD-05", Q3, "## Update O25-09\n", (Edit(Q4, "kept: the bulletin is published, on 15 January 2026\n", ""),)
    ),
    _put("MEA-02", READINGS, "M25-4,2024-25,66%", "66%,Similar areas", "66%,"),
    _put("GOV-05", RECOMMENDATIONS, "## Update G25-6\n", "## Update G25-6\n", "## Update G25-6\nas at: 12 May 2026\n"),
    _put(
        "UPD-10",
        Q4,
        "## Update O25-17\n",
        "## Update O25-17\nstatus: Slipping\nby: Ash Prototype",
        "## Update O25-17\nstatus: Slipping\nby: Val Standin",
    ),
    _add("UPD-07", Q4, "# Request O25-10\nnew owner: somebody else", "# Updates Q4"),
    # what belongs together
    _add(
        "FIG-07",
        FIGURES,
        "# Recorded figure objectives-done: Objectives completed\nvalue: 24\nout of: 24\nunit: objectives\n"
        "as at: 31 March 2026",
        "# Recorded figure tool-used",
    ),
    _put(
        "GOV-03",
        TASKS,
        "W25-08,",
        "W25-08,Quality and Impact Group,Quality and Impact Group",
        "W25-08,Quality and Impact Group,Kit Mockup",
    ),
    _put(
        "FIG-05",
        SCRUTINY,
        "All our actions of 2025-26 are complete. ",
        "Colleagues from Otherborough Safeguarding Children Partnership reviewed",
        "All our actions of 2025-26 are complete. "
        "Colleagues from Otherborough Safeguarding Children Partnership reviewed",
    ),
    _put(
        "FIG-05",
        SCRUTINY,
        "Contributions came to £262,000",
        "Their papers came",
        "Contributions came to £262,000. Their papers came",
    ),
    _put(
        "STATEMENT-01",
        STATEMENTS,
        "# Statement: A call before",
        "signed by: Lou Stencil, as Chief Constable",
        "signed by: Ash Prototype, as Chief Constable",
    ),
    _put(
        "GOV-08",
        SCRUTINY,
        "The partners agreed how to share it",
        "as [action](#T1-26-1), and a third",
        "as [action](#T1-26-1), due in May 2028, and a third",
    ),
    _put("GOV-01", GROUPS, "## Body: Online Harm Task Group", "planned: 5, in 2025-26", "planned: 4, in 2025-26"),
    _put("LIN-01", OBJECTIVES, "## Objective O25-17:", "became: O26-04, on 19 March 2026\n", ""),
    _put(
        "LIN-01",
        PLAN,
        "##### Action T1-25-2:",
        "became: T1-26-1, because Harrowmere Constabulary has yet to decide what it contributes\n",
        "",
    ),
    _put("GOV-08", REPORTS, "At the end of the year", "is 90 days overdue", "is 60 days overdue"),
    _put("DUE-04", LEARNING, "## Event: Harrowmere Practice", "date: 14 October 2025", "date: 14 October 2024"),
    _put(
        "FIG-05",
        SCRUTINY,
        "The year had 24 objectives, and",
        "Partners took turns as hosts",
        "The year had 24 objectives, and 14 of them were complete. Partners took turns as hosts",
    ),
    _put(
        "CVR-02", REPORTS, "# Cover report executive-april-2026\n", "meeting: 23 April 2026", "meeting: 24 April 2026"
    ),
    _add(
        "CVR-01",
        REPORTS,
        "# Cover report executive-june-2026\nreport to: Partnership Support Team\nmeeting: 4 June 2026\n"
        "by: Chris Pattern\npurpose: noting",
        "# Cover report executive-april-2026",
    ),
)
