from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """Sign-in only: an account is made by whoever the Beleid names, never by the person at the screen."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
