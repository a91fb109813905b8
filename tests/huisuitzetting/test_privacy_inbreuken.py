"""Breaches: seen by anybody, told to the others within a day, complete in the own register before they close (article 9)."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from convenant.poort import dossier
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.poort.werklijst import werklijst
from convenant.poort.zaken import zaak_van
from convenant.termijnen.models import Klok
from convenant.tijd import stel_in
from huisuitzetting.privacyreglement import inbreuken
from tests.huisuitzetting import privacy
from tests.huisuitzetting.huur import MELDER
from tests.huisuitzetting.privacy import ANDER, CORPORATIE, GEMEENTE, INBREUK, REGISTER
from tests.huisuitzetting.recht import SDV, SWT, TROUBLESHOOTER, klok, stap, ziet
from tests.wereld import NU, Wereld

VAN = {MELDER: CORPORATIE, SWT: GEMEENTE, SDV: GEMEENTE, TROUBLESHOOTER: GEMEENTE}


def meld(wereld: Wereld, zaak: int, *aan: str, wie: str = CORPORATIE, reden: str = "") -> None:
    groepen = [privacy.groep(wereld, naam) for naam in aan or (ANDER, GEMEENTE)]
    with wereld.als(wie):
        inbreuken.meld(zaak, groepen, reden, uuid4())


def werk_bij(wereld: Wereld, zaak: int, wie: str = CORPORATIE, **anders: Any) -> None:
    with wereld.als(wie):
        gezien = inbreuken.versie_van(zaak_van(zaak))
        inbreuken.werk_register_bij(zaak, REGISTER | anders, uuid4(), gezien)


def sluit(wereld: Wereld, zaak: int, wie: str = CORPORATIE) -> None:
    with wereld.als(wie):
        inbreuken.sluit(zaak)


@pytest.mark.eis("HAA-PR9.3", "HAA-PR9.3.vastlegging", "HAA-PR5.1")
@pytest.mark.parametrize("wie", VAN)
def test_wie_een_lek_ziet_meldt_het_bij_de_eigen_privacycoordinator(haarlem: Wereld, wie: str) -> None:
    zaak = privacy.inbreuk(haarlem, wie)
    eigen = VAN[wie]
    assert ziet(haarlem, eigen, zaak)["vastgelegde_inbreuk"]["aard_inbreuk"] == INBREUK.aard
    assert privacy.berichten(haarlem, eigen) == ["Een collega heeft een datalek gemeld"]
    melden, ap = (klok(haarlem, zaak, naam, eigen) for naam in ("inbreuk_melden", "inbreuk_melden_bij_ap"))
    assert melden
    assert ap
    assert {melden.groep_id, ap.groep_id} == {privacy.groep(haarlem, eigen)}
    assert (melden.vervalt_op, ap.vervalt_op) == (NU + timedelta(hours=22), NU + timedelta(hours=70))
    with haarlem.als(eigen):
        assert [regel.label for regel in werklijst()] == ["Een brief ging naar het verkeerde adres."]
    anderen = {*VAN, CORPORATIE, GEMEENTE, ANDER} - {wie, eigen}
    for ander in anderen:
        with haarlem.als(ander), pytest.raises(NietGevonden):
            dossier.lees_zaak(zaak)


@pytest.mark.eis("HAA-PR9.1", "HAA-PR9.1.melding")
def test_de_andere_partijen_krijgen_vier_gegevens(haarlem: Wereld) -> None:
    zaak = privacy.inbreuk(haarlem, MELDER, omvang="Een huurder")
    werk_bij(haarlem, zaak, omvang_inbreuk="Twee huurders")
    with stel_in(NU + timedelta(hours=20)):
        meld(haarlem, zaak)
    for wie in (ANDER, GEMEENTE):
        assert ziet(haarlem, wie, zaak) == {
            "inbreukmelding": {
                "aard_inbreuk": INBREUK.aard,
                "omvang_inbreuk": "Twee huurders",  # what the register says since
                "datum_tijd_bekend": REGISTER["datum_tijd_bekend"],
                "soort_persoonsgegevens": INBREUK.gegevens,
            }
        }
        assert privacy.berichten(haarlem, wie) == ["Een andere partij heeft een datalek gemeld"]
    gemeld = klok(haarlem, zaak, "inbreuk_melden", CORPORATIE)
    assert gemeld
    assert (gemeld.stand, gemeld.verlopen_op) == (Klok.VOLDAAN, None)
    assert stap(haarlem, zaak, CORPORATIE) == "inbreuk_gemeld"


@pytest.mark.eis("HAA-PR9.1")
def test_na_24_uur_met_de_reden(haarlem: Wereld) -> None:
    zaak = privacy.inbreuk(haarlem)
    with stel_in(NU + timedelta(hours=22)):
        with pytest.raises(Ongeldig, match="reden"):
            meld(haarlem, zaak)
        meld(haarlem, zaak, reden="Het was weekend.")
    assert ziet(haarlem, GEMEENTE, zaak)["inbreukmelding"]["reden_te_laat"] == "Het was weekend."
    gemeld = klok(haarlem, zaak, "inbreuk_melden", CORPORATIE)
    assert gemeld
    assert gemeld.verlopen_op is not None


@pytest.mark.eis("HAA-PR9.1")
def test_op_tijd_gaat_er_geen_reden_mee(haarlem: Wereld) -> None:
    zaak = privacy.inbreuk(haarlem)
    meld(haarlem, zaak, reden="Niet nodig.")
    assert "reden_te_laat" not in ziet(haarlem, GEMEENTE, zaak)["inbreukmelding"]


@pytest.mark.eis("HAA-PR9.1")
def test_alleen_wie_is_gekozen_weet_het(haarlem: Wereld) -> None:
    zaak = privacy.inbreuk(haarlem)
    with pytest.raises(Ongeldig, match="partijen"):
        meld(haarlem, zaak, CORPORATIE)
    meld(haarlem, zaak, GEMEENTE)
    with haarlem.als(ANDER), pytest.raises(NietGevonden):
        dossier.lees_zaak(zaak)


@pytest.mark.eis("HAA-PR9.3")
def test_het_register_blijft_bij_de_eigen_partij(haarlem: Wereld) -> None:
    zaak = privacy.inbreuk(haarlem, MELDER)
    meld(haarlem, zaak)
    werk_bij(haarlem, zaak)
    assert "inbreukregister" in ziet(haarlem, CORPORATIE, zaak)
    for wie in (ANDER, GEMEENTE, MELDER):
        assert "inbreukregister" not in ziet(haarlem, wie, zaak)


@pytest.mark.eis("HAA-PR9.3")
@pytest.mark.parametrize("veld", sorted(REGISTER))
def test_sluiten_kan_als_alle_onderdelen_zijn_ingevuld(haarlem: Wereld, veld: str) -> None:
    zaak = privacy.inbreuk(haarlem)
    meld(haarlem, zaak)
    werk_bij(haarlem, zaak, **{veld: ""})
    with pytest.raises(Geweigerd, match="HAA-PR9.3"):
        sluit(haarlem, zaak)
    werk_bij(haarlem, zaak)  # how many people it hit stays open
    assert ziet(haarlem, CORPORATIE, zaak)["inbreukregister"]["omvang_inbreuk"] == "Nog niet bekend"
    sluit(haarlem, zaak)
    assert stap(haarlem, zaak, CORPORATIE) == "inbreuk_gesloten"


@pytest.mark.eis("HAA-PR9.3")
def test_zonder_register_sluit_het_niet(haarlem: Wereld) -> None:
    zaak = privacy.inbreuk(haarlem)
    meld(haarlem, zaak)
    with pytest.raises(Geweigerd, match="HAA-PR9.3"):
        sluit(haarlem, zaak)


@pytest.mark.eis("HAA-PR9.2")
@pytest.mark.parametrize(
    ("besluit", "stand"), [("ja", Klok.VOLDAAN), ("nee", Klok.VOLDAAN), ("", Klok.LOOPT)]
)
def test_het_besluit_over_de_ap_stopt_de_72_uur(haarlem: Wereld, besluit: str, stand: str) -> None:
    zaak = privacy.inbreuk(haarlem)
    for _ in range(2):
        werk_bij(haarlem, zaak, gemeld_bij_ap=besluit)
    ap = klok(haarlem, zaak, "inbreuk_melden_bij_ap", CORPORATIE)
    assert ap
    assert ap.stand == stand
    with haarlem.als(CORPORATIE):
        spoor = [rij.handeling for rij in dossier.lees_zaak(zaak).spoor]
    assert spoor.count("ap_besluit_vastleggen") == (1 if besluit else 0)


@pytest.mark.eis("HAA-PR9.3", "HAA-PR9.2", "HAA-PR5.1")
def test_wie_het_alleen_hoort_kan_er_niets_mee(haarlem: Wereld) -> None:
    zaak = privacy.inbreuk(haarlem)
    meld(haarlem, zaak)
    werk_bij(haarlem, zaak)
    with pytest.raises(Geweigerd, match="HAA-PR5.1"):
        werk_bij(haarlem, zaak, GEMEENTE)
    with pytest.raises(Geweigerd, match="HAA-PR5.1"):
        sluit(haarlem, zaak, GEMEENTE)


@pytest.mark.eis("HAA-PR9.3")
@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"bekend": NU + timedelta(minutes=1)}, "bekend"),
        ({"gebeurd": NU + timedelta(minutes=1)}, "gebeurd"),
        ({"gebeurd": NU - timedelta(hours=1)}, "bekend"),
        ({"bekend": NU - timedelta(days=365 * 40), "gebeurd": None}, "bekend"),
    ],
)
def test_een_moment_dat_niet_kan(haarlem: Wereld, anders: dict[str, Any], veld: str) -> None:
    with pytest.raises(Ongeldig, match=veld):
        privacy.inbreuk(haarlem, **anders)


@pytest.mark.eis("HAA-PR9.3")
def test_hetzelfde_formulier_is_een_datalek(haarlem: Wereld) -> None:
    kenmerk = uuid4()
    with haarlem.als(MELDER):
        assert inbreuken.leg_vast(INBREUK, kenmerk) == inbreuken.leg_vast(INBREUK, kenmerk)
    assert len(privacy.berichten(haarlem, CORPORATIE)) == 1


@pytest.mark.eis("HAA-PR9.3")
@pytest.mark.parametrize(
    ("bekend", "gebeurd"),
    [
        ("0001-01-01T00:00+00:20", ""),
        ("2099-01-01T09:00+01:00", ""),
        ("2026-11-22T09:00+01:00", "2026-11-23T09:00+01:00"),
    ],
)
def test_het_register_neemt_geen_moment_dat_niet_kan(haarlem: Wereld, bekend: str, gebeurd: str) -> None:
    zaak = privacy.inbreuk(haarlem, CORPORATIE)
    with pytest.raises(Ongeldig) as fout:
        werk_bij(haarlem, zaak, datum_tijd_bekend=bekend, datum_tijd_inbreuk=gebeurd)
    assert set(fout.value.fouten) == {"datum_tijd_bekend"}


@pytest.mark.eis("HAA-PR9.1")
def test_eerder_ontdekt_dan_eerst_opgeschreven_is_te_laat_met_een_reden(haarlem: Wereld) -> None:
    zaak = privacy.inbreuk(haarlem, CORPORATIE)
    werk_bij(haarlem, zaak, datum_tijd_bekend="2026-11-10T09:00+01:00", datum_tijd_inbreuk="")
    with pytest.raises(Ongeldig) as fout:
        meld(haarlem, zaak)
    assert set(fout.value.fouten) == {"reden"}
    meld(haarlem, zaak, reden="Wij zagen het pas bij de controle.")
    assert ziet(haarlem, ANDER, zaak)["inbreukmelding"]["reden_te_laat"]


@pytest.mark.eis("HAA-PR9.3", "HAA-PR9.2")
def test_twee_die_tegelijk_het_register_bijwerken_verliezen_niets(haarlem: Wereld) -> None:
    """The second hears of it; and what was decided about the AP is not taken back by leaving it open."""
    zaak = privacy.inbreuk(haarlem, CORPORATIE)
    with haarlem.als(CORPORATIE), pytest.raises(Ongeldig):
        inbreuken.werk_register_bij(zaak, REGISTER | {"oorzaak_inbreuk": "Post."}, uuid4(), uuid4())
    werk_bij(haarlem, zaak, oorzaak_inbreuk="Post.")
    with haarlem.als(CORPORATIE), pytest.raises(Ongeldig) as niets_gezien:
        inbreuken.werk_register_bij(zaak, REGISTER, uuid4())
    assert "collega" in niets_gezien.value.fouten[""]
    with pytest.raises(Ongeldig) as fout:
        werk_bij(haarlem, zaak, gemeld_bij_ap="")
    assert set(fout.value.fouten) == {"gemeld_bij_ap"}
    assert ziet(haarlem, CORPORATIE, zaak)["inbreukregister"]["oorzaak_inbreuk"] == "Post."


@pytest.mark.eis("HAA-PR9.3")
def test_wie_het_lek_hoorde_ziet_niets_van_het_register_in_het_spoor(haarlem: Wereld) -> None:
    zaak = privacy.inbreuk(haarlem, CORPORATIE)
    meld(haarlem, zaak)
    werk_bij(haarlem, zaak)
    van_het_register = {"inbreukregister_bijwerken", "ap_besluit_vastleggen"}
    for wie, ziet_het in ((CORPORATIE, van_het_register), (ANDER, set()), (GEMEENTE, set())):
        with haarlem.als(wie):
            spoor = {daad.handeling for daad in dossier.lees_zaak(zaak).spoor}
        assert spoor & van_het_register == ziet_het, wie
        assert "inbreuk_melden" in spoor
