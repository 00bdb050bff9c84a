import type { ProxyState } from '../../../shared/model/proxy-state.ts';
import type { SpcpClient } from '../../spcp/client.ts';
import type { Attempt } from './attempt.ts';
import type { DropWatch } from './drop-watch.ts';
import type { Polls } from './polls.ts';

type Shown<K extends ProxyState['kind']> = Extract<ProxyState, { kind: K }>;

/** Where a link stands: the state that it shows, and what it owns in it. Whoever leaves it ends what it owns. */
export type Standing =
  | { readonly kind: 'off'; readonly shown: Shown<'off'> }
  | {
      readonly kind: 'attempting';
      readonly shown: Shown<'connecting' | 'authenticating'>;
      readonly attempt: Attempt;
      /** It was begun because the proxy answered again. */
      readonly calledBack: boolean;
    }
  | {
      readonly kind: 'ready';
      readonly shown: Shown<'ready'>;
      readonly client: SpcpClient;
      readonly polls: Polls;
      readonly drops: DropWatch;
      /** Monotonic. */
      readonly since: number;
    }
  | {
      readonly kind: 'waiting';
      readonly shown: Shown<'waiting'>;
      readonly stopWaiting: () => void;
    }
  | { readonly kind: 'vault-locked'; readonly shown: Shown<'vault-locked'> }
  | { readonly kind: 'needs-attention'; readonly shown: Shown<'needs-attention'> };

export type Ready = Extract<Standing, { kind: 'ready' }>;

export const off: Standing = { kind: 'off', shown: { kind: 'off' } };
