"""A page on paper: a template and our print style become a tagged PDF (PDF/UA-1), without asking any network."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string
from weasyprint import HTML
from weasyprint.urls import URLFetcher

STIJL = str(Path(__file__).with_name("papier.css"))


def als_pdf(sjabloon: str, context: Mapping[str, Any]) -> bytes:
    """The rendered template as a PDF; nothing but our own files is fetched for it."""
    html = HTML(
        string=render_to_string(sjabloon, dict(context)),
        url_fetcher=URLFetcher(allowed_protocols=["file"], fail_on_errors=True),
    )
    # As a path: given as an object, its font would silently not be embedded.
    return html.write_pdf(stylesheets=[STIJL], pdf_variant="pdf/ua-1")
