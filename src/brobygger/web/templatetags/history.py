"""The address of the history of a thing; pages include `secretariat/_history_link.html`."""

from __future__ import annotations

from django import template
from django.db.models import Model
from django.urls import reverse

register = template.Library()


@register.simple_tag
def history_address(subject: Model) -> str:
    """Like /history/people.Candidate/17/."""
    return reverse("history", args=[subject._meta.label, str(subject.pk)])
