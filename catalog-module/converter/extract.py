#!/usr/bin/env python3
"""Makes facts/ from a catalogue of Alibaba Cloud's API metadata.

    extract.py CATALOGUE

CATALOGUE is a directory with products.tsv, errors.tsv, products/*.json and first12.yaml. What is kept: names, limits,
codes, messages and samples. The sentences of descriptions are read for the limits that they state, and left behind.
"""

import csv
import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).parent
REGION = re.compile(r"(cn|ap|us|eu|me|na)-[a-z0-9-]+")
OPERATIONS = ("list", "tag", "untag")


def host_patterns(endpoints, *further):
    """The host names of a product, a region in them written as <region>."""
    names = []
    for host in [*(endpoints or {}).values(), *further]:
        for name in re.split(r"[\s;|]+", host.strip().lower()):
            if not name or "test" in name:
                continue
            labels = ["<region>" if REGION.fullmatch(label) else label for label in name.split(".")]
            pattern = ".".join(labels)
            if pattern not in names:
                names.append(pattern)
    return sorted(names, key=lambda name: "<region>" not in name)


def text_rule(text):
    """The limits that a sentence about a tag key or value states, or an empty rule if it states none."""
    rule = {}
    found = re.search(r"(?:up to|must be 1 to|exceed|at most) \**(\d+)\** characters|1 to (\d+) characters", text)
    if not found:
        found = re.search(r"支持(\d+)个字符", text)
    if found:
        rule["max"] = int(next(group for group in found.groups() if group))
    denied = text if re.search(r"cannot|不能", text) else ""
    prefixes = [p for p in ("aliyun", "acs:") if p in denied]
    parts = [p for p in ("http://", "https://") if p in denied]
    if prefixes:
        rule["forbidden-prefixes"] = prefixes
    if parts:
        rule["forbidden-parts"] = parts
    if re.search(r"cannot be (?:null or )?an empty string", text):
        rule["min"] = 1
    return rule if "max" in rule else {}


def first_twelve_rules(path):
    """Key and value rules of the products whose member descriptions the catalogue holds."""
    rules, product = {}, None
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("product: "):
            product = line.split(": ", 1)[1].strip()
        found = re.match(r"tag(Key|Value)Rule_en_us: (\".*\")", line)
        if found and text_rule(json.loads(found[2])):
            rules.setdefault(product, {})[found[1].lower()] = text_rule(json.loads(found[2]))
    return rules


def description(parameter):
    return parameter.get("desc") or parameter.get("descSdk") or ""


def texts(actions):
    """Key and value rules, as far as the descriptions of Tag and TagKey state any."""
    rules = {}
    for action in actions.values():
        for parameter in action["params"] if action else []:
            role, text = parameter.get("role"), description(parameter)
            if role == "tagKeys" and "key" not in rules and text_rule(text):
                rules["key"] = text_rule(text)
            both = role == "tags" and re.search(r"tag keys? (?:or|and) tag value|\*\*value\*\*", text, re.I)
            if both and text_rule(text):
                rules.setdefault("key", text_rule(text))
                rules.setdefault("value", text_rule(text))
    return rules


def list_limit(actions, role):
    """The most members that the metadata lets a list have, by operation."""
    limits = {}
    for operation in OPERATIONS:
        for parameter in (actions.get(operation) or {"params": []})["params"]:
            if parameter.get("role") != role:
                continue
            found = re.search(
                r"(?:up to|maximum of|at most|number of list elements:|1 to|1\*\* to) \**(\d+)\**(?! characters)",
                description(parameter))
            raw = parameter.get("maxItemsMeta")
            if found and int(found[1]) in (10, 20, 50):
                limits[operation] = int(found[1])
            elif raw and raw % 10 == 1 and raw > 1:
                limits[operation] = raw - 1
            elif raw and raw <= 50 and raw > 1:
                limits[operation] = raw
    return limits


