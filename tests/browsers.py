"""A real browser for the tests that press buttons."""

import contextlib
import shutil

import pytest
from playwright.sync_api import sync_playwright

CHROMIUM = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)
QUIET = ["background-networking", "component-update", "sync", "gpu"]

needs_chromium = pytest.mark.skipif(
    not CHROMIUM, reason="needs Chromium: install it, e.g. `apt-get install chromium`"
)


@contextlib.contextmanager
def launched():
    """Start Chromium, and end it."""
    options = ["--no-sandbox", "--no-first-run", *(f"--disable-{what}" for what in QUIET)]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        yield browser
        browser.close()
