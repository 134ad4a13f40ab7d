import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('advice', '0001_tables'),
        ('base', '__first__'),
        ('events', '0001_tables'),
        ('people', '0001_tables'),
        ('programmes', '0001_tables'),
    ]

    operations = [
        migrations.AddField(
            model_name='adviceappointment',
            name='cancelled_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='cancelled by'),
        ),
        migrations.AddField(
            model_name='advicecase',
            name='adviser',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='advice_cases', to=settings.AUTH_USER_MODEL, verbose_name='adviser'),
        ),
        migrations.AddField(
            model_name='advicecase',
            name='candidate',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='advice_cases', to='people.candidate', verbose_name='candidate'),
        ),
        migrations.AddField(
            model_name='advicecase',
            name='programme',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='advice_cases', to='programmes.programme', verbose_name='programme'),
        ),
        migrations.AddField(
            model_name='adviceappointment',
            name='case',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='appointments', to='advice.advicecase', verbose_name='text with an adviser'),
        ),
        migrations.AddField(
            model_name='advicecomment',
            name='written_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='written by'),
        ),
        migrations.AddField(
            model_name='advicetime',
            name='adviser',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='advice_times', to=settings.AUTH_USER_MODEL, verbose_name='adviser'),
        ),
        migrations.AddField(
            model_name='advicetime',
            name='programme',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='advice_times', to='programmes.programme'),
        ),
        migrations.AddField(
            model_name='adviceappointment',
            name='time',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='appointments', to='advice.advicetime', verbose_name='time'),
        ),
        migrations.AddField(
            model_name='adviceversion',
            name='case',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='advice.advicecase', verbose_name='text with an adviser'),
        ),
        migrations.AddField(
            model_name='advicecomment',
            name='version',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='comments', to='advice.adviceversion', verbose_name='version of a text'),
        ),
        migrations.AddField(
            model_name='intakemember',
            name='candidate',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='intakes', to='people.candidate', verbose_name='candidate'),
        ),
        migrations.AddField(
            model_name='intakemember',
            name='programme',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='intake_members', to='programmes.programme', verbose_name='programme'),
        ),
        migrations.AddField(
            model_name='intaketrack',
            name='programme',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tracks', to='programmes.programme'),
        ),
        migrations.AddField(
            model_name='stepdone',
            name='candidate',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps_done', to='people.candidate', verbose_name='candidate'),
        ),
        migrations.AddField(
            model_name='stepdone',
            name='done_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='said by'),
        ),
        migrations.AddField(
            model_name='trackstep',
            name='event',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='track_steps', to='events.event', verbose_name='event'),
        ),
        migrations.AddField(
            model_name='trackstep',
            name='track',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='advice.intaketrack'),
        ),
        migrations.AddField(
            model_name='stepdone',
            name='step',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='done', to='advice.trackstep', verbose_name='step of a track'),
        ),
        migrations.AddIndex(
            model_name='advicecase',
            index=models.Index(fields=['adviser', 'ended_at'], name='advice_case_of_adviser'),
        ),
        migrations.AddIndex(
            model_name='advicetime',
            index=models.Index(fields=['adviser', 'starts_at'], name='advice_time_of_adviser'),
        ),
        migrations.AddConstraint(
            model_name='advicetime',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='advice_time_ends_after_it_starts', violation_error_message='It must end after it starts.'),
        ),
        migrations.AddConstraint(
            model_name='adviceappointment',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'booked')), fields=('time',), name='advice_time_booked_once', violation_error_message='Somebody else has this time.'),
        ),
        migrations.AddConstraint(
            model_name='adviceversion',
            constraint=models.UniqueConstraint(fields=('case', 'number'), name='advice_version_once'),
        ),
        migrations.AddConstraint(
            model_name='advicecomment',
            constraint=models.CheckConstraint(condition=models.Q(('end__gt', models.F('start'))), name='advice_comment_on_words'),
        ),
        migrations.AddConstraint(
            model_name='intakemember',
            constraint=models.UniqueConstraint(fields=('candidate', 'programme', 'intake'), name='intake_member_once'),
        ),
        migrations.AddConstraint(
            model_name='intaketrack',
            constraint=models.UniqueConstraint(fields=('programme', 'intake', 'name'), name='track_once_in_an_intake', violation_error_message='This intake has a track of that name already.'),
        ),
        migrations.AddConstraint(
            model_name='trackstep',
            constraint=models.UniqueConstraint(fields=('track', 'position'), name='track_step_position'),
        ),
        migrations.AddConstraint(
            model_name='stepdone',
            constraint=models.UniqueConstraint(fields=('candidate', 'step'), name='step_done_once'),
        ),
    ]
