from django.urls import path

from brobygger.web.mail import views

urlpatterns = [
    path("mailbox/", views.list_messages, name="mailbox"),
    path("mailbox/<int:pk>/", views.show_message, name="mailbox-message"),
    path("account/mail/", views.show_topics, name="mail-topics"),
    path("account/mail/save/", views.save_topics, name="mail-topics-save"),
    path("account/mail/ways/", views.save_ways, name="contact-ways-save"),
    path("contact-choices/", views.list_contact_choices, name="contact-choices"),
    path("contact-choices/note/", views.note_choice, name="contact-choice-note"),
]
