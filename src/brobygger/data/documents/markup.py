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
    is_transparent,
    removed,
    same_colour,
    unseen_letters,
)
from brobygger.data.documents.unseen import COLOUR, HIDDEN, Unseen

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
KEPT = ("inherit", "unset", "currentcolor")  # colours that are those around
XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
WHITE_SPACE = re.compile(r"\s+")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LOOKS_LIKE_TAGS = re.compile(
    r"<(?:p|br|ul|ol|li|div|h[1-6]|b|strong|em|i|u|span|font|a|table|tr|td|pre|section|article|body)\b[^<>]{0,500}>",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows, its title and its language, the JSON-LD blocks in it, and what nobody sees of it."""

    text: str
    title: str
    language: str
    linked_data: tuple[str, ...]
    unseen: Unseen


def read_page(markup: str) -> Page:
    """Read a whole page or a fragment. Broken mark-up is mended as browsers do; nothing is fetched."""
    root = _parse(markup)
    if root is None:
        return Page("", "", "", (), Unseen())
    unseen = Unseen()
    text = clean(_visible_text(root, unseen))
    heading = next((clean_line(_visible_text(h1, Unseen())) for h1 in root.iter("h1")), "")
    title = heading if heading and heading in text else clean_line(root.findtext(".//title") or "")
    data = tuple(
        script.text or "" for script in root.iter("script") if "ld+json" in (script.get("type") or "").lower()
    )
    return Page(text, title, (root.get("lang") or "")[:2].lower(), data, unseen)


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
    """
    The colour of the text (None: the default or unknown) and of what is behind it (None: unknown), and why it is
    not seen.

    Args:
        of_size, of_visibility, of_colour: reasons that elements inside may undo, each by the same property.
        gone: the reason why nothing inside can be seen.
    """

    text: Colour | None
    behind: Colour | None
    of_size: str = ""
    of_visibility: str = ""
    of_colour: str = ""
    gone: str = ""

    @property
    def unseen(self) -> str:
        same = COLOUR if same_colour(self.text, self.behind) else ""
        return self.gone or self.of_visibility or self.of_size or self.of_colour or same


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


def _visible_text(root: etree._Element, unseen: Unseen) -> str:
    writer = _Writer()
    sheet = StyleSheet("\n".join(style.text or "" for style in root.iter("style")))
    looks: list[_Look] = [_Look(None, WHITE)]  # of the open elements
    skipped = False  # the element that just began and ends next is not read
    walk = etree.iterwalk(root, events=("start", "end"))

    def write(text: str | None) -> None:
        why = looks[-1].unseen
        if why:
            unseen.add(why, text)
        else:
            writer.write(text)

    for event, element in walk:
        tag = str(element.tag)
        if event == "start":
            skipped = tag in UNREAD
            if skipped:
                walk.skip_subtree()
                continue
            looks.append(_look(element, tag, sheet, looks[-1]))
            if not looks[-1].gone:
                writer.open(tag)
            write(element.text)
        else:
            if not skipped and not looks.pop().gone:
                writer.close(tag)
            skipped = False
            if element is not root:
                write(element.tail)
    return "".join(writer.pieces)


def _look(element: etree._Element, tag: str, sheet: StyleSheet, around: _Look) -> _Look:
    """How an element looks inside `around`."""
    if around.gone:
        return around
    style: Declarations = sheet.style(
        tag, (element.get("class") or "").split(), element.get("id") or "", element.get("style") or ""
    )
    gone = HIDDEN if element.get("hidden") is not None else removed(style) or ""
    stated = style.get("color") or element.get("color") or element.get("text") or ""
    is_set, behind = ground(style)
    if not is_set and element.get("bgcolor"):
        is_set, behind = True, colour(element.get("bgcolor"))

    def reason(names: tuple[str, ...], before: str) -> str:
        said = {name: style[name] for name in names if name in style}
        return (unseen_letters(said) or "") if said else before

    return _Look(
        text=colour(stated) or (None if stated and stated not in KEPT else around.text),
        behind=behind if is_set else around.behind,
        of_size=reason(("font-size", "font"), around.of_size),
        of_visibility=reason(("visibility",), around.of_visibility),
        of_colour=(COLOUR if is_transparent(stated) else "")
        if stated and stated not in KEPT
        else around.of_colour,
        gone=gone,
    )
