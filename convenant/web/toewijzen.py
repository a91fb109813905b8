"""Who handles a case, on screen: from the page of the case, or for several at once from the list."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from convenant.beleid.taal import INZIEN
from convenant.poort import toewijzen, werklijst
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import Ongeldig, pagina
from convenant.poort.lijst import PER_PAGINA
from convenant.poort.toewijzen import Toegewezen

from .formulieren import Formulier

KIES = "Kies eerst een of meer zaken. Zet een vinkje voor het zaaknummer."


class BehandelaarForm(Formulier):
    """To whom, and who it was on the screen."""

    show_optional = False
    behandelaar = forms.TypedChoiceField(
        label="Behandelaar", required=False, coerce=int, empty_value=None, choices=()
    )
    was = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, collegas: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["behandelaar"].choices = [("", "Nog van niemand"), *collegas.items()]  # type: ignore[attr-defined]


@pagina(INZIEN)
@require_POST
def behandelaar(request: Verzoek, convenant: str, zaak: int) -> HttpResponse:
    """Assign, take, take over or hand back. Who has it by now is said, and nothing changes."""
    mensen = werklijst.collegas()
    form = BehandelaarForm(request.POST, collegas=mensen)
    if not form.is_valid():
        messages.warning(request, toewijzen.ONBEKEND)
        return redirect("zaak", convenant, zaak)
    try:
        gedaan = toewijzen.wijs_toe(zaak, form.cleaned_data["behandelaar"], form.cleaned_data["was"])
    except Ongeldig as fout:
        for zin in fout.fouten.values():
            messages.warning(request, zin)
    else:
        _zeg(request, [gedaan], mensen)
    return redirect("zaak", convenant, zaak)


@pagina(INZIEN)
@require_POST
def meer(request: Verzoek, convenant: str) -> HttpResponse:
    """Several at once, back to the same part of the list. What does not succeed is told case by case."""
    mensen = werklijst.collegas()
    form = BehandelaarForm(request.POST, collegas=mensen)
    gekozen = list(_gekozen(request.POST.getlist("zaak")))[:PER_PAGINA]
    if not form.is_valid():
        messages.warning(request, toewijzen.ONBEKEND)
    elif not gekozen:
        messages.warning(request, KIES)
    else:
        gedaan = toewijzen.wijs_alle_toe(gekozen, form.cleaned_data["behandelaar"])
        _zeg(request, [rij for rij in gedaan if not rij.fout], mensen)
        for rij in gedaan:
            if rij.fout:
                messages.warning(request, rij.fout)
    terug = QueryDict(request.POST.get("terug", "").removeprefix("?"))
    return redirect(f"{reverse('zaken', args=[convenant])}?{terug.urlencode()}")


def _gekozen(waarden: Sequence[str]) -> Iterator[tuple[int, int | None]]:
    """Each ticked case with who had it on the screen: "12-34", or "12-" when nobody had."""
    for waarde in waarden:
        if paar := re.fullmatch(r"(\d{1,18})-(\d{0,18})", waarde):
            yield int(paar[1]), int(paar[2]) if paar[2] else None


def _zeg(request: Verzoek, gedaan: Sequence[Toegewezen], mensen: Mapping[int, str]) -> None:
    """What became of it, and who hears of it."""
    assert request.wie is not None
    if not gedaan:
        return
    ik, aan = request.wie.medewerker.pk, gedaan[0].aan
    wat = "De zaak is" if len(gedaan) == 1 else f"{len(gedaan)} zaken zijn"
    van_wie = "van u" if aan == ik else "weer van de hele groep" if aan is None else f"van {mensen[aan]}"
    anderen = {rij.van for rij in gedaan if rij.van not in (None, ik, aan)} | ({aan} - {None, ik})
    zinnen = [f"{wat} nu {van_wie}."]
    if overgenomen := sorted({mensen[rij.van] for rij in gedaan if rij.van and rij.van in anderen - {aan}}):
        zinnen.append(f"Eerst was {'dat' if len(gedaan) > 1 else 'zij'} van {' en '.join(overgenomen)}.")
    if anderen:
        zinnen.append("Wie het aangaat, krijgt een bericht.")
    messages.success(request, " ".join(zinnen))
