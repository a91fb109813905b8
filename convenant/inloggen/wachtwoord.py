"""What makes a password bad, besides its length: that somebody guesses it. No rules about which signs stand in it."""

import re

from django.contrib.auth.models import AbstractBaseUser
from django.contrib.auth.password_validation import MinimumLengthValidator
from django.core.exceptions import ValidationError
from zxcvbn import zxcvbn

from convenant.partijen.models import Convenant, Partij

# What zxcvbn takes at most; what comes after it can only make a password better.
LENGTE = 72
# Of 0 to 4: below it, three words that somebody would try first are found quickly.
STERK = 4
EIGEN_WOORDEN = ("convenant", "wachtwoord", "welkom", "inloggen", "gemeente")


class Lang(MinimumLengthValidator):
    """Django's, in Dutch."""

    def get_error_message(self) -> str:
        return f"Dit wachtwoord is te kort. Gebruik ten minste {self.min_length} tekens, bijvoorbeeld een paar woorden."


class Raadbaar:
    """Refuses what is put together from known passwords, rows of keys, repetitions, or words of this work and person."""

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:
        """Raises ValidationError with one sentence."""
        if zxcvbn(password[:LENGTE], user_inputs=list(_woorden(user)))["score"] < STERK:
            raise ValidationError(
                "Dit wachtwoord is te makkelijk te raden. Kies een paar woorden die niets met elkaar of met uw werk te maken hebben.",
                code="raadbaar",
            )

    def get_help_text(self) -> str:
        return "Kies een paar woorden die niets met elkaar of met uw werk te maken hebben."


def _woorden(user: AbstractBaseUser | None) -> set[str]:
    """Words that belong to this person, its employer and its convenanten."""
    teksten = [*Convenant.objects.values_list("gemeente", "naam"), *Partij.objects.values_list("naam")]
    namen = [tekst for rij in teksten for tekst in rij] + [
        getattr(user, "naam", ""),
        getattr(user, "email", ""),
    ]
    return {woord for naam in namen for woord in re.split(r"\W+", naam.lower()) if len(woord) > 2} | set(
        EIGEN_WOORDEN
    )
