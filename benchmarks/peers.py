"""Peers: docxtemplater and carbone, which run in node, on the same page; they are left out where node has them not."""

import shutil
import subprocess
from pathlib import Path

from benchmarks.work import CARBONE, DOCXTEMPLATER, template_of

SCRIPT = Path(__file__).with_name("node_ways.js")
PEERS = {"docxtemplater": (DOCXTEMPLATER, ("docxtemplater", "pizzip")), "carbone": (CARBONE, ("carbone",))}
"""Each with how its templates are written, and the packages of npm that it needs."""


def found_peers() -> list[str]:
    """The peers that node can load: `npm install --prefix FOLDER docxtemplater pizzip carbone`, with NODE_PATH set."""
    node = shutil.which("node")
    return [name for name, (_, packages) in PEERS.items() if node and _loads(node, packages)]


def _loads(node: str, packages: tuple[str, ...]) -> bool:
    needs = "".join(f"require('{package}');" for package in packages)
    return subprocess.run([node, "-e", needs], capture_output=True, check=False).returncode == 0


def peer_command(name: str, size: str, page: Path, out: Path) -> tuple[str, ...]:
    """The command that sets a page, given as JSON, with a peer; its template is written beside the page."""
    template = page.with_name(f"{name}-{size}.docx")
    template.write_bytes(template_of(size, PEERS[name][0]))
    return "node", str(SCRIPT), name, str(template), str(page), str(out)
