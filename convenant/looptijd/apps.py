from django.apps import AppConfig


class LooptijdConfig(AppConfig):
    name = "convenant.looptijd"
    verbose_name = "Looptijd"
    werkruimte = "convenant.web.looptijd_urls"
    bewaren = {
        "looptijd_beeindiging": "stays with the convenant: what was given notice of and when, staff by id",
        "looptijd_brief": "stays with its notice: a letter of one party to the others",
        "looptijd_voorstel": "stays with the convenant: what the parties proposed and decided, staff by id",
        "looptijd_akkoord": "stays with its proposal: who signed for a party, and by what authority",
        "looptijd_stuk": "stays with its proposal: the document, or what a party signed",
        "looptijd_feit": "stays with the convenant: dates, and to whom a last word was sent by id",
        "looptijd_eindverslag": "stays with the convenant: numbers of cases and ids of autorisaties, no resident",
    }

    def ready(self) -> None:
        from convenant.beleid import looptijd as regels
        from convenant.poort.klokwerk import registreer_gevolg

        from .klok import werk_bij_na

        for actie in (regels.INWERKINGTREDING, "looptijd", regels.VERLENGING, regels.OPZEGTERMIJN):
            registreer_gevolg(actie, werk_bij_na)
