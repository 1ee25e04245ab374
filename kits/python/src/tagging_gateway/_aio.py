"""The same as coroutines, for tests of asyncio: no call waits on the event loop."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any, Generic, TypeVar

from tagging_gateway import faults
from tagging_gateway._account import Account, Credentials
from tagging_gateway._gateway import TaggingGateway
from tagging_gateway._options import Options
from tagging_gateway._requests import RecordedRequest

A = TypeVar("A", bound=Account)


class AsyncAccount(Generic[A]):
    """An ``Account`` whose calls are coroutines."""

    def __init__(self, blocking: A) -> None:
        """Ask through ``blocking``."""
        self.blocking = blocking
        self.url = blocking.url
        self.endpoint = blocking.endpoint
        self.region = blocking.region

    @property
    def credentials(self) -> Credentials:
        """Its access key."""
        return self.blocking.credentials

    def tea_config(self) -> Any:
        """A ``Config`` that points a typed official client here."""
        return self.blocking.tea_config()

    async def state(self) -> dict[str, Any]:
        """All that the account holds, as a fixture."""
        return await asyncio.to_thread(self.blocking.state)

    async def tags(self, product: str, type: str, id: str, *, region: str | None = None) -> dict[str, str]:  # noqa: A002
        """The user's tags of a resource; none if it is not there."""
        return await asyncio.to_thread(self.blocking.tags, product, type, id, region=region)

    async def put(
        self,
        product: str,
        type: str,  # noqa: A002
        id: str,  # noqa: A002
        tags: Mapping[str, str],
        *,
        region: str | None = None,
    ) -> None:
        """Make a resource with exactly these tags, or give them to the one that is there."""
        await asyncio.to_thread(self.blocking.put, product, type, id, tags, region=region)

    async def load(self, fixture: Any) -> None:
        """Add all that a fixture holds."""
        await asyncio.to_thread(self.blocking.load, fixture)

    async def inject(
        self,
        fault: faults.Fault,
        product: str | None = None,
        *,
        action: str | None = None,
        parameters: Mapping[str, str] | None = None,
        times: int = 1,
        skip: int = 0,
    ) -> faults.InjectedFault:
        """Spoil the next requests that match."""
        return await asyncio.to_thread(
            self.blocking.inject, fault, product, action=action, parameters=parameters, times=times, skip=skip
        )

    async def fail(
        self, product: str, code: str, *, action: str | None = None, times: int = 1, skip: int = 0
    ) -> faults.InjectedFault:
        """Answer the next requests by an error of the product."""
        return await asyncio.to_thread(self.blocking.fail, product, code, action=action, times=times, skip=skip)

    async def requests(
        self, *, product: str | None = None, action: str | None = None, code: str | None = None
    ) -> list[RecordedRequest]:
        """What was asked until now, the oldest first."""
        return await asyncio.to_thread(self.blocking.requests, product=product, action=action, code=code)

    async def verify(
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
        """Fail unless such requests came as often as expected."""
        await asyncio.to_thread(
            self.blocking.verify,
            exactly,
            at_least=at_least,
            at_most=at_most,
            product=product,
            action=action,
            code=code,
            region=region,
            resource_id=resource_id,
            resource_type=resource_type,
            status=status,
            fault=fault,
            hint=hint,
            parameters=parameters,
        )


class AsyncTaggingGateway(AsyncAccount[TaggingGateway]):
    """A ``TaggingGateway`` whose calls are coroutines."""

    @staticmethod
    @asynccontextmanager
    async def start(options: Options | None = None) -> AsyncIterator[AsyncTaggingGateway]:
        """Start or join one, and stop it at the end of the block."""
        gateway = await asyncio.to_thread(TaggingGateway, options)
        try:
            yield AsyncTaggingGateway(gateway)
        finally:
            await asyncio.to_thread(gateway.stop)

    async def isolated(self) -> AsyncAccount[Account]:
        """A new account with an access key of its own."""
        return AsyncAccount(await asyncio.to_thread(self.blocking.isolated))

    async def reset(self) -> None:
        """Go back to the fixtures, and forget requests and faults, of everybody."""
        await asyncio.to_thread(self.blocking.reset)
