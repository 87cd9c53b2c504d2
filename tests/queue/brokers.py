"""A Redis on this machine for a test, and workers that take from it."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time

import psutil
import pytest
from redis import Redis
from redis.backoff import ConstantBackoff
from redis.retry import Retry

PASSWORD = "sesame"


class Broker:
    """A Redis that keeps nothing on the disk, and the processes that use it."""

    def __init__(self, folder, tls=False):
        if not shutil.which("redis-server"):
            pytest.skip("redis-server is not installed: `apt install redis-server`")
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"redis://:{PASSWORD}@127.0.0.1:{self.port}/0"
        self.listening = ["--port", str(self.port)]
        if tls:
            certificate, key = made_certificate(folder)
            self.url = f"rediss://:{PASSWORD}@127.0.0.1:{self.port}/0?ssl_ca_certs={certificate}"
            self.listening = ["--port", "0", "--tls-port", str(self.port), "--tls-auth-clients", "no"]
            self.listening += ["--tls-cert-file", certificate, "--tls-key-file", key]
        self.client = Redis.from_url(self.url, retry=Retry(ConstantBackoff(0.05), 200))
        self.processes = []
        self.start()

    def start(self):
        words = [*self.listening, "--bind", "127.0.0.1", "--requirepass", PASSWORD]
        words += ["--save", "", "--appendonly", "no", "--dir", str(self.folder)]
        self.server = subprocess.Popen(["redis-server", *words], stdout=subprocess.DEVNULL)
        self.client.ping()

    def kill(self):
        self.server.kill()
        self.server.wait()

    def command(self, *words):
        """Start one of our commands; its two streams go to a file of their own."""
        environment = {**os.environ, "COURSE_QUEUE": self.url, "COLUMNS": "200"}
        path = self.folder / f"command-{len(self.processes)}.txt"
        with path.open("w") as log:
            line = [sys.executable, "-m", "autograder", *words]
            process = subprocess.Popen(line, stdout=log, stderr=log, env=environment, start_new_session=True)
        process.log = path
        self.processes.append(process)
        return process

    def worker(self, jobs=1):
        """Start a worker, and wait until it is there."""
        before = self.workers()
        process = self.command("worker", "--jobs", str(jobs))
        wait_for(lambda: self.workers() - before, process)
        return process

    def workers(self):
        return set(self.client.keys("autograder:worker:*"))

    def close(self):
        for process in self.processes:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
        family = [child for process in self.processes for child in children(process.pid)]
        for process in self.processes:
            process.wait(60)
        self.client.close()
        self.server.terminate()
        self.server.wait()
        _, left = psutil.wait_procs(family, timeout=20)
        assert not left  # nothing of a worker outlives it


def made_certificate(folder):
    """Return the files of a certificate for this machine that nobody has signed, and of its key."""
    certificate, key = (str(folder / f"{name}.pem") for name in ("certificate", "key"))
    words = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1", "-days", "1"]
    words += ["-addext", "subjectAltName=IP:127.0.0.1", "-out", certificate, "-keyout", key]
    subprocess.run(["openssl", *words], check=True, stderr=subprocess.DEVNULL)
    return certificate, key


def children(pid):
    """Return all processes that a process has started."""
    return psutil.Process(pid).children(recursive=True) if psutil.pid_exists(pid) else []


def wait_for(condition, *running):
    """Wait until something is the case, while these processes go on."""
    while not (found := condition()):
        for process in running:
            assert process.poll() is None, process.log.read_text()
        time.sleep(0.02)
    return found
