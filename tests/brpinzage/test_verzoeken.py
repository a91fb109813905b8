"""The written request from question to answer, through gate and database (HEE-2.2)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection

from brpinzage import verzoeken
from brpinzage.handelingen import Identiteit
from brpinzage.models import Bezit
from brpinzage.rijen import Persoonsrij
from brpinzage.verzoeken import Verzoek
from convenant.brp.adres import Adres, maak_adres
from convenant.partijen.models import Deelname, Verklaring
from convenant.poort import dossier, werklijst
from convenant.poort.handeling import Geweigerd, NietGevonden
from convenant.poort.intrekken import vernietig_verlopen
from convenant.poort.lijst import AAN_ZET, Lijst
from convenant.poort.models import Logregel
from convenant.tijd import stel_in
from convenant.verstrekkingen.models import Raadpleging, Verstrekking
from tests.wereld import KADE_3, LINDELAAN_12, LINDELAAN_14A, NU, Wereld, laad
from tests.zaken import velden, zie

pytestmark = pytest.mark.eis("HEE-2.2")
IDENTITEIT = Identiteit("R. Vink", "huurder", "paspoort", date(2026, 11, 20))
VERZOEK = Verzoek(LINDELAAN_12, "bestandskwaliteit", "De huurder vraagt medehuur aan.", IDENTITEIT)
NAMEN = ["Fatima Yılmaz", "Willem de Vries"]
ADRES = {
    "adres_straatnaam": "Lindelaan",
    "adres_huisnummer": "12",
    "adres_huisletter": "",
    "adres_huisnummertoevoeging": "",
    "adres_postcode": "2101 AB",
    "adres_woonplaats": "Heemstede",
}


def vraag(wereld: Wereld, naam: str = "anna", **anders: Any) -> int:
    with wereld.als(naam):
        return verzoeken.vraag(replace(VERZOEK, **anders), uuid4())


def toegewezen(wereld: Wereld, **anders: Any) -> int:
    zaak = vraag(wereld, **anders)
    with wereld.als("eva"):
        return verzoeken.wijs_toe(zaak, NAMEN, uuid4())


@pytest.mark.eis("HEE-2.2.verzoek", "HEE-2.1", "HEE-3.7")
def test_de_gemeente_leest_wat_er_gevraagd_wordt_en_waarom(wereld):
    zaak = vraag(wereld)
    assert velden(wereld, "eva", zaak, "schriftelijk_verzoek") == ADRES | {
        "noodzaak": "De huurder vraagt medehuur aan.",
        "naam_huurder": "R. Vink",
        "hoedanigheid": "huurder",
        "soort_document": "paspoort",
        "datum_identiteit": "2026-11-20",
    }
    for naam in ("carla", "frits", "hugo", "gerda", "ina"):
        with wereld.als(naam), pytest.raises(NietGevonden):
            dossier.lees_zaak(zaak)
    with wereld.als("eva"):
        assert [regel.label for regel in werklijst.werklijst(Lijst(AAN_ZET))] == [LINDELAAN_12.regel]
        assert [regel.zaak_id for regel in werklijst.zoek("", LINDELAAN_12.sleutel)] == [zaak]


def test_wie_postcode_en_nummer_typt_vraagt_het_hele_adres(wereld):
    zaak = vraag(wereld, adres=Adres("2101 AB", "12"))
    assert velden(wereld, "eva", zaak, "schriftelijk_verzoek")["adres_straatnaam"] == "Lindelaan"


@pytest.mark.eis("HEE-2.5", "HEE-5.1")
def test_toegewezen_is_naam_en_adres_en_niets_meer(wereld):
    zaak = toegewezen(wereld)
    assert velden(wereld, "anna", zaak, "naam_en_adres_schriftelijk") == ADRES | {"naam_bewoner": NAMEN}
    gelezen = zie(wereld, "bert", zaak).laatste("naam_en_adres_schriftelijk")
    assert gelezen is not None
    assert (gelezen.doel, gelezen.grondslag) == ("bestandskwaliteit", "wet_brp_3_9")
    assert zie(wereld, "anna", zaak).stap == "verzoek_toegewezen"
    with wereld.als("carla"), pytest.raises(NietGevonden):
        dossier.lees_zaak(zaak)


@pytest.mark.eis("HEE-2.3", "HEE-4")
@pytest.mark.parametrize("adres", [KADE_3, maak_adres("2109 ZZ", "1")])
def test_een_adres_van_een_ander_wordt_geweigerd_en_staat_in_het_logboek(wereld, adres):
    with wereld.als("anna"), pytest.raises(Geweigerd, match="HEE-2.3"):
        verzoeken.vraag(replace(VERZOEK, adres=adres), uuid4())
    with wereld.als("frits"):
        (regel,) = Logregel.objects.filter(handeling="schriftelijk_verzoeken")
    getypt = Adres(adres.postcode, adres.huisnummer, straatnaam=adres.straatnaam, woonplaats=adres.woonplaats)
    assert (regel.uitkomst, regel.object) == ("geweigerd", getypt.regel)
    with wereld.als("eva"):
        assert werklijst.werklijst() == []


@pytest.mark.parametrize(
    ("anders", "eis"),
    [
        pytest.param({"noodzaak": " "}, "HEE-2.1", marks=pytest.mark.eis("HEE-2.1")),
        pytest.param(
            {"identiteit": Identiteit("", "", "", None)}, "HEE-3.7", marks=pytest.mark.eis("HEE-3.7")
        ),
        pytest.param(
            {"identiteit": replace(IDENTITEIT, datum=date(2026, 11, 24))},
            "HEE-3.7",
            marks=pytest.mark.eis("HEE-3.7"),
        ),
        pytest.param({"doel": "nieuwsgierigheid"}, "HEE-2.2", marks=pytest.mark.eis("HEE-1")),
    ],
)
def test_dezelfde_voorwaarden_als_een_raadpleging(wereld, anders, eis):
    with wereld.als("anna"), pytest.raises(Geweigerd, match=eis):
        verzoeken.vraag(replace(VERZOEK, **anders), uuid4())


@pytest.mark.eis("HEE-3.3", "HEE-2.2")
def test_een_afgeschermd_adres_kan_schriftelijk_wel(wereld):
    """What cannot be consulted can be asked; the request says nothing of why."""
    laad(wereld, Persoonsrij(LINDELAAN_12, "", "p1", afgeschermd=True))
    with pytest.raises(Geweigerd):
        wereld.raadpleeg("anna", LINDELAAN_12)
    zaak = vraag(wereld)
    gezien = zie(wereld, "anna", zaak)
    assert [stuk.gelezen.gegevensset for stuk in gezien.stukken if stuk.gelezen] == ["schriftelijk_verzoek"]


@pytest.mark.eis("HEE-4", "HEE-2.2")
def test_hetzelfde_logboek_als_een_raadpleging(wereld):
    toegewezen(wereld)
    with wereld.als("frits"):
        regels = {
            handeling: Logregel.objects.get(handeling=handeling)
            for handeling in ("schriftelijk_verzoeken", "verzoek_toewijzen")
        }
        for regel in regels.values():
            raadpleging = Raadpleging.objects.get(pk=UUID(regel.object))
            assert (raadpleging.adres, raadpleging.noodzaak) == (LINDELAAN_12.regel, VERZOEK.noodzaak)
            assert raadpleging.identiteit == {
                "naam": "R. Vink",
                "rol": "huurder",
                "document": "paspoort",
                "datum": "2026-11-20",
            }
            assert regel.doel == "bestandskwaliteit"
    assert regels["verzoek_toewijzen"].gegevensset == "naam_en_adres_schriftelijk"


@pytest.mark.eis("HEE-14")
def test_een_toewijzing_blijft_zo_lang_als_een_raadpleging(wereld, als_eigenaar):
    zaak = toegewezen(wereld)
    for naam in ("anna", "eva"):
        gelezen = zie(wereld, naam, zaak).laatste("naam_en_adres_schriftelijk")
        assert gelezen is not None
        assert gelezen.bewaren_tot == datetime(
            2031, 11, 23, 23, 0, tzinfo=UTC
        )  # five years, to midnight here
    with stel_in(NU + timedelta(days=1)):
        assert velden(wereld, "anna", zaak, "naam_en_adres_schriftelijk")["naam_bewoner"] == NAMEN
    with stel_in(datetime(2031, 11, 23, 23, 0, tzinfo=UTC)):
        vernietig_verlopen()
    with als_eigenaar(), connection.cursor() as cursor:
        cursor.execute(
            "select count(*) from verstrekkingen_ontvangst o join verstrekkingen_verstrekking v"
            " on v.id = o.verstrekking_id where v.gegevensset = 'naam_en_adres_schriftelijk' and waarden is not null"
        )
        assert cursor.fetchone() == (0,)


@pytest.mark.eis("HEE-2.3")
def test_een_adres_dat_intussen_weg_is_wordt_niet_meer_toegewezen(wereld, als_eigenaar):
    zaak = vraag(wereld)
    with als_eigenaar():
        Bezit.objects.filter(adres_sleutel=LINDELAAN_12.sleutel).update(tot=NU.date())
    with wereld.als("eva"):
        with pytest.raises(Geweigerd, match="HEE-2.3"):
            verzoeken.wijs_toe(zaak, NAMEN, uuid4())
        verzoeken.weiger(zaak, "Dit adres is niet meer van uw corporatie.", uuid4())
    assert zie(wereld, "anna", zaak).laatste("naam_en_adres_schriftelijk") is None


@pytest.mark.eis("HEE-2.3")
def test_van_een_ander_geworden_is_ook_weg(wereld, als_eigenaar):
    """The stock of the corporatie that asked counts, not that of any party."""
    zaak = vraag(wereld)
    with als_eigenaar():
        Bezit.objects.filter(adres_sleutel=LINDELAAN_12.sleutel).update(
            deelname=wereld.deelnames["waterkant"]
        )
    with wereld.als("eva"), pytest.raises(Geweigerd, match="HEE-2.3"):
        verzoeken.wijs_toe(zaak, NAMEN, uuid4())


@pytest.mark.eis("HEE-7.1", "HEE-2.3")
@pytest.mark.parametrize("reden", [{"toegang_ingetrokken_op": NU}, {"einde": NU.date()}])
def test_wie_niet_meer_meedoet_krijgt_geen_namen(wereld, als_eigenaar, reden):
    """Not now, and not when the access opens again; the municipality can refuse, so that the case ends."""
    zaak = vraag(wereld)
    with als_eigenaar():
        Deelname.objects.filter(pk=wereld.deelnames["linde"].pk).update(**reden)
    with wereld.als("eva"), pytest.raises(Geweigerd, match="HEE-2.3"):
        verzoeken.wijs_toe(zaak, NAMEN, uuid4())
    with als_eigenaar():
        assert not Verstrekking.objects.filter(gegevensset=verzoeken.TOEWIJZING).exists()
    with wereld.als("eva"):
        verzoeken.weiger(zaak, "De corporatie heeft nu geen toegang.", uuid4())


@pytest.mark.eis("HEE-2.3")
def test_alleen_burgerzaken_vraagt_naar_het_bezit_en_alleen_over_eigen_verzoeken(wereld):
    zaak = vraag(wereld)

    def in_bezit(naam: str) -> bool:
        with wereld.als(naam), connection.cursor() as cursor:
            cursor.execute("select verzoek_in_bezit(%s)", [zaak])
            return cursor.fetchone()[0]

    assert in_bezit("eva") is True
    with wereld.als("eva"):
        assert not Bezit.objects.exists()
    for naam in ("anna", "carla", "frits"):
        assert in_bezit(naam) is False


@pytest.mark.eis("HEE-1.c")
@pytest.mark.parametrize("doel", ["woningtoewijzing", "dienstverlening_huurder", "onrechtmatige_bewoning"])
def test_het_mandaat_is_dat_van_de_corporatie(wereld, doel):
    """The municipality decides on a request for a doel whose conditions hold for who asked."""
    toegewezen(wereld, doel=doel)
    zaak = vraag(wereld, doel=doel, adres=LINDELAAN_14A)
    with wereld.als("eva"):
        verzoeken.weiger(zaak, "Niet nodig.", uuid4())


@pytest.mark.eis("HEE-1.c")
def test_zonder_mandaat_van_de_corporatie_geen_toewijzing(wereld, als_eigenaar):
    zaak = vraag(wereld, doel="woningtoewijzing")
    with als_eigenaar():
        Verklaring.objects.filter(
            deelname=wereld.deelnames["linde"], soort="mandaat_woningtoewijzing"
        ).update(tot=NU.date())
    with wereld.als("eva"), pytest.raises(Geweigerd, match="HEE-1.c"):
        verzoeken.wijs_toe(zaak, NAMEN, uuid4())


def in_de_brp(zaak_id: int, namen: list[str], geheim: list[bool], opgeschort: list[str]) -> None:
    """A look in the BRP as brpinzage/bevragen.py leaves it behind."""
    from brpinzage.bevragen import _daad
    from convenant.poort.daad import verricht
    from convenant.poort.poort import Levering, bewaar_levering, groep_van
    from convenant.poort.zaken import zaak_van
    from convenant.verstrekkingen.models import Verstrekking

    waarden = ADRES | {
        "naam_bewoner": namen,
        "geheimhouding": geheim,
        "in_onderzoek": [[] for _ in namen],
        "opschorting": opgeschort,
    }
    zaak = zaak_van(zaak_id)
    daad = _daad(zaak)
    with verricht(daad) as (werk,):
        verstrekking = Verstrekking(pk=uuid4(), zaak=zaak, van_groep_id=groep_van(daad.vraag.wie).pk)
        bewaar_levering(verstrekking, werk, Levering(waarden), NU + timedelta(hours=1))
