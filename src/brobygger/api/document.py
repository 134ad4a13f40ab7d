"""The OpenAPI document of the API, and what the page and the reference say of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from django.utils import translation

from brobygger.api.problems import KINDS, TYPES_AT
from brobygger.api.v1 import api
from brobygger.apps.base.enums import TokenScope

PREFIX: Final = "/api/v1/"


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter, or a field of a body or answer: its name, its type in words, what it means."""

    name: str
    type: str
    about: str
    is_required: bool
    place: str = ""


@dataclass(frozen=True, slots=True)
class OperationEntry:
    """One operation as it is explained."""

    method: str
    path: str
    name: str
    about: str
    permission: str
    scope: str
    parameters: tuple[Field, ...]
    body: str
    body_schema: str
    answers: tuple[tuple[str, str, str], ...]  # (status, type or "", name of the schema in it or "")

    @property
    def problems(self) -> tuple[str, ...]:
        return tuple(answer[0] for answer in self.answers if answer[0] >= "400")

    @property
    def results(self) -> tuple[tuple[str, str, str], ...]:
        return tuple(answer for answer in self.answers if answer[0] < "400")


@dataclass(frozen=True, slots=True)
class SchemaEntry:
    name: str
    about: str
    fields: tuple[Field, ...]
    values: tuple[str, ...]


@lru_cache(maxsize=1)
def openapi_document() -> dict[str, Any]:
    """The document, in the language of the source; the same in every process."""
    with translation.override("en"):
        return api.get_openapi_schema(path_prefix=PREFIX)


def operations() -> dict[str, list[OperationEntry]]:
    """The operations by what they are about, in the order of the document."""
    found: dict[str, list[OperationEntry]] = {}
    for path, methods in openapi_document()["paths"].items():
        for method, operation in methods.items():
            found.setdefault(operation["tags"][0], []).append(_operation(method.upper(), path, operation))
    return found


def schemas() -> list[SchemaEntry]:
    """The schemas by name."""
    found = openapi_document()["components"]["schemas"]
    return [
        SchemaEntry(
            name=name,
            about=_sentence(schema.get("description", "")),
            fields=tuple(_fields(schema)),
            values=tuple(str(value) for value in schema.get("enum", ())),
        )
        for name, schema in sorted(found.items())
    ]


def markdown() -> str:
    """The reference page, `docs/reference/api.md`."""
    with translation.override("en"):
        return "\n".join(_markdown()) + "\n"


def _markdown() -> Iterator[str]:
    info = openapi_document()["info"]
    yield from (
        "# API",
        "",
        "<!-- written by `make api-reference`; a test compares -->",
        "",
    )
    yield from (info["description"].strip(), "")
    yield "The document that this page is made from is served at `/api/v1/openapi.json`, a page like this one at `/api/`."
    yield from ("", "## Scopes", "", "| Scope | What a token with it may be used for |", "|---|---|")
    yield from (f"| `{scope.value}` | {scope.label} |" for scope in TokenScope)
    yield from ("", "## Problems", "", "| Type | Status | What it means |", "|---|---|---|")
    yield from (f"| `{TYPES_AT}{key}` | {kind.status} | {kind.about} |" for key, kind in KINDS.items())
    for section, entries in operations().items():
        yield from ("", f"## {section}")
        for entry in entries:
            yield from ("", f"### {entry.method} {entry.path}", "", entry.about, "")
            scope = f"scope `{entry.scope}`" if entry.scope != "none" else "no token needed"
            yield f"Permission `{entry.permission}`, {scope}."
            if entry.parameters:
                yield from ("", "| Parameter | In | Type | Meaning |", "|---|---|---|---|")
                for one in entry.parameters:
                    yield f"| `{one.name}`{'' if one.is_required else ' (optional)'} | {one.place} | {_cell(one.type)} | {one.about} |"
            if entry.body:
                yield from ("", f"Body: {entry.body}.")
            answers = ", ".join(f"{status} {schema}".strip() for status, schema, _name in entry.results)
            yield from ("", f"Answers: {answers}. Problems: {', '.join(entry.problems)}.")
    yield from ("", "## Schemas")
    for schema in schemas():
        yield from ("", f"### {schema.name}")
        if schema.about:
            yield from ("", schema.about)
        if schema.values:
            yield from ("", "One of " + ", ".join(f"`{value}`" for value in schema.values) + ".")
        if schema.fields:
            yield from ("", "| Field | Type | Meaning |", "|---|---|---|")
            for one in schema.fields:
                yield f"| `{one.name}`{'' if one.is_required else ' (optional)'} | {_cell(one.type)} | {one.about} |"


def _schema_of(body: dict[str, Any]) -> dict[str, Any]:
    """Of what is sent or answered; empty where it has no content."""
    schemas: Iterator[dict[str, Any]] = (one["schema"] for one in body.get("content", {}).values())
    return next(schemas, {})


def _operation(method: str, path: str, operation: dict[str, Any]) -> OperationEntry:
    asked = _schema_of(operation.get("requestBody", {}))
    return OperationEntry(
        method=method,
        path=path,
        name=operation["operationId"],
        about=_sentence(operation.get("description", operation["summary"])),
        permission=operation["x-permission"],
        scope=operation["x-scope"],
        parameters=tuple(
            Field(one["name"], type_of(one["schema"]), one.get("description", ""), one["required"], one["in"])
            for one in operation["parameters"]
        ),
        body=type_of(asked) if asked else "",
        body_schema=_named(asked),
        answers=tuple(
            (status, type_of(schema) if schema else "", _named(schema))
            for status, answer in operation["responses"].items()
            for schema in [_schema_of(answer)]
        ),
    )


def _named(schema: dict[str, Any]) -> str:
    """The schema of the document that this one is, or is a list of; "" if there is none."""
    inner = schema.get("items", schema)
    return str(inner.get("$ref", "").rpartition("/")[2])


def _fields(schema: dict[str, Any]) -> Iterator[Field]:
    required = set(schema.get("required", ()))
    for name, field in schema.get("properties", {}).items():
        yield Field(name, type_of(field), field.get("description", ""), name in required)


def type_of(schema: dict[str, Any]) -> str:
    """A type in a few words: “string (date) or null”, “list of Fact”."""
    if "$ref" in schema:
        return str(schema["$ref"].rpartition("/")[2])
    if "allOf" in schema:
        return " and ".join(map(type_of, schema["allOf"]))
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(map(type_of, schema["anyOf"])))
    if "const" in schema:
        return str(schema["const"])
    if "enum" in schema:
        return " or ".join(str(value) for value in schema["enum"])
    kind = str(schema.get("type", "anything"))
    if kind == "array":
        return f"list of {type_of(schema.get('items', {}))}"
    if kind == "object":
        inner = schema.get("additionalProperties")
        return f"object of {type_of(inner)}" if isinstance(inner, dict) else "object"
    limits = [str(schema[name]) for name in ("minimum", "maximum") if name in schema]
    details = ", ".join(
        filter(None, (schema.get("format", ""), " to ".join(limits) if len(limits) == 2 else ""))
    )
    return f"{kind} ({details})" if details else kind


def _sentence(text: str) -> str:
    return " ".join(text.split())


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
