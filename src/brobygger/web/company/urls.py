from django.urls import path

from brobygger.web.company.applications import views as applications
from brobygger.web.company.companies import contacts, register, structure
from brobygger.web.company.companies import views as companies
from brobygger.web.company.dating import views as dating
from brobygger.web.company.opportunities import reach, translations, writing
from brobygger.web.company.opportunities import views as opportunities
from brobygger.web.company.paste_ad import views as paste_ad

urlpatterns = [
    path("register/", register.show_form, name="register"),
    path("register/send/", register.register, name="register-send"),
    path("register/thank-you/", register.thank, name="register-thanks"),
    path("my-company/", companies.show_own, name="my-company"),
    path("companies/<int:pk>/", companies.show_company, name="company"),
    path("companies/<int:pk>/edit/", companies.edit_company, name="company-edit"),
    path("companies/<int:pk>/change/", companies.change_company, name="company-change"),
    path("companies/<int:pk>/structure/", structure.show_structure, name="company-structure"),
    path("companies/<int:pk>/structure/site/", structure.add_site, name="company-site-add"),
    path("companies/<int:pk>/structure/role/", structure.add_role, name="company-role-add"),
    path("companies/<int:pk>/structure/relation/", structure.add_relation, name="company-relation-add"),
    path("companies/<int:pk>/structure/end/", structure.end_part, name="company-part-end"),
    path("companies/<int:pk>/contacts/", contacts.list_contacts, name="company-contacts"),
    path("companies/<int:pk>/contacts/invite/", contacts.invite_contact, name="company-contact-invite"),
    path("companies/<int:pk>/contacts/change/", contacts.change_contact, name="company-contact-change"),
    path("companies/<int:pk>/contacts/remove/", contacts.remove_contact, name="company-contact-remove"),
    path(
        "companies/<int:pk>/contacts/withdraw/", contacts.withdraw_invitation, name="company-contact-withdraw"
    ),
    path("opportunities/", opportunities.list_opportunities, name="opportunities"),
    path("opportunities/reach/", reach.list_reach, name="reach"),
    path("opportunities/reach/table/", reach.download_reach, name="reach-table"),
    path("opportunities/<int:pk>/reach/", reach.show_reach, name="opportunity-reach"),
    path("opportunities/<int:pk>/tell/", reach.tell, name="opportunity-tell"),
    path("opportunities/new/", writing.start, name="opportunity-new"),
    path("opportunities/new/read/", writing.read, name="opportunity-new-read"),
    path("opportunities/<int:pk>/edit/", writing.edit, name="opportunity-edit"),
    path("opportunities/<int:pk>/x-ray/", writing.show_xray, name="opportunity-x-ray"),
    path("opportunities/<int:pk>/save/", writing.save, name="opportunity-save"),
    path("opportunities/<int:pk>/translations/", translations.show, name="opportunity-translations"),
    path("opportunities/<int:pk>/translations/save/", translations.save, name="opportunity-translation-save"),
    path(
        "opportunities/<int:pk>/translations/remove/",
        translations.remove,
        name="opportunity-translation-remove",
    ),
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
    path("applications/<int:pk>/sharing/", applications.choose_sharing, name="application-sharing"),
    path("applications/<int:pk>/take/", applications.take_place, name="application-take"),
    path("applications/<int:pk>/reason/", applications.give_end_reason, name="application-reason"),
    path("applications/<int:pk>/withdraw/", applications.withdraw_application, name="application-withdraw"),
    path("paste-an-ad/", paste_ad.show_form, name="paste-ad"),
    path("paste-an-ad/read/", paste_ad.read_ad, name="paste-ad-read"),
    path("paste-an-ad/save/", paste_ad.save_ad, name="paste-ad-save"),
    path("dating/", dating.list_evenings, name="dating"),
    path("dating/<int:pk>/join/", dating.join_evening, name="dating-join"),
    path("dating/companies/<int:pk>/", dating.show_company, name="dating-company"),
    path("dating/companies/<int:pk>/wishes/", dating.show_wishes, name="dating-company-wishes"),
    path("dating/companies/<int:pk>/wishes/save/", dating.save_wishes, name="dating-company-wishes-save"),
    path("dating/companies/<int:pk>/ask/", dating.show_whom_to_ask, name="dating-company-whom-to-ask"),
    path("dating/companies/<int:pk>/ask/send/", dating.ask_for_talk, name="dating-company-ask"),
    path("dating/companies/<int:pk>/ask/answer/", dating.answer_request, name="dating-company-answer"),
    path("dating/companies/<int:pk>/withdraw/", dating.withdraw, name="dating-company-withdraw"),
    path("dating/companies/<int:pk>/say/", dating.say_after_talk, name="dating-company-say"),
    path("dating/companies/<int:pk>/sync/", dating.sync, name="dating-company-sync"),
    path("dating/companies/<int:pk>/lead/", dating.answer_lead, name="dating-company-lead"),
]
