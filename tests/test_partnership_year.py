"""A plausible partnership's year, entered as its people would, checks without one finding that is not true."""

from pathlib import Path

import bscb_docs

PARTNERS = ("Eastmere Council", "Eastmere Integrated Care Board", "Eastmere Constabulary", "Eastmere Schools Forum")
PRIORITIES = ("Neglect", "Harm outside the home", "Early help", "Learning")
QUARTERS = (("Q1", "30 June 2025"), ("Q2", "30 September 2025"), ("Q3", "31 December 2025"), ("Q4", "31 March 2026"))
ACTIONS = 22
RATINGS = """
A1 green green complete -                A2 amber amber green complete
A3 red amber amber green                 A4 green green green complete
A5 grey green green complete             A6 green complete - -
A7 grey grey green green                 A8 amber green complete -
A9 green amber red amber                 A10 green green green complete
A11 grey green amber amber               A12 complete - - -
A13 green green complete -               A14 amber amber amber complete
A15 grey grey grey green                 A16 green green green complete
A17 green complete - -                   A18 amber green green complete
A19 green green green complete           A20 grey green green complete
A21 green green green complete           A22 green amber green complete
"""
"""How each action was rated in four quarters, as a table on the wall would have it; after "complete" nothing more."""
LABELS = {"green": "Green", "amber": "Amber", "red": "Red", "grey": "Not begun", "complete": "Complete"}
MEANT = {"Complete": "complete", "Green": "in progress, on course", "Amber": "in progress, at risk"}
MEANT |= {"Red": "in progress, off course", "Not begun": "not started"}


def rated() -> dict[str, list[str]]:
    """The four ratings of each action."""
    words = iter(RATINGS.split())
    return {name: [next(words) for _ in QUARTERS] for name in words}


def files() -> dict[str, str]:
    """The files of the partnership's folder."""
    people = "".join(f"# Organisation: {name}\n\n" for name in PARTNERS)
    scale = "".join(
        f"# Status: {label}\nmeans: {means}\n\nRated {label.lower()}.\n\n" for label, means in MEANT.items()
    )
    plan = "# Plan: Partnership Plan 2025-26\nyears: 2025-26\n\n"
    for number, title in enumerate(PRIORITIES, 1):
        plan += (
            f"## Priority P{number}: {title}\n\n### Outcome P{number}-O1\n\nChildren are safer: {title.lower()}.\n\n"
        )
        plan += "### Actions 2025-26\n\n"
        for at in range(number, ACTIONS + 1, len(PRIORITIES)):
            lead, support = PARTNERS[at % 4], PARTNERS[(at + 1) % 4]
            plan += f"#### Action A{at}\nowner: {lead}\nsupported by: {support}\ndue: March 2026\n\n"
            plan += f"Do thing number {at}.\n\n"
    register = "# Document plan: Partnership Plan 2025-26\noutline: business-improvement-plan\nyears: 2025-26\n"
    register += "as at: 5 March 2025\nsection: cover\nsection: priorities, years 2025-26\n\n"
    found = {
        "board.md": "# Board: Eastmere Safeguarding Children Partnership\n",
        "people.md": people,
        "scale.md": scale,
    }
    for at, (quarter, day) in enumerate(QUARTERS):
        rows = [f"# Updates {quarter} 2025-26\nas at: {day}\n"]
        for name, ratings in rated().items():
            if ratings[at] != "-":
                rows.append(f"## Update {name}\nstatus: {LABELS[ratings[at]]}\n")
        found[f"updates {day.split()[1]}.md"] = "\n".join(rows)
        years = "years: 2025-26" if quarter == "Q4" else f"period: {quarter} 2025-26"
        register += f"# Document report-{quarter.lower()}: Report {quarter}\n{years}\nas at: {day}\n"
        register += "section: narrative\nsection: progress-overview, years 2025-26\n\n"
        done = sum("complete" in ratings[: at + 1] for ratings in rated().values())
        found[f"report-{quarter}.md"] = (
            f"# Narrative report-{quarter.lower()}: Report {quarter}\n\n## Where we stand\n\n"
            f"Of 22 actions, {done} actions were complete by {day}.\n"
        )
    return {**found, "plan.md": plan, "documents.md": register}


def test_a_partnerships_year_checks_without_a_false_finding(tmp_path: Path) -> None:
    """Four priorities, 22 actions, four quarters of ratings, three quarterly reports and a yearly one."""
    for name, text in files().items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    board = bscb_docs.read_board(tmp_path)
    found = [
        *bscb_docs.check(board),
        *(f for n in bscb_docs.document_names(board) for f in bscb_docs.build(board, n).findings),
    ]
    assert [str(finding) for finding in found] == []


def test_each_report_prints_its_own_quarter(tmp_path: Path) -> None:
    """What was amber in June is amber in June's report, whatever it became."""
    for name, text in files().items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    board = bscb_docs.read_board(tmp_path)
    texts = {quarter: bscb_docs.build(board, f"report-{quarter.lower()}").text for quarter, _ in QUARTERS}
    complete = {
        quarter: text.partition("[cell] Table Text | Complete\n")[2].splitlines()[1] for quarter, text in texts.items()
    }
    counted = {quarter: line.rpartition(" | ")[2] for quarter, line in complete.items()}
    assert counted == {"Q1": "1", "Q2": "3", "Q3": "6", "Q4": "17"}
