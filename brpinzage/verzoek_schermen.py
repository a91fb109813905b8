"""The screens of a written request: which form, which sentence, which function."""

from convenant.web.zaakhandeling import Zaakhandeling

from . import verzoeken
from .verzoek_forms import ToewijsForm, VerzoekForm, VerzoekIntrekForm, VerzoekWeigerForm

VERZOEKEN = {
    "schriftelijk_verzoeken": Zaakhandeling(
        "Schriftelijk vragen",
        VerzoekForm,
        lambda zaak, form: verzoeken.vraag(form.verzoek, form.nummer),
        uitleg="Is een adres niet te raadplegen? Vraag dan schriftelijk aan de gemeente wie er staan ingeschreven. U vraagt "
        "het voor één adres, en de gemeente beslist (artikel 2.2).",
        knop="Vraag het aan de gemeente",
        gedaan="Het verzoek is verstuurd. U ziet hier wat de gemeente beslist.",
        sjabloon="brpinzage/adresformulier.html",
    ),
    "verzoek_intrekken": Zaakhandeling(
        "Intrekken",
        VerzoekIntrekForm,
        lambda zaak, form: verzoeken.trek_in(zaak, form.cleaned_data["reden"]),
        uitleg="Hebt u de gegevens niet meer nodig? Trek het verzoek dan in.",
        knop="Ja, trek in",
        icoon="undo-2",
        gevolg="Wat u vroeg, wordt ook bij de gemeente vernietigd. Dat kan niet terug.",
        gedaan="Het verzoek is ingetrokken.",
    ),
    "verzoek_toewijzen": Zaakhandeling(
        "Toewijzen",
        ToewijsForm,
        lambda zaak, form: verzoeken.wijs_toe(zaak, form.bewoners, form.nummer),
        uitleg="De corporatie krijgt de namen en het adres, en verder niets (artikel 2.5). Daarna is de zaak afgerond.",
        knop="Wijs toe en verstuur",
        icoon="check",
        gedaan="Het verzoek is toegewezen. De corporatie ziet de namen.",
        sjabloon="brpinzage/verzoek_toewijzen.html",
    ),
    "verzoek_weigeren": Zaakhandeling(
        "Weigeren",
        VerzoekWeigerForm,
        lambda zaak, form: verzoeken.weiger(zaak, form.cleaned_data["reden"], form.nummer),
        uitleg="De corporatie krijgt uw reden. Daarna is de zaak afgerond.",
        knop="Weiger het verzoek",
        icoon="x",
        gedaan="Het verzoek is geweigerd. De corporatie krijgt uw reden.",
    ),
}
