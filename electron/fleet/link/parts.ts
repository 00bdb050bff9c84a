import type { EventDetail, ProxyEventKind } from '../../../shared/model/event.ts';
import type { KnownSettings } from '../../../shared/model/fleet-frame.ts';
import type { Metrics } from '../../../shared/model/metrics.ts';
import type { OpenCount } from '../../../shared/model/open-count-schema.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import type { ConnectionInfo, ProxyState } from '../../../shared/model/proxy-state.ts';
import type { Sample } from '../../../shared/model/sample.ts';
import type { Clock } from '../../base/clock.ts';
import type { MetricsReading, SpcpClient } from '../../spcp/client.ts';
import type { ReturnWatch } from '../../transport/return/return-watch.ts';
import type { HandshakeGate } from '../handshake-gate.ts';

/** A client that is logged in, and how its association was reached. */
export interface OpenedClient {
  readonly client: SpcpClient;
  readonly connection: ConnectionInfo;
}

/** What a proxy was last seen to say, each with its time. */
export interface LastKnown {
  readonly metrics: Metrics | null;
  readonly transformation: KnownSettings['transformation'];
  readonly openCount: OpenCount;
  /** Since when its metrics are asked one by one, epoch milliseconds; null: all three together (deployed behaviour 17). */
  readonly oneByOneSince: number | null;
}

/** The transformation in force as it was known before, null where it was not, and as it was read now. */
export interface TransformationRead {
  readonly before: KnownSettings['transformation'];
  readonly now: NonNullable<KnownSettings['transformation']>;
  /** The proxy's counters began anew between the two. */
  readonly restarted: boolean;
}

/** What one link needs from around it. The listeners must not throw. */
export interface LinkParts {
  readonly clock: Clock;
  /** [0, 1). */
  readonly random: () => number;
  readonly gate: HandshakeGate;
  /** Connects and logs in. When the signal fires it ends what it began and rejects. */
  readonly open: (
    profile: Profile,
    password: string,
    options: {
      readonly signal: AbortSignal;
      /** The metrics are to be asked together. */
      readonly together: boolean;
      readonly onAuthenticating: () => void;
    },
  ) => Promise<OpenedClient>;
  /** Ends a wait early when the proxy can be reached again; without it the back-off alone decides. */
  readonly returns?: ReturnWatch | undefined;
  /** Null when none is saved. Rejects with `password-needed-again` where it is for another place than the profile leads to. */
  readonly passwordOf: (profile: Profile) => Promise<string | null>;
  /** What was last set from here of the buffer size, null where nothing was; must not throw. */
  readonly bufferSizeOf: (id: string) => KnownSettings['bufferSize'];
  /** What was known of the profile's proxy when the app ran last; must not throw. */
  readonly lastKnownOf: (profile: Profile) => LastKnown | null;
  /** Milliseconds between two reads of the transformation in force; null: only the first of a session. */
  readonly readEvery: () => number | null;
  readonly onChange: () => void;
  /** The transformation in force was read, whoever asked. */
  readonly onTransformation: (read: TransformationRead) => void;
  readonly onSample: (sample: Sample) => void;
  /** So many polls were missed. */
  readonly onMissed: (count: number) => void;
  /** The state is of another kind now. */
  readonly onTransition: (from: ProxyState, to: ProxyState) => void;
  readonly onEvent: <K extends ProxyEventKind>(kind: K, detail: EventDetail<K>) => void;
}

/** What was read of a proxy for who asked, and how its session was reached. */
export interface ReadNow {
  readonly reading: MetricsReading;
  readonly connection: ConnectionInfo;
}
