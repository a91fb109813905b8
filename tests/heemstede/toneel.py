"""Who plays whom, and how a table row is tried through the gate: somebody acts, and it is granted or refused.

What a row of the tables calls "soort/functie" is played by one person. Facts hold unless a try takes one away: those that
an act brings along by saying so, those that rows answer by changing the rows.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.db import connection, transaction

from brpinzage import verzoeken
from brpinzage.feiten import Gevraagd, Opgezocht
from brpinzage.handelingen import Identiteit, zoek_op
from brpinzage.models import Bezit
from brpinzage.rijen import Persoonsrij
from brpinzage.verzoeken import Verzoek
from convenant.beleid.beslissing import Vraag
from convenant.beleid.kalender import einde_van
from convenant.beleid.taal import BEGIN, ZONDER_ZAAK
from convenant.management.rollen import APP, EIGENAAR
from convenant.partijen import rechten
from convenant.partijen.models import Deelname, Groep, InstellingWaarde, Verklaring
from convenant.poort import poort, zaken
from convenant.poort.daad import Daad, verricht
from convenant.poort.grens import beurt, zet_context
from convenant.poort.handeling import Geweigerd
from convenant.poort.zaken import Zaak
from convenant.verstrekkingen.models import Ontvangst, Verstrekking
from tests.beleid.heemstede import SETS, STAPPEN
from tests.beleid.heemstede.feiten import FEITEN, VERZWEGEN
from tests.beleid.heemstede.kanten import (
    AUTORISATIE,
    BEHEER,
    BURGERZAKEN,
    CONTACT,
    CONVENANT,
    FG_CORPORATIE,
    FG_GEMEENTE,
    TOEZICHT,
)
from tests.beleid.tabel import SetRegel, kant
from tests.wereld import BEGIN as SINDS
from tests.wereld import LINDELAAN_12, NU, Wereld, laad

VANDAAG = date(2026, 11, 23)
SPELER = {
    CONTACT: "anna",
    BEHEER: "ina",
    BURGERZAKEN: "eva",
    AUTORISATIE: "gerda",
    TOEZICHT: "frits",
    CONVENANT: "hugo",
    FG_CORPORATIE: "lotte",
    FG_GEMEENTE: "otto",
}
OP_VERZOEK = ("naam_en_adres_schriftelijk", "verzoek_weigering")  # the answers to a written request
BUREN = {CONTACT: "carla", BEHEER: "jan"}  # the same functies at the other corporatie
ZONDER_AUTORISATIE = "dirk"
IEDEREEN = (*SPELER.values(), *BUREN.values(), ZONDER_AUTORISATIE)
DEELNAME = {"corporatie": "linde", "gemeente": "gemeente"}

STAPPEN_VAN_ZAKEN = tuple(
    dict.fromkeys(s for r in STAPPEN for s in (r.van, r.naar) if s not in (BEGIN, ZONDER_ZAAK))
)

# A source that hands over more than it is asked.
ALLE_VELDEN = dict.fromkeys(("burgerservicenummer", *(veld for regel in SETS for veld in regel.velden)))

# What the act brings along; the other facts are answered by rows.
MEEGEBRACHT = dict.fromkeys(
    (
        "noodzaak_vermeld",
        "identiteit_vastgesteld",
        "raadpleging_wijkt_af",
        "zelfde_doel",
        "schriftelijke_machtiging",
        "reden_vermeld",
        "overleg_zonder_nakoming",
        "aangemeld_door_corporatie",
        "toestemming_leverancier",
        "alle_partijen_stemmen_in",
        "raadpleging_partijen_vastgelegd",
    ),
    True,
)


def groep(wereld: Wereld, functie: str, buren: bool = False) -> Groep:
    soort, naam = functie.split("/")
    return wereld.groep("waterkant" if buren else DEELNAME[soort], naam)


@contextmanager
def ongedaan() -> Iterator[None]:
    """What is done within is undone after it."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def als_eigenaar() -> Iterator[None]:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"set role {EIGENAAR}")
        yield
        cursor.execute(f"set role {APP}")


def zet_stap(zaak: Zaak, stap: str) -> None:
    with als_eigenaar():
        Zaak.objects.filter(pk=zaak.pk).update(stap=stap)


def zaak_in(wereld: Wereld, stap: str, *namen: str) -> Zaak:
    """A case in this step that all of them have; the first opened it."""
    eerste, *anderen = namen
    with wereld.als(eerste):
        zaak = zaken.maak_zaak(stap, "proef", "HEE-2.2")
        zaken.geef_toegang(zaak, [_groep_van(wereld, naam) for naam in anderen], "proef", "HEE-2.2")
        return zaak


