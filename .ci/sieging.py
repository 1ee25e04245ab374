"""What sieges and soak of the packaged distribution share: its start, also in a control group, the ways in, and the attackers."""

import contextlib
import http.client
import os
import pathlib
import re
import socket
import ssl
import subprocess
import sys
import tarfile
import threading
import time
import urllib.parse

LIMIT = 128 << 20
ROOT = pathlib.Path(__file__).resolve().parent.parent
HOST = "vpcipam.cn-hangzhou.aliyuncs.com"
BASE = "Version=2023-02-28&RegionId=cn-hangzhou&ResourceType=IPAM&Format=JSON"
LIST = f"GET /?Action=ListTagResources&{BASE}&ResourceId.1=a HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode()
POST = f"POST /?Action=ListTagResources&{BASE} HTTP/1.1\r\nHost: {HOST}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
TLS = ssl._create_unverified_context()
counts = {}
counting = threading.Lock()


def control_group():
    """A new group with the limit, or None; and the name of its kind."""
    name = f"tagging-gateway-siege-{os.getpid()}"
    for parent, limit, kind in (
        ("/sys/fs/cgroup/memory", "memory.limit_in_bytes", "v1"),
        ("/sys/fs/cgroup", "memory.max", "v2"),
    ):
        group = pathlib.Path(parent, name)
        try:
            group.mkdir()
            (group / limit).write_text(str(LIMIT))
            with contextlib.suppress(OSError):
                (group / "memory.swap.max").write_text("0")
            return group, kind
        except OSError:
            with contextlib.suppress(OSError):
                group.rmdir()
    return None, "no control group"


