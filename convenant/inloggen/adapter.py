from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """Sign-in only: an account is made by whoever the Beleid names, never by the person at the screen."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": "Dit account staat uit. Vraag de beheerder van uw organisatie waarom.",
        "email_password_mismatch": "Het e-mailadres of het wachtwoord klopt niet. Controleer wat u hebt getypt.",
        "enter_current_password": "Het wachtwoord van nu klopt niet. Typ het opnieuw.",
        "incorrect_password": "Het wachtwoord klopt niet. Typ het opnieuw.",
        "invalid_password_reset": "Deze link werkt niet meer. Vraag een nieuwe link aan.",
        "rate_limited": "U probeert dit te vaak. Wacht een paar minuten en probeer het opnieuw.",
        "too_many_login_attempts": "U hebt te vaak een verkeerd wachtwoord ingevuld. Probeer het later opnieuw.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
