"""LibreOffice as a program: where it stands, which version it is, and Word documents that it turns into PDF."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import md5
from pathlib import Path
from pkgutil import get_data
from tempfile import TemporaryDirectory

from bscb_docs.diagnostics.errors import PdfError

VARIABLE = "BSCB_DOCS_SOFFICE"
_USUAL_PLACES = {
    "win32": (
        r"C:\Program Files\LibreOffice\program\soffice.com",
        r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
    ),
    "darwin": (
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
        "~/Applications/LibreOffice.app/Contents/MacOS/soffice",
    ),
}
_FILTER = "pdf:writer_pdf_Export:" + json.dumps(
    {
        name: {"type": "boolean", "value": str(value).lower()}
        for name, value in {
            "PDFUACompliance": True,
            "UseTaggedPDF": True,
            "DisplayPDFDocumentTitle": True,
            "EmbedStandardFonts": True,
            "ExportBookmarks": True,  # the outline that a reader's side panel shows
            "ExportBookmarksToPDFDestination": True,  # Word's bookmarks by name: pages_of_bookmarks reads them
            "IsSkipEmptyPages": False,  # else a blank page counts in "Page x" and not in the file
            "UseLosslessCompression": True,  # JPEG blurs the letters of a chart
        }.items()
    }
)
_PROFILE = "libreoffice_profile.xcu"
"""The settings of a new profile, as LibreOffice writes them."""


def find_office() -> Path | None:
    """LibreOffice's program: the one that BSCB_DOCS_SOFFICE names, on PATH or in its usual place; else None."""
    if named := os.environ.get(VARIABLE):
        return Path(named) if Path(named).is_file() else None
    on_path = (shutil.which(name) for name in ("soffice", "libreoffice"))
    usual = (str(Path(place).expanduser()) for place in _USUAL_PLACES.get(sys.platform, ()))
    return next((Path(place) for place in (*on_path, *usual) if place and Path(place).is_file()), None)


def office_version() -> str:
    """What made the PDFs, such as "LibreOffice 7.4.7.2"; "" where there is no LibreOffice."""
    office = find_office()
    if office is None:
        return ""
    with suppress(OSError, subprocess.TimeoutExpired):
        told = subprocess.run([office, "--version"], capture_output=True, text=True, timeout=30, check=False)  # noqa: S603 - find_office names it
        return " ".join(told.stdout.split()[:2])
    return ""


def convert(documents: Mapping[str, bytes], timeout: float) -> dict[str, bytes]:
    """One start of LibreOffice: name -> PDF as LibreOffice writes it; a document that it cannot read is left out.

    Raises PdfError where LibreOffice is missing, cannot be started, or takes longer than `timeout` seconds.
    """
    office = _office_or_why()
    try:
        with TemporaryDirectory(prefix="bscb-docs-", ignore_cleanup_errors=True) as private:
            room = Path(private).resolve()
            # A name of ours for each file: theirs may hold a slash, or differ in capitals only.
            files = {name: room / f"{number}.docx" for number, name in enumerate(documents)}
            for name, file in files.items():
                file.write_bytes(documents[name])
            _run(office, room, [str(file) for file in files.values()], timeout)
            return dict(_whole(files))
    except OSError as fault:
        raise PdfError(f"LibreOffice ({office}) could not be started or given its files: {fault}.") from fault


def _office_or_why() -> Path:
    """LibreOffice's program; raises PdfError, which says what to install, where there is none."""
    if office := find_office():
        return office
    if named := os.environ.get(VARIABLE):
        raise PdfError(
            f"{VARIABLE} says that LibreOffice stands at {named}, but no program is there: mend or unset it."
        )
    raise PdfError(
        "A PDF needs LibreOffice, which was not found: install it from https://www.libreoffice.org (on Debian and "
        f"Ubuntu the package libreoffice-writer), or set {VARIABLE} to its program soffice."
    )


def _whole(files: Mapping[str, Path]) -> Iterator[tuple[str, bytes]]:
    """The PDFs that are there to their last line: LibreOffice's exit code is 0 for a document that it never read."""
    for name, file in files.items():
        made = file.with_suffix(".pdf")
        if made.is_file() and (pdf := made.read_bytes()).rstrip().endswith(b"%%EOF"):
            yield name, pdf


def _run(office: Path, room: Path, files: list[str], timeout: float) -> None:
    """One LibreOffice with a profile of its own: of several that share one, some fail without a word."""
    profile, litter = room / "profile", room / "temp"
    (profile / "user").mkdir(parents=True)
    litter.mkdir()
    (profile / "user" / "registrymodifications.xcu").write_bytes(get_data(__package__, _PROFILE) or b"")
    command = [str(office), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck"]
    command += ["--convert-to", _FILTER, "--outdir", str(room), *files]
    surroundings = os.environ | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(litter))
    with subprocess.Popen(  # noqa: S603 - the program is the one that find_office names; no shell
        command,
        env=surroundings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            process.wait(timeout)
        except BaseException as fault:  # a person's Ctrl-C, too, must leave no LibreOffice behind
            _end(process, profile)
            if isinstance(fault, subprocess.TimeoutExpired):
                raise PdfError(
                    f"LibreOffice was not ready after {timeout:g} seconds and was ended: allow it more time, or make "
                    "fewer documents at once."
                ) from None
            raise


def _end(process: subprocess.Popen[bytes], profile: Path) -> None:
    """Nothing is left of the program and of all that it started: soffice is a script that starts others."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)  # noqa: S603, S607 - Windows' own
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        # Killed, LibreOffice leaves its socket in /tmp, named by the MD5 of its profile's address.
        name = "".join(
            f"{byte:x}" for byte in md5(profile.as_uri().encode("utf-16-le"), usedforsecurity=False).digest()
        )
        Path(f"/tmp/OSL_PIPE_{os.getuid()}_SingleOfficeIPC_{name}").unlink(missing_ok=True)  # noqa: S108 - where it puts it
    process.wait()
