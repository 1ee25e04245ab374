import type { AdminApi } from './admin.js';
import { GatewayError } from './errors.js';
import { error, InjectedFault, type Fault, type When } from './faults.js';
import { contentOf, type Fixture, type Tree } from './options.js';
import { verify, type Match, type RecordedRequest, type Times } from './requests.js';

/** An access key and its account. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly account: string;
}

/** What the `Config` of the official clients of the Tea and Darabonba families takes. */
export interface TeaConfig {
  accessKeyId: string;
  accessKeySecret: string;
  regionId: string;
  endpoint: string;
  protocol: string;
}

/** What `@alicloud/pop-core` takes. */
export interface PopConfig {
  accessKeyId: string;
  accessKeySecret: string;
  endpoint: string;
  apiVersion: string;
}

interface Product {
  code: string;
  version: string;
}

interface Resource {
  product: string;
  region: string;
  type: string;
  id: string;
  tags?: Record<string, string>;
}

/** One account of a gateway: what a test arranges, asks and checks. */
export class Account {
  /** @internal */
  constructor(
    protected readonly admin: AdminApi,
    /** The gateway's address, `http://127.0.0.1:port`. */
    readonly url: string,
    /** The region of what is put and read, unless another is named. */
    readonly region: string,
    readonly credentials: Credentials,
    private readonly seesAll: boolean,
  ) {}

  /**
   * What a client's endpoint setting takes, `127.0.0.1:port`, for every product. Which product a request is for, its
   * Version tells, which official clients always send.
   */
  get endpoint(): string {
    return new URL(this.url).host;
  }

  /** The settings of a typed official client: `new Client(new $OpenApiUtil.Config(gateway.teaConfig()))`. */
  teaConfig(): TeaConfig {
    const { accessKeyId, accessKeySecret } = this.credentials;
    return { accessKeyId, accessKeySecret, regionId: this.region, endpoint: this.endpoint, protocol: 'HTTP' };
  }

  /** The settings of the older core for a product: `new PopCore(await gateway.popConfig('CloudAPI'))`. */
  async popConfig(product: string): Promise<PopConfig> {
    const { accessKeyId, accessKeySecret } = this.credentials;
    const { version } = await this.product(product);
    return { accessKeyId, accessKeySecret, endpoint: this.url, apiVersion: version };
  }

  /** All that the account holds, as a fixture. */
  state(): Promise<Tree> {
    return this.admin.get<Tree>('state', { account: this.credentials.account });
  }

  /** The user's tags of a resource; none if it is not there. */
  async tags(product: string, type: string, id: string, region = this.region): Promise<Record<string, string>> {
    await this.product(product);
    const { accounts } = (await this.state()) as unknown as { accounts: { resources?: Resource[] }[] };
    const found = accounts
      .flatMap((account) => account.resources ?? [])
      .find(
        (one) =>
          one.product === product &&
          one.region === region &&
          one.type.toLowerCase() === type.toLowerCase() &&
          one.id === id,
      );
    return found?.tags ?? {};
  }

  /** Makes a resource with exactly these tags, or gives them to the one that is there. */
  async put(
    product: string,
    type: string,
    id: string,
    tags: Readonly<Record<string, string>>,
    region = this.region,
  ): Promise<void> {
    const resources = [{ product, region, type, id, tags }];
    await this.load({ accounts: [{ id: this.credentials.account, resources }] });
  }

  /** Adds all that a fixture holds, wherever it says, until the next reset. */
  async load(fixture: Fixture): Promise<void> {
    const { body, type } = contentOf(fixture);
    await this.admin.call('PATCH', 'state', body, type);
  }

  /** Spoils the next requests that match. `fault` is one of `faults`. */
  async inject(fault: Fault, when: When = {}): Promise<InjectedFault> {
    const { product, action, parameters, after, ...rest } = when;
    const match = { product, action, parameters, account: this.ownAccount() };
    const rule = { match, fault, phase: after ? 'after' : 'before', ...rest };
    const { id } = await this.admin.send<{ id: string }>('POST', 'faults', rule);
    return new InjectedFault(this.admin, id);
  }

  /** Answers the next requests by an error of the product, such as `Throttling.User`. */
  fail(product: string, code: string, when: When = {}): Promise<InjectedFault> {
    return this.inject(error(code), { ...when, product });
  }

  /** What was asked until now, the oldest first; of everybody, unless the account is isolated. */
  async requests(filter: Omit<Match, 'parameters' | 'account'> = {}): Promise<RecordedRequest[]> {
    const query = { ...filter, account: this.ownAccount() };
    const { requests } = await this.admin.get<{ requests: RecordedRequest[] }>('requests', query);
    return requests.reverse();
  }

  /**
   * Fails unless such requests came as often as expected, at least once if nothing is said.
   *
   * @throws VerificationError with the requests that come closest, and what differs
   */
  async verify(match: Match = {}, times: Times = { atLeast: 1 }): Promise<void> {
    const account = this.ownAccount();
    await verify(this.admin, account === undefined ? match : { ...match, account }, times);
  }

  /** The codes of the products that the gateway plays. */
  async products(): Promise<string[]> {
    return (await this.allProducts()).map((product) => product.code);
  }

  private ownAccount(): string | undefined {
    return this.seesAll ? undefined : this.credentials.account;
  }

  private async allProducts(): Promise<Product[]> {
    return (await this.admin.get<{ products: Product[] }>('products')).products;
  }

  private async product(code: string): Promise<Product> {
    const products = await this.allProducts();
    const found = products.find((product) => product.code === code);
    if (!found) {
      throw new GatewayError(`no product ${code}; there are ${products.map((product) => product.code).join(', ')}`);
    }
    return found;
  }
}
