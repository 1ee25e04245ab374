/** The gateway could not be started, reached or steered; the message says why. */
export class GatewayError extends Error {
  override readonly name = 'GatewayError';
}

/** The gateway was not asked as expected; the message shows the closest requests. */
export class VerificationError extends Error {
  override readonly name = 'VerificationError';
}
