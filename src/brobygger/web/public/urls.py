from django.urls import path

from brobygger.web.public.about import views as about
from brobygger.web.public.permissions import views as permissions
from brobygger.web.public.vocabulary import views as vocabulary

urlpatterns = [
    path("vocabulary/", vocabulary.browse, name="vocabulary"),
    path("vocabulary/concept/", vocabulary.show_concept, name="concept"),
    path("how-a-match-is-made/", about.how_a_match_is_made, name="how-a-match-is-made"),
    path("permissions/", permissions.show_permissions, name="permissions"),
]
