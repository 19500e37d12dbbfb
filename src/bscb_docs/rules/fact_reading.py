"""Rule of fact reading: somebody read the facts of a document for approval that no record bears."""

from bscb_docs.figures.number_words import counted, in_words
from bscb_docs.records import IssueState
from bscb_docs.rules.engine import Findings, Pack, finding_of, rule
from bscb_docs.rules.prose_rules.fact_lists import fact_list, versions_printed


@rule("DOC-14")
def unread_facts(pack: Pack) -> Findings:
    """A version for approval, or approved, whose card does not say that they were read as they are now."""
    for version in versions_printed(pack):
        issue = version.issue
        if issue is None or issue.state is IssueState.DRAFT or (issue.check_code and issue.place.file):
            continue  # what was issued stands as it is
        found, read = fact_list(pack, version), issue.facts_read
        if found.code in ("", read.code if read else ""):
            continue
        many, bare = counted(len(found.facts), "fact"), in_words(len(found.unborne))
        said = f"{found.title} prints {many} typed by hand, and no record bears {bare} of them."
        if read:
            changed = f"have changed since {read.by} read them on {read.on}"
            said = f"The facts of {found.title} that no record bears {changed}."
        mend = f"Read each against its source: `bscb-docs facts BOARD {found.document}` lists them, and what to write."
        yield finding_of("DOC-14", said, issue.place, mend, issue.about, field="facts read")
