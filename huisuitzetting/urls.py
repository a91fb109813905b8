from django.urls import path

from .achterstand import inlees_views as inlezen
from .achterstand import views as huren
from .melding import views as melding
from .ontruiming import views as ontruiming
from .overzicht import views as overzicht
from .privacyreglement import views as privacy
from .vastleggingen import views as vastleggingen
from .werkafspraken import afspraak_views as afspraken
from .werkafspraken import cijfer_views as cijfers
from .werkafspraken import evaluatie_views as evaluaties
from .werkafspraken import views as werkafspraken
from .wijkteam import views as wijkteam

urlpatterns = [
    path("huren/", huren.lijst, name="huren"),
    path("huren/nieuw/", huren.nieuw, name="huur_nieuw"),
    path("huren/melden/", melding.melden, name="huren_melden"),
    path("huren/inlezen/", inlezen.nieuw, name="huren_inlezen"),
    path("huren/inlezen/<uuid:inlezing>/", inlezen.beslis, name="huren_inlezing"),
    path("huren/<int:huur>/", huren.huur, name="huur"),
    path("huren/<int:huur>/aanpassen/", huren.aanpassen, name="huur_aanpassen"),
    path("huren/<int:huur>/contact/", huren.contact, name="huur_contact"),
    path("huren/<int:huur>/brief/", huren.brief, name="huur_brief"),
    path("huren/<int:huur>/brief.pdf", huren.brief_pdf, name="huur_brief_pdf"),
    path("huren/<int:huur>/regeling/", huren.regeling, name="huur_regeling"),
    path("zaken/<int:zaak>/huur/", huren.van_zaak, name="zaak_huur"),
    path("contactlijst/", werkafspraken.lijst, name="contactlijst"),
    path("contactlijst/nieuw/", werkafspraken.verspreiden, name="contactlijst_verspreiden"),
    path("contactlijst/<uuid:kopie>/", werkafspraken.lijst, name="contactlijst_versie"),
    path("contactlijst/<int:plaats>/wijzigen/", werkafspraken.wijzigen, name="contact_wijzigen"),
    path("cijfers/", cijfers.overzicht, name="kengetallen"),
    path("cijfers/csv/", cijfers.als_bestand, name="kengetallen_csv"),
    path("cijfers/pdf/", cijfers.op_papier, name="kengetallen_pdf"),
    path("cijfers/delen/", cijfers.delen, name="kengetallen_delen"),
    path("uitzettingen/", ontruiming.uitzettingen, name="uitzettingen"),
    path("te-laat/", ontruiming.te_laat, name="te_laat"),
    path("wachtlijst/", wijkteam.wachtlijst, name="wachtlijst"),
    path("zaken/<int:zaak>/brp-wachtlijst/", wijkteam.brp_wachtlijst, name="brp_wachtlijst"),
    path("contacten/", wijkteam.contacten, name="contacten"),
    path("zaken/<int:zaak>/aankondiging/", wijkteam.aankondiging, name="aankondiging"),
    path("zaken/<int:zaak>/aankondiging.pdf", wijkteam.aankondiging_pdf, name="aankondiging_pdf"),
    path("zaken/<int:zaak>/extra/", wijkteam.extra, name="extra_terugkoppeling"),
    path("zaken/<int:zaak>/interventies/", wijkteam.interventies, name="interventies"),
    path("zaken/<int:zaak>/overdracht/", wijkteam.overdracht, name="overdracht"),
    path("zaken/<int:zaak>/overdracht.pdf", wijkteam.overdracht_pdf, name="overdracht_pdf"),
    path("zaken/<int:zaak>/overzicht.pdf", overzicht.voor_de_huurder, name="zaak_overzicht"),
    path("evaluaties/", evaluaties.lijst, name="evaluaties"),
    path("evaluaties/nieuw/", evaluaties.nieuw, name="evaluatie_nieuw"),
    path("evaluaties/overleg/", evaluaties.overleg_nieuw, name="overleg_nieuw"),
    path("evaluaties/<int:zaak>/", evaluaties.evaluatie, name="evaluatie"),
    path("evaluaties/<int:zaak>/besluit/", evaluaties.besluit, name="evaluatie_besluit"),
    path("privacy/", privacy.overzicht, name="privacy"),
    path("zaken/<int:zaak>/privacybrief.pdf", privacy.brief, name="privacybrief"),
    path("vastleggingen/", vastleggingen.lijst, name="vastleggingen"),
    path("vastleggingen/<uuid:vastlegging>/", vastleggingen.document, name="vastlegging_document"),
    path("vastleggingen/<slug:handeling>/", vastleggingen.vastleggen, name="vastlegging_nieuw"),
    path("afspraken/", afspraken.lijst, name="afspraken"),
    path("afspraken/nieuw/", afspraken.nieuw, name="afspraak_nieuw"),
    path("afspraken/<uuid:afspraak>/", afspraken.document, name="afspraak"),
]
