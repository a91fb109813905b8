"""Who takes part in Maassluis and what each may do (articles 1, 2, 3, 4, 8, 9, 11)."""

from convenant.beleid.beheer import AANMELDEN, INRICHTEN, RECHTEN_INZIEN, VERLENEN
from convenant.beleid.fg import REGISTER_INZIEN, bevoegdheden_fg, functionarissen
from convenant.beleid.taal import INZIEN, Bevoegdheid, Functie, Kant, Partijsoort

DIENSTVERLENING = Kant("dienstverlening", "medewerker")
ROVM = Kant("rovm", "medewerker")
MAASDELTA = Kant("corporatie", "medewerker")
REGISSEUR = Kant("rovm", "regisseur")
ONDERSTEUNING = Kant("rovm", "ondersteuning")
VERANTWOORDELIJKE = Kant("college", "verantwoordelijke")
CONVENANTBEHEERDER = Kant("college", "convenantbeheerder")
KLOK = Kant("systeem", "klok")
BETROKKENE = Kant("betrokkene", "betrokkene")
VERTEGENWOORDIGER = Kant("betrokkene", "wettelijk_vertegenwoordiger")
DERDE = Kant("derde", "derde")

PARTIJEN = ("dienstverlening", "rovm", "corporatie")
MEDEWERKERS = (DIENSTVERLENING, ROVM, MAASDELTA)
HOUDERS = (*MEDEWERKERS, REGISSEUR)
TEKENINGSBEVOEGDEN = tuple(Kant(soort, "tekeningsbevoegde") for soort in PARTIJEN)

VAN_EEN_PARTIJ = ("convenant_getekend", "partij_aangesloten")
VERTROUWD = ("geheimhouding_opgelegd", "richtlijnen_aanvaard")


def _functie(soort, naam, uitleg, eis, vereist, onverenigbaar=()) -> Functie:
    """The college registers and grants every person, four eyes (decision 69)."""
    return Functie(
        soort,
        naam,
        uitleg,
        eis,
        registreert=CONVENANTBEHEERDER,
        verleent=VERANTWOORDELIJKE,
        vereist=vereist,
        onverenigbaar=onverenigbaar,
    )


# After the end the access of the parties closes; the regisseur and the college wind up (MAA-20).
_FUNCTIES = (
    _functie(
        "dienstverlening",
        "medewerker",
        "Meldt afwijkingen en levert gegevens uit de BRP aan de regisseur.",
        "MAA-PAR.1",
        (*VAN_EEN_PARTIJ, "niet_beeindigd", *VERTROUWD),
    ),
    _functie(
        "rovm",
        "medewerker",
        "Meldt afwijkingen en krijgt wat de regisseur vrijgeeft.",
        "MAA-PAR.2",
        (*VAN_EEN_PARTIJ, "niet_beeindigd", *VERTROUWD),
    ),
    _functie(
        "corporatie",
        "medewerker",
        "Meldt afwijkingen, levert uit het NCCW en krijgt wat de regisseur vrijgeeft.",
        "MAA-PAR.3",
        (*VAN_EEN_PARTIJ, "niet_beeindigd", *VERTROUWD),
    ),
    _functie(
        "rovm",
        "regisseur",
        "Leidt elke uitwisseling, geeft vrij en houdt toezicht namens het college.",
        "MAA-1.8",
        (*VAN_EEN_PARTIJ, *VERTROUWD, "geheimhouding_regie"),
    ),
    _functie(
        "rovm",
        "ondersteuning",
        "Helpt de regisseur met de administratie. Geeft niets vrij.",
        "MAA-11.3",
        (*VAN_EEN_PARTIJ, *VERTROUWD, "geheimhouding_regie"),
        onverenigbaar=("regisseur",),
    ),
    *(
        _functie(
            soort,
            "tekeningsbevoegde",
            "Beslist voor de partij over wijziging en einde van het convenant. Ziet geen persoonsgegevens.",
            "MAA-17.2",
            VAN_EEN_PARTIJ,
        )
        for soort in PARTIJEN
    ),
    _functie(
        "college",
        "verantwoordelijke",
        "Beslist over autorisaties, rechten van betrokkenen, derden en bewaren.",
        "MAA-1.7",
        VERTROUWD,
        onverenigbaar=("convenantbeheerder", "regisseur"),
    ),
    _functie(
        "college",
        "convenantbeheerder",
        "Houdt het convenant, de veldenlijsten en de medewerkers bij. Ziet geen persoonsgegevens.",
        "MAA-1.7",
        VERTROUWD,
        onverenigbaar=("verantwoordelijke",),
    ),
)
PARTIJSOORTEN = (
    *(Partijsoort(soort, "MAA-2.2", maximum=1) for soort in PARTIJEN),
    Partijsoort("college", "MAA-1.7", maximum=1),
)
FG_VEREIST = dict.fromkeys((*PARTIJEN, "college"), VERTROUWD)
FUNCTIES = (*_FUNCTIES, *functionarissen(_FUNCTIES, "MAA-OW.6", FG_VEREIST))


