from django.urls import path

from brobygger.web.public.about import views as about
from brobygger.web.public.brochure import views as brochure
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
    path("vocabulary/", vocabulary.browse, name="vocabulary"),
    path("vocabulary/concept/", vocabulary.show_concept, name="concept"),
    path("how-a-match-is-made/", about.how_a_match_is_made, name="how-a-match-is-made"),
    path("talents/", brochure.show_brochure, name="brochure"),
    path("talents/renew/", brochure.renew, name="brochure-renew"),
    path("glossary/", glossary.show_glossary, name="glossary"),
    path("permissions/", permissions.show_permissions, name="permissions"),
]
