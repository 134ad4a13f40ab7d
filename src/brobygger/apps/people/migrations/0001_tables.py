import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('base', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='Candidate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('alias', models.CharField(help_text='The name that others see: “Talent 017”.', max_length=80, unique=True, verbose_name='name that others see')),
                ('visible_to_companies_at', models.DateTimeField(blank=True, help_text='Since when all companies may see the anonymous profile; empty: not all may.', null=True, verbose_name='shown to companies since')),
                ('matching_agreed_at', models.DateTimeField(blank=True, help_text='Since when the person agrees to be ranked; empty: is in no ranking.', null=True, verbose_name='agreed to be ranked since')),
                ('created_at', models.DateTimeField(verbose_name='here since')),
                ('changed_at', models.DateTimeField(db_index=True, help_text='Last change of anything that the matcher reads.', verbose_name='last changed')),
                ('kept_at', models.DateTimeField(blank=True, help_text='When the person last asked to keep it.', null=True, verbose_name='kept at your wish')),
                ('warned_at', models.DateTimeField(blank=True, help_text='When the person was told that nobody had been here for long.', null=True, verbose_name='told that it will be erased')),
                ('user', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='candidate', to=settings.AUTH_USER_MODEL, verbose_name='log-in')),
            ],
            options={
                'verbose_name': 'candidate',
                'verbose_name_plural': 'candidates',
                'ordering': ('pk',),
                'indexes': [models.Index(fields=['visible_to_companies_at'], name='candidate_visible')],
            },
        ),
        migrations.CreateModel(
            name='CandidateBackground',
            fields=[
                ('candidate', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='background', serialize=False, to='people.candidate')),
                ('sex', models.CharField(blank=True, choices=[('f', 'female'), ('m', 'male'), ('x', 'other')], max_length=1, verbose_name='sex')),
                ('origin', models.CharField(blank=True, choices=[('dk', 'Denmark'), ('no', 'Norway'), ('se', 'Sweden'), ('eu', 'EU or EEA'), ('other', 'elsewhere')], max_length=8, verbose_name='origin')),
                ('native_language', models.CharField(blank=True, help_text='ISO 639-1.', max_length=8, verbose_name='native language')),
            ],
            options={
                'verbose_name': 'background',
                'verbose_name_plural': 'backgrounds',
            },
        ),
        migrations.CreateModel(
            name='CandidateIdentity',
            fields=[
                ('candidate', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='identity', serialize=False, to='people.candidate')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail')),
                ('phone', models.CharField(blank=True, max_length=40, verbose_name='phone')),
            ],
            options={
                'verbose_name': 'identity',
                'verbose_name_plural': 'identities',
            },
        ),
        migrations.CreateModel(
            name='CandidateProfile',
            fields=[
                ('as_of', models.DateTimeField(help_text='The change up to which it was made.', verbose_name='as of')),
                ('form', models.CharField(help_text='The code that it was made by.', max_length=16, verbose_name='made by')),
                ('content', models.TextField(verbose_name='what the matcher uses')),
                ('candidate', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='profile', serialize=False, to='people.candidate')),
            ],
            options={
                'verbose_name': 'stored profile',
                'verbose_name_plural': 'stored profiles',
            },
        ),
        migrations.CreateModel(
            name='ErasureRequest',
            fields=[
                ('candidate', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='erasure_request', serialize=False, to='people.candidate', verbose_name='candidate')),
                ('asked_at', models.DateTimeField(verbose_name='asked at')),
            ],
            options={
                'verbose_name': 'request to be erased',
                'verbose_name_plural': 'requests to be erased',
                'ordering': ('asked_at', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='CandidateDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(verbose_name='text')),
                ('language', models.CharField(help_text='Language of most of the text, ISO 639-1; “und” if unclear.', max_length=8, verbose_name='language of the text')),
                ('passages', models.JSONField(blank=True, default=list, verbose_name='passages of the text')),
                ('read_at', models.DateTimeField(help_text='When the facts were read from the text.', verbose_name='read at')),
                ('format', models.CharField(choices=[('text', 'plain text'), ('html', 'HTML'), ('pdf', 'PDF'), ('docx', 'DOCX'), ('odt', 'ODT'), ('europass', 'Europass'), ('json_resume', 'JSON Resume'), ('table', 'a row of a table'), ('other', 'other')], default='text', max_length=12, verbose_name='form in which it came')),
                ('published_date', models.DateField(help_text='The day that relative dates in the text count from.', verbose_name='day of the CV')),
                ('candidate', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='document', to='people.candidate')),
            ],
            options={
                'verbose_name': 'CV',
                'verbose_name_plural': 'CVs',
            },
        ),
        migrations.CreateModel(
            name='CandidateFact',
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
                ('candidate', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='facts', to='people.candidate')),
                ('corrected_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='corrected by')),
            ],
            options={
                'verbose_name': 'fact of a CV',
                'verbose_name_plural': 'facts of CVs',
                'ordering': ('candidate_id', 'span_start', 'pk'),
                'abstract': False,
                'indexes': [models.Index(fields=['candidate', 'kind'], name='candidate_fact_kind'), models.Index(fields=['confidence', 'id'], name='candidate_fact_sureness'), models.Index(fields=['kind', 'confidence', 'id'], name='candidate_fact_kind_sureness'), models.Index(condition=models.Q(('corrected_at__isnull', False)), fields=['-corrected_at', 'id'], name='candidate_fact_corrected')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('span_end__isnull', True), ('span_start__isnull', True)), models.Q(('span_end__gt', models.F('span_start')), ('span_end__isnull', False), ('span_start__isnull', False)), _connector='OR'), name='candidatefact_span_runs_forward', violation_error_message='The place in the text must have a start before its end.'), models.CheckConstraint(condition=models.Q(('confidence__gte', 0), ('confidence__lte', 1)), name='candidatefact_confidence_is_a_share', violation_error_message='The confidence must lie between 0 and 1.'), models.CheckConstraint(condition=models.Q(models.Q(('corrected_at__isnull', True), ('state', 'read')), models.Q(models.Q(('state', 'read'), _negated=True), ('corrected_at__isnull', False)), _connector='OR'), name='candidatefact_corrected_follows_state', violation_error_message='A fact that a person changed must say when.')],
            },
        ),
        migrations.CreateModel(
            name='CandidateMerge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kept_id_then', models.BigIntegerField(help_text='Number of the record that was kept.', verbose_name='number of the record that was kept')),
                ('other_id', models.BigIntegerField(help_text='Number of the record that was joined to it.', verbose_name='number of the other record')),
                ('other_name', models.CharField(max_length=200, verbose_name='name of the other record')),
                ('steps', models.JSONField(default=list, verbose_name='what was changed')),
                ('merged_at', models.DateTimeField(verbose_name='joined at')),
                ('undone_at', models.DateTimeField(blank=True, null=True, verbose_name='undone at')),
                ('kept', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='merges', to='people.candidate')),
                ('merged_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='joined by')),
                ('undone_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='undone by')),
            ],
            options={
                'verbose_name': 'joining of candidates',
                'verbose_name_plural': 'joinings of candidates',
                'ordering': ('-merged_at', '-pk'),
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ConsentEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('purpose', models.CharField(choices=[('matching', 'Being matched'), ('shown_to_companies', 'Being seen by companies'), ('share_on_application', 'Name and CV to companies I apply to'), ('opportunity_mails', 'Mails about new opportunities'), ('fairness_groups', 'Checking that everybody is treated alike'), ('follow_up', 'Being asked later whether I stay')], max_length=24, verbose_name='what for')),
                ('programme_code', models.SlugField(blank=True, db_index=False, help_text='Empty: whatever the programme.', max_length=60, verbose_name='programme')),
                ('opportunity_id', models.BigIntegerField(blank=True, help_text='For this one alone; empty: whichever the opportunity.', null=True, verbose_name='number of the opportunity')),
                ('text_version', models.PositiveSmallIntegerField(verbose_name='version of the text')),
                ('language', models.CharField(blank=True, help_text='In which the text was read; empty: not known.', max_length=8, verbose_name='language of the text')),
                ('channel', models.CharField(choices=[('web', 'on this site'), ('imported', 'brought along from elsewhere')], max_length=12, verbose_name='how it was said')),
                ('is_given', models.BooleanField(help_text='Given; otherwise withdrawn.', verbose_name='given')),
                ('at', models.DateTimeField(verbose_name='said at')),
                ('by_id', models.BigIntegerField(help_text='Empty: the product itself.', null=True, verbose_name='number of who wrote it down')),
                ('by_name', models.CharField(blank=True, max_length=150, verbose_name='name of who wrote it down')),
                ('candidate', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='consents', to='people.candidate')),
            ],
            options={
                'verbose_name': 'consent',
                'verbose_name_plural': 'consents',
                'ordering': ('candidate_id', 'pk'),
                'indexes': [models.Index(fields=['candidate', 'purpose', 'programme_code', 'id'], name='consent_latest')],
            },
        ),
        migrations.CreateModel(
            name='DistinctCandidates',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('said_at', models.DateTimeField(verbose_name='said at')),
                ('first', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.candidate', verbose_name='candidate')),
                ('said_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='said by')),
                ('second', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.candidate', verbose_name='somebody similar')),
            ],
            options={
                'verbose_name': 'distinct candidates',
                'verbose_name_plural': 'distinct candidates',
                'constraints': [models.UniqueConstraint(fields=('first', 'second'), name='distinct_candidates_once'), models.CheckConstraint(condition=models.Q(('first__lt', models.F('second'))), name='distinct_candidates_in_order')],
            },
        ),
        migrations.CreateModel(
            name='ProgrammeShowing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('programme_code', models.SlugField(max_length=60, verbose_name='programme')),
                ('since_at', models.DateTimeField(verbose_name='since')),
                ('candidate', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='showings', to='people.candidate')),
            ],
            options={
                'verbose_name': 'showing in a programme',
                'verbose_name_plural': 'showings in programmes',
                'constraints': [models.UniqueConstraint(fields=('candidate', 'programme_code'), name='programme_showing_once', violation_error_message='The companies of this programme may see the candidate already.')],
            },
        ),
        migrations.CreateModel(
            name='PositionPreference',
            fields=[
                ('candidate', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='preference', serialize=False, to='people.candidate')),
                ('kinds', models.JSONField(blank=True, default=list, verbose_name='kinds of opportunity')),
                ('wished_occupations', models.JSONField(blank=True, default=list, verbose_name='wished occupations')),
                ('available_from', models.DateField(blank=True, null=True, verbose_name='available from')),
                ('available_months', models.FloatField(blank=True, null=True, verbose_name='available for months')),
                ('hours_minimum', models.FloatField(blank=True, help_text='Hours a week.', null=True, verbose_name='hours a week, at least')),
                ('hours_maximum', models.FloatField(blank=True, help_text='Hours a week.', null=True, verbose_name='hours a week, at most')),
                ('pay_floor', models.FloatField(blank=True, help_text='Gross pay for a full month.', null=True, verbose_name='lowest pay')),
                ('pay_currency', models.CharField(blank=True, help_text='ISO 4217.', max_length=3, verbose_name='currency')),
                ('home_name', models.CharField(blank=True, max_length=100, verbose_name='home')),
                ('home_country', models.CharField(blank=True, max_length=2, verbose_name='country of home')),
                ('home_latitude', models.FloatField(blank=True, null=True, verbose_name='latitude of home')),
                ('home_longitude', models.FloatField(blank=True, null=True, verbose_name='longitude of home')),
                ('home_region', models.CharField(blank=True, max_length=100, verbose_name='region of home')),
                ('home_land', models.CharField(blank=True, max_length=20, verbose_name='island or mainland of home')),
                ('commute_minutes', models.PositiveSmallIntegerField(blank=True, help_text='Longest one-way commute.', null=True, verbose_name='commute in minutes')),
                ('moves_to', models.JSONField(blank=True, default=list, verbose_name='would move to')),
                ('remote', models.BooleanField(blank=True, help_text='Accepts remote work.', null=True, verbose_name='remote work')),
                ('work_right', models.JSONField(blank=True, help_text='Where the person may work without a new permit.', null=True, verbose_name='right to work')),
                ('markets', models.JSONField(blank=True, default=list, help_text='Markets that the person declares to know.', verbose_name='markets')),
            ],
            options={
                'verbose_name': 'preferences',
                'verbose_name_plural': 'preferences',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('hours_maximum__isnull', True), ('hours_minimum__isnull', True)), models.Q(('hours_maximum__gte', models.F('hours_minimum')), ('hours_maximum__isnull', False), ('hours_maximum__lte', 168), ('hours_minimum__gte', 0), ('hours_minimum__isnull', False)), _connector='OR'), name='preference_hours_both_and_in_order', violation_error_message='Hours a week need a minimum and a maximum, and the minimum comes first.'), models.CheckConstraint(condition=models.Q(models.Q(('pay_currency', ''), ('pay_floor__isnull', True)), models.Q(('pay_floor__gte', 0), ('pay_floor__isnull', False), models.Q(('pay_currency', ''), _negated=True)), _connector='OR'), name='preference_pay_has_currency', violation_error_message='A lowest pay needs an amount and a currency.'), models.CheckConstraint(condition=models.Q(models.Q(('home_latitude__isnull', True), ('home_longitude__isnull', True), ('home_name', '')), models.Q(models.Q(('home_name', ''), _negated=True), models.Q(('home_country', ''), _negated=True), ('home_latitude__isnull', False), ('home_longitude__isnull', False), ('home_latitude__gte', -90), ('home_latitude__lte', 90), ('home_longitude__gte', -180), ('home_longitude__lte', 180)), _connector='OR'), name='preference_home_is_whole', violation_error_message='A home needs a name, a country and coordinates.'), models.CheckConstraint(condition=models.Q(('available_months__isnull', True), ('available_months__gt', 0), _connector='OR'), name='preference_months_positive', violation_error_message='The longest stay must be more than 0 months.')],
            },
        ),
    ]
