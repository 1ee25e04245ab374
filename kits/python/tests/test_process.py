from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tagging_gateway import GatewayError, Options, TaggingGateway
from tagging_gateway._java import find_java

STARTS_ONE = """
import sys, time
from tagging_gateway import TaggingGateway
gateway = TaggingGateway()
print(gateway.url, gateway._process._process.pid, flush=True)
time.sleep(600)
"""


def is_gone(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return True
    return state == "Z"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc to see other processes")
def test_it_ends_with_the_run_even_when_that_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", STARTS_ONE], stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout
        pid = int(run.stdout.readline().split()[1])
        assert not is_gone(pid)
        os.kill(run.pid, signal.SIGKILL)
    end = time.monotonic() + 20
    while not is_gone(pid):
        assert time.monotonic() < end, "the gateway outlives the run that started it"
        time.sleep(0.05)


def test_a_running_gateway_is_joined_and_left_running(monkeypatch: pytest.MonkeyPatch) -> None:
    with TaggingGateway() as running:
        monkeypatch.setenv("TAGGING_GATEWAY_URL", running.url + "/")
        fixture = {"accounts": [{"id": "1234567890123456", "resources": [resource("a")]}]}
        with TaggingGateway(Options(fixtures=[fixture])) as joined:
            assert joined.is_joined
            assert joined.url == running.url
            joined.reset()
            assert joined.tags("VpcIpam", "IPAM", "a") == {"k": "v"}
        assert running.tags("VpcIpam", "IPAM", "a") == {"k": "v"}


def test_a_token_guards_the_admin_api() -> None:
    with TaggingGateway(Options(config={"admin": {"token": "open-sesame"}})) as gateway:
        gateway.reset()
        with pytest.raises(GatewayError, match="401"):
            TaggingGateway(Options(url=gateway.url, admin_token="wrong"))
        TaggingGateway(Options(url=gateway.url, admin_token="open-sesame")).reset()


def test_settings_of_another_gateway_do_not_reach_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAGGING_GATEWAY_HTTP_HOST", "192.0.2.1")
    with TaggingGateway(Options(region="cn-qingdao")) as gateway:
        assert gateway.url.startswith("http://127.0.0.1:")


def test_a_fixture_that_breaks_a_rule_is_said() -> None:
    broken = {"accounts": [{"id": "1234567890123456", "resources": [{**resource("a"), "type": "IPAMM"}]}]}
    with pytest.raises(GatewayError, match=r"ended with 2:(?s:.*)resources\[0\]"):
        TaggingGateway(Options(fixtures=[broken]))


def test_a_fixture_that_is_not_there_is_said() -> None:
    with pytest.raises(GatewayError, match=r"no fixture at .*none\.yaml"):
        TaggingGateway(Options(fixtures=["none.yaml"]))


def test_no_java_is_said_with_the_way_to_get_one(tmp_path: Path) -> None:
    old = tmp_path / "jdk" / "bin" / "java"
    old.parent.mkdir(parents=True)
    old.write_text("#!/bin/sh\n")
    old.chmod(0o755)
    (tmp_path / "jdk" / "release").write_text('JAVA_VERSION="11.0.2"\n')
    with pytest.raises(GatewayError, match=r"is Java 11.*Get one: .*TAGGING_GATEWAY_URL"):
        TaggingGateway(Options(java=str(old)))


def test_java_home_comes_before_the_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    java = tmp_path / "bin" / "java"
    java.parent.mkdir()
    java.write_text("#!/bin/sh\n")
    java.chmod(0o755)
    (tmp_path / "release").write_text('IMPLEMENTOR="x"\nJAVA_VERSION="21.0.1"\n')
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    assert find_java() == str(java)
    (tmp_path / "release").write_text('JAVA_VERSION="1.8.0_402"\n')
    assert find_java() != str(java)


def resource(ipam_id: str) -> dict[str, object]:
    return {"product": "VpcIpam", "region": "cn-hangzhou", "type": "IPAM", "id": ipam_id, "tags": {"k": "v"}}
