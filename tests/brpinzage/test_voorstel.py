"""A stock file as a proposal, through gate and database: shown first, done as shown, all or nothing (HEE-2.3)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import DatabaseError

from brpinzage import bezit, laden, voorstel
from brpinzage.models import Bezitvoorstelrij
from brpinzage.rijen import Bezitrij
from convenant.bestand import BestandFout
from convenant.brp.adres import Adres, maak_adres
from convenant.partijen.models import Deelname
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.poort.models import Logregel
from convenant.tijd import stel_in
from tests.wereld import BEGIN, KADE_3, LINDELAAN_12, LINDELAAN_14A, NU

pytestmark = pytest.mark.eis("HEE-2.3")
VANDAAG = NU.date()
PLEIN_1 = maak_adres("2103 EF", "1", "", "", "Dorpsplein", "Heemstede")


def leg_voor(wereld, *rijen: Bezitrij, heel: bool = False, per: date | None = VANDAAG, naam: str = "ina"):
    genummerd = [replace(rij, rij=nummer) for nummer, rij in enumerate(rijen, start=2)]
    with wereld.als(naam):
        return voorstel.leg_voor(genummerd, heel=heel, per=per)


def bevestig(wereld, id, naam: str = "ina") -> None:
    with wereld.als(naam):
        voorstel.bevestig(id)


def bezit_van(wereld, naam: str = "ina", dag: date = VANDAAG) -> list[str]:
    with wereld.als(naam):
        return [woning.adres.sleutel for woning in bezit.bladzijde(bezit.Zoeken(dag))[0]]


def eigen(wereld, adres: Adres, naam: str = "ina"):
    with wereld.als(naam):
        rijen, _ = bezit.bladzijde(bezit.Zoeken(VANDAAG))
        return next(rij for rij in rijen if rij.adres.sleutel == adres.sleutel)


def fouten(wereld, *rijen: Bezitrij, **anders) -> list[tuple[int, str]]:
    with pytest.raises(BestandFout) as fout:
        leg_voor(wereld, *rijen, **anders)
    return [(rij.rij, rij.zin) for rij in fout.value.rijen]


def test_heel_bezit_laat_zien_wat_verandert_en_doet_precies_dat(wereld):
    anders = replace(LINDELAAN_12, straatnaam="Lindenlaan", bag_id="0397010000001201")
    id = leg_voor(wereld, Bezitrij(anders, BEGIN), Bezitrij(PLEIN_1, VANDAAG), heel=True)
    with wereld.als("ina"):
        kaart = voorstel.geef(id)
        lijsten = {soort: voorstel.wijzigingen(id, soort)[0] for soort in kaart.aantallen}
    assert kaart.aantallen == {"nieuw": 1, "gewijzigd": 1, "eindigt": 1, "ongewijzigd": 0}
    assert [w.regel for w in lijsten["nieuw"]] == [PLEIN_1.regel]
    assert lijsten["gewijzigd"][0].verschillen == (
        "straat: Lindelaan wordt Lindenlaan",
        "BAG-nummer: leeg wordt 0397010000001201",
    )
    assert [(w.regel, w.tot, w.verschillen) for w in lijsten["eindigt"]] == [
        (LINDELAAN_14A.regel, VANDAAG, ("tot: leeg wordt 23-11-2026",))
    ]
    assert bezit_van(wereld) == [LINDELAAN_12.sleutel, LINDELAAN_14A.sleutel]
    bevestig(wereld, id)
    assert bezit_van(wereld) == [LINDELAAN_12.sleutel, PLEIN_1.sleutel]
    assert bezit_van(wereld, dag=VANDAAG - timedelta(days=1)) == [LINDELAAN_12.sleutel, LINDELAAN_14A.sleutel]
    assert bezit_van(wereld, "jan") == [KADE_3.sleutel]
    with pytest.raises(Geweigerd):
        wereld.raadpleeg("anna", LINDELAAN_14A)
    wereld.raadpleeg("anna", anders)


BAG = "0397010000001201"
OUD_ADRES = replace(LINDELAAN_12, bag_id=BAG)
NIEUW_ADRES = replace(OUD_ADRES, straatnaam="Kerklaan", huisnummer="3", postcode="2105 AB")


def test_een_woning_met_een_ander_adres_is_een_wijziging(wereld):
    """The municipality gave it another number or street: the same BAG id from the same day on."""
    bevestig(wereld, leg_voor(wereld, Bezitrij(OUD_ADRES, BEGIN)))
    was = eigen(wereld, LINDELAAN_12)
    id = leg_voor(wereld, Bezitrij(NIEUW_ADRES, BEGIN), Bezitrij(LINDELAAN_14A, BEGIN), heel=True)
    with wereld.als("ina"):
        kaart = voorstel.geef(id)
        ((wijziging,), _) = voorstel.wijzigingen(id, "gewijzigd")
    assert kaart.aantallen == {"nieuw": 0, "gewijzigd": 1, "eindigt": 0, "ongewijzigd": 1}
    assert wijziging.verschillen == (
        "straat: Lindelaan wordt Kerklaan",
        "nummer: 12 wordt 3",
        "postcode: 2101 AB wordt 2105 AB",
    )
    bevestig(wereld, id)
    assert eigen(wereld, NIEUW_ADRES).id == was.id
    assert LINDELAAN_12.sleutel not in bezit_van(wereld)


@pytest.mark.parametrize(
    ("rijen", "heel"),
    [
        ((Bezitrij(NIEUW_ADRES, BEGIN),), False),  # an addition says nothing of what it does not name
        ((Bezitrij(NIEUW_ADRES, BEGIN), Bezitrij(OUD_ADRES, BEGIN)), True),  # one dwelling with two addresses
        ((Bezitrij(NIEUW_ADRES, VANDAAG),), True),  # another first day: another period
        ((Bezitrij(NIEUW_ADRES, BEGIN), Bezitrij(replace(NIEUW_ADRES, huisnummer="5"), BEGIN)), True),
    ],
)
def test_een_ander_adres_met_dezelfde_bag_is_niet_altijd_dezelfde_woning(wereld, rijen, heel):
    bevestig(wereld, leg_voor(wereld, Bezitrij(OUD_ADRES, BEGIN)))
    id = leg_voor(wereld, *rijen, heel=heel)
    with wereld.als("ina"):
        aantallen = voorstel.geef(id).aantallen
    assert aantallen["nieuw"] == len({rij.adres.sleutel for rij in rijen} - {OUD_ADRES.sleutel})
    assert aantallen["gewijzigd"] == 0


def test_een_andere_schrijfwijze_van_de_toevoeging_is_een_wijziging(wereld):
    id = leg_voor(wereld, Bezitrij(replace(LINDELAAN_14A, huisnummertoevoeging="-2"), BEGIN))
    with wereld.als("ina"):
        ((wijziging,), _) = voorstel.wijzigingen(id, "gewijzigd")
    assert wijziging.verschillen == ("nummer: 14A 2 wordt 14A -2",)
    bevestig(wereld, id)
    assert eigen(wereld, LINDELAAN_14A).adres.huisnummertoevoeging == "-2"


def test_afgebroken_bij_rij_zestigduizend_blijft_er_niets(wereld, als_eigenaar):
    def rijen():
        for nummer in range(60_000):
            yield Bezitrij(maak_adres(f"{1000 + nummer // 10_000}AB", str(nummer % 10_000 + 1)), BEGIN)
        raise ConnectionResetError

    for heel in (False, True):
        with pytest.raises(ConnectionResetError), wereld.als("ina"):
            voorstel.leg_voor(rijen(), heel=heel, per=VANDAAG)
    with pytest.raises(ConnectionResetError), wereld.als("ina"):
        laden.werk_bezit_bij(rijen())
    assert bezit_van(wereld) == [LINDELAAN_12.sleutel, LINDELAAN_14A.sleutel]
    with als_eigenaar():
        assert not Bezitvoorstelrij.objects.exists()


def test_aanvulling_laat_de_rest_staan(wereld):
    id = leg_voor(wereld, Bezitrij(PLEIN_1, VANDAAG))
    bevestig(wereld, id)
    assert bezit_van(wereld) == [LINDELAAN_12.sleutel, LINDELAAN_14A.sleutel, PLEIN_1.sleutel]


def test_hetzelfde_bestand_nog_eens_verandert_niets(wereld):
    rijen = [Bezitrij(LINDELAAN_12, BEGIN), Bezitrij(LINDELAAN_14A, BEGIN)]
    id = leg_voor(wereld, *rijen, heel=True)
    with wereld.als("ina"):
        kaart = voorstel.geef(id)
    assert kaart.aantallen == {"nieuw": 0, "gewijzigd": 0, "eindigt": 0, "ongewijzigd": 2}
    assert not kaart.verandert_iets


def test_twee_keer_bevestigen_is_een_keer_en_er_blijft_niets_liggen(wereld, als_eigenaar):
    id = leg_voor(wereld, Bezitrij(PLEIN_1, VANDAAG))
    bevestig(wereld, id)
    with pytest.raises(Ongeldig) as fout:
        bevestig(wereld, id)
    assert fout.value.fouten == {"": voorstel.WEG}
    assert bezit_van(wereld).count(PLEIN_1.sleutel) == 1
    with als_eigenaar():
        assert not Bezitvoorstelrij.objects.exists()


def test_een_andere_wijziging_haalt_het_voorstel_in(wereld):
    id = leg_voor(wereld, Bezitrij(PLEIN_1, VANDAAG), heel=True)
    with wereld.als("ina"):
        (eerste, *_), _ = bezit.bladzijde(bezit.Zoeken(VANDAAG))
        bezit.beeindig(eerste.id, VANDAAG)
    with pytest.raises(Ongeldig):
        bevestig(wereld, id)
    assert bezit_van(wereld) == [LINDELAAN_14A.sleutel]


def test_een_tweede_bestand_komt_in_de_plaats_van_het_eerste(wereld):
    eerste = leg_voor(wereld, Bezitrij(PLEIN_1, VANDAAG))
    tweede = leg_voor(wereld, Bezitrij(LINDELAAN_12, BEGIN))
    with wereld.als("ina"):
        assert voorstel.open_voorstel() == tweede
    with pytest.raises(Ongeldig), wereld.als("ina"):
        voorstel.gooi_weg(eerste)
    with wereld.als("ina"):
        voorstel.gooi_weg(tweede)
        assert voorstel.open_voorstel() is None


@pytest.mark.parametrize(
    ("toevoeging", "van", "tot"),
    [("2", date(2021, 1, 1), None), ("-2", date(2026, 1, 1), date(2026, 2, 1)), (" 2. ", BEGIN, None)],
)
def test_een_woning_twee_keer_in_het_bestand(wereld, toevoeging, van, tot):
    adres = maak_adres("2103EF", "1", "a", toevoeging, "Dorpsplein", "Heemstede")
    eerste = maak_adres("2103 EF", "1", "A", "2", "Dorpsplein", "Heemstede")
    assert fouten(wereld, Bezitrij(eerste, date(2020, 1, 1)), Bezitrij(adres, van, tot)) == [
        (3, "Deze woning staat voor dezelfde dagen ook in rij 2. Haal een van de twee weg.")
    ]
    assert bezit_van(wereld) == [LINDELAAN_12.sleutel, LINDELAAN_14A.sleutel]


@pytest.mark.parametrize(
    "toevoeging", ["", "2", "II", "bis", "2 hg", "H.S.", "1-3", "to", "by 3", "1/2", "zwart", "°"]
)
def test_elke_schrijfwijze_van_een_toevoeging_is_een_adres_naast_het_kale(wereld, toevoeging):
    adres = maak_adres("2103EF", "7", "", toevoeging, "Dorpsplein", "Heemstede")
    kaal = maak_adres("2103EF", "7", "B", "", "Dorpsplein", "Heemstede")
    bevestig(wereld, leg_voor(wereld, Bezitrij(adres, BEGIN), Bezitrij(kaal, BEGIN)))
    assert {adres.sleutel, kaal.sleutel} <= set(bezit_van(wereld))


def test_na_elkaar_in_een_bestand_mag(wereld):
    perioden = [
        Bezitrij(PLEIN_1, date(2020, 1, 1), date(2021, 1, 1)),
        Bezitrij(PLEIN_1, date(2021, 1, 1), date(2022, 1, 1)),
        Bezitrij(PLEIN_1, date(2023, 1, 1)),
    ]
    bevestig(wereld, leg_voor(wereld, *perioden))
    for dag, is_eigen in ((date(2021, 1, 1), True), (date(2022, 6, 1), False), (VANDAAG, True)):
        assert (PLEIN_1.sleutel in bezit_van(wereld, dag=dag)) is is_eigen


def test_overlap_met_wat_er_al_staat(wereld):
    rij = Bezitrij(LINDELAAN_12, date(2021, 1, 1))
    zin = "Deze woning is al van u vanaf 01-06-2020. Gebruik die begindatum, of beëindig die periode eerst."
    assert fouten(wereld, rij) == [(2, zin)]
    assert fouten(wereld, rij, heel=True) == [(2, zin)]
    leg_voor(wereld, Bezitrij(LINDELAAN_12, VANDAAG), heel=True)
    leg_voor(wereld, Bezitrij(LINDELAAN_12, BEGIN, date(2021, 1, 1)), rij)


ANDERS_GESCHREVEN = [
    KADE_3,
    replace(KADE_3, straatnaam="Iets anders"),
    replace(KADE_3, bag_id="0397010000009999"),
]


@pytest.mark.parametrize("adres", ANDERS_GESCHREVEN)
def test_een_woning_van_een_ander_wordt_geweigerd_zonder_te_zeggen_van_wie(wereld, adres):
    assert fouten(wereld, Bezitrij(PLEIN_1, BEGIN), Bezitrij(adres, VANDAAG)) == [
        (
            3,
            "Deze woning staat voor deze dagen in het bezit van een andere corporatie. Controleer adres en datums.",
        )
    ]
    assert bezit_van(wereld) == [LINDELAAN_12.sleutel, LINDELAAN_14A.sleutel]
    with wereld.als("frits"):
        regel = Logregel.objects.filter(handeling="bezit_bijhouden").latest("volg")
        assert (regel.uitkomst, regel.redenen) == (
            "geweigerd",
            [["Het bestand is niet geladen. Aantal fouten: 1.", ""]],
        )
        assert "Waterkant" not in str(vars(regel))


def test_een_woning_gaat_over_van_de_een_naar_de_ander(wereld):
    per = VANDAAG + timedelta(days=10)
    with wereld.als("jan"):
        (kade,), _ = bezit.bladzijde(bezit.Zoeken(VANDAAG))
        bezit.beeindig(kade.id, per)
    assert fouten(wereld, Bezitrij(KADE_3, per - timedelta(days=1)))
    bevestig(wereld, leg_voor(wereld, Bezitrij(KADE_3, per)))
    with stel_in(NU + timedelta(days=10)):
        assert KADE_3.sleutel in bezit_van(wereld, dag=per)
        with pytest.raises(Geweigerd):
            wereld.raadpleeg("carla", KADE_3)


def test_wat_intussen_van_een_ander_werd_houdt_bevestigen_tegen(wereld):
    id = leg_voor(wereld, Bezitrij(PLEIN_1, VANDAAG))
    with wereld.als("jan"):
        laden.werk_bezit_bij([Bezitrij(PLEIN_1, BEGIN)])
    with pytest.raises(BestandFout):
        bevestig(wereld, id)
    assert PLEIN_1.sleutel not in bezit_van(wereld)


def test_bezit_van_wie_niet_meer_meedoet_staat_niet_in_de_weg(wereld, als_eigenaar):
    with als_eigenaar():
        Deelname.objects.filter(pk=wereld.deelnames["waterkant"].pk).update(toegang_ingetrokken_op=NU)
    bevestig(wereld, leg_voor(wereld, Bezitrij(KADE_3, VANDAAG)))
    assert KADE_3.sleutel in bezit_van(wereld)


@pytest.mark.parametrize("wie", ["anna", "dirk", "eva", "frits", "gerda", "hugo"])
def test_alleen_de_beheerder(wereld, wie):
    id = leg_voor(wereld, Bezitrij(PLEIN_1, VANDAAG))
    for doe in (
        bezit.toets_bijhouden,
        bezit.uitvoer,
        lambda: voorstel.bevestig(id),
        lambda: voorstel.leg_voor([Bezitrij(PLEIN_1, VANDAAG)], heel=False),
    ):
        with pytest.raises(Geweigerd) as weigering, wereld.als(wie):
            doe()
        assert weigering.value.redenen
    with pytest.raises(DatabaseError), wereld.als(wie):
        voorstel.is_van_ander(KADE_3, BEGIN, None)
    bevestig(wereld, id)


def test_een_ander_bevestigt_noch_ziet_mijn_voorstel(wereld):
    id = leg_voor(wereld, Bezitrij(PLEIN_1, VANDAAG))
    with pytest.raises(Ongeldig):
        bevestig(wereld, id, "jan")
    with pytest.raises(NietGevonden), wereld.als("jan"):
        voorstel.geef(id)
    leg_voor(wereld, Bezitrij(KADE_3, BEGIN), naam="jan")
    bevestig(wereld, id)


def test_een_vergeten_voorstel_verdwijnt_na_een_dag(wereld):
    leg_voor(wereld, Bezitrij(PLEIN_1, VANDAAG))
    for uren, weg in ((23, 0), (25, 1)):
        with stel_in(NU + timedelta(hours=uren)):
            assert laden.vergeet_concepten() == weg
    with wereld.als("ina"):
        assert voorstel.open_voorstel() is None


def test_zonder_rijen(wereld):
    with pytest.raises(Ongeldig):
        leg_voor(wereld, heel=True)


# --- by hand


# --- the list
