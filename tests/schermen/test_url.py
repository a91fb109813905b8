"""Every address of the product × persona: what opens, what is refused, what is not there. The table is the rule."""

from collections.abc import Callable, Iterator
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from brpinzage import afwijkingen
from brpinzage.afwijkingen import Bevinding
from tests.wereld import LINDELAAN_12, Wereld

NIEMAND = UUID("6b6fb712-67bf-4c26-8a3a-1bcb4ca7f0ef")
WIE = ("", "vreemde", "anna", "carla", "eva", "frits", "ina", "gerda", "hugo", "dirk")
# 200 opens, 302 leads on (nobody: to the login), 403 refused with reason and article, 404 not there, 405 no such method.
STATUS = {
    #                                    niem vrmd anna carl eva  frit ina  gerd hugo dirk
    "begin":                              (302, 200, 302, 302, 302, 302, 302, 302, 302, 302),
    "machine":                            (302, 404, 403, 403, 403, 403, 403, 403, 200, 403),
    "werkbegin":                          (302, 404, 200, 200, 200, 200, 200, 200, 200, 200),
    "berichten":                          (302, 404, 200, 200, 200, 200, 200, 200, 200, 200),
    "berichten_keuze":                    (302, 404, 200, 200, 200, 200, 200, 200, 200, 200),
    "werkplek":                           (302, 404, 200, 200, 200, 200, 200, 200, 200, 200),
    "logboek":                            (302, 404, 200, 200, 403, 200, 200, 403, 403, 403),
    #                                    niem vrmd anna carl eva  frit ina  gerd hugo dirk
    "dashboard":                          (302, 404, 200, 200, 200, 200, 200, 403, 200, 403),
    "dashboard_zaken":                    (302, 404, 404, 404, 404, 404, 404, 403, 404, 403),
    "dashboard_termijnen":                (302, 404, 200, 200, 200, 200, 200, 403, 200, 403),
    "zaken":                              (302, 404, 200, 200, 200, 200, 200, 403, 200, 403),
    "zaak_zoeken":                        (302, 404, 405, 405, 405, 405, 405, 403, 405, 403),
    "zaken_verdeling":                    (302, 404, 200, 200, 200, 200, 200, 403, 200, 403),
    "zaken_toewijzen":                    (302, 404, 405, 405, 405, 405, 405, 403, 405, 403),
    "zaak_filters":                       (302, 404, 200, 200, 200, 200, 200, 403, 200, 403),
    "zaak_filter":                        (302, 404, 404, 404, 404, 404, 404, 403, 404, 403),
    "zaak_filter_weg":                    (302, 404, 404, 404, 404, 404, 404, 403, 404, 403),
    "zaak_nieuw":                         (302, 404, 200, 200, 403, 403, 403, 403, 403, 403),
    "zaak":                               (302, 404, 200, 404, 404, 404, 404, 403, 404, 403),
    "zaak_kenmerk":                       (302, 404, 405, 405, 405, 405, 405, 403, 405, 403),
    "zaak_behandelaar":                   (302, 404, 405, 405, 405, 405, 405, 403, 405, 403),
    "zaak_bevestigen":                    (302, 404, 405, 405, 405, 405, 405, 403, 405, 403),
    "zaakhandeling":                      (302, 404, 200, 404, 403, 403, 403, 403, 403, 403),
    "vergelijken":                        (302, 404, 200, 404, 403, 403, 403, 403, 403, 403),
    "bijlage":                            (302, 404, 404, 404, 404, 404, 404, 403, 404, 403),
    "agenda":                             (302, 404, 200, 200, 200, 200, 200, 200, 200, 200),
    "agenda_maken":                       (302, 404, 405, 405, 405, 405, 405, 405, 405, 405),
    "agenda_intrekken":                   (302, 404, 405, 405, 405, 405, 405, 405, 405, 405),
    "agenda_feed":                        (404,) * 10,
    "adres_zoeken":                       (302, 404, 405, 405, 405, 405, 405, 405, 405, 405),
    "logboek_uitvoer":                    (302, 404, 403, 403, 403, 200, 403, 403, 403, 403),
    "steekproeven":                       (302, 404, 403, 403, 403, 200, 403, 403, 403, 403),
    "steekproef":                         (302, 404, 403, 403, 403, 404, 403, 403, 403, 403),
    "steekproef_regel":                   (302, 404, 403, 403, 403, 404, 403, 403, 403, 403),
    "verwerkingsregister":                (302, 404, 403, 403, 403, 403, 403, 403, 200, 403),
    "verwerkingsregister_csv":            (302, 404, 403, 403, 403, 403, 403, 403, 200, 403),
    "verwerkingsregister_pdf":            (302, 404, 403, 403, 403, 403, 403, 403, 200, 403),
    "beleid":                             (302, 404, 403, 403, 403, 403, 403, 403, 200, 403),
    "signalen":                           (302, 404, 403, 403, 403, 200, 403, 403, 403, 403),
    "rapportage":                        (302, 404, 403, 403, 200, 200, 403, 403, 200, 403),
    "rapportage_csv":                    (302, 404, 403, 403, 200, 200, 403, 403, 200, 403),
    "rapportage_pdf":                    (302, 404, 403, 403, 200, 200, 403, 403, 200, 403),
    "looptijd":                           (302, 404, 200, 200, 200, 200, 200, 200, 200, 200),
    "looptijd_vastleggen":                (302, 404, 403, 403, 403, 403, 200, 403, 200, 403),
    "looptijd_intrekken":                 (302, 404, 403, 403, 403, 403, 404, 403, 404, 403),
    "looptijd_brief":                     (302, 404, 403, 403, 403, 403, 404, 403, 404, 403),
    "looptijd_eindverslag":               (302, 404, 403, 403, 403, 403, 403, 403, 404, 403),
    "looptijd_ongeldig":                  (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "looptijd_stuk":                      (302, 404, 404, 404, 404, 404, 404, 404, 404, 404),
    "looptijd_voorstel":                  (302, 404, 404, 404, 404, 404, 404, 404, 404, 404),
    "looptijd_voorstellen":               (302, 404, 403, 403, 403, 403, 200, 403, 200, 403),
    "looptijd_beslissen":                 (302, 404, 403, 403, 403, 403, 404, 403, 404, 403),
    "openbaar":                           (200,) * 10,
    "raadplegen":                         (302, 404, 200, 200, 403, 403, 403, 403, 403, 403),
    "raadplegen_nieuw":                   (302, 404, 302, 302, 403, 403, 403, 403, 403, 403),
    "raadplegen_stap":                    (302, 404, 200, 200, 403, 403, 403, 403, 403, 403),
    "raadplegen_schriftelijk":            (302, 404, 200, 200, 403, 403, 403, 403, 403, 403),
    "machtigingsformulier":               (302, 404, 200, 200, 403, 403, 403, 403, 403, 403),
    "raadpleging":                        (302, 404, 200, 404, 404, 404, 404, 403, 404, 403),
    "uittreksels":                        (302, 404, 403, 403, 200, 403, 403, 403, 403, 403),
    "uittreksel_nieuw":                   (302, 404, 403, 403, 200, 403, 403, 403, 403, 403),
    "ophalen":                            (302, 404, 403, 403, 200, 403, 403, 403, 403, 403),
    "brp_bevragen":                       (302, 404, 403, 403, 404, 403, 403, 403, 403, 403),
    "brp_antwoord":                       (302, 404, 403, 403, 404, 403, 403, 403, 403, 403),
    "uittreksel":                         (302, 404, 403, 403, 404, 403, 403, 403, 403, 403),
    "bezit":                              (302, 404, 403, 403, 403, 403, 200, 403, 403, 403),
    "bezit_nieuw":                        (302, 404, 403, 403, 403, 403, 200, 403, 403, 403),
    "bezit_uitvoer":                      (302, 404, 403, 403, 403, 403, 200, 403, 403, 403),
    "bezit_voorstel":                     (302, 404, 403, 403, 403, 403, 302, 403, 403, 403),
    "bezit_wijzigingen":                  (302, 404, 403, 403, 403, 403, 404, 403, 403, 403),
    "bezit_woning":                       (302, 404, 403, 403, 403, 403, 404, 403, 403, 403),
    "bezit_einde":                        (302, 404, 403, 403, 403, 403, 404, 403, 403, 403),
    "bezit_verbeteren":                   (302, 404, 403, 403, 403, 403, 404, 403, 403, 403),
    "bezit_verwijderen":                  (302, 404, 403, 403, 403, 403, 404, 403, 403, 403),
    "beveiligingsprobleem":               (302, 404, 200, 200, 403, 403, 200, 403, 403, 403),
    "beveiliging":                        (302, 404, 403, 403, 403, 403, 200, 403, 403, 403),
    "onderhoud":                          (302, 404, 200, 200, 200, 200, 200, 200, 200, 200),
    "onderhoud_nieuw":                    (302, 404, 403, 403, 403, 403, 403, 403, 200, 403),
    "onderhoud_intrekken":                (302, 404, 403, 403, 403, 403, 403, 403, 404, 403),
    "handreiking":                        (302, 404, 200, 200, 403, 403, 403, 403, 200, 403),
    "handreiking_nieuw":                  (302, 404, 403, 403, 403, 403, 403, 403, 200, 403),
    "handreiking_versie":                 (302, 404, 403, 403, 403, 403, 403, 403, 404, 403),
    "inrichting":                         (302, 404, 403, 403, 403, 403, 403, 403, 200, 403),
    "inrichting_geschiedenis":            (302, 404, 403, 403, 403, 403, 403, 403, 200, 403),
    "inrichting_ingang":                  (302, 404, 403, 403, 403, 403, 403, 403, 200, 403),
    "inrichting_vrije_dagen":             (302, 404, 403, 403, 403, 403, 403, 403, 200, 403),
    "inrichting_vrije_dag_weg":           (302, 404, 403, 403, 403, 403, 403, 403, 404, 403),
    "inrichting_instelling":              (302, 404, 403, 403, 403, 403, 403, 403, 200, 403),
    "inrichting_instelling_partij":       (302, 404, 403, 403, 403, 403, 403, 403, 404, 403),
    "inrichting_aansluiten":              (302, 404, 403, 403, 403, 403, 403, 403, 200, 403),
    "inrichting_partij":                  (302, 404, 403, 403, 403, 403, 403, 403, 404, 403),
    "inrichting_ondertekening":           (302, 404, 403, 403, 403, 403, 403, 403, 404, 403),
    "inrichting_verklaring":              (302, 404, 403, 403, 403, 403, 403, 403, 404, 403),
    "inrichting_verklaring_einde":        (302, 404, 403, 403, 403, 403, 403, 403, 404, 403),
    "inrichting_teams":                   (302, 404, 403, 403, 403, 403, 403, 403, 404, 403),
    "inrichting_team":                    (302, 404, 403, 403, 403, 403, 403, 403, 404, 403),
    "inrichting_team_naam":               (302, 404, 403, 403, 403, 403, 403, 403, 404, 403),
    "inrichting_team_sluiten":            (302, 404, 403, 403, 403, 403, 403, 403, 404, 403),
    "inrichting_team_openen":             (302, 404, 403, 403, 403, 403, 403, 403, 404, 403),
    #                                    niem vrmd anna carl eva  frit ina  gerd hugo dirk
    "mensen":                             (302, 404, 403, 403, 403, 403, 200, 403, 200, 403),
    "mens_nieuw":                         (302, 404, 403, 403, 403, 403, 200, 403, 200, 403),
    "mens":                               (302, 404, 403, 403, 403, 403, 404, 403, 404, 403),
    "mens_functie":                       (302, 404, 403, 403, 403, 403, 404, 403, 404, 403),
    "mens_verklaring":                    (302, 404, 403, 403, 403, 403, 404, 403, 404, 403),
    "mens_verklaring_einde":              (302, 404, 403, 403, 403, 403, 404, 403, 404, 403),
    "mens_uitnodigen":                    (302, 404, 403, 403, 403, 403, 405, 403, 405, 403),
    "mens_adres":                         (302, 404, 403, 403, 403, 403, 405, 403, 405, 403),
    "mens_afmelden":                      (302, 404, 403, 403, 403, 403, 404, 403, 404, 403),
    "mens_factor":                        (302, 404, 403, 403, 403, 403, 404, 403, 404, 403),
    "autorisaties":                       (302, 404, 403, 403, 403, 403, 200, 200, 200, 403),
    "autorisaties_uitvoer":               (302, 404, 403, 403, 403, 403, 200, 200, 200, 403),
    "autorisaties_bevestigen":            (302, 404, 403, 403, 403, 403, 405, 403, 405, 403),
    "autorisaties_geschiedenis":          (302, 404, 403, 403, 403, 403, 200, 200, 200, 403),
    "autorisaties_geschiedenis_uitvoer":  (302, 404, 403, 403, 403, 403, 200, 200, 200, 403),
    "autorisaties_mens":                  (302, 404, 403, 403, 403, 403, 404, 404, 404, 403),
    "autorisaties_sets":                  (302, 404, 403, 403, 403, 403, 200, 200, 200, 403),
    "autorisaties_set":                   (302, 404, 403, 403, 403, 403, 200, 200, 200, 403),
    "factor_beslissen":                   (302, 404, 403, 403, 403, 403, 403, 404, 403, 403),
    "autorisatie":                        (302, 404, 403, 403, 403, 403, 404, 404, 404, 403),
    "autorisatie_verlenen":               (302, 404, 403, 403, 403, 403, 403, 404, 403, 403),
    "autorisatie_hervatten":              (302, 404, 403, 403, 403, 403, 403, 404, 403, 403),
    "autorisatie_daad":                   (302, 404, 403, 403, 403, 403, 404, 404, 404, 403),
    # Pages of Haarlem: nobody of Heemstede has the verbs.
    "huren":                             (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "huur_nieuw":                        (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "huren_inlezen":                     (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "huren_inlezing":                    (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "huren_melden":                      (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "huur":                              (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "huur_aanpassen":                    (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "huur_contact":                      (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "huur_brief":                        (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "huur_brief_pdf":                    (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "huur_regeling":                     (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "zaak_huur":                         (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "contactlijst":                      (302, 404, 404, 404, 404, 404, 404, 403, 404, 403),
    "contactlijst_verspreiden":          (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "contactlijst_versie":               (302, 404, 404, 404, 404, 404, 404, 403, 404, 403),
    "contact_wijzigen":                  (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "kengetallen":                       (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "kengetallen_csv":                   (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "kengetallen_pdf":                   (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "kengetallen_delen":                 (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "uitzettingen":                      (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "te_laat":                           (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "wachtlijst":                        (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "brp_wachtlijst":                    (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "contacten":                         (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "aankondiging":                      (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "aankondiging_pdf":                  (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "extra_terugkoppeling":              (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "interventies":                    (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "overdracht":                        (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "overdracht_pdf":                    (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "privacy":                           (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "privacybrief":                      (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "zaak_overzicht":                    (302, 404, 404, 404, 404, 404, 404, 403, 404, 403),
    "evaluaties":                        (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "evaluatie_nieuw":                   (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "overleg_nieuw":                     (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "evaluatie":                         (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "evaluatie_besluit":                 (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "vastleggingen":                     (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "vastlegging_document":              (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "vastlegging_nieuw":                 (302, 404, 404, 404, 403, 403, 403, 403, 403, 403),
    "afspraken":                         (302, 404, 404, 404, 404, 404, 404, 403, 404, 403),
    "afspraak_nieuw":                    (302, 404, 403, 403, 403, 403, 403, 403, 403, 403),
    "afspraak":                          (302, 404, 404, 404, 404, 404, 404, 403, 404, 403),
    "demo":                               (200,) * 10,
    "demo_inloggen":                      (405,) * 10,
    "demo_post":                          (200,) * 10,
    "demo_klok":                          (405,) * 10,
    "account_login":                      (200,) + (302,) * 9,
    "account_logout":                     (302,) + (200,) * 9,
    "account_inactive":                   (200,) * 10,
    "mfa_index":                          (302,) + (200,) * 9,
    "mfa_authenticate":                   (302,) * 10,
    "mfa_reauthenticate":                 (302,) + (403,) * 9,
    "mfa_activate_totp":                  (302,) + (200,) * 9,
    "mfa_deactivate_totp":                (302,) + (404,) * 9,
    "mfa_view_recovery_codes":            (302,) + (404,) * 9,
    "mfa_generate_recovery_codes":        (302,) + (200,) * 9,
    "sessies":                            (302,) + (200,) * 9,
    "bezig":                              (405,) * 10,
    "formulier":                          (302,) * 10,
    "account_change_password":            (302,) + (200,) * 9,
    "account_reset_password":             (200,) * 10,
    "account_reset_password_done":        (200,) * 10,
    "account_reset_password_from_key":    (200,) * 10,
    "account_reset_password_from_key_done": (200,) * 10,
    "oidc_opnieuw":                       (302,) * 10,
    "oidc_koppelen":                      (302,) + (404,) * 9,
    "openid_connect_login":               (405,) * 10,
    "openid_connect_callback":            (404,) * 10,
}  # fmt: skip


def adressen(patronen: list, soorten: frozenset[str] = frozenset()) -> Iterator[tuple[str, frozenset[str]]]:
    """Every name in the URL conf, with the names of the parts of its address."""
    for patroon in patronen:
        delen = soorten | patroon.pattern.regex.groupindex.keys()
        if isinstance(patroon, URLResolver):
            yield from adressen(patroon.url_patterns, delen)
        elif isinstance(patroon, URLPattern):
            yield str(patroon.name), frozenset(delen)


def pad(naam: str, delen: frozenset[str], **vast: object) -> str:
    waarden = {
        "convenant": "heemstede",
        "step": "adres",
        "uidb36": "1",
        "key": "x-y",
        "woning": 0,
        "aankondiging": 0,
        "versie": 1,
        "soort": "nieuw",
        "zaak": 0,
        "filter": 0,
        "huur": 0,
        "handeling": "ondersteuning_vragen",
        "plaats": 1,
        "deelname": 0,
        "team": 0,
        "vrije_dag": 0,
        "verklaring": 0,
        "naam": "maximum_bewoners",
        "medewerker": 0,
        "autorisatie": 0,
        "daad": "intrekken",
        "gegevensset": "naam_en_adres",
    } | vast
    return reverse(naam, kwargs={deel: waarden.get(deel, NIEMAND) for deel in delen})


ALLE = dict(adressen(get_resolver().url_patterns))


def test_elk_adres_staat_in_de_tabel() -> None:
    assert ALLE.keys() == STATUS.keys()


@pytest.mark.parametrize("wie", WIE)
def test_wat_opent_voor_wie(wereld: Wereld, klant: Callable[[str], Client], wie: str) -> None:
    ontvangst = wereld.raadpleeg("anna", LINDELAAN_12)
    with wereld.als("anna"):
        bevinding = Bevinding(["mist", "mist"], "anders", "Onbekend.")
        zaak = afwijkingen.wijkt_af(ontvangst, bevinding)
    client = klant(wie)
    gekregen = {}
    for naam, delen in ALLE.items():
        vast = {"ontvangst": ontvangst} if naam in ("raadpleging", "vergelijken") else {}
        if naam == "looptijd_vastleggen":
            vast = {"handeling": "opzeggen"}
        if naam in ("looptijd_voorstellen", "looptijd_beslissen"):
            vast = {"handeling": "wijziging_voorstellen"}
        if naam in ("zaak", "zaakhandeling"):
            vast = {"zaak": zaak, "handeling": "afwijking_melden"}
        gekregen[naam] = client.get(pad(naam, delen, **vast)).status_code
    assert gekregen == {naam: statussen[WIE.index(wie)] for naam, statussen in STATUS.items()}


def test_wie_niet_inlogde_leert_van_geen_adres_of_het_bestaat(
    wereld: Wereld, klant: Callable[[str], Client]
) -> None:
    """Every page of a convenant leads to the login, of one that exists and of one that does not."""
    niemand = klant("")
    echt = wereld.raadpleeg("anna", LINDELAAN_12)
    for naam, delen in ALLE.items():
        if "convenant" not in delen or naam == "openbaar":  # for anyone: a convenant is no secret
            continue
        for code in ("heemstede", "nergens"):
            for ontvangst in (echt, uuid4()):
                adres = pad(naam, delen, convenant=code, ontvangst=ontvangst)
                response = niemand.get(adres)
                assert (response.status_code, response.url) == (
                    302,
                    f"{reverse(settings.LOGIN_URL)}?next={adres.replace('/', '%2F')}",
                )
                assert response.content == b""
