from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='AdviceAppointment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('booked', 'booked'), ('cancelled', 'cancelled')], default='booked', max_length=10, verbose_name='state')),
                ('sequence', models.PositiveSmallIntegerField(default=0)),
                ('booked_at', models.DateTimeField(verbose_name='booked')),
                ('changed_at', models.DateTimeField(verbose_name='last changed')),
                ('cancelled_at', models.DateTimeField(blank=True, null=True, verbose_name='cancelled')),
                ('reminded_at', models.DateTimeField(blank=True, null=True, verbose_name='reminded')),
            ],
            options={
                'verbose_name': 'appointment with an adviser',
                'verbose_name_plural': 'appointments with advisers',
                'ordering': ('time__starts_at', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='AdviceCase',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('cv', 'CV'), ('application', 'application letter')], max_length=12, verbose_name='what it is')),
                ('country', models.CharField(blank=True, choices=[('DK', 'Denmark'), ('NO', 'Norway'), ('SE', 'Sweden'), ('', 'any country, in English')], max_length=2, verbose_name='country that it is written for')),
                ('title', models.CharField(blank=True, help_text='Like “Application to the harbour”.', max_length=120, verbose_name='what you call it')),
                ('question', models.CharField(blank=True, max_length=500, verbose_name='what you want to know')),
                ('opened_at', models.DateTimeField(verbose_name='shared since')),
                ('changed_at', models.DateTimeField(verbose_name='last changed')),
                ('ended_at', models.DateTimeField(blank=True, null=True, verbose_name='shared until')),
            ],
            options={
                'verbose_name': 'text with an adviser',
                'verbose_name_plural': 'texts with advisers',
                'ordering': ('-changed_at', '-pk'),
            },
        ),
        migrations.CreateModel(
            name='AdviceComment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('start', models.PositiveIntegerField(verbose_name='first letter of the sentence')),
                ('end', models.PositiveIntegerField(verbose_name='letter after the sentence')),
                ('quote', models.TextField(verbose_name='the sentence')),
                ('text', models.TextField(max_length=2000, verbose_name='comment')),
                ('written_at', models.DateTimeField(verbose_name='written')),
                ('answer', models.TextField(blank=True, max_length=2000, verbose_name='answer')),
                ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='answered')),
                ('done_at', models.DateTimeField(blank=True, null=True, verbose_name='done')),
            ],
            options={
                'verbose_name': 'comment on a sentence',
                'verbose_name_plural': 'comments on sentences',
                'ordering': ('version_id', 'start', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='AdviceTime',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_at', models.DateTimeField(verbose_name='starts')),
                ('ends_at', models.DateTimeField(verbose_name='ends')),
                ('form', models.CharField(choices=[('place', 'at a place'), ('video', 'by video')], max_length=5, verbose_name='how one meets')),
                ('where', models.CharField(help_text='As it stands in the mail: a room and a street, or a link.', max_length=300, verbose_name='room, or address of the video call')),
                ('offered_at', models.DateTimeField(verbose_name='offered at')),
            ],
            options={
                'verbose_name': 'time for advice',
                'verbose_name_plural': 'times for advice',
                'ordering': ('starts_at', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='AdviceVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('text', models.TextField(verbose_name='text')),
                ('language', models.CharField(max_length=8, verbose_name='language')),
                ('passages', models.JSONField(default=list, verbose_name='its sentences')),
                ('facts', models.JSONField(default=list, verbose_name='what was read')),
                ('added_at', models.DateTimeField(verbose_name='added')),
            ],
            options={
                'verbose_name': 'version of a text',
                'verbose_name_plural': 'versions of texts',
                'ordering': ('case_id', 'number'),
            },
        ),
        migrations.CreateModel(
            name='IntakeMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('intake', models.SlugField(max_length=30, verbose_name='intake')),
                ('joined_at', models.DateTimeField(verbose_name='said')),
            ],
            options={
                'verbose_name': 'member of an intake',
                'verbose_name_plural': 'members of intakes',
                'ordering': ('pk',),
            },
        ),
        migrations.CreateModel(
            name='IntakeTrack',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('intake', models.SlugField(help_text='Like “2026-autumn”.', max_length=30, verbose_name='intake')),
                ('kind', models.CharField(choices=[('introduction', 'introduction at the start of studies'), ('labour_market', 'the labour market'), ('culture', 'culture')], max_length=16, verbose_name='what it helps with')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('text', models.TextField(blank=True, max_length=1000, verbose_name='what it is for')),
                ('made_at', models.DateTimeField(verbose_name='made')),
            ],
            options={
                'verbose_name': 'track of an intake',
                'verbose_name_plural': 'tracks of intakes',
                'ordering': ('-intake', 'programme_id', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='StepDone',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('done_at', models.DateTimeField(verbose_name='done')),
            ],
            options={
                'verbose_name': 'step that is done',
                'verbose_name_plural': 'steps that are done',
                'ordering': ('pk',),
            },
        ),
        migrations.CreateModel(
            name='TrackStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('title', models.CharField(max_length=200, verbose_name='step')),
                ('text', models.TextField(blank=True, max_length=1000, verbose_name='what to do')),
                ('day', models.DateField(blank=True, null=True, verbose_name='day')),
            ],
            options={
                'verbose_name': 'step of a track',
                'verbose_name_plural': 'steps of tracks',
                'ordering': ('track_id', 'position', 'pk'),
            },
        ),
    ]
