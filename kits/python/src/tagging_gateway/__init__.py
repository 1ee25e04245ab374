"""Alibaba Cloud's tagging APIs for your tests.

``TaggingGateway`` starts a gateway, or joins the one that ``TAGGING_GATEWAY_URL`` names, and steers it. With pytest
ask for the fixtures ``tagging_gateway`` or ``tagging_gateway_isolated``.
"""

from tagging_gateway import faults
from tagging_gateway._account import Account, Credentials
from tagging_gateway._aio import AsyncAccount, AsyncTaggingGateway
from tagging_gateway._errors import GatewayError, VerificationError
from tagging_gateway._gateway import TaggingGateway
from tagging_gateway._options import Options
from tagging_gateway._requests import RecordedRequest
from tagging_gateway.faults import InjectedFault

__all__ = [
    "Account",
    "AsyncAccount",
    "AsyncTaggingGateway",
    "Credentials",
    "GatewayError",
    "InjectedFault",
    "Options",
    "RecordedRequest",
    "TaggingGateway",
    "VerificationError",
    "faults",
]
