"""Heading words: the kinds by the words that their headings begin with."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from bscb_docs.reading.kind_syntax import KindReading, kind_reading
from bscb_docs.records import ByName, Kind


@frozen(eq=False)
class Headings:
    """The kinds by the words that their headings begin with, singular and plural."""

    readings: tuple[KindReading, ...]
    words: ByName[tuple[KindReading, bool]] = field()
    """The kind of each word, and whether it is the plural."""
    longest: int = field()
    """Of how many words the longest of them is."""

    @words.default
    def _of_readings(self) -> ByName[tuple[KindReading, bool]]:
        found = ByName({reading.kind.plural: (reading, True) for reading in self.readings})
        found.update({reading.name: (reading, False) for reading in self.readings})
        return found

    @longest.default
    def _of_words(self) -> int:
        return max((name.count(" ") + 1 for name in self.words), default=1)

    @classmethod
    def of(cls, kinds: Iterable[Kind]) -> Headings:
        """The headings of those kinds."""
        return cls(tuple(kind_reading(kind) for kind in kinds))

    def find(self, words: str) -> tuple[KindReading, bool, str] | None:
        """The kind that the words of a heading begin with, whether in the plural, and the words after it."""
        parts = words.partition(":")[0].split(maxsplit=self.longest)
        for count in range(min(len(parts), self.longest), 0, -1):
            if found := self.words.get(" ".join(parts[:count])):
                return *found, words.split(maxsplit=count - 1)[-1][len(parts[count - 1]) :]
        return None

    @property
    def by_purpose(self) -> str:
        """The kinds by what they tell of, as in `For the plan: Plan, Priority`."""
        purposes = dict.fromkeys(reading.kind.tells_of for reading in self.readings)
        listed = {
            purpose: ", ".join(reading.name for reading in self.readings if reading.kind.tells_of == purpose)
            for purpose in purposes
        }
        return " ".join(f"For {purpose}: {names}." for purpose, names in listed.items())

    @property
    def names(self) -> list[str]:
        """Every word that a heading may begin with, as it is written."""
        return [name for reading in self.readings for name in (reading.name, reading.kind.plural)]

    @property
    def plurals(self) -> list[str]:
        """What tables may be called."""
        return [reading.kind.plural.lower() for reading in self.readings if not reading.is_narrative]

    @property
    def of_plugins(self) -> list[str]:
        """Those of them that plugins brought which are not the house's."""
        kinds = (reading.kind for reading in self.readings)
        return [kind.plural.lower() for kind in kinds if not kind.record.__module__.startswith("bscb_docs.")]
