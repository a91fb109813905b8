"""Informing the betrokkene and the rights of article 13: letters, requests, decisions (articles 12 to 16)."""

from convenant.beleid.taal import BEGIN, Gegevensset, Overgang, Waarden

from .gronden import CORRECTIEGRONDEN, INFORMEREN, RECHTEN, WEIGERINGSGRONDEN, WETTELIJKE_PLICHT
from .partijen import BETROKKENE, HOUDERS, KLOK, VERANTWOORDELIJKE, VERTEGENWOORDIGER

_COLLEGE = (VERANTWOORDELIJKE,)
INHOUD_BRIEF = ("doeleinden", "identiteit_verantwoordelijke", "rechtsbescherming_en_toezicht")


def _brief(naam, velden, handeling, verzenden_in, inzage_in, eis, vereist=(), **anders) -> Gegevensset:
    """A letter of the college to the betrokkene; the college keeps a copy, nobody else has one."""
    anders = {"aan": (BETROKKENE,), "doelen": (RECHTEN,)} | anders
    return Gegevensset(
        naam,
        velden,
        van=_COLLEGE,
        handeling=handeling,
        grondslagen=(WETTELIJKE_PLICHT,),
        verzenden_in=verzenden_in,
        inzage_in=inzage_in,
        vereist=vereist,
        verantwoordelijke="college",
        eis=eis,
        **anders,
    )


def _verzoek(naam, velden, handeling, inzage_in, eis) -> Gegevensset:
    """A request goes to the college at once, whoever got it, and no copy stays behind."""
    return Gegevensset(
        naam,
        ("naam_verzoeker", "adres_verzoeker", "ontvangen_op", *velden),
        van=(*HOUDERS, VERANTWOORDELIJKE),
        aan=_COLLEGE,
        handeling=handeling,
        doelen=(RECHTEN,),
        grondslagen=(WETTELIJKE_PLICHT,),
        verzenden_in=(BEGIN,),
        inzage_in=inzage_in,
        verantwoordelijke="college",
        afzender_bewaart=False,
        eis=eis,
    )


def _opgave(naam, velden, handeling, stap, inzage_in, eis) -> Gegevensset:
    """What a holder tells the college about data it holds."""
    return Gegevensset(
        naam,
        velden,
        van=HOUDERS,
        aan=_COLLEGE,
        handeling=handeling,
        doelen=(RECHTEN,),
        grondslagen=(WETTELIJKE_PLICHT,),
        verzenden_in=(stap,),
        inzage_in=inzage_in,
        afzender_bewaart=False,
        eis=eis,
    )


def _opdracht(naam, velden, handeling, stap, inzage_in, eis) -> Gegevensset:
    """What the college has every holder of the item do."""
    return Gegevensset(
        naam,
        velden,
        van=_COLLEGE,
        aan=HOUDERS,
        handeling=handeling,
        doelen=(RECHTEN,),
        grondslagen=(WETTELIJKE_PLICHT,),
        verzenden_in=(stap,),
        inzage_in=inzage_in,
        vereist=("houder_van_gegeven",),
        verantwoordelijke="college",
        eis=eis,
    )


INFORMATIETAAK = ("informeren_open", "informeren_uitgesteld", "geinformeerd")
INZAGE = ("inzage_ontvangen", "inzage_beantwoord", "inzage_geweigerd")
CORRECTIE_OPEN = ("correctie_ontvangen", "correctie_onvolledig")
CORRECTIE = (*CORRECTIE_OPEN, "correctie_toegewezen", "correctie_uitgevoerd", "correctie_geweigerd")
VERZET = ("verzet_ontvangen", "verzet_gegrond", "verzet_ongegrond")

