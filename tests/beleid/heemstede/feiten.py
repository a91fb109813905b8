"""What each condition of Heemstede is about: its clause, and whether its absence may be said."""

FEITEN = {
    "convenant_actief": "HEE-9.5",
    "niet_vervallen": "HEE-9.2",
    "grondslag_geldig": "HEE-2.4",
    "deelname_getekend": "HEE-OND",
    "toegang_niet_ingetrokken": "HEE-7.1",
    "zonder_winstoogmerk": "HEE-1.a",
    "mandaat_aanwezig": "HEE-1.c",
    "geheimhouding_corporatie": "HEE-3.5",
    "geheimhouding_gemeente": "HEE-3.6",
    "aangewezen": "HEE-5.5",
    "binnen_daglimiet": "HEE-3.4",
    "noodzaak_vermeld": "HEE-2.1",
    "eigen_bezit": "HEE-2.3",
    "identiteit_vastgesteld": "HEE-3.7",
    "geen_geheimhouding_op_adres": "HEE-3.3",
    "niet_te_veel_bewoners": "HEE-3.3",
    "raadpleging_wijkt_af": "HEE-2.6",
    "zelfde_doel": "HEE-3.1",
    "schriftelijke_machtiging": "HEE-3.8",
    "reden_vermeld": "HEE-2.2",
    "overleg_zonder_nakoming": "HEE-7.2",
    "aangemeld_door_corporatie": "HEE-5.6",
    "toestemming_leverancier": "HEE-3.2",
    "alle_partijen_stemmen_in": "HEE-10.1",
    "raadpleging_partijen_vastgelegd": "HEE-5.3",
}

# Who lives at an address may not show from a refusal.
VERZWEGEN = ("geen_geheimhouding_op_adres", "niet_te_veel_bewoners")
