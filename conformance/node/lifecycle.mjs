// Plays ../lifecycle.json with the generic TypeScript client, which prints what it got as JSON lines.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { default: Core, $OpenApiUtil } = require('@alicloud/openapi-core');
const { RuntimeOptions } = require('@darabonba/typescript');
const $dara = require('@darabonba/typescript');

const label = 'node';
const plan = JSON.parse(readFileSync(new URL('../lifecycle.json', import.meta.url), 'utf8').replaceAll('$', label));
const kept = {};
const fill = (text) => String(text).replace(/\{(\w+)\}/g, (whole, name) => kept[name] ?? whole);
const find = (body, path) => path.split('.').reduce((value, name) => value?.[name], body);

/** The client tries again by itself, after the time that the answer names. */
function retries() {
  const condition = { exception: ['ThrottlingError', 'Throttling.User'], errorCode: ['Throttling.User'], maxAttempts: 3, maxDelay: 5000 };
  return new $dara.RetryOptions({ retryable: true, retryCondition: [condition] });
}

async function fault(millis) {
  const rule = { match: { product: 'CloudAPI' }, fault: { type: 'error', code: 'Throttling.User', retryAfterMillis: millis }, times: 1 };
  const response = await fetch(`http://${process.env.GATEWAY_HTTP}/_gateway/faults`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(rule) });
  if (!response.ok) throw new Error(`faults: ${response.status}`);
}

for (const [index, step] of plan.steps.entries()) {
  const product = plan.products[step.product];
  const config = new $OpenApiUtil.Config({
    accessKeyId: process.env.ALIBABA_CLOUD_ACCESS_KEY_ID,
    accessKeySecret: process.env.ALIBABA_CLOUD_ACCESS_KEY_SECRET,
    regionId: product.region,
    endpoint: process.env.GATEWAY_HTTP,
    protocol: 'HTTP',
    readTimeout: 30000,
    connectTimeout: 30000,
    ...(step.throttled && { retryOptions: retries() }),
  });
  const params = new $OpenApiUtil.Params({ action: step.action, version: product.version, protocol: 'HTTP', pathname: '/', method: 'POST', authType: 'AK', style: 'RPC', reqBodyType: 'formData', bodyType: 'json' });
  const query = { RegionId: product.region };
  for (const [name, value] of Object.entries(step.send ?? {})) query[name] = fill(value);
  if (step.throttled) await fault(step.throttled);
  const seen = { step: index, action: step.action };
  try {
    const { body } = await new Core(config).callApi(params, new $OpenApiUtil.OpenApiRequest({ query }), new RuntimeOptions({}));
    for (const [name, path] of Object.entries(step.keep ?? {})) kept[name] = find(body, path);
    seen.see = Object.fromEntries(Object.keys(step.see ?? {}).map((path) => [path, find(body, path)]));
    seen.wanted = Object.fromEntries(Object.entries(step.see ?? {}).map(([path, value]) => [path, typeof value === 'string' ? fill(value) : value]));
  } catch (error) {
    seen.fails = error.code;
    if (!step.fails) seen.message = String(error.message);
  }
  console.log(JSON.stringify(seen));
}
