"""The admin API of a gateway, as calls."""

from __future__ import annotations

import json
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping
from typing import Any

from tagging_gateway._errors import GatewayError

TIMEOUT = 60


class AdminApi:
    """Calls below ``/_gateway``. Never through a proxy: HTTP_PROXY may lead to the gateway itself."""

    def __init__(self, url: str, token: str | None) -> None:
        """Calls to the gateway at ``url``."""
        self._base = url + "/_gateway/"
        self._headers = {"Authorization": f"Bearer {token}"} if token else {}
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def get(self, path: str, query: Mapping[str, str | None] | None = None) -> Any:
        """What a GET answers; query parameters that are None are left out."""
        given = {name: value for name, value in (query or {}).items() if value is not None}
        return self._call("GET", path + ("?" + urllib.parse.urlencode(given) if given else ""))

    def send(self, method: str, path: str, body: Any = None) -> Any:
        """Send JSON, or bytes with their content type as a pair."""
        if isinstance(body, tuple):
            return self._call(method, path, body[0], body[1])
        data = None if body is None else json.dumps(body).encode()
        return self._call(method, path, data, "application/json")

    def _call(self, method: str, path: str, data: bytes | None = None, kind: str | None = None) -> Any:
        headers = dict(self._headers)
        if data is not None and kind:
            headers["Content-Type"] = kind
        request = urllib.request.Request(self._base + path, data=data, method=method, headers=headers)
        try:
            with self._opener.open(request, timeout=TIMEOUT) as answer:
                body = answer.read()
        except urllib.error.HTTPError as refused:
            with refused:
                raise GatewayError(f"{method} {path}: {refused.code} {reason(refused.read())}") from None
        except OSError as problem:
            raise GatewayError(f"{method} {self._base}{path}: {problem}") from problem
        return json.loads(body) if body else None


def reason(body: bytes) -> str:
    """The line for a person in a problem document."""
    try:
        problem = json.loads(body)
        return " ".join(filter(None, [problem["detail"], problem.get("pointer")]))
    except (ValueError, KeyError, TypeError):
        return body[:200].decode("utf-8", "replace")
