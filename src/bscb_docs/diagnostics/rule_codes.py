"""The codes of the rules of the house, each with its examples in docs/rules/."""

from __future__ import annotations

from bscb_docs.diagnostics.code import Code
from bscb_docs.diagnostics.finding import Severity

STOP, CHECK, NOTE = Severity.STOP, Severity.CHECK, Severity.NOTE

CODES = (
    Code("PLN-02", CHECK, "Every priority has an outcome, and an action for the year."),
    Code("PLN-05", CHECK, "No two actions of a year have the same words."),
    Code("DUE-02", CHECK, "A day written in the prose is in the calendar."),
    Code("DUE-05", CHECK, "No action is open after its due date has certainly passed."),
    Code("DUE-06", STOP, "No action past its due date is said to be on course."),
    Code("STA-01", STOP, "Every status that a row bears has its definition."),
    Code("STA-05", CHECK, "The words of an update do not contradict its state."),
    Code("UPD-01", CHECK, "No update or figure is older than the period it reports."),
    Code("UPD-02", CHECK, "No two updates of one thing that tell of one day give it two states."),
    Code("UPD-03", NOTE, "An update is not word for word the one of the period before."),
    Code("FIG-01", NOTE, "A per cent stands with both its numbers."),
    Code("FIG-02", CHECK, "A per cent is the ratio that it stands beside."),
    Code("FIG-03", CHECK, "Parts add up to their whole."),
    Code("FIG-04", CHECK, "A count and its per cent can come from one whole."),
    Code("FIG-05", CHECK, "A number in the prose is the one that the records give."),
    Code("APP-02", STOP, "An appendix bears the title that the list gives it."),
    Code("APP-03", STOP, "The label of an appendix is counted, not typed into its title."),
    Code("APP-04", CHECK, "Every appendix is referred to in the text."),
    Code("APP-06", CHECK, "A number typed in a reference is one that something bears."),
    Code("APP-07", CHECK, "A name that a reference leads to has one bearer."),
    Code("XDOC-01", CHECK, "A priority bears one title across the pack."),
    Code("XDOC-02", CHECK, "A list given in two places has the same items."),
    Code("XDOC-03", CHECK, "No document is dated before what it reports."),
    Code("GOV-01", CHECK, "Meetings and hosts are those in the log."),
    Code("GOV-02", CHECK, "A co-chaired body has two co-chairs in post."),
    Code("GOV-03", CHECK, "Whoever is shown in a post held it at the document's date."),
    Code("GOV-04", CHECK, "The report mentions every sub-group at work in its year."),
    Code("ROL-01", CHECK, "Every function of the chair is evidenced in the report."),
    Code("REV-01", CHECK, "Every published review has its bulletin."),
    Code("DUE-04", CHECK, "No date lies decades from the plan's years."),
    Code("DOC-04", STOP, "One revision has one label."),
    Code("DOC-05", CHECK, "An approved version says who approved it."),
    Code("DOC-06", CHECK, "An approved document binds in approved ones."),
    Code("DOC-07", CHECK, "The versions of a document rise."),
    Code("TERM-01", CHECK, "Every name stands in a form that its card allows."),
    Code("TERM-02", NOTE, "No two names without a card are nearly alike."),
    Code("STY-01", NOTE, "A term has the capitals and hyphens of its card."),
    Code("TXT-02", CHECK, "No text is empty or still to be filled in."),
    Code("STY-03", CHECK, "Dates and years have the house's form."),
    Code("STY-04", NOTE, "The points of a list end alike."),
    Code("STY-02", NOTE, "Words are in UK spelling."),
    Code("STY-05", CHECK, "An abbreviation is written out at first, in one way."),
    Code("LIN-01", CHECK, "Every action of an earlier year says what it became."),
    Code("LIN-02", CHECK, "No point or closing words of an action are lost in its successor."),
    Code("LIN-03", NOTE, "A name that changed between two years is told."),
    Code("PUB-01", STOP, "Nothing is printed in a document of a lower marking."),
    Code("PUB-02", CHECK, "No count below five about case reviews is public."),
)
