from django.urls import path

from brobygger.web.secretariat.ad_sources import views as ad_sources
from brobygger.web.secretariat.approvals import views as approvals
from brobygger.web.secretariat.candidates import views as candidates
from brobygger.web.secretariat.companies import views as companies
from brobygger.web.secretariat.duplicates import views as duplicates
from brobygger.web.secretariat.evenings import came as evening_came
from brobygger.web.secretariat.evenings import day as evening_day
from brobygger.web.secretariat.evenings import planning as evening_planning
from brobygger.web.secretariat.evenings import repairing as evening_repairing
from brobygger.web.secretariat.evenings import timetable as evening_timetable
from brobygger.web.secretariat.events import desk as event_desk
from brobygger.web.secretariat.events import door as event_door
from brobygger.web.secretariat.events import input as event_input
from brobygger.web.secretariat.events import papers as event_papers
from brobygger.web.secretariat.events import plan as event_plan
from brobygger.web.secretariat.events import programme as event_programme
from brobygger.web.secretariat.history import views as history
from brobygger.web.secretariat.imports import views as imports
from brobygger.web.secretariat.pool import views as pool
from brobygger.web.secretariat.programmes import views as programmes
from brobygger.web.secretariat.reading import views as reading
from brobygger.web.secretariat.reports import views as reports
from brobygger.web.secretariat.runs import views as runs
from brobygger.web.secretariat.today import views as today
from brobygger.web.secretariat.weights import views as weights

