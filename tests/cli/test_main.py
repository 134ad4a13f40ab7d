"""`brobygger …`: every module of `cli.commands` is a command, loaded when it is called."""

from __future__ import annotations

import argparse
import importlib
import subprocess
import sys

import pytest

from brobygger.cli import commands, main

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
