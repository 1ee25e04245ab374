"""Gateways on one database, who calls them, and the model of what they were told."""

import contextlib
import http.client
import json
import os
import pathlib
import random
import signal
import threading
import time
import urllib.parse

from pgserver import PASSWORD
from sieging import ROOT, Gateway, count, environment, trouble

JAR = pathlib.Path(os.environ.get("JAR", ROOT / "gateway-app/target/tagging-gateway.jar"))
TIMEOUT = 2  # seconds of store.timeout, its default
POOL = 4
LONG_AND_LINK = 5  # connections that a gateway may have besides its pool
ACCOUNTS = [f"12345678901234{n:02}" for n in range(4)]


def fixtures(directory):
    """Several accounts with a key each, and no resources."""
    file = pathlib.Path(directory, "fixtures.json")
    declared = [{"id": account, "accessKeys": [{"id": "key-" + account, "secret": "s"}]} for account in ACCOUNTS]
    file.write_text(json.dumps({"accounts": declared}))
    return file


class Gateways:
    """Starts gateways on a database, as a role that may not do everything, and ends all of them."""

    def __init__(self, directory, servers, schema, role="gateway"):
        self.directory = directory
        self.number = 0
        self.all = []
        hosts = ",".join(f"{server.address}:{server.port}" for server in servers)
        self.environment = environment(
            TAGGING_GATEWAY_STORE_TYPE="postgresql",
            TAGGING_GATEWAY_STORE_URL=f"postgresql://{role}@{hosts}/postgres?target_session_attrs=primary",
            TAGGING_GATEWAY_STORE_SCHEMA=schema,
            TAGGING_GATEWAY_STORE_PASSWORD=PASSWORD,
            TAGGING_GATEWAY_STORE_POOL_SIZE=str(POOL),
            TAGGING_GATEWAY_STORE_TIMEOUT=f"{TIMEOUT}s",
            TAGGING_GATEWAY_HTTPS_ENABLED="false",
        )
        self.fixtures = fixtures(directory)
        self.archive = pathlib.Path(directory, "classes.jsa")

    def command(self, *options):
        """Java with its classes from an archive, which the first gateway leaves: so that a hundred starts cost little."""
        archive = "SharedArchiveFile" if self.archive.exists() else "ArchiveClassesAtExit"
        tuned = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xlog:disable", "-Xlog:all=off"]
        return ["java", *tuned, f"-XX:{archive}={self.archive}", "-jar", JAR, *options]

    def start(self):
        self.number += 1
        home = pathlib.Path(self.directory, f"gateway-{self.number}")
        home.mkdir()
        gateway = Gateway(self.command("--fixtures", self.fixtures), home, None, self.environment)
        self.all.append(gateway)
        return gateway

    def prepare(self):
        """Makes the schema and the archive of classes."""
        first = self.start()
        Caller(first).ask("ListTagResources", ids=["a"])
        self.stop(first)

    def stop(self, gateway):
        gateway.process.send_signal(signal.SIGTERM)
        if gateway.process.wait(60):
            raise AssertionError(f"exit {gateway.process.returncode} on SIGTERM")

    def close(self):
        """Ends all, and tells what no log may hold."""
        problems = []
        for number, gateway in enumerate(self.all, 1):
            gateway.process.kill()
            gateway.process.wait()
            problems += [f"gateway {number}: {line}" for line in trouble(gateway)]
            if PASSWORD in gateway.log.read_text():
                problems.append(f"gateway {number} logs its password")
        return problems


