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
            name='Correction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('document_sort', models.CharField(choices=[('ad', 'ad'), ('cv', 'CV')], max_length=2)),
                ('document_id', models.BigIntegerField(help_text='Number of the opportunity or the candidate.', verbose_name='number of the text')),
                ('text_digest', models.CharField(help_text='Of the text that the offsets count in.', max_length=16)),
                ('fact_id', models.BigIntegerField()),
                ('right_fact_id', models.BigIntegerField(help_text='The fact that was added instead, if this correction added it.', null=True)),
                ('kind', models.CharField(choices=[('skill', 'skill'), ('occupation', 'occupation'), ('language', 'language'), ('education', 'education'), ('experience', 'experience'), ('place', 'place'), ('remote', 'remote'), ('start', 'start'), ('duration', 'duration'), ('hours', 'hours'), ('pay', 'pay'), ('work_right', 'work_right'), ('opportunity_kind', 'opportunity_kind'), ('places', 'places'), ('deadline', 'deadline'), ('market', 'market'), ('contact', 'contact')], max_length=20)),
                ('words', models.TextField(blank=True, help_text='The words of the text that were read so.', verbose_name='words of the text')),
                ('span_start', models.PositiveIntegerField(null=True)),
                ('span_end', models.PositiveIntegerField(null=True)),
                ('language', models.CharField(max_length=8)),
                ('role', models.CharField(choices=[('title', 'title'), ('requirement', 'requirement'), ('advantage', 'advantage'), ('task', 'task'), ('offer', 'offer'), ('company', 'company'), ('diversity', 'diversity'), ('contact', 'contact'), ('application', 'application'), ('education', 'education'), ('work', 'work'), ('skills', 'skills'), ('languages', 'languages'), ('personal', 'personal'), ('wish', 'wish'), ('other', 'other')], max_length=12)),
                ('confidence', models.FloatField()),
                ('method', models.CharField(max_length=20)),
                ('read', models.JSONField(help_text='What was read.', verbose_name='what was read')),
                ('state_before', models.CharField(choices=[('read', 'read from the text'), ('confirmed', 'confirmed'), ('rejected', 'rejected'), ('added', 'added by a person')], max_length=10)),
                ('said', models.CharField(choices=[('right', 'right'), ('wrong', 'wrong'), ('other', 'something else'), ('undone', 'undone')], max_length=10, verbose_name='what was said of it')),
                ('right', models.JSONField(help_text='What is right; empty where nothing is.', null=True, verbose_name='what is right')),
                ('undoes', models.BigIntegerField(null=True, unique=True)),
                ('at', models.DateTimeField(db_index=True, verbose_name='corrected at')),
                ('by_id', models.BigIntegerField(help_text='Empty: the product itself.', null=True, verbose_name='number of who corrected it')),
                ('by_name', models.CharField(blank=True, max_length=150, verbose_name='name of who corrected it')),
            ],
            options={
                'verbose_name': 'correction',
                'verbose_name_plural': 'corrections',
                'ordering': ('pk',),
                'indexes': [models.Index(fields=['document_sort', 'fact_id'], name='correction_fact')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('span_end__isnull', True), ('span_start__isnull', True)), ('span_end__gt', models.F('span_start')), _connector='OR'), name='correction_span_runs_forward'), models.CheckConstraint(condition=models.Q(models.Q(('said', 'undone'), ('undoes__isnull', False)), models.Q(models.Q(('said', 'undone'), _negated=True), ('undoes__isnull', True)), _connector='OR'), name='correction_undone_names_which')],
            },
        ),
        migrations.CreateModel(
            name='Vocabulary',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200)),
                ('path', models.CharField(blank=True, help_text='Empty for the vocabulary that comes with Brobygger.', max_length=500)),
                ('digest', models.CharField(help_text='SHA-256 of the file.', max_length=64, unique=True)),
                ('languages', models.JSONField(default=list)),
                ('skill_count', models.PositiveIntegerField()),
                ('occupation_count', models.PositiveIntegerField()),
                ('group_count', models.PositiveIntegerField()),
                ('label_count', models.PositiveIntegerField()),
                ('is_default', models.BooleanField(default=False)),
                ('loaded_at', models.DateTimeField()),
                ('loaded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='loaded by')),
            ],
            options={
                'verbose_name': 'vocabulary',
                'verbose_name_plural': 'vocabularies',
                'constraints': [models.UniqueConstraint(condition=models.Q(('is_default', True)), fields=('is_default',), name='vocabulary_one_default', violation_error_message='Another vocabulary is the default already.')],
            },
        ),
    ]
