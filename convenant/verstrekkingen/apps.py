from django.apps import AppConfig


class VerstrekkingenConfig(AppConfig):
    name = "convenant.verstrekkingen"
    verbose_name = "Verstrekkingen"
    bewaren = {
        "verstrekkingen_verstrekking": "with the longest of its copies",
        "verstrekkingen_ontvangst": "bewaren_tot: values and key are destroyed",
        "verstrekkingen_raadpleging": "bewaartermijn_raadpleging of the convenant",
    }
