"""What every product version is asked, as its own product file has it: GET /_gateway/products tells which there are.

A step is one call, or a list page by page. Its parameters are nested as the SDKs' models have them; `encoded` names those that a
client without a model has to write as text. `$` stands for the client that plays.
"""

import contextlib
import json
import re
import urllib.request

REGION = "cn-hangzhou"
ACCOUNT = "1234567890123456"
PAGE = 2


def get(gateway, path):
    with urllib.request.urlopen(f"http://{gateway}/_gateway/{path}", timeout=30) as response:
        return json.load(response)


def facts(gateway, product):
    """The facts of a product file as the tree that they were."""
    root = {}
    for fact in get(gateway, f"products/{product['code']}?version={product['version']}")["facts"]:
        steps = [int(n) if n else name for name, n in re.findall(r"([^.\[\]]+)|\[(\d+)\]", fact["path"])]
        at = root
        for step in steps[:-1]:
            at = at.setdefault(step, {})
        at[steps[-1]] = fact["value"]
    return root


def items(tree):
    return [tree[n] for n in sorted(tree)] if tree else []


def host(product):
    """A name of the product in the cloud; its local name if it has none."""
    names = [name.replace("<region>", REGION) for name in product["hosts"]]
    return next((name for name in names if not name.endswith(".localhost")), f"{names[-1]}")


def fields_of(answer, path=()):
    """Each field of an answer with the path that leads to it and what it is; rows bring their own fields."""
    for entry in items(answer):
        if isinstance(entry, str):
            yield (*path, entry), entry, None
        elif "rows" in entry:
            yield (*path, entry["rows"], *([entry["item"]] if "item" in entry else [])), "rows", entry["fields"]
        elif "object" in entry:
            yield from fields_of(entry["fields"], (*path, entry["object"]))
        elif "is" in entry:
            yield (*path, entry["field"]), entry["is"], None


MEANINGS = {"NextToken": "next-token", "RequestId": "request-id", "ResourceId": "resource-id", "ResourceType": "type",
            "TagKey": "key", "TagValue": "value"}  # fmt: skip


def means(fields):
    return {MEANINGS.get(what, what): (path, inner) for path, what, inner in fields}


