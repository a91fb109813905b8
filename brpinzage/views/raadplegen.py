"""Raadplegen as a wizard: address, doel, identity, check, result. What is typed stays in the session, in the database.

Each wizard has a kenmerk of its own in the URL: two tabs stay apart, and the same form twice is one raadpleging.
"""

from typing import Any
from uuid import UUID, uuid4, uuid5

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe
from formtools.wizard.views import NamedUrlSessionWizardView, WizardView

from brpinzage import handelingen, laden
from brpinzage.forms import AdresForm, ControleForm, DoelForm, IdentiteitForm
from brpinzage.handelingen import Identiteit
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import Geweigerd, Ongeldig, pagina
from convenant.web.templatetags.woorden import artikel

STAPPEN = [
    ("adres", AdresForm, "Adres"),
    ("doel", DoelForm, "Doel"),
    ("identiteit", IdentiteitForm, "Identiteit"),
    ("controle", ControleForm, "Controle"),
]


@pagina("raadplegen")
@require_safe
def overzicht(request: Verzoek, convenant: str) -> HttpResponse:
    """What one looked up today and may still see, and the way to a new raadpleging, which says what is missing."""
    context = {
        "nav": "raadplegen",
        "vandaag": handelingen.van_vandaag(),
        "uittreksel": laden.actief_uittreksel(),
    }
    return render(request, "brpinzage/raadplegingen.html", context)


@pagina("raadplegen", verse_factor=True)
@require_safe
def nieuw(request: Verzoek, convenant: str) -> HttpResponse:
    """A fresh wizard, or the refusal with its article when this person may not consult."""
    handelingen.toets_toegang()
    return redirect("raadplegen_stap", convenant, uuid4(), "adres")


def prefix(convenant: str, kenmerk: UUID) -> str:
    """What the session keeps a wizard under."""
    return f"raadplegen-{convenant}-{kenmerk}"


