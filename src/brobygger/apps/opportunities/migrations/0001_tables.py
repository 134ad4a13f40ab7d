import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('base', '__first__'),
        ('organisations', '0001_tables'),
        ('people', '0001_tables'),
        ('programmes', '0001_tables'),
    ]

    operations = [
        migrations.CreateModel(
            name='Opportunity',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(verbose_name='text')),
                ('language', models.CharField(help_text='Language of most of the text, ISO 639-1; “und” if unclear.', max_length=8, verbose_name='language of the text')),
                ('passages', models.JSONField(blank=True, default=list, verbose_name='passages of the text')),
                ('read_at', models.DateTimeField(help_text='When the facts were read from the text.', verbose_name='read at')),
                ('code', models.SlugField(blank=True, help_text='Name in the file it came from.', max_length=80, null=True, unique=True)),
                ('title', models.CharField(max_length=300)),
                ('kind', models.CharField(blank=True, choices=[('internship', 'internship'), ('thesis', 'thesis with a company'), ('project', 'project with a company'), ('student_job', 'student job'), ('graduate_job', 'graduate job'), ('job', 'job'), ('research', 'research'), ('teaching', 'teaching'), ('apprenticeship', 'apprenticeship')], max_length=16)),
                ('places', models.PositiveSmallIntegerField(default=1)),
                ('place_name', models.CharField(blank=True, max_length=100)),
                ('country', models.CharField(blank=True, max_length=2)),
                ('date_posted', models.DateField(help_text='The day that relative dates in the ad count from.')),
                ('valid_through', models.DateField(blank=True, help_text='Application deadline.', null=True)),
                ('state', models.CharField(choices=[('draft', 'draft'), ('open', 'open'), ('closed', 'closed')], default='draft', max_length=8)),
                ('published_at', models.DateTimeField(blank=True, help_text='When it was opened first. Empty: not yet, or not known.', null=True)),
                ('created_at', models.DateTimeField()),
                ('changed_at', models.DateTimeField(db_index=True, help_text='Last change of anything that the matcher reads.')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='opportunities', to='organisations.organisation')),
                ('programme', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='opportunities', to='programmes.programme')),
            ],
            options={
                'verbose_name': 'opportunity',
                'verbose_name_plural': 'opportunities',
                'ordering': ('-date_posted', '-pk'),
                'indexes': [models.Index(fields=['state', 'changed_at'], name='opportunity_open'), models.Index(fields=['-date_posted', '-id'], name='opportunity_latest'), models.Index(fields=['state', 'kind', 'country', 'language', 'programme'], name='opportunity_choices')],
                'constraints': [models.CheckConstraint(condition=models.Q(('places__gte', 1)), name='opportunity_has_a_place', violation_error_message='An opportunity must offer at least one place.'), models.CheckConstraint(condition=models.Q(('valid_through__isnull', True), ('valid_through__gte', models.F('date_posted')), _connector='OR'), name='opportunity_deadline_after_posting', violation_error_message='The application deadline lies before the day of the ad.')],
            },
        ),
        migrations.CreateModel(
            name='OpportunityProfile',
            fields=[
                ('as_of', models.DateTimeField(help_text='The change up to which it was made.', verbose_name='as of')),
                ('form', models.CharField(help_text='The code that it was made by.', max_length=16, verbose_name='made by')),
                ('content', models.TextField(verbose_name='what the matcher uses')),
                ('opportunity', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='profile', serialize=False, to='opportunities.opportunity')),
            ],
            options={
                'verbose_name': 'stored profile',
                'verbose_name_plural': 'stored profiles',
            },
        ),
        migrations.CreateModel(
            name='LanguageNeed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('codes', models.CharField(help_text='ISO 639-1; alternatives in alphabetical order with “|” between: “da|nb”.', max_length=60)),
                ('task', models.CharField(choices=[('safety', 'understands safety instructions'), ('customers', 'talks with customers'), ('documentation', 'reads and writes documentation'), ('meetings', 'takes part in meetings'), ('floor', 'talks with colleagues on the floor'), ('other', 'anything else in the work'), ('coffee', 'talks at the coffee table')], default='other', max_length=16, verbose_name='task')),
                ('setting', models.CharField(choices=[('formal', 'in the work itself'), ('informal', 'over coffee')], max_length=8)),
                ('modality', models.CharField(choices=[('required', 'a must'), ('preferred', 'an advantage'), ('working_language', 'working language'), ('not_required', 'not needed')], max_length=16)),
                ('level', models.CharField(blank=True, choices=[('A1', 'A1'), ('A2', 'A2'), ('B1', 'B1'), ('B2', 'B2'), ('C1', 'C1'), ('C2', 'C2')], max_length=2)),
                ('stated_modality', models.CharField(blank=True, choices=[('required', 'a must'), ('preferred', 'an advantage'), ('working_language', 'working language'), ('not_required', 'not needed')], max_length=16)),
                ('stated_level', models.CharField(blank=True, choices=[('A1', 'A1'), ('A2', 'A2'), ('B1', 'B1'), ('B2', 'B2'), ('C1', 'C1'), ('C2', 'C2')], max_length=2)),
                ('set_at', models.DateTimeField()),
                ('set_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='set by')),
                ('opportunity', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='language_needs', to='opportunities.opportunity')),
            ],
            options={
                'verbose_name': 'language need',
                'verbose_name_plural': 'language needs',
                'ordering': ('opportunity_id', 'codes', 'task'),
                'constraints': [models.UniqueConstraint(fields=('opportunity', 'codes', 'task'), name='language_need_once', violation_error_message='The need of this language is stated already.'), models.CheckConstraint(condition=models.Q(models.Q(('setting', 'informal'), ('task', 'coffee')), models.Q(models.Q(('task', 'coffee'), _negated=True), ('setting', 'formal')), _connector='OR'), name='language_need_task_fits_setting', violation_error_message='The coffee table is no part of the work itself, all else is.'), models.CheckConstraint(condition=models.Q(models.Q(('level', ''), _negated=True), ('modality', 'not_required'), _connector='OR'), name='language_need_has_a_level', violation_error_message='A language that is needed needs a level.')],
            },
        ),
        migrations.CreateModel(
            name='Application',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('begun_by', models.CharField(choices=[('candidate', 'candidate'), ('organisation', 'organisation')], max_length=12, verbose_name='begun by')),
                ('state', models.CharField(choices=[('invited', 'invited'), ('applied', 'applied'), ('talking', 'in talks'), ('offered', 'offered the place'), ('placed', 'placed'), ('rejected', 'answered with a no'), ('invitation_declined', 'invitation declined'), ('withdrawn', 'withdrawn')], max_length=20, verbose_name='state')),
                ('is_shared', models.BooleanField(default=False, verbose_name='shared with the organisation')),
                ('message', models.TextField(blank=True, verbose_name='what the candidate wrote')),
                ('invitation', models.TextField(blank=True, verbose_name='what the organisation wrote with its invitation')),
                ('answer', models.TextField(blank=True, verbose_name='what the organisation answered')),
                ('end_reason', models.CharField(blank=True, choices=[('skills', 'other skills were needed more'), ('experience', 'more experience was needed'), ('language', 'a language that the work needs'), ('somebody_else', 'somebody else was chosen'), ('place_gone', 'the place is not there any more'), ('no_time_to_guide', 'nobody has time to guide somebody now'), ('work_right', 'the right to work in the country'), ('not_reached', 'nobody could be reached'), ('found_other', 'found something else'), ('tasks', 'the tasks'), ('studies', 'the studies come first'), ('distance', 'too far away'), ('personal', 'personal reasons'), ('dates', 'the dates do not fit'), ('pay', 'the pay'), ('other', 'something else')], help_text='Empty: not said.', max_length=20, verbose_name='why it ended')),
                ('created_at', models.DateTimeField(verbose_name='begun at')),
                ('changed_at', models.DateTimeField(db_index=True, verbose_name='last changed at')),
                ('answer_due_date', models.DateField(blank=True, help_text='Empty: no answer is owed.', null=True, verbose_name='answer promised until')),
                ('reminded_at', models.DateTimeField(blank=True, null=True)),
                ('lapse_told_at', models.DateTimeField(blank=True, help_text='When the candidate was told that no answer came in time.', null=True)),
                ('answered_at', models.DateTimeField(blank=True, help_text='The first answer to the latest application.', null=True, verbose_name='answered at')),
                ('answered_by_name', models.CharField(blank=True, help_text='Stays when the user is removed.', max_length=150, verbose_name='name of who answered')),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='answered by')),
                ('candidate', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='applications', to='people.candidate', verbose_name='candidate')),
                ('opportunity', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='applications', to='opportunities.opportunity', verbose_name='opportunity')),
            ],
            options={
                'verbose_name': 'application',
                'verbose_name_plural': 'applications',
                'ordering': ('-changed_at', '-pk'),
                'indexes': [models.Index(fields=['state', 'answer_due_date'], name='application_due'), models.Index(fields=['opportunity', 'state'], name='application_of_opportunity')],
                'constraints': [models.UniqueConstraint(fields=('opportunity', 'candidate'), name='application_pair_once', violation_error_message='There is an application of this candidate for this opportunity already.'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'applied'), _negated=True), ('answer_due_date__isnull', False), _connector='OR'), name='application_owed_answer_has_a_day', violation_error_message='An application that waits for an answer must say until when.'), models.CheckConstraint(condition=models.Q(('end_reason', ''), models.Q(('end_reason__in', ('skills', 'experience', 'somebody_else', 'place_gone', 'no_time_to_guide', 'work_right', 'not_reached', 'dates', 'pay', 'language', 'other')), ('state', 'rejected')), models.Q(('end_reason__in', ('found_other', 'tasks', 'studies', 'distance', 'personal', 'dates', 'pay', 'language', 'other')), ('state', 'invitation_declined')), models.Q(('end_reason__in', ('found_other', 'tasks', 'studies', 'distance', 'personal', 'dates', 'pay', 'language', 'other')), ('state', 'withdrawn')), _connector='OR'), name='application_reason_where_it_ended', violation_error_message='Only an application that has ended has a reason for that.'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'rejected'), _negated=True), models.Q(('answered_at__isnull', False), models.Q(('answered_by_name', ''), _negated=True)), _connector='OR'), name='application_rejected_by_a_person', violation_error_message='A person answers with a no, never the product itself.')],
            },
        ),
        migrations.CreateModel(
            name='OpportunityFact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('skill', 'skill'), ('occupation', 'occupation'), ('language', 'language'), ('education', 'education'), ('experience', 'experience'), ('place', 'place'), ('remote', 'remote'), ('start', 'start'), ('duration', 'duration'), ('hours', 'hours'), ('pay', 'pay'), ('work_right', 'work_right'), ('opportunity_kind', 'opportunity_kind'), ('places', 'places'), ('deadline', 'deadline'), ('market', 'market'), ('contact', 'contact')], max_length=20, verbose_name='kind')),
                ('value', models.JSONField(verbose_name='what was read')),
                ('span_start', models.PositiveIntegerField(blank=True, null=True, verbose_name='starts at letter')),
                ('span_end', models.PositiveIntegerField(blank=True, null=True, verbose_name='ends at letter')),
                ('sentence_start', models.PositiveIntegerField(blank=True, help_text='Start of the passage that it stands in.', null=True, verbose_name='sentence starts at letter')),
                ('language', models.CharField(max_length=8, verbose_name='language')),
                ('role', models.CharField(choices=[('title', 'title'), ('requirement', 'requirement'), ('advantage', 'advantage'), ('task', 'task'), ('offer', 'offer'), ('company', 'company'), ('diversity', 'diversity'), ('contact', 'contact'), ('application', 'application'), ('education', 'education'), ('work', 'work'), ('skills', 'skills'), ('languages', 'languages'), ('personal', 'personal'), ('wish', 'wish'), ('other', 'other')], max_length=12, verbose_name='part of the text')),
                ('confidence', models.FloatField(verbose_name='how sure it is')),
                ('method', models.CharField(max_length=20, verbose_name='how it was read')),
                ('state', models.CharField(choices=[('read', 'read from the text'), ('confirmed', 'confirmed'), ('rejected', 'rejected'), ('added', 'added by a person')], default='read', max_length=10, verbose_name='state')),
                ('corrected_at', models.DateTimeField(blank=True, null=True, verbose_name='corrected at')),
                ('corrected_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='corrected by')),
                ('opportunity', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='facts', to='opportunities.opportunity')),
            ],
            options={
                'verbose_name': 'fact of an ad',
                'verbose_name_plural': 'facts of ads',
                'ordering': ('opportunity_id', 'span_start', 'pk'),
                'abstract': False,
                'indexes': [models.Index(fields=['opportunity', 'kind'], name='opportunity_fact_kind'), models.Index(fields=['confidence', 'id'], name='opportunity_fact_sureness'), models.Index(fields=['kind', 'confidence', 'id'], name='opportunity_fact_kind_sureness'), models.Index(condition=models.Q(('corrected_at__isnull', False)), fields=['-corrected_at', 'id'], name='opportunity_fact_corrected')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('span_end__isnull', True), ('span_start__isnull', True)), models.Q(('span_end__gt', models.F('span_start')), ('span_end__isnull', False), ('span_start__isnull', False)), _connector='OR'), name='opportunityfact_span_runs_forward', violation_error_message='The place in the text must have a start before its end.'), models.CheckConstraint(condition=models.Q(('confidence__gte', 0), ('confidence__lte', 1)), name='opportunityfact_confidence_is_a_share', violation_error_message='The confidence must lie between 0 and 1.'), models.CheckConstraint(condition=models.Q(models.Q(('corrected_at__isnull', True), ('state', 'read')), models.Q(models.Q(('state', 'read'), _negated=True), ('corrected_at__isnull', False)), _connector='OR'), name='opportunityfact_corrected_follows_state', violation_error_message='A fact that a person changed must say when.')],
            },
        ),
        migrations.CreateModel(
            name='OpportunityOpening',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(verbose_name='day')),
                ('through', models.CharField(choices=[('page', 'the public page'), ('agent', 'the link of an agent or ambassador'), ('mail', 'a mail to somebody whom it fits')], max_length=8, verbose_name='through')),
                ('count', models.PositiveIntegerField(default=0, verbose_name='times')),
                ('opportunity', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='openings', to='opportunities.opportunity')),
            ],
            options={
                'verbose_name': 'openings of an opportunity',
                'verbose_name_plural': 'openings of opportunities',
                'ordering': ('opportunity', 'day', 'through'),
                'constraints': [models.UniqueConstraint(fields=('opportunity', 'day', 'through'), name='opening_once_a_day')],
            },
        ),
    ]
