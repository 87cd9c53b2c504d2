"""The broker, a Redis: how it is reached, under which keys it holds what, and the Celery app that uses it."""

import ssl
from urllib.parse import parse_qsl, urlsplit

from autograder.errors import CourseError

try:
    from celery import Celery
    from redis import Redis
    from redis.backoff import ExponentialBackoff
    from redis.exceptions import AuthenticationError, NoPermissionError, RedisError
    from redis.retry import Retry
except ModuleNotFoundError as error:
    raise CourseError(
        f"{error.name} is not installed, which grading on several machines needs: "
        "run `pip install 'improving-dnn[queue]'`, or `make .venv` in the course's folder."
    ) from None

TASK = "autograder.grade"
OURS = "autograder"  # how every key of ours begins
WORKERS = f"{OURS}:workers"  # the names of all workers, also of those that have ended
DAY = 24 * 3600  # seconds
MAX_UNIT_TIME = 6 * 3600  # for which a worker may have a unit before Celery hands it to another
LEASE = 10  # seconds after which a worker is taken for dead that has not been heard of
BEAT = 3  # seconds between two signs of life
RUN = 60  # seconds after which nobody grades any more for a `course grade` that has ended
ANSWER = 3600  # seconds for which an answer is kept that nobody has read


def queue_of(versions: str) -> str:
    """Return the queue from which all workers with these versions take units; see `versions.summed_up`."""
    return f"{OURS}:units:{versions}"


def own_queue(worker: str) -> str:
    """Return the queue from which one worker alone takes units."""
    return f"{OURS}:units-for:{worker}"


def key(kind: str, name: str) -> str:
    """Return the key of a worker, a run, an assignment, or a unit's lease, answer or beginnings."""
    return f"{OURS}:{kind}:{name}"


def reached(url: str) -> Redis:
    """Return a connection to the broker.

    Raises:
        CourseError: the address is wrong, or nobody answers there; the message does not hold a password
    """
    broker = connection(url)
    try:
        broker.ping()
    except (AuthenticationError, NoPermissionError):
        raise refused() from None
    except RedisError as error:
        raise CourseError(
            f"The broker cannot be reached ({told(error)}): start Redis, or check the address of --queue."
        ) from None
    return broker


def connection(url: str, patience: int = 0) -> Redis:
    """Return a connection to the broker that is made when it is first needed.

    Arguments:
        url: its address
        patience: how many times to try again, up to two seconds later, if it does not answer
    """
    if urlsplit(url).scheme not in ("redis", "rediss"):
        raise CourseError("The address of --queue has to begin with redis:// or rediss://.")
    retry = Retry(ExponentialBackoff(cap=2, base=0.1), patience)
    try:
        return Redis.from_url(url, retry=retry, socket_timeout=30, socket_connect_timeout=5)
    except (ValueError, TypeError):  # the message may hold the password
        raise CourseError(
            "The address of --queue is not one: it looks like redis://:PASSWORD@HOST:6379/0."
        ) from None


def read(broker: Redis, name: str, most: int) -> bytes:
    """Return what is held under a key, but never more than one byte above what is allowed."""
    content = broker.getrange(name, 0, most)
    return content if isinstance(content, bytes) else content.encode()


def refused() -> CourseError:
    """Return the error of a broker that wants another password."""
    return CourseError("The broker refuses the user or the password in the address of --queue.")


def told(error: BaseException) -> str:
    """Return the first line of what is wrong with the broker."""
    return (str(error).splitlines() or [type(error).__name__])[0][:200]


def app_for(url: str) -> Celery:
    """Return the Celery app of a broker: its messages are JSON, and acknowledged once they are dealt with."""
    app = Celery("autograder", broker=url, set_as_current=False)
    query = {name: value for name, value in parse_qsl(urlsplit(url).query) if name.startswith("ssl_")}
    if urlsplit(url).scheme == "rediss":
        app.conf.broker_use_ssl = {**query, "ssl_cert_reqs": ssl.CERT_REQUIRED}
    app.conf.update(
        accept_content=["json"],
        task_serializer="json",
        task_ignore_result=True,  # answers are kept under keys of their own, and read within bounds
        task_acks_late=True,
        task_reject_on_worker_lost=True,
        worker_prefetch_multiplier=1,
        worker_enable_remote_control=False,
        worker_hijack_root_logger=False,
        worker_cancel_long_running_tasks_on_connection_loss=False,  # a unit that is graded twice harms nobody
        broker_connection_retry_on_startup=True,
        broker_connection_max_retries=None,
        broker_transport_options={
            "visibility_timeout": MAX_UNIT_TIME,
            "socket_connect_timeout": 5,
            "socket_timeout": 30,
            "socket_keepalive": True,
        },
    )
    return app
