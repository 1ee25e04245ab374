export { Account, type Credentials, type PopConfig, type TeaConfig } from './account.js';
export { GatewayError, VerificationError } from './errors.js';
export * as faults from './faults.js';
export { InjectedFault, type Fault, type When } from './faults.js';
export { TaggingGateway } from './gateway.js';
export { type Fixture, type Options, type Tree } from './options.js';
export { type Match, type RecordedRequest, type Times } from './requests.js';
