from django.urls import path

from brobygger.web.company.applications import views as applications
from brobygger.web.company.opportunities import views as opportunities
from brobygger.web.company.paste_ad import views as paste_ad

urlpatterns = [
    path("opportunities/", opportunities.list_opportunities, name="opportunities"),
    path("opportunities/<int:pk>/", opportunities.show_opportunity, name="opportunity"),
    path("opportunities/<int:pk>/what-if/", opportunities.show_what_if, name="opportunity-what-if"),
    path(
        "opportunities/<int:pk>/language-need/",
        opportunities.set_language_need,
        name="opportunity-language-need",
    ),
    path("opportunities/<int:pk>/open/", opportunities.open_opportunity, name="opportunity-open"),
    path("opportunities/<int:pk>/close/", opportunities.close_opportunity, name="opportunity-close"),
    path("opportunities/<int:pk>/invite/", applications.invite_candidate, name="opportunity-invite"),
    path(
        "opportunities/<int:pk>/applications/",
        applications.list_for_opportunity,
        name="opportunity-applications",
    ),
    path("applications/", applications.list_applications, name="applications"),
    path("applications/<int:pk>/", applications.show_application, name="application"),
    path("applications/<int:pk>/answer/", applications.answer_application, name="application-answer"),
    path(
        "applications/<int:pk>/answer-invitation/",
        applications.answer_invitation,
        name="application-answer-invitation",
    ),
    path("applications/<int:pk>/take/", applications.take_place, name="application-take"),
    path("applications/<int:pk>/withdraw/", applications.withdraw_application, name="application-withdraw"),
    path("paste-an-ad/", paste_ad.show_form, name="paste-ad"),
    path("paste-an-ad/read/", paste_ad.read_ad, name="paste-ad-read"),
    path("paste-an-ad/save/", paste_ad.save_ad, name="paste-ad-save"),
]
