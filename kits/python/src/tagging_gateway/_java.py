"""Finds a Java that can run the gateway."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tagging_gateway._errors import GatewayError

OLDEST = 17
PLACES = (
    "/usr/lib/jvm/*",
    "/opt/java/*",
    "/opt/java",
    "/opt/jdk*",
    "/usr/local/openjdk-*",
    "/Library/Java/JavaVirtualMachines/*/Contents/Home",
    "/opt/homebrew/opt/openjdk*",
    "/usr/local/opt/openjdk*",
    "~/.sdkman/candidates/java/*",
    "~/.jdks/*",
    "~/.local/share/mise/installs/java/*",
    "C:/Program Files/Java/*",
    "C:/Program Files/Eclipse Adoptium/*",
    "C:/Program Files/Microsoft/jdk-*",
)
HOW_TO_GET_ONE = {
    "linux": "apt-get install openjdk-17-jre-headless, or dnf install java-17-openjdk-headless",
    "darwin": "brew install openjdk@17",
    "win32": "winget install EclipseAdoptium.Temurin.17.JRE",
}


def find_java(named: str | None = None) -> str:
    """The command of a Java of at least version 17.

    :raises GatewayError: if there is none; the message says where it was looked for, and how to get one
    """
    seen: list[str] = []
    for source, command in [("java=", named)] if named else candidates():
        version = version_of(command) if command else None
        if command and version is not None and version >= OLDEST:
            return command
        if command:
            seen.append(f"{source} {command} " + (f"is Java {version}" if version else "does not run"))
    places = "; ".join(seen) if seen else "looked at JAVA_HOME, the PATH and the usual places"
    how = HOW_TO_GET_ONE.get(sys.platform, "install a JRE 17")
    raise GatewayError(
        f"no Java {OLDEST} or newer found ({places}). Get one: {how}; or set JAVA_HOME to it, "
        "or join a running gateway by TAGGING_GATEWAY_URL"
    )


def candidates() -> Iterator[tuple[str, str | None]]:
    """Where a Java may be, the likeliest first."""
    home = os.environ.get("JAVA_HOME")
    if home:
        yield "JAVA_HOME", str(Path(home, "bin", "java"))
    yield "PATH", shutil.which("java")
    for place in PLACES:
        path = Path(place).expanduser()
        pattern = str(path.relative_to(path.anchor))
        for found in sorted(Path(path.anchor or ".").glob(pattern), reverse=True):
            command = shutil.which(str(found / "bin" / "java"))
            if command:
                yield "found", command


def version_of(command: str) -> int | None:
    """The version of a Java, or None if it does not run. Its release file is quicker than a start of it."""
    resolved = shutil.which(command)
    if not resolved:
        return None
    release = Path(resolved).resolve().parent.parent / "release"
    try:
        told = release.read_text(encoding="utf-8", errors="replace")
    except OSError:
        told = ""
    if "JAVA_VERSION=" not in told:
        try:
            run = subprocess.run([resolved, "-version"], capture_output=True, text=True, timeout=30, check=False)
        except (OSError, subprocess.TimeoutExpired):
            return None
        told = run.stderr + run.stdout
    match = re.search(r'(?:JAVA_VERSION=|version )"(?:1\.)?(\d+)', told)
    return int(match.group(1)) if match else None
