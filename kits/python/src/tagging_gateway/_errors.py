"""What goes wrong."""


class GatewayError(Exception):
    """The gateway could not be started, reached or steered; the message says why."""


class VerificationError(AssertionError):
    """The gateway was not asked as expected; the message shows the closest requests."""
