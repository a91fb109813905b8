"""How far each functie sees in the log: the own group, the own party, or the whole convenant (HEE-4)."""

import pytest

from convenant.poort.models import Logregel
from tests.wereld import KADE_3, LINDELAAN_12

# Whose lines each persona sees. Stock and extract were loaded by ina, jan and eva.
ZIET = {
    "anna": {"anna"},
    "bert": {"anna"},
    "ina": {"anna", "ina"},
    "carla": {"carla"},
    "jan": {"carla", "jan"},
    "eva": {"eva"},
    "frits": {"anna", "ina", "carla", "jan", "eva"},
    "gerda": set(),
    "hugo": set(),
    "lotte": {"anna", "ina"},
    "otto": {"eva"},
    "dirk": set(),
}


@pytest.mark.eis("HEE-4", "HEE-3.3")
@pytest.mark.parametrize("lezer", ZIET)
def test_hoe_ver_iemand_in_het_logboek_ziet(wereld, lezer):
    naam_van = {mens.pk: naam for naam, mens in wereld.mensen.items()}
    wereld.raadpleeg("anna", LINDELAAN_12)
    wereld.raadpleeg("carla", KADE_3)
    with wereld.als(lezer):
        gezien = {naam_van[regel.medewerker_id] for regel in Logregel.objects.all()}
    assert gezien == ZIET[lezer]
