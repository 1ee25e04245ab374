"""The parts of .ci/postgresql in which a database lets wait, or a gateway must not start."""

import hashlib
import subprocess
import time

from pghistory import Account
from pgcallers import ACCOUNTS, TIMEOUT, Caller, Gateways, ended, together
from pgload import SLACK, leaked, ready
from pgserver import PASSWORD, until
from sieging import ROOT, environment

DEFAULT = "1234567890123456"  # the account of whoever has no key that is declared


def refused(callers, action, **what):
    """How many of the calls, all at once, are ServiceUnavailable in time; and what is wrong with others."""
    answers = []

    def ask(caller):
        begun = time.monotonic()
        status, document = caller.ask(action, **what)
        answers.append((status, document.get("Code"), time.monotonic() - begun))

    together([lambda caller=caller: ask(caller) for caller in callers])()
    wrong = [
        f"{action}: {answer}" for answer in answers
        if answer[:2] not in ((200, None), (503, "ServiceUnavailable")) or answer[2] > TIMEOUT + SLACK
    ]
    return sum(status == 503 for status, _, _ in answers), wrong


def busy(place):
    server = place.server("primary", "max_connections=40")
    standby = place.server("standby", "max_connections=40")
    gateways = Gateways(place.directory, [server], "busy")
    problems = []
    with ended(gateways, standby, server):
        server.create()
        gateways.prepare()
        gateway = gateways.start()
        callers = [Caller(gateway, ACCOUNTS[n % 4]) for n in range(24)]
        what = {"ids": ["a"], "tags": [("k", "v")]}
        Account.change(callers[0], "TagResources", **what)
        for table, reads in (("resource", 0), ("state", 24)):
            holder = server.session(f"BEGIN; LOCK TABLE busy.{table} IN {'ACCESS EXCLUSIVE' if reads else 'SHARE'} MODE")
            changes, wrong = refused(callers, "TagResources", **what)
            lists, more = refused(callers, "ListTagResources", ids=["a"])
            problems += wrong + more
            if (changes, lists) != (24, reads):
                problems.append(f"{table} locked: {changes} changes and {lists} lists of 24 were refused")
            holder.stdin.close()
            holder.wait(10)
            until("none is refused", lambda: refused(callers, "TagResources", **what) == (0, []), 10)
        until("no statement waits", lambda: server.sql("SELECT count(*) FROM pg_locks WHERE NOT granted") == "0", 10)
        problems += leaked(server, 1)
        problems += without_standby(server, standby, gateway, callers, what)
    return problems + gateways.close()


def without_standby(server, standby, gateway, callers, what):
    """A commit that no standby has waits, for as long as that takes, and the gateway must not pile up connections meanwhile."""
    problems = []
    standby.follow(server)
    server.sql("ALTER SYSTEM SET synchronous_standby_names = '*'")
    server.sql("SELECT pg_reload_conf()")
    until("the standby is synchronous", server.has_standby)
    Account.change(callers[0], "TagResources", **what)
    standby.kill()
    end = time.monotonic() + 12
    while time.monotonic() < end:
        changes, wrong = refused(callers, "TagResources", **what)
        problems += wrong
        if changes != len(callers):
            problems.append(f"{len(callers) - changes} changes were acknowledged that no standby has")
    problems += leaked(server, 1)
    standby.start()
    until("ready again", lambda: ready(gateway)[0] == 200, 10)
    until("none is refused", lambda: refused(callers, "TagResources", **what) == (0, []), 10)
    return problems + leaked(server, 1)


def starts(place):
    """What StoreStartIT does not hold: an older schema, which is brought up to date by whoever may, and its data stay."""
    server = place.server("database")
    gateways = Gateways(place.directory, [server], "older", "postgres")
    problems = []
    with ended(gateways, server):
        server.create()
        older(server)
        right = environment(
            TAGGING_GATEWAY_STORE_TYPE="postgresql",
            TAGGING_GATEWAY_STORE_URL=f"postgresql://gateway@127.0.0.1:{server.port}/postgres",
            TAGGING_GATEWAY_STORE_SCHEMA="older", TAGGING_GATEWAY_STORE_PASSWORD=PASSWORD,
        )
        problems += one_line(right, "store.schema: the role gateway lacks a right on the schema older", gateways)
        wrong = {**right, "TAGGING_GATEWAY_STORE_PASSWORD": "not-" + PASSWORD}
        problems += one_line(wrong, "does not let us in, see store.password: ", gateways)
        gateways.prepare()
        rows = Caller(gateways.start(), DEFAULT).rows(ids=["old"])
        if rows != [("old", "k", "v")]:
            problems.append(f"an older schema was migrated, and has {rows} now")
        server.sql("INSERT INTO older.schema_version VALUES (9999, 'newer')")
        newer = {**gateways.environment}
        problems += one_line(newer, "the schema older was made by a newer gateway (its version 9999", gateways)
        server.stop()
        gone = {**gateways.environment}
        problems += one_line(gone, "cannot be reached", gateways)
    return problems + gateways.close()


def older(server):
    """The schema as the first gateway with a store made it, with a row in it."""
    first = ROOT / "store-postgresql/src/main/resources/io/tagginggateway/store/postgresql/schema"
    steps = sorted(first.glob("V*.sql"))[:4]
    script = ["CREATE SCHEMA older; SET search_path = older; CREATE TABLE schema_version (version integer PRIMARY KEY, file text NOT NULL, applied timestamptz NOT NULL DEFAULT now());"]
    for step in steps:
        script += [step.read_text(), f"; INSERT INTO schema_version (version, file) VALUES ({int(step.name[1:4])}, '{step.name}');"]
    server.sql("\n".join(script))
    place = int.from_bytes(hashlib.sha256(b"VpcIpam\0cn-hangzhou\0IPAM").digest()[:8], "big", signed=True)
    server.sql(
        "SET search_path = older; INSERT INTO state (current_gen, fixture_gen) SELECT 1, 2 WHERE NOT EXISTS (SELECT FROM state);"
        f" INSERT INTO place VALUES ({place}, 'VpcIpam', 'cn-hangzhou', 'IPAM');"
        f""" SELECT put_resources(1, '{DEFAULT}', {place}, '{{old}}', ARRAY['{{"k": "v"}}'], '{{"{{}}"}}', '{{false}}')"""
    )
    server.sql("GRANT USAGE ON SCHEMA older TO gateway; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA older TO gateway")


def one_line(variables, expected, gateways):
    ended_so = subprocess.run(
        gateways.command("--port", "0"), env=variables, capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL
    )
    lines = ended_so.stderr.splitlines()
    if ended_so.returncode == 2 and len(lines) == 1 and expected in lines[0] and PASSWORD not in lines[0] and not ended_so.stdout:
        return []
    return [f"a start that is to say '{expected}': exit {ended_so.returncode}, {lines[:3]}"]
