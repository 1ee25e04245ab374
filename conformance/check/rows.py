"""Compares what a client saw of the family with what the plan says, row by row."""


def at(body, path):
    for name in path:
        body = body.get(name) if isinstance(body, dict) else None
    return body


def rows_of(read, body):
    """The rows of one page as key, value, resource and type; None where the list is not where it must be."""
    found = at(body, read["rows"])
    # A model of Go leaves an empty list out when it is written again; the object around it stays.
    if found is None and len(read["rows"]) > 1 and at(body, read["rows"][:-1]) == {}:
        found = []
    if not isinstance(found, list):
        return None
    if "inner" not in read:
        return [[row.get(column) for column in read["columns"]] for row in found]
    key, value, arn = read["columns"]
    return [[tag.get(key), tag.get(value), row.get(arn)] for row in found for tag in row.get(read["inner"]) or []]


def problem(step, seen):
    """Why a step is not what it must be; None when it is."""
    error, wanted = seen.get("error"), step.get("error")
    if wanted:
        if not error:
            return f"no error, but {seen}"
        # One client of the older generation does not tell the status.
        told = {"code": error.get("code"), "status": error.get("status") or wanted["status"]}
        return None if told == wanted else f"{error} instead of {wanted}"
    if error:
        return f"{step['action']}: {error}"
    if "rows" not in step:
        return None
    pages = [rows_of(step["read"], body) for body in seen["pages"]]
    if None in pages:
        return f"no rows at {'.'.join(step['read']['rows'])} in {seen['pages']}"
    found = sorted(row for page in pages for row in page)
    if found != sorted(step["rows"]):
        return f"rows {found} instead of {sorted(step['rows'])}"
    if "count" in step and len(pages) != step["count"]:
        return f"{len(pages)} pages instead of {step['count']}"
    return None


def scenario(steps, seen):
    problems = [problem(*pair) for pair in zip(steps, seen)]
    if len(steps) != len(seen):
        problems.append(f"{len(seen)} of {len(steps)} steps")
    return next((f"step {n}: {text}" for n, text in enumerate(problems, 1) if text), None)
