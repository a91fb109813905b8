"""Every clock of the five texts, typed from docs/eisen and counted by hand on a calendar; nothing here asks the policy.

A day stands for its midnight in the Netherlands, a clock for the first moment at which it is too late.
"""

from dataclasses import dataclass
from datetime import datetime

from convenant.beleid.kalender import AMSTERDAM


def lokaal(tekst: str) -> datetime:
    """A day, or a day and an hour, in the Netherlands."""
    return datetime.fromisoformat(tekst).replace(tzinfo=AMSTERDAM)


@dataclass(frozen=True)
class Rij:
    """One clock. `wie` must act; where the text names nobody, who saw it happen: `door`, or nobody ("").

    `vervalt` is "" for at once; `opgeschort`: the facts while which it asks for nothing. `gezien_op`: when it was known,
    for what was planned before. `afgesproken`: the text gives no number, people agree on the moment. `langer`: until when
    it may be made longer, once. `ziet`: who on the case knows of it besides.
    """

    code: str
    naam: str
    eis: str
    onderwerp: str
    gebeurtenis: str
    op: str
    vervalt: str
    actie: str
    wie: str = ""
    door: str = ""
    waarschuwt: tuple[str, ...] = ()
    opgeschort: tuple[str, ...] = ()
    richting: str = "binnen"
    gezien_op: str = ""
    afgesproken: bool = False
    langer: str = ""
    ziet: tuple[str, ...] = ()


HEEMSTEDE = (
    # Good Friday and Easter Monday lie between.
    Rij("heemstede", "herinnering_afwijking", "HEE-2.6", "verstrekking", "raadpleging_wijkt_af", "2026-03-31 10:00",
        "2026-04-10", "afwijking_melden", "corporatie/contactpersoon", waarschuwt=("2026-04-08",)),
    Rij("heemstede", "antwoord_controle", "HEE-4", "verzoek", "controle_gevraagd", "2026-06-01 10:00",
        "2026-06-16", "controle_beantwoorden", "corporatie/beheerder", waarschuwt=("2026-06-08", "2026-06-14"),
        afgesproken=True, ziet=("gemeente/toezichthouder",)),
    Rij("heemstede", "melding_beveiliging", "HEE-6.2", "incident", "constatering_beveiliging_werkt_niet",
        "2026-12-25 23:30", "", "melding_aan_gemeente", "corporatie/contactpersoon"),
    # A year that ends on 29 February.
    Rij("heemstede", "looptijd", "HEE-9.1", "convenant", "inwerkingtreding", "2027-03-01", "2028-03-01", "looptijd",
        "gemeente/convenantbeheerder", waarschuwt=("2027-11-30",)),
    Rij("heemstede", "verlenging", "HEE-9.1.b", "convenant", "einde_lopende_periode", "2027-05-31 12:00", "2028-06-01",
        "stilzwijgende_verlenging", richting="elke"),
    Rij("heemstede", "opzegging", "HEE-9.4", "deelname", "ontvangst_opzegging", "2026-03-10 16:00", "2026-06-01",
        "opzegtermijn"),
    Rij("heemstede", "melding_overmacht", "HEE-12.1", "incident", "overmacht_bekend", "2026-03-10 16:00", "",
        "schriftelijke_mededeling_partijen", door="corporatie/contactpersoon"),
)  # fmt: skip

