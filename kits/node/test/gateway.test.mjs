import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { faults, GatewayError, TaggingGateway, VerificationError } from 'tagging-gateway';
import { groups, groupsWith, ipamTags, pop, tagIpam } from './sdk.mjs';

let gateway;
before(async () => {
  gateway = await TaggingGateway.start({ fixtures: [groups], pageSizes: { CloudAPI: 2 } });
});
beforeEach(() => gateway.reset());
after(() => gateway.stop());

const throttled = (problem) => problem.code === 'Throttling.User';

test('both dialects are read by their clients', async () => {
  assert.deepEqual(await groupsWith(gateway, 'team'), ['orders', 'payments', 'search']);
  assert.deepEqual(await ipamTags(gateway, 'ipam-1'), { team: 'net' });
});

test('the older core reads both dialects', async () => {
  const one = await pop(gateway, 'CloudAPI', { ResourceType: 'apiGroup', 'ResourceId.1': 'orders' });
  assert.equal(one.TagResources.TagResource[0].TagValue, 'shop');
  const other = await pop(gateway, 'VpcIpam', { ResourceType: 'IPAM', 'ResourceId.1': 'ipam-1' });
  assert.equal(other.TagResources[0].TagValue, 'net');
});

test('what is put is listed, and what is written is seen', async () => {
  await gateway.put('CloudAPI', 'apiGroup', 'orders', { owner: 'me' });
  assert.deepEqual(await groupsWith(gateway, 'owner'), ['orders']);
  await tagIpam(gateway, 'ipam-1', 'env', 'prod');
  assert.deepEqual(await gateway.tags('VpcIpam', 'IPAM', 'ipam-1'), { team: 'net', env: 'prod' });
});

test('throttling is told in both dialects and by both generations', async () => {
  await gateway.fail('CloudAPI', 'Throttling.User');
  await gateway.inject(faults.error('Throttling.User', { retryAfterMillis: 1000 }), { product: 'VpcIpam', times: 2 });
  await assert.rejects(groupsWith(gateway, 'team'), throttled);
  await assert.rejects(ipamTags(gateway, 'ipam-1'), throttled);
  await assert.rejects(pop(gateway, 'VpcIpam', { ResourceType: 'IPAM', 'ResourceId.1': 'ipam-1' }), throttled);
  await gateway.verify({ code: 'Throttling.User' }, 3);
});

test('a fault may skip requests and strike after their effect', async () => {
  const fault = await gateway.inject(faults.error('Throttling.Api'), {
    product: 'VpcIpam',
    action: 'TagResources',
    skip: 1,
    after: true,
  });
  await tagIpam(gateway, 'ipam-1', 'a', '1');
  await assert.rejects(tagIpam(gateway, 'ipam-1', 'b', '2'), /Throttling|flow control/);
  assert.deepEqual(await gateway.tags('VpcIpam', 'IPAM', 'ipam-1'), { team: 'net', a: '1', b: '2' });
  assert.deepEqual(await fault.counts(), { matched: 2, spoiled: 1 });
  await fault.remove();
  await tagIpam(gateway, 'ipam-1', 'c', '3');
});

for (const fault of [
  faults.otherEnvelope(),
  faults.body('nope', { status: 500, contentType: 'text/plain' }),
  faults.garbage(),
  faults.noAnswer(),
  faults.dribble(50),
  faults.delay(10, 20),
]) {
  test(`the fault ${fault.type} strikes the requests whose parameters it names`, async () => {
    const injected = await gateway.inject(fault, {
      product: 'VpcIpam',
      parameters: { 'ResourceId.1': 'ipam-1' },
      times: 0,
    });
    await tagIpam(gateway, 'ipam-2', 'a', '1');
    assert.equal((await injected.counts()).spoiled, 0);
    await ipamTags(gateway, 'ipam-1').catch(() => {});
    assert.ok((await injected.counts()).spoiled > 0);
    await injected.remove();
  });
}

test('isolated accounts never meet', async () => {
  const [mine, other] = await Promise.all([gateway.isolated(), gateway.isolated()]);
  await tagIpam(mine, 'ipam-1', 'mine', 'yes');
  await mine.fail('VpcIpam', 'Throttling.User', { times: 0 });
  assert.deepEqual(await ipamTags(other, 'ipam-1'), { team: 'net' });
  await assert.rejects(ipamTags(mine, 'ipam-1'), throttled);
  assert.deepEqual((await mine.requests()).map((request) => request.code), [null, 'Throttling.User']);
  await other.verify({}, 1);
});

test('a failed verification shows the closest request and what differs', async () => {
  await groupsWith(gateway, 'team');
  await gateway.verify({ product: 'CloudAPI', action: 'ListTagResources' }, 2);
  await gateway.verify({ parameters: { 'Tag.1.Key': 'team' } }, { atLeast: 1, atMost: 2 });
  await gateway.verify({ resourceType: 'apigroup', status: 200 }, 2);
  await assert.rejects(
    gateway.verify({ action: 'ListTagResources', parameters: { 'Tag.1.Key': 'tema' } }, 1),
    (problem) =>
      problem instanceof VerificationError &&
      /expected exactly 1 of /.test(problem.message) &&
      /Tag\.1\.Key: expected tema, got team/.test(problem.message),
  );
});

test('a typo is no request that never came', async () => {
  await assert.rejects(gateway.verify({ action: 'ListTagResource' }, 0), /ListTagResources/);
  await assert.rejects(gateway.verify({ product: 'CloudApi' }, 0), /CloudAPI/);
  await assert.rejects(gateway.fail('CloudAPI', 'Throttling.Usr'), GatewayError);
  await assert.rejects(gateway.tags('Nothing', 'IPAM', 'ipam-1'), /CloudAPI/);
});

test('a strict gateway checks signatures', async () => {
  const strict = await TaggingGateway.start({ fixtures: [groups], strict: true });
  try {
    assert.deepEqual(await ipamTags(strict, 'ipam-1'), { team: 'net' });
    assert.deepEqual(await ipamTags(await strict.isolated(), 'ipam-1'), { team: 'net' });
    const wrong = ipamTags(strict, 'ipam-1', { accessKeySecret: 'wrong' });
    await assert.rejects(wrong, (problem) => problem.code === 'SignatureDoesNotMatch');
  } finally {
    await strict.stop();
  }
});
