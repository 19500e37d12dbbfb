"""Long runs: `python -m benchmarks.long_runs [CASES] [KILLS]`: the fault and property tests with counts of hours."""

import os
import subprocess
import sys
from pathlib import Path

FILES = ("tests/test_properties.py", "tests/output/test_faults_writing.py")
CASES, KILLS = "100000", "100"


def main() -> int:
    """The exit code of the tests, run with as many cases and kills as are asked for."""
    cases, kills = (*sys.argv[1:3], *(CASES, KILLS)[len(sys.argv) - 1 :])[:2]
    counts = {"BSCB_DOCS_CASES": cases, "BSCB_DOCS_KILLS": kills}
    root = Path(__file__).parent.parent
    command = [sys.executable, "-m", "pytest", "-q", "--durations=0", *FILES]
    return subprocess.run(command, cwd=root, env=os.environ | counts, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
