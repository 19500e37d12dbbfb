"""Every code that reading can report: how far it reaches and what it means."""

from __future__ import annotations

from attrs import field, frozen

from bscb_docs.diagnostics import prose_codes
from bscb_docs.diagnostics.finding import Finding, Severity
from bscb_docs.diagnostics.location import Place
from bscb_docs.diagnostics.prose_codes import Code

STOP, CHECK, NOTE = Severity.STOP, Severity.CHECK, Severity.NOTE

CODES = {
    **prose_codes.CODES,
    "FIL-01": Code(STOP, "a file that is not saved as UTF-8"),
    "FIL-02": Code(STOP, "a file that is not what its name says, or is broken"),
    "FIL-03": Code(STOP, "a file too large to be a board's records"),
    "FIL-04": Code(STOP, "a link that leads out of the board's folder, or nowhere"),
    "FIL-05": Code(STOP, "a file that cannot be opened"),
    "FIL-06": Code(CHECK, "a file with nothing in it"),
    "FIL-07": Code(STOP, "a file that seems to be cut off"),
    "FIL-08": Code(NOTE, "a file that is not read because of how its name ends"),
    "FIL-09": Code(STOP, "a note to oneself that has words beside it, or no end"),
    "FIL-10": Code(CHECK, "a file of records that is not read because .txt was put after its name"),
    "REC-01": Code(STOP, "a heading that is not known"),
    "REC-02": Code(STOP, "a heading whose id, title or years are missing or cannot be read"),
    "REC-03": Code(STOP, "a field that does not belong under its heading"),
    "REC-04": Code(STOP, "a field given again that may be given once"),
    "REC-05": Code(STOP, "a line among the fields that is no field"),
    "REC-06": Code(STOP, "a value that its field cannot hold"),
    "REC-07": Code(CHECK, "a field without a value"),
    "REC-08": Code(CHECK, "text that begins with the name of a field"),
    "REC-09": Code(STOP, "text where none can stand"),
    "REC-10": Code(STOP, "words that belong to no record"),
    "REC-11": Code(STOP, "a heading within a narrative that is no section of it"),
    "REC-12": Code(STOP, "a field that is needed is missing"),
    "REC-13": Code(CHECK, "text that follows the heading without an empty line"),
    "REC-14": Code(CHECK, "a record under a heading that groups others"),
    "REC-15": Code(CHECK, "a value outside the list of words for its field"),
    "TAB-01": Code(STOP, "a table whose name is not known"),
    "TAB-02": Code(STOP, "a table without a header row that names its fields"),
    "TAB-03": Code(STOP, "a column that does not belong in its table"),
    "TAB-04": Code(STOP, "a column given twice"),
    "TAB-05": Code(STOP, "a row with more cells than the header row"),
    "TAB-06": Code(STOP, "a table that cannot be read to its end"),
    "TAB-07": Code(STOP, "a cell that holds no value but an error or an uncounted formula"),
    "REF-01": Code(STOP, "a name that no record bears"),
    "PLN-01": Code(STOP, "an action or outcome that belongs to no priority"),
    "PLN-03": Code(STOP, "an id or title given twice"),
    "PLN-04": Code(STOP, "an action without years, where others have them"),
    "DUE-01": Code(STOP, "a date that cannot be placed"),
    "DUE-03": Code(CHECK, 'a deadline that never comes, such as "ongoing"'),
    "STA-02": Code(STOP, "a row that is not rated and does not say why"),
    "STA-03": Code(STOP, "a status that the board does not have"),
    "TXT-01": Code(STOP, "a character that Word cannot hold"),
}


@frozen
class Report:
    """Gathers findings while a folder is read."""

    findings: list[Finding] = field(factory=list)

    def add(self, code: str, message: str, place: Place, mend: str = "", about: str = "") -> None:
        """Keep a finding; its severity is its code's."""
        self.findings.append(Finding(code, CODES[code].severity, message, place, mend, about))

    def in_order(self) -> tuple[Finding, ...]:
        """The findings as they stand in the folder: by file, line and column."""
        return tuple(sorted(self.findings, key=lambda f: (f.place.file, f.place.line, f.place.column)))
