"""The codes of versions that stand once they are issued, as docs/issuing.md lists them."""

from bscb_docs.diagnostics.code_entry import CHECK, NOTE, STOP, Code

CODES = (
    Code(
        "ISS-01",
        STOP,
        "A version that was issued is still as it was issued.",
        "Give it a new version, or change back what differs.",
    ),
    Code(
        "ISS-02",
        STOP,
        "Nothing that was issued has been changed, taken away or added to.",
        "Take it out of the folder.",
    ),
    Code(
        "ISS-03",
        CHECK,
        "Nothing but issues lies among the issues.",
        "Put it elsewhere. If an issue was interrupted, give the same command again.",
    ),
    Code("ISS-04", STOP, "A version number is used once.", "Give the later one a number of its own."),
    Code(
        "ISS-05",
        STOP,
        "A version that was issued stays listed, in the state and with the check code it was issued in.",
        "Give the new work a new version, below this one.",
    ),
    Code(
        "ISS-06",
        CHECK,
        "No action, objective, task or recommendation vanishes after it was issued.",
        "Put it back, and say under it what became of it.",
    ),
    Code("ISS-07", CHECK, "A deadline that was issued stands, and what moved it is added beneath it."),
    Code(
        "ISS-08",
        CHECK,
        "An update that was issued stands, and what is new is added as another.",
        "Write it back as it was, and add a later update.",
    ),
    Code(
        "ISS-09",
        NOTE,
        "What was approved is issued, so that what is changed later is told.",
        "Issue it with bscb-docs issue, as docs/issuing.md says.",
    ),
)
