"""What somebody may decide here is not felt elsewhere: not by another party's people, nor in another convenant."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

import pytest
from allauth.mfa.models import Authenticator
from django.db import DatabaseError, transaction

from convenant.console import herstel, mensen
from convenant.console import inrichting as console
from convenant.console.mensen import Zoek
from convenant.looptijd import beeindigen
from convenant.looptijd.beeindigen import Invoer
from convenant.partijen import rechten
from convenant.partijen.models import Convenant, Deelname, Medewerker, Partij, Verklaring
from convenant.poort import feiten
from convenant.poort.feiten import Aanvraag
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.poort.wie import werkplekken
from convenant.tijd import stel_in
from tests import werelden
from tests.console.conftest import VANDAAG
from tests.wereld import NU, Wereld, maak_wereld


@pytest.fixture
def heemstede(db: None) -> Iterator[Wereld]:
    with stel_in(NU):
        yield maak_wereld()


def functies(wereld: Wereld, naam: str) -> list[str]:
    return [plek.functie for plek in werkplekken(wereld.mensen[naam].account, wereld.convenant)]


@pytest.mark.eis("MAA-9.2", "HEE-5.5")
@pytest.mark.parametrize("getekend", [False, True])
def test_wie_een_partij_aansluit_krijgt_haar_mensen_niet(heemstede: Wereld, getekend: bool) -> None:
    """Maassluis' college registers the people of every party; those of Heemstede's corporatie stay hers."""
    maassluis = werelden.maak("maassluis")
    linde = heemstede.deelnames["linde"].partij
    Partij.objects.filter(pk=linde.pk).update(kvk_nummer="12345678")
    # The text knows one corporatie: the one there was has left.
    Deelname.objects.filter(convenant=maassluis.convenant, soort="corporatie").update(einde=VANDAAG)
    with maassluis.als("college/convenantbeheerder"):
        deelname = console.sluit_aan("corporatie", partij=console.zoek("12345678")[0].id)
    if getekend:
        Deelname.objects.filter(pk=deelname).update(getekend_op=VANDAAG)
    with maassluis.als("college/convenantbeheerder"):
        gezien = {mens.naam for mens in mensen.lijst(Zoek(deelname=deelname), 1).object_list}
        with pytest.raises(NietGevonden):
            mensen.meld_af(heemstede.mensen["anna"].pk, "Weg.", VANDAAG)
    # Dirk has no functie anywhere, so he may still be given one here.
    assert gezien == ({"Dirk"} if getekend else set())
    assert functies(heemstede, "anna") == ["contactpersoon"]


@pytest.mark.eis("KRI-10.1")
def test_de_factor_van_wie_ook_elders_werkt_blijft(heemstede: Wereld) -> None:
    """Two of a corporatie in Krimpen, who take on Heemstede's autorisatiebeheerder by her address."""
    krimpen = werelden.maak("krimpen")
    gerda = heemstede.mensen["gerda"].account
    Authenticator.objects.create(user=gerda, type="totp", data={})
    with krimpen.als("corporatie/beheerder"):
        medewerker = mensen.neem_aan(krimpen.deelnames["corporatie"].pk, "G", gerda.email, VANDAAG)
        with pytest.raises(Ongeldig) as fout:
            herstel.vraag(medewerker, uuid4(), "Kwijt.")
    assert "andere organisatie" in fout.value.fouten[""]
    assert Authenticator.objects.filter(user=gerda).exists()


@pytest.mark.eis("KRI-10.1")
def test_wie_na_de_vraag_ook_elders_gaat_werken_houdt_de_factor(heemstede: Wereld) -> None:
    anna = heemstede.mensen["anna"]
    Authenticator.objects.create(user=anna.account, type="totp", data={})
    with heemstede.als("ina"):
        herstel.vraag(anna.pk, uuid4(), "Kwijt.")
    Medewerker.objects.create(
        account=anna.account, partij=heemstede.deelnames["waterkant"].partij, van=VANDAAG
    )
    with heemstede.als("gerda"):
        (vraag,) = herstel.open_vragen()
        with pytest.raises(Ongeldig):
            herstel.beslis(vraag.id, toegestaan=True)
    assert Authenticator.objects.filter(user=anna.account).exists()


@pytest.mark.eis("HEE-9.4")
def test_een_te_laat_vastgelegde_opzegging_is_nog_een_dag_terug_te_nemen(heemstede: Wereld) -> None:
    with heemstede.als("hugo"):
        opzegging = beeindigen.leg_vast(Invoer("opzeggen", VANDAAG - timedelta(days=100), redenen="Besluit."))
    convenant = Convenant.objects.get(pk=heemstede.convenant.pk)
    assert convenant.einde == VANDAAG + timedelta(days=1)
    with heemstede.als("hugo"):
        beeindigen.trek_in(opzegging)
    assert Convenant.objects.get(pk=convenant.pk).einde is None


@pytest.mark.eis("HAA-OND", "HAA-9.1")
def test_wie_later_meedoet_houdt_niemand_op(db: None) -> None:
    """A party that is let in changes nothing for the others; its own people wait for its signature."""
    with stel_in(NU):
        haarlem = werelden.maak("haarlem")
        with haarlem.als("gemeente/beleidsadviseur"):
            deelname = console.sluit_aan("corporatie", naam="Nieuw", kvk_nummer="87654321")
        haarlem.deelnames["nieuw"] = Deelname.objects.get(pk=deelname)
        nieuw = werelden.neem_aan(haarlem, "nieuw", "corporatie/nieuw")
        aanmelding = rechten.meld_aan(nieuw, haarlem.groep("nieuw", "melder"), door=nieuw)
        rechten.verleen(aanmelding, door=haarlem.mensen["verlener"], van=VANDAAG)
        getekend = {
            naam: feiten.alle_partijen_getekend(
                Aanvraag(werkplekken(haarlem.mensen[naam].account, haarlem.convenant)[0])
            )
            for naam in ("corporatie/melder", "corporatie/nieuw")
        }
    assert getekend == {"corporatie/melder": True, "corporatie/nieuw": False}


@pytest.mark.eis("HEE-3.5", "HEE-5.5")
def test_in_de_database_schrijft_alleen_wie_aanmeldt_over_mensen(heemstede: Wereld) -> None:
    """Who works where and what was declared carries every right; it ends, and never goes or changes hands."""
    anna = heemstede.mensen["anna"]
    eigen = {"medewerker": anna, "soort": "geheimhouding", "van": VANDAAG}
    with heemstede.als("ina"):
        Verklaring.objects.create(**eigen)
    for wie in ("anna", "gerda", "eva"):
        for poging in (
            lambda: Verklaring.objects.create(**eigen),
            lambda: Verklaring.objects.filter(medewerker=anna).update(tot=None),
            lambda: Medewerker.objects.filter(pk=anna.pk).update(tot=VANDAAG),
            lambda: Medewerker.objects.create(
                account=anna.account, partij=heemstede.deelnames["waterkant"].partij, van=VANDAAG
            ),
        ):
            with heemstede.als(wie), pytest.raises(DatabaseError), transaction.atomic():
                poging()
    for poging in (
        lambda: Verklaring.objects.filter(medewerker=anna).delete(),
        lambda: Medewerker.objects.filter(pk=anna.pk).update(account=heemstede.mensen["bert"].account),
        lambda: Verklaring.objects.filter(medewerker=anna).update(medewerker=heemstede.mensen["bert"]),
    ):
        with heemstede.als("ina"), pytest.raises(DatabaseError), transaction.atomic():
            poging()
