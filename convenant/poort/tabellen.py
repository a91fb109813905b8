"""Every table of the product is fenced or says why not, and says what ends its rows. Checks and tests read this.

A fenced table stands in `bewaren` of its app's AppConfig, with the retention rule or the reason its rows stay.
"""

from django.apps import apps

# Tables without a fence, each with the reason.
ZONDER_HEK = {
    "partijen_account": "sign-in reads it before anyone is known; name and e-mail of staff only",
    "mfa_authenticator": "sign-in reads it before anyone is known; the secret is sealed",
    "usersessions_usersession": "sign-in writes it before anyone works; address and browser go with the session",
    "partijen_account_groups": "empty: groups follow from Autorisatie",
    "partijen_account_user_permissions": "empty: no permission is given to a person",
    "partijen_partij": "organisations",
    "partijen_convenant": "a public text",
    "partijen_deelname": "organisations; the signatory by name is public",
    "partijen_instellingwaarde": "what the text leaves open",
    "partijen_groep": "no people: a functie at a party",
    "partijen_teampostcode": "no people: for which postcodes a team answers",
    "partijen_medewerker": "the context of a request is made from it; staff by id",
    "partijen_autorisatie": "the context of a request is made from it; staff by id",
    "partijen_verklaring": "the context of a request is made from it; dates only",
    "account_emailaddress": "sign-in reads it before anyone is known; e-mail of staff only",
    "socialaccount_socialaccount": "sign-in reads it before anyone is known; staff by id, and a number of their provider",
    "socialaccount_socialapp": "empty: providers come from the environment",
    "socialaccount_socialtoken": "empty: no token is kept",
    "account_emailconfirmation": "sign-in reads it before anyone is known; e-mail of staff only",
    "auditlog_logentry": "staff and settings by id: Account keeps only whether it is active",
    "auth_group": "names of groups, no members",
    "auth_group_permissions": "empty: permissions are per object",
    "auth_permission": "Django's list of permissions",
    "django_content_type": "Django's list of models",
    "django_migrations": "Django's list of migrations",
    "django_session": "read by its unguessable key before anyone is known; sealed, and deleted within the hour after its end",
    "gezondheid_hartslag": "no people: parts of the machinery, and when each was last well",
    "guardian_groupobjectpermission": "empty: Toegang is used instead",
    "guardian_userobjectpermission": "empty: nothing is given to a person directly",
}


def gehekt() -> dict[str, str]:
    """Fenced tables of all installed apps, with what ends their rows."""
    return {
        tabel: eind
        for config in apps.get_app_configs()
        for tabel, eind in getattr(config, "bewaren", {}).items()
    }
