"""Writes fixtures/adressen.json: the invented addresses of the demo as the BAG would give them. Run it when they change."""

import json
import os
from typing import Any

from tools.local_env import DATA

BESTAND = DATA.parent / "fixtures" / "adressen.json"
GEMEENTE, CODE, WOONPLAATS = "Heemstede", "0397", "2023"


def adressen() -> dict[str, list[dict[str, Any]]]:
    """Per municipality. The ids are of that municipality and say nothing: everything here is invented."""
    from brpinzage.demo_personen import STRATEN
    from brpinzage.demo_personen import adressen as van_partij

    alle = [adres for partij in STRATEN for adres in van_partij(partij)]
    straten = list(dict.fromkeys(adres.straatnaam for adres in alle))
    return {
        GEMEENTE: [
            {
                "openbareRuimteNaam": adres.straatnaam,
                "huisnummer": int(adres.huisnummer),
                **({"huisletter": adres.huisletter} if adres.huisletter else {}),
                **(
                    {"huisnummertoevoeging": adres.huisnummertoevoeging} if adres.huisnummertoevoeging else {}
                ),
                "postcode": adres.postcode.replace(" ", ""),
                "woonplaatsNaam": adres.woonplaats,
                "nummeraanduidingIdentificatie": f"{CODE}20{nummer:010}",
                "openbareRuimteIdentificatie": f"{CODE}30{straten.index(adres.straatnaam) + 1:010}",
                "woonplaatsIdentificatie": WOONPLAATS,
                "adresseerbaarObjectIdentificatie": adres.bag_id,
            }
            for nummer, adres in enumerate(alle, 1)
        ]
    }


def tekst() -> str:
    return json.dumps(adressen(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "convenant.settings.demo")
    BESTAND.write_text(tekst(), encoding="utf-8")
