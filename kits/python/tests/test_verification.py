from __future__ import annotations

import pytest
import sdk

from tagging_gateway import GatewayError, TaggingGateway, VerificationError


def test_as_many_as_expected(tagging_gateway: TaggingGateway) -> None:
    sdk.groups_with(tagging_gateway, "team")
    tagging_gateway.verify(2, product="CloudAPI", action="ListTagResources")
    tagging_gateway.verify(at_least=1, at_most=2, parameters={"Tag.1.Key": "team"})
    tagging_gateway.verify(0, product="VpcIpam")
    tagging_gateway.verify(2, resource_type="apigroup", status=200, parameters={"Tag.2.Key": None})
    assert [request.rows for request in tagging_gateway.requests()] == [2, 1]


def test_a_failure_shows_the_closest_request_and_what_differs(tagging_gateway: TaggingGateway) -> None:
    sdk.groups_with(tagging_gateway, "team")
    with pytest.raises(VerificationError) as told:
        tagging_gateway.verify(1, action="ListTagResources", parameters={"Tag.1.Key": "tema"})
    assert "expected exactly 1 of " in str(told.value)
    assert "Tag.1.Key: expected 'tema', got 'team'" in str(told.value)


def test_nothing_asked_is_said(tagging_gateway: TaggingGateway) -> None:
    with pytest.raises(VerificationError, match="at least 1 of action='TagResources'"):
        tagging_gateway.verify(action="TagResources")


@pytest.mark.parametrize("typo", [{"action": "ListTagResource"}, {"product": "CloudApi"}])
def test_a_typo_is_no_request_that_never_came(tagging_gateway: TaggingGateway, typo: dict[str, str]) -> None:
    with pytest.raises(GatewayError, match=r"CloudAPI|ListTagResources"):
        tagging_gateway.verify(0, **typo)  # type: ignore[arg-type]


def test_unknown_codes_and_products_are_refused(tagging_gateway: TaggingGateway) -> None:
    with pytest.raises(GatewayError, match=r"did you mean Throttling\.User"):
        tagging_gateway.fail("CloudAPI", "Throttling.Usr")
    with pytest.raises(GatewayError, match="CloudAPI"):
        tagging_gateway.tags("Nothing", "IPAM", "ipam-1")
