"""The form renderer: markup that a screen reader can follow, and sentences in plain Dutch."""

from datetime import date
from html.parser import HTMLParser

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.loader import render_to_string

from convenant.web.formulieren import Datumveld, Formulier

from .voorbeeld import AlleVelden, Filter


class Page(HTMLParser):
    """The attributes of every element of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def all(self, attribute: str) -> list[str]:
        return [value for _, attrs in self.elements if (value := attrs.get(attribute))]


def described(html: str) -> dict[str, list[str]]:
    return {
        attrs["id"] or "": (attrs["aria-describedby"] or "").split()
        for _, attrs in Page(html).elements
        if attrs.get("aria-describedby")
    }


@pytest.mark.parametrize("form", [AlleVelden(), AlleVelden({}, {})], ids=["empty", "with errors"])
def test_every_reference_points_at_one_element(form: Formulier) -> None:
    page = Page(str(form))
    ids = page.all("id")
    assert len(ids) == len(set(ids))
    referred = page.all("for") + [name for names in page.all("aria-describedby") for name in names.split()]
    assert len(referred) >= len(form.fields)
    assert set(referred) <= set(ids)


def test_a_field_is_described_by_its_help_and_its_error() -> None:
    assert described(str(AlleVelden()))["id_adres"] == ["id_adres_helptext"]
    wrong = described(str(AlleVelden({}, {})))
    assert wrong["id_adres"] == ["id_adres_helptext", "id_adres_error"]
    assert wrong["id_document"] == ["id_document_helptext", "id_document_error"], "the fieldset of a group"
    assert wrong["id_akkoord"] == ["id_akkoord_error"]


def test_a_wrong_field_says_so_to_a_screen_reader() -> None:
    inputs = {attrs.get("id"): attrs for _, attrs in Page(str(AlleVelden({}, {}))).elements}
    assert inputs["id_adres"]["aria-invalid"] == "true"
    assert "aria-invalid" not in inputs["id_aantal"]


def test_the_summary_links_every_error_to_its_field() -> None:
    form = AlleVelden({}, {})
    links = [
        href.lstrip("#")
        for href in Page(render_to_string("nl/error_summary.html", {"form": form})).all("href")
    ]
    assert len(links) == len(form.errors)
    assert set(links) <= set(Page(str(form)).all("id"))
    assert "id_document_0" in links, "the first choice of a group can have the focus, the group cannot"


def test_an_error_of_the_whole_form_stands_in_the_summary() -> None:
    form = AlleVelden({}, {})
    form.add_error(None, "Dit adres is niet van uw organisatie.")
    assert "<li>Dit adres is niet van uw organisatie.</li>" in render_to_string(
        "nl/error_summary.html", {"form": form}
    )


def test_a_form_without_errors_has_no_summary() -> None:
    assert render_to_string("nl/error_summary.html", {"form": AlleVelden()}).strip() == ""


def test_what_was_typed_comes_back_and_is_escaped() -> None:
    html = str(AlleVelden({"adres": "Lindelaan <b>12</b>", "document": "id", "informeren": ["b"]}, {}))
    assert 'value="Lindelaan &lt;b&gt;12&lt;/b&gt;"' in html
    checked = [attrs.get("id") for _, attrs in Page(html).elements if "checked" in attrs]
    assert checked == ["id_document_1", "id_informeren_1"]


def test_only_what_may_stay_empty_is_marked() -> None:
    html = str(AlleVelden())
    assert html.count("(niet verplicht)") == 3
    assert 'Bijlage <span class="app-optional">(niet verplicht)</span>' in html
    assert "(niet verplicht)" not in str(Filter())


def test_the_browser_leaves_the_checking_to_us() -> None:
    assert not any("required" in attrs for _, attrs in Page(str(AlleVelden())).elements)


@pytest.mark.parametrize(
    ("field", "css"),
    [
        (forms.CharField(), "utrecht-textbox"),
        (forms.CharField(widget=forms.Textarea), "utrecht-textarea"),
        (forms.ChoiceField(choices=[("a", "A")]), "utrecht-select"),
        (forms.ChoiceField(choices=[("a", "A")], widget=forms.RadioSelect), "utrecht-radio-button"),
        (
            forms.MultipleChoiceField(choices=[("a", "A")], widget=forms.CheckboxSelectMultiple),
            "utrecht-checkbox",
        ),
        (forms.BooleanField(), "utrecht-checkbox"),
        (forms.FileField(), "app-file"),
        (Datumveld(), "app-width-m"),
    ],
)
def test_a_widget_has_the_classes_of_the_design_system(field: forms.Field, css: str) -> None:
    form = Formulier()
    form.fields["veld"] = field
    classes = [
        attrs.get("class") or "" for tag, attrs in Page(str(form)).elements if attrs.get("name") == "veld"
    ]
    assert classes
    assert all(css in value.split() for value in classes)


CASES: list[tuple[forms.Field, object, str]] = [
    (forms.CharField(label="Naam"), "", "Vul ‘Naam’ in."),
    (
        forms.CharField(label="Naam", max_length=3),
        "abcd",
        "‘Naam’ is te lang. Gebruik niet meer dan 3 tekens.",
    ),
    (forms.CharField(label="Naam", min_length=3), "a", "‘Naam’ is te kort. Gebruik ten minste 3 tekens."),
    (forms.IntegerField(label="Aantal"), "x", "Vul bij ‘Aantal’ een heel getal in, bijvoorbeeld 12."),
    (
        forms.IntegerField(label="Aandeel (%)", max_value=9),
        "10",
        "Vul bij ‘Aandeel ( procent)’ niet meer dan 9 in.",
    ),
    (
        forms.DecimalField(label="Huur", decimal_places=2),
        "1.234",
        "Gebruik bij ‘Huur’ niet meer dan 2 cijfers achter de komma.",
    ),
    (
        forms.EmailField(label="E-mail"),
        "x",
        "Vul bij ‘E-mail’ een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.",
    ),
    (forms.BooleanField(label="Akkoord"), "", "Zet een vinkje bij ‘Akkoord’."),
    (forms.ChoiceField(label="Doel", choices=[("a", "A")]), "", "Maak een keuze bij ‘Doel’."),
    (
        forms.ChoiceField(label="Doel", choices=[("a", "A")]),
        "b",
        "Uw keuze bij ‘Doel’ kan niet meer. Kies opnieuw uit de lijst.",
    ),
    (forms.UUIDField(label="Kenmerk"), "x", "Wat u bij ‘Kenmerk’ hebt ingevuld, klopt niet. Controleer het."),
    (forms.CharField(label="Naam", error_messages={"required": "Hoe heet u?"}), "", "Hoe heet u?"),
    (Datumveld(label="Datum"), "", "Vul een datum in, bijvoorbeeld 31-12-2026."),
]


@pytest.mark.parametrize(("field", "value", "sentence"), CASES, ids=[case[2][:30] for case in CASES])
def test_errors_are_dutch_and_name_the_field(field: forms.Field, value: object, sentence: str) -> None:
    class Een(Formulier):
        veld = field

    assert Een({"veld": value}).errors["veld"] == [sentence]


def test_a_file_that_is_missing_or_empty() -> None:
    class Een(Formulier):
        extract = forms.FileField()

    assert Een({}, {}).errors["extract"] == ["Kies een bestand bij ‘Extract’."]
    empty = SimpleUploadedFile("extract.csv", b"")
    assert Een({}, {"extract": empty}).errors["extract"] == [
        "Het bestand bij ‘Extract’ is leeg. Kies een ander bestand."
    ]


def test_forms_do_not_change_the_sentences_of_each_other() -> None:
    class Eerste(Formulier):
        veld = forms.CharField(label="Eerste")

    class Tweede(Formulier):
        veld = forms.CharField(label="Tweede")

    assert Eerste({}).errors["veld"] == ["Vul ‘Eerste’ in."]
    assert Tweede({}).errors["veld"] == ["Vul ‘Tweede’ in."]


@pytest.mark.parametrize(
    "text", ["1-2-2026", "01-02-2026", "1/2/2026", "1.2.2026", " 01 - 02 - 2026 ", "1 2 2026"]
)
def test_a_date_as_people_write_it(text: str) -> None:
    assert Datumveld().clean(text) == date(2026, 2, 1)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("31-02-2026", "Deze datum bestaat niet"),
        ("0-1-2026", "Deze datum bestaat niet"),
        ("1-1-0000", "Dit jaar kan niet kloppen"),
        ("23-11-1026", "Dit jaar kan niet kloppen"),
        ("31-12-9999", "Dit jaar kan niet kloppen"),
    ]
    + [
        (text, "Vul de datum in als dag-maand-jaar")
        for text in ("1 feb 2026", "2026-02-01", "1-2-26", "x", "1-2-2026-3")
    ],
)
def test_a_date_that_is_none(text: str, start: str) -> None:
    with pytest.raises(forms.ValidationError, match=start):
        Datumveld().clean(text)


def test_a_date_is_shown_as_it_is_asked() -> None:
    class Een(Formulier):
        datum = Datumveld(initial=date(2026, 2, 1))

    assert 'value="01-02-2026"' in str(Een())
    assert 'value="31-02-2026"' in str(Een({"datum": "31-02-2026"})), "what was typed stays"
