"""Headings of cards: the id, title or what else stands after the kind that a heading names."""

import re

from attrs import define, field

from bscb_docs.diagnostics.location import Place
from bscb_docs.reading.gathered_findings import Gathered
from bscb_docs.reading.heading_lines import HeadingLine
from bscb_docs.reading.kind_syntax import HEADING, KindReading, id_of
from bscb_docs.reading.source_lines import Lines
from bscb_docs.reading.words_in_place import Value, gap_in
from bscb_docs.records import is_name

_BETWEEN_IDS = re.compile(r"\s*[,;&/]\s*|\s+and\s+|\s+")
_TYPED = {"version": "1.0", "code": "DUE-03"}
"""What stands after what a heading is about, where nothing better is typed."""
_CODED = re.compile(r"(?P<about>.*?)[\s:,;]+(?P<code>[^\W\d_]\w*-\d+)")
_FIGURE = re.compile(r"\d")


def read_heading(
    line: HeadingLine, rest: str, reading: KindReading, lines: Lines, report: Gathered
) -> dict[str, Value]:
    """The id, title and so on in `rest`, the words after the kind; a finding for each that must be there and is not."""
    reader = _HeadingReader(line, reading, lines, report)
    run_on = reading.labels.in_heading(rest)
    if run_on and (rest[: run_on.start()].strip() or reading.has.isdisjoint(HEADING)):
        rest, fields = rest[: run_on.start()], rest[run_on.start() :].strip()
        message = f'The heading "{line.words[:60]}" runs on into its fields, which are left out.'
        right = f"{'#' * line.level} {line.words[: len(line.words) - len(fields)].strip()}"
        report.add("REC-02", message, lines.place(line.at), f'End it as "{right}"; beneath it write: {fields[:80]}')
    if "about" in reading.has:
        reader.read_about(rest.strip())
    else:
        before, colon, title = rest.partition(":")
        reader.read_id(before.strip(), title.strip(), has_colon=bool(colon))
    reader.check()
    return reader.values


