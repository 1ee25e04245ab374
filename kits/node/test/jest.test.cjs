// Run by Jest: the kit needs nothing of it but its hooks.
const { TaggingGateway } = require('tagging-gateway');

let gateway;
beforeAll(async () => {
  gateway = await TaggingGateway.start({ demo: true });
}, 60_000);
afterAll(() => gateway.stop());

test('jest asks a gateway', async () => {
  await fetch(`${gateway.url}/?Action=ListTagResources&Version=2016-07-14&ResourceType=apiGroup&ResourceId.1=a`);
  await gateway.verify({ product: 'CloudAPI' }, 1);
});
