import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('base', '__first__'),
        ('opportunities', '0001_tables'),
        ('organisations', '0001_tables'),
        ('people', '0001_tables'),
        ('programmes', '0001_tables'),
    ]

    operations = [
        migrations.CreateModel(
            name='Agreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('waiting', 'waits for a yes'), ('agreed', 'agreed by all sides'), ('declined', 'declined')], default='waiting', max_length=10, verbose_name='state')),
                ('created_at', models.DateTimeField(verbose_name='written at')),
                ('changed_at', models.DateTimeField(verbose_name='last changed at')),
                ('declined_at', models.DateTimeField(blank=True, null=True, verbose_name='declined at')),
                ('declined_by_name', models.CharField(blank=True, max_length=150, verbose_name='name of who declined')),
                ('application', models.ForeignKey(blank=True, help_text='Empty: it was erased before the agreement.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='agreements', to='opportunities.application', verbose_name='application')),
                ('candidate', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='agreements', to='people.candidate', verbose_name='candidate')),
                ('declined_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='declined by')),
                ('institution', models.ForeignKey(blank=True, help_text='Empty: two sides are enough.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='institution_agreements', to='organisations.organisation', verbose_name='university')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='agreements', to='organisations.organisation', verbose_name='company')),
                ('programme', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='agreements', to='programmes.programme', verbose_name='programme')),
            ],
            options={
                'verbose_name': 'agreement',
                'verbose_name_plural': 'agreements',
                'ordering': ('-changed_at', '-pk'),
                'indexes': [models.Index(fields=['state', 'changed_at'], name='agreement_waiting')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('application__isnull', False), models.Q(('state', 'declined'), _negated=True)), fields=('application',), name='agreement_standing_once', violation_error_message='There is an agreement for this application already.'), models.CheckConstraint(condition=models.Q(('institution__isnull', True), models.Q(('institution', models.F('organisation')), _negated=True), _connector='OR'), name='agreement_between_different_sides', violation_error_message='The company cannot be the university too.')],
            },
        ),
        migrations.CreateModel(
            name='AgreementVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(verbose_name='version')),
                ('kind', models.CharField(choices=[('internship', 'internship'), ('thesis', 'thesis with a company'), ('project', 'project with a company'), ('student_job', 'student job'), ('graduate_job', 'graduate job'), ('job', 'job'), ('research', 'research'), ('teaching', 'teaching'), ('apprenticeship', 'apprenticeship')], max_length=16, verbose_name='kind of place')),
                ('start_date', models.DateField(verbose_name='first day')),
                ('end_date', models.DateField(blank=True, help_text='Empty: no end is agreed.', null=True, verbose_name='last day')),
                ('hours_per_week', models.DecimalField(decimal_places=1, max_digits=4, validators=[django.core.validators.MinValueValidator(1)], verbose_name='hours a week')),
                ('place_name', models.CharField(max_length=100, verbose_name='place of work')),
                ('country', models.CharField(max_length=2, verbose_name='country')),
                ('pay', models.DecimalField(blank=True, decimal_places=2, help_text='Empty: unpaid.', max_digits=10, null=True, verbose_name='pay')),
                ('currency', models.CharField(blank=True, max_length=3, verbose_name='currency')),
                ('pay_per', models.CharField(blank=True, choices=[('month', 'a month'), ('hour', 'an hour'), ('whole', 'for all of it')], max_length=5, verbose_name='pay per')),
                ('tasks', models.TextField(max_length=5000, verbose_name='tasks')),
                ('supervisor', models.CharField(max_length=150, verbose_name='who guides at the company')),
                ('institution_person', models.CharField(blank=True, max_length=150, verbose_name='who guides at the university')),
                ('written_at', models.DateTimeField(verbose_name='written at')),
                ('written_by_name', models.CharField(blank=True, max_length=150, verbose_name='name of who wrote it')),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='placements.agreement', verbose_name='agreement')),
                ('written_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='written by')),
            ],
            options={
                'verbose_name': 'version of an agreement',
                'verbose_name_plural': 'versions of agreements',
                'ordering': ('agreement_id', 'number'),
                'constraints': [models.UniqueConstraint(fields=('agreement', 'number'), name='agreement_version_once'), models.CheckConstraint(condition=models.Q(('end_date__isnull', True), ('end_date__gte', models.F('start_date')), _connector='OR'), name='agreement_ends_after_it_starts', violation_error_message='The last day lies before the first.')],
            },
        ),
        migrations.CreateModel(
            name='AgreementAcceptance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('side', models.CharField(choices=[('candidate', 'the candidate'), ('organisation', 'the company'), ('institution', 'the university')], max_length=12, verbose_name='side')),
                ('accepted_at', models.DateTimeField(verbose_name='accepted at')),
                ('accepted_by_name', models.CharField(help_text='Stays when the user is removed.', max_length=150, verbose_name='name of who accepted')),
                ('way', models.CharField(choices=[('page', 'on the page'), ('link', 'with the link of a mail'), ('paper', 'on paper')], default='page', max_length=5, verbose_name='how')),
                ('accepted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='accepted by')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='acceptances', to='placements.agreementversion', verbose_name='version of the agreement')),
            ],
            options={
                'verbose_name': 'yes to an agreement',
                'verbose_name_plural': 'yeses to agreements',
                'ordering': ('version_id', 'accepted_at', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('version', 'side'), name='agreement_side_accepts_once', violation_error_message='This side has said yes already.')],
            },
        ),
        migrations.CreateModel(
            name='Placement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('planned', 'planned'), ('running', 'running'), ('completed', 'completed'), ('broken_off', 'broken off')], default='planned', max_length=10, verbose_name='state')),
                ('ended_on', models.DateField(blank=True, null=True, verbose_name='last day there')),
                ('reason', models.CharField(blank=True, choices=[('found_other', 'found something else'), ('studies', 'the studies come first'), ('tasks', 'the tasks were others than agreed'), ('skills', 'other skills were needed'), ('guidance', 'nobody had time to guide'), ('company', 'the company could not go on'), ('work_right', 'the right to work in the country'), ('moved', 'moved away'), ('never_began', 'it never began'), ('personal', 'personal reasons'), ('other', 'something else')], max_length=12, verbose_name='why it was broken off')),
                ('agreed_at', models.DateTimeField(verbose_name='agreed at')),
                ('changed_at', models.DateTimeField(verbose_name='last changed at')),
                ('ended_at', models.DateTimeField(blank=True, null=True, verbose_name='noted as ended at')),
                ('ended_by_name', models.CharField(blank=True, max_length=150, verbose_name='name of who ended it')),
                ('agreement', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='placement', to='placements.agreement', verbose_name='agreement')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ended by')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='placements', to='placements.agreementversion', verbose_name='version in force')),
            ],
            options={
                'verbose_name': 'placement',
                'verbose_name_plural': 'placements',
                'ordering': ('-changed_at', '-pk'),
                'indexes': [models.Index(fields=['state', 'changed_at'], name='placement_state')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('state', 'broken_off'), models.Q(('reason', ''), _negated=True)), models.Q(models.Q(('state', 'broken_off'), _negated=True), ('reason', '')), _connector='OR'), name='placement_reason_where_broken_off', violation_error_message='Give a reason if the placement was broken off, and only then.'), models.CheckConstraint(condition=models.Q(models.Q(('ended_on__isnull', True), ('state__in', ('planned', 'running'))), models.Q(models.Q(('state__in', ('planned', 'running')), _negated=True), ('ended_on__isnull', False)), _connector='OR'), name='placement_ends_on_a_day', violation_error_message='Give the last day if the placement is over, and only then.')],
            },
        ),
    ]
