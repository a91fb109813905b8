from django.apps import AppConfig


class WebConfig(AppConfig):
    """The look: frame, form renderer, template tags, error pages. Knows no case and no person."""

    name = "convenant.web"
    verbose_name = "Schermen"
