"""Compares what the clients saw with the plan, and prints it as client x product x scenario."""

import json
import re

COLUMNS = [
    "tag", "by id", "by tag", "pages", "untag one", "untag all", "empty value", "Chinese", "signs", "missing parameter",
    "invalid value", "wrong secret", "unknown key", "throttled", "STS", "TLS", "HTTP proxy", "CONNECT",
]  # fmt: skip
ROUTE_COLUMNS = {"tls": "TLS", "proxy": "HTTP proxy", "connect": "CONNECT"}
ERRORS = ["missing parameter", "invalid value", "wrong secret", "unknown key", "throttled"]
REQUEST_ID = re.compile(r"[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}")

# What the registries of this build do not serve: named in the matrix, never counted as passed.
NOT_RUN = [
    ("Node.js", "@alicloud/vpcipam20230228", "VpcIpam"),
    ("Go", "github.com/alibabacloud-go/vpcipam-20230228", "VpcIpam"),
    ("Go", "github.com/alibabacloud-go/cloudapi-20160714", "CloudAPI"),
    ("Java", "com.aliyun:vpcipam20230228", "VpcIpam"),
    ("Java", "com.aliyun:cloudapi20160714", "CloudAPI"),
    ("Java", "com.aliyun:alibabacloud-vpcipam20230228", "VpcIpam"),
    ("Java", "com.aliyun:alibabacloud-cloudapi20160714", "CloudAPI"),
]


def of(product, value):
    return value[product] if isinstance(value, dict) else value


def problem(plan, product, expected, seen):
    """Why a step is not what it must be; None when it is."""
    code, error = product, seen.get("error")
    if "error" not in expected:
        if error:
            return f"{error.get('type')}: {error.get('code')} {error.get('message')}"
        if not REQUEST_ID.fullmatch(seen.get("requestId") or ""):
            return f"request id {seen.get('requestId')!r}"
        if "rows" in expected:
            rows = sorted([key, value, id_, plan["products"][code]["type"]] for key, value, id_ in expected["rows"])
            found = sorted(seen.get("rows") or [])
            if found != rows:
                return f"rows {found} instead of {rows}"
        if "pages" in expected and seen.get("pages") != of(code, expected["pages"]):
            return f"{seen.get('pages')} pages instead of {of(code, expected['pages'])}"
        return None
    if not error:
        return f"no error, but {seen}"
    wanted = expected["error"]
    if error.get("code") != of(code, wanted["code"]):
        return f"{error} instead of {of(code, wanted['code'])}"
    if error.get("status") and error["status"] != wanted["status"]:
        return f"status {error['status']} instead of {wanted['status']}"
    if of(code, wanted["message"]) not in (error.get("message") or ""):
        return f"message {error.get('message')!r} instead of {of(code, wanted['message'])!r}"
    if error.get("requestId") and not REQUEST_ID.fullmatch(error["requestId"]):
        return f"request id {error['requestId']!r}"
    return None


def judge(source, observations):
    results = []
    for one in observations:
        plan = json.loads(source.replace("$", one["label"]))
        steps = next(s["steps"] for s in plan["scenarios"] if s["name"] == one["scenario"])
        problems = [problem(plan, one["product"], *pair) for pair in zip(steps, one["steps"])]
        if len(steps) != len(one["steps"]):
            problems.append(f"{len(one['steps'])} of {len(steps)} steps")
        first = next((f"step {n}: {text}" for n, text in enumerate(problems, 1) if text), None)
        column = ROUTE_COLUMNS.get(one["route"], one["scenario"])
        results.append({**one, "mode": one.get("mode") or "", "column": column, "problem": first})
    return results


def name(result):
    mode = f" {result['mode']}" if result["mode"] else ""
    return f"{result['client']}{mode} {result['version']} {result['product']}"


def key(result):
    return result["language"], result["client"], result["mode"], result["version"], result["product"]


def rows_of(results):
    return list(dict.fromkeys(key(result) for result in results))


def markdown(header, rows):
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def table(results):
    cells = {}
    for result in results:
        at = (*key(result), result["column"])
        cells[at] = "FAIL" if result["problem"] or cells.get(at) == "FAIL" else "ok"
    lines = []
    for language, client, mode, version, product in rows_of(results):
        at = (language, client, mode, version, product)
        shown = f"{client} {mode}".strip()
        lines.append([language, shown, version, product, *(cells.get((*at, column), "–") for column in COLUMNS)])
    lines += [[language, client, "not run", product, *["not run"] * len(COLUMNS)] for language, client, product in NOT_RUN]
    return markdown(["language", "client", "version", "product", *COLUMNS], lines)


def errors(results):
    """What each client makes of an error: one line per client, from its own observations."""
    lines = {}
    for result in results:
        if result["scenario"] not in ERRORS:
            continue
        at = (result["language"], f"{result['client']} {result['mode']}".strip())
        seen = next((step["error"] for step in result["steps"] if step.get("error")), None)
        if seen:
            entry = lines.setdefault(at, {"types": [], "parts": set()})
            if seen["type"] not in entry["types"]:
                entry["types"].append(seen["type"])
            entry["parts"] |= {part for part in ("code", "message", "requestId", "status") if seen.get(part)}
    rows = []
    for (language, client), entry in lines.items():
        has = ["yes" if part in entry["parts"] else "no" for part in ("code", "message", "requestId", "status")]
        rows.append([language, client, ", ".join(f"`{one}`" for one in entry["types"]), *has])
    return markdown(["language", "client", "types raised", "code", "message", "request id", "status"], rows)
