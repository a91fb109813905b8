"""Zoeklicht: every condition with its clause, and the refusals one table cannot show."""

import pytest

from convenant.beleid.beslissing import Vraag, beslis
from meldpunt.beleid import ZOEKLICHT

from .tabel import kant, stand
from .zoeklicht import CORPORATIE, INKOMEN, LOKET, MELDPUNT, WONEN

FEITEN = [
    ("ZOE-PAR.2", "is_partij"),
    ("ZOE-13.3", "niet_uitgetreden"),
    ("ZOE-10.5", "geheimhouding_getekend"),
    ("ZOE-11.5", "managementniveau"),
    ("ZOE-PAR.2", "is_eigenaar"),
    ("ZOE-13.1", "convenant_actief"),
    ("ZOE-1.d", "inkomen_behandelt"),
    ("ZOE-1.e", "basisinformatie_behandelt"),
    ("ZOE-1.f", "eigenaar_behandelt"),
    ("ZOE-OW.IX", "instemming_huurder"),
    ("ZOE-5.G", "wet_geldt"),
    ("ZOE-5.C.e", "verzoek_toezichthouder"),
    ("ZOE-5.C", "belang_afgewogen"),
    ("ZOE-2.2", "noodzaak_vermeld"),
    ("ZOE-10.2", "verstrekking_niet_opgeschort"),
    ("ZOE-7.2", "bijzondere_gegevens_verantwoord"),
    ("ZOE-6.R3", "gevoelig_veld_verantwoord"),
    ("ZOE-2.1", "fraude_hangt_samen_met_wonen"),
    ("ZOE-DEF.woonfraude", "woonfraude_omschreven"),
    ("ZOE-DEF.uitkeringsfraude", "uitkeringsfraude_door_woonsituatie"),
    ("ZOE-DEF.inschrijffraude", "inschrijffraude_naar_basisinformatie"),
    ("ZOE-2.3", "conclusie_vastgelegd"),
    ("ZOE-10.3", "gemachtigd_meldpunt"),
    ("ZOE-6.D1", "staande_aanwijzing"),
    ("ZOE-B1.A1", "melder_bekend"),
    ("ZOE-4.A2", "is_handelende_partij"),
    ("ZOE-4.A5", "directiemelding_naar_wonen"),
    ("ZOE-4.A6", "ontvanger_deed_de_melding"),
    ("ZOE-4.A1", "ontvangstnummer_klopt"),
    ("ZOE-B1.A4.2", "bron_vermeld"),
    ("ZOE-10.3", "gemachtigd_combiteam"),
    ("ZOE-4.B1", "lid_van_combiteam"),
    ("ZOE-4.B4", "past_bij_de_zaak"),
    ("ZOE-11.1", "project_uit_besluit"),
    ("ZOE-4.B2", "binnen_gebied_of_thema"),
    ("ZOE-6.D1", "aanwijzing_geldig"),
    ("ZOE-4.B3", "mens_beoordeelde"),
    ("ZOE-4.B3", "concrete_aanwijzing"),
    ("ZOE-1.c", "fraude_naast_leefbaarheid"),
    ("ZOE-B1.B.gemeente", "onderzoek_van_belang_voor_wonen"),
    ("ZOE-B1.B.gemeente", "internetbron_vermeld"),
    ("ZOE-B2", "toestemming_huisbezoek_vastgelegd"),
    ("ZOE-4.B5", "ontvanger_is_betrokken"),
    ("ZOE-B1.B.rapport", "bijlagen_zonder_id_gegevens"),
    ("ZOE-10.3", "gemachtigd_afstemming"),
    ("ZOE-4.C", "is_bevoegde_partij"),
    ("ZOE-B1.C", "afstemming_nodig"),
    ("ZOE-B1.C.vergunning", "huisvestingsvergunning_verleend"),
    ("ZOE-OW.VI", "mandaat_huisvestingsvergunning"),
    ("ZOE-6.D3", "maatregel_vastgelegd"),
    ("ZOE-6.D3", "belang_ontvanger_vermeld"),
    ("ZOE-7.1", "is_bronpartij"),
    ("ZOE-7.1", "rechtmatigheid_getoetst"),
    ("ZOE-7.1", "alle_bronpartijen_stemmen_in"),
    ("ZOE-10.3", "gemachtigd_bestanden"),
    ("ZOE-4.D", "project_loopt"),
    ("ZOE-4.D1", "melding_over_woonfraude"),
    ("ZOE-B1.D1", "project_voor_combiteam"),
    ("ZOE-B1.D1", "noodzaak_melder"),
    ("ZOE-4.D2", "patroon_beschreven"),
    ("ZOE-4.D3", "vermoeden_woonfraude"),
    ("ZOE-B1.F", "zaken_gesloten_en_geteld"),
    ("ZOE-8.1", "verzoeker_huurt_hier"),
    ("ZOE-8.1", "identiteit_verzoeker_vastgesteld"),
    ("ZOE-8.2", "houdt_gegevens_van_betrokkene"),
    ("ZOE-8.4", "weigering_rust_op_grond"),
    ("ZOE-8.3", "afwijking_van_advies_gemotiveerd"),
    ("ZOE-10.10", "coordinator_bevestigd"),
    ("ZOE-10.10", "besluit_melding_ap_vastgelegd"),
    ("ZOE-10.8", "ontvanger_betrokken_bij_incident"),
    ("ZOE-11.1", "stuurgroep_heeft_besloten"),
    ("ZOE-3.1", "besluit_zonder_namen"),
    ("ZOE-11.7", "past_binnen_doelen"),
    ("ZOE-11.8", "college_stemt_in"),
    ("ZOE-11.8", "alle_corporaties_stemmen_in"),
    ("ZOE-13.4", "besproken_in_stuurgroep"),
    ("ZOE-3.5", "nodig_voor_eigen_handhaving"),
    ("ZOE-6.D2", "zelfde_zaak"),
]


