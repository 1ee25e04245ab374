from __future__ import annotations

from typing import Any

import pytest

from tagging_gateway import Options

pytest_plugins = ["pytester"]


def group(name: str, team: str) -> dict[str, Any]:
    return {"product": "CloudAPI", "region": "cn-hangzhou", "type": "apiGroup", "id": name, "tags": {"team": team}}


GROUPS: dict[str, Any] = {
    "accounts": [
        {
            "id": "1234567890123456",
            "accessKeys": [{"id": "testid", "secret": "testsecret"}],
            "resources": [
                group("orders", "shop"),
                group("payments", "money"),
                group("search", "shop"),
                {
                    "product": "VpcIpam",
                    "region": "cn-hangzhou",
                    "type": "IPAM",
                    "id": "ipam-1",
                    "tags": {"team": "net"},
                },
            ],
        }
    ]
}


@pytest.fixture(scope="session")
def tagging_gateway_options() -> Options:
    return Options(fixtures=[GROUPS], page_sizes={"CloudAPI": 2})
