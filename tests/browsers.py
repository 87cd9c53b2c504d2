"""A real browser and a real JupyterLab for the tests that press buttons."""

import contextlib
import json
import os
import shutil
import subprocess
import sys
import time

import pytest
from playwright.sync_api import sync_playwright

CHROMIUM = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)
PATIENCE = 300  # seconds; what takes forty on an idle computer takes longer beside all other tests
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


@contextlib.contextmanager
def jupyterlab(root, *options):
    """Start a JupyterLab in a course's folder, without this computer's settings; yield its address."""
    top = root.parent
    env = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "IPYTHON"))}
    env |= {f"JUPYTER_{use}_DIR": str(top / use) for use in ("CONFIG", "DATA", "RUNTIME")}
    env["HOME"] = str(top)
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--port=0", "--allow-root"]
    command += ["--IdentityProvider.token=secret", *options]
    with (top / "log").open("w") as log:
        server = subprocess.Popen(
            command, cwd=root, env=env, stdin=subprocess.DEVNULL, stdout=log, stderr=log
        )
    try:
        started, about = time.monotonic(), top / "RUNTIME" / f"jpserver-{server.pid}.json"
        while not about.with_name(f"{about.stem}-open.html").exists():  # written after `about`
            late = time.monotonic() > started + PATIENCE
            assert not late and server.poll() is None, (top / "log").read_text()
            time.sleep(0.1)
        yield json.loads(about.read_text())["url"] + "lab"
    finally:
        server.terminate()  # it ends its kernels
        try:
            server.wait(30)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()
