"""The pages of allauth that the product uses, and our own: nothing else of allauth is routed."""

from allauth.account import views as account
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as herstelcodes
from django.urls import path, re_path

from . import views

urlpatterns = [
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("password/change/", account.password_change, name="account_change_password"),
    path("password/reset/", account.password_reset, name="account_reset_password"),
    path("password/reset/done/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "password/reset/key/done/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("factor/", factor.index, name="mfa_index"),
    path("factor/inloggen/", factor.authenticate, name="mfa_authenticate"),
    path("factor/opnieuw/", factor.reauthenticate, name="mfa_reauthenticate"),
    path("factor/instellen/", views.instellen, name="mfa_activate_totp"),
    path("factor/verwijderen/", views.verwijderen, name="mfa_deactivate_totp"),
    path("factor/herstelcodes/", herstelcodes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "factor/herstelcodes/nieuw/",
        herstelcodes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path("sessies/", views.sessies, name="sessies"),
    path("bezig/", views.bezig, name="bezig"),
    path("formulier/", views.formulier, name="formulier"),
]
