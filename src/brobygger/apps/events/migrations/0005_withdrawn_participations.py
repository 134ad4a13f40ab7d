from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0004_reminders_of_input'),
    ]

    operations = [
        migrations.AddField(
            model_name='participation',
            name='withdrawn_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='withdrawn'),
        ),
    ]
