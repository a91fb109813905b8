"""The rooms of setting up, under `inrichting/` of every convenant."""

from django.urls import path

from . import console_inrichting as inrichting
from . import console_teams as teams
from . import vrije_dagen

urlpatterns = [
    path("", inrichting.overzicht, name="inrichting"),
    path("ingang/", inrichting.ingang, name="inrichting_ingang"),
    path("vrije-dagen/", vrije_dagen.overzicht, name="inrichting_vrije_dagen"),
    path("vrije-dagen/<int:vrije_dag>/weghalen/", vrije_dagen.weghalen, name="inrichting_vrije_dag_weg"),
    path("geschiedenis/", inrichting.geschiedenis, name="inrichting_geschiedenis"),
    path("instelling/<slug:naam>/", inrichting.instelling, name="inrichting_instelling"),
    path("partijen/nieuw/", inrichting.aansluiten, name="inrichting_aansluiten"),
    path("partijen/<int:deelname>/", inrichting.partij, name="inrichting_partij"),
    path("partijen/<int:deelname>/ondertekening/", inrichting.ondertekening, name="inrichting_ondertekening"),
    path("partijen/<int:deelname>/verklaring/", inrichting.verklaring, name="inrichting_verklaring"),
    path(
        "partijen/<int:deelname>/verklaring/<int:verklaring>/beeindigen/",
        inrichting.verklaring_beeindigen,
        name="inrichting_verklaring_einde",
    ),
    path("partijen/<int:deelname>/teams/", teams.overzicht, name="inrichting_teams"),
    path("partijen/<int:deelname>/teams/<int:team>/", teams.postcodes, name="inrichting_team"),
    path("partijen/<int:deelname>/teams/<int:team>/naam/", teams.hernoemen, name="inrichting_team_naam"),
    path("partijen/<int:deelname>/teams/<int:team>/sluiten/", teams.sluiten, name="inrichting_team_sluiten"),
    path("partijen/<int:deelname>/teams/<int:team>/openen/", teams.openen, name="inrichting_team_openen"),
    path(
        "partijen/<int:deelname>/instelling/<slug:naam>/",
        inrichting.instelling_van_partij,
        name="inrichting_instelling_partij",
    ),
]
