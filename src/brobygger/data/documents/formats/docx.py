"""Word documents (Office Open XML, ECMA-376): paragraphs, lists, tables, text boxes, page headers; hidden text is not read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from brobygger.data.documents.archive import Archive, zip_names
from brobygger.data.documents.drafting import Draft
from brobygger.data.documents.source import Format, Items, Options, Source
from brobygger.data.documents.styles import WHITE, Colour, colour, same_colour
from brobygger.data.documents.unseen import COLOUR, HIDDEN, TINY, Unseen
from brobygger.data.documents.xml import attribute, local, parse_xml

NAME = "DOCX"
BODY = "word/document.xml"
STYLES = "word/styles.xml"
BESIDE = ("word/header", "word/footer", "word/footnotes")  # parts read after the body
SMALLEST = 4  # half-points; text below two points is not meant to be seen
DEEPEST = 100  # levels; tables in tables in text boxes stay far below
OFF = ("0", "false", "off", "none")
NOT_READ = ("del", "moveFrom", "instrText", "delText", "Fallback", "rt")
BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}


@dataclass(frozen=True, slots=True)
class Look:
    """Why text is not seen ("" if it is), its colour, and the colour behind it (None: unknown)."""

    hidden: str = ""
    text: Colour | None = None
    behind: Colour | None = WHITE

    @property
    def unseen(self) -> str:
        return self.hidden or (COLOUR if same_colour(self.text, self.behind) else "")


class Styles(dict[str, Look]):
    """How the named styles look; `unseen` gathers what nobody sees of the text that has them."""

    def __init__(self, unseen: Unseen) -> None:
        super().__init__()
        self.unseen = unseen


def accepts(data: bytes) -> bool:
    return BODY in zip_names(data)


def read(source: Source, options: Options) -> Items:
    draft = Draft(source, options)
    with Archive(source.data, options.limits, NAME, options.limits.office_bytes) as archive:
        styles = Styles(Unseen())
        if STYLES in archive.names:
            styles.update(_styles(parse_xml(archive.read(STYLES))))
        body = "\n".join(_lines(parse_xml(archive.read(BODY)), styles, Look(), 0))
        draft.add_body(body, after_gap=False)
        outside = _outside(archive)
        for name in archive.names:
            if name.startswith(BESIDE) and name.endswith(".xml"):
                draft.add_body("\n".join(_lines(parse_xml(archive.read(name)), styles, Look(), 0)))
    draft.warn_unseen(styles.unseen)
    if outside:
        draft.warn("external", count=outside)
    yield from draft.finish(kind=None)


def _outside(archive: Archive) -> int:
    """How many things the document would load from elsewhere when an office program opens it; links are only shown."""
    count = 0
    for name in archive.names:
        if name.startswith("word/") and name.endswith(".rels"):
            for one in parse_xml(archive.read(name)):
                is_link = (attribute(one, "Type") or "").endswith("/hyperlink")
                count += attribute(one, "TargetMode") == "External" and not is_link
    return count


def _styles(root: Element) -> dict[str, Look]:
    """How the named styles look; a style that is based on another takes over what it does not say."""
    elements = {attribute(style, "styleId") or "": style for style in root if local(style) == "style"}
    found: dict[str, Look] = {}
    for name in elements:
        chain, current = [], name
        while current in elements and current not in chain:
            chain.append(current)
            current = attribute(_child(elements[current], "basedOn"), "val") or ""
        look = Look()
        for ancestor in reversed(chain):
            look = _look(elements[ancestor], look)
        found[name] = look
    return found


def _look(element: Element, around: Look) -> Look:
    """The look that the properties inside a style, paragraph, run or cell give."""
    properties = [child for child in element if local(child) in ("pPr", "rPr", "tcPr", "tblPr")]
    # the run properties inside a paragraph's are those of its end mark alone
    for one in (child for group in properties for child in group):
        value = (attribute(one, "val") or "").lower()
        match local(one):
            case "vanish" | "specVanish":
                around = replace(around, hidden="" if value in OFF else HIDDEN)
            case "sz" if value.isdecimal():
                tiny = TINY if int(value[:6]) < SMALLEST else ""
                around = replace(around, hidden=tiny if around.hidden == TINY else around.hidden or tiny)
            case "color":
                around = replace(around, text=colour(f"#{value}"))
            case "highlight":
                around = replace(around, behind=colour(value))
            case "shd":
                fill = (attribute(one, "fill") or "auto").lower()
                around = around if fill == "auto" else replace(around, behind=colour(f"#{fill}"))
            case "tblStyle":
                around = replace(around, behind=None)  # its cells may be coloured by the style
    return around


def _lines(element: Element, styles: Styles, look: Look, depth: int) -> Iterator[str]:
    """Lines of the paragraphs and tables inside an element."""
    if depth > DEEPEST:
        return
    for child in element:
        match local(child):
            case "p":
                yield from _paragraph(child, styles, look, depth)
            case "tbl":
                inside = _look(child, look)
                for row in (one for one in child if local(one) == "tr"):
                    yield from _row(row, styles, inside, depth)
            case name if name not in NOT_READ:
                yield from _lines(child, styles, look, depth + 1)


def _row(row: Element, styles: Styles, look: Look, depth: int) -> Iterator[str]:
    """A row of one-line cells is one line; otherwise every cell has its own lines."""
    cells = [
        list(_lines(cell, styles, _look(cell, look), depth + 1))
        for cell in row
        if local(cell) in ("tc", "sdt")
    ]
    cells = [[line for line in cell if line.strip()] for cell in cells]
    if all(len(cell) <= 1 for cell in cells):
        yield "\t".join(line for cell in cells for line in cell)
    else:
        yield from (line for cell in cells for line in cell)


def _paragraph(paragraph: Element, styles: Styles, look: Look, depth: int) -> Iterator[str]:
    properties = _child(paragraph, "pPr")
    name = attribute(_child(properties, "pStyle"), "val") or ""
    style = styles.get(name, Look())
    behind = look.behind if style.behind == WHITE else style.behind
    look = _look(paragraph, Look(look.hidden or style.hidden, style.text or look.text, behind))
    boxes: list[Element] = []
    text = "".join(_runs(paragraph, styles, look, boxes, depth))
    if text.strip():
        yield ("• " if _is_item(properties, name) else "") + text
    else:
        yield ""
    for box in boxes:  # a box is filled by its shape: white text in it is no trick
        yield from _lines(box, styles, replace(look, behind=None), depth + 1)


def _runs(element: Element, styles: Styles, look: Look, boxes: list[Element], depth: int) -> Iterator[str]:
    if depth > DEEPEST:
        return
    for child in element:
        name = local(child)
        if name == "txbxContent":
            boxes.append(child)
        elif name == "r":
            style = styles.get(attribute(_child(_child(child, "rPr"), "rStyle"), "val") or "")
            inside = look
            if style:
                inside = Look(look.hidden or style.hidden, style.text or look.text, look.behind)
            yield from _runs(child, styles, _look(child, inside), boxes, depth + 1)
        elif name == "t":
            if look.unseen:
                styles.unseen.add(look.unseen, child.text)
            else:
                yield child.text or ""
        elif name in BREAKS:
            yield BREAKS[name]
        elif name not in NOT_READ and name not in ("pPr", "rPr"):
            yield from _runs(child, styles, look, boxes, depth + 1)


def _is_item(properties: Element | None, style: str) -> bool:
    numbering = attribute(_child(_child(properties, "numPr"), "numId"), "val")
    return numbering not in (None, "0") or style.lower().startswith(("listbullet", "listnumber"))


def _child(element: Element | None, name: str) -> Element | None:
    return next((child for child in element if local(child) == name), None) if element is not None else None


FORMAT = Format(NAME, (".docx", ".docm", ".dotx"), accepts, read)
