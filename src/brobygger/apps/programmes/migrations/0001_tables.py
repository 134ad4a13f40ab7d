import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('base', '__first__'),
        ('organisations', '0001_tables'),
        ('people', '0001_tables'),
    ]

    operations = [
        migrations.CreateModel(
            name='Hub',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(help_text='Short name in the address of the page.', max_length=60, unique=True, verbose_name='code')),
                ('name', models.CharField(max_length=150, verbose_name='name')),
                ('about', models.TextField(blank=True, max_length=3000, verbose_name='about')),
                ('address', models.CharField(blank=True, max_length=200, verbose_name='address')),
                ('city', models.CharField(max_length=120, verbose_name='town')),
                ('other_towns', models.CharField(blank=True, help_text='Between commas. Events held there are shown too.', max_length=200, verbose_name='towns nearby')),
                ('country', models.CharField(help_text='ISO 3166-1.', max_length=2, verbose_name='country')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='shared e-mail address')),
                ('website', models.URLField(blank=True, verbose_name='website')),
                ('is_public', models.BooleanField(default=False, verbose_name='everybody may see the page')),
                ('changed_at', models.DateTimeField(verbose_name='changed')),
                ('partners', models.ManyToManyField(blank=True, related_name='hubs', to='organisations.organisation', verbose_name='local partners')),
            ],
            options={
                'verbose_name': 'hub',
                'verbose_name_plural': 'hubs',
                'ordering': ('name', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='HubContact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=150, verbose_name='name')),
                ('function', models.CharField(blank=True, max_length=120, verbose_name='function')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail')),
                ('noted_at', models.DateTimeField(verbose_name='noted')),
                ('hub', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='contacts', to='programmes.hub')),
            ],
            options={
                'verbose_name': 'contact of a hub',
                'verbose_name_plural': 'contacts of hubs',
                'ordering': ('hub_id', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='Programme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(help_text='Short name in files and addresses.', max_length=60, unique=True)),
                ('name', models.CharField(max_length=200)),
                ('owner', models.CharField(max_length=300)),
                ('kind', models.CharField(choices=[('internship', 'internship programme'), ('talent', 'talent attraction'), ('national_pact', 'national technology pact'), ('regional_pact', 'regional technology pact'), ('cross_border', 'cross-border cooperation')], max_length=16)),
                ('start_date', models.DateField(blank=True, null=True)),
                ('end_date', models.DateField(blank=True, null=True)),
                ('description', models.JSONField(default=dict, help_text='A few sentences by language code.')),
                ('weights', models.JSONField(blank=True, default=dict, help_text='Points of the parts of a score that differ from the defaults.')),
                ('candidates', models.ManyToManyField(blank=True, related_name='programmes', to='people.candidate', verbose_name='candidates who take part')),
                ('organisations', models.ManyToManyField(blank=True, related_name='programmes', to='organisations.organisation')),
            ],
            options={
                'verbose_name': 'programme',
                'verbose_name_plural': 'programmes',
                'ordering': ('name', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('start_date__isnull', True), ('end_date__isnull', True), ('end_date__gt', models.F('start_date')), _connector='OR'), name='programme_starts_before_it_ends', violation_error_message='A programme must end after it starts.')],
            },
        ),
        migrations.CreateModel(
            name='Partnership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_lead', models.BooleanField(default=False, verbose_name='leads the programme')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='partnerships', to='organisations.organisation')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='partnerships', to='programmes.programme')),
            ],
            options={
                'verbose_name': 'partnership',
                'verbose_name_plural': 'partnerships',
                'ordering': ('programme_id', '-is_lead', 'organisation_id'),
                'constraints': [models.UniqueConstraint(fields=('programme', 'organisation'), name='partnership_once', violation_error_message='The organisation is a partner of the programme already.')],
            },
        ),
        migrations.AddField(
            model_name='hub',
            name='programme',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='hubs', to='programmes.programme'),
        ),
        migrations.CreateModel(
            name='ExchangeEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(verbose_name='day')),
                ('kind', models.CharField(choices=[('visit', 'visit'), ('seminar', 'seminar'), ('material', 'material'), ('staff', 'exchange of staff'), ('paper', 'joint paper'), ('teaching', 'teaching'), ('project', 'joint project'), ('other', 'something else')], max_length=10, verbose_name='kind')),
                ('title', models.CharField(max_length=200, verbose_name='what')),
                ('about', models.TextField(blank=True, max_length=2000, verbose_name='more about it')),
                ('link', models.URLField(blank=True, verbose_name='link')),
                ('evidence', models.CharField(blank=True, help_text='Such as minutes, a list, a contract.', max_length=300, verbose_name='what shows it')),
                ('noted_at', models.DateTimeField(verbose_name='noted')),
                ('noted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='noted by')),
                ('organisations', models.ManyToManyField(related_name='exchanges', to='organisations.organisation', verbose_name='between whom')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='exchanges', to='programmes.programme')),
            ],
            options={
                'verbose_name': 'exchange of knowledge',
                'verbose_name_plural': 'exchanges of knowledge',
                'ordering': ('-day', '-pk'),
            },
        ),
        migrations.CreateModel(
            name='ErasedCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('candidate', 'candidates'), ('application', 'applications'), ('outcome', 'outcomes'), ('placement', 'placements'), ('follow_up', 'answers to a follow-up')], max_length=12)),
                ('detail', models.CharField(blank=True, help_text='How far an application came.', max_length=20)),
                ('month', models.DateField(help_text='Its first day.')),
                ('count', models.PositiveIntegerField(default=0)),
                ('programme', models.ForeignKey(blank=True, help_text='Empty: of no programme.', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='erased_counts', to='programmes.programme')),
            ],
            options={
                'verbose_name': 'count of what was erased',
                'verbose_name_plural': 'counts of what was erased',
                'ordering': ('month', 'programme_id', 'kind', 'detail'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('programme__isnull', False)), fields=('programme', 'kind', 'detail', 'month'), name='erased_count_once_of_programme'), models.UniqueConstraint(condition=models.Q(('programme__isnull', True)), fields=('kind', 'detail', 'month'), name='erased_count_once_of_none'), models.CheckConstraint(condition=models.Q(('month__day', 1)), name='erased_count_of_a_month')],
            },
        ),
        migrations.CreateModel(
            name='Arrangement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveSmallIntegerField(verbose_name='version')),
                ('text', models.TextField(max_length=20000, verbose_name='the arrangement')),
                ('valid_from', models.DateField(verbose_name='valid from')),
                ('written_at', models.DateTimeField(verbose_name='written')),
                ('agreed_at', models.DateTimeField(blank=True, null=True, verbose_name='agreed by all')),
                ('written_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='written by')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='arrangements', to='programmes.programme')),
            ],
            options={
                'verbose_name': 'arrangement of joint controllers',
                'verbose_name_plural': 'arrangements of joint controllers',
                'ordering': ('programme_id', '-version'),
                'constraints': [models.UniqueConstraint(fields=('programme', 'version'), name='arrangement_version_once')],
            },
        ),
        migrations.CreateModel(
            name='ProgrammeTarget',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('label', models.JSONField(help_text='What is counted, by language code.')),
                ('number', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                ('unit', models.CharField(blank=True, help_text='“%”, “DKK”, or empty for a count.', max_length=20)),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='targets', to='programmes.programme')),
            ],
            options={
                'verbose_name': 'target',
                'verbose_name_plural': 'targets',
                'ordering': ('programme_id', 'position'),
                'constraints': [models.UniqueConstraint(fields=('programme', 'position'), name='target_position_once', violation_error_message='Another target of the programme has this position.')],
            },
        ),
        migrations.CreateModel(
            name='Prospect',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('prospective', 'prospective'), ('invited', 'invited'), ('talking', 'in talks'), ('willing', 'said yes, waits to be confirmed'), ('joined', 'joined'), ('declined', 'declined')], default='prospective', max_length=12, verbose_name='state')),
                ('rights', models.CharField(choices=[('member', 'takes part: offers places and comes to events'), ('partner', "partner: sees the programme's records"), ('lead', 'lead: runs the programme together with the others')], default='member', max_length=8, verbose_name='would join as')),
                ('contact_name', models.CharField(blank=True, max_length=150, verbose_name='contact')),
                ('contact_email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail')),
                ('language', models.CharField(default='en', max_length=2, verbose_name='language')),
                ('write_basis', models.CharField(blank=True, choices=[('agreed', 'the person said that we may write'), ('official', 'the address is published for inquiries like this one'), ('known', 'we work together already')], max_length=10, verbose_name='why we may write')),
                ('next_step', models.CharField(blank=True, max_length=200, verbose_name='next step')),
                ('due_date', models.DateField(blank=True, null=True, verbose_name='due')),
                ('added_at', models.DateTimeField(verbose_name='added')),
                ('invited_at', models.DateTimeField(blank=True, null=True, verbose_name='invited')),
                ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='answered')),
                ('decided_at', models.DateTimeField(blank=True, null=True, verbose_name='decided')),
                ('decided_by_name', models.CharField(blank=True, help_text='Stays when the user is removed.', max_length=150, verbose_name='name of who decided')),
                ('changed_at', models.DateTimeField(verbose_name='changed')),
                ('added_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='added by')),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='decided by')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='prospects', to='organisations.organisation')),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who sees to it')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='prospects', to='programmes.programme')),
            ],
            options={
                'verbose_name': 'prospective partner',
                'verbose_name_plural': 'prospective partners',
                'ordering': ('due_date', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('programme', 'organisation'), name='prospect_once', violation_error_message='The organisation is on the list of the programme already.'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'joined'), _negated=True), models.Q(('decided_at__isnull', False), models.Q(('decided_by_name', ''), _negated=True)), _connector='OR'), name='prospect_joins_by_a_person', violation_error_message='A person confirms that an organisation joins.')],
            },
        ),
        migrations.CreateModel(
            name='ProspectStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('prospective', 'prospective'), ('invited', 'invited'), ('talking', 'in talks'), ('willing', 'said yes, waits to be confirmed'), ('joined', 'joined'), ('declined', 'declined')], max_length=12, verbose_name='state')),
                ('note', models.CharField(blank=True, max_length=500, verbose_name='note')),
                ('noted_at', models.DateTimeField(verbose_name='when')),
                ('noted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='noted by')),
                ('prospect', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='programmes.prospect')),
            ],
            options={
                'verbose_name': 'step with a prospective partner',
                'verbose_name_plural': 'steps with prospective partners',
                'ordering': ('noted_at', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='TableImport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('organisations', 'organisations'), ('candidates', 'candidates')], max_length=14)),
                ('file_name', models.CharField(max_length=200)),
                ('content', models.BinaryField(verbose_name='the table')),
                ('column_choices', models.JSONField(default=dict, help_text='Column by header; empty: left out.')),
                ('row_choices', models.JSONField(default=dict, help_text='By number: the record it is about, or “new”.', verbose_name='which row is whom')),
                ('uploaded_at', models.DateTimeField(db_index=True)),
                ('imported_at', models.DateTimeField(blank=True, null=True)),
                ('counts', models.JSONField(default=dict)),
                ('uploaded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='uploaded by')),
            ],
            options={
                'verbose_name': 'import of a table',
                'verbose_name_plural': 'imports of tables',
            },
        ),
        migrations.CreateModel(
            name='ArrangementAgreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agreed_at', models.DateTimeField(verbose_name='agreed on')),
                ('agreed_by_name', models.CharField(help_text='Stays when the user is removed.', max_length=150, verbose_name='name of who agreed')),
                ('agreed_as', models.CharField(max_length=120, verbose_name='function')),
                ('agreed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='agreed by')),
                ('arrangement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='agreements', to='programmes.arrangement')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organisations.organisation')),
            ],
            options={
                'verbose_name': 'agreement to an arrangement',
                'verbose_name_plural': 'agreements to arrangements',
                'ordering': ('arrangement_id', 'agreed_at', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('arrangement', 'organisation'), name='arrangement_agreed_once')],
            },
        ),
        migrations.CreateModel(
            name='ArrangementDuty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('duty', models.CharField(choices=[('information', 'tell people what is kept and why (articles 13 and 14)'), ('contact_point', 'be the contact point for people (article 26)'), ('requests', 'answer requests for access, correction, erasure and objection (articles 15–22)'), ('consent', 'ask for consents and keep proof of them (article 7)'), ('breaches', 'report breaches to the authority and to people (articles 33 and 34)'), ('security', 'keep the data safe (article 32)'), ('retention', 'erase in time, and archive where the law asks for it (article 5)'), ('record', 'keep the record of processing (article 30)'), ('assessment', 'assess the impact before something new begins (article 35)'), ('processors', 'choose processors and agree with them (article 28)'), ('transfers', 'see to transfers to countries outside the EEA (article 44)')], max_length=16, verbose_name='duty')),
                ('arrangement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='duties', to='programmes.arrangement')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organisations.organisation')),
            ],
            options={
                'verbose_name': 'duty of a joint controller',
                'verbose_name_plural': 'duties of joint controllers',
                'ordering': ('arrangement_id', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('arrangement', 'duty', 'organisation'), name='arrangement_duty_once')],
            },
        ),
    ]
