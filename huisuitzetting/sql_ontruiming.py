"""The fence around the way to the judge: rows of the own group of melders, about cases of own tenancies."""

from .sql_huur import BIJ_EIGEN_ZAAK, EIGEN

PROCEDURE, AFWIJKING = "huisuitzetting_procedure", "huisuitzetting_afwijking"
LEES = EIGEN
DAGEN = "begonnen_op, deurwaarder_op, dagvaarding_op, vonnis_op, ontruiming_op"


def schrijf(tabel: str) -> str:
    return BIJ_EIGEN_ZAAK.format(tabel=tabel)
