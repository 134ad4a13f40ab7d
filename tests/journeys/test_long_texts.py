"""A long text in a browser: how long it may be is shown, and what is too long is not cut silently."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_text_that_is_too_long_is_said_and_not_cut(visit: Callable[..., Page]) -> None:
    page = visit("/register/", locale="da-DK")
    field = page.locator("textarea[name=looks_for]")
    note = page.locator("textarea[name=looks_for] + .letters")
    expect(note).to_have_count(0)

    field.focus()
    expect(note).to_have_text("0 af højst 500 tegn")
    field.fill("Fortæl om pumper. " * 30)

    expect(note).to_have_text("Teksten er på 540 tegn; der er plads til 500. Gør den kortere.")
    assert len(field.input_value()) == 540
    assert not field.evaluate("field => field.form.checkValidity()")
    field.fill("Pumper")
    expect(note).to_have_text("6 af højst 500 tegn")
    assert field.evaluate("field => field.checkValidity()")


def test_short_fields_stay_as_they_are(visit: Callable[..., Page]) -> None:
    page = visit("/log-in/", locale="da-DK")
    page.locator("input[name=login]").focus()
    expect(page.locator(".letters")).to_have_count(0)
