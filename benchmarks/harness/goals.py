"""The rows of the table in docs/performance.md: what is measured, how, and the goal."""

import collections

Goal = collections.namedtuple("Goal", "row figure how sign goal result command")


def _goals():
    http = "gateway ÷ bare, requests/s, `wrk -t1 -c32`"
    return [
        Goal("list-json", "list by one ResourceId, JSON, lenient", http, "≥", 0.92, "http", "benchmarks/http list-json"),
        Goal("list-xml", "the same, XML", http, "≥", 0.94, "http", "benchmarks/http list-xml"),
        Goal("list-acs3", "the same, strict, ACS3-signed, a new nonce each", http, "≥", 0.82, "http", "benchmarks/http list-acs3"),
        Goal("filters-1m", "10-row page, two Tag filters, 1,000,000 resources of 10 tags", http, "≥", 0.88, "http", "benchmarks/http filters-1m"),
        Goal("never-meet-1m", "two filters that never meet, 1,000,000 resources: 6,600 against 500,000", http, "≥", 0.60, "http", "benchmarks/http never-meet-1m"),
        Goal("wiremock", "against WireMock 3.13.2, one mapping, journal off", "gateway ÷ WireMock, requests/s", "", None, "http", "benchmarks/http wiremock"),
        Goal("refused", "a request refused, with its hint", "÷ without hints, requests/s", "≥", 0.9, "http", "benchmarks/http refused"),
        Goal("empty-list", "a list without rows, with its hint", "÷ without hints, requests/s", "≥", 0.8, "http", "benchmarks/http empty-list"),
        Goal("matcher-id", "matcher: a page at 10,000,000 rows, one id", "÷ at 10,000 rows, average time", "≤", 1.2, "jmh", "benchmarks/jmh"),
        Goal("matcher-filters", "the same, two filters", "÷ at 10,000 rows, average time", "≤", 1.2, "jmh", "benchmarks/jmh"),
        Goal("deep-page", "matcher: the 10,000th page", "÷ the first, same query, average time", "≤", 1.0, "jmh", "benchmarks/jmh"),
        Goal("heap-unique", "heap per row at 10,000,000 rows, one value in ten unique, strings included", "live bytes after GC ÷ rows", "≤", 30, "heap", "benchmarks/heap"),
        Goal("heap-shared", "the same, all values shared", "live bytes after GC ÷ rows", "≤", 18, "heap", "benchmarks/heap"),
        Goal("load-10", "load, calls of 50 resources × 10 tags, one thread", "rows/s", "≥", 8_000_000, "jmh", "benchmarks/jmh"),
        Goal("load-20", "load, calls of 50 resources × 20 tags, one thread", "rows/s", "≥", 8_000_000, "jmh", "benchmarks/jmh"),
        Goal("readers", "readers during writes: p99 of a page while one writer runs flat out", "÷ without", "≤", 1.1, "readers", "benchmarks/readers"),
        Goal("start-17", "start, JDK 17, `java -jar` with `--port` and `--fixtures` → first 200", "÷ bare", "≤", 1.3, "start", "benchmarks/start"),
        Goal("start-25", "start, JDK 25 with its AOT cache, the same options", "÷ bare with its own", "≤", 1.1, "start", "benchmarks/start"),
        Goal("memory-idle-17", "resident memory, idle, sidecar flags, JDK 17", "÷ bare, same flags", "≤", 1.12, "memory", "benchmarks/memory"),
        Goal("memory-loaded-17", "the same, after 100,000 requests", "÷ bare, same flags", "≤", 1.12, "memory", "benchmarks/memory"),
        Goal("memory-idle-25", "resident memory, idle, sidecar flags, JDK 25", "÷ bare, same flags", "≤", 1.12, "memory", "benchmarks/memory"),
        Goal("memory-loaded-25", "the same, after 100,000 requests", "÷ bare, same flags", "≤", 1.12, "memory", "benchmarks/memory"),
        Goal("console-closed", "list by one ResourceId, JSON, with the console closed", "÷ a jar without it, requests/s", "≥", 0.99, "console", "benchmarks/console"),
        Goal("console-open", "the same, with one page open and live", "÷ a jar without it, requests/s", "≥", 0.95, "console", "benchmarks/console"),
        *_postgresql(),
    ]


def _postgresql():
    bench, gateway = "gateway ÷ pgbench, as many connections", "both through the gateway"
    kept = "gateway ÷ pgbench that is told to keep its plan, as the gateway is"
    rows = [
        ("pg-page-id", "PostgreSQL: page by one id, 1,000,000 rows", bench, "≥", 0.7),
        ("pg-page-filters", "the same: 10-row page by two filters", bench, "≥", 0.7),
        ("pg-change", "the same: TagResources of one resource", bench, "≥", 0.7),
        ("pg-page-id-kept", "the same: page by one id", kept, "", None),
        ("pg-page-filters-kept", "the same: 10-row page by two filters", kept, "", None),
        ("pg-change-kept", "the same: TagResources of one resource", kept, "", None),
        ("pg-10m-id", "the same: page by one id at 10,000,000 rows", f"÷ at 10,000, {gateway}", "≤", 1.5),
        ("pg-10m-filters", "the same: 10-row page by two filters at 10,000,000 rows", f"÷ at 10,000, {gateway}", "≤", 1.5),
        ("pg-deep", "the same: the 10,000th page by two filters", f"÷ the first, {gateway}", "≤", 1.2),
        ("pg-two", "the same: reads of two gateways on one database", "÷ of one, requests/s", "≥", 0.95),
        ("pg-load", "the same: load of 10,000,000 rows of fixtures by COPY, indexes included", "rows/s, from the start to ready", "≥", 100_000),
        ("pg-back", "the same: to the first good answer after a killed PostgreSQL accepts again", "seconds", "≤", 2),
    ]
    return [Goal(*row, "postgresql", f"benchmarks/postgresql {row[0]}") for row in rows]


GOALS = {goal.row: goal for goal in _goals()}

# What a run must at least have had before its figures are compared with a goal.
LEAST = {
    "http": {"rounds": 5, "seconds": 5, "warmUp": 10, "resources": 1_000_000},
    "jmh": {"rounds": 5, "seconds": 1, "warmUp": 10},
    "heap": {"rounds": 5, "rows": 10_000_000},
    "readers": {"rounds": 5, "seconds": 5, "rows": 1_000_000},
    "start": {"rounds": 5},
    "memory": {"rounds": 5, "requests": 100_000},
    "console": {"rounds": 5, "seconds": 5, "warmUp": 8},
    "postgresql": {"rounds": 5, "seconds": 5, "warmUp": 10, "rows": 10_000_000, "deep": 10_000},
}
