from django.db import migrations, models
from django.db.models import Q

from brobygger.apps.base.models.audit_entry import GENESIS, entry_hash

BATCH = 1000


def chain_entries(apps, schema_editor):
    """Give the entries that are there already their hashes, in the order of their ids."""
    entries = apps.get_model("base", "AuditEntry").objects.order_by("pk")
    entry_id, previous = 0, GENESIS
    batch = list(entries[:BATCH])
    while batch:
        for entry in batch:
            entry.previous_hash = previous
            entry.hash = previous = entry_hash(entry)
            entry_id = entry.pk
        entries.model.objects.bulk_update(batch, ["previous_hash", "hash"], batch_size=200)
        batch = list(entries.filter(pk__gt=entry_id)[:BATCH])
    apps.get_model("base", "AuditHead").objects.create(pk=1, entry_id=entry_id, hash=previous)


class Migration(migrations.Migration):

    dependencies = [
        ('base', '0003_mail'),
    ]

    operations = [
        migrations.CreateModel(
            name='AuditHead',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry_id', models.BigIntegerField(default=0, help_text='The last entry; 0 before the first.')),
                ('hash', models.CharField(default=GENESIS, max_length=64)),
            ],
            options={
                'verbose_name': 'head of the audit trail',
                'verbose_name_plural': 'heads of the audit trail',
                'constraints': [models.CheckConstraint(condition=Q(('pk', 1)), name='audit_head_is_one_row')],
            },
        ),
        migrations.AddField(
            model_name='auditentry',
            name='previous_hash',
            field=models.CharField(default='', max_length=64),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='auditentry',
            name='hash',
            field=models.CharField(default='', max_length=64),
            preserve_default=False,
        ),
        migrations.RunPython(chain_entries, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name='auditentry',
            constraint=models.UniqueConstraint(fields=('hash',), name='audit_hash_once'),
        ),
        migrations.AddConstraint(
            model_name='auditentry',
            constraint=models.UniqueConstraint(fields=('previous_hash',), name='audit_chain_never_forks'),
        ),
    ]
