// Compiled only: the same by require.
import gateway = require('tagging-gateway');

export const started: Promise<gateway.TaggingGateway> = gateway.TaggingGateway.start({ demo: true });
export const fault: gateway.Fault = gateway.faults.error('Throttling.User', { status: 400, message: 'no' });
