from django.urls import path

from convenant.web import zaken

from .views import (
    beveiliging,
    bevragen,
    bezit,
    cijfers,
    handreiking,
    onderhoud,
    ophalen,
    raadplegen,
    uittreksel,
)

urlpatterns = [
    path("raadplegen/", raadplegen.overzicht, name="raadplegen"),
    path("raadplegen/nieuw/", raadplegen.nieuw, name="raadplegen_nieuw"),
    path("raadplegen/<uuid:kenmerk>/<slug:step>/", raadplegen.wizard, name="raadplegen_stap"),
    path("raadpleging/<uuid:ontvangst>/", raadplegen.resultaat, name="raadpleging"),
    path("bezit/", bezit.overzicht, name="bezit"),
    path("bezit/nieuw/", bezit.nieuw, name="bezit_nieuw"),
    path("bezit/uitvoer/", bezit.uitvoer, name="bezit_uitvoer"),
    path("bezit/voorstel/<uuid:wacht>/", bezit.bevestig, name="bezit_voorstel"),
    path("bezit/voorstel/<uuid:wacht>/<slug:soort>/", bezit.wijzigingen, name="bezit_wijzigingen"),
    path("bezit/<int:woning>/", bezit.woning, name="bezit_woning"),
    path("bezit/<int:woning>/einde/", bezit.einde, name="bezit_einde"),
    path("bezit/<int:woning>/verbeteren/", bezit.verbeter, name="bezit_verbeteren"),
    path("uittreksel/", uittreksel.overzicht, name="uittreksels"),
    path("uittreksel/ophalen/", ophalen.stand, name="ophalen"),
    path("uittreksel/nieuw/", uittreksel.nieuw, name="uittreksel_nieuw"),
    path("uittreksel/<uuid:uittreksel>/", uittreksel.bevestig, name="uittreksel"),
    path(
        "beveiligingsprobleem/",
        zaken.nieuw,
        {"handeling": "beveiligingsprobleem_melden"},
        name="beveiligingsprobleem",
    ),
    path("beveiliging/", beveiliging.verklaring, name="beveiliging"),
    path("onderhoud/", onderhoud.overzicht, name="onderhoud"),
    path("onderhoud/nieuw/", onderhoud.nieuw, name="onderhoud_nieuw"),
    path("onderhoud/<int:aankondiging>/intrekken/", onderhoud.intrekken, name="onderhoud_intrekken"),
    path("handreiking/", handreiking.lees, name="handreiking"),
    path("handreiking/nieuw/", handreiking.nieuw, name="handreiking_nieuw"),
    path("handreiking/versie/<int:versie>/", handreiking.eerdere, name="handreiking_versie"),
    path("cijfers/", cijfers.overzicht, name="cijfers"),
    path("cijfers/uitvoer/", cijfers.uitvoer, name="cijfers_uitvoer"),
    path("zaken/<int:zaak>/brp/", bevragen.vraag, name="brp_bevragen"),
    path("zaken/<int:zaak>/brp/<uuid:ontvangst>/", bevragen.antwoord, name="brp_antwoord"),
]
