import type { ProxySnapshot } from '../../shared/model/fleet-frame.ts';

/** So long after a misfortune is over, and its proxy read again, what is seen of it is still put down to it: a session that was hurt may end late. Milliseconds. */
const excusedMs = 60_000;
/** With what comes after it, this makes a poll of a second late. */
const standstillMs = 300;
/** The longest wait between two attempts, a handshake and a login. */
const backAfterMs = 150_000;

interface Entry {
  /** Misfortunes that it suffers now. */
  suffers: number;
  mendedAt: number;
  /** Null while it is not ready. */
  readySince: number | null;
  missed: number;
}

/** What was seen of the proxies without a misfortune that explains it. */
export interface Unexplained {
  missed: number;
  /** Sessions that ended. */
  lost: number;
  /** Proxies that were not reached again in time. */
  readonly late: Set<number>;
}

/** Who suffers what, and what the console shows of it. Times are milliseconds of one monotonic clock; proxies count from 0. */
export class Ledger {
  readonly unexplained: Unexplained = { missed: 0, lost: 0, late: new Set() };
  /** Polls that were missed because of misfortunes, and while the proxies' own process stood still. */
  explained = 0;
  standstill = 0;
  /** Without a misfortune, since it was asked last whether the proxies stood still. */
  #missed = 0;
  #stoodStill = false;
  readonly #entries: Entry[];

  constructor(proxies: number) {
    this.#entries = Array.from({ length: proxies }, () => ({
      suffers: 0,
      mendedAt: 0,
      readySince: null,
      missed: 0,
    }));
  }

  /** Proxies that suffer nothing now. */
  get spared(): number[] {
    return this.#entries.flatMap(({ suffers }, index) => (suffers === 0 ? [index] : []));
  }

  /** When it met its last misfortune; now, while it suffers one. */
  hurtAt(proxy: number, now: number): number {
    const { suffers, mendedAt } = this.#entry(proxy);
    return suffers > 0 ? now : mendedAt;
  }

  /** Whether the console shows every proxy as ready. */
  get allReady(): boolean {
    return this.#entries.every(({ readySince }) => readySince !== null);
  }

  /** What was seen until now was while the fleet was reached for the first time. */
  start(): void {
    this.#missed = 0;
    this.unexplained.lost = 0;
  }

  begins(proxy: number): void {
    this.#entry(proxy).suffers++;
  }

  ends(proxy: number, now: number): void {
    const entry = this.#entry(proxy);
    entry.suffers--;
    entry.mendedAt = now;
  }

  sees(proxy: number, { state, missedPolls }: ProxySnapshot, now: number): void {
    const entry = this.#entry(proxy);
    const isExplained = this.#isExplained(entry, now);
    const missed = Math.max(0, missedPolls - entry.missed);
    entry.missed = missedPolls;
    if (isExplained) this.explained += missed;
    else this.#missed += missed;
    if (state.kind === 'ready') {
      entry.readySince ??= now;
    } else {
      if (entry.readySince !== null && !isExplained) this.unexplained.lost++;
      entry.readySince = null;
    }
  }

  /** To be called now and then: nothing is seen of a proxy that stays as it is, and what was missed may be the doing of the proxies' process. */
  looks(now: number, longestWaitOfProxies: number): void {
    const standsStill = longestWaitOfProxies > standstillMs;
    if (standsStill || this.#stoodStill) this.standstill += this.#missed;
    else this.unexplained.missed += this.#missed;
    this.#missed = 0;
    this.#stoodStill = standsStill;
    for (const [index, { suffers, mendedAt, readySince }] of this.#entries.entries())
      if (suffers === 0 && readySince === null && now - mendedAt > backAfterMs)
        this.unexplained.late.add(index);
  }

  #isExplained({ suffers, mendedAt, readySince }: Entry, now: number): boolean {
    if (suffers > 0 || mendedAt === 0) return suffers > 0 || readySince === null;
    return readySince === null || now - Math.max(mendedAt, readySince) < excusedMs;
  }

  #entry(proxy: number): Entry {
    const entry = this.#entries[proxy];
    if (entry === undefined) throw new Error(`there is no proxy ${proxy}`);
    return entry;
  }
}
