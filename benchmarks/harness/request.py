"""The requests that are measured."""

import http.client
import urllib.parse

HOST = "vpcipam.cn-hangzhou.aliyuncs.com"
VERSION = "2023-02-28"
ACTION = "ListTagResources"
COMMON = {"RegionId": "cn-hangzhou", "ResourceType": "IPAM"}
DEMO_ID = {"ResourceId.1": "ipam-uq5dcfc2eqhpf4"}
TWO_FILTERS = {
    "Tag.1.Key": "env",
    "Tag.1.Value": "env-1",
    "Tag.2.Key": "billing",
    "Tag.2.Value": "billing-1",
    "MaxResults": "10",
}
NEVER_MEET = {
    "Tag.1.Key": "half",
    "Tag.1.Value": "even",
    "Tag.2.Key": "rare",
    "Tag.2.Value": "yes",
    "MaxResults": "10",
}


def query(parameters, output):
    """A query string; its keys are sorted, as signatures want them."""
    every = {**COMMON, **parameters, "Format": output}
    return "&".join(
        f"{urllib.parse.quote(key, safe='-_.~')}={urllib.parse.quote(every[key], safe='-_.~')}"
        for key in sorted(every)
    )


def path(parameters, output):
    named = f"Action={ACTION}&Version={VERSION}&AccessKeyId=testid&"
    return "/?" + named + query(parameters, output)


def get(port, target, headers):
    """Status, headers in lower case, and body of one request."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", target, headers=headers)
        answer = connection.getresponse()
        body = answer.read()
        return answer.status, {k.lower(): v for k, v in answer.getheaders()}, body
    finally:
        connection.close()