GEGEVENSSETS = (
    _brief(
        "informatiebrief",
        INHOUD_BRIEF,
        "informeren",
        ("informeren_open",),
        INFORMATIETAAK,
        "MAA-12.1.brief",
        doelen=(INFORMEREN,),
    ),
    _brief(
        "informatiebrief_vertegenwoordiger",
        INHOUD_BRIEF,
        "informeren",
        ("informeren_open",),
        INFORMATIETAAK,
        "MAA-12.5.brief",
        ("jonger_dan_zestien",),
        doelen=(INFORMEREN,),
        aan=(VERTEGENWOORDIGER,),
    ),
    _brief(
        "ontvangstbevestiging",
        ("ontvangen_op", "antwoord_uiterlijk", "kosteloos"),
        "ontvangst_bevestigen",
        ("inzage_ontvangen", *CORRECTIE_OPEN, "verzet_ontvangen"),
        (*INZAGE, *CORRECTIE, *VERZET),
        "MAA-13.4.brief",
    ),
    _verzoek("inzageverzoek", ("gevraagd_recht",), "inzageverzoek_registreren", INZAGE, "MAA-14.1.verzoek"),
    _opgave(
        "opgave_houder",
        ("gegevens_en_categorieen", "ontvangers_of_categorieen", "herkomst"),
        "opgave_doen",
        "inzage_ontvangen",
        INZAGE,
        "MAA-14.3.opgave",
    ),
    _brief(
        "inzageoverzicht",
        (
            "doeleinden_en_bestand",
            "gegevens_en_categorieen",
            "ontvangers_of_categorieen",
            "herkomst",
            "systematiek_geautomatiseerde_verwerking",
        ),
        "inzage_beantwoorden",
        ("inzage_ontvangen",),
        ("inzage_beantwoord",),
        "MAA-14.3",
        ("identiteit_verzoeker_vastgesteld", "antwoordvorm_gemotiveerd"),
        optioneel=("systematiek_geautomatiseerde_verwerking",),
    ),
    _brief(
        "weigering_inzage",
        ("weigeringsgrond", "motivering_weigering", "rechtsbescherming_en_toezicht"),
        "inzage_weigeren",
        ("inzage_ontvangen", "inzage_beantwoord"),
        ("inzage_beantwoord", "inzage_geweigerd"),
        "MAA-14.5.brief",
        waarden=(Waarden("weigeringsgrond", WEIGERINGSGRONDEN),),
    ),
    _verzoek(
        "correctieverzoek",
        ("gevraagd_recht", "gewenste_wijzigingen"),
        "correctieverzoek_registreren",
        CORRECTIE,
        "MAA-15.1.verzoek",
    ),
    _brief(
        "beslissing_correctie",
        ("toegewezen_wijzigingen", "correctiegrond"),
        "correctie_toewijzen",
        ("correctie_ontvangen",),
        ("correctie_toegewezen", "correctie_uitgevoerd"),
        "MAA-15.2.brief",
        waarden=(Waarden("correctiegrond", CORRECTIEGRONDEN),),
    ),
    _opdracht(
        "correctieopdracht",
        ("verstrekking_kenmerk", "gegeven", "juiste_waarde"),
        "correctie_opdragen",
        "correctie_toegewezen",
        ("correctie_toegewezen",),
        "MAA-15.3.opdracht",
    ),
    _opgave(
        "correctie_gereed",
        ("verstrekking_kenmerk", "uitgevoerd_op"),
        "correctie_melden",
        "correctie_toegewezen",
        ("correctie_toegewezen", "correctie_uitgevoerd"),
        "MAA-15.3.gereed",
    ),
    _brief(
        "weigering_correctie",
        ("geweigerde_wijzigingen", "motivering_weigering", "rechtsbescherming_en_toezicht"),
        "correctie_weigeren",
        (*CORRECTIE_OPEN, "correctie_toegewezen"),
        ("correctie_toegewezen", "correctie_uitgevoerd", "correctie_geweigerd"),
        "MAA-15.4.brief",
    ),
    _verzoek("verzet", ("persoonlijke_omstandigheden",), "verzet_registreren", VERZET, "MAA-16.1.verzoek"),
    _brief(
        "beslissing_verzet",
        ("oordeel_verzet", "motivering_verzet", "rechtsbescherming_en_toezicht"),
        "verzet_beantwoorden",
        ("verzet_gegrond", "verzet_ongegrond"),
        ("verzet_gegrond", "verzet_ongegrond"),
        "MAA-16.2.brief",
        waarden=(Waarden("oordeel_verzet", ("gerechtvaardigd", "niet_gerechtvaardigd")),),
    ),
    _opdracht(
        "stopbericht",
        ("verstrekking_kenmerk", "verwerking_stopt_op"),
        "verzet_doorvoeren",
        "verzet_gegrond",
        ("verzet_gegrond",),
        "MAA-16.2.bericht",
    ),
)

