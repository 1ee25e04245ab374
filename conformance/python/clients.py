"""One adapter for each official client: how it is pointed here, how it calls, what it makes of an error."""

import json
import os
from dataclasses import dataclass
from importlib.metadata import version
from typing import Callable

from alibabacloud_cloudapi20160714 import models as cloudapi_models
from alibabacloud_cloudapi20160714.client import Client as CloudApiClient
from alibabacloud_tea_openapi.client import Client as OpenApiClient
from alibabacloud_tea_openapi.utils_models import Config, OpenApiRequest, Params
from alibabacloud_vpcipam20230228 import models as vpcipam_models
from alibabacloud_vpcipam20230228.client import Client as VpcIpamClient
from aliyunsdkcore.auth.credentials import StsTokenCredential
from aliyunsdkcore.client import AcsClient
from aliyunsdkcore.request import CommonRequest
from darabonba.runtime import RuntimeOptions

GATEWAY_HTTP = os.environ["GATEWAY_HTTP"]
HTTPS_PORT = os.environ.get("GATEWAY_HTTPS_PORT", "")
PATIENCE = 30_000  # ms, above the clients' own: a busy machine is no finding
CA = os.environ.get("GATEWAY_CA", "")


def tea_config(call, credentials, route):
    config = Config(
        access_key_id=credentials["id"],
        access_key_secret=credentials["secret"],
        security_token=credentials.get("token"),
        region_id=call["region"],
        connect_timeout=PATIENCE,
        read_timeout=PATIENCE,
    )
    if route == "direct":
        # doc: python-endpoint
        config.endpoint = GATEWAY_HTTP  # 127.0.0.1:8080
        config.protocol = "HTTP"
        # end
    elif route == "proxy":
        config.protocol = "HTTP"
    elif route == "tls":
        config.endpoint = f"{call['host']}:{HTTPS_PORT}"
    if route in ("tls", "connect"):
        # doc: python-ca
        config.ca = CA  # ca.pem
        # end
    return config


def typed(client_class, models):
    def send(call, credentials, route):
        client = client_class(tea_config(call, credentials, route))
        request = getattr(models, f"{call['action']}Request")()
        tag = getattr(models, f"{call['action']}RequestTag", None)
        fields = {
            "region_id": call["region"],
            "resource_type": call["type"],
            "resource_id": call.get("ids"),
            "tag": [tag(key=t[0], value=t[1] if len(t) > 1 else None) for t in call.get("tags", [])] or None,
            "tag_key": call.get("keys"),
            "all": call.get("all"),
            "max_results": call.get("max"),
            "next_token": call.get("token"),
        }
        for name, value in fields.items():
            if hasattr(request, name):
                setattr(request, name, value)
        method = {"TagResources": "tag", "UntagResources": "untag", "ListTagResources": "list_tag"}[call["action"]]
        body = getattr(client, f"{method}_resources")(request).body
        if not hasattr(body, "tag_resources"):
            return {"requestId": body.request_id}
        found = body.tag_resources
        rows = found if call["product"] == "VpcIpam" else found.tag_resource
        return {
            "requestId": body.request_id,
            "token": body.next_token,
            "rows": [[r.tag_key, r.tag_value, r.resource_id, r.resource_type] for r in rows or []],
        }

    return send


def wire(call):
    """The parameters as the wire names them; absent ones are left out."""
    query = {
        "RegionId": call["region"],
        "ResourceType": call["type"],
        "MaxResults": call.get("max"),
        "NextToken": call.get("token"),
        "All": "true" if call.get("all") else None,
    }
    for n, resource_id in enumerate(call.get("ids", []), 1):
        query[f"ResourceId.{n}"] = resource_id
    for n, key in enumerate(call.get("keys", []), 1):
        query[f"TagKey.{n}"] = key
    for n, tag in enumerate(call.get("tags", []), 1):
        query[f"Tag.{n}.Key"] = tag[0]
        query[f"Tag.{n}.Value"] = tag[1] if len(tag) > 1 else None
    return {name: str(value) for name, value in query.items() if value is not None}


