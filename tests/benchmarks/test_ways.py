"""The benchmark's ways set every text of the same page."""

from pathlib import Path

import pytest

from benchmarks.measuring import require_texts, run_process
from benchmarks.peers import PEERS, found_peers, peer_command
from benchmarks.ways import WAYS
from benchmarks.work import SMALL, make_page, template_of


@pytest.mark.parametrize("way", WAYS)
def test_each_way_sets_every_text_of_the_page(tmp_path: Path, way: str) -> None:
    """A way that left words out, or stopped, would make the others look slow."""
    template, page = tmp_path / "small.docx", make_page(SMALL)
    template.write_bytes(template_of(SMALL))
    require_texts(WAYS[way](template, page)(), page.texts(), way)


@pytest.mark.parametrize("peer", PEERS)
def test_each_peer_in_node_sets_every_text_of_the_page(tmp_path: Path, peer: str) -> None:
    """Its template says the same in its own language; without node and its packages it is left out of the table."""
    if peer not in found_peers():
        pytest.skip(f"node does not find {peer}; install it with npm and name its folder in NODE_PATH")
    out, page = tmp_path / "out.docx", tmp_path / "page.json"
    page.write_text(make_page(SMALL).to_json(), encoding="utf-8")
    run_process(peer_command(peer, SMALL, page, out), tmp_path)
    require_texts(out.read_bytes(), make_page(SMALL).texts(), peer)
