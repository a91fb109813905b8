"""The form that asks the BRP about an address of a case."""

from django import forms

from convenant.web.formulieren import Formulier


class BrpForm(Formulier):
    """Nothing to fill in: the address is the case's, and the kenmerk makes the same form twice one question."""

    adres = forms.CharField(widget=forms.HiddenInput, max_length=40)
    kenmerk = forms.UUIDField(widget=forms.HiddenInput)
