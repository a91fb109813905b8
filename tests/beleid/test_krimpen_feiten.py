"""Krimpen: what every condition is about, which clause a refusal names, and what is not said aloud."""

import pytest

from woonoverlast.beleid import KRIMPEN

FEITEN = [
    ("KRI-20", "deelname", "deelname_getekend"),
    ("KRI-8.1", "medewerker", "geheimhouding_getekend"),
    ("KRI-10.2", "medewerker", "betrouwbaarheid_aangetoond"),
    ("KRI-1.1.25", "medewerker", "heeft_actie_in_plan"),
    ("KRI-3.3.a", "betrokkene", "huurder_van_corporatie"),
    ("KRI-3.3.b", "verstrekking", "belangen_afgewogen_corporatie"),
    ("KRI-3.3.c", "verstrekking", "leefbaarheidstaak_vermeld"),
    ("KRI-3.3.d", "verstrekking", "toestemming_melder"),
    ("KRI-3.4.a", "betrokkene", "huurder_van_verhuurder"),
    ("KRI-3.4.b", "verstrekking", "belangen_afgewogen_verhuurder"),
    ("KRI-16.1", "convenant", "convenant_actief"),
    ("KRI-20", "convenant", "gemeente_actief"),
    ("KRI-OW.3", "convenant", "uitvoeringsplan_geldig"),
    ("KRI-1.1.29", "aanvraag", "overlast_vanuit_woning"),
    ("KRI-OW.4", "aanvraag", "eigen_inzet_beschreven"),
    ("KRI-5.1.S1.V3", "zaak", "interventies_beantwoord"),
    ("KRI-5.1.S2.V1", "zaak", "besluit_niet_complex"),
    ("KRI-1.1.6", "zaak", "besluit_complex"),
    ("KRI-6.1", "zaak", "gedeeld_belang"),
    ("KRI-6.1", "zaak", "samen_is_juiste_aanpak"),
    ("KRI-6.1", "zaak", "voldoende_capaciteit"),
    ("KRI-9.9.a", "zaak", "rol_enkelvoudig_of_woonfraude"),
    ("KRI-5.1.S3.V1", "zaak", "plan_compleet"),
    ("KRI-1.1.21", "zaak", "alle_partijen_akkoord"),
    ("KRI-4.2", "zaak", "overlastgever_geinformeerd"),
    ("KRI-6.2.c", "zaak", "instrument_in_plan"),
    ("KRI-OW.6", "zaak", "lichter_is_niet_genoeg"),
    ("KRI-1.1.9", "zaak", "hinder_beoordeeld"),
    ("KRI-3.2", "aanvraag", "wetsartikel_genoemd"),
    ("KRI-1.1.28", "zaak", "voortgangsrapportage_vastgesteld"),
    ("KRI-6.2.d", "zaak", "doelen_bereikt_of_reden"),
    ("KRI-1.1.3", "zaak", "afsluitrapportage_vastgesteld"),
    ("KRI-1.1.8", "verstrekking", "relevantie_bevestigd"),
    ("KRI-5.1", "deelname", "zelf_gekoppeld"),
    ("KRI-5.1", "ontvanger", "ontvanger_gekoppeld"),
    ("KRI-7.1", "verstrekking", "wijze_volgens_uitvoeringsplan"),
    ("KRI-4.5", "verstrekking", "afwegingen_vastgelegd"),
    ("KRI-12.4", "verstrekking", "niet_geblokkeerd"),
    ("KRI-1.1.5", "betrokkene", "betrokkene_is_melder"),
    ("KRI-1.1.5", "betrokkene", "betrokkene_is_overlastgever"),
    ("KRI-1.1.5", "betrokkene", "betrokkene_is_klant"),
    ("KRI-OW.5", "zaak", "samenwerkingsafspraken_bevestigd"),
    ("KRI-OW.2", "medewerker", "aangewezen_voor_politiegegevens"),
    ("KRI-5.3.politie", "verstrekking", "vrijgegeven_door_politie"),
    ("KRI-5.3.politie", "verstrekking", "politie_akkoord_met_overname"),
    ("KRI-5.1", "verstrekking", "tekst_zonder_personen"),
    ("KRI-5.1.S2", "zaak", "complexiteit_beantwoord"),
    ("KRI-5.1.S2", "zaak", "voorwaarden_beantwoord"),
    ("KRI-5.1.S2.V3", "aanvraag", "partij_vraagt_melder"),
    ("KRI-5.1.S2.V5", "verstrekking", "geen_gezondheidsgegevens"),
    ("KRI-5.1.S4", "verstrekking", "actie_van_eigen_partij"),
    ("KRI-9.4.b", "aanvraag", "nieuw_signaal_gekoppeld"),
    ("KRI-9.4", "aanvraag", "reden_inzage_vermeld"),
    ("KRI-9.4.c", "zaak", "herleeft_of_andere_aanpak"),
    ("KRI-9.4.d", "verstrekking", "actualiteit_getoetst"),
    ("KRI-9.5", "zaak", "niet_herleefd"),
    ("KRI-9.7", "zaak", "nodig_voor_archief"),
    ("KRI-10.3", "aanvraag", "voldoet_aan_interne_criteria"),
    ("KRI-10.3", "verstrekking", "omschrijving_anoniem"),
    ("KRI-10.4", "zaak", "raakt_gezamenlijk_deel"),
    ("KRI-10.5", "zaak", "raakt_eigen_deel"),
    ("KRI-10.6", "zaak", "afgestemd_of_termijn_verloopt"),
    ("KRI-10.6", "aanvraag", "opsporingsbelang"),
    ("KRI-11.3", "aanvraag", "uitzonderingsgrond_vermeld"),
    ("KRI-11.3", "zaak", "overlastgever_uitgezonderd"),
    ("KRI-12.1", "aanvraag", "identiteit_vastgesteld"),
    ("KRI-12.1", "aanvraag", "wissing_niet_uitgezonderd"),
    ("KRI-12.2", "aanvraag", "alleen_politietaak"),
    ("KRI-12.3", "aanvraag", "eigen_deel"),
    ("KRI-12.3", "zaak", "alle_delen_beantwoord"),
    ("KRI-12.4", "aanvraag", "verwerking_op_gerechtvaardigd_belang"),
    ("KRI-12.5", "ontvanger", "ontvanger_in_samenwerkingsverband"),
    ("KRI-12.5", "zaak", "andere_partijen_geinformeerd"),
    ("KRI-12.6", "aanvraag", "grond_uavg_41"),
    ("KRI-12.7", "aanvraag", "grond_wpg_27"),
    ("KRI-12.8", "zaak", "alle_partijen_afgestemd"),
    ("KRI-12.8", "zaak", "einde_termijn_nabij"),
    ("KRI-4.3", "verstrekking", "eigen_verstrekking"),
    ("KRI-8.1", "aanvraag", "wettelijke_grondslag_vermeld"),
    ("KRI-8.4", "aanvraag", "doel_verenigbaar"),
    ("KRI-1.1.26", "aanvraag", "beide_hoofdstukken_aanwezig"),
    ("KRI-14.2", "aanvraag", "aanpassing_nodig"),
    ("KRI-14.3", "zaak", "alle_partijen_getekend"),
    ("KRI-14.4", "aanvraag", "wijziging_onaanvaardbaar"),
    ("KRI-15.1", "aanvraag", "publieke_of_maatschappelijke_taak"),
    ("KRI-15.3", "aanvraag", "reden_besluit_vermeld"),
    ("KRI-15.4", "zaak", "addendum_aanvaard"),
    ("KRI-15.5", "zaak", "addendum_getekend"),
    ("KRI-16.3", "aanvraag", "redenen_opzegging_vermeld"),
]
# Saying that one of these is missing would tell that there is something to see.
VERZWEGEN = {
    "zelf_gekoppeld",
    "niet_geblokkeerd",
    "aangewezen_voor_politiegegevens",
    "vrijgegeven_door_politie",
}


@pytest.mark.parametrize(
    ("eis", "over", "naam"),
    [pytest.param(*rij, marks=pytest.mark.eis(rij[0]), id=f"{rij[0]}-{rij[2]}") for rij in FEITEN],
)
def test_feit(eis, over, naam):
    feit = KRIMPEN.feit(naam)
    assert (feit.eis, feit.over, feit.gemis_zichtbaar) == (eis, over, naam not in VERZWEGEN)
    assert feit.uitleg != feit.gemis
    assert feit.gemis.endswith(".")


def test_elk_feit_heeft_een_rij():
    assert [naam for *_, naam in FEITEN] == [feit.naam for feit in KRIMPEN.feiten]
