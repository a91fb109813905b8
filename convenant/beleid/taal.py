"""The policy language: what a convenant says, as data.

Every row carries the clause (`eis`) it comes from. Nothing here knows a database, a request or a clock;
`beslissing.beslis` reads these rows, the gate enforces what it says. Field names, functies, steps and verbs are
the convenant's own words in ASCII (`docs/woordenlijst.md`).
"""

from dataclasses import dataclass, replace

BEGIN = "begin"  # the step before a case exists: an act from here opens one
ZONDER_ZAAK = "zonder_zaak"  # the step of an exchange that belongs to no case (a raadpleging)
INZIEN = "inzien"  # the one verb that reads a copy already received
# The sets with this verb say what of a case's frame each functie sees; without any, everyone on the case sees all of it.
KADER, STAP_ZAAK = "zaakkader_bijwerken", "stap_zaak"

# Ends of an exchange that never sign in: no Functie is declared for them.
EXTERN = frozenset({"betrokkene", "publiek", "derde", "bron", "systeem"})


@dataclass(frozen=True)
class Kant:
    """One end of an exchange: a functie at parties of one soort.

    `mits` names a fact about that one party (or person) that must hold besides: corporatie_eigenaar is
    `Kant("corporatie", "behandelaar", mits="is_eigenaar")`.
    """

    soort: str
    functie: str
    mits: str = ""

    def past(self, wie: "Kant") -> bool:
        return (self.soort, self.functie) == (wie.soort, wie.functie)

    def __str__(self) -> str:
        return f"{self.soort}/{self.functie}" + (f" mits {self.mits}" if self.mits else "")


@dataclass(frozen=True)
class Feit:
    """Something that is so or not so, named by conditions; an OR is one fact whose `gemis` lists the ways.

    `over`: convenant | deelname | ontvanger | medewerker | zaak | betrokkene | verstrekking | adres | aanvraag.
    `uitleg` is said when it holds, `gemis` when it does not (what, why, what now; Dutch, B1). When the absence
    itself tells something about a person, `gemis_zichtbaar` is False and the actor gets `Beleid.neutraal`.
    """

    naam: str
    over: str
    uitleg: str
    gemis: str
    eis: str
    gemis_zichtbaar: bool = True


@dataclass(frozen=True)
class Doel:
    """A purpose of the closed list, with the conditions of its own."""

    naam: str
    uitleg: str
    eis: str
    vereist: tuple[str, ...] = ()


@dataclass(frozen=True)
class Grondslag:
    """A legal ground; `soorten` = the kinds of party that may rely on it when they supply (empty: all)."""

    naam: str
    tekst: str
    eis: str
    soorten: tuple[str, ...] = ()
    vereist: tuple[str, ...] = ()


@dataclass(frozen=True)
class Partijsoort:
    """How many parties of one soort take part: at least `minimum`, and no more than `maximum` (None: any number)."""

    soort: str
    eis: str
    minimum: int = 1
    maximum: int | None = None


@dataclass(frozen=True)
class Functie:
    """What a person is at a party of this soort; `registreert` and `verleent` are the two pairs of eyes.

    `vereist`: facts over medewerker or deelname without which nothing can be done in this functie.
    `maximum`: the most people of one party that may hold it at once. `onverenigbaar`: functies that may not
    meet in one person. `per_team`: a party may divide its people over teams, each with cases of its own.
    """

    soort: str
    naam: str
    uitleg: str
    eis: str
    registreert: Kant | None = None
    verleent: Kant | None = None
    maximum: int | None = None
    vereist: tuple[str, ...] = ()
    onverenigbaar: tuple[str, ...] = ()
    per_team: bool = False


@dataclass(frozen=True)
class Bevoegdheid:
    """The verbs a functie may perform. `bereik`: groep (own group), partij (own party) or convenant."""

    functie: str
    soort: str
    handelingen: tuple[str, ...]
    eis: str
    bereik: str = "groep"
    vereist: tuple[str, ...] = ()


