"""A PostgreSQL of its own, in a directory of its own, and pgbench beside it."""

import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from harness.servers import free_port

# What a server of this size is given; everything else is PostgreSQL's default, durability included.
SETTINGS = {"shared_buffers": "1GB", "max_wal_size": "8GB", "max_connections": "60", "listen_addresses": "127.0.0.1"}
DATABASE = "tags"
USER = "gateway"


def binaries():
    """The directory of postgres and pgbench: of the PATH, or the newest that Debian has."""
    found = shutil.which("postgres")
    places = [pathlib.Path(found).parent] if found else []
    places += sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: -int(p.parent.name))
    for place in places:
        if (place / "pgbench").is_file() and (place / "postgres").is_file():
            return place
    sys.exit("postgres and pgbench are not there: apt-get install postgresql")


class Postgres:
    """A running server; a context manager, so that none is left behind. It refuses root, and then runs as postgres."""

    def __init__(self):
        self.bin = binaries()
        self.directory = pathlib.Path(tempfile.mkdtemp(prefix="benchmark-postgres-"))
        self.user = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
        if self.user:
            shutil.chown(self.directory, "postgres")
        self.port = free_port()
        self.data = self.directory / "data"
        self._run("initdb", "-D", self.data, "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C")
        lines = [f"{name} = '{value}'" for name, value in SETTINGS.items()]
        lines += [f"port = {self.port}", f"unix_socket_directories = '{self.directory}'"]
        lines += ["logging_collector = on", "log_destination = 'jsonlog'", "log_filename = 'server.log'"]
        with open(self.data / "postgresql.conf", "a") as configuration:
            configuration.write("\n".join(lines) + "\n")
        self.start()
        self.psql(f"CREATE DATABASE {DATABASE}", database="postgres")

    def url(self):
        return f"postgresql://{USER}@127.0.0.1:{self.port}/{DATABASE}"

    def start(self):
        command = [*self.user, str(self.bin / "postgres"), "-D", str(self.data)]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while not self.accepts():
            if self.process.poll() is not None:
                sys.exit(f"postgres did not start: {(self.data / 'log').as_posix()}")
            time.sleep(0.002)

    def accepts(self):
        ready = [str(self.bin / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(self.port)]
        return subprocess.run(ready).returncode == 0

    def kill(self):
        """Kills the postmaster as a power cut does, and waits until its backends are gone as well."""
        postmaster = int((self.data / "postmaster.pid").read_text().splitlines()[0])
        backends = subprocess.run(["pgrep", "-P", str(postmaster)], capture_output=True, text=True).stdout.split()
        for pid in [postmaster, *map(int, backends)]:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        self.process.wait()

    def psql(self, sql, database=DATABASE):
        where = ["-h", "127.0.0.1", "-p", str(self.port), "-U", USER, "-d", database]
        command = [str(self.bin / "psql"), "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", *where]
        # By standard input, where each statement is a transaction of its own.
        return subprocess.run(command, input=sql, capture_output=True, text=True, check=True).stdout.strip()

    def logged(self, call):
        """What clients execute during a call: statements with $1…, and the values of these."""
        log = self.data / "log" / "server.json"
        self._log_statements("all")
        before = len(log.read_text().splitlines())
        call()
        time.sleep(0.3)
        entries = [json.loads(line) for line in log.read_text().splitlines()[before:]]
        self._log_statements("none")
        statements = []
        for entry in entries:
            execute = re.match(r"execute [^:]*: (.*)", entry["message"], re.S)
            if execute and entry.get("application_name") == "tagging-gateway":
                statements.append((execute.group(1), _parameters(entry.get("detail", ""))))
        return statements

    def _log_statements(self, which):
        self.psql(f"ALTER SYSTEM SET log_statement = '{which}'; SELECT pg_reload_conf()".replace("; ", ";\n"))
        time.sleep(0.3)

    def pgbench(self, script, variables, schema, connections, seconds, keeps_plan=False):
        """
        Transactions per second of a script, each statement prepared once for a connection. By itself PostgreSQL
        decides whether it plans a statement anew for its values; the gateway tells it to keep the plan.
        """
        file = self.directory / "script.sql"
        file.write_text(script)
        command = [str(self.bin / "pgbench"), "-n", "-M", "prepared", "-c", str(connections), "-j", "1"]
        command += [f"-D{name}={value}" for name, value in variables.items()]
        command += ["-T", str(seconds), "-f", str(file), "-h", "127.0.0.1", "-p", str(self.port), "-U", USER, DATABASE]
        plan = " -c plan_cache_mode=force_generic_plan -c enable_seqscan=off" if keeps_plan else ""
        environment = {**os.environ, "PGOPTIONS": f"-c search_path={schema} -c jit=off{plan}"}
        out = subprocess.run(command, capture_output=True, text=True, env=environment)
        rate = re.search(r"tps = ([\d.]+)", out.stdout)
        if out.returncode or not rate or not re.search(r"failed transactions: 0 ", out.stdout):
            sys.exit(f"pgbench failed:\n{out.stdout}{out.stderr}")
        return float(rate.group(1))

    def stop(self):
        if self.process.poll() is None:
            postmaster = int((self.data / "postmaster.pid").read_text().splitlines()[0])
            os.kill(postmaster, signal.SIGINT)
            self.process.wait(60)
        shutil.rmtree(self.directory)

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.stop()

    def _run(self, program, *arguments):
        command = [*self.user, str(self.bin / program), *map(str, arguments)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")


def _parameters(detail):
    """The values of `parameters: $1 = NULL, $2 = 'it''s'`, as SQL writes them."""
    return dict(re.findall(r"\$(\d+) = (NULL|'(?:[^']|'')*')", detail))


def script(statement, values, texts=None, before=""):
    """
    A script for pgbench of a statement as it was logged, and the values of its variables. Values are
    parameters, so that pgbench sends them as the gateway does; NULL, which it cannot send, and the
    texts that are given for some numbers stand in the statement.
    """
    variables = {}

    def put(match):
        number = match.group(1)
        if texts and number in texts:
            return texts[number]
        if values[number] == "NULL":
            return "NULL"
        variables[f"p{number}"] = values[number][1:-1].replace("''", "'")
        return f":p{number}"

    sql = re.sub(r"\$(\d+)", put, " ".join(statement.split()))
    return before + sql + ";\n", variables
