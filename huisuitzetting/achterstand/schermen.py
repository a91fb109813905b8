"""The screens of what a corporatie does before the handover: its page of the tenancy."""

from convenant.web.zaakhandeling import Zaakhandeling

BIJ_CORPORATIE = {
    "contact_zoeken": Zaakhandeling("Contact zoeken", icoon="phone", adres="zaak_huur"),
    "brief_versturen": Zaakhandeling("Herinneringsbrief", icoon="mail", adres="zaak_huur"),
}
