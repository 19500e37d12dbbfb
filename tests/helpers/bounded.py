"""Code that runs in a process of its own, with bounded time and memory."""

import resource
import subprocess
import sys
from pathlib import Path

SECONDS, MEGABYTES = 30, 1_500


def bounded(test: str, code: str, folder: Path) -> str:
    """What code prints in a process with so much time and memory; it may import from the file of the test.

    The test fails where it needs more of either. Time is the processor's own, so that a busy machine fails no test.
    """
    paths = [str(Path(test).parent), str(Path(__file__).parent)]

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES * 2**20, MEGABYTES * 2**20))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))

    done = subprocess.run(
        [sys.executable, "-c", f"import sys\nsys.path[:0] = {paths!r}\n{code}", folder],
        capture_output=True,
        text=True,
        timeout=20 * SECONDS,
        preexec_fn=limit,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout
