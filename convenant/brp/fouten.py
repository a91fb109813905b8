"""What can go wrong between us and the BRP: one code, one sentence. No code or sentence says anything of a person."""

from convenant.poort import handeling

_BEHEER = "Meld dit aan de beheerder."
_LATER = "Probeer het later opnieuw."

# The codes of the specification.
VAN_DE_BRP = {
    "paramsValidation": f"De BRP begrijpt deze vraag niet. {_BEHEER}",
    "authentication": f"De BRP herkent deze aansluiting niet. {_BEHEER}",
    "unauthorizedField": f"De gemeente mag een van deze gegevens niet opvragen bij de BRP. {_BEHEER}",
    "autorisation": f"De gemeente mag deze vraag niet stellen aan de BRP. {_BEHEER}",
    "unauthorized": f"De gemeente mag deze vraag niet stellen aan de BRP. {_BEHEER}",
    "notAcceptable": f"De BRP kan niet antwoorden in de vorm die is gevraagd. {_BEHEER}",
    "unsupportedMediaType": f"De BRP kan de vorm van deze vraag niet lezen. {_BEHEER}",
    "unsupported": f"De BRP kan de vorm van deze vraag niet lezen. {_BEHEER}",
    "tooManyRequests": f"De BRP krijgt nu te veel vragen. {_LATER}",
    "serverError": f"Er ging iets mis bij de BRP. {_LATER}",
    "notAvailable": f"De BRP is nu niet bereikbaar. {_LATER}",
}
ZINNEN = VAN_DE_BRP | {
    "niet_ingesteld": f"De aansluiting op de BRP is niet goed ingesteld. {_BEHEER}",
    "geen_verbinding": f"Er is geen verbinding met de BRP. {_LATER}",
    "te_laat": f"De BRP antwoordt niet op tijd. {_LATER}",
    "geen_toegang": f"De BRP geeft deze aansluiting geen toegang. {_BEHEER}",
    "omgeleid": f"De BRP verwijst naar een ander adres. Dat volgen we niet. {_BEHEER}",
    "te_groot": f"Het antwoord van de BRP is te groot. Er is niets van bewaard. {_BEHEER}",
    "geen_json": f"Het antwoord van de BRP is niet te lezen. {_BEHEER}",
    "ongeldig_antwoord": f"Het antwoord van de BRP klopt niet. Er is niets van bewaard. {_BEHEER}",
    "te_veel_personen": f"De BRP gaf meer personen dan mag. Er is niets van bewaard. {_BEHEER}",
    "andere_gemeente": f"De BRP gaf personen uit een andere gemeente. Er is niets van bewaard. {_BEHEER}",
    "ander_adres": f"De BRP gaf personen op een ander adres. Er is niets van bewaard. {_BEHEER}",
    "zonder_sleutel": f"De BRP gaf een persoon zonder nummer. Er is niets van bewaard. {_BEHEER}",
    "te_veel_bewoners": "Op dit adres staan meer mensen ingeschreven dan de BRP in één keer geeft.",
    "onbekend_antwoord": f"De BRP gaf een antwoord dat we niet kennen. {_BEHEER}",
}
# The only statuses after which the same question is asked again.
LATER = {429: "tooManyRequests", 500: "serverError", 503: "notAvailable"}
PER_STATUS = LATER | {
    400: "paramsValidation",
    401: "authentication",
    403: "unauthorized",
    406: "notAcceptable",
    415: "unsupportedMediaType",
}


class KoppelingMislukt(handeling.KoppelingMislukt):
    """The BRP could not be asked or its answer could not be used. `code` for the log, `zin` for the screen."""

    def __init__(self, code: str, wacht: int = 0):
        super().__init__(code, ZINNEN[code], wacht)