class RaadpleegWizard(NamedUrlSessionWizardView):
    """Forms one by one; the gate is asked after each step, so that a refusal comes where it belongs."""

    form_list: Any = [(naam, form) for naam, form, _ in STAPPEN]
    template_name = "brpinzage/raadplegen.html"

    def get_prefix(self, request: Verzoek, *args: Any, **kwargs: Any) -> str:
        return prefix(kwargs["convenant"], kwargs["kenmerk"])

    def get_step_url(self, step: str) -> str:
        return reverse("raadplegen_stap", args=[self.kwargs["convenant"], self.kwargs["kenmerk"], step])

    @property
    def kenmerk(self) -> UUID:
        """The number of this form within the own group: a number of another group is just a number here."""
        return uuid5(self.kwargs["kenmerk"], str(self.request.wie.groep))

    def dispatch(self, request: Verzoek, *args: Any, **kwargs: Any) -> HttpResponse:
        """Sent again, or back after the result: the same raadpleging, not another."""
        if eerder := handelingen.eerder(self.kenmerk):
            return redirect("raadpleging", kwargs["convenant"], eerder)
        return super().dispatch(request, *args, **kwargs)

    def get(self, *args: Any, **kwargs: Any) -> HttpResponse:
        return self._naar_eerste_open() or super().get(*args, **kwargs)

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """The step of the URL is the one sent. Raises SuspiciousOperation when the form says it is another."""
        stap = kwargs["step"]
        if self.request.POST.get(f"{self.prefix}-current_step") != stap:
            raise SuspiciousOperation("The form belongs to another step.")
        if omweg := self._naar_eerste_open():
            return omweg
        self.storage.current_step = stap
        return super().post(*args, **kwargs)

    def _naar_eerste_open(self) -> HttpResponse | None:
        """A step that is not there, or comes before its turn, leads to the first one open, with a word about why."""
        stap, stappen = self.kwargs["step"], list(self.form_list)
        open_stappen = (s for s in stappen if self.get_cleaned_data_for_step(s) is None)
        eerste = next(open_stappen, stappen[-1])
        if stap in stappen and stappen.index(stap) <= stappen.index(eerste):
            return None
        messages.info(
            self.request,
            "Vul eerst deze stap in. Bent u opnieuw ingelogd? Dan is weg wat u eerder invulde.",
        )
        return redirect(self.get_step_url(eerste))

    def get_form_kwargs(self, step: str | None = None) -> dict[str, Any]:
        return {"doelen": handelingen.doelen()} if step == "doel" else {}

    def process_step(self, form: Any) -> Any:
        """Ask the gate about as much as is known. A step it refuses is not kept: it stays the first one open."""
        try:
            self._toets(form)
        except Geweigerd as weigering:
            for reden in weigering.redenen:
                form.add_error(None, f"{reden.tekst} ({artikel(reden.eis)})" if reden.eis else reden.tekst)
            return None
        return super().process_step(form)

    def _toets(self, form: Any) -> None:
        if self.steps.current == "adres":
            handelingen.toets_adres(form.adres)
        elif self.steps.current == "identiteit":
            handelingen.toets_identiteit(self._gegevens("adres")["adres"], Identiteit(**form.identiteit))

    def render_next_step(self, form: Any, **kwargs: Any) -> HttpResponse:
        return self.render(form) if form.errors else super().render_next_step(form, **kwargs)

    def _gegevens(self, stap: str) -> dict[str, Any]:
        return self.get_cleaned_data_for_step(stap) or {}

    def get_context_data(self, form: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(form=form, **kwargs)
        titels = [titel for _, _, titel in STAPPEN]
        context |= {
            "nav": "raadplegen",
            "titels": titels,
            "titel": titels[self.steps.step0],
            "nummer": self.steps.step1,
            "vorige": self.get_step_url(self.steps.prev) if self.steps.prev else "",
        }
        if self.steps.current == "controle":
            context["overzicht"] = self._overzicht()
            if form.errors:
                context["schriftelijk"] = reverse(
                    "raadplegen_schriftelijk", args=[self.kwargs["convenant"], self.kwargs["kenmerk"]]
                )
        return context

    def _overzicht(self) -> list[tuple[str, str, str]]:
        """(label, what was typed, address of its step) for the last look before the raadpleging."""
        doel, wie = self._gegevens("doel"), self._gegevens("identiteit")
        document = dict(IdentiteitForm.base_fields["document"].choices)[wie["document"]]  # type: ignore[attr-defined]
        regels = (
            ("Adres", handelingen.volledig(self._gegevens("adres")["adres"]), "adres"),
            ("Doel", dict(handelingen.doelen())[doel["doel"]], "doel"),
            ("Waarom nodig", doel["noodzaak"], "doel"),
            ("Huurder of aspirant-huurder", wie["naam"], "identiteit"),
            ("Identiteit vastgesteld", f"{document}, {wie['datum']:%d-%m-%Y}", "identiteit"),
        )
        return [(label, waarde, self.get_step_url(stap)) for label, waarde, stap in regels]

    def render_done(self, form: Any, **kwargs: Any) -> HttpResponse:
        """Finish in the request that confirmed, not in a GET after it: reading an address is an act.

        What was typed is kept until it succeeds: it can be asked in writing.
        """
        try:
            return WizardView.render_done(self, form, **kwargs)
        except Ongeldig as fout:
            for zin in fout.fouten.values():
                form.add_error(None, zin)
            return self.render(form)
        except Geweigerd as weigering:
            context = {"redenen": weigering.redenen, "kenmerk": self.kwargs["kenmerk"]}
            return render(self.request, "brpinzage/raadpleging_geweigerd.html", context, status=403)

    def done(self, form_list: Any, form_dict: dict[str, Any], **kwargs: Any) -> HttpResponse:
        doel = form_dict["doel"].cleaned_data
        ontvangst = handelingen.raadpleeg(
            form_dict["adres"].adres,
            doel=doel["doel"],
            noodzaak=doel["noodzaak"],
            identiteit=Identiteit(**form_dict["identiteit"].identiteit),
            kenmerk=self.kenmerk,
        )
        return redirect("raadpleging", self.kwargs["convenant"], ontvangst)


wizard = pagina("raadplegen", verse_factor=True)(
    RaadpleegWizard.as_view(url_name="raadplegen_stap", done_step_name="klaar")
)


@pagina("inzien")
@require_safe
def resultaat(request: Verzoek, convenant: str, ontvangst: UUID) -> HttpResponse:
    """The own copy: names and address, and why one may see them. Every look is logged."""
    gevonden = handelingen.resultaat(ontvangst)
    waarom = {
        "doel": gevonden.doel,
        "grondslag": gevonden.grondslag,
        "artikel": artikel(gevonden.gelezen.eis),
        "rol": "Contactpersoon van de corporatie die dit adres beheert.",
        "redenen": [(tekst, artikel(eis)) for tekst, eis in gevonden.gelezen.redenen],
    }
    return render(
        request, "brpinzage/raadpleging.html", {"nav": "raadplegen", "resultaat": gevonden, "waarom": waarom}
    )