@pytest.mark.parametrize(
    ("eis", "feit"),
    [pytest.param(*rij, marks=pytest.mark.eis(rij[0]), id=f"{rij[0]}-{rij[1]}") for rij in FEITEN],
)
def test_gemis_wordt_gezegd(eis, feit):
    """What is missing is said with its article: nothing here tells who lives somewhere or reported."""
    rij = ZOEKLICHT.feit(feit)
    assert (rij.eis, rij.gemis_zichtbaar) == (eis, True)


def test_elk_feit_heeft_een_rij():
    assert [feit for _, feit in FEITEN] == [feit.naam for feit in ZOEKLICHT.feiten]


@pytest.mark.eis("ZOE-6.D1", "ZOE-2.2", "ZOE-10.2", "ZOE-7.2", "ZOE-10.3", "ZOE-5.G")
@pytest.mark.parametrize(
    "feit",
    [
        "staande_aanwijzing",
        "noodzaak_vermeld",
        "verstrekking_niet_opgeschort",
        "bijzondere_gegevens_verantwoord",
        "gemachtigd_meldpunt",
        "wet_geldt",
    ],
)
def test_weigering_noemt_reden_en_artikel(feit):
    vraag = Vraag(kant(MELDPUNT), "linge_signaal_geven", "linge_gemeld", "linge_signaal", kant(INKOMEN))
    (reden,) = beslis(ZOEKLICHT, vraag, stand(ZOEKLICHT, (feit,))).voor_mens(ZOEKLICHT)
    assert (reden.tekst, reden.eis) == (ZOEKLICHT.feit(feit).gemis, ZOEKLICHT.feit(feit).eis)


@pytest.mark.eis("ZOE-8.1", "ZOE-8.2.verzoek", "ZOE-8.2.deelantwoord", "ZOE-8.3.advies")
@pytest.mark.parametrize(
    ("gegevensset", "handeling", "stap", "haalt_terug"),
    [
        ("rechtenverzoek", "rechtenverzoek_uitzetten", "rechtenverzoek_ontvangen", False),
        ("deelantwoord", "deelantwoord_geven", "rechtenverzoek_uitgezet", True),
        ("advies_over_inzage", "advies_geven", "rechtenverzoek_uitgezet", True),
    ],
)
def test_een_corporatie_behandelt_alleen_verzoeken_van_eigen_huurders(
    gegevensset, handeling, stap, haalt_terug
):
    """Who handles the request asks the others and gets their parts: the Loket always, a corporatie for its tenant."""
    elders = stand(ZOEKLICHT, ("verzoeker_huurt_hier",))
    for behandelaar, verwacht in ((LOKET, []), (CORPORATIE, ["verzoeker_huurt_hier"])):
        wie, tegenpartij = (WONEN, behandelaar) if haalt_terug else (behandelaar, WONEN)
        vraag = Vraag(kant(wie), handeling, stap, gegevensset, kant(tegenpartij))
        assert [reden.feit for reden in beslis(ZOEKLICHT, vraag, elders).gemis if reden.feit] == verwacht


@pytest.mark.eis("ZOE-8.2.deelantwoord", "ZOE-8.3.advies")
@pytest.mark.parametrize("gegevensset", ["deelantwoord", "advies_over_inzage"])
def test_een_corporatie_leest_antwoorden_van_anderen_alleen_over_eigen_huurders(gegevensset):
    vraag = Vraag(kant(CORPORATIE), "inzien", "rechtenverzoek_uitgezet", gegevensset)
    assert beslis(ZOEKLICHT, vraag, stand(ZOEKLICHT)).mag
    assert not beslis(ZOEKLICHT, vraag, stand(ZOEKLICHT, ("verzoeker_huurt_hier",))).mag
