"""Rules of the house that imports cannot show. Each failure names the place to mend."""

from __future__ import annotations

import importlib.util
import inspect
import pkgutil
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import allauth
import pytest
from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver

import brobygger
from brobygger.web.components import COMPONENTS

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "brobygger"
TEMPLATES = SOURCE / "web" / "templates"
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
    "contracts"
]
APP_ORDER = next(
    contract["layers"] for contract in CONTRACTS if contract.get("containers") == ["brobygger.apps"]
)
HEIGHT = {name: -row for row, line in enumerate(APP_ORDER) for name in line.replace("|", " ").split()}
THEIR_TEMPLATES = Path(allauth.__file__).parent / "templates"
WITHOUT_DJANGO = ("core", "data", "engine", "cli.commands")
WITHOUT_FORM_TOKEN = {
    # a mail program posts here when its user unsubscribes (RFC 8058); the token in the address is the proof
    "t/<str:token>/unsubscribe/",
}
EMPTY_NAMES = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "misc",
    "manager",
    "managers",
    "service",
    "services",
}


def our_models() -> list[type]:
    return [model for model in apps.get_models() if model._meta.app_label in HEIGHT]


def modules_of(package: str) -> Iterator[str]:
    yield package
    found = importlib.import_module(package)
    for module in pkgutil.walk_packages(found.__path__, prefix=f"{package}."):
        yield module.name


def has_actions(app: str) -> bool:
    """Apps that later capabilities fill have none yet."""
    return importlib.util.find_spec(f"brobygger.apps.{app}.actions") is not None


def actions_of(module: ModuleType) -> list[Callable[..., object]]:
    """What an app's `actions` offers: the functions it exports, or that it defines without an underscore."""
    names = getattr(module, "__all__", [name for name in vars(module) if not name.startswith("_")])
    found = [getattr(module, name) for name in names]
    return [one for one in found if inspect.isfunction(one) and one.__module__.startswith(module.__name__)]


def views(
    patterns: list[URLPattern | URLResolver], below: str = ""
) -> Iterator[tuple[str, Callable[..., object]]]:
    for pattern in patterns:
        address = f"{below}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            yield from views(pattern.url_patterns, address)
        else:
            yield address, pattern.callback


def test_foreign_keys_point_down_the_order_of_apps():
    upward = [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model in our_models()
        for field in model._meta.get_fields()
        if field.is_relation and field.concrete and field.related_model._meta.app_label in HEIGHT
        if HEIGHT[field.related_model._meta.app_label] > HEIGHT[model._meta.app_label]
    ]

    assert upward == []


def test_who_did_something_stands_beside_when():
    alone = [
        f"{model._meta.label}.{field.name} has no {field.name.removesuffix('_by')}_at beside it"
        for model in our_models()
        for field in model._meta.fields
        if field.is_relation and field.name.endswith("_by")
        if f"{field.name.removesuffix('_by')}_at" not in {other.name for other in model._meta.fields}
    ]

    assert alone == []


@pytest.mark.parametrize("app", [app for app in sorted(HEIGHT) if has_actions(app)])
def test_actions_take_keywords_say_who_did_it_and_what_they_do(app):
    wrong = []
    for action in actions_of(importlib.import_module(f"brobygger.apps.{app}.actions")):
        parameters = inspect.signature(action).parameters
        if any(parameter.kind is not parameter.KEYWORD_ONLY for parameter in parameters.values()):
            wrong.append(f"{action.__qualname__}: every argument is given by name")
        if "by" not in parameters:
            wrong.append(f"{action.__qualname__}: takes `by`, who does it")
        if not action.__doc__:
            wrong.append(f"{action.__qualname__}: a sentence says what it does")

    assert wrong == []


@pytest.mark.parametrize("part", WITHOUT_DJANGO)
def test_files_and_numbers_need_no_django(part):
    names = list(modules_of(f"brobygger.{part}"))
    code = f"import sys; sys.modules['django'] = None\nfor name in {names!r}: __import__(name)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("large", ["openpyxl", "PIL", "scipy.sparse.linalg", "sklearn", "ortools"])
def test_reading_loads_nothing_large_that_it_does_without(large):
    """Each of these takes 10 MB and more in every process that reads."""
    code = (
        "import brobygger.core.reading.solve, brobygger.data.documents, brobygger.data.taxonomies, sys\n"
        f"assert {large!r} not in sys.modules"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr


def test_every_address_says_who_may_enter():
    silent = [
        address
        for address, view in views(get_resolver().url_patterns)
        if not address.startswith("admin/")
        and not hasattr(view, "may")  # Django's admin asks for staff itself
    ]

    assert silent == []


def test_no_other_page_is_exempt_from_the_form_token():
    """The API is: no cookie opens it (tests/api/test_access.py::test_a_cookie_opens_nothing)."""
    exempt = [
        address
        for address, view in views(get_resolver().url_patterns)
        if getattr(view, "csrf_exempt", False) and not address.startswith("api/v1/")
    ]

    assert set(exempt) == WITHOUT_FORM_TOKEN


def test_every_template_is_used():
    source = "\n".join(
        file.read_text(encoding="utf-8") for file in SOURCE.rglob("*") if file.suffix in {".py", ".html"}
    )
    named = set(re.findall(r"[\w./-]+\.html", source)) | {
        component.template for component in COMPONENTS.values()
    }
    there = {file.relative_to(TEMPLATES).as_posix() for file in TEMPLATES.rglob("*.html")}

    instead_of_theirs = {name for name in there if (THEIR_TEMPLATES / name).is_file()}

    assert sorted(there - named - instead_of_theirs) == []


def test_modules_are_named_by_what_they_do():
    vague = [name for name in modules_of(brobygger.__name__) if EMPTY_NAMES & set(name.split("."))]

    assert vague == []
