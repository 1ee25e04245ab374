"""What a product file says."""

from resource_types import case, undocumented_types
from trio import family
from values import chosen, fact
from versions import LOOP_ON_EMPTY

FORMAT_NAMES = {"JSON": "json", "XML": "xml"}


def content(version, name, errors, region_error, others, shares_version, shares_hosts):
    result = {
        "schema": 1,
        "product": version.code,
        "version": version.facts["version"],
        "name": name,
        "standing": "doc" if version.facts["metadata"] else "sdk",
        "source": "metadata" if version.facts["metadata"] else "sdk",
        "sources": sources(version),
        "style": version.facts["style"],
    }
    if shares_version:
        result["shares-version-with"] = shares_version
    if shares_hosts:
        result["shares-hosts-with"] = shares_hosts
    result["hosts"] = {"label": chosen(version.code.lower()), "names": version.facts["hosts"]}
    if version.facts["location"]:
        result["hosts"]["location"] = version.facts["location"]
    result["format"] = default_format(version)
    if not version.roa:
        result["methods"] = methods(version)
    result["region"] = region(version)
    if region_error:
        result["region-missing"] = region_error
    result["tags"] = [family(version, errors, others)]
    return result


def sources(version):
    every = version.facts["sources"]
    metadata = [s for s in every if "acs-metadata" in s or "acs-sdk-php" in s]
    sdk = [s for s in every if s not in metadata]
    result = {}
    if metadata:
        result["metadata"] = " ; ".join(metadata)
    if sdk:
        result["sdk"] = " ; ".join(sdk)
    if version.facts["format"]:
        result["format-page"] = version.facts["formatSource"]
    if undocumented_types(version) or case(version)[0] == "seen" or version.code in LOOP_ON_EMPTY:
        result["terraform"] = "aliyun/terraform-provider-alicloud@81c43b67"
    return result


def default_format(version):
    said = version.facts["format"]
    if not said or version.roa:
        return chosen("json")
    name = FORMAT_NAMES[said.split()[0]]
    note = None if said in FORMAT_NAMES else said
    return fact(name, "seen" if "quoted on" in said else "doc", "format-page", note)


def methods(version):
    said = {m for operation in version.operations.values() for m in operation["methods"]}
    if not version.facts["metadata"] or not said:
        return fact(["GET", "POST"], "chosen")
    return [m for m in ("GET", "POST") if m in said]


def region(version):
    uses = {}
    for kind in version.operations:
        parameter = version.parameter(kind, "region")
        if parameter is None:
            uses[kind] = "none"
        else:
            uses[kind] = "required" if parameter[4] else "optional"
    return uses if len(set(uses.values())) > 1 else next(iter(uses.values()))
