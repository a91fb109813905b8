"""The rooms of supervision; of any convenant whose Beleid gives somebody these verbs."""

from django.urls import path

from . import logboek, rapportage, toezicht, verwerkingsregister

urlpatterns = [
    path("logboek/uitvoer/", logboek.uitvoeren, name="logboek_uitvoer"),
    path("steekproeven/", toezicht.steekproeven, name="steekproeven"),
    path("steekproeven/<uuid:steekproef_id>/", toezicht.steekproef_zien, name="steekproef"),
    path(
        "steekproeven/<uuid:steekproef_id>/<int:plaats>/", toezicht.steekproef_regel, name="steekproef_regel"
    ),
    path("verwerkingsregister/", verwerkingsregister.overzicht, name="verwerkingsregister"),
    path("verwerkingsregister/csv/", verwerkingsregister.als_bestand, name="verwerkingsregister_csv"),
    path("verwerkingsregister/pdf/", verwerkingsregister.op_papier, name="verwerkingsregister_pdf"),
    path("beleid/", verwerkingsregister.beleid, name="beleid"),
    path("rapportage/", rapportage.overzicht, name="rapportage"),
    path("rapportage/csv/", rapportage.als_bestand, name="rapportage_csv"),
    path("rapportage/pdf/", rapportage.op_papier, name="rapportage_pdf"),
    path("signalen/", toezicht.signalen_zien, name="signalen"),
]
