from django.db import migrations

from convenant.partijen.sql import EIGEN_GESCHIEDENIS, EIGEN_GESCHIEDENIS_TERUG


class Migration(migrations.Migration):
    """History of rights in another convenant is nobody's to write."""

    dependencies = [("partijen", "0010_hek_blijft")]
    operations = [migrations.RunSQL(EIGEN_GESCHIEDENIS, EIGEN_GESCHIEDENIS_TERUG)]
