"""One account of a gateway: what a test arranges, asks and checks."""

from __future__ import annotations

import urllib.parse
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tagging_gateway import _clients, faults
from tagging_gateway._admin import AdminApi
from tagging_gateway._errors import GatewayError
from tagging_gateway._process import content_of
from tagging_gateway._requests import RecordedRequest, Times, verify


@dataclass(frozen=True)
class Credentials:
    """An access key and its account."""

    access_key_id: str
    access_key_secret: str
    account: str

    def __repr__(self) -> str:
        """Without the secret."""
        return f"Credentials({self.access_key_id}, account {self.account})"


class Account:
    """One account of a gateway. Any thread may use it."""

    def __init__(self, admin: AdminApi, url: str, region: str, credentials: Credentials, shared: bool) -> None:
        """See what belongs to the credentials; everything of the gateway if ``shared``."""
        self._admin = admin
        self._shared = shared
        self.url = url
        self.region = region
        self.credentials = credentials

    @property
    def endpoint(self) -> str:
        """What a client's endpoint setting takes, ``127.0.0.1:port``, for every product.

        Which product a request is for, its Version tells, which official clients always send.
        """
        return urllib.parse.urlsplit(self.url).netloc

    def products(self) -> list[str]:
        """The codes of the products that the gateway plays."""
        return [product["code"] for product in self._admin.get("products")["products"]]

    def tea_config(self) -> Any:
        """A ``Config`` that points a typed official client here."""
        return _clients.tea_config(self)

    def acs_client(self) -> Any:
        """A client of the older ``aliyun-python-sdk-core`` that calls here."""
        return _clients.acs_client(self)

    def state(self) -> dict[str, Any]:
        """All that the account holds, as a fixture."""
        state: dict[str, Any] = self._admin.get("state", {"account": self.credentials.account})
        return state

    def tags(self, product: str, type: str, id: str, *, region: str | None = None) -> dict[str, str]:  # noqa: A002
        """The user's tags of a resource; none if it is not there."""
        self._check(product)
        for account in self.state()["accounts"]:
            for resource in account.get("resources", []):
                asked = (product, region or self.region, type.lower(), id)
                if (resource["product"], resource["region"], resource["type"].lower(), resource["id"]) == asked:
                    return dict(resource.get("tags", {}))
        return {}

    def put(
        self,
        product: str,
        type: str,  # noqa: A002
        id: str,  # noqa: A002
        tags: Mapping[str, str],
        *,
        region: str | None = None,
    ) -> None:
        """Make a resource with exactly these tags, or give them to the one that is there."""
        resource = {"product": product, "region": region or self.region, "type": type, "id": id, "tags": dict(tags)}
        self.load({"accounts": [{"id": self.credentials.account, "resources": [resource]}]})

    def load(self, fixture: Any) -> None:
        """Add all that a fixture holds, wherever it says, until the next reset."""
        self._admin.send("PATCH", "state", content_of(fixture))

    def inject(
        self,
        fault: faults.Fault,
        product: str | None = None,
        *,
        action: str | None = None,
        parameters: Mapping[str, str] | None = None,
        times: int = 1,
        skip: int = 0,
        after: bool = False,
        probability: float = 1.0,
        seed: int = 0,
    ) -> faults.InjectedFault:
        """Spoil the next requests that match.

        :param fault: one of ``tagging_gateway.faults``
        :param product: only requests to this product
        :param action: only requests of this action, such as ``ListTagResources``
        :param parameters: only requests with these values, such as ``{"ResourceId.1": "orders"}``
        :param times: how many; 0 is all
        :param skip: how many are let through first
        :param after: let the request take effect, and spoil its answer
        :param probability: the share that is spoiled; the same ``seed`` spoils the same ones
        """
        account = None if self._shared else self.credentials.account
        match = faults.without_none(
            {
                "product": product,
                "action": action,
                "account": account,
                "parameters": None if parameters is None else dict(parameters),
            }
        )
        rule: dict[str, Any] = {"match": match, "fault": dict(fault), "phase": "after" if after else "before"}
        rule.update(times=times, skip=skip, probability=probability, seed=seed)
        return faults.InjectedFault(self._admin, self._admin.send("POST", "faults", rule)["id"])

    def fail(
        self, product: str, code: str, *, action: str | None = None, times: int = 1, skip: int = 0
    ) -> faults.InjectedFault:
        """Answer the next requests by an error of the product, such as ``Throttling.User``."""
        return self.inject(faults.error(code), product, action=action, times=times, skip=skip)

    def requests(
        self, *, product: str | None = None, action: str | None = None, code: str | None = None
    ) -> list[RecordedRequest]:
        """What was asked until now, the oldest first; of everybody, unless the account is isolated."""
        account = None if self._shared else self.credentials.account
        query = {"product": product, "action": action, "code": code, "account": account}
        return [RecordedRequest.of(entry) for entry in reversed(self._admin.get("requests", query)["requests"])]

    def verify(
        self,
        exactly: int | None = None,
        *,
        at_least: int | None = None,
        at_most: int | None = None,
        product: str | None = None,
        action: str | None = None,
        code: str | None = None,
        region: str | None = None,
        resource_id: str | None = None,
        resource_type: str | None = None,
        status: int | None = None,
        fault: str | None = None,
        hint: str | None = None,
        parameters: Mapping[str, str | None] | None = None,
    ) -> None:
        """Fail unless such requests came as often as expected, at least once if nothing is said.

        :param resource_id: one of the resources that the request names
        :param fault: the kind of fault that spoiled it, such as ``html``
        :param hint: a part of why it was answered so
        :param parameters: exact values by name, such as ``{"ResourceId.1": "orders"}``; None for one that is not sent
        :raises VerificationError: with the requests that come closest, and what differs
        """
        if exactly is None and at_most is None and at_least is None:
            at_least = 1
        account = None if self._shared else self.credentials.account
        match = {
            "product": product,
            "action": action,
            "code": code,
            "account": account,
            "region": region,
            "resourceId": resource_id,
            "resourceType": resource_type,
            "status": status,
            "fault": fault,
            "hint": hint,
            "parameters": parameters,
        }
        verify(self._admin, faults.without_none(match), Times(exactly, at_least, at_most))

    def _check(self, product: str) -> None:
        known = self.products()
        if product not in known:
            raise GatewayError(f"no product {product}; there are {', '.join(known)}")
