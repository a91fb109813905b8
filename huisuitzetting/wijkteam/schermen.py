"""The screens of the wijkteam's verbs on a case: which form, which sentence, which function."""

from convenant.web.zaakhandeling import Zaakformulier, Zaakhandeling

from . import contact, forms, handelingen, hulp, terugkoppeling
from .feiten import BESLISSINGEN
from .gemeld import JA

INTAKE = {
    "bekendheid_controleren": Zaakhandeling(
        "Controle bekendheid vastleggen",
        forms.BekendheidForm,
        lambda zaak, form: handelingen.controleer_bekendheid(
            zaak, form.cleaned_data["stapp"] == JA, form.cleaned_data["sdv"] == JA, form.nummer
        ),
        uitleg="Leg alleen vast of de huurder bekend is. Wat er in die systemen staat, hoort hier niet. De corporatie ziet dit niet.",
        knop="Leg vast",
        icoon="search-check",
        vooraf=forms.bekendheid_vooraf,
        gedaan="Vastgelegd. Kies nu of het wijkteam de melding in behandeling neemt.",
    ),
    "bekendheid_vragen": Zaakhandeling(
        "Bekendheid vragen aan SDV",
        forms.VraagBekendheidForm,
        lambda zaak, form: handelingen.vraag_bekendheid(zaak, form.cleaned_data["geen_sdv"], form.nummer),
        uitleg="SDV krijgt de naam, de geboortedatum en het adres, en ziet die tot het antwoord er is.",
        gedaan="De vraag is verstuurd. U krijgt bericht als SDV antwoordt.",
        niet_na=("bekendheid_vragen",),
    ),
    "bekendheid_beantwoorden": Zaakhandeling(
        "Antwoord geven aan het wijkteam",
        forms.AntwoordBekendheidForm,
        lambda zaak, form: handelingen.beantwoord_bekendheid(
            zaak, form.cleaned_data["bekend"] == JA, form.nummer
        ),
        uitleg="Antwoord alleen met ja of nee. Daarna kunt u de gegevens van de huurder niet meer zien.",
        gedaan="Het wijkteam heeft uw antwoord.",
    ),
    "in_behandeling_nemen": Zaakhandeling(
        "In behandeling nemen",
        forms.InBehandelingForm,
        lambda zaak, form: handelingen.neem_in_behandeling(
            zaak, form.cleaned_data.get("reden", ""), form.nummer
        ),
        uitleg="Uw wijkteam gaat met deze huurder aan het werk. De corporatie hoort dat pas als u terugkoppelt.",
        knop="Neem in behandeling",
        icoon="user-check",
        niet_na=BESLISSINGEN,
        gedaan="De zaak is in behandeling. Leg vast wie de regie voert, en zoek contact met de huurder.",
    ),
    "op_wachtlijst_plaatsen": Zaakhandeling(
        "Op de wachtlijst plaatsen",
        forms.WachtlijstForm,
        lambda zaak, form: handelingen.plaats_op_wachtlijst(zaak, form.groep, form.nummer),
        uitleg="De termijnen voor contact en terugkoppeling lopen door. De corporatie ziet de wachtlijst niet.",
        knop="Plaats op de wachtlijst",
        icoon="list-ordered",
        gedaan="De zaak staat op de wachtlijst.",
    ),
    "brp_raadplegen": Zaakhandeling("In de BRP kijken", icoon="search", adres="brp_wachtlijst"),
    "voorrang_vastleggen": Zaakhandeling(
        "Voorrang vastleggen",
        forms.VoorrangForm,
        lambda zaak, form: handelingen.leg_voorrang_vast(
            zaak, form.cleaned_data["voorrangsgroep"], form.cleaned_data["reden"], form.nummer
        ),
        uitleg="Alleen uw wijkteam ziet dit, zolang de zaak op de wachtlijst staat.",
        knop="Leg vast",
        icoon="arrow-up-narrow-wide",
        vooraf=forms.voorrang_vooraf,
        gedaan="De voorrang is vastgelegd.",
    ),
    "niet_in_behandeling_nemen": Zaakhandeling(
        "Niet in behandeling nemen",
        Zaakformulier,
        lambda zaak, form: handelingen.neem_niet_in_behandeling(zaak),
        uitleg="Laat dit daarna aan de corporatie weten met een terugkoppeling.",
        knop="Neem niet in behandeling",
        icoon="circle-x",
        gevolg="Daarna kunt u deze melding niet alsnog in behandeling nemen.",
        gedaan="De melding is niet in behandeling. Koppel dit terug aan de corporatie.",
    ),
}

