"""Where things are."""

import os
import pathlib
import sys

HOME = pathlib.Path(__file__).resolve().parent.parent
ROOT = HOME.parent
TARGET = HOME / "target"
RESULTS = pathlib.Path(os.environ.get("RESULTS", HOME / "results"))
BENCHMARKS_JAR = TARGET / "benchmarks.jar"
BARE_JAR = TARGET / "bare.jar"
WIREMOCK_JAR = TARGET / "wiremock.jar"
JDK25 = "/usr/lib/jvm/temurin-25-jdk-amd64/bin/java"
GATEWAY_JAR = ROOT / "gateway-app" / "target" / "tagging-gateway.jar"


def need(*files):
    """Ends the command with one clear line if something was not built."""
    for file in files:
        if not file.is_file():
            sys.exit(f"{file} is not there: run benchmarks/build first")
