from django.apps import apps
from django.conf import settings
from django.urls import include, path

from convenant.web import logboek, views
from convenant.web.bijlage import bijlage

urlpatterns = [
    path("", views.begin, name="begin"),
    path("account/", include("convenant.web.account_urls")),
]
if settings.DEMO:
    urlpatterns += [path("demo/", include("convenant.web.demo_urls"))]

# One convenant per first segment, so that two tabs in two convenanten stay apart. Each app adds its own rooms.
urlpatterns += [
    path("<slug:convenant>/", views.werkbegin, name="werkbegin"),
    path("<slug:convenant>/werkplek/", views.werkplek, name="werkplek"),
    path("<slug:convenant>/logboek/", logboek.logboek, name="logboek"),
    path("<slug:convenant>/bijlage/<uuid:bijlage>/", bijlage, name="bijlage"),
    *(
        path("<slug:convenant>/", include(config.werkruimte))
        for config in apps.get_app_configs()
        if hasattr(config, "werkruimte")
    ),
]

handler400 = "convenant.web.foutpaginas.ongeldig_verzoek"
handler403 = "convenant.web.foutpaginas.geen_toegang"
handler404 = "convenant.web.foutpaginas.niet_gevonden"
handler429 = "convenant.web.foutpaginas.te_vaak"
handler500 = "convenant.web.foutpaginas.storing"
