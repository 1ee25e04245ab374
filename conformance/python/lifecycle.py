"""Plays ../lifecycle.json with the generic Python client, which prints what it got as JSON lines."""

import json
import os
import re
from pathlib import Path

from alibabacloud_tea_openapi.client import Client
from alibabacloud_tea_openapi.utils_models import Config, OpenApiRequest, Params
from darabonba.runtime import RuntimeOptions

text = (Path(__file__).resolve().parent.parent / "lifecycle.json").read_text(encoding="utf-8")
plan = json.loads(text.replace("$", "python"))
kept = {}


def fill(value):
    return re.sub(r"\{(\w+)\}", lambda name: str(kept.get(name[1], name[0])), value) if isinstance(value, str) else value


def find(body, path):
    for name in path.split("."):
        if isinstance(body, list):
            body = body[int(name)] if int(name) < len(body) else None
        else:
            body = (body or {}).get(name)
    return body


for index, step in enumerate(plan["steps"]):
    product = plan["products"][step["product"]]
    config = Config(
        access_key_id=os.environ["ALIBABA_CLOUD_ACCESS_KEY_ID"],
        access_key_secret=os.environ["ALIBABA_CLOUD_ACCESS_KEY_SECRET"],
        region_id=product["region"],
        endpoint=os.environ["GATEWAY_HTTP"],
        protocol="HTTP",
        read_timeout=30_000,
        connect_timeout=30_000,
    )
    params = Params(
        action=step["action"],
        version=product["version"],
        protocol="HTTP",
        pathname="/",
        method="POST",
        auth_type="AK",
        style="RPC",
        req_body_type="formData",
        body_type="json",
    )
    query = {"RegionId": product["region"], **{name: fill(value) for name, value in step.get("send", {}).items()}}
    seen = {"step": index, "action": step["action"]}
    try:
        body = Client(config).call_api(params, OpenApiRequest(query=query), RuntimeOptions())["body"]
        kept.update({name: find(body, path) for name, path in step.get("keep", {}).items()})
        seen["see"] = {path: find(body, path) for path in step.get("see", {})}
        seen["wanted"] = {path: fill(value) for path, value in step.get("see", {}).items()}
    except Exception as error:  # the clients have no common type of their own
        seen["fails"] = getattr(error, "code", None)
        if "fails" not in step:
            seen["message"] = str(error)
    print(json.dumps(seen))
