"""Words of the policy as people read them."""

import pytest

from convenant.beleid.woorden import in_woorden, midden_in_zin
from convenant.web.templatetags.woorden import artikel


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
        ("", "", ""),
    ],
)
def test_a_name_of_the_policy_reads_as_people_write_it(naam, gelezen, in_zin):
    assert in_woorden(naam) == gelezen
    assert midden_in_zin(naam) == in_zin
