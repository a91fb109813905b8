"""A tenant without arrears: reported with recorded consent only, and everything undone at once when it is withdrawn."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from convenant.poort import dossier
from convenant.poort.dossier import Dossier
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.poort.models import Logregel
from convenant.termijnen.models import Klok
from convenant.tijd import stel_in
from convenant.verstrekkingen.models import Ontvangst, Verstrekking
from convenant.zaken.models import Zaak
from huisuitzetting.achterstand import huren
from huisuitzetting.melding import toestemmingen
from huisuitzetting.melding.feiten import Signaal
from huisuitzetting.melding.toestemmingen import Instemming
from huisuitzetting.models import Toestemming
from huisuitzetting.wijkteam import terugkoppeling
from tests.huisuitzetting.huur import ANDER, HUUR, MELDER, leg_vast
from tests.huisuitzetting.verhaal import GEKOZEN, SIGNAAL, gemeld, gemeld_met_toestemming, kies_velden
from tests.schermen.klant import log_in
from tests.wereld import NU, Wereld

SWT = "gemeente/swt"
INSTEMMING = Instemming(NU.date(), "mondeling")


def meld(
    wereld: Wereld,
    signaal: Signaal = SIGNAAL,
    instemming: Instemming = INSTEMMING,
    *,
    eigen: bool = True,
    strafbaar: bool = False,
) -> int:
    with wereld.als(MELDER):
        return toestemmingen.meld(
            signaal, instemming, uuid4(), eigen_huurder=eigen, alleen_strafbaar_feit=strafbaar
        )


def lees(wereld: Wereld, zaak: int, wie: str = SWT) -> Dossier:
    with wereld.als(wie):
        return dossier.lees_zaak(zaak)


@pytest.mark.eis("HAA-B2.2", "HAA-3.3", "HAA-3.5", "HAA-3.7")
def test_het_wijkteam_krijgt_wat_het_convenant_koos(haarlem: Wereld) -> None:
    kies_velden(haarlem, [veld for veld in GEKOZEN if veld != "telefoonnummer"])
    zaak = meld(haarlem, replace(SIGNAAL, telefoonnummer=""))
    gelezen = lees(haarlem, zaak)
    kopie = gelezen.laatste("melding_met_toestemming")
    assert kopie
    assert {veld.naam for veld in kopie.velden} == set(GEKOZEN) - {"telefoonnummer"}
    assert kopie.waarde("datum_toestemming") == NU.date().isoformat()
    standen = {klok.termijn: klok.stand for klok in gelezen.klokken}
    assert standen["terugkoppeling"] == Klok.LOOPT
    assert standen["contact_door_wijkteam"] == Klok.OPGESCHORT
    assert standen["voorstel"] == Klok.OPGESCHORT
    with haarlem.als(MELDER):
        (rij,) = Toestemming.objects.all()
        assert (rij.gegeven_op, rij.wijze) == (NU.date(), "mondeling")
        assert "geboortedatum, waarom zij hulp vraagt en wanneer u toestemming gaf." in rij.tekst
        assert "telefoonnummer" not in rij.tekst
        assert rij.vastgelegd_door_id == haarlem.mensen[MELDER].pk


@pytest.mark.eis("HAA-B2.2")
def test_zolang_het_convenant_niets_koos_gaat_er_niets_weg(haarlem: Wereld) -> None:
    kies_velden(haarlem, [])
    with pytest.raises(Geweigerd):
        meld(haarlem)
    with haarlem.als(MELDER):
        assert not Zaak.objects.exists()


@pytest.mark.eis("HAA-1.3")
def test_alleen_een_strafbaar_feit_wordt_geweigerd_zonder_iets_te_bewaren(haarlem: Wereld) -> None:
    kies_velden(haarlem, GEKOZEN)
    with pytest.raises(Geweigerd) as weigering:
        meld(haarlem, strafbaar=True)
    assert [reden.eis for reden in weigering.value.redenen] == ["HAA-1.3"]
    with haarlem.als(MELDER):
        assert not Zaak.objects.exists()
        assert not Toestemming.objects.exists()
        assert not Verstrekking.objects.exists()
        regel = Logregel.objects.latest("pk")
        assert (regel.handeling, regel.uitkomst) == ("melden_met_toestemming", "geweigerd")
        assert "Bakker" not in repr(vars(regel))


@pytest.mark.eis("HAA-PAR.2")
def test_een_huurder_van_een_ander_kan_niet(haarlem: Wereld) -> None:
    kies_velden(haarlem, GEKOZEN)
    with pytest.raises(Geweigerd) as weigering:
        meld(haarlem, eigen=False)
    assert [reden.eis for reden in weigering.value.redenen] == ["HAA-PAR.2"]


@pytest.mark.eis("HAA-3.3")
def test_wie_een_achterstand_heeft_wordt_zo_niet_gemeld(haarlem: Wereld) -> None:
    kies_velden(haarlem, GEKOZEN)
    leg_vast(haarlem)
    met_achterstand = replace(SIGNAAL, geboortedatum=HUUR.geboortedatum, postcode=HUUR.postcode)
    with pytest.raises(Ongeldig):
        meld(haarlem, met_achterstand)
    meld(haarlem, replace(met_achterstand, geboortedatum=date(1990, 1, 1)))


@pytest.mark.parametrize(
    ("signaal", "instemming", "veld"),
    [
        (replace(SIGNAAL, geboortedatum=date(1856, 1, 1)), INSTEMMING, "geboortedatum"),
        (SIGNAAL, replace(INSTEMMING, gegeven_op=date(2026, 11, 24)), "gegeven_op"),
        (replace(SIGNAAL, telefoonnummer=""), INSTEMMING, "telefoonnummer"),
        (replace(SIGNAAL, signaalcategorie="ziek"), INSTEMMING, "signaalcategorie"),
    ],
)
def test_wat_niet_kan(haarlem: Wereld, signaal: Signaal, instemming: Instemming, veld: str) -> None:
    kies_velden(haarlem, GEKOZEN)
    with pytest.raises(Ongeldig) as fout:
        meld(haarlem, signaal, instemming)
    assert list(fout.value.fouten) == [veld]


@pytest.mark.eis("HAA-3.3", "HAA-3.3.intrekking", "HAA-B2.2")
@pytest.mark.parametrize("wie", [MELDER, SWT])
def test_intrekken_stopt_de_zaak_en_vernietigt_wat_er_was(haarlem: Wereld, wie: str) -> None:
    zaak = gemeld_met_toestemming(haarlem)
    morgen = NU + timedelta(days=1)
    with stel_in(morgen):
        with haarlem.als(wie):
            toestemmingen.trek_in(zaak, morgen.date(), uuid4())
        for lezer in (MELDER, SWT):
            gelezen = lees(haarlem, zaak, lezer)
            open_ = [stuk.gelezen for stuk in gelezen.stukken if stuk.gelezen]
            assert [k.gegevensset for k in open_] == (["intrekking_toestemming"] if wie == MELDER else [])
            assert gelezen.label == ""
        klokken = lees(haarlem, zaak).klokken
        assert {klok.stand for klok in klokken} == {Klok.INGETROKKEN}
        if wie == MELDER:
            kopie = lees(haarlem, zaak).laatste("intrekking_toestemming")
            assert kopie
            assert [(v.naam, v.waarde) for v in kopie.velden] == [("datum_intrekking", "2026-11-24")]
        with haarlem.als(SWT):
            for rij in Ontvangst.objects.filter(verstrekking__gegevensset="melding_met_toestemming"):
                assert (rij.waarden, rij.sleutel) == (None, None)
        with haarlem.als(MELDER):
            assert Toestemming.objects.get().ingetrokken_op == morgen.date()
        with haarlem.als(wie):
            assert toestemmingen.trek_in(zaak, morgen.date(), uuid4()) == zaak


@pytest.mark.eis("HAA-3.3", "HAA-3.3.intrekking", "HAA-B2.2")
@pytest.mark.parametrize("wie", [MELDER, SWT])
def test_intrekken_kan_ook_als_de_zaak_gesloten_is(haarlem: Wereld, wie: str) -> None:
    zaak = gemeld_met_toestemming(haarlem)
    with haarlem.als(MELDER):
        toestemmingen.sluit(zaak, "geholpen")
    pagina, knop = f"/haarlem/zaken/{zaak}/", f"/haarlem/zaken/{zaak}/toestemming_intrekken/"
    client = log_in(haarlem, wie)
    assert knop in client.get(pagina).content.decode()
    with haarlem.als(SWT):
        assert all(rij.waarden for rij in Ontvangst.objects.all())
    assert client.post(knop, {"dag": f"{NU:%d-%m-%Y}"}).status_code == 302
    for lezer in (MELDER, SWT):
        gelezen = lees(haarlem, zaak, lezer)
        assert gelezen.stap == "gesloten"
        assert not gelezen.aan_zet
        open_ = [stuk.gelezen.gegevensset for stuk in gelezen.stukken if stuk.gelezen]
        assert open_ == (["intrekking_toestemming"] if wie == MELDER else [])
    with haarlem.als(SWT):
        for rij in Ontvangst.objects.filter(verstrekking__gegevensset="melding_met_toestemming"):
            assert (rij.waarden, rij.sleutel) == (None, None)
    with haarlem.als(MELDER):
        assert Toestemming.objects.get().ingetrokken_op == NU.date()
    assert knop not in client.get(pagina).content.decode()
    with haarlem.als(wie):
        assert toestemmingen.trek_in(zaak, NU.date(), uuid4()) == zaak


@pytest.mark.eis("HAA-3.3")
def test_van_een_gesloten_zaak_zonder_toestemming_is_niets_in_te_trekken(haarlem: Wereld) -> None:
    zaak = gemeld(haarlem)
    with haarlem.als(SWT):
        terugkoppeling.koppel_terug(zaak, "nee", "nog_niet", "nee", None, uuid4())
    with haarlem.als(MELDER):
        huren.sluit(zaak, "betaald")
    for wie in (MELDER, SWT):
        assert (
            "toestemming_intrekken"
            not in log_in(haarlem, wie).get(f"/haarlem/zaken/{zaak}/").content.decode()
        )
        with haarlem.als(wie), pytest.raises(Geweigerd):
            toestemmingen.trek_in(zaak, NU.date(), uuid4())


@pytest.mark.eis("HAA-3.3")
def test_alleen_een_melding_met_toestemming_is_in_te_trekken(haarlem: Wereld) -> None:
    zaak = gemeld(haarlem)
    for wie in (MELDER, SWT):
        with haarlem.als(wie), pytest.raises(Geweigerd) as weigering:
            toestemmingen.trek_in(zaak, NU.date(), uuid4())
        assert "HAA-3.3" in {reden.eis for reden in weigering.value.redenen}
    with haarlem.als(ANDER), pytest.raises(NietGevonden):
        toestemmingen.trek_in(zaak, NU.date(), uuid4())
    assert lees(haarlem, zaak).laatste("melding_achterstand")


@pytest.mark.parametrize("dag", [date(2026, 11, 22), date(2026, 11, 24)])
def test_intrekken_kan_niet_voor_de_toestemming_of_morgen(haarlem: Wereld, dag: date) -> None:
    zaak = gemeld_met_toestemming(haarlem)
    for wie in (MELDER, SWT):
        with haarlem.als(wie), pytest.raises(Ongeldig) as fout:
            toestemmingen.trek_in(zaak, dag, uuid4())
        assert list(fout.value.fouten) == ["dag"]


@pytest.mark.eis("HAA-B2.2")
def test_van_de_toestemming_weet_het_wijkteam_alleen_dat_zij_er_is(haarlem: Wereld) -> None:
    zaak = gemeld_met_toestemming(haarlem)
    with haarlem.als(SWT):
        assert not Toestemming.objects.exists()
        assert toestemmingen.toestemming_sinds(Zaak.objects.get(pk=zaak)) == NU.date()
    with haarlem.als(MELDER):
        rij = Zaak.objects.get(pk=zaak)
    with haarlem.als(ANDER):
        assert toestemmingen.toestemming_sinds(rij) is None


def test_de_database_vernietigt_alleen_wat_ingetrokken_is(haarlem: Wereld) -> None:
    zaak, gesloten = gemeld_met_toestemming(haarlem), gemeld_met_toestemming(haarlem)
    with haarlem.als(MELDER):
        toestemmingen.sluit(gesloten, "geholpen")
    for wie in (MELDER, SWT, ANDER):
        for welke in (zaak, gesloten):
            with (
                haarlem.als(wie),
                pytest.raises(DatabaseError),
                transaction.atomic(),
                connection.cursor() as cursor,
            ):
                cursor.execute("select melding_toestemming_intrekken(%s, %s)", [welke, NU.date()])
    assert lees(haarlem, zaak).laatste("melding_met_toestemming")
    with haarlem.als(MELDER):
        assert all(rij.waarden for rij in Ontvangst.objects.all())


@pytest.mark.eis("HAA-3.3")
def test_een_ingetrokken_toestemming_komt_niet_terug(haarlem: Wereld) -> None:
    zaak = gemeld_met_toestemming(haarlem)
    with haarlem.als(MELDER):
        toestemmingen.trek_in(zaak, NU.date(), uuid4())
    for dag in (None, NU.date() + timedelta(days=1)):
        with haarlem.als(MELDER), pytest.raises(DatabaseError), transaction.atomic():
            Toestemming.objects.update(ingetrokken_op=dag)
    with haarlem.als(MELDER):
        toestemmingen.sluit(zaak, "toestemming_weg")
    with haarlem.als(MELDER):
        rij = Toestemming.objects.get()
        assert (rij.ingetrokken_op, rij.gesloten_om) == (NU.date(), "toestemming_weg")
