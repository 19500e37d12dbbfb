"""What docs/api.md says of each public name: its signature, and its own words."""

import ast
import inspect
import re
import textwrap
import typing
from enum import Enum
from typing import Any

import attrs

import bscb_docs

_LONGEST = 30
"""Characters of a default that is shown."""


def entry(name: str) -> str:
    """The name's heading with its signature, and its docstring; of a class its fields, of an Enum its members."""
    value = inspect.unwrap(getattr(bscb_docs, name))
    if isinstance(value, type) and issubclass(value, Enum):
        members = ", ".join(f"{member.name} = {member.value!r}" for member in value)
        return f"#### `{name}`: {members}\n\n{_words(value)}\n"
    if isinstance(value, type) and attrs.has(value):
        given = (each for each in attrs.fields(value) if each.init and _is_public(value, each))
        fields = ", ".join(_field(value, each) for each in given)
        return f"#### `{name}({fields})`\n\n{_words(value)}\n{_methods(value)}"
    if isinstance(value, type):
        return f"#### `{name}`\n\n{_words(value)}\n"
    if inspect.isfunction(value):
        return f"#### `{name}{signature_of(value)}`\n\n{_words(value)}\n"
    if typing.get_origin(value) is None and type(value).__module__.startswith("bscb_docs."):
        return f"#### `{name}`\n\n{_words(type(value))}\n{_methods(type(value))}"
    return f"#### `{name}`\n\n{_alias(value)}\n"


def _is_public(value: type, attribute: "attrs.Attribute[Any]") -> bool:
    """True of what a script may give: a field of that name, or what a property of that name gives back."""
    return not attribute.name.startswith("_") or hasattr(value, attribute.alias or "")


def _field(value: type, attribute: "attrs.Attribute[Any]") -> str:
    """`due: PartialDate | None = None`, the type as the code words it: cattrs puts another into the attribute."""
    known = (_worded(base) for base in value.__mro__ if attribute.name in vars(base).get("__annotations__", ()))
    hint = next((words[attribute.name] for words in known), "Any")
    default = attribute.default
    if default is attrs.NOTHING:
        return f"{attribute.alias}: {hint}"
    is_plain = default is None or (isinstance(default, str | int | tuple) and not isinstance(default, Enum))
    shown = repr(default) if is_plain and len(repr(default)) < _LONGEST else "..."
    return f"{attribute.alias}: {hint} = {shown}"


def _worded(value: Any) -> dict[str, str]:
    """What a class or a function says of the types of its fields or parameters, as the code words it."""
    (node,) = ast.parse(textwrap.dedent(inspect.getsource(value))).body
    found = [*ast.iter_child_nodes(node), *ast.walk(getattr(node, "args", node))]
    named = {each.arg: each.annotation for each in found if isinstance(each, ast.arg)}
    named |= {ast.unparse(each.target): each.annotation for each in found if isinstance(each, ast.AnnAssign)}
    named["return"] = getattr(node, "returns", None)
    return {name: ast.unparse(hint) for name, hint in named.items() if hint}


def signature_of(value: Any) -> str:
    """As it stands in the code, without what only quotes it."""
    shown, words = inspect.signature(value), _worded(value)
    given = [each.replace(annotation=words.get(each.name, each.empty)) for each in shown.parameters.values()]
    whole = shown.replace(parameters=given, return_annotation=words.get("return", shown.empty))
    return re.sub(r"'([^']*)'", r"\1", str(whole))


def _methods(value: type) -> str:
    """The methods and properties of the class, and of those beneath it that are not public, as the class has them."""
    made_of = [each for each in reversed(value.__mro__) if each is value or _is_inner(each)]
    lines = []
    for name, member in (item for each in made_of for item in vars(each).items()):
        is_own = inspect.getattr_static(value, name) is member  # and not what a class above gives in its place
        if name.startswith("_") or name == "check_values" or not is_own:
            continue
        function = member.fget if isinstance(member, property) else getattr(member, "__func__", None)
        function = function or getattr(member, "func", None) or (member if inspect.isfunction(member) else None)
        if function:
            is_value = isinstance(member, property) or hasattr(member, "func")
            shown = name if is_value else f"{name}{signature_of(function)}"
            lines.append(f"- `.{shown}`: {_words(function).splitlines()[0]}")
    return "\n".join(("", *lines, "")) if lines else ""


def _is_inner(value: type) -> bool:
    return value.__module__.startswith("bscb_docs.") and value.__name__ not in bscb_docs.__all__


def _words(value: Any) -> str:
    return inspect.getdoc(value) or ""


def _alias(value: Any) -> str:
    if not typing.get_origin(value) and "|" not in str(value):
        return type(value).__name__
    return f"The same as `{re.sub(r'bscb_docs[.a-z_]*[.]', '', str(value))}`."
