"""The screens of what a corporatie does before the handover: its page of the tenancy, and closing."""

from convenant.web.zaakhandeling import Zaakhandeling

from . import huren
from .forms import SluitForm

BIJ_CORPORATIE = {
    "contact_zoeken": Zaakhandeling("Contact zoeken", icoon="phone", adres="zaak_huur"),
    "brief_versturen": Zaakhandeling("Herinneringsbrief", icoon="mail", adres="zaak_huur"),
    "zaak_sluiten": Zaakhandeling(
        "Zaak sluiten",
        SluitForm,
        lambda zaak, form: huren.sluit(zaak, form.cleaned_data["reden"]),
        uitleg="De zaak is dan afgerond. Alle termijnen stoppen.",
        knop="Sluit de zaak",
        icoon="folder-x",
        gevolg="Dat kan niet terug. Komt er later weer achterstand, dan begint een nieuwe zaak.",
        gedaan="De zaak is gesloten.",
    ),
}
