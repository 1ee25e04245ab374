// Run by Vitest, in a worker that joins the gateway of its global setup.
import { expect, test } from 'vitest';
import { TaggingGateway } from 'tagging-gateway';

test('vitest joins the gateway of its global setup', async () => {
  const gateway = await TaggingGateway.start();
  expect(gateway.isJoined).toBe(true);
  const mine = await gateway.isolated();
  await mine.put('VpcIpam', 'IPAM', 'a', { k: 'v' });
  expect(await mine.tags('VpcIpam', 'IPAM', 'a')).toEqual({ k: 'v' });
});
