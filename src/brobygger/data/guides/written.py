"""A text to begin from as a file of Word (ECMA-376), of OpenDocument (ISO 26300), or as plain text."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

MOMENT: Final = (2026, 1, 1, 0, 0, 0)  # the same file every time, to the byte
TAGS: Final = {"da": "da-DK", "nb": "nb-NO", "sv": "sv-SE", "en": "en-GB"}
XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OPEN: Final = "urn:oasis:names:tc:opendocument:xmlns"
ODT: Final = "application/vnd.oasis.opendocument.text"


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, and what belongs under it."""

    heading: str
    hint: str


@dataclass(frozen=True, slots=True)
class Skeleton:
    """`language` is one of da, nb, sv, en: a program checks the spelling by it."""

    title: str
    language: str
    parts: tuple[Part, ...]


def to_text(text: Skeleton) -> str:
    parts = (f"{one.heading.upper()}\n[{one.hint}]\n" for one in text.parts)
    return "\n".join([f"{text.title}\n", *parts])


def to_docx(text: Skeleton) -> bytes:
    """Real headings, so that Word's outline and screen readers find their way; hints in grey italics."""
    body = _word("Title", text.title) + "".join(
        _word("Heading1", one.heading) + _word("Hint", f"[{one.hint}]") for one in text.parts
    )
    tag = TAGS[text.language]
    document = f'{XML}<w:document xmlns:w="{WORD}"><w:body>{body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>'
    styles = (
        f'{XML}<w:styles xmlns:w="{WORD}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="{tag}"/>'
        '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        + _style("Title", "Title", '<w:b/><w:sz w:val="40"/>', "")
        + _style(
            "Heading1",
            "heading 1",
            '<w:b/><w:sz w:val="26"/>',
            '<w:spacing w:before="240" w:after="60"/><w:outlineLvl w:val="0"/>',
        )
        + _style("Hint", "Hint", '<w:i/><w:color w:val="595959"/>', "")
        + "</w:styles>"
    )
    types = (
        f'{XML}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
        '<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>'
        "</Types>"
    )
    return _packed(
        {
            "[Content_Types].xml": types,
            "_rels/.rels": _relation("officeDocument", "word/document.xml"),
            "word/_rels/document.xml.rels": _relation("styles", "styles.xml"),
            "word/document.xml": document,
            "word/styles.xml": styles,
        }
    )


def to_odt(text: Skeleton) -> bytes:
    language, _minus, country = TAGS[text.language].partition("-")
    names = " ".join(
        f'xmlns:{short}="{OPEN}:{long}:1.0"'
        for short, long in (("office", "office"), ("text", "text"), ("style", "style"))
    )
    names += f' xmlns:fo="{OPEN}:xsl-fo-compatible:1.0"'
    body = f'<text:p text:style-name="Title">{escape(text.title)}</text:p>' + "".join(
        f'<text:h text:style-name="Heading" text:outline-level="1">{escape(one.heading)}</text:h>'
        f'<text:p text:style-name="Hint">{escape(f"[{one.hint}]")}</text:p>'
        for one in text.parts
    )
    styles = (
        f'<style:style style:name="Title" style:family="paragraph"><style:text-properties fo:font-size="20pt" fo:font-weight="bold" fo:language="{language}" fo:country="{country}"/></style:style>'
        '<style:style style:name="Heading" style:family="paragraph"><style:paragraph-properties fo:margin-top="0.4cm" fo:margin-bottom="0.1cm"/><style:text-properties fo:font-size="13pt" fo:font-weight="bold"/></style:style>'
        f'<style:style style:name="Hint" style:family="paragraph"><style:text-properties fo:font-style="italic" fo:color="#595959" fo:language="{language}" fo:country="{country}"/></style:style>'
    )
    content = (
        f'{XML}<office:document-content {names} office:version="1.3"><office:automatic-styles>{styles}'
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    manifest = (
        f'{XML}<manifest:manifest xmlns:manifest="{OPEN}:manifest:1.0" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODT}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    # the type comes first and unpacked, so that it is read without opening the archive
    return _packed({"mimetype": ODT, "content.xml": content, "META-INF/manifest.xml": manifest})


def _word(style: str, text: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def _style(code: str, name: str, letters: str, paragraph: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{code}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f'<w:next w:val="Normal"/><w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>'
    )


def _relation(kind: str, target: str) -> str:
    return (
        f'{XML}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/{kind}" Target="{target}"/></Relationships>'
    )


def _packed(parts: dict[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, MOMENT), text, compress_type=how)
    return packed.getvalue()
