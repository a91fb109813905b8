from django.urls import include, path

urlpatterns = [
    path("account/", include("allauth.account.urls")),
]

handler400 = "convenant.web.foutpaginas.ongeldig_verzoek"
handler403 = "convenant.web.foutpaginas.geen_toegang"
handler404 = "convenant.web.foutpaginas.niet_gevonden"
handler429 = "convenant.web.foutpaginas.te_vaak"
handler500 = "convenant.web.foutpaginas.storing"
