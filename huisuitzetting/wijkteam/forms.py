"""The forms of the wijkteam: choices, not text, wherever the convenant has no field for text."""

from collections.abc import Mapping
from typing import Any

from django import forms

from convenant.poort.dossier import Dossier
from convenant.poort.werklijst import collegas
from convenant.tijd import vandaag
from convenant.web.bijlageveld import Bijlageveld
from convenant.web.formulieren import Datumveld
from convenant.web.zaakhandeling import Zaakformulier

from . import hulp, terugkoppeling
from .gemeld import JA, NEE
from .wachtlijst import moet_reden

JA_NEE = ((JA, "Ja"), (NEE, "Nee"))
VOORRANG = (
    ("huurder_met_kinderen_tot_18", "Huurder met kinderen tot 18 jaar"),
    ("vijfenzestig_plus", "65 jaar of ouder"),
    ("verblijfsstatus", "Huurder met een verblijfsstatus"),
    ("bekend_bij_swt", "Al bekend bij het wijkteam"),
)
OP_DE_DAG = "Kijk naar de leeftijd op de dag dat de melding binnenkwam."
WIJZEN = (
    ("direct_aanbellen", "Aangebeld"),
    ("telefonische_aankondiging", "Gebeld"),
    ("brief_met_afzegmogelijkheid", "Brief, de huurder kan afzeggen"),
    ("brief_zonder_afzegmogelijkheid", "Brief, de huurder kan niet afzeggen"),
)
# What came of it, in one choice: at the door a tap counts. Each: label, reached, declined.
UITKOMSTEN = {
    "gesproken": ("Gesproken", True, False),
    "niet_bereikt": ("Niet bereikt", False, False),
    "afgezien": ("De huurder ziet af van het gesprek (na een brief)", True, True),
}


def ja_of_nee(label: str, **anders: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, widget=forms.RadioSelect, choices=JA_NEE, **anders)


def reden_afwijken(**anders: Any) -> forms.CharField:
    return forms.CharField(
        label="Waarom wijkt u af van de volgorde?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Alleen uw wijkteam leest dit, zolang de zaak op de wachtlijst staat.",
        **anders,
    )


class BekendheidForm(Zaakformulier):
    stapp = ja_of_nee("Is de huurder bekend in STAPP?")
    sdv = ja_of_nee("Is de huurder bekend in het SDV-systeem?")


class VraagBekendheidForm(Zaakformulier):
    geen_sdv = forms.BooleanField(label="In ons wijkteam zit nu geen SDV'er", required=False)


class AntwoordBekendheidForm(Zaakformulier):
    bekend = ja_of_nee("Is de huurder bekend bij SDV?")


