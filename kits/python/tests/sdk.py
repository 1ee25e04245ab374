"""Calls as an application makes them, by each of the official SDKs."""

from __future__ import annotations

import json
from typing import Any

from alibabacloud_cloudapi20160714 import models as api
from alibabacloud_cloudapi20160714.client import Client as ApiClient
from alibabacloud_vpcipam20230228 import models as ipam
from alibabacloud_vpcipam20230228.client import Client as IpamClient
from aliyunsdkcore.request import CommonRequest

from tagging_gateway import Account

__all__ = ["REGION", "ApiClient", "IpamClient", "api", "classic", "groups_with", "ipam", "ipam_tags", "tag_ipam"]

REGION = "cn-hangzhou"


def groups_with(account: Account, key: str) -> list[str]:
    """API groups that carry a tag, over all pages: the typed client of API Gateway."""
    client = ApiClient(account.tea_config())
    found: list[str] = []
    token = None
    while token != "-1":
        tags = [api.ListTagResourcesRequestTag(key=key)]
        request = api.ListTagResourcesRequest(resource_type="apiGroup", tag=tags, next_token=token)
        body = client.list_tag_resources(request).body
        found += [row.resource_id for row in body.tag_resources.tag_resource]
        token = body.next_token
    return found


def ipam_tags(account: Account, ipam_id: str) -> dict[str, str]:
    """The tags of an IPAM: the typed client of VPC IPAM."""
    client = IpamClient(account.tea_config())
    request = ipam.ListTagResourcesRequest(region_id=REGION, resource_type="IPAM", resource_id=[ipam_id])
    return {row.tag_key: row.tag_value for row in client.list_tag_resources(request).body.tag_resources}


def tag_ipam(account: Account, ipam_id: str, key: str, value: str) -> None:
    client = IpamClient(account.tea_config())
    tags = [ipam.TagResourcesRequestTag(key=key, value=value)]
    client.tag_resources(
        ipam.TagResourcesRequest(region_id=REGION, resource_type="IPAM", resource_id=[ipam_id], tag=tags)
    )


def classic(account: Account, product: str, version: str, **parameters: str) -> Any:
    """A list by the older core."""
    request = CommonRequest()
    request.set_product(product)
    request.set_version(version)
    request.set_action_name("ListTagResources")
    request.set_accept_format("json")
    request.add_query_param("RegionId", REGION)
    for name, value in parameters.items():
        request.add_query_param(name.replace("_", "."), value)
    return json.loads(account.acs_client().do_action_with_exception(request))
