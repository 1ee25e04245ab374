"""The servers that are compared, each a process of its own on a free port."""

import json
import os
import pathlib
import shlex
import signal
import socket
import subprocess
import sys
import tempfile
import time

from harness.paths import BARE_JAR, GATEWAY_JAR, WIREMOCK_JAR
from harness.request import HOST

START_LIMIT = 600


class Server:
    """A running server; a context manager, so that none is left behind."""

    def __init__(self, name, command, port, **environment):
        self.name = name
        self.port = port
        self.directory = tempfile.TemporaryDirectory(prefix=f"benchmark-{name}-")
        self.log = open(pathlib.Path(self.directory.name) / "log", "w+")
        self.started = time.perf_counter()
        self.ready = None
        self.process = subprocess.Popen(
            command,
            cwd=self.directory.name,
            env={**os.environ, **environment},
            stdout=self.log,
            stderr=subprocess.STDOUT,
        )

    def wait(self, target="/"):
        """Seconds from the start of the process to the first 200."""
        request = f"GET {target} HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\n\r\n".encode()
        while time.perf_counter() - self.started < START_LIMIT:
            if answers(self.port, request):
                self.ready = time.perf_counter() - self.started
                return self.ready
            if self.process.poll() is not None:
                break
            time.sleep(0.001)
        self.log.seek(0)
        output = self.log.read()
        self.stop()
        sys.exit(f"{self.name} did not start: {shlex.join(self.process.args)}\n{output}")

    def resident(self):
        """Resident memory in bytes."""
        return self._memory("VmRSS:")

    def peak(self):
        """The most resident memory that there was, in bytes."""
        return self._memory("VmHWM:")

    def _memory(self, which):
        text = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        line = next(line for line in text.splitlines() if line.startswith(which))
        return int(line.split()[1]) * 1024

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.log.close()
        self.directory.cleanup()

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.stop()


def answers(port, request):
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
            connection.sendall(request)
            return connection.recv(64).startswith(b"HTTP/1.1 200")
    except OSError:
        return False


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def gateway_by_options(java, fixtures, flags=()):
    """The gateway, told of its port and its fixtures on the command line, as at a desk."""
    port = free_port()
    command = [java, *flags, "-jar", str(GATEWAY_JAR), "--port", str(port), "--fixtures", str(fixtures)]
    return Server("gateway", command, port)


def gateway(java, flags=(), options=(), name="gateway", jar=GATEWAY_JAR, **settings):
    """The gateway, told of its port by the environment, as in a container."""
    port = free_port()
    command = [java, *flags, "-jar", str(jar), *options]
    return Server(name, command, port, TAGGING_GATEWAY_HTTP_PORT=str(port), **settings)


def bare(java, body_file, content_type, flags=()):
    port = free_port()
    command = [java, *flags, "-jar", str(BARE_JAR), str(port), content_type, str(body_file)]
    return Server("bare", command, port)


def wiremock(java, target, headers, body, directory):
    """WireMock with one mapping, for this request and with this answer, and no journal."""
    mappings = pathlib.Path(directory) / "mappings"
    mappings.mkdir(parents=True)
    dropped = {"content-length", "connection"}
    mapping = {
        "request": {"method": "GET", "url": target},
        "response": {
            "status": 200,
            "headers": {k: v for k, v in headers.items() if k not in dropped},
            "body": body.decode(),
        },
    }
    (mappings / "list.json").write_text(json.dumps(mapping))
    port = free_port()
    command = [java, "-jar", str(WIREMOCK_JAR), "--port", str(port), "--bind-address", "127.0.0.1"]
    command += ["--no-request-journal", "--disable-banner", "--root-dir", str(directory)]
    return Server("wiremock", command, port)
