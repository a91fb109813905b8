"""The forms of paying again, as a browser sends them: nothing typed is lost, and each error stands at its field."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from tests.huisuitzetting import verhaal_geld as verhaal
from tests.huisuitzetting.huur import MELDER
from tests.huisuitzetting.verhaal_geld import WIJKTEAM
from tests.huisuitzetting.wijkteam import alleen_schuld
from tests.schermen.klant import log_in
from tests.wereld import Wereld
from tests.zaken import velden, zie

VOORSTEL = {"hervatting": "01-12-2026", "lopende_huur": "700,00", "kenmerk": str(uuid4())}
REGELING = {"bedrag_per_termijn": "1.110,50", "aantal_termijnen": "10", "startdatum_regeling": "1-12-2026"}


def adres(zaak: int, handeling: str) -> str:
    return reverse("zaakhandeling", args=["haarlem", zaak, handeling])


def stuur(klant: Client, zaak: int, handeling: str, **velden: Any) -> str:
    """The page that comes of it; "" when it led on to the case."""
    antwoord = klant.post(adres(zaak, handeling), velden)
    if antwoord.status_code == 302:
        assert antwoord.url == reverse("zaak", args=["haarlem", zaak])
        return ""
    assert antwoord.status_code == 200
    return antwoord.content.decode()


@pytest.mark.eis("HAA-6.2", "HAA-6.3")
@pytest.mark.parametrize(
    ("ingevuld", "zin"),
    [
        ({}, "kruis aan dat die nog niet mogelijk is"),
        ({"bedrag_per_termijn": "110,00"}, "Een regeling heeft een bedrag, een aantal termijnen"),
        (REGELING | {"nog_niet_mogelijk": "on"}, "Kies een van de twee."),
        (REGELING | {"aantal_termijnen": "121"}, "van 1 tot en met 120"),
        (REGELING | {"startdatum_regeling": "31-02-2027"}, "Deze datum bestaat niet."),
        (REGELING | {"startdatum_regeling": "01-01-2020"}, "Deze regeling is dan al afgelopen."),
        ({"lopende_huur": "-3", "nog_niet_mogelijk": "on"}, "ten minste 0"),
    ],
)
def test_een_fout_in_het_voorstel_staat_bij_het_veld(
    haarlem: Wereld, ingevuld: dict[str, str], zin: str
) -> None:
    zaak = alleen_schuld(haarlem)
    pagina = stuur(log_in(haarlem, WIJKTEAM), zaak, "voorstel_doen", **(VOORSTEL | ingevuld))
    assert zin in pagina
    for waarde in ingevuld.values():
        if waarde != "on":
            assert f'value="{waarde}"' in pagina
    assert zie(haarlem, WIJKTEAM, zaak).stap == "alleen_schuld"


@pytest.mark.eis("HAA-6.2", "HAA-6.4")
def test_van_voorstel_tot_verbroken_langs_de_schermen(haarlem: Wereld) -> None:
    zaak = alleen_schuld(haarlem)
    wijkteam, corporatie = log_in(haarlem, WIJKTEAM), log_in(haarlem, MELDER)
    assert not stuur(wijkteam, zaak, "voorstel_doen", **(VOORSTEL | REGELING))
    # Filled in from the proposal.
    vooraf = corporatie.get(adres(zaak, "regeling_treffen")).content.decode()
    for waarde in ("1110,50", "10", "01-12-2026"):
        assert f'value="{waarde}"' in vooraf
    assert "Schrijf op waarom." in stuur(
        corporatie, zaak, "regeling_treffen", **(REGELING | {"aantal_termijnen": "12"})
    )
    assert not stuur(corporatie, zaak, "regeling_treffen", **REGELING)
    goede_wil = {"sinds": "23-11-2026", "lopende_huur_sinds": "23-11-2026", "goede_wil": "Belt zelf terug."}
    assert not stuur(corporatie, zaak, "incasso_opschorten", **goede_wil)
    huur = corporatie.get(reverse("zaak_huur", args=["haarlem", zaak]), follow=True).content.decode()
    assert "Belt zelf terug." in huur
    assert "Belt zelf terug." not in wijkteam.get(reverse("zaak", args=["haarlem", zaak])).content.decode()
    niet = {"dag": "23-11-2026", "afspraak": "lopende_huur"}
    assert not stuur(wijkteam, zaak, "niet_nakoming_melden", **niet)
    assert velden(haarlem, MELDER, zaak, "niet_nagekomen_volgens_wijkteam")["afspraak"] == "lopende_huur"


@pytest.mark.eis("HAA-5.1")
def test_een_vervallen_voorwaarde_komt_uit_een_lijst(haarlem: Wereld) -> None:
    zaak = verhaal.regeling(haarlem, verhaal.voorstel(haarlem, alleen_schuld(haarlem)))
    verhaal.opgeschort(haarlem, zaak)
    klant = log_in(haarlem, MELDER)
    assert "Maak een keuze" in stuur(klant, zaak, "opschorting_beeindigen", sinds="23-11-2026")
    assert not stuur(klant, zaak, "opschorting_beeindigen", sinds="23-11-2026", voorwaarde="goede_wil")
    assert velden(haarlem, WIJKTEAM, zaak, "einde_opschorting")["vervallen_voorwaarde"] == "goede_wil"