class Caller:
    """One client of one gateway, with a connection that it keeps. Not for several threads."""

    def __init__(self, gateway, account=ACCOUNTS[0]):
        self.gateway, self.account = gateway, account
        self.connection = None

    def ask(self, action, ids=(), tags=(), keys=(), patience=20, **more):
        """Status and document of an answer; raises OSError or HTTPException when there is none."""
        call = {
            "Action": action, "Version": "2023-02-28", "RegionId": "cn-hangzhou", "ResourceType": "IPAM",
            "Format": "JSON", "AccessKeyId": "key-" + self.account, **more,
        }
        call.update({f"ResourceId.{n}": each for n, each in enumerate(ids, 1)})
        call.update({f"TagKey.{n}": each for n, each in enumerate(keys, 1)})
        for number, (key, value) in enumerate(tags, 1):
            call.update({f"Tag.{number}.Key": key, **({} if value is None else {f"Tag.{number}.Value": value})})
        try:
            if self.connection is None:
                self.connection = http.client.HTTPConnection("127.0.0.1", self.gateway.port, timeout=patience)
            form = {"Content-Type": "application/x-www-form-urlencoded"}
            self.connection.request("POST", "/", urllib.parse.urlencode(call), form)
            answer = self.connection.getresponse()
            return answer.status, json.loads(answer.read())
        except (OSError, http.client.HTTPException, ValueError):
            self.close()
            raise

    def close(self):
        if self.connection:
            self.connection.close()
        self.connection = None

    def rows(self, **what):
        """All rows of a list, page by page: id, key, value."""
        rows, token = [], ""
        while True:
            more = {"NextToken": token} if token else {}
            status, page = self.ask("ListTagResources", MaxResults="50", **what, **more)
            if status != 200:
                raise OSError(f"a list was refused: {status} {page}")
            rows += [(row["ResourceId"], row["TagKey"], row["TagValue"]) for row in page["TagResources"]]
            token = page["NextToken"]
            if not token:
                return rows


class Writer:
    """
    Tags whole sets of fifty resources, and takes their tags away. Of each set it knows the one value that it must have, or
    the two between which a call without an answer leaves it. Then it goes on with a new set.
    """

    SIZE = 50

    def __init__(self, name, account, seed):
        self.name, self.account = name, account
        self.random = random.Random(f"{seed} {name}")
        self.sets = {}
        self.cut = {}  # of the calls without an answer, whether they took effect
        self.current = None
        self.acknowledged = 0
        self.answers = []

    def ids(self, number):
        return [f"{self.name}-{number}-{n}" for n in range(self.SIZE)]

    def step(self, caller):
        """One change; whether it was acknowledged."""
        if self.current is None:
            self.current = len(self.sets)
            self.sets[self.current] = (None,)
        number = self.current
        (before,) = self.sets[number]
        after = None if before is not None and self.random.random() < 0.25 else f"v{self.acknowledged}中"
        self.sets[number] = (before, after)
        begun = time.monotonic()
        try:
            if after is None:
                status, document = caller.ask("UntagResources", self.ids(number), keys=["k"])
            else:
                status, document = caller.ask("TagResources", self.ids(number), [("k", after)])
            code = document.get("Code")
        except ConnectionRefusedError as problem:
            status, code = None, repr(problem)
            self.sets[number] = (before,)
        except (OSError, http.client.HTTPException) as problem:
            status, code = None, repr(problem)
        self.answers.append((begun, time.monotonic() - begun, status, code))
        if status == 200:
            self.sets[number] = (after,)
            self.acknowledged += 1
        else:
            self.current = None
        count(f"writes {status}")
        return status == 200

    def run(self, caller, going):
        while going():
            if not self.step(caller):
                time.sleep(0.02)

    def differences(self, caller):
        """Where sets are not as this writer was told, by their ids and by their tags alike."""
        caller.account = self.account
        problems = []
        for number, may in self.sets.items():
            there = caller.rows(ids=self.ids(number))
            values = {value for _, _, value in there}
            found = values.pop() if len(values) == 1 and len(there) == self.SIZE else None if not there else "a part"
            if len(may) == 2:
                self.cut[number] = found == may[1]
            if found not in may:
                problems.append(f"{self.name} {number}: {found} of {len(there)} rows, but told {may}")
            elif found is not None:
                by_tag = {row[0] for row in caller.rows(tags=[("k", found)])}
                if not by_tag.issuperset(self.ids(number)):
                    problems.append(f"{self.name} {number}: not all are found by their tag {found}")
        return problems


def together(jobs):
    """Runs each in a thread of its own; raises the first thing that went wrong in any."""
    failed = []

    def guarded(job):
        try:
            job()
        except BaseException as problem:
            failed.append(problem)

    threads = [threading.Thread(target=guarded, args=(job,), daemon=True) for job in jobs]
    for thread in threads:
        thread.start()

    def join():
        for thread in threads:
            thread.join(120)
        if failed:
            raise failed[0]

    return join


@contextlib.contextmanager
def ended(*closing):
    """Closes all of them, whatever happens."""
    try:
        yield
    finally:
        for each in closing:
            each.close()
