"""What a request needs beyond its schema: a session, keys of its own, and ids of what is there.

SANXIANG_SEAT names a JSON file written by seats.ts; each request is told in a line of SANXIANG_TOLD.
"""

import itertools
import json
import os
import random
import uuid

import schemathesis
from schemathesis.core.parameters import ParameterLocation

with open(os.environ["SANXIANG_SEAT"], encoding="utf-8") as file:
    SEAT = json.load(file)
TOLD = open(os.environ["SANXIANG_TOLD"], "a", encoding="utf-8", buffering=1)
CHOICE = random.Random(SEAT["seed"])
NUMBER = itertools.count(1)
# The bytes of an upload.
schemathesis.serializer.alias("application/offset+octet-stream", "application/octet-stream")
SPARE = itertools.cycle(SEAT["spareSessions"])


@schemathesis.hook
def before_call(context, case, kwargs):
    label = case.operation.label
    if not broken(case, ParameterLocation.HEADER):
        sign_in(case, label)
    if case.path_parameters and not broken(case, ParameterLocation.PATH) and CHOICE.random() < 0.9:
        case.path_parameters.update(known_ids(label, case.path_parameters))
    wanted = SEAT["bodies"].get(label)
    if wanted and not broken_anywhere(case) and CHOICE.random() < 0.4:
        case.body = numbered(CHOICE.choice(wanted))
        case.media_type = "application/json"


@schemathesis.hook
def after_call(context, case, response):
    mode = "negative" if broken_anywhere(case) else "positive"
    print(json.dumps({"operation": case.operation.label, "status": response.status_code, "mode": mode}), file=TOLD)


def broken(case, location):
    return case.meta is not None and case.meta.is_negative_at(location)


def broken_anywhere(case):
    return case.meta is not None and case.meta.generation.mode.is_negative


def sign_in(case, label):
    if CHOICE.random() < 0.95 or case.method != case.operation.method.upper():
        case.headers.pop("Sanxiang-Clock", None)
    if label == "POST /api/v1/session":
        # It comes without a session, which it would end, and from elsewhere: too many failures lock an address.
        case.headers["X-Forwarded-For"] = f"10.0.0.{CHOICE.randrange(250)}"
        return
    session = next(SPARE) if label.startswith("DELETE") else session_for(case.path)
    case.headers["Cookie"] = session["cookie"]
    if case.method.upper() != "GET":
        case.headers["X-CSRF-Token"] = session["csrfToken"]
    if case.method.upper() == "POST":
        case.headers["Idempotency-Key"] = str(uuid.uuid4())


def session_for(path):
    return next(one for one in SEAT["sessions"] if path.startswith(one["under"]))


def known_ids(label, parameters):
    ids = SEAT["ids"].get(label, [])
    known = {"id": CHOICE.choice(ids)} if ids else {}
    return {**known, **({"version": 1} if "version" in parameters else {})}


def numbered(body):
    """A document number in a series of its own, since a series has no gaps."""
    own = SEAT["series"] + "".join("零一二三四五六七八九"[int(digit)] for digit in str(next(NUMBER)))
    return json.loads(json.dumps(body, ensure_ascii=False).replace("SERIES", own))
