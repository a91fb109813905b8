"""The answer to a written request: granted or refused, withdrawn, by whom and how often (HEE-2.2)."""

from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

import pytest

from brpinzage import verzoeken
from brpinzage.models import Bezit
from convenant.brp.adres import maak_adres
from convenant.partijen.models import Verklaring
from convenant.poort import werklijst
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.poort.lijst import GESLOTEN, Lijst
from tests.brpinzage.test_verzoeken import NAMEN, VERZOEK, in_de_brp, toegewezen, vraag
from tests.wereld import LINDELAAN_12
from tests.zaken import tegelijk, velden, zie

pytestmark = pytest.mark.eis("HEE-2.2")


@pytest.mark.eis("HEE-2.5")
@pytest.mark.parametrize("naam", ["Jan Bos 12-03-1980", "Jan Bos 999990019", "Jan Bos (3)"])
def test_een_naam_met_een_nummer_gaat_niet_mee(wereld, naam):
    zaak = vraag(wereld)
    with wereld.als("eva"):
        with pytest.raises(Ongeldig) as fout:
            verzoeken.wijs_toe(zaak, ["Willem de Vries", naam], uuid4())
        assert list(fout.value.fouten) == ["namen"]
        with pytest.raises(Ongeldig):
            verzoeken.wijs_toe(zaak, [], uuid4())
    assert zie(wereld, "anna", zaak).stap == "verzoek_ingediend"


def test_niemand_ingeschreven_is_ook_een_antwoord(wereld):
    zaak = vraag(wereld)
    with wereld.als("eva"):
        verzoeken.wijs_toe(zaak, [verzoeken.NIEMAND], uuid4())
    ontvangen = velden(wereld, "anna", zaak, "naam_en_adres_schriftelijk")
    assert ontvangen["naam_bewoner"] == ["Niemand ingeschreven op dit adres"]


@pytest.mark.eis("HEE-2.2.weigering")
def test_weigeren_zegt_waarom_alleen_aan_wie_vroeg(wereld):
    zaak = vraag(wereld)
    with wereld.als("eva"):
        with pytest.raises(Geweigerd):
            verzoeken.weiger(zaak, " ", uuid4())
        verzoeken.weiger(zaak, "Het doel past niet bij de vraag.", uuid4())
    assert velden(wereld, "anna", zaak, "verzoek_weigering") == {
        "reden_weigering": "Het doel past niet bij de vraag."
    }
    with wereld.als("anna"):
        assert [r.zaak_id for r in werklijst.werklijst(Lijst(GESLOTEN))] == [zaak]
    with wereld.als("eva"), pytest.raises(Geweigerd):
        verzoeken.wijs_toe(zaak, NAMEN, uuid4())


def test_intrekken_vernietigt_wat_er_gevraagd_werd(wereld):
    zaak = vraag(wereld)
    with wereld.als("anna"):
        with pytest.raises(Ongeldig):
            verzoeken.trek_in(zaak, " ")
        verzoeken.trek_in(zaak, "Niet meer nodig.")
    gezien = zie(wereld, "eva", zaak)
    assert (gezien.stap, gezien.label, [s.gelezen for s in gezien.stukken]) == (
        "verzoek_ingetrokken",
        "",
        [None],
    )
    with wereld.als("eva"), pytest.raises(Geweigerd):
        verzoeken.wijs_toe(zaak, NAMEN, uuid4())


def test_na_de_beslissing_is_er_niets_meer_in_te_trekken(wereld):
    zaak = toegewezen(wereld)
    with wereld.als("anna"), pytest.raises(Geweigerd):
        verzoeken.trek_in(zaak, "Toch niet.")
    assert velden(wereld, "anna", zaak, "naam_en_adres_schriftelijk")["naam_bewoner"] == NAMEN


