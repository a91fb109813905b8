"""System checks: no page past the gate, no condition without an answer, no table without a fence or a reason."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, register
from django.urls import URLPattern, URLResolver, get_resolver

from convenant.beleid.register import register as beleidsregister

from .feiten import te_beantwoorden, vragen_van
from .tabellen import ZONDER_HEK, gehekt

# Views of others that show nothing of anyone, by module.
OPEN_VAN_ANDEREN = {
    "allauth.account": "sign-in and one's own password",
    "allauth.mfa": "one's own second factor",
    "django.views.static": "files of the design, in development",
    "django.contrib.staticfiles": "files of the design, in development",
}


@register("poort")
def elke_pagina_zegt_wie_haar_opent(**_: Any) -> list[CheckMessage]:
    return [
        Error(f"{patroon} zegt niet welke handeling hij is of waarom hij open is.", id="poort.E001")
        for patroon, view in _views(get_resolver().url_patterns)
        if getattr(view, "pagina", None) is None
        and not any(str(getattr(view, "__module__", "")).startswith(module) for module in OPEN_VAN_ANDEREN)
    ]


def _views(patronen: list[Any], ervoor: str = "/") -> Iterator[tuple[str, Any]]:
    for patroon in patronen:
        if isinstance(patroon, URLResolver):
            yield from _views(patroon.url_patterns, ervoor + str(patroon.pattern))
        elif isinstance(patroon, URLPattern):
            yield ervoor + str(patroon.pattern), patroon.callback


@register("poort")
def elk_feit_heeft_een_antwoord(**_: Any) -> list[CheckMessage]:
    """For every policy whose app registered facts: each condition can be answered, and each answer is asked for."""
    fouten: list[CheckMessage] = []
    for beleid in beleidsregister:
        vragen = vragen_van(beleid.code)
        if not vragen:
            continue
        namen = {feit.naam for feit in beleid.feiten}
        fouten += [
            Error(f"{beleid.code}: het feit {naam} heeft geen antwoord.", id="poort.E002")
            for naam in sorted(te_beantwoorden(beleid) - vragen.keys())
        ]
        fouten += [
            Error(f"{beleid.code}: het beleid kent geen feit {naam}.", id="poort.E003")
            for naam in sorted(vragen.keys() - namen)
        ]
    return fouten


@register("poort")
def elke_tabel_heeft_een_hek_of_een_reden(**_: Any) -> list[CheckMessage]:
    bekend = gehekt().keys() | ZONDER_HEK.keys()
    return [
        Error(f"De tabel {model._meta.db_table} heeft geen hek en geen reden.", id="poort.E004")
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and model._meta.db_table not in bekend
    ]
