"""The resource types of a product version."""

import re

from values import chosen, fact


def documented_types(version):
    """The documented types, without those that differ only in case from an earlier one."""
    types = []
    for name in version.facts["types"]:
        if name.lower() not in (t.lower() for t in types):
            types.append(name)
    return types


def undocumented_types(version):
    known = {t.lower() for t in version.facts["types"]}
    return [t for t in version.facts["typesOfTerraform"] if t.lower() not in known]


def case(version):
    """The standing of "case ignored": seen where Terraform sends a documented type in another case."""
    known = {t.lower(): t for t in version.facts["types"]}
    other = [t for t in version.facts["typesOfTerraform"] if t.lower() in known and t not in version.facts["types"]]
    return ("seen", "terraform") if other else ("chosen", None)


def types(version):
    documented = documented_types(version)
    answered = spelled_in_answers(version, documented)
    further = [t for t in version.facts["typesInSamples"] if is_further(t, documented)] if documented else []
    names = list(documented)
    names += [fact(t, "doc", note="from a sample") for t in further]
    names += [fact(t, "seen", "terraform") for t in undocumented_types(version)]
    if not documented and answered:
        names.append(chosen(next(iter(answered))))
    standing, source = case(version)
    result = {"names": names, "case": fact("ignored", standing, source)}
    if not documented or undocumented_types(version) or further:
        result["open"] = True
    if answered:
        result["answered"] = answered
    default = default_type(version, names)
    if default:
        result["default"] = default
    return result


def is_further(sample, documented):
    return not sample.startswith("ALIYUN::") and sample.lower() not in (t.lower() for t in documented)


def spelled_in_answers(version, documented):
    """Types that rows spell otherwise, from the samples; for the other types of the same form it is chosen."""
    sample = sample_type(version)
    if not sample:
        return {}
    found = re.fullmatch(r"(ALIYUN::\w+::)(\w+)", sample)
    if not found:
        return {t: sample for t in documented if t.lower() == sample.lower() and t != sample}
    if not documented:
        return {found[2]: sample}
    if len(documented) == 1 and documented[0] != sample and not documented[0].startswith("ALIYUN::"):
        return {documented[0]: sample}
    result = {}
    for name in documented:
        if not name.startswith("ALIYUN::"):
            spelled = found[1] + name.upper()
            result[name] = spelled if spelled == sample else chosen(spelled)
    return result if any(spelled == sample for spelled in result.values()) else {}


def sample_type(version):
    found = re.search(r'"[Rr]esource_?[Tt]ype":"([^"\\]*)', version.operations["list"].get("json") or "")
    return found[1].strip() if found else None


def default_type(version, names):
    """The type of a call that names none, where ResourceType may be left out or does not exist."""
    if not names:
        return None
    known = version.first("resourceType")
    if known and known[1] == "unknown":
        return None
    for kind in version.operations:
        parameter = version.parameter(kind, "resourceType")
        if parameter is None and not body_unknown(version, kind):
            return plain(names[0])
        if parameter and not parameter[4] and parameter[1] != "body":
            return plain(names[0])
    return None


def body_unknown(version, kind):
    return any(p[2] == "body" for p in version.operations[kind]["parameters"])


def plain(value):
    return value["value"] if isinstance(value, dict) else value
