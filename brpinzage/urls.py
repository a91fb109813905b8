from django.urls import path

from .views import raadplegen

urlpatterns = [
    path("raadplegen/", raadplegen.begin, name="raadplegen"),
    path("raadplegen/<uuid:kenmerk>/<slug:step>/", raadplegen.wizard, name="raadplegen_stap"),
    path("raadpleging/<uuid:ontvangst>/", raadplegen.resultaat, name="raadpleging"),
]
