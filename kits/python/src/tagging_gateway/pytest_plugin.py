"""Fixtures for pytest. Each worker of pytest-xdist has a gateway of its own, unless they join one."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tagging_gateway._account import Account
from tagging_gateway._gateway import TaggingGateway
from tagging_gateway._options import Options


@pytest.fixture(scope="session")
def tagging_gateway_options() -> Options:
    """How the gateway is to be. Override it in your ``conftest.py``."""
    return Options()


@pytest.fixture(scope="session")
def tagging_gateway_session(tagging_gateway_options: Options) -> Iterator[TaggingGateway]:
    """The gateway of the whole run. Nothing resets it."""
    with TaggingGateway(tagging_gateway_options) as gateway:
        yield gateway


@pytest.fixture
def tagging_gateway(tagging_gateway_session: TaggingGateway) -> TaggingGateway:
    """The gateway of the run, back at its fixtures before each test."""
    if tagging_gateway_session.is_joined and "PYTEST_XDIST_WORKER" in os.environ:
        pytest.fail(
            "tagging_gateway goes back to its fixtures before each test, under the feet of the other workers that "
            "joined the gateway of TAGGING_GATEWAY_URL: ask for tagging_gateway_isolated",
            pytrace=False,
        )
    tagging_gateway_session.reset()
    return tagging_gateway_session


@pytest.fixture
def tagging_gateway_isolated(tagging_gateway_session: TaggingGateway) -> Account:
    """An account of the test's own, with a copy of the fixtures: such tests never meet."""
    return tagging_gateway_session.isolated()
