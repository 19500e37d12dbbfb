"""Equipment, as `bscb-docs doctor` tells it: what this computer has beside the library, what it lacks, at what cost."""

import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution, version

from attrs import frozen

from bscb_docs.diagnostics.cache import cache_folder
from bscb_docs.languages.writing_systems import WRITING_SYSTEMS
from bscb_docs.ooxml.font_folders import font_folders
from bscb_docs.pdf import find_office, office_version, writing_systems_with_fonts

_FONTS = ("arial.ttf", "liberationsans-regular.ttf", "arimo-regular.ttf", "arimo[wght].ttf")
"""Arial, and the fonts that have its widths."""

_EXTRAS = (
    ("PDFs", ("fontTools", "pikepdf", "pypdfium2"), "pdf", "The contents have no page numbers, and no PDF is made."),
    ("pictures", ("matplotlib",), "pictures", "Figures are set as tables alone, without their picture."),
    ("many computers", ("distributed",), "dask", "build-many works on this computer alone."),
)
"""What an extra is for, its packages, its name, and what it costs to be without it."""


@frozen
class Equipment:
    """One thing that the library uses where it is there; `found` is which, or "" where it is missing."""

    name: str
    found: str
    costs: str = ""
    """What is not done without it."""
    mend: str = ""
    """How to get it."""


def list_equipment() -> tuple[Equipment, ...]:
    """What there is of all that the library can use, and what is missing; documents are whole without any of it."""
    office = find_office()
    folder = cache_folder()
    return (
        Equipment("bscb-docs", f"{version('bscb-docs')} on Python {platform.python_version()}"),
        Equipment(
            "LibreOffice",
            (office_version() or str(office)) if office else "",
            "The contents have no page numbers until Word fills them in (Ctrl+A, then F9), and no PDF is made.",
            "Install it from https://www.libreoffice.org, or set BSCB_DOCS_SOFFICE to its program soffice.",
        ),
        Equipment(
            "Arial, or a font of its widths",
            _font(),
            "Pages are laid out in another font, so that page numbers and PDFs differ from what Word shows.",
            "Install Arial or Liberation Sans (on Debian and Ubuntu the package fonts-liberation).",
        ),
        *_fonts_of_writing_systems(),
        *(
            Equipment(
                f"Packages for {what}", _packages(names), costs, f"pip install '.[{extra}]' in the library's folder."
            )
            for what, names, extra, costs in _EXTRAS
        ),
        Equipment(
            "Types for mypy",
            "" if _is_editable() else "in the package",
            "mypy does not find what is installed with -e (import-not-found), so it checks nothing of a plugin.",
            "Who writes plugins installs it plainly: pip install . in the library's folder.",
        ),
        Equipment(
            "A folder for what is kept between runs",
            str(folder or ""),
            "Every run compiles the templates anew, which takes a second or two.",
            "Set BSCB_DOCS_CACHE to a folder that is yours alone.",
        ),
    )


def _font() -> str:
    """The first font file of those that will do, or ""."""
    files = (path for folder in font_folders() for path in folder.iterdir() if path.name.lower() in _FONTS)
    return next((path.stem for path in files), "")


def _fonts_of_writing_systems() -> Iterator[Equipment]:
    """The writing systems beside Latin that PDFs can show, and those that they would show as boxes."""
    there = writing_systems_with_fonts()
    for name, systems in (("other", there), ("lacking", [system for system in WRITING_SYSTEMS if system not in there])):
        if systems:
            listed = ", ".join(system.name for system in systems)
            packages = " and ".join(dict.fromkeys(system.package for system in systems))
            yield Equipment(
                "Fonts of other scripts" if name == "other" else f"Fonts of {listed}",
                listed if name == "other" else "",
                "Words in these scripts are boxes in PDFs; in Word they depend on the fonts of whoever opens them.",
                f"Install Noto Sans of these scripts (on Debian and Ubuntu the package {packages}).",
            )


def _is_editable() -> bool:
    """True where the library is installed with `pip install -e`, through hooks that no type checker follows."""
    return '"editable": true' in (distribution("bscb-docs").read_text("direct_url.json") or "")


def _packages(names: tuple[str, ...]) -> str:
    """The packages with their versions; "" where one is missing."""
    try:
        return ", ".join(f"{name} {version(name)}" for name in names)
    except PackageNotFoundError:
        return ""
