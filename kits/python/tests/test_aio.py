from __future__ import annotations

import asyncio

import pytest
import sdk
from alibabacloud_tea_openapi.exceptions import ClientException
from conftest import GROUPS

from tagging_gateway import AsyncTaggingGateway, Options, VerificationError


def test_coroutines_do_what_calls_do() -> None:
    async def run() -> None:
        async with AsyncTaggingGateway.start(Options(fixtures=[GROUPS])) as gateway:
            client = sdk.ApiClient(gateway.tea_config())
            request = sdk.api.ListTagResourcesRequest(resource_type="apiGroup", resource_id=["orders"])
            await gateway.fail("CloudAPI", "Throttling.User")
            with pytest.raises(ClientException, match="Throttling"):
                await client.list_tag_resources_async(request)
            answer = await client.list_tag_resources_async(request)
            assert answer.body.tag_resources.tag_resource[0].tag_value == "shop"
            assert len(await gateway.requests(action="ListTagResources")) == 2
            await gateway.verify(2, product="CloudAPI")
            with pytest.raises(VerificationError):
                await gateway.verify(3)
            mine = await gateway.isolated()
            await mine.put("VpcIpam", "IPAM", "ipam-2", {"a": "b"})
            assert await mine.tags("VpcIpam", "IPAM", "ipam-2") == {"a": "b"}
            assert await gateway.tags("VpcIpam", "IPAM", "ipam-2") == {}
            await gateway.reset()
            assert await gateway.requests() == []

    asyncio.run(run())