def untyped(call, body):
    """The rows of an untyped answer, read by the product's own envelope and no other."""
    answer = {"requestId": body.get("RequestId"), "token": body.get("NextToken")}
    if call["action"] == "ListTagResources":
        found = body["TagResources"]
        rows = found if call["product"] == "VpcIpam" else found["TagResource"]
        answer["rows"] = [[r["TagKey"], r["TagValue"], r["ResourceId"], r["ResourceType"]] for r in rows]
    return answer


def generic(signature_algorithm):
    def send(call, credentials, route):
        config = tea_config(call, credentials, route)
        config.signature_algorithm = signature_algorithm
        config.endpoint = config.endpoint or call["host"]
        params = Params(
            action=call["action"],
            version=call["version"],
            protocol="HTTPS",
            pathname="/",
            method="POST",
            auth_type="AK",
            style="RPC",
            req_body_type="formData",
            body_type="json",
        )
        answer = OpenApiClient(config).call_api(params, OpenApiRequest(query=wire(call)), RuntimeOptions())
        return untyped(call, answer["body"])

    return send


def tea_error(error):
    return {
        "type": type(error).__name__,
        "code": getattr(error, "code", None),
        "message": getattr(error, "message", None) or str(error),
        "requestId": getattr(error, "request_id", None),
        "status": getattr(error, "status_code", None),
    }


def core(method):
    def send(call, credentials, route):
        who = {"ak": credentials["id"], "secret": credentials["secret"]}
        if "token" in credentials:  # with ak beside it the credential would not be used
            who = {"credential": StsTokenCredential(credentials["id"], credentials["secret"], credentials["token"])}
        host, port = GATEWAY_HTTP.split(":")
        request = CommonRequest()
        if route == "direct":
            # doc: python-core-endpoint
            client = AcsClient(**who, region_id=call["region"], port=int(port))  # 8080
            request.set_domain(host)  # 127.0.0.1
            request.set_protocol_type("http")
            # end
        else:
            port = int(HTTPS_PORT) if route == "tls" else 443 if route == "connect" else 80
            client = AcsClient(**who, region_id=call["region"], port=port)
            request.set_domain(call["host"])
            request.set_protocol_type("http" if route == "proxy" else "https")
        request.set_version(call["version"])
        request.set_action_name(call["action"])
        request.set_method(method)
        add = request.add_query_param if method == "GET" else request.add_body_params
        for name, value in wire(call).items():
            add(name, value)
        return untyped(call, json.loads(client.do_action_with_exception(request)))

    return send


def core_error(error):
    return {
        "type": type(error).__name__,
        "code": getattr(error, "error_code", None),
        "message": getattr(error, "message", None) or str(error),
        "requestId": getattr(error, "request_id", None),
        "status": getattr(error, "http_status", None),
    }


@dataclass(frozen=True)
class Official:
    name: str
    mode: str | None
    products: tuple
    send: Callable
    describe: Callable

    @property
    def version(self):
        return version(self.name)


BOTH = ("VpcIpam", "CloudAPI")
CLIENTS = [
    Official("alibabacloud-vpcipam20230228", None, ("VpcIpam",), typed(VpcIpamClient, vpcipam_models), tea_error),
    Official("alibabacloud-cloudapi20160714", None, ("CloudAPI",), typed(CloudApiClient, cloudapi_models), tea_error),
    Official("alibabacloud-tea-openapi", None, BOTH, generic(None), tea_error),
    Official("alibabacloud-tea-openapi", "v2", BOTH, generic("v2"), tea_error),
    Official("aliyun-python-sdk-core", "GET", BOTH, core("GET"), core_error),
    Official("aliyun-python-sdk-core", "POST", BOTH, core("POST"), core_error),
]
