"""Who takes part in Haarlem: three corporaties and the gemeente in three roles (articles 2 and 4, PR5, PR6)."""

from convenant.beleid.beheer import AANMELDEN, INRICHTEN, RECHTEN_INZIEN, VERLENEN
from convenant.beleid.fg import REGISTER_INZIEN, bevoegdheden_fg, functionarissen
from convenant.beleid.taal import INZIEN, Bevoegdheid, Feit, Functie, Kant, Partijsoort

MELDER = Kant("corporatie", "melder", mits="eigen_huurder")
SWT = Kant("gemeente", "swt", mits="verantwoordelijk_wijkteam")
REGIEVOERDER = Kant("gemeente", "swt", mits="is_regievoerder")
SDV = Kant("gemeente", "sdv")
TROUBLESHOOTER = Kant("gemeente", "troubleshooter")
INGESCHAKELDE_TROUBLESHOOTER = Kant("gemeente", "troubleshooter", mits="troubleshooter_ingeschakeld")

MANAGER = Kant("corporatie", "manager")
TEAMLEIDER = Kant("gemeente", "teamleider")
BELEIDSADVISEUR = Kant("gemeente", "beleidsadviseur")
PRIVACY_CORPORATIE = Kant("corporatie", "privacycoordinator")
PRIVACY_GEMEENTE = Kant("gemeente", "privacycoordinator")

HUURDER = Kant("betrokkene", "huurder")
VERZOEKER = Kant("betrokkene", "verzoeker")
HULPVERLENER = Kant("derde", "hulpverlener")
INSTANTIE = Kant("derde", "bevoegde_instantie")
MELDERS = Kant("corporatie", "melder")  # all of them, not only the corporatie of the case
WIJKTEAMS = Kant("gemeente", "swt")
BRP = Kant("bron", "brp")
KLOK = Kant("systeem", "klok")

PRIVACY = (PRIVACY_CORPORATIE, PRIVACY_GEMEENTE)
# What a party writes down for itself.
EIGEN_ADMINISTRATIE = tuple(Kant(kant.soort, kant.functie, mits="eigen_administratie") for kant in PRIVACY)
UITVOERING = (MELDER, SWT, SDV, TROUBLESHOOTER)
BESTUUR = (MANAGER, TEAMLEIDER, BELEIDSADVISEUR)


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
        "alle_partijen_getekend",
        "convenant",
        "Alle vier partijen hebben het convenant getekend.",
        "Nog niet alle vier partijen hebben het convenant getekend. Er kan nog niets worden gedeeld.",
        "HAA-OND",
    ),
    Feit(
        "convenant_van_kracht",
        "convenant",
        "Het convenant is van kracht.",
        "Het convenant is niet van kracht. Alleen datalekken, verzoeken van betrokkenen en bewaren lopen door.",
        "HAA-9.1",
    ),
    Feit(
        "geheimhouding_in_contract",
        "medewerker",
        "De geheimhouding staat in uw contract of aanstelling.",
        "Uw partij heeft niet bevestigd dat de geheimhouding in uw contract staat. Vraag uw leidinggevende.",
        "HAA-PR6.2",
    ),
    Feit(
        "derde_toegestaan",
        "medewerker",
        "U werkt bij een partij, of de andere partijen hebben vooraf schriftelijk met u ingestemd.",
        "U werkt niet bij een partij. De andere partijen moeten eerst schriftelijk met u instemmen.",
        "HAA-PR5.6",
    ),
    Feit(
        "lid_van_wijkteam",
        "medewerker",
        "U bent lid van een Sociaal Wijkteam.",
        "U bent geen lid meer van een Sociaal Wijkteam. Vraag de teamleider als dit niet klopt.",
        "HAA-2.F1",
    ),
    Feit(
        "eigen_huurder",
        "zaak",
        "De huurder huurt van deze corporatie.",
        "Deze huurder huurt niet van deze corporatie. Een corporatie meldt en ziet alleen eigen huurders.",
        "HAA-PAR.2",
    ),
    Feit(
        "verantwoordelijk_wijkteam",
        "zaak",
        "Dit wijkteam is verantwoordelijk voor de postcode van de huurder.",
        "Dit wijkteam gaat niet over de postcode van de huurder. Kijk in de contactlijst welk wijkteam wel.",
        "HAA-2.1.c",
    ),
    Feit(
        "is_regievoerder",
        "zaak",
        "Deze medewerker voert de regie over de zaak.",
        "Alleen de regievoerder van de zaak krijgt deze gegevens. Leg eerst vast wie dat is.",
        "HAA-2.2.1",
    ),
    Feit(
        "troubleshooter_ingeschakeld",
        "zaak",
        "De troubleshooter is ingeschakeld.",
        "De troubleshooter is niet ingeschakeld. Dat kan bij een vraag zonder oplossing, bij stilstand met kans "
        "op uitzetting, of als de datum van uitzetting bekend is.",
        "HAA-2.2.3",
    ),
    Feit(
        "aangemeld_door_eigen_partij",
        "aanvraag",
        "De eigen partij heeft deze medewerker aangemeld.",
        "De eigen partij heeft deze medewerker niet aangemeld.",
        "HAA-PR5.1",
    ),
)

