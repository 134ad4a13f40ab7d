"""OpenDocument text (ISO/IEC 26300): paragraphs, headings, lists, tables, page headers; hidden text is not read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from brobygger.data.documents.archive import Archive, zip_names
from brobygger.data.documents.drafting import Draft
from brobygger.data.documents.formats.docx import Look, Styles
from brobygger.data.documents.source import Format, Items, Options, Source
from brobygger.data.documents.styles import colour
from brobygger.data.documents.unseen import HIDDEN, TINY, Unseen
from brobygger.data.documents.xml import attribute, local, parse_xml

NAME = "ODT"
CONTENT = "content.xml"
STYLES = "styles.xml"
MIME_TYPE = b"application/vnd.oasis.opendocument.text"
SMALLEST = 2  # points
DEEPEST = 100  # levels
MOST_SPACES = 100  # <text:s text:c="…"/> may ask for any number
NOT_READ = frozenset(
    "tracked-changes annotation annotation-end hidden-text hidden-paragraph script forms bookmark ruby-text"
    " sequence-decls variable-decls user-field-decls".split()
)


def accepts(data: bytes) -> bool:
    return CONTENT in zip_names(data) and MIME_TYPE in data[:200]


def read(source: Source, options: Options) -> Items:
    draft = Draft(source, options)
    with Archive(source.data, options.limits, NAME, options.limits.office_bytes) as archive:
        content = parse_xml(archive.read(CONTENT))
        beside = parse_xml(archive.read(STYLES)) if STYLES in archive.names else None
    nothing = Styles(Unseen())
    named = _styles(beside, nothing) if beside is not None else nothing
    styles = _styles(content, named)
    for body in _all(content, "body"):
        draft.add_body("\n".join(_lines(body, styles, Look(), 0)), after_gap=False)
    if beside is not None:
        headers = _styles(beside, named)
        for name in ("header", "footer"):
            for part in _all(beside, name):
                draft.add_body("\n".join(_lines(part, headers, Look(), 0)))
    draft.warn_unseen(nothing.unseen)
    yield from draft.finish(kind=None)


def _styles(root: Element, known: Styles) -> Styles:
    elements = {attribute(style, "name") or "": style for style in root.iter() if local(style) == "style"}
    found = Styles(known.unseen)
    found.update(known)
    for name in elements:
        chain, current = [], name
        while current in elements and current not in chain:
            chain.append(current)
            current = attribute(elements[current], "parent-style-name") or ""
        look = known.get(current, Look())
        for ancestor in reversed(chain):
            look = _look(elements[ancestor], look)
        found[name] = look
    return found


def _look(style: Element, around: Look) -> Look:
    for properties in style:
        name = local(properties)
        if name == "text-properties":
            size = attribute(properties, "font-size") or ""
            tiny = size.endswith("pt") and _number(size[:-2]) < SMALLEST
            shown = attribute(properties, "display")
            before = around.hidden if shown is None else (HIDDEN if shown == "none" else "")
            around = replace(around, hidden=TINY if tiny else before)
            around = replace(around, text=colour(attribute(properties, "color")) or around.text)
        if name in ("text-properties", "paragraph-properties", "table-cell-properties"):
            behind = attribute(properties, "background-color")
            if behind and behind != "transparent":
                around = replace(around, behind=colour(behind))
    return around


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return float(SMALLEST)


def _lines(element: Element, styles: Styles, look: Look, depth: int, bullet: str = "") -> Iterator[str]:
    if depth > DEEPEST:
        return
    for child in element:
        name = local(child)
        if name in NOT_READ:
            continue
        if name in ("p", "h"):
            boxes: list[Element] = []
            line = "".join(_pieces(child, styles, _inside(child, styles, look), boxes, 0))
            yield (bullet if line.strip() else "") + line
            for box in boxes:  # a box may have its own colour: white in it is no trick
                yield from _lines(box, styles, replace(look, behind=None), depth + 1)
        elif name in ("list-item", "list-header"):
            yield from _lines(child, styles, look, depth + 1, "• " if name == "list-item" else "")
        elif name == "table-row":
            yield from _row(child, styles, look, depth)
        else:
            yield from _lines(child, styles, look, depth + 1, bullet)


def _row(row: Element, styles: Styles, look: Look, depth: int) -> Iterator[str]:
    """A row of one-line cells is one line; otherwise every cell has its own lines."""
    cells = []
    for cell in row:
        style = styles.get(attribute(cell, "style-name") or "", Look())
        lines = _lines(cell, styles, replace(look, behind=style.behind), depth + 1)
        cells.append([line for line in lines if line.strip()])
    if all(len(cell) <= 1 for cell in cells):
        yield "\t".join(line for cell in cells for line in cell)
    else:
        yield from (line for cell in cells for line in cell)


def _pieces(element: Element, styles: Styles, look: Look, boxes: list[Element], depth: int) -> Iterator[str]:
    """The visible text of a paragraph or span; text boxes and notes in it are put aside."""
    why = look.unseen
    if why:
        styles.unseen.add(why, element.text)
    else:
        yield element.text or ""
    for child in element:
        match local(child):
            case "tab":
                yield "\t"
            case "line-break":
                yield "\n"
            case "s":
                count = attribute(child, "c") or "1"
                yield " " * min(int(count[:4]) if count.isdecimal() else 1, MOST_SPACES)
            case "text-box" | "note-body":
                boxes.append(child)
            case name if name not in NOT_READ and name != "note-citation" and depth < DEEPEST:
                yield from _pieces(child, styles, _inside(child, styles, look), boxes, depth + 1)
        if why:
            styles.unseen.add(why, child.tail)
        else:
            yield child.tail or ""


def _inside(element: Element, styles: Styles, look: Look) -> Look:
    style = styles.get(attribute(element, "style-name") or "")
    if style is None:
        return look
    behind = style.behind if style.behind != Look().behind else look.behind
    return Look(look.hidden or style.hidden, style.text or look.text, behind)


def _all(root: Element, name: str) -> Iterator[Element]:
    return (element for element in root.iter() if local(element) == name)


FORMAT = Format(NAME, (".odt", ".ott"), accepts, read)
