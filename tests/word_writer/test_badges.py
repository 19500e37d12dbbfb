"""What stands before the name of a priority: its word and counted number, in the style that the house has for it."""

from pathlib import Path

import one_section
import pytest

from bscb_docs.ooxml.package import read_parts


@pytest.mark.parametrize(("number", "style"), [(1, 1), (6, 6), (7, 1), (14, 2)])
def test_after_the_last_colour_comes_the_first_again(tmp_path: Path, number: int, style: int) -> None:
    """The house has six; the number beside them is always the counted one."""
    heading = one_section.paragraph(f'{{{{ "Priority" | badge({number}) }}}} Neglect', "Heading1")
    built = one_section.build(heading, tmp_path)
    mark = f"Priority {style}"
    assert built.text.strip().splitlines()[-1] == f"heading 1 | <{mark}> Priority {number}: </{mark}> Neglect"
    assert [heading.text for heading in built.headings] == [f"Priority {number}: Neglect"]


def test_a_reference_to_a_priority_bears_no_colour(tmp_path: Path) -> None:
    """Word, updating the number, would bring along the look that it has in its heading."""
    heading = one_section.paragraph('{{ "Priority" | badge(2) }} {{ words | named("P2") }}', "Heading1")
    prose = one_section.paragraph("{{p text | prose }}")
    page = one_section.Words(text=one_section.Prose("As [Priority](#P2) says."))
    built = one_section.build(heading + prose, tmp_path, page)
    assert r"\* CHARFORMAT" in read_parts(built.data, "it")["word/document.xml"].decode()
    assert built.text.strip().endswith("As Priority 2 says.")
