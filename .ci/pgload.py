"""Load on two gateways while their database is away, and what must be true of them then and after."""

import contextlib
import http.client
import threading
import time

from pgcallers import ACCOUNTS, LONG_AND_LINK, POOL, TIMEOUT, Caller, Writer, together
from pgserver import until

SLACK = 1.5  # seconds that a busy machine may take besides
BACK = 2  # seconds after the database accepts connections


def ready(gateway):
    """Status and text of its readiness."""
    return gateway.get("/_gateway/health/ready")


def half_done(server, schema):
    """Rows of the inverted index that no resource has, and tags of resources that it lacks."""
    now = f"WHERE gen = (SELECT current_gen FROM {schema}.state)"
    told = f"SELECT account, place, o.key, o.value, ord FROM {schema}.resource, jsonb_each_text(tags || system_tags) o {now}"
    index = f"SELECT account, place, key, value, ord FROM {schema}.tag {now}"
    number = server.sql(
        f"SELECT count(*) FROM (({told} EXCEPT ALL {index}) UNION ALL ({index} EXCEPT ALL {told})) d", "60s"
    )
    return [] if number == "0" else [f"{number} tags are in one of the tables only"]


def leaked(server, gateways):
    """Whether the database has more connections than the gateways may have."""
    most = gateways * (POOL + LONG_AND_LINK)
    with contextlib.suppress(TimeoutError):
        until("few connections", lambda: server.connections() <= most, 5)
        return []
    return [f"{server.connections()} connections are open, but {most} at most may be"]


class Load:
    """A writer and a reader for each account on two gateways, which both see the same database."""

    def __init__(self, place, pair):
        self.pair = pair
        self.writers = [Writer(f"w{n}", account, place.seed) for n, account in enumerate(ACCOUNTS)]
        self.reads = []
        self.over = threading.Event()
        jobs = []
        for number, one in enumerate(self.writers):
            writing, reading = Caller(pair[number % 2], one.account), Caller(pair[1 - number % 2], one.account)
            jobs.append(lambda one=one, caller=writing: one.run(caller, self.going))
            jobs.append(lambda caller=reading: self.read(caller))
        self.join = together(jobs)

    def going(self):
        return not self.over.is_set()

    def read(self, caller):
        while self.going():
            begun = time.monotonic()
            try:
                status, document = caller.ask("ListTagResources", ids=["w0-0-1"])
                answer = status, document.get("Code")
            except (OSError, http.client.HTTPException) as problem:
                answer = None, repr(problem)
            self.reads.append((begun, time.monotonic() - begun, *answer))
            time.sleep(0.005 if answer[0] == 200 else 0.02)

    def progress(self, changes=1, seconds=30):
        """Waits until every writer is acknowledged so many changes again."""
        before = [one.acknowledged + changes for one in self.writers]
        until("all writers go on", lambda: all(o.acknowledged >= b for o, b in zip(self.writers, before)), seconds, 0.005)

    def end(self, server, schema):
        self.over.set()
        self.join()
        answers = self.reads + [answer for one in self.writers for answer in one.answers]
        problems = [
            f"an answer was {status} {code} after {took:.2f} s" for _, took, status, code in answers
            if (status, code) not in ((200, None), (503, "ServiceUnavailable")) or took > TIMEOUT + SLACK
        ][:5]
        server.settled()
        for one in self.writers:
            for gateway in self.pair:
                problems += one.differences(Caller(gateway))
        problems += half_done(server, schema)
        refused = sum(status == 503 for _, _, status, _ in answers)
        slowest = max(took for _, took, _, _ in answers)
        print(f"load: {sum(one.acknowledged for one in self.writers)} changes of 50 acknowledged, {refused} of {len(answers)} requests ServiceUnavailable, slowest {slowest:.2f} s")
        return problems + ([] if refused else ["nothing was refused"])


def says_why(pair):
    """What is wrong with readiness while the database is away."""
    problems = []
    for gateway in pair:
        try:
            status, text = until("not ready", lambda: (a := ready(gateway))[0] == 503 and a, 10)
            if "the database " not in text and "the store does not answer" not in text:
                problems.append(f"readiness does not say why: {status} {text[:300]}")
        except TimeoutError:
            problems.append(f"readiness is {ready(gateway)} without a database")
    return problems


def back(what, load, accepts):
    """What is wrong with how soon it is used again, since the moment at which the database accepted connections."""
    for gateway in load.pair:
        until("ready again", lambda: ready(gateway)[0] == 200, 30)
    load.progress()
    took = time.monotonic() - accepts
    print(f"{what}: all goes on {took:.2f} s after the database accepts connections")
    return [f"{what}: back after {took:.1f} s only"] if took > BACK else []


def mirrored(primary, standby, gateways):
    """Starts a primary with a standby that each commit waits for, and makes the database ready for gateways."""
    primary.create()
    primary.synchronous()
    standby.follow(primary)
    until("the standby is synchronous", primary.has_standby)
    gateways.prepare()
