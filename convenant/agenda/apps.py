from django.apps import AppConfig


class AgendaConfig(AppConfig):
    name = "convenant.agenda"
    verbose_name = "Agenda"
    werkruimte = "convenant.web.agenda_urls"
    bewaren = {"agenda_adres": "deleted by its person, and a year after it was made; staff by id, no secret"}
