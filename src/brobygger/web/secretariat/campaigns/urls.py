from django.urls import path

from brobygger.web.secretariat.campaigns import students, views

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
    path("students/", students.show_students, name="students"),
    path("students/import/", students.import_list, name="students-import"),
    path("students/bounces/", students.import_bounces, name="students-bounces"),
    path("students/bounces/lift/", students.lift, name="students-bounce-lift"),
]
