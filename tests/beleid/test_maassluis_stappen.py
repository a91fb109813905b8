"""Maassluis, the steps of every process: written from docs/eisen/overzicht.md 2.2 and the clauses."""

import pytest

from brpinzage.beleid.maassluis import MAASSLUIS
from convenant.beleid.taal import BEGIN

from .maassluis import (
    BEHEER,
    COLLEGE,
    DIENST,
    HOUDERS,
    KLOK,
    MAASDELTA,
    MEDEWERKERS,
    REGISSEUR,
    TEKENAARS,
)
from .tabel import Stap, controleer_geen_andere_stap, controleer_stap, params

REGIE, VAN_COLLEGE, ELK = (REGISSEUR,), (COLLEGE,), (*HOUDERS, COLLEGE)
SLUITEN = ("uitkomst_gekozen", "correctie_vermeld")

ZAAK = [
    Stap("MAA-INL.3", BEGIN, "aanmelden", "aangemeld", MEDEWERKERS),
    Stap("MAA-3", "aangemeld", "in_regie_nemen", "in_regie", REGIE),
    Stap("MAA-3", "in_regie", "uitvragen", "uitvraag", REGIE),
    Stap("MAA-3", "uitvraag", "uitvragen", "uitvraag", REGIE),
    Stap("MAA-3", "beantwoord", "uitvragen", "uitvraag", REGIE),
    Stap("MAA-6.1", "uitvraag", "beantwoorden", "beantwoord", (DIENST, MAASDELTA)),
    Stap("MAA-6.1", "beantwoord", "beantwoorden", "beantwoord", (DIENST, MAASDELTA)),
    Stap("MAA-1.8", "beantwoord", "terugsturen", "uitvraag", REGIE, ("reden_vermeld",)),
    Stap("MAA-9.3", "beantwoord", "vergelijken", "vergeleken", REGIE),
    Stap("MAA-9.3", "vergeleken", "vergelijken", "vergeleken", REGIE),
    Stap("MAA-9.3", "vrijgegeven", "vergelijken", "vrijgegeven", REGIE),
    Stap("MAA-1.8", "beantwoord", "vrijgeven", "vrijgegeven", REGIE),
    Stap("MAA-1.8", "vergeleken", "vrijgeven", "vrijgegeven", REGIE),
    Stap("MAA-1.8", "vrijgegeven", "vrijgeven", "vrijgegeven", REGIE),
    Stap("MAA-2.3", "vergeleken", "in_overleg_brengen", "in_overleg", REGIE),
    Stap("MAA-2.3", "vrijgegeven", "in_overleg_brengen", "in_overleg", REGIE),
    Stap("MAA-INL.3", "in_regie", "sluiten", "gesloten", REGIE, SLUITEN),
    Stap("MAA-INL.3", "beantwoord", "sluiten", "gesloten", REGIE, SLUITEN),
    Stap("MAA-INL.3", "vergeleken", "sluiten", "gesloten", REGIE, SLUITEN),
    Stap("MAA-INL.3", "vrijgegeven", "sluiten", "gesloten", REGIE, SLUITEN),
    Stap("MAA-INL.3", "in_overleg", "sluiten", "gesloten", REGIE, SLUITEN),
    Stap("MAA-10.1", "gesloten", "vernietigen", "vernietigd", (KLOK,), ("bewaartermijn_verstreken",)),
    Stap(
        "MAA-10.2",
        "gesloten",
        "anonimiseren",
        "geanonimiseerd",
        (KLOK,),
        ("bewaartermijn_verstreken", "anonimiseren_gekozen"),
    ),
    Stap(
        "MAA-10.2",
        "gesloten",
        "onderzoek_bestemmen",
        "onderzoeksbestand",
        VAN_COLLEGE,
        ("onderzoeksbesluit",),
    ),
]

INFORMEREN = [
    Stap("MAA-12.3", BEGIN, "informatietaak_openen", "informeren_open", (KLOK,)),
    Stap(
        "MAA-12.3",
        "informeren_open",
        "uitzondering_vastleggen",
        "informeren_uitgesteld",
        VAN_COLLEGE,
        ("uitzondering_gemotiveerd",),
    ),
    Stap("MAA-12.3", "informeren_uitgesteld", "informeren_hervatten", "informeren_open", (COLLEGE, KLOK)),
    Stap(
        "MAA-12.1",
        "informeren_open",
        "informeren_afronden",
        "geinformeerd",
        VAN_COLLEGE,
        ("brief_verstuurd", "vertegenwoordiger_ingelicht"),
    ),
]

