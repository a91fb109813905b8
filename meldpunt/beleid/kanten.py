"""Who takes part in Zoeklicht: three directies, nine corporaties, and whoever reports from outside."""

from dataclasses import replace

from convenant.beleid.fg import functionarissen
from convenant.beleid.taal import Bevoegdheid, Feit, Functie, Kant, Partijsoort

MELDER = Kant("publiek", "melder")
MELDPUNT = Kant("directie_wonen", "meldpunt")
WONEN = Kant("directie_wonen", "behandelaar")
TOEZICHTHOUDER = Kant("directie_wonen", "toezichthouder")
INKOMEN = Kant("directie_inkomen", "behandelaar")
BASISINFORMATIE = Kant("directie_basisinformatie", "behandelaar")
CORPORATIE = Kant("corporatie", "behandelaar")
EIGENAAR = Kant("corporatie", "behandelaar", mits="is_eigenaar")
VERHUURDER = Kant("corporatie", "behandelaar", mits="verzoeker_huurt_hier")
LOKET = Kant("gemeente", "loket_persoonsgegevens")
SECRETARIAAT = Kant("gemeente", "secretariaat_stuurgroep")
KLOK = Kant("systeem", "klok")
BETROKKENE = Kant("betrokkene", "verzoeker")
BELANGHEBBENDE = Kant("derde", "belanghebbende")
DERDE = Kant("derde", "ontvanger")

DIRECTIES = (WONEN, INKOMEN, BASISINFORMATIE)
PARTIJEN = (*DIRECTIES, CORPORATIE)
BIJ_ADRES = (*DIRECTIES, EIGENAAR)

SOORTEN_DIRECTIE = ("directie_wonen", "directie_inkomen", "directie_basisinformatie")
SOORTEN_PARTIJ = (*SOORTEN_DIRECTIE, "corporatie")
STUURGROEP = tuple(Kant(soort, "stuurgroeplid") for soort in SOORTEN_PARTIJ)
BEHEERDERS = tuple(Kant(soort, "beheerder") for soort in (*SOORTEN_PARTIJ, "gemeente"))
ZAAKBEHANDELING = (*PARTIJEN, MELDPUNT, TOEZICHTHOUDER)


def bevoegd(
    kanten: tuple[Kant, ...],
    handelingen: tuple[str, ...],
    eis: str,
    vereist: tuple[str, ...] = (),
    bereik: str = "groep",
) -> tuple[Bevoegdheid, ...]:
    """The same verbs for several functies: the text speaks of "partijen"."""
    return tuple(Bevoegdheid(k.functie, k.soort, handelingen, eis, bereik, vereist) for k in kanten)


FEITEN = (
    Feit(
        "is_partij",
        "deelname",
        "Uw organisatie is partij bij het convenant.",
        "Uw organisatie is geen partij bij het convenant. Toetreden kan alleen met een wijziging van het convenant.",
        "ZOE-PAR.2",
    ),
    Feit(
        "niet_uitgetreden",
        "deelname",
        "Uw organisatie doet mee.",
        "De opzegging van uw organisatie is ingegaan. De toegang is gesloten.",
        "ZOE-13.3",
    ),
    Feit(
        "geheimhouding_getekend",
        "medewerker",
        "U hebt de geheimhoudingsverklaring getekend.",
        "Uw geheimhoudingsverklaring ontbreekt. Vraag uw beheerder om die vast te leggen.",
        "ZOE-10.5",
    ),
    Feit(
        "managementniveau",
        "medewerker",
        "U vertegenwoordigt uw partij op management- of directieniveau.",
        "Alleen iemand op management- of directieniveau kan lid zijn van de Stuurgroep. Vraag uw beheerder.",
        "ZOE-11.5",
    ),
    Feit(
        "is_eigenaar",
        "adres",
        "De woning is van deze corporatie.",
        "Dit adres is niet van deze corporatie. Gegevens over een adres gaan alleen van en naar de eigenaar.",
        "ZOE-PAR.2",
    ),
)

MEDEWERKER_VEREIST = ("is_partij", "niet_uitgetreden", "geheimhouding_getekend")


def _functie(kant: Kant, uitleg: str, eis: str) -> Functie:
    """Each party registers and grants its own people; two different people do so (decision 69)."""
    beheerder = Kant(kant.soort, "beheerder")
    return Functie(kant.soort, kant.functie, uitleg, eis, beheerder, beheerder, vereist=MEDEWERKER_VEREIST)


def _zetel(kant: Kant) -> Functie:
    functie = _functie(kant, "Heeft de zetel in de Stuurgroep. Ziet geen persoonsgegevens.", "ZOE-11.5")
    return replace(
        functie,
        maximum=1,
        vereist=(*MEDEWERKER_VEREIST, "managementniveau"),
        onverenigbaar=("behandelaar", "meldpunt", "toezichthouder"),
    )


_FUNCTIES = (
    _functie(MELDPUNT, "Registreert meldingen en zet ze door naar de partij die moet handelen.", "ZOE-4.A2"),
    _functie(TOEZICHTHOUDER, "Doet het huisbezoek en maakt het rapport van bevindingen.", "ZOE-4.B5"),
    *(_functie(kant, "Behandelt zaken voor de eigen directie.", "ZOE-PAR.1") for kant in DIRECTIES),
    _functie(CORPORATIE, "Behandelt zaken over woningen van de eigen corporatie.", "ZOE-PAR.2"),
    *(_functie(kant, "Houdt bij wie bevoegd is bij de eigen partij.", "ZOE-10.4") for kant in BEHEERDERS),
    *(_zetel(kant) for kant in STUURGROEP),
    _functie(LOKET, "Ontvangt verzoeken van betrokkenen en zet ze uit.", "ZOE-8.2"),
    _functie(
        SECRETARIAAT, "Legt de besluiten van de Stuurgroep vast. Ziet geen persoonsgegevens.", "ZOE-11.4"
    ),
)
# The gemeente itself holds the loket and the secretariaat of the Stuurgroep.
PARTIJSOORTEN = (
    *(Partijsoort(soort, "ZOE-PAR.1", maximum=1) for soort in (*SOORTEN_DIRECTIE, "gemeente")),
    Partijsoort("corporatie", "ZOE-PAR.2", minimum=9, maximum=9),
)
FG_VEREIST = dict.fromkeys((*SOORTEN_PARTIJ, "gemeente"), ("geheimhouding_getekend",))
FUNCTIES = (*_FUNCTIES, *functionarissen(_FUNCTIES, "ZOE-6.V", FG_VEREIST))
