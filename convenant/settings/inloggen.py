"""Signing in: passwords, the second factor, providers, how long it lasts. base.py takes all of it over."""

from typing import Any

from environ import Env

env = Env()

AUTH_USER_MODEL = "partijen.Account"
AUTHENTICATION_BACKENDS = [
    "allauth.account.auth_backends.AuthenticationBackend",
    "guardian.backends.ObjectPermissionBackend",
]
ANONYMOUS_USER_NAME = None
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["email", "naam"]},
    },
    {"NAME": "convenant.inloggen.wachtwoord.Lang", "OPTIONS": {"min_length": 15}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "convenant.inloggen.wachtwoord.Raadbaar"},
]
# Asks Have I Been Pwned by the first five signs of a hash. When it does not answer, the checks above are enough.
if env.bool("WACHTWOORD_LEKKEN", default=False):
    AUTH_PASSWORD_VALIDATORS += [
        {
            "NAME": "pwned_passwords_django.validators.PwnedPasswordsValidator",
            "OPTIONS": {
                "error_message": "Dit wachtwoord is eerder gestolen, hier of ergens anders. Kies een ander."
            },
        }
    ]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    # What was made before; replaced at the next sign-in.
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
# A link that sets a password works so long: for who forgot it, and (Django's own setting) for a new account.
WACHTWOORD_VERGETEN_SECONDEN = 3600
PASSWORD_RESET_TIMEOUT = 3 * 24 * 3600
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"

ACCOUNT_ADAPTER = "convenant.inloggen.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "convenant.inloggen.sleutel.Sleutelmaker"
ACCOUNT_FORMS = {
    "login": "convenant.inloggen.forms.LoginForm",
    "change_password": "convenant.inloggen.forms.ChangePasswordForm",
    "reset_password": "convenant.inloggen.forms.ResetPasswordForm",
    "reset_password_from_key": "convenant.inloggen.forms.ResetPasswordKeyForm",
}
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# No mail to an address that is not ours: anybody could have it sent.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
# A whole office signs in from one address. What is guessed is counted per account and address (AccountAdapter).
ACCOUNT_RATE_LIMITS = {"login": "120/m/ip", "login_failed": "60/m/ip,5/5m/key", "reset_password": "5/m/ip"}

# Everybody gives a second factor, and gives it again before an act that asks a fresh one (docs/adr/0030).
TWEEDE_FACTOR = True
STAP_OP_SECONDEN = 15 * 60
MFA_ADAPTER = "convenant.inloggen.adapter.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Convenant"
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_FORMS = {
    "authenticate": "convenant.inloggen.forms.AuthenticateForm",
    "reauthenticate": "convenant.inloggen.forms.ReauthenticateForm",
    "activate_totp": "convenant.inloggen.forms.ActivateTOTPForm",
    "deactivate_totp": "convenant.inloggen.forms.DeactivateTOTPForm",
    "generate_recovery_codes": "convenant.inloggen.forms.GenerateRecoveryCodesForm",
}

# Signed in for so long without doing anything, and in all; what was typed is then kept for so long.
IDLE_SECONDEN = 30 * 60
SESSIE_SECONDEN = 12 * 3600
BEWAAR_SECONDEN = 3600

# Sign-in through the OpenID provider of a party (docs/handleiding/oidc.md), by a code of one's own choice: OIDC_LINDE_URL
# and so on. Without one there is no button.
SOCIALACCOUNT_ADAPTER = "convenant.inloggen.oidc_koppeling.SocialAccountAdapter"
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "provider_class": "convenant.inloggen.oidc.Aanbieder",
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": code,
                "name": env(f"OIDC_{code.upper()}_NAAM"),
                "client_id": env(f"OIDC_{code.upper()}_CLIENT_ID"),
                "secret": env(f"OIDC_{code.upper()}_CLIENT_SECRET"),
                "settings": {
                    "server_url": env(f"OIDC_{code.upper()}_URL"),
                    "partij": env(f"OIDC_{code.upper()}_PARTIJ"),
                    "claim": env(f"OIDC_{code.upper()}_CLAIM", default="email"),
                    "factor": env.list(f"OIDC_{code.upper()}_FACTOR", default=[]),
                    "organisatie": env(f"OIDC_{code.upper()}_ORGANISATIE", default=""),
                },
            }
            for code in env.list("OIDC_AANBIEDERS", default=[])
        ],
    }
}
# For all questions to a provider during one sign-in together.
OIDC_SECONDEN = env.float("OIDC_SECONDEN", default=5.0)

# What is typed in a wizard is personal data: it stays in the database, under its backup and retention.
SESSION_ENGINE = "convenant.sessies"
SESSION_SERIALIZER = "convenant.sessies.Verzegeld"
# Of the row, from its last change; how long a sign-in lasts is decided sooner.
SESSION_COOKIE_AGE = SESSIE_SECONDEN
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_HTTPONLY = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
