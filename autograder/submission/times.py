"""When a submission was handed in: read from its timestamp.txt where that is clear, and never guessed."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?) ?(\S*)", re.IGNORECASE)
OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)?")


def moment(text: str, course_zone: str) -> datetime:
    """Return the moment that a text names, in UTC and without a zone, as nbgrader keeps it.

    It is a date and a time as in 2026-03-01 22:30:00, with UTC, an offset such as +01:00 or a region such as
    Europe/Berlin. Without any it is in UTC: so `nbgrader zip_collect` writes it. An abbreviation such as EST
    counts only where the course's own zone, with which nbgrader's exchange writes it, has that name then.

    Raises `ValueError` if the text does not name exactly one moment.
    """
    match = TIME.fullmatch(text.strip())
    if not match:
        raise ValueError("no date and time")
    local = datetime.fromisoformat(f"{match[1]} {match[2]}")
    found = {at.astimezone(UTC) for at in readings(local, match[3], course_zone)}
    if len(found) != 1:  # in the night when clocks are set back or forward
        raise ValueError("no one moment")
    return found.pop().replace(tzinfo=None)


def readings(local: datetime, zone: str, course_zone: str) -> list[datetime]:
    """Return all moments that a local time in a zone may mean."""
    if zone.upper() in ("", "Z", "UTC", "GMT"):
        return [local.replace(tzinfo=UTC)]
    if match := OFFSET.fullmatch(zone):
        hours, minutes = int(match[2]), int(match[3] or 0)
        if hours > 14 or minutes > 59:
            raise ValueError("no offset")
        offset = timedelta(hours=hours, minutes=minutes)
        return [local.replace(tzinfo=timezone(offset if match[1] == "+" else -offset))]
    if "/" in zone:
        return both(local, ZoneInfo(zone))
    return [at for at in both(local, ZoneInfo(course_zone)) if at.tzname() == zone]


def both(local: datetime, zone: tzinfo) -> list[datetime]:
    """Return the two readings of a local time: different ones where clocks are set back or forward."""
    return [local.replace(tzinfo=zone, fold=fold) for fold in (0, 1)]
