"""
The visible text of a PDF page.

Words that no reader sees must not count: text of render mode 3 (invisible), of less than two points, outside
the page, or in the colour of the paper. Two things look alike and are kept: the text layer that OCR puts behind
a scanned picture, and white words on a dark box. So invisible and white text counts where a picture or a
filled shape lies under it.
"""

from __future__ import annotations

import ctypes
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
from pypdfium2 import raw

from brobygger.data.documents.unseen import COLOUR, HIDDEN, OUTSIDE, TINY, Unseen

SMALLEST = 2.0  # points
PAPER = 235  # of 255 in every channel: paler is white
FAINT = 25  # of 255: opacity up to which letters are not seen
HYPHEN_MARKS = {0x02: "-\n", 0xFFFE: "-\n"}  # what PDFium puts for a hyphen and the end of its line
MOST_CHARACTERS = 1_000_000  # on one page
COVERS = (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING, raw.FPDF_PAGEOBJ_FORM)


class Box(NamedTuple):
    """In points of the page, from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def centre(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.bottom <= y <= self.top


def visible_text(document: pdfium.PdfDocument, index: int, unseen: Unseen) -> str:
    """
    Text of page `index` (from 0) in the order of the file, which is column by column in almost all of them; what
    nobody sees is added to `unseen`.

    Raises:
        pdfium.PdfiumError: the page is damaged.
    """
    page = document[index]
    try:
        text = page.get_textpage()
        try:
            return _Page(page, text).text(unseen)
        finally:
            text.close()
    finally:
        page.close()


class _Page:
    def __init__(self, page: pdfium.PdfPage, text: pdfium.PdfTextPage) -> None:
        self.page = page
        self.raw = text.raw
        self.bounds = Box(*page.get_bbox())
        self._covers: npt.NDArray[np.float64] | None = None
        self._unseen: dict[int, str] = {}  # text object → why nobody sees it; "" for one that is visible

    def text(self, unseen: Unseen) -> str:
        count = min(raw.FPDFText_CountChars(self.raw), MOST_CHARACTERS)
        pieces = []
        left_out: dict[str, list[str]] = {}
        why = ""
        for index in range(max(count, 0)):
            code = raw.FPDFText_GetUnicode(self.raw, index)
            is_space = code in (0x0D, 0x0A, 0x20)
            letter = HYPHEN_MARKS.get(code) or (chr(code) if code <= 0x10FFFF else "")
            why = why if is_space else self._why_unseen(index)
            if why:
                left_out.setdefault(why, []).append(letter)
            if is_space or not why:
                pieces.append(letter)
        for reason, letters in left_out.items():
            unseen.add(reason, "".join(letters))
        # letters beyond the basic plane come as two surrogates
        return (
            "".join(pieces)
            .encode("utf-16", "surrogatepass")
            .decode("utf-16", "replace")
            .replace("\r\n", "\n")
        )

    def _why_unseen(self, index: int) -> str:
        owner = raw.FPDFText_GetTextObject(self.raw, index)
        address = ctypes.cast(owner, ctypes.c_void_p).value
        if address is None:
            return ""  # a space or break that PDFium put in
        if address not in self._unseen:
            self._unseen[address] = self._reason(owner, index)
        return self._unseen[address]

    def _reason(self, owner: raw.FPDF_PAGEOBJECT, index: int) -> str:
        rectangle = raw.FS_RECTF()
        if not raw.FPDFText_GetLooseCharBox(self.raw, index, rectangle):
            return ""
        box = Box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        if max(box.right - box.left, box.top - box.bottom) < SMALLEST:
            return TINY
        x, y = box.centre
        if not self.bounds.holds(x, y):
            return OUTSIDE
        mode = raw.FPDFTextObj_GetTextRenderMode(owner)
        invisible = mode in (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
        if not invisible and not _is_pale(owner):
            return ""
        left, bottom, right, top = self.covers
        if np.any((left <= x) & (x <= right) & (bottom <= y) & (y <= top)):
            return ""
        return HIDDEN if invisible else COLOUR

    @property
    def covers(self) -> npt.NDArray[np.float64]:
        """
        Boxes of pictures, and of shapes filled with anything but white, looked up only when it matters.

        Shape 4 × boxes, rows as in `Box`.
        """
        if self._covers is None:
            boxes = [
                one.get_bounds()
                for one in self.page.get_objects(filter=COVERS, max_depth=1)
                if one.type != raw.FPDF_PAGEOBJ_PATH or _is_filled(one.raw)
            ]
            self._covers = np.array(boxes, np.float64).reshape(-1, 4).T
        return self._covers


def _is_filled(path: raw.FPDF_PAGEOBJECT) -> bool:
    fill, stroke = ctypes.c_int(), raw.FPDF_BOOL()
    return bool(raw.FPDFPath_GetDrawMode(path, fill, stroke) and fill.value) and not _is_pale(path)


def _is_pale(item: raw.FPDF_PAGEOBJECT) -> bool:
    """Whether the fill colour is that of paper, or transparent."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetFillColor(item, red, green, blue, alpha):
        return False
    return alpha.value <= FAINT or min(red.value, green.value, blue.value) >= PAPER
