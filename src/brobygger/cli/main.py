"""
`brobygger …`: one entrance to every command.

Each module of `commands` is a command: `HELP`, `add_arguments(parser)` and `run(arguments) -> exit code`. It is
imported when it is called, so that a file command never loads Django and `--help` is quick.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import os
import pkgutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, cast

from brobygger.cli import commands
from brobygger.cli.parser_words import language_of, speaking

FOLDER = Path(str(commands.__file__)).parent


class Command(Protocol):
    """What a module of `commands` is."""

    HELP: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None: ...

    def run(self, arguments: argparse.Namespace) -> int: ...


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0, 1 for a problem with the input, 2 for a wrong call, 130 when stopped."""
    # numpy's threads wait for one another busily over small products: one is faster, and leaves the other cores alone
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    given = list(sys.argv[1:] if arguments is None else arguments)
    with speaking(language_of(given, os.environ)):
        parsed = _parsed(given)
    try:
        return int(_module(parsed.command).run(parsed))
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130
    except BrokenPipeError:  # the reader of our output has seen enough
        sys.stderr.close()
        return 0


def _parsed(given: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="brobygger", description="The platform of a regional STEM-talent partnership."
    )
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in names():
        command = subparsers.add_parser(name, help=help_of(name))
        if given and given[0] == name:
            _module(name).add_arguments(command)
    return parser.parse_args(given)


def names() -> list[str]:
    """Every command, as it is typed."""
    return sorted(module.name.replace("_", "-") for module in pkgutil.iter_modules([str(FOLDER)]))


def _module(name: str) -> Command:
    return cast("Command", importlib.import_module(f"{commands.__name__}.{name.replace('-', '_')}"))


def help_of(name: str) -> str:
    """The command's HELP, read without importing it."""
    tree = ast.parse((FOLDER / f"{name.replace('-', '_')}.py").read_text(encoding="utf-8"))
    for node in tree.body:
        if (
            isinstance(node, ast.Assign)
            and isinstance(node.targets[0], ast.Name)
            and node.targets[0].id == "HELP"
        ):
            return str(ast.literal_eval(node.value))
    return ""


if __name__ == "__main__":
    sys.exit(main())
