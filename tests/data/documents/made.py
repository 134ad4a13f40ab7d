"""Office and PDF files made on the spot by other people's writers."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import docx
import openpyxl
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Pt, RGBColor
from odf import style as odf_style
from odf import table as odf_table
from odf import text as odf_text
from odf.opendocument import OpenDocumentText
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

WHITE = RGBColor(255, 255, 255)


def docx_bytes() -> bytes:
    """A CV with a heading, lists, a table, a page header, and words that nobody sees."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Side 1"
    document.add_heading("Curriculum vitae", 1)
    document.add_paragraph("Designingeniør med erfaring i ")
    document.paragraphs[-1].add_run("pumper").bold = True
    document.add_paragraph("Siemens NX", style="List Bullet")
    document.add_paragraph("Pro|E".replace("|", "/"), style="List Number")
    table = document.add_table(rows=2, cols=2)
    for row, cells in zip(table.rows, (("Sprog", "Niveau"), ("Dansk", "C1")), strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    paragraph = document.add_paragraph("Synlig")
    paragraph.add_run(" forsvundet").font.hidden = True
    paragraph.add_run(" hvid").font.color.rgb = WHITE
    paragraph.add_run(" bitte").font.size = Pt(1)
    shaded = paragraph.add_run(" på mørk bund")
    shaded.font.color.rgb = WHITE
    fill = OxmlElement("w:shd")
    fill.set(qn("w:fill"), "102040")
    shaded._element.get_or_add_rPr().append(fill)
    secret = document.styles.add_style("Secret", WD_STYLE_TYPE.PARAGRAPH)
    secret.font.hidden = True
    document.add_paragraph("python java kubernetes", style="Secret")
    return _saved(document.save)


def odt_bytes() -> bytes:
    """The same as OpenDocument."""
    document = OpenDocumentText()
    styles = {}
    for name, properties in (
        ("hidden", {"display": "none"}),
        ("white", {"color": "#ffffff"}),
        ("banner", {"color": "#ffffff", "backgroundcolor": "#102040"}),
        ("tiny", {"fontsize": "1pt"}),
    ):
        made = odf_style.Style(name=name, family="text")
        made.addElement(odf_style.TextProperties(**properties))
        document.automaticstyles.addElement(made)
        styles[name] = made
    document.text.addElement(odf_text.H(outlinelevel=1, text="Curriculum vitae"))
    paragraph = odf_text.P(text="Synlig")
    paragraph.addElement(odf_text.S(c=3))
    for name, words in (("hidden", "væk"), ("white", "hvid"), ("banner", "på mørk bund"), ("tiny", "bitte")):
        paragraph.addElement(odf_text.Span(stylename=styles[name], text=words))
    paragraph.addElement(odf_text.LineBreak())
    paragraph.addElement(odf_text.Span(text="ny linje"))
    document.text.addElement(paragraph)
    items = odf_text.List()
    for words in ("Siemens NX", "Ansys"):
        item = odf_text.ListItem()
        item.addElement(odf_text.P(text=words))
        items.addElement(item)
    document.text.addElement(items)
    table = odf_table.Table(name="languages")
    for cells in (("Sprog", "Niveau"), ("Dansk", "C1")):
        row = odf_table.TableRow()
        for words in cells:
            cell = odf_table.TableCell()
            cell.addElement(odf_text.P(text=words))
            row.addElement(cell)
        table.addElement(row)
    document.text.addElement(table)
    return _saved(document.save)


def pdf_bytes(pages: int = 1, *, encrypt: str | None = None) -> bytes:
    """An ad of one page or more, with words that nobody sees."""

    def draw(canvas: Canvas, number: int) -> None:
        canvas.setFont("Helvetica", 11)
        for row, line in enumerate(
            (
                "Projektleder til havvindmøller",
                "Du arbejder med kvalitets-",
                "sikring, miljø-",
                "og arbejdsmiljøledelse.",
            )
        ):
            canvas.drawString(70, 750 - 15 * row, f"{line}" if row else f"{line} {number}")
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(70, 600, "hvid kubernetes")
        canvas.setFillColorRGB(0, 0, 0.3)
        canvas.rect(60, 540, 300, 30, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(70, 550, "Vi tilbyder fleksibel arbejdstid")
        canvas.setFillColorRGB(0, 0, 0)
        canvas.setFont("Helvetica", 0.5)
        canvas.drawString(70, 500, "bitte docker")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(900, 500, "udenfor terraform")
        text = canvas.beginText(70, 480)
        text.setTextRenderMode(3)
        text.textLine("usynlig ansible")
        canvas.drawText(text)

    return drawn_pdf(draw, pages, encrypt=encrypt)


def drawn_pdf(draw, pages: int = 1, *, encrypt: str | None = None) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, encrypt=encrypt, invariant=1)
    for number in range(1, pages + 1):
        draw(canvas, number)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def scan(canvas: Canvas, number: int) -> None:
    """A page that is one picture."""
    canvas.drawImage(ImageReader(_grey_picture()), 0, 0, *A4)


def scan_with_ocr(canvas: Canvas, number: int) -> None:
    """A scanned page with the invisible text that text recognition put behind it."""
    scan(canvas, number)
    text = canvas.beginText(70, 700)
    text.setTextRenderMode(3)
    text.textLine("Genkendt tekst om svejsning")
    canvas.drawText(text)


def xlsx_bytes(rows: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    return _saved(book.save)


def zip_bytes(members: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def _grey_picture() -> io.BytesIO:
    from PIL import Image

    out = io.BytesIO()
    Image.new("L", (60, 80), 200).save(out, "PNG")
    out.seek(0)
    return out


def _saved(save) -> bytes:
    out = io.BytesIO()
    save(out)
    return out.getvalue()
