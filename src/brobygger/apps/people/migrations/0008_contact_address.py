from django.db import migrations, models


def add_addresses(apps, _editor):
    """Profiles that were begun without a name have no contact address: it is the one of the log-in."""
    identity = apps.get_model("people", "CandidateIdentity")._base_manager
    candidates = apps.get_model("people", "Candidate")._base_manager
    bare = candidates.filter(identity__isnull=True, user__isnull=False).exclude(user__email="")
    for pk, email in bare.values_list("pk", "user__email"):
        identity.create(candidate_id=pk, name="", email=email)


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0007_versions_of_the_reader'),
    ]

    operations = [
        migrations.AlterField(
            model_name='candidateidentity',
            name='name',
            field=models.CharField(blank=True, max_length=200, verbose_name='name'),
        ),
        migrations.RunPython(add_addresses, migrations.RunPython.noop),
    ]