def test_hetzelfde_formulier_twee_keer_is_een_keer(wereld):
    eerste, tweede, zaken = uuid4(), uuid4(), set()
    for _ in range(2):
        with wereld.als("anna"):
            zaken.add(verzoeken.vraag(VERZOEK, eerste))
    (zaak,) = zaken
    for _ in range(2):
        with wereld.als("eva"):
            verzoeken.wijs_toe(zaak, NAMEN, tweede)
    assert len(zie(wereld, "anna", zaak).stukken) == 2


@pytest.mark.parametrize("naam", ["carla", "frits", "ina", "hugo"])
def test_het_verzoek_van_een_ander_is_er_niet(wereld, naam):
    zaak = vraag(wereld)
    daden: tuple[Callable[[int], object], ...] = (
        lambda zaak: verzoeken.wijs_toe(zaak, NAMEN, uuid4()),
        lambda zaak: verzoeken.weiger(zaak, "Nee.", uuid4()),
        lambda zaak: verzoeken.trek_in(zaak, "Weg."),
    )
    for daad in daden:
        for nummer in (zaak, 999_999):
            with wereld.als(naam), pytest.raises(NietGevonden):
                daad(nummer)


def test_de_vrager_beslist_niet_zelf(wereld):
    zaak = vraag(wereld)
    for daad in (verzoeken.wijs_toe, verzoeken.weiger):
        with wereld.als("anna"), pytest.raises(Geweigerd):
            daad(zaak, "Ja", uuid4())


@pytest.mark.eis("HEE-3.3")
def test_wie_geheimhouding_heeft_staat_niet_al_ingevuld(wereld, als_eigenaar):
    """What a look in the live BRP gives the form: who can be named, and how many must be decided about."""
    zaak = vraag(wereld)
    leeg = zie(wereld, "eva", zaak)
    with wereld.als("eva"):
        assert verzoeken.gevonden(leeg) is None
        in_de_brp(zaak, ["An Bos", "Bo Vos", "Cor Mol"], [False, True, False], ["", "", "Overleden"])
        assert verzoeken.gevonden(leeg) == verzoeken.Gevonden(("An Bos",), 1, 1)


def test_twee_mensen_beslissen_tegelijk_een_van_de_twee_geldt(vaste_wereld):
    zaak = vraag(vaste_wereld)

    uitslagen = tegelijk(
        vaste_wereld,
        ("eva", lambda: verzoeken.wijs_toe(zaak, NAMEN, uuid4())),
        ("eva", lambda: verzoeken.weiger(zaak, "Nee.", uuid4())),
    )
    assert sum(isinstance(uitslag, Geweigerd) for uitslag in uitslagen) == 1
    gezien = zie(vaste_wereld, "anna", zaak)
    soort = "naam_en_adres_schriftelijk" if uitslagen[0] == zaak else "verzoek_weigering"
    assert {s.gelezen.gegevensset for s in gezien.stukken if s.gelezen} == {"schriftelijk_verzoek", soort}


@pytest.mark.parametrize("leeg", ["straatnaam", "woonplaats"])
def test_een_half_adres_kan_niet_worden_gevraagd(wereld, als_eigenaar, leeg):
    """The municipality answers with the whole address of artikel 2.5: what the stock lacks it could not fill in."""
    with als_eigenaar():
        Bezit.objects.filter(adres_sleutel=LINDELAAN_12.sleutel).update(**{leeg: ""})
    with wereld.als("anna"), pytest.raises(Ongeldig) as fout:
        verzoeken.vraag(replace(VERZOEK, adres=maak_adres("2101 AB", "12")), uuid4())
    assert fout.value.fouten == {"": verzoeken.ZONDER_STRAAT}


@pytest.mark.eis("HEE-1.c")
def test_weigeren_kan_ook_als_het_mandaat_weg_is(wereld, als_eigenaar):
    zaak = vraag(wereld, doel="woningtoewijzing")
    with als_eigenaar():
        Verklaring.objects.filter(soort="mandaat_woningtoewijzing").delete()
    with wereld.als("eva"):
        verzoeken.weiger(zaak, "Uw mandaat is vervallen.", uuid4())
    assert zie(wereld, "anna", zaak).stap == "verzoek_geweigerd"
