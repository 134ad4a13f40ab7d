from django.urls import path

from brobygger.web.placing import agreements, placements

urlpatterns = [
    path("placements/", placements.list_placements, name="placements"),
    path("placements/table/", placements.download_table, name="placements-table"),
    path("my-placements/", placements.list_own, name="my-placements"),
    path("applications/<int:pk>/agreement/", agreements.show_new, name="agreement-new"),
    path("applications/<int:pk>/agreement/write/", agreements.write, name="agreement-write"),
    path("agreements/<int:pk>/", agreements.show_agreement, name="agreement"),
    path("agreements/<int:pk>/print/", agreements.print_agreement, name="agreement-print"),
    path("agreements/<int:pk>/edit/", agreements.show_change, name="agreement-edit"),
    path("agreements/<int:pk>/change/", agreements.change, name="agreement-change"),
    path("agreements/<int:pk>/answer/", agreements.answer, name="agreement-answer"),
    path("agreements/<int:pk>/sign/", agreements.note_signature, name="agreement-sign"),
    path("agreements/<int:pk>/end/", agreements.end, name="agreement-end"),
]