COLLEGE, BEHEER = "college/verantwoordelijke", "college/convenantbeheerder"
MAASSLUIS = (
    Rij("maassluis", "vooraf_informeren", "MAA-12.2", "verstrekking", "verkrijging_van_betrokkene",
        "2026-03-10 16:00", "", "betrokkene_informeren", door="rovm/regisseur", richting="voor"),
    Rij("maassluis", "informeren", "MAA-12.3", "verstrekking", "eerste_vastlegging", "2026-03-10 16:00", "",
        "betrokkene_informeren", COLLEGE),
    # 28 days: up to and including Good Friday. Reminders after 14 and 21 days.
    Rij("maassluis", "antwoord_inzage", "MAA-14.2", "verzoek", "ontvangst_inzageverzoek", "2026-03-06 09:00",
        "2026-04-04", "schriftelijk_antwoord", COLLEGE, waarschuwt=("2026-03-20", "2026-03-27")),
    Rij("maassluis", "beslissing_correctie", "MAA-15.2", "verzoek", "ontvangst_correctieverzoek", "2026-12-04 09:00",
        "2027-01-02", "beslissing_correctie", COLLEGE, waarschuwt=("2026-12-18", "2026-12-25")),
    Rij("maassluis", "uitvoering_correctie", "MAA-15.3", "verzoek", "beslissing_correctie", "2026-02-02 09:00",
        "2026-03-03", "uitvoering_correctie", COLLEGE, waarschuwt=("2026-02-16", "2026-02-23")),
    Rij("maassluis", "weigering_correctie", "MAA-15.4", "verzoek", "ontvangst_correctieverzoek", "2028-02-01 09:00",
        "2028-03-01", "gemotiveerde_schriftelijke_weigering", COLLEGE, waarschuwt=("2028-02-15", "2028-02-22")),
    Rij("maassluis", "beoordeling_verzet", "MAA-16.2", "verzoek", "ontvangst_verzet", "2026-06-01", "2026-06-30",
        "beoordeling_verzet", COLLEGE, waarschuwt=("2026-06-15", "2026-06-22")),
    # Works from 15 April on: a month, the day itself counted.
    Rij("maassluis", "wijziging_werkt", "MAA-17.2", "convenant", "vaststelling_wijziging", "2026-03-15 10:00",
        "2026-04-15", "inwerkingtreding_wijziging", BEHEER),
    # Opens on 1 October.
    Rij("maassluis", "evaluatie", "MAA-19", "convenant", "kalenderjaar_vierde_kwartaal", "2025-12-31 12:00",
        "2027-01-01", "evaluatie", "rovm/regisseur", waarschuwt=("2026-10-01",), richting="elke"),
    # Signed on a Friday: in force on the Saturday after.
    Rij("maassluis", "inwerkingtreding", "MAA-21", "convenant", "laatste_ondertekening", "2026-05-01 10:00",
        "2026-05-02", "inwerkingtreding"),
    Rij("maassluis", "publicatie", "MAA-23", "convenant", "ondertekening", "2026-01-31 16:00", "2026-03-01",
        "publicatie_staatscourant", BEHEER, waarschuwt=("2026-02-21",)),
)  # fmt: skip

SECRETARIAAT, INKOMEN = "gemeente/secretariaat_stuurgroep", "directie_inkomen/behandelaar"
# A request may take two months more (AVG 12), which count from the last day of the first.
ZOEKLICHT = (
    Rij("zoeklicht", "linge_terugkoppeling", "ZOE-B1.A3.3", "verstrekking", "verzending_signaal_aan_inkomen",
        "2026-12-31 10:00", "2027-03-01", "terugkoppeling_inkomen", INKOMEN, waarschuwt=("2027-02-10",)),
    Rij("zoeklicht", "linge_resultaat", "ZOE-B1.A3.5", "verstrekking", "ontvangst_doorgifte_wonen",
        "2026-06-30 10:00", "2026-08-31", "resultaat_corporatie", "corporatie/behandelaar"),
    Rij("zoeklicht", "levering_huisvestingsvergunning", "ZOE-4.D4", "deelname",
        "vorige_levering_huisvestingsvergunning", "2026-11-30 10:00", "2027-03-01",
        "levering_huisvestingsvergunning", "corporatie/behandelaar", richting="elke"),
    Rij("zoeklicht", "antwoord_betrokkene", "ZOE-8.1", "verzoek", "ontvangst_rechtenverzoek", "2026-01-31 09:00",
        "2026-03-01", "antwoord_aan_betrokkene", "gemeente/loket_persoonsgegevens", waarschuwt=("2026-02-21",),
        langer="2026-04-29"),
    Rij("zoeklicht", "risicoanalyse", "ZOE-10.1", "convenant", "laatste_risicoanalyse", "2026-03-31 09:00",
        "2029-04-01", "risicoanalyse", SECRETARIAAT, waarschuwt=("2028-09-29",), richting="elke"),
    Rij("zoeklicht", "melding_beveiligingsgebrek", "ZOE-10.2", "incident", "constatering_beveiligingsgebrek",
        "2026-06-01 10:00", "", "kennisgeving_partijen", door="corporatie/behandelaar"),
    # The night in which summer time begins.
    Rij("zoeklicht", "melding_inbreuk", "ZOE-10.8", "incident", "inbreuk_bekend", "2026-03-28 12:00",
        "2026-03-29 13:00", "melding_betrokken_partijen", door=INKOMEN),
    # And the one in which it ends.
    Rij("zoeklicht", "melding_datalek", "ZOE-10.9", "incident", "datalek_bekend", "2026-10-24 12:00",
        "2026-10-25 11:00", "melding_betrokken_partijen", door=INKOMEN),
    Rij("zoeklicht", "melding_ap", "ZOE-10.10", "incident", "datalek_bekend", "2026-10-24 12:00", "2026-10-27 11:00",
        "melding_autoriteit_persoonsgegevens", door=INKOMEN),
    Rij("zoeklicht", "communicatieoverleg", "ZOE-3.2", "convenant", "vorig_communicatieoverleg", "2027-02-28 10:00",
        "2028-02-29", "overleg_communicatie", SECRETARIAAT, richting="elke"),
    Rij("zoeklicht", "werkplan", "ZOE-11.6", "convenant", "vorig_werkplan", "2028-02-29 10:00", "2029-03-01",
        "vaststellen_werkplan", SECRETARIAAT, richting="elke"),
    Rij("zoeklicht", "evaluatie", "ZOE-13.4", "convenant", "vorige_evaluatie", "2026-06-01 10:00", "2027-06-02",
        "evaluatie", SECRETARIAAT, richting="elke"),
    Rij("zoeklicht", "bevestiging_autorisaties", "ZOE-10.4", "autorisatie", "vorige_bevestiging_autorisaties",
        "2026-08-31 10:00", "2027-03-01", "bevestiging_autorisaties", door="corporatie/beheerder", richting="elke"),
    Rij("zoeklicht", "looptijd", "ZOE-13.1", "convenant", "inwerkingtreding", "2028-03-01", "2032-03-01", "looptijd",
        SECRETARIAAT, waarschuwt=("2030-11-30",)),
    Rij("zoeklicht", "verlenging", "ZOE-13.2", "convenant", "einde_lopende_periode", "2032-02-29 12:00",
        "2033-03-01", "stilzwijgende_verlenging", richting="elke"),
    Rij("zoeklicht", "opzegging", "ZOE-13.3", "deelname", "ontvangst_opzegging", "2026-03-10 16:00", "2027-03-11",
        "opzegtermijn"),
)  # fmt: skip

