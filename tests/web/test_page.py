"""`@page`: who may enter, and that reading pages cannot write."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponse

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import User
from brobygger.web.page import ANYONE, page
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@page(may=ANYONE)
def reads(request):
    return HttpResponse(User.objects.count())


@page(may=ANYONE)
def reads_and_writes(request):
    User.objects.update(username="by-accident")
    return HttpResponse()


@page(may=ANYONE, writes=True)
def writes(request):
    User.objects.create(username="on-purpose")
    return HttpResponse()


@page(may="base.view_own_page")
def for_candidates(request):
    return HttpResponse("own page")


def thing(*, pk):
    if pk != 1:
        raise ObjectDoesNotExist("no such thing")
    return f"thing {pk}"


@page(may=ANYONE, of=thing)
def about_a_thing(request, found):
    return HttpResponse(found)


@pytest.fixture
def ask(rf):
    def call(view, *, user=None, method="get", htmx=False, **address):
        request = getattr(rf, method)("/somewhere/?page=2")
        request.user, request.htmx = user or AnonymousUser(), htmx
        return view(request, **address)

    return call


def test_page_that_reads_answers_get(ask):
    assert ask(reads).content == b"0"


def test_page_that_reads_refuses_post(ask):
    assert ask(reads, method="post").status_code == 405


def test_page_that_reads_cannot_write(ask):
    user = UserFactory(username="before")

    with pytest.raises(RuntimeError, match="only reads tried to write: UPDATE"), transaction.atomic():
        ask(reads_and_writes)

    user.refresh_from_db()
    assert user.username == "before"


def test_page_that_writes_refuses_get(ask):
    assert ask(writes).status_code == 405


def test_page_that_writes_answers_post(ask):
    assert ask(writes, method="post").status_code == 200
    assert User.objects.get().username == "on-purpose"


def test_visitor_who_is_not_logged_in_is_asked_to(ask):
    response = ask(for_candidates)

    assert (response.status_code, response["Location"]) == (302, "/log-in/?next=/somewhere/%3Fpage%3D2")


def test_part_of_a_page_sends_the_whole_page_to_the_log_in(ask):
    assert ask(for_candidates, htmx=True)["HX-Redirect"] == "/log-in/"


def test_wrong_role_is_refused(ask):
    with pytest.raises(PermissionDenied):
        ask(for_candidates, user=UserFactory(role=Role.FUNDER))


def test_right_role_enters(ask):
    assert ask(for_candidates, user=UserFactory(role=Role.CANDIDATE)).content == b"own page"


def test_page_of_a_thing_gets_the_thing(ask):
    assert ask(about_a_thing, pk=1).content == b"thing 1"


def test_page_of_a_thing_that_is_not_there_does_not_exist(ask):
    with pytest.raises(Http404, match="no such thing"):
        ask(about_a_thing, pk=2)
