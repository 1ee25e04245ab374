#!/usr/bin/env python3
"""Runs the steps of a plan, those of different lanes side by side: `lanes.py DIRECTORY <PLAN`.

A line of the plan is `LANE NAME COMMAND`; steps of a lane follow each other, in the order of the plan. A line `---` waits until
all above it has passed; what stands alone between two of them is shown as it runs. Each step writes DIRECTORY/NAME.log. The
first failure is shown, ends all that runs, and is the end. Lines with # and empty ones say nothing to it.
"""

import ctypes
import os
import pathlib
import signal
import subprocess
import sys
import threading
import time

LIMIT_SECONDS = int(os.environ.get("STEP_LIMIT", 1800))
SHOWN_BYTES = 60_000
PATIENCE_SECONDS = 10
SUBREAPER = 36  # prctl(2): whoever loses its parent below us becomes our child


def stages(plan):
    """The plan as a list of stages, each a map from a lane to its steps."""
    found = [{}]
    for line in filter(None, (line.strip() for line in plan)):
        if line.startswith("---"):
            found.append({})
        elif not line.startswith("#"):
            lane, name, command = line.split(None, 2)
            found[-1].setdefault(lane, []).append((name, command))
    return [stage for stage in found if stage]


def descendants():
    """All processes below this one, also those that left their group or lost their parent."""
    children = {}
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        if fields[0] != "Z":
            children.setdefault(int(fields[1]), []).append(int(stat.parent.name))
    found, ahead = [], [os.getpid()]
    while ahead:
        ahead += (below := children.get(ahead.pop(), []))
        found += below
    return found


def end_all():
    """Ends what the steps started: in order, and after a while for good."""
    for number, patience in ((signal.SIGTERM, PATIENCE_SECONDS), (signal.SIGKILL, 2)):
        end = time.monotonic() + patience
        for process in descendants():
            try:
                os.kill(process, number)
            except ProcessLookupError:
                pass
        while descendants() and time.monotonic() < end:
            time.sleep(0.1)


class Run:
    def __init__(self, directory):
        self.directory = directory
        self.failed = threading.Event()
        self.telling = threading.Lock()
        self.durations = []

    def lane(self, steps, shown):
        for step in steps:
            if self.failed.is_set() or not self.step(*step, shown):
                return

    def step(self, name, command, shown):
        log = self.directory / f"{name}.log"
        began = time.monotonic()
        self.tell(f"\n==> {name}: {command}")
        with open(log, "wb") as out:
            process = subprocess.Popen(
                ["bash", "-euo", "pipefail", "-c", command], stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT
            )
        at = 0
        while process.poll() is None and time.monotonic() - began < LIMIT_SECONDS:
            time.sleep(0.1)
            at = show(log, at) if shown else at
        seconds = time.monotonic() - began
        self.durations.append((name, seconds))
        if process.poll() == 0:
            at = show(log, at) if shown else at
            self.tell(f"==> {name} passed in {seconds:.0f} s" + ("" if shown else f": {last_line(log)}"))
            return True
        with self.telling:
            # What fails after it was ended for the failure of another one.
            if not self.failed.is_set():
                how = "had to be ended" if process.returncode is None else f"ended with {process.returncode}"
                print(tail(log), f"==> {name} FAILED: {how} after {seconds:.0f} s", sep="\n", flush=True)
                self.failed.set()
        return False

    def tell(self, line):
        with self.telling:
            print(line, flush=True)


def show(log, at):
    """Shows what came since; where to go on."""
    with open(log, "rb") as file:
        file.seek(at)
        sys.stdout.buffer.write(file.read())
        sys.stdout.buffer.flush()
        return file.tell()


def last_line(log):
    lines = tail(log).splitlines()
    return next((line.strip()[:200] for line in reversed(lines) if line.strip()), "")


def tail(log):
    text = log.read_bytes()
    cut = f"… the end of {log}:\n" if len(text) > SHOWN_BYTES else ""
    return cut + text[-SHOWN_BYTES:].decode(errors="replace")


def main(directory, plan):
    """Whether all passed."""
    ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended from outside"))
    directory.mkdir(parents=True, exist_ok=True)
    run = Run(directory)
    began = time.monotonic()
    try:
        for stage in stages(plan):
            lanes = [threading.Thread(target=run.lane, args=(steps, len(stage) == 1), daemon=True) for steps in stage.values()]
            for lane in lanes:
                lane.start()
            while any(lane.is_alive() for lane in lanes) and not run.failed.is_set():
                time.sleep(0.1)
            if run.failed.is_set():
                return False
    finally:
        end_all()
        for name, seconds in run.durations + [("all", time.monotonic() - began)]:
            print(f"{seconds:6.0f} s  {name}")
    return True


if __name__ == "__main__":
    sys.exit(0 if main(pathlib.Path(sys.argv[1]), sys.stdin) else 1)
