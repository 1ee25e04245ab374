"""What can go wrong with a request: pass one of these to ``inject``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tagging_gateway._admin import AdminApi

Fault = Mapping[str, Any]


def error(
    code: str, *, status: int | None = None, message: str | None = None, retry_after: float | None = None
) -> Fault:
    """An error of the product such as ``Throttling.User``, as the product words it.

    A code that the product does not know needs both status and message. ``retry_after`` tells the client in how many
    seconds to try again; some official ones then do.
    """
    millis = None if retry_after is None else round(retry_after * 1000)
    fault = {"type": "error", "code": code, "status": status, "message": message, "retryAfterMillis": millis}
    return without_none(fault)


def delay(seconds: float, most: float | None = None) -> Fault:
    """An answer that comes late, by a minute at most; with ``most`` by something between, drawn from the seed."""
    millis = None if most is None else round(most * 1000)
    return without_none({"type": "delay", "millis": round(seconds * 1000), "maxMillis": millis})


def dribble(seconds: float) -> Fault:
    """The right answer in small pieces: so long from the first to the last, a minute at most."""
    return {"type": "dribble", "millis": round(seconds * 1000)}


def no_answer() -> Fault:
    """A connection that ends in order, without a byte of an answer."""
    return {"type": "empty"}


def other_envelope() -> Fault:
    """The right answer in the envelope of the other dialect: clients often read an empty list."""
    return {"type": "envelope"}


def body(content: str, *, status: int = 200, content_type: str | None = None) -> Fault:
    """Another body; without ``content_type`` under that of the answer."""
    return without_none({"type": "body", "content": content, "status": status, "contentType": content_type})


def garbage() -> Fault:
    """Bytes that are no document, under the content type of the answer."""
    return {"type": "garbage"}


def reset() -> Fault:
    """A connection that is reset, without an answer."""
    return {"type": "reset"}


def truncate(size: int) -> Fault:
    """An answer that breaks off after so many bytes of its body."""
    return {"type": "truncate", "bytes": size}


def html(status: int = 503) -> Fault:
    """The page of a load balancer."""
    return {"type": "html", "status": status}


def expire_token() -> Fault:
    """A NextToken that is refused."""
    return {"type": "expire-token"}


def short_pages(size: int) -> Fault:
    """Pages that hold less than was asked for."""
    return {"type": "page-size", "size": size}


def without_none(values: Mapping[str, Any]) -> dict[str, Any]:
    """The same without what was not given."""
    return {name: value for name, value in values.items() if value is not None}


class InjectedFault:
    """A fault that is in force."""

    def __init__(self, admin: AdminApi, id: str) -> None:  # noqa: A002
        """The fault of this id."""
        self._admin = admin
        self.id = id

    @property
    def matched(self) -> int:
        """How many requests could have suffered it until now."""
        return int(self._admin.get(f"faults/{self.id}")["matched"])

    @property
    def spoiled(self) -> int:
        """How many requests it has spoiled until now."""
        return int(self._admin.get(f"faults/{self.id}")["spoiled"])

    def remove(self) -> None:
        """End it."""
        self._admin.send("DELETE", f"faults/{self.id}")
