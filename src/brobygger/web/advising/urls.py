from django.urls import path

from brobygger.web.advising import appointments, asking, cases, guides, times, tracks

CASE, STEP = "advice/texts/<int:pk>/", "tracks/steps/<int:pk>/"

urlpatterns = [
    path("guides/", guides.list_guides, name="guides"),
    path("guides/<str:country>/", guides.show_guide, name="guide"),
    path(
        "guides/<str:country>/<str:kind>/<str:language>/<str:form>/",
        guides.download,
        name="guide-file",
    ),
    path("my-page/advice/", asking.show_own, name="my-advice"),
    path("my-page/advice/ask/", asking.ask, name="my-advice-ask"),
    path("advice/", times.show_desk, name="advice"),
    path("advice/times/offer/", times.offer, name="advice-times-offer"),
    path("advice/times/<int:pk>/withdraw/", times.withdraw, name="advice-time-withdraw"),
    path(CASE, cases.show_case, name="advice-case"),
    path(f"{CASE}compare/", cases.compare, name="advice-compare"),
    path(f"{CASE}version/", cases.add_version, name="advice-version"),
    path(f"{CASE}comment/", cases.comment, name="advice-comment"),
    path(f"{CASE}book/", appointments.book, name="advice-book"),
    path(f"{CASE}use/", cases.use_as_cv, name="advice-use"),
    path(f"{CASE}end/", cases.end, name="advice-end"),
    path(f"{CASE}remove/", cases.remove, name="advice-remove"),
    path("advice/comments/<int:pk>/answer/", cases.answer, name="advice-comment-answer"),
    path("advice/comments/<int:pk>/done/", cases.settle, name="advice-comment-done"),
    path("advice/appointments/<int:pk>/move/", appointments.move, name="advice-appointment-move"),
    path("advice/appointments/<int:pk>/cancel/", appointments.cancel, name="advice-appointment-cancel"),
    path(
        "advice/appointments/<int:pk>/appointment.ics",
        appointments.download,
        name="advice-appointment-calendar",
    ),
    path("my-page/track/", tracks.show_own, name="my-track"),
    path("my-page/track/join/", tracks.join, name="my-track-join"),
    path("my-page/track/tick/", tracks.tick, name="my-track-tick"),
    path("tracks/", tracks.list_tracks, name="tracks"),
    path("programmes/<int:pk>/tracks/make/", tracks.make, name="track-make"),
    path("tracks/<int:pk>/", tracks.show_track, name="track"),
    path("tracks/<int:pk>/steps/add/", tracks.add_step, name="track-step-add"),
    path(f"{STEP}remove/", tracks.remove_step, name="track-step-remove"),
]
