"""The page of one's own evening, on either side: what an answer is about, and where to go now."""

from __future__ import annotations

import pytest

from brobygger.apps.events import actions
from brobygger.apps.events.enums import TalkAnswer, WishSide
from brobygger.apps.opportunities.models import Application
from tests.apps.events.test_talks import published, say
from tests.factories import OpportunityFactory
from tests.web.conftest import Visitor

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("several", [False, True])
def test_both_pages_say_for_which_opportunity(visitor: Visitor, several: bool) -> None:
    moment, talk = published()
    first = moment.companies[0].opportunities.get()
    titles = [first.title]
    if several:
        other = OpportunityFactory(organisation=moment.companies[0].organisation, title="Zimmermester")
        moment.companies[0].opportunities.add(other)
        titles.append(other.title)

    student = visitor(moment.users[0]).get(f"/dating/students/{talk.student_id}/").content.decode()
    company = visitor(moment.recruiters[0]).get(f"/dating/companies/{talk.company_id}/").content.decode()

    assert all(title in student for title in titles)
    assert ("the company says for which" in student) == several
    assert ('<select class="ds-input" name="opportunity" required><option value="">' in company) == several
    assert " selected" not in company


def test_choice_stands_when_the_answer_is_changed_and_the_lead_says_it(visitor: Visitor) -> None:
    moment, talk = published()
    other = OpportunityFactory(organisation=moment.companies[0].organisation, title="Zimmermester")
    moment.companies[0].opportunities.add(other)
    actions.say_after_talk(
        talk=talk,
        side=WishSide.COMPANY,
        answer=TalkAnswer.YES,
        opportunity=other,
        by=moment.recruiters[0],
        at=moment.after,
    )
    company = visitor(moment.recruiters[0]).get(f"/dating/companies/{talk.company_id}/").content.decode()
    assert f'<option value="{other.pk}" selected>' in company

    say(moment, talk, WishSide.STUDENT, TalkAnswer.YES)
    assert Application.objects.get().opportunity == other
    student = visitor(moment.users[0]).get(f"/dating/students/{talk.student_id}/").content.decode()
    assert "The application: Zimmermester" in student
