"""
Annotated ads and CVs: what a careful reader finds in them. See docs/reference/annotation.md.

`documents.jsonl` holds one document a line: its id, its kind, the digest of its text, the language, and its facts with
offsets. Our own texts lie in `ads/` and `cvs/`; the real ads are in the shared data, which is not part of the repository.
`fresh.jsonl` holds later texts in the same way, `demo.jsonl` texts of the demo, to fit on.
"""
