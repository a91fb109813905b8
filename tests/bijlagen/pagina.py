"""A page with one such field, for the tests: `ROOT_URLCONF = "tests.bijlagen.pagina"`. Kees reports with it."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template import engines
from django.urls import path

from convenant.poort import poort
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import pagina
from convenant.urls import handler404, urlpatterns  # noqa: F401  (the product's own)
from convenant.web.bijlageveld import Bijlageveld
from convenant.web.formulieren import Formulier
from tests.proef import LEERPLICHT

PAGINA = """{% extends "base_intern.html" %}{% load ui %}{% block title %}Melden{% endblock %}{% block main %}
<h1 class="nl-heading nl-heading--level-1">Verzuim melden</h1>
{% include "nl/error_summary.html" %}
<form class="app-form" method="post" enctype="multipart/form-data" novalidate>{% csrf_token %}{{ form }}
<div class="utrecht-action-group utrecht-action-group--row">{% button "Versturen" %}</div></form>{% endblock %}"""


class MeldForm(Formulier):
    leerling = forms.CharField(label="Welke leerling?")
    dagen = forms.IntegerField(label="Hoeveel dagen?")
    reden = Bijlageveld(label="Brief van de ouder")


@pagina("verzuim_melden")
def melden(request: Verzoek, convenant: str) -> HttpResponse:
    form = MeldForm(request.POST, request.FILES) if request.method == "POST" else MeldForm()
    if form.is_valid():
        aan = [poort.groep_van(LEERPLICHT)]
        poort.verstrek("verzuimmelding", form.cleaned_data, aan, gegeven={"toestemming": True})
        return redirect("werkbegin", convenant)
    return HttpResponse(engines["django"].from_string(PAGINA).render({"form": form}, request))


urlpatterns = [path("<slug:convenant>/melden/", melden), *urlpatterns]
