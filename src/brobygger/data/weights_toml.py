"""Weights as a TOML file that a person can read and change: `skills = 40`, one part a line."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path

from brobygger.core.matching import Weights


class WrongWeights(ValueError):
    """The file holds no weights. The message names file and reason."""


def read_weights(path: Path) -> Weights:
    """Weights from a file; parts left out count as usual. Raises WrongWeights."""
    try:
        return Weights.from_mapping(tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except OSError as error:
        raise WrongWeights(f"{path}: {error.strerror}") from error
    except ValueError as error:  # no UTF-8, no TOML, no weights
        raise WrongWeights(f"{path}: {error}") from error


def write_weights(path: Path, weights: Weights, *, remarks: Iterable[str] = ()) -> None:
    """
    Write weights under lines of remarks; the same bytes for the same weights.

    The file is written beside its place and renamed: a stop leaves no half file.
    """
    lines = [f"# {remark}" for remark in remarks]
    lines += [f"{one.name} = {getattr(weights, one.name)}" for one in fields(weights)]
    temporary = path.with_name(path.name + ".part")
    temporary.write_text("\n".join(lines) + "\n", encoding="utf-8")
    temporary.replace(path)
