"""Ready settings for the official SDKs. Each is imported only when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tagging_gateway._errors import GatewayError

if TYPE_CHECKING:
    from tagging_gateway._account import Account


def tea_config(account: Account) -> Any:
    """A ``Config`` of ``alibabacloud_tea_openapi``, which every typed client of that family takes."""
    try:
        from alibabacloud_tea_openapi.models import Config
    except ImportError as missing:
        raise GatewayError("tea_config() needs alibabacloud-tea-openapi, which every typed client brings") from missing
    key = account.credentials
    config = Config(access_key_id=key.access_key_id, access_key_secret=key.access_key_secret, region_id=account.region)
    config.endpoint = account.endpoint
    config.protocol = "HTTP"
    return config


def acs_client(account: Account) -> Any:
    """An ``AcsClient`` of ``aliyun-python-sdk-core``, whose requests name their product, by ``set_product`` or type."""
    try:
        from aliyunsdkcore.client import AcsClient
    except ImportError as missing:
        raise GatewayError("acs_client() needs aliyun-python-sdk-core") from missing
    key = account.credentials
    host, port = account.endpoint.rsplit(":", 1)
    client = AcsClient(key.access_key_id, key.access_key_secret, account.region, port=int(port))
    for product in account.products():
        client.add_endpoint(account.region, product, host)
    return client
