"""The rooms of begin and end, and the public page; of every convenant."""

from django.urls import path

from . import looptijd, openbaar

urlpatterns = [
    path("openbaar/", openbaar.openbaar, name="openbaar"),
    path("looptijd/", looptijd.looptijd, name="looptijd"),
    path("looptijd/eindverslag/<uuid:verslag>/", looptijd.eindverslag, name="looptijd_eindverslag"),
    path("looptijd/<uuid:beeindiging>/intrekken/", looptijd.intrekken, name="looptijd_intrekken"),
    path("looptijd/<uuid:beeindiging>/brief/", looptijd.brief, name="looptijd_brief"),
    path("looptijd/<slug:handeling>/", looptijd.vastleggen, name="looptijd_vastleggen"),
]
