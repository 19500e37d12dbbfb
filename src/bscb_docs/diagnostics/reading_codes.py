"""The codes of what a board types in its files, tables and records, as docs/records.md lists them."""

from collections.abc import Iterable

from bscb_docs.diagnostics.code_entry import CHECK, NOTE, STOP, Code
from bscb_docs.diagnostics.finding import Finding

_OF_WHOLE_FILES = frozenset(
    {*("FIL-01", "FIL-02", "FIL-03", "FIL-04", "FIL-05", "FIL-10", "FIL-12", "TAB-01", "TAB-02")}
)

CODES = (
    Code("FIL-01", STOP, "A file is saved as UTF-8."),
    Code("FIL-02", STOP, "A file is what its name says, and whole."),
    Code("FIL-03", STOP, "No file is too large to be a board's records."),
    Code("FIL-04", STOP, "No link leads out of the board's folder, or nowhere."),
    Code("FIL-05", STOP, "A file can be opened."),
    Code("FIL-06", CHECK, "A file has something in it."),
    Code("FIL-07", STOP, "No file seems to be cut off, and no letter in it spoilt."),
    Code("FIL-08", NOTE, "A file's name ends as one that is read."),
    Code("FIL-09", STOP, "A note to oneself has no words beside it, and an end."),
    Code("FIL-10", STOP, "No .txt is put after the name of a file of records."),
    Code("LAN-03", CHECK, "A translated record is one of the board's own, and its file holds as many as theirs."),
    Code("FIL-11", STOP, "No file of records repeats another."),
    Code("FIL-12", STOP, "Records stand in files that are read, and in no other program's."),
    Code("FIL-13", CHECK, "A file for the look of documents is named house.docx, in the board's folder itself."),
    Code("REC-01", STOP, "A heading is known."),
    Code("REC-02", STOP, "A heading has the id, title or years that it needs, and they can be read."),
    Code("REC-03", STOP, "A field belongs under its heading."),
    Code("REC-04", STOP, "A field that may be given once is given once."),
    Code("REC-05", STOP, "Every line among the fields is a field."),
    Code("REC-06", STOP, "A value is one that its field can hold."),
    Code("REC-07", CHECK, "A field has a value."),
    Code("REC-08", STOP, "No field stands in the text of its record."),
    Code("REC-09", STOP, "Text stands only where text can stand."),
    Code("REC-10", STOP, "All words belong to a record."),
    Code("REC-11", STOP, "A heading within a narrative is a section of it."),
    Code("REC-12", STOP, "A field that is needed is there."),
    Code("REC-13", CHECK, "An empty line parts the heading from the text."),
    Code("REC-14", CHECK, "A heading that groups others holds no record of its own."),
    Code("REC-15", CHECK, "A value is in the list of words for its field."),
    Code("REC-16", STOP, "No line of a text is a heading but for its hashes."),
    Code("REC-17", CHECK, "A record whose period stands in a heading stands under that heading."),
    Code("TAB-01", STOP, "The name of a table is known."),
    Code("TAB-02", STOP, "A table has a header row that names its fields."),
    Code("TAB-03", STOP, "A column belongs in its table."),
    Code("TAB-04", STOP, "A column is given once."),
    Code("TAB-05", STOP, "No row has more cells than the header row."),
    Code("TAB-06", STOP, "A table can be read to its end."),
    Code("TAB-07", STOP, "A cell holds a value, and no error or uncounted formula."),
    Code("TAB-08", CHECK, "Nothing that is read in a sheet is struck through or hidden."),
    Code("TAB-09", STOP, "No row is the total of the others."),
    Code("TAB-10", CHECK, "No column was sorted without the rest of its table."),
    Code("REF-01", STOP, "A name is one that a record bears."),
    Code(
        "PLN-01",
        STOP,
        "An action or outcome belongs to a priority, and a priority stands beside the others of its plan.",
    ),
    Code("PLN-04", STOP, "An action has years where others have them."),
    Code("DUE-01", STOP, "A date can be placed."),
    Code("DUE-07", NOTE, "A date in figures has the month as a word."),
    Code("STA-03", STOP, "A status is one that the board has."),
    Code("TXT-01", STOP, "No character stands in the text that Word cannot hold."),
)


def is_unread_file(finding: Finding) -> bool:
    """True of the finding of a file or table that was not read as a whole: what it holds is missing everywhere."""
    return finding.stops and finding.code in _OF_WHOLE_FILES


def unread_file(findings: Iterable[Finding]) -> Finding | None:
    """The first finding of a file or table that was not read as a whole."""
    return next(filter(is_unread_file, findings), None)