def verzoek_in(wereld: Wereld, stap: str, *namen: str) -> Zaak:
    """A written request of anna's about an address of the own stock, in this step, that all of them have."""
    identiteit = Identiteit("R. Vink", "huurder", "paspoort", date(2026, 11, 20))
    with wereld.als("anna"):
        vraag = Verzoek(LINDELAAN_12, "bestandskwaliteit", "De huurder vraagt medehuur aan.", identiteit)
        zaak = zaken.zaak_van(verzoeken.vraag(vraag, uuid4()))
        zaken.geef_toegang(zaak, [_groep_van(wereld, naam) for naam in namen], "proef", "HEE-2.2")
    zet_stap(zaak, stap)
    return zaak


def _groep_van(wereld: Wereld, naam: str) -> Groep:
    return wereld.autorisaties[naam].groep


def weigering(daad: Callable[[], object]) -> tuple[tuple[str, str], ...]:
    """Why the gate refuses: per reason the fact and the clause; empty when it does not."""
    try:
        with ongedaan():
            daad()
    except Geweigerd as fout:
        return tuple((reden.feit, reden.eis) for reden in fout.redenen)
    return ()


def gezegd(feit: str) -> tuple[tuple[str, str], ...]:
    """What is heard when only this fact is missing: its clause, or the neutral sentence that has none."""
    return (("", ""),) if feit in VERZWEGEN else ((feit, FEITEN[feit]),)


def waarden_van(regel: SetRegel) -> dict[str, str]:
    """A value for every field of the set; the first of its list where it has one."""
    lijsten = dict(regel.waarden or ())
    return {veld: lijsten.get(veld, (f"{veld} van de proef",))[0] for veld in regel.velden}


def verstrek(
    regel: SetRegel,
    aan: Sequence[Groep],
    zaak: Zaak | None = None,
    *,
    waarden: Mapping[str, str] | None = None,
    zonder: str = "",
    doel: str | None = None,
    grondslag: str = "",
) -> poort.Verstrekt:
    """Send the set as who works now, all in order but for what is said otherwise. `zonder`: a fact that does not hold."""
    (eerste_doel, *_) = regel.doelen or ("",)
    return poort.verstrek(
        regel.naam,
        waarden_van(regel) if waarden is None else waarden,
        aan,
        zaak=zaak,
        doel=eerste_doel if doel is None else doel,
        grondslag=grondslag,
        gegeven=gegeven(zonder),
        object=_waarover(regel, zaak),
    )


def _waarover(regel: SetRegel, zaak: Zaak | None) -> object:
    """What the facts about an address look at: the own stock, or the request as the municipality has it."""
    if regel.naam == "schriftelijk_verzoek":
        return zoek_op(LINDELAAN_12)
    if regel.naam in OP_VERZOEK and zaak is not None:
        return Gevraagd(zaak.pk, zaken.opener(zaak))
    return None


def gegeven(zonder: str = "") -> dict[str, bool]:
    return {feit: waar and feit != zonder for feit, waar in MEEGEBRACHT.items()}


def kopie_van(wereld: Wereld, wie: str, verstrekking: UUID) -> UUID:
    with wereld.als(wie):
        return Ontvangst.objects.get(verstrekking_id=verstrekking).pk


def lees(wereld: Wereld, wie: str, kopie: UUID) -> poort.Gelezen:
    with wereld.als(wie):
        return poort.lees(kopie)


@contextmanager
def onwaar(wereld: Wereld, feit: str, wie: str) -> Iterator[None]:
    """The rows that answer this fact about this person say no; undone afterwards. A fact the act brings: nothing."""
    convenant = wereld.convenant
    veld = {
        "convenant_actief": "einde",
        "niet_vervallen": "vervallen_op",
        "grondslag_geldig": "grondslag_verlopen_op",
    }.get(feit)
    with ongedaan():
        if veld:
            setattr(convenant, veld, VANDAAG)
            convenant.save()
        elif feit not in MEEGEBRACHT:
            _VERANDER[feit](wereld, wie)
        try:
            yield
        finally:
            if veld:
                setattr(convenant, veld, None)


def _deelname(**anders: object) -> Callable[[Wereld, str], object]:
    def verander(wereld: Wereld, wie: str) -> None:
        with als_eigenaar():
            Deelname.objects.filter(pk=_groep_van(wereld, wie).deelname_id).update(**anders)

    return verander


def _verklaring(soort: str, *, van_mens: bool = False) -> Callable[[Wereld, str], object]:
    def verander(wereld: Wereld, wie: str) -> None:
        over = (
            {"medewerker": wereld.mensen[wie]}
            if van_mens
            else {"deelname": _groep_van(wereld, wie).deelname_id}
        )
        assert Verklaring.objects.filter(soort=soort, **over).update(tot=VANDAAG)

    return verander


