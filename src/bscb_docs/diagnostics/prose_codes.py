"""The codes of prose in Markdown, as docs/records.md lists them."""

from bscb_docs.diagnostics.code_entry import CHECK, STOP, Code

CODES = (
    Code("PRO-01", CHECK, "An empty line parts a point from the words that follow it."),
    Code("PRO-02", CHECK, "A list begins with a sign that begins one, and no other line does."),
    Code(
        "PRO-03",
        CHECK,
        'A paragraph or point that begins with a number and a full stop, such as "2018.", is meant as a list.',
    ),
    Code("PRO-04", CHECK, "No printed number is typed before a paragraph, a section's title or the words of work."),
    Code(
        "PRO-05",
        CHECK,
        "No signs stand in the text that other programs would take for a format: they are printed as typed.",
    ),
    Code("PRO-06", CHECK, "No bullet is pasted as a character."),
    Code("PRO-07", STOP, "A name such as {#missing}, or the sign {-}, stands where it can be read."),
    Code("PRO-08", STOP, "A figure or section in double braces can be read."),
    Code("PRO-09", STOP, "A link has words, and an address that can be followed."),
    Code("PRO-10", STOP, "A picture has alternative text, and can be set."),
    Code("PRO-11", STOP, "No row of a table has more cells than the header row."),
    Code("PRO-12", CHECK, "A table has a caption."),
    Code("PRO-13", CHECK, "Points stand no deeper than two levels."),
    Code("PRO-14", STOP, "A name is given once in one text."),
    Code("PRO-15", CHECK, "Asterisks open or close something: others are printed."),
    Code("PRO-16", CHECK, "A point has words."),
    Code("PRO-17", CHECK, "A caption has a table or picture after it."),
    Code("PRO-18", CHECK, "A heading of a report is typed as a heading and not only set in bold."),
    Code("PRO-19", CHECK, "Words set apart say in their first line what they are, and have words beneath it."),
    Code("PRO-20", CHECK, "A table at a glance has three to eight headline figures, a column for each."),
    Code("PRO-21", STOP, "A reference to a note leads to one, and stands in a paragraph or a point."),
    Code("PRO-22", STOP, "A note is referred to, and holds words alone."),
    Code("PRO-23", CHECK, "A table has words in every cell."),
    Code("PRO-24", CHECK, "A table has a line of dashes beneath its header row."),
)
