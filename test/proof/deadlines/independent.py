"""Due days by another way: chinesecalendar's days, numbered, instead of our calendar, walked. One JSON object a line."""

import json
import sys
from bisect import bisect_left
from datetime import date, datetime, timedelta, timezone

import chinese_calendar

SHANGHAI = timezone(timedelta(hours=8))
FIRST, LAST = date(2024, 1, 1), date(2026, 12, 31)
EVERY = [FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1)]
WORKED = [day for day in EVERY if chinese_calendar.is_workday(day)]


def day_of(millis):
    return datetime.fromtimestamp(millis / 1000, SHANGHAI).date()


def worked_up_to(day):
    """How many working days there are up to and including the day."""
    return bisect_left(WORKED, day + timedelta(1))


def due(asked):
    """The due day, or None where it lies beyond the years that are known."""
    start, length = day_of(asked["startedAt"]), asked["budget"] + sum(asked["extensions"])
    pauses = [(day_of(begun), day_of(ended)) for begun, ended in asked["pauses"]]
    if asked["unit"] == "wd":
        if any(ended > LAST for _, ended in pauses):
            return None
        length += sum(worked_up_to(ended) - worked_up_to(begun) for begun, ended in pauses)
        place = worked_up_to(start) + length - 1
        return WORKED[place] if place < len(WORKED) else None
    length += sum((ended - begun).days for begun, ended in pauses)
    place = bisect_left(WORKED, start + timedelta(length))
    return WORKED[place] if place < len(WORKED) else None


if sys.argv[1:] == ["--calendar"]:
    for day in EVERY:
        print(json.dumps([day.isoformat(), chinese_calendar.is_workday(day)]))
else:
    for line in sys.stdin:
        found = due(json.loads(line))
        print(json.dumps(found.isoformat() if found else None))