def _niet_aangewezen(wereld: Wereld, wie: str) -> None:
    """Registered by the municipality, not by the corporatie."""
    eerste = wereld.autorisaties[wie]
    rechten.trek_in(eerste, door=None, reden="Opnieuw.", per=SINDS)
    tweede = rechten.meld_aan(eerste.medewerker, eerste.groep, door=wereld.mensen["eva"])
    rechten.verleen(tweede, door=wereld.mensen["gerda"], van=SINDS)


def _daglimiet_nul(wereld: Wereld, wie: str) -> None:
    InstellingWaarde.objects.create(convenant=wereld.convenant, naam="daglimiet_raadplegingen", waarde=0)


def _geen_bezit(wereld: Wereld, wie: str) -> None:
    with als_eigenaar():
        Bezit.objects.update(tot=VANDAAG)


def _bewoners(*rijen: Persoonsrij) -> Callable[[Wereld, str], object]:
    return lambda wereld, wie: laad(wereld, *rijen)


_VERANDER: Mapping[str, Callable[[Wereld, str], Any]] = {
    "deelname_getekend": _deelname(getekend_op=None),
    "toegang_niet_ingetrokken": _deelname(toegang_ingetrokken_op=NU),
    "zonder_winstoogmerk": _verklaring("zonder_winstoogmerk"),
    "mandaat_aanwezig": _verklaring("mandaat_woningtoewijzing"),
    "geheimhouding_corporatie": _verklaring("geheimhouding", van_mens=True),
    "geheimhouding_gemeente": _verklaring("geheimhouding", van_mens=True),
    "aangewezen": _niet_aangewezen,
    "binnen_daglimiet": _daglimiet_nul,
    "eigen_bezit": _geen_bezit,
    "geen_geheimhouding_op_adres": _bewoners(Persoonsrij(LINDELAAN_12, "", "p9", afgeschermd=True)),
    "niet_te_veel_bewoners": _bewoners(*(Persoonsrij(LINDELAAN_12, f"Mens {n}", f"q{n}") for n in range(21))),
}


def doe(handeling: str, zaak: Zaak | None = None, *, zonder: str = "") -> str:
    """Perform a verb as who works now, by the gate's road for it; the step the case is in after it, if there is one.

    A verb that is a transition opens a case or moves the one it is given; any other belongs to no case.
    """
    mee = gegeven(zonder)
    if zaak is not None:
        with zaken.doe(zaak, handeling, gegeven=mee):
            pass
        return zaken.zaak_van(zaak.pk).stap
    if any(rij.handeling == handeling for rij in STAPPEN):
        with zaken.begin_zaak(handeling, gegeven=mee) as nieuw:
            return nieuw.stap
    handel(handeling, zonder=zonder)
    return ""


def handel(handeling: str, *, zonder: str = "") -> None:
    """Perform a verb that belongs to no case."""
    with poort.handel(handeling, gegeven=gegeven(zonder)):
        pass


def begint(handeling: str) -> str:
    """A step the verb may be performed in, preferably the one before there is a case; "" when it needs none."""
    vanuit = [rij.van for rij in STAPPEN if rij.handeling == handeling]
    return min(vanuit, key=lambda stap: stap not in (BEGIN, ZONDER_ZAAK), default="")


def haal(
    regel: SetRegel,
    zaak: Zaak | None = None,
    *,
    van: str = "",
    velden: tuple[str, ...] | None = None,
    zonder: str = "",
    doel: str = "",
    grondslag: str = "",
) -> UUID:
    """Fetch the set as who works now, from the functie `van` or the source of the row; the own copy.

    What the product does between deciding and keeping, reading extract or BRP, is told elsewhere.
    """
    bron = kant(van or regel.van[0])
    wie = beurt().wie
    stap = zaak.stap if zaak else ZONDER_ZAAK
    vraag = Vraag(
        wie.kant, regel.handeling, stap, regel.naam, bron, doel or regel.doelen[0], grondslag, velden
    )
    bezit = Bezit.objects.filter(adres_sleutel=LINDELAAN_12.sleutel).first()
    zet_context(woning=bezit.pk if bezit else None)
    with verricht(Daad(vraag, Opgezocht(LINDELAAN_12, bezit), gegeven(zonder), zaak)) as (werk,):
        verstrekking = Verstrekking(van_groep_id=wie.groep, zaak=zaak)
        levering = poort.Levering({veld: f"{veld} uit de bron" for veld in ALLE_VELDEN})
        return poort.bewaar_levering(verstrekking, werk, levering, einde_van(VANDAAG)).pk
