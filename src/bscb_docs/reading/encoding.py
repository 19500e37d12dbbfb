"""The words of a text file's bytes; what is not UTF-8 is refused with how to save it right."""

import re
from typing import NamedTuple

from bscb_docs.diagnostics.location import Place
from bscb_docs.reading.gathered_findings import Gathered

_SAVE = {
    ".md": 'Open it in Notepad, choose File, Save As, set Encoding to "UTF-8", and save it under the same name.',
    ".csv": 'Open it in Excel, choose File, Save As, and the type "CSV UTF-8 (Comma delimited) (*.csv)".',
}
_FOREIGN = (
    (b"PK\x03\x04", "a Word, Excel or zip file"),
    (b"%PDF", "a PDF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"{\\rtf", "a rich text file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
)
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


_AS_WINDOWS = {bytes([at]).decode("cp1252", "ignore") or chr(at): at for at in range(0x80, 0x100)}
"""The character that Windows reads for each byte beyond ASCII, with the byte."""
_LATER = "".join(character for character, at in _AS_WINDOWS.items() if at < 0xC0)
_SPOILT = re.compile(f"[Â-Å][{re.escape(_LATER)}]|â[{re.escape(_LATER)}]{{2}}")
"""Letters of Europe, signs and quotation marks whose bytes in UTF-8 were read as those of Windows: Â£, Ã©, â€™."""


class Decoded(NamedTuple):
    """The words of a file, and whether it is refused and they tell only which records the board means to have."""

    text: str
    refused: bool = False


def decode(data: bytes, name: str, suffix: str, report: Gathered) -> Decoded | None:
    """The words of a text file; None, with its finding, where it is no text file at all."""
    place = Place(name)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            report.add("FIL-01", 'The file is saved as "Unicode" (UTF-16), not as UTF-8.', place, _SAVE[suffix])
            return Decoded(data.decode(encoding, "replace"), refused=True)
    foreign = next((what for start, what in _FOREIGN if data.startswith(start)), "")
    if foreign or b"\0" in data:
        what = f"It is {foreign}" if foreign else "It holds signs that no text file has"
        mend = "Save the records as plain text, or give the file the ending that belongs to it."
        report.add("FIL-02", f"{what}, although its name ends in {suffix}.", place, mend)
        return None
    try:
        return Decoded(_restored(data.decode("utf-8-sig"), name, report))
    except UnicodeDecodeError as fault:
        return _not_utf8(data, suffix, Place(name, data.count(b"\n", 0, fault.start) + 1), fault, report)


def _restored(text: str, name: str, report: Gathered) -> str:
    """The text with what was spoilt in it as it was before, and one finding for all of it."""
    if text.isascii() or not (spoilt := _SPOILT.search(text)):
        return text
    right, times = _SPOILT.subn(lambda match: _as_typed(match[0]), text)
    if right == text:
        return text
    lines = f" This file has {times} such." if times > 1 else ""
    message = f'"{spoilt[0]}" was "{_as_typed(spoilt[0])}" before a program saved the file in another encoding.{lines}'
    mend = 'Replace every one (Ctrl+H). In Excel, open such a file through Data, From Text, with the origin "UTF-8".'
    report.add("FIL-07", message, Place(name, text.count("\n", 0, spoilt.start()) + 1), mend)
    return right


def _as_typed(spoilt: str) -> str:
    """The one character that those were before they were spoilt; they themselves where they are none."""
    return bytes(map(_AS_WINDOWS.__getitem__, spoilt)).decode("utf-8", "ignore") or spoilt


def _not_utf8(data: bytes, suffix: str, place: Place, fault: UnicodeDecodeError, report: Gathered) -> Decoded:
    """What can be read of a file that is cut off or in another encoding, with its finding."""
    if fault.reason == "unexpected end of data":
        report.add("FIL-07", "The file ends in the middle of a character.", place, "Restore it from a copy.")
        return Decoded(data.decode("utf-8-sig", "ignore"))
    try:  # halves of a sign beyond the first 65,536, which some programs write one by one: refused as characters
        return Decoded(data.decode("utf-8-sig", "surrogatepass"))
    except UnicodeDecodeError:
        words = data.decode("cp1252", "replace")
    letter = data[fault.start : fault.start + 1].decode("cp1252", "replace")
    message = f'The file is not saved as UTF-8: "{letter}" on this line cannot be read.'
    report.add("FIL-01", message, place, _SAVE[suffix])
    return Decoded(words, refused=True)
