from django.db import migrations, models


def forget_empty(apps, _editor):
    """Nobody was asked whether they stay where they live: an empty list of countries said nothing."""
    apps.get_model("people", "PositionPreference")._base_manager.filter(moves_to=[]).update(moves_to=None)


class Migration(migrations.Migration):

    dependencies = [
        ("people", "0010_consents_through_programs"),
    ]

    operations = [
        migrations.AlterField(
            model_name="positionpreference",
            name="moves_to",
            field=models.JSONField(
                blank=True,
                help_text="Countries. An empty list: none; nothing: not said.",
                null=True,
                verbose_name="would move to",
            ),
        ),
        migrations.RunPython(forget_empty, migrations.RunPython.noop),
    ]
