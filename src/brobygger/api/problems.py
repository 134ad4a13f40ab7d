"""What went wrong, as problem details (RFC 9457) in the language that the program asks for."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final, Literal

import ninja.errors
from django.core.exceptions import (
    NON_FIELD_ERRORS,
    ObjectDoesNotExist,
    PermissionDenied,
    RequestDataTooBig,
    ValidationError,
)
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from ninja import Field, Schema

CONTENT_TYPE: Final = "application/problem+json"
TYPES_AT: Final = "/api/#"  # where each type is explained
logger = logging.getLogger("brobygger.api")


class Problem(Schema):
    """What went wrong, as in RFC 9457."""

    type: str = Field(description="Which problem it is: an address where it is explained.")
    title: str = Field(description="The same in a few words.")
    status: int = Field(description="The HTTP status.")
    detail: str = Field(description="What was wrong this time, and what would be right.")


class WrongField(Schema):
    """One thing in the input that cannot be."""

    place: Literal["path", "query", "body"]
    name: str = Field(description="Names and numbers from the outside in, with points between.")
    message: str


class InputProblem(Problem):
    """What is wrong with the input, field by field."""

    fields: list[WrongField]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of problem; `about` says what it usually means."""

    status: int
    title: str | Promise
    about: str | Promise


KINDS: Final[Mapping[str, Kind]] = {
    "not-json": Kind(
        400, gettext_lazy("This is not JSON"), gettext_lazy("The body of the request is not valid JSON.")
    ),
    "no-token": Kind(
        401,
        gettext_lazy("A token is needed"),
        gettext_lazy("The request carries no token, or one that is unknown, expired or revoked."),
    ),
    "scope-missing": Kind(
        403,
        gettext_lazy("The token is not for this"),
        gettext_lazy("The token lacks the scope that this needs; its owner can make another one."),
    ),
    "not-allowed": Kind(
        403,
        gettext_lazy("This is not allowed"),
        gettext_lazy("The owner of the token may not see or do this."),
    ),
    "not-found": Kind(
        404,
        gettext_lazy("This is not there"),
        gettext_lazy("There is nothing at this address, or not any more."),
    ),
    "method-not-allowed": Kind(
        405,
        gettext_lazy("This cannot be done here"),
        gettext_lazy("The address does not know this HTTP method; the header Allow names those it knows."),
    ),
    "not-now": Kind(
        409,
        gettext_lazy("This cannot be done now"),
        gettext_lazy("The thing is in a state in which this is not possible."),
    ),
    "too-large": Kind(
        413, gettext_lazy("This is too large"), gettext_lazy("The body of the request has more than 5 MB.")
    ),
    "wrong-input": Kind(
        422,
        gettext_lazy("Some of this is not accepted"),
        gettext_lazy("Fields are missing or hold what cannot be; each is named with what would be right."),
    ),
    "broken": Kind(
        500,
        gettext_lazy("Something broke"),
        gettext_lazy("A fault of the product, not of the request. It is written down where it runs."),
    ),
}


class ScopeMissing(Exception):
    """The token lacks the scope that an operation needs."""

    def __init__(self, scope: str) -> None:
        super().__init__(scope)
        self.scope = scope


class NotNow(Exception):
    """The thing is in a state in which this cannot be done. The message says why."""


class WrongInput(Exception):
    """The input is well-formed, and still cannot be."""

    def __init__(self, name: str, message: str, place: Literal["path", "query", "body"] = "body") -> None:
        super().__init__(message)
        self.field = WrongField(place=place, name=name, message=message)


@contextmanager
def refused(*not_now: type[Exception], **of_field: type[Exception]) -> Iterator[None]:
    """
    What an action refuses, as a problem, in the words of the action.

    Args:
        not_now: what the state of the thing does not allow.
        of_field: what cannot be, by the field of the body that says it.

    Raises:
        NotNow, WrongInput: one of these was raised inside.
    """
    try:
        yield
    except not_now as error:
        raise NotNow(str(error)) from error
    except tuple(of_field.values()) as error:
        name = next(name for name, kind in of_field.items() if isinstance(error, kind))
        raise WrongInput(name, str(error)) from error


def problem_response(kind: str, detail: str = "", fields: Iterable[WrongField] | None = None) -> HttpResponse:
    """The answer that tells of a problem; without `detail` what it usually means."""
    known = KINDS[kind]
    body = {
        "type": f"{TYPES_AT}{kind}",
        "title": str(known.title),
        "status": known.status,
        "detail": detail or str(known.about),
    }
    if fields is not None:
        body["fields"] = [field.model_dump() for field in fields]
    response = JsonResponse(body, status=known.status, content_type=CONTENT_TYPE)
    if kind == "no-token":
        response["WWW-Authenticate"] = 'Bearer realm="Brobygger"'
    return response


def not_allowed_method(allowed: Iterable[str]) -> HttpResponse:
    response = problem_response("method-not-allowed")
    response["Allow"] = ", ".join(sorted(allowed))
    return response


