from django.apps import AppConfig


class ZakenConfig(AppConfig):
    name = "convenant.zaken"
    verbose_name = "Zaken"
    bewaren = {
        "zaken_zaak": "the Bewaartermijn of its convenant",
        "zaken_zaakteller": "stays with the convenant; holds no person",
        "zaken_toegang": "with its zaak",
        "zaken_toegangsgrond": "with its zaak",
        "zaken_gebeurtenis": "with its zaak",
        "zaken_gezien": "with its zaak",
        "zaken_werkfilter": "until its owner throws it away, or with the account",
        "zaken_telling": "stays with the convenant; numbers, no person",
    }
