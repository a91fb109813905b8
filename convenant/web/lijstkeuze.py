"""Which part of the work list somebody chose: read from the address or from a saved filter, and shown as a form.

Nothing in it is about a person whose data are exchanged, so it stands in the address. What is no longer there (a step, a
colleague, a field) falls out, with a sentence; the rest holds.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms

from convenant.poort.lijst import (
    AAN_ZET,
    GESLOTEN,
    NIEUWSTE,
    OP_KENMERK,
    OP_STAP,
    OP_TERMIJN,
    OPEN,
    VAN_MIJ,
    VAN_NIEMAND,
    VERLOPEN,
    WACHT,
    WEEK,
    ZONDER,
    Lijst,
)

from .formulieren import Formulier
from .templatetags.woorden import woord

# What stands above the list: each with its number, for everyone or for whoever is at the screen.
TABBLADEN = (
    (AAN_ZET, "", "Aan ons"),
    (OPEN, VAN_MIJ, "Van mij"),
    (OPEN, VAN_NIEMAND, "Van niemand"),
    (WACHT, "", "Bij een ander"),
    (OPEN, "", "Alles wat loopt"),
    (GESLOTEN, "", "Afgerond"),
)
TERMIJNEN = (
    ("", "Alle"),
    (VERLOPEN, "Te laat"),
    (WEEK, "Binnen 7 dagen"),
    (ZONDER, "Zonder uiterste datum"),
)
VOLGORDES = (
    (OP_TERMIJN, "Wat het eerst moet"),
    (NIEUWSTE, "Nieuwste zaak"),
    (OP_KENMERK, "Ons kenmerk"),
    (OP_STAP, "Stap"),
)
WEG = {
    "van": "De collega uit dit filter werkt hier niet meer.",
    "stap": "De stap uit dit filter bestaat niet meer.",
}
ONDERDEEL_WEG = "Een onderdeel van dit filter bestaat niet meer."
PLAATS = ("na", "voor")
FILTER = "filter"  # in the address: the number of a saved filter


class LijstForm(Formulier):
    """The choices of the list, under the names they have in the address."""

    show_optional = False
    stand = forms.ChoiceField(choices=[(stand, stand) for stand, *_ in TABBLADEN], required=False)
    van = forms.ChoiceField(label="Van wie", required=False)
    stap = forms.ChoiceField(label="Stap", required=False)
    termijn = forms.ChoiceField(label="Uiterlijk", choices=TERMIJNEN, required=False)
    volgorde = forms.ChoiceField(label="Volgorde", choices=VOLGORDES, required=False)
    nieuw = forms.BooleanField(label="Alleen nieuw", required=False)
    na = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1)
    voor = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1)

    def __init__(
        self, *args: Any, collegas: Mapping[int, str], ik: int, stappen: Iterable[str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        anderen = [(str(mens), naam) for mens, naam in collegas.items() if mens != ik]
        self.fields["van"].choices = [  # type: ignore[attr-defined]
            ("", "Iedereen"),
            (VAN_MIJ, "Mij"),
            (VAN_NIEMAND, "Nog van niemand"),
            *anderen,
        ]
        self.fields["stap"].choices = [("", "Alle"), *((stap, woord(stap)) for stap in stappen)]  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Keuze:
    """What was chosen and is still there: values by name, where in the list, and a sentence for each part that is not."""

    waarden: Mapping[str, str]
    plaats: Mapping[str, int]
    weg: Sequence[str] = ()

    @property
    def stand(self) -> str:
        return self.waarden.get("stand", AAN_ZET)

    @property
    def gefilterd(self) -> bool:
        """Whether it is less than one of the tabs."""
        return bool(self.waarden.keys() - {"stand", "van"}) or self.tabblad != (self.stand, self._van)

    @property
    def tabblad(self) -> tuple[str, str]:
        """The tab it is part of: a colleague's cases are part of everyone's."""
        keuze = (self.stand, self._van)
        return keuze if any(keuze == (stand, van) for stand, van, _ in TABBLADEN) else (self.stand, "")

    @property
    def _van(self) -> str:
        return self.waarden.get("van", "")

    def lijst(self) -> Lijst:
        delen: dict[str, Any] = {"stand": AAN_ZET, **self.waarden, **self.plaats}
        return Lijst(**delen | {"nieuw": "nieuw" in self.waarden})

    def vraag(self, **plaats: int | None) -> str:
        """It as the end of an address."""
        return vraag({"stand": self.stand, **self.waarden, **plaats})


def vraag(delen: Mapping[str, object]) -> str:
    """The end of an address, without what is empty."""
    return "?" + urlencode({naam: waarde for naam, waarde in delen.items() if waarde})


def lees(bron: Mapping[str, str], collegas: Mapping[int, str], ik: int, stappen: Iterable[str]) -> Keuze:
    """The choices that hold, of an address or of a saved filter."""
    form = LijstForm(bron, collegas=collegas, ik=ik, stappen=stappen)
    form.is_valid()
    gelezen = {naam: waarde for naam, waarde in form.cleaned_data.items() if waarde}
    plaats = {naam: gelezen.pop(naam) for naam in PLAATS if naam in gelezen}
    waarden = {naam: "1" if waarde is True else waarde for naam, waarde in gelezen.items()}
    weg = [WEG.get(naam, ONDERDEEL_WEG) for naam in (*form.errors, *(bron.keys() - form.fields.keys()))]
    return Keuze(waarden, plaats, tuple(dict.fromkeys(weg)))
