"""Looking for a word in the policy."""

from django import forms

from .formulieren import Formulier


class BeleidZoekForm(Formulier):
    """The words stand in the URL: they are about the text, which is public."""

    zoek = forms.CharField(
        label="Zoek in het beleid", required=False, max_length=100, help_text="", widget=forms.TextInput()
    )
    show_optional = False
