"""
Who may do what. This table is the whole of it: the page /permissions/ shows it, and a test walks every address as
every role and compares.

A line says what may be done, with what, and for each role to which of them. A role that a line does not name may not.
`ALL` is every one; the other words are explained below, and each app says in its `rules.py` how one tells.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import Role

if TYPE_CHECKING:
    from django.utils.functional import Promise

VISITOR: Final = "visitor"  # somebody who is not logged in


class Extent(TextChoices):
    """To which things a permission extends."""

    ALL = "all", _("all")
    OWN = "own", _("one's own")
    PROGRAMMES = "programmes", _("those of the programmes that one's organisation takes part in as a partner")
    LED = "led", _("those of the programmes that one's organisation leads")
    SHOWN = "shown", _("those who let companies see them")
    OPEN = "open", _("those that are open")
    APPLIED = "applied", _("those who applied to one's own organisation, or took its invitation")
    WRITTEN = "written", _("those of an organisation that one may write for")
    MANAGED = "managed", _("an organisation that one manages")
    ACCEPTED = "accepted", _("those of one's own organisation, once it is accepted")


class Thing(TextChoices):
    """What a permission is about."""

    NOTHING = "", ""
    CANDIDATE = "candidate", _("a candidate")
    ORGANISATION = "organisation", _("an organisation")
    PROGRAMME = "programme", _("a programme")
    OPPORTUNITY = "opportunity", _("an opportunity")
    APPLICATION = "application", _("an application")
    EVENT = "event", _("an event")
    EVENING = "evening", _("a Company Dating evening")
    DATING_COMPANY = "dating_company", _("a company at a Company Dating evening")
    DATING_STUDENT = "dating_student", _("a candidate at a Company Dating evening")
    BOOKING = "booking", _("a booking of an ambassador")
    OUTREACH = "outreach", _("a list, batch, visit, company or grant of the outreach")
    CALL = "call", _("a company that a booking agency calls")
    STORY = "story", _("the story of a host")
    ADVICE_TIME = "advice_time", _("a time at which one helps with CVs")
    ADVICE_CASE = "advice_case", _("a text that a candidate shares with an adviser")
    TRACK = "track", _("a track of an intake")
    PROSPECT = "prospect", _("a prospective partner")
    EXCHANGE = "exchange", _("an entry of the knowledge exchange")
    HUB = "hub", _("a hub")
    SURVEY = "survey", _("a survey or a wave of it")
    AGREEMENT = "agreement", _("an agreement about a place")
    FOLLOW_UP = "follow_up", _("a question where somebody works now")


@dataclass(frozen=True, slots=True)
class Permission:
    """
    Args:
        name: “app.verb_thing”.
        what: what may be done, as the end of “may …”.
        thing: what it is done with; without one a role has it or not.
        extents: by role, or `VISITOR`.
    """

    name: str
    what: str | Promise
    thing: Thing
    extents: Mapping[str, tuple[Extent, ...]]


ALL, OWN, PROGRAMMES, LED, SHOWN, OPEN, APPLIED, WRITTEN, MANAGED, ACCEPTED = Extent
(
    NOTHING,
    CANDIDATE,
    ORGANISATION,
    PROGRAMME,
    OPPORTUNITY,
    APPLICATION,
    EVENT,
    EVENING,
    DATING_COMPANY,
    DATING_STUDENT,
    BOOKING,
    OUTREACH,
    CALL,
    STORY,
    ADVICE_TIME,
    ADVICE_CASE,
    TRACK,
    PROSPECT,
    EXCHANGE,
    HUB,
    SURVEY,
    AGREEMENT,
    FOLLOW_UP,
) = Thing


def _may(
    name: str, what: Promise | str, thing: Thing = NOTHING, /, **extents: Extent | tuple[Extent, ...]
) -> Permission:
    known = {*Role.values, VISITOR}
    if unknown := extents.keys() - known:
        raise ValueError(f"{name}: {', '.join(unknown)} is no role. Known: {', '.join(sorted(known))}")
    each = {role: given if isinstance(given, tuple) else (given,) for role, given in extents.items()}
    return Permission(name, what, thing, each)


def _everybody(*but: str) -> dict[str, Extent]:
    return {role: ALL for role in Role.values if role not in but}


# fmt: off
PERMISSIONS: Final = (
    # --- the product itself ---
    _may("base.view_own_page", _("have a page of one's own as a candidate"), candidate=ALL),
    _may("base.manage_own_account", _("change how one logs in"), **_everybody()),
    _may("base.use_tokens", _("make keys for the programming interface, never with more rights than one's own"), **_everybody()),
    _may("base.add_user", _("give somebody a log-in and a role"), manager=ALL),
    _may("base.view_today", _("see what is due today"), manager=ALL, secretariat=ALL, partner=ALL),
    _may("base.view_history", _("see who did what to a record, and when"), manager=ALL, secretariat=ALL),
    _may("base.view_mail", _("see the mails that were sent"), manager=ALL, secretariat=ALL),
    _may("base.view_own_mail", _("see the mails that were sent to oneself"), **_everybody()),
    _may("base.mark_bounces", _("say that mail to an address comes back, or no longer does"), manager=ALL, secretariat=ALL),
    _may("base.choose_mail", _("choose what one wants mails about"), **_everybody()),
    _may("base.note_contact_choice", _("note in which ways somebody wants to be reached, as the person said"), manager=ALL, secretariat=ALL),
    _may("base.export_own_data", _("download all that is kept about oneself"), **_everybody()),
    _may("base.keep_retention", _("remove what has been kept for long enough"), manager=ALL),
    _may("base.view_receipts", _("see the receipts of what was removed, and check their signatures"), manager=ALL, secretariat=ALL),
    _may("base.view_record_of_processing", _("read the record of processing"), visitor=ALL, **_everybody()),
    # --- the vocabulary and what was read with it ---
    _may("classifications.view_vocabulary", _("look things up in the vocabulary"), visitor=ALL, **_everybody()),
    _may("classifications.change_vocabulary", _("change the vocabulary"), manager=ALL, secretariat=ALL),
    _may("classifications.correct_readings", _("look through what was read, and correct it"), manager=ALL, secretariat=ALL),
    # --- candidates ---
    _may("people.view_candidates", _("see the list of candidates"), manager=ALL, secretariat=ALL, partner=ALL),
    _may("people.add_candidate", _("add a candidate"), manager=ALL, secretariat=ALL, partner=ALL),
    _may("people.import_candidates", _("import candidates from a table"), manager=ALL, secretariat=ALL),
    _may("people.merge_candidates", _("join two records of the same candidate, and undo that"), manager=ALL, secretariat=ALL),
    _may("people.view_candidate", _("see a candidate's profile, without name and address"), CANDIDATE, manager=ALL, secretariat=ALL, partner=PROGRAMMES, company=(SHOWN, APPLIED), candidate=OWN),
    _may("people.view_identity", _("see who a candidate is, and the whole CV"), CANDIDATE, manager=ALL, secretariat=ALL, partner=LED, company=APPLIED, candidate=OWN),
    _may("people.change_candidate", _("change a candidate's profile and what was read from the CV"), CANDIDATE, manager=ALL, secretariat=ALL, partner=LED, candidate=OWN),
    _may("people.give_consent", _("give and withdraw a candidate's consent"), CANDIDATE, candidate=OWN),
    _may("people.export_candidate", _("download all that is kept about a candidate"), CANDIDATE, manager=ALL, candidate=OWN),
    _may("people.erase_candidate", _("erase a candidate"), CANDIDATE, manager=ALL, candidate=OWN),
    _may("people.confirm_archived", _("confirm that records of a candidate who is to be erased are in the archive"), manager=ALL, secretariat=ALL),
    # --- organisations ---
    _may("organisations.view_organisations", _("see the list of organisations"), manager=ALL, secretariat=ALL, partner=ALL),
    _may("organisations.view_organisation", _("see an organisation"), ORGANISATION, manager=ALL, secretariat=ALL, partner=PROGRAMMES, company=OWN, candidate=ALL, ambassador=ALL),
    _may("organisations.view_own_organisations", _("go to the page of the organisations that one speaks for"), partner=ALL, company=ALL),
    _may("organisations.register_organisation", _("register an organisation, to be looked at by the secretariat"), visitor=ALL, company=ALL, manager=ALL, secretariat=ALL, partner=ALL),
    _may("organisations.change_organisation", _("change what is known of an organisation"), ORGANISATION, manager=ALL, secretariat=ALL, partner=LED, company=MANAGED),
    _may("organisations.view_waiting", _("see which organisations wait to be looked at"), manager=ALL, secretariat=ALL, partner=ALL),
    _may("organisations.vet_organisation", _("accept or decline an organisation"), ORGANISATION, manager=ALL, secretariat=ALL, partner=LED),
    _may("organisations.suspend_organisation", _("suspend an organisation that was accepted, and lift that"), ORGANISATION, manager=ALL, secretariat=ALL),
    _may("organisations.view_contacts", _("see who speaks for an organisation"), ORGANISATION, manager=ALL, secretariat=ALL, partner=LED, company=OWN),
    _may("organisations.set_contacts", _("say who speaks for an organisation"), ORGANISATION, manager=ALL, secretariat=ALL, partner=LED),
    _may("organisations.invite_contact", _("invite a colleague to speak for an organisation, say what each may do, and take that back"), ORGANISATION, manager=ALL, secretariat=ALL, partner=LED, company=MANAGED),
    _may("organisations.erase_own_contact", _("erase one's own log-in as somebody who speaks for an organisation"), company=ALL),
    _may("organisations.import_organisations", _("import organisations from a table"), manager=ALL, secretariat=ALL),
    _may("organisations.merge_organisations", _("join two records of the same organisation, and undo that"), manager=ALL, secretariat=ALL),
    # --- programmes ---
    _may("programmes.view_programme", _("see the programmes and their targets"), visitor=ALL, **_everybody()),
    _may("programmes.change_programme", _("change a programme, and who takes part"), PROGRAMME, manager=ALL, secretariat=ALL, partner=LED),
    _may("programmes.set_partners", _("say which organisations lead a programme or are partners in it"), PROGRAMME, manager=ALL),
    _may("programmes.change_weights", _("change how much each part of a match counts"), PROGRAMME, manager=ALL),
    # --- opportunities and applications ---
    _may("opportunities.view_opportunities", _("see the list of opportunities"), manager=ALL, secretariat=ALL, partner=ALL, company=ALL, candidate=ALL, ambassador=ALL),
    _may("opportunities.view_opportunity", _("see an opportunity"), OPPORTUNITY, manager=ALL, secretariat=ALL, partner=PROGRAMMES, company=OWN, candidate=OPEN, agency=OPEN, ambassador=OPEN, visitor=OPEN),
    _may("opportunities.add_opportunity", _("add an opportunity of an organisation"), ORGANISATION, manager=ALL, secretariat=ALL, partner=LED, company=WRITTEN),
    _may("opportunities.change_opportunity", _("change an opportunity and its translations, open and close it"), OPPORTUNITY, manager=ALL, secretariat=ALL, partner=LED, company=WRITTEN),
    _may("opportunities.view_reach", _("see how many an opportunity reached, and how fast people applied"), OPPORTUNITY, manager=ALL, secretariat=ALL, partner=LED, company=OWN),
    _may("opportunities.view_reach_list", _("see how many the opportunities of a programme reached"), manager=ALL, secretariat=ALL, partner=ALL),
    _may("opportunities.apply", _("apply for an opportunity"), OPPORTUNITY, candidate=OPEN),
    _may("opportunities.view_applications", _("see who has applied for an opportunity or been invited to it"), OPPORTUNITY, manager=ALL, secretariat=ALL, partner=LED, company=OWN),
    _may("opportunities.invite_candidate", _("invite a candidate who fits"), OPPORTUNITY, manager=ALL, secretariat=ALL, partner=LED, company=WRITTEN),
    _may("opportunities.view_application", _("see one application and its answer"), APPLICATION, manager=ALL, secretariat=ALL, partner=LED, company=OWN, candidate=OWN),
    _may("opportunities.answer_application", _("answer an application"), APPLICATION, manager=ALL, secretariat=ALL, partner=LED, company=WRITTEN),
    _may("opportunities.withdraw_application", _("take an application back, or answer an invitation"), APPLICATION, candidate=OWN),
    _may("opportunities.approve_opportunity", _("approve opportunities for the candidates of a programme that asks for it"), PROGRAMME, manager=ALL, secretariat=ALL, partner=LED),
    _may("opportunities.take_down_opportunity", _("take an opportunity down, and put it back"), OPPORTUNITY, manager=ALL, secretariat=ALL),
    _may("opportunities.manage_ad_sources", _("set the services that open ads are fetched from"), manager=ALL, secretariat=ALL),
    _may("opportunities.report_application", _("report an invitation or an answer that is not right"), APPLICATION, candidate=OWN),
    _may("opportunities.report_opportunity", _("report an opportunity that is not right"), OPPORTUNITY, candidate=OPEN),
    _may("opportunities.report_organisation", _("report a company that is not right"), ORGANISATION, candidate=ALL),
    _may("opportunities.view_reports", _("see what candidates reported as not right, and who did"), manager=ALL, secretariat=ALL),
    _may("opportunities.answer_report", _("answer a report with an outcome"), manager=ALL, secretariat=ALL),
    # --- outreach: targets, calls and visits ---
    _may("outreach.view_targets", _("see target lists, batches of calls and the no-call list"), manager=ALL, secretariat=ALL, partner=ALL),
    _may("outreach.import_companies", _("import extracts of company registers, and visits of the past"), manager=ALL, secretariat=ALL),
    _may("outreach.make_targets", _("make a target list of a programme"), PROGRAMME, manager=ALL, secretariat=ALL, partner=LED),
    _may("outreach.change_batch", _("see a target list or batch as a whole, give companies of it to a booking agency, and close that"), OUTREACH, manager=ALL, secretariat=ALL, partner=LED),
    _may("outreach.note_no_call", _("put a company on the no-call list"), manager=ALL, secretariat=ALL, partner=ALL),
    _may("outreach.view_own_calls", _("see which companies one is to call"), agency=ALL),
    _may("outreach.make_call", _("call a company, note what came of it, and book a visit"), CALL, agency=OWN),
    _may("outreach.offer_slots", _("offer times at which one visits companies"), manager=ALL, secretariat=ALL, partner=ALL),
    _may("outreach.withdraw_slot", _("take back a time that nobody has booked"), OUTREACH, manager=ALL, secretariat=ALL, partner=LED),
    _may("outreach.view_visits", _("see the list of visits, and what they say in numbers"), manager=ALL, secretariat=ALL, partner=ALL),
    _may("outreach.add_visit", _("plan a visit to a company for a programme"), PROGRAMME, manager=ALL, secretariat=ALL, partner=LED),
    _may("outreach.change_visit", _("see and write down what was said at a visit"), OUTREACH, manager=ALL, secretariat=ALL, partner=LED),
    _may("outreach.view_ladder", _("see how far companies have come with a programme"), manager=ALL, secretariat=ALL, partner=ALL),
    _may("outreach.change_cooperation", _("say how far a company has come, what it knows and what material it was given"), OUTREACH, manager=ALL, secretariat=ALL, partner=LED),
    _may("outreach.settle_plan", _("settle the ladder of a programme and its aim of visits"), PROGRAMME, manager=ALL, secretariat=ALL, partner=LED),
    _may("outreach.view_stories", _("read the stories of hosts that are published"), visitor=ALL, **_everybody()),
    _may("outreach.write_story", _("write down what an organisation says after it hosted somebody"), ORGANISATION, manager=ALL, secretariat=ALL, partner=LED, company=WRITTEN),
    _may("outreach.agree_to_story", _("agree that the own story is published, and take that back"), STORY, company=WRITTEN),
    _may("outreach.publish_story", _("publish the story of a host that has agreed"), STORY, manager=ALL, secretariat=ALL, partner=LED),
    _may("outreach.note_door", _("say which door brought an application"), APPLICATION, manager=ALL, secretariat=ALL, partner=LED, company=WRITTEN),
    _may("outreach.view_doors", _("see which doors bring placements"), manager=ALL, secretariat=ALL, partner=ALL),
    _may("outreach.view_grants", _("see the grants of the programmes"), manager=ALL, secretariat=ALL, partner=ALL),
    _may("outreach.add_grant", _("add a grant of a programme"), PROGRAMME, manager=ALL, secretariat=ALL, partner=LED),
    _may("outreach.change_grant", _("change a grant and its conditions"), OUTREACH, manager=ALL, secretariat=ALL, partner=LED),
    # --- events ---
    _may("events.view_event", _("see an event"), EVENT, manager=ALL, secretariat=ALL, partner=(OPEN, PROGRAMMES), company=OPEN, candidate=OPEN, council=OPEN, funder=OPEN, agency=OPEN, ambassador=OPEN, visitor=OPEN),
    _may("events.add_event", _("plan an event of a programme"), PROGRAMME, manager=ALL, secretariat=ALL, partner=LED),
    _may("events.change_event", _("change an event, open it and cancel it"), EVENT, manager=ALL, secretariat=ALL, partner=LED),
    _may("events.view_evenings", _("see the list of Company Dating evenings"), manager=ALL, secretariat=ALL, partner=ALL),
    _may("events.plan_evening", _("plan and run a Company Dating evening, without seeing who wished for whom"), EVENING, manager=ALL, secretariat=ALL, partner=LED),
    _may("events.view_own_evenings", _("see the Company Dating evenings that one can come to"), company=ALL, candidate=ALL),
    _may("events.join_evening", _("take part in a Company Dating evening"), EVENING, company=OPEN, candidate=OPEN),
    _may("events.view_dating_company", _("see a company's own talks of an evening"), DATING_COMPANY, company=OWN),
    _may("events.change_dating_company", _("say what a company brings to an evening and whom it wishes to meet, ask for talks and answer, and say what came of a talk"), DATING_COMPANY, company=WRITTEN),
    _may("events.change_dating_student", _("say whom one wishes to meet at an evening, ask for talks and answer, and say what came of a talk"), DATING_STUDENT, candidate=OWN),
    # --- mails to many, agents and ambassadors ---
    _may("outreach.view_campaigns", _("see the mails to many, whom they reach and what came of them"), manager=ALL, secretariat=ALL),
    _may("outreach.change_campaigns", _("write mails to many and start them"), manager=ALL, secretariat=ALL),
    _may("outreach.import_students", _("import the list of admitted students"), manager=ALL, secretariat=ALL),
    _may("outreach.open_agent_link", _("open the link of an agent or ambassador, and sign up through it"), visitor=ALL, **_everybody()),
    _may("outreach.view_channels", _("see the channels of the programmes and what they stand at"), manager=ALL, secretariat=ALL, partner=ALL),
    _may("outreach.add_channel", _("add a channel of a programme"), PROGRAMME, manager=ALL, secretariat=ALL, partner=LED),
    _may("outreach.change_channel", _("change a channel, and note what it stands at"), OUTREACH, manager=ALL, secretariat=ALL, partner=LED),
    _may("outreach.import_readings", _("import figures of channels from a table"), manager=ALL, secretariat=ALL),
    _may("outreach.view_agents", _("see the agents and ambassadors with their numbers"), manager=ALL, secretariat=ALL),
    _may("outreach.change_agents", _("make somebody an agent or ambassador"), manager=ALL, secretariat=ALL),
    _may("outreach.view_own_reach", _("see what one's own link as agent or ambassador brought, in numbers"), ambassador=ALL, candidate=ALL),
    _may("outreach.view_own_bookings", _("see which schools ask for one to come"), ambassador=ALL),
    _may("outreach.answer_booking", _("answer a school that books an ambassador, and say how many pupils were reached"), BOOKING, manager=ALL, secretariat=ALL, ambassador=OWN, candidate=OWN),
    # --- help with CVs and applications, and the tracks of an intake ---
    _may("advice.view_guides", _("read how CVs and applications are written in each country"), visitor=ALL, **_everybody()),
    _may("advice.offer_times", _("offer times at which one helps with CVs and applications"), manager=ALL, secretariat=ALL, partner=ALL),
    _may("advice.withdraw_time", _("take back such a time"), ADVICE_TIME, manager=OWN, secretariat=OWN, partner=OWN),
    _may("advice.ask_adviser", _("ask an adviser for help and book a time"), candidate=ALL),
    _may("advice.view_case", _("see a text that is shared with an adviser, and what was said of it"), ADVICE_CASE, manager=OWN, secretariat=OWN, partner=OWN, candidate=OWN),
    _may("advice.change_case", _("put in a new version, answer comments, and end the sharing"), ADVICE_CASE, candidate=OWN),
    _may("advice.comment_on_case", _("comment on a sentence of a text that is shared with oneself"), ADVICE_CASE, manager=OWN, secretariat=OWN, partner=OWN),
    _may("advice.view_own_track", _("see the steps of one's own intake, and say which are done"), candidate=ALL),
    _may("advice.view_tracks", _("see how far each intake has come, in numbers"), manager=ALL, secretariat=ALL, partner=ALL),
    _may("advice.add_track", _("make a track for an intake of a programme"), PROGRAMME, manager=ALL, secretariat=ALL, partner=LED),
    _may("advice.change_track", _("change the steps of a track"), TRACK, manager=ALL, secretariat=ALL, partner=LED),
    # --- agreements and placements ---
    _may("placements.view_placements", _("see the list of placements"), manager=ALL, secretariat=ALL, partner=ALL),
    _may("placements.view_own_placements", _("see one's own agreements and placements"), partner=ALL, company=ALL, candidate=ALL),
    _may("placements.write_agreement", _("write the agreement once a place is offered or taken"), APPLICATION, manager=ALL, secretariat=ALL, partner=LED, company=WRITTEN),
    _may("placements.view_agreement", _("see an agreement and print it"), AGREEMENT, manager=ALL, secretariat=ALL, partner=(OWN, LED), company=OWN, candidate=OWN),
    _may("placements.change_agreement", _("write a new version of an agreement, to be accepted again, and say how a placement ended"), AGREEMENT, manager=ALL, secretariat=ALL, partner=LED, company=WRITTEN),
    _may("placements.answer_agreement", _("say yes or no to an agreement for one's own side"), AGREEMENT, partner=OWN, company=WRITTEN, candidate=OWN),
    _may("placements.note_signature", _("note that somebody without a log-in has signed an agreement on paper"), AGREEMENT, manager=ALL, secretariat=ALL, partner=LED),
    # --- who stays ---
    _may("effects.view_retention", _("see how many stay, in numbers"), manager=ALL, secretariat=ALL, partner=ALL, council=ALL, funder=ALL),
    _may("effects.follow_cohort", _("follow up the graduates of an intake who agreed to it"), PROGRAMME, manager=ALL, secretariat=ALL, partner=LED),
    _may("effects.view_follow_ups", _("see who is to be asked whether they stay"), manager=ALL, secretariat=ALL, partner=ALL),
    _may("effects.note_answer", _("note where somebody works now, and who said so"), FOLLOW_UP, manager=ALL, secretariat=ALL, partner=LED),
    _may("effects.answer_follow_up", _("say where one works now"), FOLLOW_UP, candidate=OWN),
    _may("effects.note_benchmark", _("put an official figure beside a programme's own"), PROGRAMME, manager=ALL, secretariat=ALL, partner=LED),
    # --- registration and the door ---
    _may("events.view_plan", _("see what is planned, and what clashes"), manager=ALL, secretariat=ALL, partner=ALL),
    _may("events.register", _("register for an event"), EVENT, manager=ALL, secretariat=ALL, **dict.fromkeys(("partner", "company", "candidate", "council", "funder", "agency", "ambassador", "visitor"), OPEN)),
    _may("events.view_own_registrations", _("see what one has registered for"), **_everybody()),
    _may("events.view_registrations", _("see who registered for an event, and who came"), EVENT, manager=ALL, secretariat=ALL, partner=LED),
    _may("events.decide_registration", _("approve and decline registrations"), EVENT, manager=ALL, secretariat=ALL, partner=LED),
    _may("events.give_input", _("answer the questions of an event as a partner of its programme"), EVENT, partner=PROGRAMMES),
    _may("events.keep_door", _("keep the door of an event"), EVENT, manager=ALL, secretariat=ALL, partner=LED),
    # --- partnership: joint control, prospective partners, hubs, exchange, surveys ---
    _may("programmes.view_arrangements", _("see who does what of those who lead a programme together"), manager=ALL, secretariat=ALL, partner=ALL),
    _may("programmes.write_arrangement", _("write the arrangement of those who lead a programme together"), PROGRAMME, manager=ALL, secretariat=ALL, partner=LED),
    _may("programmes.agree_to_arrangement", _("agree to that arrangement, for a lead organisation that one writes for"), PROGRAMME, manager=ALL, secretariat=ALL, partner=LED),
    _may("programmes.view_arrangement_essence", _("read the essence of that arrangement"), visitor=ALL, **_everybody()),
    _may("programmes.view_prospects", _("see which organisations might join a programme"), manager=ALL, secretariat=ALL, partner=ALL),
    _may("programmes.add_prospect", _("put an organisation on the list of those who might join"), PROGRAMME, manager=ALL, secretariat=ALL, partner=LED),
    _may("programmes.change_prospect", _("invite a prospective partner, and note what happens"), PROSPECT, manager=ALL, secretariat=ALL, partner=LED),
    _may("programmes.confirm_partner", _("confirm that an organisation joins a programme; another lead organisation only if one may set "
                                         "partners"), PROSPECT, manager=ALL, secretariat=ALL, partner=LED),
    _may("programmes.view_exchanges", _("see the log of knowledge exchange"), manager=ALL, secretariat=ALL, partner=ALL),
    _may("programmes.note_exchange", _("note an exchange of knowledge in a programme"), PROGRAMME, manager=ALL, secretariat=ALL, partner=PROGRAMMES),
    _may("programmes.change_exchange", _("correct an entry of the knowledge exchange, or take it out"), EXCHANGE, manager=ALL, secretariat=ALL, partner=LED),
    _may("programmes.view_hub", _("see a hub that is public"), visitor=ALL, **_everybody()),
    _may("programmes.view_hubs", _("see the list of hubs"), manager=ALL, secretariat=ALL, partner=ALL),
    _may("programmes.add_hub", _("add a hub of a programme"), PROGRAMME, manager=ALL, secretariat=ALL, partner=LED),
    _may("programmes.change_hub", _("change a hub and who is asked there"), HUB, manager=ALL, secretariat=ALL, partner=LED),
    _may("surveys.view_surveys", _("see the surveys and what came of them"), manager=ALL, secretariat=ALL, partner=ALL),
    _may("surveys.add_survey", _("make a survey of a programme"), PROGRAMME, manager=ALL, secretariat=ALL, partner=LED),
    _may("surveys.view_survey", _("see what a survey asks and what came of it"), SURVEY, manager=ALL, secretariat=ALL, partner=PROGRAMMES),
    _may("surveys.change_survey", _("change a survey, open and close its waves, invite and import"), SURVEY, manager=ALL, secretariat=ALL, partner=LED),
    _may("surveys.answer_survey", _("answer a survey by its link, without a name"), visitor=ALL, **_everybody()),
    # --- matches ---
    _may("matching.run_matching", _("run the matching"), manager=ALL, secretariat=ALL),
    _may("matching.view_ranking", _("see who fits an opportunity, and why"), OPPORTUNITY, manager=ALL, secretariat=ALL, partner=PROGRAMMES, company=ACCEPTED),
    _may("matching.tell_whom_it_fits", _("have a mail written to those whom an opportunity fits and who agreed to such mails"), OPPORTUNITY, manager=ALL, secretariat=ALL, partner=LED, company=WRITTEN),
    _may("matching.view_best_opportunities", _("see what fits a candidate, and why"), CANDIDATE, manager=ALL, secretariat=ALL, partner=PROGRAMMES, candidate=OWN),
    _may("matching.preview_ad", _("try an ad before it is saved"), manager=ALL, secretariat=ALL, partner=ALL, company=ALL),
    _may("matching.view_pool", _("see the talent pool in numbers"), manager=ALL, secretariat=ALL, partner=ALL, company=ALL, council=ALL, funder=ALL),
    _may("matching.view_small_groups", _("see numbers of groups so small that they could point at somebody"), manager=ALL, secretariat=ALL),
    _may("matching.view_brochure", _("see the talent brochure"), visitor=ALL, **_everybody()),
    _may("matching.renew_brochure", _("bring the talent brochure up to date"), manager=ALL, secretariat=ALL),
    _may("matching.search_market", _("search the pool by market"), manager=ALL, secretariat=ALL),
    _may("matching.view_fairness", _("see whether rankings treat groups alike"), manager=ALL, secretariat=ALL, partner=ALL, council=ALL, funder=ALL),
    _may("matching.acknowledge_fairness", _("acknowledge the fairness figures of a match run"), manager=ALL),
    _may("matching.replay_run", _("replay a ranking, to show that it comes out the same"), manager=ALL, secretariat=ALL),
    _may("matching.forget_inputs", _("drop what old rankings were made from"), manager=ALL),
    _may("matching.record_outcome", _("record what came of a match"), manager=ALL, secretariat=ALL),
    _may("matching.view_weights", _("see how much each part of a match counts"), manager=ALL, secretariat=ALL),
    _may("matching.propose_weights", _("propose other weights from what came of matches"), manager=ALL, secretariat=ALL),
    _may("matching.decide_weights", _("accept or decline proposed weights"), manager=ALL),
)
# fmt: on
