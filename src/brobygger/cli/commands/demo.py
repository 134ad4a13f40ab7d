"""`brobygger demo`: fill the embedded database with the demo and serve the web app."""

from __future__ import annotations

import argparse
import os
import signal
import sys

HELP = "fill the embedded database with the demo and serve it"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--no-serve", action="store_true", help="only fill the database")


def run(arguments: argparse.Namespace) -> int:
    if not 0 < arguments.port < 65_536:
        print(f"--port must be between 1 and 65535, got {arguments.port}", file=sys.stderr)
        return 2
    os.environ["BROBYGGER_DEMO"] = "on"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "brobygger.config.settings")
    name = "localhost" if arguments.host == "127.0.0.1" else arguments.host
    os.environ.setdefault("BROBYGGER_URL", f"http://{name}:{arguments.port}")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    call_command("load_demo")
    if arguments.no_serve:
        return 0
    address = f"http://{name}:{arguments.port}/"
    print(
        f"\nBrobygger is at {address}",
        "Log in with one click as any role; every password is: demo",
        sep="\n",
        flush=True,
    )
    return serve(arguments.host, arguments.port)


def serve(host: str, port: int) -> int:
    """Serve until the process is told to stop."""
    from granian.constants import Interfaces
    from granian.server import Server

    signal.signal(signal.SIGTERM, signal.getsignal(signal.SIGINT))
    Server(
        "brobygger.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=4,
        log_access=False,
    ).serve()
    return 0
