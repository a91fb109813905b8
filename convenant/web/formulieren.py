"""Every form: NL Design System markup by one renderer, and error sentences in plain Dutch by one base class."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting
from django.forms.utils import pretty_name

from convenant.poort.handeling import Geweigerd, Ongeldig

from .templatetags.woorden import artikel

# (widget, kind for nl/field.html, classes). CheckboxSelectMultiple is a RadioSelect in Django, so it stands first.
WIDGETS: list[tuple[type[forms.Widget], str, str]] = [
    (
        forms.CheckboxSelectMultiple,
        "checkbox-group",
        "utrecht-checkbox utrecht-custom-checkbox utrecht-custom-checkbox--html-input",
    ),
    (forms.RadioSelect, "radio-group", "utrecht-radio-button utrecht-radio-button--html-input"),
    (
        forms.CheckboxInput,
        "checkbox",
        "utrecht-checkbox utrecht-custom-checkbox utrecht-custom-checkbox--html-input",
    ),
    (forms.Textarea, "input", "utrecht-textarea utrecht-textarea--html-textarea"),
    (forms.Select, "input", "utrecht-select utrecht-select--html-select"),
    (forms.FileInput, "input", "utrecht-textbox app-file"),
    (forms.Widget, "input", "utrecht-textbox utrecht-textbox--html-input"),
]


class NLBoundField(BoundField):
    """A bound field that knows its NL Design System classes, and the id an error may point at."""

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        widget = widget or self.field.widget
        attrs = super().build_widget_attrs(attrs, widget)
        own = attrs.get("class", widget.attrs.get("class", ""))
        return attrs | {"class": f"{_look(widget)[1]} {own}".strip()}

    @property
    def kind(self) -> str:
        return _look(self.field.widget)[0]

    @property
    def is_group(self) -> bool:
        return self.kind.endswith("-group")

    @property
    def focus_id(self) -> str:
        """Where a link of the error summary goes: the input, or the first choice of a group."""
        return f"{self.auto_id}_0" if self.is_group else self.id_for_label

    @property
    def is_optional(self) -> bool:
        """Whether the label says "(niet verplicht)". A single checkbox is optional by nature."""
        wanted = getattr(self.form, "show_optional", True)
        return wanted and not self.field.required and self.kind != "checkbox"


def _look(widget: forms.Widget) -> tuple[str, str]:
    return next((kind, css) for cls, kind, css in WIDGETS if isinstance(widget, cls))


class NLRenderer(TemplatesSetting):
    """FORM_RENDERER of the project: `{{ form }}` and `{{ field.as_field_group }}` give finished markup."""

    form_template_name = "nl/form.html"
    field_template_name = "nl/field.html"
    bound_field_class = NLBoundField


# Per kind of field: error code -> sentence. {label} is filled in here, %(…)s by Django.
SENTENCES: dict[type[forms.Field], dict[str, str]] = {
    forms.Field: {
        "required": "Vul ‘{label}’ in.",
        "invalid": "Wat u bij ‘{label}’ hebt ingevuld, klopt niet. Controleer het.",
        "max_length": "‘{label}’ is te lang. Gebruik niet meer dan %(limit_value)d tekens.",
        "min_length": "‘{label}’ is te kort. Gebruik ten minste %(limit_value)d tekens.",
        "max_value": "Vul bij ‘{label}’ niet meer dan %(limit_value)s in.",
        "min_value": "Vul bij ‘{label}’ ten minste %(limit_value)s in.",
        "step_size": "Vul bij ‘{label}’ een veelvoud van %(limit_value)s in.",
        "null_characters_not_allowed": "In ‘{label}’ staat een teken dat wij niet kunnen lezen. Typ de tekst opnieuw.",
    },
    forms.IntegerField: {"invalid": "Vul bij ‘{label}’ een heel getal in, bijvoorbeeld 12."},
    forms.FloatField: {"invalid": "Vul bij ‘{label}’ een getal in, bijvoorbeeld 12,5."},
    forms.DecimalField: {
        "invalid": "Vul bij ‘{label}’ een getal in, bijvoorbeeld 12,50.",
        "max_digits": "Vul bij ‘{label}’ een getal in van niet meer dan %(max)s cijfers.",
        "max_decimal_places": "Gebruik bij ‘{label}’ niet meer dan %(max)s cijfers achter de komma.",
        "max_whole_digits": "Gebruik bij ‘{label}’ niet meer dan %(max)s cijfers voor de komma.",
    },
    forms.TimeField: {"invalid": "Vul bij ‘{label}’ een tijd in, bijvoorbeeld 14:30."},
    forms.DateTimeField: {
        "invalid": "Vul bij ‘{label}’ een datum en tijd in, bijvoorbeeld 31-12-2026 14:30."
    },
    forms.EmailField: {"invalid": "Vul bij ‘{label}’ een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl."},
    forms.URLField: {"invalid": "Vul bij ‘{label}’ een webadres in, bijvoorbeeld https://www.voorbeeld.nl."},
    forms.BooleanField: {"required": "Zet een vinkje bij ‘{label}’."},
    forms.ChoiceField: {
        "required": "Maak een keuze bij ‘{label}’.",
        "invalid_choice": "Uw keuze bij ‘{label}’ kan niet meer. Kies opnieuw uit de lijst.",
    },
    forms.MultipleChoiceField: {
        "invalid_list": "Uw keuze bij ‘{label}’ kan niet meer. Kies opnieuw uit de lijst."
    },
    forms.FileField: {
        "required": "Kies een bestand bij ‘{label}’.",
        "invalid": "Het bestand bij ‘{label}’ is niet aangekomen. Kies het bestand opnieuw.",
        "missing": "Kies een bestand bij ‘{label}’.",
        "empty": "Het bestand bij ‘{label}’ is leeg. Kies een ander bestand.",
        "max_length": "De naam van het bestand bij ‘{label}’ is te lang. Gebruik niet meer dan %(max)d tekens.",
        "contradiction": "U koos bij ‘{label}’ een bestand en ook ‘leegmaken’. Kies een van de twee.",
        "invalid_extension": "Dit soort bestand kan niet bij ‘{label}’. U kunt kiezen uit: %(allowed_extensions)s.",
    },
}


class DutchMessages:
    """Mix-in for a form: gives each field the sentences above, unless the field brings its own."""

    fields: dict[str, forms.Field]
    use_required_attribute = False  # the browser's own balloons are not in our words and not in the summary

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            _use_dutch(field, str(field.label or pretty_name(name)))


def _use_dutch(field: forms.Field, label: str) -> None:
    """Replace Django's sentences in `field.error_messages`; those of the field itself or of our own classes stay."""
    by_django: dict[str, Any] = {}
    ours: dict[str, str] = {}
    for cls in reversed(type(field).__mro__):
        if cls.__module__.startswith("django."):
            by_django |= cls.__dict__.get("default_error_messages", {})
        ours |= SENTENCES.get(cls, {})
    quoted = label.replace("%", " procent")  # Django fills in the sentence with the % operator
    for code, sentence in ours.items():
        if field.error_messages.get(code) is by_django.get(code):
            field.error_messages[code] = sentence.replace("{label}", quoted)


