// One adapter for each official client: how it is pointed here, how it calls, what it makes of an error.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const versionOf = (name) => require(`${name}/package.json`).version;
const { RuntimeOptions } = require('@darabonba/typescript');
const { RuntimeOptions: TeaRuntimeOptions } = require('@alicloud/tea-util');
const { default: CloudApi, ...typed } = require('@alicloud/cloudapi20160714');
const { default: Core, $OpenApiUtil } = require('@alicloud/openapi-core');
const { default: OpenApi, ...openApi } = require('@alicloud/openapi-client');
const PopCore = require('@alicloud/pop-core');

/** Far above the clients' own 3 s: a busy machine is no finding. */
const patience = 30000;

/** Sets where a Tea client goes; on a proxied route it keeps the product's own host. */
function point(config, route, product, gateway) {
  config.readTimeout = config.connectTimeout = patience;
  if (route === 'direct') {
    // doc: node-endpoint
    config.endpoint = gateway.http; // 127.0.0.1:8080
    config.protocol = 'HTTP';
    // end
  } else if (route === 'tls') {
    config.endpoint = `${product.host}:${gateway.httpsPort}`;
  } else {
    config.endpoint = product.host;
    config.protocol = route === 'proxy' ? 'HTTP' : 'HTTPS';
  }
  return config;
}

const keys = ({ id, secret, token }) => ({
  accessKeyId: id,
  accessKeySecret: secret,
  ...(token && { securityToken: token }),
});

/** The parameters as the wire names them; undefined ones are left out. */
function wire(call) {
  const query = {
    RegionId: call.region,
    ResourceType: call.type ?? undefined,
    NextToken: call.token,
    MaxResults: call.max,
    All: call.all,
  };
  call.ids?.forEach((id, n) => (query[`ResourceId.${n + 1}`] = id));
  call.keys?.forEach((key, n) => (query[`TagKey.${n + 1}`] = key));
  call.tags?.forEach(([key, value], n) => {
    query[`Tag.${n + 1}.Key`] = key;
    query[`Tag.${n + 1}.Value`] = value;
  });
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
}

/** The rows of an untyped answer, read by the product's own envelope and no other. */
function untyped(call, body) {
  const rows = call.product === 'VpcIpam' ? body.TagResources : body.TagResources?.TagResource;
  return {
    requestId: body.RequestId,
    token: body.NextToken,
    rows: rows?.map((row) => [row.TagKey, row.TagValue, row.ResourceId, row.ResourceType]),
  };
}

const teaError = (error) => ({
  type: error.constructor.name === 'Error' ? error.name : error.constructor.name,
  code: error.code,
  message: error.message,
  requestId: error.requestId ?? error.data?.requestId ?? error.data?.RequestId,
  status: error.statusCode ?? error.data?.statusCode,
});

async function typedCloudApi(call, credentials, route, gateway) {
  const config = new $OpenApiUtil.Config({ ...keys(credentials), regionId: call.region });
  const client = new CloudApi(point(config, route, call, gateway));
  const request = {
    resourceType: call.type ?? undefined,
    resourceId: call.ids,
    tag: call.tags?.map(([key, value]) => ({ key, value })),
    nextToken: call.token,
    tagKey: call.keys,
    all: call.all,
  };
  const method = call.action[0].toLowerCase() + call.action.slice(1);
  const { body } = await client[method](new typed[`${call.action}Request`](request));
  return {
    requestId: body.requestId,
    token: body.nextToken,
    rows: body.tagResources?.tagResource?.map((row) => [row.tagKey, row.tagValue, row.resourceId, row.resourceType]),
  };
}

const genericParams = (call) => ({
  action: call.action,
  version: call.version,
  protocol: 'HTTPS',
  pathname: '/',
  method: 'POST',
  authType: 'AK',
  style: 'RPC',
  reqBodyType: 'formData',
  bodyType: 'json',
});

async function core(call, credentials, route, gateway) {
  const config = new $OpenApiUtil.Config({ ...keys(credentials), regionId: call.region });
  const client = new Core(point(config, route, call, gateway));
  const params = new $OpenApiUtil.Params(genericParams(call));
  const request = new $OpenApiUtil.OpenApiRequest({ query: wire(call) });
  return untyped(call, (await client.callApi(params, request, new RuntimeOptions({}))).body);
}

const client04 = (signatureAlgorithm) => async (call, credentials, route, gateway) => {
  const config = new openApi.Config({ ...keys(credentials), regionId: call.region, signatureAlgorithm });
  const client = new OpenApi(point(config, route, call, gateway));
  const params = new openApi.Params(genericParams(call));
  const request = new openApi.OpenApiRequest({ query: wire(call) });
  return untyped(call, (await client.callApi(params, request, new TeaRuntimeOptions({}))).body);
};

const pop = (method) => async (call, credentials, route, gateway) => {
  const endpoints = {
    // doc: node-pop-endpoint
    direct: `http://${gateway.http}`, // http://127.0.0.1:8080
    // end
    tls: `https://${call.host}:${gateway.httpsPort}`,
    proxy: `http://${call.host}`,
    connect: `https://${call.host}`,
  };
  const client = new PopCore({ ...keys(credentials), endpoint: endpoints[route], apiVersion: call.version });
  return untyped(call, await client.request(call.action, wire(call), { method, timeout: patience }));
};

const popError = (error) => ({
  type: error.name,
  code: error.code,
  message: error.message,
  requestId: error.data?.RequestId,
  status: error.entry?.response?.statusCode,
});

const both = ['VpcIpam', 'CloudAPI'];

export const clients = [
  { name: '@alicloud/cloudapi20160714', products: ['CloudAPI'], call: typedCloudApi, describe: teaError },
  { name: '@alicloud/openapi-core', products: both, call: core, describe: teaError },
  { name: '@alicloud/openapi-client', products: both, call: client04(undefined), describe: teaError },
  { name: '@alicloud/openapi-client', mode: 'v2', products: both, call: client04('v2'), describe: teaError },
  { name: '@alicloud/pop-core', mode: 'GET', products: both, call: pop('GET'), describe: popError },
  { name: '@alicloud/pop-core', mode: 'POST', products: both, call: pop('POST'), describe: popError },
].map((client) => ({ ...client, version: versionOf(client.name) }));
