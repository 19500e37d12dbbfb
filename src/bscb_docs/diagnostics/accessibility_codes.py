"""The codes of a Word document that everyone can read, each with its remedy, as docs/checks.md lists them."""

from bscb_docs.diagnostics.code_entry import CHECK, STOP, Code

CODES = (
    Code(
        "ACC-01",
        STOP,
        "The document has a title in its properties.",
        "File, Info, Title: type the title of the document.",
    ),
    Code(
        "ACC-02",
        STOP,
        "The document's language is the one its properties name, or English (United Kingdom).",
        "Review, Language, Set Proofing Language: choose that language, Set As Default.",
    ),
    Code(
        "ACC-03",
        STOP,
        "Headings go down one level at a time, from Heading 1.",
        "Give the heading the next level up, or put in the heading that is missing.",
    ),
    Code(
        "ACC-04",
        CHECK,
        "A heading has a heading style and is not only set in bold.",
        "Give it a heading style from the Styles pane.",
    ),
    Code(
        "ACC-05",
        CHECK,
        "Text is at least 12 point (headers, footers and footnotes at least 10).",
        "Change the size in the style.",
    ),
    Code("ACC-06", CHECK, "Text is set in a sans serif font such as Arial.", "Change the font in the style."),
    Code("ACC-07", CHECK, "Text is aligned left and never justified.", "Change the alignment in the style to left."),
    Code("ACC-08", CHECK, "Nothing is set in italics.", "Use plain words, or the style Strong."),
    Code(
        "ACC-09",
        CHECK,
        "Nothing is set in capitals for emphasis.",
        "Type it in ordinary letters, or use the style Strong.",
    ),
    Code("ACC-10", CHECK, "Nothing is underlined but links.", "Remove the underline, or use the style Strong."),
    Code(
        "ACC-11",
        CHECK,
        "Lists are real lists, not typed bullets or numbers.",
        "Delete the typed sign and give the paragraph a list style.",
    ),
    Code(
        "ACC-12",
        STOP,
        "Every table has a header row that is marked and repeats on each page.",
        "Click in the first row: Table Layout, Repeat Header Rows.",
    ),
    Code("ACC-13", CHECK, "Every table has a caption directly before or after it.", "References, Insert Caption."),
    Code(
        "ACC-14", CHECK, "No cells are merged.", "Split the cell and repeat the words, or give each part its own table."
    ),
    Code("ACC-15", CHECK, "No cell is empty.", "Say in words what the cell means, such as 'not recorded' or 'none'."),
    Code(
        "ACC-16",
        CHECK,
        "No table row is split over two pages.",
        "Table Layout, Properties, Row: clear 'Allow row to break across pages'.",
    ),
    Code("ACC-17", CHECK, "No status is shown by a symbol alone.", "Put the status in words beside the symbol."),
    Code(
        "ACC-18",
        STOP,
        "Every picture has alternative text.",
        "Right-click the picture, View Alt Text, and say what it shows.",
    ),
    Code(
        "ACC-19",
        CHECK,
        "The words of a link say where it goes.",
        "Use the name of the page or document as the words of the link.",
    ),
    Code(
        "ACC-20",
        CHECK,
        "Text stands out from what is behind it by at least 4.5 to 1.",
        "Make the text darker or the shading lighter, in the style.",
    ),
    Code(
        "ACC-21",
        CHECK,
        "Nothing floats: no text boxes, frames, floating pictures or tables.",
        "Set it In Line with Text, or move the words into the text.",
    ),
    Code(
        "ACC-22",
        CHECK,
        "No blank paragraphs are used for spacing.",
        "Delete the blank paragraph and set the space in the style.",
    ),
    Code("ACC-23", CHECK, "Tabs are not used to lay out text.", "Use a table, or set the indent in the style."),
    Code(
        "ACC-24",
        CHECK,
        "No table stands inside another table.",
        "Give the inner table a heading and a place of its own.",
    ),
    Code(
        "ACC-25",
        CHECK,
        "No table is wider than the text of its page, beyond which a reader sees nothing of it.",
        "Make its columns narrower, or turn an upright page on its side (Layout, Orientation).",
    ),
)
