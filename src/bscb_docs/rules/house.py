"""House: every rule of the house at a glance, each with the file and the function that finds where it fails."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

from bscb_docs.diagnostics.finding import Finding, Severity
from bscb_docs.rules.engine.context import Pack
from bscb_docs.rules.engine.rule import Rule

STOP, CHECK, NOTE = Severity.STOP, Severity.CHECK, Severity.NOTE


def _rule(code: str, severity: Severity, asks: str, function: str) -> Rule:
    """The rule of that function, whose file is imported when it is first asked: building a document asks none."""
    family, _, name = function.partition(".")

    def check(pack: Pack) -> Iterable[Finding]:
        found: Iterable[Finding] = getattr(import_module(f"bscb_docs.rules.{family}"), name)(pack)
        return found

    return Rule(code, severity, asks, check)


_RULES = (
    _rule(
        "PLN-02",
        CHECK,
        "Every priority has an outcome, and an action for the year.",
        "plan_structure.unserved_priorities",
    ),
    _rule(
        "PLN-03", STOP, "A text that ends in a colon has its points after it.", "plan_structure.texts_without_points"
    ),
    _rule("PLN-05", CHECK, "No two actions of a year have the same words.", "plan_structure.actions_twice"),
    _rule("DUE-02", CHECK, "A day written in the prose is in the calendar.", "deadlines.impossible_days"),
    _rule("DUE-03", CHECK, "A commitment has a date that comes.", "deadlines.endless_commitments"),
    _rule("DUE-05", CHECK, "No action is open after its due date has certainly passed.", "deadlines.late_actions"),
    _rule("DUE-06", STOP, "No action past its due date is said to be on course.", "deadlines.late_and_on_course"),
    _rule("STA-01", STOP, "Every status that a row bears has its definition.", "statuses.undefined_statuses"),
    _rule("STA-02", STOP, "Every reported row is rated, or not rated with a reason.", "statuses.unrated_rows"),
    _rule("STA-05", CHECK, "The words of an update do not contradict its state.", "statuses.contradicted_states"),
    _rule("UPD-01", CHECK, "No update or figure is older than the period it reports.", "updates.stale_updates"),
    _rule("UPD-03", NOTE, "An update is not word for word the one of the period before.", "updates.repeated_updates"),
    _rule("FIG-01", CHECK, "A per cent stands with both its numbers.", "numbers.lone_per_cents"),
    _rule("FIG-02", CHECK, "A per cent is the ratio that it stands beside.", "numbers.wrong_per_cents"),
    _rule("FIG-03", CHECK, "Parts add up to their whole.", "numbers.parts_and_wholes"),
    _rule("FIG-04", CHECK, "A count and its per cent can come from one whole.", "numbers.impossible_shares"),
    _rule("FIG-05", CHECK, "A number in the prose is the one that the records give.", "numbers.contradicted_counts"),
    _rule("APP-02", STOP, "An appendix bears the title that the list gives it.", "appendices.other_titles"),
    _rule("APP-03", STOP, "The label of an appendix is counted, not typed into its title.", "appendices.typed_labels"),
    _rule("APP-04", CHECK, "Every appendix is referred to in the text.", "appendices.forgotten_appendices"),
    _rule("APP-06", CHECK, "A number typed in a reference is one that something bears.", "appendices.numbers_astray"),
    _rule("APP-07", CHECK, "A name that a reference leads to has one bearer.", "references.names_borne_twice"),
    _rule("XDOC-01", CHECK, "A priority bears one title across the pack.", "pack.priorities_renamed"),
    _rule("XDOC-02", CHECK, "A list given in two places has the same items.", "lists.lists_that_differ"),
    _rule("XDOC-03", CHECK, "No document is dated before what it reports.", "pack.documents_before_their_news"),
    _rule("GOV-01", CHECK, "Meetings and hosts are those in the log.", "governance.miscounted_meetings"),
    _rule("GOV-02", CHECK, "A co-chaired body has two co-chairs in post.", "governance.missing_co_chairs"),
    _rule("GOV-03", CHECK, "Whoever is shown in a post held it at the document's date.", "holders.wrong_holders"),
    _rule("GOV-04", CHECK, "The report mentions every sub-group at work in its year.", "governance.unmentioned_groups"),
    _rule("ROL-01", CHECK, "Every function of the chair is evidenced in the report.", "chair.unshown_functions"),
    _rule("REV-01", CHECK, "Every published review has its bulletin.", "reviews.reviews_without_bulletins"),
    _rule("DUE-04", CHECK, "No date lies decades from the plan's years.", "years.dates_far_away"),
    _rule("DOC-04", STOP, "One revision has one label.", "revisions.two_labels"),
    _rule("DOC-05", CHECK, "An approved version says who approved it.", "approval.approved_by_nobody"),
    _rule("DOC-06", CHECK, "An approved document binds in approved ones.", "approval.unapproved_appendices"),
    _rule("DOC-07", CHECK, "The versions of a document rise.", "approval.falling_versions"),
    _rule("TERM-01", CHECK, "Every name stands in a form that its card allows.", "terms.forbidden_forms"),
    _rule("TERM-02", NOTE, "No two names without a card are nearly alike.", "terms.near_names"),
    _rule("STY-01", NOTE, "A term has the capitals and hyphens of its card.", "terms.capitals_and_hyphens"),
    _rule("TXT-02", CHECK, "No text is empty or still to be filled in.", "wording.unfinished_texts"),
    _rule("STY-03", CHECK, "Dates and years have the house's form.", "wording.other_dates"),
    _rule("STY-04", NOTE, "The points of a list end alike.", "wording.uneven_lists"),
    _rule("STY-02", NOTE, "Words are in UK spelling.", "spelling.american_spellings"),
    _rule(
        "STY-05",
        CHECK,
        "An abbreviation is written out at first, in one way.",
        "abbreviations.abbreviations",
    ),
    _rule("LIN-01", CHECK, "Every action of an earlier year says what it became.", "lineage.vanished_actions"),
    _rule("LIN-02", CHECK, "No point or closing words of an action are lost in its successor.", "lineage.lost_points"),
    _rule("LIN-03", NOTE, "A name that changed between two years is told.", "lineage.changed_names"),
    _rule("PUB-01", STOP, "Nothing is printed in a document of a lower marking.", "markings.marked_above"),
    _rule("PUB-02", CHECK, "No count below five about case reviews is public.", "markings.small_counts"),
)


def house_rules() -> tuple[Rule, ...]:
    """Every rule of the house."""
    return _RULES
