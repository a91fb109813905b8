"""The secret in a link that sets a password: an hour for who forgot it, three days for who never had one. Single use."""

from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.utils.http import base36_to_int

from convenant.tijd import nu


class Sleutelmaker(PasswordResetTokenGenerator):
    """ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR, by our clock. Setting a password or signing in makes the link worthless."""

    def _now(self) -> datetime:
        return nu().astimezone(UTC).replace(tzinfo=None)

    def check_token(self, user: Any, token: str | None) -> bool:
        if not super().check_token(user, token):
            return False
        assert token is not None
        ouderdom = self._num_seconds(self._now()) - base36_to_int(token.split("-")[0])
        return user.last_login is None or ouderdom <= settings.WACHTWOORD_VERGETEN_SECONDEN
