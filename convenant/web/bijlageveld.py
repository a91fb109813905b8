"""The field for a document or picture. It is taken in at once, so that a wrong date elsewhere does not lose it."""

from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from convenant.poort import bijlagen
from convenant.poort.handeling import Ongeldig

SOORTEN = "application/pdf,image/jpeg,image/png,image/heic,.pdf,.jpg,.jpeg,.png,.heic"


@dataclass(frozen=True)
class Ingestuurd:
    """What one such field sends: a new file, the id of the file that was taken in before, whether that must go."""

    bestand: UploadedFile | None
    klaar: str
    weg: bool


class Bijlagekiezer(forms.FileInput):
    """A file input, with above it the file that is there already."""

    template_name = "nl/bijlage.html"
    klaar: bijlagen.Concept | None = None

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Ingestuurd:
        return Ingestuurd(files.get(name), data.get(f"{name}_klaar", ""), f"{name}_weg" in data)

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return name not in files and f"{name}_klaar" not in data

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        # A form that is shown for the first time may bring the file of an earlier one, as the value it gave.
        eerder = bijlagen.concept(value["bijlage"]) if isinstance(value, dict) else None
        return super().get_context(name, None, attrs) | {"klaar": self.klaar or eerder}


class Bijlageveld(forms.FileField):
    """Gives the value for the field of a set: {"bijlage", "naam", "soort", "omvang"}, or None.

    The file itself waits as a concept of the own group; `poort.verstrek` attaches it. Only in a form of a page that
    names its verb: somebody must be acting.
    """

    widget = Bijlagekiezer
    default_error_messages = {
        "weg": "Het bestand dat u eerder koos, is er niet meer. Kies het opnieuw.",
    }

    def __init__(self, **kwargs: Any) -> None:
        grens = settings.BIJLAGE_MAX_BYTES // (1024 * 1024)
        kwargs.setdefault("help_text", f"Een pdf, jpg, png of heic van niet meer dan {grens} MB.")
        super().__init__(**kwargs)
        self.widget.attrs.setdefault("accept", SOORTEN)

    def clean(self, data: Ingestuurd, initial: Any = None) -> dict[str, Any] | None:
        eerder, kiezer = bijlagen.concept(data.klaar), cast(Bijlagekiezer, self.widget)
        kiezer.klaar = None if data.weg else eerder
        if data.bestand:  # one that is refused leaves the earlier one where it was
            kiezer.klaar = self._neem_aan(data.bestand)
        if eerder and kiezer.klaar != eerder:
            bijlagen.vergeet(eerder.id)
        if kiezer.klaar:
            return kiezer.klaar.waarde
        if data.klaar and not eerder:
            raise ValidationError(self.error_messages["weg"], code="weg")
        if self.required:
            raise ValidationError(self.error_messages["required"], code="required")
        return None

    def _neem_aan(self, bestand: UploadedFile) -> bijlagen.Concept | None:
        try:
            return bijlagen.concept(bijlagen.neem_aan(bestand))
        except Ongeldig as fout:
            raise ValidationError(list(fout.fouten.values()), code="invalid") from fout

    def has_changed(self, initial: Any, data: Any) -> bool:
        return not self.disabled and data is not None
