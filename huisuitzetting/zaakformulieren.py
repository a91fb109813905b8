"""The screens of Haarlem's verbs on a case. Before the handover they stand on the page of the tenancy."""

from convenant.web.zaakhandeling import Zaakhandeling

BIJ_CORPORATIE = {
    "contact_zoeken": Zaakhandeling("Contact zoeken", icoon="phone", adres="zaak_huur"),
    "brief_versturen": Zaakhandeling("Herinneringsbrief", icoon="mail", adres="zaak_huur"),
}

HANDELINGEN = BIJ_CORPORATIE
