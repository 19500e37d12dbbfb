"""Assembles a safeguarding board's plan, appendices and accountability report in Word from one set of records.

`__init__.pyi` is the one table of the public names. Each is fetched from its home when it is first asked for: the
command's help must not wait for the whole library.
"""

from typing import Any as _Any

from bscb_docs.diagnostics.lazy_names import lazy_names as _lazy_names

_fetch, _names = _lazy_names(__name__, __file__)


def __getattr__(name: str) -> _Any:
    """The public name, from its home."""
    if name == "__version__":
        from importlib.metadata import version

        return version("bscb-docs")
    return _fetch(name)


def __dir__() -> list[str]:
    """The public names."""
    return sorted((*_names(), "__version__"))
