"""What a product file says of a product version's operations on tags."""

import re

from answers import answer, changed
from resource_types import types
from values import chosen, fact
from versions import LOOP_ON_EMPTY

PAGE = 50
PREFIXES, PARTS = ["aliyun", "acs:"], ["http://", "https://"]
ROLES = {"type": "resourceType", "ids": "ids", "tags": "tags", "keys": "tagKeys", "all": "all", "token": "nextToken",
         "page-size": "pageSize"}


def family(version, errors, others):
    result = {"operations": operation_names(version), "types": types(version), "parameters": parameters(version)}
    result["lists"] = lists(version)
    result["limits"] = limits(version)
    result["key"] = rule(version, "key", 1)
    result["asked-key"] = chosen("same")
    result["value"] = rule(version, "value", 0)
    result["page"] = page(version)
    result["end"] = end(version)
    result["answer"] = answer(version.operations["list"], version.facts["rows"])
    if "tag" in version.operations:
        result["changed"] = changes(version)
    result["errors-from"] = "family"
    if errors:
        result["errors"] = errors
    if others:
        result["other-errors"] = others
    return result


def operation_names(version):
    result = {}
    for kind, operation in version.operations.items():
        if not version.roa:
            result[kind] = operation["name"]
            continue
        places = {p[2] for p in operation["parameters"] if p[1] in ("ids", "tags", "other")}
        where = "body" if "body" in places else "form" if "formData" in places else "query"
        request = {"method": operation["methods"][0], "path": operation["path"], "in": where}
        result[kind] = {"name": operation["name"], "request": request}
    return result


def parameters(version):
    result = {}
    for key, role in ROLES.items():
        parameter = version.first(role)
        if parameter:
            result[key] = parameter[0]
    if version.roa and "ids" not in result:
        raise ValueError(f"{version.key}: no list of resources")
    members = version.first("tags")
    if lower(members):
        result["pair"] = LOWER
    region = version.first("region")
    if region and region[0] != "RegionId":
        result["region"] = region[0]
    further = version.first("idsAlt")
    if further:
        result["ids-also"] = chosen(further[0])
    if version.first("page"):
        result["page"] = version.first("page")[0]
    for kind in version.operations:
        own = {}
        for key, role in ROLES.items():
            parameter = version.parameter(kind, role)
            if parameter and key in result and parameter[0] != result[key]:
                own[key] = parameter[0]
        members = version.parameter(kind, "tags")
        if lower(members) and "pair" not in result:
            own["pair"] = LOWER
        if own:
            result[kind] = own
    further = required(version, result)
    if further:
        result["required"] = further
    return result


LOWER = {"key": "key", "value": "value"}


def lower(parameter):
    """Whether the members of a tag are spelled in lower case there."""
    return bool(parameter) and re.search(r"\bkey:", parameter[3]) is not None


def required(version, names):
    result = {}
    for kind in version.operations:
        further = [p[0] for p in version.operations[kind]["parameters"] if p[1] == "other" and p[5] == "required"
                   and p[2] != "body"]
        if kind == "list" and version.parameter(kind, "ids") and version.parameter(kind, "ids")[4]:
            further.append(names["ids"])
        if kind == "untag" and version.parameter(kind, "tagKeys") and version.parameter(kind, "tagKeys")[4]:
            further.append(names["keys"])
        if further:
            result[kind] = further
    return result


def lists(version):
    encodings = {}
    for key, role in (("ids", "ids"), ("tags", "tags"), ("keys", "tagKeys")):
        for kind in version.operations:
            parameter = version.parameter(kind, role)
            if parameter and parameter[1] != "body":
                encodings[key] = encoding(parameter)
                break
    if len(set(encodings.values())) <= 1:
        return next(iter(encodings.values()), "json")
    return encodings


def encoding(parameter):
    _, _, encoding, shape, _ = parameter
    if encoding == "simple":
        return "comma"
    if encoding == "json" or shape in ("string", "object"):
        return "json"
    return "indexed"


def limits(version):
    return {
        "ids": limit(version, version.facts["ids"], 50),
        "tags": limit(version, version.facts["tags"], 20),
        "keys": version.facts["keys"].get("untag") or chosen(20),
        "tags-per-resource": chosen(20),
    }


def limit(version, said, family):
    by_kind = {k: v for k, v in said.items() if k in version.operations}
    if not by_kind:
        return said.get("doc") or chosen(family)
    different = set(by_kind.values())
    if len(different) == 1:
        return different.pop()
    most = max(different, key=list(by_kind.values()).count)
    return {k: v for k, v in by_kind.items() if v != most} | {"other": most}


def rule(version, which, fewest):
    said = version.facts[which]
    if not said:
        prefixes = {"forbidden-prefixes": PREFIXES} if which == "key" else {}
        rule = {"standing": "chosen", "min": fewest, "max": 128} | prefixes | {"forbidden-parts": PARTS}
        return rule if fewest else {k: v for k, v in rule.items() if k != "min"}
    rule = {"min": chosen(1)} if fewest else {}
    return rule | {k: v for k, v in said.items() if k != "min" or fewest}


def page(version):
    if not version.first("pageSize"):
        return {"standing": "chosen", "counts": "resources", "default": PAGE, "max": PAGE}
    said = version.facts["page"]
    most = said.get("max")
    size = said.get("default")
    default = size or chosen(min(20, most or 20))
    return {"counts": chosen("rows"), "default": default, "max": most or chosen(100)}


def end(version):
    said = version.facts["end"]
    if said == "no token in response" or not has_token(version):
        return {"never": True}
    if said == "-1":
        return "-1"
    if said.startswith("present only"):
        return {"absent": True}
    nested = "." in version.facts["rows"].replace("Data.", "").replace("data.", "")
    if version.code in LOOP_ON_EMPTY:
        return {"absent": True, "standing": "seen", "source": "terraform"}
    if said == "empty":
        return "" if not nested else fact("", "doc", note="the text says empty; empty string or absent is not said")
    return chosen("") if not nested else {"absent": True, "standing": "chosen"}


def has_token(version):
    """Whether a list has pages: a token in its answer that a request can give back."""
    if not version.parameter("list", "nextToken"):
        return False
    return any(name.split(".")[-1].lower().replace("_", "") == "nexttoken"
               for name, _ in version.operations["list"]["answer"])


def changes(version):
    answers = {kind: changed(version.operations[kind]) for kind in ("tag", "untag") if kind in version.operations}
    if len(answers) == 2 and answers["tag"] != answers["untag"]:
        return answers
    return next(iter(answers.values()))
