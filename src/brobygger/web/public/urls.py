from django.urls import path

from brobygger.web.public.about import views as about
from brobygger.web.public.brochure import views as brochure
from brobygger.web.public.events import input as event_input
from brobygger.web.public.events import programme as event_programme
from brobygger.web.public.events import ticket
from brobygger.web.public.events import views as events
from brobygger.web.public.glossary import views as glossary
from brobygger.web.public.jobs import views as jobs
from brobygger.web.public.permissions import views as permissions
from brobygger.web.public.vocabulary import views as vocabulary

urlpatterns = [
    path("jobs/", jobs.list_jobs, name="jobs"),
    path("jobs/<int:pk>/", jobs.show_job, name="job"),
    path("jobs/feed.json", jobs.show_feed, name="jobs-feed"),
    path("jobs/feed.xml", jobs.show_atom, name="jobs-atom"),
    path("jobs/deadlines.ics", jobs.show_deadlines, name="jobs-deadlines"),
    path("events/", events.list_events, name="events"),
    path("events/calendar.ics", events.show_calendar, name="events-calendar"),
    path("events/thanks/", events.thank, name="event-thanks"),
    path("events/mine/", events.list_own, name="my-events"),
    path("events/<int:pk>/", events.show_event, name="event"),
    path("events/<int:pk>/event.ics", events.show_item, name="event-calendar"),
    path("events/<int:pk>/programme/", event_programme.show_programme, name="event-programme"),
    path(
        "events/<int:pk>/programme.ics",
        event_programme.show_sessions_calendar,
        name="event-programme-calendar",
    ),
    path("events/<int:pk>/input/give/", event_input.ask_partner_input, name="event-input-give"),
    path("events/<int:pk>/input/send/", event_input.give_partner_input, name="event-input-send"),
    path("events/<int:pk>/register/", events.register, name="event-register"),
    path("events/t/<str:key>/", ticket.show_ticket, name="ticket"),
    path("events/t/<str:key>/take/", ticket.take_seat, name="ticket-take"),
    path("events/t/<str:key>/cancel/", ticket.cancel, name="ticket-cancel"),
    path("events/t/<str:key>/session/", ticket.choose_session, name="ticket-session"),
    path("events/t/<str:key>/way/", ticket.change_way, name="ticket-way"),
    path("events/t/<str:key>/photos/", ticket.say_photos, name="ticket-photos"),
    path("events/t/<str:key>/attend/", ticket.attend, name="ticket-attend"),
    path("events/t/<str:key>/input/", event_input.ask_input, name="ticket-input"),
    path("events/t/<str:key>/input/send/", event_input.give_input, name="ticket-input-send"),
    path("events/t/<str:key>/decisions/", ticket.show_decisions, name="ticket-decisions"),
    path("events/t/<str:key>/feedback/", ticket.ask_feedback, name="ticket-feedback"),
    path("events/t/<str:key>/feedback/send/", ticket.give_feedback, name="ticket-feedback-send"),
    path("events/t/<str:key>/certificate/", ticket.show_certificate, name="ticket-certificate"),
    path("vocabulary/", vocabulary.browse, name="vocabulary"),
    path("vocabulary/concept/", vocabulary.show_concept, name="concept"),
    path("how-a-match-is-made/", about.how_a_match_is_made, name="how-a-match-is-made"),
    path("talents/", brochure.show_brochure, name="brochure"),
    path("talents/renew/", brochure.renew, name="brochure-renew"),
    path("glossary/", glossary.show_glossary, name="glossary"),
    path("permissions/", permissions.show_permissions, name="permissions"),
]
