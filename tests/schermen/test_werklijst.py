"""The work list on screen: each number is the length of the list behind it."""

import re

from tests.brpinzage.test_afwijkingen import bevind
from tests.wereld import Wereld

TAB = re.compile(r'app-tabs__tab" href="([^"]+)"[^>]*>[^<]*<span class="app-tabs__count">(\d+)')


def test_een_getal_is_zo_lang_als_de_lijst_erachter(klant, wereld: Wereld) -> None:
    """Also when only one's own cases are shown: nobody handles this one."""
    zaak = bevind(wereld)
    anna = klant("anna")
    for van in ("", "mij", "niemand"):
        tabs = TAB.findall(anna.get("/heemstede/zaken/", {"stand": "open", "van": van}).content.decode())
        assert len(tabs) == 6
        for adres, aantal in tabs:
            lijst = anna.get(adres.replace("&amp;", "&")).content.decode()
            assert lijst.count(f"/heemstede/zaken/{zaak}/") == int(aantal)
