import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('base', '__first__'),
        ('programmes', '0001_tables'),
    ]

    operations = [
        migrations.CreateModel(
            name='AnswerSheet',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('way_in', models.CharField(choices=[('link', 'open link'), ('invited', 'own link'), ('imported', 'from a table')], max_length=8)),
            ],
            options={
                'verbose_name': 'sheet of answers',
                'verbose_name_plural': 'sheets of answers',
            },
        ),
        migrations.CreateModel(
            name='Survey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=150, verbose_name='title')),
                ('intro', models.TextField(blank=True, max_length=1000, verbose_name='what it is for')),
                ('language', models.CharField(default='en', max_length=2, verbose_name='language of the questions')),
                ('written_at', models.DateTimeField(verbose_name='written')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='surveys', to='programmes.programme')),
                ('written_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='written by')),
            ],
            options={
                'verbose_name': 'survey',
                'verbose_name_plural': 'surveys',
                'ordering': ('-written_at', '-pk'),
            },
        ),
        migrations.CreateModel(
            name='SurveyQuestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('text', models.CharField(max_length=300, verbose_name='question')),
                ('kind', models.CharField(choices=[('scale', 'scale from 1 to 5'), ('yes_no', 'yes or no'), ('choice', 'one of several')], max_length=8, verbose_name='kind of answer')),
                ('options', models.JSONField(blank=True, default=list, verbose_name='options')),
                ('survey', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='surveys.survey')),
            ],
            options={
                'verbose_name': 'question of a survey',
                'verbose_name_plural': 'questions of surveys',
                'ordering': ('survey_id', 'position'),
                'constraints': [models.UniqueConstraint(fields=('survey', 'position'), name='question_position_once')],
            },
        ),
        migrations.CreateModel(
            name='SurveyAnswer',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('value', models.PositiveSmallIntegerField()),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='surveys.answersheet')),
                ('question', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='surveys.surveyquestion')),
            ],
            options={
                'verbose_name': 'answer to a question',
                'verbose_name_plural': 'answers to questions',
                'constraints': [models.UniqueConstraint(fields=('sheet', 'question'), name='answered_once')],
            },
        ),
        migrations.CreateModel(
            name='SurveyWave',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('moment', models.CharField(choices=[('before', 'before'), ('during', 'on the way'), ('after', 'after')], max_length=8, verbose_name='when it asks')),
                ('name', models.CharField(max_length=100, verbose_name='name')),
                ('target_group', models.CharField(blank=True, max_length=150, verbose_name='whom it asks')),
                ('place', models.CharField(blank=True, max_length=120, verbose_name='where')),
                ('opens_on', models.DateField(verbose_name='opens')),
                ('closes_on', models.DateField(verbose_name='last day')),
                ('key', models.CharField(max_length=20, unique=True, verbose_name='key of the link')),
                ('takes_open_link', models.BooleanField(default=True, help_text='Otherwise those alone who got a link of their own.', verbose_name='anybody with the link may answer')),
                ('closed_at', models.DateTimeField(blank=True, null=True, verbose_name='closed')),
                ('survey', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='waves', to='surveys.survey')),
            ],
            options={
                'verbose_name': 'wave of a survey',
                'verbose_name_plural': 'waves of surveys',
                'ordering': ('survey_id', 'opens_on', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('closes_on__gte', models.F('opens_on'))), name='wave_closes_after_it_opens', violation_error_message='The last day must not lie before the first.')],
            },
        ),
        migrations.CreateModel(
            name='SurveyInvitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('is_used', models.BooleanField(default=False)),
                ('wave', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='surveys.surveywave')),
            ],
            options={
                'verbose_name': 'link of a survey that was sent',
                'verbose_name_plural': 'links of surveys that were sent',
            },
        ),
        migrations.AddField(
            model_name='answersheet',
            name='wave',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sheets', to='surveys.surveywave'),
        ),
    ]
