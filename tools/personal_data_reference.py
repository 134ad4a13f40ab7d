"""Write docs/reference/personal-data.md from what the tables declare."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reference" / "personal-data.md"

sys.path.insert(0, str(ROOT / "src"))
os.environ.setdefault("BROBYGGER_DEMO", "on")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "brobygger.config.settings")


def main() -> None:
    import django

    django.setup()
    from brobygger.web.privacy.reference import markdown

    PAGE.write_text(markdown(), encoding="utf-8")
    print(f"written: {PAGE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
