from django.urls import path

from brobygger.web.secretariat.campaigns import agents, channels, students, views
from brobygger.web.visiting import tables

urlpatterns = [
    path("campaigns/", views.list_campaigns, name="campaigns"),
    path("campaigns/new/", views.new_campaign, name="campaign-new"),
    path("campaigns/new/save/", views.save_new_campaign, name="campaign-new-save"),
    path("campaigns/<int:pk>/", views.show_campaign, name="campaign"),
    path("campaigns/<int:pk>/edit/", views.edit_campaign, name="campaign-edit"),
    path("campaigns/<int:pk>/save/", views.save_changed_campaign, name="campaign-save"),
    path("campaigns/<int:pk>/start/", views.start, name="campaign-start"),
    path("campaigns/<int:pk>/move/", views.move, name="campaign-move"),
    path("campaigns/series/save/", views.save_series, name="series-save"),
    path("campaigns/series/<int:pk>/run/", views.run_series, name="series-run"),
    path("channels/", channels.list_channels, name="channels"),
    path("channels/<int:pk>/", channels.show_channel, name="channel"),
    path("channels/<int:pk>/change/", channels.change_channel, name="channel-change"),
    path("channels/<int:pk>/note/", channels.note_reading, name="channel-note"),
    path("channels/readings/<int:pk>/remove/", channels.remove_reading, name="channel-reading-remove"),
    path("programmes/<int:pk>/channels/new/", channels.new_channel, name="channel-new"),
    path("programmes/<int:pk>/channels/add/", channels.add_channel, name="channel-add"),
    path("channels/import/", tables.readings.show_start, name="import-readings"),
    path("channels/import/upload/", tables.readings.upload, name="import-readings-upload"),
    path("channels/import/template/", tables.readings.download_template, name="import-readings-template"),
    path("channels/import/<int:pk>/", tables.readings.show_preview, name="import-readings-preview"),
    path("channels/import/<int:pk>/apply/", tables.readings.apply, name="import-readings-apply"),
    path(
        "channels/import/<int:pk>/errors/", tables.readings.download_findings, name="import-readings-findings"
    ),
    path("agents/", agents.list_agents, name="agents"),
    path("agents/save/", agents.save, name="agent-save"),
    path("with/<slug:code>/qr.svg", agents.show_qr, name="agent-qr"),
    path("my-reach/", agents.show_own, name="my-reach"),
    path("bookings/<int:pk>/answer/", agents.answer, name="booking-answer"),
    path("bookings/<int:pk>/pupils/", agents.tell, name="booking-pupils"),
    path("with/<slug:code>/", agents.show_link, name="agent-link"),
    path("with/<slug:code>/join/", agents.join, name="agent-join"),
    path("thanks/", agents.show_thanks, name="agent-thanks"),
    path("ambassadors/", agents.show_booking, name="ambassadors"),
    path("ambassadors/book/", agents.book, name="ambassadors-book"),
    path("students/", students.show_students, name="students"),
    path("students/import/", students.import_list, name="students-import"),
    path("students/bounces/", students.import_bounces, name="students-bounces"),
    path("students/bounces/lift/", students.lift, name="students-bounce-lift"),
]
