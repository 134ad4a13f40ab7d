"""HTML to text: what a reader sees, in lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree, html

from brobygger.data.documents.cleaning import clean, clean_line
from brobygger.data.documents.styles import (
    WHITE,
    Colour,
    Declarations,
    StyleSheet,
    colour,
    ground,
    hides,
    same_colour,
)

UNREAD = frozenset(
    "script style nav noscript template head iframe object embed svg math canvas audio video map"
    " select option button input textarea dialog".split()
)
PARAGRAPHS = frozenset(
    "p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre article section header footer main aside form figure hr".split()
)
LINES = frozenset(
    "div li dt dd tr br address body html caption thead tbody tfoot figcaption fieldset legend".split()
)
XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
WHITE_SPACE = re.compile(r"\s+")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LOOKS_LIKE_TAGS = re.compile(
    r"<(?:p|br|ul|ol|li|div|h[1-6]|b|strong|em|i|u|span|font|a|table|tr|td|pre|section|article|body)\b[^<>]{0,500}>",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows, its title and its language, and the JSON-LD blocks that stand in it."""

    text: str
    title: str
    language: str
    linked_data: tuple[str, ...]


def read_page(markup: str) -> Page:
    """Read a whole page or a fragment. Broken mark-up is mended as browsers do; nothing is fetched."""
    root = _parse(markup)
    if root is None:
        return Page("", "", "", ())
    text = clean(_visible_text(root))
    heading = next((clean_line(_visible_text(h1)) for h1 in root.iter("h1")), "")
    title = heading if heading and heading in text else clean_line(root.findtext(".//title") or "")
    data = tuple(
        script.text or "" for script in root.iter("script") if "ld+json" in (script.get("type") or "").lower()
    )
    return Page(text, title, (root.get("lang") or "")[:2].lower(), data)


def html_text(markup: str) -> str:
    """The visible text of a piece of HTML; plain text comes back as it is, but for its entities."""
    if "<" not in markup and "&" not in markup:
        return clean(markup)
    if "<" in markup and not LOOKS_LIKE_TAGS.search(markup) and "&lt;" not in markup:
        return clean(markup)
    if "&lt;" in markup and not LOOKS_LIKE_TAGS.search(markup):
        markup = (
            markup.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        )  # escaped once too often
    if "<" not in markup:
        markup = markup.replace("\n", "<br>")
    return read_page(markup).text


def _parse(markup: str) -> etree._Element | None:
    markup = CONTROL.sub(" ", XML_DECLARATION.sub("", markup))
    if not markup.strip():
        return None
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, recover=True)
    try:
        root: etree._Element | None = etree.fromstring(markup, parser)
    except (etree.LxmlError, ValueError):
        return None
    return root


@dataclass(frozen=True, slots=True)
class _Look:
    """The colour of the text (None: the default or unknown) and of what is behind it (None: unknown)."""

    text: Colour | None
    behind: Colour | None


class _Writer:
    """Puts pieces of text into lines: breaks and bullets wait until there is text to set apart."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self._due = 0  # line breaks before the next text
        self._bullet = False
        self._new_cell = False
        self._items = 0  # open list items
        self._verbatim = 0  # open <pre>

    def open(self, tag: str) -> None:
        self._break(tag)
        if tag == "li":
            self._items += 1
            self._bullet = True
        elif tag == "pre":
            self._verbatim += 1
        elif tag in ("td", "th"):
            self._new_cell = True

    def close(self, tag: str) -> None:
        if tag == "li":
            self._items -= 1
            self._bullet = False
        elif tag == "pre":
            self._verbatim -= 1
        if tag != "br":
            self._break(tag)

    def write(self, text: str | None) -> None:
        if not text:
            return
        if not text.strip():
            if self.pieces and not self._due:
                self.pieces.append(" ")
            return
        if self.pieces:
            self.pieces.append("\n" * self._due or ("\t" if self._new_cell else ""))
        if self._bullet:
            self.pieces.append("• ")
        self._due, self._bullet, self._new_cell = 0, False, False
        self.pieces.append(text if self._verbatim else WHITE_SPACE.sub(" ", text))

    def _break(self, tag: str) -> None:
        if tag in PARAGRAPHS:
            self._due = max(self._due, 1 if self._items else 2)
        elif tag in LINES:
            self._due = min(2, self._due + 1) if tag == "br" else max(self._due, 1)


def _visible_text(root: etree._Element) -> str:
    writer = _Writer()
    sheet = StyleSheet("\n".join(style.text or "" for style in root.iter("style")))
    looks: list[_Look | None] = [_Look(None, WHITE)]  # of the open elements; None for one that nobody sees
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = str(element.tag)
        if event == "start":
            look = _look(element, tag, sheet, looks[-1] or _Look(None, WHITE))
            looks.append(look)
            if look is None:
                walk.skip_subtree()
            else:
                writer.open(tag)
                writer.write(element.text)
        else:
            if looks.pop() is not None:
                writer.close(tag)
            if element is not root:
                writer.write(element.tail)
    return "".join(writer.pieces)


def _look(element: etree._Element, tag: str, sheet: StyleSheet, around: _Look) -> _Look | None:
    """How an element looks inside `around`; None if its text is not to be read."""
    if tag in UNREAD or element.get("hidden") is not None:
        return None
    style: Declarations = sheet.style(
        tag, (element.get("class") or "").split(), element.get("id") or "", element.get("style") or ""
    )
    if hides(style):
        return None
    text = colour(style.get("color") or element.get("color") or element.get("text")) or around.text
    is_set, behind = ground(style)
    if not is_set and element.get("bgcolor"):
        is_set, behind = True, colour(element.get("bgcolor"))
    look = _Look(text, behind if is_set else around.behind)
    return None if same_colour(look.text, look.behind) else look
