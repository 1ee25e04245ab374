"""Medians, and the files in results/ that the table of docs/performance.md is made of."""

import datetime
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys

from harness.paths import RESULTS, ROOT


def ratios(rounds):
    """Median, least and largest of a ÷ b over rounds of {"a": …, "b": …}."""
    return spread([one["a"] / one["b"] for one in rounds])


def spread(values):
    return {"median": statistics.median(values), "min": min(values), "max": max(values)}


def save(name, rows, java, settings, **more):
    """
    Writes results/NAME.json: each row has an id of goals.py, its figures, and the run that they are
    of. Rows of earlier runs that this one did not measure stay.
    """
    run = {
        "command": " ".join(["benchmarks/" + pathlib.Path(sys.argv[0]).name] + sys.argv[1:]),
        "date": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
        "commit": commit(),
        "machine": machine(),
        "java": java,
        "settings": settings,
    }
    before = load(name) or {"rows": []}
    kept = {row["row"]: row for row in before["rows"]}
    kept.update({row["row"]: {**row, "run": run} for row in rows})
    content = {**before, **more, "rows": list(kept.values())}
    RESULTS.mkdir(parents=True, exist_ok=True)
    file = RESULTS / f"{name}.json"
    file.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n")
    print(f"written: {os.path.relpath(file)}")


def load(name):
    file = RESULTS / f"{name}.json"
    return json.loads(file.read_text()) if file.is_file() else None


def machine():
    text = pathlib.Path("/proc/cpuinfo").read_text()
    models = [line.split(":", 1)[1].strip() for line in text.splitlines() if "model name" in line]
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return {
        "cpu": models[0] if models else platform.machine(),
        "cores": os.cpu_count(),
        "memoryGiB": round(pages / 2**30),
        "kernel": platform.release(),
    }


def java_version(java):
    out = subprocess.run([java, "-version"], capture_output=True, text=True, check=True).stderr
    return out.splitlines()[1].strip()


def commit():
    git = ["git", "-C", str(ROOT)]
    out = subprocess.run(git + ["rev-parse", "--short", "HEAD"], capture_output=True, text=True)
    return out.stdout.strip() or "unknown"
