from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0006_one_graduation'),
    ]

    operations = [
        migrations.AddField(
            model_name='candidatedocument',
            name='kinds_version',
            field=models.PositiveSmallIntegerField(default=1, help_text='Version of the reader whose kinds of facts have all been looked for.'),
        ),
        migrations.AddField(
            model_name='candidatedocument',
            name='reader_version',
            field=models.PositiveSmallIntegerField(default=1, help_text='Version of the reader that read the whole text.'),
        ),
    ]
