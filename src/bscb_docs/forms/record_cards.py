"""Record cards: records as the Markdown that a board's files hold, read back as exactly what they were."""

from attrs import field, frozen

from bscb_docs.prose import escape
from bscb_docs.records import Record


@frozen
class Card:
    """One record to be written: its class, the words of its heading after the kind, its fields and its text."""

    record: type[Record]
    heading: str
    """The attribute that the heading gives, and its words: `about: T1-25-2`."""
    name: str
    fields: tuple[tuple[str, str], ...] = ()
    text: str = field(default="")
    """Paragraphs of Markdown."""

    @property
    def row(self) -> dict[str, str | list[str]]:
        """The same as the row of a table, a list for what is given on several lines."""
        row: dict[str, str | list[str]] = {self.heading: self.name}
        for label, words in self.fields:
            before = row.get(label)
            row[label] = words if before is None else [*(before if isinstance(before, list) else [before]), words]
        return {**row, "text": self.text} if self.text else row

    def lines(self, kind: str, level: int) -> str:
        """The card as it is typed, its heading of that level."""
        colon = ": " if self.heading == "title" else " "
        said = "".join(f"{label}: {words}\n" for label, words in self.fields)
        text = f"\n{self.text}\n" if self.text else ""
        return f"{'#' * level} {kind}{colon}{self.name}\n{said}{text}"


def as_prose(words: str) -> str:
    """Whatever was typed, as paragraphs of Markdown that say just that."""
    return "\n\n".join(filter(None, (escape(line) for line in words.split("\n"))))


def as_value(words: str) -> str:
    """Whatever was typed, as the value of one field; what would begin a note to oneself gets a backslash."""
    return " ".join(words.split()).replace("<!--", "\\<!--")
