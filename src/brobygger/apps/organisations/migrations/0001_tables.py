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
            name='Contact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('right', models.CharField(choices=[('read', 'only reads'), ('write', 'writes and answers'), ('manage', 'manages everything')], default='manage', max_length=8, verbose_name='right')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='contact_rights', to=settings.AUTH_USER_MODEL, verbose_name='who speaks for it')),
            ],
            options={
                'verbose_name': 'contact',
                'verbose_name_plural': 'contacts',
                'ordering': ('organisation_id', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(help_text='Short name in files and addresses.', max_length=60, unique=True)),
                ('name', models.CharField(max_length=200)),
                ('registered_number', models.CharField(blank=True, help_text='CVR, organisasjonsnummer or organisationsnummer.', max_length=20)),
                ('industry', models.CharField(blank=True, help_text='In the words of NACE.', max_length=120)),
                ('kind', models.CharField(choices=[('company', 'company'), ('municipality', 'municipality'), ('region', 'region'), ('ministry', 'ministry'), ('authority', 'public authority'), ('university', 'university'), ('college', 'university college or business academy'), ('school', 'school'), ('science_centre', 'science centre'), ('cluster', 'cluster or innovation network'), ('job_service', 'job service'), ('union', 'trade union'), ('employees', "employees' organisation"), ('employers', "employers' organisation"), ('interest', 'interest organisation'), ('other', 'another organisation')], default='company', max_length=16, verbose_name='kind')),
                ('size_class', models.CharField(blank=True, choices=[('micro', '1–9 employees'), ('small', '10–49 employees'), ('medium', '50–249 employees'), ('large', '250 employees or more')], max_length=8)),
                ('is_exporter', models.BooleanField(default=False)),
                ('engagement', models.CharField(choices=[('known', 'known'), ('contacted', 'contacted'), ('visited', 'visited'), ('offering', 'offers places'), ('hosting', 'hosts people'), ('partner', 'partner')], default='known', max_length=10)),
                ('about', models.JSONField(blank=True, default=dict, help_text='A few sentences by language code.')),
                ('website', models.URLField(blank=True)),
                ('place_name', models.CharField(blank=True, max_length=100)),
                ('country', models.CharField(help_text='ISO 3166-1.', max_length=2)),
                ('latitude', models.FloatField(blank=True, null=True)),
                ('longitude', models.FloatField(blank=True, null=True)),
                ('looks_for', models.TextField(blank=True, help_text='In a few words.', max_length=500, verbose_name='what it looks for')),
                ('state', models.CharField(choices=[('asked', 'was asked to join'), ('applied', 'waits to be looked at'), ('accepted', 'accepted'), ('declined', 'declined')], default='accepted', max_length=10, verbose_name='state')),
                ('registered_at', models.DateTimeField(blank=True, help_text='When it registered itself.', null=True, verbose_name='registered')),
                ('confirmed_at', models.DateTimeField(blank=True, help_text='When whoever registered it confirmed the address.', null=True)),
                ('vetted_at', models.DateTimeField(blank=True, null=True, verbose_name='looked at')),
                ('vetted_by_name', models.CharField(blank=True, help_text='Stays when the user is removed.', max_length=150, verbose_name='name of who vetted it')),
                ('vetting_reason', models.TextField(blank=True, verbose_name='why')),
                ('reply_days', models.PositiveSmallIntegerField(default=10, help_text='Days within which every application gets an answer.')),
                ('contacts', models.ManyToManyField(blank=True, related_name='organisations', through='organisations.Contact', to=settings.AUTH_USER_MODEL, verbose_name='who speaks for it')),
                ('vetted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='vetted by')),
            ],
            options={
                'verbose_name': 'organisation',
                'verbose_name_plural': 'organisations',
                'ordering': ('name', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('state', 'declined'), _negated=True), models.Q(('vetted_at__isnull', False), models.Q(('vetted_by_name', ''), _negated=True), models.Q(('vetting_reason', ''), _negated=True)), _connector='OR'), name='organisation_declined_by_a_person', violation_error_message='A person declines an organisation, and says why.'), models.CheckConstraint(condition=models.Q(models.Q(('latitude__isnull', True), ('longitude__isnull', True)), models.Q(('latitude__isnull', False), ('longitude__isnull', False), ('latitude__gte', -90), ('latitude__lte', 90), ('longitude__gte', -180), ('longitude__lte', 180)), _connector='OR'), name='organisation_coordinates_both', violation_error_message='Coordinates need a latitude and a longitude in degrees.')],
            },
        ),
        migrations.CreateModel(
            name='DistinctOrganisations',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('said_at', models.DateTimeField(verbose_name='said at')),
                ('said_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='said by')),
                ('first', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organisations.organisation')),
                ('second', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organisations.organisation')),
            ],
            options={
                'verbose_name': 'distinct organisations',
                'verbose_name_plural': 'distinct organisations',
                'constraints': [models.UniqueConstraint(fields=('first', 'second'), name='distinct_organisations_once'), models.CheckConstraint(condition=models.Q(('first__lt', models.F('second'))), name='distinct_organisations_in_order')],
            },
        ),
        migrations.CreateModel(
            name='ContactInvitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.EmailField(max_length=254, verbose_name='e-mail')),
                ('right', models.CharField(choices=[('read', 'only reads'), ('write', 'writes and answers'), ('manage', 'manages everything')], max_length=8, verbose_name='right')),
                ('invited_at', models.DateTimeField()),
                ('invited_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='invited by')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='contact_invitations', to='organisations.organisation')),
            ],
            options={
                'verbose_name': 'invitation of a contact',
                'verbose_name_plural': 'invitations of contacts',
                'ordering': ('organisation_id', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('organisation', 'email'), name='contact_invited_once', violation_error_message='This person is invited already.')],
            },
        ),
        migrations.AddField(
            model_name='contact',
            name='organisation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='contact_rights', to='organisations.organisation', verbose_name='organisation'),
        ),
        migrations.CreateModel(
            name='OrganisationMerge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kept_id_then', models.BigIntegerField(help_text='Number of the record that was kept.', verbose_name='number of the record that was kept')),
                ('other_id', models.BigIntegerField(help_text='Number of the record that was joined to it.', verbose_name='number of the other record')),
                ('other_name', models.CharField(max_length=200, verbose_name='name of the other record')),
                ('steps', models.JSONField(default=list, verbose_name='what was changed')),
                ('merged_at', models.DateTimeField(verbose_name='joined at')),
                ('undone_at', models.DateTimeField(blank=True, null=True, verbose_name='undone at')),
                ('kept', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='merges', to='organisations.organisation')),
                ('merged_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='joined by')),
                ('undone_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='undone by')),
            ],
            options={
                'verbose_name': 'joining of organisations',
                'verbose_name_plural': 'joinings of organisations',
                'ordering': ('-merged_at', '-pk'),
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OrganisationRelation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('member_of', 'is a member of'), ('part_of', 'is part of'), ('owner_of', 'owns')], max_length=10, verbose_name='relation')),
                ('from_date', models.DateField(blank=True, null=True, verbose_name='from')),
                ('until_date', models.DateField(blank=True, null=True, verbose_name='until')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='relations', to='organisations.organisation')),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='relations_from', to='organisations.organisation', verbose_name='the other organisation')),
            ],
            options={
                'verbose_name': 'relation of organisations',
                'verbose_name_plural': 'relations of organisations',
                'ordering': ('organisation_id', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('organisation', models.F('other')), _negated=True), name='relation_of_two', violation_error_message='An organisation cannot have a relation to itself.'), models.CheckConstraint(condition=models.Q(('from_date__isnull', True), ('until_date__isnull', True), ('until_date__gte', models.F('from_date')), _connector='OR'), name='relation_ends_after_it_starts', violation_error_message='The last day must not lie before the first.')],
            },
        ),
        migrations.CreateModel(
            name='OrganisationRole',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person_name', models.CharField(max_length=150, verbose_name='name')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail')),
                ('kind', models.CharField(choices=[('director', 'director'), ('board', 'member of the board'), ('representative', 'speaks for it in the partnership'), ('staff', 'takes care of staff'), ('mentor', 'mentor'), ('ambassador', 'ambassador'), ('other', 'another role')], max_length=16, verbose_name='role')),
                ('title', models.CharField(blank=True, max_length=120, verbose_name='title')),
                ('from_date', models.DateField(verbose_name='from')),
                ('until_date', models.DateField(blank=True, null=True, verbose_name='until')),
                ('noted_at', models.DateTimeField(verbose_name='noted')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='roles', to='organisations.organisation')),
            ],
            options={
                'verbose_name': 'role in an organisation',
                'verbose_name_plural': 'roles in organisations',
                'ordering': ('-from_date', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('until_date__isnull', True), ('until_date__gte', models.F('from_date')), _connector='OR'), name='role_ends_after_it_starts', violation_error_message='The last day must not lie before the first.')],
            },
        ),
        migrations.CreateModel(
            name='Site',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='name of the site')),
                ('address', models.CharField(blank=True, max_length=200, verbose_name='address')),
                ('postal_code', models.CharField(blank=True, max_length=12, verbose_name='postal code')),
                ('place_name', models.CharField(blank=True, max_length=100, verbose_name='town')),
                ('municipality', models.CharField(blank=True, max_length=100, verbose_name='municipality')),
                ('country', models.CharField(help_text='ISO 3166-1.', max_length=2, verbose_name='country')),
                ('from_date', models.DateField(blank=True, null=True, verbose_name='from')),
                ('until_date', models.DateField(blank=True, null=True, verbose_name='until')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sites', to='organisations.organisation')),
            ],
            options={
                'verbose_name': 'site',
                'verbose_name_plural': 'sites',
                'ordering': ('organisation_id', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('from_date__isnull', True), ('until_date__isnull', True), ('until_date__gte', models.F('from_date')), _connector='OR'), name='site_ends_after_it_starts', violation_error_message='The last day must not lie before the first.')],
            },
        ),
        migrations.AddConstraint(
            model_name='contact',
            constraint=models.UniqueConstraint(fields=('organisation', 'user'), name='contact_once', violation_error_message='This person speaks for the organisation already.'),
        ),
    ]
