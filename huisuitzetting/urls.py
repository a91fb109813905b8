from django.urls import path

from .achterstand import inlees_views as inlezen
from .achterstand import views as huren

urlpatterns = [
    path("huren/", huren.lijst, name="huren"),
    path("huren/nieuw/", huren.nieuw, name="huur_nieuw"),
    path("huren/inlezen/", inlezen.nieuw, name="huren_inlezen"),
    path("huren/inlezen/<uuid:inlezing>/", inlezen.beslis, name="huren_inlezing"),
    path("huren/<int:huur>/", huren.huur, name="huur"),
    path("huren/<int:huur>/aanpassen/", huren.aanpassen, name="huur_aanpassen"),
    path("huren/<int:huur>/contact/", huren.contact, name="huur_contact"),
    path("huren/<int:huur>/brief/", huren.brief, name="huur_brief"),
    path("huren/<int:huur>/brief.pdf", huren.brief_pdf, name="huur_brief_pdf"),
    path("huren/<int:huur>/regeling/", huren.regeling, name="huur_regeling"),
    path("zaken/<int:zaak>/huur/", huren.van_zaak, name="zaak_huur"),
]
