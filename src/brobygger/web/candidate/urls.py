from django.urls import path

from brobygger.web.candidate.applications import views as applications
from brobygger.web.candidate.calendar import views as calendar
from brobygger.web.candidate.cv import again as cv_again
from brobygger.web.candidate.cv import views as cv
from brobygger.web.candidate.dating import asking
from brobygger.web.candidate.dating import views as dating
from brobygger.web.candidate.facts import views as facts
from brobygger.web.candidate.permit import views as permit
from brobygger.web.candidate.privacy import views as privacy
from brobygger.web.candidate.profile import views
from brobygger.web.candidate.programmes import views as programmes
from brobygger.web.candidate.reports import views as reports
from brobygger.web.candidate.who import views as who
from brobygger.web.candidate.why import views as why
from brobygger.web.candidate.wishes import views as wishes

MINE, OF = "my-page/", "candidates/<int:pk>/"

urlpatterns = [
    path("my-page/applications/", applications.list_own_applications, name="my-applications"),
    path("opportunities/<int:pk>/apply/", applications.show_form, name="apply"),
    path("opportunities/<int:pk>/apply/send/", applications.apply, name="apply-send"),
    path("applications/<int:pk>/report/", reports.show_for_application, name="application-report"),
    path("applications/<int:pk>/report/send/", reports.report_application, name="application-report-send"),
    path("opportunities/<int:pk>/report/", reports.show_for_opportunity, name="opportunity-report"),
    path("opportunities/<int:pk>/report/send/", reports.report_opportunity, name="opportunity-report-send"),
    path("companies/<int:pk>/report/", reports.show_for_company, name="company-report"),
    path("companies/<int:pk>/report/send/", reports.report_company, name="company-report-send"),
    path("my-page/calendar/", calendar.show_calendar, name="own-calendar"),
    path("my-page/calendar/renew/", calendar.renew_calendar, name="own-calendar-renew"),
    path("my-page/calendar/remove/", calendar.remove_calendar, name="own-calendar-remove"),
    path("my-page/deadlines.ics", calendar.show_deadlines, name="own-deadlines"),
    path(MINE, views.show_own_page, name="my-page"),
    path(f"{MINE}cv/", cv.show_form, name="my-cv"),
    path(f"{MINE}cv/read/", cv.read_cv, name="my-cv-read"),
    path(f"{MINE}cv/again/", cv_again.show_again, name="my-cv-again"),
    path(f"{MINE}cv/again/read/", cv_again.read_again, name="my-cv-again-read"),
    path(f"{MINE}cv/none/", cv.start_without, name="my-cv-none"),
    path(f"{MINE}profile/", facts.show_own, name="my-profile"),
    path(f"{MINE}profile/say/", facts.say_own, name="my-profile-say"),
    path(f"{MINE}profile/undo/", facts.undo_own, name="my-profile-undo"),
    path(f"{MINE}profile/add/", facts.add_own, name="my-profile-add"),
    path(f"{MINE}wishes/", wishes.show_own, name="my-wishes"),
    path(f"{MINE}wishes/save/", wishes.save_own, name="my-wishes-save"),
    path(f"{MINE}wishes/places/", wishes.places_own, name="my-wishes-places"),
    path(f"{MINE}who/", who.show_who, name="my-who"),
    path(f"{MINE}who/save/", who.save_who, name="my-who-save"),
    path(f"{MINE}permit/", permit.show_own, name="my-permit"),
    path(f"{MINE}permit/save/", permit.save_own, name="my-permit-save"),
    path(f"{MINE}programmes/", programmes.show_programmes, name="my-programmes"),
    path(f"{MINE}programmes/join/", programmes.join, name="my-programmes-join"),
    path(f"{MINE}programmes/leave/", programmes.leave, name="my-programmes-leave"),
    path(f"{MINE}privacy/", privacy.show_privacy, name="my-privacy"),
    path(f"{MINE}privacy/showing/", privacy.choose_showing, name="my-privacy-showing"),
    path(f"{MINE}privacy/answer/", privacy.answer, name="my-privacy-answer"),
    path(f"{MINE}privacy/groups/", privacy.say_groups, name="my-privacy-groups"),
    path(f"{MINE}ranking/", privacy.show_notice, name="my-ranking"),
    path(f"{MINE}opportunities/<int:pk>/", why.show_opportunity, name="my-opportunity"),
    path(OF, views.show_candidate, name="candidate"),
    path(f"{OF}profile/", facts.show_other, name="candidate-profile"),
    path(f"{OF}profile/say/", facts.say_other, name="candidate-profile-say"),
    path(f"{OF}profile/undo/", facts.undo_other, name="candidate-profile-undo"),
    path(f"{OF}profile/add/", facts.add_other, name="candidate-profile-add"),
    path(f"{OF}permit/", permit.show_other, name="candidate-permit"),
    path(f"{OF}permit/save/", permit.save_other, name="candidate-permit-save"),
    path(f"{OF}wishes/", wishes.show_other, name="candidate-wishes"),
    path(f"{OF}wishes/save/", wishes.save_other, name="candidate-wishes-save"),
    path(f"{OF}wishes/places/", wishes.places_other, name="candidate-wishes-places"),
    path("dating/students/<int:pk>/", dating.show_student, name="dating-student"),
    path("dating/students/<int:pk>/wishes/", dating.show_wishes, name="dating-student-wishes"),
    path("dating/students/<int:pk>/wishes/save/", dating.save_wishes, name="dating-student-wishes-save"),
    path("dating/companies/<int:pk>/who-asks/", asking.show_who_asks, name="dating-company-who-asks"),
    path("dating/students/<int:pk>/ask/", dating.show_whom_to_ask, name="dating-student-whom-to-ask"),
    path("dating/students/<int:pk>/ask/send/", dating.ask_for_talk, name="dating-student-ask"),
    path("dating/students/<int:pk>/ask/answer/", dating.answer_request, name="dating-student-answer"),
    path("dating/students/<int:pk>/withdraw/", dating.withdraw, name="dating-student-withdraw"),
    path("dating/students/<int:pk>/say/", dating.say_after_talk, name="dating-student-say"),
    path("dating/students/<int:pk>/sync/", dating.sync, name="dating-student-sync"),
]