MEDEWERKER = ("geheimhouding_in_contract", "derde_toegestaan")
TIJDENS_CONVENANT = ("convenant_van_kracht", *MEDEWERKER)


def _corporatie(naam: str, uitleg: str, eis: str, **meer) -> Functie:
    meer.setdefault("vereist", TIJDENS_CONVENANT)
    return Functie("corporatie", naam, uitleg, eis, MANAGER, PRIVACY_CORPORATIE, **meer)


def _gemeente(naam: str, uitleg: str, eis: str, **meer) -> Functie:
    meer.setdefault("vereist", TIJDENS_CONVENANT)
    return Functie("gemeente", naam, uitleg, eis, TEAMLEIDER, PRIVACY_GEMEENTE, **meer)


# The text names nobody who registers and grants, so each party does its own (decision 69): who leads the work
# registers, the privacycoordinator grants. Only the privacycoordinator goes on after the end (HAA-PR4.4).
_FUNCTIES = (
    _corporatie("melder", "Meldt huurders en beslist over het starten van een uithuisplaatsing.", "HAA-2.1"),
    _gemeente(
        "swt",
        "Het Sociaal Wijkteam: zorgt voor de regie op een gemelde zaak.",
        "HAA-2.F1",
        vereist=(*TIJDENS_CONVENANT, "lid_van_wijkteam"),
        per_team=True,
    ),
    _gemeente("sdv", "Schulddienstverlening: helpt de huurder zijn geld te beheren.", "HAA-2.2.2"),
    _gemeente(
        "troubleshooter", "Helpt als partijen er niet uitkomen en bij een dreigende uitzetting.", "HAA-2.2.3"
    ),
    _corporatie("manager", "Leidt het werk bij de corporatie en evalueert. Ziet geen zaken.", "HAA-9.2"),
    _gemeente(
        "teamleider",
        "Leidt het Sociaal Wijkteam en evalueert. Ziet van een zaak alleen wat te laat is.",
        "HAA-9.2",
    ),
    _gemeente(
        "beleidsadviseur",
        "Beheert contactlijst, evaluatie en convenant. Ziet geen persoonsgegevens van huurders.",
        "HAA-4.3",
    ),
    _corporatie(
        "privacycoordinator",
        "Behandelt verzoeken van betrokkenen, datalekken en wettelijke verzoeken van derden.",
        "HAA-PR4.4",
        vereist=MEDEWERKER,
        onverenigbaar=("manager",),
    ),
    _gemeente(
        "privacycoordinator",
        "Behandelt verzoeken van betrokkenen, datalekken en wettelijke verzoeken van derden.",
        "HAA-PR4.4",
        vereist=MEDEWERKER,
        onverenigbaar=("teamleider",),
    ),
)
PARTIJSOORTEN = (
    Partijsoort("gemeente", "HAA-PAR.1", maximum=1),
    Partijsoort("corporatie", "HAA-PAR.2", minimum=3, maximum=3),
)
FG_VEREIST = dict.fromkeys(("corporatie", "gemeente"), MEDEWERKER)
FUNCTIES = (*_FUNCTIES, *functionarissen(_FUNCTIES, "HAA-PR7.3", FG_VEREIST))

BEVOEGDHEDEN = (
    *bevoegd((*UITVOERING, *BESTUUR, *PRIVACY), (INZIEN,), "HAA-PR5.3"),
    *bevoegd((MANAGER, TEAMLEIDER), AANMELDEN, "HAA-PR5.1"),
    *bevoegd((MANAGER, TEAMLEIDER, *PRIVACY), (RECHTEN_INZIEN,), "HAA-PR5.1", bereik="partij"),
    *bevoegd((BELEIDSADVISEUR,), (INRICHTEN, REGISTER_INZIEN), "HAA-9.1"),
    *bevoegdheden_fg(FG_VEREIST, "HAA-PR7.3"),
    *bevoegd(PRIVACY, ("autorisatie_verlenen",), "HAA-PR5.1", ("aangemeld_door_eigen_partij",)),
    *bevoegd(
        PRIVACY,
        tuple(handeling for handeling in VERLENEN if handeling != "autorisatie_verlenen"),
        "HAA-PR5.1",
    ),
)
