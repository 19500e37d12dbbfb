"""Failure messages: what a plugin's own error says, and the line of its file that it came from."""

import linecache
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType

from attrs import frozen
from attrs.exceptions import FrozenInstanceError

from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.diagnostics.errors import BscbDocsError, PluginError
from bscb_docs.diagnostics.location import NOWHERE, Place, place_of_class
from bscb_docs.diagnostics.suggestions import did_you_mean, nearest, question_of
from bscb_docs.records import Ref

FAILURES = (Exception, SystemExit)
"""What code of a plugin may raise without ending the run."""

_NO_PLUGINS = sys.stdlib_module_names | {"", "bscb_docs", "attrs", "attr"}
_MISSING = re.compile(r"cannot import name '(\w+)' from '([\w.]+)'")
_LINE = re.compile(r" \(detected at line \d+\)$")
"""What Python says of a line that is told already."""
HOUSE = "bscb_docs.plugins."
"""What the names of the modules of the house's plugins begin with."""


@frozen
class Giver(Compared):
    """The plugin that offers a thing, and the line of its function that returned the thing, where that is known."""

    plugin: str
    place: Place = NOWHERE

    def fault(self, what: str) -> PluginError:
        """The error that tells what is wrong with the thing."""
        return PluginError(f"Plugin {self.plugin}: {what}", self.place)


def failed(
    what: str,
    fault: BaseException,
    function: Callable[..., object] | None = None,
    given: str = "",
    file: Path | None = None,
    explains: Iterable[tuple[str, str]] = (),
) -> PluginError:
    """The error that tells what failed, why, at which line of the plugin, what to do, and what only follows from it.

    `file` is that of the plugin where it was given by its path. Where none of its lines was reached, since it does not
    take what it is given, it is the line where it begins. The log is told of it with its traceback, which the command
    prints with `--traceback`.
    """
    import logging  # only where something fails

    logging.getLogger("bscb_docs.plugins").debug(what, exc_info=fault)
    line = origin(fault)
    said = why(fault, file)
    if function and given and not line.file and isinstance(fault, TypeError):
        name = getattr(function, "__name__", "it")
        said = f"{name} is called with {given}. Begin it so: def {name}({given})."
    error = PluginError(f"{what}: {said}", line if line.file else place_of(function), explains)
    error.__cause__ = fault
    return error


def not_loaded(plugin: str, fault: BaseException, file: Path | None = None) -> PluginError:
    """The error that tells of a plugin whose module fails while it is imported, or run."""
    return failed(f"Plugin {plugin} could not be loaded", fault, file=file)


def why(fault: BaseException, file: Path | None = None) -> str:
    """What a plugin's own error says, and what to do; `file` is the plugin's where it was given by its path."""
    if isinstance(fault, FrozenInstanceError):
        return "it tried to change a record. Records never change; make a changed copy with attrs.evolve."
    if isinstance(fault, BscbDocsError):
        return str(fault)
    if isinstance(fault, SystemExit):
        return "it asked the whole program to end. Raise a ValueError that says what is wrong in place of that."
    if isinstance(fault, ModuleNotFoundError) and fault.name and "." not in fault.name:
        if _lies_beside(fault.name, fault):
            mend = f"Call the plugin's file __init__.py, write: from .{fault.name} import ..., and give its folder;"
            return f"it needs {fault.name}, which lies beside it. {mend} or move all into one file."
        return f"it needs {fault.name}, which is not installed. Install it with pip, or leave the plugin out."
    if isinstance(fault, AttributeError) and isinstance(fault.obj, Ref):
        named = re.search(rf"([\w.]+)\.{fault.name}\b", _typed(fault))
        mend = f"Write board.get({named[1] if named else 'ref'}).{fault.name}"
        return f"a reference only names a record and has no {fault.name} itself. {mend}."
    if isinstance(fault, ImportError) and (missing := _MISSING.match(str(fault))):
        known = dir(sys.modules.get(missing[2], None))
        return f"{missing[2]} has no {missing[1]}. {did_you_mean(missing[1], known) or 'Look at how it is spelt.'}"
    said = f": {_LINE.sub('', str(getattr(fault, 'msg', fault)))}" if str(fault) else ""
    if isinstance(fault, AttributeError) and fault.name and (near := nearest(fault.name, dir(fault.obj))):
        return f"{type(fault).__name__}{said}. {question_of(near, mark='')}"
    if any(str(frame.tb_frame.f_globals.get("__name__")).startswith(HOUSE) for frame in _strange(fault.__traceback__)):
        return f"{type(fault).__name__}{said}. This is a fault of bscb-docs itself. Please report it."
    mend = "Mend that line" if _is_in_hand(fault, file) else "Ask its author to mend it"
    return f"{type(fault).__name__}{said}. {mend}, or take the plugin away."


def _lies_beside(module: str, fault: BaseException) -> bool:
    """True where a file or folder of that module stands in the folder of the plugin that asks for it."""
    folders = {Path(frame.tb_frame.f_code.co_filename).parent for frame in _strange(fault.__traceback__)}
    return any((folder / f"{module}.py").is_file() or (folder / module).is_dir() for folder in folders)


def _is_in_hand(fault: BaseException, file: Path | None) -> bool:
    """True of a fault in a file that was given by its path, which whoever gave it can mend: no import loaded it."""
    if isinstance(fault, SyntaxError):
        return file is not None and fault.filename == str(file)
    modules = {str(frame.tb_frame.f_globals.get("__name__")) for frame in _strange(fault.__traceback__)}
    return any(getattr(sys.modules.get(name.partition(".")[0]), "__spec__", None) is None for name in modules)


def _typed(fault: BaseException) -> str:
    """The line of a plugin that a fault came from, as its author typed it."""
    frames = list(_strange(fault.__traceback__))
    return linecache.getline(frames[-1].tb_frame.f_code.co_filename, frames[-1].tb_lineno) if frames else ""


def origin(fault: BaseException) -> Place:
    """The deepest line of the plugin: of the first file that is no part of the library or Python, or one beside it."""
    if isinstance(fault, SyntaxError) and fault.filename:
        return Place(Path(fault.filename).name, fault.lineno or 0)
    lines = [(Path(frame.tb_frame.f_code.co_filename), frame.tb_lineno) for frame in _strange(fault.__traceback__)]
    own = [Place(file.name, line) for file, line in lines if file.parent == lines[0][0].parent]
    return own[-1] if own else NOWHERE


def place_of(function: Callable[..., object] | None) -> Place:
    """The line at which a function, or a class, of a plugin begins."""
    code = getattr(function, "__code__", None)
    is_own = _is_strange(str(getattr(function, "__module__", "")))
    if isinstance(function, type) and is_own:
        return place_of_class(function)
    return Place(Path(code.co_filename).name, code.co_firstlineno) if code and is_own else NOWHERE


def _strange(traceback: TracebackType | None) -> Iterator[TracebackType]:
    while traceback is not None:
        if _is_strange(str(traceback.tb_frame.f_globals.get("__name__", ""))):
            yield traceback
        traceback = traceback.tb_next


def _is_strange(module: str) -> bool:
    """True of a module that is a plugin's: neither the library's nor Python's; attrs' own code has none."""
    return module.startswith(HOUSE) or module.partition(".")[0] not in _NO_PLUGINS
