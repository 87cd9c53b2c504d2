"""A JupyterHub for one course: an account of the system for everybody, as nbgrader's exchange needs it."""

import os
import pwd
import subprocess
from pathlib import Path

c = get_config()  # noqa: F821 - JupyterHub provides it

INSTRUCTOR = os.environ["COURSE_INSTRUCTOR"]
SECRETS, HOMES, EXCHANGE = Path("/run/secrets"), Path("/home"), Path("/srv/exchange")


def secret(name):
    """Return a password from its file."""
    return (SECRETS / name).read_text().strip()


# To try it out: one password for all students, who can log in as each other with it, and one for the
# instructor. Before students come, put your school's own login in its place, as JupyterHub's documentation of
# authenticators tells.
c.JupyterHub.authenticator_class = "shared-password"
c.SharedPasswordAuthenticator.user_password = secret("students")
c.SharedPasswordAuthenticator.admin_password = secret("instructor")
c.Authenticator.admin_users = {INSTRUCTOR}
c.Authenticator.allow_all = True
c.Authenticator.username_pattern = r"[a-z][a-z0-9_-]{0,30}"  # names that Linux takes
c.Authenticator.blocked_users = {  # root, and all others that are not people
    account.pw_name for account in pwd.getpwall() if Path(account.pw_dir).parent != HOMES
}

c.JupyterHub.spawner_class = "jupyterhub.spawner.LocalProcessSpawner"
c.JupyterHub.bind_url = "http://:8000"
c.Spawner.default_url = "/lab"


def has_account(name):
    """Tell whether there is such a user of the system."""
    return any(account.pw_name == name for account in pwd.getpwall())


def add(name, *options):
    """Make a user of the system, with a home that nobody else can enter."""
    subprocess.run(["useradd", "--create-home", "--shell", "/bin/bash", *options, name], check=True)
    (HOMES / name).chmod(0o700)


# Homes outlive this container, and accounts do not: they come back with the numbers that own their files.
for home in sorted(HOMES.iterdir()):
    if home.is_dir() and not has_account(home.name):
        add(home.name, "--uid", str(home.stat().st_uid))


def account(spawner):
    """Give a new user of the hub an account, and the instructor what is needed for grading."""
    name = spawner.user.name
    if not has_account(name):
        add(name)
    if name == INSTRUCTOR:
        spawner.environment["COURSE_QUEUE"] = f"redis://:{secret('broker')}@broker:6379/0"
        spawner.environment["PGPASSWORD"] = secret("database")


c.Spawner.pre_spawn_hook = account
EXCHANGE.chmod(0o777)  # nbgrader makes folders in it that students can write to, and not list
