"""Picture markup: a picture in line with the text, as WordprocessingML."""

from bscb_docs.ooxml.word_markup import NAMESPACES, words

EMU_PER_TWIP = 635
_DECORATION = (
    '><a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst></wp:docPr>'
)
"""Ends the properties of a drawing that says nothing: Word tells screen readers to pass over it."""


def picture_run(number: int, relationship: str, text: str, width: int, height: int) -> str:
    """A run with a picture in line with the text, in twips; `text` is its alternative text, or empty for decoration."""
    extent = f'cx="{width * EMU_PER_TWIP}" cy="{height * EMU_PER_TWIP}"'
    name = f"Picture {number}"
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr id="{number}" name="{name}" descr="{words(text)}"{"/>" if text else _DECORATION}'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{NAMESPACES["pic"]}"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="{name}" descr="{words(text)}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        f"</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
