"""The audit trail in the reader's words. What has no words here yet is told by its own name."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.apps.base.enums import Role
from brobygger.apps.classifications.enums import FactState
from brobygger.apps.classifications.queries import taxonomy
from brobygger.apps.matching.enums import OutcomeStage, ProposalState
from brobygger.apps.opportunities.enums import (
    ApplicationState,
    EndReason,
    LanguageModality,
    LanguageSetting,
    OpportunityState,
    ReportAbout,
    ReportOutcome,
    ReportReason,
)
from brobygger.apps.organisations.actions.suspension import part_label
from brobygger.apps.organisations.enums import ContactRight, OrganisationState
from brobygger.apps.people.enums.consents import ConsentChannel, ConsentPurpose
from brobygger.core.skills import Taxonomy
from brobygger.web import wording

Text = str | Promise
ACTIONS: Mapping[str, Text] = {
    "advice.add_step": gettext_lazy("Step of the track added"),
    "advice.add_version": gettext_lazy("New version of a text shared with an adviser"),
    "advice.answer": gettext_lazy("Comment of an adviser answered"),
    "advice.book_appointment": gettext_lazy("Appointment with an adviser booked"),
    "advice.cancel_appointment": gettext_lazy("Appointment with an adviser cancelled"),
    "advice.comment": gettext_lazy("Sentence commented on"),
    "advice.end_sharing": gettext_lazy("Text no longer shared with the adviser"),
    "advice.join_intake": gettext_lazy("Start of studies stated"),
    "advice.leave_intake": gettext_lazy("Start of studies taken back"),
    "advice.make_track": gettext_lazy("Track of an intake made"),
    "advice.move_appointment": gettext_lazy("Appointment with an adviser moved"),
    "advice.offer_time": gettext_lazy("Time for advice offered"),
    "advice.open_case": gettext_lazy("Text shared with an adviser"),
    "advice.remind": gettext_lazy("Reminded of an appointment with an adviser"),
    "advice.remove_case": gettext_lazy("Text shared with an adviser erased"),
    "advice.remove_step": gettext_lazy("Step of the track removed"),
    "advice.settle_comment": gettext_lazy("Comment of an adviser done, or not"),
    "advice.tick_step": gettext_lazy("Step of the introduction done, or not"),
    "advice.withdraw_time": gettext_lazy("Time for advice taken back"),
    "base.choose_mails": gettext_lazy("Topics of mails chosen"),
    "base.create_token": gettext_lazy("Key for a program made"),
    "base.export_own_data": gettext_lazy("Own data downloaded"),
    "base.keep_retention": gettext_lazy("What was kept for long enough removed"),
    "base.make_log_in_link": gettext_lazy("Log-in link sent"),
    "base.make_one_tap_link": gettext_lazy("One-tap link made"),
    "base.remove_calendar_address": gettext_lazy("Address of the calendar taken away"),
    "base.renew_calendar_address": gettext_lazy("Address of the calendar renewed"),
    "base.reseal_second_factor": gettext_lazy("Second factor encrypted with a new key"),
    "base.revoke_token": gettext_lazy("Key for a program revoked"),
    "base.save_user": gettext_lazy("User saved"),
    "base.send_message": gettext_lazy("Mail written"),
    "base.set_language": gettext_lazy("Language chosen"),
    "base.sign_up": gettext_lazy("Signed up"),
    "base.use_one_tap_link": gettext_lazy("Link in a mail used"),
    "base.void_log_in_links": gettext_lazy("Log-in links made invalid"),
    "classifications.load_vocabulary": gettext_lazy("Vocabulary loaded"),
    "effects.add_benchmark": gettext_lazy("Official figure put beside the programme's own"),
    "effects.ask_follow_up": gettext_lazy("Asked by mail where somebody works now"),
    "effects.follow_cohort": gettext_lazy("Graduates of an intake followed up"),
    "effects.follow_placement": gettext_lazy("Followed up after a placement"),
    "effects.forget": gettext_lazy("Answers to the follow-up removed with the consent"),
    "effects.give_up": gettext_lazy("No answer to the follow-up"),
    "effects.note_answer": gettext_lazy("Answer to the follow-up noted"),
    "effects.remove_benchmark": gettext_lazy("Official figure taken away"),
    "events.announce_evening": gettext_lazy("Company Dating evening announced"),
    "events.answer_lead": gettext_lazy("Noted that the candidate was written to"),
    "events.bring_opportunities": gettext_lazy("Opportunities for an evening chosen"),
    "events.lock_talk": gettext_lazy("Talk locked or unlocked"),
    "events.make_lead": gettext_lazy("Both said yes after a talk"),
    "events.make_version": gettext_lazy("Version of the timetable made"),
    "events.place_company": gettext_lazy("Company takes part in an evening"),
    "events.place_student": gettext_lazy("Candidate takes part in an evening"),
    "events.publish_version": gettext_lazy("Timetable published"),
    "events.remove_rule": gettext_lazy("Rule for a pair taken away"),
    "events.move_evening": gettext_lazy("Rounds of an evening moved with their event"),
    "events.save_evening": gettext_lazy("Rounds and tables of an evening saved"),
    "events.say_after_talk": gettext_lazy("Answered after a talk"),
    "events.say_presence": gettext_lazy("Noted whether somebody is there"),
    "events.say_wishes": gettext_lazy("Wishes for an evening said"),
    "events.set_rule": gettext_lazy("Rule for a pair made"),
    "events.suggest_wishes": gettext_lazy("Thin wish lists filled"),
    "events.withdraw_company": gettext_lazy("Company withdrew from an evening"),
    "events.withdraw_participation": gettext_lazy("Organisation withdrawn from an event"),
    "events.withdraw_student": gettext_lazy("Candidate withdrew from an evening"),
    "matching.accept_weights": gettext_lazy("Proposed weights accepted"),
    "matching.acknowledge_fairness": gettext_lazy("Fairness figures acknowledged"),
    "matching.decline_weights": gettext_lazy("Proposed weights declined"),
    "matching.forget_run_inputs": gettext_lazy("What the run was made from was dropped"),
    "matching.mail_opportunities": gettext_lazy("Mail about opportunities that fit"),
    "matching.note_ranking_shown": gettext_lazy("Ranking kept as it was shown"),
    "matching.propose_weights": gettext_lazy("Weights proposed"),
    "matching.record_outcome": gettext_lazy("Outcome recorded"),
    "matching.remove_candidate_from_inputs": gettext_lazy("A candidate taken out of what was kept"),
    "matching.replay_run": gettext_lazy("Match run replayed"),
    "matching.replay_shown": gettext_lazy("Ranking that was shown replayed"),
    "matching.run_matching": gettext_lazy("Matching run"),
    "matching.tell_whom_it_fits": gettext_lazy("Those whom it fits were written to"),
    "opportunities.ask_for_ads": gettext_lazy("Open ads asked for"),
    "opportunities.fetch_ads": gettext_lazy("Open ads fetched"),
    "opportunities.save_ad_source": gettext_lazy("Source of open ads set"),
    "opportunities.switch_ad_source": gettext_lazy("Source of open ads switched on or off"),
    "opportunities.add_fact": gettext_lazy("Fact added to the ad"),
    "opportunities.answer_application": gettext_lazy("Application answered"),
    "opportunities.answer_invitation": gettext_lazy("Invitation answered"),
    "opportunities.answer_report": gettext_lazy("Report answered"),
    "opportunities.apply": gettext_lazy("Applied"),
    "opportunities.change_ad": gettext_lazy("Ad changed"),
    "opportunities.clear_language_need": gettext_lazy("Language need taken back"),
    "opportunities.close_opportunity": gettext_lazy("Opportunity closed"),
    "opportunities.correct_fact": gettext_lazy("Reading of the ad corrected"),
    "opportunities.hide_from_organisation": gettext_lazy(
        "Name and CV no longer shared with the organisation"
    ),
    "opportunities.invite": gettext_lazy("Candidate invited"),
    "opportunities.publish_opportunity": gettext_lazy("Opportunity published"),
    "opportunities.put_back_opportunity": gettext_lazy("Opportunity put back"),
    "opportunities.read_opportunity_again": gettext_lazy("Ad read again"),
    "opportunities.remove_translation": gettext_lazy("Translation of the ad removed"),
    "opportunities.report": gettext_lazy("Reported as not right"),
    "opportunities.save_opportunity_from_text": gettext_lazy("Ad saved and read"),
    "opportunities.save_translation": gettext_lazy("Translation of the ad saved"),
    "opportunities.set_language_need": gettext_lazy("Language need set"),
    "opportunities.take_down_opportunity": gettext_lazy("Opportunity taken down"),
    "opportunities.take_invitation_back": gettext_lazy("Invitation withdrawn"),
    "opportunities.take_place": gettext_lazy("Place taken"),
    "opportunities.tell_of_lapse": gettext_lazy("Candidate told that no answer came in time"),
    "opportunities.undo_correction": gettext_lazy("Correction of the ad undone"),
    "opportunities.share_with_organisation": gettext_lazy("Name and CV shared with the organisation again"),
    "opportunities.decide_on_opportunity": gettext_lazy("Opportunity approved for a programme, or not"),
    "opportunities.give_end_reason": gettext_lazy("Reason given why an application ended"),
    "opportunities.withdraw_application": gettext_lazy("Application taken back"),
    "organisations.accept_contact_invitation": gettext_lazy(
        "Invitation to speak for the organisation accepted"
    ),
    "organisations.ask_to_join": gettext_lazy("Somebody asked to join the organisation"),
    "organisations.change_contact": gettext_lazy("Right of a contact changed"),
    "organisations.change_organisation": gettext_lazy("Page of the organisation changed"),
    "organisations.confirm_registration": gettext_lazy("Address of the registration confirmed"),
    "organisations.invite_contact": gettext_lazy("Colleague invited"),
    "organisations.register_organisation": gettext_lazy("Organisation registered"),
    "organisations.remove_contact": gettext_lazy("Contact removed"),
    "organisations.save_organisation": gettext_lazy("Organisation saved"),
    "organisations.set_contacts": gettext_lazy("Contacts of the organisation set"),
    "organisations.set_invitation_limit": gettext_lazy("Number of invitations a day set"),
    "organisations.vet_organisation": gettext_lazy("Organisation accepted, declined or suspended"),
    "organisations.withdraw_contact_invitation": gettext_lazy("Invitation of a colleague taken back"),
    "organisations.add_relation": gettext_lazy("Relation to another organisation added"),
    "organisations.add_role": gettext_lazy("Role of a person added"),
    "organisations.add_site": gettext_lazy("Site added"),
    "organisations.close_site": gettext_lazy("Site closed"),
    "organisations.end_relation": gettext_lazy("Relation to another organisation ended"),
    "organisations.end_role": gettext_lazy("Role of a person ended"),
    "programmes.add_hub_contact": gettext_lazy("Contact of a hub named"),
    "programmes.add_prospect": gettext_lazy("Put on the list of prospective partners"),
    "programmes.agree_to_arrangement": gettext_lazy("Arrangement of joint controllers agreed to"),
    "programmes.answer_invitation": gettext_lazy("Invitation to join answered"),
    "programmes.change_exchange": gettext_lazy("Exchange of knowledge corrected"),
    "programmes.change_prospect": gettext_lazy("Prospective partner changed"),
    "programmes.confirm_partner": gettext_lazy("Confirmed as a partner"),
    "programmes.invite_prospect": gettext_lazy("Invited to join"),
    "programmes.move_prospect": gettext_lazy("Noted how far it has come"),
    "programmes.note_exchange": gettext_lazy("Exchange of knowledge noted"),
    "programmes.remove_exchange": gettext_lazy("Exchange of knowledge taken out"),
    "programmes.remove_hub_contact": gettext_lazy("Contact of a hub no longer named"),
    "programmes.save_hub": gettext_lazy("Hub saved"),
    "programmes.write_arrangement": gettext_lazy("Arrangement of joint controllers written"),
    "surveys.add_question": gettext_lazy("Question added"),
    "surveys.add_wave": gettext_lazy("Wave of the survey added"),
    "surveys.change_question": gettext_lazy("Question put in other words"),
    "surveys.close_wave": gettext_lazy("Wave of the survey closed"),
    "surveys.import_answers": gettext_lazy("Answers imported"),
    "surveys.invite_to_wave": gettext_lazy("Links of the survey sent"),
    "surveys.remind": gettext_lazy("Reminder of the survey sent"),
    "surveys.remove_question": gettext_lazy("Question removed"),
    "surveys.save_survey": gettext_lazy("Survey saved"),
    "surveys.save_translation": gettext_lazy("Survey translated"),
    "outreach.add_condition": gettext_lazy("Condition of the grant added"),
    "outreach.add_grant": gettext_lazy("Grant added"),
    "outreach.add_visit": gettext_lazy("Visit planned"),
    "outreach.agree_to_story": gettext_lazy("Host agreed to its story, or took that back"),
    "outreach.book_visit": gettext_lazy("Visit booked"),
    "outreach.cancel_booking": gettext_lazy("Booked visit cancelled"),
    "outreach.cancel_visit": gettext_lazy("Visit cancelled"),
    "outreach.change_grant": gettext_lazy("Grant changed"),
    "outreach.close_batch": gettext_lazy("Batch of calls closed"),
    "outreach.finish_step": gettext_lazy("Next step done"),
    "outreach.choose_table_columns": gettext_lazy("Columns of a table chosen"),
    "outreach.import_outreach_table": gettext_lazy("Extract or visits imported"),
    "outreach.make_batch": gettext_lazy("Batch of calls made"),
    "outreach.make_target_list": gettext_lazy("Target list made"),
    "outreach.meet_condition": gettext_lazy("Condition of the grant met"),
    "outreach.note_attempt": gettext_lazy("Call noted"),
    "outreach.note_door": gettext_lazy("Door of the application noted"),
    "outreach.note_level": gettext_lazy("Level of the company noted"),
    "outreach.note_material": gettext_lazy("Material noted as sent"),
    "outreach.note_no_call": gettext_lazy("Put on the no-call list"),
    "outreach.offer_slot": gettext_lazy("Time for a visit offered"),
    "outreach.publish_story": gettext_lazy("Story published, or no longer"),
    "outreach.set_awareness": gettext_lazy("What the company knows changed"),
    "outreach.set_start_up": gettext_lazy("Start-up noted"),
    "outreach.settle_plan": gettext_lazy("Ladder and aim of visits settled"),
    "outreach.upload_outreach_table": gettext_lazy("Extract or visits uploaded"),
    "outreach.withdraw_slot": gettext_lazy("Time for a visit taken back"),
    "outreach.write_story": gettext_lazy("Story written"),
    "outreach.write_visit": gettext_lazy("Visit written down"),
    "organisations.set_engagement": gettext_lazy("How far the organisation takes part changed"),
    "people.add_fact": gettext_lazy("Fact added to the CV"),
    "people.ask_for_erasure": gettext_lazy("Asked to be erased"),
    "people.correct_fact": gettext_lazy("Reading of the CV corrected"),
    "organisations.erase_contact": gettext_lazy("Log-in of a contact erased"),
    "people.erase_account": gettext_lazy("Log-in erased"),
    "people.erase_candidate": gettext_lazy("Candidate erased"),
    "people.export_candidate": gettext_lazy("All that is kept about the candidate downloaded"),
    "people.give_consent": gettext_lazy("Consent given"),
    "people.hide_from_companies": gettext_lazy("Profile hidden from companies"),
    "people.keep_profile": gettext_lazy("Profile kept for longer"),
    "people.merge_candidates": gettext_lazy("Records joined"),
    "people.read_candidate_again": gettext_lazy("CV read again"),
    "people.read_new_kinds": gettext_lazy("New kinds of facts read from the CV"),
    "people.save_candidate_from_text": gettext_lazy("CV saved and read"),
    "people.say_candidates_differ": gettext_lazy("Marked as not the same"),
    "people.say_groups": gettext_lazy("Groups for the fairness report stated"),
    "people.set_preferences": gettext_lazy("Wishes changed"),
    "people.show_to_companies": gettext_lazy("Profile shown to companies"),
    "people.start_profile": gettext_lazy("Profile begun"),
    "people.undo_correction": gettext_lazy("Correction of the CV undone"),
    "people.undo_merge_of_candidates": gettext_lazy("Joined records parted again"),
    "people.warn_of_erasure": gettext_lazy("Warned that the profile will be erased"),
    "people.withdraw_consent": gettext_lazy("Consent withdrawn"),
    "people.say_who": gettext_lazy("Name or phone stated"),
    "people.follow_address": gettext_lazy("Contact address changed with the log-in"),
    "people.say_permit": gettext_lazy("Right to work stated"),
    "placements.accept_agreement": gettext_lazy("Yes to the agreement"),
    "placements.change_agreement": gettext_lazy("New version of the agreement written"),
    "placements.decline_agreement": gettext_lazy("No to the agreement"),
    "placements.move_placement": gettext_lazy("Placement moved on"),
    "placements.write_agreement": gettext_lazy("Agreement written"),
    "programmes.add_members": gettext_lazy("Members added"),
    "programmes.apply_import": gettext_lazy("Table imported"),
    "programmes.keep_columns": gettext_lazy("What the columns of a file are, kept"),
    "programmes.forget_columns": gettext_lazy("What the columns of a file are, forgotten"),
    "programmes.choose_for_import": gettext_lazy("Choices for an import made"),
    "programmes.remove_partner": gettext_lazy("Partner removed"),
    "programmes.save_programme": gettext_lazy("Programme saved"),
    "programmes.join_programme": gettext_lazy("Candidate joined the programme"),
    "programmes.leave_programme": gettext_lazy("Candidate left the programme"),
    "programmes.set_joining": gettext_lazy("Opened for candidates to join, or closed"),
    "programmes.set_approval": gettext_lazy("Approval of opportunities asked for, or not"),
    "programmes.set_partner": gettext_lazy("Partner named"),
    "programmes.set_weights": gettext_lazy("Weights changed"),
    "programmes.upload_table": gettext_lazy("Table uploaded"),
}
SUBJECTS: Mapping[str, Text] = {
    "base.User": gettext_lazy("User"),
    "classifications.Vocabulary": gettext_lazy("Vocabulary"),
    "effects.CohortMember": gettext_lazy("Follow-up"),
    "effects.FollowUp": gettext_lazy("Question where somebody works now"),
    "matching.MatchRun": gettext_lazy("Match run"),
    "matching.Outcome": gettext_lazy("Outcome"),
    "matching.WeightProposal": gettext_lazy("Proposal of weights"),
    "opportunities.Opportunity": gettext_lazy("Opportunity"),
    "opportunities.Report": gettext_lazy("Report by a candidate"),
    "organisations.Organisation": gettext_lazy("Organisation"),
    "people.Candidate": gettext_lazy("Candidate"),
    "placements.Agreement": gettext_lazy("Agreement"),
    "programmes.Programme": gettext_lazy("Programme"),
}
PAGES = {
    "people.Candidate": "candidate",
    "opportunities.Opportunity": "opportunity",
    "opportunities.Report": "report",
    "matching.MatchRun": "match-run",
}
FIELDS: Mapping[str, Text] = {
    "about": gettext_lazy("About"),
    "action": gettext_lazy("What the link does"),
    "added": gettext_lazy("New in the CV"),
    "alias": gettext_lazy("Alias"),
    "application": gettext_lazy("Application no."),
    "approved": gettext_lazy("Approved"),
    "arguments": gettext_lazy("With"),
    "available_from": gettext_lazy("Available from"),
    "available_months": gettext_lazy("Available for months"),
    "by_link": gettext_lazy("By the link of a mail, no."),
    "candidate": gettext_lazy("Candidate"),
    "candidates": gettext_lazy("Candidates"),
    "changed": gettext_lazy("Changed"),
    "channel": gettext_lazy("How"),
    "characters": gettext_lazy("Characters"),
    "codes": gettext_lazy("Languages"),
    "commute_minutes": gettext_lazy("Commute in minutes"),
    "company": gettext_lazy("Company no."),
    "contact_right": gettext_lazy("Right of the contact"),
    "contacts": gettext_lazy("Contacts"),
    "correction": gettext_lazy("Correction no."),
    "country": gettext_lazy("Country"),
    "day": gettext_lazy("Day"),
    "differences": gettext_lazy("Differences"),
    "due": gettext_lazy("Answer due"),
    "end_reason": gettext_lazy("Why it ended"),
    "engagement": gettext_lazy("Takes part"),
    "expires_at": gettext_lazy("Expires"),
    "fact": gettext_lazy("Fact no."),
    "facts": gettext_lazy("Facts"),
    "gone": gettext_lazy("No longer read"),
    "home_country": gettext_lazy("Country of home"),
    "home_land": gettext_lazy("Island or mainland of home"),
    "home_latitude": gettext_lazy("Latitude of home"),
    "home_longitude": gettext_lazy("Longitude of home"),
    "home_name": gettext_lazy("Home"),
    "home_region": gettext_lazy("Region of home"),
    "hours_maximum": gettext_lazy("Hours a week, at most"),
    "hours_minimum": gettext_lazy("Hours a week, at least"),
    "industry": gettext_lazy("Industry"),
    "inputs_digest": gettext_lazy("Check mark of what it was made from"),
    "invitation": gettext_lazy("Invitation no."),
    "invitations_per_day": gettext_lazy("Invitations a day"),
    "is_lead": gettext_lazy("Leads the programme"),
    "kind": gettext_lazy("Kind"),
    "kinds": gettext_lazy("Kinds of opportunity"),
    "language": gettext_lazy("Language"),
    "left": gettext_lazy("Left as it was"),
    "level": gettext_lazy("Level"),
    "markets": gettext_lazy("Markets"),
    "matches": gettext_lazy("Matches"),
    "merge": gettext_lazy("Joining no."),
    "moves_to": gettext_lazy("Would move to"),
    "name": gettext_lazy("Name"),
    "need": gettext_lazy("Need"),
    "number": gettext_lazy("Number"),
    "opportunities": gettext_lazy("Opportunities"),
    "opportunity": gettext_lazy("Opportunity"),
    "organisation": gettext_lazy("Organisation"),
    "organisations": gettext_lazy("Organisations"),
    "other": gettext_lazy("The other record, no."),
    "outcome": gettext_lazy("Outcome"),
    "outcomes": gettext_lazy("Outcomes"),
    "output_digest": gettext_lazy("Check mark of what came out"),
    "pay_currency": gettext_lazy("Currency"),
    "pay_floor": gettext_lazy("Lowest pay"),
    "place_name": gettext_lazy("Place"),
    "programme": gettext_lazy("Programme"),
    "purpose": gettext_lazy("What for"),
    "reader": gettext_lazy("Version of the reader"),
    "reason": gettext_lazy("Reason"),
    "registered_number": gettext_lazy("Register number"),
    "remote": gettext_lazy("Remote work"),
    "removed": gettext_lazy("Rows removed"),
    "replaced": gettext_lazy("Read differently"),
    "right": gettext_lazy("What is right"),
    "role": gettext_lazy("Role"),
    "rules_not_kept": gettext_lazy("Rules that were not kept"),
    "setting": gettext_lazy("Used for"),
    "shown": gettext_lazy("List no."),
    "stage": gettext_lazy("Outcome"),
    "state": gettext_lazy("State"),
    "targets": gettext_lazy("Targets"),
    "title": gettext_lazy("Title"),
    "told": gettext_lazy("Written to"),
    "topic": gettext_lazy("Topic"),
    "undoes": gettext_lazy("Undoes correction no."),
    "until": gettext_lazy("Until"),
    "user": gettext_lazy("User no."),
    "value": gettext_lazy("What was read"),
    "version": gettext_lazy("Version"),
    "weights": gettext_lazy("Weights"),
    "wished_occupations": gettext_lazy("Wished occupations"),
    "withdrawn": gettext_lazy("Withdrawn"),
    "work_right": gettext_lazy("Right to work"),
}
TABLES: Mapping[str, Text] = {
    "CandidateBackground": gettext_lazy("background"),
    "CandidateDocument": gettext_lazy("CV"),
    "CandidateIdentity": gettext_lazy("name and contact"),
    "PositionPreference": gettext_lazy("wishes"),
}
CHOICES: Mapping[str, tuple[type[TextChoices], ...]] = {
    "about": (ReportAbout,),
    "channel": (ConsentChannel,),
    "contact_right": (ContactRight,),
    "end_reason": (EndReason,),
    "need": (LanguageModality,),
    "outcome": (ReportOutcome,),
    "purpose": (ConsentPurpose,),
    "reason": (ReportReason,),
    "role": (Role,),
    "setting": (LanguageSetting,),
    "stage": (OutcomeStage,),
    "state": (OpportunityState, FactState, ProposalState, ApplicationState, OrganisationState),
}
LISTS = {"changed", "candidates", "organisations"}  # whose two values are no before and after
OF_KINDS = {"added", "gone", "replaced"}  # which tell how many facts of which kind
NOTHING = {"", "None", "[]", "{}"}  # as wishes are told


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """What one field became; `before` is None where only the new value was told."""

    label: str
    before: str | None
    after: str


def action_phrase(action: str) -> str:
    """“CV read again”; for an action without words its name: “people: invite somebody”."""
    app, _dot, name = action.partition(".")
    return str(ACTIONS.get(action) or f"{app}: {name.replace('_', ' ')}")


def subject_word(subject_type: str) -> str:
    """“Candidate”; the name of the table where there is no word for it."""
    return str(SUBJECTS.get(subject_type) or subject_type.rpartition(".")[2])


def change_lines(changes: Mapping[str, Any], concepts: Callable[[], Taxonomy] = taxonomy) -> list[ChangeLine]:
    """Before and after of what an entry changed; nothing but what it holds. `concepts` is called for facts alone."""
    return list(_Told(changes, concepts).lines())


class _Told:
    def __init__(self, changes: Mapping[str, Any], concepts: Callable[[], Taxonomy]) -> None:
        self.changes, self.concepts = changes, concepts
        self.kind = changes.get("kind")

    def lines(self) -> Iterator[ChangeLine]:
        for key, value in self.changes.items():
            name = "contact_right" if key == "right" and _is_contact_right(value) else key
            if name == "kind" and isinstance(self.changes.get("value"), dict):
                yield ChangeLine(_("Kind"), None, str(wording.FACT_NAMES.get(str(value), value)))
            elif isinstance(value, list) and len(value) == 2 and name not in LISTS:
                yield from self._pair(name, *value)
            else:
                yield ChangeLine(_label(name), None, self._value(name, value))

    def _pair(self, name: str, before: Any, after: Any) -> Iterator[ChangeLine]:
        if isinstance(before, dict) and isinstance(after, dict):
            for key in sorted({*before, *after}):
                if before.get(key) != after.get(key):
                    label = f"{_label(name)}: {key.replace('_', ' ')}"
                    yield ChangeLine(
                        label, self._value(key, before.get(key)), self._value(key, after.get(key))
                    )
        else:
            yield ChangeLine(_label(name), self._value(name, before), self._value(name, after))

    def _value(self, name: str, value: Any) -> str:
        if isinstance(value, str) and value.startswith("["):
            value = _listed(value)
        if value is None or (isinstance(value, str) and value in NOTHING) or value in ([], {}):
            return "–"
        if isinstance(value, bool) or value in ("True", "False"):
            return _("yes") if value in (True, "True") else _("no")
        if isinstance(value, dict) and name == "withdrawn":
            return ", ".join(f"{part_label(part)}: {len(rows)}" for part, rows in value.items())
        if isinstance(value, dict) and name in OF_KINDS:
            return ", ".join(
                f"{wording.FACT_NAMES.get(kind, kind)}: {count}" for kind, count in value.items()
            )
        if isinstance(value, dict):
            return self._fact(value) or ", ".join(
                f"{key} {self._value(key, one)}" for key, one in value.items()
            )
        if isinstance(value, list):
            return ", ".join(self._value(name, one) for one in value)
        if name == "changed":
            return str(TABLES.get(value) or _label(value))
        labels = [choices(value).label for choices in CHOICES.get(name, ()) if value in choices.values]
        return str(labels[0]) if labels else str(value)

    def _fact(self, value: Mapping[str, Any]) -> str:
        """A stored fact in words; empty for what is none."""
        if self.kind not in wording.FACT_NAMES:
            return ""
        try:
            return wording.fact_value(str(self.kind), value, self.concepts())
        except (KeyError, ValueError):  # a fact as an earlier version stored it
            return ""


def _listed(text: str) -> Any:
    """A list as wishes are told: “['NO', 'SE']”; any other text as it is."""
    try:
        read = ast.literal_eval(text)
    except (ValueError, SyntaxError):
        return text
    return read if isinstance(read, list) else text


def _is_contact_right(value: Any) -> bool:
    """Whether “right” tells what a contact may do; with facts it tells what is right instead."""
    found = [one for one in (value if isinstance(value, list) else [value]) if one is not None]
    return bool(found) and all(isinstance(one, str) and one in ContactRight.values for one in found)


def _label(name: str) -> str:
    return str(FIELDS.get(name) or wording.capital(name.replace("_", " ")))
