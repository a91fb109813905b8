"""The rooms of begin and end, and the public page; of every convenant."""

from django.urls import path

from . import looptijd, openbaar, voorstellen

urlpatterns = [
    path("openbaar/", openbaar.openbaar, name="openbaar"),
    path("looptijd/", looptijd.looptijd, name="looptijd"),
    path("looptijd/eindverslag/<uuid:verslag>/", looptijd.eindverslag, name="looptijd_eindverslag"),
    path("looptijd/ongeldig/", voorstellen.ongeldig, name="looptijd_ongeldig"),
    path("looptijd/stuk/<uuid:stuk>/", voorstellen.stuk, name="looptijd_stuk"),
    path("looptijd/voorstellen/<slug:handeling>/", voorstellen.voorstellen, name="looptijd_voorstellen"),
    path("looptijd/voorstel/<uuid:voorstel>/", voorstellen.voorstel, name="looptijd_voorstel"),
    path(
        "looptijd/voorstel/<uuid:voorstel>/<slug:handeling>/",
        voorstellen.beslissen,
        name="looptijd_beslissen",
    ),
    path("looptijd/<uuid:beeindiging>/intrekken/", looptijd.intrekken, name="looptijd_intrekken"),
    path("looptijd/<uuid:beeindiging>/brief/", looptijd.brief, name="looptijd_brief"),
    path("looptijd/<slug:handeling>/", looptijd.vastleggen, name="looptijd_vastleggen"),
]
