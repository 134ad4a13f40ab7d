from django.urls import path

from brobygger.web.privacy import erase, erase_contact, export, notice, receipts

urlpatterns = [
    path("privacy/", notice.show_notice, name="privacy"),
    path("record-of-processing/", notice.show_record, name="record-of-processing"),
    path("my-page/export/", export.offer_own_candidate, name="my-export"),
    path("my-page/export/take/", export.take_own_candidate, name="my-export-take"),
    path("my-page/erase/", erase.ask_own, name="my-erase"),
    path("my-page/erase/do/", erase.erase_own, name="my-erase-do"),
    path("account/export/", export.offer_own_account, name="account-export"),
    path("account/export/take/", export.take_own_account, name="account-export-take"),
    path("account/erase/", erase_contact.ask, name="account-erase"),
    path("account/erase/do/", erase_contact.erase, name="account-erase-do"),
    path("candidates/<int:pk>/export/", export.offer_candidate, name="candidate-export"),
    path("candidates/<int:pk>/export/take/", export.take_candidate, name="candidate-export-take"),
    path("candidates/<int:pk>/erase/", erase.ask, name="candidate-erase"),
    path("candidates/<int:pk>/erase/do/", erase.erase, name="candidate-erase-do"),
    path("receipts/", receipts.list_receipts, name="receipts"),
    path("erasures/", erase.list_requests, name="erasures"),
    path("erasures/<int:pk>/confirm/", erase.confirm_archived, name="erasure-confirm"),
]
