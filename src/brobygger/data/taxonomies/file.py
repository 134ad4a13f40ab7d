"""
One compact file for a taxonomy and its encoder. It is mapped into memory, so it opens in milliseconds.

Layout: a magic line, the length of a JSON header, the header, then the arrays one after the other, each aligned
to 64 bytes. The header names every array with its type, shape and place.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from brobygger.core.skills.compiled import Compiled
from brobygger.core.skills.data import Rows, Taxonomy, Texts
from brobygger.core.skills.encoder import Encoder
from brobygger.core.skills.label_starts import LabelStarts
from brobygger.core.skills.stems import VERSION as STEMMER

MAGIC = b"BROBYGGER TAXONOMY 3\n"
OF_ANY_FORMAT = b"BROBYGGER TAXONOMY "
ALIGNMENT = 64
TEXTS = ("uris", "codes", "labels", "same_as")
ROWS = ("broader", "essential", "optional", "related")
ARRAYS = ("kinds", "types", "label_concept", "label_language", "label_rank", "label_exact", "label_grade")


class TaxonomyFileError(Exception):
    """A file is not a taxonomy file, or is damaged. The message names the file."""


@dataclass(frozen=True)
class TaxonomyFile(Compiled):
    """A compiled taxonomy and what it was made from: files, digests, settings."""

    source: dict[str, Any]


def write_taxonomy(path: Path, content: TaxonomyFile) -> None:
    """Write to a temporary neighbour and rename: a stop half-way leaves no half file."""
    taxonomy, encoder = content.taxonomy, content.encoder
    arrays: dict[str, npt.NDArray[Any]] = {name: getattr(taxonomy, name) for name in ARRAYS}
    for name in TEXTS:
        arrays |= _text_arrays(name, getattr(taxonomy, name))
    for name in ROWS:
        rows = getattr(taxonomy, name)
        arrays |= {f"{name}.starts": rows.starts, f"{name}.items": rows.items}
    arrays |= _text_arrays("features", Texts.of(["\n".join(encoder.features)]))
    arrays |= {"idf": encoder.idf, "weights": encoder.weights, "scale": encoder.scale}
    arrays["centroids"] = content.centroids
    arrays |= _text_arrays("stems", Texts.of([content.starts.stems]))
    arrays |= {"starts.first": content.starts.first, "starts.second": content.starts.second}
    arrays |= {"title_vectors": content.title_vectors, "title_scale": content.title_scale}
    header: dict[str, Any] = {
        "name": taxonomy.name,
        "languages": taxonomy.languages,
        "source": content.source,
        "stemmer": STEMMER,
        "arrays": {},
    }
    position = 0
    for name, array in arrays.items():
        header["arrays"][name] = [array.dtype.str, list(array.shape), position]
        position += -(-array.nbytes // ALIGNMENT) * ALIGNMENT
    encoded = json.dumps(header, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    start = len(MAGIC) + 8 + len(encoded)
    padding = -start % ALIGNMENT
    temporary = path.with_name(path.name + ".part")
    with temporary.open("wb") as out:
        out.write(MAGIC + len(encoded + b" " * padding).to_bytes(8, "little") + encoded + b" " * padding)
        for array in arrays.values():
            data = np.ascontiguousarray(array).tobytes()
            out.write(data + b"\0" * (-len(data) % ALIGNMENT))
    temporary.replace(path)


def read_taxonomy(path: Path) -> TaxonomyFile:
    """
    Open a taxonomy file; its arrays stay on disk until they are used.

    Raises:
        TaxonomyFileError: if the file is missing, of another kind, or shorter than its header says.
    """
    try:
        data = np.memmap(path, np.uint8, "r")
    except (OSError, ValueError) as error:
        raise TaxonomyFileError(f"{path}: cannot be opened: {error}") from error
    start = len(MAGIC) + 8
    magic = bytes(data[: len(MAGIC)])
    if magic != MAGIC and magic.startswith(OF_ANY_FORMAT):
        raise TaxonomyFileError(
            f"{path}: was made by another version of brobygger; import the taxonomy again"
        )
    if magic != MAGIC:
        raise TaxonomyFileError(f"{path}: is not a taxonomy file; `brobygger taxonomy import` makes one")
    length = int.from_bytes(bytes(data[len(MAGIC) : start]), "little")
    try:
        header = json.loads(bytes(data[start : start + length]))
        arrays = _Arrays(data, start + length, header["arrays"])
        return _content(header, arrays)
    except (ValueError, KeyError, TypeError) as error:
        raise TaxonomyFileError(f"{path}: is damaged: {error}") from error


def _content(header: dict[str, Any], arrays: _Arrays) -> TaxonomyFile:
    parts: dict[str, Any] = {name: arrays[name] for name in ARRAYS}
    parts |= {name: arrays.texts(name) for name in TEXTS}
    parts |= {name: Rows(arrays[f"{name}.starts"], arrays[f"{name}.items"]) for name in ROWS}
    taxonomy = Taxonomy(name=header["name"], languages=tuple(header["languages"]), **parts)
    encoder = Encoder(
        arrays.texts("features")[0].split("\n"), arrays["idf"], arrays["weights"], arrays["scale"]
    )
    starts = (
        LabelStarts(arrays.texts("stems")[0], arrays["starts.first"], arrays["starts.second"])
        if header["stemmer"] == STEMMER
        else LabelStarts.of(taxonomy)  # other stems would not be found
    )
    return TaxonomyFile(
        taxonomy,
        encoder,
        arrays["centroids"],
        starts,
        arrays["title_vectors"],
        arrays["title_scale"],
        header["source"],
    )


class _Arrays:
    def __init__(self, data: npt.NDArray[np.uint8], start: int, index: dict[str, Any]) -> None:
        self.data, self.start, self.index = data, start, index

    def __getitem__(self, name: str) -> npt.NDArray[Any]:
        kind, shape, position = self.index[name]
        dtype = np.dtype(kind)
        begin = self.start + position
        end = begin + dtype.itemsize * int(np.prod(shape, dtype=np.int64))
        if end > len(self.data):
            raise ValueError(f"{name} ends at byte {end}, the file at {len(self.data)}")
        part: npt.NDArray[Any] = self.data[begin:end].view(np.ndarray).view(dtype).reshape(shape)
        return part

    def texts(self, name: str) -> Texts:
        return Texts(self[f"{name}.starts"], memoryview(self[f"{name}.data"]))  # type: ignore[arg-type]  # arrays are buffers


def _text_arrays(name: str, texts: Texts) -> dict[str, npt.NDArray[Any]]:
    return {f"{name}.starts": texts.starts, f"{name}.data": np.frombuffer(texts.data, np.uint8)}