class Gateway:
    def __init__(self, command, directory, group, environment):
        self.log = pathlib.Path(directory, "log")

        def enter():
            if group:
                (group / "cgroup.procs").write_text(str(os.getpid()))

        with open(self.log, "w") as log:
            self.process = subprocess.Popen(
                command, stdout=subprocess.PIPE, stderr=log, text=True, cwd=directory,
                env=environment, preexec_fn=enter,
            )
        line = self.process.stdout.readline()
        self.port = int(re.search(r"http://127\.0\.0\.1:(\d+)", line).group(1))
        tls = re.search(r"https://127\.0\.0\.1:(\d+)", line)
        self.tls = int(tls.group(1)) if tls else None

    def get(self, path, timeout=20):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()

    def metric(self, name):
        found = re.search(rf"^tagging_gateway_{name} (\S+)$", self.get("/_gateway/metrics")[1], re.M)
        if not found:
            raise OSError("no metrics: the gateway is still full")
        return float(found.group(1))

    def resident(self):
        return int(re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{self.process.pid}/status").read_text()).group(1)) // 1024


def live_heap(pid):
    """
    Bytes of heap in use, the least of four full collections: three of four leave up to a twentieth of the old generation as it
    lies, dead or not (-XX:MarkSweepAlwaysCompactCount, -XX:MarkSweepDeadRatio).
    """
    return min(collected(pid) for _ in range(4))


def collected(pid):
    subprocess.run(["jcmd", str(pid), "GC.run"], check=True, capture_output=True)
    text = subprocess.run(["jcmd", str(pid), "GC.heap_info"], check=True, capture_output=True, text=True).stdout
    return sum(int(kilobytes) for kilobytes in re.findall(r"^ *(?:def new|tenured).* used (\d+)K", text, re.M)) * 1024


def count(what):
    with counting:
        counts[what] = counts.get(what, 0) + 1


def plain(gateway):
    return socket.create_connection(("127.0.0.1", gateway.port), timeout=5)


def encrypted(gateway):
    return TLS.wrap_socket(socket.create_connection(("127.0.0.1", gateway.tls), timeout=5), server_hostname=HOST)


def tunnel(gateway):
    outer = plain(gateway)
    outer.sendall(f"CONNECT {HOST}:443 HTTP/1.1\r\nHost: {HOST}:443\r\n\r\n".encode())
    if b" 200 " not in outer.recv(4096):
        outer.close()
        raise OSError("no tunnel")
    return TLS.wrap_socket(outer, server_hostname=HOST)


def status(connection):
    answer = b""
    while b"\r\n\r\n" not in answer:
        more = connection.recv(65536)
        if not more:
            raise OSError("closed")
        answer += more
    return answer.split()[1].decode()


def bodies(gateway, door):
    body = b"ResourceId.1=a&Note=" + b"%21" * 100_000
    with door(gateway) as connection:
        connection.sendall(POST.encode() + f"Content-Length: {len(body)}\r\n\r\n".encode() + body)
        count("300 KB body " + status(connection))


def half_bodies(gateway):
    hold(gateway, POST.encode() + b"Content-Length: 1000000\r\n\r\n" + b"x" * 900_000, 8)


def half_headers(gateway):
    hold(gateway, f"GET /?a HTTP/1.1\r\nHost: {HOST}\r\nX: ".encode() + b"x" * 62_000, 16)


def many_headers(gateway):
    hold(gateway, f"GET /?a HTTP/1.1\r\nHost: {HOST}\r\n".encode() + b"a:\r\n" * 15_000, 8)


def too_large(gateway):
    hold(gateway, POST.encode() + b"Content-Length: 20000000\r\n\r\n" + b"x" * 5_000, 16)


def half_hellos(gateway):
    held = []
    try:
        for _ in range(100):
            held.append(socket.create_connection(("127.0.0.1", gateway.tls), timeout=5))
            held[-1].sendall(b"\x16\x03\x01\x02\x00\x01")
        count("100 half hellos")
        time.sleep(0.5)
    finally:
        for one in held:
            one.close()


def hold(gateway, data, connections):
    held = []
    try:
        for _ in range(connections):
            held.append(plain(gateway))
            with contextlib.suppress(OSError):
                held[-1].sendall(data)
        count("held unfinished")
        time.sleep(0.5)
    finally:
        for number, one in enumerate(held):
            if number % 2:
                one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            one.close()


def slow_readers(gateway):
    held = []
    try:
        for _ in range(20):
            held.append(plain(gateway))
            held[-1].setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            with contextlib.suppress(OSError):
                held[-1].settimeout(0.3)
                held[-1].sendall(LIST * 2000)
        count("slow readers")
    finally:
        for one in held:
            one.close()


def full_tags(gateway):
    for _ in range(30):
        counts["tagged"] = number = counts.get("tagged", 0) + 1
        ask = {"Action": "TagResources"}
        for index in range(1, 51):
            ask[f"ResourceId.{index}"] = f"r-{number}-{index}"
        for index in range(1, 21):
            ask[f"Tag.{index}.Key"] = f"key{number}x{index}" + "k" * 40
            ask[f"Tag.{index}.Value"] = f"{number}-{index}-" + "v" * 100
        body = urllib.parse.urlencode(ask).encode()
        with plain(gateway) as connection:
            connection.sendall(POST.replace("ListTagResources", "TagResources").encode()
                               + f"Content-Length: {len(body)}\r\n\r\n".encode() + body)
            count("TagResources " + status(connection))


def admin(gateway):
    for path in ("/_gateway/state", "/_gateway/requests", "/_gateway/metrics"):
        count("admin " + str(gateway.get(path, 5)[0]))


PROBES = """
import http.client, sys, threading, time
port, end = int(sys.argv[1]), time.monotonic() + float(sys.argv[2])

def probe():
    while time.monotonic() < end:
        begun = time.monotonic()
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            connection.request("GET", "/_gateway/health/ready")
            said = connection.getresponse().status
        except (OSError, http.client.HTTPException) as problem:
            said = repr(problem)
        connection.close()
        sys.stdout.write(f"{time.monotonic() - begun:.2f} {said}\\n")
        sys.stdout.flush()
        time.sleep(0.5)

for _ in range(3):
    threading.Thread(target=probe).start()
"""


def probes(gateway, until, problems):
    """
    Readiness, by a new connection each: what three orchestrators see. From a process of its own: attackers here share a lock, and
    who takes 20 ms from its connection to its request may find its place given to another one.
    """
    command = [sys.executable, "-c", PROBES, str(gateway.port), str(until - time.monotonic())]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            seconds, said = line.rstrip().split(" ", 1)
            count("probes")
            counts["slowest probe in ms"] = max(counts.get("slowest probe in ms", 0), int(1000 * float(seconds)))
            if said != "200":
                problems.append(f"readiness: {said} after {seconds} s")


def unready(problems):
    """What is wrong with the probes: one in twenty may stay without an answer, where the machine is short of processors."""
    asked = counts.get("probes", 0)
    return ["readiness was not answered"] if not asked or 20 * len(problems) > asked else []


def trouble(gateway):
    """Lines of its log that no siege may bring about."""
    bad = r"OutOfMemory|out of memory| ERROR |^\tat |LEAK|\w(Exception|Error)(:|$)"
    lines = gateway.log.read_text().splitlines()
    return [line for line in lines if re.search(bad, line) and "Not reloaded, the old state stays" not in line][:5]


def idle(gateway, patience=30):
    """What is wrong once all callers are gone, and it had its time."""
    end = time.monotonic() + patience
    waiting = held = None
    while time.monotonic() < end:
        with contextlib.suppress(OSError, http.client.HTTPException):
            waiting, held = gateway.metric("requests_waiting"), gateway.metric("memory_held_bytes")
            if waiting == 0 and held < 200_000:
                return []
        time.sleep(0.5)
    return [f"{waiting} requests wait and {held} bytes are held when all are gone"]


def attacker(gateway, attack, until, pause=0):
    while time.monotonic() < until and gateway.process.poll() is None:
        try:
            attack(gateway)
        except (OSError, http.client.HTTPException):
            count("refused or closed")
        time.sleep(pause)


def unpack(directory):
    """The launcher of the distribution that was built last."""
    archive = max(ROOT.glob("gateway-app/target/tagging-gateway-*.tar.gz"), key=os.path.getmtime)
    with tarfile.open(archive) as packed:
        packed.extractall(directory)
    return next(pathlib.Path(directory).glob("*/bin/tagging-gateway"))


def environment(**more):
    """No variable of the caller's reaches the gateway but those that find Java."""
    kept = {name: os.environ[name] for name in ("PATH", "JAVA_HOME") if name in os.environ}
    return {
        **kept, "TAGGING_GATEWAY_HTTPS_ENABLED": "true", "TAGGING_GATEWAY_HTTPS_PORT": "0",
        "TAGGING_GATEWAY_HTTP_PORT": "0", **more,
    }


@contextlib.contextmanager
def limited():
    """The control group of a siege, and what kind it is."""
    group, kind = control_group()
    try:
        yield group, kind
    finally:
        if group:
            time.sleep(0.5)
            group.rmdir()


ATTACKS = [
    lambda g: bodies(g, plain), lambda g: bodies(g, encrypted), lambda g: bodies(g, tunnel),
    half_bodies, half_headers, many_headers, too_large, half_hellos, slow_readers, full_tags, admin,
]
