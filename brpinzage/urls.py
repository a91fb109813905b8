from django.urls import path

from .views import raadplegen, uittreksel

urlpatterns = [
    path("raadplegen/", raadplegen.overzicht, name="raadplegen"),
    path("raadplegen/nieuw/", raadplegen.nieuw, name="raadplegen_nieuw"),
    path("raadplegen/<uuid:kenmerk>/<slug:step>/", raadplegen.wizard, name="raadplegen_stap"),
    path("raadpleging/<uuid:ontvangst>/", raadplegen.resultaat, name="raadpleging"),
    path("uittreksel/", uittreksel.overzicht, name="uittreksels"),
    path("uittreksel/nieuw/", uittreksel.nieuw, name="uittreksel_nieuw"),
    path("uittreksel/<uuid:uittreksel>/", uittreksel.bevestig, name="uittreksel"),
]