def _elk(kanten, handelingen, eis, vereist=()) -> tuple[Bevoegdheid, ...]:
    return tuple(Bevoegdheid(kant.functie, kant.soort, handelingen, eis, vereist=vereist) for kant in kanten)


BEVOEGDHEDEN = (
    *_elk(MEDEWERKERS, ("aanmelden",), "MAA-INL.3"),
    *_elk((DIENSTVERLENING, ROVM, REGISSEUR, ONDERSTEUNING), (INZIEN,), "MAA-9.2", ("toegang_tot_zaak",)),
    *_elk((MAASDELTA,), (INZIEN,), "MAA-PAR.3"),
    *_elk((DIENSTVERLENING,), ("beantwoorden",), "MAA-6.2"),
    *_elk((MAASDELTA,), ("beantwoorden",), "MAA-6.3"),
    *_elk((DIENSTVERLENING, MAASDELTA, REGISSEUR), ("mondeling_verstrekken_vastleggen",), "MAA-6.6"),
    *_elk(MEDEWERKERS, ("agenderen",), "MAA-2.3"),
    *_elk(MEDEWERKERS, ("twijfel_melden",), "MAA-11.1"),
    *_elk(MEDEWERKERS, ("verdere_verwerking_vragen",), "MAA-5.3"),
    *_elk(HOUDERS, ("gegeven_van_betrokkene_vastleggen",), "MAA-12.2", ("vooraf_geinformeerd",)),
    *_elk((*HOUDERS, VERANTWOORDELIJKE), ("inzageverzoek_registreren",), "MAA-14.1"),
    *_elk((*HOUDERS, VERANTWOORDELIJKE), ("correctieverzoek_registreren",), "MAA-15.1"),
    *_elk((*HOUDERS, VERANTWOORDELIJKE), ("verzet_registreren",), "MAA-16.1"),
    *_elk((*HOUDERS, VERANTWOORDELIJKE), ("derdenverzoek_registreren",), "MAA-7"),
    *_elk(HOUDERS, ("opgave_doen",), "MAA-14.3"),
    *_elk(HOUDERS, ("correctie_melden",), "MAA-15.3"),
    *_elk((REGISSEUR,), ("in_regie_nemen", "uitvragen"), "MAA-3"),
    *_elk((REGISSEUR,), ("terugsturen", "vrijgeven"), "MAA-1.8"),
    *_elk((REGISSEUR,), ("vergelijken",), "MAA-9.3"),
    *_elk((REGISSEUR,), ("in_overleg_brengen",), "MAA-2.3"),
    *_elk((REGISSEUR, ONDERSTEUNING), ("overleg_verslaan",), "MAA-2.3"),
    *_elk((REGISSEUR,), ("sluiten",), "MAA-INL.3", ("uitkomst_gekozen", "correctie_vermeld")),
    *_elk((REGISSEUR,), ("controle_vragen",), "MAA-11.1"),
    *_elk((REGISSEUR,), ("verstrekken_aan_derde", "derdenverzoek_afronden"), "MAA-7"),
    *_elk((REGISSEUR,), ("evaluatie_vastleggen",), "MAA-19"),
    Bevoegdheid("regisseur", "rovm", ("logboek_lezen", "toezicht_exporteren"), "MAA-11.2", "convenant"),
    Bevoegdheid("verantwoordelijke", "college", ("logboek_lezen",), "MAA-11.2", "convenant"),
    *_elk((VERANTWOORDELIJKE,), (INZIEN,), "MAA-1.7"),
    *_elk((VERANTWOORDELIJKE,), ("toegang_bepalen",), "MAA-9.2"),
    *_elk((VERANTWOORDELIJKE,), VERLENEN, "MAA-9.3"),
    *_elk((VERANTWOORDELIJKE,), ("richtlijnen_vaststellen",), "MAA-9.4"),
    *_elk((VERANTWOORDELIJKE,), ("onderzoek_bestemmen",), "MAA-10.2", ("onderzoeksbesluit",)),
    *_elk((VERANTWOORDELIJKE,), ("veldenlijst_vaststellen",), "MAA-6.4", ("tweede_persoon",)),
    *_elk((VERANTWOORDELIJKE,), ("verdere_verwerking_toestaan",), "MAA-5.3", ("verder_verenigbaar",)),
    *_elk((VERANTWOORDELIJKE,), ("verdere_verwerking_weigeren",), "MAA-5.3", ("reden_vermeld",)),
    *_elk((VERANTWOORDELIJKE,), ("verdere_verwerking_berichten",), "MAA-5.3"),
    *_elk((VERANTWOORDELIJKE,), ("derdenverzoek_toestaan",), "MAA-7", ("derdentoets_vastgelegd",)),
    *_elk((VERANTWOORDELIJKE,), ("derdenverzoek_weigeren",), "MAA-7", ("reden_vermeld",)),
    *_elk((VERANTWOORDELIJKE,), ("informeren", "informeren_afronden"), "MAA-12.1"),
    *_elk((VERANTWOORDELIJKE,), ("uitzondering_vastleggen", "informeren_hervatten"), "MAA-12.3"),
    *_elk((VERANTWOORDELIJKE,), ("ontvangst_bevestigen",), "MAA-13.4"),
    *_elk((VERANTWOORDELIJKE,), ("inzage_beantwoorden",), "MAA-14.2"),
    *_elk((VERANTWOORDELIJKE,), ("inzage_weigeren",), "MAA-14.5", ("weigeringsgrond_gekozen",)),
    *_elk((VERANTWOORDELIJKE,), ("aanvulling_vragen", "correctie_aanvullen"), "MAA-15.1"),
    *_elk((VERANTWOORDELIJKE,), ("correctie_toewijzen",), "MAA-15.2", ("correctiegrond_gekozen",)),
    *_elk((VERANTWOORDELIJKE,), ("correctie_opdragen", "correctie_afronden"), "MAA-15.3"),
    *_elk((VERANTWOORDELIJKE,), ("correctie_weigeren",), "MAA-15.4", ("weigering_gemotiveerd",)),
    *_elk(
        (VERANTWOORDELIJKE,),
        (
            "verzet_gegrond_verklaren",
            "verzet_ongegrond_verklaren",
            "verzet_beantwoorden",
            "verzet_doorvoeren",
        ),
        "MAA-16.2",
    ),
    *_elk((CONVENANTBEHEERDER,), ("register_vastleggen",), "MAA-OW.6"),
    *_elk((CONVENANTBEHEERDER,), ("grondslag_vastleggen",), "MAA-OW.4"),
    *_elk((CONVENANTBEHEERDER,), ("geheimhouding_vastleggen",), "MAA-4"),
    *_elk((CONVENANTBEHEERDER,), AANMELDEN, "MAA-9.3"),
    *(
        Bevoegdheid(kant.functie, kant.soort, (RECHTEN_INZIEN,), "MAA-9.2", "convenant")
        for kant in (VERANTWOORDELIJKE, CONVENANTBEHEERDER)
    ),
    *_elk((CONVENANTBEHEERDER,), ("veldenlijst_voorstellen",), "MAA-6.4", ("wijziging_verbonden",)),
    *_elk((CONVENANTBEHEERDER,), (INRICHTEN, REGISTER_INZIEN), "MAA-2.2"),
    *_elk((CONVENANTBEHEERDER,), ("inrichting_wijzigen",), "MAA-17.1", ("wijziging_verbonden",)),
    *_elk((CONVENANTBEHEERDER,), ("wijziging_vaststellen",), "MAA-17.2"),
    *_elk((CONVENANTBEHEERDER,), ("publicatie_vastleggen",), "MAA-23"),
    *_elk(TEKENINGSBEVOEGDEN, ("wijziging_voorstellen", "wijziging_instemmen"), "MAA-17.2"),
    *_elk(TEKENINGSBEVOEGDEN, ("wijziging_niet_instemmen",), "MAA-17.3"),
    *_elk(TEKENINGSBEVOEGDEN, ("beeindigen",), "MAA-20", ("einddatum_niet_voorbij",)),
    *_elk((KLOK,), ("informatietaak_openen", "informeren_hervatten"), "MAA-12.3"),
    *_elk((KLOK,), ("vernietigen",), "MAA-10.1", ("bewaartermijn_verstreken",)),
    *_elk((KLOK,), ("anonimiseren",), "MAA-10.2", ("bewaartermijn_verstreken", "anonimiseren_gekozen")),
    *_elk((KLOK,), ("wijziging_in_werking_stellen",), "MAA-17.2"),
    *bevoegdheden_fg(FG_VEREIST, "MAA-OW.6"),
)
