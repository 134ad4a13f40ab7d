"""Addresses of the pages, by audience."""

from django.urls import include, path

from brobygger.web import kept_notes

urlpatterns = [
    path("kept-worker.js", kept_notes.show_worker, name="kept-worker"),
    path("", include("brobygger.web.account.urls")),
    path("", include("brobygger.web.mail.urls")),
    path("", include("brobygger.web.one_tap.urls")),
    path("", include("brobygger.web.catalogue.urls")),
    path("", include("brobygger.web.privacy.urls")),
    path("", include("brobygger.web.public.urls")),
    path("", include("brobygger.web.secretariat.urls")),
    path("", include("brobygger.web.secretariat.campaigns.urls")),
    path("", include("brobygger.web.visiting.urls")),
    path("", include("brobygger.web.partnership.urls")),
    path("", include("brobygger.web.agency.urls")),
    path("", include("brobygger.web.advising.urls")),
    path("", include("brobygger.web.placing.urls")),
    path("", include("brobygger.web.staying.urls")),
    path("", include("brobygger.web.company.urls")),
    path("", include("brobygger.web.candidate.urls")),
]