MELDER, SWT, SDV, ADVISEUR = "corporatie/melder", "gemeente/swt", "gemeente/sdv", "gemeente/beleidsadviseur"
REGELING, VERBODEN = ("betalingsregeling_loopt",), ("kennisgeving_verboden",)
HAARLEM = (
    Rij("haarlem", "huurder_informeren", "HAA-2.1.b", "zaak", "ontstaan_huurachterstand", "2026-01-31 09:00",
        "2026-03-01", "huurder_actief_informeren", MELDER, waarschuwt=("2026-02-21",)),
    Rij("haarlem", "contact_zoeken", "HAA-3.1", "zaak", "ontstaan_huurachterstand", "2026-01-31 09:00", "2026-03-01",
        "actief_contact_met_huurder", MELDER, waarschuwt=("2026-02-21",)),
    Rij("haarlem", "wijzen_op_sdv", "HAA-B4.1", "zaak", "ontstaan_huurachterstand", "2026-01-31 09:00", "2026-03-01",
        "contact_en_wijzen_op_sdv", MELDER, waarschuwt=("2026-02-21",)),
    # A bailiff on Tuesday 24 March: up to and including Tuesday the 10th.
    Rij("haarlem", "melden_voor_deurwaarder", "HAA-2.1.c", "zaak", "inschakelen_deurwaarder", "2026-03-24 09:00",
        "2026-03-11", "melding_bij_swt", MELDER, waarschuwt=("2026-03-05", "2026-03-09"), opgeschort=REGELING,
        richting="voor", gezien_op="2026-03-01 09:00"),
    Rij("haarlem", "contact_voor_deurwaarder", "HAA-3.4", "zaak", "inschakelen_deurwaarder", "2026-03-24 09:00",
        "2026-03-11", "contact_met_swt", MELDER, waarschuwt=("2026-03-05", "2026-03-09"), opgeschort=REGELING,
        richting="voor", gezien_op="2026-03-01 09:00"),
    Rij("haarlem", "melden_bij_anderhalve_maand", "HAA-B4.2", "zaak", "schuld_bereikt_1_5_maand_huur",
        "2026-03-24 09:00", "", "melding_bij_swt", MELDER, opgeschort=REGELING),
    Rij("haarlem", "wijkteam_inschakelen", "HAA-3.2", "zaak", "huurder_geinformeerd", "2026-03-24 09:00", "",
        "swt_inschakelen", MELDER),
    Rij("haarlem", "contact_door_wijkteam", "HAA-3.5", "zaak", "ontvangst_melding", "2026-03-31 16:00", "2026-04-10",
        "contact_met_huurder", SWT, waarschuwt=("2026-04-08",), opgeschort=("zonder_contacttermijn",)),
    Rij("haarlem", "terugkoppeling", "HAA-3.7", "zaak", "ontvangst_melding", "2026-03-31 16:00", "2026-04-10",
        "terugkoppeling", SWT, waarschuwt=("2026-04-08",), ziet=(MELDER,)),
    Rij("haarlem", "terugkoppeling_vijf_gegevens", "HAA-B2.6", "zaak", "ontvangst_melding", "2026-12-23 11:00",
        "2027-01-01", "terugkoppeling", SWT, waarschuwt=("2026-12-30",), ziet=(MELDER,)),
    Rij("haarlem", "voorstel", "HAA-6.2", "zaak", "ontvangst_melding", "2026-03-31 16:00", "2026-04-15",
        "voorstel_doorbetalen_lopende_huur", SWT, waarschuwt=("2026-04-11",),
        opgeschort=("zonder_huurachterstand",), ziet=(MELDER,)),
    Rij("haarlem", "niet_nagekomen", "HAA-3.9", "zaak", "niet_nakomen_betaalafspraak", "2026-03-31 16:00", "",
        "wederzijds_informeren", door=SWT),
    Rij("haarlem", "looptijd_schuldbemiddeling", "HAA-7.3", "zaak", "start_schuldbemiddeling", "2028-02-29 10:00",
        "2031-03-01", "looptijd_schuldbemiddeling", SDV, waarschuwt=("2031-01-29",), richting="maximaal"),
    Rij("haarlem", "hersteltermijn", "HAA-7.6", "zaak", "bieden_hersteltermijn", "2026-03-10 09:00", "2026-03-25",
        "lopende_huur_alsnog_voldoen", MELDER, waarschuwt=("2026-03-21",)),
    Rij("haarlem", "naar_de_rechter", "HAA-B4.6", "zaak", "ontstaan_huurachterstand", "2026-01-31 09:00",
        "2026-05-01", "verzoek_ontbinding_rechter", MELDER, opgeschort=REGELING),
    Rij("haarlem", "bericht_aan_troubleshooter", "HAA-8.1", "zaak", "datum_uitzetting_bekend", "2026-03-10 09:00", "",
        "bericht_aan_troubleshooter", MELDER),
    Rij("haarlem", "ontruiming", "HAA-B4.10", "zaak", "toewijzing_vonnis", "2026-03-10 09:00", "2026-04-08",
        "ontruiming", MELDER, waarschuwt=("2026-03-24", "2026-03-31", "2026-04-06"),
        ziet=("gemeente/troubleshooter",)),
    Rij("haarlem", "evaluatie", "HAA-9.2", "convenant", "vorige_evaluatie", "2026-03-31 09:00", "2026-10-01",
        "evaluatie", ADVISEUR, waarschuwt=("2026-08-31",), richting="elke"),
    Rij("haarlem", "voortzetting", "HAA-9.2.b", "convenant", "evaluatiebesluit", "2026-03-31 09:00", "2027-04-01",
        "voortzetting", ADVISEUR, waarschuwt=("2026-12-30",)),
    Rij("haarlem", "dpia_melden", "HAA-PR7.4", "convenant", "uitkomst_dpia", "2026-03-10 09:00", "",
        "kennisgeving_partijen", door=ADVISEUR),
    Rij("haarlem", "wettelijk_verzoek_direct", "HAA-PR8.1", "verzoek", "wettelijk_verzoek", "2026-03-10 09:00", "",
        "informeren_andere_partij", door=MELDER, opgeschort=VERBODEN),
    # Over Christmas: 24, 28, 29, 30 and 31 December.
    Rij("haarlem", "bindend_verzoek", "HAA-PR8.2", "verzoek", "ontvangst_bindend_verzoek", "2026-12-23 11:00",
        "2027-01-01", "kennisgeving_andere_partij", door=MELDER, waarschuwt=("2026-12-30",), opgeschort=VERBODEN),
    Rij("haarlem", "inbreuk_melden", "HAA-PR9.1", "incident", "constatering_inbreuk", "2026-10-24 12:00",
        "2026-10-25 11:00", "melding_andere_partij", door=SWT),
    Rij("haarlem", "inbreuk_melden_bij_ap", "HAA-PR9.2", "incident", "constatering_inbreuk", "2026-10-24 12:00",
        "2026-10-27 11:00", "melding_ap", door=SWT),
    Rij("haarlem", "verzoek_beantwoorden", "HAA-PR10.2", "verzoek", "ontvangst_verzoek", "2026-01-31 09:00",
        "2026-03-01", "antwoord_verzoek", door=MELDER, waarschuwt=("2026-02-21",), langer="2026-04-29"),
    Rij("haarlem", "verzoek_doorsturen", "HAA-PR10.3", "verzoek", "ontvangst_verzoek", "2026-12-23 11:00",
        "2027-01-01", "doorsturen_verzoek", door=MELDER, waarschuwt=("2026-12-30",),
        opgeschort=("verantwoordelijk_voor_verwerking",)),
)  # fmt: skip

