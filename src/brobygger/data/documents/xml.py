"""XML without entity bombs, and walks over it that no nesting can exhaust."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from brobygger.data.documents.problem import UnreadableError, Where

ROOT = re.compile(rb"<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s/>]")
DEEPEST = 200  # levels; office files and Europass stay below 50
BEGINNING = 4_096  # bytes


def parse_xml(data: bytes) -> Element:
    """
    The root element.

    Raises:
        UnreadableError: not well-formed (with its line), or with a document type or entities, or nested without end.
    """
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise UnreadableError("xml_entities") from error
    except ParseError as error:
        line, column = error.position
        raise UnreadableError("broken_xml", where=Where("line", max(line, 1)), column=column + 1) from error
    except (ValueError, LookupError) as error:  # an encoding that does not exist, or not for XML
        raise UnreadableError("broken_xml", where=Where("line", 1), column=1) from error
    level = list(root)
    for _ in range(DEEPEST):
        level = [child for element in level for child in element]
    if level:
        raise UnreadableError("too_deep")
    return root


def local(element: Element) -> str:
    """Name of an element without its namespace; "" for comments and processing instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: Element | None, name: str) -> str | None:
    """An attribute by its name without namespace."""
    if element is None:
        return None
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)


def root_name(data: bytes) -> str:
    """Name of the first element, from the first bytes; "" if there is none."""
    head = data[:BEGINNING].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not head.startswith(b"<"):
        return ""
    match = ROOT.search(head)
    return match[2].decode("ascii", "replace") if match else ""
