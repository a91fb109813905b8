"""What leaves the wijkteam by consent alone: more than the five items, and a warm handover to one organisation."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.template.loader import render_to_string
from django.urls import reverse

from convenant.poort.dossier import lees_zaak
from convenant.poort.feiten import Aanvraag
from convenant.poort.grens import beurt
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.poort.zaken import zaak_van
from convenant.tijd import vandaag
from convenant.verstrekkingen.models import Ontvangst
from huisuitzetting import sluiten
from huisuitzetting.melding import toestemmingen
from huisuitzetting.models import Bewijsstuk, Interventie, Regie, Toestemming
from huisuitzetting.wijkteam import contact, handelingen, hulp, toestemming
from huisuitzetting.wijkteam.feiten import Overdracht, toestemming_overdracht
from tests.bijlagen.bestanden import maak_pdf
from tests.huisuitzetting.huur import MELDER
from tests.huisuitzetting.verhaal import gemeld_met_toestemming
from tests.huisuitzetting.wijkteam import SWT, gesproken, teruggekoppeld, vertel_meer
from tests.schermen.klant import log_in
from tests.tables import als_eigenaar
from tests.wereld import Wereld


def gesprek(**anders: object) -> toestemming.Driegesprek:
    dag = vandaag()
    vast = {"overlegd_op": dag, "gegeven_op": dag, "datum_driegesprek": dag + timedelta(days=4)}
    return toestemming.Driegesprek(
        **(
            {"organisatie": "Stichting Thuis", "wijze": "mondeling", "hulpvraag": "Hulp bij de post."}
            | vast
            | anders
        )
    )


@pytest.mark.eis("HAA-B2.6.b", "HAA-B2.6.b.extra")
def test_zonder_getekende_toestemming_gaat_er_niets_extra_terug(haarlem: Wereld) -> None:
    zaak = gesproken(haarlem)
    with pytest.raises(Geweigerd) as fout:
        vertel_meer(haarlem, zaak, getekend=False)
    assert "HAA-B2.6.b" in [reden.eis for reden in fout.value.redenen]
    with haarlem.als(SWT):
        assert not Toestemming.objects.exists()


@pytest.mark.eis("HAA-B2.6.b", "HAA-B2.6.b.extra")
def test_met_toestemming_leest_de_corporatie_het_tot_die_is_ingetrokken(haarlem: Wereld) -> None:
    zaak = gesproken(haarlem)
    vertel_meer(haarlem, zaak)
    vertel_meer(haarlem, zaak, getekend=False)
    with haarlem.als(MELDER):
        gelezen = lees_zaak(zaak).laatste("extra_informatie")
        assert gelezen
        assert [veld.naam for veld in gelezen.velden] == [
            "extra_onderwerp",
            "extra_inhoud",
            "datum_toestemming_klant",
        ]
        assert not Toestemming.objects.exists()
        assert not Bewijsstuk.objects.exists()
    with haarlem.als(SWT):
        toestemming.trek_in(zaak)
    for wie in (MELDER, SWT):
        with haarlem.als(wie):
            assert lees_zaak(zaak).laatste("extra_informatie") is None
            kopieen = Ontvangst.objects.filter(
                verstrekking__zaak=zaak, verstrekking__gegevensset="extra_informatie"
            )
            assert [kopie.waarden for kopie in kopieen] == [None, None]
    with haarlem.als(SWT):
        assert not Bewijsstuk.objects.exists()
    with haarlem.als(SWT), pytest.raises(NietGevonden):
        toestemming.trek_in(zaak)
    with pytest.raises(Geweigerd):
        vertel_meer(haarlem, zaak, getekend=False)


@pytest.mark.eis("HAA-B2.5.b", "HAA-B2.5.b.overdracht", "HAA-3.10")
def test_warm_overdragen_met_toestemming_voor_deze_organisatie(haarlem: Wereld) -> None:
    zaak = gesproken(haarlem)
    with haarlem.als(SWT), pytest.raises(Ongeldig) as fout:
        toestemming.draag_over(zaak, gesprek(gegeven_op=vandaag() + timedelta(days=1)), uuid4())
    assert list(fout.value.fouten) == ["gegeven_op"]
    kenmerk = uuid4()
    for _ in range(2):
        with haarlem.als(SWT):
            toestemming.draag_over(zaak, gesprek(), kenmerk)
    with haarlem.als(SWT):
        brief = lees_zaak(zaak).laatste("warme_overdracht")
        assert brief
        assert [veld.naam for veld in brief.velden] == [
            "naam",
            "adres",
            "telefoonnummer",
            "hulpvraag",
            "datum_driegesprek",
        ]
        assert list(Toestemming.objects.values_list("soort", "aan")) == [("overdracht", "Stichting Thuis")]
    with haarlem.als(MELDER):
        assert lees_zaak(zaak).laatste("warme_overdracht") is None


def gesloten(wereld: Wereld, zaak: int) -> int:
    teruggekoppeld(wereld, zaak)
    with wereld.als(SWT):
        return sluiten.sluit(zaak, "opgelost", uuid4())


@pytest.mark.eis("HAA-B2.6.b", "HAA-B2.6.b.extra")
def test_ook_na_het_sluiten_trekt_de_klant_in_wat_er_extra_werd_verteld(haarlem: Wereld) -> None:
    zaak = gesproken(haarlem)
    vertel_meer(haarlem, zaak)
    gesloten(haarlem, zaak)
    client = log_in(haarlem, SWT)
    adres, knop = reverse("extra_terugkoppeling", args=["haarlem", zaak]), "Toestemming voor meer vertellen"
    assert knop in client.get(reverse("zaak", args=["haarlem", zaak])).content.decode()
    pagina = client.get(adres).content.decode()
    assert "De klant trekt de toestemming in" in pagina
    assert "Verstuur aan de corporatie" not in pagina
    with haarlem.als(SWT):
        kopieen = Ontvangst.objects.filter(verstrekking__gegevensset="extra_informatie")
        assert all(kopie.waarden for kopie in kopieen)
    assert client.post(adres, {"trek_in": "ja"}).status_code == 302
    for wie in (MELDER, SWT):
        with haarlem.als(wie):
            kopieen = Ontvangst.objects.filter(verstrekking__gegevensset="extra_informatie")
            assert [(kopie.waarden, kopie.sleutel) for kopie in kopieen] == [(None, None)] * len(kopieen)
            assert kopieen
    with haarlem.als(SWT):
        assert not Bewijsstuk.objects.exists()
        assert lees_zaak(zaak).stap == "gesloten"
    assert "Er is geen toestemming om in te trekken" in client.get(adres).content.decode()
    # Of a case in which nothing was told there is nothing to withdraw.
    ander = gesloten(haarlem, gesproken(haarlem, contractnummer="H-9"))
    assert knop not in client.get(reverse("zaak", args=["haarlem", ander])).content.decode()


@pytest.mark.eis("HAA-B2.5.b", "HAA-B2.5.b.overdracht")
def test_elke_overdracht_heeft_haar_eigen_toestemming_en_die_is_in_te_trekken(haarlem: Wereld) -> None:
    zaak = gesproken(haarlem)
    eerder = vandaag() - timedelta(days=3)
    for anders in ({"gegeven_op": eerder, "overlegd_op": eerder}, {"wijze": "schriftelijk"}):
        with haarlem.als(SWT):
            toestemming.draag_over(zaak, gesprek(**anders), uuid4())
    with haarlem.als(SWT):
        rijen = toestemming.overdrachten(zaak)
        assert [(rij.aan, rij.gegeven_op, rij.wijze) for rij in rijen] == [
            ("Stichting Thuis", vandaag(), "schriftelijk"),
            ("Stichting Thuis", eerder, "mondeling"),
        ]
    gesloten(haarlem, zaak)
    client, adres = log_in(haarlem, SWT), reverse("overdracht", args=["haarlem", zaak])
    pagina = client.get(adres).content.decode()
    assert "Maak de brief" not in pagina
    assert pagina.count("De huurder trekt deze toestemming in") == 2
    assert client.post(adres, {"trek_in": str(rijen[1].pk)}).status_code == 302
    with haarlem.als(SWT):
        assert [rij.pk for rij in toestemming.overdrachten(zaak)] == [rijen[0].pk]
        over = {k.verstrekking_id: k.waarden for k in Ontvangst.objects.filter(verstrekking__zaak=zaak)}
        assert over[rijen[1].brief] is None
        assert over[rijen[0].brief] is not None
    for fout in (str(rijen[1].pk), "0", "x"):
        assert client.post(adres, {"trek_in": fout}).status_code == 404
    ander = gesproken(haarlem, contractnummer="H-9")
    niet_hier = reverse("overdracht", args=["haarlem", ander])
    assert client.post(niet_hier, {"trek_in": str(rijen[0].pk)}).status_code == 404
    assert log_in(haarlem, MELDER).post(adres, {"trek_in": str(rijen[0].pk)}).status_code == 403


@pytest.mark.eis("HAA-B2.5.b")
def test_toestemming_voor_een_ander_telt_niet(haarlem: Wereld) -> None:
    zaak = gesproken(haarlem)
    with haarlem.als(SWT):
        toestemming.draag_over(zaak, gesprek(), uuid4())
    with haarlem.als(SWT):
        for naam, verwacht in (("Stichting Thuis", True), ("Stichting Elders", False)):
            gevraagd = Aanvraag(beurt().wie, Overdracht(naam), zaak=zaak_van(zaak))
            assert toestemming_overdracht(gevraagd) is verwacht


@pytest.mark.eis("HAA-B2.6.b", "HAA-B2.5.b.overdracht")
def test_de_schermen_van_meer_vertellen_en_overdragen(haarlem: Wereld) -> None:
    zaak = gesproken(haarlem)
    wijkteam = log_in(haarlem, SWT)
    extra = reverse("extra_terugkoppeling", args=["haarlem", zaak])
    keuze = {"onderwerp": "Budget", "inhoud": "Er komt budgetbeheer."}
    leeg = wijkteam.post(extra, keuze).content.decode()
    assert "Kies een bestand" in leeg
    assert "Er komt budgetbeheer." in leeg
    papier = SimpleUploadedFile("toestemming.pdf", maak_pdf(), content_type="application/pdf")
    volledig = keuze | {"gegeven_op": "23-11-2026", "omvang": "Budgetbeheer", "bewijs": papier}
    assert wijkteam.post(extra, volledig).status_code == 302
    melder = log_in(haarlem, MELDER)
    pagina = reverse("zaak", args=["haarlem", zaak])
    assert "Er komt budgetbeheer." in melder.get(pagina).content.decode()
    assert wijkteam.post(extra, {"trek_in": "ja"}).status_code == 302
    assert "Er komt budgetbeheer." not in melder.get(pagina).content.decode()
    overdracht = reverse("overdracht", args=["haarlem", zaak])
    pdf = reverse("overdracht_pdf", args=["haarlem", zaak])
    assert wijkteam.get(pdf).status_code == 404
    velden = {
        "organisatie": "Stichting Thuis",
        "overlegd_op": "23-11-2026",
        "gegeven_op": "23-11-2026",
        "wijze": "mondeling",
        "hulpvraag": "Hulp bij de post.",
        "datum_driegesprek": "27-11-2026",
    }
    assert wijkteam.post(overdracht, velden).status_code == 302
    assert wijkteam.get(pdf).content.startswith(b"%PDF")
    brief = render_to_string("huisuitzetting/overdrachtsbrief.html", {"organisatie": "Thuis", **velden})
    assert "Hulp bij de post." in brief
    assert melder.get(pdf).status_code == 403


@pytest.mark.eis("HAA-3.3", "HAA-B2.2")
@pytest.mark.parametrize("wie", [MELDER, SWT])
def test_zonder_toestemming_voor_de_melding_blijft_er_niets_van_het_werk(haarlem: Wereld, wie: str) -> None:
    zaak = gemeld_met_toestemming(haarlem)
    with haarlem.als(SWT):
        handelingen.controleer_bekendheid(zaak, False, False, uuid4())
    with haarlem.als(SWT):
        handelingen.neem_in_behandeling(zaak, "", uuid4())
    with haarlem.als(SWT):
        contact.leg_contactpoging_vast(
            zaak, "direct_aanbellen", vandaag(), bereikt=True, afgezien=False, kenmerk=uuid4()
        )
    with haarlem.als(SWT):
        hulp.leg_interventie_vast(zaak, "inkomen", "loopt", vandaag(), uuid4())
    with haarlem.als(SWT):
        hulp.beleg_regie(zaak, hulp.Regievoering(beurt().wie.medewerker.pk), uuid4())
    with haarlem.als(SWT):
        toestemming.draag_over(zaak, gesprek(), uuid4())
    vertel_meer(haarlem, zaak)
    ander = gesproken(haarlem)
    vertel_meer(haarlem, ander)
    van_het_wijkteam = (Bewijsstuk, Toestemming, Interventie, Regie)
    with haarlem.als(SWT):
        assert [soort.objects.count() for soort in van_het_wijkteam] == [2, 3, 1, 1]
    with haarlem.als(wie):
        toestemmingen.trek_in(zaak, vandaag(), uuid4())
    with haarlem.als(SWT):
        assert [soort.objects.count() for soort in van_het_wijkteam] == [1, 1, 0, 0], "of the other case"
        assert Toestemming.objects.get().zaak_id == ander


@pytest.mark.eis("HAA-3.3", "HAA-3.6")
def test_zonder_toestemming_is_de_plek_op_de_wachtlijst_weg(haarlem: Wereld) -> None:
    zaak = gemeld_met_toestemming(haarlem)
    with haarlem.als(SWT):
        handelingen.controleer_bekendheid(zaak, False, False, uuid4())
    with haarlem.als(SWT):
        handelingen.plaats_op_wachtlijst(zaak, "", uuid4())
    with haarlem.als(MELDER):
        toestemmingen.trek_in(zaak, vandaag(), uuid4())
    with als_eigenaar(), connection.cursor() as cursor:
        cursor.execute("select count(*) from huisuitzetting_wachtlijstplek")
        assert cursor.fetchone() == (0,)
