from django.urls import path

from brobygger.web.candidate.applications import views as applications
from brobygger.web.candidate.calendar import views as calendar
from brobygger.web.candidate.profile import views

urlpatterns = [
    path("my-page/applications/", applications.list_own_applications, name="my-applications"),
    path("opportunities/<int:pk>/apply/", applications.show_form, name="apply"),
    path("opportunities/<int:pk>/apply/send/", applications.apply, name="apply-send"),
    path("my-page/", views.show_own_page, name="my-page"),
    path("my-page/calendar/", calendar.show_calendar, name="own-calendar"),
    path("my-page/calendar/renew/", calendar.renew_calendar, name="own-calendar-renew"),
    path("my-page/calendar/remove/", calendar.remove_calendar, name="own-calendar-remove"),
    path("my-page/deadlines.ics", calendar.show_deadlines, name="own-deadlines"),
    path("candidates/<int:pk>/", views.show_candidate, name="candidate"),
]
