"""Links: what an address may be that a document leads to, wherever it is typed or found."""

import re

_SAFE = re.compile(r"(?:https?://|mailto:|tel:)\S+", re.IGNORECASE)


def is_safe_link(address: str) -> bool:
    """True for a web, e-mail or telephone address; whatever else a link leads to may open or run something."""
    return _SAFE.fullmatch(address) is not None


def full_address(typed: str) -> str:
    """What words lead to that name an address: that of a website may be typed without its https://."""
    return typed if "://" in typed or is_safe_link(typed) else f"https://{typed}"
