// Plays the plan that ../check/family.py makes of every product file, with the generic client and with each product's own SDK where it
// is installed, and prints what each saw as JSON lines.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { default: Core, $OpenApiUtil, OpenApiUtil } = require('@alicloud/openapi-core');
const { RuntimeOptions, cast } = require('@darabonba/typescript');

const generic = '@alicloud/openapi-core';
const patience = 30000;
const mostPages = 20;

const config = (product) =>
  new $OpenApiUtil.Config({
    accessKeyId: process.env.ALIBABA_CLOUD_ACCESS_KEY_ID,
    accessKeySecret: process.env.ALIBABA_CLOUD_ACCESS_KEY_SECRET,
    endpoint: product.host,
    protocol: 'HTTP',
    connectTimeout: patience,
    readTimeout: patience,
  });

const packageOf = (product) => `@alicloud/${product.code.toLowerCase()}${product.version.replaceAll('-', '')}`;

/** The product's own SDK, or null where it is not installed. */
function sdk(product) {
  try {
    return require(packageOf(product));
  } catch (error) {
    if (error.code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}

const written = (value, encoding) => (encoding === 'comma' ? value.join(',') : JSON.stringify(value));

async function sendGeneric(product, step, parameters) {
  let request = { body: parameters };
  if (step.in !== 'body') {
    const encoded = Object.entries(step.encoded).map(([name, how]) => [name, written(parameters[name], how)]);
    const flat = OpenApiUtil.query({ ...parameters, ...Object.fromEntries(encoded) });
    request = step.in === 'form' ? { body: flat } : { query: flat };
  }
  const params = new $OpenApiUtil.Params({
    action: step.action,
    version: product.version,
    protocol: 'HTTP',
    pathname: step.path ?? '/',
    method: step.method ?? 'POST',
    authType: 'AK',
    style: product.style.toUpperCase(),
    reqBodyType: step.in === 'body' ? 'json' : 'formData',
    bodyType: 'json',
  });
  return (await new Core(config(product)).callApi(params, new $OpenApiUtil.OpenApiRequest(request), new RuntimeOptions({}))).body;
}

const sendTyped = (own) => async (product, step, parameters) => {
  const request = cast(parameters, new own[`${step.action}Request`]());
  const method = step.action[0].toLowerCase() + step.action.slice(1);
  return (await new own.default(config(product))[method](request)).body.toMap();
};

const at = (body, path) => path.reduce((value, name) => value?.[name], body);

async function play(send, product, step, read) {
  const parameters = { ...step.parameters };
  const pages = [];
  try {
    while (pages.length < mostPages) {
      const body = await send(product, step, parameters);
      pages.push(read && step.rows ? read(step, body) : body);
      if (!step.pages) return { pages };
      const token = at(body, step.pages.path) ?? null;
      if (token === step.pages.end) return { pages };
      parameters[step.pages.parameter] = token;
    }
    return { error: { code: null, message: `no end after ${mostPages} pages` } };
  } catch (error) {
    const status = error.statusCode ?? error.data?.statusCode;
    return { error: { type: error.constructor.name, code: error.code, message: error.message, status } };
  }
}

async function run(label, client, product, send, read) {
  const { version } = require(`${client}/package.json`);
  const own = JSON.parse(JSON.stringify(product).replaceAll('$', label));
  for (const scenario of own.scenarios) {
    const steps = [];
    for (const step of scenario.steps) steps.push(await play(send, own, step, read));
    const seen = { language: 'Node.js', client, version, label, steps, product: own.code, productVersion: own.version };
    console.log(JSON.stringify({ ...seen, list: own.list, scenario: scenario.name, read: Boolean(read) }));
  }
}

for (const product of JSON.parse(readFileSync(process.argv[2], 'utf8'))) {
  const own = sdk(product);
  const read = own && ((step, body) => cast(body, new own[`${step.action}ResponseBody`]()).toMap());
  await run('node', generic, product, sendGeneric, read);
  if (own) await run('nodetyped', packageOf(product), product, sendTyped(own));
}
