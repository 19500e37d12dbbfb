"""The folders in which the fonts of this computer lie."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

_FONT_FOLDERS = {
    "win32": (r"C:\Windows\Fonts", "~/AppData/Local/Microsoft/Windows/Fonts"),
    "darwin": ("/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts"),
}
_USUAL_FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")


def font_folders() -> Iterator[Path]:
    """Every folder in which fonts lie: each changes when a font comes or goes."""
    for name in _FONT_FOLDERS.get(sys.platform, _USUAL_FONT_FOLDERS):
        for folder, folders, _ in os.walk(Path(name).expanduser()):
            folders.sort()
            yield Path(folder)
