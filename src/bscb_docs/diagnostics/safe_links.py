"""Links: what an address may be that a document leads to, wherever it is typed or found."""

import re

_SAFE = re.compile(r"(?:https?://|mailto:|tel:)\S+", re.IGNORECASE)


def is_safe_link(address: str) -> bool:
    """True for a web, e-mail or telephone address; whatever else a link leads to may open or run something."""
    return _SAFE.fullmatch(address) is not None
