from django.urls import path

from . import agenda

urlpatterns = [
    path("agenda/", agenda.agenda, name="agenda"),
    path("agenda/maken/", agenda.maken, name="agenda_maken"),
    path("agenda/intrekken/", agenda.intrekken, name="agenda_intrekken"),
]