TERUG = {
    "terugkoppelen": Zaakhandeling(
        "Terugkoppelen aan de corporatie",
        forms.TerugkoppelForm,
        lambda zaak, form: terugkoppeling.koppel_terug(
            zaak,
            form.cleaned_data["contact_gelegd"],
            form.cleaned_data["in_behandeling"],
            form.cleaned_data["incasso"],
            form.cleaned_data["datum"],
            form.nummer,
        ),
        uitleg="De corporatie krijgt de naam en het adres die zij zelf meldde, en deze vier antwoorden. Meer niet.",
        icoon="reply",
        vooraf=forms.terugkoppel_vooraf,
        gedaan="De corporatie heeft uw terugkoppeling.",
    ),
    "extra_terugkoppelen": Zaakhandeling(
        "Meer vertellen, met toestemming",
        icoon="file-pen-line",
        adres="extra_terugkoppeling",
        na_einde="Toestemming voor meer vertellen",
    ),
}

CONTACT = {
    "contactpoging_vastleggen": Zaakhandeling(
        "Contactpoging",
        forms.ContactpogingForm,
        lambda zaak, form: contact.leg_contactpoging_vast(
            zaak,
            form.cleaned_data["wijze"],
            form.cleaned_data["dag"],
            bereikt=form.bereikt,
            afgezien=form.afgezien,
            kenmerk=form.nummer,
        ),
        uitleg="Schrijf niets op van het gesprek. Alleen uw wijkteam ziet deze poging.",
        knop="Leg vast",
        icoon="phone",
        gedaan="De contactpoging is vastgelegd.",
    ),
    "contact_huurder_vastleggen": Zaakhandeling(
        "Contact met de huurder vastleggen",
        forms.ContactForm,
        lambda zaak, form: contact.leg_contactpoging_vast(
            zaak,
            form.cleaned_data["wijze"],
            form.cleaned_data["dag"],
            bereikt=True,
            afgezien=False,
            kenmerk=form.nummer,
        ),
        uitleg="Er was contact met de huurder. Schrijf niets op van het gesprek.",
        knop="Leg vast",
        icoon="message-circle",
        gedaan="Het contact is vastgelegd. Bekijk nu of er alleen schuld is, of meer.",
    ),
    "aankondiging_versturen": Zaakhandeling("Aankondigingsbrief", icoon="mail", adres="aankondiging"),
}

HULP = {
    "alleen_schuld_vaststellen": Zaakhandeling(
        "Alleen schuld",
        Zaakformulier,
        lambda zaak, form: hulp.stel_alleen_schuld_vast(zaak, form.nummer),
        uitleg="Er speelt niets anders dan huurschuld. SDV start dan altijd een traject en krijgt wat de corporatie meldde.",
        knop="Leg vast en schakel SDV in",
        icoon="hand-coins",
        gedaan="SDV is ingeschakeld. Doe nu een voorstel aan de corporatie.",
    ),
    "meer_problematiek_vaststellen": Zaakhandeling(
        "Meer dan schuld",
        forms.MeerForm,
        lambda zaak, form: hulp.stel_meer_vast(zaak, form.regie_of_niets, form.nummer),
        uitleg="Leg alleen vast dat er meer speelt. Wat dat is, hoort hier niet.",
        knop="Leg vast",
        icoon="layers",
        gedaan="Vastgelegd. De regie is belegd.",
    ),
    "regie_beleggen": Zaakhandeling(
        "Regie beleggen",
        forms.RegieForm,
        lambda zaak, form: hulp.beleg_regie(zaak, form.regie, form.nummer),
        uitleg="SDV en de troubleshooter zien dit als zij in de zaak zitten. De corporatie nooit.",
        knop="Leg vast",
        icoon="user-cog",
        vooraf=forms.regie_vooraf,
        gedaan="De regie is belegd.",
    ),
    "sdv_inschakelen": Zaakhandeling(
        "SDV inschakelen",
        Zaakformulier,
        lambda zaak, form: hulp.schakel_sdv_in(zaak, form.nummer),
        uitleg="SDV krijgt zes van de gegevens die de corporatie meldde. Niets van het gesprek.",
        knop="Schakel SDV in",
        icoon="hand-coins",
        gedaan="SDV is ingeschakeld.",
        niet_na=("sdv_inschakelen",),
    ),
    "warm_overdragen": Zaakhandeling(
        "Warm overdragen", icoon="handshake", adres="overdracht", na_einde="Toestemming voor overdracht"
    ),
}

LOS = {
    "interventie_vastleggen": Zaakhandeling(
        "Interventies", icoon="clipboard-list", adres="interventies", los=True
    ),
}

BIJ_WIJKTEAM = INTAKE | TERUG | CONTACT | HULP | LOS