def handlers() -> Mapping[type[Exception], Callable[[HttpRequest, Any], HttpResponse]]:
    """Which answer follows from which exception; the most special class of an exception decides."""
    return {
        ninja.errors.AuthenticationError: lambda request, error: problem_response("no-token"),
        ninja.errors.HttpError: lambda request, error: problem_response("not-json"),  # the only other one
        ninja.errors.ValidationError: _input,
        ScopeMissing: _scope,
        PermissionDenied: lambda request, error: problem_response("not-allowed"),
        ObjectDoesNotExist: lambda request, error: problem_response("not-found"),
        Http404: lambda request, error: problem_response("not-found"),
        RequestDataTooBig: lambda request, error: problem_response("too-large"),
        NotNow: lambda request, error: problem_response("not-now", str(error)),
        WrongInput: lambda request, error: problem_response("wrong-input", str(error), [error.field]),
        ValidationError: _stored,
        Exception: _broken,
    }


def _scope(request: HttpRequest, error: ScopeMissing) -> HttpResponse:
    detail = _("This needs a token with the scope “%(scope)s”.") % {"scope": error.scope}
    response = problem_response("scope-missing", detail)
    response["WWW-Authenticate"] = f'Bearer error="insufficient_scope", scope="{error.scope}"'
    return response


def _broken(request: HttpRequest, error: Exception) -> HttpResponse:
    logger.error("%s %s broke", request.method, request.path, exc_info=error)
    return problem_response("broken")


def _stored(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """An action found what cannot be stored; its messages are in the reader's language already."""
    by_field = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
    fields = [
        WrongField(place="body", name="" if name == NON_FIELD_ERRORS else name, message=one)
        for name, messages in by_field.items()
        for one in messages
    ]
    return problem_response("wrong-input", " ".join(field.message for field in fields), fields)


def _input(request: HttpRequest, error: ninja.errors.ValidationError) -> HttpResponse:
    fields = [
        WrongField(place=_place(one["loc"]), name=_name(one["loc"]), message=_message(one))
        for one in error.errors
    ]
    detail = " ".join(
        f"{field.name}: {field.message}" if field.name else field.message for field in fields[:3]
    )
    return problem_response("wrong-input", detail, fields)


def _place(where: tuple[str | int, ...]) -> Literal["path", "query", "body"]:
    return "path" if where[0] == "path" else "query" if where[0] == "query" else "body"


def _name(where: tuple[str | int, ...]) -> str:
    """The field from the outside in; the name of our own parameter for the body is no part of it."""
    inner = where[2:] if where[0] == "body" else where[1:]
    return ".".join(str(part) for part in inner)


def _message(error: Mapping[str, Any]) -> str:
    """What would be right, in the reader's language: pydantic speaks English only."""
    limits = {name: str(value) for name, value in error.get("ctx", {}).items()}
    template = MESSAGES.get(error["type"])
    if error["type"] == "value_error":  # our own validators speak the reader's language
        return limits.get("error") or str(MESSAGES["unknown"])
    try:
        return str(template or MESSAGES["unknown"]) % limits
    except KeyError:
        return str(MESSAGES["unknown"])


MESSAGES: Final[Mapping[str, str | Promise]] = {
    "unknown": gettext_lazy("This value is not accepted."),
    "missing": gettext_lazy("This is missing."),
    "extra_forbidden": gettext_lazy("There is no field of this name."),
    "string_type": gettext_lazy("A text is expected."),
    "string_unicode": gettext_lazy("The text holds half a character."),
    "string_too_short": gettext_lazy("At least %(min_length)s letters are expected."),
    "string_too_long": gettext_lazy("At most %(max_length)s letters are accepted."),
    "string_pattern_mismatch": gettext_lazy("This must look like %(pattern)s"),
    "int_type": gettext_lazy("A whole number is expected."),
    "int_parsing": gettext_lazy("A whole number is expected."),
    "int_parsing_size": gettext_lazy("The number is too large."),
    "int_from_float": gettext_lazy("A whole number is expected."),
    "float_type": gettext_lazy("A number is expected."),
    "float_parsing": gettext_lazy("A number is expected."),
    "finite_number": gettext_lazy("A finite number is expected."),
    "greater_than_equal": gettext_lazy("The smallest possible value is %(ge)s."),
    "less_than_equal": gettext_lazy("The largest possible value is %(le)s."),
    "bool_type": gettext_lazy("true or false is expected."),
    "bool_parsing": gettext_lazy("true or false is expected."),
    "enum": gettext_lazy("One of these is expected: %(expected)s."),
    "literal_error": gettext_lazy("One of these is expected: %(expected)s."),
    "date_type": gettext_lazy("A day is expected, such as 2027-01-31."),
    "date_parsing": gettext_lazy("A day is expected, such as 2027-01-31."),
    "date_from_datetime_parsing": gettext_lazy("A day is expected, such as 2027-01-31."),
    "date_from_datetime_inexact": gettext_lazy("A day is expected, such as 2027-01-31."),
    "list_type": gettext_lazy("A list is expected."),
    "too_short": gettext_lazy("At least %(min_length)s entries are expected."),
    "too_long": gettext_lazy("At most %(max_length)s entries are accepted."),
    "dict_type": gettext_lazy("An object is expected."),
    "model_type": gettext_lazy("An object is expected."),
    "model_attributes_type": gettext_lazy("An object is expected."),
}
