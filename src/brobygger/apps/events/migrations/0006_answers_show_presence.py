from django.db import migrations


def note_both_came(apps, schema_editor):
    """Answers that were given before they counted as a sign that both were there; what was said of somebody stays."""
    feedback = apps.get_model("events", "TalkFeedback")._base_manager
    states = apps.get_model("events", "DayState")._base_manager
    rows = feedback.order_by("said_at", "pk").values_list(
        "student__evening", "student", "company", "said_at"
    )
    for evening, student, company, said_at in rows:
        said = {"state": "present", "said_at": said_at, "repaired_at": said_at}
        for who in ({"student_id": student}, {"company_id": company}):
            states.get_or_create(evening_id=evening, **who, defaults=said)


class Migration(migrations.Migration):

    dependencies = [
        ("events", "0005_withdrawn_participations"),
    ]

    operations = [
        migrations.RunPython(note_both_came, migrations.RunPython.noop),
    ]
