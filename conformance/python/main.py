"""Plays the scenarios of ../scenario.json over one route with every client, and prints what each saw as JSON lines."""

import json
import os
import socket
import sys
import urllib.request
from pathlib import Path

from clients import CLIENTS, GATEWAY_HTTP

ROUTE = sys.argv[1]
SOURCE = Path(__file__).parent.parent.joinpath("scenario.json").read_text(encoding="utf-8")
ACTIONS = {"tag": "TagResources", "untag": "UntagResources", "list": "ListTagResources"}
MOST_PAGES = 20


def map_hosts():
    """The hosts file of this process: every product host is the loopback address."""
    look_up = socket.getaddrinfo
    socket.getaddrinfo = lambda host, *rest, **named: look_up(
        "127.0.0.1" if host.endswith(".aliyuncs.com") else host, *rest, **named
    )


def faults(method, body=None):
    request = urllib.request.Request(
        f"http://{GATEWAY_HTTP}/_gateway/faults",
        method=method,
        data=body and json.dumps(body).encode(),
        headers={"Content-Type": "application/json"},
    )
    urllib.request.urlopen(request, timeout=10).close()


def list_all(send, end):
    """Lists page by page to the end that the product's dialect names."""
    rows, token = [], None
    for pages in range(1, MOST_PAGES + 1):
        page = send(token)
        rows += page["rows"]
        if page["token"] == end:
            return {"rows": rows, "pages": pages, "requestId": page["requestId"]}
        token = page["token"]
    raise RuntimeError(f"the list did not end after {MOST_PAGES} pages")


def play(client, product, step, credentials):
    call = {**step, **product, "action": ACTIONS[step["do"]]}
    call["type"] = step.get("type", product["type"])
    if product["product"] == "CloudAPI":
        call.pop("max", None)  # the page size is the gateway's, not the request's

    def send(token=None):
        return client.send({**call, "token": token}, credentials, ROUTE)

    if "fault" in step:
        match = {"product": product["product"]}
        faults("POST", {"match": match, "fault": {"type": "error", "code": step["fault"]}, "times": 0})
    try:
        return list_all(send, product["end"]) if step["do"] == "list" else send()
    except Exception as error:  # whatever the client makes of it is the observation
        return {"error": client.describe(error)}
    finally:
        if "fault" in step:
            faults("DELETE")


def main():
    if ROUTE == "tls":
        map_hosts()
    own = {"id": os.environ["ALIBABA_CLOUD_ACCESS_KEY_ID"], "secret": os.environ["ALIBABA_CLOUD_ACCESS_KEY_SECRET"]}
    for client in CLIENTS:
        label = "-".join(part for part in (client.name, client.mode, ROUTE) if part)
        plan = json.loads(SOURCE.replace("$", label))
        for code in client.products:
            product = {**plan["products"][code], "product": code}
            for scenario in plan["scenarios"]:
                if ROUTE not in scenario["routes"]:
                    continue
                credentials = plan["credentials"][scenario["credentials"]] if "credentials" in scenario else own
                steps = [play(client, product, step, credentials) for step in scenario["steps"]]
                seen = {
                    "language": "Python",
                    "client": client.name,
                    "mode": client.mode,
                    "version": client.version,
                    "product": code,
                    "route": ROUTE,
                    "label": label,
                    "scenario": scenario["name"],
                    "steps": steps,
                }
                print(json.dumps(seen), flush=True)


main()
