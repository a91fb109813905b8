"""The screens of the verbs of the working agreements on a case."""

from convenant.web.zaakhandeling import Zaakhandeling

from . import contactlijst, evaluaties
from .forms import ContactpersoonForm, VervangForm


def _verwerk(zaak: int, form: VervangForm) -> int:
    assert form.dossier is not None
    return contactlijst.verwerk(zaak, contactlijst.aangeleverd(form.dossier), form.vervangen, form.nummer)


CONTACTLIJST = {
    contactlijst.AANLEVEREN: Zaakhandeling(
        "Contactpersoon doorgeven",
        ContactpersoonForm,
        lambda zaak, form: contactlijst.lever_aan(form.contact, form.nummer),
        uitleg="Geef een nieuwe contactpersoon door, of een verandering bij wie er al in de lijst staat. "
        "De beleidsadviseur van de gemeente verwerkt dit. Daarna krijgt iedereen de nieuwe lijst.",
        gedaan="De wijziging is verstuurd. De beleidsadviseur verwerkt haar in de contactlijst.",
    ),
    contactlijst.VERWERKEN: Zaakhandeling(
        "In de contactlijst zetten",
        VervangForm,
        _verwerk,
        uitleg="Er komt een nieuwe versie van de contactlijst. Iedereen die meewerkt krijgt daar bericht van.",
        knop="Zet in de lijst en verspreid",
        icoon="send",
        gedaan="De nieuwe contactlijst is verspreid.",
    ),
}
EVALUATIES = {
    evaluaties.VOORTZETTEN: Zaakhandeling("Naar de evaluatie", icoon="clipboard-list", adres="evaluatie"),
}
WERKAFSPRAKEN = CONTACTLIJST | EVALUATIES
