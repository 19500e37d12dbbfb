"""Resource: a picture or an outside address that a document uses."""

from attrs import field, frozen

from bscb_docs.diagnostics.compared_values import Compared


@frozen
class Resource(Compared):
    """A picture or an outside address that a template uses, by a key that depends on its content."""

    key: str
    type: str
    target: str
    data: bytes = field(default=b"", repr=False)

    @property
    def is_outside(self) -> bool:
        """True for an address, False for a part of the file."""
        return not self.data
