"""Every benchmark, one after the other: `make bench`."""

import importlib
import pkgutil
import sys

import benchmarks
from benchmarks import guard

for module in sorted(module.name for module in pkgutil.iter_modules(benchmarks.__path__)):
    if module in {
        "data",
        "report",
        "reading_sample",
        "corrections",
        "golden",
        "guard",
        "evenings",
        "scheduling_peers",
        "__main__",
    }:
        continue
    print(f"--- {module}", file=sys.stderr, flush=True)
    importlib.import_module(f"benchmarks.{module}").main()
guard.main()
