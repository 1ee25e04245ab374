"""The packaged jar, started strict on free ports with a fixture of its own."""

import json
import re
import shlex
import subprocess
from pathlib import Path

JAR = Path(__file__).resolve().parents[2] / "gateway-app/target/tagging-gateway.jar"
ACCOUNT = "1234567890123456"


class Gateway:
    def __init__(self, work, products=None):
        """A gateway whose products are set like this; by default pages of API Gateway are short."""
        self.work = work
        self.products = products or {"CloudAPI": {"page-size": 2}}
        self.config = work / "gateway.json"

    def __enter__(self):
        keys = [
            {"id": "testid", "secret": "testsecret"},
            {"id": "sts.testid", "secret": "testsecret", "securityToken": "teststs/token+=="},
        ]
        fixture = self.work / "fixture.json"
        fixture.write_text(json.dumps({"accounts": [{"id": ACCOUNT, "accessKeys": keys, "resources": []}]}))
        self._configure(0, 0, fixture)
        self.log = open(self.work / "gateway.log", "w", encoding="utf-8")
        self.process = subprocess.Popen(
            ["java", "-jar", JAR, "serve", "--config", self.config], stdout=subprocess.PIPE, stderr=self.log, text=True
        )
        ready = self._ready()
        self.http = re.search(r"http://(127\.0\.0\.1:\d+)", ready)[1]
        self.https_port = re.search(r"https://127\.0\.0\.1:(\d+)", ready)[1]
        # The same configuration with the ports that it took, for the commands that tell what to set.
        self._configure(int(self.http.split(":")[1]), int(self.https_port), fixture)
        self.ca = self.work / "ca.pem"
        self.ca.write_text(self._tell("ca"))
        return self

    def __exit__(self, *_):
        self.process.terminate()
        status = self.process.wait(timeout=30)
        self.log.close()
        if status != 0:
            raise RuntimeError(f"the gateway ended with {status}: see {self.work}/gateway.log")

    def _configure(self, http, https, fixture):
        self.config.write_text(
            json.dumps(
                {
                    "http": {"port": http},
                    "https": {"enabled": True, "port": https, "directory": str(self.work / "tls")},
                    "auth": {"mode": "strict"},
                    "products": self.products,
                    "fixtures": [str(fixture)],
                }
            )
        )

    def _ready(self):
        for line in self.process.stdout:
            if " ready in " in line:
                return line
        raise RuntimeError("the gateway did not start:\n" + (self.work / "gateway.log").read_text())

    def _tell(self, command, *options):
        told = subprocess.run(
            ["java", "-jar", JAR, command, *options, "--config", self.config], capture_output=True, text=True, timeout=30
        )
        if told.returncode:
            raise RuntimeError(f"{command}: {told.stderr}")
        return told.stdout

    def variables(self):
        """What env prints, and the addresses under the names that the clients' programs read."""
        told = {}
        for line in self._tell("env", "--proxy").splitlines():
            name, equals, value = line.removeprefix("export ").partition("=")
            if equals and not line.startswith("#"):
                told[name] = "".join(shlex.split(value))
        return {
            **told,
            "GATEWAY_HTTP": self.http,
            "GATEWAY_HTTPS_PORT": self.https_port,
            "GATEWAY_PROXY": told["HTTP_PROXY"],
            "GATEWAY_CA": str(self.ca),
        }
