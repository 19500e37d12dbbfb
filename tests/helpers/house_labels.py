"""The words that the house prints itself, as its code and its templates hold them."""

import ast
import re
from collections.abc import Iterator

from folders import PLUGINS, SOURCE, TEMPLATES

from bscb_docs.languages.house_words import parted
from bscb_docs.ooxml.house_file import load_house_file
from bscb_docs.template_engine.source import patch_tags, prepare_template, say_words
from bscb_docs.template_engine.tags import environment

_SAID = re.compile(r"\{\{ ('[^\n]*?'|\"[^\n]*?\") \| say \}\}")


def house_labels() -> set[str]:
    """Every English text that is asked for in plain words, as a label has it."""
    return {parted(words)[1] for words in (*_of_code(), *_of_templates())}


def _of_code() -> Iterator[str]:
    """The texts that `say` is called with, and those that a count of something is made of."""
    for path in (*SOURCE.rglob("*.py"), *PLUGINS.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say":
                yield from _texts(node.args[0])
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "counted":
                for noun in _texts(node.args[-1]):
                    yield from (f"one {noun}", f"no {noun}s", f"{{number}} {noun}s")


def _texts(given: ast.expr) -> Iterator[str]:
    """A text, or both of a choice; what is put together while it is printed is listed nowhere."""
    if isinstance(given, ast.IfExp):
        yield from (*_texts(given.body), *_texts(given.orelse))
    elif isinstance(given, ast.Constant) and isinstance(given.value, str):
        yield given.value


def _of_templates() -> Iterator[str]:
    house = load_house_file()
    sources = [
        prepare_template(path.read_bytes(), path.name, house, environment().filters).source
        for path in sorted(TEMPLATES.glob("*.docx"))
        if path.stem != "house"
    ]
    edges = [data.decode() for name, data in house.parts.items() if re.search(r"word/(header|footer)\d*\.xml", name)]
    for source in (*sources, *(say_words(patch_tags(edge)) for edge in edges)):
        yield from (ast.literal_eval(words) for words in _SAID.findall(source))
