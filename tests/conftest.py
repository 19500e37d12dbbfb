"""What many tests share: the example boards, read once, and the switch that renews golden files."""

from collections.abc import Iterator

import pytest
from folders import BOARDS, EXAMPLES

import bscb_docs
from bscb_docs import Board
from bscb_docs.diagnostics.cache import FOLDER


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds `--renew-golden`, which writes what is built now over the golden files, for a reviewer to read."""
    parser.addoption("--renew-golden", action="store_true", help="write golden files anew")


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What runs keep for each other lies in a folder of these tests, not in the user's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(FOLDER, str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def boards() -> dict[str, Board]:
    """The example boards by the name of their folder."""
    return {name: bscb_docs.read_board(EXAMPLES / name) for name in BOARDS}
