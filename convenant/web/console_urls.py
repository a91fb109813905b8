"""The rooms of the console: people, rights, and setting up; of every convenant."""

from django.urls import URLPattern, URLResolver, include, path

from convenant.console import daden

from . import console_autorisaties as rechten
from . import console_mensen as mensen

urlpatterns: list[URLPattern | URLResolver] = [
    path("inrichting/", include("convenant.web.console_inrichting_urls")),
    path("mensen/", mensen.lijst, name="mensen"),
    path("mensen/nieuw/", mensen.nieuw, name="mens_nieuw"),
    path("mensen/<int:medewerker>/", mensen.een, name="mens"),
    path("mensen/<int:medewerker>/functie/", mensen.functie, name="mens_functie"),
    path("mensen/<int:medewerker>/verklaring/", mensen.verklaring, name="mens_verklaring"),
    path(
        "mensen/<int:medewerker>/verklaring/<int:verklaring>/beeindigen/",
        mensen.verklaring_einde,
        name="mens_verklaring_einde",
    ),
    path("mensen/<int:medewerker>/uitnodigen/", mensen.uitnodigen, name="mens_uitnodigen"),
    path("mensen/<int:medewerker>/adres/", mensen.adres, name="mens_adres"),
    path("mensen/<int:medewerker>/afmelden/", mensen.afmelden, name="mens_afmelden"),
    path("mensen/<int:medewerker>/factor/", mensen.factor, name="mens_factor"),
    path("autorisaties/", rechten.lijst, name="autorisaties"),
    path("autorisaties/uitvoer/", rechten.lijst_uitvoer, name="autorisaties_uitvoer"),
    path("autorisaties/bevestigen/", rechten.bevestigen, name="autorisaties_bevestigen"),
    path("autorisaties/geschiedenis/", rechten.geschiedenis, name="autorisaties_geschiedenis"),
    path(
        "autorisaties/geschiedenis/uitvoer/",
        rechten.geschiedenis_uitvoer,
        name="autorisaties_geschiedenis_uitvoer",
    ),
    path("autorisaties/mens/<int:medewerker>/", rechten.mens, name="autorisaties_mens"),
    path("autorisaties/set/", rechten.sets, name="autorisaties_sets"),
    path("autorisaties/set/<slug:gegevensset>/", rechten.wie_ziet, name="autorisaties_set"),
    path("autorisaties/factor/<uuid:herstel_id>/", rechten.factor, name="factor_beslissen"),
    path("autorisaties/<int:autorisatie>/", rechten.een, name="autorisatie"),
    path(
        "autorisaties/<int:autorisatie>/verlenen/",
        rechten.geven,
        {"daad": daden.VERLENEN},
        name="autorisatie_verlenen",
    ),
    path(
        "autorisaties/<int:autorisatie>/hervatten/",
        rechten.geven,
        {"daad": daden.HERVATTEN},
        name="autorisatie_hervatten",
    ),
    path("autorisaties/<int:autorisatie>/<slug:daad>/", rechten.daad, name="autorisatie_daad"),
]