class Trio:
    """One trio of a product: how its requests are written, and what they are to get."""

    def __init__(self, tree, trio):
        self.tree, self.trio = tree, trio
        self.type = next(iter(items(trio["types"].get("names"))), "thing")
        answered = trio["types"].get("answered") or {}
        self.answered = answered.get(self.type, self.type)
        answer = means(fields_of(trio["answer"]["json"]))
        self.rows, inner = answer["rows"]
        columns = means(fields_of(inner))
        self.columns = [columns[what][0][0] for what in ("key", "value", "resource-id", "type")]
        self.token = answer["next-token"][0] if "next-token" in answer else None

    def name(self, do, what):
        names = self.trio["parameters"]
        return names.get(do, {}).get(what, names.get(what)) if isinstance(names.get(do, {}), dict) else names.get(what)

    def encoding(self, what):
        lists = self.trio["lists"]
        return lists if isinstance(lists, str) else lists.get(what, "indexed")

    def region(self, do):
        rule = self.tree.get("region", "none")
        return rule if isinstance(rule, str) else rule.get(do, rule.get("other", "none"))

    def required(self, do):
        required = self.trio["parameters"].get("required") or {}
        return items(required.get(do)) if isinstance(required.get(do), dict) else []

    def limit(self, do):
        limits = self.trio["limits"]["ids"]
        return int(limits if isinstance(limits, str) else limits.get(do, limits.get("other")))

    def error(self, situation, do):
        error = self.trio["errors"][situation]
        error = error if "code" in error else error.get(do) or error["other"]
        return {"code": error["code"], "status": int(error["status"])}

    def fixed(self):
        return bool(self.token) and self.trio["page"]["counts"] == "rows" and not self.name("list", "page-size")

    def call(self, do, ids=None, tags=None, keys=None, all=False, **expected):
        operation = self.trio["operations"][do]
        step = {"do": do, "action": operation, "parameters": {}, "encoded": {}, **expected}
        if not isinstance(operation, str):
            step.update(action=operation["name"], **operation["request"])
        names = self.trio["parameters"]
        own = names.get(do) if isinstance(names.get(do), dict) else {}
        pair = own.get("pair") or names.get("pair") or {}
        members = pair.get("key", "Key"), pair.get("value", "Value")
        send = step["parameters"]

        def put(what, value, names=lambda it: it):
            name = self.name(do, what)
            if name and value is not None:
                pattern = re.fullmatch(r"(.+)\.N\.(.+)", name)
                send[pattern[1] if pattern else name] = [{pattern[2]: one} for one in value] if pattern else names(value)
                if isinstance(value, list) and self.encoding(what) != "indexed":
                    step["encoded"][name] = self.encoding(what)

        put("type", self.type)
        put("ids", ids)
        put("tags", tags, lambda all: [dict(zip(members, tag)) for tag in all])
        put("keys", keys)
        put("all", True if all else None)
        if do == "list" and self.token:
            put("page-size", PAGE)
            end = self.trio["end"]
            if not isinstance(end, dict) or "absent" in end:
                end = None if isinstance(end, dict) else end
                step["pages"] = {"parameter": self.name("list", "token"), "path": self.token, "end": end}
        if self.region(do) != "none":
            send[self.trio["parameters"].get("region", "RegionId")] = REGION
        for other in self.required(do):
            send.setdefault(other, ACCOUNT)
        return step

    def listed(self, rows, pages=None, ids=None, tags=None):
        # A product that lists nothing without ids is asked for all that the scenario has.
        if ids is None and self.name("list", "ids") in self.required("list"):
            ids = self.everything
        step = self.call("list", ids=ids, tags=tags, rows=[[*row, self.answered] for row in rows])
        step["read"] = {"rows": self.rows, "columns": self.columns}
        if pages and "pages" in step:
            step["count"] = pages
        return step

    def scenarios(self):
        # What is put there for a product that only lists is never touched by another version of it.
        changes = "tag" in self.trio["operations"]
        team = "Team$" if changes else "Seed$"
        a, b, c = (f"$-{id_}" if changes else f"$-seed-{id_}" for id_ in "abc")
        own, core, edge = ["Owner", "zhang"], [team, "core"], [team, "edge"]
        self.everything = [a, b, c]
        if changes:
            both = [[a, b]] if self.limit("tag") > 1 else [[a], [b]]
            yield "tag", [*(self.call("tag", ids=ids, tags=[own, core]) for ids in both), self.call("tag", ids=[c], tags=[edge])]
        yield "by id", [
            self.listed([[*own, a], [*core, a]], ids=[a]),
            *([self.listed([[*core, a], [*own, a], [*edge, c]], ids=[a, c])] if self.limit("list") > 1 else []),
        ]
        yield "by tag", [self.listed([[*edge, c]], tags=[edge]), self.listed([[*core, b]], ids=[b], tags=[[team]])]
        everyone = [[*core, a], [*core, b], [*edge, c]]
        if number := self.name("list", "page"):
            parts = [self.listed(everyone[:PAGE], tags=[[team]]), self.listed(everyone[PAGE:], tags=[[team]])]
            for n, part in enumerate(parts, 1):
                part["parameters"] |= {number: n, self.name("list", "page-size"): PAGE}
            yield "pages", parts
        else:
            yield "pages", [self.listed(everyone, pages=2, tags=[[team]])]
        if changes:
            steps = [self.call("untag", ids=[a], keys=["Owner"]), self.listed([[*core, a]], ids=[a])]
            if self.name("untag", "all") and self.name("untag", "keys") not in self.required("untag"):
                steps += [self.call("untag", ids=[b], all=True), self.listed([], ids=[b])]
            yield "untag", steps
        many = self.call("list", ids=[f"$-{n}" for n in range(self.limit("list") + 1)])
        many.pop("pages", None)  # the first call is the last
        yield "error", [{**many, "error": self.error("too-many-resource-ids", "list")}]


