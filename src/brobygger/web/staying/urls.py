from django.urls import path

from brobygger.web.staying import follow_ups, retention

urlpatterns = [
    path("retention/", retention.show_retention, name="retention"),
    path("retention/table/", retention.download_table, name="retention-table"),
    path("retention/follow-ups/", follow_ups.list_follow_ups, name="follow-ups"),
    path("retention/follow-ups/<int:pk>/", follow_ups.show_note, name="follow-up"),
    path("retention/follow-ups/<int:pk>/note/", follow_ups.note, name="follow-up-note"),
    path("programmes/<int:pk>/follow-cohort/", retention.follow_cohort, name="cohort-follow"),
    path("programmes/<int:pk>/benchmarks/add/", retention.add_benchmark, name="benchmark-add"),
    path("programmes/<int:pk>/benchmarks/remove/", retention.remove_benchmark, name="benchmark-remove"),
    path("where-are-you-now/<str:key>/", follow_ups.show_answer, name="follow-up-answer"),
    path("where-are-you-now/<str:key>/send/", follow_ups.answer, name="follow-up-send"),
]
