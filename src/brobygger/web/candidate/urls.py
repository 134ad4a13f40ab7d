from django.urls import path

from brobygger.web.candidate.profile import views

urlpatterns = [
    path("my-page/", views.show_own_page, name="my-page"),
    path("candidates/<int:pk>/", views.show_candidate, name="candidate"),
]
