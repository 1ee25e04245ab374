"""Prints the tags of an IPAM: an application with the official SDK, which knows of the gateway only its endpoint."""

import os

from alibabacloud_tea_openapi.models import Config
from alibabacloud_vpcipam20230228.client import Client
from alibabacloud_vpcipam20230228.models import ListTagResourcesRequest

config = Config(
    access_key_id=os.environ["ALIBABA_CLOUD_ACCESS_KEY_ID"],
    access_key_secret=os.environ["ALIBABA_CLOUD_ACCESS_KEY_SECRET"],
    region_id="cn-hangzhou",
)
config.endpoint = os.environ["VPCIPAM_ENDPOINT"]
config.protocol = os.environ.get("VPCIPAM_PROTOCOL", "HTTPS")
config.ca = os.environ.get("VPCIPAM_CA")

request = ListTagResourcesRequest(
    region_id="cn-hangzhou", resource_type="IPAM", resource_id=["ipam-uq5dcfc2eqhpf4"]
)
for row in Client(config).list_tag_resources(request).body.tag_resources:
    print(f"{row.resource_id} {row.tag_key}={row.tag_value}")
