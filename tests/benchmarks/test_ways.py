"""The benchmark's ways set every text of the same page."""

from pathlib import Path

import pytest

from benchmarks.measuring import require_texts
from benchmarks.ways import WAYS
from benchmarks.work import SMALL, make_page, template_of


@pytest.mark.parametrize("way", WAYS)
def test_each_way_sets_every_text_of_the_page(tmp_path: Path, way: str) -> None:
    """A way that left words out, or stopped, would make the others look slow."""
    template, page = tmp_path / "small.docx", make_page(SMALL)
    template.write_bytes(template_of(SMALL))
    require_texts(WAYS[way](template, page)(), page.texts(), way)
