"""A gateway that serves, started or joined."""

from __future__ import annotations

import secrets
import time
import uuid
from types import TracebackType
from typing import Any

from tagging_gateway._account import Account, Credentials
from tagging_gateway._admin import AdminApi
from tagging_gateway._errors import GatewayError
from tagging_gateway._options import Options
from tagging_gateway._process import GatewayProcess, content_of

DEFAULT_ACCOUNT = "1234567890123456"
JOIN_TIMEOUT = 30.0


class TaggingGateway(Account):
    """A gateway: started on a free port, or the one that ``TAGGING_GATEWAY_URL`` names.

    ::

        with TaggingGateway(Options(fixtures=["groups.yaml"])) as gateway:
            client = Client(gateway.tea_config())

    It is there from its construction on, and ends with ``stop()``, the end of the block, or the process. As an
    ``Account`` it is that of its fixtures' first access key, and sees the requests and faults of everybody.
    """

    def __init__(self, options: Options | None = None) -> None:
        """Start or join a gateway, and wait until it serves.

        :raises GatewayError: if it does not; the message says why
        """
        self.options = options or Options()
        joined = self.options.joined_url()
        self._process = None if joined else GatewayProcess(self.options)
        url = joined or (self._process.url if self._process else "")
        super().__init__(
            AdminApi(url, self.options.joined_token() if joined else self._own_token()),
            url,
            self.options.region,
            Credentials("testid", "testsecret", DEFAULT_ACCOUNT),
            shared=True,
        )
        if joined:
            self._wait()
            self._load_fixtures()
        self._start: list[dict[str, Any]] = self._admin.get("state")["accounts"]
        self.credentials = self._declared_key()

    @property
    def is_joined(self) -> bool:
        """Whether it was running before, and others may use it as well."""
        return self._process is None

    def isolated(self) -> Account:
        """A new account with an access key of its own, which holds what this one held at the start.

        Tests that have one each may run at the same time and never meet.
        """
        account = "".join(str(secrets.randbelow(10)) for _ in range(16))
        credentials = Credentials(f"test-{uuid.uuid4()}", str(uuid.uuid4()), account)
        key = {"id": credentials.access_key_id, "secret": credentials.access_key_secret}
        held = [one for one in self._start if one["id"] == self.credentials.account]
        resources = held[0].get("resources", []) if held else []
        self.load({"accounts": [{"id": account, "accessKeys": [key], "resources": resources}]})
        return Account(self._admin, self.url, self.region, credentials, shared=False)

    def reset(self) -> None:
        """Go back to the fixtures, and forget requests and faults, of everybody."""
        self._admin.send("POST", "reset")
        if self.is_joined:
            self._load_fixtures()

    def stop(self) -> None:
        """End it, unless it was joined."""
        if self._process:
            self._process.stop()

    def __enter__(self) -> TaggingGateway:
        """Give itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop it."""
        self.stop()

    def _own_token(self) -> str | None:
        admin = self.options.config.get("admin") or {}
        token = admin.get("token")
        return str(token) if token else None

    def _load_fixtures(self) -> None:
        for fixture in self.options.fixtures:
            self._admin.send("PATCH", "state", content_of(fixture))

    def _wait(self) -> None:
        end = time.monotonic() + JOIN_TIMEOUT
        while True:
            try:
                self._admin.get("health/ready")
            except GatewayError as problem:
                if time.monotonic() > end:
                    raise GatewayError(f"TAGGING_GATEWAY_URL: {self.url} is not ready: {problem}") from problem
                time.sleep(0.1)
            else:
                return

    def _declared_key(self) -> Credentials:
        for account in self._start:
            for key in account.get("accessKeys", []):
                if not key.get("disabled") and "securityToken" not in key:
                    return Credentials(key["id"], key["secret"], account["id"])
        return self.credentials
