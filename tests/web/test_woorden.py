"""Words of the policy as people read them."""

import pytest

from convenant.beleid.taal import Kant
from convenant.beleid.woorden import in_woorden, midden_in_zin
from convenant.web.templatetags.woorden import aan_zet, artikel, regels


@pytest.mark.parametrize(
    ("eis", "gelezen"),
    [
        ("HEE-2.5", "artikel 2.5"),
        ("HEE-9.1.b", "artikel 9.1.b"),
        ("HEE-OW.8", "overweging 8"),
        ("HEE-OND", "ondertekening"),
        ("HAA-B2.1", "bijlage 2.1"),
        ("ZOE-DEF.woonfraude", "definitie woonfraude"),
        ("HEE-2.2.weigering", "artikel 2.2"),
        ("HEE-OW.7.tussenstand", "overweging 7"),
        ("", ""),
    ],
)
def test_an_article_reads_as_people_name_it(eis, gelezen):
    """The word behind the id of a set is ours, not the text's."""
    assert artikel(eis) == gelezen


@pytest.mark.parametrize(
    ("naam", "gelezen", "in_zin"),
    [
        ("onrechtmatige_bewoning", "Onrechtmatige bewoning", "onrechtmatige bewoning"),
        ("melding_bij_swt", "Melding bij wijkteam", "melding bij wijkteam"),
        ("swt_inschakelen", "Wijkteam inschakelen", "wijkteam inschakelen"),
        ("sdv_inschakelen", "SDV inschakelen", "SDV inschakelen"),
        ("status_wsnp", "Status Wsnp", "status Wsnp"),
        ("swt", "Sociaal Wijkteam", "Sociaal Wijkteam"),
        ("brp_raadplegen", "BRP raadplegen", "BRP raadplegen"),
        ("privacycoordinator", "Privacycoördinator", "privacycoördinator"),
        ("opschorting_beeindigen", "Opschorting beëindigen", "opschorting beëindigen"),
        ("categorieen_betrokkenen", "Categorieën betrokkenen", "categorieën betrokkenen"),
        ("", "", ""),
    ],
)
def test_a_name_of_the_policy_reads_as_people_write_it(naam, gelezen, in_zin):
    assert in_woorden(naam) == gelezen
    assert midden_in_zin(naam) == in_zin


@pytest.mark.parametrize(
    ("waarde", "gelezen"),
    [
        ("huurder_met_kinderen_tot_18", ["Huurder met kinderen tot 18"]),
        ("vijfenzestig_plus", ["Vijfenzestig plus"]),
        ("2026-000001", ["2026-000001"]),
        ("Kade 3", ["Kade 3"]),
    ],
)
def test_a_choice_of_the_policy_reads_as_words(waarde, gelezen):
    assert regels(waarde) == gelezen


def test_whose_move_it_is_names_a_functie_as_people_do():
    assert aan_zet((Kant("gemeente", "swt"),)) == "De gemeente is aan zet (Sociaal Wijkteam)"
    assert aan_zet((Kant("gemeente", "burgerzaken"),)) == "De gemeente is aan zet (burgerzaken)"
    assert aan_zet((Kant("corporatie", ""),)) == "De corporatie is aan zet"
