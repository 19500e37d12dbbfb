"""Grammar: what a template may be made of, told from its parsed source before any code is made of it."""

from collections.abc import Iterator

from jinja2 import nodes

HOUSE = "house"
"""The name that compiled templates know the composer by."""
CALLED = frozenset({"caption", "counted", "heading", "next_id", "resource"})
"""Methods of the composer that preparing writes calls of; a template reaches nothing else of it."""
_TAGS = (nodes.Template, nodes.Output, nodes.For, nodes.If, nodes.Assign, nodes.CallBlock)
"""What a section's template is made of; a call block is that of a counted paragraph, which preparing writes."""
_OF_NAMES = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.If),
    *(nodes.Name, nodes.Not, nodes.And, nodes.Or, nodes.Const),
)
"""What a header or footer is made of."""


def forbidden(template: nodes.Template) -> tuple[int, str] | None:
    """The line of the first thing that no section's template may hold, and what it is; None where there is none."""
    ours = {id(name) for call in template.find_all(nodes.Call) for name in _prepared(call)}
    for node in template.find_all((nodes.Stmt, nodes.Name)):
        if isinstance(node, nodes.Name) and node.name == HOUSE and id(node) not in ours:
            return node.lineno, f"`{HOUSE}` is no name of the page"
        is_other = not isinstance(node, (*_TAGS, nodes.Name))
        if is_other or (isinstance(node, nodes.CallBlock) and not any(_prepared(node.call))):
            return node.lineno, "the tags of a template are `for`, `if` and `set`"
    return None


def _prepared(call: nodes.Call) -> Iterator[nodes.Name]:
    """The composer's name in a call as preparing writes it: of one of its open methods, with plain words."""
    method, given = call.node, (*call.args, *call.kwargs, call.dyn_args, call.dyn_kwargs)
    if (
        isinstance(method, nodes.Getattr)
        and isinstance(method.node, nodes.Name)
        and method.node.name == HOUSE
        and method.attr in CALLED
        and all(each is None or isinstance(each, nodes.Const) for each in given)
    ):
        yield method.node


def holds_names_only(template: nodes.Template) -> bool:
    """True where there are names to print and conditions on names, which can do no harm and take no time."""
    return all(isinstance(node, _OF_NAMES) or _is_said(node) for node in template.find_all(nodes.Node))


def _is_said(node: nodes.Node) -> bool:
    """True of the tag that preparing writes around words of the template's own."""
    return isinstance(node, nodes.Filter) and node.name == "say" and not (node.args or node.kwargs)
