"""
Never worse: figures by release, and what to say of one that fell.

    python -m benchmarks.guard

`figures.json` holds for each release the figures that the benchmarks measured. A figure that is more than `TOLERANCE`
below the release before is listed, unless `explained` names it with a reason; then the command ends with 1. Figures of
speed are not kept: they depend on the machine, and stand on the page as ratios.
"""

from __future__ import annotations

import json
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

FIGURES = Path(__file__).parent / "figures.json"
TOLERANCE = 0.005


def keep(figures: dict[str, float], path: Path = FIGURES) -> None:
    """Put figures (0–1, larger is better) under the release that is being made."""
    known = _read(path)
    release = known["releases"].setdefault(version("brobygger"), {})
    release.update({name: round(value, 4) for name, value in figures.items()})
    path.write_text(json.dumps(known, indent=2, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")


def fallen(known: dict[str, Any]) -> list[str]:
    """A line for each figure of the newest release that fell without an explanation, or is no longer measured."""
    releases = sorted(known["releases"], key=lambda name: [int(part) for part in name.split(".")])
    lines = []
    for before, after in zip(releases[-2:-1], releases[-1:], strict=False):
        old, new = known["releases"][before], known["releases"][after]
        for name in sorted(old):
            if name in known["explained"]:
                continue
            if name not in new:
                lines.append(f"{name}: {old[name]} in {before}, not measured in {after}")
            elif new[name] < old[name] - TOLERANCE:
                lines.append(f"{name}: {old[name]} in {before}, {new[name]} in {after}")
    return lines


def _read(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {"releases": {}, "explained": {}}
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def main() -> None:
    lines = fallen(_read(FIGURES))
    print("\n".join(lines) or "no figure fell")
    if lines:
        sys.exit(1)


if __name__ == "__main__":
    main()
