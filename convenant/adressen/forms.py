"""The part of an address form that remembers which address of the register was chosen."""

from django import forms

from convenant.web.formulieren import Formulier

from .voorstel import bag_id_uit


class MetAdreszoeker(Formulier):
    """For a form with `postcode`, `huisnummer`, `huisletter` and `huisnummertoevoeging`: `{% adreszoeker form %}` above
    it fills them, and this hidden field. Everything works without."""

    zegel = forms.CharField(required=False, widget=forms.HiddenInput)

    def gekozen_bag_id(self) -> str:
        """The BAG id of the chosen address, as long as the fields still say that address; else ""."""
        delen = ("zegel", "postcode", "huisnummer", "huisletter", "huisnummertoevoeging")
        return bag_id_uit(*(self.cleaned_data.get(deel, "") for deel in delen))