@dataclass(frozen=True)
class Veldgrens:
    """Narrows some fields of a set: they go only if the facts hold, never to the soorten in `niet_aan`, and only
    for these `doelen` (empty: any). A copy is read for the doel it was sent for."""

    velden: tuple[str, ...]
    eis: str
    vereist: tuple[str, ...] = ()
    niet_aan: tuple[str, ...] = ()
    doelen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Waarden:
    """The closed list of values one field may take."""

    veld: str
    waarden: tuple[str, ...]


@dataclass(frozen=True)
class Gegevensset:
    """Which fields go from whom to whom, by which verb, for which purposes, in which steps.

    `handeling` is the verb that sends it, `initiatief` the end that performs that verb: "van" (the supplier
    brings) or "aan" (the receiver fetches: a raadpleging). `verzenden_in`: steps in which it may be sent;
    `inzage_in`: steps in which a copy stays readable. `vereist` holds for sending, `inzage_vereist` for reading.
    `velden_uit` names an Instelling that selects from `velden`. `wijze`: tonen | vergelijken (the answer is
    ja/nee/afwijkend) | bestaat. `verantwoordelijke`: the controller, "van" | "aan" | "gezamenlijk" or a soort.
    `afzender_bewaart`: the supplier keeps a copy of what was sent. `bestaan_zichtbaar`: others on the case may
    know that it exists. `persoonsgegeven`: False when the text says that nothing in it is about a person; such a
    set shares no field with one that is, and needs no doel or grondslag. `kenmerk`: what the text calls this
    kind of information.
    `tijdstip_mits`: a fact without which only the date of the exchange is kept, nowhere its time of day
    (decision 68). `antwoord`: it asks something, and this is the verb that answers; until then the move is also of who got it.
    """

    naam: str
    velden: tuple[str, ...]
    van: tuple[Kant, ...]
    aan: tuple[Kant, ...]
    handeling: str
    doelen: tuple[str, ...]
    grondslagen: tuple[str, ...]
    eis: str
    optioneel: tuple[str, ...] = ()
    initiatief: str = "van"
    verzenden_in: tuple[str, ...] = (ZONDER_ZAAK,)
    inzage_in: tuple[str, ...] = (ZONDER_ZAAK,)
    vereist: tuple[str, ...] = ()
    inzage_vereist: tuple[str, ...] = ()
    grenzen: tuple[Veldgrens, ...] = ()
    waarden: tuple[Waarden, ...] = ()
    velden_uit: str = ""
    wijze: str = "tonen"
    verantwoordelijke: str = "van"
    afzender_bewaart: bool = True
    bestaan_zichtbaar: bool = False
    persoonsgegeven: bool = True
    kenmerk: str = ""
    tijdstip_mits: str = ""
    antwoord: str = ""


@dataclass(frozen=True)
class Overgang:
    """A step of one kind of case: from `van` by `handeling` to `naar`. Step names are unique in a Beleid.

    `vrij`: it may be done, but the step does not wait for it (correcting, withdrawing).
    """

    van: str
    handeling: str
    naar: str
    door: tuple[Kant, ...]
    eis: str
    vereist: tuple[str, ...] = ()
    vrij: bool = False


