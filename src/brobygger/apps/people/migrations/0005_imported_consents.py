"""Candidates who were there before the consent ledger agreed elsewhere: the ledger says so."""

from django.db import migrations

BATCH = 1_000
VERSION = 1  # of the texts that are current as the ledger begins


def bring_along(apps, schema_editor):
    Candidate = apps.get_model("people", "Candidate")
    ConsentEntry = apps.get_model("people", "ConsentEntry")
    Background = apps.get_model("people", "CandidateBackground")
    with_groups = set(Background.objects.values_list("candidate_id", flat=True))
    known = set(ConsentEntry.objects.values_list("candidate_id", flat=True))
    entries, changed = [], []
    for candidate in Candidate.objects.exclude(pk__in=known).order_by("pk").iterator(BATCH):
        given = [("matching", candidate.created_at)]
        if candidate.visible_to_companies_at:
            given.append(("shown_to_companies", candidate.visible_to_companies_at))
        if candidate.pk in with_groups:
            given.append(("fairness_groups", candidate.created_at))
        entries += [
            ConsentEntry(
                candidate=candidate, purpose=purpose, text_version=VERSION, channel="imported", is_given=True, at=at
            )
            for purpose, at in given
        ]
        candidate.matching_agreed_at = candidate.created_at
        changed.append(candidate)
    ConsentEntry.objects.bulk_create(entries, BATCH)
    Candidate.objects.bulk_update(changed, ["matching_agreed_at"], BATCH)


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0004_consent_ledger'),
    ]

    operations = [
        migrations.RunPython(bring_along, migrations.RunPython.noop),
    ]
