"""
The facts of twenty real ads, one line each, to be judged by a reader's own eyes.

    python -m benchmarks.reading_sample

Every fourth ad from the second on; each value once per ad. The share that is right is written by hand into
docs/reference/benchmarks.md, with the wrong ones named.
"""

from __future__ import annotations

from benchmarks.data import shared
from brobygger.core.reading import Contact, Document, DocumentKind
from brobygger.core.reading.solve import Reader
from brobygger.data.documents import read_documents
from brobygger.data.places import default_places
from brobygger.data.taxonomies.vocabulary import default_taxonomy


def main() -> None:
    content = default_taxonomy()
    reader = Reader(content, default_places())
    ads = read_documents(shared("job-ads-nordic/job-ads-nordic.jsonl.xz"), kind=DocumentKind.AD)
    documents = [item for item in ads if isinstance(item, Document)]
    number = 0
    for document in documents[1::4][:20]:
        print(f"== {document.title}")
        seen = set()
        for fact in reader.read(document).facts:
            value = fact.value
            key = (fact.kind, getattr(value, "uri", repr(value)))
            if key in seen or isinstance(value, Contact):
                continue
            seen.add(key)
            number += 1
            words = document.text[fact.span.start : fact.span.end]
            print(f"{number:4} {fact.kind:16} {fact.confidence:.2f} {fact.method:10} {words!r} → {value}")


if __name__ == "__main__":
    main()
