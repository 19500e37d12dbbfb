"""The lines of a record file, without notes to oneself and without characters that Word cannot hold."""

import re

from attrs import field, frozen

from bscb_docs.diagnostics.location import Place
from bscb_docs.reading.gathered_findings import Gathered

_UNSEEN = "\u00ad\u200b\u2028\u2029\u2060\ufeff"
BAD = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff{_UNSEEN}]")
"""What XML 1.0 cannot hold (its production 2, Char), and so no Word file; and what stands unseen between letters."""

_PLAIN = bytes(range(ord(" "), ord("~") + 1)) + b"\n"
"""What nearly all text is made of: only what is left without it is looked at sign by sign."""

_TAB = re.compile(r"(?<=\S)[ ]*\t[ \t]*(?=\S)")
_NOTE = re.compile(r"(?<!\\)<!(?:--|[–—]-?)")
_NOTE_END = re.compile(r"(?:--|[–—]-?)>")
"""The arrows of a note to oneself; programs that correct while one types make one dash of two hyphens."""

_NO_NOTE = re.compile(r" {0,3}#+ |[a-z][a-z -]{0,30}: ")
"""A heading or a field, where a note that has no end must be over."""


@frozen
class Lines:
    """Lines from 0; `notes` are those of notes to oneself, `bad` the signs that were taken out, by line."""

    file: str
    lines: list[str]
    ended: bool
    """True where the last line has its line end: a file that was cut off mostly has none."""
    notes: set[int] = field(factory=set)
    bad: dict[int, list[tuple[int, str]]] = field(factory=dict)
    columns: dict[int, list[str]] = field(factory=dict)
    """What stands between the tabs of a line that has some between its words."""

    def place(self, at: int, column: int = 1) -> Place:
        """The place of a line counted from 0."""
        return Place(self.file, at + 1, column)


def lines_of(file: str, text: str, report: Gathered) -> Lines:
    """The lines of a text, however its lines end."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = Lines(file, text.split("\n"), text.endswith("\n"))
    if "<!" in text:
        _take_notes(found, report)
    odd = text.encode(errors="surrogatepass").translate(None, _PLAIN).decode(errors="surrogatepass")
    for at, line in enumerate(() if odd.isprintable() else found.lines):
        if not line.isprintable() and ("\t" in line or BAD.search(line)):
            found.lines[at] = _cleaned(line, at, found)
    return found


def bad_sign(sign: str) -> tuple[str, str]:
    """What a sign that Word cannot hold is called, and what to do about it."""
    if sign == "\t":
        return "a tab", "Put a space there; put what stands in columns into a table."
    names = {"\x0b": "a line break pasted from Word", "\x0c": "a page break pasted from Word"}
    name = names.get(sign, f"an unseen character (U+{ord(sign):04X})")
    return name, "Delete it and type the words around it again; it is often pasted from another program."


def without_bad(words: str) -> str:
    """The words with a mark in place of each bad sign, so that a draft shows where it stood; unseen ones just go."""
    return BAD.sub(lambda match: "" if match[0] in _UNSEEN else "\ufffd", words)


def _cleaned(line: str, at: int, found: Lines) -> str:
    """The line without its bad signs, which are kept in `found`."""
    signs = [(match.start() + 1, match[0]) for match in BAD.finditer(line)]
    if tabs := [(match.start() + 1, "\t") for match in _TAB.finditer(line)]:
        found.columns[at] = [cell.strip() for cell in without_bad(line).split("\t")]
    if signs or tabs:
        found.bad[at] = sorted([*signs, *tabs])
    return _TAB.sub(" ", without_bad(line))


def _take_notes(found: Lines, report: Gathered) -> None:
    """Empty the lines of `<!-- ... -->`, with a finding where words stand beside one or it has no end."""
    typed = list(found.lines)
    opened: tuple[int, int] | None = None
    for at, line in enumerate(typed):
        begins = _NOTE.search(line) if "<!" in line else None
        if opened is None and not begins:
            continue
        if opened and _NOTE.match(line.lstrip()):  # it swallowed all that stands between the two
            _end_note(found, typed, opened, at, report)
            opened = None
        first = opened or (at, begins.start() if begins else 0)
        if begins and begins[0] != "<!--":
            message = f'A note to oneself begins with "{begins[0]}": one dash in place of two hyphens.'
            report.add("FIL-09", message, found.place(at, begins.start() + 1), "Write <!-- and, at its end, -->.")
        words, opened = _beside_notes(line, at, opened)
        found.lines[at] = words
        if not words.strip():
            found.notes.add(at)
        elif words != line:
            mend = "Put the note, from <!-- to -->, on lines of its own."
            report.add("FIL-09", "Words stand beside a note to oneself.", found.place(at, first[1] + 1), mend)
    if opened:
        _end_note(found, typed, opened, len(typed), report)


def _end_note(found: Lines, typed: list[str], opened: tuple[int, int], stop: int, report: Gathered) -> None:
    """Give back the lines after a note without an end, from the first that no note would have, with the finding."""
    at, start = opened
    end = next((n for n in range(at + 1, stop) if not typed[n].strip() or _NO_NOTE.match(typed[n])), stop)
    left_out = "only this line is left out" if end == at + 1 else f"lines {at + 1} to {end} are left out"
    before = f" before the next one begins in line {stop + 1}" if stop < len(typed) else ""
    message = f"A note to oneself begins here and has no end{before}; {left_out}."
    report.add("FIL-09", message, found.place(at, start + 1), "Write --> on a line of its own after the note.")
    found.lines[end:stop] = typed[end:stop]
    found.notes.difference_update(range(end, stop))


def _beside_notes(line: str, at: int, opened: tuple[int, int] | None) -> tuple[str, tuple[int, int] | None]:
    """The words of a line outside any note, and where a note began that goes on in the next line."""
    words, pos = "", 0
    while True:
        if opened:
            stop = _NOTE_END.search(line, pos)
            if not stop:
                return words, opened
            pos, opened = stop.end(), None
        match = _NOTE.search(line, pos)
        if not match:
            return words + line[pos:], None
        words += line[pos : match.start()]
        opened, pos = (at, match.start()), match.end()
