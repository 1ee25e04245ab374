import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { GatewayError } from './errors.js';

const OLDEST = 17;

/** Folders whose subfolders, with such a start of their names, may hold a Java. */
const PLACES: readonly (readonly [folder: string, start: string, inside?: string])[] = [
  ['/usr/lib/jvm', ''],
  ['/opt/java', ''],
  ['/opt', 'java'],
  ['/opt', 'jdk'],
  ['/usr/local', 'openjdk'],
  ['/Library/Java/JavaVirtualMachines', '', 'Contents/Home'],
  ['/opt/homebrew/opt', 'openjdk'],
  ['/usr/local/opt', 'openjdk'],
  [path.join(os.homedir(), '.sdkman/candidates/java'), ''],
  [path.join(os.homedir(), '.jdks'), ''],
  [path.join(os.homedir(), '.local/share/mise/installs/java'), ''],
  ['C:\\Program Files\\Java', ''],
  ['C:\\Program Files\\Eclipse Adoptium', ''],
  ['C:\\Program Files\\Microsoft', 'jdk-'],
];

const HOW_TO_GET_ONE: Readonly<Record<string, string>> = {
  linux: 'apt-get install openjdk-17-jre-headless, or dnf install java-17-openjdk-headless',
  darwin: 'brew install openjdk@17',
  win32: 'winget install EclipseAdoptium.Temurin.17.JRE',
};

const EXECUTABLE = process.platform === 'win32' ? 'java.exe' : 'java';

/**
 * The command of a Java of at least version 17.
 *
 * @throws GatewayError if there is none; the message says where it was looked for, and how to get one
 */
export function findJava(named?: string): string {
  const seen: string[] = [];
  for (const command of named ? [named] : candidates()) {
    const version = versionOf(command);
    if (version !== undefined && version >= OLDEST) {
      return command;
    }
    seen.push(`${command} ${version === undefined ? 'does not run' : `is Java ${version}`}`);
  }
  const places = seen.length > 0 ? seen.join('; ') : 'looked at JAVA_HOME, the PATH and the usual places';
  const how = HOW_TO_GET_ONE[process.platform] ?? 'install a JRE 17';
  throw new GatewayError(
    `no Java ${OLDEST} or newer found (${places}). Get one: ${how}; or set JAVA_HOME to it, ` +
      'or join a running gateway by TAGGING_GATEWAY_URL',
  );
}

/** Where a Java is, the likeliest first. */
function* candidates(): Generator<string> {
  const home = process.env['JAVA_HOME'];
  if (home) {
    yield path.join(home, 'bin', EXECUTABLE);
  }
  for (const folder of (process.env['PATH'] ?? '').split(path.delimiter)) {
    const command = path.join(folder, EXECUTABLE);
    if (folder && fs.existsSync(command)) {
      yield command;
    }
  }
  for (const [folder, start, inside] of PLACES) {
    for (const name of subfolders(folder)) {
      const command = path.join(folder, name, inside ?? '', 'bin', EXECUTABLE);
      if (name.startsWith(start) && fs.existsSync(command)) {
        yield command;
      }
    }
  }
}

function subfolders(folder: string): string[] {
  try {
    return fs.readdirSync(folder).sort().reverse();
  } catch {
    return [];
  }
}

/** The version of a Java, or undefined if it does not run. Its release file is quicker than a start of it. */
function versionOf(command: string): number | undefined {
  let told = '';
  try {
    told = fs.readFileSync(path.join(path.dirname(fs.realpathSync(command)), '..', 'release'), 'utf8');
  } catch {
    // Not every Java has one.
  }
  if (!told.includes('JAVA_VERSION=')) {
    const run = spawnSync(command, ['-version'], { encoding: 'utf8', timeout: 30_000 });
    told = run.error ? '' : `${run.stderr}${run.stdout}`;
  }
  const version = /(?:JAVA_VERSION=|version )"(?:1\.)?(\d+)/.exec(told)?.[1];
  return version === undefined ? undefined : Number(version);
}
