"""How a gateway is to be."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Union

URL = "TAGGING_GATEWAY_URL"
TOKEN = "TAGGING_GATEWAY_ADMIN_TOKEN"  # noqa: S105
JAR = "TAGGING_GATEWAY_JAR"

Fixture = Union[str, "os.PathLike[str]", Mapping[str, Any]]
"""A fixture: the path of a YAML or JSON file, or its content as a mapping."""


@dataclass(frozen=True)
class Options:
    """How a gateway is to be. The defaults are an empty, lenient one on a free port.

    ``fixtures``       what it starts from: files, or their content as mappings
    ``demo``           start from the built-in demo, if there are no fixtures
    ``strict``         check signatures; only access keys of the fixtures, and of ``isolated()``, get in
    ``region``         the region of requests that name none
    ``page_sizes``     resources on a page by product, where its callers cannot say it themselves
    ``config``         further keys of the configuration, nested as in its file
    ``java``           the Java to run it with; else JAVA_HOME, the PATH and the usual places are searched
    ``java_options``   options of the JVM
    ``jar``            another gateway than the one in this package; else TAGGING_GATEWAY_JAR
    ``start_timeout``  seconds that a start may take
    ``url``            a running gateway to join; else TAGGING_GATEWAY_URL. Only ``fixtures`` count then
    ``admin_token``    the ``admin.token`` of the gateway to join; else TAGGING_GATEWAY_ADMIN_TOKEN
    """

    fixtures: Sequence[Fixture] = ()
    demo: bool = False
    strict: bool = False
    region: str = "cn-hangzhou"
    page_sizes: Mapping[str, int] = field(default_factory=dict)
    config: Mapping[str, Any] = field(default_factory=dict)
    java: str | None = None
    java_options: Sequence[str] = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
    jar: str | os.PathLike[str] | None = None
    start_timeout: float = 60.0
    url: str | None = None
    admin_token: str | None = None

    def joined_url(self) -> str | None:
        """The gateway to join, without a slash at its end, or None to start one."""
        url = self.url or os.environ.get(URL)
        return url.rstrip("/") if url else None

    def joined_token(self) -> str | None:
        """What callers of its admin API present."""
        return self.admin_token or os.environ.get(TOKEN)

    def jar_file(self) -> Path:
        """The gateway to start."""
        return Path(self.jar or os.environ.get(JAR) or Path(__file__).parent / "tagging-gateway.jar")

    def configuration(self, fixtures: Sequence[str]) -> dict[str, Any]:
        """The gateway's config file."""
        values: dict[str, Any] = {
            "auth": {"mode": "strict" if self.strict else "lenient"},
            "region": self.region,
            "products": {product: {"page-size": size} for product, size in self.page_sizes.items()},
            "fixtures": list(fixtures),
            "demo": self.demo,
            "journal": {"capacity": 10_000},
        }
        return merged(values, self.config)


def merged(low: Mapping[str, Any], high: Mapping[str, Any]) -> dict[str, Any]:
    """Both trees in one; where both have a value, that of ``high``."""
    result = dict(low)
    for key, value in high.items():
        both = isinstance(value, Mapping) and isinstance(result.get(key), Mapping)
        result[key] = merged(result[key], value) if both else value
    return result
