"""Any words as Markdown that is read back as exactly those words."""

import re

_SPECIAL = re.compile(r"[\\`*_~{}\[\]<|]|&(?=[#\w]+;)")
_START = re.compile(r"(?:[-+#>=~]|caption:)", re.IGNORECASE)
_NUMBER = re.compile(r"(\(?\d+)([.)])")
_FIELD = re.compile(r"([A-Za-z][\w '-]*):")


def escape(text: str) -> str:
    """The text as one paragraph of Markdown; line ends become spaces, white space at its ends goes.

    A character that cannot be read as words alone gets a backslash: so does a colon that would make the start a field.
    """
    words = " ".join(line.strip() for line in text.splitlines()).strip()
    words = _SPECIAL.sub(r"\\\g<0>", words)
    words = _FIELD.sub(r"\1\\:", words, count=1) if _FIELD.match(words) else words
    words = _NUMBER.sub(r"\1\\\2", words, count=1) if _NUMBER.match(words) else words
    return f"\\{words}" if _START.match(words) and not words.lower().startswith("caption") else words
