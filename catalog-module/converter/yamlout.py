"""Writes product files as YAML: block style, short mappings and lists in flow style. Only what product files need."""

import json
import re

WIDTH = 118
PLAIN = re.compile(r"([A-Za-z_]|<region>)[A-Za-z0-9_./<>-]*( [A-Za-z0-9_./<>()=-]+)*")
OTHER_TYPES = re.compile(r"(?i)(true|false|null|yes|no|on|off|y|n|~)")


def scalar(value):
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if PLAIN.fullmatch(value) and not OTHER_TYPES.fullmatch(value):
        return value
    return json.dumps(value, ensure_ascii=False)


def flow(value):
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(k)}: {flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    return scalar(value)


def depth(value):
    if isinstance(value, dict):
        return 1 + max((depth(v) for v in value.values()), default=0)
    if isinstance(value, list):
        return max((depth(v) for v in value), default=0)
    return 0


def is_short(value, room):
    return not isinstance(value, (dict, list)) or not value or (depth(value) <= 1 and len(flow(value)) <= room)


def wrapped(items, indent):
    """A list of scalars in flow style over several lines."""
    lines, line = [], ""
    for index, item in enumerate(items):
        text = flow(item) + ("," if index < len(items) - 1 else "")
        if line and len(indent) + len(line) + len(text) > WIDTH - 2:
            lines.append(line.rstrip())
            line = ""
        line += text + " "
    lines.append(line.rstrip())
    return "[\n" + "\n".join(indent + line for line in lines) + "]"


def block(value, indent=""):
    """The lines of a mapping or a list, each ending in a line break."""
    out = []
    inner = indent + "  "
    if isinstance(value, dict):
        for key, item in value.items():
            head = f"{indent}{scalar(key)}:"
            if is_short(item, WIDTH - len(head)):
                out.append(f"{head} {flow(item)}\n")
            elif isinstance(item, list) and depth(item) == 0:
                out.append(f"{head} {wrapped(item, inner)}\n")
            else:
                out.append(f"{head}\n{block(item, inner)}")
    else:
        for item in value:
            if is_short(item, WIDTH - len(indent) - 2):
                out.append(f"{indent}- {flow(item)}\n")
            else:
                text = block(item, inner)
                out.append(f"{indent}- {text[len(inner):]}")
    return "".join(out)


def document(head, value):
    return "".join(f"# {line}\n" for line in head) + block(value)
