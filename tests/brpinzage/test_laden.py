"""Loading extract and stock through gate and database: whole or nothing, and the loader never reads."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection

from brpinzage import laden
from brpinzage.inlezen import lees_bezit, lees_uittreksel
from brpinzage.models import Bezit, Ingeschrevene, Uittreksel
from brpinzage.rijen import Bezitrij, Persoonsrij
from convenant.bestand import BestandFout
from convenant.brp.adres import maak_adres
from convenant.poort import poort
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.poort.models import Logregel
from convenant.tijd import nu, stel_in
from tests.brpinzage.test_inlezen import BEZIT_KOP, bestand
from tests.wereld import BEGIN, KADE_3, LINDELAAN_12, LINDELAAN_14A, NU, laad

ELDERS = maak_adres("9999 ZZ", "1")


def namen(wereld, adres=LINDELAAN_12, naam="anna") -> list[str]:
    ontvangst = wereld.raadpleeg(naam, adres)
    with wereld.als(naam):
        gelezen = {veld.naam: veld.waarde for veld in poort.lees(ontvangst).velden}
    return gelezen["naam_bewoner"]


def laad_concept(wereld, *rijen, peilmoment=None):
    with wereld.als("eva"):
        return laden.laad_uittreksel(rijen, peilmoment or nu())


def activeer(wereld, uittreksel):
    with wereld.als("eva"):
        laden.activeer_uittreksel(uittreksel)


def kaarten(wereld) -> list[tuple[str, int, int]]:
    """What is there, by status: the clock stands still, so that the order says nothing."""
    with wereld.als("eva"):
        return sorted((kaart.status, kaart.aantal, kaart.buiten_bezit) for kaart in laden.uittreksels())


NIEUW = Persoonsrij(LINDELAAN_12, "Nieuwe Bewoner", "n1")


@pytest.mark.eis("HEE-OW.6")
def test_een_concept_wordt_nog_niet_geraadpleegd_en_het_vorige_verdwijnt_bij_gebruik(wereld, als_eigenaar):
    oud = namen(wereld)
    uittreksel = laad_concept(wereld, NIEUW)
    assert namen(wereld) == oud
    activeer(wereld, uittreksel)
    assert namen(wereld) == ["Nieuwe Bewoner"]
    with als_eigenaar():
        assert list(Ingeschrevene.objects.values_list("uittreksel_id", "naam")) == [
            (uittreksel, "Nieuwe Bewoner")
        ]


@pytest.mark.eis("HEE-2.3", "HEE-OW.6")
def test_alleen_adressen_van_deelnemende_corporaties_blijven_over(wereld, als_eigenaar):
    laad_concept(wereld, NIEUW, Persoonsrij(KADE_3, "Sjaak", "p4"), Persoonsrij(ELDERS, "Een Ander", "x1"))
    assert kaarten(wereld) == [("actief", 4, 0), ("concept", 2, 1)]
    with als_eigenaar():
        assert not Ingeschrevene.objects.filter(naam="Een Ander").exists()


@pytest.mark.eis("HEE-3.3", "HEE-OW.6")
def test_een_geheime_persoon_staat_zonder_naam_in_de_tabel(wereld, als_eigenaar):
    laad_concept(wereld, Persoonsrij(LINDELAAN_12, "Mag Niet", "p9", afgeschermd=True))
    with als_eigenaar():
        assert Ingeschrevene.objects.get(persoon_sleutel="p9").naam == ""


@pytest.mark.eis("HEE-OW.6")
def test_van_de_brp_staat_alleen_naam_en_adres_in_de_tabel():
    van_brp = {veld.name for veld in Ingeschrevene._meta.fields} - {"id", "uittreksel", "convenant"}
    assert van_brp == {"adres_sleutel", "bag_id", "naam", "persoon_sleutel", "afgeschermd"}


@pytest.mark.eis("HEE-OW.6")
def test_wie_laadt_leest_niet(wereld):
    laad_concept(wereld, NIEUW)
    with wereld.als("eva"):
        assert not Ingeschrevene.objects.exists()
        assert not Bezit.objects.exists()


@pytest.mark.eis("HEE-OW.6", "HEE-PAR.1")
@pytest.mark.parametrize("wie", ["anna", "ina", "dirk", "frits", "gerda", "hugo"])
def test_alleen_burgerzaken_laadt(wereld, wie):
    with pytest.raises(Geweigerd), wereld.als(wie):
        laden.toets_laden()
    with pytest.raises(Geweigerd), wereld.als(wie):
        laden.laad_uittreksel([NIEUW], nu())
    assert kaarten(wereld) == [("actief", 4, 0)]
    with wereld.als("frits"):
        weigeringen = Logregel.objects.filter(handeling="uittreksel_laden", uitkomst="geweigerd")
        assert weigeringen.count() == 2


@pytest.mark.eis("HEE-2.3")
@pytest.mark.parametrize("wie", ["anna", "eva", "frits"])
def test_alleen_de_beheerder_houdt_bezit_bij(wereld, wie):
    with pytest.raises(Geweigerd), wereld.als(wie):
        laden.werk_bezit_bij([Bezitrij(ELDERS, BEGIN)])


@pytest.mark.eis("HEE-5.8")
def test_het_laden_staat_in_het_logboek_met_een_kaart_vol_aantallen(wereld):
    uittreksel = laad_concept(wereld, NIEUW, Persoonsrij(ELDERS, "Een Ander", "x1"))
    activeer(wereld, uittreksel)
    with wereld.als("frits"):
        regels = Logregel.objects.filter(object=str(uittreksel)).order_by("volg")
        assert [(regel.handeling, regel.uitkomst, regel.eis) for regel in regels] == [
            ("uittreksel_laden", "toegestaan", "HEE-OW.6")
        ] * 2
        kaart = laden.actief_uittreksel()
    assert (kaart.id, kaart.geladen_op, kaart.aantal, kaart.buiten_bezit) == (uittreksel, NU, 1, 1)


@pytest.mark.eis("HEE-5.8", "HEE-OW.6")
def test_een_fout_aan_het_einde_van_het_bestand_verandert_niets(wereld, als_eigenaar):
    goed = [f"2101AB;12;;;;Bewoner {n};k{n};nee" for n in range(12_000)]
    oud = namen(wereld)
    with pytest.raises(BestandFout) as fout, wereld.als("eva"):
        laden.laad_uittreksel(lees_uittreksel(bestand(*goed, "2101AB;12;;;;;k;nee")), nu())
    assert [(rij.rij, rij.kolom) for rij in fout.value.rijen] == [(12_002, "naam")]
    assert kaarten(wereld) == [("actief", 4, 0)]
    assert namen(wereld) == oud
    with als_eigenaar():
        assert Ingeschrevene.objects.count() == 4
    with wereld.als("frits"):
        regel = Logregel.objects.filter(handeling="uittreksel_laden").latest("volg")
        zin = "Het bestand is niet geladen. Aantal fouten: 1."
        assert (regel.uitkomst, regel.redenen) == ("geweigerd", [[zin, ""]])


@pytest.mark.eis("HEE-11.1")
def test_ouder_dan_wat_in_gebruik_is_of_uit_de_toekomst_kan_niet(wereld):
    uittreksel = laad_concept(wereld, NIEUW, peilmoment=NU - timedelta(days=1))
    with pytest.raises(Ongeldig) as fout:
        activeer(wereld, uittreksel)
    assert "ouder" in fout.value.fouten[""]
    with pytest.raises(Ongeldig) as fout:
        laad_concept(wereld, NIEUW, peilmoment=NU + timedelta(minutes=1))
    assert "toekomst" in fout.value.fouten["peilmoment"]
    assert namen(wereld) == ["Fatima Yılmaz", "Willem de Vries"]


@pytest.mark.eis("HEE-11.1")
def test_de_grens_waarna_een_uittreksel_oud_is(wereld):
    with wereld.als("eva"):
        kaart = laden.actief_uittreksel()
        for later, oud in ((timedelta(days=1), False), (timedelta(days=1, minutes=1), True)):
            with stel_in(NU + later):
                assert laden.is_te_oud(kaart) is oud


def test_zonder_rijen_wordt_niets_geladen(wereld):
    with pytest.raises(Ongeldig):
        laad_concept(wereld)
    assert len(kaarten(wereld)) == 1


def test_twee_keer_bevestigen_of_na_weggooien_bevestigen_zegt_wat_er_is(wereld):
    uittreksel = laad_concept(wereld, NIEUW)
    activeer(wereld, uittreksel)
    ander = laad_concept(wereld, NIEUW)
    with wereld.als("eva"):
        laden.gooi_uittreksel_weg(ander)
        laden.gooi_uittreksel_weg(uittreksel)
    for id in (uittreksel, ander):
        with pytest.raises(Ongeldig) as fout:
            activeer(wereld, id)
        assert "al in gebruik genomen of weggegooid" in fout.value.fouten[""]
    with wereld.als("eva"):
        assert laden.uittreksel_kaart(uittreksel).is_actief
    with pytest.raises(NietGevonden), wereld.als("eva"):
        laden.uittreksel_kaart(ander)
    assert namen(wereld) == ["Nieuwe Bewoner"]


def test_een_blijven_liggend_concept_verdwijnt_bij_het_volgende(wereld, als_eigenaar):
    laad_concept(wereld, NIEUW, Persoonsrij(KADE_3, "Sjaak", "p4"))
    tweede = laad_concept(wereld, NIEUW)
    assert kaarten(wereld) == [("actief", 4, 0), ("concept", 1, 0)]
    with als_eigenaar():
        assert Ingeschrevene.objects.filter(uittreksel=tweede).count() == 1
        assert Ingeschrevene.objects.count() == 5


@pytest.mark.eis("HEE-OW.6")
def test_een_vergeten_concept_verdwijnt_na_een_dag(wereld, als_eigenaar):
    laad_concept(wereld, NIEUW)
    with stel_in(NU + timedelta(hours=23)):
        assert laden.vergeet_concepten() == 0
    with stel_in(NU + timedelta(hours=25)):
        assert laden.vergeet_concepten() == 1
        assert laden.vergeet_concepten() == 0
    with als_eigenaar():
        assert list(Uittreksel.objects.values_list("status", flat=True)) == ["actief"]
        assert Ingeschrevene.objects.count() == 4


@pytest.mark.parametrize("wie", ["eva", "anna"])
def test_een_mens_doet_niet_wat_de_taak_doet(wereld, wie):
    with pytest.raises(DatabaseError), wereld.als(wie), connection.cursor() as cursor:
        cursor.execute("select uittreksels_vergeten(%s)", [NU + timedelta(days=9)])


def test_een_concept_van_een_ander_gaat_niet_mee(wereld, als_eigenaar):
    """The fence holds below the gate too: who may not load cannot destroy, fill or activate it."""
    uittreksel = laad_concept(wereld, NIEUW)
    for opdracht in (
        "select uittreksel_begin()",
        f"select uittreksel_wis('{uittreksel}')",
        f"select uittreksel_activeer('{uittreksel}')",
        f"select uittreksel_laad('{uittreksel}', '[]')",
    ):
        buiten = pytest.raises(DatabaseError, match="buiten de context")
        with buiten, wereld.als("anna"), connection.cursor() as cursor:
            cursor.execute(opdracht)
    with als_eigenaar():
        assert Uittreksel.objects.get(pk=uittreksel).status == "concept"
        assert Ingeschrevene.objects.filter(uittreksel=uittreksel).count() == 1


# --- the same dwelling


@pytest.mark.eis("HEE-2.3", "HEE-2.5")
@pytest.mark.parametrize(
    ("adres", "bij_14a"),
    [
        (LINDELAAN_14A, True),
        (replace(LINDELAAN_14A, bag_id=""), True),
        (replace(LINDELAAN_14A, huisnummertoevoeging="-2"), True),
        (replace(LINDELAAN_14A, huisnummer="16"), True),  # a second address of the same dwelling
        (replace(LINDELAAN_14A, bag_id="0397010000009999"), False),  # another dwelling with the same number
        (replace(LINDELAAN_14A, bag_id="", huisletter=""), False),
        (replace(LINDELAAN_14A, bag_id="", huisnummertoevoeging=""), False),
        (replace(LINDELAAN_14A, bag_id="", huisnummer="41"), False),
    ],
)
def test_een_woning_is_het_bag_nummer_en_anders_het_adres(wereld, adres, bij_14a):
    laad(wereld, Persoonsrij(adres, "Bewoner", "b1"), Persoonsrij(LINDELAAN_12, "Buur", "b2"))
    assert namen(wereld, LINDELAAN_14A) == (["Bewoner"] if bij_14a else [])
    assert namen(wereld) == ["Buur"]
    assert kaarten(wereld)[0] == (("actief", 2, 0) if bij_14a else ("actief", 1, 1))


# --- own stock


@pytest.mark.eis("HEE-2.3")
def test_bezit_uit_een_bestand_geldt_van_tot_en_kan_opnieuw(wereld):
    inhoud = bestand(
        "2103 EF;1;;;Dorpsplein;Heemstede;;01-06-2020;",
        "2103 EF;2;;;Dorpsplein;Heemstede;;01-06-2020;23-11-2026",
        "2103 EF;3;;;Dorpsplein;Heemstede;;24-11-2026;",
        kop=BEZIT_KOP,
    )
    for _ in range(2):
        with wereld.als("jan"):
            assert laden.werk_bezit_bij(lees_bezit(inhoud)) == 3
    assert namen(wereld, maak_adres("2103EF", "1"), "carla") == []
    for nummer in ("2", "3"):
        with pytest.raises(Geweigerd) as weigering:
            wereld.raadpleeg("carla", maak_adres("2103EF", nummer))
        assert [reden.eis for reden in weigering.value.redenen] == ["HEE-2.3"]
    with pytest.raises(Geweigerd):
        wereld.raadpleeg("anna", maak_adres("2103EF", "1"))


@pytest.mark.eis("HEE-2.3")
def test_een_fout_in_het_bezit_verandert_niets(wereld):
    inhoud = bestand(
        "2103 EF;1;;;Dorpsplein;Heemstede;;01-06-2020;",
        "2103 EF;2;;;Dorpsplein;Heemstede;;morgen;",
        kop=BEZIT_KOP,
    )
    with pytest.raises(BestandFout), wereld.als("jan"):
        laden.werk_bezit_bij(lees_bezit(inhoud))
    with wereld.als("jan"):
        assert list(Bezit.objects.values_list("adres_sleutel", "van")) == [(KADE_3.sleutel, date(2020, 6, 1))]
