import type { Counts } from '../counts.ts';
import type { ProxySettings } from '../settings.ts';

/** What the management service needs of the proxy that it manages. */
export interface ManagedProxy {
  counts(): Counts;
  readonly settings: ProxySettings;
  /** Ends the whole proxy at once, as a crash of its process would (deployed behaviour 5). */
  crash(reason: string): void;
  /** Stops all answers, mail service included (deployed behaviour 13). */
  freeze(reason: string): void;
}

/** Who may manage a proxy. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
}