def operation(action):
    if not action:
        return None
    samples = action.get("samples") or {}
    kept = {
        "name": action["name"],
        "methods": sorted(action["methods"]),
        "path": action["path"],
        "parameters": [
            [p["name"], p.get("role") or "other", p.get("in") or "unknown", p.get("encoding") or "", p["shape"],
             "required" if p["required"] else "optional"]
            for p in action["params"] if p.get("role") != "owner"],
        "answer": [list(field) for field in action["responseFields"]],
    }
    if samples.get("json"):
        kept["json"] = compact_json(samples["json"])
    if samples.get("xml") and action["name"].startswith("List"):
        kept["xml"] = re.sub(r">\s+", ">", re.sub(r"\s+<", "<", samples["xml"].strip()))
    return kept


def compact_json(text):
    try:
        return json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":"))
    except ValueError:
        return re.sub(r"\s*\n\s*", "", text)


def terraform_types(row):
    """The types that Terraform's provider sends; names of its own constants are none."""
    return [t for t in row["tf_resource_types"].split() if not re.match(r"TagResource[A-Z]", t)]


def facts(row, product, first_twelve):
    actions = product["actions"]
    rules = texts(actions) | first_twelve.get(product["product"], {})
    sources = [s.strip() for s in row["sources"].split(";")]
    return {
        "product": product["product"],
        "version": product["version"],
        "style": "roa" if product["style"] in ("ROA", "FC") else "rpc",
        "metadata": any("acs-metadata" in s or "acs-sdk-php" in s for s in sources),
        "hosts": host_patterns(product["endpoints"], row["endpoint_sdk_fallback"], row["global_endpoint_cli_meta"]),
        "location": row["location_service_code"],
        "format": row["default_format_doc"],
        "formatSource": row["default_format_source"],
        "types": product["resourceTypes"],
        "typesInSamples": product["resourceTypeInResponses"],
        "typesOfTerraform": terraform_types(row),
        "rows": product["rowsPath"],
        "end": product["endToken"]["class"],
        "page": {k: int(product["pageSize"][k]) for k in ("default", "max") if product["pageSize"].get(k)},
        "ids": list_limit(actions, "ids") | ({"doc": int(row["ids_max_doc"])} if row["ids_max_doc"].isdigit() else {}),
        "tags": list_limit(actions, "tags") | ({"doc": int(row["tags_max_doc"])} if row["tags_max_doc"].isdigit() else {}),
        "keys": list_limit(actions, "tagKeys"),
        "key": rules.get("key", {}),
        "value": rules.get("value", {}),
        "operations": {k: operation(actions.get(k)) for k in OPERATIONS if actions.get(k)},
        "sources": [s for s in sources if not s.startswith("aliyun/terraform")],
    }


def errors(catalogue):
    """One row for each different error of a product, with the operations that have it."""
    rows = {}
    with (catalogue / "errors.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            key = tuple(row[name].strip() for name in ("product", "version", "http", "code", "message"))
            kind = {"L": "list", "T": "tag", "U": "untag"}[row["action"][0]]
            rows.setdefault(key, set()).add(kind)
    for (product, version, http, code, message), kinds in rows.items():
        kinds = " ".join(kind for kind in OPERATIONS if kind in kinds)
        yield [product, version, kinds, http, code, re.sub(r"\s+", " ", message)]


def main(catalogue):
    target = HERE / "facts"
    first_twelve = first_twelve_rules(catalogue / "first12.yaml")
    with (catalogue / "products.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    for old in target.glob("*.json"):
        old.unlink()
    for row in rows:
        product = json.loads((catalogue / "products" / f"{row['key']}.json").read_text(encoding="utf-8"))
        text = json.dumps(facts(row, product, first_twelve), ensure_ascii=False, indent=1)
        text = re.sub(r"\[\n\s+((?:\"[^\"]*\",?\n\s+)+)\]", lambda m: "[" + re.sub(r"\n\s+", " ", m[1]).strip() + "]", text)
        name = f"{product['product']}-{product['version']}.json"
        (target / name).write_text(text + "\n", encoding="utf-8")
    with (target / "errors.tsv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
        writer.writerow(["product", "version", "operations", "status", "code", "message"])
        writer.writerows(errors(catalogue))
    print(f"{len(rows)} product versions")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