urlpatterns = [
    path("today/", today.show_today, name="today"),
    path("candidates/", candidates.list_candidates, name="candidates"),
    path("pool/", pool.explore, name="pool"),
    path("pool/demand/", pool.show_demand, name="demand"),
    path("pool/languages/", pool.show_ad_languages, name="ad-languages"),
    path("pool/languages/table/", pool.download_ad_languages, name="ad-languages-table"),
    path("pool/markets/", pool.search_markets, name="markets"),
    path("companies/", companies.list_companies, name="companies"),
    path("companies/waiting/", companies.list_waiting, name="companies-waiting"),
    path("companies/<int:pk>/vet/", companies.show_vetting, name="company-vet"),
    path("companies/<int:pk>/vet/decide/", companies.vet_company, name="company-vet-decide"),
    path("reports/", reports.list_reports, name="reports"),
    path("reports/<int:pk>/", reports.show_report, name="report"),
    path("reports/<int:pk>/answer/", reports.answer_report, name="report-answer"),
    path("opportunities/<int:pk>/put-back/", reports.put_back, name="opportunity-put-back"),
    path("companies/<int:pk>/vet/invitations/", companies.set_invitations, name="company-invitations"),
    path("programmes/", programmes.list_programmes, name="programmes"),
    path("programmes/<int:pk>/joining/", programmes.choose_joining, name="programme-joining"),
    path("programmes/<int:pk>/approvals/", approvals.list_approvals, name="approvals"),
    path("programmes/<int:pk>/approvals/choose/", approvals.choose_approval, name="approvals-choose"),
    path("programmes/<int:pk>/approvals/approve/", approvals.approve_chosen, name="approvals-approve"),
    path("programmes/<int:pk>/approvals/<int:opportunity>/", approvals.show_opportunity, name="approval"),
    path("programmes/<int:pk>/approvals/<int:opportunity>/decide/", approvals.decide, name="approval-decide"),
    path("programmes/<int:pk>/weights/", weights.show_weights, name="weights"),
    path("programmes/<int:pk>/weights/propose/", weights.propose_weights, name="propose-weights"),
    path("programmes/<int:pk>/outcomes/record/", weights.record_outcome, name="record-outcome"),
    path("weight-proposals/<int:pk>/accept/", weights.accept_weights, name="accept-weights"),
    path("weight-proposals/<int:pk>/decline/", weights.decline_weights, name="decline-weights"),
    path("event-plan/", event_plan.show_plan, name="event-plan"),
    path("event-plan/clashes/", event_plan.show_clashes, name="event-clashes"),
    path("event-plan/series/<int:pk>/", event_plan.edit_series, name="event-series"),
    path("event-plan/series/<int:pk>/change/", event_plan.change_series, name="event-series-change"),
    path("programmes/<int:pk>/events/", event_plan.show_counts, name="programme-events"),
    path("programmes/<int:pk>/events/new/", event_plan.new_event, name="event-new"),
    path("programmes/<int:pk>/events/add/", event_plan.add_event, name="event-add"),
    path("programmes/<int:pk>/series/new/", event_plan.new_series, name="event-series-new"),
    path("programmes/<int:pk>/series/add/", event_plan.add_series, name="event-series-add"),
    path("events/<int:pk>/desk/", event_desk.show_desk, name="event-desk"),
    path("events/<int:pk>/edit/", event_plan.edit_event, name="event-edit"),
    path("events/<int:pk>/change/", event_plan.change_event, name="event-change"),
    path("events/<int:pk>/open/", event_desk.open_event, name="event-open"),
    path("events/<int:pk>/cancel/", event_desk.cancel_event, name="event-cancel"),
    path("events/<int:pk>/hold/", event_desk.hold_event, name="event-hold"),
    path("events/<int:pk>/setup/", event_desk.show_setup, name="event-setup"),
    path("events/<int:pk>/questions/", event_desk.set_questions, name="event-questions"),
    path("events/<int:pk>/quotas/", event_desk.set_quotas, name="event-quotas"),
    path("events/<int:pk>/organisations/", event_desk.list_organisations, name="event-organisations"),
    path("events/<int:pk>/organisations/add/", event_desk.add_organisation, name="event-organisation-add"),
    path(
        "events/<int:pk>/organisations/remove/",
        event_desk.remove_organisation,
        name="event-organisation-remove",
    ),
    path("events/<int:pk>/sessions/", event_programme.show_sessions, name="event-sessions"),
    path("events/<int:pk>/sessions/save/", event_programme.save_session, name="event-session-save"),
    path("events/<int:pk>/sessions/room/", event_programme.save_room, name="event-room-save"),
    path("events/<int:pk>/sessions/speaker/", event_programme.save_speaker, name="event-speaker-save"),
    path("events/<int:pk>/sessions/remove/", event_programme.remove, name="event-programme-remove"),
    path("events/<int:pk>/input/", event_input.show_input, name="event-input"),
    path("events/<int:pk>/input/save/", event_input.save_input, name="event-input-save"),
    path("events/<int:pk>/decisions/", event_input.show_decisions, name="event-decisions"),
    path("events/<int:pk>/decisions/save/", event_input.save_decision, name="event-decision-save"),
    path("events/<int:pk>/registrations/", event_desk.list_registrations, name="event-registrations"),
    path("events/<int:pk>/registrations/decide/", event_desk.decide, name="event-registration-decide"),
    path("events/<int:pk>/door/", event_door.show_door, name="event-door"),
    path("events/<int:pk>/door/sync/", event_door.sync, name="event-door-sync"),
    path("events/<int:pk>/badges/", event_papers.show_badges, name="event-badges"),
    path("events/<int:pk>/delegates/", event_papers.show_delegates, name="event-delegates"),
    path("events/<int:pk>/delegates/table/", event_papers.download_table, name="event-delegates-table"),
    path("reading/", reading.list_sentences, name="reading"),
    path("reading/ads/<int:pk>/", reading.show_ad_sentence, name="reading-ads"),
    path("reading/ads/<int:pk>/correct/", reading.correct_ad, name="reading-ads-correct"),
    path("reading/cvs/<int:pk>/", reading.show_cv_sentence, name="reading-cvs"),
    path("reading/cvs/<int:pk>/correct/", reading.correct_cv, name="reading-cvs-correct"),
    path("reading/corrections/<int:pk>/undo/", reading.undo_correction, name="reading-undo"),
    path("history/<str:subject_type>/<str:subject_id>/", history.show_history, name="history"),
    path("match-runs/", runs.list_runs, name="match-runs"),
    path("match-runs/run/", runs.run_now, name="match-run-now"),
    path("match-runs/<int:pk>/", runs.show_run, name="match-run"),
    path("match-runs/<int:pk>/acknowledge/", runs.acknowledge, name="match-run-acknowledge"),
    path("ad-sources/", ad_sources.list_sources, name="ad-sources"),
    path("ad-sources/new/", ad_sources.show_new, name="ad-source-new"),
    path("ad-sources/add/", ad_sources.add, name="ad-source-add"),
    path("ad-sources/<int:pk>/edit/", ad_sources.show_edit, name="ad-source-edit"),
    path("ad-sources/<int:pk>/change/", ad_sources.change, name="ad-source-change"),
    path("ad-sources/<int:pk>/switch/", ad_sources.switch, name="ad-source-switch"),
    path("ad-sources/<int:pk>/fetch/", ad_sources.ask, name="ad-source-fetch"),
    path("import/", imports.show_import, name="import"),
    path("import/organisations/", imports.organisations.show_start, name="import-organisations"),
    path("import/organisations/upload/", imports.organisations.upload, name="import-organisations-upload"),
    path(
        "import/organisations/template/",
        imports.organisations.download_template,
        name="import-organisations-template",
    ),
    path(
        "import/organisations/<int:pk>/",
        imports.organisations.show_preview,
        name="import-organisations-preview",
    ),
    path(
        "import/organisations/<int:pk>/choose/",
        imports.organisations.choose,
        name="import-organisations-choose",
    ),
    path(
        "import/organisations/<int:pk>/apply/", imports.organisations.apply, name="import-organisations-apply"
    ),
    path(
        "import/organisations/columns/<int:pk>/forget/",
        imports.organisations.forget,
        name="import-organisations-forget",
    ),
    path(
        "import/organisations/<int:pk>/errors/",
        imports.organisations.download_findings,
        name="import-organisations-findings",
    ),
    path("import/candidates/", imports.candidates.show_start, name="import-candidates"),
    path("import/candidates/upload/", imports.candidates.upload, name="import-candidates-upload"),
    path(
        "import/candidates/template/", imports.candidates.download_template, name="import-candidates-template"
    ),
    path("import/candidates/<int:pk>/", imports.candidates.show_preview, name="import-candidates-preview"),
    path("import/candidates/<int:pk>/choose/", imports.candidates.choose, name="import-candidates-choose"),
    path("import/candidates/<int:pk>/apply/", imports.candidates.apply, name="import-candidates-apply"),
    path(
        "import/candidates/columns/<int:pk>/forget/",
        imports.candidates.forget,
        name="import-candidates-forget",
    ),
    path(
        "import/candidates/<int:pk>/errors/",
        imports.candidates.download_findings,
        name="import-candidates-findings",
    ),
    path("duplicates/", duplicates.organisations.list_pairs, name="duplicates-organisations"),
    path(
        "duplicates/organisations/<int:first>/<int:second>/",
        duplicates.organisations.show_pair,
        name="duplicates-organisations-pair",
    ),
    path(
        "duplicates/organisations/<int:first>/<int:second>/join/",
        duplicates.organisations.join,
        name="duplicates-organisations-join",
    ),
    path(
        "duplicates/organisations/<int:first>/<int:second>/distinct/",
        duplicates.organisations.say_distinct,
        name="duplicates-organisations-distinct",
    ),
    path(
        "duplicates/organisations/<int:pk>/undo/",
        duplicates.organisations.undo,
        name="duplicates-organisations-undo",
    ),
    path("duplicates/candidates/", duplicates.candidates.list_pairs, name="duplicates-candidates"),
    path(
        "duplicates/candidates/<int:first>/<int:second>/",
        duplicates.candidates.show_pair,
        name="duplicates-candidates-pair",
    ),
    path(
        "duplicates/candidates/<int:first>/<int:second>/join/",
        duplicates.candidates.join,
        name="duplicates-candidates-join",
    ),
    path(
        "duplicates/candidates/<int:first>/<int:second>/distinct/",
        duplicates.candidates.say_distinct,
        name="duplicates-candidates-distinct",
    ),
    path(
        "duplicates/candidates/<int:pk>/undo/", duplicates.candidates.undo, name="duplicates-candidates-undo"
    ),
    path("evenings/", evening_planning.list_evenings, name="evenings"),
    path("evenings/of-event/<int:pk>/", evening_planning.show_form, name="evening-edit"),
    path("evenings/of-event/<int:pk>/save/", evening_planning.save, name="evening-save"),
    path("evenings/<int:pk>/", evening_planning.show_evening, name="evening"),
    path("evenings/<int:pk>/companies/", evening_planning.save_company, name="evening-company"),
    path("evenings/<int:pk>/rules/", evening_planning.save_rule, name="evening-rule"),
    path("evenings/<int:pk>/rules/remove/", evening_planning.remove_rule, name="evening-rule-remove"),
    path("evenings/<int:pk>/suggest/", evening_planning.suggest, name="evening-suggest"),
    path("evenings/<int:pk>/timetable/", evening_timetable.show_timetable, name="evening-timetable"),
    path("evenings/<int:pk>/timetable/make/", evening_timetable.make_version, name="evening-make"),
    path("evenings/<int:pk>/version/", evening_timetable.show_version, name="evening-version"),
    path("evenings/<int:pk>/version/publish/", evening_timetable.publish, name="evening-publish"),
    path("evenings/<int:pk>/version/lock/", evening_timetable.lock, name="evening-lock"),
    path("evenings/<int:pk>/board/", evening_day.show_board, name="evening-board"),
    path("evenings/<int:pk>/board/presence/", evening_day.say_presence, name="evening-presence"),
    path("evenings/<int:pk>/board/withdraw/", evening_day.withdraw, name="evening-withdraw"),
    path("evenings/<int:pk>/board/let-in/", evening_day.let_in, name="evening-let-in"),
    path("evenings/<int:pk>/board/repair/", evening_repairing.repair, name="evening-repair"),
    path("evenings/<int:pk>/board/repair/look/", evening_repairing.look, name="evening-repair-look"),
    path("evenings/<int:pk>/came/", evening_came.show, name="evening-came"),
    path("evenings/<int:pk>/came/save/", evening_came.save, name="evening-came-save"),
    path("evenings/<int:pk>/clock/", evening_day.show_clock, name="evening-clock"),
    path("evenings/<int:pk>/print/tables/", evening_day.print_tables, name="evening-print-tables"),
    path("evenings/<int:pk>/print/people/", evening_day.print_people, name="evening-print-people"),
    path("evenings/<int:pk>/file/", evening_day.download_file, name="evening-file"),
]
