"""The people of the parties whose functies the actor registers: who works there, since when, and what they declared."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.auth.hashers import make_password
from django.core.paginator import Page, Paginator
from django.db.models import F, OrderBy, Q, QuerySet

from convenant import sessies
from convenant.beleid.taal import Feit
from convenant.inloggen import uitnodiging
from convenant.looptijd import afscheid
from convenant.partijen import rechten
from convenant.partijen.models import Account, Autorisatie, Deelname, Medewerker, Verklaring
from convenant.poort import postfout
from convenant.poort.berichten import bericht_aan
from convenant.poort.daad import handel
from convenant.poort.feiten import Verklaard, vragen_van
from convenant.poort.grens import beurt
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.poort.postfout import Terugkomst
from convenant.poort.zaken import geef_werk_terug
from convenant.tijd import vandaag

from . import autorisaties, kring
from .autorisaties import NU, Keuze, Recht
from .daden import toets_laatste, werkt_hier_nog

AANMELDEN, AFMELDEN = "medewerker_aanmelden", "medewerker_afmelden"
PER_PAGINA = 50
TOEGEVOEGD = (
    "U staat bij een organisatie in de lijst van medewerkers",
    "Een organisatie heeft u toegevoegd als medewerker. Werkt u daar niet? Bel dan de beheerder van die organisatie.",
)
WIJZEN = ("verklaring", "contract", "aanstelling", "ambtseed")
IN_DIENST, VERTROKKEN, MAIL_TERUG = "in_dienst", "vertrokken", "mail_terug"
VOLGORDES: dict[str, str | OrderBy] = {
    "naam": "account__naam",
    "ingelogd": F("account__last_login").asc(nulls_first=True),
}


@dataclass(frozen=True)
class Mens:
    """One person of a party. `tot` is half-open. `ingelogd_op`: the last time since this person works here.
    `mail`: what is wrong with the address, None when mail arrives."""

    id: int
    naam: str
    email: str
    deelname: int
    partij: str
    soort: str
    organisatie: str
    van: date
    tot: date | None
    functies: tuple[str, ...]
    ontbreekt: tuple[str, ...]
    ingelogd_op: datetime | None
    mail: Terugkomst | None


@dataclass(frozen=True)
class Vastgelegd:
    """A declaration of a person, as it was recorded; `geldt`: today."""

    id: int
    soort: str
    wijze: str
    versie: str
    van: date
    tot: date | None
    vastgelegd_door: str
    geldt: bool


@dataclass(frozen=True)
class Gevraagd:
    """A declaration some functie of this soort of party asks of a person: the fact with its clause, and for which."""

    soort: str
    feit: Feit
    functies: tuple[str, ...]
    van_derden: bool


@dataclass(frozen=True)
class Zoek:
    """Which people. `tekst` is (part of) a name or e-mail address: never in an address or a log."""

    tekst: str = ""
    deelname: int | None = None
    stand: str = IN_DIENST
    volgorde: str = "naam"


def lijst(zoek: Zoek, nummer: int) -> Page[Any]:
    """One page of the people whose party the actor keeps, as Mens. One log line."""
    deelnames = {deelname.partij_id: deelname for deelname in kring.mijn_deelnames()}
    dag = vandaag()
    with handel(AANMELDEN, onderwerp="lijst"):
        rijen = kring.mijn_mensen()
        if zoek.deelname:
            rijen = rijen.filter(partij__deelnames=zoek.deelname)
        if zoek.tekst:
            rijen = rijen.filter(
                Q(account__naam__icontains=zoek.tekst) | Q(account__email__icontains=zoek.tekst)
            )
        weg = Q(tot__lte=dag)
        rijen = rijen.filter(weg) if zoek.stand == VERTROKKEN else rijen.exclude(weg)
        if zoek.stand == MAIL_TERUG:
            rijen = rijen.filter(account__in=postfout.accounts())
        bladzijde: Page[Any] = Paginator(rijen.order_by(VOLGORDES[zoek.volgorde], "pk"), PER_PAGINA).get_page(
            nummer
        )
        bladzijde.object_list = _mensen(list(bladzijde.object_list), deelnames)
        return bladzijde


def een(medewerker_id: int) -> tuple[Mens, Sequence[Recht], Sequence[Vastgelegd], Sequence[Gevraagd]]:
    """One person: rights, what was declared, what is asked. One log line. Raises NietGevonden."""
    medewerker, deelname = kring.mijn_mens(medewerker_id)
    with handel(AANMELDEN, onderwerp=f"medewerker {medewerker_id}"):
        (mens,) = _mensen([medewerker], {medewerker.partij_id: deelname})
        rijen = autorisaties.gekozen(Keuze(medewerker=medewerker_id, stand=""))
        verklaard = Verklaring.objects.filter(medewerker=medewerker_id).select_related(
            "vastgelegd_door__account", "vastgelegd_door__partij"
        )
        return (
            mens,
            autorisaties.als_rechten(rijen),
            [_vastgelegd(rij) for rij in verklaard.order_by("-van", "-pk")],
            gevraagd(deelname.soort),
        )


def gevraagd(soort: str) -> list[Gevraagd]:
    """The declarations that the functies at this soort of party ask of a person, by the facts they name."""
    beleid = beurt().wie.beleid
    vragen = vragen_van(beleid.code)
    gevonden: dict[str, Gevraagd] = {}
    for functie in beleid.functies:
        for naam in functie.vereist if functie.soort == soort else ():
            vraag = vragen.get(naam)
            if isinstance(vraag, Verklaard) and vraag.van_medewerker:
                eerder = gevonden.get(vraag.verklaring)
                functies = (*(eerder.functies if eerder else ()), functie.naam)
                gevonden[vraag.verklaring] = Gevraagd(
                    vraag.verklaring, beleid.feit(naam), functies, vraag.van_derden
                )
    return list(gevonden.values())


def neem_aan(deelname_id: int, naam: str, email: str, van: date, organisatie: str = "") -> int:
    """Somebody works at a party from this day; the id. Whether the address had an account already, nobody is told.

    `organisatie`: the employer, when that is another than the party.
    Raises NietGevonden for another's party, Ongeldig.
    """
    deelname = _mijn_deelname(deelname_id)
    email = email.strip().lower()
    with handel(AANMELDEN, onderwerp="nieuwe medewerker"), kring.in_een_zin():
        account, nieuw = Account.objects.get_or_create(
            email=email, defaults={"naam": naam.strip(), "password": make_password(None)}
        )
        bestaand = Medewerker.objects.filter(account=account, partij=deelname.partij_id)
        if bestaand.filter(Q(tot=None) | Q(tot__gt=van)).exists():
            raise Ongeldig({"email": "Deze medewerker staat al in uw lijst."})
        medewerker = Medewerker.objects.create(
            account=account, partij=deelname.partij, van=van, organisatie=organisatie.strip()
        )
        _stuur_uitnodiging(account)
        if not nieuw:
            bericht_aan([medewerker], *TOEGEVOEGD, f"/{beurt().wie.convenant.code}/", dringend=True)
        return medewerker.pk


def nodig_uit(medewerker_id: int) -> None:
    """Send the link with which somebody chooses a password once more. Raises NietGevonden."""
    medewerker, _ = kring.mijn_mens(medewerker_id)
    with handel(AANMELDEN, onderwerp=f"medewerker {medewerker_id} uitnodigen"):
        _stuur_uitnodiging(medewerker.account)


def keur_adres_goed(medewerker_id: int) -> None:
    """The address is right after all: mail goes out to it again. Raises NietGevonden."""
    medewerker, _ = kring.mijn_mens(medewerker_id)
    with handel(AANMELDEN, onderwerp=f"medewerker {medewerker_id} e-mailadres"):
        postfout.geef_vrij(medewerker.account_id)


def _stuur_uitnodiging(account: Account) -> None:
    """Only to who never signed in; the others have a password, and nobody is told which of the two it is."""
    if account.last_login is None:
        uitnodiging.stuur(account)


def leg_vast(
    medewerker_id: int, soort: str, wijze: str, versie: str, van: date, tot: date | None = None
) -> None:
    """Record what a person declared, once: the same again changes nothing. Raises NietGevonden, Ongeldig."""
    medewerker, deelname = kring.mijn_mens(medewerker_id)
    with handel(AANMELDEN, onderwerp=f"medewerker {medewerker_id} {soort}"):
        if soort not in {rij.soort for rij in gevraagd(deelname.soort)}:
            raise Ongeldig({"soort": "Uw keuze kan niet meer. Kies opnieuw uit de lijst."})
        if van > vandaag():
            raise Ongeldig({"van": "Deze dag moet nog komen. Leg een verklaring vast als die er is."})
        if tot is not None and tot <= van:
            raise Ongeldig(
                {"tot_en_met": "De laatste dag ligt voor de eerste dag. Kies een latere laatste dag."}
            )
        Verklaring.objects.get_or_create(
            medewerker=medewerker,
            soort=soort,
            wijze=wijze,
            versie=versie.strip(),
            van=van,
            tot=tot,
            defaults={"vastgelegd_door": beurt().wie.medewerker},
        )


def beeindig_verklaring(medewerker_id: int, verklaring_id: int) -> None:
    """A declaration no longer holds from today: whoever rests on it can do nothing any more. Raises NietGevonden."""
    medewerker, _ = kring.mijn_mens(medewerker_id)
    with handel(AANMELDEN, onderwerp=f"medewerker {medewerker_id} verklaring {verklaring_id}"):
        geldig = Verklaring.objects.select_for_update().filter(
            Q(tot=None) | Q(tot__gt=vandaag()), medewerker=medewerker, pk=verklaring_id
        )
        verklaring = geldig.first()
        if verklaring is None:
            raise Ongeldig({"": "Deze verklaring is al beëindigd."})
        verklaring.tot = max(vandaag(), verklaring.van)
        verklaring.save(update_fields=["tot"])


def meld_af(medewerker_id: int, reden: str, per: date) -> None:
    """Somebody leaves: from `per` on nothing can be done any more, and the open work is the group's again.

    Raises NietGevonden, Ongeldig. Rights in another convenant end with the employment; the daily task closes those rows.
    """
    medewerker, _ = kring.mijn_mens(medewerker_id)
    wie = beurt().wie
    with handel(AFMELDEN, onderwerp=f"medewerker {medewerker_id}"), kring.in_een_zin():
        if per < vandaag():
            raise Ongeldig({"per": "Deze dag is voorbij. Kies vandaag of een latere dag."})
        had_functie = werkt_hier_nog(medewerker)
        for autorisatie in _rechten_van(medewerker):
            toets_laatste(autorisatie, per)
        rechten.meld_af(medewerker, door=wie.medewerker, reden=reden, per=per, convenant=wie.convenant)
        if per <= vandaag():
            geef_werk_terug(medewerker.pk)
            if had_functie:
                afscheid.meld(medewerker)
            werkt_elders = Medewerker.objects.filter(
                Q(tot=None) | Q(tot__gt=per), account=medewerker.account_id
            )
            if not werkt_elders.exists():
                sessies.beeindig([medewerker.account_id])


def _rechten_van(medewerker: Medewerker) -> QuerySet[Autorisatie]:
    rijen = Autorisatie.objects.filter(medewerker=medewerker, groep__convenant=beurt().wie.convenant)
    return rijen.select_related("medewerker", "groep__deelname").order_by("groep")


def _mijn_deelname(deelname_id: int) -> Deelname:
    for deelname in kring.mijn_deelnames():
        if deelname.pk == deelname_id:
            return deelname
    raise NietGevonden


def _mensen(rijen: Sequence[Medewerker], deelnames: dict[int, Deelname]) -> list[Mens]:
    """With their functies, what is missing and whether mail arrives: three queries for the whole page."""
    keuze = autorisaties.gekozen(Keuze(stand=NU)).filter(medewerker__in=[rij.pk for rij in rijen])
    functies: dict[int, list[str]] = {}
    for autorisatie in keuze.filter(van__isnull=False):
        functies.setdefault(autorisatie.medewerker_id, []).append(autorisatie.groep.naam)
    dag = vandaag()
    verklaard: dict[int, set[str]] = {}
    for medewerker_id, soort in Verklaring.objects.filter(
        Q(tot=None) | Q(tot__gt=dag), medewerker__in=[rij.pk for rij in rijen], van__lte=dag
    ).values_list("medewerker", "soort"):
        verklaard.setdefault(medewerker_id or 0, set()).add(soort)
    mail = postfout.van(rij.account_id for rij in rijen)
    return [
        _mens(
            rij,
            deelnames[rij.partij_id],
            functies.get(rij.pk, []),
            verklaard.get(rij.pk, set()),
            mail.get(rij.account_id),
        )
        for rij in rijen
    ]


def _mens(
    rij: Medewerker,
    deelname: Deelname,
    functies: Sequence[str],
    verklaard: set[str],
    mail: Terugkomst | None,
) -> Mens:
    account, ingelogd = rij.account, rij.account.last_login
    vereist = [
        vraag
        for vraag in gevraagd(deelname.soort)
        if (not functies or set(functies) & set(vraag.functies)) and (rij.organisatie or not vraag.van_derden)
    ]
    return Mens(
        rij.pk,
        account.naam,
        account.email,
        deelname.pk,
        deelname.partij.naam,
        deelname.soort,
        rij.organisatie,
        rij.van,
        rij.tot,
        tuple(functies),
        tuple(vraag.soort for vraag in vereist if vraag.soort not in verklaard),
        ingelogd if ingelogd and ingelogd.date() >= rij.van else None,
        mail,
    )


def _vastgelegd(rij: Verklaring) -> Vastgelegd:
    dag = vandaag()
    door = rij.vastgelegd_door
    return Vastgelegd(
        rij.pk,
        rij.soort,
        rij.wijze,
        rij.versie,
        rij.van,
        rij.tot,
        autorisaties.wie_deed(door) if door else "",
        rij.van <= dag and (rij.tot is None or dag < rij.tot),
    )
