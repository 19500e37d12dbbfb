"""Rule of fact reading: somebody read the facts of a document for approval that no record bears."""

from bscb_docs.figures.number_words import counted, in_words
from bscb_docs.records import IssueState
from bscb_docs.rules.engine import Findings, Pack, finding_of, rule
from bscb_docs.rules.english.facts.fact_lists import fact_list, versions_printed
from bscb_docs.rules.english.misspelt_names import is_unsure

_TOLD = 6
"""New facts that are named."""


@rule("DOC-14")
def unread_facts(pack: Pack) -> Findings:
    """A version for approval, or approved, whose card does not say that each of them was read."""
    for version in versions_printed(pack):
        issue = version.issue
        if issue is None or issue.state is IssueState.DRAFT or (issue.check_code and issue.place.file):
            continue  # what was issued stands as it is
        found, read = fact_list(pack, version), issue.facts_read
        unread = [fact for fact in found.unread if not is_unsure(pack, fact.passage, fact.start)]
        if not unread and not found.lost:
            continue
        many, bare = counted(len(found.facts), "fact"), in_words(len(found.unborne))
        said, cause = f"{found.title} prints {many} typed by hand, and no record bears {bare} of them.", ""
        if read:
            told = ", ".join(f'"{fact.words}" ({fact.place})' for fact in unread[:_TOLD])
            more = f" and {in_words(len(unread) - _TOLD)} more" if len(unread) > _TOLD else ""
            lost = ", ".join(f'"{fact.words}" ({fact.place})' for fact in found.lost)
            changes = (
                f"it has come to say {told}{more}" if unread else "",
                f"it no longer says {lost}" if lost else "",
            )
            since = f"Since {read.by} read the facts of {found.title} on {read.on}"
            said = f"{since}, {' and '.join(filter(None, changes))}."
            cause = " ".join(sorted((*(fact.sign for fact in unread), *(str(fact.place) for fact in found.lost))))
        mend = f"Read each against its source: `bscb-docs facts BOARD {found.document}` lists them, and what to write."
        yield finding_of("DOC-14", said, issue.place, mend, issue.about, field="facts read", cause=cause)
