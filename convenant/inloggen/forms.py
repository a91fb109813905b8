"""allauth's forms with our labels and sentences; the settings ACCOUNT_FORMS and MFA_FORMS name them."""

import logging
from typing import Any

from allauth.account import forms as allauth
from allauth.core import context
from allauth.mfa.base import forms as mfa
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes import forms as herstelcodes
from allauth.mfa.totp import forms as totp
from allauth.mfa.totp.internal.auth import TOTP
from django import forms

from convenant.web.formulieren import DutchMessages

from . import factor

log = logging.getLogger(__name__)
NEW_PASSWORD = "Gebruik ten minste 15 tekens. Een zin van een paar woorden is goed te onthouden."
LOOK = {
    "login": ("E-mailadres", "Bijvoorbeeld naam@voorbeeld.nl."),
    "email": ("E-mailadres", "Het adres waarmee u inlogt."),
    "password": ("Wachtwoord", ""),
    "oldpassword": ("Wachtwoord van nu", ""),
    "password1": ("Nieuw wachtwoord", NEW_PASSWORD),
    "password2": ("Nieuw wachtwoord nog een keer", ""),
    "code": ("Code", "De zes cijfers die uw app nu toont."),
}


class OwnLabels:
    """Labels and help texts of ours; no placeholders, since they vanish when one starts to type."""

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label, field.help_text = LOOK[name]
            field.widget.attrs.pop("placeholder", None)


class Codeveld(OwnLabels):
    """A form that asks one code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {
            "class": "app-width-s",
            "inputmode": "numeric",
            "autocomplete": "one-time-code",
            "autofocus": True,
        }


class LoginForm(DutchMessages, OwnLabels, allauth.LoginForm):
    pass


class ChangePasswordForm(DutchMessages, OwnLabels, allauth.ChangePasswordForm):
    pass


class ResetPasswordForm(DutchMessages, OwnLabels, allauth.ResetPasswordForm):
    pass


class ResetPasswordKeyForm(DutchMessages, OwnLabels, allauth.ResetPasswordKeyForm):
    pass


class Factorformulier(Codeveld):
    """A form whose code counts as the factor of this session."""

    user: Any

    def clean_code(self) -> str:
        try:
            code: str = super().clean_code()  # type: ignore[misc]
        except forms.ValidationError:
            log.warning("account %s: code geweigerd", self.user.pk)
            raise
        return code

    def save(self) -> None:
        super().save()  # type: ignore[misc]
        factor.noteer(context.request, self.user)


class AuthenticateForm(DutchMessages, Factorformulier, mfa.AuthenticateForm):
    pass


class ReauthenticateForm(DutchMessages, Factorformulier, mfa.ReauthenticateForm):
    pass


class ActivateTOTPForm(DutchMessages, Codeveld, totp.ActivateTOTPForm):
    def clean_code(self) -> str:
        """The code that sets up the app is used up too: allauth marks only those that sign in."""
        code: str = super().clean_code()
        TOTP(Authenticator(user=self.user))._mark_code_used(code)
        return code


class DeactivateTOTPForm(DutchMessages, totp.DeactivateTOTPForm):
    pass


class GenerateRecoveryCodesForm(DutchMessages, herstelcodes.GenerateRecoveryCodesForm):
    pass
