"""A PostgreSQL server of the tests' own."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

PASSWORD = "between-us"


def programs():
    """Return the folder with PostgreSQL's programs; Debian does not put them on the path."""
    there = [*Path("/usr/lib/postgresql").glob("*/bin")]
    there += [Path(found).parent] if (found := shutil.which("initdb")) else []
    if not there:
        pytest.skip("PostgreSQL is not installed: `apt install postgresql`")
    return there[-1]


class Server:
    """A server in a folder of its own; it takes connections from this computer, with a password."""

    def __init__(self, folder):
        self.folder, self.programs = folder, programs()
        # PostgreSQL refuses to run as root; its package has made a user for it.
        self.user = "postgres" if os.geteuid() == 0 else None
        (folder / "password").write_text(PASSWORD)
        for path in (folder, folder / "password"):
            if self.user:
                shutil.chown(path, self.user, self.user)
        self.run("initdb", "--pgdata", "data", "--username", "course", "--auth", "scram-sha-256",
                 "--pwfile", "password", "--no-sync", "--locale", "C.UTF-8")  # fmt: skip
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.databases = 0
        self.start()

    def run(self, program, *arguments):
        command = [self.programs / program, *arguments]
        subprocess.run(command, cwd=self.folder, user=self.user, check=True, capture_output=True)

    def start(self):
        """Start the server, and wait until it answers."""
        settings = {"listen_addresses": "127.0.0.1", "unix_socket_directories": "", "fsync": "off"}
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [self.programs / "postgres", "-D", "data", "-p", str(self.port), *options],
                cwd=self.folder, user=self.user, stdout=log, stderr=log,
            )  # fmt: skip
        while True:
            try:
                with self.connected("postgres"):
                    return
            except psycopg.OperationalError:
                assert self.process.poll() is None, (self.folder / "log").read_text()
                time.sleep(0.05)

    def kill(self):
        """End the server as a power cut does, connections and all."""
        self.process.send_signal(signal.SIGQUIT)  # PostgreSQL's "immediate shutdown": it cleans up nothing
        self.process.wait()

    def connected(self, database):
        return psycopg.connect(
            host="127.0.0.1",
            port=self.port,
            dbname=database,
            user="course",
            password=PASSWORD,
            autocommit=True,
        )

    def new_database(self):
        """Make an empty database, and return its address."""
        self.databases += 1
        name = f"gradebook{self.databases}"
        with self.connected("postgres") as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return f"postgresql+psycopg://course:{PASSWORD}@127.0.0.1:{self.port}/{name}"


@contextmanager
def server():
    """Yield a new server; afterwards it is gone, and all that it kept."""
    folder = Path(tempfile.mkdtemp())  # not in pytest's folder, which only this user can enter
    made = None
    try:
        made = Server(folder)
        yield made
    finally:
        if made:
            made.kill()
        shutil.rmtree(folder)
