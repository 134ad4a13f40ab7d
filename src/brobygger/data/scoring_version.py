"""Which code ranks: two runs of one version over one input must give the same."""

from __future__ import annotations

import hashlib
import importlib.metadata
import sys
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

import numpy as np

LEFT_OUT = {"words", "tests", "__pycache__"}  # what reasons say in four languages changes no rank


@cache
def scoring_version() -> str:
    """
    Like “0.1.0 code 3f2a90c1d4e5 numpy 2.3.4 python 3.11”: the code by a digest of its source.

    Any change of the source of `core.matching`, or of the data types it reads, is another version, also one that
    changes no result.
    """
    total, core = hashlib.sha256(), resources.files("brobygger.core")
    types = [(f"{name}/data.py", core / name / "data.py") for name in ("reading", "skills")]
    for path, file in [*sorted(_files(core / "matching", "matching/"), key=lambda one: one[0]), *types]:
        total.update(path.encode() + b"\0" + file.read_bytes() + b"\0")
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return f"{_release()} code {total.hexdigest()[:12]} numpy {np.__version__} python {python}"


def _files(folder: Traversable, below: str = "") -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for one in folder.iterdir():
        path = f"{below}{one.name}"
        if one.is_dir():
            found += [] if one.name in LEFT_OUT else _files(one, f"{path}/")
        elif one.name.endswith(".py"):
            found.append((path, one))
    return found


def _release() -> str:
    try:
        return importlib.metadata.version("brobygger")
    except importlib.metadata.PackageNotFoundError:
        return "source"
