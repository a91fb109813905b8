"""The convenant itself: staff, secrecy, corrections, change, accession, notice (articles 4, 7, 8, 11.1, 14-16)."""

from convenant.beleid.beheer import AANMELDEN, INRICHTEN, VERLENEN
from convenant.beleid.fg import REGISTER_INZIEN
from convenant.beleid.taal import BEGIN, Feit, Overgang, Termijn

from .partijen import BEHEERDER_GEMEENTE, BEHEERDERS, BURGEMEESTER, OVERLEG, REGISSEUR, bevoegd
from .zaak import UITVOERENDEN

ONDERTEKENAARS = (BURGEMEESTER, *BEHEERDERS)

FEITEN = (
    Feit(
        "eigen_verstrekking",
        "verstrekking",
        "Uw partij heeft dit gegeven verstrekt.",
        "Een andere partij heeft dit gegeven verstrekt. Meld de fout aan die partij.",
        "KRI-4.3",
    ),
    Feit(
        "wettelijke_grondslag_vermeld",
        "aanvraag",
        "De wettelijke plicht staat erbij.",
        "Noem de wet die u verplicht om deze informatie te geven.",
        "KRI-8.1",
    ),
    Feit(
        "doel_verenigbaar",
        "aanvraag",
        "Doel en wettelijke grond van het verdere gebruik staan erbij.",
        "Verder gebruik mag alleen voor een verenigbaar doel of als de wet het toestaat. Noem doel en wet.",
        "KRI-8.4",
    ),
    Feit(
        "beide_hoofdstukken_aanwezig",
        "aanvraag",
        "Het uitvoeringsplan beschrijft het proces en de rechten van betrokkene.",
        "Het uitvoeringsplan moet het proces en de rechten van betrokkene beschrijven. Vul het aan.",
        "KRI-1.1.26",
    ),
    Feit(
        "aanpassing_nodig",
        "aanvraag",
        "De reden van de wijziging staat erbij.",
        "Schrijf op waarom het convenant moet worden gewijzigd.",
        "KRI-14.2",
    ),
    Feit(
        "alle_partijen_getekend",
        "zaak",
        "Alle partijen hebben goedgekeurd, getekend en gedateerd.",
        "Nog niet alle partijen hebben goedgekeurd, getekend en gedateerd.",
        "KRI-14.3",
    ),
    Feit(
        "wijziging_onaanvaardbaar",
        "aanvraag",
        "Uw organisatie vindt de wijziging of toetreding onaanvaardbaar.",
        "Zonder wijziging of toetreding die u onaanvaardbaar vindt, geldt de opzegtermijn van drie maanden.",
        "KRI-14.4",
    ),
    Feit(
        "publieke_of_maatschappelijke_taak",
        "aanvraag",
        "De organisatie draagt vanuit een publieke of maatschappelijke taak bij.",
        "Beschrijf welke publieke of maatschappelijke taak de organisatie heeft en wat zij bijdraagt.",
        "KRI-15.1",
    ),
    Feit(
        "reden_besluit_vermeld",
        "aanvraag",
        "De reden van het besluit staat erbij.",
        "Schrijf de reden van het besluit op.",
        "KRI-15.3",
    ),
    Feit(
        "addendum_aanvaard",
        "zaak",
        "De toetreder heeft de afspraken in een addendum aanvaard.",
        "De toetreder heeft het addendum nog niet aanvaard.",
        "KRI-15.4",
    ),
    Feit(
        "addendum_getekend",
        "zaak",
        "De toetreder en alle partijen hebben het addendum getekend.",
        "Nog niet iedereen heeft het addendum getekend.",
        "KRI-15.5",
    ),
    Feit(
        "redenen_opzegging_vermeld",
        "aanvraag",
        "De opzegging is schriftelijk en met redenen.",
        "Zeg schriftelijk op en noem de redenen.",
        "KRI-16.3",
    ),
)

