import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import * as os from 'node:os';
import * as path from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { GatewayError, TaggingGateway } from 'tagging-gateway';

const resource = (type) => ({ product: 'VpcIpam', region: 'cn-hangzhou', type, id: 'a', tags: { k: 'v' } });
const fixture = (type) => ({ accounts: [{ id: '1234567890123456', resources: [resource(type)] }] });

/** Starts a gateway from a program of its own; gives the program and the id of the gateway's process. */
async function program(last) {
  const code = `
    import { TaggingGateway } from 'tagging-gateway';
    const gateway = await TaggingGateway.start();
    console.log(gateway.process.child.pid);
    ${last}`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    return { child, pid: Number(line) };
  }
  throw new Error('the program did not start a gateway');
}

async function untilGone(pid) {
  for (let tries = 0; tries < 400; tries++) {
    const state = fs.existsSync(`/proc/${pid}/stat`) && fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    if (!state || state.slice(state.lastIndexOf(')') + 2).startsWith('Z')) {
      return;
    }
    await sleep(50);
  }
  assert.fail('the gateway outlives the run that started it');
}

const proc = { skip: fs.existsSync('/proc/self/stat') ? false : 'needs /proc to see other processes' };

test('it ends with the run even when that is killed', proc, async () => {
  const { child, pid } = await program('setInterval(() => {}, 1000);');
  child.kill('SIGKILL');
  await untilGone(pid);
});

test('a program that forgets to stop it ends all the same', proc, async () => {
  const { child, pid } = await program('');
  if (child.exitCode === null) {
    await once(child, 'exit');
  }
  assert.equal(child.exitCode, 0);
  await untilGone(pid);
});

test('a running gateway is joined and left running', async () => {
  const running = await TaggingGateway.start();
  process.env.TAGGING_GATEWAY_URL = `${running.url}/`;
  try {
    const joined = await TaggingGateway.start({ fixtures: [fixture('IPAM')] });
    assert.equal(joined.isJoined, true);
    assert.equal(joined.url, running.url);
    await joined.reset();
    assert.deepEqual(await joined.tags('VpcIpam', 'IPAM', 'a'), { k: 'v' });
    await joined.stop();
    assert.deepEqual(await running.tags('VpcIpam', 'IPAM', 'a'), { k: 'v' });
  } finally {
    delete process.env.TAGGING_GATEWAY_URL;
    await running.stop();
  }
});

test('a token guards the admin API', async () => {
  const gateway = await TaggingGateway.start({ config: { admin: { token: 'open-sesame' } } });
  try {
    await gateway.reset();
    await assert.rejects(TaggingGateway.start({ url: gateway.url, adminToken: 'wrong' }), /401/);
    await (await TaggingGateway.start({ url: gateway.url, adminToken: 'open-sesame' })).reset();
  } finally {
    await gateway.stop();
  }
});

test('a fixture that breaks a rule is said, as is one that is not there', async () => {
  await assert.rejects(TaggingGateway.start({ fixtures: [fixture('IPAMM')] }), /ended with 2:[^]*resources\[0\]/);
  await assert.rejects(TaggingGateway.start({ fixtures: ['none.yaml'] }), /no fixture at .*none\.yaml/);
});

test('no Java is said with the way to get one', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jdk-'));
  fs.mkdirSync(path.join(folder, 'bin'));
  fs.writeFileSync(path.join(folder, 'bin', 'java'), '#!/bin/sh\n', { mode: 0o755 });
  fs.writeFileSync(path.join(folder, 'release'), 'JAVA_VERSION="11.0.2"\n');
  const start = TaggingGateway.start({ java: path.join(folder, 'bin', 'java') });
  await assert.rejects(start, (problem) => {
    assert.ok(problem instanceof GatewayError);
    assert.match(problem.message, /is Java 11.*Get one: .*TAGGING_GATEWAY_URL/);
    return true;
  });
  fs.rmSync(folder, { recursive: true });
});

test('import and require give the same class', () => {
  assert.equal(createRequire(import.meta.url)('tagging-gateway').TaggingGateway, TaggingGateway);
});
