from __future__ import annotations

import contextlib

import pytest
import sdk
from alibabacloud_tea_openapi.exceptions import ClientException
from aliyunsdkcore.acs_exception.exceptions import ServerException

from tagging_gateway import Account, Options, TaggingGateway, faults


def test_both_dialects_are_read_by_their_typed_clients(tagging_gateway: TaggingGateway) -> None:
    assert sdk.groups_with(tagging_gateway, "team") == ["orders", "payments", "search"]
    assert sdk.ipam_tags(tagging_gateway, "ipam-1") == {"team": "net"}


def test_the_older_core_reads_both_dialects(tagging_gateway: TaggingGateway) -> None:
    groups = sdk.classic(tagging_gateway, "CloudAPI", "2016-07-14", ResourceType="apiGroup", ResourceId_1="orders")
    assert groups["TagResources"]["TagResource"][0]["TagValue"] == "shop"
    ipams = sdk.classic(tagging_gateway, "VpcIpam", "2023-02-28", ResourceType="IPAM", ResourceId_1="ipam-1")
    assert ipams["TagResources"][0]["TagValue"] == "net"


def test_a_write_is_seen_in_the_state(tagging_gateway: TaggingGateway) -> None:
    sdk.tag_ipam(tagging_gateway, "ipam-1", "env", "prod")
    assert tagging_gateway.tags("VpcIpam", "IPAM", "ipam-1") == {"team": "net", "env": "prod"}


def test_what_is_put_is_listed(tagging_gateway: TaggingGateway) -> None:
    tagging_gateway.put("CloudAPI", "apiGroup", "orders", {"owner": "me"})
    assert sdk.groups_with(tagging_gateway, "owner") == ["orders"]
    assert "orders" not in sdk.groups_with(tagging_gateway, "team")


def test_throttling_is_told_in_both_dialects_and_by_both_generations(tagging_gateway: TaggingGateway) -> None:
    for product in ("CloudAPI", "VpcIpam"):
        tagging_gateway.fail(product, "Throttling.User", times=2)
    with pytest.raises(ClientException) as told:
        sdk.groups_with(tagging_gateway, "team")
    assert told.value.code == "Throttling.User"
    with pytest.raises(ClientException, match="Throttling"):
        sdk.ipam_tags(tagging_gateway, "ipam-1")
    with pytest.raises(ServerException) as older:
        sdk.classic(tagging_gateway, "VpcIpam", "2023-02-28", ResourceType="IPAM", ResourceId_1="ipam-1")
    assert older.value.get_error_code() == "Throttling.User"
    tagging_gateway.verify(2, product="VpcIpam", code="Throttling.User")
    tagging_gateway.verify(1, product="CloudAPI", code="Throttling.User")


def test_a_throttled_client_may_be_told_when_to_try_again(tagging_gateway: TaggingGateway) -> None:
    tagging_gateway.inject(faults.error("Throttling.User", retry_after=2.5), "VpcIpam")
    with pytest.raises(Exception, match="Throttling") as told:
        sdk.ipam_tags(tagging_gateway, "ipam-1")
    assert told.value.retry_after == 2500  # type: ignore[attr-defined]


def test_a_fault_may_skip_requests_and_strike_after_their_effect(tagging_gateway: TaggingGateway) -> None:
    fault = tagging_gateway.inject(faults.error("Throttling.Api"), "VpcIpam", action="TagResources", skip=1, after=True)
    sdk.tag_ipam(tagging_gateway, "ipam-1", "a", "1")
    with pytest.raises(ClientException, match="Throttling"):
        sdk.tag_ipam(tagging_gateway, "ipam-1", "b", "2")
    assert tagging_gateway.tags("VpcIpam", "IPAM", "ipam-1") == {"team": "net", "a": "1", "b": "2"}
    assert (fault.matched, fault.spoiled) == (2, 1)
    fault.remove()
    sdk.tag_ipam(tagging_gateway, "ipam-1", "c", "3")


@pytest.mark.parametrize(
    "fault",
    [
        faults.other_envelope(),
        faults.body("nope", status=500, content_type="text/plain"),
        faults.garbage(),
        faults.no_answer(),
        faults.dribble(0.05),
        faults.delay(0.01, 0.02),
    ],
    ids=lambda fault: fault["type"],
)
def test_every_fault_strikes_the_requests_whose_parameters_it_names(
    tagging_gateway: TaggingGateway, fault: faults.Fault
) -> None:
    injected = tagging_gateway.inject(fault, "VpcIpam", parameters={"ResourceId.1": "ipam-1"}, times=0)
    sdk.tag_ipam(tagging_gateway, "ipam-2", "a", "1")
    assert injected.spoiled == 0
    with contextlib.suppress(Exception):
        sdk.ipam_tags(tagging_gateway, "ipam-1")
    assert injected.spoiled > 0
    injected.remove()


def test_an_isolated_account_meets_nobody(
    tagging_gateway_session: TaggingGateway, tagging_gateway_isolated: Account
) -> None:
    other = tagging_gateway_session.isolated()
    sdk.tag_ipam(tagging_gateway_isolated, "ipam-1", "mine", "yes")
    tagging_gateway_isolated.fail("VpcIpam", "Throttling.User", times=0)
    assert sdk.ipam_tags(other, "ipam-1") == {"team": "net"}
    with pytest.raises(ClientException, match="Throttling"):
        sdk.ipam_tags(tagging_gateway_isolated, "ipam-1")
    assert [request.code for request in tagging_gateway_isolated.requests()] == [None, "Throttling.User"]
    other.verify(1)


def test_a_strict_gateway_checks_signatures() -> None:
    from conftest import GROUPS

    with TaggingGateway(Options(fixtures=[GROUPS], strict=True)) as gateway:
        assert sdk.ipam_tags(gateway, "ipam-1") == {"team": "net"}
        mine = gateway.isolated()
        assert sdk.ipam_tags(mine, "ipam-1") == {"team": "net"}
        config = gateway.tea_config()
        config.access_key_secret = "wrong"
        with pytest.raises(Exception, match="SignatureDoesNotMatch"):
            sdk.IpamClient(config).list_tag_resources(
                sdk.ipam.ListTagResourcesRequest(region_id=sdk.REGION, resource_type="IPAM", resource_id=["ipam-1"])
            )
