import { spawn, type ChildProcess } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { GatewayError } from './errors.js';
import { findJava } from './java.js';
import { configuration, jarFile, type Options } from './options.js';

const READY = / ready in .*? s: (http:\/\/[^\s,]+)/;
const JVM = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
const LAST_WORDS = 64 * 1024;
const STOP_TIMEOUT = 15_000;

/** A gateway on a free port. It ends with this process, however this one ends: it watches its standard input. */
export class GatewayProcess {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
    private readonly work: string,
  ) {}

  static async start(options: Options): Promise<GatewayProcess> {
    const jar = path.resolve(jarFile(options));
    if (!fs.existsSync(jar)) {
      throw new GatewayError(`no gateway at ${jar}: install the package, or set TAGGING_GATEWAY_JAR`);
    }
    const java = findJava(options.java);
    const work = fs.mkdtempSync(path.join(os.tmpdir(), 'tagging-gateway-'));
    try {
      const config = path.join(work, 'gateway.json');
      fs.writeFileSync(config, JSON.stringify(configuration(options, files(options, work))));
      const jvm = [...(options.javaOptions ?? JVM), '-jar', jar];
      const child = spawn(java, [...jvm, 'serve', '--config', config, '--port', '0', '--exit-on-stdin-close'], {
        cwd: work,
        env: environment(),
        stdio: ['pipe', 'pipe', 'pipe'],
      });
      const url = await ready(child, options.startTimeout ?? 60_000);
      detach(child);
      return new GatewayProcess(url, child, work);
    } catch (problem) {
      fs.rmSync(work, { recursive: true, force: true });
      throw problem;
    }
  }

  /** Ends it, and waits until it has. */
  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      this.child.ref();
      const ended = new Promise<void>((resolve) => this.child.once('exit', () => resolve()));
      const patience = setTimeout(() => this.child.kill('SIGKILL'), STOP_TIMEOUT);
      this.child.stdin?.end();
      await ended;
      clearTimeout(patience);
    }
    fs.rmSync(this.work, { recursive: true, force: true });
  }
}

/** What is set for a gateway of the user's is not meant for this one. */
function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('TAGGING_GATEWAY_')));
}

/** The fixtures as files that are there. */
function files(options: Options, work: string): string[] {
  return (options.fixtures ?? []).map((fixture, number) => {
    if (typeof fixture === 'string') {
      const file = path.resolve(fixture);
      if (!fs.existsSync(file)) {
        throw new GatewayError(`no fixture at ${file}`);
      }
      return file;
    }
    const file = path.join(work, `fixture-${number}.json`);
    fs.writeFileSync(file, JSON.stringify(fixture));
    return file;
  });
}

function ready(child: ChildProcess, timeout: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    let log = '';
    const fail = (why: string): void => {
      clearTimeout(patience);
      child.kill('SIGKILL');
      reject(new GatewayError(`the gateway ${why}:\n${log.trim() || '(it said nothing)'}`));
    };
    const patience = setTimeout(() => fail(`was not ready after ${timeout} ms`), timeout);
    // All that comes is read, so that the gateway never waits for this side.
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log = (log + text).slice(-LAST_WORDS);
    });
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-LAST_WORDS);
      const url = READY.exec(said)?.[1];
      if (url && said.includes('\n')) {
        clearTimeout(patience);
        resolve(url);
      }
    });
    // A gateway that ends by itself closes its input while this side may still write to it.
    child.stdin?.on('error', () => undefined);
    child.once('error', (problem) => fail(`did not start: ${problem.message}`));
    child.once('close', (code) => fail(`ended with ${code}`));
  });
}

/** Neither the process nor its pipes keep this one from ending. */
function detach(child: ChildProcess): void {
  child.unref();
  for (const pipe of [child.stdin, child.stdout, child.stderr]) {
    (pipe as unknown as { unref?: () => void } | null)?.unref?.();
  }
}