@define(eq=False)
class _HeadingReader:
    """Reads the words after the kind into `values`."""

    line: HeadingLine
    reading: KindReading
    lines: Lines
    report: Gathered
    values: dict[str, Value] = field(factory=dict)
    is_told: bool = False
    """True where the finding of what is missing has been made."""

    def read_id(self, before: str, title: str, *, has_colon: bool) -> None:
        """`Kind id: title`, as far as the kind has them; what the kind has not is reported and left out."""
        has, name = self.reading.has, self.reading.name
        if before and not has_colon and "title" in has:
            before, title = self.id_and_title(before)
        has_only_id = "id" in self.reading.kind.required and "title" not in self.reading.kind.required
        if not before and has_only_id and any(map(str.isdigit, title)) and is_name(title):
            before, title = title, ""
            self.fault("the colon before its id is one too many", before)
        if before and "id" not in has:
            self.fault(
                f'"{before}" is not read, since headings that begin with {name} have no id', f": {title}" * bool(title)
            )
        elif before and not is_name(before):
            typed, before = before, id_of(before)
            wrong = f'"{typed}" is no id, which is one word of letters, figures and hyphens'
            self.fault(wrong, f"{before}: {title}" if title else before)
        if "id" in has:
            self.keep("id", before)
        if title and "title" not in has:
            self.fault(f'"{title}" is not read, since headings that begin with {name} have no title', before)
        elif title:
            self.keep("title", title)

    def id_and_title(self, words: str) -> tuple[str, str]:
        """The id and the title in words without a colon between them, with a finding where it is missing."""
        first, _, more = words.partition(" ")
        begins_with_id = "id" in self.reading.has and (
            "id" in self.reading.kind.required or any(sign.isdigit() for sign in first)
        )
        if begins_with_id and not more:
            return words, ""
        if begins_with_id and not any(map(str.isalpha, more)):
            return words, ""  # an id in several words: "P1 18 2"
        found = (first, more.strip(" –—-")) if begins_with_id else ("", words.lstrip(" –—-"))
        self.fault("there is no colon before the title", ": ".join(found))
        return found

    def read_about(self, words: str) -> None:
        """`Kind about`, `Issue document version`, `Accepted document code`: the last word is the version or code."""
        last = next((name for name in ("version", "code") if name in self.reading.has), "")
        if last == "code" and (named := _CODED.fullmatch(words)):  # what is accepted may have a name of several words
            self.keep("about", named["about"])
            self.keep("code", named["code"])
            return
        parts = words.replace(":", " ").split()
        has_more = ":" in words or len(parts) > (2 if last else 1)
        if has_more and not last and not any(sign.isdigit() for sign in parts[0]):
            self.is_told = True
            self.fault(f'"{words}" is no id, so this {self.reading.name} is left out', self.example())
            return
        if last and parts:
            numbered = [part for part in parts[1:] if part.strip("vV.").replace(".", "").isdecimal()]
            self.keep(last, numbered[0] if numbered and last == "version" else parts.pop())
        several = [part for part in _BETWEEN_IDS.split(words) if part]
        if parts:
            self.keep("about", parts[0].rstrip(",;"))
        is_list = all(is_name(part) and not part.isdigit() and _FIGURE.search(part) for part in several)
        if has_more and not last and len(several) > 1 and is_list:
            name = self.reading.name
            self.fault(
                f'"{words}" is more than one name, and each {name} tells of one; the first is taken', self.example()
            )
        elif has_more:
            self.fault(f'"{words}" has more words than can be read', self.example())

    def check(self) -> None:
        """A finding for each word that no record of the kind can be without."""
        name = self.reading.name
        gaps = [key for key, value in self.values.items() if gap_in(value.text, key)]
        for attribute in gaps:
            del self.values[attribute]
            self.fault(f'the {attribute} cannot be "not recorded"', self.example())
        missing = frozenset() if self.is_told else self.reading.needs_of_heading.difference(self.values, gaps)
        for attribute in HEADING if missing else ():
            if attribute in missing:
                if not self.lines.ended and self.line.at == len(self.lines.lines) - 1:
                    message = f'The file ends with the heading "{self.line.words}": it seems to be cut off.'
                    self.report.add("FIL-07", message, self.place, "Restore it from a copy.")
                    return
                what = "what it is about" if attribute == "about" else f"its {attribute}"
                self.fault(f"{what} is missing, so this {name} is left out", self.example())

    def example(self) -> str:
        """What stands after the kind, with the words of this heading where there are any."""
        has, known = self.reading.has, {key: value.text for key, value in self.values.items()}
        if "about" in has:
            about = known.get("about", "P1-A03" if has.isdisjoint({"version", "code"}) else "accountability-report")
            typed = {name: known.get(name, "") for name in _TYPED if name in has}
            return " ".join([about, *(word if _FIGURE.search(word) else _TYPED[name] for name, word in typed.items())])
        before = known.get("id", "P1-A03" if "id" in self.reading.kind.required else "")
        return f"{before}: {known.get('title', 'its title')}" if "title" in self.reading.kind.required else before

    def keep(self, name: str, words: str) -> None:
        """Keep those words of the heading under that name."""
        if words:
            column = self.line.column + max(self.line.words.find(words), 0)
            self.values[name] = Value(words, self.lines.file, self.line.at + 1, column)

    def fault(self, wrong: str, right: str) -> None:
        """The finding that something in this heading is wrong, and how the heading is written."""
        right = f" {right}" if right and not right.startswith((":", " ")) else right
        mend = f"Write it as: {'#' * self.line.level} {self.reading.name}{right}"
        about = next((self.values[name].text for name in ("id", "about", "title") if name in self.values), "")
        self.report.add("REC-02", f'In the heading "{self.line.words}", {wrong}.', self.place, mend, about)

    @property
    def place(self) -> Place:
        """Where the heading stands."""
        return self.lines.place(self.line.at)
