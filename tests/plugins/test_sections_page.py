"""The page about sections: what each prints and from which fields, as the code and the templates are today."""

import re

import pytest
from folders import ROOT
from section_entries import NO_REASON, PICTURES, entry, unused

from bscb_docs.plugin_api.registry import load_catalogue

PAGE = ROOT / "docs" / "sections.md"
SECTIONS = sorted(load_catalogue().sections.values(), key=lambda section: section.name)
LAST = "## Fields that no section prints\n"


@pytest.mark.slow
def test_the_page_of_sections_is_current(request: pytest.FixtureRequest) -> None:
    """docs/sections.md is what the code says today; `pytest --renew-golden` writes it anew."""
    page = PAGE.read_text(encoding="utf-8")
    begins, last = page.partition("\n\n## ")[0], page.partition(LAST)[2].partition("\n\n| ")[0]
    wanted = "\n".join([f"{begins}\n", *map(entry, SECTIONS), f"{LAST}{last}\n\n{unused(SECTIONS)}"])
    if request.config.getoption("--renew-golden"):
        PAGE.write_text(wanted, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == wanted
    assert NO_REASON not in wanted, "a field that no section prints says what it is for: one(use=...)"


def test_every_section_has_its_picture_with_words() -> None:
    """`python tests/helpers/section_pictures.py NAME` draws one anew; all of them are small enough to be kept."""
    shown = dict(re.findall(r"^!\[([^\]]+)\]\(pictures/sections/(.+)\.png\)$", PAGE.read_text(encoding="utf-8"), re.M))
    names = {section.name for section in SECTIONS}
    assert names == set(shown.values()) == {path.stem for path in PICTURES.iterdir()}
    assert len(shown) == len(names), "two pictures have the same alternative text"
    assert sum(path.stat().st_size for path in PICTURES.iterdir()) < 1_500_000
