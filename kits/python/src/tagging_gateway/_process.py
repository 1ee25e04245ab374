"""The process of a gateway."""

from __future__ import annotations

import json
import os
import re
import subprocess
import tempfile
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

from tagging_gateway._errors import GatewayError
from tagging_gateway._java import find_java
from tagging_gateway._options import Options

READY = re.compile(r" ready in .*? s: (http://[^\s,]+)")


class GatewayProcess:
    """A gateway on a free port. It ends with this process, however this one ends: it watches its standard input."""

    def __init__(self, options: Options) -> None:
        """Start it, and wait until it serves."""
        jar = options.jar_file()
        if not jar.is_file():
            raise GatewayError(f"no gateway at {jar}: install the wheel, or set TAGGING_GATEWAY_JAR")
        java = find_java(options.java)
        self._directory = tempfile.TemporaryDirectory(prefix="tagging-gateway-")
        work = Path(self._directory.name)
        config = work / "gateway.json"
        config.write_text(json.dumps(options.configuration(files_of(options, work))), encoding="utf-8")
        self._log = work / "log"
        command = [java, *options.java_options, "-jar", str(jar.resolve()), "serve", "--config", str(config)]
        command += ["--port", "0", "--exit-on-stdin-close"]
        # What is set for a gateway of the user's is not meant for this one.
        environment = {name: value for name, value in os.environ.items() if not name.startswith("TAGGING_GATEWAY_")}
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                command, cwd=work, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log
            )
        self.url = self._wait(options.start_timeout)

    def _wait(self, seconds: float) -> str:
        output = self._process.stdout
        assert output is not None  # noqa: S101
        found: list[str] = []
        told = threading.Event()
        threading.Thread(target=self._read, args=(output, found, told), daemon=True, name="tagging-gateway").start()
        in_time = told.wait(seconds)
        if found:
            return found[0]
        self._process.kill()
        self._process.wait()
        why = f"was not ready after {seconds:g} s" if not in_time else f"ended with {self._process.returncode}"
        message = f"the gateway {why}:\n{self.log().strip() or '(it said nothing)'}"
        self._directory.cleanup()
        raise GatewayError(message)

    @staticmethod
    def _read(output: IO[bytes], found: list[str], told: threading.Event) -> None:
        """Read all that comes, so that the gateway never waits for this side."""
        with output:
            for line in output:
                match = READY.search(line.decode("utf-8", "replace"))
                if match and not found:
                    found.append(match.group(1))
                    told.set()
        told.set()

    def log(self) -> str:
        """The last of what it wrote to standard error."""
        with self._log.open("rb") as log:
            log.seek(max(0, self._log.stat().st_size - 64 * 1024))
            return log.read().decode("utf-8", "replace")

    def is_running(self) -> bool:
        """Whether it has not ended."""
        return self._process.poll() is None

    def stop(self) -> None:
        """End it, and wait until it has."""
        if self._process.stdin:
            self._process.stdin.close()
        try:
            self._process.wait(15)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._directory.cleanup()


def files_of(options: Options, work: Path) -> list[str]:
    """The fixtures as files that are there."""
    files: list[str] = []
    for number, fixture in enumerate(options.fixtures):
        if isinstance(fixture, Mapping):
            file = work / f"fixture-{number}.json"
            file.write_text(json.dumps(fixture), encoding="utf-8")
        else:
            file = Path(fixture)
            if not file.is_file():
                raise GatewayError(f"no fixture at {file.absolute()}")
        files.append(str(file.absolute()))
    return files


def content_of(fixture: Any) -> tuple[bytes, str]:
    """A fixture as the body of a request, and its content type."""
    if isinstance(fixture, Mapping):
        return json.dumps(fixture).encode(), "application/json"
    file = Path(fixture)
    kind = "json" if file.suffix.lower() == ".json" else "yaml"
    try:
        return file.read_bytes(), f"application/{kind}"
    except OSError as problem:
        raise GatewayError(f"no fixture at {file.absolute()}: {problem.strerror}") from problem
