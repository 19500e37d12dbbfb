"""Prints the contents of a Word document as LibreOffice writes them anew, then its headings with their fields so.

Its Python must have the bridge `uno`.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue

source = Path(sys.argv[1]).resolve()
with tempfile.TemporaryDirectory() as private:
    pipe = f"bscb-docs-{Path(private).name}"
    office = subprocess.Popen(
        [
            "soffice",
            f"-env:UserInstallation={Path(private).as_uri()}/profile",
            "--headless",
            "--norestore",
            f"--accept=pipe,name={pipe};urp;",
        ],
        stderr=subprocess.DEVNULL,
    )
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            break
        except Exception:
            time.sleep(0.2)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    document = desktop.loadComponentFromURL(source.as_uri(), "_blank", 0, (hidden,))
    for number in range(document.DocumentIndexes.Count):
        contents = document.DocumentIndexes.getByIndex(number)
        contents.update()
        print(contents.getAnchor().getString())
    document.getTextFields().refresh()
    print("\f", end="")
    paragraphs = document.getText().createEnumeration()
    while paragraphs.hasMoreElements():
        paragraph = paragraphs.nextElement()
        if paragraph.supportsService("com.sun.star.text.Paragraph") and paragraph.OutlineLevel:
            print(paragraph.getString())
    document.close(True)
    desktop.terminate()
    office.wait()
