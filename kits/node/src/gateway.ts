import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Account, type Credentials } from './account.js';
import { AdminApi } from './admin.js';
import { GatewayError } from './errors.js';
import { contentOf, DEFAULT_REGION, joinedUrl, type Options } from './options.js';
import { GatewayProcess } from './process.js';

const FALLBACK: Credentials = {
  accessKeyId: 'testid',
  accessKeySecret: 'testsecret',
  account: '1234567890123456',
};
const JOIN_TIMEOUT = 30_000;

interface AccountState {
  id: string;
  accessKeys?: { id: string; secret: string; securityToken?: string; disabled?: boolean }[];
  resources?: unknown[];
}

/**
 * A gateway: started on a free port, or the one that `TAGGING_GATEWAY_URL` names. It ends by `stop()`, or with the
 * process. As an `Account` it is that of its fixtures' first access key, and sees the requests and faults of everybody.
 */
export class TaggingGateway extends Account {
  private constructor(
    admin: AdminApi,
    url: string,
    private readonly options: Options,
    private readonly process: GatewayProcess | undefined,
    private readonly initial: readonly AccountState[],
  ) {
    super(admin, url, options.region ?? DEFAULT_REGION, declaredKey(initial), true);
  }

  /**
   * Starts or joins a gateway, and waits until it serves.
   *
   * @throws GatewayError if it does not; the message says why
   */
  static async start(options: Options = {}): Promise<TaggingGateway> {
    const joined = joinedUrl(options);
    const process = joined === undefined ? await GatewayProcess.start(options) : undefined;
    const url = process?.url ?? joined ?? '';
    const admin = new AdminApi(url, process ? ownToken(options) : joinedToken(options));
    if (!process) {
      await untilReady(admin, url);
      await loadFixtures(admin, options);
    }
    const { accounts } = await admin.get<{ accounts: AccountState[] }>('state');
    return new TaggingGateway(admin, url, options, process, accounts);
  }

  /** Whether it was running before, and others may use it as well. */
  get isJoined(): boolean {
    return this.process === undefined;
  }

  /**
   * A new account with an access key of its own, which holds what this one held at the start. Tests that have one each
   * may run at the same time and never meet.
   */
  async isolated(): Promise<Account> {
    const account = Array.from({ length: 16 }, () => randomInt(10)).join('');
    const credentials = { accessKeyId: `test-${randomUUID()}`, accessKeySecret: randomUUID(), account };
    const resources = this.initial.find((one) => one.id === this.credentials.account)?.resources ?? [];
    const accessKeys = [{ id: credentials.accessKeyId, secret: credentials.accessKeySecret }];
    await this.load({ accounts: [{ id: account, accessKeys, resources }] });
    return new Account(this.admin, this.url, this.region, credentials, false);
  }

  /** Goes back to the fixtures, and forgets requests and faults, of everybody. */
  async reset(): Promise<void> {
    await this.admin.send('POST', 'reset');
    if (this.isJoined) {
      await loadFixtures(this.admin, this.options);
    }
  }

  /** Ends it, unless it was joined. */
  async stop(): Promise<void> {
    await this.process?.stop();
  }
}

function declaredKey(accounts: readonly AccountState[]): Credentials {
  for (const account of accounts) {
    const key = account.accessKeys?.find((one) => !one.disabled && one.securityToken === undefined);
    if (key) {
      return { accessKeyId: key.id, accessKeySecret: key.secret, account: account.id };
    }
  }
  return FALLBACK;
}

function ownToken(options: Options): string | undefined {
  const admin = options.config?.['admin'] as { token?: string } | undefined;
  return admin?.token;
}

function joinedToken(options: Options): string | undefined {
  return options.adminToken ?? process.env['TAGGING_GATEWAY_ADMIN_TOKEN'];
}

async function loadFixtures(admin: AdminApi, options: Options): Promise<void> {
  for (const fixture of options.fixtures ?? []) {
    const { body, type } = contentOf(fixture);
    await admin.call('PATCH', 'state', body, type);
  }
}

async function untilReady(admin: AdminApi, url: string): Promise<void> {
  for (const end = Date.now() + JOIN_TIMEOUT; ; await sleep(100)) {
    try {
      await admin.get('health/ready');
      return;
    } catch (problem) {
      if (Date.now() > end) {
        throw new GatewayError(`TAGGING_GATEWAY_URL: ${url} is not ready: ${(problem as Error).message}`);
      }
    }
  }
}
