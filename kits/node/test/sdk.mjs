// Calls as an application makes them, by the official SDKs.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { default: CloudApi, ListTagResourcesRequest } = require('@alicloud/cloudapi20160714');
const { default: Core, $OpenApiUtil } = require('@alicloud/openapi-core');
const { RuntimeOptions } = require('@darabonba/typescript');
const PopCore = require('@alicloud/pop-core');

const region = 'cn-hangzhou';

/** API groups that carry a tag, over all pages: the typed client. */
export async function groupsWith(account, key) {
  const client = new CloudApi(new $OpenApiUtil.Config(account.teaConfig()));
  const found = [];
  for (let nextToken = ''; nextToken !== '-1'; ) {
    const request = new ListTagResourcesRequest({ resourceType: 'apiGroup', tag: [{ key }], nextToken });
    const { body } = await client.listTagResources(request);
    found.push(...body.tagResources.tagResource.map((row) => row.resourceId));
    nextToken = body.nextToken;
  }
  return found;
}

/** A call of VPC IPAM by the generic client: there is no typed one on the registry. */
async function ipam(account, action, query, own = {}) {
  const client = new Core(new $OpenApiUtil.Config({ ...account.teaConfig(), ...own }));
  const params = new $OpenApiUtil.Params({
    action,
    version: '2023-02-28',
    protocol: 'HTTPS',
    pathname: '/',
    method: 'POST',
    authType: 'AK',
    style: 'RPC',
    reqBodyType: 'formData',
    bodyType: 'json',
  });
  const request = new $OpenApiUtil.OpenApiRequest({ query: { RegionId: region, ResourceType: 'IPAM', ...query } });
  return (await client.callApi(params, request, new RuntimeOptions({}))).body;
}

export async function ipamTags(account, id, own) {
  const { TagResources } = await ipam(account, 'ListTagResources', { 'ResourceId.1': id }, own);
  return Object.fromEntries(TagResources.map((row) => [row.TagKey, row.TagValue]));
}

export const tagIpam = (account, id, key, value) =>
  ipam(account, 'TagResources', { 'ResourceId.1': id, 'Tag.1.Key': key, 'Tag.1.Value': value });

/** A list by the older core. */
export async function pop(account, product, query) {
  const client = new PopCore(await account.popConfig(product));
  return client.request('ListTagResources', { RegionId: region, Format: 'JSON', ...query });
}

const group = (id, team) => ({ product: 'CloudAPI', region, type: 'apiGroup', id, tags: { team } });

export const groups = {
  accounts: [
    {
      id: '1234567890123456',
      accessKeys: [{ id: 'testid', secret: 'testsecret' }],
      resources: [
        group('orders', 'shop'),
        group('payments', 'money'),
        group('search', 'shop'),
        { product: 'VpcIpam', region, type: 'IPAM', id: 'ipam-1', tags: { team: 'net' } },
      ],
    },
  ],
};
