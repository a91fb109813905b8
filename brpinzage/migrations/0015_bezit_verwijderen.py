from django.db import migrations

from brpinzage import sql

RECHTEN = f"""
grant update (overgeslagen) on brpinzage_bezitvoorstel to convenant_app;
create policy "update" on brpinzage_bezitvoorstel for update to convenant_app
  using ({sql.EIGEN_VOORSTEL}) with check ({sql.EIGEN_VOORSTEL});
"""
RECHTEN_TERUG = """
drop policy "update" on brpinzage_bezitvoorstel;
revoke update (overgeslagen) on brpinzage_bezitvoorstel from convenant_app;
"""


class Migration(migrations.Migration):
    """A beheerder takes out a period that never was; a proposal counts the units that are no dwelling."""

    dependencies = [("brpinzage", "0014_verzoek"), ("verstrekkingen", "0001_tabellen")]
    operations = [migrations.RunSQL(*sql.VERWIJDER), migrations.RunSQL(RECHTEN, RECHTEN_TERUG)]
