"""Looking for a word in the policy."""

from django import forms

from .formulieren import Formulier


class BeleidZoekForm(Formulier):
    """The words stand in the URL: they are about the text, which is public."""

    zoek = forms.CharField(
        label="Zoek in het beleid",
        max_length=100,
        help_text="",
        error_messages={"required": "Typ een woord om te zoeken, of kies Beleid in het menu voor alles."},
    )
    show_optional = False
