from django.apps import AppConfig


class TermijnenConfig(AppConfig):
    name = "convenant.termijnen"
    verbose_name = "Termijnen"
    bewaren = {
        "termijnen_klok": "with its zaak, else with the convenant: dates and clauses, staff by id",
        "termijnen_klokfeit": "with its klok",
        "termijnen_vrijedag": "stays with the convenant: dates, staff by id",
    }
