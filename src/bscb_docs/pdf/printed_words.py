"""Whether every word of a Word document stands in the PDF made of it, and stands there whole."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing

from attrs import frozen

from bscb_docs.ooxml.paragraph_words import words_in
from bscb_docs.ooxml.part_names import DOCUMENT, ENDNOTES, FOOTNOTES
from bscb_docs.ooxml.xml_trees import tree, w
from bscb_docs.ooxml.zip_archive import open_archive

_STORIES = (DOCUMENT, FOOTNOTES, ENDNOTES)
_NUMBERED = "\ufdd0"  # stands in no text: the number of a note, which PDFium joins to the word before it, so left out
_TABBED = re.compile(r"(\w+)\t(\w+)")
_TURN = re.compile("(?<=[0-9])(?=[\u0590-\u08ff])|(?<=[\u0590-\u08ff])(?=[0-9])")
"""Between a figure and a letter from right to left, which meet where the line turns round."""
_LINE_END_HYPHEN = "\ufffe"  # PDFium's character for a hyphen that ends a line


@frozen
class PrintedWords:
    """What a PDF does to the words of its document.

    `lost` holds the paragraphs, as far as one can be named, of which words do not stand in the PDF; `broken` the words
    that a line's end cuts in two without a hyphen, because their column is narrower than they are.
    """

    lost: tuple[str, ...]
    broken: tuple[str, ...]


def compare_words(docx: bytes, pdf: bytes, boxes: str = "") -> PrintedWords:
    """The words of a document's body and notes looked for in its PDF.

    Words are counted, not followed in order: a table that runs over several pages is printed page by page, and Word's
    own numbers, headers and footers stand in the PDF besides. So a word that headers repeat can be lost unseen where it
    is lost alone; a line that LibreOffice clips holds others, and is found by them. Words with letters that no font has
    (`boxes`) stand in no PDF, and are left out. Two words with a tab between them may stand as one, where the tab has
    no room left: as a heading that fills its line of the contents, and its page.
    """
    paragraphs = list(paragraphs_of(docx))
    page_text = _page_text(pdf)
    printed = Counter(_words(page_text))
    missing = Counter(word for text in paragraphs for word in _words(text) if not boxes or set(word).isdisjoint(boxes))
    missing.subtract(printed)
    for pair in (match.groups() for text in paragraphs for match in _TABBED.finditer(text)):
        if printed[joined := _key("".join(pair))] and all(missing[_key(word)] > 0 for word in pair):
            missing.subtract(map(_key, pair))
            printed[joined] -= 1
    short = {word: count for word, count in missing.items() if count > 0}
    if not short:
        return PrintedWords((), ())
    across = Counter(_key(word) for word in _joined_at_line_ends(page_text))
    broken = {word for word, count in short.items() if len(word) > 1 and across[word] >= count}
    typed = {_key(word): word for text in paragraphs for word in _typed_words(text)}
    return PrintedWords(
        tuple(_those_with(paragraphs, short.keys() - broken)), tuple(sorted(typed[word] for word in broken))
    )


def _joined_at_line_ends(page_text: str) -> Iterator[str]:
    """The words that a line's last letters make with the first ones of the lines after it, up to five lines."""
    lines = [words for line in page_text.splitlines() if (words := _typed_words(line))]
    for number, words in enumerate(lines):
        word = words[-1]
        for following in lines[number + 1 : number + 5]:
            word += following[0]
            yield word
            if len(following) > 1:
                break


def _those_with(paragraphs: Iterable[str], gone: set[str]) -> Iterator[str]:
    """For each lost word the paragraph that holds the most of what was lost, each paragraph once."""
    counts = [(text, sum(word in gone for word in _words(text))) for text in paragraphs]
    left = set(gone)
    for text, count in sorted(counts, key=lambda counted: -counted[1]):
        if count and left & set(_words(text)):
            left -= set(_words(text))
            yield text


def paragraphs_of(docx: bytes) -> Iterator[str]:
    """The words of every paragraph of the body, of tables and of notes; fields give what they show."""
    parts, _ = open_archive(docx)
    for story in [tree(parts.read(name)) for name in _STORIES] if parts else ():
        for paragraph in () if story is None else story.iter(w("p")):
            text = words_in(paragraph, note=_NUMBERED)
            if text.strip():
                yield text


def _page_text(pdf: bytes) -> str:
    import pypdfium2  # type: ignore[import-untyped]  # it ships no types

    with closing(pypdfium2.PdfDocument(pdf)) as document:
        pages = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    return "\n".join(pages).replace(_LINE_END_HYPHEN, "-")


def _typed_words(text: str) -> list[str]:
    text = _TURN.sub(" ", unicodedata.normalize("NFKC", text))
    return re.findall(rf"\w+(?![\w{_NUMBERED}])", text)


def _words(text: str) -> list[str]:
    return [_key(word) for word in _typed_words(text)]


def _key(word: str) -> str:
    """A word as it is counted; one of a script that runs from right to left by its letters, whatever their order."""
    from_right = any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in word)
    return "".join(sorted(word)) if from_right else word
