"""HTML pages. A page that carries a schema.org JobPosting is read from that; any other from what it shows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from brobygger.data.documents.drafting import Draft
from brobygger.data.documents.encoding import Decoded, decode
from brobygger.data.documents.markup import Page, read_page
from brobygger.data.documents.problem import UnreadableError
from brobygger.data.documents.records import jobposting
from brobygger.data.documents.source import Format, Items, Options, Source

DECLARED_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
BEGINNING = 4_096  # bytes
FIRST_TAG = re.compile(
    rb"\A[\s\xef\xbb\xbf]*(?:<\?xml[^>]{0,300}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|div|p|h[1-6]|article|section|main|ul|ol|table|span|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)


def accepts(data: bytes) -> bool:
    return FIRST_TAG.match(data[:BEGINNING]) is not None


def read(source: Source, options: Options) -> Items:
    decoded = _decode(source.data)
    page = read_page(decoded.text)
    ads = list(_job_postings(page))
    if ads:
        yield from _read_ads(ads, page, source, options)
        return
    draft = Draft(source, options, page.language or "en")
    if decoded.warning:
        draft.warn(decoded.warning, **decoded.parameters)
    lines = page.text.split("\n")
    if page.title in lines:
        lines.remove(page.title)
    draft.add_title(page.title)
    draft.add_body("\n".join(lines))
    draft.warn_unseen(page.unseen)
    if not page.text:
        raise UnreadableError("empty_text")
    yield from draft.finish(kind=None)


def _decode(data: bytes) -> Decoded:
    """As the page declares, unless a byte order mark or valid UTF-8 says otherwise."""
    decoded = decode(data)
    declared = DECLARED_CHARSET.search(data[:BEGINNING])
    if decoded.warning != "encoding_guessed" or not declared:
        return decoded
    try:
        return Decoded(data.decode(declared[1].decode("ascii")))
    except (LookupError, UnicodeError, ValueError):  # no such encoding, or not this one
        return decoded


def _job_postings(page: Page) -> Iterator[Mapping[str, object]]:
    for block in page.linked_data:
        try:
            data = json.loads(block.strip())
        except (ValueError, RecursionError):
            continue  # the page's own words remain
        yield from (ad for ad in jobposting.postings(data) if jobposting.is_complete(ad))


def _read_ads(ads: list[Mapping[str, object]], page: Page, source: Source, options: Options) -> Items:
    for number, ad in enumerate(ads, start=1):
        ad = ad if ad.get("inLanguage") or not page.language else {**ad, "inLanguage": page.language}
        yield from jobposting.read(ad, source if len(ads) == 1 else source.entry("entry", number), options)


FORMAT = Format("HTML", (".html", ".htm", ".xhtml"), accepts, read)