class View:
    """The view over all products by ARN, asked about a resource of VPC."""

    def __init__(self, view):
        self.view, self.names, self.answer = view, view["parameters"], view["answer"]

    def call(self, do, parameters, **expected):
        named = {self.names[what]: value for what, value in parameters.items() if value is not None}
        encoded = {self.names["tags"]: "json"} if "tags" in parameters else {}
        named["RegionId"] = REGION
        action = self.view["operations"][do]
        return {"do": do, "action": action, "parameters": named, "encoded": encoded, **expected}

    def listed(self, rows, pages=None, **parameters):
        size = str(PAGE) if pages else None
        step = self.call("list", {**parameters, "page-size": size}, rows=rows)
        key, value = self.answer["key"], self.answer["value"]
        step["read"] = {"rows": [self.answer["rows"]], "columns": [key, value, self.answer["arn"]], "inner": self.answer["tags"]}
        step["pages"] = {"parameter": self.names["token"], "path": ["NextToken"], "end": ""}
        return {**step, "count": pages} if pages else step

    def scenarios(self):
        def arn(id_, account="*"):
            return f"arn:acs:vpc:{REGION}:{account}:vpc/$-view-{id_}"

        a, b, c = (arn(id_, ACCOUNT) for id_ in "abc")
        own, team = ["Owner", "zhang"], "View$"
        yield "tag", [
            self.call("tag", {"arns": [arn("a"), arn("b")], "tags": {"Owner": "zhang", team: "core"}}),
            self.call("tag", {"arns": [arn("c")], "tags": {team: "edge"}}),
        ]
        yield "by id", [self.listed([[*own, a], [team, "core", a]], arns=[arn("a")])]
        yield "by tag", [self.listed([[team, "edge", c]], tags={team: "edge"})]
        everyone = [[*own, a], [team, "core", a], [*own, b], [team, "core", b], [team, "edge", c]]
        yield "pages", [self.listed(everyone, pages=2, arns=[arn(id_) for id_ in "abc"])]
        yield "untag", [
            self.call("untag", {"arns": [arn("a")], "keys": ["Owner"]}),
            self.listed([[team, "core", a]], arns=[arn("a")]),
        ]
        error = self.view["errors"]["no-arns"]
        error = {"code": error["code"], "status": int(error["status"])}
        yield "error", [self.call("tag", {"tags": {team: "core"}}, error=error)]


def plan(gateway):
    """What is played, for each product version that has tags; the others have nothing to list."""
    played = []
    for product in get(gateway, "products")["products"]:
        tree = facts(gateway, product)
        trios = [Trio(tree, trio) for trio in items(tree.get("tags"))] + ([View(tree["view"])] if "view" in tree else [])
        for trio in trios:
            scenarios = [{"name": name, "steps": steps} for name, steps in trio.scenarios()]
            action = next(step["action"] for one in scenarios for step in one["steps"] if step["do"] == "list")
            played.append(
                {
                    "code": product["code"], "version": product["version"], "style": tree["style"], "host": host(product),
                    "list": action, "scenarios": scenarios, "seed": getattr(trio, "type", None)
                    if not any(one["name"] == "tag" for one in scenarios) else None,
                    "fixed": isinstance(trio, Trio) and trio.fixed(),
                }
            )  # fmt: skip
    return played


def page_sizes(gateway):
    """The setting that makes pages short where no parameter of a request does."""
    short = {}
    for product in get(gateway, "products")["products"]:
        for trio in items(facts(gateway, product).get("tags")):
            if trio["page"]["counts"] == "resources" and "page-size" not in trio["parameters"]:
                short[product["code"]] = {"page-size": PAGE}
    return short


def seeds(played, labels):
    """The state that list-only products start from, in the fixture format."""
    resources = []
    for label in labels:
        team = f"Seed{label}"
        tags = {"a": {"Owner": "zhang", team: "core"}, "b": {"Owner": "zhang", team: "core"}, "c": {team: "edge"}}
        for product in (one for one in played if one["seed"]):
            where = {"product": product["code"], "region": REGION, "type": product["seed"]}
            resources += [{**where, "id": f"{label}-seed-{id_}", "tags": own} for id_, own in tags.items()]
    return {"accounts": [{"id": ACCOUNT, "resources": resources}]}


@contextlib.contextmanager
def short_pages(gateway, played):
    """Makes pages short where neither a parameter nor a setting does: those of products with a fixed number of rows."""
    fixed = {one["code"] for one in played if one["fixed"]}
    for code in fixed:
        match = {"product": code, "action": "ListTagResources"}
        rule = {"match": match, "fault": {"type": "page-size", "size": PAGE}, "times": 0}
        request = urllib.request.Request(
            f"http://{gateway}/_gateway/faults",
            method="POST",
            data=json.dumps(rule).encode(),
            headers={"Content-Type": "application/json"},
        )
        urllib.request.urlopen(request, timeout=30).close()
    yield
