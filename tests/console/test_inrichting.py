"""Setting up a convenant through the gate: who may, what is refused, and what is left behind."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from convenant.console import inrichting
from convenant.partijen.models import (
    Convenant,
    Deelname,
    Groep,
    Inrichtingsgebeurtenis,
    InstellingWaarde,
    Partij,
    Verklaring,
)
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.poort.models import Logregel
from tests.proef import maak_proef
from tests.wereld import BEGIN, LINDELAAN_12, NU, Wereld

VANDAAG = NU.date()
TEKENING: dict[str, Any] = {"op": VANDAAG, "naam": "B. Baak", "functie": "directeur"}


def gebeurd(als_eigenaar: Any, soort: str) -> list[Inrichtingsgebeurtenis]:
    with als_eigenaar():
        return list(Inrichtingsgebeurtenis.objects.filter(soort=soort).order_by("moment"))


def regels(als_eigenaar: Any) -> list[tuple[str, str]]:
    with als_eigenaar():
        rijen = Logregel.objects.filter(handeling="convenant_inrichten").order_by("volg")
        return [(rij.uitkomst, rij.object) for rij in rijen]


def sluit_aan(wereld: Wereld, **anders: Any) -> int:
    velden = {"soort": "corporatie", "naam": "Het Baken", "kvk_nummer": "12345678"} | anders
    with wereld.als("hugo"):
        return inrichting.sluit_aan(**velden)


def zin(fout: pytest.ExceptionInfo[Ongeldig]) -> str:
    return fout.value.fouten[""]


@pytest.mark.eis("HEE-PAR.2")
def test_een_partij_sluit_aan_en_ziet_nog_niets(wereld: Wereld, als_eigenaar: Any) -> None:
    deelname = sluit_aan(wereld)
    rij = Deelname.objects.get(pk=deelname)
    assert (rij.partij.naam, rij.soort, rij.getekend_op) == ("Het Baken", "corporatie", None)
    functies = {"contactpersoon", "beheerder", "functionaris_gegevensbescherming"}
    assert set(Groep.objects.filter(deelname=rij).values_list("functie", flat=True)) == functies
    (gebeurtenis,) = gebeurd(als_eigenaar, "aangesloten")
    assert gebeurtenis.door == wereld.mensen["hugo"]
    assert regels(als_eigenaar) == [("toegestaan", "partij als corporatie")]
    with wereld.als("hugo"):
        (te_doen,) = [
            g for g in inrichting.te_doen()[1] if g.partij == deelname and g.plek == "ondertekening"
        ]
    assert te_doen.eis == "HEE-OND"


@pytest.mark.eis("HEE-PAR.2")
@pytest.mark.parametrize("wie", ["gerda", "frits", "eva", "ina", "anna", "dirk"])
def test_niemand_anders_richt_in(wereld: Wereld, als_eigenaar: Any, wie: str) -> None:
    linde = wereld.deelnames["linde"].pk
    for daad in (
        lambda: inrichting.sluit_aan("corporatie", naam="Het Baken"),
        lambda: inrichting.teken(linde, op=VANDAAG, naam="A", functie="B", reden="C"),
        lambda: inrichting.verklaar(linde, "zonder_winstoogmerk", van=VANDAAG, tot=None, versie=""),
        lambda: inrichting.stel_in("maximum_bewoners", 30, gezien=None),
        lambda: inrichting.zet_ingang(VANDAAG, "Omdat."),
        inrichting.toets,
    ):
        with pytest.raises(Geweigerd), wereld.als(wie):
            daad()
    with als_eigenaar():
        assert not Inrichtingsgebeurtenis.objects.exists()
    assert {uitkomst for uitkomst, _ in regels(als_eigenaar)} == {"geweigerd"}


@pytest.mark.eis("HEE-PAR.2")
def test_zonder_geheimhouding_richt_ook_de_convenantbeheerder_niets_in(wereld: Wereld) -> None:
    Verklaring.objects.filter(medewerker=wereld.mensen["hugo"]).update(tot=VANDAAG)
    with pytest.raises(Geweigerd) as fout, wereld.als("hugo"):
        inrichting.toets()
    assert [reden.eis for reden in fout.value.redenen] == ["HEE-3.6"]


@pytest.mark.eis("HEE-PAR.2")
def test_een_bestaande_partij_wordt_hergebruikt(wereld: Wereld) -> None:
    elders = Partij.objects.create(naam="Het Baken", kvk_nummer="12345678")
    assert Deelname.objects.get(pk=sluit_aan(wereld)).partij == elders
    with wereld.als("hugo"):
        assert [p.id for p in inrichting.zoek("12345678")] == [elders.pk]
        assert [p.id for p in inrichting.zoek("bak")] == [elders.pk]
        assert inrichting.zoek("ba") == []
    with pytest.raises(Ongeldig) as fout:
        sluit_aan(wereld)
    assert zin(fout) == "Het Baken doet al mee als corporatie."


@pytest.mark.eis("HEE-PAR.2")
def test_een_ander_met_hetzelfde_kvk_nummer(wereld: Wereld) -> None:
    Partij.objects.create(naam="De Vuurtoren", kvk_nummer="12345678")
    with pytest.raises(Ongeldig) as fout:
        sluit_aan(wereld)
    assert zin(fout) == (
        "Het KvK-nummer 12345678 is van De Vuurtoren. Kies die partij, of controleer het nummer."
    )
    with pytest.raises(Ongeldig) as fout:
        sluit_aan(wereld, naam="de linde", kvk_nummer="87654321")
    assert zin(fout) == "De Linde staat hier al met een ander KvK-nummer, of zonder. Kies die partij."
    assert not Partij.objects.filter(kvk_nummer="87654321").exists()


@pytest.mark.eis("HEE-PAR.2")
@pytest.mark.parametrize("nummer", ["1234567", "123456789", "1234567a", "١٢٣٤٥٦٧٨"])
def test_een_kvk_nummer_heeft_acht_cijfers(wereld: Wereld, nummer: str) -> None:
    with pytest.raises(Ongeldig) as fout:
        sluit_aan(wereld, kvk_nummer=nummer)
    assert zin(fout) == "Een KvK-nummer heeft 8 cijfers. Controleer het nummer."


@pytest.mark.eis("HEE-PAR.2")
def test_een_partij_zonder_kvk_nummer_is_elders_niet_te_vinden(wereld: Wereld) -> None:
    """It may be a landlord, who is one person."""
    elders = Partij.objects.create(naam="Verhuurder J. Baken")
    with wereld.als("hugo"):
        assert inrichting.zoek("baken") == []
    with pytest.raises(NietGevonden), wereld.als("hugo"):
        inrichting.sluit_aan("corporatie", partij=elders.pk)


@pytest.mark.eis("ZOE-PAR.1")
def test_een_onderdeel_heeft_zijn_eigen_deelname(wereld: Wereld) -> None:
    gemeente = wereld.deelnames["gemeente"].partij
    deelname = Deelname.objects.get(
        pk=sluit_aan(wereld, naam="Directie Wonen", kvk_nummer="", onderdeel_van=gemeente.pk)
    )
    assert deelname.partij.onderdeel_van == gemeente


@pytest.mark.eis("HEE-PAR.1")
@pytest.mark.eis("HEE-PAR.2")
def test_ondertekening_met_naam_en_functie(wereld: Wereld, als_eigenaar: Any) -> None:
    deelname = sluit_aan(wereld)
    with wereld.als("hugo"):
        inrichting.teken(deelname, op=VANDAAG, naam="B. Baak", functie="directeur")
        rij = inrichting.partij(deelname)
    assert (rij.getekend_op, rij.ondertekenaar, rij.ondertekenaar_functie) == (
        VANDAAG,
        "B. Baak",
        "directeur",
    )
    (gebeurtenis,) = gebeurd(als_eigenaar, "ondertekend")
    assert (gebeurtenis.oud, gebeurtenis.nieuw) == (
        None,
        {"op": VANDAAG.isoformat(), "naam": "B. Baak", "functie": "directeur"},
    )


@pytest.mark.eis("HEE-PAR.1")
@pytest.mark.parametrize("velden", [{"op": VANDAAG + timedelta(days=1)}, {"naam": "  "}, {"functie": ""}])
def test_een_ondertekening_die_niet_kan(wereld: Wereld, velden: dict[str, Any]) -> None:
    deelname = sluit_aan(wereld)
    with pytest.raises(Ongeldig), wereld.als("hugo"):
        inrichting.teken(deelname, **(TEKENING | velden))
    assert Deelname.objects.get(pk=deelname).getekend_op is None


@pytest.mark.eis("HEE-PAR.1")
def test_verbeteren_vraagt_een_reden_en_houdt_wat_er_stond(wereld: Wereld, als_eigenaar: Any) -> None:
    linde = wereld.deelnames["linde"].pk
    nieuw: dict[str, Any] = {"op": BEGIN + timedelta(days=1), "naam": "B. Baak", "functie": "directeur"}
    with pytest.raises(Ongeldig) as fout, wereld.als("hugo"):
        inrichting.teken(linde, **nieuw)
    assert zin(fout) == "De ondertekening is al vastgelegd. Schrijf op waarom u haar verbetert."
    with wereld.als("hugo"):
        inrichting.teken(linde, **nieuw, reden="De datum was overgetypt van een ander stuk.")
    (gebeurtenis,) = gebeurd(als_eigenaar, "ondertekend")
    assert gebeurtenis.oud == {"op": "2020-06-01", "naam": "De directeur", "functie": ""}
    assert gebeurtenis.reden == "De datum was overgetypt van een ander stuk."


@pytest.mark.eis("HEE-1.a")
def test_zonder_verklaring_kan_de_corporatie_niet_raadplegen(wereld: Wereld) -> None:
    linde = wereld.deelnames["linde"].pk
    with wereld.als("hugo"):
        (oud,) = [v for v in inrichting.verklaringen(linde) if v.soort == "zonder_winstoogmerk"]
        inrichting.beeindig_verklaring(linde, oud.id, per=VANDAAG, reden="Ingetrokken door de corporatie.")
    with pytest.raises(Geweigerd) as fout:
        wereld.raadpleeg("anna", LINDELAAN_12)
    assert [reden.eis for reden in fout.value.redenen] == ["HEE-1.a"]
    with wereld.als("hugo"):
        (gebrek,) = [g for g in inrichting.te_doen()[1] if g.eis == "HEE-1.a"]
        assert gebrek.zin == "De Linde heeft nog niet verklaard dat zij geen winstoogmerk heeft."
        inrichting.verklaar(linde, "zonder_winstoogmerk", van=VANDAAG, tot=None, versie="2026-1")
    assert wereld.raadpleeg("anna", LINDELAAN_12)


@pytest.mark.eis("HEE-1.a")
def test_welke_verklaringen_een_partij_geeft(wereld: Wereld) -> None:
    with wereld.als("hugo"):
        assert inrichting.gevraagde_verklaringen(wereld.deelnames["linde"].pk) == {
            "zonder_winstoogmerk": "HEE-1.a",
            "mandaat_woningtoewijzing": "HEE-1.c",
        }
        assert inrichting.gevraagde_verklaringen(wereld.deelnames["gemeente"].pk) == {}


@pytest.mark.eis("HEE-1.a")
@pytest.mark.parametrize(
    "velden",
    [
        {"van": VANDAAG + timedelta(days=1)},
        {"van": VANDAAG, "tot": VANDAAG},
        {"van": VANDAAG},  # one runs already
    ],
)
def test_een_verklaring_die_niet_kan(wereld: Wereld, velden: dict[str, Any]) -> None:
    with pytest.raises(Ongeldig), wereld.als("hugo"):
        inrichting.verklaar(
            wereld.deelnames["linde"].pk, "zonder_winstoogmerk", **({"tot": None, "versie": ""} | velden)
        )


@pytest.mark.eis("HEE-1.a")
def test_een_verklaring_die_het_convenant_niet_vraagt_is_er_niet(wereld: Wereld) -> None:
    with pytest.raises(NietGevonden), wereld.als("hugo"):
        inrichting.verklaar(
            wereld.deelnames["gemeente"].pk, "zonder_winstoogmerk", van=VANDAAG, tot=None, versie=""
        )


@pytest.mark.eis("HEE-14")
def test_een_instelling_met_wat_er_stond(wereld: Wereld, als_eigenaar: Any) -> None:
    oud = {"duur": 5, "eenheid": "jaren"}
    nieuw = {"duur": 18, "eenheid": "maanden", "bron": "Selectielijst"}
    with wereld.als("hugo"):
        inrichting.stel_in("bewaartermijn_logboek", nieuw, gezien=oud)
    with wereld.als("hugo"):
        assert inrichting.instelling("bewaartermijn_logboek").geldt == "18 maanden (Selectielijst)"
        (gebeurtenis,) = inrichting.geschiedenis(naam="bewaartermijn_logboek")[0]
    assert (gebeurtenis.oud, gebeurtenis.nieuw, gebeurtenis.door) == (
        "5 jaren",
        "18 maanden (Selectielijst)",
        "Hugo",
    )
    assert regels(als_eigenaar)[-1] == ("toegestaan", "instelling bewaartermijn_logboek")


@pytest.mark.eis("HEE-14")
@pytest.mark.parametrize(
    "waarde",
    [
        {"duur": 0, "eenheid": "jaren"},
        {"duur": -1, "eenheid": "jaren"},
        {"duur": 101, "eenheid": "jaren"},
        {"duur": 5, "eenheid": "eeuwen"},
        {"duur": True, "eenheid": "jaren"},
        {"duur": 5},
        {"duur": 5, "eenheid": "jaren", "extra": 1},
        5,
        None,  # the text has no standard
    ],
)
def test_een_bewaartermijn_die_niet_kan(wereld: Wereld, waarde: Any) -> None:
    with pytest.raises(Ongeldig), wereld.als("hugo"):
        inrichting.stel_in("bewaartermijn_logboek", waarde, gezien={"duur": 5, "eenheid": "jaren"})
    (rij,) = InstellingWaarde.objects.filter(naam="bewaartermijn_logboek")
    assert rij.waarde == {"duur": 5, "eenheid": "jaren"}


@pytest.mark.eis("HEE-3.3")
def test_terug_naar_wat_de_tekst_zegt(wereld: Wereld, als_eigenaar: Any) -> None:
    with wereld.als("hugo"):
        inrichting.stel_in("maximum_bewoners", 30, gezien=None)
    with wereld.als("hugo"):
        assert inrichting.instelling("maximum_bewoners").geldt == "30"
        inrichting.stel_in("maximum_bewoners", None, gezien=30)
    with wereld.als("hugo"):
        assert inrichting.instelling("maximum_bewoners").geldt == "20"
    assert [(g.oud, g.nieuw) for g in gebeurd(als_eigenaar, "instelling")] == [(None, 30), (30, None)]


@pytest.mark.eis("HEE-3.3")
def test_twee_beheerders_tegelijk(wereld: Wereld) -> None:
    """Who saw something else than what stands there now is told so, and overwrites nothing."""
    with wereld.als("hugo"):
        inrichting.stel_in("maximum_bewoners", 30, gezien=None)
    with pytest.raises(Ongeldig) as fout, wereld.als("hugo"):
        inrichting.stel_in("maximum_bewoners", 10, gezien=None)
    assert "intussen veranderd" in zin(fout)
    with wereld.als("hugo"):
        assert inrichting.instelling("maximum_bewoners").geldt == "30"


def test_wat_er_niet_is(wereld: Wereld) -> None:
    ander = wereld.deelnames["linde"].pk + 1000
    for daad in (
        lambda: inrichting.instelling("onbekend"),
        lambda: inrichting.instelling("maximum_bewoners", wereld.deelnames["linde"].pk),
        lambda: inrichting.partij(ander),
        lambda: inrichting.teken(ander, op=VANDAAG, naam="A", functie="B"),
        lambda: inrichting.te_kiezen(ander),
    ):
        with pytest.raises(NietGevonden), wereld.als("hugo"):
            daad()


@pytest.mark.eis("HEE-15")
def test_de_ingang_verbeteren_vraagt_een_reden(wereld: Wereld, als_eigenaar: Any) -> None:
    with pytest.raises(Ongeldig), wereld.als("hugo"):
        inrichting.zet_ingang(date(2020, 7, 1))
    with wereld.als("hugo"):
        inrichting.zet_ingang(date(2020, 7, 1), "De tekst noemt 1 juli.")
    assert Convenant.objects.get().ingang == date(2020, 7, 1)
    (gebeurtenis,) = gebeurd(als_eigenaar, "ingang")
    assert (gebeurtenis.oud, gebeurtenis.nieuw) == ("2020-06-01", "2020-07-01")


# The second fence: the same, whatever the code above does.


def schrijf(opdracht: str, waarden: dict[str, int]) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(opdracht, waarden)


SCHRIJVEN = {
    "partijen_convenant": "update partijen_convenant set ingang = '2026-01-01' where id = %(convenant)s",
    "partijen_deelname": "update partijen_deelname set getekend_op = '2020-06-03' where id = %(linde)s",
    "partijen_instellingwaarde": "update partijen_instellingwaarde set waarde = '1' where convenant_id = %(convenant)s",
    "partijen_instellingwaarde weg": "delete from partijen_instellingwaarde where convenant_id = %(convenant)s",
    "partijen_partij": "insert into partijen_partij (naam, kvk_nummer) values ('Het Baken', '')",
    "partijen_groep": """insert into partijen_groep (group_id, convenant_id, deelname_id, functie, handelingen,
        leest_logboek, partij_logboek) select group_id + 100000, convenant_id, deelname_id, 'alles', handelingen,
        true, true from partijen_groep where deelname_id = %(linde)s limit 1""",
}


@pytest.mark.eis("HEE-PAR.2")
@pytest.mark.parametrize("wat", SCHRIJVEN)
def test_de_database_laat_niemand_anders_inrichten(wereld: Wereld, als_eigenaar: Any, wat: str) -> None:
    waarden = {"convenant": wereld.convenant.pk, "linde": wereld.deelnames["linde"].pk}
    for wie in ("gerda", "ina", "anna"):
        with wereld.als(wie), pytest.raises(DatabaseError, match="no right to set up"):
            schrijf(SCHRIJVEN[wat], waarden)


@pytest.mark.eis("HEE-PAR.2")
def test_de_database_laat_de_inrichter_niet_bij_een_ander_convenant(wereld: Wereld) -> None:
    ander = maak_proef()
    waarden = {"convenant": ander.convenant.pk, "linde": ander.deelnames["school"].pk}
    InstellingWaarde.objects.create(convenant=ander.convenant, naam="iets", waarde=2)
    for wat in ("partijen_convenant", "partijen_deelname", "partijen_instellingwaarde"):
        with (
            wereld.als("hugo"),
            pytest.raises(DatabaseError, match="no right to set up"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(SCHRIJVEN[wat], waarden)


@pytest.mark.parametrize("tabel", ["convenant", "deelname", "partij"])
def test_wat_is_ingericht_gaat_niet_weg(wereld: Wereld, tabel: str) -> None:
    with pytest.raises(DatabaseError, match="permission denied"):
        schrijf(f"delete from partijen_{tabel}", {})
