"""The rooms of the console: people, rights, and setting up; of every convenant."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("inrichting/", include("convenant.web.console_inrichting_urls")),
]
