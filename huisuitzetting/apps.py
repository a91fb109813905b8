from django.apps import AppConfig


class HuisuitzettingConfig(AppConfig):
    name = "huisuitzetting"
    verbose_name = "Huisuitzetting"
