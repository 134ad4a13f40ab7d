"""Files to documents: CVs and ads in the formats people and services keep them in."""

from brobygger.data.documents.facts_jsonl import (
    FactsFileError,
    fact_record,
    read_readings,
    reading_of,
    reading_record,
    to_line,
    write_readings,
)
from brobygger.data.documents.limits import Limits
from brobygger.data.documents.problem import Problem, Where, warnings_of
from brobygger.data.documents.progress import BatchSummary, read_in_batches
from brobygger.data.documents.reading import read_bytes, read_documents

__all__ = [
    "BatchSummary",
    "FactsFileError",
    "Limits",
    "Problem",
    "Where",
    "fact_record",
    "read_bytes",
    "read_documents",
    "read_in_batches",
    "read_readings",
    "reading_of",
    "reading_record",
    "to_line",
    "warnings_of",
    "write_readings",
]
