"""Pytest plugin: pages in the system's Chromium, and `axe`, which finds no fault with them.

`page` is a fresh browser context per test; a page that writes an error to the console or breaks the Content
Security Policy fails its test. `axe(page)` checks accessibility with every rule axe-core has.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from tools.chromium import QUIET, program


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="nl-NL", timezone_id="Europe/Amsterdam")
    context.set_default_timeout(15_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    with silent_page(context) as page:
        yield page


@contextmanager
def silent_page(context: BrowserContext) -> Iterator[Page]:
    """A new page of the context; afterwards an AssertionError if anything went to the console or went wrong."""
    errors: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            errors.append(message.text)

    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", hear)
    yield page
    assert not errors, "the browser's console is not silent"


@pytest.fixture
def axe() -> Callable[[Page], None]:
    def check(page: Page) -> None:
        # WCAG 2.2's own rule on the size of targets is off in axe unless asked for. What is in order is not asked for:
        # telling of it takes as long as finding faults.
        options = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
        # A click is done when the next page has begun; axe stumbles over one that has no root element yet.
        page.wait_for_load_state()
        result = Axe().run(page, options=options)
        assert not result.violations_count, result.generate_report()

    return check
