import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('base', '__first__'),
        ('people', '0001_tables'),
        ('programmes', '0001_tables'),
    ]

    operations = [
        migrations.CreateModel(
            name='Benchmark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('label', models.CharField(max_length=150, verbose_name='what it counts')),
                ('months', models.PositiveSmallIntegerField(choices=[(6, '6'), (12, '12'), (24, '24')], verbose_name='after so many months')),
                ('percent', models.DecimalField(decimal_places=1, max_digits=4, validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(100)], verbose_name='percent that stay')),
                ('source', models.CharField(max_length=200, verbose_name='source')),
                ('year', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1990), django.core.validators.MaxValueValidator(2100)], verbose_name='year')),
                ('added_at', models.DateTimeField(verbose_name='added at')),
                ('added_by_name', models.CharField(blank=True, max_length=150, verbose_name='name of who added it')),
                ('added_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='added by')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='benchmarks', to='programmes.programme')),
            ],
            options={
                'verbose_name': 'official figure',
                'verbose_name_plural': 'official figures',
                'ordering': ('months', '-year', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='CohortMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('intake', models.CharField(blank=True, help_text='Like 2024; empty: none.', max_length=30, verbose_name='intake')),
                ('beginning', models.CharField(choices=[('placement', 'the placement'), ('graduation', 'the end of the studies')], max_length=10, verbose_name='counted from')),
                ('began_on', models.DateField(verbose_name='the months count from')),
                ('is_placed', models.BooleanField(default=False, verbose_name='placed through the programme')),
                ('home_region', models.CharField(blank=True, help_text='Code of the labour market of the placement; empty: not known.', max_length=40, verbose_name='region')),
                ('added_at', models.DateTimeField(verbose_name='added')),
                ('last_due_at', models.DateTimeField(verbose_name='last question')),
                ('candidate', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='cohorts', to='people.candidate', verbose_name='candidate')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='cohort_members', to='programmes.programme', verbose_name='programme')),
            ],
            options={
                'verbose_name': 'person who is followed up',
                'verbose_name_plural': 'people who are followed up',
                'ordering': ('pk',),
                'indexes': [models.Index(fields=['programme', 'intake'], name='cohort_of_programme')],
                'constraints': [models.UniqueConstraint(fields=('candidate', 'programme'), name='cohort_member_once')],
            },
        ),
        migrations.CreateModel(
            name='FollowUp',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('months', models.PositiveSmallIntegerField(verbose_name='months after the beginning')),
                ('due_date', models.DateField(verbose_name='due')),
                ('asked_at', models.DateTimeField(blank=True, null=True, verbose_name='asked by mail')),
                ('reminded_at', models.DateTimeField(blank=True, null=True, verbose_name='reminded')),
                ('answer', models.CharField(blank=True, choices=[('same', 'still in the same company'), ('region', 'another job in the region'), ('study', 'studying, in the region'), ('seeking', 'looking for work, in the region'), ('country', 'elsewhere in the country'), ('abroad', 'abroad'), ('none', 'no answer')], help_text='Empty: not known yet.', max_length=10, verbose_name='answer')),
                ('place_name', models.CharField(blank=True, max_length=100, verbose_name='place of work')),
                ('country', models.CharField(blank=True, max_length=2, verbose_name='country of work')),
                ('region', models.CharField(blank=True, help_text='Made from the place of work.', max_length=40, verbose_name='labour market of the place')),
                ('since_date', models.DateField(blank=True, help_text='When somebody left, as far as it is known.', null=True, verbose_name='left on')),
                ('source', models.CharField(blank=True, choices=[('self', 'the person, here or by the link of a mail'), ('told', 'the person told us'), ('company', 'the company told us')], max_length=8, verbose_name='how we know')),
                ('note', models.CharField(blank=True, max_length=200, verbose_name='a note on how we know')),
                ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='known since')),
                ('answered_by_name', models.CharField(blank=True, max_length=150, verbose_name='name of who noted it')),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='noted by')),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='follow_ups', to='effects.cohortmember', verbose_name='person who is followed up')),
            ],
            options={
                'verbose_name': 'question whether somebody stays',
                'verbose_name_plural': 'questions whether somebody stays',
                'ordering': ('due_date', 'pk'),
                'indexes': [models.Index(fields=['answer', 'due_date'], name='follow_up_due')],
                'constraints': [models.UniqueConstraint(fields=('member', 'months'), name='follow_up_once'), models.CheckConstraint(condition=models.Q(('answer__in', ('', 'none')), models.Q(('source', ''), _negated=True), _connector='OR'), name='follow_up_answer_has_a_source', violation_error_message='Say how we know.')],
            },
        ),
    ]
