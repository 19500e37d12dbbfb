"""The codes of a Word template, each with its remedy in Word, as docs/guide/templates.md lists them."""

from bscb_docs.diagnostics.code_entry import CHECK, STOP, Code

CODES = (
    Code(
        "TPL-01",
        STOP,
        "A template is a Word document that can be read.",
        "Open it in Word and save it as a Word document (.docx).",
    ),
    Code(
        "TPL-02",
        STOP,
        "A tag names only what the section's page has.",
        "Use a name that the page class in the plugin has.",
    ),
    Code("TPL-03", STOP, "Every tag can be read, and each that opens is closed in its turn.", "Mend the tag in Word."),
    Code(
        "TPL-04",
        STOP,
        "A tag that begins {%tr or {%tc stands in a table.",
        "Write {%p instead, alone in its paragraph, or move it into a row of the table.",
    ),
    Code(
        "TPL-05",
        STOP,
        "A paragraph holds one block tag.",
        "Give each tag that begins {%p or {{p a paragraph of its own.",
    ),
    Code(
        "TPL-06",
        STOP,
        "A block tag stands alone.",
        "Move the words into a paragraph, or a row, of their own: here they vanish.",
    ),
    Code(
        "TPL-07",
        CHECK,
        "Quotation marks in a tag are straight.",
        "Type them again and press Ctrl+Z once, which makes them straight.",
    ),
    Code("TPL-08", STOP, "A tag uses only filters that there are.", "Use one of: {filters}."),
    Code(
        "TPL-09",
        STOP,
        "Every style is one of the house's, or one that the section brings.",
        "Choose a style of the house from the Styles pane (Home), or name it in the `styles=` of the section.",
    ),
    Code(
        "TPL-11",
        STOP,
        "Numbers and bullets come from a list style.",
        "Take the number or bullet off (Home, Numbering, None) and choose a list style, such as List Bullet.",
    ),
    Code("TPL-16", STOP, "What a tag prints is words, a number or a date.", "Print one of its fields."),
    Code(
        "TPL-17",
        STOP,
        "A filter that makes paragraphs stands in a tag that begins {{p, and no other does.",
        "Mend the tag in Word.",
    ),
    Code(
        "TPL-23",
        STOP,
        "Pages, notes and references are the house's: the template has none of its own, and no headers or footers.",
        "Delete it in Word: what it sets would not be printed. A section of its own pages says so in its layout.",
    ),
    Code(
        "TPL-24",
        STOP,
        "Text in a style that a template or a house file brings stands out from what is behind it.",
        "Make the text darker or what is behind it lighter, or the other way round.",
    ),
    Code(
        "TPL-25",
        CHECK,
        "The six accents of a house file are told apart, also by people who see no red, green or blue.",
        "On the Design tab choose other colours, as different in lightness as in colour.",
    ),
)