@dataclass(frozen=True)
class Termijn:
    """A clock. `na` is the event it runs from, `actie` what it guards.

    `onderwerp`: zaak | verstrekking | convenant | deelname | autorisatie | verzoek | incident.
    `eenheid`: uren | dagen | werkdagen | weken | maanden | kalendermaanden | jaren | keer_per_jaar | direct | afgesproken
    (the event brings the moment along). `richting`: binnen | voor | elke | maximaal. `bron` is "AVG" or "voorstel" when
    the number is not the text's. `drempel`: an amount that starts it, as (bedrag, eenheid). `waarschuw`: days before the
    moment. `opgeschort_door`: facts while which the clock asks for nothing. `eerste_dag_telt`: a period that includes the
    day it starts on (a looptijd of a year from 1 June ends on 31 May). `verlenging`: how much longer it may be made, once
    and with a reason. `instelling` may give another number. `zien`: who on the case sees it besides `verantwoordelijk`.
    What follows when it runs out unmet is a Termijn too, `na` the event "<naam>_verlopen".
    """

    naam: str
    onderwerp: str
    na: str
    duur: int
    eenheid: str
    actie: str
    eis: str
    richting: str = "binnen"
    verantwoordelijk: Kant | None = None
    waarschuw: tuple[int, ...] = ()
    opgeschort_door: tuple[str, ...] = ()
    bron: str = ""
    drempel: tuple[float, str] | None = None
    eerste_dag_telt: bool = False
    verlenging: tuple[int, str] | None = None
    instelling: str = ""
    zien: tuple[Kant, ...] = ()


@dataclass(frozen=True)
class Bewaartermijn:
    """How long something is kept after `na` and what happens then.

    Either `duur` and `eenheid`, or `instelling`: the text gives no number and the convenant must. `daarna`:
    vernietigen | anonimiseren | niet_actief. `afkoeling` in days; `behoud_als`: facts that keep it.
    """

    naam: str
    onderwerp: str
    na: str
    daarna: str
    eis: str
    duur: int | None = None
    eenheid: str = ""
    instelling: str = ""
    vier_ogen: bool = False
    afkoeling: int = 0
    behoud_als: tuple[str, ...] = ()


@dataclass(frozen=True)
class Instelling:
    """What the text leaves open. `van`: convenant | deelname. `soort`: tekst | getal | datum | duur | lijst |
    velden | document | janee. While empty it blocks what `blokkeert` names: "convenant", "deelname", the name of a
    Gegevensset, or "" when `standaard` fills it."""

    naam: str
    soort: str
    van: str
    blokkeert: str
    uitleg: str
    eis: str
    standaard: object = None


@dataclass(frozen=True)
class Lijst:
    """A closed list of the text that is not the value of a field: the forms of woonfraude, the rights there are."""

    naam: str
    waarden: tuple[str, ...]
    eis: str


@dataclass(frozen=True)
class Verbod:
    """Fields that never reach parties of this soort; a set that would send them does not load."""

    velden: tuple[str, ...]
    soort: str
    eis: str


