"""What the server says of itself: `Server-Timing: app;dur=12.3, db;dur=4.5, q;dur=11` (the last is a number of queries)."""

import time
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse


class Timing:
    """Middleware around all the others: time inside Django, of which in the database, and how many statements."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        queries, inside = 0, 0.0

        def count(execute: Callable, *arguments: Any) -> Any:
            nonlocal queries, inside
            begin = time.perf_counter()
            try:
                return execute(*arguments)
            finally:
                queries, inside = queries + 1, inside + time.perf_counter() - begin

        begin = time.perf_counter()
        with connection.execute_wrapper(count):
            response = self.get_response(request)
        total = time.perf_counter() - begin
        response["Server-Timing"] = f"app;dur={total * 1000:.3f}, db;dur={inside * 1000:.3f}, q;dur={queries}"
        return response
