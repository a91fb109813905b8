"""`beslis`: the one decision, pure. The answer follows from the reasons, never the other way round."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from .beheer import BEHEER
from .taal import INZIEN, ZONDER_ZAAK, Beleid, Gegevensset, Kant, Overgang, Veldgrens

VAN_RUIM_NAAR_NAUW = ("", "tonen", "vergelijken", "bestaat")
NIETS_OVER = "Er blijft geen gegeven over dat mag worden gedeeld."
BUITEN_FUNCTIE = "Uw functie mag deze handeling niet doen."
ZONDER_AUTORISATIE = (
    "U hebt hiervoor geen autorisatie. Vraag de beheerder van uw organisatie om u aan te melden."
)


@dataclass(frozen=True)
class Reden:
    """One ground (`draagt`) or one thing missing, with its clause; `feit` when a fact decided it."""

    tekst: str
    eis: str
    draagt: bool
    zichtbaar: bool = True
    feit: str = ""


@dataclass(frozen=True)
class Uitkomst:
    """The answer to a Vraag.

    `velden`: what may go, in the order of the set (empty for an act without one, and on refusal). `naar`: the
    step after the act, "" when it changes nothing. `alleen_datum`: nobody may keep the time of day of this act.
    """

    redenen: tuple[Reden, ...]
    velden: tuple[str, ...] = ()
    naar: str = ""
    doel: str = ""
    grondslag: str = ""
    wijze: str = ""
    alleen_datum: bool = False

    @property
    def mag(self) -> bool:
        return bool(self.redenen) and all(reden.draagt for reden in self.redenen)

    @property
    def gemis(self) -> tuple[Reden, ...]:
        return tuple(reden for reden in self.redenen if not reden.draagt)

    @property
    def buiten_functie(self) -> tuple[Reden, ...]:
        """That the functie has not this verb, whatever else holds; empty when it has."""
        return tuple(reden for reden in self.gemis if reden.tekst in (BUITEN_FUNCTIE, ZONDER_AUTORISATIE))

    def voor_mens(self, beleid: Beleid) -> tuple[Reden, ...]:
        """What the actor may hear: the grounds, or what is missing; one neutral sentence for the unnamed."""
        if self.mag:
            return self.redenen
        zichtbaar = tuple(reden for reden in self.gemis if reden.zichtbaar)
        return zichtbaar or (Reden(beleid.neutraal, "", draagt=False),)


@dataclass(frozen=True)
class Vraag:
    """Who (`wie`) does what, in which step, with which set towards whom (`tegenpartij`), for which doel.

    `velden`: the fields asked for, None for all of the set. `doel` and `grondslag` may stay empty where the set
    names exactly one that fits. When reading, `doel` is the one the copy was sent for.
    """

    wie: Kant
    handeling: str
    stap: str = ZONDER_ZAAK
    gegevensset: str = ""
    tegenpartij: Kant | None = None
    doel: str = ""
    grondslag: str = ""
    velden: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Stand:
    """What is so at this moment: facts, the settings filled in, and clauses that are out of force, each with the sentence
    that says so.

    A fact that is not in `feiten` does not hold. A setting whose value is None is empty.
    """

    feiten: Mapping[str, bool] = field(default_factory=dict)
    instellingen: Mapping[str, Any] = field(default_factory=dict)
    buiten_werking: Mapping[str, str] = field(default_factory=dict)


def beslis(beleid: Beleid, vraag: Vraag, stand: Stand) -> Uitkomst:
    """Decide one question under one policy.

    Raises KeyError for a set or a fact the policy does not know: that is a mistake in the program, not an answer.
    A doel or grondslag it does not know is refused: that may be somebody's own writing in a form.
    """
    weging = _Weging(beleid, vraag, stand)
    if onbekend := stand.feiten.keys() - weging.feiten.keys():
        raise KeyError(", ".join(sorted(onbekend)))
    weging.weeg_bevoegdheid()
    if not vraag.gegevensset:
        return weging.uitkomst(naar=weging.weeg_overgang())
    return _beslis_over_set(weging, beleid.gegevensset(vraag.gegevensset))


def doorsnede(uitkomsten: tuple[Uitkomst, ...]) -> Uitkomst:
    """What several versions of a policy all allow (a case keeps its version, narrowing holds at once)."""
    eerste = uitkomsten[0]
    redenen = dict.fromkeys(reden for uitkomst in uitkomsten for reden in uitkomst.redenen)
    velden = tuple(veld for veld in eerste.velden if all(veld in u.velden for u in uitkomsten))
    if eerste.velden and not velden and all(uitkomst.mag for uitkomst in uitkomsten):
        redenen[Reden(NIETS_OVER, "", draagt=False)] = None
    if any(uitkomst.mag and uitkomst.naar != eerste.naar for uitkomst in uitkomsten):
        redenen[Reden("De stap na deze handeling is in de nieuwe tekst een andere.", "", draagt=False)] = None
    samen = Uitkomst(tuple(redenen), alleen_datum=any(uitkomst.alleen_datum for uitkomst in uitkomsten))
    if not samen.mag:
        return samen
    wijze = max((uitkomst.wijze for uitkomst in uitkomsten), key=VAN_RUIM_NAAR_NAUW.index)
    return replace(eerste, redenen=samen.redenen, velden=velden, wijze=wijze, alleen_datum=samen.alleen_datum)


def _beslis_over_set(weging: "_Weging", gegevensset: Gegevensset) -> Uitkomst:
    vraag = weging.vraag
    naar = ""
    if vraag.handeling == INZIEN:
        weging.weeg_lezer(gegevensset)
        weging.eis_feiten(gegevensset.inzage_vereist)
        weging.weeg_stap(gegevensset.inzage_in, gegevensset.eis)
        doel = grondslag = ""
        velden = weging.weeg_velden(gegevensset, vraag.doel)
    else:
        weging.weeg_verzending(gegevensset)
        naar = weging.weeg_overgang()
        doel = weging.weeg_doel(gegevensset)
        grondslag = weging.weeg_grondslag(gegevensset)
        velden = weging.weeg_velden(gegevensset, doel)
    uitkomst = weging.uitkomst(velden, naar, doel, grondslag, gegevensset.wijze)
    return replace(uitkomst, alleen_datum=weging.weeg_alleen_datum(gegevensset))


class _Weging:
    """Collects the reasons of one decision."""

    def __init__(self, beleid: Beleid, vraag: Vraag, stand: Stand):
        self.beleid, self.vraag, self.stand = beleid, vraag, stand
        self.feiten = {feit.naam: feit for feit in beleid.feiten}
        # What the person has by law rests on no clause that the parties can lose.
        blijft = vraag.handeling in (*beleid.stopt_nooit, *beleid.ook_na_afloop)
        self.buiten_werking = {} if blijft else stand.buiten_werking
        self.redenen: list[Reden] = []

    def uitkomst(self, velden=(), naar="", doel="", grondslag="", wijze="") -> Uitkomst:
        uitkomst = Uitkomst(tuple(dict.fromkeys(self.redenen)))
        return Uitkomst(uitkomst.redenen, velden, naar, doel, grondslag, wijze) if uitkomst.mag else uitkomst

    def _draagt(self, tekst: str, eis: str) -> None:
        if eis in self.buiten_werking:
            self._mist(self.buiten_werking[eis], eis)
        else:
            self.redenen.append(Reden(tekst, eis, draagt=True))

    def _mist(self, tekst: str, eis: str) -> None:
        self.redenen.append(Reden(tekst, eis, draagt=False))

    def eis_feiten(self, namen: tuple[str, ...]) -> None:
        for naam in namen:
            feit = self.feiten[naam]
            if self.stand.feiten.get(naam, False):
                self.redenen.append(Reden(feit.uitleg, feit.eis, draagt=True, feit=naam))
            else:
                self.redenen.append(Reden(feit.gemis, feit.eis, False, feit.gemis_zichtbaar, naam))

    def weeg_bevoegdheid(self) -> None:
        wie, handeling = self.vraag.wie, self.vraag.handeling
        rijen = [
            rij
            for rij in self.beleid.bevoegdheden
            if handeling in rij.handelingen and (rij.soort, rij.functie) == (wie.soort, wie.functie)
        ]
        gaat_door = handeling in self.beleid.ook_na_afloop or handeling in BEHEER
        if not gaat_door:
            altijd = self.beleid.altijd_bij_inzage if handeling == INZIEN else self.beleid.altijd_vereist
            self.eis_feiten(altijd)
        if not rijen:
            zin = BUITEN_FUNCTIE if wie.functie else ZONDER_AUTORISATIE
            self._mist(zin, self._eis_van_vraag())
            return
        for functie in self.beleid.functies:
            if (functie.soort, functie.naam) == (wie.soort, wie.functie):
                # That the convenant is in force is no matter to what goes on before it and after it.
                self.eis_feiten(
                    tuple(n for n in functie.vereist if not gaat_door or self.feiten[n].over != "convenant")
                )
        # Of several clauses that give the verb one in force is enough.
        rij = next((rij for rij in rijen if rij.eis not in self.buiten_werking), rijen[0])
        self._draagt("Uw functie mag deze handeling doen.", rij.eis)
        self.eis_feiten(rij.vereist)
        if handeling not in BEHEER:
            self.weeg_instellingen("convenant", "deelname")

    def _eis_van_vraag(self) -> str:
        """The clause that gives the verb to others: the article a refused actor is shown."""
        if self.vraag.gegevensset:
            return self.beleid.gegevensset(self.vraag.gegevensset).eis
        rijen = (rij for rij in self.beleid.bevoegdheden if self.vraag.handeling in rij.handelingen)
        return next((rij.eis for rij in rijen), "")

    def weeg_overgang(self) -> str:
        """The step after the act; "" when the verb is no transition."""
        rijen = [rij for rij in self.beleid.overgangen if rij.handeling == self.vraag.handeling]
        if not rijen:
            return ""
        for rij in rijen:
            if rij.van == self.vraag.stap:
                return self._neem_overgang(rij)
        self._mist("Deze handeling past niet bij de stap waarin de zaak is.", rijen[0].eis)
        return ""

    def _neem_overgang(self, rij: Overgang) -> str:
        kant = next((kant for kant in rij.door if kant.past(self.vraag.wie)), None)
        if kant is None:
            self._mist("Deze stap is aan een andere partij of functie.", rij.eis)
            return ""
        self._draagt("De zaak is in de stap waarin dit kan.", rij.eis)
        self.eis_feiten((kant.mits,) if kant.mits else ())
        self.eis_feiten(rij.vereist)
        return rij.naar

    def weeg_verzending(self, gegevensset: Gegevensset) -> None:
        brengt = gegevensset.initiatief == "van"
        eigen, andere = (gegevensset.van, gegevensset.aan) if brengt else (gegevensset.aan, gegevensset.van)
        if gegevensset.handeling != self.vraag.handeling:
            self._mist("Deze gegevens horen niet bij deze handeling.", gegevensset.eis)
        self._weeg_kant(eigen, self.vraag.wie, gegevensset.eis)
        self._weeg_kant(andere, self.vraag.tegenpartij, gegevensset.eis)
        self.eis_feiten(gegevensset.vereist)
        self.weeg_stap(gegevensset.verzenden_in, gegevensset.eis)
        self.weeg_instellingen(gegevensset.naam)

    def weeg_lezer(self, gegevensset: Gegevensset) -> None:
        lezers = gegevensset.aan + (gegevensset.van if gegevensset.afzender_bewaart else ())
        self._weeg_kant(lezers, self.vraag.wie, gegevensset.eis)

    def _weeg_kant(self, kanten: tuple[Kant, ...], wie: Kant | None, eis: str) -> None:
        kant = next((kant for kant in kanten if wie is not None and kant.past(wie)), None)
        if kant is None:
            self._mist("Deze gegevens gaan niet van of naar deze partij.", eis)
            return
        self._draagt("Het convenant noemt deze partij bij deze gegevens.", eis)
        self.eis_feiten((kant.mits,) if kant.mits else ())

    def weeg_stap(self, stappen: tuple[str, ...], eis: str) -> None:
        if self.vraag.stap not in stappen:
            self._mist("In deze stap gaan deze gegevens niet over.", eis)

    def weeg_instellingen(self, *wat: str) -> None:
        for rij in self.beleid.instellingen:
            leeg = rij.standaard is None and self.stand.instellingen.get(rij.naam) is None
            if rij.blokkeert in wat and leeg:
                self._mist(f"Nog niet ingevuld: {rij.uitleg}", rij.eis)

    def weeg_doel(self, gegevensset: Gegevensset) -> str:
        if not gegevensset.doelen and not gegevensset.persoonsgegeven:
            return ""
        naam = self.vraag.doel or (gegevensset.doelen[0] if len(gegevensset.doelen) == 1 else "")
        if naam not in gegevensset.doelen:
            self._mist("Kies een doel dat het convenant voor deze gegevens noemt.", gegevensset.eis)
            return ""
        doel = self.beleid.doel(naam)
        self._draagt(doel.uitleg, doel.eis)
        self.eis_feiten(doel.vereist)
        return naam

    def weeg_grondslag(self, gegevensset: Gegevensset) -> str:
        if not gegevensset.grondslagen and not gegevensset.persoonsgegeven:
            return ""
        leverancier = self.vraag.wie if gegevensset.initiatief == "van" else self.vraag.tegenpartij
        past = [
            naam
            for naam in gegevensset.grondslagen
            if not self.beleid.grondslag(naam).soorten
            or (leverancier is not None and leverancier.soort in self.beleid.grondslag(naam).soorten)
        ]
        naam = self.vraag.grondslag or (past[0] if len(past) == 1 else "")
        if naam not in past:
            self._mist("Kies een grondslag die uw partij bij deze gegevens heeft.", gegevensset.eis)
            return ""
        grondslag = self.beleid.grondslag(naam)
        self._draagt(grondslag.tekst, grondslag.eis)
        self.eis_feiten(grondslag.vereist)
        return naam

    def weeg_velden(self, gegevensset: Gegevensset, doel: str) -> tuple[str, ...]:
        gevraagd = gegevensset.velden if self.vraag.velden is None else self.vraag.velden
        if buiten := [veld for veld in gevraagd if veld not in gegevensset.velden]:
            self._mist(f"Deze gegevens staan niet in het convenant: {', '.join(buiten)}.", gegevensset.eis)
        velden = [veld for veld in gegevensset.velden if veld in gevraagd]
        if gegevensset.velden_uit:
            gekozen = self.stand.instellingen.get(gegevensset.velden_uit) or ()
            velden = [veld for veld in velden if veld in gekozen]
        for grens in gegevensset.grenzen:
            if not self._grens_open(gegevensset, grens, doel):
                velden = [veld for veld in velden if veld not in grens.velden]
        if not velden:
            self._mist(NIETS_OVER, gegevensset.eis)
        return tuple(velden)

    def weeg_alleen_datum(self, gegevensset: Gegevensset) -> bool:
        """Refused or not; reading it later is an act of somebody else, with a time of its own."""
        mits = gegevensset.tijdstip_mits
        return bool(mits) and self.vraag.handeling != INZIEN and not self.stand.feiten.get(mits, False)

    def _grens_open(self, gegevensset: Gegevensset, grens: Veldgrens, doel: str) -> bool:
        lezer = self.vraag.wie
        if self.vraag.handeling != INZIEN and gegevensset.initiatief == "van":
            lezer = self.vraag.tegenpartij or lezer
        feiten = all(self.stand.feiten.get(naam, False) for naam in grens.vereist)
        past_bij_doel = not grens.doelen or doel in grens.doelen
        return feiten and past_bij_doel and lezer.soort not in grens.niet_aan
