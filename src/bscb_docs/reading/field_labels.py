"""Field labels: where the names of a kind's fields stand in lines that are not typed as `name: value`."""

import re
from functools import cached_property

from attrs import frozen

from bscb_docs.diagnostics.suggestions import called_elsewhere


@frozen(eq=False)
class FieldLabels:
    """The names of the fields of one kind."""

    names: list[str]

    @cached_property
    def _any(self) -> str:
        """What matches any of the names, the longest first."""
        return "|".join(sorted(map(re.escape, self.names), key=len, reverse=True)) or "(?!)"

    @cached_property
    def _endings(self) -> tuple[str, ...]:
        return tuple(map(str.lower, self.names))

    @cached_property
    def _in_heading(self) -> re.Pattern[str]:
        return re.compile(rf"(?:(?<=\s)|(?<=\d))(?:{self._any})\s*:\s", re.IGNORECASE)

    @cached_property
    def _without_colon(self) -> re.Pattern[str]:
        others = sorted(called_elsewhere(self.names), key=len, reverse=True)
        of_several = "|".join(name for name in others if " " in name) or "(?!)"
        named = rf"(?:{'|'.join(others) or '(?!)'})(?=\s*[;=：]|\s+[–—-]\s)|{of_several}|{self._any}"
        return re.compile(rf"\s*({named})(\s*[;=：]\s*|\s+[–—-]\s+|\s+)(\S.*?)\s*", re.IGNORECASE)

    @cached_property
    def _field_after(self) -> re.Pattern[str]:
        return re.compile(rf"(.*?\S)\s*[,;|]\s*((?:{self._any})\s*:\s.+)", re.IGNORECASE)

    def after(self, value: str) -> tuple[str, str] | None:
        """A value, and the field that stands behind it in its line."""
        match = self._field_after.fullmatch(value) if ":" in value else None
        return (match[1], match[2]) if match else None

    def in_heading(self, words: str) -> re.Match[str] | None:
        """Where the first name of a field, with its colon, stands after the id or title in a heading."""
        may_have = any(before.rstrip().lower().endswith(self._endings) for before in words.split(":")[:-1])
        return self._in_heading.search(f"{words} ") if may_have else None

    def without_colon(self, line: str) -> tuple[str, str] | None:
        """The field's name and the value in a line that has another sign, or only a space, where its colon belongs.

        The name may be what other papers call the field; with a space alone behind it, one of several words.
        """
        match = self._without_colon.fullmatch(line)
        is_sentence = match is not None and not match[2].strip() and match[3][-1] in ".:;?!"
        return (match[1], match[3]) if match and not is_sentence else None
