"""The fields of a product's answers, in the order of its samples."""

import json
import re

from values import chosen

MEANINGS = {
    "requestid": "request-id", "tequestid": "request-id", "nexttoken": "next-token", "maxresults": "page-size",
    "pagesize": "page-size", "totalcount": "total-count", "xtotalcount": "total-count", "istruncated": "is-truncated",
    "traceid": "trace-id",
}
ROW_MEANINGS = {
    "resourceid": "resource-id", "resourcename": "resource-id", "resourcetype": "type", "tagkey": "key",
    "tagvalue": "value", "regionno": "region", "aliuid": "account", "category": "category",
}
BARE = {"RequestId", "NextToken", "ResourceId", "ResourceType", "TagKey", "TagValue"}
SUCCESS_CODES = {"OK", "200", 200}
SUCCESS_MESSAGES = {"OK", "success", "Success", "operation success.", "请求处理成功"}


def plain(name):
    return re.sub(r"[^a-z]", "", name.lower())


def constant(name, kind, sample):
    """What a field says in every answer that is no error."""
    key = plain(name)
    known = sample if sample not in (None, "") else None
    if key in ("success", "result") or (key == "data" and kind == "boolean"):
        return "true" if kind == "string" else True
    if key == "httpstatuscode":
        return 200
    if key in ("code", "errorcode"):
        if known in SUCCESS_CODES or (known is not None and re.fullmatch(r"[a-z]+-\d+-000", str(known))):
            return known
        if key == "errorcode" and kind == "string":
            return chosen("")
        return chosen(200 if kind in ("integer", "int32") else "200")
    if key == "message":
        return known if known in SUCCESS_MESSAGES else chosen("")
    if key == "data":
        return known if known is not None else chosen("true")
    if key == "accessdenieddetail":
        return known if known is not None else chosen("{}")
    if key == "totalcount":
        return 0
    if key in ("errcode", "errmessage", "dynamiccode", "dynamicmessage"):
        return chosen("")
    if key == "propagate":
        return False
    if key == "scope":
        return known if known is not None else chosen("public")
    raise ValueError(f"no decision for the field {name}")


def row_field(name, kind, sample):
    if name in BARE:
        return name
    meaning = ROW_MEANINGS.get(plain(name))
    if plain(name) == "instanceid":
        return {"field": name, "is": "parameter", "parameter": name}
    if meaning:
        number = meaning == "account" and kind in ("integer", "long", "int64")
        return {"field": name, "is": "account-number" if number else meaning}
    return {"field": name, "value": constant(name, kind, sample)}


def field(name, kind, sample, is_list):
    if name in BARE:
        return name
    meaning = MEANINGS.get(plain(name))
    if plain(name) in ("tagreponseid", "tagresponseid"):
        return {"field": name, "is": "request-id", "standing": "chosen"}
    if meaning and (is_list or meaning in ("request-id", "trace-id")):
        return {"field": name, "is": meaning}
    return {"field": name, "value": constant(name, kind, sample)}


def ordered(names, sample):
    """The names in the order of the sample, those that it lacks at the end."""
    known = [name for name in sample if name in names] if isinstance(sample, dict) else []
    return known + [name for name in names if name not in known]


def fields(schema, rows_path, sample, prefix="", is_list=True):
    """The fields below a prefix of the schema, which maps paths to types."""
    names = []
    for path in schema:
        if path.startswith(prefix):
            name = re.split(r"[.\[]", path[len(prefix):])[0]
            if name and name not in names:
                names.append(name)
    result = []
    for name in ordered(names, sample):
        path = prefix + name
        inner = sample.get(name) if isinstance(sample, dict) else None
        if holds_only_rows(schema, rows_path, path):
            result.append(rows(schema, rows_path, path, name, inner))
        elif any(other.startswith(path + ".") for other in schema):
            result.append({"object": name, "fields": fields(schema, rows_path, inner, path + ".", is_list)})
        else:
            result.append(field(name, schema.get(path, "string"), inner, is_list))
    return result


def holds_only_rows(schema, rows_path, path):
    """Whether a field is the list of rows, or an object with nothing else in it."""
    if not rows_path or not rows_path.startswith(path):
        return False
    rest = rows_path[len(path):]
    children = {re.split(r"[.\[]", other[len(path) + 1:])[0] for other in schema if other.startswith(path + ".")}
    return rest == "[]" or (re.fullmatch(r"\.\w+\[\]", rest) is not None and children == {rest[1:-2]})


def rows(schema, rows_path, path, name, sample):
    entry = {"rows": name}
    if rows_path != path + "[]":
        item = rows_path[len(path) + 1:-2]
        entry["item"] = item
        sample = sample.get(item) if isinstance(sample, dict) else None
    first = sample[0] if isinstance(sample, list) and sample else {}
    below = rows_path + "."
    names = [other[len(below):] for other in schema if other.startswith(below)]
    entry["fields"] = [row_field(n, schema[below + n], first.get(n)) for n in ordered(names, first)]
    return entry


def parsed(text):
    try:
        return json.loads(text) if text else {}
    except ValueError:
        return {}


def in_order(listed, names):
    """The same fields in the order in which names name them; those that it does not name at the end."""
    def position(entry):
        name = entry if isinstance(entry, str) else entry.get("field") or entry.get("rows") or entry.get("object")
        return names.index(name) if name in names else len(names)
    return sorted(listed, key=position)


def xml_fields(json_fields, xml):
    """The order of the XML sample, or None where it is that of JSON or the sample is not to be trusted.

    Half of the samples show the fields of a nested row straight inside TagResources; those look generated from JSON."""
    entry = next((f for f in json_fields if isinstance(f, dict) and "rows" in f), None)
    if not xml or entry is None or ("item" in entry and f"<{entry['item']}>" not in xml):
        return None
    opened, level, top, inside = re.findall(r"<(/?)([\w-]+)[^>]*?(/?)>", xml), 0, [], []
    row_level = 3 if "item" in entry else 2
    for close, name, empty in opened:
        if close:
            level -= 1
            continue
        if level == 1 and name not in top:
            top.append(name)
        if level == row_level and name not in inside:
            inside.append(name)
        level += 0 if empty else 1
    result = in_order(json_fields, top)
    result = [f | {"fields": in_order(f["fields"], inside)} if f is entry else f for f in result]
    return None if result == json_fields else result


def answer(operation, rows_path):
    schema = dict(operation["answer"])
    listed = fields(schema, rows_path, parsed(operation.get("json")))
    xml = xml_fields(listed, operation.get("xml"))
    return {"json": listed} | ({"xml": xml} if xml else {})


def changed(operation):
    schema = dict(operation["answer"])
    return fields(schema, None, parsed(operation.get("json")), is_list=False)
