"""
How an operation says who may call it, and how the API is put together.

A `Section` is a router whose operations must name a permission and a scope. The `Api` refuses to be built with one that
does not, answers every error as problem details, and writes the OpenAPI document.
"""

from __future__ import annotations

import hashlib
import inspect
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any, Final, get_args

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from ninja import NinjaAPI, Router, Schema, Status
from ninja.errors import ConfigError
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import PathView
from ninja.params.models import Query
from ninja.utils import normalize_path

from brobygger.api.access import ApiRequest, Token, anybody, check_scope
from brobygger.api.problems import (
    CONTENT_TYPE,
    InputProblem,
    Problem,
    WrongInput,
    handlers,
    not_allowed_method,
    problem_response,
)
from brobygger.apps.base.enums import TokenScope
from brobygger.apps.base.queries import reading_only

EVERYBODY: Final = None  # the scope of what needs no token
View = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Of:
    """
    The thing that an address names.

    Args:
        name: the parameter in the address.
        kind: its type.
        find: gives the thing, or None.
    """

    name: str
    kind: Any
    find: Callable[[Any], object]


@dataclass(frozen=True, slots=True)
class Checks:
    """What stands before a view, see `Section.reads`."""

    may: str
    of: Of | None
    scope: TokenScope | None
    writes: bool


class Section(Router):
    """Operations about one thing."""

    def reads(
        self,
        address: str,
        *,
        may: str,
        gives: Any,
        of: Of | None = None,
        scope: TokenScope | None = TokenScope.READ,
        problems: Iterable[int] = (),
        method: str = "GET",
    ) -> Callable[[View], View]:
        """
        An operation that changes nothing, and cannot, not even by accident.

        Args:
            may: the permission that the owner of the token needs, about the thing if there is one.
            gives: the schema of the answer.
            of: the thing that the address names; the view gets it in place of the name.
            scope: what the token must be for; `EVERYBODY` if no token is needed.
            problems: statuses beside those that follow from the rest.
            method: POST for what does not fit into an address.
        """
        checks = Checks(may, of, scope, writes=False)
        return self._operation(address, method, checks, {200: gives}, problems)

    def writes(
        self,
        method: str,
        address: str,
        *,
        may: str,
        gives: Mapping[int, Any],
        of: Of | None = None,
        scope: TokenScope = TokenScope.WRITE,
        problems: Iterable[int] = (),
    ) -> Callable[[View], View]:
        """An operation that changes something; `gives` by status, the rest as in `reads`."""
        return self._operation(address, method, Checks(may, of, scope, writes=True), gives, problems)

    def _operation(
        self,
        address: str,
        method: str,
        checks: Checks,
        gives: Mapping[int, Any],
        problems: Iterable[int],
    ) -> Callable[[View], View]:
        def mark(view: View) -> View:
            entrance = _entrance(view, checks)
            given = [one.annotation for one in inspect.signature(entrance).parameters.values()][1:]
            has_body = any(isinstance(one, type) and issubclass(one, Schema) for one in given)
            statuses = {401, 422, *problems}
            statuses |= {403} if checks.scope else set()
            statuses |= {404} if checks.of else set()
            statuses |= {400, 413} if has_body else set()
            wrong = {status: InputProblem if status == 422 else Problem for status in sorted(statuses)}
            self.api_operation(
                [method],
                address,
                auth=Token() if checks.scope else anybody,
                response={**gives, **wrong},
                operation_id=view.__name__,
                summary=view.__name__.replace("_", " ").capitalize(),
                openapi_extra={
                    "x-permission": checks.may,
                    "x-scope": checks.scope.value if checks.scope else "none",
                },
            )(entrance)
            return view

        return mark


def _entrance(view: View, checks: Checks) -> View:
    """The view behind its checks: the token's scope, the thing, the owner's permission."""
    of, signature = checks.of, inspect.signature(view, eval_str=True)
    asked = _names_asked(signature)

    @wraps(view)
    def entrance(request: ApiRequest, **given: Any) -> Any:
        if checks.scope is not None:
            check_scope(request, checks.scope)
        things: tuple[Any, ...] = ()
        if of is not None:
            thing = of.find(given.pop(of.name))
            if thing is None:
                raise Http404
            things = (thing,)
        if not request.user.has_perm(checks.may, *things):
            raise PermissionDenied
        if unknown := sorted(request.GET.keys() - asked):  # a misspelt filter would answer with everything
            raise WrongInput(unknown[0], _("There is no parameter of this name."), place="query")
        if checks.writes:
            return view(request, *things, **given)
        with reading_only():
            return view(request, *things, **given)

    parameters = list(signature.parameters.values())
    if of is not None:
        named = inspect.Parameter(of.name, inspect.Parameter.KEYWORD_ONLY, annotation=of.kind)
        parameters[1:2] = [named]
    kept = [one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in parameters[1:]]
    entrance.__signature__ = signature.replace(parameters=[parameters[0], *kept])  # type: ignore[attr-defined]
    entrance.may = checks.may  # type: ignore[attr-defined]
    return entrance


def _names_asked(signature: inspect.Signature) -> frozenset[str]:
    """The parameters that a view takes from the address after its `?`: the fields of what it asks of `Query`."""
    schemas = (
        get_args(one.annotation)[0]
        for one in signature.parameters.values()
        if any(isinstance(mark, Query) for mark in get_args(one.annotation)[1:])
    )
    return frozenset(name for schema in schemas for name in schema.model_fields)


