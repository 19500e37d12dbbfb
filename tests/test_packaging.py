"""The wheel and the sdist, installed into fresh environments, hold all that building the pack needs."""

import subprocess
import sys
import venv
from pathlib import Path

import pytest
from folders import EXAMPLES, ROOT

from bscb_docs import load_catalogue

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path | None = None) -> str:
    """What a program prints; the test fails with its words where it fails."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, cwd=cwd)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist, the wheel made from the sdist as an index would."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--outdir", folder, ROOT)
    return folder


@pytest.mark.parametrize("pattern", ["*.whl", "*.tar.gz"])
def test_the_pack_is_built_from_a_fresh_installation(pattern: str, built: Path, tmp_path: Path) -> None:
    """Plugins and templates travel along, and the command finds them away from the source."""
    home = tmp_path / "fresh"
    venv.create(home, with_pip=True)
    programs = home / ("Scripts" if sys.platform == "win32" else "bin")
    (package,) = built.glob(pattern)
    run(programs / "python", "-m", "pip", "install", "--quiet", package)
    run(programs / "bscb-docs", "build", EXAMPLES / "birmingham", "--no-pages", "--out", tmp_path / "out", cwd=tmp_path)
    assert len(list((tmp_path / "out").glob("*.docx"))) == 4
    typed = run(programs / "python", "-c", "import bscb_docs, pathlib; print(pathlib.Path(bscb_docs.__file__).parent)")
    assert (Path(typed.strip()) / "py.typed").is_file()


def test_every_section_template_has_the_stem_of_its_plugin() -> None:
    """A person who sees a Word file in templates/ knows which plugin fills it."""
    templates = {path.stem for path in (ROOT / "templates").glob("*.docx")} - {"house"}
    assert templates <= set(load_catalogue().plugins)
