"""Amounts in euro as people type them."""

import re
from typing import Any

from django import forms


class Bedragveld(forms.DecimalField):
    """An amount in euro, as people write it: 1050, 1050,00 or € 1.050,00."""

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str):
            value = value.strip().removeprefix("€").strip()
            if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d{1,2})?", value):
                value = value.replace(".", "")
        return super().to_python(value)


def bedragveld(label: str, **anders: Any) -> Bedragveld:
    return Bedragveld(
        label=label,
        max_digits=9,
        decimal_places=2,
        localize=True,
        widget=forms.TextInput(attrs={"class": "app-width-m", "inputmode": "decimal", "autocomplete": "off"}),
        **anders,
    )
