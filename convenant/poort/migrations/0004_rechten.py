from django.db import migrations

# Written by `migrate` alone, or by nobody (convenant/poort/tabellen.py).
ALLEEN_LEZEN = (
    "auth_permission, auth_group_permissions, django_content_type, django_migrations, guardian_groupobjectpermission,"
    " guardian_userobjectpermission, partijen_account_groups, partijen_account_user_permissions"
)

# Locking a row of partijen_groep, as granting an autorisatie does, asks the right to update some column. The key is
# the one that everything which hangs on it holds in place.
RECHTEN = f"""
revoke insert, update, delete on {ALLEEN_LEZEN} from convenant_app;
revoke update, delete on auditlog_logentry, partijen_groep from convenant_app;
grant update (group_id) on partijen_groep to convenant_app;
"""
RECHTEN_TERUG = f"""
revoke update (group_id) on partijen_groep from convenant_app;
grant update, delete on auditlog_logentry, partijen_groep to convenant_app;
grant insert, update, delete on {ALLEEN_LEZEN} to convenant_app;
"""


class Migration(migrations.Migration):
    """What the application never writes, it may not write: lists of Django, what is past, what a group may read."""

    dependencies = [
        ("auditlog", "0017_add_actor_email"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("guardian", "0003_remove_groupobjectpermission_guardian_gr_content_ae6aec_idx_and_more"),
        ("partijen", "0002_tabellen"),
        ("poort", "0003_hek"),
    ]
    operations = [migrations.RunSQL(RECHTEN, RECHTEN_TERUG)]
