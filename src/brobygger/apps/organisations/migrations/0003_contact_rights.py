import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def give_rights(apps, schema_editor):
    """Who spoke for an organisation before could do everything, and still can."""
    contact = apps.get_model("organisations", "Contact")
    pairs = apps.get_model("organisations", "Organisation").contacts.through
    contact._base_manager.bulk_create(
        contact(organisation_id=organisation, user_id=user)
        for organisation, user in pairs._base_manager.order_by("pk").values_list("organisation_id", "user_id")
    )


def take_rights(apps, schema_editor):
    contact = apps.get_model("organisations", "Contact")
    pairs = apps.get_model("organisations", "Organisation").contacts.through
    pairs._base_manager.bulk_create(
        pairs(organisation_id=organisation, user_id=user)
        for organisation, user in contact._base_manager.values_list("organisation_id", "user_id")
    )


RIGHTS = [
    ("read", "only reads"),
    ("write", "writes and answers"),
    ("manage", "manages everything"),
]


class Migration(migrations.Migration):

    dependencies = [
        ("organisations", "0002_reply_days"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Contact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("right", models.CharField(choices=RIGHTS, default="manage", max_length=8, verbose_name="right")),
                ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="contact_rights", to="organisations.organisation")),
                ("user", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="contact_rights", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "verbose_name": "contact",
                "verbose_name_plural": "contacts",
                "ordering": ("organisation_id", "pk"),
                "constraints": [models.UniqueConstraint(fields=("organisation", "user"), name="contact_once", violation_error_message="This person speaks for the organisation already.")],
            },
        ),
        migrations.RunPython(give_rights, take_rights),
        migrations.RemoveField(model_name="organisation", name="contacts"),
        migrations.AddField(
            model_name="organisation",
            name="contacts",
            field=models.ManyToManyField(blank=True, related_name="organisations", through="organisations.Contact", to=settings.AUTH_USER_MODEL),
        ),
        migrations.CreateModel(
            name="ContactInvitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("email", models.EmailField(max_length=254, verbose_name="e-mail")),
                ("right", models.CharField(choices=RIGHTS, max_length=8, verbose_name="right")),
                ("invited_at", models.DateTimeField()),
                ("invited_by", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="contact_invitations", to="organisations.organisation")),
            ],
            options={
                "verbose_name": "invitation of a contact",
                "verbose_name_plural": "invitations of contacts",
                "ordering": ("organisation_id", "pk"),
                "constraints": [models.UniqueConstraint(fields=("organisation", "email"), name="contact_invited_once", violation_error_message="This person is invited already.")],
            },
        ),
    ]
