"""What a gateway was asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tagging_gateway._admin import AdminApi
from tagging_gateway._errors import VerificationError

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
    host: str
    method: str
    path: str
    client: str | None
    user_agent: str | None
    fault: str | None
    hint: str | None
    answer: str

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
            host=entry["host"],
            method=entry["method"],
            path=entry["path"],
            client=entry["client"],
            user_agent=entry["userAgent"],
            fault=entry["fault"],
            hint=entry["hint"],
            answer=entry["answer"],
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
        kind = "closest" if near["differs"] else "matched"
        request = near["request"]
        lines.append(f"  {kind}: {request['product']} {request['action']} {request['requestId']}")
        for one in near["differs"]:
            lines.append(f"    {one['field']}: expected {one['expected']!r}, got {one['got']!r}")
    if not result["matched"] and not result["closest"]:
        lines.append("  the gateway was asked nothing")
    raise VerificationError("\n".join(lines))


def judge(admin: AdminApi, match: Mapping[str, Any], times: Times) -> dict[str, Any]:
    """What ``POST requests/verify`` answers: the gateway refuses names that it does not know."""
    verdict: dict[str, Any] = admin.send("POST", "requests/verify", {"match": dict(match), "times": times.json()})
    return verdict


def flat(match: Mapping[str, Any]) -> dict[str, Any]:
    """The fields by name, those of parameters as ``parameters.ResourceId.1``."""
    fields = {name: value for name, value in match.items() if name != "parameters" and value is not None}
    parameters = match.get("parameters") or {}
    return {**fields, **{f"parameters.{name}": str(value) for name, value in parameters.items()}}
