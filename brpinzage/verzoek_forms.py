"""The forms of a written request: asking, withdrawing, granting with the names that go out, refusing."""

from typing import Any, ClassVar

from django import forms
from django.utils.functional import cached_property

from convenant.web.zaakhandeling import Zaakformulier

from .forms import ADRESDELEN, AdresForm, DoelForm, IdentiteitForm, InDelen
from .handelingen import Identiteit, doelen
from .verzoeken import NIEMAND, Gevonden, Verzoek, gevonden


class VerzoekForm(InDelen, Zaakformulier, IdentiteitForm, DoelForm, AdresForm):
    """The questions of a raadpleging, on one page."""

    delen: ClassVar = {
        "Adres": ADRESDELEN,
        "Doel": ("doel", "noodzaak"),
        "Identiteit": ("vastgesteld", "naam", "rol", "document", "datum"),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, doelen=doelen(), **kwargs)
        self.fields["noodzaak"].help_text = "Schrijf op wat er speelt. Noem geen BSN en geen gezondheid."

    @property
    def verzoek(self) -> Verzoek:
        gegevens = self.cleaned_data
        return Verzoek(self.adres, gegevens["doel"], gegevens["noodzaak"], Identiteit(**self.identiteit))


class VerzoekIntrekForm(Zaakformulier):
    reden = forms.CharField(
        label="Waarom trekt u het verzoek in?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="De gemeente ziet deze reden. Schrijf geen namen op.",
    )


class ToewijsForm(Zaakformulier):
    """The names as they go out, one per line; the officer has looked at who is hidden and decides (HEE-3.3)."""

    show_optional = False
    namen = forms.CharField(
        label="Wie staan er op dit adres ingeschreven?",
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Een naam per regel, en alleen de naam. De corporatie krijgt precies wat hier staat, met het adres.",
    )
    niemand = forms.BooleanField(label="Op dit adres staat niemand ingeschreven", required=False)
    gekeken = forms.BooleanField(
        label="Ik heb gekeken of iemand op dit adres geheimhouding heeft, en besluit deze namen te geven",
        error_messages={"required": "Kijk eerst of iemand geheimhouding heeft. Kruis daarna dit vak aan."},
    )

    @cached_property
    def gevonden(self) -> Gevonden | None:
        """Asked when the form is shown, not when it is sent: it is a look at what the BRP said."""
        return gevonden(self.dossier) if self.dossier else None

    def get_initial_for_field(self, field: forms.Field, field_name: str) -> Any:
        if field_name == "namen" and self.gevonden:
            return "\n".join(self.gevonden.namen)
        return super().get_initial_for_field(field, field_name)

    def clean_namen(self) -> list[str]:
        regels = (" ".join(regel.split()) for regel in self.cleaned_data["namen"].splitlines())
        return [regel for regel in regels if regel]

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        namen, niemand = gegevens.get("namen"), gegevens.get("niemand")
        if namen and niemand:
            self.add_error("niemand", "Vul namen in, of kruis aan dat niemand is ingeschreven. Niet allebei.")
        elif not namen and not niemand and "namen" not in self.errors:
            self.add_error("namen", "Vul de namen in, of kruis aan dat niemand is ingeschreven.")
        return gegevens

    @property
    def bewoners(self) -> list[str]:
        return [NIEMAND] if self.cleaned_data["niemand"] else self.cleaned_data["namen"]


class VerzoekWeigerForm(Zaakformulier):
    reden = forms.CharField(
        label="Waarom weigert u het verzoek?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="De corporatie leest dit. Schrijf niet op of iemand geheimhouding heeft.",
    )
