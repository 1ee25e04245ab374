"""Gateways on a PostgreSQL, one schema for each size of what is stored."""

import contextlib

from harness import servers
from harness.fixture import fixture

HEAP = "-Xmx256m"


class Gateways:
    """Gateways that were started, by the size of their store and their number on it."""

    def __init__(self, database, java):
        self.database, self.java = database, java
        self.open = contextlib.ExitStack()
        self.running = {}
        self.loaded = set()

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.open.close()

    def get(self, resources, number=1):
        """The gateway, loaded and ready."""
        if (resources, number) not in self.running:
            self.running[resources, number] = self.open.enter_context(self.start(resources))
        return self.running[resources, number]

    def start(self, resources):
        """A gateway that is ready; the first of a size loads."""
        schema = schema_of(resources)
        gateway = servers.gateway(
            self.java,
            [HEAP],
            ["--fixtures", str(fixture(resources))],
            TAGGING_GATEWAY_STORE_TYPE="postgresql",
            TAGGING_GATEWAY_STORE_URL=self.database.url(),
            TAGGING_GATEWAY_STORE_SCHEMA=schema,
        )
        gateway.wait("/_gateway/health/ready")
        if schema not in self.loaded:
            self.loaded.add(schema)
            self.database.psql("VACUUM ANALYZE")  # as autovacuum does soon, but at a time of its own
        return gateway

    def drop(self, resources):
        schema = schema_of(resources)
        self.loaded.discard(schema)
        self.database.psql(f"DROP SCHEMA IF EXISTS {schema} CASCADE")


def schema_of(resources):
    return f"of_{resources}"