OVERGANGEN = (
    Overgang(BEGIN, "informatietaak_openen", "informeren_open", (KLOK,), "MAA-12.3"),
    Overgang(
        "informeren_open",
        "uitzondering_vastleggen",
        "informeren_uitgesteld",
        _COLLEGE,
        "MAA-12.3",
        ("uitzondering_gemotiveerd",),
    ),
    Overgang(
        "informeren_uitgesteld", "informeren_hervatten", "informeren_open", (*_COLLEGE, KLOK), "MAA-12.3"
    ),
    Overgang(
        "informeren_open",
        "informeren_afronden",
        "geinformeerd",
        _COLLEGE,
        "MAA-12.1",
        ("brief_verstuurd", "vertegenwoordiger_ingelicht"),
    ),
    Overgang(BEGIN, "inzageverzoek_registreren", "inzage_ontvangen", (*HOUDERS, *_COLLEGE), "MAA-14.1"),
    Overgang("inzage_ontvangen", "inzage_beantwoorden", "inzage_beantwoord", _COLLEGE, "MAA-14.2"),
    Overgang("inzage_ontvangen", "inzage_weigeren", "inzage_geweigerd", _COLLEGE, "MAA-14.5"),
    # Refused in part: the answer goes out with the refused items left out, and this letter with it.
    Overgang("inzage_beantwoord", "inzage_weigeren", "inzage_beantwoord", _COLLEGE, "MAA-14.5"),
    Overgang(BEGIN, "correctieverzoek_registreren", "correctie_ontvangen", (*HOUDERS, *_COLLEGE), "MAA-15.1"),
    Overgang("correctie_ontvangen", "aanvulling_vragen", "correctie_onvolledig", _COLLEGE, "MAA-15.1"),
    Overgang(
        "correctie_onvolledig",
        "correctie_aanvullen",
        "correctie_ontvangen",
        _COLLEGE,
        "MAA-15.1",
        ("wijzigingen_genoemd",),
    ),
    Overgang(
        "correctie_ontvangen",
        "correctie_toewijzen",
        "correctie_toegewezen",
        _COLLEGE,
        "MAA-15.2",
        ("wijzigingen_genoemd",),
    ),
    Overgang(
        "correctie_toegewezen",
        "correctie_afronden",
        "correctie_uitgevoerd",
        _COLLEGE,
        "MAA-15.3",
        ("alle_houders_klaar",),
    ),
    Overgang("correctie_ontvangen", "correctie_weigeren", "correctie_geweigerd", _COLLEGE, "MAA-15.4"),
    Overgang("correctie_onvolledig", "correctie_weigeren", "correctie_geweigerd", _COLLEGE, "MAA-15.4"),
    Overgang("correctie_toegewezen", "correctie_weigeren", "correctie_toegewezen", _COLLEGE, "MAA-15.4"),
    Overgang(BEGIN, "verzet_registreren", "verzet_ontvangen", (*HOUDERS, *_COLLEGE), "MAA-16.1"),
    Overgang("verzet_ontvangen", "verzet_gegrond_verklaren", "verzet_gegrond", _COLLEGE, "MAA-16.2"),
    Overgang(
        "verzet_ontvangen",
        "verzet_ongegrond_verklaren",
        "verzet_ongegrond",
        _COLLEGE,
        "MAA-16.2",
        ("verzet_gemotiveerd",),
    ),
)