RECHTEN = [
    Stap("MAA-14.1", BEGIN, "inzageverzoek_registreren", "inzage_ontvangen", ELK),
    Stap("MAA-14.2", "inzage_ontvangen", "inzage_beantwoorden", "inzage_beantwoord", VAN_COLLEGE),
    Stap(
        "MAA-14.5",
        "inzage_ontvangen",
        "inzage_weigeren",
        "inzage_geweigerd",
        VAN_COLLEGE,
        ("weigeringsgrond_gekozen",),
    ),
    Stap(
        "MAA-14.5",
        "inzage_beantwoord",
        "inzage_weigeren",
        "inzage_beantwoord",
        VAN_COLLEGE,
        ("weigeringsgrond_gekozen",),
    ),
    Stap("MAA-15.1", BEGIN, "correctieverzoek_registreren", "correctie_ontvangen", ELK),
    Stap("MAA-15.1", "correctie_ontvangen", "aanvulling_vragen", "correctie_onvolledig", VAN_COLLEGE),
    Stap(
        "MAA-15.1",
        "correctie_onvolledig",
        "correctie_aanvullen",
        "correctie_ontvangen",
        VAN_COLLEGE,
        ("wijzigingen_genoemd",),
    ),
    Stap(
        "MAA-15.2",
        "correctie_ontvangen",
        "correctie_toewijzen",
        "correctie_toegewezen",
        VAN_COLLEGE,
        ("correctiegrond_gekozen", "wijzigingen_genoemd"),
    ),
    Stap(
        "MAA-15.3",
        "correctie_toegewezen",
        "correctie_afronden",
        "correctie_uitgevoerd",
        VAN_COLLEGE,
        ("alle_houders_klaar",),
    ),
    Stap(
        "MAA-15.4",
        "correctie_ontvangen",
        "correctie_weigeren",
        "correctie_geweigerd",
        VAN_COLLEGE,
        ("weigering_gemotiveerd",),
    ),
    Stap(
        "MAA-15.4",
        "correctie_onvolledig",
        "correctie_weigeren",
        "correctie_geweigerd",
        VAN_COLLEGE,
        ("weigering_gemotiveerd",),
    ),
    Stap(
        "MAA-15.4",
        "correctie_toegewezen",
        "correctie_weigeren",
        "correctie_toegewezen",
        VAN_COLLEGE,
        ("weigering_gemotiveerd",),
    ),
    Stap("MAA-16.1", BEGIN, "verzet_registreren", "verzet_ontvangen", ELK),
    Stap("MAA-16.2", "verzet_ontvangen", "verzet_gegrond_verklaren", "verzet_gegrond", VAN_COLLEGE),
    Stap(
        "MAA-16.2",
        "verzet_ontvangen",
        "verzet_ongegrond_verklaren",
        "verzet_ongegrond",
        VAN_COLLEGE,
        ("verzet_gemotiveerd",),
    ),
]

BUITEN_HET_DOEL = [
    Stap("MAA-5.3", BEGIN, "verdere_verwerking_vragen", "verder_gevraagd", MEDEWERKERS),
    Stap(
        "MAA-5.3",
        "verder_gevraagd",
        "verdere_verwerking_toestaan",
        "verder_toegestaan",
        VAN_COLLEGE,
        ("verder_verenigbaar",),
    ),
    Stap(
        "MAA-5.3",
        "verder_gevraagd",
        "verdere_verwerking_weigeren",
        "verder_geweigerd",
        VAN_COLLEGE,
        ("reden_vermeld",),
    ),
    Stap("MAA-7", BEGIN, "derdenverzoek_registreren", "derde_gevraagd", ELK),
    Stap(
        "MAA-7",
        "derde_gevraagd",
        "derdenverzoek_toestaan",
        "derde_toegestaan",
        VAN_COLLEGE,
        ("derdentoets_vastgelegd",),
    ),
    Stap(
        "MAA-7",
        "derde_gevraagd",
        "derdenverzoek_weigeren",
        "derde_geweigerd",
        VAN_COLLEGE,
        ("reden_vermeld",),
    ),
    Stap(
        "MAA-7",
        "derde_toegestaan",
        "derdenverzoek_afronden",
        "derde_verstrekt",
        REGIE,
        ("derdenbesluit_uitgevoerd",),
    ),
]

WIJZIGING = [
    Stap("MAA-17.2", BEGIN, "wijziging_voorstellen", "wijziging_voorgesteld", TEKENAARS),
    Stap(
        "MAA-17.2",
        "wijziging_voorgesteld",
        "wijziging_vaststellen",
        "wijziging_vastgesteld",
        (BEHEER,),
        ("alle_partijen_stemmen_in",),
    ),
    Stap(
        "MAA-17.4",
        "wijziging_vastgesteld",
        "wijziging_in_werking_stellen",
        "wijziging_in_werking",
        (KLOK,),
        ("maand_na_vaststelling", "register_bijgewerkt"),
    ),
]

STAPPEN = ZAAK + INFORMEREN + RECHTEN + BUITEN_HET_DOEL + WIJZIGING


@pytest.mark.parametrize("regel", params(STAPPEN))
def test_stap(regel):
    controleer_stap(MAASSLUIS, regel)


@pytest.mark.eis(*dict.fromkeys(regel.eis for regel in STAPPEN))
def test_geen_andere_stap():
    controleer_geen_andere_stap(MAASSLUIS, STAPPEN)
