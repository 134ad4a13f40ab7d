import django.contrib.auth.models
import django.contrib.auth.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('username', models.CharField(error_messages={'unique': 'A user with that username already exists.'}, help_text='Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.', max_length=150, unique=True, validators=[django.contrib.auth.validators.UnicodeUsernameValidator()], verbose_name='username')),
                ('first_name', models.CharField(blank=True, max_length=150, verbose_name='first name')),
                ('last_name', models.CharField(blank=True, max_length=150, verbose_name='last name')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='email address')),
                ('is_staff', models.BooleanField(default=False, help_text='Designates whether the user can log into this admin site.', verbose_name='staff status')),
                ('is_active', models.BooleanField(default=True, help_text='Designates whether this user should be treated as active. Unselect this instead of deleting accounts.', verbose_name='active')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, verbose_name='date joined')),
                ('role', models.CharField(blank=True, choices=[('manager', 'Programme manager'), ('secretariat', 'Secretariat'), ('partner', 'Partner organisation'), ('company', 'Company contact'), ('candidate', 'Candidate'), ('council', 'Council member'), ('agency', 'Booking agency'), ('ambassador', 'Ambassador'), ('funder', 'Funder')], max_length=20, verbose_name='role')),
                ('language', models.CharField(blank=True, choices=[('da', 'Danish'), ('nb', 'Norwegian'), ('sv', 'Swedish'), ('en', 'English')], max_length=5, verbose_name='language')),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'verbose_name': 'user',
                'verbose_name_plural': 'users',
            },
            managers=[
                ('objects', django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name='BouncedAddress',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('address', models.EmailField(help_text='In small letters.', max_length=254, unique=True, verbose_name='address')),
                ('source', models.CharField(choices=[('smtp', 'the mail server refused it'), ('report', 'a delivery report came back'), ('person', 'a person said so')], max_length=10, verbose_name='how we know')),
                ('answer', models.CharField(blank=True, max_length=300, verbose_name='what the mail server said')),
                ('bounced_at', models.DateTimeField(verbose_name='came back')),
            ],
            options={
                'verbose_name': 'address that takes no mail',
                'verbose_name_plural': 'addresses that take no mail',
                'ordering': ('-bounced_at', '-pk'),
            },
        ),
        migrations.CreateModel(
            name='CountedTry',
            fields=[
                ('cache_key', models.CharField(max_length=255, primary_key=True, serialize=False, verbose_name='what was tried, and from where')),
                ('value', models.TextField(verbose_name='when')),
                ('expires', models.DateTimeField(db_index=True, verbose_name='counts until')),
            ],
            options={
                'verbose_name': 'counted try',
                'verbose_name_plural': 'counted tries',
                'db_table': 'brobygger_cache',
            },
        ),
        migrations.CreateModel(
            name='CalendarAddress',
            fields=[
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='calendar_address', serialize=False, to=settings.AUTH_USER_MODEL, verbose_name='whose calendar it is')),
                ('salt', models.CharField(help_text='Random; goes into the signature of the address.', max_length=64, verbose_name='what the address is made from')),
                ('renewed_at', models.DateTimeField(verbose_name='made at')),
            ],
            options={
                'verbose_name': 'calendar address',
                'verbose_name_plural': 'calendar addresses',
            },
        ),
        migrations.CreateModel(
            name='AuditEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(db_index=True, verbose_name='at')),
                ('by_id', models.BigIntegerField(help_text='Empty: the product itself.', null=True, verbose_name='by')),
                ('by_name', models.CharField(blank=True, max_length=150, verbose_name='name of who did it')),
                ('action', models.CharField(db_index=True, max_length=100, verbose_name='action')),
                ('subject_type', models.CharField(max_length=100, verbose_name='kind of record')),
                ('subject_id', models.CharField(max_length=100, verbose_name='number of the record')),
                ('changes', models.JSONField(default=dict, verbose_name='changes')),
                ('previous_hash', models.CharField(max_length=64)),
                ('hash', models.CharField(max_length=64)),
            ],
            options={
                'verbose_name': 'audit entry',
                'verbose_name_plural': 'audit entries',
                'indexes': [models.Index(fields=['subject_type', 'subject_id'], name='audit_subject')],
                'constraints': [models.UniqueConstraint(fields=('hash',), name='audit_hash_once'), models.UniqueConstraint(fields=('previous_hash',), name='audit_chain_never_forks')],
            },
        ),
        migrations.CreateModel(
            name='AuditHead',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry_id', models.BigIntegerField(default=0, help_text='The last entry; 0 before the first.')),
                ('hash', models.CharField(default='0000000000000000000000000000000000000000000000000000000000000000', max_length=64)),
            ],
            options={
                'verbose_name': 'head of the audit trail',
                'verbose_name_plural': 'heads of the audit trail',
                'constraints': [models.CheckConstraint(condition=models.Q(('pk', 1)), name='audit_head_is_one_row')],
            },
        ),
        migrations.CreateModel(
            name='RetentionReceipt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(db_index=True, verbose_name='at')),
                ('by_name', models.CharField(blank=True, help_text='Empty: the product itself.', max_length=150, verbose_name='name of who did it')),
                ('counts', models.JSONField(default=list, verbose_name='rows by model and class')),
                ('digest', models.CharField(max_length=64)),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
            ],
            options={
                'verbose_name': 'receipt of removal',
                'verbose_name_plural': 'receipts of removal',
                'ordering': ('-at', '-pk'),
            },
        ),
        migrations.CreateModel(
            name='ApiToken',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='What the token is for.', max_length=80, verbose_name='name')),
                ('digest', models.CharField(help_text='SHA-256 of the secret.', max_length=64, unique=True, verbose_name='digest of the key')),
                ('scopes', models.JSONField(default=list, verbose_name='scopes')),
                ('created_at', models.DateTimeField(verbose_name='made at')),
                ('expires_at', models.DateTimeField(verbose_name='valid until')),
                ('last_used_at', models.DateTimeField(blank=True, help_text='To the hour.', null=True, verbose_name='last used at')),
                ('revoked_at', models.DateTimeField(blank=True, null=True, verbose_name='revoked at')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='api_tokens', to=settings.AUTH_USER_MODEL, verbose_name='whose key it is')),
            ],
            options={
                'verbose_name': 'access token',
                'verbose_name_plural': 'access tokens',
                'ordering': ('-created_at', '-pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('expires_at__gt', models.F('created_at'))), name='api_token_expires_after_creation', violation_error_message='A token must expire after it is made.')],
            },
        ),
        migrations.CreateModel(
            name='ContactChoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('address', models.EmailField(blank=True, help_text='In small letters.', max_length=254, verbose_name='address')),
                ('phone', models.CharField(blank=True, help_text='Digits alone.', max_length=20, verbose_name='phone')),
                ('way', models.CharField(choices=[('mail', 'mail'), ('phone', 'phone call'), ('letter', 'letter'), ('message', 'text message or message in a social network')], max_length=8, verbose_name='way')),
                ('is_wanted', models.BooleanField(verbose_name='wanted')),
                ('reason', models.CharField(blank=True, max_length=200, verbose_name='why')),
                ('noted_at', models.DateTimeField(verbose_name='said')),
                ('noted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='noted by')),
                ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='contact_choices', to=settings.AUTH_USER_MODEL, verbose_name='whose choice it is')),
            ],
            options={
                'verbose_name': 'choice of how to be reached',
                'verbose_name_plural': 'choices of how to be reached',
                'ordering': ('-noted_at', '-pk'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('user__isnull', False)), fields=('user', 'way'), name='contact_choice_of_user'), models.UniqueConstraint(condition=models.Q(('address', ''), _negated=True), fields=('address', 'way'), name='contact_choice_of_address'), models.UniqueConstraint(condition=models.Q(('phone', ''), _negated=True), fields=('phone', 'way'), name='contact_choice_of_phone'), models.CheckConstraint(condition=models.Q(models.Q(('address', ''), ('phone', ''), ('user__isnull', False)), models.Q(('phone', ''), ('user__isnull', True), models.Q(('address', ''), _negated=True)), models.Q(('address', ''), ('user__isnull', True), models.Q(('phone', ''), _negated=True)), _connector='OR'), name='contact_choice_is_of_one')],
            },
        ),
        migrations.CreateModel(
            name='MailChoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('address', models.EmailField(blank=True, help_text='In small letters.', max_length=254, verbose_name='address')),
                ('topic', models.CharField(choices=[('account', 'log-in and safety'), ('applications', 'answers to applications and invitations'), ('reminders', 'reminders'), ('events', 'events that you registered for'), ('opportunities', 'opportunities that fit you'), ('news', 'news of the programme'), ('studies', 'start of studies, labour market and culture')], max_length=20, verbose_name='topic')),
                ('is_on', models.BooleanField(verbose_name='wanted')),
                ('changed_at', models.DateTimeField(verbose_name='changed')),
                ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='mail_choices', to=settings.AUTH_USER_MODEL, verbose_name='whose choice it is')),
            ],
            options={
                'verbose_name': 'choice of mails',
                'verbose_name_plural': 'choices of mails',
                'constraints': [models.UniqueConstraint(condition=models.Q(('user__isnull', False)), fields=('user', 'topic'), name='mail_choice_of_user'), models.UniqueConstraint(condition=models.Q(('user__isnull', True)), fields=('address', 'topic'), name='mail_choice_of_address'), models.CheckConstraint(condition=models.Q(models.Q(('address', ''), ('user__isnull', False)), models.Q(('user__isnull', True), models.Q(('address', ''), _negated=True)), _connector='OR'), name='mail_choice_is_of_a_user_or_an_address')],
            },
        ),
        migrations.CreateModel(
            name='Message',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('to_address', models.EmailField(max_length=254, verbose_name='to')),
                ('topic', models.CharField(choices=[('account', 'log-in and safety'), ('applications', 'answers to applications and invitations'), ('reminders', 'reminders'), ('events', 'events that you registered for'), ('opportunities', 'opportunities that fit you'), ('news', 'news of the programme'), ('studies', 'start of studies, labour market and culture')], max_length=20, verbose_name='topic')),
                ('language', models.CharField(max_length=5, verbose_name='language')),
                ('subject', models.CharField(max_length=200, verbose_name='subject')),
                ('text', models.TextField(verbose_name='text')),
                ('opt_out', models.CharField(blank=True, help_text='For the header List-Unsubscribe.', max_length=300, verbose_name='link that takes off the list')),
                ('created_at', models.DateTimeField(db_index=True, verbose_name='written')),
                ('is_kept', models.BooleanField(default=False)),
                ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='attempts')),
                ('next_try_at', models.DateTimeField(verbose_name='next attempt')),
                ('sent_at', models.DateTimeField(blank=True, null=True, verbose_name='sent')),
                ('failed_at', models.DateTimeField(blank=True, null=True, verbose_name='given up')),
                ('failure', models.CharField(blank=True, max_length=300, verbose_name='what went wrong')),
                ('to_user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='mails', to=settings.AUTH_USER_MODEL, verbose_name='whom it went to')),
            ],
            options={
                'verbose_name': 'mail',
                'verbose_name_plural': 'mails',
                'indexes': [models.Index(condition=models.Q(('failed_at__isnull', True), ('is_kept', False), ('sent_at__isnull', True)), fields=['next_try_at'], name='mail_due')],
            },
        ),
        migrations.CreateModel(
            name='OneTapLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, unique=True, verbose_name='digest of the link')),
                ('address', models.EmailField(blank=True, help_text='For somebody without a log-in.', max_length=254, verbose_name='address')),
                ('language', models.CharField(max_length=5, verbose_name='language')),
                ('action', models.CharField(max_length=100, verbose_name='action')),
                ('arguments', models.JSONField(default=dict, verbose_name='arguments')),
                ('created_at', models.DateTimeField(verbose_name='made')),
                ('expires_at', models.DateTimeField(db_index=True, verbose_name='expires')),
                ('used_at', models.DateTimeField(blank=True, null=True, verbose_name='used')),
                ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='one_tap_links', to=settings.AUTH_USER_MODEL, verbose_name='whose link it is')),
            ],
            options={
                'verbose_name': 'one-tap link',
                'verbose_name_plural': 'one-tap links',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('address', ''), ('user__isnull', False)), models.Q(('user__isnull', True), models.Q(('address', ''), _negated=True)), _connector='OR'), name='one_tap_link_is_of_a_user_or_an_address'), models.CheckConstraint(condition=models.Q(('expires_at__gt', models.F('created_at'))), name='one_tap_link_expires_after_creation')],
            },
        ),
    ]
