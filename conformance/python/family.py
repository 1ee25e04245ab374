"""Plays the plan that ../check/family.py makes of every product file, and prints what each client saw as JSON lines.

Two clients play: the generic one plays every product, and the typed SDK of a product where it is installed. Where it is, its model
also has to read what the generic client got.
"""

import importlib
import importlib.util
import inspect
import json
import os
import re
import sys
from importlib.metadata import version
from pathlib import Path

from alibabacloud_tea_openapi.client import Client as OpenApiClient
from alibabacloud_tea_openapi.utils import Utils
from alibabacloud_tea_openapi.utils_models import Config, OpenApiRequest, Params
from darabonba.runtime import RuntimeOptions

from clients import PATIENCE, tea_error

GENERIC = "alibabacloud-tea-openapi"
MOST_PAGES = 20


def config(product):
    return Config(
        access_key_id=os.environ["ALIBABA_CLOUD_ACCESS_KEY_ID"],
        access_key_secret=os.environ["ALIBABA_CLOUD_ACCESS_KEY_SECRET"],
        endpoint=product["host"],
        protocol="HTTP",
        connect_timeout=PATIENCE,
        read_timeout=PATIENCE,
    )


def package(product):
    return f"alibabacloud_{product['code'].lower().replace('-', '_')}{product['version'].replace('-', '')}"


def modules(product):
    """The client and the models of a product's own SDK, if it is installed."""
    name = package(product)
    if importlib.util.find_spec(name) is None:
        return None
    return importlib.import_module(f"{name}.client").Client, importlib.import_module(f"{name}.models")


def text(value, encoding):
    return ",".join(value) if encoding == "comma" else json.dumps(value, ensure_ascii=False)


def generic(product, step, parameters):
    if step.get("in") == "body":
        request = OpenApiRequest(body=parameters)
    else:
        encoded = {name: text(parameters[name], how) for name, how in step["encoded"].items()}
        written = Utils.query({**parameters, **encoded})
        request = OpenApiRequest(body=written) if step.get("in") == "form" else OpenApiRequest(query=written)
    request.headers = {}
    params = Params(
        action=step["action"],
        version=product["version"],
        protocol="HTTP",
        pathname=step.get("path", "/"),
        method=step.get("method", "POST"),
        auth_type="AK",
        style=product["style"].upper(),
        req_body_type="json" if step.get("in") == "body" else "formData",
        body_type="json",
    )
    return OpenApiClient(config(product)).call_api(params, request, RuntimeOptions())["body"]


def typed(client_class, models):
    def send(product, step, parameters):
        request = getattr(models, f"{step['action']}Request")
        taken = inspect.signature(request.__init__).parameters
        # A list that the SDK leaves to its user to write is a text there.
        texts = {
            name: text(parameters[name], how)
            for name, how in step["encoded"].items()
            if taken[snake(name)].annotation == "str"
        }
        request = request().from_map({**parameters, **texts})
        return getattr(client_class(config(product)), snake(step["action"]))(request).body.to_map()

    return send


def snake(name):
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


def read_by(models):
    """The answer of a list as the SDK's own model reads it; without one, as it is."""
    return lambda step, body: getattr(models, f"{step['action']}ResponseBody")().from_map(body).to_map()


def at(body, path):
    for name in path:
        body = body.get(name) if isinstance(body, dict) else None
    return body


def play(send, product, step, read=None):
    parameters, pages = dict(step["parameters"]), []
    try:
        while len(pages) < MOST_PAGES:
            body = send(product, step, parameters)
            pages.append(read(step, body) if read and "rows" in step else body)
            token = at(body, step["pages"]["path"]) if "pages" in step else None
            if "pages" not in step or token == step["pages"]["end"]:
                return {"pages": pages}
            parameters[step["pages"]["parameter"]] = token
        return {"error": {"code": None, "message": f"no end after {MOST_PAGES} pages"}}
    except Exception as error:  # whatever the client makes of it is the observation
        return {"error": tea_error(error)}


def run(label, client, product, send, read=None):
    product = json.loads(json.dumps(product).replace("$", label))
    for scenario in product["scenarios"]:
        steps = [play(send, product, step, read) for step in scenario["steps"]]
        seen = {"language": "Python", "client": client, "version": version(client), "label": label, "steps": steps}
        seen |= {"product": product["code"], "productVersion": product["version"], "list": product["list"]}
        print(json.dumps({**seen, "scenario": scenario["name"], "read": read is not None}), flush=True)


def main():
    for product in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")):
        own = modules(product)
        run("python", GENERIC, product, generic, read_by(own[1]) if own else None)
        if own:
            run("pythontyped", package(product).replace("_", "-"), product, typed(*own))


main()
