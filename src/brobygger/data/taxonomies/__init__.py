"""Taxonomies in and out of files: our own vocabulary, ESCO releases, label tables, the compact file."""

from brobygger.data.taxonomies.file import TaxonomyFile, TaxonomyFileError, read_taxonomy, write_taxonomy
from brobygger.data.taxonomies.imports import ImportProblems, import_taxonomy

__all__ = [
    "ImportProblems",
    "TaxonomyFile",
    "TaxonomyFileError",
    "import_taxonomy",
    "read_taxonomy",
    "write_taxonomy",
]
