from django.urls import path

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
    path("paste-an-ad/", paste_ad.show_form, name="paste-ad"),
    path("paste-an-ad/read/", paste_ad.read_ad, name="paste-ad-read"),
    path("paste-an-ad/save/", paste_ad.save_ad, name="paste-ad-save"),
]
