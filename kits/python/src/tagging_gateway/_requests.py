"""What a gateway was asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tagging_gateway._admin import AdminApi
from tagging_gateway._errors import GatewayError, VerificationError

FILTERS = ("product", "action", "account", "accessKeyId", "code")
SHOWN = 3


@dataclass(frozen=True)
class RecordedRequest:
    """A request that was answered. What it did not come to is None: one of no known product has no region."""

    time: datetime
    request_id: str
    product: str | None
    region: str | None
    account: str | None
    access_key_id: str | None
    action: str | None
    parameters: Mapping[str, str]
    format: str
    status: int
    code: str | None
    rows: int

    @staticmethod
    def of(entry: Mapping[str, Any]) -> RecordedRequest:
        """The entry of the journal."""
        return RecordedRequest(
            time=datetime.fromisoformat(entry["time"].replace("Z", "+00:00")),
            request_id=entry["requestId"],
            product=entry["product"],
            region=entry["region"],
            account=entry["account"],
            access_key_id=entry["accessKeyId"],
            action=entry["action"],
            parameters=entry["parameters"],
            format=entry["format"],
            status=entry["status"],
            code=entry["code"],
            rows=entry["rows"],
        )


@dataclass(frozen=True)
class Times:
    """How many requests are expected."""

    exactly: int | None = None
    at_least: int | None = None
    at_most: int | None = None

    def json(self) -> dict[str, int]:
        """As the admin API takes it."""
        given = {"exactly": self.exactly, "atLeast": self.at_least, "atMost": self.at_most}
        return {name: value for name, value in given.items() if value is not None}

    def hold(self, count: int) -> bool:
        """Whether so many are as many as expected."""
        return (
            (self.exactly is None or count == self.exactly)
            and (self.at_least is None or count >= self.at_least)
            and (self.at_most is None or count <= self.at_most)
        )

    def __str__(self) -> str:
        """In words."""
        told = []
        if self.exactly is not None:
            told.append(f"exactly {self.exactly}")
        if self.at_least is not None:
            told.append(f"at least {self.at_least}")
        if self.at_most is not None:
            told.append(f"at most {self.at_most}")
        return " and ".join(told)


def verify(admin: AdminApi, match: Mapping[str, Any], times: Times) -> None:
    """Fail unless the gateway was asked as often as expected.

    :raises VerificationError: with the requests that come closest, and what differs
    """
    result = judge(admin, match, times)
    if result["verified"]:
        return
    wanted = ", ".join(f"{name}={value!r}" for name, value in flat(match).items()) or "any request"
    lines = [f"expected {times} of {wanted}; got {result['matched']}"]
    for near in result["closest"][:SHOWN]:
        request = near["request"]
        lines.append(f"  closest: {request['product']} {request['action']} {request['requestId']}")
        for one in near["differs"]:
            lines.append(f"    {one['field']}: expected {one['expected']!r}, got {one['got']!r}")
    if not result["matched"] and not result["closest"]:
        lines.append("  the gateway was asked nothing")
    raise VerificationError("\n".join(lines))


def judge(admin: AdminApi, match: Mapping[str, Any], times: Times) -> dict[str, Any]:
    """What ``POST requests/verify`` answers."""
    check_names(admin, match)
    wanted = flat(match)
    matched, near = 0, []
    for entry in admin.get("requests")["requests"]:
        has = flat({**entry, "parameters": entry["parameters"]})
        differs = [
            {"field": name, "expected": value, "got": has.get(name)}
            for name, value in wanted.items()
            if has.get(name) != value
        ]
        matched += not differs
        if differs:
            near.append({"request": entry, "differs": differs})
    near.sort(key=lambda one: len(one["differs"]))
    return {"verified": times.hold(matched), "matched": matched, "closest": near}


def check_names(admin: AdminApi, match: Mapping[str, Any]) -> None:
    """A product or action that is misspelt would else be verified as never asked."""
    products = admin.get("products")["products"]
    for field, key, known in (
        ("product", "product", [product["code"] for product in products]),
        ("action", "action", sorted({action for product in products for action in product["actions"]})),
    ):
        if key in match and match[key] not in known:
            raise GatewayError(f"{field}: no such {field} {match[key]!r}; known: {', '.join(known)}")


def flat(match: Mapping[str, Any]) -> dict[str, Any]:
    """The fields by name, those of parameters as ``parameters.ResourceId.1``."""
    fields = {name: value for name, value in match.items() if name != "parameters" and value is not None}
    parameters = match.get("parameters") or {}
    return {**fields, **{f"parameters.{name}": str(value) for name, value in parameters.items()}}
