"""The steps of a request, a deviation, a move and an amendment; those around them stand in beheer.py."""

from convenant.beleid.taal import BEGIN, ZONDER_ZAAK, Overgang

from .kanten import BEHEERDER, BURGERZAKEN, CONTACTPERSOON, CONVENANTBEHEERDER

OVERGANGEN = (
    Overgang(BEGIN, "schriftelijk_verzoeken", "verzoek_ingediend", (CONTACTPERSOON,), "HEE-2.2"),
    Overgang("verzoek_ingediend", "verzoek_toewijzen", "verzoek_toegewezen", (BURGERZAKEN,), "HEE-2.2"),
    Overgang(
        "verzoek_ingediend",
        "verzoek_weigeren",
        "verzoek_geweigerd",
        (BURGERZAKEN,),
        "HEE-2.2",
        ("reden_vermeld",),
    ),
    Overgang(
        "verzoek_ingediend",
        "verzoek_intrekken",
        "verzoek_ingetrokken",
        (CONTACTPERSOON,),
        "HEE-2.2",
        vrij=True,
    ),
    Overgang(ZONDER_ZAAK, "beoordelen_overeenkomst", "komt_overeen", (CONTACTPERSOON,), "HEE-OW.5"),
    Overgang(ZONDER_ZAAK, "beoordelen_afwijking", "wijkt_af", (CONTACTPERSOON,), "HEE-OW.5"),
    Overgang("wijkt_af", "afwijking_melden", "afwijking_gemeld", (CONTACTPERSOON,), "HEE-2.6"),
    Overgang(
        "afwijking_gemeld", "afwijking_melden", "afwijking_gemeld", (CONTACTPERSOON,), "HEE-2.6", vrij=True
    ),
    Overgang(
        "afwijking_in_onderzoek",
        "afwijking_melden",
        "afwijking_in_onderzoek",
        (CONTACTPERSOON,),
        "HEE-2.6",
        vrij=True,
    ),
    Overgang(
        "wijkt_af", "afwijking_intrekken", "afwijking_ingetrokken", (CONTACTPERSOON,), "HEE-2.6", vrij=True
    ),
    Overgang(
        "afwijking_gemeld",
        "afwijking_intrekken",
        "afwijking_ingetrokken",
        (CONTACTPERSOON,),
        "HEE-2.6",
        vrij=True,
    ),
    Overgang(
        "afwijking_in_onderzoek",
        "afwijking_intrekken",
        "afwijking_ingetrokken",
        (CONTACTPERSOON,),
        "HEE-2.6",
        vrij=True,
    ),
    Overgang("afwijking_gemeld", "onderzoek_starten", "afwijking_in_onderzoek", (BURGERZAKEN,), "HEE-2.6"),
    Overgang(
        "afwijking_in_onderzoek",
        "tussenstand_melden",
        "afwijking_in_onderzoek",
        (BURGERZAKEN,),
        "HEE-OW.7",
        vrij=True,
    ),
    Overgang(
        "afwijking_in_onderzoek", "uitkomst_vastleggen", "afwijking_afgehandeld", (BURGERZAKEN,), "HEE-2.6"
    ),
    Overgang(BEGIN, "verhuizing_doorgeven", "verhuizing_ontvangen", (CONTACTPERSOON,), "HEE-5.9"),
    Overgang(
        "verhuizing_ontvangen",
        "verhuizing_doorgeven",
        "verhuizing_ontvangen",
        (CONTACTPERSOON,),
        "HEE-5.9",
        vrij=True,
    ),
    Overgang(
        "verhuizing_ontvangen",
        "verhuizing_intrekken",
        "verhuizing_ingetrokken",
        (CONTACTPERSOON,),
        "HEE-3.8",
        vrij=True,
    ),
    Overgang(
        "verhuizing_ontvangen",
        "verhuizing_behandelen",
        "verhuizing_in_behandeling",
        (BURGERZAKEN,),
        "HEE-5.9",
    ),
    Overgang(
        "verhuizing_in_behandeling", "verhuizing_verwerken", "verhuizing_verwerkt", (BURGERZAKEN,), "HEE-5.9"
    ),
    Overgang(
        "verhuizing_in_behandeling",
        "verhuizing_weigeren",
        "verhuizing_geweigerd",
        (BURGERZAKEN,),
        "HEE-5.9",
        ("reden_vermeld",),
    ),
    Overgang(
        BEGIN, "wijziging_voorstellen", "wijziging_voorgesteld", (BEHEERDER, CONVENANTBEHEERDER), "HEE-10.1"
    ),
    Overgang(
        "wijziging_voorgesteld",
        "wijziging_aannemen",
        "wijziging_aangenomen",
        (CONVENANTBEHEERDER,),
        "HEE-10.1",
        ("alle_partijen_stemmen_in",),
    ),
    Overgang(
        "wijziging_voorgesteld",
        "wijziging_weigeren",
        "wijziging_verworpen",
        (BEHEERDER, CONVENANTBEHEERDER),
        "HEE-10.1",
    ),
)
