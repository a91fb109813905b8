"""The answer of a set with wijze "vergelijken": it confirms or denies, and never shows what is registered."""

JA, NEE, AFWIJKEND = "ja", "nee", "afwijkend"
ANTWOORDEN = (JA, NEE, AFWIJKEND)


def vergelijk(voorgelegd: str, geregistreerd: str | None) -> str:
    """`ja`: the same; `nee`: nothing is registered; `afwijkend`: something else is. Case and spaces do not count."""
    if not geregistreerd:
        return NEE
    return JA if _kern(voorgelegd) == _kern(geregistreerd) else AFWIJKEND


def _kern(waarde: str) -> str:
    return "".join(waarde.casefold().split())
