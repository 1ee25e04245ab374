"""The parts of .ci/postgresql in which a gateway or a database dies."""

import contextlib
import dataclasses
import http.client
import json
import pathlib
import queue
import random
import signal
import threading
import time

from pgcallers import ACCOUNTS, TIMEOUT, Caller, Gateways, Writer, ended, together
from pgload import Load, back, half_done, leaked, mirrored, says_why
from pgserver import Server, until



@dataclasses.dataclass(frozen=True)
class Place:
    """Where a part runs: the programs of PostgreSQL, and a directory that is removed afterwards."""

    programs: pathlib.Path
    directory: str
    rounds: int
    seed: int

    def server(self, name, *settings):
        return Server(self.programs, self.directory, name, *settings)


def replacements(gateways, wanted, ahead):
    """A queue of gateways that are started while others are written to."""
    started = queue.Queue(ahead)

    def start():
        for _ in range(wanted):
            try:
                started.put(gateways.start())
            except Exception as problem:
                started.put(problem)
                return

    threading.Thread(target=start, daemon=True).start()
    return started


def taken(started):
    gateway = started.get(timeout=60)
    if isinstance(gateway, Exception):
        raise gateway
    return gateway


def killed(gateway):
    gateway.process.kill()
    gateway.process.wait()


def kill(place):
    chance = random.Random(place.seed)
    server = place.server("database")
    gateways = Gateways(place.directory, [server], "kill")
    problems, writers = [], []
    with ended(gateways, server):
        server.create()
        gateways.prepare()
        survivor = Caller(gateways.start())
        started = replacements(gateways, place.rounds, 2)
        for number in range(place.rounds):
            victim = taken(started)
            some = [Writer(f"round{number}-{n}", account, place.seed) for n, account in enumerate(ACCOUNTS)]
            going = lambda: victim.process.poll() is None
            join = together([lambda one=one: one.run(Caller(victim, one.account), going) for one in some])
            until("every writer was answered", lambda: all(one.acknowledged for one in some), pause=0.001)
            time.sleep(chance.uniform(0, 0.06))
            killed(victim)
            join()
            server.settled()
            for one in some:
                problems += one.differences(survivor)
            writers += some
        for one in writers:
            problems += one.differences(survivor)
        cut = [effect for one in writers for effect in one.cut.values()]
        problems += half_done(server, "kill")
        problems += leaked(server, 1)
        print(f"kill: {place.rounds} gateways killed, {sum(one.acknowledged for one in writers)} changes of 50 acknowledged, {len(cut)} cut off of which {sum(cut)} took effect")
        if len(cut) < place.rounds:
            problems.append("too few were killed in a write")
    return problems + gateways.close()


def states(place):
    """Each state has its number in every row, so that a mixture would show."""
    chance = random.Random(place.seed)
    server = place.server("database")
    gateways = Gateways(place.directory, [server], "states")
    problems = []
    with ended(gateways, server):
        server.create()
        gateways.prepare()
        survivor = gateways.start()
        rounds = max(3, place.rounds // 8)
        started = replacements(gateways, rounds, 1)
        in_force, cut = {0}, 0
        put(survivor, 0)
        for number in range(1, rounds + 1):
            victim = taken(started)
            answered = []

            def ask():
                with contextlib.suppress(OSError, http.client.HTTPException):
                    answered.append(put(victim, number))

            join = together([ask])
            time.sleep(chance.uniform(0.05, 1.5))
            killed(victim)
            join()
            may = {number} if answered else in_force | {number}
            cut += not answered
            server.settled("flip")
            state = json.loads(survivor.get("/_gateway/state")[1])
            rows = [row["tags"]["of"] for account in state["accounts"] for row in account.get("resources", [])]
            found = {int(value) for value in rows}
            if len(rows) != 2000 or len(found) != 1 or not found <= may:
                problems.append(f"{len(rows)} rows of {found}, but told {may}")
            in_force = found
        problems += half_done(server, "states")
        print(f"states: {rounds} gateways killed, {cut} before they answered")
    return problems + gateways.close()


def put(gateway, number):
    rows = [
        {"product": "VpcIpam", "region": "cn-hangzhou", "type": "IPAM", "id": f"r{n}", "tags": {"of": str(number)}}
        for n in range(2000)
    ]
    connection = http.client.HTTPConnection("127.0.0.1", gateway.port, timeout=30)
    with contextlib.closing(connection):
        body = json.dumps({"accounts": [{"id": ACCOUNTS[0], "accessKeys": [], "resources": rows}]})
        connection.request("PUT", "/_gateway/state", body, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        answer.read()
        if answer.status // 100 != 2:
            raise AssertionError(f"PUT state: {answer.status}")
        return answer.status


def outage(place):
    server = place.server("database")
    gateways = Gateways(place.directory, [server], "outage")
    problems = []
    with ended(gateways, server):
        server.create()
        gateways.prepare()
        load = Load(place, [gateways.start(), gateways.start()])
        load.progress()
        for what, away, again in (
            ("stopped", server.stop, server.start), ("killed", server.kill, server.start),
            ("stands still", lambda: server.signal(signal.SIGSTOP), lambda: server.signal(signal.SIGCONT)),
        ):
            away()
            problems += says_why(load.pair)
            time.sleep(TIMEOUT + 1)
            again()
            server.accepting()
            problems += back(what, load, time.monotonic())
            load.progress(10)
        problems += load.end(server, "outage")
        problems += leaked(server, 2)
    return problems + gateways.close()


def failover(place):
    primary = place.server("primary")
    standby = place.server("standby")
    gateways = Gateways(place.directory, [primary, standby], "failover")
    problems = []
    with ended(gateways, standby, primary):
        mirrored(primary, standby, gateways)
        load = Load(place, [gateways.start(), gateways.start()])
        load.progress(10)
        primary.kill()
        problems += says_why(load.pair)
        standby.promote()
        problems += back("failover", load, time.monotonic())
        load.progress(10)
        problems += load.end(standby, "failover")
        problems += leaked(standby, 2)
    return problems + gateways.close()
