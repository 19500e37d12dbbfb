"""DOCX-10: children stand in the order of the schema (ECMA-376 part 1, annex A)."""
# ruff: noqa: E501  the orders are read beside the schema, one element a line

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from bscb_docs.document_check.fault_tally import Fault
from bscb_docs.ooxml.xml_trees import MAIN, w

_SIDES = "top start left bottom end right insideH insideV"
_RUN = (
    "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath rPrChange"
)
_PARAGRAPH = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens "
    "kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
    "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle "
    "rPr sectPr pPrChange"
)
_ORDERS = {
    "rPr": _RUN,
    "pPr": _PARAGRAPH,
    "numPr": "ilvl numId numberingChange ins",
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders "
        "shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange"
    ),
    "tblPrEx": "tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblPrExChange",
    "tcPr": (
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers cellIns "
        "cellDel cellMerge tcPrChange"
    ),
    "sectPr": (
        "headerReference|footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt "
        "vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange"
    ),
    "tblBorders": _SIDES,
    "tcBorders": f"{_SIDES} tl2br tr2bl",
    "tblCellMar": "top start left bottom end right",
    "tcMar": "top start left bottom end right",
    "pBdr": "top left bottom right between bar",
    "sdt": "sdtPr sdtEndPr sdtContent",
    "style": (
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal "
        "personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
    ),
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "docDefaults": "rPrDefault pPrDefault",
    "styles": "docDefaults latentStyles style",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "num": "abstractNumId lvlOverride",
    "lvlOverride": "startOverride lvl",
    "settings": (
        "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries displayBackgroundShape "
        "printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts saveSubsetFonts "
        "saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop "
        "hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate linkStyles "
        "stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves "
        "doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop autoHyphenation "
        "consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle "
        "evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing "
        "drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery "
        "doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData "
        "noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore "
        "savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText "
        "doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags alwaysMergeEmptyNamespace "
        "updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids uiCompat97To2003 attachedSchema themeFontLang clrSchemeMapping "
        "doNotIncludeSubdocsInStats doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType "
        "schemaLibrary shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator"
    ),
}
_RANKS = {
    w(parent): {w(name): rank for rank, step in enumerate(order.split()) for name in step.split("|")}
    for parent, order in _ORDERS.items()
}
_MANY = (
    "headerReference footerReference tblStylePr style abstractNum num lvl lvlOverride numPicBullet attachedSchema activeWritingStyle "
    "smartTagType"
)
_REPEATED = frozenset(w(name) for name in _MANY.split())
_FIRST = {w("p"): w("pPr"), w("r"): w("rPr"), w("tc"): w("tcPr")}
_ROW, _CELL, _ROW_PROPERTIES = w("tr"), w("tc"), w("trPr")
_GRID, _LONGEST_NUMBER = w("docGrid"), 9
"""LibreOffice writes small negative numbers there as if they were huge."""
_TABLE, _OF_TABLE = w("tbl"), (w("tblPr"), w("tblGrid"))
_LAST_OF_ROW = frozenset({w("tblPrEx"), _ROW_PROPERTIES})
_OF_ROW = "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden ins del trPrChange"
_ROW_MARKS = frozenset(w(name) for name in _OF_ROW.split())
_OURS = f"{{{MAIN}}}"


def misplaced(element: Element) -> Iterator[Fault]:
    """A fault for each element, in or under this one, whose children Word would not accept in that order."""
    for parent in element.iter():
        tag = parent.tag
        if tag == _TABLE:
            yield from misplaced_in_table(parent)
        elif tag == _GRID and len(parent.get(w("charSpace"), "")) > _LONGEST_NUMBER:
            yield Fault("DOCX-10", "The mark 'w:docGrid' holds a number that is larger than any that Word can hold.")
        if tag in _RANKS:
            wrong = _out_of_order(parent, _RANKS[tag])
        elif tag in _FIRST:
            wrong = next((child for child in parent[1:] if child.tag == _FIRST[tag]), None)
        elif tag == _ROW:
            wrong = _late_in_row(parent)
        else:
            continue
        if wrong is not None:
            yield Fault("DOCX-10", f"The mark '{_short(wrong)}' stands in the wrong place within '{_short(parent)}'.")


def misplaced_in_table(table: Element) -> Iterator[Fault]:
    """A fault where a table does not begin with its properties and its columns."""
    lacking = [name for name in _OF_TABLE if table.find(name) is None]
    if lacking:
        yield Fault("DOCX-10", f"A table has no mark '{lacking[0].replace(_OURS, 'w:')}' before its rows.")


def _out_of_order(parent: Element, ranks: dict[str, int]) -> Element | None:
    highest = -1
    for child in parent:
        tag = child.tag
        rank = ranks.get(tag)
        if rank is None:
            if tag.startswith(_OURS):
                return child
            continue
        if rank < highest or (rank == highest and tag not in _REPEATED):
            return child
        highest = rank
    return None


def _late_in_row(row: Element) -> Element | None:
    cells = False
    for child in row:
        cells = cells or child.tag == _CELL
        if cells and child.tag in _LAST_OF_ROW:
            return child
        if child.tag == _ROW_PROPERTIES:
            wrong = next((mark for mark in child if mark.tag.startswith(_OURS) and mark.tag not in _ROW_MARKS), None)
            if wrong is not None:
                return wrong
    return None


def _short(element: Element) -> str:
    return f"w:{element.tag.rpartition('}')[2]}"
