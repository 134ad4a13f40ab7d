from django.urls import path

from brobygger.web.agency import calls

urlpatterns = [
    path("calls/", calls.list_calls, name="calls"),
    path("calls/<int:pk>/", calls.show_call, name="call"),
    path("calls/<int:pk>/note/", calls.note_attempt, name="call-note"),
    path("calls/<int:pk>/book/", calls.book_visit, name="call-book"),
    path("calls/<int:pk>/cancel/", calls.cancel_booking, name="call-cancel"),
    path("calls/<int:pk>/visit.ics", calls.download_visit, name="call-calendar"),
]