@dataclass(frozen=True)
class Beleid:
    """One version of the text of a kind of convenant.

    `altijd_vereist`: facts every act and every sending needs; `altijd_bij_inzage`: facts every reading needs; the
    verbs in `ook_na_afloop` ask neither, nor what a functie asks of the convenant: supervision and rights go on after
    the end.
    `stopt_nooit`: the verbs that no invalid clause stops, beside those of `ook_na_afloop`: what the law gives the person.
    `elke_vorm`: the clause by which the text holds for what is said or handed over on paper too, "" without one: who sends
    may then record that it had been given that way already.
    `neutraal` is the one sentence for every absence that may not be named.
    """

    code: str
    versie: int
    naam: str
    functies: tuple[Functie, ...]
    bevoegdheden: tuple[Bevoegdheid, ...]
    doelen: tuple[Doel, ...] = ()
    grondslagen: tuple[Grondslag, ...] = ()
    feiten: tuple[Feit, ...] = ()
    gegevenssets: tuple[Gegevensset, ...] = ()
    overgangen: tuple[Overgang, ...] = ()
    termijnen: tuple[Termijn, ...] = ()
    bewaartermijnen: tuple[Bewaartermijn, ...] = ()
    instellingen: tuple[Instelling, ...] = ()
    verboden: tuple[Verbod, ...] = ()
    partijsoorten: tuple[Partijsoort, ...] = ()
    lijsten: tuple[Lijst, ...] = ()
    altijd_vereist: tuple[str, ...] = ()
    altijd_bij_inzage: tuple[str, ...] = ()
    ook_na_afloop: tuple[str, ...] = ()
    elke_vorm: str = ""
    stopt_nooit: tuple[str, ...] = ()
    neutraal: str = "Dit gegeven is niet te raadplegen. Vraag het schriftelijk aan de gemeente."

    def gegevensset(self, naam: str) -> Gegevensset:
        return _met_naam(self.gegevenssets, naam)

    def feit(self, naam: str) -> Feit:
        return _met_naam(self.feiten, naam)

    def doel(self, naam: str) -> Doel:
        return _met_naam(self.doelen, naam)

    def grondslag(self, naam: str) -> Grondslag:
        return _met_naam(self.grondslagen, naam)

    def termijn(self, naam: str) -> Termijn:
        return _met_naam(self.termijnen, naam)

    def bewaartermijn(self, naam: str) -> Bewaartermijn:
        return _met_naam(self.bewaartermijnen, naam)

    def lijst(self, naam: str) -> Lijst:
        return _met_naam(self.lijsten, naam)

    def partijsoort(self, soort: str) -> Partijsoort | None:
        """None when the text says nothing of how many."""
        return next((rij for rij in self.partijsoorten if rij.soort == soort), None)

    def functie(self, soort: str, naam: str) -> Functie:
        """Raises KeyError when no party of this soort has the functie."""
        for rij in self.functies:
            if (rij.soort, rij.naam) == (soort, naam):
                return rij
        raise KeyError(f"{soort}/{naam}")

    @property
    def stappen(self) -> tuple[str, ...]:
        """Every step a case can be in, in the order of the text."""
        gezien = dict.fromkeys(stap for o in self.overgangen for stap in (o.van, o.naar))
        return tuple(stap for stap in gezien if stap not in (BEGIN, ZONDER_ZAAK))

    def aan_zet(self, stap: str) -> tuple[Kant, ...]:
        """Whom this step waits for; nobody when the case has ended."""
        kanten = (kant for o in self.overgangen if o.van == stap and not o.vrij for kant in o.door)
        return tuple(dict.fromkeys(kanten))

    def vragen(self, stap: str) -> dict[str, str]:
        """The sets that ask something, each with the verb that answers, as far as that can be done in this step."""
        kan = {rij.handeling for rij in self.gegevenssets if stap in rij.verzenden_in}
        return {rij.naam: rij.antwoord for rij in self.gegevenssets if rij.antwoord in kan}

    def ziet_stap(self, kant: Kant, stap: str) -> bool:
        """Whether this functie sees that a case is in this step, and what others did to it until then."""
        kaders = [rij for rij in self.gegevenssets if rij.handeling == KADER and stap in rij.verzenden_in]
        van_kant = (rij for rij in kaders if any(aan.past(kant) for aan in rij.aan))
        return not kaders or any(STAP_ZAAK in rij.velden for rij in van_kant)

    def is_einde(self, stap: str) -> bool:
        """Whether nothing leads on from this step; what may still be done in it leaves the case there."""
        return not any(overgang.van == stap != overgang.naar for overgang in self.overgangen)

    def termijnen_na(self, gebeurtenis: str) -> tuple[Termijn, ...]:
        """The clocks an event starts."""
        return tuple(rij for rij in self.termijnen if rij.na == gebeurtenis)

    def anders(self, **velden) -> "Beleid":
        """The same policy with some parts replaced; tests and mutation use it, the product does not."""
        return replace(self, **velden)


def handelingen(*rijen: Bevoegdheid) -> tuple[str, ...]:
    """The verbs of these rows, each once, without reading copies."""
    return tuple(dict.fromkeys(h for rij in rijen for h in rij.handelingen if h != INZIEN))


def _met_naam(rijen, naam):
    for rij in rijen:
        if rij.naam == naam:
            return rij
    raise KeyError(naam)
