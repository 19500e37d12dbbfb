"""Kind: a record class and how a board writes it."""

from collections.abc import Iterable

from attrs import Attribute, field, fields, frozen

from bscb_docs.diagnostics.location import class_at
from bscb_docs.records.checked_values import Checked
from bscb_docs.records.field_types import required_fields
from bscb_docs.records.narrative import Narrative
from bscb_docs.records.record import Record, own_fields


@frozen
class Kind(Checked):
    """A record class, the word its headings begin with, and the plural that groups its cards or names its table."""

    record: type[Record]
    name: str = field()
    plural: str = field()
    may_recur: bool = False
    """True where two records may bear one title."""
    tells_of: str = "other things"
    """What records of this kind are for, so that kinds can be listed by it."""

    @name.default
    def _class_name(self) -> str:
        return self.record.__name__

    @plural.default
    def _regular_plural(self) -> str:
        return f"{self.name}s"

    def check_values(self) -> None:
        """The class is an attrs class of records, and headings can begin with its words."""
        name = self.record.__name__
        if not issubclass(self.record, Record):
            raise ValueError(f"{class_at(self.record)} is no class of records; write `class {name}(Record):`")
        if "__attrs_attrs__" not in vars(self.record):
            raise ValueError(
                f"{class_at(self.record)} is no attrs class; write `@frozen(kw_only=True)` above the class"
            )
        if wrong := next((word for word in (self.name, self.plural) if not word.strip() or ":" in word), None):
            raise ValueError(f'no heading can begin with "{wrong}"; write one or a few words')

    @property
    def fields(self) -> tuple["Attribute[object]", ...]:
        """The attributes that a card's heading, field lines and text, or a table's columns, can give."""
        sections = {"sections"} if issubclass(self.record, Narrative) else set()
        return tuple(a for a in own_fields(self.record) if a.name not in sections)

    def has(self, attribute: str) -> bool:
        """True where records of this kind have that attribute: "id", "title", "about", "code", "text"."""
        return any(a.name == attribute for a in fields(self.record))

    @property
    def required(self) -> frozenset[str]:
        """The attributes that every record of this kind must be given."""
        return required_fields(self.record)


def word_for(record: type[Record], kinds: Iterable[Kind]) -> str:
    """What a board calls records of that class: the name of its kind or of that which it derives from; else its own."""
    names = {kind.record: kind.name for kind in kinds}
    return next((names[each] for each in record.__mro__ if each in names), record.__name__)
