"""`{% load lucide %}`: the icons of that package, each drawn once (settings/base.py puts this in its place).

The package copies and writes out the tree of an icon every time it is asked, some twenty times a page.
"""

from functools import lru_cache

from django import template
from lucide.templatetags import lucide as package

register = template.Library()


@register.simple_tag
def lucide(name: str, *, size: int | None = 24, **attributes: object) -> str:
    """The icon as SVG. Raises IconDoesNotExist for a name that the package does not have."""
    return _draw(name, size, tuple(attributes.items()))


# More than the product has; what comes after it is only slower.
@lru_cache(maxsize=512)
def _draw(name: str, size: int | None, attributes: tuple[tuple[str, object], ...]) -> str:
    drawn: str = package.lucide(name, size=size, **dict(attributes))
    return drawn
