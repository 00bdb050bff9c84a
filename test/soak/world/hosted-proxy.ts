import type { Origin } from '../../../electron/reference-proxy/origin/origin.ts';
import {
  type ReferenceProxy,
  startReferenceProxy,
} from '../../../electron/reference-proxy/reference-proxy.ts';
import { connectClient } from '../../../electron/spcp/client.ts';
import {
  type BadNetwork,
  blackOut,
  calm,
  startBadNetwork,
  type Weather,
} from '../../support/bad-network.ts';
import type { ProxyEnd } from './orders.ts';
import { atOwnPort } from './ports.ts';

/** Of every proxy that does not refuse the console. */
const usualPassword = 'as it was given';

/** A reference proxy behind a network of its own. It has the same ports each time that it comes back, and counts from zero. */
export class HostedProxy {
  readonly #origin: Origin;
  #network: BadNetwork;
  #proxy: ReferenceProxy;
  #isUp = true;
  #isPortOpen = true;

  private constructor(origin: Origin, proxy: ReferenceProxy, network: BadNetwork) {
    this.#origin = origin;
    this.#proxy = proxy;
    this.#network = network;
  }

  static async create(origin: Origin, name: string, seed: number) {
    const proxy = await atOwnPort((udpPort) =>
      atOwnPort((pop3Port) =>
        startReferenceProxy({ name, udpPort, pop3Port, origin, password: usualPassword }),
      ),
    );
    const network = await atOwnPort((port) =>
      startBadNetwork(udpPortOf(proxy), seed, calm, undefined, port),
    );
    return new HostedProxy(origin, proxy, network);
  }

  /** Where consoles reach it: through its network. */
  get place() {
    const { name, host, port, user, pop3Port } = this.#proxy;
    return {
      name,
      host,
      port,
      udpPort: this.#network.port,
      user,
      password: usualPassword,
      pop3Port,
    };
  }

  /** Open now, by the proxy's own count. */
  get associations(): number {
    return this.#isUp ? this.#proxy.associations() : 0;
  }

  /** After its end: at zero, behind a calm network, and with the password that consoles have unless it is to refuse them. */
  async start(refuses: boolean): Promise<void> {
    const { name, pop3Port } = this.#proxy;
    const udpPort = udpPortOf(this.#proxy);
    this.#proxy = await startReferenceProxy({
      name,
      udpPort,
      pop3Port,
      origin: this.#origin,
      ...(refuses ? {} : { password: usualPassword }),
    });
    this.#isUp = true;
    const { seed, port } = this.#network;
    await this.#closePort();
    this.#network = await startBadNetwork(udpPort, seed + 1, calm, undefined, port);
    this.#isPortOpen = true;
  }

  /** Resolves when its ports are free. */
  async end(how: ProxyEnd): Promise<void> {
    if (how === 'vanishes') this.#network.set(blackOut);
    await this.#proxy.close();
    this.#isUp = false;
    if (how === 'closes-its-port') await this.#closePort();
  }

  weather(weather: Weather): void {
    this.#network.set(weather);
  }

  /** As another administrator does it, who comes by another way. */
  async setTransformation(command: string | null): Promise<void> {
    const { host, port, user, password } = this.#proxy;
    const target = { host, port, transport: 'udp', udpPort: udpPortOf(this.#proxy) } as const;
    const { client } = await connectClient(
      target,
      { user, password },
      { connectTimeoutMs: 20_000, timeoutMs: 20_000 },
    );
    await client.setTransformation(command);
    await client.quit();
  }

  async close(): Promise<void> {
    if (this.#isUp) await this.#proxy.close();
    await this.#closePort();
  }

  async #closePort(): Promise<void> {
    if (!this.#isPortOpen) return;
    this.#isPortOpen = false;
    await this.#network.close();
  }
}

function udpPortOf({ udpPort }: ReferenceProxy): number {
  if (udpPort === null) throw new Error('the proxy is not in UDP');
  return udpPort;
}
