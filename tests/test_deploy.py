"""The files in deploy/: what their own tools say of them. The containers themselves are not started."""

import shutil
import subprocess
import sys

import pytest
import yaml
from conftest import ROOT

DEPLOY = ROOT / "deploy"


@pytest.mark.slow
def test_the_manifest_is_what_kubernetes_takes():
    # Breaks if a field is misspelt, or lies one level too deep. The tool does not know KEDA's kind of object.
    manifest = DEPLOY / "kubernetes.yaml"
    command = [sys.executable, "-m", "kubernetes_validate", "--strict", "--no-warn", manifest]
    checked = subprocess.run(command, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    parts = [*yaml.safe_load_all((DEPLOY / "kubernetes.yaml").read_text())]
    assert (checked.stdout + checked.stderr).count("passed for resource") == len(parts) - 1


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("docker-compose"), reason="docker-compose is not installed here")
def test_the_compose_file_is_what_compose_takes(tmp_path):
    # Breaks if a service names a network, a volume or a secret that is not there.
    shutil.copy(DEPLOY / "compose.yaml", tmp_path)
    checked = subprocess.run(
        ["docker-compose", "config", "--quiet"], cwd=tmp_path, capture_output=True, text=True
    )
    assert checked.returncode == 0, checked.stderr


def test_the_image_holds_all_that_is_installed_and_no_solutions():
    # Breaks if a file that the build needs stays out of it, or if a folder with solutions comes into it.
    kept = {
        line.removeprefix("!").split("/")[0]
        for line in (DEPLOY / "Dockerfile.dockerignore").read_text().splitlines()
        if line.startswith("!")
    }
    copied = {
        word.removeprefix("./").split("/")[0]
        for line in (DEPLOY / "Dockerfile").read_text().splitlines()
        if line.startswith("COPY ")
        for word in line.split()[1:-1]
    }
    assert kept == copied
    assert not kept & {"source", "variants", "tests", "release", "submitted", "autograded", ".git"}
