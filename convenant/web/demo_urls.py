from django.urls import path

from . import demo

urlpatterns = [
    path("", demo.personas, name="demo"),
    path("inloggen/", demo.inloggen, name="demo_inloggen"),
    path("klok/", demo.klok, name="demo_klok"),
]
