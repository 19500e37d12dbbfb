"""House rules: what the house asks of every board's records and prose; docs/rules/ has a page for each family."""

from bscb_docs import Rule, hookimpl, house_rules


@hookimpl.rules
def rules() -> tuple[Rule, ...]:
    """Every rule of the house."""
    return house_rules()
