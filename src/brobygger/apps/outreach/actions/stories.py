"""What hosts say after they had somebody, published with their agreement and no longer than that."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass

from django.db import transaction

from brobygger.apps.base.actions import record
from brobygger.apps.base.models import User
from brobygger.apps.base.rules import check_may
from brobygger.apps.organisations.models import Organisation
from brobygger.apps.outreach.models import HostStory
from brobygger.apps.programmes.models import Programme


@dataclass(frozen=True, slots=True)
class StoryDetails:
    """
    Args:
        language: ISO 639-1 of the text.
        task: what the student did, in a few words.
        initiative, proficiency: marks from 1 to 5, of the student's initiative and professional level.
        would_again: None: not said.
    """

    title: str
    story: str
    language: str
    task: str = ""
    initiative: int | None = None
    proficiency: int | None = None
    would_again: bool | None = None


class NotAgreed(Exception):
    """The host has not agreed that its story is published."""


@transaction.atomic
def write_story(
    *,
    organisation: Organisation,
    programme: Programme,
    details: StoryDetails,
    by: User | None,
    at: dt.datetime,
) -> HostStory:
    """
    Write down what a host says. Whoever writes for the host agrees with a step of its own.

    Raises:
        PermissionDenied: `by` may not.
        ValidationError: no words, or a mark that is none.
    """
    check_may(by, "outreach.write_story", organisation)
    story = HostStory(
        organisation=organisation,
        programme=programme,
        industry=organisation.industry,
        written_at=at,
        **asdict(details),
    )
    story.full_clean()
    story.save()
    record(
        action="outreach.write_story", subject=story, by=by, at=at, changes={"organisation": organisation.pk}
    )
    return story


@transaction.atomic
def agree_to_story(*, story: HostStory, agrees: bool, by: User | None, at: dt.datetime) -> HostStory:
    """
    The host agrees that its story is published, or takes that back: then nobody sees it any more.

    Repeating it changes nothing.

    Raises:
        PermissionDenied: only who writes for the host may.
    """
    check_may(by, "outreach.agree_to_story", story)
    story = HostStory.objects.select_for_update().get(pk=story.pk)
    if (story.agreed_at is not None) == agrees:
        return story
    story.agreed_at = at if agrees else None
    story.agreed_by = by if agrees else None
    story.agreed_by_name = (by.get_full_name() or by.get_username()) if agrees and by else ""
    if not agrees:
        story.published_at = story.published_by = None
    story.full_clean()
    story.save()
    record(action="outreach.agree_to_story", subject=story, by=by, at=at, changes={"agrees": agrees})
    return story


@transaction.atomic
def publish_story(*, story: HostStory, published: bool, by: User | None, at: dt.datetime) -> HostStory:
    """
    Show a story to everybody, or no longer. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` may not.
        NotAgreed: the host has not agreed.
    """
    check_may(by, "outreach.publish_story", story)
    story = HostStory.objects.select_for_update().get(pk=story.pk)
    if published and story.agreed_at is None:
        raise NotAgreed(story.title)
    if (story.published_at is not None) != published:
        story.published_at = at if published else None
        story.published_by = by if published else None
        story.save(update_fields=["published_at", "published_by"])
        record(action="outreach.publish_story", subject=story, by=by, at=at, changes={"published": published})
    return story
