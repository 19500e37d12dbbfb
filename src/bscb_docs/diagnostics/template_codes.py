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
        "TPL-10",
        CHECK,
        "The look comes from styles and not from formatting set by hand.",
        "Select it, press Ctrl+Space and Ctrl+Q, and choose a style.",
    ),
    Code(
        "TPL-11",
        STOP,
        "Numbers and bullets come from a list style.",
        "Take the number or bullet off (Home, Numbering, None) and choose a list style, such as List Bullet.",
    ),
    Code(
        "TPL-12",
        STOP,
        "Every picture has alternative text.",
        "Right-click the picture, View Alt Text, and say what it shows.",
    ),
    Code(
        "TPL-13",
        STOP,
        "A table's first row is marked as its header and repeats on every page.",
        "Click in the first row: Table Layout, Repeat Header Rows.",
    ),
    Code(
        "TPL-14",
        STOP,
        "The template fetches nothing from outside, and links only to web, e-mail and telephone addresses.",
        "Remove the link to the outside file, or put the picture itself into the template.",
    ),
    Code(
        "TPL-15",
        STOP,
        "The template holds no macros, controls or embedded programs.",
        "Save it in Word as a Word document without macros (.docx).",
    ),
    Code("TPL-16", STOP, "What a tag prints is words, a number or a date.", "Print one of its fields."),
    Code(
        "TPL-17",
        STOP,
        "A filter that makes paragraphs stands in a tag that begins {{p, and no other does.",
        "Mend the tag in Word.",
    ),
    Code(
        "TPL-18",
        CHECK,
        "No row of a table splits over two pages.",
        "Table Layout, Properties, Row: clear 'Allow row to break across pages'.",
    ),
    Code(
        "TPL-19",
        CHECK,
        "Every table has a caption before it.",
        "Put a paragraph in the style Caption before it: its words are the table's title for screen readers too.",
    ),
    Code(
        "TPL-20",
        CHECK,
        "Nothing floats on the page.",
        "Set it In Line with Text (Layout Options), or move the words into the text.",
    ),
    Code(
        "TPL-21",
        CHECK,
        "No tracked changes or comments are left.",
        "On the Review tab, accept or reject every change and delete the comments.",
    ),
    Code(
        "TPL-22",
        STOP,
        "Every picture and link that the text points to is in the file.",
        "Delete it and insert it again in Word.",
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
    Code(
        "TPL-26",
        CHECK,
        "The columns of a table are together no wider than the text of its pages.",
        "Make its columns narrower, or set the section on pages on their side: layout=Layout.LANDSCAPE.",
    ),
)
