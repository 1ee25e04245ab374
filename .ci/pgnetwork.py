"""The part of .ci/postgresql in which the machine of the primary is gone: nothing tells that it is, no packet comes back."""

import contextlib
import os
import subprocess
import time

from pgcallers import Gateways, ended
from pgload import Load, leaked, mirrored, says_why
from pgserver import Server, until

GONE = 30  # seconds until all goes on at the standby; 15 s on a quiet machine


class Machine:
    """A network of its own with one wire to ours."""

    def __init__(self):
        self.name = f"tgw{os.getpid() % 100_000}"
        third, fourth = 64 + os.getpid() % 128, os.getpid() // 128 % 64 * 4
        self.ours, self.theirs = f"10.213.{third}.{fourth + 1}", f"10.213.{third}.{fourth + 2}"
        self.inside = ["ip", "netns", "exec", self.name]
        try:
            self.do("ip", "netns", "add", self.name)
            self.do("ip", "link", "add", self.name + "a", "type", "veth", "peer", "name", "wire", "netns", self.name)
            self.do("ip", "address", "add", self.ours + "/30", "dev", self.name + "a")
            self.do("ip", "link", "set", self.name + "a", "up")
            for command in (["address", "add", self.theirs + "/30", "dev", "wire"], ["link", "set", "wire", "up"], ["link", "set", "lo", "up"]):
                self.do(*self.inside, "ip", *command)
        except (OSError, subprocess.CalledProcessError):
            self.close()
            raise

    @staticmethod
    def do(*command):
        subprocess.run(command, check=True, capture_output=True)

    def vanish(self):
        self.do(*self.inside, "ip", "link", "set", "wire", "down")

    def close(self):
        with contextlib.suppress(OSError, subprocess.CalledProcessError):
            self.do("ip", "netns", "delete", self.name)


class FarServer(Server):
    """A server on such a machine."""

    def __init__(self, place, machine, name, *settings):
        super().__init__(place.programs, place.directory, name, *settings, "listen_addresses=*")
        self.machine = machine
        self.address = machine.theirs

    def command(self, program, *arguments):
        return [*self.machine.inside, *super().command(program, *arguments)]

    def rules(self):
        return f"host all gateway {self.machine.ours}/32 scram-sha-256\nhost replication postgres {self.machine.ours}/32 trust\n"


def silent(place):
    try:
        machine = Machine()
    except (OSError, subprocess.CalledProcessError) as problem:
        return [f"silent: not run, since this machine makes no networks: {problem}"]
    primary = FarServer(place, machine, "primary")
    standby = place.server("standby")
    gateways = Gateways(place.directory, [primary, standby], "silent")
    problems = []
    with ended(gateways, standby, primary, machine):
        mirrored(primary, standby, gateways)
        load = Load(place, [gateways.start(), gateways.start()])
        load.progress(10)
        machine.vanish()
        gone = time.monotonic()
        problems += says_why(load.pair)
        standby.promote()
        load.progress(10, GONE)
        print(f"silent: all goes on at the standby {time.monotonic() - gone:.1f} s after the machine of the primary was gone")
        problems += load.end(standby, "silent")
        problems += leaked(standby, 2)
    return problems + gateways.close()