class InBehandelingForm(Zaakformulier):
    """From the waiting list out of order it asks why."""

    reden = reden_afwijken(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.dossier is None or not moet_reden(self.dossier.id):
            del self.fields["reden"]


class WachtlijstForm(Zaakformulier):
    voorrangsgroep = forms.ChoiceField(
        label="Hoort de huurder bij een groep die voorgaat?",
        widget=forms.RadioSelect,
        choices=(("geen", "Nee, of dat is niet bekend"), *VOORRANG),
        initial="geen",
        help_text=OP_DE_DAG,
    )

    @property
    def groep(self) -> str:
        return self.cleaned_data["voorrangsgroep"].removeprefix("geen")


class VoorrangForm(Zaakformulier):
    voorrangsgroep = forms.ChoiceField(
        label="Bij welke groep die voorgaat hoort de huurder?",
        widget=forms.RadioSelect,
        choices=VOORRANG,
        required=False,
        help_text=OP_DE_DAG,
    )
    reden = reden_afwijken(required=False)


class ContactpogingForm(Zaakformulier):
    """Three taps: how, what came of it, save. The day is today unless it is said otherwise."""

    wijze = forms.ChoiceField(label="Hoe zocht u contact?", widget=forms.RadioSelect, choices=WIJZEN)
    uitkomst = forms.ChoiceField(
        label="Wat kwam eruit?",
        widget=forms.RadioSelect,
        choices=[(naam, rij[0]) for naam, rij in UITKOMSTEN.items()],
    )
    dag = Datumveld(label="Op welke dag?")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["dag"].initial = vandaag()

    @property
    def bereikt(self) -> bool:
        return UITKOMSTEN[self.cleaned_data["uitkomst"]][1]

    @property
    def afgezien(self) -> bool:
        return UITKOMSTEN[self.cleaned_data["uitkomst"]][2]


class ContactForm(Zaakformulier):
    """That there was contact: how, and when."""

    wijze = forms.ChoiceField(label="Hoe had u contact?", widget=forms.RadioSelect, choices=WIJZEN)
    dag = Datumveld(label="Op welke dag?")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["dag"].initial = vandaag()


class AankondigingForm(Zaakformulier):
    datum_gesprek = Datumveld(label="Op welke dag wilt u de huurder spreken?")
    afzeggen = ja_of_nee("Kan de huurder het gesprek afzeggen?")


class TerugkoppelForm(Zaakformulier):
    """The five items; what was reported goes along by itself."""

    contact_gelegd = ja_of_nee("Is er contact met de huurder?")
    in_behandeling = forms.ChoiceField(
        label="Is de melding binnen vijf werkdagen in behandeling?",
        widget=forms.RadioSelect,
        choices=(*JA_NEE, (terugkoppeling.NOG_NIET, "Nog niet (bijvoorbeeld: wachtlijst)")),
    )
    incasso = ja_of_nee("Kan de corporatie de incasso hervatten?")
    datum = Datumveld(
        label="Vanaf welke dag betaalt de huurder de huur weer, en de achterstand in delen?",
        required=False,
        help_text="Leeg als er nog geen dag is afgesproken. Bijvoorbeeld 31-12-2026.",
    )


class RegieForm(Zaakformulier):
    """Somebody of the team, or somebody elsewhere; then where, and when the tenant was consulted."""

    ELDERS = "elders"
    medewerker = forms.ChoiceField(label="Wie voert de regie?", widget=forms.RadioSelect)
    naam = forms.CharField(
        label="Naam",
        max_length=200,
        required=False,
        help_text="Alleen als de regie bij een andere organisatie ligt.",
    )
    organisatie = forms.CharField(label="Organisatie", max_length=200, required=False)
    overlegd_op = Datumveld(label="Wanneer overlegde u daarover met de huurder?", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mensen = [(str(pk), naam) for pk, naam in collegas().items()]
        self.fields["medewerker"].choices = [*mensen, (self.ELDERS, "Iemand van een andere organisatie")]  # type: ignore[attr-defined]

    @property
    def regie(self) -> hulp.Regievoering:
        gekozen = self.cleaned_data["medewerker"]
        if gekozen != self.ELDERS:
            return hulp.Regievoering(int(gekozen))
        return hulp.Regievoering(
            None,
            self.cleaned_data["naam"].strip(),
            self.cleaned_data["organisatie"].strip(),
            self.cleaned_data["overlegd_op"],
        )


def regie_vooraf(dossier: Dossier | None) -> Mapping[str, Any]:
    """Who leads now, so that laying it down again for who came in later is one press."""
    regie = hulp.regie_van(dossier.id) if dossier else None
    if regie is None:
        return {}
    if regie.medewerker is not None:
        return {"medewerker": str(regie.medewerker)}
    elders = {"naam": regie.naam, "organisatie": regie.organisatie, "overlegd_op": regie.overlegd_op}
    return elders | {"medewerker": RegieForm.ELDERS}


class MeerForm(RegieForm):
    """Who leads is asked only when it is not known yet."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.dossier is not None and hulp.heeft_regie(self.dossier.id):
            for naam in ("medewerker", "naam", "organisatie", "overlegd_op"):
                del self.fields[naam]

    @property
    def regie_of_niets(self) -> hulp.Regievoering | None:
        return self.regie if "medewerker" in self.cleaned_data else None


class InterventieForm(Zaakformulier):
    soort = forms.ChoiceField(
        label="Wat deed u?", widget=forms.RadioSelect, choices=tuple(hulp.SOORTEN.items())
    )
    resultaat = forms.ChoiceField(
        label="Wat is het resultaat?", widget=forms.RadioSelect, choices=tuple(hulp.RESULTATEN.items())
    )
    dag = Datumveld(label="Op welke dag?")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["dag"].initial = vandaag()


class ExtraForm(Zaakformulier):
    """What goes back beside the five items; the consent is asked as long as none is on file."""

    gegeven_op = Datumveld(label="Wanneer gaf de klant schriftelijk toestemming?")
    omvang = forms.CharField(
        label="Wat mag u van de klant aan de corporatie vertellen?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Zoals het in de getekende toestemming staat.",
    )
    bewijs = Bijlageveld(label="De getekende toestemming")
    onderwerp = forms.CharField(label="Onderwerp", max_length=100)
    inhoud = forms.CharField(
        label="Wat wilt u de corporatie laten weten?",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Alleen waar de klant mee instemde. Niets over gezondheid als dat er niet in staat.",
    )

    def __init__(self, *args: Any, vastgelegd: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if vastgelegd:
            for naam in ("gegeven_op", "omvang", "bewijs"):
                del self.fields[naam]


class OverdrachtForm(Zaakformulier):
    """A warm handover to one organisation, with the consent for that one."""

    organisatie = forms.CharField(label="Aan welke organisatie draagt u over?", max_length=100)
    overlegd_op = Datumveld(label="Wanneer overlegde u daarover met de huurder?")
    gegeven_op = Datumveld(label="Wanneer stemde de huurder in met deze overdracht?")
    wijze = forms.ChoiceField(
        label="Hoe stemde de huurder in?",
        widget=forms.RadioSelect,
        choices=(
            ("schriftelijk", "Schriftelijk, met handtekening"),
            ("bericht", "Per e-mail of app"),
            ("mondeling", "Mondeling"),
        ),
    )
    hulpvraag = forms.CharField(
        label="Wat is de hulpvraag van de huurder?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Dit komt in de brief aan de organisatie. Schrijf het op zoals de huurder het zegt.",
    )
    datum_driegesprek = Datumveld(label="Wanneer is het gesprek met u, de huurder en de organisatie?")


def terugkoppel_vooraf(dossier: Any) -> Mapping[str, Any]:
    """What the own rows say already."""
    return terugkoppeling.stand(dossier.id)


def voorrang_vooraf(dossier: Any) -> Mapping[str, Any]:
    """What was kept before, to correct it."""
    gelezen = dossier.laatste("voorrang")
    if gelezen is None:
        return {}
    bekend = {veld.naam: veld.waarde for veld in gelezen.velden}
    return {
        "voorrangsgroep": bekend.get("voorrangsgroep", ""),
        "reden": bekend.get("reden_afwijking_volgorde", ""),
    }


def bekendheid_vooraf(dossier: Any) -> Mapping[str, Any]:
    """What SDV answered."""
    antwoord = dossier.laatste("antwoord_bekendheid")
    return {"sdv": antwoord.waarde("bekend_bij_sdv")} if antwoord else {}
