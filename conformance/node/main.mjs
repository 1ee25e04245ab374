// Plays the scenarios of ../scenario.json over one route with every client, and prints what each saw as JSON lines.
import { readFileSync } from 'node:fs';
import dns from 'node:dns';
import { clients } from './clients.mjs';

const route = process.argv[2];
const source = readFileSync(new URL('../scenario.json', import.meta.url), 'utf8');
const gateway = { http: process.env.GATEWAY_HTTP, httpsPort: process.env.GATEWAY_HTTPS_PORT };
const actions = { tag: 'TagResources', untag: 'UntagResources', list: 'ListTagResources' };
const mostPages = 20;

/** The hosts file of this process: every product host is the loopback address. */
function mapHosts() {
  const lookup = dns.lookup;
  dns.lookup = (host, options, callback) => {
    const here = host.endsWith('.aliyuncs.com') ? '127.0.0.1' : host;
    return typeof options === 'function' ? lookup(here, options) : lookup(here, options, callback);
  };
}

async function faults(method, body) {
  const response = await fetch(`http://${gateway.http}/_gateway/faults`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} faults: ${response.status}`);
}

/** Lists page by page to the end that the product's dialect names. */
async function list(send, end) {
  const rows = [];
  for (let pages = 1, token; pages <= mostPages; pages++) {
    const page = await send(token);
    rows.push(...(page.rows ?? [['no rows in the answer']]));
    if (page.token === end) return { rows, pages, requestId: page.requestId };
    token = page.token;
  }
  throw new Error(`the list did not end after ${mostPages} pages`);
}

async function play(client, product, step, credentials) {
  const call = { ...step, ...product, product: product.code, action: actions[step.do] };
  call.type = step.type === null ? null : product.type;
  // API Gateway's page size is the gateway's, not the request's.
  if (product.code === 'CloudAPI') delete call.max;
  const send = (token) => client.call({ ...call, token }, credentials, route, gateway);
  if (step.fault) {
    const match = { product: product.code };
    await faults('POST', { match, fault: { type: 'error', code: step.fault }, times: 0 });
  }
  try {
    return step.do === 'list' ? await list(send, product.end) : await send();
  } catch (error) {
    return { error: client.describe(error) };
  } finally {
    if (step.fault) await faults('DELETE');
  }
}

if (route === 'tls') mapHosts();
for (const client of clients) {
  for (const code of client.products) {
    const label = [client.name.split('/')[1], client.mode, route].filter(Boolean).join('-');
    const plan = JSON.parse(source.replaceAll('$', label));
    const own = { id: process.env.ALIBABA_CLOUD_ACCESS_KEY_ID, secret: process.env.ALIBABA_CLOUD_ACCESS_KEY_SECRET };
    for (const scenario of plan.scenarios.filter(({ routes }) => routes.includes(route))) {
      const credentials = scenario.credentials ? plan.credentials[scenario.credentials] : own;
      const steps = [];
      for (const step of scenario.steps) {
        steps.push(await play(client, { ...plan.products[code], code }, step, credentials));
      }
      const { name, mode, version } = client;
      console.log(JSON.stringify({ language: 'Node.js', client: name, mode, version, product: code, route, label, scenario: scenario.name, steps }));
    }
  }
}