BEVOEGDHEDEN = (
    *bevoegd((BURGEMEESTER,), ("aanwijzen_voor_politiegegevens",), "KRI-OW.2"),
    *bevoegd(
        (BEHEERDER_GEMEENTE,),
        ("uitvoeringsplan_plaatsen",),
        "KRI-OW.3",
        vereist=("beide_hoofdstukken_aanwezig",),
    ),
    *bevoegd(OVERLEG, ("verstrekking_intrekken",), "KRI-4.3", vereist=("eigen_verstrekking",)),
    *bevoegd(BEHEERDERS, tuple(dict.fromkeys((*AANMELDEN, *VERLENEN))), "KRI-7.1"),
    *bevoegd((BEHEERDER_GEMEENTE,), (INRICHTEN, REGISTER_INZIEN), "KRI-PAR.2"),
    *bevoegd(OVERLEG, ("corrigeren",), "KRI-7.2", vereist=("eigen_verstrekking",)),
    *bevoegd(UITVOERENDEN, ("fout_melden", "correctie_bevestigen"), "KRI-7.2"),
    *bevoegd(
        UITVOERENDEN, ("wettelijke_plicht_vastleggen",), "KRI-8.1", vereist=("wettelijke_grondslag_vermeld",)
    ),
    *bevoegd(BEHEERDERS, ("geheimhouding_vastleggen",), "KRI-8.2"),
    *bevoegd(BEHEERDERS, ("geheimhoudingsplicht_bekendmaken",), "KRI-8.3"),
    *bevoegd(UITVOERENDEN, ("exporteren",), "KRI-8.4", vereist=("doel_verenigbaar",)),
    *bevoegd(BEHEERDERS, ("eigen_logboek_lezen",), "KRI-10.1", bereik="partij"),
    *bevoegd(BEHEERDERS, ("betrouwbaarheid_vastleggen",), "KRI-10.2"),
    *bevoegd(BEHEERDERS, ("publicatie_vastleggen",), "KRI-11.1"),
    *bevoegd((BURGEMEESTER, REGISSEUR), ("evaluatie_vastleggen",), "KRI-14.1"),
    *bevoegd(ONDERTEKENAARS, ("wijziging_voorstellen",), "KRI-14.2"),
    *bevoegd(ONDERTEKENAARS, ("wijziging_ondertekenen",), "KRI-14.3"),
    *bevoegd((BURGEMEESTER,), ("wijziging_aannemen", "wijziging_verwerpen"), "KRI-14.3"),
    *bevoegd(BEHEERDERS, ("opzeggen_wegens_wijziging",), "KRI-14.4", vereist=("wijziging_onaanvaardbaar",)),
    *bevoegd((BURGEMEESTER,), ("toetreding_registreren",), "KRI-15.2"),
    *bevoegd(
        (BURGEMEESTER,), ("toetreding_toestaan", "toetreding_weigeren", "toetreding_aankondigen"), "KRI-15.3"
    ),
    *bevoegd(BEHEERDERS, ("addendum_ondertekenen",), "KRI-15.5"),
    *bevoegd((BURGEMEESTER,), ("toetreding_voltooien",), "KRI-15.5"),
    *bevoegd(BEHEERDERS, ("opzeggen",), "KRI-16.3", vereist=("redenen_opzegging_vermeld",)),
    *bevoegd(BEHEERDERS, ("convenant_ondertekenen",), "KRI-20"),
)

OVERGANGEN = (
    Overgang(
        BEGIN,
        "wijziging_voorstellen",
        "wijziging_voorgesteld",
        ONDERTEKENAARS,
        "KRI-14.2",
        ("aanpassing_nodig",),
    ),
    Overgang(
        "wijziging_voorgesteld",
        "wijziging_aannemen",
        "wijziging_aangenomen",
        (BURGEMEESTER,),
        "KRI-14.3",
        ("alle_partijen_getekend",),
    ),
    Overgang(
        "wijziging_voorgesteld", "wijziging_verwerpen", "wijziging_verworpen", (BURGEMEESTER,), "KRI-14.3"
    ),
    Overgang(
        BEGIN,
        "toetreding_registreren",
        "toetreding_aangevraagd",
        (BURGEMEESTER,),
        "KRI-15.2",
        ("publieke_of_maatschappelijke_taak",),
    ),
    Overgang(
        "toetreding_aangevraagd",
        "toetreding_toestaan",
        "toetreding_besloten",
        (BURGEMEESTER,),
        "KRI-15.3",
        ("reden_besluit_vermeld",),
    ),
    Overgang(
        "toetreding_aangevraagd",
        "toetreding_weigeren",
        "toetreding_geweigerd",
        (BURGEMEESTER,),
        "KRI-15.3",
        ("reden_besluit_vermeld",),
    ),
    Overgang(
        "toetreding_besloten",
        "toetreding_aankondigen",
        "toetreding_aangekondigd",
        (BURGEMEESTER,),
        "KRI-15.3",
    ),
    Overgang(
        "toetreding_aangekondigd",
        "toetreding_voltooien",
        "toegetreden",
        (BURGEMEESTER,),
        "KRI-15.5",
        ("addendum_aanvaard", "addendum_getekend"),
    ),
)

TERMIJNEN = (
    Termijn(
        "evaluatie",
        "convenant",
        "vorige_evaluatie",
        1,
        "jaren",
        "evaluatie",
        "KRI-14.1",
        richting="elke",
        verantwoordelijk=BURGEMEESTER,
        waarschuw=(30,),
    ),
    Termijn(
        "opzegging_wegens_wijziging",
        "deelname",
        "inwerkingtreding_wijziging",
        0,
        "direct",
        "opzegging_wegens_wijziging",
        "KRI-14.4",
    ),
    # In force at the start of the day after the signature, that is when that day ends.
    Termijn(
        "inwerkingtreding",
        "convenant",
        "laatste_ondertekening",
        1,
        "dagen",
        "inwerkingtreding",
        "KRI-16.1",
        eerste_dag_telt=True,
    ),
    # From the date of the last signature, which is the first day of the year (decision 55).
    Termijn(
        "looptijd",
        "convenant",
        "laatste_ondertekening",
        1,
        "jaren",
        "looptijd",
        "KRI-16.2",
        waarschuw=(91,),
        eerste_dag_telt=True,
    ),
    Termijn(
        "verlenging",
        "convenant",
        "einde_lopende_periode",
        1,
        "jaren",
        "stilzwijgende_verlenging",
        "KRI-16.2.b",
        richting="elke",
    ),
    Termijn("opzegtermijn", "deelname", "ontvangst_opzegging", 3, "maanden", "opzegtermijn", "KRI-16.3"),
)
