"""allauth's forms with our labels and sentences; the setting ACCOUNT_FORMS names them."""

from typing import Any

from allauth.account import forms as allauth
from django import forms

from convenant.web.formulieren import DutchMessages

NEW_PASSWORD = "Gebruik ten minste 12 tekens. Een zin van een paar woorden is goed te onthouden."
LOOK = {
    "login": ("E-mailadres", "Bijvoorbeeld naam@voorbeeld.nl."),
    "email": ("E-mailadres", "Het adres waarmee u inlogt."),
    "password": ("Wachtwoord", ""),
    "oldpassword": ("Wachtwoord van nu", ""),
    "password1": ("Nieuw wachtwoord", NEW_PASSWORD),
    "password2": ("Nieuw wachtwoord nog een keer", ""),
}


class OwnLabels:
    """Labels and help texts of ours; no placeholders, since they vanish when one starts to type."""

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label, field.help_text = LOOK[name]
            field.widget.attrs.pop("placeholder", None)


class LoginForm(DutchMessages, OwnLabels, allauth.LoginForm):
    pass


class ReauthenticateForm(DutchMessages, OwnLabels, allauth.ReauthenticateForm):
    pass


class ChangePasswordForm(DutchMessages, OwnLabels, allauth.ChangePasswordForm):
    pass


class ResetPasswordForm(DutchMessages, OwnLabels, allauth.ResetPasswordForm):
    pass


class ResetPasswordKeyForm(DutchMessages, OwnLabels, allauth.ResetPasswordKeyForm):
    pass
