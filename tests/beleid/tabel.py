"""Decision tables: what a jurist expects, written by hand, held against `beslis` for every combination there is.

Each check asks `beslis` about all functies, steps, purposes and fields the policy knows and demands that exactly
the hand-written ones are granted: whatever a change adds or drops turns a row with that clause id red.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import pytest

from convenant.beleid.beheer import BEHEER
from convenant.beleid.beslissing import Stand, Vraag, beslis
from convenant.beleid.taal import BEGIN, INZIEN, ZONDER_ZAAK, Beleid, Kant

# The verbs of the console (decision 80): `SCHORSEN` is of who registers and of who grants.
AANMELDEN = (
    "medewerker_aanmelden",
    "medewerker_afmelden",
    "autorisaties_bevestigen",
    "factor_herstel_vragen",
)
VERLENEN = (
    "autorisatie_verlenen",
    "autorisatie_weigeren",
    "autorisatie_intrekken",
    "autorisatie_hervatten",
    "factor_herstel_toestaan",
)
SCHORSEN, RECHTEN, INRICHTEN = "autorisatie_schorsen", "rechten_inzien", "convenant_inrichten"
REGISTER = "verwerkingsregister_inzien"
# All that a functionaris gegevensbescherming does, of the own party (decision 79).
VAN_FG = ("eigen_logboek_lezen", "signalen_inzien", "steekproef_inzien", REGISTER, RECHTEN)


@dataclass(frozen=True)
class SetRegel:
    """One Gegevensset as expected. Ends are "soort/functie"; `stappen` where it may be sent, `leesbaar` where a
    copy may be read; `vereist` every fact sending needs, `inzage_vereist` every fact reading needs (both with
    those of the functie, the doel and the grondslag tried first, without the policy's altijd_*)."""

    eis: str
    naam: str
    velden: tuple[str, ...]
    van: tuple[str, ...]
    aan: tuple[str, ...]
    handeling: str
    stappen: tuple[str, ...]
    leesbaar: tuple[str, ...]
    doelen: tuple[str, ...]
    grondslagen: tuple[str, ...]
    vereist: tuple[str, ...] = ()
    inzage_vereist: tuple[str, ...] = ()
    optioneel: tuple[str, ...] = ()
    haalt: bool = False  # the receiver performs the verb
    afzender_leest: bool = True
    wijze: str = "tonen"
    verantwoordelijke: str = "van"
    bestaan_zichtbaar: bool = False
    antwoord: str = ""
    persoonsgegeven: bool = True
    velden_naar: tuple[tuple[str, tuple[str, ...]], ...] = ()  # (receiver, fields) where it gets fewer
    velden_zonder: tuple[tuple[str, tuple[str, ...]], ...] = ()  # (fact, fields) that stay without that fact
    grondslagen_van: tuple[
        tuple[str, tuple[str, ...]], ...
    ] = ()  # (soort, its own grounds) where they differ
    mits: tuple[tuple[str, str], ...] = ()  # (end, fact) that this end needs besides
    waarden: tuple[tuple[str, tuple[str, ...]], ...] | None = (
        None  # (field, closed list); None: another table
    )


@dataclass(frozen=True)
class Mag:
    """One verb: exactly these functies may perform it, on these facts (besides the policy's altijd_vereist).

    `bereik`: (functie, reach) for whoever reaches further than the own groep.
    """

    eis: str
    handeling: str
    door: tuple[str, ...]
    vereist: tuple[str, ...] = ()
    bereik: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Stap:
    """One transition: from exactly this step, by exactly these functies, on these facts."""

    eis: str
    van: str
    handeling: str
    naar: str
    door: tuple[str, ...]
    vereist: tuple[str, ...] = ()
    vrij: bool = False  # the step does not wait for it


@dataclass(frozen=True)
class Als:
    """One functie: who registers and who grants it, every fact that acting in it takes, and its limits."""

    eis: str
    functie: str
    registreert: str = ""
    verleent: str = ""
    vereist: tuple[str, ...] = ()
    maximum: int | None = None
    onverenigbaar: tuple[str, ...] = ()
    per_team: bool = False


def fg(*soorten: str) -> tuple[str, ...]:
    """The functionarissen gegevensbescherming of these soorten of party."""
    return tuple(f"{soort}/functionaris_gegevensbescherming" for soort in soorten)


def reikt(bereik: str, *functies: str) -> tuple[tuple[str, str], ...]:
    return tuple((functie, bereik) for functie in functies)


def elk(eis: str, door: tuple[str, ...], *handelingen: str, **meer) -> list[Mag]:
    """The same row for each of these verbs."""
    return [Mag(eis, handeling, door, **meer) for handeling in handelingen]


def params(regels):
    """One test case per row, marked with its clause id."""
    return [pytest.param(regel, marks=pytest.mark.eis(regel.eis), id=_naam(regel)) for regel in regels]


def _naam(regel) -> str:
    naam = getattr(regel, "naam", "") or getattr(regel, "handeling", "") or getattr(regel, "functie", "")
    return f"{regel.eis}-{naam}"


def kant(tekst: str) -> Kant:
    soort, functie = tekst.split("/")
    return Kant(soort, functie)


def alle_kanten(beleid: Beleid) -> list[Kant]:
    """Every functie, and every external end the policy names."""
    paren = {(f.soort, f.naam) for f in beleid.functies} | {(b.soort, b.functie) for b in beleid.bevoegdheden}
    for s in beleid.gegevenssets:
        paren |= {(k.soort, k.functie) for k in s.van + s.aan}
    return [Kant(*paar) for paar in sorted(paren)]


def alle_stappen(beleid: Beleid) -> list[str]:
    return [BEGIN, ZONDER_ZAAK, *beleid.stappen]


def alles_waar(beleid: Beleid, zonder: tuple[str, ...] = ()) -> dict[str, bool]:
    return {feit.naam: feit.naam not in zonder for feit in beleid.feiten}


def ingevuld(beleid: Beleid, zonder: str = "") -> dict[str, object]:
    """Every setting filled; one that selects fields gets all fields of its sets."""
    velden: dict[str, tuple[str, ...]] = {}
    for s in beleid.gegevenssets:
        velden[s.velden_uit] = velden.get(s.velden_uit, ()) + s.velden
    return {i.naam: velden.get(i.naam, 1) for i in beleid.instellingen if i.naam != zonder}


def stand(beleid: Beleid, zonder: tuple[str, ...] = (), leeg: str = "") -> Stand:
    return Stand(alles_waar(beleid, zonder), ingevuld(beleid, leeg))


def controleer_set(beleid: Beleid, regel: SetRegel) -> None:
    """Sending and reading of one set are granted to exactly what the row says."""
    waar = stand(beleid)
    for van in alle_kanten(beleid):
        for aan in alle_kanten(beleid):
            verwacht = f"{van.soort}/{van.functie}" in regel.van and f"{aan.soort}/{aan.functie}" in regel.aan
            assert beslis(beleid, _zend(regel, van, aan), waar).mag is verwacht, f"{van} naar {aan}"
    vraag = _zend(regel, kant(regel.van[0]), kant(regel.aan[0]))
    assert beslis(beleid, vraag, waar).wijze == regel.wijze
    gegevensset = beleid.gegevensset(regel.naam)
    assert gegevensset.verantwoordelijke == regel.verantwoordelijke
    assert gegevensset.bestaan_zichtbaar is regel.bestaan_zichtbaar
    assert gegevensset.antwoord == regel.antwoord
    assert gegevensset.persoonsgegeven is regel.persoonsgegeven
    assert gegevensset.afzender_bewaart is regel.afzender_leest
    assert gegevensset.initiatief == ("aan" if regel.haalt else "van")
    assert regel.waarden is None or regel.waarden == tuple((w.veld, w.waarden) for w in gegevensset.waarden)
    minder = dict(regel.velden_naar)
    for naam in regel.aan:
        uitkomst = beslis(beleid, _zend(regel, kant(regel.van[0]), kant(naam)), waar)
        assert uitkomst.velden == minder.get(naam, regel.velden), f"velden naar {naam}"
    blijft = {feit.naam: minder.get(regel.aan[0], regel.velden) for feit in beleid.feiten}
    for feit, velden in (blijft | dict(regel.velden_zonder)).items():
        uitkomst = beslis(beleid, vraag, stand(beleid, (feit,)))
        assert not uitkomst.mag or uitkomst.velden == velden, f"velden zonder {feit}"
    _controleer_zendvoorwaarden(beleid, regel, vraag)
    _controleer_grondslagen(beleid, regel)
    _controleer_inzage(beleid, regel)
    _controleer_mits(beleid, regel)


def _controleer_zendvoorwaarden(beleid: Beleid, regel: SetRegel, vraag: Vraag) -> None:
    waar = stand(beleid)
    for stap in alle_stappen(beleid):
        mag = beslis(beleid, replace(vraag, stap=stap), waar).mag
        assert mag is (stap in regel.stappen), f"verzenden in {stap}"
    for doel in beleid.doelen:
        uitkomst = beslis(beleid, replace(vraag, doel=doel.naam), waar)
        past = doel.naam in regel.doelen
        assert uitkomst.mag is (past or not regel.doelen), f"doel {doel.naam}"
        assert uitkomst.doel == (doel.naam if past else ""), (
            "a set about nobody goes for no doel, asked or not"
        )
    for grondslag in beleid.grondslagen:
        uitkomst = beslis(beleid, replace(vraag, grondslag=grondslag.naam), waar)
        assert uitkomst.grondslag in ("", *regel.grondslagen), f"grondslag {grondslag.naam}"
        assert uitkomst.mag or regel.grondslagen, f"grondslag {grondslag.naam}"
    mits = _mits_van(regel, regel.van[0], regel.aan[0])
    for feit in beleid.feiten:
        altijd = () if regel.handeling in beleid.ook_na_afloop else beleid.altijd_vereist
        nodig = feit.naam in (*regel.vereist, *mits, *altijd)
        uitkomst = beslis(beleid, vraag, stand(beleid, (feit.naam,)))
        assert uitkomst.mag is not nodig, f"verzenden zonder {feit.naam}"
        assert [r.feit for r in uitkomst.gemis] == ([feit.naam] if nodig else [])
    niets_meer = beslis(beleid, replace(vraag, velden=(*regel.velden, "veld_buiten_convenant")), waar)
    assert not niets_meer.mag
    assert set(beleid.gegevensset(regel.naam).optioneel) == set(regel.optioneel)


def _controleer_grondslagen(beleid: Beleid, regel: SetRegel) -> None:
    """The grounds of the row, and each supplier exactly its own where the row tells them apart."""
    eigen = dict(regel.grondslagen_van)
    assert eigen or set(beleid.gegevensset(regel.naam).grondslagen) == set(regel.grondslagen)
    for van in regel.van if eigen else ():
        vraag = _zend(regel, kant(van), kant(regel.aan[0]))
        for grondslag in beleid.grondslagen:
            mag = beslis(beleid, replace(vraag, grondslag=grondslag.naam), stand(beleid)).mag
            assert mag is (grondslag.naam in eigen[kant(van).soort]), f"{van} op {grondslag.naam}"


def _mits_van(regel: SetRegel, *einden: str) -> list[str]:
    return [feit for einde, feit in regel.mits if einde in einden]


def _controleer_mits(beleid: Beleid, regel: SetRegel) -> None:
    """The ends named in `mits`, and no others, need their fact: to send, to receive, to read."""
    waar = {naam: stand(beleid, (naam,)) for _, naam in regel.mits}
    for feit, zonder in waar.items():
        for van in regel.van:
            for aan in regel.aan:
                verwacht = not {(van, feit), (aan, feit)} & set(regel.mits)
                mag = beslis(beleid, _zend(regel, kant(van), kant(aan)), zonder).mag
                assert mag is verwacht, f"{van} naar {aan} zonder {feit}"
        for wie in regel.aan if regel.leesbaar else ():
            vraag = Vraag(kant(wie), INZIEN, regel.leesbaar[0], regel.naam)
            if beslis(beleid, vraag, stand(beleid)).mag:
                mag = beslis(beleid, vraag, zonder).mag
                assert mag is ((wie, feit) not in regel.mits), f"inzien door {wie} zonder {feit}"


def _controleer_inzage(beleid: Beleid, regel: SetRegel) -> None:
    if not regel.leesbaar:
        return
    waar = stand(beleid)
    lezers = regel.aan + (regel.van if regel.afzender_leest else ())
    inziend = {f"{b.soort}/{b.functie}" for b in beleid.bevoegdheden if INZIEN in b.handelingen}
    for wie in alle_kanten(beleid):
        vraag = Vraag(wie, INZIEN, regel.leesbaar[0], regel.naam)
        verwacht = f"{wie.soort}/{wie.functie}" in lezers and f"{wie.soort}/{wie.functie}" in inziend
        assert beslis(beleid, vraag, waar).mag is verwacht, f"inzien door {wie}"
    lezer = next((naam for naam in lezers if naam in inziend), None)  # of a letter outside: its sender
    if lezer is None:
        return
    for stap in alle_stappen(beleid):
        mag = beslis(beleid, Vraag(kant(lezer), INZIEN, stap, regel.naam), waar).mag
        assert mag is (stap in regel.leesbaar), f"inzien in {stap}"
    if lezer not in regel.aan and not regel.inzage_vereist:  # a row of a letter may leave these out
        return
    vraag = Vraag(kant(lezer), INZIEN, regel.leesbaar[0], regel.naam)
    mits = _mits_van(regel, lezer)
    for feit in beleid.feiten:
        nodig = feit.naam in (*regel.inzage_vereist, *mits, *beleid.altijd_bij_inzage)
        assert beslis(beleid, vraag, stand(beleid, (feit.naam,))).mag is not nodig, (
            f"inzien zonder {feit.naam}"
        )


def _zend(regel: SetRegel, van: Kant, aan: Kant) -> Vraag:
    wie, tegenpartij = (aan, van) if regel.haalt else (van, aan)
    (doel, *_) = regel.doelen or ("",)
    (grondslag, *_) = dict(regel.grondslagen_van).get(van.soort, regel.grondslagen) or ("",)
    return Vraag(wie, regel.handeling, regel.stappen[0], regel.naam, tegenpartij, doel, grondslag)


def controleer_mag(beleid: Beleid, regel: Mag) -> None:
    """The verb is granted to exactly these functies, with this reach, and each fact of the row is needed."""
    for rij in beleid.bevoegdheden:
        if regel.handeling in rij.handelingen:
            functie = f"{rij.soort}/{rij.functie}"
            assert rij.bereik == dict(regel.bereik).get(functie, "groep"), f"bereik van {functie}"
    stappen = [o.van for o in beleid.overgangen if o.handeling == regel.handeling] or [ZONDER_ZAAK]
    for wie in alle_kanten(beleid):
        waar = stand(beleid)
        mag = any(beslis(beleid, Vraag(wie, regel.handeling, stap), waar).mag for stap in stappen)
        assert mag is (f"{wie.soort}/{wie.functie}" in regel.door), f"{regel.handeling} door {wie}"
    for naam in regel.door:
        for feit in regel.vereist:
            zonder = stand(beleid, (feit,))
            for stap in stappen:
                assert not beslis(beleid, Vraag(kant(naam), regel.handeling, stap), zonder).mag, (
                    f"zonder {feit}"
                )


def controleer_stap(beleid: Beleid, regel: Stap) -> None:
    """The transition leads where the row says, for exactly these functies, on exactly these facts.

    Whom the step waits for follows from the transitions that are not free.
    """
    (overgang,) = [o for o in beleid.overgangen if (o.van, o.handeling) == (regel.van, regel.handeling)]
    assert overgang.vrij is regel.vrij
    for wie in alle_kanten(beleid):
        uitkomst = beslis(beleid, Vraag(wie, regel.handeling, regel.van), stand(beleid))
        verwacht = f"{wie.soort}/{wie.functie}" in regel.door
        assert uitkomst.mag is verwacht, f"{regel.handeling} door {wie}"
        assert uitkomst.naar == (regel.naar if verwacht else "")
    for feit in regel.vereist:
        uitkomst = beslis(
            beleid, Vraag(kant(regel.door[0]), regel.handeling, regel.van), stand(beleid, (feit,))
        )
        assert not uitkomst.mag, f"zonder {feit}"


def controleer_na_afloop(beleid: Beleid, feit: str, na_afloop: Mapping[str, Collection[str]]) -> None:
    """Without this fact, which the whole policy asks, each functie has exactly these verbs left, in any step."""
    voorbij = stand(beleid, (feit,))
    for rij in beleid.bevoegdheden:
        wie = Kant(rij.soort, rij.functie)
        for handeling in rij.handelingen:
            mag = any(
                beslis(beleid, Vraag(wie, handeling, stap), voorbij).mag for stap in alle_stappen(beleid)
            )
            assert mag is (handeling in na_afloop.get(f"{wie.soort}/{wie.functie}", ())), (
                f"{handeling}: {wie}"
            )


def controleer_functie(beleid: Beleid, regel: Als) -> None:
    """The functie is held and granted as the row says; without any one of its facts every verb of it is refused.

    But what is so of the convenant is no matter to the verbs that go on before it is in force and after it.
    """
    functie = beleid.functie(*regel.functie.split("/"))
    assert (str(functie.registreert or ""), str(functie.verleent or "")) == (
        regel.registreert,
        regel.verleent,
    )
    assert (functie.maximum, functie.per_team) == (regel.maximum, regel.per_team)
    assert set(functie.onverenigbaar) == set(regel.onverenigbaar)
    assert set(functie.vereist) == set(regel.vereist)
    wie = kant(regel.functie)
    verbs = [v for b in beleid.bevoegdheden if wie.past(Kant(b.soort, b.functie)) for v in b.handelingen]
    assert verbs, f"{wie} mag niets"
    for verb in verbs:
        for feit in regel.vereist:
            gemis = beslis(beleid, Vraag(wie, verb), stand(beleid, (feit,))).gemis
            gaat_door = verb in BEHEER or verb in beleid.ook_na_afloop
            nodig = not (gaat_door and beleid.feit(feit).over == "convenant")
            assert (feit in {reden.feit for reden in gemis}) is nodig, f"{verb} zonder {feit}"


def controleer_geen_andere_stap(beleid: Beleid, regels) -> None:
    """A verb that is a transition is refused in every step the table does not name."""
    toegestaan = {(r.van, r.handeling) for r in regels}
    waar = stand(beleid)
    for handeling in {r.handeling for r in regels}:  # whoever lacks the verb is refused in any step
        kanten = {Kant(b.soort, b.functie) for b in beleid.bevoegdheden if handeling in b.handelingen}
        for stap in alle_stappen(beleid):
            mag = any(beslis(beleid, Vraag(wie, handeling, stap), waar).mag for wie in kanten)
            assert mag is ((stap, handeling) in toegestaan), f"{handeling} in {stap}"