BURGEMEESTER, REGISSEUR, POLITIE = "gemeente/burgemeester", "gemeente/regisseur", "politie/behandelaar"
KRIMPEN = (
    Rij("krimpen", "niet_actief_bewaren", "KRI-9.4", "zaak", "afsluiting_aanpak", "2028-02-29 10:00", "2033-03-01",
        "bewaren_niet_actief", door=REGISSEUR, richting="maximaal"),
    Rij("krimpen", "geen_herleving", "KRI-9.5", "zaak", "afsluiting_aanpak", "2027-03-01 10:00", "2032-03-02",
        "vernietiging_bij_geen_herleving", door=REGISSEUR),
    Rij("krimpen", "vernietiging_niet_complex", "KRI-9.9.a", "zaak", "besluit_geen_complexe_woonoverlast",
        "2026-04-01 10:00", "2026-04-11", "vernietiging_persoonsgegevens", door=REGISSEUR,
        opgeschort=("rol_enkelvoudig_of_woonfraude",)),
    Rij("krimpen", "incident_melden", "KRI-10.3", "incident", "incident_geconstateerd", "2026-04-01 10:00", "",
        "melding_partijen", door=POLITIE),
    Rij("krimpen", "melding_ap", "KRI-10.4.ap", "incident", "inbreuk_vastgesteld", "2026-03-27 18:00",
        "2026-03-30 19:00", "melding_autoriteit_persoonsgegevens", door=POLITIE),
    Rij("krimpen", "informeren_overlastgever", "KRI-11.3", "zaak", "eerste_vastlegging_in_samenwerking",
        "2026-01-31 09:00", "2026-03-01", "informeren_overlastgever", BURGEMEESTER, waarschuwt=("2026-02-21",),
        opgeschort=("overlastgever_uitgezonderd",)),
    Rij("krimpen", "antwoord_verzoek", "KRI-12.8.antwoord", "verzoek", "ontvangst_verzoek", "2026-01-31 09:00",
        "2026-03-01", "beantwoorden_verzoek", door=REGISSEUR, waarschuwt=("2026-02-21",), langer="2026-04-29"),
    # Back from Thursday 7 May: 6, 4 and 1 May; the 5th is free.
    Rij("krimpen", "afdwingen_afstemming", "KRI-12.8.afdwingen", "verzoek", "einde_termijn_verzoek",
        "2026-05-07 10:00", "2026-05-02", "afstemming_afdwingen", REGISSEUR, richting="voor",
        gezien_op="2026-04-13 10:00"),
    Rij("krimpen", "evaluatie", "KRI-14.1", "convenant", "vorige_evaluatie", "2027-02-28 10:00", "2028-02-29",
        "evaluatie", BURGEMEESTER, waarschuwt=("2028-01-29",), richting="elke"),
    Rij("krimpen", "opzegging_wegens_wijziging", "KRI-14.4", "deelname", "inwerkingtreding_wijziging",
        "2026-04-01", "", "opzegging_wegens_wijziging"),
    Rij("krimpen", "inwerkingtreding", "KRI-16.1", "convenant", "laatste_ondertekening", "2026-05-01 10:00",
        "2026-05-02", "inwerkingtreding"),
    Rij("krimpen", "looptijd", "KRI-16.2", "convenant", "laatste_ondertekening", "2026-06-01", "2027-06-01",
        "looptijd", waarschuwt=("2027-03-01",)),
    Rij("krimpen", "verlenging", "KRI-16.2.b", "convenant", "einde_lopende_periode", "2027-05-31 12:00",
        "2028-06-01", "stilzwijgende_verlenging", richting="elke"),
    Rij("krimpen", "opzegtermijn", "KRI-16.3", "deelname", "ontvangst_opzegging", "2026-11-30 10:00", "2027-03-01",
        "opzegtermijn"),
)  # fmt: skip

KLOKKEN = (*HEEMSTEDE, *MAASSLUIS, *ZOEKLICHT, *HAARLEM, *KRIMPEN)
# A number in a year is no moment, so no row of its own: (code, name, clause, how many, whose).
GRENZEN = (("haarlem", "overleg_werkafspraken", "HAA-9.4", 2, ADVISEUR),)
