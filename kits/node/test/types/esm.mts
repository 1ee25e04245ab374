// Compiled only: what a program in TypeScript may write, as an ES module.
import { faults, TaggingGateway, VerificationError, type Account, type Options } from 'tagging-gateway';

const options: Options = { fixtures: ['a.yaml', { accounts: [] }], strict: true, pageSizes: { CloudAPI: 2 } };
const gateway: TaggingGateway = await TaggingGateway.start(options);
const mine: Account = await gateway.isolated();
const endpoint: string = mine.teaConfig().endpoint;
await mine.inject(faults.delay(5), { product: 'CloudAPI', times: 0, after: true });
await mine.verify({ action: 'ListTagResources', parameters: { 'ResourceId.1': endpoint } }, { atLeast: 1 });
const codes: (string | null)[] = (await gateway.requests({ product: 'CloudAPI' })).map((request) => request.code);
// @ts-expect-error a number is no product
await gateway.fail(1, 'Throttling.User');
export { codes, VerificationError };
