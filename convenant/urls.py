from django.apps import apps
from django.conf import settings
from django.urls import include, path

from convenant.web import (
    agenda,
    berichten,
    dashboard,
    filters,
    gezondheid,
    logboek,
    toewijzen,
    views,
    werklijst,
    zaken,
)
from convenant.web.bijlage import bijlage

urlpatterns = [
    path("", views.begin, name="begin"),
    path("account/", include("convenant.inloggen.urls")),
    path("account/", include("convenant.inloggen.oidc_urls")),
    path("agenda/<str:sleutel>.ics", agenda.agenda_feed, name="agenda_feed"),
]
if settings.DEMO:
    urlpatterns += [path("demo/", include("convenant.web.demo_urls"))]

# One convenant per first segment, so that two tabs in two convenanten stay apart. Each app adds its own rooms.
urlpatterns += [
    path("<slug:convenant>/", views.werkbegin, name="werkbegin"),
    path("<slug:convenant>/werkplek/", views.werkplek, name="werkplek"),
    path("<slug:convenant>/gezondheid/", gezondheid.overzicht, name="machine"),
    path("<slug:convenant>/berichten/", berichten.lijst, name="berichten"),
    path("<slug:convenant>/berichten/keuze/", berichten.keuze, name="berichten_keuze"),
    path("<slug:convenant>/logboek/", logboek.logboek, name="logboek"),
    path("<slug:convenant>/bijlage/<uuid:bijlage>/", bijlage, name="bijlage"),
    path("<slug:convenant>/dashboard/", dashboard.overzicht, name="dashboard"),
    path("<slug:convenant>/dashboard/zaken/", dashboard.zaken, name="dashboard_zaken"),
    path("<slug:convenant>/dashboard/termijnen/", dashboard.termijnen, name="dashboard_termijnen"),
    path("<slug:convenant>/zaken/", werklijst.lijst, name="zaken"),
    path("<slug:convenant>/zaken/zoeken/", werklijst.zoek, name="zaak_zoeken"),
    path("<slug:convenant>/zaken/verdeling/", werklijst.verdeling, name="zaken_verdeling"),
    path("<slug:convenant>/zaken/toewijzen/", toewijzen.meer, name="zaken_toewijzen"),
    path("<slug:convenant>/zaken/filters/", filters.overzicht, name="zaak_filters"),
    path("<slug:convenant>/zaken/filters/<int:filter>/", filters.wijzig, name="zaak_filter"),
    path(
        "<slug:convenant>/zaken/filters/<int:filter>/verwijderen/", filters.verwijder, name="zaak_filter_weg"
    ),
    path("<slug:convenant>/zaken/nieuw/<slug:handeling>/", zaken.nieuw, name="zaak_nieuw"),
    path("<slug:convenant>/zaken/<int:zaak>/", zaken.zaak, name="zaak"),
    path("<slug:convenant>/zaken/<int:zaak>/kenmerk/", zaken.kenmerk, name="zaak_kenmerk"),
    path("<slug:convenant>/zaken/<int:zaak>/behandelaar/", toewijzen.behandelaar, name="zaak_behandelaar"),
    path(
        "<slug:convenant>/zaken/<int:zaak>/bevestigen/<uuid:ontvangst>/",
        zaken.bevestigen,
        name="zaak_bevestigen",
    ),
    *(
        path("<slug:convenant>/", include(config.werkruimte))
        for config in apps.get_app_configs()
        if hasattr(config, "werkruimte")
    ),
    # After the apps' own pages of a case: what is left is the name of a verb.
    path("<slug:convenant>/zaken/<int:zaak>/<slug:handeling>/", zaken.handel, name="zaakhandeling"),
]

handler400 = "convenant.web.foutpaginas.ongeldig_verzoek"
handler403 = "convenant.web.foutpaginas.geen_toegang"
handler404 = "convenant.web.foutpaginas.niet_gevonden"
handler429 = "convenant.web.foutpaginas.te_vaak"
handler500 = "convenant.web.foutpaginas.storing"