def made(
    request: ApiRequest, response: HttpResponse, operation: str, pk: int, shown: Schema, *, is_new: bool
) -> Status[Schema]:
    """
    The answer that tells what was saved and where it is read: 201 for what is new, 200 for what was there.

    Args:
        operation: that reads it, by its id.
        shown: the thing as it is answered.
    """
    response["Location"] = request.build_absolute_uri(reverse(f"api:{operation}", kwargs={"id": pk}))
    return Status(201 if is_new else 200, shown)


class Api(NinjaAPI):
    """The API, its errors as problem details, its document complete."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(openapi_url=None, docs_url=None, **settings)
        for exception, handler in handlers().items():
            self.add_exception_handler(exception, handler)

    def _get_urls(self) -> list[URLResolver | URLPattern]:
        """
        One address for all methods of a path, and one for everything else.

        Raises:
            ConfigError: an operation does not say who may call it.
        """
        found = [
            path(_route(bound.prefix, address), self._view(view), name=view.operations[0].operation_id)
            for bound in self._get_bound_routers()
            for address, view in bound.path_operations.items()
        ]
        return [*found, path("<path:rest>", _nothing, name="nothing"), path("", _nothing, name="api-root")]

    def _view(self, path_view: PathView) -> Callable[..., HttpResponse]:
        permissions = tuple(dict.fromkeys(_permission(one.view_func) for one in path_view.operations))
        methods = {method for one in path_view.operations for method in one.methods}
        if "GET" in methods:
            methods.add("HEAD")

        @csrf_exempt  # cookies do not count here: see `access.Token`
        def answer(request: HttpRequest, **address: Any) -> HttpResponse:
            wanted = "GET" if request.method == "HEAD" else request.method
            operation = next((one for one in path_view.operations if wanted in one.methods), None)
            if operation is None:
                return _finished(request, not_allowed_method(methods))
            response = operation.run(request, **address)
            assert isinstance(response, HttpResponse), "no operation answers as a stream"
            return _finished(request, response)

        answer.may = permissions  # type: ignore[attr-defined]
        return answer

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        """The document, with problem details as what they are, and without what repeats itself or nobody names."""
        document = super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params)
        for operations in document["paths"].values():
            for method, operation in operations.items():
                answers = operation["responses"]
                for status, answer in answers.items():
                    if int(status) >= 400 and "content" in answer:
                        answer["content"] = {CONTENT_TYPE: answer["content"].pop("application/json")}
                if method == "get":
                    answers[304] = {"description": "Not Modified: as the header If-None-Match says"}
                operation["responses"] = {str(status): answers[status] for status in sorted(answers)}
                for parameter in operation["parameters"]:
                    parameter["schema"] = _without_null(parameter["schema"])
        schemes = document["components"].setdefault("securitySchemes", {})
        schemes["Token"] = {"type": "http", "scheme": "bearer"}
        plain: dict[str, Any] = _without_titles(document)
        _drop_unnamed(plain)
        document.clear()
        document.update(plain)
        return document


def _permission(view: View) -> str:
    permission = getattr(view, "may", None)
    if not permission:
        raise ConfigError(
            f"{view.__module__}.{view.__name__} does not say who may call it: make it with a Section"
        )
    return str(permission)


def _route(prefix: str, address: str) -> str:
    """The address as Django writes it, every part a text: what is no number is an error of input, not a lost page."""
    whole = normalize_path("/".join(part for part in (prefix, address) if part)).lstrip("/")
    return whole.replace("{", "<").replace("}", ">")


def _finished(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Links to the pages beside, a mark of the content, and what an answer depends on."""
    links = getattr(request, "links", {})
    if links:
        response["Link"] = ", ".join(f'<{address}>; rel="{name}"' for name, address in links.items())
    response["Cache-Control"] = "private, no-cache"
    patch_vary_headers(response, ["Authorization", "Accept-Language"])
    if request.method not in {"GET", "HEAD"} or response.status_code != 200:
        return response
    response["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    return get_conditional_response(request, etag=response["ETag"], response=response) or response


def _nothing(request: HttpRequest, rest: str = "") -> HttpResponse:
    return problem_response("not-found")


_nothing.may = None  # type: ignore[attr-defined] # there is nothing to see


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """A parameter is left out, never null."""
    kinds = [one for one in schema.get("anyOf", ()) if one.get("type") != "null"]
    if len(kinds) != 1:
        return schema
    return {**{key: value for key, value in schema.items() if key != "anyOf"}, **kinds[0]}


def _drop_unnamed(document: dict[str, Any]) -> None:
    """Take out the schemas that only collected the parameters of an address."""
    schemas = document["components"]["schemas"]
    while True:
        named = set(re.findall(r"#/components/schemas/([^\"]+)", json.dumps(document)))
        unnamed = schemas.keys() - named
        if not unnamed:
            return
        for name in unnamed:
            del schemas[name]


def _without_titles(node: Any, *, names: bool = False) -> Any:
    """A schema without the titles that pydantic makes of names; `names`: the keys are names of fields."""
    if isinstance(node, dict):
        return {
            key: _without_titles(value, names=key in {"properties", "schemas", "paths"})
            for key, value in _kept(node, names=names)
        }
    return [_without_titles(one) for one in node] if isinstance(node, list) else node


def _kept(node: dict[str, Any], *, names: bool) -> Iterator[tuple[str, Any]]:
    is_schema = not names and ({"type", "$ref", "anyOf", "allOf", "enum", "items"} & node.keys())
    return ((key, value) for key, value in node.items() if not (is_schema and key == "title"))
