"""Servers of Debian's PostgreSQL for .ci/postgresql: started, killed, stopped for a while, followed and promoted."""

import contextlib
import os
import pathlib
import pwd
import random
import shutil
import signal
import socket
import subprocess
import time

ROLE = "postgres"
PASSWORD = "s3cret-of-the-store"


def install():
    """Where its programs are; from Debian, if they are not there yet. Debian's own server is not started."""

    def places():
        return sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/postgres"))

    missing = [] if places() else ["postgresql"]
    if os.geteuid() == 0 and not shutil.which("ip"):
        missing.append("iproute2")
    if missing:
        quiet = {"check": True, "stdout": subprocess.DEVNULL}
        subprocess.run(["apt-get", "update", "-qq"], **quiet)
        wanted = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
        subprocess.run(["apt-get", "install", "-y", "-qq", *missing], env=wanted, **quiet)
    return places()[-1].parent


def free_port():
    """A port that is free, and that the system gives to no one who asks for any: a server is bound to it seconds later."""
    while True:
        with contextlib.suppress(OSError), socket.socket() as probe:
            probe.bind(("127.0.0.1", random.randrange(20_000, 32_000)))
            return probe.getsockname()[1]


def until(what, check, seconds=60, pause=0.02):
    """What the check answers, once it is neither false nor a failure; raises when that takes too long."""
    end = time.monotonic() + seconds
    while True:
        with contextlib.suppress(OSError, subprocess.CalledProcessError):
            found = check()
            if found:
                return found
        if time.monotonic() > end:
            raise TimeoutError(f"{what}: not within {seconds} s")
        time.sleep(pause)


class Server:
    """A server of its own, on loopback alone. It refuses to run as root, so that it does not."""

    def __init__(self, programs, directory, name, *settings):
        self.programs, self.name, self.settings = programs, name, settings
        self.port = free_port()
        self.address = "127.0.0.1"  # as gateways and standbys see it
        self.home = pathlib.Path(directory, name)
        self.data = self.home / "data"
        self.log = pathlib.Path(directory, name + ".log")
        self.process = None
        self.home.mkdir(mode=0o755)
        if os.geteuid() == 0:
            shutil.chown(self.home, ROLE, ROLE)

    def command(self, program, *arguments):
        as_role = []
        if os.geteuid() == 0:
            entry = pwd.getpwnam(ROLE)
            as_role = ["setpriv", f"--reuid={entry.pw_uid}", f"--regid={entry.pw_gid}", "--clear-groups"]
        return [*as_role, self.programs / program, *arguments]

    def run(self, program, *arguments):
        return subprocess.run(
            self.command(program, *arguments), check=True, capture_output=True, text=True, cwd="/", env=self.environment()
        ).stdout

    @staticmethod
    def environment():
        return {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}

    def create(self):
        self.run("initdb", "-D", self.data, "-U", ROLE, "-A", "trust", "-E", "UTF8", "--no-sync")
        rules = self.data / "pg_hba.conf"
        rules.write_text("host all gateway 127.0.0.1/32 scram-sha-256\n" + self.rules() + rules.read_text())
        self.start()
        self.sql(f"CREATE ROLE gateway LOGIN PASSWORD '{PASSWORD}'; GRANT CREATE ON DATABASE postgres TO gateway")
        return self

    def rules(self):
        return ""

    def synchronous(self):
        """From now on a change is acknowledged when a standby has it on its disk."""
        self.settings += ("synchronous_standby_names=*",)
        self.stop()
        self.start()

    def has_standby(self):
        return self.sql("SELECT sync_state FROM pg_stat_replication") == "sync"

    def follow(self, primary):
        """Begins as a copy of a primary, and streams from it."""
        self.run(
            "pg_basebackup", "-D", self.data, "-R", "-X", "stream", "--checkpoint=fast", "--no-sync",
            "-d", f"host={primary.address} port={primary.port} user={ROLE} application_name={self.name}",
        )
        self.start()
        return self

    def start(self, wait=True):
        options = ["-c", f"port={self.port}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="]
        for setting in self.settings:
            options += ["-c", setting]
        with open(self.log, "a") as log:
            self.process = subprocess.Popen(
                self.command("postgres", "-D", self.data, *options), stdout=log, stderr=log, cwd="/", env=self.environment()
            )
        if wait:
            self.accepting()

    def accepting(self):
        until(f"{self.name} accepts connections", lambda: self.sql("SELECT 1") == "1")

    def sql(self, text, limit="10s"):
        """What a query answers, without blanks around it."""
        where = f"host=127.0.0.1 port={self.port} user={ROLE} dbname=postgres options='-c statement_timeout={limit}'"
        return self.run("psql", where, "-XAtqv", "ON_ERROR_STOP=1", "-c", text).strip()

    def session(self, text):
        """A session that does as it is told, and stays."""
        where = f"host=127.0.0.1 port={self.port} user={ROLE} dbname=postgres"
        session = subprocess.Popen(
            self.command("psql", where, "-XAtq"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd="/",
            env=self.environment(),
        )
        session.stdin.write(text + ";\nSELECT 'done';\n")
        session.stdin.flush()
        session.stdout.readline()
        return session

    def pids(self):
        """All processes of this server: each of them works in its directory."""
        found = []
        for place in pathlib.Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                if os.readlink(place / "cwd") == str(self.data.resolve()):
                    found.append(int(place.name))
        return found

    def signal(self, number):
        for pid in self.pids():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, number)

    def stop(self):
        """As pg_ctl stop -m fast does: sessions end, what was committed is there."""
        self.process.send_signal(signal.SIGINT)
        self.process.wait(30)

    def kill(self):
        """Kills the postmaster; its processes notice, and end by themselves."""
        self.process.kill()
        self.process.wait()
        until("the processes of a killed postmaster end", lambda: not self.pids(), pause=0.005)

    def promote(self):
        self.sql("SELECT pg_promote()")

    def settled(self, function="change_tags"):
        """Waits until no change by this function is under way: one whose caller is gone goes on by itself."""
        under_way = f"SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%{function}(%' AND pid <> pg_backend_pid()"
        until("no change is under way", lambda: self.sql(under_way) == "0", 20)

    def connections(self):
        return int(self.sql("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'tagging-gateway'"))

    def close(self):
        self.signal(signal.SIGKILL)
        if self.process:
            self.process.wait()
        until("the processes of a server end", lambda: not self.pids())
