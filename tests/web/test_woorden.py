"""Words of the policy as people read them."""

import pytest

from convenant.web.templatetags.woorden import artikel, woord


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
    ("naam", "gelezen"),
    [
        ("onrechtmatige_bewoning", "Onrechtmatige bewoning"),
        ("brp_raadplegen", "BRP raadplegen"),
        ("bekend_bij_sdv", "Bekend bij SDV"),
        ("swt", "SWT"),
        ("status_wsnp", "Status Wsnp"),
        ("sdvers", "Sdvers"),
    ],
)
def test_a_name_reads_as_words(naam, gelezen):
    assert woord(naam) == gelezen
