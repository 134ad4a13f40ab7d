"""What the demo tells of channels, tasks of campaigns, openings and a story: invented; what is there is left alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from brobygger.apps.base.actions import note_contact_choice
from brobygger.apps.base.enums import ContactWay
from brobygger.apps.opportunities.actions import count_opening
from brobygger.apps.opportunities.enums import OpenedThrough
from brobygger.apps.outreach.actions import (
    add_campaign_task,
    add_channel,
    agree_to_story,
    note_reading,
    publish_story,
)
from brobygger.apps.outreach.enums import AudienceKind, ChannelKind, Measure
from brobygger.apps.outreach.queries import campaigns, channel_figures, stories_to_look_at

CHANNELS = (
    (
        ChannelKind.SOCIAL,
        "Talents across the bridge",
        Measure.FOLLOWERS,
        (640, 742, 861, 934, 1015, 1102, 1196, 1187),
    ),
    (ChannelKind.NEWSLETTER, "Letter to companies", Measure.SUBSCRIBERS, (188, 201, 214, 230, 236, 251)),
    (ChannelKind.POSTER, "Poster at the faculty", Measure.COPIES, (120, 60)),
)
TASKS = (
    ("Hang up the poster at the faculty", AudienceKind.FACULTY, -3),
    ("Tell the study board about the spring", AudienceKind.FACULTY, 4),
    ("Write to companies that have had students", AudienceKind.COMPANIES, 6),
    ("Stand in the canteen", AudienceKind.STUDENTS, 20),
)
NO_CALLS = "Asked to be written to instead."
OPENED = (31, 18, 12, 7, 3)


def tell_channels(
    programme: Any, opportunities: Iterable[Any], users: Mapping[str, Any], at: dt.datetime
) -> None:
    """Channels with figures, tasks of the first campaign, openings of a few jobs, a no to calls, and a story."""
    if channel_figures(programme=programme.pk):
        return
    for kind, name, measure, values in CHANNELS:
        channel = add_channel(programme=programme, kind=kind, name=name, by=None, at=at)
        for back, value in enumerate(reversed(values)):
            day = at.date() - dt.timedelta(days=2 + 30 * back)
            note_reading(channel=channel, measure=measure, day=day, value=value, by=None, at=at)
    campaign = campaigns().filter(programme=programme).first()
    for text, audience, days in TASKS if campaign else ():
        assert campaign is not None
        add_campaign_task(
            campaign=campaign,
            text=text,
            audience=audience,
            due_date=at.date() + dt.timedelta(days=days),
            owner=users["secretary"],
            by=None,
            at=at,
        )
    for opportunity, count in zip(opportunities, OPENED, strict=False):
        for back in range(3):
            moment = at - dt.timedelta(days=back)
            count_opening(
                opportunity=opportunity, through=OpenedThrough.PAGE, count=count - back, by=None, at=moment
            )
        count_opening(opportunity=opportunity, through=OpenedThrough.AGENT, count=2, by=None, at=at)
    note_contact_choice(
        who="70 00 00 99", way=ContactWay.PHONE, is_wanted=False, reason=NO_CALLS, by=None, at=at
    )
    for story in stories_to_look_at()[:1]:
        if story.published_at is None:
            agree_to_story(story=story, agrees=True, by=None, at=at)
            publish_story(story=story, published=True, by=None, at=at)
