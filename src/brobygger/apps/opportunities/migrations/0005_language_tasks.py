from django.db import migrations, models

LEVELS = [("A1", "A1"), ("A2", "A2"), ("B1", "B1"), ("B2", "B2"), ("C1", "C1"), ("C2", "C2")]
MODALITIES = [
    ("required", "a must"),
    ("preferred", "an advantage"),
    ("working_language", "working language"),
    ("not_required", "not needed"),
]
TASKS = [
    ("safety", "understands safety instructions"),
    ("customers", "talks with customers"),
    ("documentation", "reads and writes documentation"),
    ("meetings", "takes part in meetings"),
    ("floor", "talks with colleagues on the floor"),
    ("other", "anything else in the work"),
    ("coffee", "talks at the coffee table"),
]


def name_tasks(apps, schema_editor):
    """What was said before was of the work as a whole, or of the coffee table; it is also what was stated first."""
    needs = apps.get_model("opportunities", "LanguageNeed")._base_manager
    needs.filter(setting="informal").update(task="coffee")
    needs.update(stated_modality=models.F("modality"), stated_level=models.F("level"))


class Migration(migrations.Migration):

    # the rows are changed before the constraints come: on PostgreSQL both in one transaction need that order
    dependencies = [("opportunities", "0004_application")]

    operations = [
        migrations.AlterModelOptions(
            name="languageneed",
            options={
                "ordering": ("opportunity_id", "codes", "task"),
                "verbose_name": "language need",
                "verbose_name_plural": "language needs",
            },
        ),
        migrations.RemoveConstraint(model_name="languageneed", name="language_need_once"),
        migrations.AddField(
            model_name="languageneed",
            name="task",
            field=models.CharField(choices=TASKS, default="other", max_length=16, verbose_name="task"),
        ),
        migrations.AddField(
            model_name="languageneed",
            name="stated_modality",
            field=models.CharField(blank=True, choices=MODALITIES, default="", max_length=16),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="languageneed",
            name="stated_level",
            field=models.CharField(blank=True, choices=LEVELS, default="", max_length=2),
            preserve_default=False,
        ),
        migrations.RunPython(name_tasks, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="languageneed",
            constraint=models.UniqueConstraint(
                fields=("opportunity", "codes", "task"),
                name="language_need_once",
                violation_error_message="The need of this language is stated already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="languageneed",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("setting", "informal"), ("task", "coffee")
                )
                | models.Q(models.Q(("task", "coffee"), _negated=True), ("setting", "formal")),
                name="language_need_task_fits_setting",
                violation_error_message="The coffee table is no part of the work itself, all else is.",
            ),
        ),
    ]
