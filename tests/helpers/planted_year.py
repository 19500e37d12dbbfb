"""Planted faults of a year: one in each of its kinds of record, added to the Birmingham board, which has none."""

from planted import REGISTER, UPDATES, Edit, Planted

_BEFORE = "# Updates 2017-18\nas at"


def _card(code: str, words: str, cards: str, *more: Edit) -> Planted:
    """The fault that those cards bring about, told at the line of those words."""
    return Planted(code, UPDATES, words, (Edit(UPDATES, _BEFORE, f"{cards}\n\n{_BEFORE}"), *more))


PLANTED_YEAR = (
    _card(
        "OBJ-01",
        "# Objective Z1\n",
        "# Objective Z1\naction: P1-18-1\nowner: Executive Board\ndue: March 2019\n\nWrite it down.",
    ),
    _card(
        "OBJ-02",
        "# Milestone: Half is written",
        "# Objective Z2\n"
        "action: P1-18-1\n"
        "owner: Executive Board\n"
        "due: March 2019\n"
        "measure: It is written\n"
        "\n"
        "Write all of it.\n"
        "\n"
        "# Milestone: Half is written\n"
        "of: Z2\n"
        "due: May 2019",
    ),
    _card(
        "OBJ-03",
        "# Task Z3\n",
        "# Body: Short Group\n"
        "kind: external\n"
        "to: May 2017\n"
        "\n"
        "# Task Z3\n"
        "body: Short Group\n"
        "due: May 2018\n"
        "\n"
        "Meet once more.",
    ),
    _card(
        "OBJ-04",
        "# Action Z90\n",
        "# Action Z90\n"
        "priority: P1\n"
        "years: 2018-19\n"
        "\n"
        "Keep all that is agreed in one place.\n"
        "\n"
        "# Objective Z91\n"
        "action: Z90\n"
        "owner: Executive Board\n"
        "due: March 2019\n"
        "measure: It is kept\n"
        "\n"
        "Find that place.\n"
        "\n"
        "# Update Z91\n"
        "status: Complete\n"
        "as at: 5 April 2018\n"
        "period: 2018-19\n"
        "\n"
        "The place was found.",
    ),
    _card(
        "DUE-08",
        "# Objective Z4\n",
        "# Objective Z4\n"
        "action: P1-18-1\n"
        "owner: Executive Board\n"
        "due: March 2018\n"
        "moved: to April 2018, on 1 March 2018\n"
        "moved: to May 2018, on 2 March 2018\n"
        "moved: to June 2018, on 3 March 2018\n"
        "measure: It is sent\n"
        "\n"
        "Send it.",
    ),
    _card(
        "DUE-09",
        "# Objective Z40\n",
        "# Objective Z40\n"
        "action: P1-18-1\n"
        "owner: Executive Board\n"
        "due: March 2018\n"
        "moved: to April 2018\n"
        "measure: It is sent on\n"
        "\n"
        "Send it on.",
    ),
    _card("MEA-01", "# Measure Z5", "# Measure Z5: Letters sent\nbaseline: 5"),
    _card(
        "MEA-02",
        "# Reading Z6\n",
        "# Measure Z6: Letters read\nbaseline: 5\ntarget: 50\n\n# Reading Z6\nperiod: Q3 2017-18\nvalue: 70%",
    ),
    _card(
        "MEA-03",
        "# Objective Z7\n",
        "# Objective Z70\n"
        "action: P1-18-1\n"
        "owner: Executive Board\n"
        "due: March 2019\n"
        "measure: It is kept\n"
        "\n"
        "Keep the list.\n"
        "\n"
        "# Objective Z7\n"
        "action: P1-18-1\n"
        "owner: Executive Board\n"
        "due: March 2019\n"
        "measure: Z8\n"
        "\n"
        "Answer all of them.\n"
        "\n"
        "# Measure Z8: Letters answered\n"
        "baseline: 5\n"
        "target: 50\n"
        "\n"
        "# Reading Z8\n"
        "period: Q3 2017-18\n"
        "value: 7\n"
        "\n"
        "# Update Z7\n"
        "status: Complete\n"
        "period: 2017-18\n"
        "\n"
        "Every letter has its answer.",
    ),
    _card("RCM-01", "# Recommendation Z9\n", "# Recommendation Z9\n\nWrite more letters."),
    _card("RCM-02", "# Recommendation Z10\n", "# Recommendation Z10\nresponse: not accepted\n\nWrite fewer letters."),
    _card(
        "ASR-01",
        "# Assurance Z11:",
        "# Assurance level: Sure\n\nAll was seen.\n\n# Assurance Z11: Letters arrive\nassured: Sure, as at May 2016",
    ),
    _card("ASR-02", "# Audit: Letters", "# Audit: Letters\nplanned: Q2 2017-18"),
    _card(
        "CVR-01",
        "# Cover report nothing",
        "# Body: Reading Group\n"
        "kind: external\n"
        "\n"
        "# Cover report nothing\n"
        "report to: Reading Group\n"
        "meeting: 3 May 2018\n"
        "by: Alex Example\n"
        "purpose: noting",
    ),
    _card(
        "CVR-02",
        "# Cover report overview-of-progress",
        "# Cover report overview-of-progress\n"
        "report to: Executive Board\n"
        "meeting: 3 May 2019\n"
        "by: Alex Example\n"
        "purpose: noting",
    ),
    _card(
        "STA-06",
        "# Update Z12\nstatus: In progress",
        "# Objective Z12\n"
        "action: P1-18-1\n"
        "owner: Executive Board\n"
        "due: March 2019\n"
        "measure: It is read\n"
        "\n"
        "Read it aloud.\n"
        "\n"
        "# Update Z12\n"
        "period: Q2 2017-18\n"
        "status: Complete\n"
        "\n"
        "It was read aloud.\n"
        "\n"
        "# Update Z12\n"
        "status: In progress\n"
        "period: Q3 2017-18",
    ),
    _card(
        "UPD-05",
        "# Update Z13\n",
        "# Objective Z13\n"
        "action: P1-18-1\n"
        "owner: Executive Board\n"
        "due: March 2019\n"
        "measure: It is sung\n"
        "\n"
        "Sing it aloud.\n"
        "\n"
        "# Update Z13\n"
        "period: Q2 2017-18\n"
        "status: In progress\n"
        "next: a first verse to the choir, by October 2017\n"
        "\n"
        "A verse is being written.",
    ),
    _card(
        "UPD-04",
        "# Objective Z14\n",
        "# Action A16-99\n"
        "years: 2016-17\n"
        "plan: Business Improvement Plan\n"
        "became: ended, because it was done\n"
        "\n"
        "Count the letters.\n"
        "\n"
        "# Objective Z14\n"
        "action: A16-99\n"
        "owner: Executive Board\n"
        "due: March 2017\n"
        "measure: They are counted\n"
        "became: ended, because it was done\n"
        "\n"
        "Count them all.",
        Edit(
            REGISTER,
            "# Issues\nstate: for approval",
            "# Document third-quarter: Third Quarter\nperiod: Q3 2016-17\nas at: 31 December 2016\n"
            "section: progress-report\n\n"
            "# Issues\nstate: for approval",
        ),
    ),
    _card(
        "FIG-07",
        "# Recorded figure objectives-q3",
        "# Objective Z15\n"
        "action: A17-02\n"
        "owner: Executive Board\n"
        "due: December 2017\n"
        "measure: They are sorted\n"
        "\n"
        "Sort the letters.\n"
        "\n"
        "# Update Z15\n"
        "status: Complete\n"
        "period: Q3 2017-18\n"
        "\n"
        "They were sorted.",
    ),
)
