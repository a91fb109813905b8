"""Who signs in."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower

from convenant.tijd import nu


class AccountManager(BaseUserManager["Account"]):
    def create_user(self, email: str, password: str | None = None, **fields: object) -> "Account":
        """Makes an account; without a password nobody can sign in with it until one is set."""
        account = self.model(email=email.lower(), **fields)
        account.set_password(password)
        account.save(using=self._db)
        return account

    def get_by_natural_key(self, email: str | None) -> "Account":
        return self.get(email=(email or "").lower())


class Account(AbstractBaseUser, PermissionsMixin):
    """A person who signs in, by e-mail address. What the person may do follows from Medewerker and Autorisatie.

    No account is superuser: the database refuses it, so no code has to reckon with one.
    """

    email = models.EmailField("e-mailadres", unique=True)
    naam = models.CharField("naam", max_length=200)
    is_active = models.BooleanField("actief", default=True)
    date_joined = models.DateTimeField("aangemaakt op", default=nu, editable=False)

    objects = AccountManager()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(is_superuser=False), name="account_geen_superuser"),
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")), name="account_email_kleine_letters"
            ),
        ]

    def __str__(self) -> str:
        # Ends up in logs and audit entries, so it names nobody.
        return f"account {self.pk}"

    def get_full_name(self) -> str:
        return self.naam
