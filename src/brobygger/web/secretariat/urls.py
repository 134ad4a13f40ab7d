from django.urls import path

from brobygger.web.secretariat.candidates import views as candidates
from brobygger.web.secretariat.companies import views as companies
from brobygger.web.secretariat.history import views as history
from brobygger.web.secretariat.pool import views as pool
from brobygger.web.secretariat.programmes import views as programmes
from brobygger.web.secretariat.reading import views as reading
from brobygger.web.secretariat.runs import views as runs
from brobygger.web.secretariat.weights import views as weights

urlpatterns = [
    path("candidates/", candidates.list_candidates, name="candidates"),
    path("pool/", pool.explore, name="pool"),
    path("pool/markets/", pool.search_markets, name="markets"),
    path("companies/", companies.list_companies, name="companies"),
    path("companies/waiting/", companies.list_waiting, name="companies-waiting"),
    path("companies/<int:pk>/vet/", companies.show_vetting, name="company-vet"),
    path("companies/<int:pk>/vet/decide/", companies.vet_company, name="company-vet-decide"),
    path("programmes/", programmes.list_programmes, name="programmes"),
    path("programmes/<int:pk>/weights/", weights.show_weights, name="weights"),
    path("programmes/<int:pk>/weights/propose/", weights.propose_weights, name="propose-weights"),
    path("programmes/<int:pk>/outcomes/record/", weights.record_outcome, name="record-outcome"),
    path("weight-proposals/<int:pk>/accept/", weights.accept_weights, name="accept-weights"),
    path("weight-proposals/<int:pk>/decline/", weights.decline_weights, name="decline-weights"),
    path("reading/", reading.list_sentences, name="reading"),
    path("reading/ads/<int:pk>/", reading.show_ad_sentence, name="reading-ads"),
    path("reading/ads/<int:pk>/correct/", reading.correct_ad, name="reading-ads-correct"),
    path("reading/cvs/<int:pk>/", reading.show_cv_sentence, name="reading-cvs"),
    path("reading/cvs/<int:pk>/correct/", reading.correct_cv, name="reading-cvs-correct"),
    path("reading/corrections/<int:pk>/undo/", reading.undo_correction, name="reading-undo"),
    path("history/<str:subject_type>/<str:subject_id>/", history.show_history, name="history"),
    path("match-runs/", runs.list_runs, name="match-runs"),
    path("match-runs/run/", runs.run_now, name="match-run-now"),
]
