"""New board: a small board to begin with, every file of it explained, and the looks that its documents may take."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from attrs import field, frozen
from lxml import etree

from bscb_docs.ooxml.package import read_parts
from bscb_docs.ooxml.part_names import CORE
from bscb_docs.ooxml.xml_parser import STRICT
from bscb_docs.output.files import write_new

_ABOUT = "{http://purl.org/dc/elements/1.1/}description"
"""What Word calls the comments of a file (File, Info, Properties)."""


def board_skeleton() -> Path:
    """The folder of the small board, wherever the library is installed."""
    return Path(str(files("bscb_docs.authoring") / "skeleton-files" / "board"))


def write_board(folder: str | Path) -> tuple[Path, ...]:
    """Writes the small board into a folder and gives the paths of its files; SavingError where one is there already."""
    found = sorted(path for path in board_skeleton().iterdir() if path.suffix in {".md", ".csv"})
    return write_new({Path(folder) / path.name: path.read_bytes() for path in found})


@frozen
class Look:
    """A look by its name, its Word file, and what that says of itself."""

    name: str
    data: bytes = field(repr=False)

    @property
    def about(self) -> str:
        """Its colours, and what it is for."""
        properties = read_parts(self.data, f"{self.name}.docx")[CORE]
        return etree.fromstring(properties, STRICT).findtext(_ABOUT, "")


def looks() -> tuple[Look, ...]:
    """The looks that there are, the default first: house.docx, and each Word file in the templates' folder `looks`."""
    return tuple(Look(file.name.removesuffix(".docx"), file.read_bytes()) for file in _files())


def write_look(look: Look, folder: str | Path) -> Path:
    """Writes a look into a board's folder, as its house.docx; SavingError where one is there already."""
    return write_new({Path(folder) / "house.docx": look.data})[0]


def _files() -> Iterator[Traversable]:
    templates = files("bscb_docs.templates")
    yield templates / "house.docx"
    variants = (file for file in (templates / "looks").iterdir() if file.name.endswith(".docx"))
    yield from sorted(variants, key=lambda file: file.name)
