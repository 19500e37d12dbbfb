"""The map of docs/: every page is on it, and every link of every page leads somewhere."""

import re
from pathlib import Path

import pytest
from folders import ROOT

DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
MAP = DOCS / "README.md"
_LINK = re.compile(r"\[[^\]]*\]\(((?!https?:|mailto:|#)[^)\s]+|#[^)\s]+)\)")
_CODE = re.compile(r"^ *```.*?^ *```", re.DOTALL | re.MULTILINE)


def links_of(page: Path) -> list[str]:
    """The addresses of a page's links into the repository; what stands in code is none."""
    return _LINK.findall(re.sub(r"`[^`\n]*`", "", _CODE.sub("", page.read_text(encoding="utf-8"))))


def anchors_of(page: Path) -> set[str]:
    """The names by which a page's headings can be linked to."""
    heads = re.findall(r"^#+ (.+)$", _CODE.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", [*PAGES, ROOT / "README.md", ROOT / "CONTRIBUTING.md"], ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    """A file or folder that is there, and a heading that it has."""
    lost = []
    for link in links_of(page):
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        if not target.exists() or (anchor and anchor not in anchors_of(target)):
            lost.append(link)
    assert lost == []


def test_every_page_is_on_the_map() -> None:
    """A page that nobody leads to is not found."""
    led_to = {(DOCS / link.partition("#")[0]).resolve() for link in links_of(MAP)}
    assert {page for page in PAGES if page.resolve() not in led_to} == {MAP}


def test_the_readme_leads_to_the_map() -> None:
    """Whoever begins at the README finds the rest."""
    assert any(link == "docs/README.md" for link in links_of(ROOT / "README.md"))
