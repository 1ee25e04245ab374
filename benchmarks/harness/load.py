"""Load: wrk where it is installed, else the Loader of the benchmarks' jar. One thread, 32 connections."""

import json
import pathlib
import re
import shutil
import subprocess
import sys

from harness.paths import BENCHMARKS_JAR
from harness.request import HOST

HERE = pathlib.Path(__file__).resolve().parent
CONNECTIONS = 32
LOADER = "io.tagginggateway.benchmarks.run.Loader"


def generator():
    return "wrk" if shutil.which("wrk") else LOADER


class Load:
    """
    One request, or one with signatures, or a script of wrk that makes it, at any port. Every answer has one status.
    """

    def __init__(self, target, signatures=None, script=(), connections=CONNECTIONS, status=200):
        self.target = target
        self.signatures = signatures
        self.script = script
        self.connections = connections
        self.status = status

    def rate(self, port, seconds):
        """Requests per second; ends the command if one failed."""
        signatures = [str(self.signatures.write(seconds))] if self.signatures else []
        if generator() != "wrk":
            if self.script:
                sys.exit("this row needs wrk: apt-get install wrk")
            return self._loader(port, "--seconds", seconds, *signatures)["rate"]
        script, arguments = [], []
        if signatures:
            script, arguments = ["-s", str(HERE / "signed.lua")], ["--", *signatures]
        if self.script:
            script, arguments = ["-s", str(HERE / self.script[0])], ["--", *self.script[1:]]
        command = ["wrk", "-t1", f"-c{self.connections}", f"-d{seconds}s", "--timeout", "30s", "-H", f"Host: {HOST}", *script]
        return _wrk([*command, f"http://127.0.0.1:{port}{self.target}", *arguments], self.status)

    def send(self, port, requests):
        """Sends this many requests, with the Loader: wrk cannot count."""
        self._loader(port, "--requests", requests)

    def _loader(self, port, limit, value, *signatures):
        command = ["java", "-cp", str(BENCHMARKS_JAR), LOADER, str(port), HOST, self.target, str(self.status)]
        command += [str(self.connections), limit, str(value), *signatures]
        out = subprocess.run(command, capture_output=True, text=True)
        if out.returncode:
            sys.exit(f"the load failed:\n{out.stdout}{out.stderr}")
        return json.loads(out.stdout)


def _wrk(command, status):
    """How many requests were answered a second."""
    out = subprocess.run(command, capture_output=True, text=True).stdout
    rate = re.search(r"Requests/sec:\s+([\d.]+)", out)
    requests = re.search(r"(\d+) requests in", out)
    refusals = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
    if rate and requests and "Socket errors" not in out:
        number = int(requests.group(1))
        if (int(refusals.group(1)) if refusals else 0) == (0 if status == 200 else number):
            return float(rate.group(1))
    sys.exit(f"the load failed: {' '.join(command)}\n{out}")