class Formulier(DutchMessages, forms.Form):
    """Base of every form. `show_optional = False` leaves "(niet verplicht)" out, as a filter above a list wants."""

    show_optional = True


@contextmanager
def fouten_in(form: Formulier) -> Iterator[None]:
    """What is refused within goes into the form: at its field, or above it with the article."""
    try:
        yield
    except Ongeldig as fout:
        for veld, zin in fout.fouten.items():
            form.add_error(veld if veld in form.fields else None, zin)
    except Geweigerd as weigering:
        for reden in weigering.redenen:
            form.add_error(None, f"{reden.tekst} ({artikel(reden.eis)})" if reden.eis else reden.tekst)


class Datumveld(forms.DateField):
    """A date as people write it: dd-mm-jjjj in a text box (a calendar is a poor way to give a birthday)."""

    default_error_messages = {
        "required": "Vul een datum in, bijvoorbeeld 31-12-2026.",
        "invalid": "Vul de datum in als dag-maand-jaar, bijvoorbeeld 31-12-2026.",
        "no_such_date": "Deze datum bestaat niet. Vul een datum in, bijvoorbeeld 31-12-2026.",
        "year": "Dit jaar kan niet kloppen. Vul een jaar in van 1900 tot en met 2100.",
    }

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"inputmode": "numeric", "autocomplete": "off", "class": "app-width-m"}
        kwargs.setdefault("widget", forms.DateInput(format="%d-%m-%Y", attrs=attrs))
        kwargs.setdefault("help_text", "Bijvoorbeeld 31-12-2026.")
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> date | None:
        if not isinstance(value, str) or value in self.empty_values:
            return super().to_python(value)
        parts = re.fullmatch(r"\s*(\d{1,2})\s?[-/. ]\s?(\d{1,2})\s?[-/. ]\s?(\d{4})\s*", value)
        if parts is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        day, month, year = map(int, parts.groups())
        if not 1900 <= year <= 2100:
            raise ValidationError(self.error_messages["year"], code="year")
        try:
            return date(year, month, day)
        except ValueError:
            raise ValidationError(self.error_messages["no_such_date"], code="no_such_date") from None
