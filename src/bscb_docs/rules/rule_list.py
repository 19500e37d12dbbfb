"""Rule list: every rule of the house, from each file of this folder; a new family is found by itself."""

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from bscb_docs.rules.engine.coded_rule import Rule


def house_rules() -> tuple[Rule, ...]:
    """Every rule of the house, the families in the order of their names; they are imported when rules first run."""
    families = iter_modules([str(Path(__file__).parent)], f"{__package__}.")
    modules = (import_module(family.name) for family in families if not family.ispkg)
    return tuple(rule for module in modules for rule in vars(module).values() if isinstance(rule, Rule))
