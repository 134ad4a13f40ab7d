"""`brobygger …`: every module of `cli.commands` is a command, loaded when it is called."""

from __future__ import annotations

import argparse
import ast
import importlib
import inspect
import subprocess
import sys

import pytest

from brobygger.cli import commands, main, parser_words

NAMES = sorted(main.names())


@pytest.mark.parametrize("name", NAMES)
def test_command_says_what_it_does_and_takes_its_arguments(name):
    module = importlib.import_module(f"{commands.__name__}.{name.replace('-', '_')}")
    parser = argparse.ArgumentParser()

    module.add_arguments(parser)

    assert module.HELP
    assert main.help_of(name) == module.HELP
    assert callable(module.run)


def test_help_lists_every_command(capsys):
    with pytest.raises(SystemExit) as stop:
        main.main(["--help"])

    assert stop.value.code == 0
    shown = capsys.readouterr().out
    listed = {line.split()[0] for line in shown.splitlines() if line.startswith("    ") and line[4] != " "}
    assert set(NAMES) <= listed


def test_help_loads_no_command():
    code = (
        "import sys; from brobygger.cli.main import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "print(sorted(name for name in sys.modules if name.startswith(('django', 'numpy', 'brobygger.cli.commands.'))))"
    )

    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert shown.splitlines()[-1] == "[]"


def test_unknown_command_is_a_wrong_call(capsys):
    with pytest.raises(SystemExit) as stop:
        main.main(["build-a-bridge"])

    assert stop.value.code == 2
    assert "build-a-bridge" in capsys.readouterr().err


def test_command_that_is_stopped_says_so(capsys, monkeypatch):
    demo = importlib.import_module(f"{commands.__name__}.demo")

    def stopped(arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(demo, "run", stopped)

    assert main.main(["demo"]) == 130
    assert capsys.readouterr().err == "stopped\n"


def test_demo_refuses_a_port_that_is_none(capsys):
    assert main.main(["demo", "--port", "70000"]) == 2
    assert "--port must be between 1 and 65535, got 70000" in capsys.readouterr().err


OF_PROGRAMMERS = (
    ".__call__() not defined", "'required' is an invalid argument for positionals", "%r is not callable",
    "mutually exclusive arguments must be optional", "cannot merge actions - two groups are named %r",
    "invalid option string %(option)r: must start with a character %(prefix_chars)r",
    "dest= is required for options like %r", "invalid conflict_resolution value: %r", 'argument "-" with mode %r',
    "cannot have multiple subparser arguments", "conflicting subparser: %s", "conflicting subparser alias: %s",
    "conflicting option string: %s",
)  # fmt: skip
"""What argparse says of wrong code, never of a wrong call."""


def test_every_text_of_argparse_is_translated():
    """A later Python with other texts fails here."""
    said = {
        call.args[0].value
        for call in ast.walk(ast.parse(inspect.getsource(argparse)))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in {"_", "ngettext"}
        and isinstance(call.args[0], ast.Constant)
    }
    known = {*parser_words.MESSAGES, *(one for one, _many in parser_words.PLURALS)}
    assert said - known - set(OF_PROGRAMMERS) == set()


@pytest.mark.parametrize(
    ("given", "environment", "language"),
    [
        ([], {}, "en"),
        ([], {"LANG": "da_DK.UTF-8"}, "da"),
        ([], {"LANG": "da_DK.UTF-8", "LC_ALL": "C"}, "en"),
        ([], {"LANG": "no_NO"}, "nb"),
        ([], {"LANGUAGE": "fi:sv:en", "LANG": "da_DK"}, "sv"),
        (["schedule", "--language", "nb"], {"LANG": "da_DK.UTF-8"}, "nb"),
        (["schedule", "--language=sv"], {}, "sv"),
        (["schedule", "--language", "xx"], {"LANG": "da_DK.UTF-8"}, "da"),
        (["schedule", "--language"], {"LANG": "da_DK.UTF-8"}, "da"),
    ],
)
def test_language_is_the_one_that_is_asked_for(given, environment, language):
    assert parser_words.language_of(given, environment) == language


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            ["schedule", "--language", "da", "wishes.csv", "--nothing"],
            "brobygger: fejl: ukendte argumenter: --nothing",
        ),
        (
            ["schedule", "--language", "nb", "wishes.csv", "--rounds"],
            "argument --rounds: ett argument mangler",
        ),
        (
            ["schedule", "--language", "sv", "wishes.csv", "--seed", "a"],
            "argument --seed: 'a' är inget giltigt värde (int)",
        ),
        (["schedule", "--language", "da"], "disse argumenter mangler: wishes"),
    ],
)
def test_wrong_call_is_told_in_the_language_of_the_call(given, said, capsys):
    with pytest.raises(SystemExit) as stop:
        main.main(given)

    assert stop.value.code == 2
    assert said in capsys.readouterr().err


def test_unknown_choice_is_told_in_the_language_of_the_environment(capsys, monkeypatch):
    for name in parser_words.VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "da_DK.UTF-8")

    with pytest.raises(SystemExit):
        main.main(["build-a-bridge"])

    said = capsys.readouterr().err
    assert said.startswith("brug: brobygger")
    assert "ugyldigt valg: 'build-a-bridge' (vælg mellem" in said
    assert argparse._("usage: ") == "usage: ", "nobody else's words are changed"
