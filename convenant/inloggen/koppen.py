"""What a browser is told about every answer of ours, besides what Django and django-csp tell it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

# Nothing of the machine is of use to us.
UIT = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "identity-credentials-get",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "usb",
    "xr-spatial-tracking",
)
KOPPEN = {
    "Permissions-Policy": ", ".join(f"{naam}=()" for naam in UIT),
    # Other sites may neither show nor read anything of ours, files of the design included.
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Koppen:
    """Middleware: first of all, so that files and error pages get them too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for naam, waarde in KOPPEN.items():
            response.headers[naam] = waarde
        return response
