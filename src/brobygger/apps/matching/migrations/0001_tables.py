import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('base', '__first__'),
        ('opportunities', '0001_tables'),
        ('people', '0001_tables'),
        ('programmes', '0001_tables'),
    ]

    operations = [
        migrations.CreateModel(
            name='BrochureBlock',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=600, unique=True, verbose_name='programmes')),
                ('people', models.PositiveIntegerField(default=0, verbose_name='people')),
                ('numbers', models.JSONField(default=dict, verbose_name='numbers')),
                ('published_at', models.DateTimeField(verbose_name='as of')),
            ],
            options={
                'verbose_name': 'part of the brochure',
                'verbose_name_plural': 'parts of the brochure',
                'ordering': ('key',),
            },
        ),
        migrations.CreateModel(
            name='PublicationCount',
            fields=[
                ('opportunity', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='publication_count', serialize=False, to='opportunities.opportunity')),
                ('eligible', models.PositiveIntegerField(verbose_name='meet every must')),
                ('pool', models.PositiveIntegerField(verbose_name='candidates there were')),
                ('counted_at', models.DateTimeField()),
            ],
            options={
                'verbose_name': 'count at publication',
                'verbose_name_plural': 'counts at publication',
            },
        ),
        migrations.CreateModel(
            name='BrochureMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('block', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='matching.brochureblock', verbose_name='part of the brochure')),
                ('candidate', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='brochure_member', to='people.candidate', verbose_name='candidate')),
            ],
            options={
                'verbose_name': 'candidate in the brochure',
                'verbose_name_plural': 'candidates in the brochure',
            },
        ),
        migrations.CreateModel(
            name='MatchRunInput',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(db_index=True, help_text='SHA-256 of the inputs as they were.', max_length=64)),
                ('content', models.BinaryField(help_text='Canonical JSON, compressed, see data.match_inputs.', verbose_name='candidates and opportunities as they were read')),
                ('removed_count', models.PositiveIntegerField(default=0, help_text='How many candidates were taken out since.')),
                ('kept_at', models.DateTimeField()),
            ],
            options={
                'verbose_name': 'inputs of match runs',
                'verbose_name_plural': 'inputs of match runs',
                'constraints': [models.UniqueConstraint(condition=models.Q(('removed_count', 0)), fields=('digest',), name='match_run_input_whole_once')],
            },
        ),
        migrations.CreateModel(
            name='MatchRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('current', 'current'), ('superseded', 'superseded')], default='current', max_length=10)),
                ('parameters', models.JSONField(default=dict, help_text='Length of the lists and how strictly rules are read.')),
                ('weights', models.JSONField(default=dict, help_text='Points of each part of the score.')),
                ('fairness', models.JSONField(default=dict, help_text='Figures by group, small groups left out, see core.matching.fairness.')),
                ('inputs_digest', models.CharField(help_text='SHA-256 of candidates and opportunities as read.', max_length=64)),
                ('vocabulary_digest', models.CharField(max_length=64)),
                ('scoring_version', models.CharField(blank=True, max_length=100)),
                ('output_digest', models.CharField(blank=True, help_text='SHA-256 of the result, see core.matching.output_digest.', max_length=64)),
                ('candidate_count', models.PositiveIntegerField()),
                ('opportunity_count', models.PositiveIntegerField()),
                ('started_at', models.DateTimeField()),
                ('programme', models.ForeignKey(blank=True, help_text='Empty: all candidates and all open opportunities.', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='match_runs', to='programmes.programme')),
                ('started_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='started by')),
                ('inputs', models.ForeignKey(blank=True, help_text='Empty: never kept, or dropped when the time to keep them was over.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='runs', to='matching.matchruninput')),
            ],
            options={
                'verbose_name': 'match run',
                'verbose_name_plural': 'match runs',
                'ordering': ('-started_at', '-pk'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('programme__isnull', False), ('state', 'current')), fields=('programme',), name='match_run_one_current_of_programme', violation_error_message='The programme has a current match run already.'), models.UniqueConstraint(condition=models.Q(('programme__isnull', True), ('state', 'current')), fields=('state',), name='match_run_one_current_of_all', violation_error_message='There is a current match run over all already.')],
            },
        ),
        migrations.CreateModel(
            name='Outcome',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('stage', models.CharField(choices=[('rejected', 'rejected'), ('invited', 'invited'), ('dated_again', 'dated again'), ('hired', 'hired')], max_length=12, verbose_name='how far it went')),
                ('parts', models.JSONField(verbose_name='parts of the score')),
                ('recorded_at', models.DateTimeField()),
                ('candidate', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='outcomes', to='people.candidate', verbose_name='candidate')),
                ('opportunity', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='outcomes', to='opportunities.opportunity')),
                ('recorded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by')),
            ],
            options={
                'verbose_name': 'outcome',
                'verbose_name_plural': 'outcomes',
                'ordering': ('-recorded_at', '-pk'),
                'constraints': [models.UniqueConstraint(fields=('opportunity', 'candidate'), name='outcome_pair_once', violation_error_message='What came of this pair is recorded already.'), models.CheckConstraint(condition=models.Q(('stage__in', ['rejected', 'invited', 'dated_again', 'hired'])), name='outcome_stage_known')],
            },
        ),
        migrations.CreateModel(
            name='RankingShown',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('viewer_name', models.CharField(help_text='Stays when the user is removed.', max_length=150, verbose_name='name of who saw it')),
                ('shown_at', models.DateTimeField()),
                ('inputs_digest', models.CharField(help_text='SHA-256 of the opportunity and of who was shown, as the matcher saw them.', max_length=64)),
                ('vocabulary_digest', models.CharField(max_length=64)),
                ('parameters', models.JSONField(help_text='Length of the list, how strictly rules are read, what it is narrowed to, the stamp of the pool.')),
                ('weights', models.JSONField(help_text='Points of each part of the score.')),
                ('scoring_version', models.CharField(max_length=100)),
                ('pool', models.PositiveIntegerField(help_text='How many candidates there were.')),
                ('eligible', models.PositiveIntegerField(help_text='How many no rule excluded.')),
                ('withheld', models.PositiveIntegerField(help_text='How many of the list the viewer could not see.')),
                ('rows', models.JSONField(verbose_name='lines of the list')),
                ('output_digest', models.CharField(max_length=64)),
                ('inputs', models.ForeignKey(blank=True, help_text='Empty: never kept, or dropped when the time to keep them was over.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='rankings_shown', to='matching.matchruninput')),
                ('opportunity', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rankings_shown', to='opportunities.opportunity')),
                ('viewer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='seen by')),
            ],
            options={
                'verbose_name': 'ranking shown',
                'verbose_name_plural': 'rankings shown',
                'ordering': ('-shown_at', '-pk'),
            },
        ),
        migrations.CreateModel(
            name='WeightProposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('open', 'open'), ('accepted', 'accepted'), ('declined', 'declined'), ('superseded', 'superseded')], default='open', max_length=10)),
                ('in_use', models.JSONField(help_text='Points of each part when the proposal was made.')),
                ('proposed', models.JSONField(help_text='Points of each part as proposed.')),
                ('figures', models.JSONField()),
                ('fairness_before', models.JSONField()),
                ('fairness_after', models.JSONField()),
                ('proposed_at', models.DateTimeField()),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('decided_by_name', models.CharField(blank=True, help_text='Stays when the user is removed.', max_length=150, verbose_name='name of who decided')),
                ('reason', models.TextField(blank=True)),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='decided by')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='weight_proposals', to='programmes.programme')),
                ('proposed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='proposed by')),
            ],
            options={
                'verbose_name': 'proposal of weights',
                'verbose_name_plural': 'proposals of weights',
                'ordering': ('-proposed_at', '-pk'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'open')), fields=('programme',), name='weight_proposal_one_open', violation_error_message='The programme has an open proposal already.'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['accepted', 'declined']), _negated=True), models.Q(('decided_at__isnull', False), models.Q(('decided_by_name', ''), _negated=True), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='weight_proposal_decided_by_somebody', violation_error_message='Somebody decides on a proposal, with a reason.')],
            },
        ),
        migrations.CreateModel(
            name='MailedOpportunity',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mailed_at', models.DateTimeField(verbose_name='mailed at')),
                ('candidate', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mailed_opportunities', to='people.candidate', verbose_name='candidate')),
                ('opportunity', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mailed_to', to='opportunities.opportunity', verbose_name='opportunity')),
            ],
            options={
                'verbose_name': 'opportunity in a mail',
                'verbose_name_plural': 'opportunities in mails',
                'ordering': ('-mailed_at', '-pk'),
                'constraints': [models.UniqueConstraint(fields=('candidate', 'opportunity'), name='opportunity_mailed_once', violation_error_message='This candidate got a mail about this opportunity already.')],
            },
        ),
        migrations.CreateModel(
            name='Match',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rank', models.PositiveIntegerField(blank=True, help_text="Place in the opportunity's list; 1 is best.", null=True, verbose_name="place in the opportunity's list")),
                ('candidate_rank', models.PositiveIntegerField(blank=True, help_text="Place in the candidate's list; 1 is best.", null=True, verbose_name="place in the candidate's list")),
                ('score', models.BigIntegerField(help_text='Whole points.', verbose_name='points')),
                ('percent', models.PositiveSmallIntegerField(help_text='The score in percent of the highest possible.', verbose_name='percent of the highest possible')),
                ('parts', models.JSONField(verbose_name='parts of the score')),
                ('candidate', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='matches', to='people.candidate', verbose_name='candidate')),
                ('opportunity', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='matches', to='opportunities.opportunity')),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='matches', to='matching.matchrun')),
            ],
            options={
                'verbose_name': 'match',
                'verbose_name_plural': 'matches',
                'ordering': ('run_id', 'opportunity_id', 'rank'),
                'constraints': [models.UniqueConstraint(fields=('run', 'opportunity', 'candidate'), name='match_pair_once', violation_error_message='The pair is in this run already.'), models.UniqueConstraint(fields=('run', 'opportunity', 'rank'), name='match_rank_once'), models.UniqueConstraint(fields=('run', 'candidate', 'candidate_rank'), name='match_candidate_rank_once'), models.CheckConstraint(condition=models.Q(('rank__isnull', False), ('candidate_rank__isnull', False), _connector='OR'), name='match_stands_in_a_list', violation_error_message='A match stands in a list of at least one side.'), models.CheckConstraint(condition=models.Q(('percent__lte', 100)), name='match_percent_to_100')],
            },
        ),
        migrations.CreateModel(
            name='ExclusionCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rule', models.CharField(max_length=16)),
                ('subject', models.CharField(blank=True, help_text='What within the rule: the languages of a need.', max_length=60)),
                ('count', models.PositiveIntegerField()),
                ('opportunity', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='exclusion_counts', to='opportunities.opportunity')),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='exclusion_counts', to='matching.matchrun')),
            ],
            options={
                'verbose_name': 'excluded by a rule',
                'verbose_name_plural': 'excluded by rules',
                'ordering': ('run_id', 'opportunity_id', '-count', 'rule', 'subject'),
                'constraints': [models.UniqueConstraint(fields=('run', 'opportunity', 'rule', 'subject'), name='exclusion_count_once')],
            },
        ),
    ]
