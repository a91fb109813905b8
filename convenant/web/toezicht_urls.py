"""The rooms of supervision; of any convenant whose Beleid gives somebody these verbs."""

from django.urls import path

from . import logboek, toezicht

urlpatterns = [
    path("logboek/uitvoer/", logboek.uitvoeren, name="logboek_uitvoer"),
    path("steekproeven/", toezicht.steekproeven, name="steekproeven"),
    path("steekproeven/<uuid:steekproef_id>/", toezicht.steekproef_zien, name="steekproef"),
    path(
        "steekproeven/<uuid:steekproef_id>/<int:plaats>/", toezicht.steekproef_regel, name="steekproef_regel"
    ),
    path("signalen/", toezicht.signalen_zien, name="signalen"),
]
